//! The programs with benchmarks of lookups.

use crate::contender::Contender;
use crate::leaf::Leaf;
use crate::table::Codes;

/// A program that measures lookups in tables of one kind and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suite {
    /// Lookups by codes of some kind.
    Codes(Codes, usize),
    /// Checks of whole responses.
    Responses(usize),
}

/// The lookups that are measured for codes other than words: of codes that are found, and of codes that are not.
pub(crate) const BY_CODE: [&str; 2] = ["code_hit_many", "code_miss_many"];

/// The kinds of codes with their titles in the report.
pub(crate) const OTHER_CODES: [(Codes, &str); 3] = [
    (Codes::Short, "3 to 12 bytes"),
    (Codes::Long, "URLs of 50 to 70 bytes"),
    (Codes::Integers, "integers"),
];

impl Suite {
    /// Every suite in every size.
    pub(crate) fn all(sizes: &[usize]) -> Vec<Self> {
        let words = sizes.iter().map(|&rows| Suite::Codes(Codes::Words, rows));
        let others = OTHER_CODES
            .iter()
            .flat_map(|(codes, _)| sizes.iter().map(|&rows| Suite::Codes(*codes, rows)));
        let responses = sizes.iter().map(|&rows| Suite::Responses(rows));
        words.chain(others).chain(responses).collect()
    }

    /// The name of the package.
    pub(crate) fn package(self) -> String {
        match self {
            Suite::Codes(codes, rows) => format!("lookups-{rows}{}", codes.suffix()),
            Suite::Responses(rows) => format!("responses-{rows}"),
        }
    }

    /// The benchmarks to run, or an empty list to run all.
    pub(crate) fn lookups(self) -> &'static [&'static str] {
        match self {
            Suite::Codes(Codes::Words, _) | Suite::Responses(_) => &[],
            Suite::Codes(..) => &BY_CODE,
        }
    }

    /// The benchmarks whose instructions are counted.
    pub(crate) fn counted(self) -> &'static [&'static str] {
        match self {
            Suite::Codes(Codes::Words, _) => &[
                "code_hit_many",
                "code_miss_many",
                "name",
                "status",
                "classify",
            ],
            Suite::Codes(..) => &BY_CODE,
            Suite::Responses(_) => &["short_error", "long_error", "success"],
        }
    }

    pub(crate) fn contenders(self) -> &'static [Contender] {
        match self {
            Suite::Codes(..) => &Contender::COMPLETE,
            Suite::Responses(_) => &[Contender::Ours, Contender::Matches],
        }
    }

    /// Whether a contender has a lookup: only `codes!` looks up by variant name.
    pub(crate) fn has(self, lookup: &str, contender: Contender) -> bool {
        self.contenders().contains(&contender) && (lookup != "name" || contender == Contender::Ours)
    }

    /// The table of a contender.
    pub(crate) fn leaf(self, contender: Contender) -> Leaf {
        match self {
            Suite::Codes(codes, rows) => Leaf::new(contender, rows).with_codes(codes),
            Suite::Responses(rows) => Leaf::new(contender, rows),
        }
    }

    /// The leaf crates that the program needs.
    pub(crate) fn leaves(self) -> Vec<Leaf> {
        let contenders = match self {
            Suite::Codes(..) => &Contender::COMPLETE[..],
            // the program itself declares the enum of `codes!`
            Suite::Responses(_) => &[Contender::Matches],
        };
        contenders
            .iter()
            .map(|&contender| self.leaf(contender))
            .collect()
    }
}
