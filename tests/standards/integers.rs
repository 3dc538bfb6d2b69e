//! Tables whose codes are numbers.

use std::fmt::Debug;

use codes_tables::{
    CodeTable, DnsCode, GrpcCode, Http2Code, Http3Code, HttpCode, JsonRpcCode, TlsCode,
    WebSocketCode,
};

use crate::{Names, assert_differences, names, rows};

/// The named codes of a type whose catch-all variant, such as `Reserved(1016)`, holds all others.
fn named<T: Debug>(codes: impl Iterator<Item = u16>, of: impl Fn(u16) -> T) -> Names {
    let shown = codes.map(|code| (code, format!("{:?}", of(code))));
    names(shown.filter(|(_, name)| !name.contains('(') && !name.starts_with("0x")))
}

#[test]
fn http() {
    let ours = HttpCode::ALL.iter().map(|row| (row.status(), row.title()));
    let ours = ours.filter_map(|(status, title)| Some((status?, title?)));
    let theirs = (100..=999).filter_map(|status| {
        let reason = http::StatusCode::from_u16(status)
            .ok()?
            .canonical_reason()?;
        Some((status, reason))
    });
    let temporary = "its registration is temporary";
    let renamed = "renamed by RFC 9110; the variant has the older name, as in the crate http";
    assert_differences(
        &names(ours),
        &names(theirs),
        &[
            ("+104 Upload Resumption Supported", temporary),
            ("+306 (Unused)", "registered, but not used"),
            ("+413 Content Too Large", renamed),
            ("-413 Payload Too Large", renamed),
            ("+422 Unprocessable Content", renamed),
            ("-422 Unprocessable Entity", renamed),
        ],
    );
    assert_eq!(HttpCode::PayloadTooLarge.status(), Some(413));
    assert_eq!(HttpCode::UnprocessableEntity.status(), Some(422));
}

#[test]
fn grpc() {
    let is_code = |code: &u16| tonic::Code::from_i32((*code).into()) as u16 == *code;
    let theirs = named((0..=0xff).filter(is_code), |code| {
        tonic::Code::from_i32(code.into())
    });
    assert_differences(&rows::<GrpcCode>(), &theirs, &[]);
}

#[test]
fn json_rpc() {
    use jsonrpsee_types::ErrorCode;
    let all = (-32800..=-31900).map(|code| (code, ErrorCode::from(code)));
    let theirs = all.filter(|(_, code)| !matches!(code, ErrorCode::ServerError(_)));
    assert_differences(
        &rows::<JsonRpcCode>(),
        &names(theirs.map(|(code, error)| (code, error.message()))),
        &[(
            "--32007 Request is too big",
            "a server error that only jsonrpsee defines",
        )],
    );
    let server_error = JsonRpcCode::with_code(-32050).one();
    assert_eq!(server_error, Some(JsonRpcCode::ServerError));
    assert_eq!(ErrorCode::from(-32050).message(), "Server error");
}

#[test]
fn websocket() {
    use tungstenite::protocol::frame::coding::CloseCode;
    let newer = "registered later, so tungstenite has no name for it";
    assert_differences(
        &rows::<WebSocketCode>(),
        &named(0..=5000, CloseCode::from),
        &[
            ("+1004 Reserved", "has no meaning yet"),
            ("+1014 BadGateway", newer),
            ("+3000 Unauthorized", newer),
            ("+3003 Forbidden", newer),
            ("+3008 Timeout", newer),
        ],
    );
}

#[test]
fn http2() {
    let theirs = named(0..=0xfff, |code| h2::Reason::from(u32::from(code)));
    assert_differences(&rows::<Http2Code>(), &theirs, &[]);
}

#[test]
fn http3() {
    let theirs = named(0..=0xfff, |code| h3::error::Code::from(u64::from(code)));
    assert_differences(&rows::<Http3Code>(), &theirs, &[]);
}

#[test]
fn tls() {
    let theirs = named(0..=0xff, |code| {
        rustls::AlertDescription::from(u8::try_from(code).expect("a byte"))
    });
    let spelling = "spelled as in the registry";
    assert_differences(
        &rows::<TlsCode>(),
        &theirs,
        &[
            ("+52 TooManyCidsRequested", "only for DTLS"),
            ("+112 UnrecognizedName", spelling),
            ("-112 UnrecognisedName", spelling),
            ("+117 GeneralError", "newer than the crate"),
            ("+121 EchRequired", spelling),
            ("-121 EncryptedClientHelloRequired", spelling),
        ],
    );
}

#[test]
fn dns() {
    use domain::base::iana::{OptRcode, TsigRcode};
    let header = (0..=0xfff).map(|code| (code, OptRcode::masked_from_int(code).to_string()));
    // `TsigRcode` prints both the name and the code: `BADSIG(16)`
    let records = (0..=0xfff).map(|code| (code, TsigRcode::from_int(code).to_string()));
    let theirs = header.chain(records).filter_map(|(code, shown)| {
        let name = shown.split('(').next()?.to_owned();
        name.contains(char::is_alphabetic).then_some((code, name))
    });
    let short = "the crate calls it NOTIMPL for TSIG, and NOTIMP elsewhere";
    assert_differences(
        &rows::<DnsCode>(),
        &names(theirs),
        &[
            ("-4 NOTIMPL", short),
            ("+11 DsoTypeNI", "newer than the crate"),
        ],
    );
}
