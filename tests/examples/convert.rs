//! Converts between rows of the open standards' tables and the types of http, h2 and tonic.
//!
//! ```sh
//! cargo run --example convert
//!
//! # in a package of your own
//! cargo add codes-tables --path ../codes/codes-tables --features http,http2,grpc
//! cargo add h2@0.4
//! cargo add http@1.0 --no-default-features --features std
//! cargo add tonic@0.14 --no-default-features --features router,transport
//! ```

use codes_tables::{Code, CodeTable, GrpcCode, Http2Code, HttpCode, RawCode};

/// The row for a failed call: of HTTP, HTTP/2 or gRPC.
#[derive(Debug)]
struct Failure(Box<dyn Code>);

impl TryFrom<http::StatusCode> for Failure {
    type Error = http::StatusCode;

    fn try_from(status: http::StatusCode) -> Result<Self, Self::Error> {
        let found = HttpCode::with_status(status.as_u16()).one();
        found.map(|row| Failure(Box::new(row))).ok_or(status)
    }
}

impl TryFrom<h2::Reason> for Failure {
    type Error = h2::Reason;

    fn try_from(reason: h2::Reason) -> Result<Self, Self::Error> {
        let found = Http2Code::with_code(u32::from(reason)).one();
        found.map(|row| Failure(Box::new(row))).ok_or(reason)
    }
}

impl From<tonic::Code> for Failure {
    fn from(code: tonic::Code) -> Self {
        // the table has every code of tonic
        let found = GrpcCode::with_code(code as i32).one();
        Failure(Box::new(found.unwrap_or(GrpcCode::Unknown)))
    }
}

/// Converts in the other direction, by the integer code of the row.
fn to_tonic(code: GrpcCode) -> tonic::Code {
    let number = code.code().and_then(RawCode::as_int).unwrap_or(2);
    i32::try_from(number).map_or(tonic::Code::Unknown, tonic::Code::from_i32)
}

fn main() {
    let failure = Failure::from(tonic::Code::Unavailable);
    println!("{}: {:?}", failure.0, failure.0.retry());
    println!("{:?}", Failure::try_from(h2::Reason::REFUSED_STREAM));
    println!("{:?}", Failure::try_from(http::StatusCode::GONE));
    let unregistered = http::StatusCode::from_u16(599).expect("a status");
    println!("{:?}", Failure::try_from(unregistered));
    println!("{:?}", to_tonic(GrpcCode::DataLoss));
}
