//! Codes: text, integers, ranges of integers, and classes of texts.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::span::{Span, Spanned};
use crate::table::key_size::check_code;
use crate::table::parse::Parse;
use crate::table::vocabulary::CodeFormat;
use crate::text::hyphenated;

/// The maximum number of codes and aliases in a table. Lists of rows that share a code are numbered in 15 bits. Each
/// has at least two rows, and the code counts once for each, so there are at most half as many lists as codes.
pub(crate) const MAX_CODES: usize = 40_000;

/// A code as read from a row. Whether text such as `3000-3999` is a range depends on the table and is decided later.
pub(crate) enum DraftCode<'a> {
    Text(Cow<'a, str>),
    Int(i64),
}

/// A code of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Code<'a> {
    /// Text.
    Text(Cow<'a, str>),
    /// An integer.
    Int(i64),
    /// All integers from the first to the second, and the text of the range in the spec.
    Range(i64, i64, Cow<'a, str>),
    /// All codes that begin with the text before the final star.
    Class(Cow<'a, str>),
}

/// Returns the text that all codes of a class begin with.
pub(crate) fn prefix(class: &str) -> &str {
    class.strip_suffix('*').unwrap_or(class)
}

impl<'a> Code<'a> {
    /// Returns text, or a class if it ends in a star. A text that is too long and a star alone are mistakes.
    pub(crate) fn text(text: Cow<'a, str>) -> Result<Self, Mistake> {
        check_code(&text)?;
        let Some(rest) = text.strip_suffix('*') else {
            return Ok(Code::Text(text));
        };
        match rest.strip_suffix('\\') {
            Some(rest) => Ok(Code::Text(format!("{rest}*").into())),
            None if rest.is_empty() => Err(rules::code_any()),
            None => Ok(Code::Class(text)),
        }
    }

    /// Returns a range, or a mistake if it is reversed. In hexadecimal tables, its text is hexadecimal too.
    pub(crate) fn range(
        low: i64,
        high: i64,
        text: Cow<'a, str>,
        format: CodeFormat,
    ) -> Result<Self, Mistake> {
        if low > high {
            return Err(rules::code_range(format.show(low), format.show(high)));
        }
        let text = match format {
            CodeFormat::Decimal => text,
            // in hexadecimal, the ends of a range that includes 0 would appear reversed
            CodeFormat::Hex8 if low < 0 => text,
            _ => format!("{}-{}", format.show(low), format.show(high)).into(),
        };
        Ok(Code::Range(low, high, text))
    }

    /// Returns a key that is equal for codes with the same meaning: for a range, its ends.
    pub(crate) fn key(&self, format: CodeFormat) -> Code<'a> {
        match self {
            Code::Range(low, high, _) => {
                Code::Range(format.canonical(*low), format.canonical(*high), "".into())
            }
            Code::Int(int) => Code::Int(format.canonical(*int)),
            Code::Text(_) | Code::Class(_) => self.clone(),
        }
    }

    /// Returns the code as it is displayed.
    pub fn show(&self, format: CodeFormat) -> Cow<'_, str> {
        match self {
            Code::Text(text) | Code::Range(.., text) | Code::Class(text) => Cow::Borrowed(text),
            Code::Int(int) => format.show(*int).into(),
        }
    }

    /// Returns the code as it is written in a spec.
    pub fn source(&self) -> Cow<'_, str> {
        match self {
            Code::Text(text) if text.ends_with('*') => format!("{}\\*", prefix(text)).into(),
            Code::Text(text) | Code::Range(.., text) | Code::Class(text) => text.as_ref().into(),
            Code::Int(int) => int.to_string().into(),
        }
    }

    /// Returns the integers that the code covers. Text of decimal digits covers its number.
    fn bounds(&self) -> Option<(i64, i64)> {
        match self {
            Code::Text(text) => {
                let int = text.parse::<i64>().ok()?;
                (int.to_string() == *text).then_some((int, int))
            }
            Code::Int(int) => Some((*int, *int)),
            Code::Range(low, high, _) => Some((*low, *high)),
            Code::Class(_) => None,
        }
    }

    /// Returns the integers that the code covers, in canonical form. A range from a negative to a non-negative integer
    /// becomes two ranges.
    pub(crate) fn canonical_ranges(&self, format: CodeFormat) -> impl Iterator<Item = (i64, i64)> {
        let ranges = self.bounds().map(|(low, high)| {
            match (format.canonical(low), format.canonical(high)) {
                (low, high) if low <= high => [Some((low, high)), None],
                (low, high) => [Some((0, high)), Some((low, u32::MAX.into()))],
            }
        });
        ranges.into_iter().flatten().flatten()
    }
}

