//! Dates such as `2026-11-19`.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::span::Spanned;
use crate::table::parse::Parse;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    fn new(text: &str) -> Option<Self> {
        let digits = text.len() == 10
            && text.bytes().enumerate().all(|(i, byte)| match i {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !digits {
            return None;
        }
        let date = Date {
            year: text[..4].parse().ok()?,
            month: text[5..7].parse().ok()?,
            day: text[8..].parse().ok()?,
        };
        (1..=date.days_in_month())
            .contains(&date.day)
            .then_some(date)
    }

    /// Reads `2026/11/19`, `2026-1-9`, `19.11.2026` and a date followed by a time, but not the
    /// ambiguous `11/12/2026`.
    fn rearranged(text: &str) -> Option<Self> {
        let day = text.split(['T', ' ']).next()?;
        let parts: Vec<u16> = day
            .split(['-', '/', '.'])
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        let (year, month, day) = match *parts {
            [year @ 1000..=9999, month, day] => (year, month, day),
            [day, month, year @ 1000..=9999] if day > 12 || day == month || text.contains('.') => {
                (year, month, day)
            }
            _ => return None,
        };
        Date::new(&format!("{year:04}-{month:02}-{day:02}"))
    }

    fn days_in_month(self) -> u8 {
        let divides = |years| self.year.is_multiple_of(years);
        let leap = divides(4) && (!divides(100) || divides(400));
        match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The error returned when a string is not a date such as `2026-11-19`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDate;

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a valid date")
    }
}

impl std::error::Error for InvalidDate {}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        Date::new(text).ok_or(InvalidDate)
    }
}

impl<'a> Parse<'a> for Date {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        Date::new(&text.value).ok_or_else(|| {
            rules::date(&text.value)
                .at(text.span)
                .meant(Date::rearranged(&text.value))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn other_notations_are_rearranged() {
        for (text, date) in [
            ("2026/11/19", Some("2026-11-19")),
            ("2026-1-9", Some("2026-01-09")),
            ("19.11.2026", Some("2026-11-19")),
            ("19/11/2026", Some("2026-11-19")),
            ("2026-11-19T08:00:00Z", Some("2026-11-19")),
            ("11/12/2026", None),
            ("19.11.26", None),
            ("2026-02-30", None),
            ("today", None),
        ] {
            let found = Date::rearranged(text).map(|date| date.to_string());
            assert_eq!(found.as_deref(), date, "{text}");
        }
    }

    #[test]
    fn a_date_must_exist_in_the_calendar() {
        for day in [
            "2026-11-19",
            "2024-02-29",
            "2000-02-29",
            "0001-01-01",
            "9999-12-31",
        ] {
            assert_eq!(
                Date::new(day).map(|date| date.to_string()).as_deref(),
                Some(day)
            );
        }
        for day in [
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "26-11-19",
            "2026-11-19 ",
            "２026-1-19",
        ] {
            assert_eq!(Date::new(day), None, "{day}");
        }
    }
}
