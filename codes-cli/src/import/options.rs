//! The values of options, the text of a page, and the names of files that `--split` writes.

use codes_spec::Date;

use crate::import::input::MAX_DOCUMENT;
use crate::messages::Message;
use crate::messages::import as messages;
use crate::messages::sources as source_messages;

/// Accepts a date that specs accept.
pub(super) fn date(text: &str) -> Result<String, &'static str> {
    let date: Result<Date, _> = text.parse();
    date.map(|_| text.to_owned())
        .map_err(|_| messages::INVALID_DATE)
}

/// Accepts the address of a page, or its name. Rejects schemes other than HTTP and HTTPS: such a link may run a script
/// instead of opening a page.
pub(super) fn source(text: &str) -> Result<String, &'static str> {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme.trim());
    let is_scheme = |scheme: &&str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte))
    };
    let is_text = |scheme: &str| text[scheme.len()..].starts_with(": ");
    match scheme.filter(is_scheme) {
        Some(scheme)
            if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str())
                && !is_text(scheme) =>
        {
            Err(messages::INVALID_SOURCE)
        }
        _ => Ok(text.to_owned()),
    }
}

/// Decodes a page or document, with `\n` as the only line break.
pub(super) fn text_of(name: &str, mut bytes: Vec<u8>) -> Result<String, Message> {
    if bytes.len() > MAX_DOCUMENT {
        return Err(source_messages::too_large(name, MAX_DOCUMENT));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.contains(['\r', '\0']) => {
            Ok(text.replace("\r\n", "\n").replace(['\r', '\0'], "\n"))
        }
        Ok(text) => Ok(text),
        Err(error) => {
            let byte = error.utf8_error().valid_up_to() + 1;
            Err(source_messages::page_not_utf8(name, byte))
        }
    }
}

/// The name of the file for a group. Long ids are truncated and numbered, and names that Windows reserves are numbered.
pub(super) fn file_name(id: &str, number: usize) -> String {
    const LONGEST: usize = 60;
    match id.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}_{number}.yaml", &id[..end]),
        None if is_reserved(id) => format!("{id}_{number}.yaml"),
        None => format!("{id}.yaml"),
    }
}

/// Whether Windows treats a file of this name as a device, whatever its extension is.
fn is_reserved(id: &str) -> bool {
    let id = id.to_ascii_lowercase();
    let numbered = |device: &str| {
        id.strip_prefix(device).is_some_and(|rest| {
            matches!(rest, "¹" | "²" | "³")
                || rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    ["con", "prn", "aux", "nul"].contains(&id.as_str()) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_reserves_are_numbered() {
        for id in ["con", "PRN", "aux", "nul", "com1", "lpt0", "com²"] {
            assert_eq!(file_name(id, 3), format!("{id}_3.yaml"));
        }
        for id in ["cons", "com", "com10", "comx", "client"] {
            assert_eq!(file_name(id, 3), format!("{id}.yaml"));
        }
        assert_eq!(
            file_name(&"ä".repeat(70), 3),
            format!("{}_3.yaml", "ä".repeat(60))
        );
    }

    #[test]
    fn sources_are_addresses_or_names() {
        for text in [
            "https://depot.example/errors",
            "HTTP://x",
            "Manual: errors",
            "page.md",
            "Manual 3.1",
            "depot.example/a:b",
        ] {
            assert!(source(text).is_ok(), "{text}");
        }
        for text in [
            "javascript:alert(1)",
            "JavaScript :alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
        ] {
            assert!(source(text).is_err(), "{text}");
        }
    }

    #[test]
    fn dates_must_be_valid_in_a_spec() {
        assert!(date("2026-11-19").is_ok());
        assert!(date("yesterday").is_err());
        assert!(date("2026-02-30").is_err());
    }
}
