extern crate std;

use super::{Code, CodeType, LEN, Record, RecordBytes, TextRange};
use crate::vocabulary::{Kind, Outcome, Retry};

const FULL: Record = Record {
    details: 70_000,
    status: Some(999),
    more_statuses: true,
    kind: Some(Kind::Internal),
    declares_kind: true,
    has_messages: true,
    outcome: Outcome::Error,
    retry: Some(Retry::IfIdempotent),
    display: TextRange { start: 1, len: 2 },
    code: Code::Text(TextRange { start: 3, len: 4 }),
    title: TextRange {
        start: 5,
        len: u32::MAX,
    },
};

fn read(record: &Record) -> RecordBytes<'static> {
    RecordBytes(leak(record.to_bytes()))
}

#[test]
fn records_are_read_as_written() {
    let bytes = read(&FULL);
    assert_eq!((bytes.details(), bytes.status()), (70_000, Some(999)));
    assert_eq!((bytes.kind(), bytes.retry()), (FULL.kind, FULL.retry));
    assert_eq!(bytes.outcome(), Outcome::Error);
    assert!(bytes.more_statuses() && bytes.declares_kind() && bytes.has_messages());
    assert_eq!((bytes.display(), bytes.title()), ((1, 2), (5, 0xffff_ffff)));
    assert_eq!(bytes.code_type(), CodeType::Text);
    assert_eq!(bytes.code_text(), (3, 4));
    let class = Code::Class(TextRange { start: 3, len: 4 });
    let bytes = read(&Record {
        code: class,
        ..FULL
    });
    assert_eq!(bytes.code_type(), CodeType::Class);
    assert_eq!(bytes.code_text(), (3, 4));
}

#[test]
fn integers_take_the_place_of_a_text_code() {
    for (code, code_type) in [
        (Code::Int(-7), CodeType::Int),
        (Code::Range(-7), CodeType::Range),
    ] {
        let bytes = read(&Record { code, ..FULL });
        assert_eq!(bytes.code_type(), code_type);
        assert_eq!(bytes.code_int(), -7);
        assert_eq!((bytes.display(), bytes.title()), ((1, 2), (5, 0xffff_ffff)));
    }
}

#[test]
fn absent_facts_are_read_as_absent() {
    let bytes = read(&Record {
        status: None,
        more_statuses: false,
        kind: None,
        declares_kind: false,
        has_messages: false,
        outcome: Outcome::Ok,
        retry: None,
        code: Code::None,
        ..FULL
    });
    assert_eq!((bytes.status(), bytes.kind()), (None, None));
    assert_eq!((bytes.retry(), bytes.outcome()), (None, Outcome::Ok));
    assert!(!bytes.more_statuses() && !bytes.declares_kind() && !bytes.has_messages());
    assert_eq!(bytes.code_type(), CodeType::None);
    assert_eq!(bytes.code_text(), (3, 0));
}

fn leak(bytes: [u8; LEN]) -> &'static [u8; LEN] {
    std::boxed::Box::leak(std::boxed::Box::new(bytes))
}
