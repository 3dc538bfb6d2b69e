//! A mock or a gateway answers with a vendor's rows, in the form of RFC 9457, with axum: `cargo run --example axum`.

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
            "code": self.code().map(|code| code.to_string()), // where this table's `body` looks for it
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
