//! Code as Markdown that rustdoc shows unchanged and does not test.

use crate::markdown::rustdoc::unix_lines;
use crate::text::{ByteSet, byte_set, find_byte, visible};

/// Returns text as inline code.
pub fn code_span(code: &str) -> String {
    const CONTROLS_AND_BACKTICK: ByteSet = byte_set(&[(0, 0x1f), (b'`', b'`'), (0x7f, 0x7f)]);
    if !code.starts_with(' ')
        && !code.ends_with(' ')
        && find_byte(code, 0, &CONTROLS_AND_BACKTICK).is_none()
    {
        return format!("`{code}`");
    }
    let code: String = code
        .chars()
        .map(|c| if c == '\t' { ' ' } else { visible(c) })
        .collect();
    let ticks = "`".repeat(longest_run(&code) + 1);
    let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{ticks}{pad}{code}{pad}{ticks}")
}

/// Returns text as a code block that is not a doctest. Tabs become spaces, because Clippy rejects tabs in docs.
pub fn code_block(code: &str) -> String {
    code_block_in(NO_LANGUAGE, code)
}

/// Returns text as a code block in a language. Rust becomes `text`, so that the block is not a doctest.
pub fn code_block_in(language: &str, code: &str) -> String {
    let language = language_of(language);
    let code = unix_lines(code).replace('\t', "    ");
    let code: String = code
        .chars()
        .map(|c| if c == '\n' { c } else { visible(c) })
        .collect();
    let fence = "`".repeat(longest_run(&code).max(2) + 1);
    format!(
        "{fence}{language}\n{}\n{fence}",
        code.trim_end_matches('\n')
    )
}

const NO_LANGUAGE: &str = "text";

/// Returns the language in the words after a fence, or `text` if there is none. Words that make rustdoc run or check
/// the block as a test are not languages.
fn language_of(words: &str) -> &str {
    const LONGEST: usize = 20;
    const OF_RUSTDOC: [&str; 11] = [
        "rust",
        "should",
        "no_",
        "no-",
        "norun",
        "ignore",
        "compile",
        "test",
        "standalone",
        "edition",
        "custom",
    ];
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '{');
    let word = words.split(ends).next().unwrap_or_default();
    let lower = word.to_ascii_lowercase();
    let is_error_code = |code: &str| code.starts_with(|c: char| c.is_ascii_digit());
    let is_language = word.len() <= LONGEST
        && lower.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+#-_.".contains(&byte))
        && !OF_RUSTDOC.iter().any(|start| lower.starts_with(start))
        && !lower.strip_prefix('e').is_some_and(is_error_code);
    if is_language { word } else { NO_LANGUAGE }
}

/// Returns the length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn code_is_never_a_test() {
        for (words, language) in [
            ("json", "json"),
            ("C#", "C#"),
            ("objective-c {.x}", "objective-c"),
            ("elixir", "elixir"),
            ("", "text"),
            ("rust", "text"),
            ("Rust,no_run", "text"),
            ("ignore-x86", "text"),
            ("E0277", "text"),
            ("edition2021", "text"),
            ("{.json}", "text"),
            ("a\"b", "text"),
        ] {
            assert_eq!(language_of(words), language, "{words}");
        }
    }
}
