//! Text of one or several lines.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::schema::Schema;
use crate::format::shape::{Shape, wrong_type};
use crate::lookalike::{describe, invisible_in, latin, mixed_letter, plain};
use crate::span::Spanned;
use crate::text::{ByteSet, byte_set, find, is_unprintable, unicode};
use crate::yaml::{Node, Value};

/// Reads a node as text.
pub(crate) fn text<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    shape: &Schema,
    report: &mut Report,
) -> Option<Spanned<Cow<'a, str>>> {
    let span = node.span();
    match node.value {
        Value::Text(text) if text.trim_start().is_empty() => {
            report.refuse(subject.empty().at(span))
        }
        Value::Text(value) => Some(Spanned { value, span }),
        _ => wrong_type(&node, subject, shape, report),
    }
}

pub(crate) struct Text;

impl<'a> Shape<'a> for Text {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Text;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        text(node, subject, &Self::SCHEMA, report)
    }
}

pub(crate) struct Line;

impl<'a> Shape<'a> for Line {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Line;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        line(node, subject, &Self::SCHEMA, report)
    }
}

/// A line of text that is a name or refers to one.
pub(crate) struct Word;

impl<'a> Shape<'a> for Word {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Line;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let word = word(node, subject, &Self::SCHEMA, report)?;
        // an undeclared name in `group` or `tags` is an error anyway, so it needs no warning
        if !matches!(subject, Subject::Key("group") | Subject::Item("tags"))
            && let Some(warning) = lookalike(&word, subject)
        {
            report.push(warning);
        }
        Some(word)
    }
}

/// Reads a node as text on one line.
pub(crate) fn line<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    shape: &Schema,
    report: &mut Report,
) -> Option<Spanned<Cow<'a, str>>> {
    const CONTROLS: ByteSet = byte_set(&[(0, 0x1f), (0x7f, 0x7f)]);
    let line = text(node, subject, shape, report)?;
    let unprintable = find(&line.value, &CONTROLS, is_unprintable);
    without(line, unprintable, subject, report)
}

/// Reads a node as a word: a code, a name or another text that is compared.
pub(crate) fn word<'a>(
    node: Node<'a>,
    subject: Subject<'_>,
    shape: &Schema,
    report: &mut Report,
) -> Option<Spanned<Cow<'a, str>>> {
    let word = line(node, subject, shape, report)?;
    if let Some((at, c)) = invisible_in(&word.value) {
        let span = word.span.part(at, c.len_utf8());
        return report.refuse(rules::invisible(subject, describe(c)).at(span));
    }
    Some(word)
}

/// Returns a warning about a word with a character that looks like an ASCII character.
pub(crate) fn lookalike(word: &Spanned<Cow<'_, str>>, subject: Subject<'_>) -> Option<Mistake> {
    let (at, c) = mixed_letter(&word.value)?;
    let meant = match subject {
        // in a list, a full-width comma was probably meant to separate two items
        Subject::Item(_) => latin(&word.value).replace(',', ", "),
        _ => latin(&word.value),
    };
    let mistake = rules::mixed_letters(subject, c, unicode(c), plain(c));
    let mistake = mistake.at(word.span.part(at, c.len_utf8()));
    Some(mistake.meant(Some(format!("`{meant}`"))))
}

/// Returns the line if `found` is `None`. Otherwise reports the character at that offset, which is not allowed.
pub(crate) fn without<'a>(
    line: Spanned<Cow<'a, str>>,
    found: Option<usize>,
    subject: Subject<'_>,
    report: &mut Report,
) -> Option<Spanned<Cow<'a, str>>> {
    let Some((start, c)) = found.and_then(|at| Some((at, line.value[at..].chars().next()?))) else {
        return Some(line);
    };
    let mistake = match c {
        '\n' if line.value[start..].len() == 1 => {
            return report.refuse(rules::final_line_end(subject).at(line.span));
        }
        '\n' | '\r' => rules::unprintable(subject, phrases::LINE_BREAK, phrases::REPLACE_BREAK),
        _ => {
            let problem = phrases::unprintable(unicode(c));
            rules::unprintable(subject, problem, phrases::REMOVE_CHARACTER)
        }
    };
    report.refuse(mistake.at(line.span.part(start, c.len_utf8())))
}
