//! Translates the errors of the parser into mistakes of the catalogue.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::lookalike::comma;
use crate::span::Span;
use crate::text::unicode;
use crate::yaml::ranges::PositionWalk;
use crate::yaml::tokens::{colon, is_about_directives, start, token, unknown_anchor};
use crate::yaml::{appearance, positions, quotes};

/// Explains a message such as `problem at line 2 column 1, while doing this at line 1 column 5`. The parser stopped at
/// `offset`.
pub(crate) fn explain(text: &str, message: &str, offset: usize) -> Mistake {
    let (problem, context) = message.split_once(", while ").unwrap_or((message, ""));
    let problem = problem.split(" at line ").next().unwrap_or(problem);
    if problem.starts_with("control characters are not allowed")
        && let Some((offset, c)) = text.char_indices().find(|&(_, c)| !is_yaml(c))
    {
        return rules::control(unicode(c)).at(Span::Byte(offset));
    }
    let (before, rest) = text.split_at(offset.min(text.len()));
    let here = Span::Byte(offset);
    let failure = Failure {
        problem,
        context,
        before,
        here,
        opened: opened(text, context).unwrap_or(here),
        first: rest.chars().next(),
    };
    failure
        .explain_by_quotes(text)
        .or_else(|| appearance::explain(text, offset))
        .or_else(|| failure.explain_by_surroundings(text))
        .unwrap_or_else(|| failure.explain_by_problem())
}

/// Where and why the parser stopped.
struct Failure<'t> {
    problem: &'t str,
    context: &'t str,
    /// The text before the position where the parser stopped.
    before: &'t str,
    here: Span,
    /// The start of the construct that the parser was in.
    opened: Span,
    /// The character where the parser stopped.
    first: Option<char>,
}

impl Failure<'_> {
    /// Explains the failure by quoted text that runs on into the next key or item, if there is any.
    fn explain_by_quotes(&self, text: &str) -> Option<Mistake> {
        let line = last_line(self.before);
        if self.problem != "did not find expected key" || !line.trim_end().ends_with(['"', '\'']) {
            return None;
        }
        let quoted = positions::find(text, u32::MAX);
        quotes::explain(text, quoted.last()?.offset)
    }

    /// Explains problems whose cause depends on the surrounding text.
    fn explain_by_surroundings(&self, text: &str) -> Option<Mistake> {
        let Failure {
            problem,
            context,
            before,
            here,
            opened,
            first,
        } = *self;
        let line = last_line(before);
        Some(match problem {
            "found unexpected end of stream" | "found unexpected document indicator"
                if context.contains("quoted scalar") =>
            {
                rules::yaml_quote().at(opened)
            }
            "unknown anchor" => unknown_anchor(text, here),
            _ if context.starts_with("scanning an alias") => unknown_anchor(text, opened),
            _ if context.starts_with("scanning an anchor") => start('&').at(opened),
            _ if first == Some('\t') => rules::yaml_tab().at(here),
            "mapping values are not allowed in this context"
                if line.contains(": ") || is_text(line) =>
            {
                colon(line, &text[before.len()..]).at(here)
            }
            "did not find expected key" if is_final_comma(&text[before.len()..]) => {
                rules::final_comma().at(here)
            }
            "did not find expected key" if line.trim_end().ends_with(['"', '\'']) => {
                let quoted = positions::find(text, u32::MAX)
                    .last()
                    .map_or(here, |scalar| Span::Byte(scalar.offset));
                rules::yaml_after_quote()
                    .at(here)
                    .also(quoted, phrases::OPENED)
            }
            "did not find expected key" if line.trim_end().ends_with(']') => {
                rules::yaml_after_bracket(']').at(here)
            }
            "did not find expected key" if line.trim_end().ends_with('}') => {
                rules::yaml_after_bracket('}').at(here)
            }
            _ => return None,
        })
    }

    /// Explains text after an item in brackets, where a comma or the closing bracket is expected.
    fn bracket(&self, expected: &'static str) -> Mistake {
        let line = last_line(self.before);
        match comma(line) {
            Some((at, c)) => {
                let offset = self.before.len() - line.len() + at;
                rules::lookalike(phrases::character(c), ',').at(Span::Byte(offset))
            }
            None => rules::yaml_bracket(expected)
                .at(self.here)
                .also(self.opened, phrases::OPENED),
        }
    }

    fn explain_by_problem(&self) -> Mistake {
        let Failure {
            problem,
            context,
            before,
            here,
            opened,
            first,
        } = *self;
        match problem {
            "could not find expected ':'" | "found unexpected ':'" => rules::yaml_key().at(opened),
            "did not find expected <document start>" if last_line(before.trim_end()) == "..." => {
                rules::several_documents().at(here)
            }
            "did not find expected key"
            | "did not find expected <document start>"
            | "did not find expected '-' indicator" => indent(before, here),
            // the parser stopped at the colon
            "mapping values are not allowed in this context" => indent(
                before,
                Span::Byte(before.len() - last_line(before).trim_start().len()),
            ),
            "did not find expected ',' or ']'" => self.bracket(phrases::COMMA_OR_BRACKET),
            "did not find expected ',' or '}'" => self.bracket(phrases::COMMA_OR_BRACE),
            "found character that cannot start any token"
            | "did not find expected node content" => match first {
                Some(',') => rules::yaml_comma().at(here),
                Some(first) => start(first).at(here),
                None => rules::yaml(phrases::ENDS_EARLY, phrases::CLOSE_BRACKET).at(here),
            },
            "found undefined tag handle" => rules::tag().at(opened),
            _ if context.starts_with("scanning a directive") => start('%').at(opened),
            _ if context.contains(" directive") || is_about_directives(problem) => {
                rules::yaml(phrases::DIRECTIVE, phrases::REMOVE_DIRECTIVE).at(opened)
            }
            _ if context.contains(" a tag") => rules::tag().at(opened),
            _ => token(problem).at(here),
        }
    }
}

