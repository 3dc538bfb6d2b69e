//! Enums whose discriminants are the codes, with `#[codes(repr = i32)]` and
//! `#[code(by = discriminant)]`.

use codes_runtime::{Code, CodeTable, Kind, RawCode, Retry, codes};

codes! {
    #[codes(repr = i32)]
    pub enum BrokerCode = "specs/broker.yaml";

    pub enum ByPosition = "specs/broker.yaml";
}

const UNEXPECTED: i32 = BrokerCode::Unexpected as i32;
const RETRY: Option<Retry> = BrokerCode::Unexpected.retry();

#[test]
fn declared_variants_are_their_codes() {
    use BrokerCode as B;
    assert_eq!(
        B::ALL.iter().map(|&code| code as i32).collect::<Vec<_>>(),
        [3, -1, 70_000]
    );
    assert_eq!((UNEXPECTED, RETRY), (-1, Some(Retry::Backoff)));
    assert_eq!(size_of::<B>(), 4);
    assert_eq!(
        ByPosition::ALL
            .iter()
            .map(|&code| code as i32)
            .collect::<Vec<_>>(),
        [0, 1, 2]
    );
}

#[test]
fn declared_variants_have_their_rows() {
    use BrokerCode as B;
    for (row, code) in B::TABLE.rows().zip(B::ALL) {
        assert_eq!(code.row(), row);
        assert_eq!(code.code(), Some(RawCode::Int(*code as i64)));
        assert_eq!(B::with_code(*code as i64).one(), Some(*code));
        assert_eq!(B::from_name(row.name()), Some(*code));
    }
    assert_eq!(B::ThrottlingQuota.kind(), Some(Kind::RateLimited));
    assert_eq!(
        B::UnknownTopic.description(),
        Some("The topic does not exist.")
    );
    assert_eq!(
        B::ThrottlingQuota.to_string(),
        ByPosition::ThrottlingQuota.to_string()
    );
    assert!(B::ThrottlingQuota.is_quota() && !B::Unexpected.is_quota());
    assert_eq!("-1".parse(), Ok(B::Unexpected));
    #[expect(deprecated, reason = "the former name is the subject")]
    let former = B::NoTopic;
    assert_eq!(former, B::UnknownTopic);
}

#[test]
fn codes_order_declared_variants() {
    use BrokerCode as B;
    let mut codes = B::ALL.to_vec();
    codes.sort_unstable();
    assert_eq!(codes, [B::Unexpected, B::UnknownTopic, B::ThrottlingQuota]);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/broker.yaml", by = discriminant)]
#[repr(i32)]
enum Broker {
    Throttled = 70_000,
    Topic = 0x3,
    Unknown = -1,
}

/// An enum whose discriminants are unrelated to the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/broker.yaml", partial)]
enum Numbered {
    ThrottlingQuota = 7,
    UnknownTopic,
}

/// An enum whose variants are in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/broker.yaml")]
enum Ordered {
    UnknownTopic,
    Unexpected,
    ThrottlingQuota,
}

#[test]
fn variants_have_their_rows_whatever_their_discriminants() {
    let names = [Numbered::ThrottlingQuota, Numbered::UnknownTopic].map(|code| code.name());
    assert_eq!(names, ["ThrottlingQuota", "UnknownTopic"]);
    assert!(Ordered::TABLE.rows().eq(Ordered::ALL.iter().map(Code::row)));
    let ordered = Ordered::ALL.iter().map(|code| format!("{code:?}"));
    assert!(ordered.eq(Ordered::ALL.iter().map(|code| code.name().to_owned())));
}

#[test]
fn discriminants_choose_the_rows_of_variants() {
    assert_eq!(
        Broker::ALL,
        [Broker::Topic, Broker::Unknown, Broker::Throttled]
    );
    assert_eq!(
        [Broker::Throttled, Broker::Topic, Broker::Unknown].map(|code| code.name()),
        ["ThrottlingQuota", "UnknownTopic", "Unexpected"]
    );
    assert_eq!(Broker::with_code(-1).one(), Some(Broker::Unknown));
}
