//! Parses statuses and codes in the texts of a page.

pub(crate) use crate::import::roles::ranges::range;

/// Parses statuses at the start of a text. Returns them in the notation of specs, and the text after them.
pub(crate) fn leading_statuses(text: &str) -> Option<(Vec<String>, &str)> {
    let (first, mut rest) = one_status(skip_words(text))?;
    let mut statuses = vec![first];
    while let Some((status, after)) = skip_separator(rest).and_then(one_status) {
        statuses.push(status);
        rest = after;
    }
    statuses.dedup();
    Some((statuses, rest))
}

/// Parses a text that consists only of statuses, which may be separated by spaces alone.
fn only_statuses(text: &str) -> Option<Vec<String>> {
    let parts = text.split(|c: char| c.is_whitespace() || ",/|&;".contains(c));
    let mut statuses = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        match one_status(part)? {
            (status, "") => statuses.push(status),
            _ => return None,
        }
    }
    statuses.dedup();
    (!statuses.is_empty()).then_some(statuses)
}

/// Parses the statuses of a cell, and returns the text after them.
pub(crate) fn statuses_of(cell: &str) -> Option<(Vec<String>, &str)> {
    let cell = cell.trim();
    let bare = cell
        .strip_prefix('[')
        .and_then(|cell| cell.strip_suffix(']'))
        .unwrap_or(cell);
    only_statuses(bare)
        .map(|statuses| (statuses, ""))
        .or_else(|| leading_statuses(cell))
}

/// Whether a cell has HTTP statuses, optionally followed by text such as a reason phrase.
pub(crate) fn is_statuses(cell: &str) -> bool {
    statuses_of(cell).is_some_and(|(statuses, rest)| {
        // a line break may be before a name, but also before a number of another kind
        let is_line = |line: &str| !line.starts_with(|c: char| c.is_ascii_digit());
        is_http(&statuses)
            && (rest.is_empty()
                || rest.starts_with([' ', '\u{a0}', ':', '-', '–', '—', '('])
                || rest.strip_prefix('\n').is_some_and(is_line))
    })
}

/// Skips a separator between two statuses.
fn skip_separator(rest: &str) -> Option<&str> {
    let trimmed = rest.trim_start();
    let separators = [",", "/", "|", "&", "or ", "and ", "oder "];
    separators
        .iter()
        .find_map(|separator| trimmed.strip_prefix(separator))
        .map(str::trim_start)
}

fn one_status(text: &str) -> Option<(String, &str)> {
    let (low, rest) = token(text)?;
    let trimmed = rest.trim_start();
    let dash = ["-", "–", "—", "to ", "..", "…"]
        .into_iter()
        .find_map(|dash| trimmed.strip_prefix(dash));
    let high = dash
        .map(str::trim_start)
        .and_then(token)
        .filter(|(high, _)| is_number(low) && is_number(high));
    match high {
        // already in the notation of specs
        Some((high, rest)) if low < high && trimmed.starts_with('-') => {
            Some((text[..text.len() - rest.len()].to_owned(), rest))
        }
        Some((high, rest)) if low < high => Some((format!("{low}-{high}"), rest)),
        _ => Some((low.to_owned(), rest)),
    }
}

fn is_number(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit())
}

/// Parses `404`, `4xx` or `50X`, unless a letter, a digit or a fraction follows.
fn token(text: &str) -> Option<(&str, &str)> {
    let (token, rest) = text.split_at_checked(3)?;
    let digits = token.trim_end_matches(['x', 'X']);
    let fits =
        is_number(digits) && (b'1'..=b'9').contains(&token.as_bytes()[0]) && !digits.is_empty();
    let mut next = rest.chars();
    let continues = match next.next() {
        Some(c) if c.is_alphanumeric() || c == '_' => true,
        // `500,502`, but not `200,000`
        Some(',') => {
            let after = next.as_str();
            after.starts_with(|c: char| c.is_ascii_digit()) && !starts_like_status(after)
        }
        Some('.') => next.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    };
    (fits && !continues).then_some((token, rest))
}

/// Whether a text starts with three digits like those of most HTTP statuses.
fn starts_like_status(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1'..=b'5', b'0'..=b'3', b'0'..=b'9', ..])
}

