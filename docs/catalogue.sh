#!/usr/bin/env bash
# Creates docs/catalogue.png, a screenshot of the catalogue of `specs`. Needs Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

site=$(mktemp -d)
trap 'rm -r "$site"' EXIT
cargo run --quiet --package codes-cli -- explain --format html specs specs/standards -o "$site"

"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --disable-background-networking \
    --disable-component-update --disable-sync --no-first-run --hide-scrollbars \
    --user-data-dir="$site/chromium" --window-size=1000,620 --screenshot="$PWD/docs/catalogue.png" \
    "file://$site/index.html?q=429"
