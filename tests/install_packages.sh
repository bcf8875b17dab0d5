#!/usr/bin/env bash
# install_packages.sh SECTION...: installs what is missing of these sections of tests/packages; silent when nothing is.
set -euo pipefail
list=$(dirname "$0")/packages

wanted=()
for section in "$@"; do
    grep -qxF "[$section]" "$list" || { echo "install_packages.sh: no section [$section] in $list" >&2; exit 2; }
    mapfile -t -O "${#wanted[@]}" wanted < <(awk -v section="[$section]" '
        /^#/ || NF == 0 { next }
        /^\[/ { inside = ($0 == section); next }
        inside { print $1 }' "$list")
done

missing=()
for package in "${wanted[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

root=()
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        root=(sudo)
    else
        echo "These packages are missing, and installing them needs root. As root:" >&2
        echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
fi

echo "Installing ${#missing[@]} packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() {
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 && return 0
    tail -n 20 "$log" >&2
    echo "Failed: $*" >&2
    exit 1
}
quietly apt-get update -q
quietly apt-get install -y -q --no-install-recommends "${missing[@]}"
