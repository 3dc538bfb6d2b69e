//! `Display` of errors: one line for a log.

use std::time::Duration;

use codes_runtime::Reply;

use crate::{CoverageCode, FeaturesCode, PointsCode, RepliesCode, check, error};

codes_runtime::codes! { enum ListCode = "specs/responses/list.yaml"; }

const NOT_FOUND: Reply<'static> = Reply::new().status(404);

fn displayed(reply: Reply<'_>) -> String {
    error::<PointsCode>(reply).to_string()
}

#[test]
fn an_error_is_displayed_as_its_row() {
    let by_code = Reply::new().code("NotFound");
    for (reply, expected) in [
        (NOT_FOUND, "Points API: 404 Not found"),
        (by_code, "Points API: 404 Not found"),
        (
            by_code.status(404).message("\n"),
            "Points API: 404 Not found",
        ),
        (
            by_code.status(200),
            "Points API: 404 Not found [status 200]",
        ),
    ] {
        assert_eq!(displayed(reply), expected);
    }
}

#[test]
fn the_status_is_displayed_if_the_row_has_others_too() {
    let class = error::<RepliesCode>(Reply::new().status(503));
    assert_eq!(class.to_string(), "Replies: 5xx Down [status 503]");
    for status in [404, 410, 503] {
        assert_eq!(
            error::<FeaturesCode>(Reply::new().status(status).code(0x0401)).to_string(),
            format!("Features: 404, 410, 5xx Not here (0x0401) [status {status}]")
        );
    }
}

#[test]
fn an_unlisted_response_is_displayed_with_its_status_and_code() {
    for (reply, expected) in [
        (
            NOT_FOUND.code("Nope"),
            r#"Points API: unlisted response [status 404, code "Nope"]"#,
        ),
        (
            Reply::new().status(418),
            "Points API: unlisted response [status 418]",
        ),
        (Reply::new(), "Points API: unlisted response"),
    ] {
        assert_eq!(displayed(reply), expected);
    }
}

#[test]
fn a_detail_that_the_row_does_not_have_is_displayed() {
    let reply = Reply::new().status(404).code(0x0401);
    let shown = |detail| error::<FeaturesCode>(reply.detail(detail)).to_string();
    let known = error::<FeaturesCode>(reply).to_string();
    assert_eq!(shown("new"), known.replace(']', ", detail \"new\"]"));
    assert_eq!(shown(""), known, "an empty text is not a detail");
    let lost = NOT_FOUND.code("Nope").detail(7);
    assert_eq!(
        displayed(lost),
        r#"Points API: unlisted response [status 404, code "Nope", detail 7]"#
    );
}

#[test]
fn ambiguous_rows_are_displayed_by_name() {
    let ambiguous = error::<CoverageCode>(NOT_FOUND);
    assert_eq!(
        ambiguous.to_string(),
        "Coverage API: NotFound, InvalidRoute or WrongIdentifier [status 404]"
    );
    let fallback = error::<CoverageCode>(NOT_FOUND.message("who knows"));
    assert_eq!(
        fallback.to_string(),
        r#"Coverage API: 404 Not Found: "who knows""#
    );
}

#[test]
fn messages_are_escaped_and_shortened() {
    assert_eq!(
        displayed(NOT_FOUND.message("a \"b\"\nc\u{202e}")),
        r#"Points API: 404 Not found: "a \"b\"\nc\u{202e}""#
    );
    let long = "é".repeat(1_000_000);
    assert_eq!(
        displayed(NOT_FOUND.message(&long)),
        format!("Points API: 404 Not found: \"{}\"…", "é".repeat(200))
    );
}

#[test]
fn a_delay_is_displayed_last() {
    let error = error::<PointsCode>(NOT_FOUND).with_retry_after(Duration::from_millis(1500));
    assert_eq!(
        error.to_string(),
        "Points API: 404 Not found; retry after 1.5s"
    );
}

#[test]
fn a_code_is_displayed_if_it_differs_from_that_of_the_row() {
    let alias = error::<FeaturesCode>(Reply::new().code(0x0402));
    assert_eq!(
        alias.to_string(),
        "Features: 404, 410, 5xx Not here (0x0401) [code 1026]"
    );
    let own = error::<FeaturesCode>(Reply::new().code("0x0401"));
    assert_eq!(own.to_string().find('['), None);
}

#[test]
fn debug_shows_all_fields() {
    assert_eq!(
        format!("{:?}", error::<PointsCode>(NOT_FOUND.code(1))),
        "ApiError { status: Some(404), code: Some(Int(1)), detail: None, message: None, retry_after: None, matched: Unlisted, more_errors: [] }"
    );
}

#[test]
fn further_errors_are_counted_and_shown_by_debug() {
    let body = |codes: &[&str]| {
        let errors: Vec<_> = codes
            .iter()
            .map(|code| format!(r#"{{"code": "{code}", "message": "m"}}"#))
            .collect();
        format!(r#"{{"errors": [{}]}}"#, errors.join(","))
    };
    for (codes, expected) in [
        (&["BLANK"][..], r#"Lists: 422 (BLANK): "m""#),
        (
            &["BLANK", "BLANK"],
            r#"Lists: 422 (BLANK): "m"; 1 more error"#,
        ),
        (
            &["BLANK", "TOO_LONG", "BLANK"],
            r#"Lists: Blank or TooLong [status 422, code "BLANK"]: "m"; 2 more errors"#,
        ),
    ] {
        let error = check::<ListCode>(422, &body(codes)).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let two = check::<ListCode>(422, &body(&["BLANK", "TOO_LONG"])).unwrap_err();
    let delayed = two.clone().with_retry_after(Duration::from_secs(1));
    assert!(
        delayed
            .to_string()
            .ends_with("; 1 more error; retry after 1s")
    );
    let debug = format!("{two:?}");
    assert!(
        debug.ends_with(
            r#"more_errors: [ErrorItem { code: Some(Text("TOO_LONG")), detail: None, message: Some("m"), matched: One(TooLong), .. }] }"#
        ),
        "{debug}"
    );
}
