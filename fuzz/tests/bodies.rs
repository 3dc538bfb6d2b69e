//! Runs the body of each target on its corpus and on a fixed number of random variations.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use codes_fuzz::BODIES;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

const CASES: u32 = 1_000;

/// Pieces of syntax of the formats that are read.
const PIECES: [&str; 36] = [
    "\n",
    "\n\n",
    "\r",
    "\t",
    " ",
    "  - ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<b>",
    ">",
    "*",
    "_",
    "`",
    "```\n",
    "|",
    "\\",
    "\"",
    "'",
    "#",
    "&",
    "/",
    "~",
    "0",
    "404",
    "\u{202e}",
    "残",
    "https://a.b",
    "<E>",
    "</E>",
    "{n}",
    "{{",
];

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let entries =
        fs::read_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", directory.display());
    files
        .iter()
        .map(|file| fs::read(file).expect("a file"))
        .collect()
}

/// A variation of an input: bytes replaced by pieces, random bytes or parts of other inputs.
fn variations(corpus: &[Vec<u8>]) -> impl Strategy<Value = Vec<u8>> + use<> {
    let one = || prop::sample::select(corpus.to_vec());
    let replacement = prop_oneof![
        3 => prop::sample::select(PIECES.as_slice()).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
        1 => (one(), any::<Index>(), 0..40usize).prop_map(|(other, at, len)| {
            let from = at.index(other.len() + 1);
            other[from..other.len().min(from + len)].to_vec()
        }),
    ];
    let edits = prop::collection::vec((any::<Index>(), 0..6usize, replacement), 1..8);
    (one(), edits).prop_map(|(mut bytes, edits)| {
        for (at, len, replacement) in edits {
            let from = at.index(bytes.len() + 1);
            let to = bytes.len().min(from + len);
            bytes.splice(from..to, replacement);
        }
        bytes
    })
}

#[test]
fn properties_hold_for_corpora_and_variations() {
    for (target, check) in BODIES {
        let corpus = corpus(target);
        let run = |bytes: &[u8]| {
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| check(bytes))) {
                eprintln!("{target} on {:?}", String::from_utf8_lossy(bytes));
                resume_unwind(panic);
            }
        };
        corpus.iter().for_each(|bytes| run(bytes));
        let config = ProptestConfig {
            cases: CASES,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let result = TestRunner::new_with_rng(config, rng).run(&variations(&corpus), |bytes| {
            check(&bytes);
            Ok(())
        });
        result.unwrap_or_else(|failure| panic!("{target}: {failure}"));
    }
}
