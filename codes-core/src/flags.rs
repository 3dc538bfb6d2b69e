//! Properties of a whole table that decide how it is read, packed into one byte.

use crate::code_form::CodeForm;

/// The flags of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flags(u8);

impl Flags {
    const FORM: u8 = 0b11;
    const DETAILS: u8 = 1 << 2;
    const JSON: u8 = 1 << 3;
    const XML: u8 = 1 << 4;
    const CLASSES: u8 = 1 << 5;
    const INTEGER_DETAILS: u8 = 1 << 6;
    const HEADERS: u8 = 1 << 7;

    /// Returns the flags of a table whose codes have this form.
    pub const fn new(form: CodeForm) -> Self {
        Flags(form as u8)
    }

    /// Sets whether rows have details.
    #[must_use]
    pub const fn details(self, have: bool) -> Self {
        self.with(Self::DETAILS, have)
    }

    /// Sets whether details are integers.
    #[must_use]
    pub const fn integer_details(self, are: bool) -> Self {
        self.with(Self::INTEGER_DETAILS, are)
    }

    /// Sets whether any row has a class of text codes, such as `08*`.
    #[must_use]
    pub const fn classes(self, have: bool) -> Self {
        self.with(Self::CLASSES, have)
    }

    /// Sets whether the bodies of responses are read as JSON.
    #[must_use]
    pub const fn json(self, read: bool) -> Self {
        self.with(Self::JSON, read)
    }

    /// Sets whether the bodies of responses are read as XML.
    #[must_use]
    pub const fn xml(self, read: bool) -> Self {
        self.with(Self::XML, read)
    }

    /// Sets whether the headers of responses are read.
    #[must_use]
    pub const fn headers(self, read: bool) -> Self {
        self.with(Self::HEADERS, read)
    }

    const fn with(self, flag: u8, is: bool) -> Self {
        Flags(if is { self.0 | flag } else { self.0 & !flag })
    }

    /// Decodes the flags from their byte.
    #[inline]
    pub const fn from_byte(byte: u8) -> Self {
        Flags(byte)
    }

    /// Encodes the flags.
    pub const fn to_byte(self) -> u8 {
        self.0
    }

    /// Returns how the table's codes are read.
    #[inline]
    pub const fn code_form(self) -> CodeForm {
        CodeForm::from_byte(self.0 & Self::FORM)
    }

    /// Returns whether rows have details.
    #[inline]
    pub const fn has_details(self) -> bool {
        self.0 & Self::DETAILS != 0
    }

    /// Returns whether details are integers.
    #[inline]
    pub const fn has_integer_details(self) -> bool {
        self.0 & Self::INTEGER_DETAILS != 0
    }

    /// Returns whether a text code alone can fail to identify a row, because rows also have
    /// details or because codes may be classes.
    #[inline]
    pub const fn has_details_or_classes(self) -> bool {
        self.0 & (Self::DETAILS | Self::CLASSES) != 0
    }

    /// Returns whether the bodies of responses are read as JSON.
    #[inline]
    pub const fn reads_json(self) -> bool {
        self.0 & Self::JSON != 0
    }

    /// Returns whether the bodies of responses are read as XML.
    #[inline]
    pub const fn reads_xml(self) -> bool {
        self.0 & Self::XML != 0
    }

    /// Returns whether the headers of responses are read.
    #[inline]
    pub const fn reads_headers(self) -> bool {
        self.0 & Self::HEADERS != 0
    }

    /// Returns whether headers or bodies of responses are read.
    #[inline]
    pub const fn reads_responses(self) -> bool {
        self.0 & (Self::HEADERS | Self::JSON | Self::XML) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Flags;
    use crate::code_form::CodeForm;

    #[test]
    fn flags_are_read_as_written() {
        for bits in 0..64 {
            let has = |bit: u8| bits >> bit & 1 == 1;
            for form in [
                CodeForm::Text,
                CodeForm::Decimal,
                CodeForm::Hex,
                CodeForm::Hex8,
            ] {
                let flags = Flags::new(form).details(has(0)).json(has(1)).xml(has(2));
                let flags = flags
                    .classes(has(3))
                    .integer_details(has(4))
                    .headers(has(5));
                let flags = Flags::from_byte(flags.to_byte());
                assert_eq!(flags.code_form(), form);
                assert_eq!(flags.has_details(), has(0));
                assert_eq!(flags.has_integer_details(), has(4));
                assert_eq!(flags.has_details_or_classes(), has(0) || has(3));
                assert_eq!(flags.reads_json(), has(1));
                assert_eq!(flags.reads_xml(), has(2));
                assert_eq!(flags.reads_headers(), has(5));
                assert_eq!(flags.reads_responses(), has(1) || has(2) || has(5));
            }
        }
    }
}
