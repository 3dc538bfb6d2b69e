//! Importing a machine-readable document never panics, and the writer causes no errors in the spec.

use codes_cli::import::{DataFormat, Provenance, spec_of_document};

/// Imports a document whose format is detected.
pub fn check(bytes: &[u8]) {
    check_as(None, bytes);
}

pub fn botocore(bytes: &[u8]) {
    check_as(Some(DataFormat::Botocore), bytes);
}

pub fn json(bytes: &[u8]) {
    check_as(Some(DataFormat::Json), bytes);
}

pub fn openapi(bytes: &[u8]) {
    check_as(Some(DataFormat::OpenApi), bytes);
}

pub fn proto(bytes: &[u8]) {
    check_as(Some(DataFormat::Proto), bytes);
}

pub fn smithy(bytes: &[u8]) {
    check_as(Some(DataFormat::Smithy), bytes);
}

pub fn toml(bytes: &[u8]) {
    check_as(Some(DataFormat::Toml), bytes);
}

pub fn yaml(bytes: &[u8]) {
    check_as(Some(DataFormat::Yaml), bytes);
}

fn check_as(format: Option<DataFormat>, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let text = text.replace("\r\n", "\n").replace(['\r', '\0'], "\n");
    let provenance = Provenance {
        vendor: "V",
        ..Provenance::default()
    };
    if let Some(written) = spec_of_document("errors", &text, format, &provenance) {
        super::page::check_written(&written);
    }
}
