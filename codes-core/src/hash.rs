//! Hashes keys, and maps hashes to slots of an index.

/// The numbers with which the parts of a key are combined. Their highest bytes never occur in UTF-8, so no text makes
/// a factor zero.
const MIX: [u64; 4] = [
    0xff95_79b9_7f4a_7c15,
    0xfeb5_4a32_d192_ed03,
    0xfd2d_358d_ccaa_6c78,
    0xfca7_8c51_2e8b_36d9,
];

/// Returns the hash of a text. It depends on every byte.
///
/// In texts of 16 bytes or more, the first and the last 16 bytes are multiplied independently;
/// in texts longer than 32 bytes, the bytes between them are hashed separately.
#[inline]
pub fn of_text(text: &[u8]) -> u64 {
    let len = text.len() as u64;
    if let (Some(first), Some(last)) = (text.first_chunk::<16>(), text.last_chunk::<16>()) {
        let between = if text.len() > 32 { of_middle(text) } else { 0 };
        let [a, b] = halves(*first);
        let [c, d] = halves(*last);
        return multiply(a ^ MIX[0], b ^ MIX[1] ^ len) ^ multiply(c ^ MIX[2], d ^ MIX[3] ^ between);
    }
    let [first, last] = if let (Some(first), Some(last)) =
        (text.first_chunk::<8>(), text.last_chunk::<8>())
    {
        [u64::from_le_bytes(*first), u64::from_le_bytes(*last)]
    } else if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        [
            u32::from_le_bytes(*first).into(),
            u32::from_le_bytes(*last).into(),
        ]
    } else if let [first, .., last] = text {
        let middle = text[text.len() / 2];
        [u64::from(*first) << 8 | u64::from(middle), u64::from(*last)]
    } else {
        [text.first().map_or(0, |byte| u64::from(*byte)), 0]
    };
    multiply(first ^ MIX[0], last ^ MIX[1] ^ len)
}

/// Returns the hash of the bytes of a long text between the first and the last 16.
#[cold]
fn of_middle(text: &[u8]) -> u64 {
    let (chunks, _) = text.as_chunks::<16>();
    let mut hash = 0;
    for chunk in &chunks[1..] {
        let [a, b] = halves(*chunk);
        hash = multiply(a ^ MIX[2] ^ hash, b ^ MIX[3]);
    }
    hash
}

/// Returns the hash of an integer.
#[inline]
pub const fn of_integer(integer: i64) -> u64 {
    multiply(integer.cast_unsigned() ^ MIX[0], MIX[1])
}

fn halves(bytes: [u8; 16]) -> [u64; 2] {
    let both = u128::from_le_bytes(bytes);
    [low(both), low(both >> 64)]
}

/// Multiplies two numbers, and combines the halves of the product.
#[inline]
const fn multiply(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    low(product) ^ low(product >> 64)
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
const fn low(wide: u128) -> u64 {
    wide as u64
}

/// Returns the index of the seed for a hash. `seeds` is the number of seeds.
#[inline]
pub const fn bucket(hash: u64, seeds: usize) -> usize {
    scale(hash & 0xffff_ffff, seeds)
}

/// Returns the slot, among `slots` slots, of a hash under a seed. Seeds are never zero.
#[inline]
pub const fn slot(hash: u64, seed: u16, slots: usize) -> usize {
    scale(hash.wrapping_mul(seed as u64) >> 32, slots)
}

/// Maps 32 bits to a position below `len`.
#[inline]
const fn scale(bits: u64, len: usize) -> usize {
    ((bits * len as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::{bucket, of_integer, of_text, slot};

    #[test]
    fn every_byte_counts() {
        let key = [7; 70];
        for len in 1..=70 {
            let expected = of_text(&key[..len]);
            assert_ne!(expected, of_text(&key[..len - 1]));
            for at in 0..len {
                let mut other = key;
                other[at] = 8;
                assert_ne!(of_text(&other[..len]), expected, "byte {at} of {len}");
            }
        }
    }

    #[test]
    fn the_order_of_parts_counts() {
        let texts: [&[u8]; 4] = [
            b"aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb",
            b"bbbbbbbbbbbbbbbbaaaaaaaaaaaaaaaa",
            b"aaaaaaaabbbbbbbb",
            b"bbbbbbbbaaaaaaaa",
        ];
        for (i, text) in texts.iter().enumerate() {
            for other in &texts[i + 1..] {
                assert_ne!(of_text(text), of_text(other));
            }
        }
    }

    #[test]
    fn places_are_in_bounds_and_depend_on_the_seed() {
        for integer in [i64::MIN, -1, 0, 1, 404, i64::MAX] {
            let hash = of_integer(integer);
            assert!(bucket(hash, 7) < 7);
            assert!((1..=u16::MAX).all(|seed| slot(hash, seed, 1_000) < 1_000));
            let mut reached = [false; 50];
            (1..2_000).for_each(|seed| reached[slot(hash, seed, 50)] = true);
            assert_eq!(reached, [true; 50]);
        }
        assert!(bucket(u64::MAX, 40_000) < 40_000);
        assert!(slot(u64::MAX, 0, 50_000) < 50_000);
    }
}
