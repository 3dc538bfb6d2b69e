//! Waits as long as the vendor asks for, with a client of a chat API. axum is only the server of this example.
//!
//! ```sh
//! cargo run --example bot
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime --features http,json
//! cargo add axum@0.8 --no-default-features --features http1,tokio
//! cargo add http@1.0 --no-default-features --features std
//! cargo add reqwest@0.13 --no-default-features
//! cargo add tokio@1.44 --no-default-features --features macros,net,rt,test-util,time
//! ```

use std::time::Duration;

use axum::{Router, routing};
use codes_runtime::{ApiError, CodeTable, codes};
use http::StatusCode;

codes! {
    enum CourierCode = "specs/shapes/courier.yaml";
}

const FLOOD: &str = r#"{"ok": false, "description": "Flood", "parameters": {"retry_after": 1}}"#;
const KICKED: &str = r#"{"ok": false, "description": "Forbidden: bot was kicked by the user"}"#;

async fn send(url: &str, tries: u32) -> reqwest::Result<Result<(), ApiError<CourierCode>>> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let mut attempt = 0;
    loop {
        attempt += 1;
        let response = client.post(url).send().await?;
        let (status, headers) = (response.status(), response.headers().clone());
        let checked = CourierCode::check(status, &headers, &response.bytes().await?);
        let backoff = Duration::from_millis(100) * 2u32.pow(attempt);
        // `false`: sending a message is not idempotent
        match checked
            .as_ref()
            .map_err(|error| error.next_delay(backoff, false))
        {
            Err(Some(delay)) if attempt < tries => {
                println!("  again after {delay:?}");
                tokio::time::sleep(delay).await;
            }
            _ => return Ok(checked),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let flood = (StatusCode::TOO_MANY_REQUESTS, FLOOD);
    let server = Router::new()
        .route("/sent", routing::post(r#"{"ok": true}"#))
        .route("/flood", routing::post(flood))
        .route("/kicked", routing::post((StatusCode::FORBIDDEN, KICKED)));
    tokio::spawn(async { axum::serve(listener, server).await });
    for path in ["sent", "flood", "kicked"] {
        println!("{path}");
        if let Err(error) = send(&format!("{url}/{path}"), 2).await? {
            println!("  {error}\n  verb: {:?}", error.param("verb"));
        }
    }
    Ok(())
}
