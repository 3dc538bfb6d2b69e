//! Maps by the hash of the indexes: macros run without optimization, where the standard one costs more than all else
//! that a map does.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use codes_core::index::hash;

pub(crate) type QuickMap<K, V> = HashMap<K, V, Quickly>;

pub(crate) type Quickly = BuildHasherDefault<Quick>;

#[derive(Default)]
pub(crate) struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        self.write_u64(hash(bytes));
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(byte.into());
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u64(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
