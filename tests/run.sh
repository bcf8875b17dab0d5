#!/usr/bin/env bash
# run.sh         installs what is missing, builds everything with AddressSanitizer and UBSan and runs every test,
#                shuffled (OCOP_TEST_SEED=N repeats an order). The last line is "N passed, N failed".
# run.sh --long  adds soak tests, ThreadSanitizer, clang-tidy, fuzzing (OCOP_FUZZ_SECONDS a target, 60 if not given) and
#                benchmarks. The outcome of each of its parts is a line of tests/long-result.txt.
# run.sh --long PART...   only these of its parts: soak tsan tidy fuzz bench.
set -euo pipefail
cd "$(dirname "$0")/.."
long_parts=(soak tsan tidy fuzz bench)
wanted=()
everyday=yes
if [ "${1:-}" = --long ]; then
    shift
    wanted=("$@")
    if [ $# -eq 0 ]; then wanted=("${long_parts[@]}"); else everyday=no; fi
    set --
fi
for name in "${wanted[@]}"; do [[ " ${long_parts[*]} " == *" $name "* ]] || set -- "$name"; done
if [ $# -gt 0 ]; then
    echo "usage: tests/run.sh [--long [${long_parts[*]}]]" >&2
    exit 2
fi
is_wanted() { [[ " ${wanted[*]} " == *" $1 "* ]]; }

passed=0
failed=0
scratch=$(mktemp -d)

# Keeps what is recorded of parts that did not run this time.
record_long_run() {
    local result=tests/long-result.txt line
    [ -e "$scratch/record" ] || return 0
    while IFS= read -r line; do
        grep -qF " ${line:8:28} " "$scratch/record" || echo "$line"
    done < <(grep -E '^(passed|FAILED) ' "$result" 2>/dev/null || true) >"$scratch/kept"
    {
        echo "Outcome of the parts of: bash tests/run.sh --long"
        echo "Machine of the last run: $(nproc) cores, $(uname -m)"
        echo
        cat "$scratch/kept" "$scratch/record"
    } >"$result"
}

finish() {
    local status=$?
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi # an installation or a build ended the run
    if [ -n "${xvfb:-}" ]; then kill "$xvfb" 2>/dev/null || true; fi
    if [ "${#wanted[@]}" -gt 0 ]; then record_long_run; fi
    rm -rf "$scratch"
    echo "$passed passed, $failed failed"
    if [ "$failed" -gt 0 ]; then exit 1; fi
}
trap finish EXIT

# A named part of the run. What it added to the totals is one line of the record.
part() {
    local name=$1 passed_before=$passed failed_before=$failed start=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    "$@"
    local good=$((passed - passed_before)) bad=$((failed - failed_before)) verdict=passed
    if [ "$bad" -gt 0 ]; then verdict=FAILED; fi
    printf '%-6s  %-28s %5d passed %4d failed %5d s  %s  %s\n' "$verdict" "$name" "$good" "$bad" $((SECONDS - start)) \
        "$(date -u +%F)" "$(git log -1 --format=%s 2>/dev/null || echo unknown)" | tee -a "$scratch/record"
}

# Tests of yesterday's program say nothing: a build that fails ends the run.
build() {
    local before=$failed
    part "build of $1" command_passes bash tests/build.sh "$1"
    if [ "$failed" -gt "$before" ]; then exit 1; fi
}

# A command that passes or fails as a whole.
command_passes() {
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $*"
    fi
}

# The test program $1 once for each of the other arguments, side by side: they are tags. Every test case counts. No totals
# means that it died before them.
test_cases_pass() {
    local program=$1 number status totals good bad running=()
    shift
    for ((number = 1; number <= $#; ++number)); do
        OCOP_TEST_SEED=$seed "$program" "${!number}" --order rand --rng-seed "$seed" --warn NoAssertions --use-colour no 2>&1 |
            tee "$scratch/output.$number" &
        running[number]=$!
    done
    for ((number = 1; number <= $#; ++number)); do
        status=0
        wait "${running[number]}" || status=$? # pipefail: the test program's
        totals=$(grep -aE '^(test cases: +[0-9]|All tests passed \()' "$scratch/output.$number" | tail -n 1 || true)
        good=$(sed -nE 's/^All tests passed .* in ([0-9]+) test case.*/\1/p; s/^test cases:.*\| +([0-9]+) passed.*/\1/p' <<<"$totals")
        bad=$(sed -nE 's/^test cases:.*\| +([0-9]+) failed( *\|.*)?$/\1/p' <<<"$totals")
        if [ "$status" -ne 0 ] && [ -z "$bad" ]; then bad=1; fi
        passed=$((passed + ${good:-0}))
        failed=$((failed + ${bad:-0}))
    done
}

each_corpus_replays() {
    local replay
    for replay in .build/asan/bin/fuzz/*-replay; do
        command_passes "$replay" "tests/fuzz/corpus/$(basename "$replay" -replay)"
    done
}

# A mutant passes when its test fails on it.
each_mutant_is_caught() {
    local name test status
    for test in .build/asan/bin/mutants/*.test; do
        name=$(basename "$test" .test)
        status=0
        .build/asan/bin/mutants/mutant-"$name" "$(sed 's/,/\\,/g' "$test")" --use-colour no >"$scratch/output" 2>&1 ||
            status=$? # a comma separates test cases
        if [ "$status" -ne 0 ] && grep -q 'FAILED' "$scratch/output"; then
            passed=$((passed + 1))
            echo "$name: caught by \"$(cat "$test")\""
        else
            failed=$((failed + 1))
            tail -n 5 "$scratch/output"
            echo "FAILED: $name survives \"$(cat "$test")\""
        fi
    done
}

each_fuzz_target_holds() {
    local target name
    for target in .build/fuzz/bin/fuzz/*-fuzz; do
        name=$(basename "$target" -fuzz)
        mkdir -p ".out/fuzz/$name" "tests/fuzz/corpus/$name"
        command_passes "$target" -max_total_time="${OCOP_FUZZ_SECONDS:-60}" -timeout=20 -rss_limit_mb=4096 -verbosity=0 \
            -print_final_stats=1 -artifact_prefix=".out/fuzz/$name-" ".out/fuzz/$name" "tests/fuzz/corpus/$name"
    done
}

each_benchmark_holds() {
    local bench
    for bench in .build/bench/bin/bench/*-bench; do command_passes "$bench"; done
}

# The thread sanitizer of g++ 12 needs an address space that is not shuffled too far.
tsan_tests() { setarch "$(uname -m)" -R .build/tsan/bin/ocop-tests "$@"; }

bash tests/install_packages.sh run test languages
if [ "${#wanted[@]}" -gt 0 ]; then bash tests/install_packages.sh long; fi
seed=${OCOP_TEST_SEED:-$(date +%s)}
. tests/display.sh
start_display

if [ "$everyday" = yes ] || is_wanted soak; then
    build release
    build asan
fi
export OCOP_RELEASE_BIN=$PWD/.build/release/bin
export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
read -r shown_pid _ </proc/self/stat
if [ "$shown_pid" != "$BASHPID" ]; then
    echo "Leaks are not looked for: /proc belongs to other process ids here, and LeakSanitizer needs its own."
    ASAN_OPTIONS+=:detect_leaks=0
fi
export UBSAN_OPTIONS=print_stacktrace=1
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1
# The graphics driver keeps memory until the process ends.
golden_pictures() { ASAN_OPTIONS=$ASAN_OPTIONS:detect_leaks=0 test_cases_pass .build/asan/bin/ocop-tests '[gold]'; }
if [ "$everyday" = yes ]; then
    # Two processes of about the same length.
    part "tests" test_cases_pass .build/asan/bin/ocop-tests \
        '[layout]~[.]~[soak]~[gold],[danger]~[.]~[soak]~[gold]' '~[layout]~[danger]~[.]~[soak]~[gold]'
    part "golden pictures" golden_pictures
    part "mutants" each_mutant_is_caught
    part "fuzz corpora" each_corpus_replays
fi
all_rounds() { OCOP_LONG_ROUNDS=1 test_cases_pass .build/asan/bin/ocop-tests '[rounds]~[layout]' '[rounds][layout]'; }
if is_wanted soak; then
    part "tests with dice, all rounds" all_rounds
    part "soak tests" test_cases_pass .build/asan/bin/ocop-tests '[soak]'
fi
if is_wanted tsan; then
    build tsan
    part "thread sanitizer tests" test_cases_pass tsan_tests '~[.]~[soak]~[checks]'
fi
if is_wanted tidy; then
    build tidy
    part "clang-tidy" command_passes run-clang-tidy-14 -quiet -p .build/tidy -j "$(nproc)" "^$PWD/(pos|sync|kiosk|tests)/"
fi
if is_wanted fuzz; then
    build fuzz
    part "fuzz targets" each_fuzz_target_holds
fi
if is_wanted bench; then
    build bench
    part "benchmarks" each_benchmark_holds
fi
