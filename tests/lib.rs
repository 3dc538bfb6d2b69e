//! Stands where a downstream user stands: see the `[[test]]` entries of the manifest.
