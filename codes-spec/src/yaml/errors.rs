//! The parser's own errors, in words that say what to do.

use crate::diagnostics::report::Mistake;
use crate::diagnostics::rules;
use crate::span::Span;
use crate::text::unicode;
use crate::yaml::extent::Cursor;
use crate::yaml::spans;

/// Takes `problem at line 2 column 1, while doing this at line 1 column 5` and the byte where the parser stopped.
pub(crate) fn explain(text: &str, said: &str, offset: usize) -> Mistake {
    let (problem, context) = said.split_once(", while ").unwrap_or((said, ""));
    let problem = problem.split(" at line ").next().unwrap_or(problem);
    let (before, rest) = text.split_at(offset.min(text.len()));
    let line = &before[before.rfind(['\n', '\r']).map_or(0, |i| i + 1)..];
    let here = Span::Byte(offset);
    let opened = opened(text, context).unwrap_or(here);
    let first = rest.chars().next();

    if problem.starts_with("control characters are not allowed")
        && let Some((offset, c)) = text.char_indices().find(|&(_, c)| !is_yaml(c))
    {
        return rules::control(unicode(c)).at(Span::Byte(offset));
    }
    match problem {
        "found unexpected end of stream" if context.contains("quoted scalar") => {
            rules::yaml_quote().at(opened)
        }
        "unknown anchor" => rules::yaml_anchor().at(here),
        _ if context.starts_with("scanning an alias") => rules::yaml_anchor().at(opened),
        _ if context.starts_with("scanning an anchor") => rules::yaml_start('&').at(opened),
        _ if first == Some('\t') => rules::yaml_tab().at(here),
        "mapping values are not allowed in this context" if line.contains(": ") => {
            rules::yaml_colon().at(here)
        }
        "did not find expected key" if line.trim_end().ends_with(['"', '\'']) => {
            let quoted = spans::read(text, u32::MAX)
                .last()
                .map_or(offset, |mark| mark.offset);
            rules::yaml_after_quote()
                .at(here)
                .also(Span::Byte(quoted), "opened here")
        }
        "did not find expected key" if line.trim_end().ends_with([']', '}']) => {
            rules::yaml_after_bracket().at(here)
        }
        "could not find expected ':'" => rules::yaml_key().at(opened),
        "did not find expected key"
        | "did not find expected <document start>"
        | "did not find expected '-' indicator"
        | "mapping values are not allowed in this context" => match above(before) {
            Some(above) => rules::yaml_indent()
                .at(here)
                .also(Span::Byte(above), "the line above"),
            None => rules::yaml_indent().at(here),
        },
        "did not find expected ',' or ']'" => rules::yaml_bracket("`,` or `]`")
            .at(here)
            .also(opened, "opened here"),
        "did not find expected ',' or '}'" => rules::yaml_bracket("`,` or `}`")
            .at(here)
            .also(opened, "opened here"),
        "found character that cannot start any token" | "did not find expected node content" => {
            match first {
                Some(',') => rules::yaml_comma().at(here),
                Some(first) => rules::yaml_start(first).at(here),
                None => rules::yaml("it ends too early").at(here),
            }
        }
        _ if context.starts_with("scanning a directive") => rules::yaml_start('%').at(opened),
        "found unknown escape character" | "did not find expected hexadecimal number" => {
            rules::yaml_escape().at(here)
        }
        "block sequence entries are not allowed in this context" => rules::yaml_list().at(here),
        "did not find expected comment or line break" => rules::yaml_block().at(here),
        _ => rules::yaml(problem).at(here),
    }
}

/// Where the text of the line above begins, blank ones left out.
fn above(before: &str) -> Option<usize> {
    let above = before[..before.rfind(['\n', '\r'])?].trim_end();
    let line = &above[above.rfind(['\n', '\r']).map_or(0, |i| i + 1)..];
    Some(above.len() - line.trim_start().len()).filter(|_| !line.is_empty())
}

/// Where that began which the parser was in the middle of.
fn opened(text: &str, context: &str) -> Option<Span> {
    let (line, column) = context.split_once(" at line ")?.1.split_once(" column ")?;
    Some(Span::Byte(
        Cursor::new(text).seek(line.parse().ok()?, column.parse().ok()?),
    ))
}

/// What YAML lets stand in a file as it is.
fn is_yaml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}
