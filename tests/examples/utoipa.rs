//! Lists the table's rows as an operation's responses in an `OpenAPI` document, with utoipa.
//!
//! ```sh
//! cargo run --example utoipa
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add serde_json@1.0.128 --no-default-features --features alloc
//! cargo add utoipa@6
//! ```

use std::collections::BTreeMap;

use codes_runtime::codes;
use utoipa::openapi::{RefOr, Response};
use utoipa::{IntoResponses, OpenApi};

codes! {
    enum PaymentsCode = "specs/payments.yaml";
}

impl IntoResponses for PaymentsCode {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let mut texts = BTreeMap::<_, String>::new();
        for code in PaymentsCode::ALL {
            let status = code
                .status()
                .map_or("default".to_owned(), |status| status.to_string());
            *texts.entry(status).or_default() += &format!("- {code}\n"); // rows may share a status
        }
        texts
            .into_iter()
            .map(|(status, text)| (status, Response::new(text).into()))
            .collect()
    }
}

#[utoipa::path(post, path = "/payments", responses((status = 201, description = "Paid."), PaymentsCode))]
#[expect(dead_code, reason = "in place of a handler")]
fn pay() {}

#[derive(OpenApi)]
#[openapi(info(title = "Shop", version = "1"), paths(pay))]
struct Api;

fn main() -> serde_json::Result<()> {
    println!("{}", Api::openapi().to_pretty_json()?);
    Ok(())
}
