//! Substitutions of reStructuredText, such as `|app|`.

use std::collections::HashMap;

use crate::import::readers::markdown::rst;

/// What begins the definition of a substitution: `.. |app| replace:: Depot`
const DEFINITION: &str = ".. |";

/// The length that the texts in place of substitutions may have, in addition to that of the page.
const LEAST: usize = 4096;

/// Replaces substitutions by their texts, or by their names if they are not texts, and removes what their definitions
/// contain. Returns `None` if nothing is defined.
pub(super) fn without_substitutions(page: &str) -> Option<String> {
    if !page.contains(DEFINITION) {
        return None;
    }
    let lines: Vec<&str> = page.lines().collect();
    let mut texts = HashMap::new();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        kept.push(lines[at]);
        match definition(&lines[at..]) {
            Some((name, text, end)) => {
                texts.insert(name, text);
                at += end;
            }
            None => at += 1,
        }
    }
    // a long text that is used many times may not fill the memory
    let mut left = LEAST + page.len();
    let substituted = kept.iter().map(|line| {
        if line.starts_with(DEFINITION) {
            format!("{line}\n\n")
        } else if has_columns(line) {
            format!("{line}\n")
        } else {
            substituted(line, &texts, &mut left) + "\n"
        }
    });
    (!texts.is_empty()).then(|| substituted.collect())
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text + rest
}

/// Whether a line belongs to a table whose columns would shift, or has literal text.
fn has_columns(line: &str) -> bool {
    let line = line.trim();
    let is_grid = line.starts_with(['+', '|']) && line.ends_with(['+', '|']);
    is_grid || line.contains("  ") || line.contains("``")
}

/// Returns the name and the text that the first line defines, and the number of lines of the definition.
fn definition<'l>(lines: &[&'l str]) -> Option<(&'l str, String, usize)> {
    let end = rst::directive(lines, DEFINITION)?;
    let (name, rest) = lines[0].strip_prefix(DEFINITION)?.split_once("| ")?;
    let (kind, first) = rest.split_once("::")?;
    let joined = |lines: &[&str]| {
        let filled = lines.iter().map(|line| line.trim());
        filled
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let below = joined(&lines[1..end]);
    let text = match kind.trim() {
        "replace" => joined(&[first, &below]),
        "raw" => Some(without_tags(&below))
            .filter(|text| !text.is_empty())
            // `|br|` is a line break
            .unwrap_or_else(|| " ".to_owned()),
        _ => name.to_owned(),
    };
    Some((name, text, end))
}

/// Replaces the substitutions of a line, while their texts are not longer than `left`.
fn substituted(line: &str, texts: &HashMap<&str, String>, left: &mut usize) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('|') {
        text += before;
        let reference = after.split_once('|');
        let found = reference.and_then(|(name, after)| Some((texts.get(name)?, after)));
        if let Some((defined, after)) = found.filter(|(defined, _)| defined.len() <= *left) {
            *left -= defined.len();
            text += defined;
            // `|app|_` is also a link
            rest = after.trim_start_matches('_');
        } else {
            text.push('|');
            rest = after;
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::without_substitutions;

    #[test]
    fn substitutions_at_most_double_a_page() {
        let long = "text ".repeat(2000);
        let page = format!(".. |a| replace:: {long}\n\n{}", "see |a|\n".repeat(2000));
        let read = without_substitutions(&page).expect("a definition");
        assert!(read.len() < 2 * page.len() + 4096);
        assert!(read.contains("text\n") && read.ends_with("see |a|\n"));
    }
}
