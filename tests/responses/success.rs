//! Bodies that say whether the request succeeded, and facts in XML.

use codes_runtime::{ApiError, CodeTable, Match, Reply, codes};

use crate::{candidates, check};

codes! {
    enum SuccessesCode = "specs/responses/success.yaml";
    enum ElementsCode = "specs/responses/xml.yaml";
    enum ManyCode = "specs/responses/many.yaml";
}

use ElementsCode as E;
use SuccessesCode as S;

fn failed<C: CodeTable>(status: u16, body: &str) -> ApiError<C> {
    check(status, body).expect_err("an error")
}

#[test]
fn one_of_the_values_means_success() {
    for value in ["0", r#""0""#, r#""fine""#, "true"] {
        for status in [200, 302, 500] {
            let body = format!(r#"{{"status": {value}}}"#);
            assert_eq!(check::<S>(status, &body), Ok(()), "{status} {value}");
        }
    }
    for value in ["1", "false", r#""Fine""#, r#""""#, "0.5"] {
        let body = format!(r#"{{"status": {value}}}"#);
        // of the two rows with status 200, only the error matches
        assert!(failed(200, &body).is(S::HalfDone), "{value}");
        assert_eq!(
            failed::<S>(302, &body).matched(),
            Match::Unlisted,
            "{value}"
        );
    }
}

#[test]
fn a_value_that_is_absent_says_nothing() {
    for body in [
        r#"{"status": null}"#,
        r#"{"status": [0]}"#,
        r#"{"status": {}}"#,
        "{}",
        "",
    ] {
        assert_eq!(check::<S>(200, body), Ok(()), "{body}");
        assert!(check::<S>(500, body).is_err(), "{body}");
    }
}

#[test]
fn the_row_of_the_code_comes_first_and_an_unknown_code_last() {
    assert!(failed(200, r#"{"status": 0, "code": "bad"}"#).is(S::Bad));
    assert_eq!(
        check::<S>(500, r#"{"status": 1, "code": "known_ok"}"#),
        Ok(())
    );
    assert_eq!(
        check::<S>(500, r#"{"status": 0, "code": "brand_new"}"#),
        Ok(())
    );
    assert!(failed::<S>(200, r#"{"code": "brand_new"}"#).is_unknown_code());
}

/// Only the error rows of the status are candidates, and only if there are at most eight.
#[test]
fn an_error_with_a_success_status_matches_at_most_eight_error_rows() {
    use ManyCode as M;
    let body = r#"{"ok": false}"#;
    let eight = [M::A, M::B, M::C, M::D, M::E, M::F, M::G, M::H];
    assert_eq!(candidates(&failed::<M>(201, body)), eight);
    assert_eq!(failed::<M>(200, body).matched(), Match::Unlisted);
    assert!(failed(200, r#"{"ok": false, "message": "I failed"}"#).is(M::I));
    assert_eq!(
        check::<M>(200, r#"{"ok": true, "message": "I succeeded"}"#),
        Ok(())
    );
}

#[test]
fn a_reply_can_say_whether_the_request_succeeded() {
    let reply = |success| S::check_reply(&Reply::new().status(200).success(success));
    assert_eq!(reply(true), Ok(()));
    assert!(reply(false).is_err_and(|error| error.is(S::HalfDone)));
    assert_eq!(
        S::check_reply(&Reply::new().status(500).success(true)),
        Ok(())
    );
}

#[test]
fn repeated_elements_are_the_errors_of_an_xml_document() {
    let body = "<?xml version=\"1.0\"?>\n<Response><Errors>\
        <Error><Code>Throttling.User</Code><Message>Slow down</Message></Error>\
        <Error><Code>Missing</Code><Field>a&amp;b</Field></Error>\
        </Errors><RequestID> r-1 </RequestID><Wait>1.5</Wait></Response>";
    let error = failed::<E>(400, body);
    assert!(
        error
            .errors()
            .map(|item| item.one())
            .eq([Some(E::Throttling), Some(E::Missing)])
    );
    assert_eq!(
        error.code(),
        Some("Throttling".into()),
        "cut before the dot"
    );
    assert_eq!(error.message(), Some("Slow down"));
    assert!(
        error
            .errors()
            .map(|item| item.param("field"))
            .eq([None, Some("a&b")])
    );
    assert!(
        error
            .errors()
            .all(|item| item.param("request") == Some("r-1"))
    );
    assert_eq!(
        error.retry_after().map(|delay| delay.as_millis()),
        Some(1_500)
    );
    assert!(check::<E>(200, body).is_err(), "at every status");
}

#[test]
fn an_xml_document_without_errors_is_not_an_error() {
    for body in [
        "<Response><Errors/></Response>",
        "<Response/>",
        "<Other><Errors><Error/></Errors></Other>",
        "{\"Response\": 1}",
        "",
    ] {
        assert_eq!(check::<E>(200, body), Ok(()), "{body}");
        assert_eq!(failed::<E>(400, body).errors().len(), 1, "{body}");
    }
}

#[test]
fn broken_and_hostile_xml_hides_neither_status_nor_error() {
    let deep = "<a>".repeat(300_000);
    let bomb = "<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><Response><Errors><Error>\
        <Code>&b;</Code></Error></Errors></Response>";
    for body in [
        &deep,
        bomb,
        "<Response",
        "<Response><Errors><Error><Code>",
        "&#xD800;",
        "\0",
    ] {
        let error = failed::<E>(400, body);
        assert_eq!((error.status(), error.code()), (Some(400), None));
    }
}
