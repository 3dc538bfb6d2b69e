//! Renders a diagnostic:
//!
//! ```text
//! error: `4o4` is not a valid status  [codes::status]
//!  --> specs/points.yaml:8:15
//!   |
//! 8 |   - status: 4o4
//!   |             ^^^ did you mean 404?
//! ```

use unicode_width::UnicodeWidthChar;

use crate::diagnostics::diagnostic::Diagnostic;
use crate::diagnostics::rendered::{Rendered, Style};
use crate::source::{Location, Source};
use crate::text::visible;

/// The widest line that is printed whole, in columns.
const WIDEST: usize = 120;

/// The width of a tab in columns.
const TAB: usize = 4;

/// The columns printed before the mark, if a line is wider than [`WIDEST`].
const BEFORE: usize = 40;

pub(crate) fn render(source: &Source<'_>, diagnostic: &Diagnostic) -> Rendered {
    let Diagnostic {
        rule,
        message,
        location,
        ..
    } = diagnostic;
    let marks = marks(diagnostic);
    let gutter = marks
        .last()
        .map_or(1, |marked| marked.location.line.to_string().len());
    let margin = " ".repeat(gutter);
    let bar = (Style::Frame, format!("{margin} |"));

    let path: String = source.path().chars().map(visible).collect();
    let mut out = Rendered::new(rule.severity, format!("{message}  [{}]", rule.id));
    out.push_line([
        (Style::Plain, margin.clone()),
        (Style::Frame, "--> ".to_owned()),
        (
            Style::Plain,
            format!("{path}:{}:{}", location.line, location.column),
        ),
    ]);
    out.push_line([bar.clone()]);
    push_excerpt(&mut out, source, &marks, gutter);
    if diagnostic.label.is_none() {
        out.push_line([bar]);
        let help = diagnostic.help();
        out.push_line([(Style::Plain, format!("{margin} = help: {help}"))]);
    }
    out
}

/// Adds the source lines of the locations, each with its mark below it.
fn push_excerpt(
    out: &mut Rendered,
    source: &Source<'_>,
    marks: &[MarkedLocation<'_>],
    gutter: usize,
) {
    let mut before: Option<usize> = None;
    for marked in marks {
        let window = Window::new(source, marked.location);
        let number = marked.location.line;
        if before.is_some_and(|before| number > before + 1) {
            out.push_line([(Style::Plain, "...".to_owned())]);
        }
        if before != Some(number) || window.cropped {
            let line = format!(" {}", window.shown);
            out.push_line([
                (Style::Frame, format!("{number:gutter$} |")),
                (Style::Plain, line),
            ]);
        }
        let mark = marked.caret.repeat(window.mark_columns.max(1));
        out.push_line([
            (Style::Frame, format!("{:gutter$} |", "")),
            (Style::Plain, " ".repeat(window.mark_at + 1)),
            (marked.style, format!("{mark} {}", marked.label)),
        ]);
        before = Some(number);
    }
}

/// A marked location: its mark, style and label.
struct MarkedLocation<'d> {
    location: Location,
    style: Style,
    caret: &'static str,
    label: &'d str,
}

/// Returns the location of a diagnostic and the related one, in file order.
fn marks(diagnostic: &Diagnostic) -> Vec<MarkedLocation<'_>> {
    let location = diagnostic.location;
    let mut marks = vec![MarkedLocation {
        location,
        style: Style::Severity(diagnostic.rule.severity),
        caret: "^",
        label: diagnostic.label.as_deref().unwrap_or_default(),
    }];
    if let Some(other) = diagnostic.related {
        let first = other.location.offset < location.offset;
        let other = MarkedLocation {
            location: other.location,
            style: Style::Related,
            caret: "-",
            label: other.label,
        };
        marks.insert(usize::from(!first), other);
    }
    marks
}

/// The printed part of a line, and where in it the carets are.
struct Window {
    shown: String,
    cropped: bool,
    mark_at: usize,
    mark_columns: usize,
}

impl Window {
    fn new(source: &Source<'_>, location: Location) -> Self {
        let (line, at) = source.line(location);
        let columns = |text: &str| text.chars().map(columns).sum::<usize>();
        let (begin, mark) = (columns(&line[..at]), columns(&line[at..][..location.len]));
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
        // the columns after the left edge that stay empty, because a wide character across the edge is dropped
        let mut hidden = 0;
        for c in line.chars() {
            let wide = self::columns(c);
            if column >= first && column + wide <= first + WIDEST {
                expand(c, &mut shown);
            } else if column < first && column + wide > first {
                hidden = column + wide - first;
            } else if column >= first + WIDEST {
                shown.push('…');
                break;
            }
            column += wide;
        }
        let mark_at = begin - first - hidden + usize::from(first > 0);
        Window {
            shown,
            cropped: true,
            mark_at,
            mark_columns: mark.min(WIDEST + first - begin),
        }
    }
}

/// Writes a character for display. A tab becomes spaces, and a character that could move the cursor or reorder the
/// text is replaced.
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
