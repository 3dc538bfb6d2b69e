use std::io::BufReader;

use super::record::{RecordedContent, RecordedResponse};
use super::{document, lines, read};
use crate::messages::observe::BadRecord;

/// Reads a recording, and shows each item.
fn items(recording: &[u8]) -> Vec<String> {
    let mut items = Vec::new();
    let done = read("f", recording, &mut |place, record| {
        items.push(match record {
            Ok(record) => format!("{} {} {}", place.unit, place.number, show(&record)),
            Err(problem) => format!("{place} {problem:?}"),
        });
    });
    done.expect("bytes can be read");
    items
}

fn show(record: &RecordedResponse) -> String {
    let host = record.host.as_deref().unwrap_or("-");
    match &record.content {
        RecordedContent::Http { headers, body } => {
            let headers = headers.iter().map(|(name, value)| {
                format!("{name}={} ", String::from_utf8_lossy(value.as_bytes()))
            });
            let headers = headers.collect::<String>();
            format!(
                "{} {host} {headers}{}",
                record.status,
                String::from_utf8_lossy(body)
            )
        }
        RecordedContent::Facts {
            code,
            detail,
            message,
        } => format!("{} {host} {code:?} {detail:?} {message:?}", record.status),
    }
}

#[test]
fn lines_have_bodies_as_text_or_json() {
    let recording = concat!(
        "\u{feff}{\"status\": 404, \"body\": {\"a\": [1]}}\r\n",
        "\n  \t\n",
        "{\"status\": \"404\", \"body\": \"{\\\"a\\\": 1}\", \"url\": \"https://u:p@A.example:81/x?y\"}\n",
        "{\"status\": 500, \"headers\": {\"A\": \"x\", \"b\": [\"y\", 2, null], \":c\": \"z\"}, \"host\": \"H\"}\n",
        "{\"status\": 500, \"headers\": [{\"name\": \"A\", \"value\": \"x\"}, {}, 1], \"body\": null}\n",
        "{\"status\": 500, \"body\": \"\\ud800\"}\n",
        "{\"status\": 400, \"code\": 7, \"detail\": \"d\", \"message\": \"m\"}\n",
        "{\"status\": 400, \"code\": 7, \"body\": 1}",
    );
    assert_eq!(
        items(recording.as_bytes()),
        [
            "line 1 404 - {\"a\": [1]}",
            "line 4 404 a.example:81 {\"a\": 1}",
            "line 5 500 h a=x b=y b=2 ",
            "line 6 500 - a=x ",
            "line 7 500 - \u{fffd}\u{fffd}\u{fffd}",
            "line 8 400 - Some(Int(7)) Some(Text(\"d\")) Some(\"m\")",
            "line 9 400 - 1",
        ]
    );
}

#[test]
fn lines_that_are_not_responses_are_named() {
    for (line, problem) in [
        (&b"x"[..], BadRecord::NotJson),
        (b"{\"status\": 1", BadRecord::NotJson),
        (b"{\"status\": 404} {}", BadRecord::NotJson),
        (b"\xff", BadRecord::NotUtf8),
        (b"7", BadRecord::NotARecord),
        (b"{\"status\": 404, \"status\": 404}", BadRecord::NotARecord),
        (b"{}", BadRecord::Status),
        (b"{\"status\": 0}", BadRecord::Status),
        (b"{\"status\": 99.5}", BadRecord::Status),
        (b"{\"status\": 65940}", BadRecord::Status),
        (b"{\"status\": [404]}", BadRecord::Status),
    ] {
        assert_eq!(items(line), [format!("f: line 1 {problem:?}")]);
    }
    assert!(items(b"").is_empty());
}

#[test]
fn har_entries_are_read_one_by_one() {
    let har = br#" {"log": {"version": "1.2", "pages": [{"id": 1}], "entries": [
        {"request": {"url": "https://a.example/x"},
         "response": {"status": 404, "headers": [{"name": "X-A", "value": "1"}],
                      "content": {"size": 1, "mimeType": "application/json", "text": "{}"}}},
        {"response": {"status": 500, "content": {"text": "eHk=", "encoding": "base64"}}},
        {"response": {"status": 500, "content": {"text": "!", "encoding": "base64"}}},
        {"response": {"status": 0, "content": {}}},
        {"request": null}, 7,
        {"response": {"status": 204, "headers": null, "content": null}}
    ], "comment": ""}}"#;
    assert_eq!(
        items(har),
        [
            "entry 1 404 a.example x-a=1 {}",
            "entry 2 500 - xy",
            "f: entry 3 Encoding",
            "f: entry 4 Status",
            "f: entry 5 NotARecord",
            "f: entry 6 NotARecord",
            "entry 7 204 - ",
        ]
    );
    let broken = br#"{"log": {"entries": [{"response": {"status": 404}}, {"#;
    assert_eq!(items(broken), ["entry 1 404 - ", "f: entry 2 Broken"]);
    assert_eq!(items(br#"{"log": {"entries": 7}}"#), ["f: entry 1 Broken"]);
    assert_eq!(items(br#"{"log": {}}"#), [""; 0]);
}

#[test]
fn a_list_of_responses_is_read_too() {
    let list = br#"[{"status": 404}, {"status": 1}, {"status": 500, "body": [2]}]"#;
    assert_eq!(
        items(list),
        ["entry 1 404 - ", "f: entry 2 Status", "entry 3 500 - [2]"]
    );
}

#[test]
fn a_long_line_is_skipped_without_being_kept() {
    let lines = format!(
        "{{\"status\": 404}}\n{}\n{{\"status\": 500}}",
        "x".repeat(100)
    );
    let mut found = Vec::new();
    let mut each = |number, record: Result<RecordedResponse, _>| {
        found.push((number, record.map(|record| record.status)));
    };
    // a small buffer, so that a line is read in several parts
    let mut input = BufReader::with_capacity(7, lines.as_bytes());
    lines::read(&mut input, 99, &mut each).expect("read");
    assert_eq!(
        found,
        [(1, Ok(404)), (2, Err(BadRecord::TooLong)), (3, Ok(500))]
    );
}

#[test]
fn a_long_entry_ends_a_document() {
    let list = format!(
        "[{{\"status\": 404}}, {{\"status\": 500}}, \"{}\", 7]",
        "x".repeat(100)
    );
    let mut found = Vec::new();
    let mut each = |number, record: Result<RecordedResponse, _>| {
        found.push((number, record.map(|record| record.status)));
    };
    let mut input = list.as_bytes();
    document::read(&mut input, 99, &[], RecordedResponse::of_line, &mut each).expect("read");
    assert_eq!(
        found,
        [(1, Ok(404)), (2, Ok(500)), (3, Err(BadRecord::TooLong))]
    );
}
