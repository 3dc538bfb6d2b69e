//! Characters that look like others, and invisible characters.

use crate::text::unicode;

/// Returns whether a character is invisible, or a space that is not ASCII.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200f}' | '\u{202f}'
            | '\u{205f}'..='\u{2064}' | '\u{3000}' | '\u{feff}'
    )
}

/// Returns the code point of a character, with its name if it is a common one: `U+00A0 (no-break space)`.
pub(crate) fn describe(c: char) -> String {
    let name = match c {
        '\u{a0}' => " (no-break space)",
        '\u{ad}' => " (soft hyphen)",
        '\u{200b}' => " (zero-width space)",
        '\u{3000}' => " (ideographic space)",
        '\u{feff}' => " (byte order mark)",
        _ => "",
    };
    unicode(c) + name
}

/// Returns a word without its invisible characters.
pub(crate) fn visible_part(word: &str) -> String {
    word.replace(is_invisible, "")
}

/// Returns an invisible character that does not belong in a word, and its offset: any at the start
/// or end, and inside the word only those without width that allow or prevent a line break.
pub(crate) fn invisible_in(word: &str) -> Option<(usize, char)> {
    if word.is_ascii() {
        return None;
    }
    let first = word.char_indices().next().into_iter();
    let mut ends = first.chain(word.char_indices().next_back());
    let is_break = |c| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    ends.find(|&(_, c)| is_invisible(c))
        .or_else(|| word.char_indices().find(|&(_, c)| is_break(c)))
}

/// Returns the first non-ASCII letter or full-width character of a word and its offset, if all such characters of the word
/// look like ASCII characters. Cyrillic and Greek letters are compared only in words that have ASCII letters too.
pub(crate) fn mixed_letter(word: &str) -> Option<(usize, char)> {
    if word.is_ascii() {
        return None;
    }
    let is_latin = word.contains(|c: char| c.is_ascii_alphabetic());
    let plain = |c| ascii(c).or_else(|| latin_letter(c).filter(|_| is_latin));
    let is_foreign = |c: char| !c.is_ascii() && (c.is_alphabetic() || ascii(c).is_some());
    let mut foreign = word.char_indices().filter(|&(_, c)| is_foreign(c));
    let first = foreign.clone().next()?;
    foreign.all(|(_, c)| plain(c).is_some()).then_some(first)
}

/// Returns a word with ASCII characters in place of those that look like them.
pub(crate) fn latin(word: &str) -> String {
    word.chars().map(plain).collect()
}

/// Returns the ASCII character that another one looks like, or the character itself.
pub(crate) fn plain(c: char) -> char {
    ascii(c).or_else(|| latin_letter(c)).unwrap_or(c)
}

/// Returns the Latin letter that a Cyrillic or Greek one looks like.
fn latin_letter(c: char) -> Option<char> {
    const FOREIGN: &str = "АВЕЅІЈКМНОРСТХУасеіјорѕухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    const LATIN: &str = "ABESIJKMHOPCTXYaceijopsyxABEZHIKMNOPTYXo";
    let at = FOREIGN.chars().position(|foreign| foreign == c)?;
    LATIN.chars().nth(at)
}

/// Returns whether a character is used as a bullet in prose.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '*' | '+' | '·' | '•' | '‣' | '◦' | '▪' | '■' | '●' | '○' | '−' | '－' | '\u{2010}'
            ..='\u{2015}'
    )
}

/// Returns the ASCII character that a full-width or ideographic one looks like.
pub(crate) fn ascii(c: char) -> Option<char> {
    const FULL_WIDTH: u32 = 0xff01 - b'!' as u32;
    match c {
        '、' => Some(','),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - FULL_WIDTH),
        _ => None,
    }
}

/// Returns the first full-width or ideographic comma in a text, and its offset.
pub(crate) fn comma(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|&(_, c)| ascii(c) == Some(','))
}

/// Returns a text with ASCII in place of full-width characters, if it has any.
pub(crate) fn half_width(text: &str) -> Option<String> {
    let has_any = !text.is_ascii() && text.contains(|c| ascii(c).is_some());
    has_any.then(|| text.chars().map(|c| ascii(c).unwrap_or(c)).collect())
}

/// Returns the text inside a pair of typographic quotes, if they enclose all of it.
pub(crate) fn typographic_quotes(text: &str) -> Option<&str> {
    const DOUBLE: [char; 7] = ['“', '”', '„', '‟', '«', '»', '＂'];
    const SINGLE: [char; 6] = ['‘', '’', '‚', '‛', '‹', '›'];
    let first = text.chars().next().filter(|c| !c.is_ascii())?;
    let quotes: &[char] = [&DOUBLE[..], &SINGLE[..]]
        .into_iter()
        .find(|quotes| quotes.contains(&first))?;
    let inside = text.strip_prefix(quotes)?.strip_suffix(quotes)?;
    // `“One” and “two”` is text with quotes in it
    let once = !inside.is_empty() && !inside.contains(quotes);
    once.then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_around_a_text_are_distinguished_from_quotes_in_it() {
        for (text, inside) in [
            ("“NotFound”", Some("NotFound")),
            ("„Nicht da“", Some("Nicht da")),
            ("‘x’", Some("x")),
            ("«x»", Some("x")),
            ("“One” and “two”", None),
            ("“x", None),
            ("”", None),
            ("“”", None),
            ("“x’", None),
            ("\"x\"", None),
            ("", None),
        ] {
            assert_eq!(typographic_quotes(text), inside, "{text}");
        }
    }

    #[test]
    fn full_width_characters_have_an_ascii_form() {
        assert_eq!(half_width("４０４，４０５").as_deref(), Some("404,405"));
        assert_eq!(half_width("404"), None);
        assert_eq!(half_width("größe"), None);
        assert_eq!(
            (ascii('！'), ascii('～'), ascii('｟')),
            (Some('!'), Some('~'), None)
        );
    }

    #[test]
    fn invisible_characters_are_found_where_they_do_not_belong() {
        for (word, found) in [
            ("\u{200b}x", Some((0, '\u{200b}'))),
            ("x\u{a0}", Some((1, '\u{a0}'))),
            ("x\u{ad}y", Some((1, '\u{ad}'))),
            // joiners and spaces belong between letters
            ("x\u{200d}y", None),
            ("x\u{a0}y", None),
            (" ", None),
            ("", None),
        ] {
            assert_eq!(invisible_in(word), found, "{word:?}");
        }
        assert_eq!(visible_part("ti\u{200b}tle\u{a0}"), "title");
    }

    #[test]
    fn letters_that_look_like_latin_ones_are_found_among_them() {
        assert_eq!(mixed_letter("A\u{421}B"), Some((1, '\u{421}')));
        assert_eq!(latin("A\u{421}B"), "ACB");
        assert_eq!(mixed_letter("４04"), Some((0, '４')));
        assert_eq!(mixed_letter("A，B"), Some((1, '，')));
        assert_eq!(latin("A，４"), "A,4");
        // not mixed: no ASCII letters, or a letter that does not look like an ASCII character
        for word in ["СОМ", "größe", "Ünd С", "残高A", "残高，不足", ""] {
            assert_eq!(mixed_letter(word), None, "{word}");
        }
    }
}
