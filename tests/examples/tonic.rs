//! Finds the row of a gRPC status, with the reason of its `ErrorInfo` as the detail. tonic-health is only the service of
//! this example.
//!
//! ```sh
//! cargo run --example tonic
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add tokio@1.44 --no-default-features --features macros,net,rt,test-util,time
//! cargo add tonic@0.14 --no-default-features --features router,transport
//! cargo add tonic-health@0.14 --no-default-features
//! cargo add tonic-types@0.14
//! ```

use codes_runtime::{ApiError, Reply, codes};
use tonic::service::interceptor::InterceptedService;
use tonic::transport::{Endpoint, Server, server::TcpIncoming};
use tonic::{Code, Request, Status};
use tonic_health::pb::{HealthCheckRequest, health_client::HealthClient};
use tonic_types::{ErrorDetails, StatusExt};

codes! {
    enum ShardsCode = "specs/calls.yaml";
}

fn error(status: &Status) -> ApiError<ShardsCode> {
    let reply = Reply::new().code(status.code() as i32);
    let info = status.get_details_error_info();
    // an empty detail counts as no detail
    let reason = info.as_ref().map_or("", |info| &info.reason);
    ApiError::new(reply.message(status.message()).detail(reason))
}

fn refuse(request: Request<()>) -> Result<Request<()>, Status> {
    if !request.metadata().contains_key("shard") {
        return Ok(request);
    }
    let details = ErrorDetails::with_error_info("SHARD_MOVED", "shards.example", []);
    let status = Status::with_error_details(Code::Unavailable, "ask the other host", details);
    Err(status)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let (_reporter, health) = tonic_health::server::health_reporter();
    let server = Server::builder().add_service(InterceptedService::new(health, refuse));
    tokio::spawn(server.serve_with_incoming(TcpIncoming::from(listener)));
    let channel = Endpoint::from_shared(format!("http://{address}"))?
        .connect()
        .await?;
    let mut client = HealthClient::new(channel);
    for (service, shard) in [("", false), ("shards", false), ("", true)] {
        let mut request = Request::new(HealthCheckRequest {
            service: service.into(),
        });
        if shard {
            request.metadata_mut().insert("shard", "7".parse()?);
        }
        match client.check(request).await {
            Ok(_) => println!("serving"),
            Err(status) => println!("{} ({:?})", error(&status), error(&status).retry()),
        }
    }
    Ok(())
}
