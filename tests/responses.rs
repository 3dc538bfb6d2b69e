//! From responses to errors: what is one, what it means, and what comes with it.

use std::time::{Duration, SystemTime};

use codes_runtime::{
    ApiError, Code, CodeTable, Kind, Match, RawCode, Reply, Retry, codes, parse_retry_after,
};
use http::{HeaderMap, Response, StatusCode};

codes! {
    enum PointsCode = "specs/points.yaml";
    enum CoverageCode = "specs/coverage.yaml";
    enum LimitsCode = "specs/limits.yaml";
    #[codes(quiet)]
    enum FeaturesCode = "specs/features.yaml";
    enum RepliesCode = "specs/replies.yaml";
}

type Points = ApiError<PointsCode>;
type R = RepliesCode;

fn check<C: CodeTable>(status: u16, body: &str) -> Result<(), ApiError<C>> {
    ApiError::check(status, &HeaderMap::new(), body.as_bytes())
}

fn error<C: CodeTable>(reply: Reply<'_>) -> ApiError<C> {
    ApiError::new(reply)
}

#[test]
fn facts_are_kept() {
    let reply = Reply::new()
        .status(402)
        .code("PointsBalanceNegative")
        .message(" Top up\n");
    let known: Points = error(reply).with_retry_after(Duration::from_millis(1500));
    assert_eq!(known.status(), Some(402));
    assert_eq!(known.code(), Some(RawCode::Text("PointsBalanceNegative")));
    assert_eq!(known.message(), Some(" Top up\n"));
    assert_eq!(known.retry_after(), Some(Duration::from_millis(1500)));
    assert_eq!(
        known.matched(),
        Match::One(PointsCode::PointsBalanceNegative)
    );
    assert_eq!(known.one(), Some(PointsCode::PointsBalanceNegative));
    assert!(known.is(PointsCode::PointsBalanceNegative) && !known.is(PointsCode::NotFound));
    assert_eq!(known.clone(), known);
    assert!(!known.is_unknown_code());
    let none: Points = error(Reply::new());
    assert_eq!(
        (
            none.status(),
            none.code(),
            none.message(),
            none.retry_after()
        ),
        (None, None, None, None)
    );
    assert_eq!(
        (none.matched(), none.kind(), none.retry()),
        (Match::Unlisted, None, None)
    );
}

#[test]
fn errors_are_small_and_go_everywhere() {
    fn goes_everywhere<E: std::error::Error + Clone + Send + Sync + 'static>() {}
    goes_everywhere::<Points>();
    assert!(size_of::<Points>() <= 64);
    assert_eq!(size_of::<Result<(), Points>>(), size_of::<usize>());
}

#[test]
fn one_line_for_a_log() {
    let shown = |reply| error::<PointsCode>(reply).to_string();
    let (status, code) = (Reply::new().status(404), Reply::new().code("NotFound"));
    assert_eq!(shown(status), "Points API: 404 Not found");
    assert_eq!(shown(code), "Points API: 404 Not found");
    assert_eq!(
        shown(code.status(404).message("\n")),
        "Points API: 404 Not found"
    );
    assert_eq!(
        shown(code.status(200)),
        "Points API: 404 Not found [status 200]"
    );
    assert_eq!(
        shown(status.code("Nope")),
        r#"Points API: unlisted response [status 404, code "Nope"]"#
    );
    assert_eq!(
        shown(Reply::new().status(418)),
        "Points API: unlisted response [status 418]"
    );
    assert_eq!(shown(Reply::new()), "Points API: unlisted response");
    assert_eq!(
        shown(status.message("a \"b\"\nc\u{202e}")),
        r#"Points API: 404 Not found: "a \"b\"\nc\u{202e}""#
    );
    let long = "é".repeat(1_000_000);
    assert_eq!(
        shown(status.message(&long)),
        format!("Points API: 404 Not found: \"{}\"…", "é".repeat(200))
    );
    let late = error::<PointsCode>(status).with_retry_after(Duration::from_millis(1500));
    assert_eq!(
        late.to_string(),
        "Points API: 404 Not found; retry after 1.5s"
    );

    let several = error::<CoverageCode>(status.message("who knows"));
    assert_eq!(
        several.to_string(),
        r#"Coverage API: NotFound, InvalidRoute or WrongIdentifier [status 404]: "who knows""#
    );
    assert_eq!(
        error::<RepliesCode>(Reply::new().status(503)).to_string(),
        "Replies: 5xx Down [status 503]"
    );
    let alias = error::<FeaturesCode>(Reply::new().code(0x0402));
    assert_eq!(
        alias.to_string(),
        "Features: 404, 410, 5xx Not here (0x0401) [code 1026]"
    );
    assert_eq!(
        error::<FeaturesCode>(Reply::new().code("0x0401").status(404))
            .to_string()
            .find('['),
        None
    );
    assert_eq!(
        format!("{:?}", error::<PointsCode>(status.code(1))),
        "ApiError { status: Some(404), code: Some(Int(1)), message: None, retry_after: None, matched: Unlisted }"
    );
}

