//! Starts servers and sends requests to them.

use std::net::SocketAddr;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;
use codes_runtime::{ApiError, CodeTable};

/// Starts a server that runs as long as the test, and returns its address.
pub(crate) async fn serve(server: Router) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, server).await });
    address
}

/// A response as the client received it.
pub(crate) struct Received {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: reqwest::Result<Bytes>,
}

impl Received {
    /// Requests a path of the server.
    pub(crate) async fn get(address: SocketAddr, path: &str) -> Self {
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .expect("a client");
        let request = client.get(format!("http://{address}{path}"));
        let response = request.send().await.expect("a response");
        let (status, headers) = (response.status(), response.headers().clone());
        Received {
            status,
            headers,
            body: response.bytes().await,
        }
    }

    /// Serves the response once and requests it.
    pub(crate) async fn from(response: impl IntoResponse + Clone + Send + Sync + 'static) -> Self {
        let address = serve(Router::new().route("/", get(response))).await;
        Received::get(address, "/").await
    }

    /// The body, or nothing if the connection broke.
    pub(crate) fn body(&self) -> &[u8] {
        self.body.as_deref().unwrap_or_default()
    }

    pub(crate) fn check<C: CodeTable>(&self) -> Result<(), ApiError<C>> {
        C::check(self.status, &self.headers, self.body())
    }

    pub(crate) fn error<C: CodeTable>(&self) -> ApiError<C> {
        self.check().expect_err("an error")
    }
}
