//! The comments that `codes import` writes about machine-readable documents.

use std::fmt;

use super::sources::{LISTED, listed};
use crate::text::{count, visible};

/// Parts of a document that are not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SourceSkip {
    /// References to other documents.
    Remote(Vec<String>),
    /// References within the document that lead nowhere or in a circle.
    Dangling(Vec<String>),
    /// Lists and mappings of plain data that are not read as codes: their paths and numbers of values.
    Parts(Vec<(String, usize)>),
    /// Further descriptions of a status.
    Descriptions { status: String, more: usize },
    /// The value of an enum that stands for "not set".
    Unspecified(String),
    /// Codes of the second source that the first does not have.
    UnknownCodes { source: String, codes: Vec<String> },
}

impl fmt::Display for SourceSkip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SourceSkip::Remote(references) => {
                write!(f, "references to other documents: {}", listed(references))
            }
            SourceSkip::Dangling(references) => {
                write!(f, "references that lead nowhere: {}", listed(references))
            }
            SourceSkip::Parts(parts) => {
                let shown = parts.iter().take(LISTED);
                let shown: Vec<_> = shown
                    .map(|(path, values)| {
                        format!("`{}` ({})", visible(path), count(*values, "value"))
                    })
                    .collect();
                write!(f, "parts not read as codes: {}", shown.join(", "))?;
                match parts.len().saturating_sub(LISTED) {
                    0 => Ok(()),
                    more => write!(f, " and {more} more"),
                }
            }
            SourceSkip::Descriptions { status, more } => {
                write!(f, "{} of {status}", count(*more, "further description"))
            }
            SourceSkip::Unspecified(name) => {
                write!(f, "`{}`, which means that no value is set", visible(name))
            }
            SourceSkip::UnknownCodes { source, codes } => {
                write!(
                    f,
                    "codes that appear only in {}: {}",
                    visible(source),
                    listed(codes)
                )
            }
        }
    }
}

/// A doubt about how a document was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SourceDoubt {
    /// Nothing in the document says that the codes at this path are error codes.
    NotErrors(String),
    /// Another property of error responses has an enum too.
    OtherEnum {
        chosen: String,
        other: String,
        values: usize,
    },
    /// The only enum was chosen, although its name does not mention errors.
    OnlyEnum(String),
    /// The groups that contain the rows have codes too. The value is the path of the groups.
    GroupCodes(String),
    /// Codes that are decimal or very large numbers in the document, so that their digits may differ from it.
    Fractions(Vec<String>),
    /// The paths of keys that are given twice.
    RepeatedKeys(Vec<String>),
    /// Rows have the same code, statuses and detail as another row.
    Repeated { codes: Vec<String>, rows: usize },
    /// Two sources contradict each other.
    Contradiction {
        key: &'static str,
        kept: String,
        source: String,
        other: String,
    },
}

impl fmt::Display for SourceDoubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SourceDoubt::NotErrors(place) => write!(
                f,
                "the codes at `{}` may not be error codes; check them",
                visible(place)
            ),
            SourceDoubt::OtherEnum {
                chosen,
                other,
                values,
            } => write!(
                f,
                "`{}` is read as the code, but `{}` also has {}; choose it with `--table`",
                visible(chosen),
                visible(other),
                count(*values, "value")
            ),
            SourceDoubt::GroupCodes(place) => f.write_str(&group_codes(place)),
            SourceDoubt::Fractions(codes) => f.write_str(&fractions(codes)),
            SourceDoubt::RepeatedKeys(paths) => f.write_str(&repeated_keys(paths)),
            SourceDoubt::OnlyEnum(name) => write!(
                f,
                "`{}` is the only enum, but its name does not mention errors; are these error codes?",
                visible(name)
            ),
            SourceDoubt::Repeated { codes, rows } => write!(
                f,
                "{} {} the same statuses, code and detail as another row: {}",
                count(*rows, "row"),
                if *rows == 1 { "has" } else { "have" },
                listed(codes)
            ),
            SourceDoubt::Contradiction {
                key,
                kept,
                source,
                other,
            } => write!(
                f,
                "{key}: `{}` is kept, but {} says `{}`",
                visible(kept),
                visible(source),
                visible(other)
            ),
        }
    }
}

fn group_codes(place: &str) -> String {
    format!(
        "the groups at `{}` have codes too; the full code of a row may include the code of its group",
        visible(place)
    )
}

fn fractions(codes: &[String]) -> String {
    format!(
        "these codes are decimal or very large numbers in the document, so their digits may differ from it: {}; quote them there",
        listed(codes)
    )
}

fn repeated_keys(paths: &[String]) -> String {
    format!(
        "duplicate keys: {}; remove one of each from the document",
        listed(paths)
    )
}

/// The numbers of facts, rows and differences found when a second source was merged.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    pub(crate) rows: usize,
    pub(crate) facts: usize,
    pub(crate) contradictions: usize,
    pub(crate) other_texts: usize,
    pub(crate) unknown: usize,
}

impl fmt::Display for Merged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} added to {}",
            count(self.facts, "fact"),
            count(self.rows, "row")
        )?;
        for (number, what) in [
            (self.contradictions, "contradiction"),
            (self.other_texts, "different text"),
            (self.unknown, "unknown code"),
        ] {
            if number > 0 {
                write!(f, ", {}", count(number, what))?;
            }
        }
        Ok(())
    }
}
