//! Any machine-readable document can be imported, and the writer causes no errors in the spec.

use codes_cli::import::{DataFormat, Provenance, spec_of_document};

/// The first byte selects the format, and the rest is the document.
pub fn check(bytes: &[u8]) {
    let (choice, text) = super::choice(bytes);
    let text = text.replace("\r\n", "\n").replace(['\r', '\0'], "\n");
    let formats = [
        DataFormat::Json,
        DataFormat::Yaml,
        DataFormat::Toml,
        DataFormat::OpenApi,
        DataFormat::Smithy,
        DataFormat::Botocore,
        DataFormat::Proto,
    ];
    let format = formats.get(usize::from(choice)).copied();
    let provenance = Provenance {
        vendor: "V",
        ..Provenance::default()
    };
    if let Some(written) = spec_of_document("errors", &text, format, &provenance) {
        super::page::check_written(&written);
    }
}
