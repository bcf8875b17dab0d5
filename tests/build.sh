#!/usr/bin/env bash
# build.sh KIND [TARGET...]: configures and builds .build/KIND. Kinds: release, asan, tsan, fuzz, bench, tidy (configured
# only, for its compile commands). ccache is used where it is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:?kind of build}
shift

options=(-DOCOP_TESTS=OFF)
case "$kind" in
release) options+=(-DCMAKE_BUILD_TYPE=Release) ;;
asan) options=(-DOCOP_TESTS=ON -DOCOP_SANITIZERS=address -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g1") ;;
tsan) options=(-DOCOP_TESTS=ON -DOCOP_SANITIZERS=thread -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1") ;;
bench) options+=(-DOCOP_BENCH=ON -DCMAKE_BUILD_TYPE=Release) ;;
fuzz)
    options+=(-DOCOP_FUZZ=ON -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1"
        -DCMAKE_C_COMPILER=clang-14 -DCMAKE_CXX_COMPILER=clang++-14)
    ;;
tidy)
    options=(-DOCOP_TESTS=ON -DCMAKE_BUILD_TYPE=Debug -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_UNITY_BUILD=OFF
        -DCMAKE_C_COMPILER=clang-14 -DCMAKE_CXX_COMPILER=clang++-14)
    ;;
*)
    echo "build.sh: unknown kind $kind" >&2
    exit 2
    ;;
esac
if command -v ccache >/dev/null; then
    options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}
fi

cmake -S . -B ".build/$kind" -G Ninja --log-level=WARNING "${options[@]}"
if [ "$kind" = tidy ]; then exit 0; fi
quiet=()
if [ ! -t 1 ]; then quiet=(--quiet); fi
ninja -C ".build/$kind" -j "$(nproc)" "${quiet[@]}" "$@"
