#!/usr/bin/env bash
# Makes the screens of now the golden pictures of tests/gold. Look at what git shows as changed before committing it.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash tests/build.sh asan ocop-tests
OCOP_ACCEPT_GOLD=1 .build/asan/bin/ocop-tests "the main screens look as they were accepted"
git status --short tests/gold
du -csh tests/gold/*.png | tail -n 1
