//! A diagnostic as people read it:
//!
//! ```text
//! error: status `4o4` is not a number from 100 to 999  [codes::status]
//!  --> specs/points.yaml:8:15
//!   |
//! 8 |   - status: 4o4
//!   |             ^^^ did you mean 404?
//! ```

use std::fmt::Write as _;

use unicode_width::UnicodeWidthChar;

use crate::diagnostics::Diagnostic;
use crate::source::{Place, Source};
use crate::text::visible;

/// The widest line that is shown whole, in columns.
const WIDEST: usize = 120;

/// How many columns a tab takes.
const TAB: usize = 4;

/// How much of a wider line is shown before its mark.
const BEFORE: usize = 40;

pub(crate) fn render(source: &Source<'_>, diagnostic: &Diagnostic) -> String {
    let Diagnostic {
        rule,
        message,
        place,
        related,
        ..
    } = diagnostic;
    let mut parties = vec![Party {
        place: *place,
        caret: "^",
        label: diagnostic.label.as_deref().unwrap_or_default(),
    }];
    parties.extend(related.map(|other| Party {
        place: other.place,
        caret: "-",
        label: other.label,
    }));
    if related.is_some_and(|other| other.place.offset < place.offset) {
        parties.reverse();
    }
    let gutter = parties
        .last()
        .map_or(1, |party| party.place.line.to_string().len());

    let path: String = source.path().chars().map(visible).collect();
    let mut out = String::new();
    let mut line = |text: std::fmt::Arguments<'_>| {
        let text = text.to_string();
        let _ = writeln!(out, "{}", text.trim_end());
    };
    line(format_args!("{}: {message}  [{}]", rule.severity, rule.id));
    line(format_args!(
        "{:gutter$}--> {path}:{}:{}",
        "", place.line, place.column
    ));
    line(format_args!("{:gutter$} |", ""));
    let mut before: Option<usize> = None;
    for party in &parties {
        let window = Window::new(source, party.place);
        let number = party.place.line;
        if before.is_some_and(|before| number > before + 1) {
            line(format_args!("..."));
        }
        if before != Some(number) || window.cropped {
            line(format_args!("{number:gutter$} | {}", window.shown));
        }
        let carets = party.caret.repeat(window.mark_columns.max(1));
        line(format_args!(
            "{:gutter$} | {:2$}{carets} {3}",
            "", "", window.mark_at, party.label
        ));
        before = Some(number);
    }
    if diagnostic.label.is_none() {
        line(format_args!("{:gutter$} |", ""));
        line(format_args!("{:gutter$} = help: {}", "", diagnostic.help()));
    }
    out
}

struct Party<'d> {
    place: Place,
    caret: &'static str,
    label: &'d str,
}

/// What a line shows of itself, and in which columns of that its mark stands.
struct Window {
    shown: String,
    cropped: bool,
    mark_at: usize,
    mark_columns: usize,
}

impl Window {
    fn new(source: &Source<'_>, place: Place) -> Self {
        let (line, at) = source.line(place);
        let columns = |text: &str| text.chars().map(columns).sum::<usize>();
        let (begin, mark) = (columns(&line[..at]), columns(&line[at..][..place.len]));
        if columns(line) <= WIDEST {
            let mut shown = String::new();
            line.chars().for_each(|c| expand(c, &mut shown));
            return Window {
                shown,
                cropped: false,
                mark_at: begin,
                mark_columns: mark,
            };
        }
        let first = begin.saturating_sub(BEFORE);
        let mut column = 0;
        let mut shown = String::from(if first > 0 { "…" } else { "" });
        // a wide character across the window's left edge is left out, and stands for less than its columns
        let mut lost = 0;
        for c in line.chars() {
            let wide = self::columns(c);
            if column >= first && column + wide <= first + WIDEST {
                expand(c, &mut shown);
            } else if column < first && column + wide > first {
                lost = column + wide - first;
            } else if column >= first + WIDEST {
                shown.push('…');
                break;
            }
            column += wide;
        }
        let mark_at = begin - first - lost + usize::from(first > 0);
        Window {
            shown,
            cropped: true,
            mark_at,
            mark_columns: mark.min(WIDEST + first - begin),
        }
    }
}

/// Writes a character as it is shown: a tab as blanks, and nothing that moves the cursor or turns the text around.
fn expand(c: char, shown: &mut String) {
    if c == '\t' {
        shown.extend([' '; TAB]);
    } else {
        shown.push(visible(c));
    }
}

fn columns(c: char) -> usize {
    if c == '\t' {
        TAB
    } else {
        visible(c).width().unwrap_or(1)
    }
}
