//! The crates that a careful author would write by hand: one module per way of writing them.

pub(crate) mod integers;
mod matches;
mod structs;
mod strum;

use std::fmt::Write as _;

use crate::table::{Row, capitalized};

pub(crate) use matches::{matches, phf, phf_build_script};
pub(crate) use structs::structs;
pub(crate) use strum::strum;

const DERIVES: &str = "Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash";

const RETRY: &str = "
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    Never,
    Backoff,
    After,
}
";

/// `Display`, `Error` and `FromStr`, where no derive writes them.
const TRAITS: &str = r#"
impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.status(), self.title())
    }
}

impl std::error::Error for Code {}

#[derive(Debug)]
pub struct UnknownCode;

impl std::fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("unknown code")
    }
}

impl std::error::Error for UnknownCode {}

impl std::str::FromStr for Code {
    type Err = UnknownCode;

    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        Self::from_code(code).ok_or(UnknownCode)
    }
}
"#;

/// Only an enum with docs.
pub(crate) fn bare(rows: &[Row]) -> String {
    let derives = "Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash";
    enumeration(rows, derives, |_| String::new())
}

/// An enum with docs and an array of its variants.
pub(crate) fn array(rows: &[Row]) -> String {
    let names: String = rows
        .iter()
        .map(|row| format!("    Code::{},\n", row.name))
        .collect();
    format!(
        "{}\npub static ALL: [Code; {}] = [\n{names}];\n",
        bare(rows),
        rows.len()
    )
}

/// The enum, with the same docs that `codes!` generates.
fn enumeration(rows: &[Row], derives: &str, attributes: impl Fn(&Row) -> String) -> String {
    let mut out = format!("/// Answers of the API.\n#[derive({derives})]\npub enum Code {{\n");
    for row in rows {
        let attributes = attributes(row);
        let Row {
            name,
            code,
            title,
            description,
            status,
            ..
        } = row;
        let _ = writeln!(out, "    /// {status} {title} (`{code}`)\n    ///");
        let _ = writeln!(out, "    /// {description}\n{attributes}    {name},");
    }
    out + "}\n"
}

/// A method that returns a value for each variant.
fn getter(name: &str, returns: &str, rows: &[Row], value: impl Fn(&Row) -> String) -> String {
    let arms: String = rows
        .iter()
        .map(|row| format!("            Self::{} => {},\n", row.name, value(row)))
        .collect();
    format!(
        "    pub fn {name}(self) -> {returns} {{\n        match self {{\n{arms}        }}\n    }}\n"
    )
}

/// The constant and method that list all variants.
fn all(rows: &[Row]) -> String {
    let names: String = rows
        .iter()
        .map(|row| format!("        Self::{},\n", row.name))
        .collect();
    format!(
        "    pub const ALL: &'static [Self] = &[\n{names}    ];
    pub fn all() -> impl Iterator<Item = Self> {{
        Self::ALL.iter().copied()
    }}
"
    )
}

/// The lookup by status: one arm per status.
fn from_status(rows: &[Row]) -> String {
    let mut arms = String::new();
    for status in 100..1000 {
        let names = names(rows, |row| row.status == status);
        if !names.is_empty() {
            let _ = writeln!(arms, "            {status} => &[{}],", names.join(", "));
        }
    }
    format!(
        "    pub fn from_status(status: u16) -> impl Iterator<Item = Self> {{
        let codes: &'static [Self] = match status {{\n{arms}            _ => &[],
        }};
        codes.iter().copied()
    }}
"
    )
}

/// The methods `retry` and `is_error`. All rows with the same advice share one arm.
fn retry_and_is_error(rows: &[Row]) -> String {
    let mut arms = String::new();
    for retry in ["never", "backoff", "after"] {
        let names = names(rows, |row| row.retry == Some(retry));
        if !names.is_empty() {
            let (pattern, retry) = (names.join(" | "), capitalized(retry));
            let _ = writeln!(arms, "            {pattern} => Some(Retry::{retry}),");
        }
    }
    format!(
        "    pub fn retry(self) -> Option<Retry> {{
        match self {{\n{arms}            _ => None,
        }}
    }}
    pub fn is_error(self) -> bool {{
        self.status() >= 300
    }}
"
    )
}

fn names(rows: &[Row], is_wanted: impl Fn(&Row) -> bool) -> Vec<String> {
    rows.iter()
        .filter(|row| is_wanted(row))
        .map(|row| format!("Self::{}", row.name))
        .collect()
}
