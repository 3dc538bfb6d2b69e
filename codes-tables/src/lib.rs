//! The codes of open standards as enums, with descriptions, kinds and retry advice.
//!
//! Each table is a feature, and none is enabled by default. For example, after `cargo add codes-tables --features
//! grpc`:
//!
//! ```
//! # #[cfg(feature = "grpc")] {
//! use codes_tables::{CodeTable, GrpcCode, Kind, Retry};
//!
//! let code = GrpcCode::with_code(14).one();
//! assert_eq!(code, Some(GrpcCode::Unavailable));
//! assert_eq!(GrpcCode::Unavailable.kind(), Some(Kind::Unavailable));
//! assert_eq!(GrpcCode::Unavailable.retry(), Some(Retry::IfIdempotent));
//! assert_eq!(GrpcCode::Unavailable.to_string(), "UNAVAILABLE (14)");
//! # }
//! ```
//!
//! | feature | enum | standard |
//! |---|---|---|
//! | `http` | `HttpCode` | HTTP status codes |
//! | `grpc` | `GrpcCode` | gRPC status codes |
//! | `jsonrpc` | `JsonRpcCode` | JSON-RPC 2.0 error codes |
//! | `websocket` | `WebSocketCode` | WebSocket close codes |
//! | `http2` | `Http2Code` | HTTP/2 error codes |
//! | `http3` | `Http3Code` | HTTP/3 error codes |
//! | `tls` | `TlsCode` | TLS alerts |
//! | `dns` | `DnsCode` | DNS response codes |
//! | `smtp` | `SmtpCode` | SMTP replies and enhanced status codes |
//! | `oauth2` | `OAuth2Code` | OAuth 2.0 and OpenID Connect errors |
//! | `acme` | `AcmeCode` | ACME error types |
//! | `mqtt` | `MqttCode` | MQTT 5 reason codes |
//! | `coap` | `CoapCode` | CoAP response codes |
//! | `sqlstate` | `SqlStateCode` | SQLSTATE codes of PostgreSQL and the SQL standard |
//!
//! The enums are generated files: there is no macro, the only dependency is [`codes_runtime`] without its features, and
//! nothing allocates. `codes explain --table grpc 14` looks a code up at the terminal, and `codes tables grpc` prints the
//! table as a spec that you can extend with your own codes.
//!
//! # Checking responses
//!
//! Add `codes-runtime` with the features `http` and `json` to check responses with [`CodeTable`]`::check`, which returns an
//! `ApiError`. The manual of `codes-runtime` describes how.
//!
//! # Conversions
//!
//! The crate does not depend on any client or server. The recipe `convert` in the repository shows conversions from
//! and to the types of `http`, `h2` and `tonic`.

#![no_std]
#![expect(clippy::doc_markdown, reason = "names such as PostgreSQL are not code")]

mod generated;

#[doc(no_inline)]
pub use codes_runtime::{
    Candidates, Code, CodeTable, Kind, Match, Outcome, RawCode, Reply, Retry, Row, UnknownCode,
};

/// HTTP status codes.
///
/// ```
/// use codes_tables::{CodeTable, HttpCode, Retry};
///
/// assert_eq!(HttpCode::with_status(429).one(), Some(HttpCode::TooManyRequests));
/// assert_eq!(HttpCode::TooManyRequests.retry(), Some(Retry::After));
/// assert_eq!(HttpCode::PayloadTooLarge.title(), Some("Content Too Large"));
/// ```
#[cfg(feature = "http")]
pub use generated::http::HttpCode;

/// gRPC status codes.
///
/// ```
/// use codes_tables::{CodeTable, GrpcCode, Kind};
///
/// let code = GrpcCode::with_code(5).one();
/// assert_eq!(code, Some(GrpcCode::NotFound));
/// assert_eq!(GrpcCode::NotFound.kind(), Some(Kind::NotFound));
/// ```
#[cfg(feature = "grpc")]
pub use generated::grpc::GrpcCode;

/// JSON-RPC 2.0 error codes.
///
/// ```
/// use codes_tables::{CodeTable, JsonRpcCode};
///
/// assert_eq!(JsonRpcCode::with_code(-32601).one(), Some(JsonRpcCode::MethodNotFound));
/// assert_eq!(JsonRpcCode::with_code(-32042).one(), Some(JsonRpcCode::ServerError));
/// ```
#[cfg(feature = "jsonrpc")]
pub use generated::jsonrpc::JsonRpcCode;

/// WebSocket close codes.
///
/// ```
/// use codes_tables::{CodeTable, WebSocketCode};
///
/// assert_eq!(WebSocketCode::with_code(1001).one(), Some(WebSocketCode::Away));
/// assert_eq!(WebSocketCode::with_code(4321).one(), Some(WebSocketCode::Private));
/// assert!(!WebSocketCode::Away.is_error());
/// ```
#[cfg(feature = "websocket")]
pub use generated::websocket::WebSocketCode;