/// Returns whether a text begins with a comma at the end of a line.
fn is_final_comma(text: &str) -> bool {
    text.strip_prefix(',').is_some_and(|rest| {
        rest.lines()
            .next()
            .is_none_or(|line| line.trim().is_empty())
    })
}

/// Reports a line that is not indented like the line above.
fn indent(before: &str, here: Span) -> Mistake {
    let mistake = rules::yaml_indent().at(here);
    match above(before) {
        Some(above) => mistake.also(Span::Byte(above), phrases::LINE_ABOVE),
        None => mistake,
    }
}

/// Returns whether the part of a line before a colon looks like text rather than a key: it has several words, or begins
/// with a capital letter.
fn is_text(line: &str) -> bool {
    let key = line.trim_start_matches([' ', '-']);
    key.contains(' ') || key.starts_with(char::is_uppercase)
}

/// Returns the text after the last line break.
fn last_line(text: &str) -> &str {
    &text[text.rfind(['\n', '\r']).map_or(0, |i| i + 1)..]
}

/// Returns the start of the text on the last non-blank line above the current one.
fn above(before: &str) -> Option<usize> {
    let above = before[..before.rfind(['\n', '\r'])?].trim_end();
    let line = last_line(above);
    Some(above.len() - line.trim_start().len()).filter(|_| !line.is_empty())
}

/// Returns the start of the construct named in the parser's error context.
fn opened(text: &str, context: &str) -> Option<Span> {
    let (line, column) = context.split_once(" at line ")?.1.split_once(" column ")?;
    Some(Span::Byte(
        PositionWalk::new(text).seek(line.parse().ok()?, column.parse().ok()?),
    ))
}

/// Returns whether YAML allows a character without an escape sequence.
pub(super) fn is_yaml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}
