//! Kind and retry advice: of the row, of the rows for the status, or of HTTP.

use codes_runtime::{Kind, Reply, Retry, codes};

use crate::{check, error};

codes! {
    #[codes(quiet)]
    enum KindsCode = "specs/responses/kinds.yaml";
}

fn says(status: u16, code: &str) -> (Option<Kind>, Option<Retry>) {
    let error = error::<KindsCode>(Reply::new().status(status).code(code));
    (error.kind(), error.retry())
}

#[test]
fn a_row_without_kind_or_advice_inherits_them_from_the_status() {
    let down = (Some(Kind::Timeout), Some(Retry::Backoff));
    assert_eq!(says(503, ""), down);
    assert_eq!(says(503, "brand_new"), down);
    assert_eq!(says(503, "plain"), down);
    assert_eq!(says(503, "own"), (Some(Kind::Internal), Some(Retry::Never)));
}

#[test]
fn a_declared_kind_of_the_status_beats_a_default_of_the_row() {
    assert_eq!(says(404, "lost"), (Some(Kind::NotFound), None));
    assert_eq!(
        says(503, "lost"),
        (Some(Kind::Timeout), Some(Retry::Backoff))
    );
    // the kind of the only row with status 409 is used, although that row has another code
    assert_eq!(says(409, "plain"), (Some(Kind::Gone), None));
}

#[test]
fn http_decides_the_kind_if_rows_disagree() {
    assert_eq!(says(500, "plain"), (Some(Kind::Internal), None));
    assert_eq!(says(500, "brand_new"), (Some(Kind::Internal), None));
    assert_eq!(says(429, "plain"), (Some(Kind::RateLimited), None));
}

#[test]
fn an_error_is_never_of_the_kind_success() {
    for status in [200, 201, 302] {
        for code in ["plain", "brand_new"] {
            let body = format!(r#"{{"code": "{code}"}}"#);
            let error = check::<KindsCode>(status, &body).expect_err("an error");
            assert_eq!(
                (error.kind(), error.retry()),
                (None, None),
                "{status} {code}"
            );
        }
    }
}
