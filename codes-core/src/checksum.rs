//! A checksum of a table's parts, with which a generated file detects edits of its literals.

/// 2⁶⁴ divided by the golden ratio.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Returns the checksum of byte strings and their lengths.
pub const fn of(parts: &[&[u8]]) -> u64 {
    let (mut sum, mut part) = (FACTOR, 0);
    while part < parts.len() {
        sum = extend(sum, parts[part]);
        part += 1;
    }
    sum
}

/// Adds bytes to a sum, eight at a time, because the compiler interprets this loop for the whole
/// table.
const fn extend(mut sum: u64, bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut i = 0;
    while i < chunks.len() {
        sum = mix(sum, u64::from_le_bytes(chunks[i]));
        i += 1;
    }
    let mut last = [0; 8];
    let mut i = 0;
    while i < rest.len() {
        last[i] = rest[i];
        i += 1;
    }
    mix(mix(sum, u64::from_le_bytes(last)), bytes.len() as u64)
}

const fn mix(sum: u64, word: u64) -> u64 {
    (sum ^ word).wrapping_mul(FACTOR).rotate_left(29)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn every_byte_and_length_counts() {
        let bytes = *b"abcdefghijklmnopqrstu";
        let sum = of(&[&bytes]);
        for at in 0..bytes.len() {
            let mut edited = bytes;
            edited[at] ^= 1;
            assert_ne!(of(&[&edited]), sum, "byte {at}");
            assert_ne!(of(&[&bytes[..at], &bytes[at..]]), sum, "cut at {at}");
        }
        assert_ne!(of(&[&bytes, &[]]), sum);
        assert_ne!(of(&[b"a\0"]), of(&[b"a"]));
    }
}
