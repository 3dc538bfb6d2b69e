//! Statuses: a number, a class, or a range.

use std::borrow::Cow;

use crate::diagnostics::report::{Mistake, Report};
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::format::shape::{Line, Shape, wrong_type};
use crate::span::Spanned;
use crate::text::hyphenated;
use crate::yaml::{Node, Value};

/// The statuses that one entry of a row covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status<'a> {
    low: u16,
    high: u16,
    text: Cow<'a, str>,
}

impl<'a> Status<'a> {
    /// The lowest and the highest of them.
    pub fn bounds(&self) -> (u16, u16) {
        (self.low, self.high)
    }

    /// The number, where it is a single one.
    pub fn single(&self) -> Option<u16> {
        (self.low == self.high).then_some(self.low)
    }

    /// As the spec writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn number(number: u16) -> Self {
        Status {
            low: number,
            high: number,
            text: number.to_string().into(),
        }
    }

    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        let Spanned { value: text, span } = text;
        let unknown = |text: &str| {
            if let Some(number) = number(text) {
                return rules::status(format!("\"{text}\""))
                    .at(span)
                    .meant(Some(format!("{number}, without quotes")));
            }
            let hyphenated = hyphenated(text)
                .filter(|text| range(text).is_some())
                .map(|range| format!("`{range}`"));
            let meant = hyphenated
                .or_else(|| list(text))
                .or_else(|| lookalike(text).map(|number| number.to_string()));
            rules::status(format!("`{text}`")).at(span).meant(meant)
        };
        if let Some((low, high)) = range(&text) {
            let range = Status { low, high, text };
            return if low <= high {
                Ok(range)
            } else {
                Err(rules::status_range(low, high).at(span))
            };
        }
        let digits = text.trim_end_matches(['x', 'X']);
        let prefix = digits
            .parse::<u16>()
            .ok()
            .filter(|_| text.len() == 3 && !digits.starts_with(['0', '+']));
        match (prefix, digits.len()) {
            (Some(digit), 1) => Ok(Status {
                low: digit * 100,
                high: digit * 100 + 99,
                text,
            }),
            (Some(digits), 2) => Ok(Status {
                low: digits * 10,
                high: digits * 10 + 9,
                text,
            }),
            _ => Err(unknown(&text)),
        }
    }
}

/// The ends of `500-599`.
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

/// The list that `404, 405` and `404/405` stand for.
fn list(text: &str) -> Option<String> {
    let numbers: Option<Vec<_>> = text
        .split([',', '/'])
        .map(|part| number(part.trim()))
        .collect();
    numbers.map(|numbers| format!("`{numbers:?}`"))
}

/// The status that a slip of the keyboard hides: `4o4`, `404.`.
fn lookalike(text: &str) -> Option<u16> {
    let digits = text.chars().filter_map(|c| match c {
        'o' | 'O' => Some('0'),
        'l' | 'I' | 'i' => Some('1'),
        _ => c.is_ascii_digit().then_some(c),
    });
    number(&digits.take(4).collect::<String>())
}

impl<'a> Shape<'a> for Status<'a> {
    type Value = Spanned<Self>;
    const SCHEMA: Schema = Schema::Status;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Spanned<Self>> {
        let span = node.span();
        match node.value {
            Value::Int(int) => match u16::try_from(int)
                .ok()
                .filter(|int| (100..=999).contains(int))
            {
                Some(number) => Some(Spanned {
                    value: Status::number(number),
                    span,
                }),
                None => report.refuse(rules::status(format!("`{int}`")).at(span)),
            },
            Value::Text(_) => {
                let text = Line::read(node, subject, report)?;
                Status::parse(text).map_or_else(
                    |mistake| report.refuse(mistake),
                    |value| Some(Spanned { value, span }),
                )
            }
            _ => wrong_type(&node, subject, &Self::SCHEMA, report),
        }
    }
}
