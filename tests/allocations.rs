//! Lookups and checks of successful responses do not allocate, and errors allocate once.
//!
//! Building `codes-runtime` without its feature `alloc` proves this only for the code in that build,
//! so allocations are counted here, with all features enabled.

use allocation_counter::{AllocationInfo, measure};
use codes_runtime::{ApiError, CodeTable, Reply, codes};
use http::HeaderMap;

codes! {
    enum PointsCode = "specs/points.yaml";
    enum CoverageCode = "specs/coverage.yaml";
    #[codes(quiet)]
    enum FeaturesCode = "specs/features.yaml";
    #[codes(quiet)]
    enum RepliesCode = "specs/replies.yaml";
    enum DetailsCode = "specs/responses/details.yaml";
    enum ClassesCode = "specs/responses/classes.yaml";
    #[codes(quiet)]
    enum HeadersCode = "specs/responses/headers.yaml";
    enum SuccessesCode = "specs/responses/success.yaml";
    enum CourierCode = "specs/shapes/courier.yaml";
    enum ReelCode = "specs/shapes/reel.yaml";
}

fn assert_no_allocation(run: impl FnOnce()) {
    assert_eq!(measure(run), AllocationInfo::default());
}

#[test]
fn lookups_do_not_allocate() {
    let reply = Reply::new().status(404).message("Invalid route");
    assert_no_allocation(|| assert!(CoverageCode::classify(&reply).one().is_some()));
    assert_no_allocation(|| assert_eq!(CoverageCode::with_status(404).iter().count(), 3));
    assert_no_allocation(|| assert!(FeaturesCode::with_code(0x5ff).one().is_some()));
    assert_no_allocation(|| assert!(FeaturesCode::with_code("0x0401").one().is_some()));
    assert_no_allocation(|| assert!(PointsCode::with_code(7).is_empty()));
    assert_no_allocation(|| assert!(PointsCode::from_name("NotFound").is_some()));
    assert_no_allocation(|| {
        let error = "NoReslut".parse::<PointsCode>();
        assert!(error.is_err_and(|error| error.nearest().is_some()));
    });
    assert_no_allocation(|| assert!(PointsCode::NotFound.description().is_some()));
}

#[test]
fn details_classes_and_captures_are_looked_up_without_allocating() {
    let moved = Reply::new().status(404).code("gone").detail("moved");
    let moved = moved.message("moved to the attic");
    assert_no_allocation(|| assert!(DetailsCode::classify(&moved).one().is_some()));
    let unknown = Reply::new().status(402).code("declined").detail("new");
    assert_no_allocation(|| assert!(DetailsCode::classify(&unknown).one().is_some()));
    assert_no_allocation(|| assert!(ClassesCode::with_code("08P01").one().is_some()));
    assert_no_allocation(|| assert!("57P03".parse::<ClassesCode>().is_ok()));
    assert_no_allocation(|| assert!(ClassesCode::check_reply(&Reply::new().status(200)).is_ok()));
    let error = ApiError::<DetailsCode>::new(moved);
    assert_no_allocation(|| assert_eq!(error.param("place"), Some("the attic")));
    assert_no_allocation(|| assert_eq!(error.errors().count(), 1));
}

#[test]
fn a_success_that_the_response_declares_does_not_allocate() {
    let mut headers = HeaderMap::new();
    for (name, value) in [("x-status", "0"), ("x-request-id", "r-1"), ("x-wait", "3")] {
        headers.insert(name, value.parse().expect("a value"));
    }
    let body = br#"{"ok": true, "request": "r-2", "parameters": {"migrate_to_chat_id": 7}}"#;
    assert_no_allocation(|| assert_eq!(HeadersCode::check(500_u16, &headers, body), Ok(())));
    assert_no_allocation(|| assert_eq!(CourierCode::check(200_u16, &headers, body), Ok(())));
    let data = br#"{"data": {"film": "Alien"}, "errors": []}"#;
    assert_no_allocation(|| assert_eq!(ReelCode::check(200_u16, &headers, data), Ok(())));
}

#[test]
fn a_success_with_a_code_and_a_message_does_not_allocate() {
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("x-error", "fine"),
        ("x-message", "all is well"),
        ("x-status", "0"),
    ] {
        headers.insert(name, value.parse().expect("a value"));
    }
    assert_no_allocation(|| assert_eq!(HeadersCode::check(200_u16, &headers, b"{}"), Ok(())));
    let body =
        r#"{"status": 0, "code": "known_ok", "message": "größe", "retry": "1.5"}"#.as_bytes();
    assert_no_allocation(|| assert_eq!(SuccessesCode::check(500_u16, &headers, body), Ok(())));
    let reply = Reply::new().status(200).code("known_ok").message("fine");
    assert_no_allocation(|| assert_eq!(SuccessesCode::check_reply(&reply), Ok(())));
}

#[test]
fn responses_without_an_error_do_not_allocate() {
    let headers = HeaderMap::new();
    let item = r#"{"a\n": [1.5, "text"]}"#;
    let body = format!(
        r#"{{"data": [{}], "error": null}}"#,
        vec![item; 10_000].join(",")
    );
    let check = |status: u16, body: &[u8]| {
        assert_eq!(RepliesCode::check(status, &headers, body), Ok(()));
    };
    let allocated = measure(|| check(200, body.as_bytes()));
    // the buffer in which serde_json unescapes strings
    assert!(allocated.bytes_max < 1_000, "{allocated:?}");
    assert_no_allocation(|| check(404, b"{}"));
    assert_no_allocation(|| check(300, body.as_bytes()));
}

#[test]
fn a_list_of_errors_is_read_within_bounds() {
    let message = "x".repeat(100_000);
    let items = vec!["1"; 400_000].join(",");
    let body = format!(r#"{{"message": "{message}", "errors": [{items}]}}"#);
    let headers = HeaderMap::new();
    let allocated = measure(|| {
        let error = ReelCode::check(200_u16, &headers, body.as_bytes()).expect_err("an error");
        assert_eq!(error.errors().len(), 256);
        assert!(error.errors().all(|item| item.message() == Some(&message)));
    });
    let copies = allocated.bytes_max / 100_000;
    assert!(copies < 2 * 256, "{copies} copies of the message");
}

#[test]
fn an_error_allocates_once() {
    let headers = HeaderMap::new();
    let allocated = measure(|| drop(ApiError::<RepliesCode>::check(409_u16, &headers, b"")));
    assert_eq!(allocated.count_total, 1);

    let check = |body: &str| {
        let checked = ApiError::<PointsCode>::check(404_u16, &headers, body.as_bytes());
        assert!(checked.is_err());
    };
    let padding = "x".repeat(50_000_000);
    let too_long = format!(r#"{{"code": "NotFound", "x": "{padding}"}}"#);
    let allocated = measure(|| check(&too_long));
    assert_eq!(
        allocated.count_total, 1,
        "a body over the limit is not read"
    );

    let deep = "{\"error\":".repeat(100_000);
    let allocated = measure(|| check(&deep));
    // serde_json keeps one byte per open bracket of the values that it skips
    assert!(allocated.bytes_max < 2 * 100_000, "{allocated:?}");
}
