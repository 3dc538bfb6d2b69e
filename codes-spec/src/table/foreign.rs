//! Warns about placeholders of other languages in message patterns: `%s`, `${id}`, `.*`, `\d+`, `<id>`.

use std::borrow::Cow;

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::span::Spanned;

/// Reports the first placeholder that the pattern's author probably meant as a gap.
pub(super) fn check(pattern: &Spanned<Cow<'_, str>>, report: &mut Report) {
    let text = pattern.value.as_ref();
    let mut dollars = text.match_indices("${").map(|(at, _)| at);
    let dollar = dollars.find(|&at| !text[at + 1..].starts_with("{{"));
    if let Some(dollar) = dollar {
        let end = text[dollar..]
            .find('}')
            .map_or(text.len(), |end| dollar + end + 1);
        let span = pattern.span.part(dollar, end - dollar);
        let meant = Some(format!("`{}`", &text[dollar + 1..end]));
        return report.push(rules::placeholder_dollar().at(span).meant(meant));
    }
    let found = text
        .match_indices(['%', '.', '\\', '<'])
        .find_map(|(at, _)| {
            let (before, rest) = text.split_at(at);
            Some((at, placeholder(before, rest)?))
        });
    if let Some((at, (found, meant))) = found {
        let mistake = rules::foreign_placeholder(found).at(pattern.span.part(at, found.len()));
        report.push(mistake.meant(meant));
    }
}

/// Returns the placeholder at the start of `rest`, and the capture that it looks like.
fn placeholder<'t>(before: &str, rest: &'t str) -> Option<(&'t str, Option<String>)> {
    const FORMATS: [char; 8] = ['s', 'd', 'i', 'u', 'f', 'x', 'v', '@'];
    const CLASSES: [char; 6] = ['d', 'w', 's', 'D', 'W', 'S'];
    let next = rest.chars().nth(1)?;
    let ends_word = || !rest[2..].starts_with(|c: char| c.is_alphanumeric());
    match rest.as_bytes()[0] {
        b'%' if FORMATS.contains(&next) && ends_word() => Some((&rest[..2], None)),
        b'\\' if CLASSES.contains(&next) && ends_word() => Some((&rest[..2], None)),
        // elsewhere, the full stop may end a sentence
        b'.' if next == '*' && (before.is_empty() || before.ends_with([' ', '('])) => {
            Some((&rest[..2], None))
        }
        b'<' => {
            let ends = |c: char| !c.is_ascii_lowercase() && !"_- ".contains(c);
            let name = &rest[1..=rest[1..].find(ends)?];
            let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
                && rest[1 + name.len()..].starts_with('>');
            let capture = name.replace(['-', ' '], "_");
            is_name.then(|| {
                (
                    &rest[..name.len() + 2],
                    Some(format!("`*` or `{{{capture}}}`")),
                )
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::placeholder;

    #[test]
    fn placeholders_of_other_languages_are_distinguished_from_text() {
        let found = |text: &str| {
            let at = text.find(['%', '.', '\\', '<'])?;
            placeholder(&text[..at], &text[at..]).map(|(found, _)| found.to_owned())
        };
        for (text, placeholder) in [
            ("No %s", Some("%s")),
            ("%d parcels", Some("%d")),
            ("100% sure", None),
            ("50%", None),
            ("No .*", Some(".*")),
            ("Gone.*", None),
            ("Gone. *", None),
            ("Column *.*", None),
            ("\"x\".*", None),
            ("...*", None),
            ("<<<<", None),
            (r"No \d+", Some(r"\d")),
            (r"C:\dir", None),
            ("No <id>", Some("<id>")),
            ("a < b > c", None),
            ("<Error>", None),
            ("No <parcel number>", Some("<parcel number>")),
            ("<", None),
            ("%é", None),
        ] {
            assert_eq!(found(text).as_deref(), placeholder, "{text}");
        }
    }
}
