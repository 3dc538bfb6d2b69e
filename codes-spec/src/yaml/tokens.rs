//! Explains the parser's errors about one token.

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::span::Span;

/// Explains a problem with one token.
pub(crate) fn token(problem: &str) -> Mistake {
    match problem {
        "found unknown escape character" => {
            rules::yaml_escape(phrases::UNKNOWN_ESCAPE, phrases::ESCAPE_BACKSLASH)
        }
        "did not find expected hexadecimal number"
        | "found invalid Unicode character escape code" => {
            rules::yaml_escape(phrases::NOT_A_CHARACTER, phrases::WRITE_CHARACTER)
        }
        "mapping keys are not allowed in this context" => start('?'),
        "block sequence entries are not allowed in this context" => rules::yaml_list(),
        "did not find expected comment or line break" => {
            rules::yaml_block(phrases::BLOCK_ON_LINE, phrases::INDENT_BLOCK)
        }
        "found an indentation indicator equal to 0" => {
            rules::yaml_block(phrases::BLOCK_OF_ZERO, phrases::REMOVE_ZERO)
        }
        _ => rules::yaml(phrases::UNEXPECTED, phrases::CHECK_LINES),
    }
}

/// Returns whether a problem is about a line that starts with `%`.
pub(crate) fn is_about_directives(problem: &str) -> bool {
    problem.ends_with(" directive") || problem == "found incompatible YAML document"
}

/// Reports a character that unquoted text cannot start with.
pub(crate) fn start(c: char) -> Mistake {
    rules::yaml_start(phrases::character(c))
}

/// Reports the alias at a span, whose anchor is not defined.
pub(crate) fn unknown_anchor(text: &str, alias: Span) -> Mistake {
    const LONGEST: usize = 40;
    let Span::Byte(offset) = alias else {
        return rules::yaml_anchor("*").at(alias);
    };
    let end = |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}');
    let alias_text = text
        .get(offset..)
        .and_then(|rest| rest.split(end).next())
        .unwrap_or("*");
    if alias_text == "*" {
        return start('*').at(alias);
    }
    let shown: String = alias_text.chars().take(LONGEST).collect();
    rules::yaml_anchor(shown).at(alias)
}

/// Explains a `: ` in unquoted text. `line` is the line before the colon, `rest` the text from the colon.
pub(crate) fn colon(line: &str, rest: &str) -> Mistake {
    const MAPPINGS: [&str; 8] = [
        "body",
        "headers",
        "success",
        "trim",
        "params",
        "deprecated",
        "groups",
        "tags",
    ];
    const KEYS: [&str; 12] = [
        "status",
        "code",
        "detail",
        "title",
        "description",
        "when",
        "action",
        "messages",
        "kind",
        "retry",
        "outcome",
        "group",
    ];
    let content = line.trim_start_matches([' ', '-']);
    let Some((key, text)) = content.split_once(": ") else {
        return rules::yaml_colon("");
    };
    let value = rest.lines().next().unwrap_or_default();
    let value = value.split(" #").next().unwrap_or_default();
    let value = value.trim_start_matches(':').trim();
    if MAPPINGS.contains(&key) && !text.contains(' ') && !value.contains(['{', '}', '[', ']', ','])
    {
        let meant = format!("`{key}: {{{text}: {value}}}`");
        return rules::yaml_colon("").meant(Some(meant));
    }
    let last = text.rsplit(' ').next().unwrap_or(text);
    if KEYS.contains(&last) && last.len() < text.len() {
        return rules::yaml_colon(phrases::key_on_own_line(last));
    }
    rules::yaml_colon("")
}