/// HTTP/2 error codes.
///
/// ```
/// use codes_tables::{Http2Code, Retry};
///
/// assert_eq!(Http2Code::RefusedStream.retry(), Some(Retry::Backoff));
/// assert_eq!(Http2Code::RefusedStream.to_string(), "REFUSED_STREAM (0x07)");
/// ```
#[cfg(feature = "http2")]
pub use generated::http2::Http2Code;

/// HTTP/3 error codes.
///
/// ```
/// use codes_tables::{CodeTable, Http3Code};
///
/// let code = Http3Code::with_code(0x10b).one();
/// assert_eq!(code, Some(Http3Code::H3RequestRejected));
/// ```
#[cfg(feature = "http3")]
pub use generated::http3::Http3Code;

/// TLS alerts.
///
/// ```
/// use codes_tables::{CodeTable, TlsCode};
///
/// assert_eq!(TlsCode::with_code(45).one(), Some(TlsCode::CertificateExpired));
/// assert!(!TlsCode::CloseNotify.is_error());
/// ```
#[cfg(feature = "tls")]
pub use generated::tls::TlsCode;

/// DNS response codes. Code 16 has two meanings: one in the header, and another in TSIG records.
///
/// ```
/// use codes_tables::{CodeTable, DnsCode};
///
/// assert_eq!(DnsCode::with_code(3).one(), Some(DnsCode::NXDomain));
/// assert!(DnsCode::with_code(16).iter().eq([DnsCode::BadVers, DnsCode::BadSig]));
/// ```
#[cfg(feature = "dns")]
pub use generated::dns::DnsCode;

/// SMTP replies and enhanced status codes.
///
/// A reply has a status and sometimes an enhanced code. The codes 5.1.1 and 4.1.1 share a row, because the status
/// says whether the failure is permanent. A delivery report has no status: pass 500 for a permanent failure, and 400
/// for a temporary one.
///
/// ```
/// use codes_tables::{CodeTable, Reply, Retry, SmtpCode};
///
/// let found = SmtpCode::classify(&Reply::new().status(550).code("5.1.1"));
/// let code = found.one().expect("a row");
/// assert_eq!(code.title(), Some("Bad destination mailbox address"));
/// assert_eq!(SmtpCode::with_status(400).one().and_then(SmtpCode::retry), Some(Retry::Backoff));
/// ```
#[cfg(feature = "smtp")]
pub use generated::smtp::SmtpCode;

/// OAuth 2.0 and OpenID Connect errors.
///
/// ```
/// use codes_tables::{CodeTable, Kind, OAuth2Code};
///
/// let code = OAuth2Code::with_code("slow_down").one();
/// assert_eq!(code.and_then(OAuth2Code::kind), Some(Kind::RateLimited));
/// ```
#[cfg(feature = "oauth2")]
pub use generated::oauth2::OAuth2Code;

/// ACME error types. Lookups accept the whole URN or the last part of it.
///
/// ```
/// use codes_tables::{AcmeCode, CodeTable, Retry};
///
/// let code = AcmeCode::with_code("urn:ietf:params:acme:error:badNonce").one();
/// assert_eq!(code, Some(AcmeCode::BadNonce));
/// assert_eq!(AcmeCode::with_code("badNonce").one(), code);
/// assert_eq!(AcmeCode::BadNonce.retry(), Some(Retry::Backoff));
/// ```
#[cfg(feature = "acme")]
pub use generated::acme::AcmeCode;

/// MQTT 5 reason codes.
///
/// ```
/// use codes_tables::{CodeTable, MqttCode};
///
/// assert_eq!(MqttCode::with_code(0x89).one(), Some(MqttCode::ServerBusy));
/// assert!(!MqttCode::GrantedQoS1.is_error());
/// ```
#[cfg(feature = "mqtt")]
pub use generated::mqtt::MqttCode;

/// CoAP response codes.
///
/// ```
/// use codes_tables::{CoapCode, CodeTable};
///
/// assert_eq!(CoapCode::with_code("4.04").one(), Some(CoapCode::NotFound));
/// assert_eq!(CoapCode::with_code("4.99").one(), Some(CoapCode::ClientError));
/// ```
#[cfg(feature = "coap")]
pub use generated::coap::CoapCode;

/// SQLSTATE codes of PostgreSQL and the SQL standard.
///
/// ```
/// use codes_tables::{CodeTable, Kind, SqlStateCode};
///
/// let code = SqlStateCode::with_code("23505").one();
/// assert_eq!(code, Some(SqlStateCode::UniqueViolation));
/// assert_eq!(SqlStateCode::UniqueViolation.kind(), Some(Kind::Conflict));
/// ```
#[cfg(feature = "sqlstate")]
pub use generated::sqlstate::SqlStateCode;
