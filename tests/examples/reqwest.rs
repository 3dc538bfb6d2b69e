//! Turns responses into your client's error, with reqwest. axum is only the server of this example.
//!
//! ```sh
//! cargo run --example reqwest
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime --features http,json
//! cargo add axum@0.8 --no-default-features --features http1,tokio
//! cargo add http@1.0 --no-default-features --features std
//! cargo add reqwest@0.13 --no-default-features
//! cargo add thiserror@2.0.12
//! cargo add tokio@1.44 --no-default-features --features macros,net,rt,test-util,time
//! ```

use axum::{Router, routing};
use codes_runtime::{ApiError, CodeTable, codes};

codes! {
    enum PointsCode = "specs/points.yaml";
}

#[derive(Debug, thiserror::Error)]
#[error(transparent)]
enum ClientError {
    Refused(#[from] ApiError<PointsCode>),
    Http(#[from] reqwest::Error),
}

async fn get(client: &reqwest::Client, url: String) -> Result<String, ClientError> {
    let response = client.get(url).send().await?;
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.bytes().await;
    // a body that cannot be read to its end must not hide an error
    PointsCode::check(status, &headers, body.as_deref().unwrap_or_default())?;
    Ok(String::from_utf8_lossy(&body?).into_owned())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let busy = (
        http::StatusCode::TOO_MANY_REQUESTS,
        [("retry-after", "30")],
        r#"{"message": "10 a second"}"#,
    );
    let server = Router::new()
        .route("/fine", routing::get("fine"))
        .route("/busy", routing::get(busy));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async { axum::serve(listener, server).await });
    let client = reqwest::Client::builder().no_proxy().build()?;
    for path in ["fine", "busy", "lost"] {
        let got = get(&client, format!("http://{address}/{path}")).await;
        println!("{path}: {}", got.unwrap_or_else(|error| error.to_string()));
    }
    Ok(())
}
