//! Warns about comments that are probably text: in YAML, `Quota #2 exceeded` ends at the `#`.

use std::borrow::Cow;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::Span;
use crate::yaml::node::{Node, Value};
use crate::yaml::positions;

pub(crate) fn check(text: &str, root: &Node<'_>, report: &mut Report) {
    let candidates = candidates(text);
    if candidates.is_empty() {
        return;
    }
    let mut cleared = vec![false; candidates.len()];
    // A candidate inside text that the tree borrows does not begin a comment. Checking the other
    // candidates requires a second parse, which is skipped if there are none.
    each_text(root, &mut |value, _| {
        if let Cow::Borrowed(part) = value {
            let start = part.as_ptr().addr() - text.as_ptr().addr();
            let first_from = |byte| candidates.partition_point(|&at| at < byte);
            cleared[first_from(start)..first_from(start + part.len())].fill(true);
        }
    });
    if !cleared.contains(&false) {
        return;
    }
    let scalars = positions::find(text, u32::MAX);
    each_text(root, &mut |value, ordinal| {
        let comment = scalars
            .get(ordinal as usize)
            .and_then(|scalar| comment_after(&text[scalar.offset..], value));
        let Some(at) = comment.map(|comment| text.len() - comment.len()) else {
            return;
        };
        // each alias visits the text of its anchor again, which is reported only once
        if let Ok(i) = candidates.binary_search(&at)
            && !std::mem::replace(&mut cleared[i], true)
        {
            report.push(rules::cut_text().at(Span::Byte(at)));
        }
    });
}

/// Returns the offsets of `#` that may begin a comment after other text on the line, and are not followed by a space.
fn candidates(text: &str) -> Vec<usize> {
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

/// Returns whether a letter or digit follows the `#` directly. Intended comments usually have a space there.
fn is_glued(comment: &str) -> bool {
    comment
        .trim_start_matches('#')
        .starts_with(char::is_alphanumeric)
}

/// Returns the comment at the start of a text if it was probably meant to be a value: `code: #12`.
pub(crate) fn in_place_of_value(text: &str) -> Option<&str> {
    const LONGEST: usize = 80;
    let line = text.lines().next()?.trim();
    let is_value = line.len() <= LONGEST && !line.contains(['"', '\\']);
    (line.starts_with('#') && is_glued(line) && is_value).then_some(line)
}

/// Returns the comment after an unquoted text. Except for white space, the file has such a text unchanged; quoted and
/// block text does not match.
fn comment_after<'t>(text: &'t str, value: &str) -> Option<&'t str> {
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
