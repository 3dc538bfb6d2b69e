//! Names of variants: which are valid, and how they are derived from text.

use std::borrow::Cow;

use unicode_ident::{is_xid_continue, is_xid_start};

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rules;
use crate::lookalike::comma;
use crate::span::Spanned;
use crate::table::key_size::check_name;
use crate::table::parse::Parse;
use crate::text::{ByteSet, byte_set, find, find_byte};

/// A name from a spec.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Name<'a>(pub(crate) Cow<'a, str>);

impl<'a> Parse<'a> for Name<'a> {
    fn parse(text: Spanned<Cow<'a, str>>) -> Result<Self, Mistake> {
        let meant = || {
            camel_case(&text.value)
                .map(avoid_keyword)
                .map(|name| format!("`{name}`"))
        };
        if let Some((_, comma)) = comma(&text.value) {
            return Err(rules::lookalike(phrases::character(comma), ',').at(text.span));
        }
        if !is_identifier(&text.value) {
            return Err(rules::name(&text.value).at(text.span).meant(meant()));
        }
        check_name(&text.value, phrases::SHORTER_NAME).map_err(|mistake| mistake.at(text.span))?;
        if is_keyword(&text.value) {
            return Err(rules::keyword(&text.value, phrases::OTHER_NAME)
                .at(text.span)
                .meant(meant()));
        }
        Ok(Name(text.value))
    }
}

