//! Copies the detail and parameters of a response into your own error type, with thiserror.
//!
//! ```sh
//! cargo run --example params
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime --features http,json
//! cargo add http@1.0 --no-default-features --features std
//! cargo add thiserror@2.0.12
//! ```

use codes_runtime::{ApiError, CodeTable, codes};
use http::HeaderMap;

codes! {
    enum TillCode = "specs/shapes/till.yaml";
}

/// The errors that callers of this client tell apart.
#[derive(Debug, thiserror::Error)]
enum PayError {
    #[error("the card was declined: {0}")]
    Declined(String),
    #[error("`{0}` is not valid")]
    Invalid(String),
    #[error(transparent)]
    Other(ApiError<TillCode>),
}

impl From<ApiError<TillCode>> for PayError {
    fn from(error: ApiError<TillCode>) -> Self {
        use TillCode as T;
        match error.one() {
            Some(T::CardDeclinedInsufficientFunds) => PayError::Declined("no money".into()),
            // also for decline codes that the table does not list
            Some(T::CardDeclined) => {
                let detail = error.detail().map(|detail| detail.to_string());
                PayError::Declined(detail.unwrap_or_default())
            }
            Some(T::InvalidRequestError) => {
                PayError::Invalid(error.param("param").unwrap_or("request").into())
            }
            _ => PayError::Other(error),
        }
    }
}

fn pay(status: u16, body: &str) -> Result<(), PayError> {
    TillCode::check(status, &HeaderMap::new(), body.as_bytes())?;
    Ok(())
}

fn main() {
    let declined =
        |detail| format!(r#"{{"error": {{"code": "card_declined", "decline_code": "{detail}"}}}}"#);
    println!("{:?}", pay(200, r#"{"paid": true}"#));
    println!("{:?}", pay(402, &declined("insufficient_funds")));
    println!("{:?}", pay(402, &declined("brand_new")));
    println!("{:?}", pay(402, &declined("try_again_later")));
    let invalid = r#"{"error": {"type": "invalid_request_error", "param": "amount"}}"#;
    println!("{:?}", pay(400, invalid));
}
