//! Responses become errors, with reqwest: `cargo run --example reqwest`.

use axum::routing;
use codes_runtime::{ApiError, CodeTable, codes};

codes! {
    enum PointsCode = "specs/points.yaml";
}

#[derive(Debug, thiserror::Error)]
enum ClientError {
    #[error(transparent)]
    Refused(#[from] ApiError<PointsCode>),
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

async fn get(url: &str) -> Result<String, ClientError> {
    let response = reqwest::get(url).await?;
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.bytes().await;
    // a body that breaks off hides no refusal
    PointsCode::check(status, &headers, body.as_deref().unwrap_or_default())?;
    Ok(String::from_utf8_lossy(&body?).into_owned())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let busy = (http::StatusCode::TOO_MANY_REQUESTS, [("retry-after", "30")], r#"{"message": "10 a second"}"#);
    let server = axum::Router::new().route("/fine", routing::get("fine")).route("/busy", routing::get(busy));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, server).await });
    for path in ["fine", "busy", "lost"] {
        println!("{path}: {:?}", get(&format!("http://{address}/{path}")).await.map_err(|error| error.to_string()));
    }
    Ok(())
}
