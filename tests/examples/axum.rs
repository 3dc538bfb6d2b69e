//! Returns a vendor's rows as problem details (RFC 9457), with axum: for a mock or a gateway.
//!
//! ```sh
//! cargo run --example axum
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add axum@0.8 --no-default-features --features http1,tokio
//! cargo add http@1.0 --no-default-features --features std
//! cargo add serde_json@1.0.128 --no-default-features --features alloc
//! cargo add tokio@1.44 --no-default-features --features macros,net,rt,test-util,time
//! cargo add tower@0.5 --no-default-features --features retry,util
//! ```

use axum::http::{Request, StatusCode, header::CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::{Router, body::to_bytes, routing::get};
use codes_runtime::{Code, codes};
use tower::ServiceExt;

codes! {
    enum PointsCode = "specs/points.yaml";
}

impl IntoResponse for PointsCode {
    fn into_response(self) -> Response {
        let problem = serde_json::json!({
            "type": self.row().url().unwrap_or("about:blank"),
            "title": self.title(),
            "status": self.status(),
            "detail": self.description(),
            "code": self.code().map(|code| code.to_string()), // where the `body` of this table looks for it
        });
        let status = self
            .http_status()
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (
            status,
            [(CONTENT_TYPE, "application/problem+json")],
            problem.to_string(),
        )
            .into_response()
    }
}

async fn balance() -> Result<String, PointsCode> {
    Err(PointsCode::PointsBalanceNegative)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = Router::new().route("/balance", get(balance));
    let response = server
        .oneshot(Request::get("/balance").body(String::new())?)
        .await?;
    println!(
        "{} {:?}",
        response.status(),
        response.headers()[CONTENT_TYPE]
    );
    println!(
        "{}",
        String::from_utf8_lossy(&to_bytes(response.into_body(), 1 << 20).await?)
    );
    Ok(())
}
