//! Details (second codes): which rows they select, and when they are unknown.

use codes_runtime::{Match, Reply, codes};

use crate::{candidates, check, error};

codes! {
    enum DetailsCode = "specs/responses/details.yaml";
    enum SubcodesCode = "specs/responses/subcodes.yaml";
}

fn reply(status: u16, code: &str) -> Reply<'_> {
    Reply::new().status(status).code(code)
}

#[test]
fn only_rows_with_the_detail_count() {
    let declined = reply(402, "declined");
    let one = |reply| error::<DetailsCode>(reply).one();
    assert_eq!(
        one(declined.detail("no_money")),
        Some(DetailsCode::DeclinedNoMoney)
    );
    assert_eq!(one(declined), Some(DetailsCode::Declined));
    assert_eq!(
        one(declined.detail("")),
        Some(DetailsCode::Declined),
        "no detail"
    );
    // the detail is compared before the status
    assert_eq!(
        one(declined.detail("stolen")),
        Some(DetailsCode::DeclinedStolen)
    );
}

#[test]
fn an_unknown_detail_is_not_an_unknown_code() {
    let error = error::<DetailsCode>(reply(402, "declined").detail("brand_new"));
    assert!(error.is(DetailsCode::Declined));
    assert!(error.is_unknown_detail() && !error.is_unknown_code());
    assert_eq!(error.detail(), Some("brand_new".into()));
}

#[test]
fn a_code_without_a_row_for_the_detail_is_unknown() {
    let locked = |status| error::<DetailsCode>(reply(status, "locked").detail("brand_new"));
    // the code is unknown, so only rows for the status can match
    assert_eq!(locked(409).matched(), Match::Unlisted);
    assert!(locked(400).is(DetailsCode::BadRequest));
    assert!(locked(400).is_unknown_code() && !locked(400).is_unknown_detail());
    assert!(check::<DetailsCode>(200, r#"{"code": "locked", "detail": "brand_new"}"#).is_ok());
    assert!(check::<DetailsCode>(409, r#"{"code": "locked", "detail": "brand_new"}"#).is_err());
}

#[test]
fn without_a_detail_all_rows_count_if_each_has_one() {
    let locked = [DetailsCode::LockedByYou, DetailsCode::LockedByOther];
    let error = error::<DetailsCode>(reply(409, "locked"));
    assert_eq!(candidates(&error), locked);
    assert!(!error.is_unknown_code() && !error.is_unknown_detail());
}

#[test]
fn a_reply_without_a_code_keeps_rows_with_details() {
    let locked = [DetailsCode::LockedByYou, DetailsCode::LockedByOther];
    let status = Reply::new().status(409);
    assert_eq!(candidates(&error::<DetailsCode>(status)), locked);
    let detail_alone = error::<DetailsCode>(status.detail("by_you"));
    assert_eq!(candidates(&detail_alone), locked);
    assert!(!detail_alone.is_unknown_detail());
}

#[test]
fn details_and_messages_filter_the_same_step() {
    let moved = reply(404, "gone").detail("moved");
    let fits = error::<DetailsCode>(moved.message("moved to the attic"));
    assert!(fits.is(DetailsCode::GoneMoved));
    assert_eq!(fits.param("place"), Some("the attic"));
    let misfits = error::<DetailsCode>(moved.message("burnt"));
    assert_eq!(misfits.matched(), Match::Unlisted);
    assert!(!misfits.is_unknown_code() && !misfits.is_unknown_detail());
}

#[test]
fn an_integer_detail_equals_its_digits() {
    let one = |reply: Reply<'_>| error::<SubcodesCode>(reply).one();
    let seven = Reply::new().status(400).code(7);
    assert_eq!(one(seven.detail(11)), Some(SubcodesCode::Eleven));
    assert_eq!(one(seven.detail("11")), Some(SubcodesCode::Eleven));
    assert_eq!(one(seven.detail("011")), Some(SubcodesCode::Seven));
    assert_eq!(one(seven.detail(12)), Some(SubcodesCode::Seven));
    for body in [r#"{"code": 7, "sub": 11}"#, r#"{"code": "7", "sub": "11"}"#] {
        let error = check::<SubcodesCode>(400, body).expect_err("an error");
        assert!(error.is(SubcodesCode::Eleven), "{body}");
    }
}
