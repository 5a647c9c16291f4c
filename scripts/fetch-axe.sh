#!/bin/sh
# Puts axe-core, which looks for what makes a page hard to use, into .build/axe.min.js. It comes from PyPI, once.
set -eu

version=0.1.8
target=.build/axe.min.js
[ ! -s "$target" ] || exit 0

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if ! python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$folder" \
    "axe-playwright-python==$version" >"$folder/log" 2>&1; then
    cat "$folder/log" >&2
    echo "axe-core could not be fetched from PyPI; by hand: put its axe.min.js into $target" >&2
    exit 1
fi
mkdir -p .build
python3 - "$folder"/*.whl "$target" <<'END'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel, open(sys.argv[2], "wb") as target:
    target.write(wheel.read("axe_playwright_python/axe.min.js"))
END
