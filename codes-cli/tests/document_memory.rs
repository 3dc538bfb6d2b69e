//! The memory for the import of large documents is proportional to their size.

use std::fmt::Write as _;

use allocation_counter::measure;
use codes_cli::import::{DataFormat, Provenance, spec_of_document};

const MIB: usize = 1 << 20;

/// Writes a document of about the given number of bytes.
type Writer = fn(usize) -> String;

/// Writes a document of about this size: its start, as many parts as needed, and its end.
fn document(bytes: usize, ends: [&str; 2], part: fn(usize) -> String) -> String {
    let mut text = ends[0].to_owned();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text += &part(number);
    }
    text + ends[1]
}

fn smithy(bytes: usize) -> String {
    let start = r#"{"smithy": "2.0", "shapes": {"a#Gone": {"type": "structure",
        "traits": {"smithy.api#error": "client", "smithy.api#httpError": 410}}"#;
    document(bytes, [start, "}}"], |number| {
        let mut shape = format!(r#","a#S{number}": {{"type": "structure", "members": {{"x": {{}}"#);
        for member in 0..8 {
            let _ = write!(
                shape,
                r#","m{member}": {{"target": "smithy.api#String", "traits": {{"smithy.api#documentation": "<p>A text.</p>"}}}}"#
            );
        }
        shape + "}}"
    })
}

fn open_api(bytes: usize) -> String {
    let start = r#"{"openapi": "3.1.0", "components": {"schemas": {"E": {"properties": {"code": {"enum": ["gone", "full"]}}}}},
        "paths": {"/": {}"#;
    document(bytes, [start, "}}"], |number| {
        let schema = r##"{"content": {"a/json": {"schema": {"$ref": "#/components/schemas/E"}}}}"##;
        format!(
            r#","/p{number}": {{"get": {{"summary": "Reads a thing.", "responses": {{"404": {schema}, "409": {schema}}}}}}}"#
        )
    })
}

fn plain(bytes: usize) -> String {
    let start = r#"{"errors": [{"code": "GONE", "http_status": 410}], "log": [{"at": 0}"#;
    document(bytes, [start, "]}"], |number| {
        format!(r#",{{"id": {number}, "name": "A thing", "tags": ["a", "b"]}}"#)
    })
}

fn peak(text: &str, format: DataFormat) -> usize {
    let provenance = Provenance {
        vendor: "V",
        ..Provenance::default()
    };
    let measured = measure(|| {
        let spec = spec_of_document("errors", text, Some(format), &provenance);
        assert!(spec.is_some_and(|spec| spec.contains("code: ")));
    });
    usize::try_from(measured.bytes_max).expect("a size")
}

#[test]
fn memory_is_proportional_to_the_document() {
    let kinds: [(DataFormat, Writer); 3] = [
        (DataFormat::Smithy, smithy),
        (DataFormat::OpenApi, open_api),
        (DataFormat::Json, plain),
    ];
    for (format, text) in kinds {
        let (small, large) = (peak(&text(MIB), format), peak(&text(4 * MIB), format));
        assert!(large <= 5 * small, "{format:?}: {small} {large}");
        // at most 10 bytes of memory for a byte of the document: 640 MiB for the largest document, of 64 MiB
        assert!(large <= 10 * 4 * MIB, "{format:?}: {large}");
    }
}
