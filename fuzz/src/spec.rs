//! Reading a spec: places, messages and carets are in order; a table without mistakes can be written for a program.

#[path = "../../codes-spec/tests/manners/mod.rs"]
mod manners;

pub fn check(bytes: &[u8]) {
    manners::check(bytes);
    let loaded = codes_spec::load("", bytes);
    if loaded.report.errors() == 0 {
        codes_spec::encode(&loaded.table);
    }
}
