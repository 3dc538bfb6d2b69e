//! Replaces an SDK's handwritten enum with a spec: before and after.
//!
//! ```sh
//! cargo run --example sdk
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime --features serde
//! ```

use codes_runtime::{Received, codes};

/// Before: each code is written here and in a `match`, without its meaning or any advice.
#[derive(Debug)]
enum Handwritten {
    CardDeclined,
    RateLimit,
    Unknown(String),
}

impl From<&str> for Handwritten {
    fn from(code: &str) -> Self {
        match code {
            "card_declined" => Handwritten::CardDeclined,
            "rate_limit" => Handwritten::RateLimit,
            other => Handwritten::Unknown(other.to_owned()),
        }
    }
}

codes! {
    enum PaymentsCode = "specs/payments.yaml";
}

fn main() {
    for code in ["card_declined", "rate_limit", "new_refusal"] {
        match Handwritten::from(code) {
            Handwritten::Unknown(code) => println!("before: unknown {code}"),
            known => println!("before: {known:?}"),
        }
        let received = Received::<PaymentsCode>::new(code); // deserialized from any string or integer
        match received.one() {
            Some(known) => println!("after: {known:?}, {known}, retry {:?}", known.retry()),
            None => println!("after: unknown {received}"),
        }
    }
}
