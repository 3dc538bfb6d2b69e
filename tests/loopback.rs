//! An axum server answers on loopback as each of the five vendors does, and reqwest reads it: every row is known again.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header::RETRY_AFTER};
use axum::response::{AppendHeaders, IntoResponse, Response};
use axum::routing::get;
use codes_runtime::{ApiError, CodeTable, Kind, Match, RawCode, Retry, codes};
use serde_json::{Value, json};

codes! {
    enum PointsCode = "specs/points.yaml";
    enum ReferenceCode = "specs/reference.yaml";
    enum CoverageCode = "specs/coverage.yaml";
    enum LimitsCode = "specs/limits.yaml";
    enum GuideCode = "specs/guide.yaml";
}

/// A text of the vendor's by which a row is known, if there is one, else some other text.
fn message(code: impl CodeTable) -> &'static str {
    code.row()
        .messages()
        .next()
        .unwrap_or("see {} \"the\" docs")
}

/// The two forms that bodies have at the vendor with codes, and at those without.
fn bodies<C: CodeTable>(code: C) -> [Value; 2] {
    let message = message(code);
    match code.code() {
        Some(code) => {
            let code = code.to_string();
            [
                json!({"error": {"code": code, "message": message}}),
                json!({"id": 1, "code": code, "message": message}),
            ]
        }
        None => [
            json!({"message": message, "status": null}),
            json!({"errors": [{"detail": message}, {}]}),
        ],
    }
}

async fn answer<C: CodeTable>(Path((name, form)): Path<(String, usize)>) -> Response {
    let code = C::from_name(&name).expect("a row");
    (
        code.http_status().expect("a status"),
        bodies(code)[form].to_string(),
    )
        .into_response()
}

/// Where it listens, as long as the test's runtime is there.
async fn serve(server: Router) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, server).await });
    address
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: reqwest::Result<Bytes>,
}

impl Answer {
    async fn to(address: SocketAddr, path: &str) -> Self {
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build();
        let request = client
            .expect("a client")
            .get(format!("http://{address}{path}"));
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        Answer {
            status,
            headers,
            body: response.bytes().await,
        }
    }

    fn body(&self) -> &[u8] {
        self.body.as_deref().unwrap_or_default()
    }

    fn check<C: CodeTable>(&self) -> Result<(), ApiError<C>> {
        C::check(self.status, &self.headers, self.body())
    }

    fn error<C: CodeTable>(&self) -> ApiError<C> {
        self.check().expect_err("an error")
    }
}

/// The rows that do not come back as themselves.
#[derive(Debug, PartialEq)]
struct Others<C> {
    /// No server can end with their statuses.
    unsent: Vec<C>,
    /// Their responses can be any of these.
    several: Vec<(C, Vec<C>)>,
}

/// Every row is answered in both forms, and looked for in what has come.
async fn check_rows<C: CodeTable>() -> Others<C> {
    let address = serve(Router::new().route("/{name}/{form}", get(answer::<C>))).await;
    let mut others = Others {
        unsent: Vec::new(),
        several: Vec::new(),
    };
    for &code in C::ALL {
        let status = code.http_status().expect("a status");
        if status.is_informational() {
            // a client of HTTP goes on to wait for what follows: such a reply is only ever looked at by itself
            assert_eq!(C::check(status, &HeaderMap::new(), b""), Ok(()));
            assert_eq!(C::with_status(status.as_u16()).one(), Some(code));
            others.unsent.push(code);
            continue;
        }
        let first = Answer::to(address, &format!("/{}/0", code.name()))
            .await
            .known(code);
        let second = Answer::to(address, &format!("/{}/1", code.name()))
            .await
            .known(code);
        assert_eq!(first, second, "both forms show the same");
        if first != [code] {
            others.several.push((code, first));
        }
    }
    others
}

impl Answer {
    /// What the answer of a row can mean; status, code and message are there as they were sent.
    fn known<C: CodeTable>(&self, code: C) -> Vec<C> {
        let status = self.status.as_u16();
        let bodiless = matches!(status, 204 | 304);
        assert_eq!(
            (Some(status), self.body().is_empty()),
            (code.status(), bodiless),
            "{code}"
        );
        let checked = self.check::<C>();
        assert_eq!(checked.is_err(), code.is_error(), "{code}");
        let Err(error) = checked else {
            return C::classify(&C::TABLE.read_body(status, self.body()).reply())
                .candidates()
                .iter()
                .collect();
        };
        let shown = if bodiless {
            (None, None)
        } else {
            (code.code(), Some(message(code)))
        };
        assert_eq!(
            (error.status(), (error.code(), error.message())),
            (Some(status), shown),
            "{code}"
        );
        error.matched().candidates().iter().collect()
    }
}

#[tokio::test]
async fn rows_of_points() {
    assert_eq!(
        check_rows::<PointsCode>().await,
        Others {
            unsent: vec![],
            several: vec![]
        }
    );
}

#[tokio::test]
async fn rows_of_reference() {
    use ReferenceCode as R;
    let unsent = vec![R::Continue, R::SwitchingProtocols, R::Processing];
    assert_eq!(
        check_rows::<R>().await,
        Others {
            unsent,
            several: vec![]
        }
    );
}

