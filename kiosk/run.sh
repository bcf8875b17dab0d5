#!/usr/bin/env bash
# Installs what is missing, builds, and ends with the kiosk on screen with the demo catalogue. Without a display it plays
# the guided demo instead and leaves pictures, journal, spreadsheet and receipt in .out/guided-demo. The demo's data is
# in .out/demo, so that trying the product never touches real data; arguments go to ocop-kiosk (e.g. --window 1280x800).
set -euo pipefail
cd "$(dirname "$0")/.."
programs=.build/release/bin

bash tests/install_packages.sh run
bash tests/install_packages.sh languages || echo "Without it, Chinese, Japanese and Korean are not offered."
bash tests/build.sh release ocop ocop-kiosk

# Plays a visitor, a sale and a count in real windows, in both languages and both orientations; everything it makes goes
# to the folder $1.
play_guided_demo() {
    local out=$1 size language
    for size in 1920x1080 1080x1920; do
        for language in vi en; do
            local pictures=$out/$language-$size data=$out/data-$language-$size
            mkdir -p "$pictures"
            "$programs/ocop" --data "$data" init --demo >/dev/null
            "$programs/ocop-kiosk" --data "$data" --window "$size" --lang "$language" --play "$pictures"
            "$programs/ocop-kiosk" --data "$data" --window "$size" --lang "$language" --start till --play "$pictures"
        done
    done
    "$programs/ocop" --data "$out/data-vi-1920x1080" verify
    "$programs/ocop" --data "$out/data-vi-1920x1080" export --format xlsx --out "$out/sales.xlsx"
    "$programs/ocop" --data "$out/data-vi-1920x1080" receipt Q1A-000001 --format png --out "$out/receipt.png"
}

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here, so the guided demo plays on an invisible one."
    bash tests/install_packages.sh demo
    . tests/display.sh
    trap 'kill "${xvfb:-}" 2>/dev/null || true' EXIT
    start_display
    rm -rf .out/guided-demo
    mkdir -p .out/guided-demo
    play_guided_demo .out/guided-demo
    echo "Screenshots, journal, spreadsheet and receipt are in $PWD/.out/guided-demo"
    exit 0
fi

if [ ! -d .out/demo ]; then
    rm -rf .out/demo.new
    mkdir -p .out
    "$programs/ocop" --data .out/demo.new init --demo
    mv .out/demo.new .out/demo
fi
exec "$programs/ocop-kiosk" --data .out/demo "$@"
