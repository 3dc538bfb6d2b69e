extern crate std;

use super::{Code, CodeType, LEN, Record, RecordBytes, TextRange};
use crate::vocabulary::{Kind, Outcome, Retry};

#[test]
fn records_are_read_as_written() {
    let range = |start, len| TextRange { start, len };
    let record = Record {
        details: 70_000,
        status: Some(999),
        more_statuses: true,
        kind: Some(Kind::Internal),
        outcome: Outcome::Error,
        retry: Some(Retry::IfIdempotent),
        display: range(1, 2),
        code: Code::Text(range(3, 4)),
        title: range(5, u32::MAX),
    };
    let read = |record: &Record| RecordBytes(leak(record.to_bytes()));
    let bytes = read(&record);
    assert_eq!((bytes.details(), bytes.status()), (70_000, Some(999)));
    assert_eq!((bytes.kind(), bytes.retry()), (record.kind, record.retry));
    assert_eq!(
        (bytes.outcome(), bytes.more_statuses()),
        (Outcome::Error, true)
    );
    assert_eq!((bytes.display(), bytes.title()), ((1, 2), (5, 0xffff_ffff)));
    assert_eq!(
        (bytes.code_type(), bytes.code_text()),
        (CodeType::Text, (3, 4))
    );

    let range = Record {
        code: Code::Range(i64::MIN),
        ..record
    };
    assert_eq!(read(&range).code_type(), CodeType::Range);
    assert_eq!(read(&range).code_int(), i64::MIN);

    let empty = Record {
        status: None,
        more_statuses: false,
        kind: None,
        outcome: Outcome::Ok,
        retry: None,
        code: Code::None,
        ..record
    };
    let bytes = read(&empty);
    assert_eq!(
        (bytes.status(), bytes.kind(), bytes.retry()),
        (None, None, None)
    );
    assert_eq!(
        (bytes.outcome(), bytes.more_statuses()),
        (Outcome::Ok, false)
    );
    assert_eq!(bytes.code_type(), CodeType::None);
}

fn leak(bytes: [u8; LEN]) -> &'static [u8; LEN] {
    std::boxed::Box::leak(std::boxed::Box::new(bytes))
}
