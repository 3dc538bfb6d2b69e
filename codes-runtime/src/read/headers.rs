//! Reads the headers of a response.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use std::time::SystemTime;

use codes_core::lists::TableTexts;
use http::HeaderMap;

use crate::cursor::pairs;
use crate::delay::{parse_seconds, until};
use crate::facts::Facts;
use crate::raw::ReadCode;
use crate::read::reader::{HeaderSteps, Reader};
use crate::read::values::{first_of_each, part};

pub(super) const STEPS: HeaderSteps = HeaderSteps {
    facts: Reader::read_header_facts,
    details: Reader::read_header_details,
};

/// Returns the first value of a header, skipping values that are not UTF-8.
fn first_value<'h>(headers: &'h HeaderMap, name: &str) -> Option<Cow<'h, str>> {
    let mut values = headers.get_all(name).iter();
    let value = values.find_map(|value| str::from_utf8(value.as_bytes()).ok());
    value.map(Cow::Borrowed)
}

impl Reader {
    fn read_header_facts<'h>(&self, headers: &'h HeaderMap, facts: &mut Facts<'h>) {
        let value = |header| decoded(headers, header);
        let values = |list| pairs(self.texts(list)).filter_map(value);
        let code = |text| self.trimmed(TableTexts::HeaderTrim, ReadCode::Text(text));
        facts.first.code = self.best_code(values(TableTexts::CodeHeaders).filter_map(code));
        facts.first.detail = values(TableTexts::DetailHeaders).next().map(ReadCode::Text);
        facts.first.message = values(TableTexts::MessageHeaders).next();
        facts.success = self.says_success(
            TableTexts::HeaderSuccess,
            |name| first_value(headers, name),
            |value, text| value.trim() == text,
        );
    }

    fn read_header_details(
        &self,
        headers: &HeaderMap,
        now: Option<SystemTime>,
        facts: &mut Facts<'_>,
    ) {
        let delay = |(name, unit): (_, &str)| {
            let value = first_value(headers, name)?;
            if unit.is_empty() {
                return parse_seconds(&value);
            }
            let now = now.unwrap_or_else(SystemTime::now);
            let since_1970 = now.duration_since(SystemTime::UNIX_EPOCH);
            until(&value, since_1970.unwrap_or_default())
        };
        facts.hinted = pairs(self.texts(TableTexts::DelayHeaders)).find_map(delay);
        let mut texts = self.texts(TableTexts::HeaderParams);
        let places = core::iter::from_fn(|| Some((texts.next()?, (texts.next()?, texts.next()?))));
        let param = |header| decoded(headers, header).map(Box::from);
        facts.params = first_of_each(places, param);
    }
}

/// Returns the decoded value of a header, or `None` if it is absent or empty.
fn decoded<'h>(headers: &'h HeaderMap, (name, decoding): (&str, &str)) -> Option<Cow<'h, str>> {
    let value = first_value(headers, name)?;
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
