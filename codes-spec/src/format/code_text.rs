//! Warns about codes that probably differ from the vendor's: in quotes, with spaces around them, with wildcards that
//! match nothing, or several in one text.

use std::borrow::Cow;

use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::span::Spanned;

/// Warns about a suspicious code, at most once. Rejects a code that is followed by a `//` comment.
pub(super) fn check(
    code: &Spanned<Cow<'_, str>>,
    subject: Subject<'_>,
    report: &mut Report,
) -> Option<()> {
    let text = code.value.as_ref();
    if let Some(at) = text.find(" // ") {
        return report.refuse(rules::slash_comment().at(code.span.part(at + 1, "//".len())));
    }
    let (mistake, meant) = if let Some(inside) = in_quotes(text) {
        (rules::quoted_code(), Some(inside.to_owned()))
    } else if text.trim() != text {
        (rules::edge_space(subject), Some(text.trim().to_owned()))
    } else if let Some((first, rest)) = several(text) {
        let meant = match subject {
            Subject::Key("code") => format!("code: {first}` and `aliases: [{}]", rest.join(", ")),
            _ => format!("{first}, {}", rest.join(", ")),
        };
        (rules::several_codes(subject), Some(meant))
    } else if let Some(prefix) = text.strip_suffix('%').filter(|text| is_code(text)) {
        let mistake = rules::code_wildcard(phrases::PERCENT, phrases::STAR_AT_END);
        (mistake, Some(format!("{prefix}*")))
    } else if text.find('*').is_some_and(|at| at + 1 < text.len()) {
        (
            rules::code_wildcard(phrases::INNER_STAR, phrases::COMMON_START),
            None,
        )
    } else {
        return Some(());
    };
    report.push(
        mistake
            .at(code.span)
            .meant(meant.map(|meant| format!("`{meant}`"))),
    );
    Some(())
}

fn in_quotes(text: &str) -> Option<&str> {
    ['`', '"', '\''].iter().find_map(|&quote| {
        let inside = text.strip_prefix(quote)?.strip_suffix(quote)?;
        (!inside.is_empty()).then_some(inside)
    })
}

/// Splits text such as `LOST | GONE` into codes.
fn several(text: &str) -> Option<(&str, Vec<&str>)> {
    let separator = [" | ", " / ", "; ", ", ", " "]
        .into_iter()
        .find(|separator| text.contains(separator))?;
    let mut codes = text.split(separator);
    let (first, rest) = (codes.next()?, codes.collect::<Vec<_>>());
    // one code can be several words with spaces between them, but then the words have no `_`
    let fits = |code: &str| is_code(code) && (separator != " " || code.contains('_'));
    let all = fits(first) && rest.iter().all(|code| fits(code));
    all.then_some((first, rest))
}

/// Returns whether a text is one word of characters that codes have.
fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte))
}