#[test]
fn kind_and_retry_are_what_rows_agree_on() {
    let one = error::<R>(Reply::new().code(7));
    assert_eq!(
        (one.kind(), one.retry()),
        (None, Some(Retry::Never)),
        "agreed: none"
    );
    assert_eq!(
        one.clone().with_retry_after(Duration::ZERO).retry(),
        Some(Retry::Never)
    );
    let torn = error::<R>(Reply::new().status(409));
    assert_eq!(
        (torn.kind(), torn.retry()),
        (Some(Kind::Conflict), None),
        "the status's, where they disagree"
    );
    assert_eq!(
        torn.with_retry_after(Duration::ZERO).retry(),
        Some(Retry::After)
    );
    let unlisted = error::<R>(Reply::new().status(429));
    assert_eq!(
        (unlisted.kind(), unlisted.retry()),
        (Some(Kind::RateLimited), None)
    );
    assert_eq!(
        unlisted.with_retry_after(Duration::ZERO).retry(),
        Some(Retry::After)
    );
    let silent = error::<PointsCode>(Reply::new().status(401));
    assert_eq!(
        (silent.one(), silent.retry()),
        (Some(PointsCode::Unauthorized), None)
    );
    assert_eq!(
        silent.with_retry_after(Duration::ZERO).retry(),
        Some(Retry::After),
        "where the row says nothing"
    );
    for status in [100, 204, 302] {
        assert_eq!(
            error::<R>(Reply::new().status(status)).kind(),
            None,
            "{status} is no kind of error"
        );
    }
    let custom = error::<LimitsCode>(Reply::new().status(401));
    assert_eq!(
        custom.kind(),
        Some(Kind::PermissionDenied),
        "the vendor's word, not HTTP's"
    );
    assert_eq!(
        error::<FeaturesCode>(Reply::new().code(0x401)).kind(),
        Some(Kind::NotFound)
    );
}

#[test]
fn unknown_codes_are_known_to_be() {
    let reply = Reply::new().status(404);
    assert!(
        error::<RepliesCode>(reply.code(99)).is_unknown_code(),
        "even where the status is known"
    );
    assert_eq!(
        error::<RepliesCode>(reply.code(99)).one(),
        Some(R::NothingThere)
    );
    assert!(!error::<RepliesCode>(reply.code("7")).is_unknown_code());
    assert!(error::<RepliesCode>(reply.code("07")).is_unknown_code());
    assert!(!error::<RepliesCode>(reply).is_unknown_code());
}

