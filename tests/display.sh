# shellcheck shell=bash
# Sourced by scripts that open windows. start_display: when there is no display, starts Xvfb, sets DISPLAY and leaves its
# process id in `xvfb` for the caller to end.
start_display() {
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then return 0; fi
    local number
    number=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1920x1920x24 -nolisten tcp 3>"$number" >/dev/null 2>&1 &
    xvfb=$!
    for _ in $(seq 100); do
        if [ -s "$number" ] || ! kill -0 "$xvfb" 2>/dev/null; then break; fi
        sleep 0.1
    done
    DISPLAY=:$(<"$number")
    rm -f "$number"
    if [ "$DISPLAY" = : ]; then
        echo "Xvfb did not start" >&2
        return 1
    fi
    export DISPLAY
}
