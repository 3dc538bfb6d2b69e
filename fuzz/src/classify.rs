//! Classification of replies in random tables gives the same rows as the reference implementation.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use codes_cli::testing::random::{self, Random};
use codes_cli::testing::{load, reference};
use codes_runtime::{RawCode, Reply};

type Both = (
    &'static codes_spec::Table<'static>,
    &'static codes_runtime::Table,
);

/// Returns the table for a seed. Tables are never freed, so they are cached.
fn table(seed: u16) -> Both {
    static TABLES: LazyLock<Mutex<HashMap<u16, Both>>> = LazyLock::new(Mutex::default);
    let table = || load(random::spec(&mut Random(u64::from(seed))));
    *TABLES
        .lock()
        .expect("a panic ends the program")
        .entry(seed)
        .or_insert_with(table)
}

/// Two bytes select the table, two the status and one the kind of code. Code and message follow, separated by a line
/// break.
pub fn check(bytes: &[u8]) {
    let Some((&[seed, more, status, hundreds, kind], rest)) = bytes.split_first_chunk() else {
        return;
    };
    let (written, table) = table(u16::from_le_bytes([seed, more % 16]));
    let status = (hundreds < 128).then(|| u16::from_le_bytes([status, hundreds % 16]));
    // the reference is slow for long messages
    let text = String::from_utf8_lossy(&rest[..rest.len().min(100)]);
    let (code, message) = text
        .split_once('\n')
        .map_or((&*text, None), |(code, message)| (code, Some(message)));
    let mut eight = [0; 8];
    eight[..code.len().min(8)].copy_from_slice(&code.as_bytes()[..code.len().min(8)]);
    let code = match kind % 4 {
        0 => None,
        1 => Some(RawCode::Text(code)),
        2 => code.parse().ok().map(RawCode::Int),
        _ => Some(RawCode::Int(i64::from_le_bytes(eight))),
    };
    let mut reply = Reply::new();
    (reply.status, reply.code, reply.message) = (status, code, message);
    let found = table.classify(&reply);
    let names: Vec<_> = found
        .candidates()
        .iter()
        .map(codes_runtime::Row::name)
        .collect();
    let (expected, steps) = reference::classify(written, &reply);
    let expected: Vec<_> = expected
        .iter()
        .map(|&row| written.rows[row].name.as_ref())
        .collect();
    assert_eq!(names, expected, "{reply:?} {steps:?}");
    assert_eq!(found.one().is_some(), names.len() == 1);
}