#[test]
fn the_vendors_word_decides() {
    assert_eq!(check::<PointsCode>(200, ""), Ok(()));
    let no_results = check::<PointsCode>(204, "").expect_err("an error by the vendor's word");
    assert!(no_results.is(PointsCode::NoResults));
    assert_eq!(
        check::<RepliesCode>(404, ""),
        Ok(()),
        "no error by the vendor's word"
    );
    let inside =
        check::<RepliesCode>(200, r#"{"error": {"code": 7}}"#).expect_err("an error inside 200");
    assert!(inside.is(R::OutOfLuck) && inside.status() == Some(200));
    assert_eq!(
        check::<RepliesCode>(200, r#"{"error": {"code": 8}}"#),
        Ok(())
    );
    // where the rows disagree, or there are none, the status decides
    assert_eq!(
        check::<RepliesCode>(409, "")
            .expect_err("one of three")
            .candidates(),
        3
    );
    assert_eq!(check::<RepliesCode>(399, ""), Ok(()));
    assert_eq!(
        check::<RepliesCode>(400, "")
            .expect_err("unlisted")
            .matched(),
        Match::Unlisted
    );
    assert!(check::<RepliesCode>(999, "").is_err() && check::<RepliesCode>(0, "").is_ok());

    let response = Response::builder()
        .status(404)
        .header("Retry-After", "5")
        .body("{\"code\": \"NotFound\"}");
    let error = Points::check_response(&response.expect("a response")).expect_err("an error");
    assert_eq!(
        (error.one(), error.retry_after()),
        (Some(PointsCode::NotFound), Some(Duration::from_secs(5)))
    );
    let error =
        PointsCode::check(StatusCode::UNAUTHORIZED, &HeaderMap::new(), b"").expect_err("an error");
    assert!(error.is(PointsCode::Unauthorized));
}

trait Several {
    fn candidates(&self) -> usize;
}

impl<C: CodeTable> Several for ApiError<C> {
    fn candidates(&self) -> usize {
        self.matched().candidates().len()
    }
}

#[test]
fn a_class_is_no_http_status() {
    assert_eq!(
        PointsCode::NotFound.http_status(),
        Some(StatusCode::NOT_FOUND)
    );
    assert_eq!(R::Down.http_status(), None, "a class");
    assert_eq!(
        PointsCode::NotFound.row().http_status(),
        Some(StatusCode::NOT_FOUND)
    );
}

#[test]
fn a_delay_is_the_first_that_can_be_read() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777); // Sun, 06 Nov 1994 08:49:37 GMT
    let seconds = |value| parse_retry_after(value, now).map(|delay| delay.as_secs());
    for (value, delay) in [
        ("0", 0),
        (" 120\t", 120),
        ("18446744073709551615", u64::MAX),
        ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
        ("Sunday, 06-Nov-94 08:49:38 GMT", 1),
        ("Sun Nov  6 08:49:47 1994", 10),
        ("Sun, 06 Nov 1994 08:49:36 GMT", 0),
    ] {
        assert_eq!(seconds(value), Some(delay), "{value}");
    }
    for nonsense in [
        "",
        " ",
        "soon",
        "-1",
        "+1",
        "1.5",
        "1 s",
        "18446744073709551616",
        "1994-11-06",
        "0x10",
        "١",
    ] {
        assert_eq!(seconds(nonsense), None, "{nonsense}");
    }
    let mut headers = HeaderMap::new();
    let delay = |headers: &HeaderMap| {
        ApiError::<R>::check_at(now, 500_u16, headers, b"")
            .expect_err("an error")
            .retry_after()
            .map(|d| d.as_secs())
    };
    assert_eq!(delay(&headers), None);
    headers.append("retry-after", "soon".parse().expect("a value"));
    headers.append(
        "Retry-After",
        http::HeaderValue::from_bytes(b"\xff").expect("a value"),
    );
    assert_eq!(delay(&headers), None);
    headers.append(
        "RETRY-AFTER",
        "Sun, 06 Nov 1994 08:50:37 GMT".parse().expect("a value"),
    );
    assert_eq!(delay(&headers), Some(60));
}
