//! Integers as decimal digits, without an allocator.

/// An integer's decimal digits.
#[derive(Clone, Copy, Debug)]
pub struct Digits {
    bytes: [u8; Digits::CAPACITY],
    start: usize,
}

impl Digits {
    /// A sign and the 39 digits of the widest integer.
    const CAPACITY: usize = 40;

    /// Converts an integer to digits.
    pub fn new(int: i128) -> Self {
        let mut digits = Digits::unsigned(int.unsigned_abs());
        if int < 0 {
            digits.push(b'-');
        }
        digits
    }

    /// Converts an unsigned integer to digits.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a single digit, or a value that fits after the loop"
    )]
    pub fn unsigned(mut wide: u128) -> Self {
        let mut digits = Digits {
            bytes: [0; Digits::CAPACITY],
            start: Digits::CAPACITY,
        };
        // 128-bit divisions are slow, and few integers need them
        while wide > u64::MAX.into() {
            digits.push(b'0' + (wide % 10) as u8);
            wide /= 10;
        }
        let mut narrow = wide as u64;
        loop {
            digits.push(b'0' + (narrow % 10) as u8);
            narrow /= 10;
            if narrow == 0 {
                return digits;
            }
        }
    }

    fn push(&mut self, byte: u8) {
        self.start -= 1;
        self.bytes[self.start] = byte;
    }

    /// Returns the digits.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::ToString as _;

    use super::Digits;

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for int in [
            0,
            7,
            -7,
            1_000_000,
            i64::MIN.into(),
            u64::MAX.into(),
            i128::MIN,
            i128::MAX,
        ] {
            assert_eq!(Digits::new(int).as_str(), int.to_string());
        }
        assert_eq!(Digits::unsigned(u128::MAX).as_str(), u128::MAX.to_string());
    }
}
