//! URLs in Markdown: which links are kept, and where they lead.

use crate::markdown::rustdoc::encode;

/// The maximum length of a base URL: browsers reject longer URLs, and each relative link repeats the base.
const LONGEST_BASE: usize = 2_000;

/// Returns the URL of a link, ready for angle brackets, or `None` if it is not a web or mail link,
/// or if it is relative and there is no base.
pub(crate) fn resolve(target: &str, base: Option<&str>) -> Option<String> {
    let target = target.trim();
    let scheme = target
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_scheme = |text: &String| {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    };
    match scheme.filter(is_scheme) {
        Some(scheme) if matches!(scheme.as_str(), "http" | "https" | "mailto") => {
            Some(encode(target))
        }
        Some(_) => None,
        None => base
            .filter(|base| base.len() <= LONGEST_BASE)
            .map(|base| encode(&join(base, target))),
    }
}

/// Resolves a relative reference as in RFC 3986.
fn join(base: &str, target: &str) -> String {
    let base = base.split('#').next().unwrap_or(base);
    let path_start = base.find("://").map_or(0, |i| i + 3);
    let origin_end = base[path_start..]
        .find(['/', '?'])
        .map_or(base.len(), |i| path_start + i);
    let (origin, path) = base.split_at(origin_end);
    let page = path.split('?').next().unwrap_or(path);
    if let Some(host) = target.strip_prefix("//") {
        return format!("{}//{host}", origin.split("//").next().unwrap_or_default());
    }
    match target.chars().next() {
        None => base.to_owned(),
        Some('#') => format!("{base}{target}"),
        Some('?') => format!("{origin}{page}{target}"),
        Some('/') => format!("{origin}{}", without_dots(target)),
        Some(_) => {
            let folder = &page[..page.rfind('/').map_or(0, |i| i + 1)];
            format!(
                "{origin}{}",
                without_dots(&format!("/{}{target}", folder.trim_start_matches('/')))
            )
        }
    }
}

/// Returns a path without `.` and `..`.
fn without_dots(path: &str) -> String {
    let (path, query) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => _ = kept.pop(),
            segment => kept.push(segment),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        kept.push("");
    }
    format!("/{}{query}", kept.join("/"))
}

/// A part of a text.
pub(crate) enum LinkPart<'t> {
    Text(&'t str),
    Url(&'t str),
}

/// Splits a text at the URLs in it.
pub(crate) fn parts(text: &str) -> Vec<LinkPart<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest[from..].find("http").map(|at| at + from) {
        let tail = &rest[at..];
        from = at + 4;
        let Some(scheme) = ["https://", "http://"]
            .into_iter()
            .find(|scheme| tail.starts_with(scheme))
        else {
            continue;
        };
        let end = tail
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`'))
            .unwrap_or(tail.len());
        let url = without_punctuation(&tail[..end]);
        if url.len() <= scheme.len() {
            continue;
        }
        parts.extend([LinkPart::Text(&rest[..at]), LinkPart::Url(url)]);
        rest = &rest[at + url.len()..];
        from = 0;
    }
    parts.push(LinkPart::Text(rest));
    parts
}

/// Returns a URL without trailing characters that belong to the text around it: punctuation, and closing brackets
/// without an opening bracket in the URL.
fn without_punctuation(url: &str) -> &str {
    let surplus = |open: char, close: char| {
        url.matches(close)
            .count()
            .saturating_sub(url.matches(open).count())
    };
    let (mut round, mut square) = (surplus('(', ')'), surplus('[', ']'));
    url.trim_end_matches(|c| {
        let left = match c {
            ')' => &mut round,
            ']' => &mut square,
            _ => {
                return matches!(
                    c,
                    '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~'
                );
            }
        };
        let surplus = *left > 0;
        *left = left.saturating_sub(1);
        surplus
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_keep_the_brackets_that_they_open() {
        for (text, url) in [
            (
                "at https://en.wikipedia.org/wiki/Foo_(bar).",
                "https://en.wikipedia.org/wiki/Foo_(bar)",
            ),
            ("(see https://x.y/Foo_(bar).)", "https://x.y/Foo_(bar)"),
            ("(see https://x.y/a)", "https://x.y/a"),
            ("[https://x.y/a?b[]=c].", "https://x.y/a?b[]=c"),
            ("https://x.y/a[0]", "https://x.y/a[0]"),
        ] {
            let parts = parts(text);
            assert!(
                parts
                    .iter()
                    .any(|part| matches!(part, LinkPart::Url(found) if *found == url)),
                "{text}"
            );
        }
    }

    #[test]
    fn references_are_resolved() {
        let base = Some("https://example.com/docs/api/page?x=1#top");
        for (target, url) in [
            ("limits.md", "https://example.com/docs/api/limits.md"),
            ("../a/./b", "https://example.com/docs/a/b"),
            ("../../../a", "https://example.com/a"),
            ("..", "https://example.com/docs/"),
            ("/a?b", "https://example.com/a?b"),
            ("//other.org/a", "https://other.org/a"),
            ("#part", "https://example.com/docs/api/page?x=1#part"),
            ("?y", "https://example.com/docs/api/page?y"),
            ("", "https://example.com/docs/api/page?x=1"),
            ("HTTP://a.b", "HTTP://a.b"),
            ("mailto:a@b.c", "mailto:a@b.c"),
            ("a b<c", "https://example.com/docs/api/a%20b%3Cc"),
        ] {
            assert_eq!(resolve(target, base).as_deref(), Some(url), "{target}");
        }
        assert_eq!(
            resolve("a", Some("https://example.com")).as_deref(),
            Some("https://example.com/a")
        );
        for target in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
        ] {
            assert_eq!(resolve(target, base), None, "{target}");
        }
        assert_eq!(resolve("a.md", None), None);
    }
}
