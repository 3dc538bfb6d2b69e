//! Chooses the slots of an index, so that every key has one of its own.

use std::cmp::Reverse;

use codes_core::hash::{bucket, slot};

/// The average number of keys that share a seed.
const KEYS_PER_SEED: usize = 4;

/// The number of keys for each empty slot.
const KEYS_PER_EMPTY_SLOT: usize = 8;

/// How many slots are tried before the search gives up. Unless keys were chosen to defeat the search, about 75 tries
/// for each key are enough.
const fn max_tries(keys: usize) -> usize {
    20_000 + 400 * keys
}

/// The slots of an index.
pub(super) struct Slots {
    pub(super) seeds: Vec<u16>,
    /// The key in each slot.
    pub(super) keys: Vec<Option<usize>>,
    tries: usize,
}

/// Finds a seed for each bucket of keys that gives every key a slot of its own. Returns `None` if the allowed tries
/// are not enough, for example because two keys have the same hash.
pub(super) fn choose(hashes: &[u64]) -> Option<Slots> {
    let seeds = hashes.len().div_ceil(KEYS_PER_SEED);
    let mut buckets = vec![Vec::new(); seeds];
    for (key, &hash) in hashes.iter().enumerate() {
        buckets[bucket(hash, seeds)].push(key);
    }
    let mut slots = Slots {
        seeds: vec![0; seeds],
        keys: vec![None; hashes.len() + hashes.len() / KEYS_PER_EMPTY_SLOT + 1],
        tries: max_tries(hashes.len()),
    };
    // large buckets are placed first, while most slots are empty
    let mut order: Vec<usize> = (0..seeds).collect();
    order.sort_by_key(|&bucket| Reverse(buckets[bucket].len()));
    for bucket in order {
        slots.seeds[bucket] = slots.place(&buckets[bucket], hashes)?;
    }
    Some(slots)
}

impl Slots {
    /// Places the keys of a bucket, and returns its seed.
    fn place(&mut self, keys: &[usize], hashes: &[u64]) -> Option<u16> {
        let len = self.keys.len();
        let mut placed = Vec::with_capacity(keys.len());
        for seed in 1..=u16::MAX {
            for &key in keys {
                let at = slot(hashes[key], seed, len);
                if self.keys[at].is_some() {
                    break;
                }
                self.keys[at] = Some(key);
                placed.push(at);
            }
            if placed.len() == keys.len() {
                return Some(seed);
            }
            self.tries = self.tries.checked_sub(placed.len() + 1)?;
            for &at in &placed {
                self.keys[at] = None;
            }
            placed.clear();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use codes_core::hash::{bucket, of_integer, slot};

    use super::{choose, max_tries};

    #[test]
    fn every_key_has_its_slot() {
        for len in (0..100).chain([1_000, 40_000]) {
            let hashes: Vec<u64> = (0..len).map(of_integer).collect();
            let slots = choose(&hashes).expect("different hashes have different slots");
            for (key, &hash) in hashes.iter().enumerate() {
                let seed = slots.seeds[bucket(hash, slots.seeds.len())];
                assert_eq!(slots.keys[slot(hash, seed, slots.keys.len())], Some(key));
            }
            let tries = max_tries(hashes.len()) - slots.tries;
            assert!(tries <= 100 * hashes.len(), "{len} keys: {tries} tries");
        }
    }

    #[test]
    fn the_search_for_hostile_keys_ends() {
        // two equal hashes, and many hashes that share a seed
        assert!(choose(&[1, 2, 3, 4, 5, 5]).is_none());
        let hashes: Vec<u64> = (0..40_000).collect();
        assert!(choose(&hashes).is_none());
    }
}
