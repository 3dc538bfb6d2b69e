//! What look-ups and replies allocate: nothing. (That `codes-runtime` builds without its feature `alloc` says the same:
//! nothing there can allocate. Here stand the numbers, with all features on.)

use allocation_counter::{AllocationInfo, measure};
use codes_runtime::{ApiError, CodeTable, Reply, codes};
use http::HeaderMap;

codes! {
    enum PointsCode = "specs/points.yaml";
    enum CoverageCode = "specs/coverage.yaml";
    #[codes(quiet)]
    enum FeaturesCode = "specs/features.yaml";
    enum RepliesCode = "specs/replies.yaml";
}

fn nothing(what: impl FnOnce()) {
    assert_eq!(measure(what), AllocationInfo::default());
}

#[test]
fn look_ups_allocate_nothing() {
    let reply = Reply::new().status(404).message("Invalid route");
    nothing(|| assert!(CoverageCode::classify(&reply).one().is_some()));
    nothing(|| assert_eq!(CoverageCode::with_status(404).iter().count(), 3));
    nothing(|| assert!(FeaturesCode::with_code(0x5ff).one().is_some()));
    nothing(|| assert!(FeaturesCode::with_code("0x0401").one().is_some()));
    nothing(|| assert!(PointsCode::with_code(7).is_empty()));
    nothing(|| assert!(PointsCode::from_name("NotFound").is_some()));
    nothing(|| {
        assert!(
            "NoReslut"
                .parse::<PointsCode>()
                .is_err_and(|error| error.nearest().is_some())
        )
    });
    nothing(|| assert!(PointsCode::NotFound.description().is_some()));
}

#[test]
fn responses_without_error_allocate_nothing() {
    let headers = HeaderMap::new();
    let aside = format!(
        r#"{{"data": [{}], "error": null}}"#,
        vec!["{\"a\\n\": [1.5, \"text\"]}"; 10_000].join(",")
    );
    let found = measure(|| {
        assert_eq!(
            RepliesCode::check(200_u16, &headers, aside.as_bytes()),
            Ok(())
        )
    });
    // what serde_json keeps for texts with escapes
    assert!(found.bytes_max < 1_000, "{found:?}");
    nothing(|| assert_eq!(RepliesCode::check(404_u16, &headers, b"{}"), Ok(())));
    nothing(|| {
        assert_eq!(
            RepliesCode::check(300_u16, &headers, aside.as_bytes()),
            Ok(())
        )
    });
}

#[test]
fn errors_allocate_what_they_keep() {
    let headers = HeaderMap::new();
    let made = measure(|| drop(ApiError::<RepliesCode>::check(409_u16, &headers, b"")));
    assert_eq!(made.count_total, 1);
    let huge = format!(
        r#"{{"code": "NotFound", "x": "{}"}}"#,
        "x".repeat(50_000_000)
    );
    let made = measure(|| {
        drop(ApiError::<PointsCode>::check(
            404_u16,
            &headers,
            huge.as_bytes(),
        ))
    });
    assert_eq!(made.count_total, 1, "a body that is too long is not read");
    let deep = "{\"error\":".repeat(100_000);
    let made = measure(|| {
        drop(ApiError::<PointsCode>::check(
            404_u16,
            &headers,
            deep.as_bytes(),
        ))
    });
    // what serde_json passes over costs it a byte for each bracket that is open
    assert!(made.bytes_max < 2 * 100_000, "{made:?}");
}