/// The three 404s are told apart by message: the first has none of its own, and neither have the two 429s.
#[tokio::test]
async fn rows_of_coverage() {
    use CoverageCode as C;
    let not_found = vec![C::NotFound, C::InvalidRoute, C::WrongIdentifier];
    assert!(
        given(status(404))
            .await
            .error::<C>()
            .matched()
            .candidates()
            .iter()
            .eq(not_found.iter().copied())
    );
    let too_many = vec![C::QuotaExceeded, C::Throttled];
    let several = vec![
        (C::NotFound, not_found),
        (C::QuotaExceeded, too_many.clone()),
        (C::Throttled, too_many),
    ];
    assert_eq!(
        check_rows::<C>().await,
        Others {
            unsent: vec![],
            several
        }
    );
}

#[tokio::test]
async fn rows_of_limits() {
    assert_eq!(
        check_rows::<LimitsCode>().await,
        Others {
            unsent: vec![],
            several: vec![]
        }
    );
}

#[tokio::test]
async fn rows_of_guide() {
    assert_eq!(
        check_rows::<GuideCode>().await,
        Others {
            unsent: vec![],
            several: vec![]
        }
    );
}

/// A server that gives one answer.
async fn given(answer: impl IntoResponse + Clone + Send + Sync + 'static) -> Answer {
    Answer::to(serve(Router::new().route("/", get(answer))).await, "/").await
}

fn status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).expect("a status")
}

#[tokio::test]
async fn statuses_that_no_row_has() {
    for (unlisted, kind) in [
        (418, Kind::InvalidRequest),
        (501, Kind::Unsupported),
        (599, Kind::Internal),
    ] {
        let error = given((status(unlisted), "{\"message\": \"m\"}"))
            .await
            .error::<GuideCode>();
        assert_eq!(
            (error.status(), error.message()),
            (Some(unlisted), Some("m"))
        );
        assert_eq!(
            (error.matched(), error.kind(), error.retry()),
            (Match::Unlisted, Some(kind), None)
        );
    }
    for fine in [201, 226, 299, 302, 399] {
        assert_eq!(given(status(fine)).await.check::<GuideCode>(), Ok(()));
    }
}

#[tokio::test]
async fn codes_that_no_row_has() {
    let error = given((status(402), r#"{"code": "Suspended"}"#))
        .await
        .error::<PointsCode>();
    assert_eq!(
        (error.matched(), error.code()),
        (Match::Unlisted, Some(RawCode::Text("Suspended")))
    );
    assert!(error.is_unknown_code());
    // a code that another status has weighs more than the status
    let error = given((status(500), r#"{"code": "NotFound"}"#))
        .await
        .error::<PointsCode>();
    assert!(error.is(PointsCode::NotFound) && error.status() == Some(500));
    // nobody looks at what a success says
    assert_eq!(
        given((status(200), r#"{"code": "NotFound"}"#))
            .await
            .check::<PointsCode>(),
        Ok(())
    );
}

#[tokio::test]
async fn delays_in_headers() {
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    let told = given((status(429), [(RETRY_AFTER, "30")]))
        .await
        .error::<PointsCode>();
    assert_eq!(
        (told.retry_after(), told.retry()),
        (seconds(30), Some(Retry::After))
    );
    let untold = given(status(429)).await.error::<PointsCode>();
    assert_eq!(
        (untold.retry_after(), untold.retry()),
        (None, Some(Retry::After))
    );
    let twice = given((
        status(418),
        AppendHeaders([("Retry-After", "soon"), ("RETRY-AFTER", "7")]),
    ))
    .await;
    assert_eq!(twice.error::<PointsCode>().retry_after(), seconds(7));
    let dated = given((
        status(503),
        [(RETRY_AFTER, "Thu, 01 Jan 1970 00:01:30 GMT")],
    ))
    .await;
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(60);
    let error = ApiError::<LimitsCode>::check_at(now, dated.status, &dated.headers, dated.body())
        .expect_err("an error");
    assert_eq!(
        (error.retry_after(), error.retry()),
        (seconds(30), Some(Retry::Backoff))
    );
}

#[tokio::test]
async fn bodies_that_are_broken() {
    let broken: [&[u8]; 9] = [
        b"",
        b"null",
        b"{\"code\": \"NotFound\"",
        b"{\"code\": \"NotFound\"}}",
        b"{\"code\": \"Not\xffFound\"}",
        b"{\"code\": [\"NotFound\"]}",
        b"{\"code\": null, \"message\": {}}",
        b"code=NotFound",
        b"<!DOCTYPE html><title>402</title>",
    ];
    for body in broken {
        let error = given((status(402), [(RETRY_AFTER, "1")], body))
            .await
            .error::<PointsCode>();
        assert_eq!(
            (error.one(), error.code(), error.message()),
            (Some(PointsCode::PointsBalanceNegative), None, None)
        );
        assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
    }
    let marked = given((status(402), "\u{feff}{\"code\": \"NotFound\"}"))
        .await
        .error::<PointsCode>();
    assert!(marked.is(PointsCode::NotFound));
}

#[tokio::test]
async fn a_body_that_breaks_off_hides_no_error() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let head = BufReader::new(&stream)
            .lines()
            .map(|line| line.expect("read"));
        assert_ne!(head.take_while(|line| !line.is_empty()).count(), 0);
        stream
            .write_all(b"HTTP/1.1 402 No\r\nRetry-After: 1\r\nContent-Length: 99\r\n\r\n{\"code\":")
            .expect("written");
    });
    let answer = Answer::to(address, "/").await;
    server.join().expect("the server");
    assert!(answer.body.is_err());
    let error = answer.error::<PointsCode>();
    assert!(
        error.is(PointsCode::PointsBalanceNegative)
            && error.retry_after() == Some(Duration::from_secs(1))
    );
}
