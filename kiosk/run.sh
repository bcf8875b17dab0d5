#!/usr/bin/env bash
# Installs what is missing, builds, and ends with the kiosk on screen with the demo catalogue. Without a display it plays
# the guided demo instead and leaves pictures, journal, spreadsheet and receipt in .out/guided-demo. The demo's data is
# in .out/demo, so that trying the product never touches real data; arguments go to ocop-kiosk (e.g. --window 1280x800).
set -euo pipefail
cd "$(dirname "$0")/.."
programs=.build/release/bin

bash tests/install_packages.sh run
bash tests/build.sh release ocop ocop-kiosk ocop-hub

# Plays a visitor and a sale in a real window; everything it makes goes to the folder $1.
play_guided_demo() {
    "$programs/ocop-guided-demo" --out "$1"
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
