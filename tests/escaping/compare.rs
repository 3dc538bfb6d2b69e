//! Compares the documentation and the output of a case with the expected ones.

use crate::page::{Page, words};
use crate::specs::{Format, SUMMARY_KEYS, Texts, is_unprintable, placeholders};

/// Checks the output of `Display`. Only Markdown specs have a template; the others use the default.
pub(crate) fn check_display(printed: &Texts, template: &str, format: Format) {
    let (full, untitled) = match format {
        Format::Plain => {
            let description = first_line(&printed["Untitled.description"]);
            // the first sentence, cut if it is long
            let shown = &printed["Untitled.display"]["500 ".len()..];
            let sentence = shown.strip_suffix('…').unwrap_or(shown);
            assert!(description.starts_with(sentence), "{shown}");
            (
                format!("404 {} ({})", printed["Full.title"], printed["Full.code"]),
                format!("500 {shown}"),
            )
        }
        Format::Markdown => {
            let text = template.replace("{{", "{").replace("}}", "}");
            let with_status = |status: &str| text.replace("{status}", status);
            (with_status("404"), with_status("500"))
        }
    };
    assert_eq!(printed["Full.display"], full);
    assert_eq!(printed["Untitled.display"], untitled);
}

fn first_line(text: &str) -> &str {
    let is_line_break = |c| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    text.trim_start()
        .split(is_line_break)
        .next()
        .unwrap_or_default()
}

/// Returns the text of the page with placeholders, with each placeholder replaced by what is printed for it.
pub(crate) fn expected(template: &str, printed: &Texts) -> String {
    let mut page = template.to_owned();
    for (key, placeholder) in placeholders() {
        let is_code = key == "Full.example";
        let is_replaced =
            |c: char| c == '\0' || is_code && is_unprintable(c) && !matches!(c, '\t' | '\n' | '\r');
        let visible = |text: &str| text.replace(is_replaced, "\u{fffd}");
        let Some(text) = printed.get(&key) else {
            continue;
        };
        // white space within these is kept, because they are shown as inline code
        let is_inline_code = matches!(
            key.as_str(),
            "Full.code"
                | "Full.detail"
                | "Full.alias"
                | "Full.message"
                | "Bare.code"
                | "Full.since"
        );
        let replacement = if is_inline_code {
            visible(text)
        } else {
            words(&visible(text))
        };
        page = page.replace(&words(&placeholder), &replacement);
        if SUMMARY_KEYS.contains(&key.as_str()) {
            let summary = words(&visible(first_line(text)));
            page = page.replace(&format!("zq{key}firstqz"), &summary);
        }
    }
    words(&page)
}

/// Reports the first difference between two texts.
pub(crate) fn difference(found: &str, expected: &str, format: Format) -> Option<String> {
    // in code, unprintable characters appear as U+FFFD; with Markdown, code can be anywhere
    let comparable = |c: char| {
        if format == Format::Markdown && (is_unprintable(c) || c == '\u{fffd}') {
            ' '
        } else {
            c
        }
    };
    let [found, expected] = [found, expected].map(|text| {
        let text: String = text.chars().map(comparable).collect();
        words(&text).chars().collect::<Vec<_>>()
    });
    if found == expected {
        return None;
    }
    let start = found
        .iter()
        .zip(&expected)
        .position(|(a, b)| a != b)
        .unwrap_or(found.len().min(expected.len()));
    let context = |text: &[char]| {
        text[start.saturating_sub(40)..text.len().min(start + 40)]
            .iter()
            .collect::<String>()
    };
    let (found, expected) = (context(&found), context(&expected));
    Some(format!("\n    found {found:?}\n    expected {expected:?}"))
}

/// The elements to which rustdoc renders Markdown.
#[rustfmt::skip]
const MARKDOWN_ELEMENTS: [&str; 19] = [
    "em", "strong", "del", "code", "pre", "a", "ul", "ol", "li", "blockquote",
    "hr", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
];

/// Reports elements by which a page differs from `template`, the same page with placeholders as texts. Plain text must not add
/// or remove any; Markdown may add [`MARKDOWN_ELEMENTS`].
pub(crate) fn unexpected_elements(page: &Page, template: &Page, format: Format) -> Option<String> {
    let is_expected = |element: &String| {
        let is_markdown = MARKDOWN_ELEMENTS.contains(&element.as_str());
        format == Format::Markdown && is_markdown || template.elements.contains(element)
    };
    let unexpected: Vec<_> = page
        .elements
        .iter()
        .filter(|element| !is_expected(element))
        .collect();
    let differs = format == Format::Plain && page.elements != template.elements;
    let count = page.elements.len();
    (differs || !unexpected.is_empty())
        .then(|| format!("{count} elements, of which unexpected: {unexpected:?}"))
}
