//! Warns of comments that are probably text: YAML cuts `Quota #2 exceeded` off at the `#`.

use std::borrow::Cow;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::Span;
use crate::yaml::spans;
use crate::yaml::{Node, Value};

pub(crate) fn check(text: &str, root: &Node<'_>, report: &mut Report) {
    let suspects = suspects(text);
    if suspects.is_empty() {
        return;
    }
    let mut cleared = vec![false; suspects.len()];
    // Text that the file shows as it is has a place of its own; only for the rest places must be read.
    each_text(root, &mut |value, _| {
        if let Cow::Borrowed(part) = value {
            let start = part.as_ptr().addr() - text.as_ptr().addr();
            let first_from = |byte| suspects.partition_point(|&at| at < byte);
            cleared[first_from(start)..first_from(start + part.len())].fill(true);
        }
    });
    if !cleared.contains(&false) {
        return;
    }
    let marks = spans::read(text, u32::MAX);
    each_text(root, &mut |value, ordinal| {
        let comment = marks
            .get(ordinal as usize)
            .and_then(|mark| comment_behind(&text[mark.offset..], value));
        let Some(at) = comment.map(|comment| text.len() - comment.len()) else {
            return;
        };
        // an alias leads back to what was seen
        if let Ok(i) = suspects.binary_search(&at)
            && !std::mem::replace(&mut cleared[i], true)
        {
            report.push(rules::cut_text().at(Span::Byte(at)));
        }
    });
}

/// Where comments seem to begin right behind something else than a comment.
fn suspects(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut seen, mut comment) = (0, false);
    for (at, _) in text.match_indices('#') {
        let gap = &text[seen..at];
        if let Some(line) = gap.rfind('\n').or_else(|| (seen == 0).then_some(0)) {
            comment = gap[line..].trim_start().is_empty();
        }
        seen = at;
        if !comment && text[..at].ends_with([' ', '\t']) && is_glued(&text[at..]) {
            found.push(at);
        }
    }
    found
}

/// Whether there is no blank behind the `#`, as people leave one before what they say in a comment.
fn is_glued(comment: &str) -> bool {
    comment
        .trim_start_matches('#')
        .starts_with(char::is_alphanumeric)
}

/// The comment that stands where a value would, if it is probably that value: `code: #12`.
pub(crate) fn glued(text: &str) -> Option<&str> {
    const LONGEST: usize = 80;
    let line = text.lines().next()?.trim();
    let is_value = line.len() <= LONGEST && !line.contains(['"', '\\']);
    (line.starts_with('#') && is_glued(line) && is_value).then_some(line)
}

/// The comment right behind a text without quotes. Line breaks and blanks aside, such a text stands there as it is;
/// one with quotes or in a block does not.
fn comment_behind<'t>(text: &'t str, value: &str) -> Option<&'t str> {
    let mut rest = text;
    for word in value.split_whitespace() {
        rest = rest.trim_start().strip_prefix(word)?;
    }
    let comment = rest.trim_start_matches([' ', '\t']);
    (comment.len() < rest.len() && comment.starts_with('#') && is_glued(comment)).then_some(comment)
}

fn each_text(node: &Node<'_>, visit: &mut impl FnMut(&Cow<'_, str>, u32)) {
    match &node.value {
        Value::Text(text) => visit(text, node.ordinal),
        Value::List(items) => items.iter().for_each(|item| each_text(item, visit)),
        Value::Map(entries) => {
            for (key, value) in entries {
                each_text(key, visit);
                each_text(value, visit);
            }
        }
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float | Value::Reported => {}
    }
}
