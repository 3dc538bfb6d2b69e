//! Tables whose codes are texts.

use coap_lite::MessageClass;
use codes_runtime::ApiError;
use codes_tables::{CoapCode, Reply, Retry, SmtpCode};

use crate::{assert_differences, names, rows};

#[test]
fn coap() {
    let theirs = (0x40..=0xbf).filter_map(|byte: u8| match MessageClass::from(byte) {
        MessageClass::Response(response) => {
            let code = format!("{}.{:02}", byte >> 5, byte & 0x1f);
            Some((code, format!("{response:?}")))
        }
        _ => None,
    });
    assert_differences(&rows::<CoapCode>(), &names(theirs), &[]);
}

/// The codes 4.1.1 and 5.1.1 are one row, and the first digit of the status says whether to retry.
#[test]
fn smtp_retries_follow_from_the_status() {
    let error = |status, code| ApiError::<SmtpCode>::new(Reply::new().status(status).code(code));
    for (status, code, retry) in [
        (450, "4.1.1", Retry::Backoff),
        (550, "5.1.1", Retry::Never),
        // a delivery report has no status, so the caller passes 400 or 500
        (400, "4.1.1", Retry::Backoff),
        (500, "5.1.1", Retry::Never),
    ] {
        let error = error(status, code);
        assert_eq!(error.one(), Some(SmtpCode::BadDestinationMailboxAddress));
        assert_eq!(error.retry(), Some(retry), "{status} {code}");
    }
}