/// The strict and reserved keywords of all editions, and `_`.
pub(crate) const KEYWORDS: &[&str] = &[
    "_", "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

pub(crate) fn is_keyword(name: &str) -> bool {
    const LONGEST: usize = 8;
    name.len() <= LONGEST && KEYWORDS.contains(&name)
}

/// A regular expression for the blocks of punctuation and symbols beyond ASCII that Rust does not
/// accept in names. Other characters that it does not accept are rare.
pub(crate) const NOT_IN_NAMES: &str = "[\\x80-\\xa9\\xab-\\xb4\\xb6\\xb8\\xb9\\xbb-\\xbf\\xd7\\xf7\u{2000}-\u{200b}\u{200e}-\u{203e}\
     \u{2041}-\u{2053}\u{2055}-\u{2070}\u{2190}-\u{2bff}\u{3000}-\u{3004}\u{3008}-\u{3020}\u{ff01}-\u{ff0f}\
     \u{ff1a}-\u{ff20}\u{1f000}-\u{1faff}]";

fn is_identifier(name: &str) -> bool {
    const NOT_IN_NAMES: ByteSet = byte_set(&[
        (0, b'/'),
        (b':', b'@'),
        (b'[', b'^'),
        (b'`', b'`'),
        (b'{', 0x7f),
    ]);
    name.starts_with(|c| is_xid_start(c) || c == '_')
        && find(name, &NOT_IN_NAMES, |c| !is_xid_continue(c)).is_none()
}

/// Adds a prefix to a name that is a keyword. `Self` is the only keyword in `UpperCamelCase`.
fn avoid_keyword(name: String) -> String {
    if is_keyword(&name) {
        format!("Code{name}")
    } else {
        name
    }
}

/// Returns whether a code says enough to be a name: it has three letters in a row, or no digits.
pub(crate) fn is_descriptive(code: &str) -> bool {
    let mut run = 0;
    let mut numeric = false;
    for c in code.chars() {
        run = if c.is_alphabetic() { run + 1 } else { 0 };
        if run == 3 {
            return true;
        }
        numeric |= c.is_numeric();
    }
    !numeric
}

/// Returns whether rustc considers a name to be `UpperCamelCase`: apart from underscores at its ends, it does not begin
/// with a lower-case letter, and has underscores only between digits.
pub(crate) fn is_camel_case(name: &str) -> bool {
    let name = name.trim_matches('_');
    let chars: Vec<char> = name.chars().collect();
    let joins_letters = chars
        .windows(3)
        .any(|part| part[1] == '_' && !(part[0].is_numeric() && part[2].is_numeric()));
    !name.starts_with(char::is_lowercase) && !joins_letters
}

/// Returns a text as an identifier in `UpperCamelCase`, if it has a letter or digit that identifiers can contain.
pub fn camel_case(text: &str) -> Option<String> {
    const NOT_ALPHANUMERIC: ByteSet =
        byte_set(&[(0, b'/'), (b':', b'@'), (b'[', b'`'), (b'{', 0x7f)]);
    let mut name = String::with_capacity(text.len());
    let mut word = String::new();
    let mut from = 0;
    loop {
        let at = find_byte(text, from, &NOT_ALPHANUMERIC).unwrap_or(text.len());
        word.push_str(&text[from..at]);
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        match c {
            '\'' | '\u{2019}' => {}
            c if is_xid_continue(c) && !JOINTS.contains(&c) => word.push(c),
            _ => push_capitalized(&mut name, &mut word),
        }
        from = at + c.len_utf8();
    }
    push_capitalized(&mut name, &mut word);
    if !name.starts_with(is_xid_start) && !name.is_empty() {
        name.insert_str(0, "Code");
    }
    is_identifier(&name).then_some(name)
}

/// Characters that are allowed in identifiers but are neither letters nor digits.
const JOINTS: [char; 16] = [
    '_', '\u{b7}', '\u{387}', '\u{200c}', '\u{200d}', '\u{203f}', '\u{2040}', '\u{2054}',
    '\u{30fb}', '\u{fe33}', '\u{fe34}', '\u{fe4d}', '\u{fe4e}', '\u{fe4f}', '\u{ff3f}', '\u{ff65}',
];

/// Appends a word with its first letter in upper case, and empties the word.
fn push_capitalized(name: &mut String, word: &mut String) {
    const LOWER: ByteSet = byte_set(&[(b'a', b'z')]);
    const UPPER: ByteSet = byte_set(&[(b'A', b'Z')]);
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_ascii() => name.push(first.to_ascii_uppercase()),
        first => name.extend(first.into_iter().flat_map(char::to_uppercase)),
    }
    let rest = letters.as_str();
    let shouted = find(word, &LOWER, char::is_lowercase).is_none()
        && find(word, &UPPER, char::is_uppercase).is_some();
    match shouted {
        false => name.push_str(rest),
        true if rest.is_ascii() => name.push_str(&rest.to_ascii_lowercase()),
        true => name.extend(letters.flat_map(char::to_lowercase)),
    }
    word.clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn words_become_camel_case() {
        for (text, name) in [
            ("I'm a Teapot", "ImATeapot"),
            ("I’m a Teapot", "ImATeapot"),
            ("ValidationInputParamsError", "ValidationInputParamsError"),
            ("PEER_FLOOD", "PeerFlood"),
            ("2FA_CONFIRM", "Code2faConfirm"),
            (
                "Non-Authoritative Information",
                "NonAuthoritativeInformation",
            ),
            ("HTTP Version Not Supported", "HttpVersionNotSupported"),
            ("OK", "Ok"),
            ("IM Used", "ImUsed"),
            ("OAuth token-missing", "OAuthTokenMissing"),
            ("größe falsch", "GrößeFalsch"),
            ("ÉCHEC", "Échec"),
            ("残高不足", "残高不足"),
            ("a²b", "AB"),
            ("हिन्दी", "हिन्दी"),
            ("a\u{301}b", "A\u{301}b"),
            ("a·b‿c＿d_e", "ABCDE"),
            ("ユーザー・エラー", "ユーザーエラー"),
            ("  -- x", "X"),
            ("404", "Code404"),
            ("self", "Self"),
        ] {
            assert_eq!(camel_case(text).as_deref(), Some(name), "{text}");
        }
        for text in ["", "—", "!!!", "🎉", "'"] {
            assert_eq!(camel_case(text), None, "{text}");
        }
    }

    #[test]
    fn camel_case_is_recognized() {
        for name in ["NotFound", "OK", "V1_2", "_Hidden", "残高不足", "Échec"] {
            assert!(is_camel_case(name), "{name}");
        }
        for name in [
            "notFound",
            "not_found",
            "NOT_FOUND",
            "Not_Found",
            "V1_a",
            "é",
            "A__B",
        ] {
            assert!(!is_camel_case(name), "{name}");
        }
    }

    #[test]
    fn keywords_are_refused() {
        let parse = |text: &'static str| {
            Name::parse(Spanned {
                value: text.into(),
                span: Span::START,
            })
        };
        for keyword in KEYWORDS {
            let rule = parse(keyword).err().map(|mistake| mistake.rule.id);
            assert_eq!(rule, Some("codes::keyword"), "{keyword}");
        }
        assert!(parse("NotFound").is_ok());
    }

    #[test]
    fn descriptive_codes_are_recognized() {
        for code in ["NotFound", "2FA_CONFIRM", "no", "E_ABC1"] {
            assert!(is_descriptive(code), "{code}");
        }
        for code in ["2202E", "5.7.1", "0x02010001", "E11000", "007"] {
            assert!(!is_descriptive(code), "{code}");
        }
    }
}
