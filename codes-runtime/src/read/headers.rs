//! Reads the headers of a response.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use codes_core::lists::TableTexts;

use crate::cursor::pairs;
use crate::delay::{parse_seconds, until};
use crate::facts::{Facts, Params};
use crate::raw::ReadCode;
use crate::read::{first_of_each, part};
use crate::reply::Reply;
use crate::table::Table;

/// Finds a header by its name.
pub(crate) type Headers<'a, 'h> = &'a dyn Fn(&str) -> Option<Cow<'h, str>>;

impl Table {
    /// Reads the facts in the headers of a response, except parameters and `Retry-After`. `now` is the time since 1970.
    pub(crate) fn read_headers<'h>(
        &'static self,
        status: u16,
        headers: Headers<'_, 'h>,
        now: Duration,
    ) -> Facts<'h> {
        let mut facts = Facts::of(&Reply::new().status(status));
        let value = |header| decoded(headers, header);
        let values = |list| pairs(self.texts(list)).filter_map(value);
        let code = |text| self.trimmed(TableTexts::HeaderTrim, ReadCode::Text(text));
        facts.first.code = self.best_code(values(TableTexts::CodeHeaders).filter_map(code));
        facts.first.detail = values(TableTexts::DetailHeaders).next().map(ReadCode::Text);
        facts.first.message = values(TableTexts::MessageHeaders).next();
        facts.success = self.says_success(TableTexts::HeaderSuccess, headers, |value, text| {
            value.trim() == text
        });
        facts.hinted = pairs(self.texts(TableTexts::DelayHeaders)).find_map(|(name, unit)| {
            let value = headers(name)?;
            if unit.is_empty() {
                parse_seconds(&value)
            } else {
                until(&value, now)
            }
        });
        facts
    }

    /// Reads the parameters in the headers of a response.
    pub(crate) fn read_header_params(&self, headers: Headers<'_, '_>) -> Params {
        let mut texts = self.texts(TableTexts::HeaderParams);
        let places = core::iter::from_fn(|| Some((texts.next()?, (texts.next()?, texts.next()?))));
        first_of_each(places, |header| decoded(headers, header).map(Box::from))
    }
}

/// Returns the decoded value of a header, or `None` if it is absent or empty.
fn decoded<'h>(headers: Headers<'_, 'h>, (name, decoding): (&str, &str)) -> Option<Cow<'h, str>> {
    let value = headers(name)?;
    let value = if decoding.is_empty() || !value.contains('%') {
        value
    } else {
        percent_decoded(&value).into()
    };
    let value = part(value, str::trim);
    (!value.is_empty()).then_some(value)
}

/// Decodes percent-encoded text. A `%` without two hexadecimal digits after it is kept.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped =
            after
                .first_chunk()
                .filter(|_| *first == b'%')
                .and_then(|digits: &[u8; 2]| {
                    let [high, low] = digits.map(|digit| char::from(digit).to_digit(16));
                    u8::try_from(16 * high? + low?).ok()
                });
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