/// Whether all statuses are from 100 to 599.
pub(crate) fn is_http(statuses: &[String]) -> bool {
    statuses.iter().all(|status| status.as_bytes()[0] <= b'5')
}

/// Whether a status is a class or a range.
pub(crate) fn is_class(status: &str) -> bool {
    !is_number(status)
}

/// Removes separators before the text after a status or a code: ` - Not Found`, `: OK`, ` (Gone)`.
pub(crate) fn text_after(rest: &str) -> &str {
    let rest = rest
        .trim_start_matches(|c: char| c.is_whitespace() || "-–—:=|.)→•".contains(c))
        .trim();
    let inner = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    inner.filter(|inner| !inner.contains('(')).unwrap_or(rest)
}

/// Skips the words before a status in a heading: `HTTP 404`, `Status code: 404`, `Error 404`.
fn skip_words(text: &str) -> &str {
    let mut rest = text.trim_start();
    while let Some(after) = ["http/1.1", "http", "status", "error", "response", "code"]
        .iter()
        .find_map(|word| {
            let (start, rest) = rest.split_at_checked(word.len())?;
            (start.eq_ignore_ascii_case(word) && rest.starts_with([' ', ':', '\u{a0}']))
                .then_some(rest)
        })
    {
        rest = after.trim_start_matches([' ', ':', '\u{a0}']);
    }
    rest
}

/// Whether a text looks like a code: it is a range, or has a letter or digit, no white space and no final `.:!?,;{"`.
pub(crate) fn is_token(text: &str) -> bool {
    let text = text.trim();
    text.contains(char::is_alphanumeric)
        && !text.contains(char::is_whitespace)
        && !text.ends_with(['.', ':', '!', '?', ',', ';', '{', '"'])
        || range(text).is_some()
}

/// Returns a code in the notation of specs: ranges with a hyphen, everything else unchanged.
pub(crate) fn code(text: &str) -> String {
    match range(text) {
        Some((low @ ..0, high)) => format!("{low} - {high}"),
        Some((low, high)) => format!("{low}-{high}"),
        None => text.trim().to_owned(),
    }
}

/// Whether the text of a cell means that there is no value.
pub(crate) fn is_no_value(text: &str) -> bool {
    matches!(
        text.trim(),
        "" | "-" | "–" | "—" | "--" | "---" | "N/A" | "n/a" | "N/a" | "NA" | "n.a." | "N.A."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_parsed_in_the_notations_of_pages() {
        for (text, statuses, rest) in [
            ("404", "404", ""),
            ("200 OK", "200", " OK"),
            ("404 - Not FoundThe page", "404", " - Not FoundThe page"),
            ("5xx", "5xx", ""),
            ("50X: x", "50X", ": x"),
            ("500–599", "500-599", ""),
            ("500 – 504", "500-504", ""),
            ("400, 422", "400 422", ""),
            ("500,502,503 - Broken", "500 502 503", " - Broken"),
            ("400/404 or 410 x", "400 404 410", " x"),
        ] {
            let expected = (statuses.split(' ').map(str::to_owned).collect(), rest);
            assert_eq!(leading_statuses(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "40",
            "4040",
            "xxx",
            "404a",
            "404.1",
            "4ü",
            "000",
            "1,000",
            "200,000 rows",
            "4x4",
        ] {
            assert_eq!(leading_statuses(text), None, "{text}");
        }
        assert_eq!(text_after(" (Not Found)"), "Not Found");
        assert_eq!(text_after(": Gone"), "Gone");
        assert_eq!(skip_words("HTTP Status Code: 404 x"), "404 x");
    }

    #[test]
    fn codes_and_ranges_are_recognized() {
        for code in [
            "NotFound",
            "-1003",
            "0x80004005",
            "007",
            "5.7.1",
            "3000-3999",
            "3000 – 3999",
            "E_X",
        ] {
            assert!(is_token(code), "{code}");
        }
        for text in ["Not found", "Gone.", "—", ""] {
            assert!(!is_token(text), "{text}");
        }
        assert_eq!(code("3000 – 3999"), "3000-3999");
        assert_eq!(code("-32000 to -32099"), "-32099 - -32000");
        assert_eq!(code("1-2-3"), "1-2-3");
        assert_eq!(code("002-03"), "002-03");
        assert_eq!(code("a – b"), "a – b");
    }
}
