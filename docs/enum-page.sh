#!/usr/bin/env bash
# Creates docs/enum-page.png, a screenshot of the README's enum in rustdoc. Needs Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

package=$(mktemp -d)
trap 'rm -r "$package"' EXIT
mkdir "$package/src" "$package/specs"
cp tests/specs/parcel.yaml "$package/specs/"
cp Cargo.lock "$package/"
cat > "$package/Cargo.toml" <<TOML
[package]
name = "parcels"
version = "0.1.0"
edition = "2024"

[dependencies]
codes-runtime = { path = "$PWD/codes-runtime" }

[workspace]
TOML
cat > "$package/src/lib.rs" <<'RUST'
//! A client of the Parcel API.

codes_runtime::codes! {
    /// Errors of the Parcel API.
    pub enum ParcelCode = "specs/parcel.yaml";
}
RUST
cargo doc --quiet --no-deps --manifest-path "$package/Cargo.toml" --target-dir "${CARGO_TARGET_DIR:-target}"

"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --disable-background-networking \
    --disable-component-update --disable-sync --no-first-run --hide-scrollbars \
    --user-data-dir="$package/chromium" --window-size=1100,1250 --screenshot="$PWD/docs/enum-page.png" \
    "file://$(realpath "${CARGO_TARGET_DIR:-target}")/doc/parcels/enum.ParcelCode.html"
