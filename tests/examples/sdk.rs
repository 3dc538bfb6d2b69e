//! Replaces a hand-kept enum of an SDK by a spec, before and after.
//!
//! ```sh
//! cargo run --example sdk
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime --features serde
//! ```

use codes_runtime::{Received, codes};

/// Before: each code is here and in a `match`, and nothing says what it means or what to do.
#[derive(Debug)]
enum HandKept {
    CardDeclined,
    RateLimit,
    Unknown(String),
}

impl From<&str> for HandKept {
    fn from(code: &str) -> Self {
        match code {
            "card_declined" => HandKept::CardDeclined,
            "rate_limit" => HandKept::RateLimit,
            other => HandKept::Unknown(other.to_owned()),
        }
    }
}

codes! {
    enum PaymentsCode = "specs/payments.yaml";
}

fn main() {
    for code in ["card_declined", "rate_limit", "new_refusal"] {
        match HandKept::from(code) {
            HandKept::Unknown(code) => println!("before: unknown {code}"),
            known => println!("before: {known:?}"),
        }
        let received = Received::<PaymentsCode>::new(code); // serde reads such a field from any text or integer
        match received.one() {
            Some(known) => println!("after: {known:?}, {known}, retry {:?}", known.retry()),
            None => println!("after: unknown {received}"),
        }
    }
}
