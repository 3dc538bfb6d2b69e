//! Statuses: a number, a class, or a range.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::lookalike::half_width;
use crate::span::{Span, Spanned};
use crate::table::parse::Parse;
use crate::text::hyphenated;

/// The statuses that one entry of a row covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status<'a> {
    low: u16,
    high: u16,
    text: Cow<'a, str>,
}

impl Status<'_> {
    /// Returns the lowest and the highest status.
    pub fn bounds(&self) -> (u16, u16) {
        (self.low, self.high)
    }

    /// Returns the status, if it is a single one.
    pub fn single(&self) -> Option<u16> {
        (self.low == self.high).then_some(self.low)
    }

    /// Returns the text in the spec.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn from_int(int: i128, span: Span) -> Result<Self, Mistake> {
        let number = u16::try_from(int)
            .ok()
            .filter(|number| (100..=999).contains(number));
        if let Some(number) = number {
            return Ok(Status {
                low: number,
                high: number,
                text: number.to_string().into(),
            });
        }
        let positive = int.checked_neg().filter(|int| (100..=999).contains(int));
        Err(rules::status(format!("`{int}`")).at(span).meant(positive))
    }
}

impl<'a> Parse<'a> for Status<'a> {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        let Spanned { value: text, span } = text;
        if let Some((low, high)) = range(&text) {
            return if low <= high {
                Ok(Status { low, high, text })
            } else {
                Err(rules::status_range(low, high).at(span))
            };
        }
        match class(&text) {
            Some((low, high)) => Ok(Status { low, high, text }),
            None => Err(not_a_status(&text).at(span)),
        }
    }
}

fn not_a_status(text: &str) -> Mistake {
    if let Some(number) = number(text) {
        return rules::status(format!("\"{text}\""))
            .meant(Some(format!("{number}, without quotes")));
    }
    let half_width = half_width(text);
    if let Some(number) = half_width.as_deref().and_then(number) {
        return rules::status(format!("`{text}`")).meant(Some(number));
    }
    let plain = half_width.unwrap_or_else(|| text.to_owned());
    let with_hyphen = hyphenated(&plain)
        .filter(|text| range(text).is_some())
        .map(|range| format!("`{range}`"));
    let meant = with_hyphen
        .or_else(|| list(&plain))
        .or_else(|| classes(&plain))
        .or_else(|| wildcard(&plain))
        .or_else(|| before_comment(&plain))
        .or_else(|| with_title(&plain))
        .or_else(|| lookalike(&plain).map(|number| number.to_string()))
        .or_else(|| is_code(text).then(|| format!("`code: {text}`")));
    rules::status(format!("`{text}`")).meant(meant)
}

/// Converts `4xx-5xx` to the list that was probably meant.
fn classes(text: &str) -> Option<String> {
    let (first, last) = text.split_once('-')?;
    let (first, last) = (first.trim(), last.trim());
    let (low, high) = (class(first)?, class(last)?);
    let adjacent = low.1 + 1 == high.0;
    Some(if adjacent {
        format!("`[{first}, {last}]`")
    } else {
        format!("`{}-{}`", low.0, high.1)
    })
}

/// Converts `5**`, `>=500` and the `default` of `OpenAPI` to the statuses that were probably meant.
fn wildcard(text: &str) -> Option<String> {
    match text.to_ascii_lowercase().as_str() {
        "default" => return Some("`[4xx, 5xx]`".to_owned()),
        "all" | "any" | "*" => return Some("`100-999`".to_owned()),
        _ => {}
    }
    if let Some(low) = text.strip_prefix(">=").or(text.strip_suffix('+')) {
        let low = number(low.trim()).filter(|low| *low <= 599)?;
        return Some(format!("`{low}-599`"));
    }
    let digits = text.trim_end_matches(['*', '?', '_', 'n', 'N', 'y', 'Y']);
    let class_of_digits = format!("{digits:x<3}");
    let is_class = digits.len() < text.len() && class(&class_of_digits).is_some();
    is_class.then(|| format!("`{class_of_digits}`"))
}

/// Converts `404# gone` to the status and the comment that were probably meant.
fn before_comment(text: &str) -> Option<String> {
    let (status, comment) = text.split_once('#')?;
    let status = number(status)?;
    Some(format!("`{status} # {}`", comment.trim_start()))
}

/// Converts `404 Not Found` to the two keys that were probably meant.
fn with_title(text: &str) -> Option<String> {
    let (status, title) = text.split_once(' ')?;
    let title = title.trim_start_matches([' ', '-', ':', '\u{2013}', '\u{2014}']);
    let in_parentheses = title.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    let title = in_parentheses.unwrap_or(title);
    let status = number(status)?;
    let is_title = title.starts_with(char::is_alphabetic) && !title.contains(": ");
    is_title.then(|| format!("`status: {status}` and `title: {title}`"))
}

/// Returns whether a text was probably meant as a code: a word that begins with a letter.
fn is_code(text: &str) -> bool {
    let in_words = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    text.starts_with(char::is_alphabetic) && text.chars().all(in_words)
}

/// Returns the bounds of a class such as `5xx` or `50x`.
fn class(text: &str) -> Option<(u16, u16)> {
    let digits = text.trim_end_matches(['x', 'X']);
    if text.len() != 3 || digits.starts_with(['0', '+']) {
        return None;
    }
    let prefix: u16 = digits.parse().ok()?;
    match digits.len() {
        1 => Some((prefix * 100, prefix * 100 + 99)),
        2 => Some((prefix * 10, prefix * 10 + 9)),
        _ => None,
    }
}

/// Returns the ends of a range such as `500-599`.
fn range(text: &str) -> Option<(u16, u16)> {
    let (low, high) = text.split_once('-')?;
    Some((number(low.trim())?, number(high.trim())?))
}

fn number(text: &str) -> Option<u16> {
    let digits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|number| digits && (100..=999).contains(number))
}

/// Converts `404, 405`, `404/405` and `404 or 405` to the list that was probably meant.
fn list(text: &str) -> Option<String> {
    let text = text.replace(" or ", ",").replace(" and ", ",");
    let statuses: Vec<_> = text.split([',', '/', '&', '|']).map(str::trim).collect();
    let is_status = |text: &&str| number(text).is_some() || class(text).is_some();
    let all = statuses.iter().all(is_status);
    all.then(|| format!("`[{}]`", statuses.join(", ")))
}

/// Returns the status that was probably meant by a typo: `4o4`, `404.`.
fn lookalike(text: &str) -> Option<u16> {
    let digits = text.chars().filter_map(|c| match c {
        'o' | 'O' => Some('0'),
        'l' | 'I' | 'i' => Some('1'),
        _ => c.is_ascii_digit().then_some(c),
    });
    number(&digits.take(4).collect::<String>())
}
