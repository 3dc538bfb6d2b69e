//! Tables whose codes are texts.

use coap_lite::MessageClass;
use codes_tables::CoapCode;

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
