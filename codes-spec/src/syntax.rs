//! The parser's own errors, in words that say what to do.

use crate::mark::Cursor;
use crate::report::{Mistake, Spot};
use crate::rule;

/// Takes `problem at line 2 column 1, while doing this at line 1 column 5` and the byte where the parser stopped.
pub(crate) fn explain(text: &str, said: &str, offset: usize) -> Mistake {
    let (problem, context) = said.split_once(", while ").unwrap_or((said, ""));
    let problem = problem.split(" at line ").next().unwrap_or(problem);
    let (before, rest) = text.split_at(offset.min(text.len()));
    let found = rest.chars().next();
    // the line up to where the parser stopped
    let line = &before[before.rfind(['\n', '\r']).map_or(0, |i| i + 1)..];
    let here = Spot::Byte(offset);
    let opened = begin(text, context);

    if found == Some('\t') || problem.contains("tab character") {
        return rule::yaml_tab().at(here);
    }
    if problem.contains("unexpected end of stream") && context.contains("quoted scalar") {
        return rule::yaml_quote().at(opened.unwrap_or(here));
    }
    match problem {
        "mapping values are not allowed in this context" if line.contains(": ") => rule::yaml_colon().at(here),
        "mapping values are not allowed in this context" | "did not find expected '-' indicator" => {
            rule::yaml_indent().at(here)
        }
        "did not find expected key" => match line.trim_end().chars().next_back() {
            Some('"' | '\'') => rule::yaml_after_quote().at(here),
            Some(']' | '}') => rule::yaml_bracket("the end of the line").at(here),
            _ => rule::yaml_indent().at(here),
        },
        "did not find expected ',' or ']'" => with_opening(rule::yaml_bracket("`,` or `]`").at(here), opened),
        "did not find expected ',' or '}'" => with_opening(rule::yaml_bracket("`,` or `}`").at(here), opened),
        "found character that cannot start any token"
        | "found unknown directive name"
        | "did not find expected node content" => {
            let start = if problem.contains("directive") { opened.unwrap_or(here) } else { here };
            let first = if problem.contains("directive") { Some('%') } else { found };
            match first {
                Some(first) => rule::yaml_start(first).at(start),
                None => rule::yaml("the file ends too early").at(here),
            }
        }
        "unknown anchor" => {
            rule::yaml_anchor(rest.split([' ', '\n', '\r', ',', ']', '}']).next().unwrap_or(rest)).at(here)
        }
        "found unknown escape character" | "did not find expected hexadecimal number" => rule::yaml_escape().at(here),
        "block sequence entries are not allowed in this context" => rule::yaml_list().at(here),
        "did not find expected comment or line break" => rule::yaml_block().at(here),
        _ => rule::yaml(problem).at(here),
    }
}

fn with_opening(mistake: Mistake, opened: Option<Spot>) -> Mistake {
    match opened {
        Some(spot) => mistake.also(spot, "opened here"),
        None => mistake,
    }
}

/// Where that began which the parser was in the middle of.
fn begin(text: &str, context: &str) -> Option<Spot> {
    let (line, column) = context.split_once(" at line ")?.1.split_once(" column ")?;
    let (line, column) = (line.parse::<usize>().ok()?, column.parse::<usize>().ok()?);
    Some(Spot::Byte(Cursor::new(text).seek(line, column)))
}