impl CodeFormat {
    /// Returns the canonical form of a code: one integer for all its spellings.
    pub fn canonical(self, code: i64) -> i64 {
        self.form().canonical(code)
    }

    /// Returns an integer code as it is displayed.
    pub fn show(self, code: i64) -> String {
        let width = match self {
            CodeFormat::Decimal => return code.to_string(),
            CodeFormat::Hex => 1,
            CodeFormat::Hex2 => 2,
            CodeFormat::Hex4 => 4,
            CodeFormat::Hex8 => 8,
        };
        match i32::try_from(code) {
            // unsigned: 0x80004005
            Ok(bits @ ..0) if self == CodeFormat::Hex8 => format!("0x{bits:08X}"),
            _ => format!(
                "{}0x{:02$X}",
                if code < 0 { "-" } else { "" },
                code.unsigned_abs(),
                width
            ),
        }
    }
}

/// The ends of a range: `3000-3999`, `-32099 - -32000`, `0x1000-0x1FFF`.
pub(crate) fn range(text: &str) -> Option<(i64, i64)> {
    let text = text.trim();
    if !begins_number(text) {
        return None;
    }
    let (dash, _) = text.char_indices().skip(1).find(|&(_, c)| c == '-')?;
    Some((
        integer(text[..dash].trim_end())?,
        integer(text[dash + 1..].trim_start())?,
    ))
}

/// Returns whether a text could be a range. A quick test, because most codes are words.
fn begins_number(text: &str) -> bool {
    matches!(text.as_bytes(), [b'-' | b'0'..=b'9', ..])
}

fn integer(text: &str) -> Option<i64> {
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text), |digits| ("-", digits));
    let (radix, digits) = digits
        .strip_prefix("0x")
        .map_or((10, digits), |digits| (16, digits));
    // YAML reads `007` as text too, and `002-03` is a code with a separator
    let is_padded = radix == 10 && digits.len() > 1 && digits.starts_with('0');
    (!is_padded && digits.starts_with(|c: char| c.is_digit(radix)))
        .then(|| i64::from_str_radix(&format!("{sign}{digits}"), radix).ok())?
}

impl DraftCode<'_> {
    pub(crate) fn from_int(int: i128, span: Span) -> Result<Self, Mistake> {
        match i64::try_from(int) {
            Ok(int) => Ok(DraftCode::Int(int)),
            Err(_) => Err(rules::code_size(int).at(span).quotable(phrases::quote)),
        }
    }
}

impl<'a> Parse<'a> for DraftCode<'a> {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        let Spanned { value: text, span } = text;
        let with_hyphen = if begins_number(&text) {
            hyphenated(&text).filter(|text| range(text).is_some())
        } else {
            None
        };
        match with_hyphen {
            Some(range) => Err(rules::code_dash(&text)
                .at(span)
                .meant(Some(format!("`{range}`")))),
            None => Ok(DraftCode::Text(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_integers() {
        assert_eq!(range("3000-3999"), Some((3000, 3999)));
        assert_eq!(range("-32099 - -32000"), Some((-32099, -32000)));
        assert_eq!(range("-5--1"), Some((-5, -1)));
        assert_eq!(range("0x1000-0x1FFF"), Some((0x1000, 0x1fff)));
        let others = "3000 -3000 a-b 1- - -- 1-2-3 +1-2 1-99999999999999999999 é-1 000-01 002-03";
        for text in others.split(' ').chain(["1 2-3"]) {
            assert_eq!(range(text), None, "{text}");
        }
    }

    #[test]
    fn integers_are_displayed_in_the_code_format() {
        assert_eq!(CodeFormat::Decimal.show(-1003), "-1003");
        assert_eq!(CodeFormat::Hex2.show(0x1f), "0x1F");
        assert_eq!(CodeFormat::Hex4.show(0x1f), "0x001F");
        assert_eq!(CodeFormat::Hex8.show(-0x7fff_bffb), "0x80004005");
        assert_eq!(CodeFormat::Hex8.show(0x8000_4005), "0x80004005");
        assert_eq!(CodeFormat::Hex8.show(0x1f), "0x0000001F");
        assert_eq!(CodeFormat::Hex8.show(-0x8000_0001), "-0x80000001");
        assert_eq!(CodeFormat::Hex.show(i64::MIN), "-0x8000000000000000");
    }
}
