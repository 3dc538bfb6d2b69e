//! Determines the form of a code, such as words joined by `_`, to tell whether two codes are of the same kind.

/// Returns the form of a code: words and numbers are replaced by placeholders, and separators are kept. Codes of the
/// same kind have the same form: `E101` and `E207`, `card_declined` and `expired_card`.
pub(crate) fn form(code: &str) -> String {
    let code = code.trim_matches(['`', '"', '\'']);
    if code.bytes().all(|byte| byte.is_ascii_digit()) {
        return "0".repeat(code.len());
    }
    let has = |is: fn(char) -> bool| code.contains(is);
    let case = match (has(char::is_uppercase), has(char::is_lowercase)) {
        (true, false) => "A",
        (false, true) => "a",
        (true, true) => "Aa",
        (false, false) => "",
    };
    let mut separators: Vec<char> = code.chars().filter(|c| !c.is_alphanumeric()).collect();
    separators.sort_unstable();
    separators.dedup();
    let letters = code.find(|c: char| c.is_ascii_digit());
    // a prefix in capitals before digits is part of the form
    let prefix = letters.map_or("", |at| &code[..at]);
    let prefix = if prefix.chars().any(char::is_alphabetic) && case == "A" {
        prefix
    } else {
        case
    };
    if letters == Some(0) {
        return format!("0{case}");
    }
    let digits = if letters.is_some() { "0" } else { "" };
    format!("{prefix}{}{digits}", separators.iter().collect::<String>())
}

/// Whether a form is unlike that of a plain word: it has a digit or a separator. Forms that start with `X-`, as in
/// names of headers, do not count.
pub(crate) fn is_telling(form: &str) -> bool {
    form != "a" && form != "Aa" && form != "A" && !form.is_empty() && !form.starts_with("X-")
}

/// Whether only codes have such a form: letters before digits, the first of them a capital, or capitals joined by `_`.
pub(crate) fn is_of_codes(form: &str) -> bool {
    let has_letters = form.starts_with(|c: char| c.is_uppercase());
    is_telling(form) && has_letters && (form.ends_with('0') || form == "A_")
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn codes_of_one_kind_have_one_form() {
        for (one, other) in [
            ("E101", "E7"),
            ("card_declined", "card_expired"),
            ("NOT_FOUND", "ALL_THE_SAME"),
            ("1001", "2999"),
            ("NotFound", "Gone"),
            ("ERR-12", "ERR-9"),
        ] {
            assert_eq!(form(one), form(other), "{one} {other}");
        }
        for (one, other) in [
            ("E101", "F101"),
            ("1001", "404"),
            ("NOT_FOUND", "not_found"),
        ] {
            assert_ne!(form(one), form(other), "{one} {other}");
        }
    }
}
