//! How the codes of a table are read and compared.

/// The form of a table's codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeForm {
    /// Text.
    Text,
    /// Integers, also read from decimal digits.
    Decimal,
    /// Integers, also read from hexadecimal digits after `0x`.
    Hex,
    /// 32-bit integers. A negative one can also be written in its unsigned form.
    Hex8,
}

impl CodeForm {
    /// Decodes a form from the byte produced by `as u8`.
    #[inline]
    pub const fn from_byte(byte: u8) -> Self {
        match byte {
            1 => CodeForm::Decimal,
            2 => CodeForm::Hex,
            3 => CodeForm::Hex8,
            _ => CodeForm::Text,
        }
    }

    /// Returns the canonical form of a code: one integer for all its spellings.
    #[inline]
    pub fn canonical(self, code: i64) -> i64 {
        match i32::try_from(code) {
            Ok(bits) if self == CodeForm::Hex8 => i64::from(bits.cast_unsigned()),
            _ => code,
        }
    }

    /// Returns the unsigned and the signed form of a canonical code. They differ only if the code
    /// is negative as a 32-bit integer.
    pub fn both_forms(self, code: i64) -> [i64; 2] {
        match u32::try_from(code) {
            Ok(bits) if self == CodeForm::Hex8 => [code, bits.cast_signed().into()],
            _ => [code; 2],
        }
    }

    /// Parses an integer code: decimal with no plus sign or leading zeros, or `0x` hexadecimal if
    /// the form is hexadecimal.
    pub fn parse(self, text: &str) -> Option<i64> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if let CodeForm::Hex | CodeForm::Hex8 = self
            && let Some(hex) = digits.strip_prefix("0x")
        {
            return parse_hex(hex, digits.len() < text.len());
        }
        let canonical = digits.bytes().all(|byte| byte.is_ascii_digit())
            && (digits == "0" || !digits.starts_with('0'))
            && text != "-0";
        text.parse().ok().filter(|_| canonical)
    }
}

fn parse_hex(digits: &str, negative: bool) -> Option<i64> {
    // `from_str_radix` also accepts a sign
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let magnitude = u64::from_str_radix(digits, 16).ok().filter(|_| plain)?;
    if negative {
        0i64.checked_sub_unsigned(magnitude)
    } else {
        i64::try_from(magnitude).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::CodeForm;
    use super::CodeForm::{Decimal, Hex, Hex8, Text};

    #[test]
    fn forms_are_read_as_written() {
        for form in [Text, Decimal, Hex, Hex8] {
            assert_eq!(CodeForm::from_byte(form as u8), form);
        }
    }

    #[test]
    fn only_32_bits_have_two_forms() {
        assert_eq!(Hex8.canonical(-2_147_467_259), 0x8000_4005);
        assert_eq!(Hex8.both_forms(0x8000_4005), [0x8000_4005, -2_147_467_259]);
        assert_eq!(Hex8.canonical(i64::MIN), i64::MIN);
        assert_eq!((Hex.canonical(-1), Decimal.canonical(-1)), (-1, -1));
        assert_eq!(Decimal.both_forms(7), [7, 7]);
    }

    #[test]
    fn integers_are_parsed_strictly() {
        for (form, text, expected) in [
            (Decimal, "0", Some(0)),
            (Decimal, "-1003", Some(-1003)),
            (Decimal, "9223372036854775807", Some(i64::MAX)),
            (Decimal, "9223372036854775808", None),
            (Decimal, "-0", None),
            (Decimal, "+1", None),
            (Decimal, "007", None),
            (Decimal, "0x1f", None),
            (Decimal, "", None),
            (Hex, "0x1f", Some(31)),
            (Hex, "0x001F", Some(31)),
            (Hex, "-0x1F", Some(-31)),
            (Hex, "-0x8000000000000000", Some(i64::MIN)),
            (Hex, "0x8000000000000000", None),
            (Hex, "0x+1", None),
            (Hex, "0x", None),
            (Hex8, "31", Some(31)),
        ] {
            assert_eq!(form.parse(text), expected, "{form:?} {text}");
        }
    }
}
