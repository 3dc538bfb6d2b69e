//! Warns of comments that are probably text: YAML cuts `Quota #2 exceeded` off at the `#`.

use crate::mark::{self, Mark};
use crate::report::{Report, Spot};
use crate::rule;
use crate::tree::{Node, Value};

pub(crate) fn check(text: &str, root: &Node<'_>, report: &mut Report) {
    if !text.match_indices('#').any(|(at, _)| text[..at].ends_with([' ', '\t']) && is_glued(&text[at..])) {
        return;
    }
    let marks = mark::read(text, u32::MAX);
    let mut seen = 0;
    each_text(root, &mut |value, ordinal| {
        let Some(&Mark { offset, .. }) = marks.get(ordinal as usize) else { return };
        // an alias leads back to what was seen
        if offset < seen {
            return;
        }
        seen = offset;
        if let Some(comment) = comment_behind(&text[offset..], value) {
            report.push(rule::cut_text().at(Spot::Byte(text.len() - comment.len())));
        }
    });
}

/// Whether there is no blank behind the `#`, as people leave one before what they say in a comment.
fn is_glued(comment: &str) -> bool {
    comment.trim_start_matches('#').starts_with(char::is_alphanumeric)
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

fn each_text(node: &Node<'_>, visit: &mut impl FnMut(&str, u32)) {
    match &node.value {
        Value::Text(text) => visit(text, node.ordinal),
        Value::List(items) => items.iter().for_each(|item| each_text(item, visit)),
        Value::Map(entries) => {
            for (key, value) in entries {
                each_text(key, visit);
                each_text(value, visit);
            }
        }
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float => {}
    }
}
