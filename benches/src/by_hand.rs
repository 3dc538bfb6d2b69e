//! What people write, as a careful author would.

use std::fmt::Write as _;

use crate::table::{Row, capitalized};

const DEBUG: &str = "Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash";
const RETRY: &str = "
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    Never,
    Backoff,
    After,
}
";

/// The enum, with docs as `codes!` writes them.
fn enumeration(rows: &[Row], derives: &str, attributes: impl Fn(&Row) -> String) -> String {
    let mut out = format!("/// What the API answers.\n#[derive({derives})]\npub enum Code {{\n");
    for row in rows {
        let Row {
            name,
            code,
            title,
            description,
            status,
            ..
        } = row;
        let attributes = attributes(row);
        let _ = write!(
            out,
            "    /// {status} {title} (`{code}`)\n    ///\n    /// {description}\n{attributes}    {name},\n"
        );
    }
    out + "}\n"
}

pub(crate) fn bare(rows: &[Row]) -> String {
    enumeration(
        rows,
        "Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash",
        |_| String::new(),
    )
}

pub(crate) fn strum(rows: &[Row]) -> String {
    let derives = format!(
        "{DEBUG}, thiserror::Error, strum::EnumString, strum::EnumIter, strum::IntoStaticStr, strum::EnumMessage"
    );
    let attributes = |Row {
                          code,
                          title,
                          description,
                          status,
                          ..
                      }: &Row| {
        format!(
            "    #[error(\"{status} {title}\")]\n    #[strum(serialize = \"{code}\", message = \"{title}\", \
             detailed_message = \"{description}\")]\n"
        )
    };
    let mut out = enumeration(rows, &derives, attributes) + RETRY;
    out += "
impl Code {
    pub fn all() -> impl Iterator<Item = Self> {
        <Self as strum::IntoEnumIterator>::iter()
    }
    pub fn code(self) -> &'static str {
        self.into()
    }
    pub fn title(self) -> &'static str {
        strum::EnumMessage::get_message(&self).unwrap_or_default()
    }
    pub fn description(self) -> &'static str {
        strum::EnumMessage::get_detailed_message(&self).unwrap_or_default()
    }
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
    pub fn from_status(status: u16) -> impl Iterator<Item = Self> {
        Self::all().filter(move |code| code.status() == status)
    }
";
    out += &getter("status", "u16", rows, |row| row.status.to_string());
    out + &sets(rows) + "}\n"
}

pub(crate) fn matches(rows: &[Row]) -> String {
    let mut from_code =
        "    pub fn from_code(code: &str) -> Option<Self> {\n        match code {\n".to_owned();
    for Row { code, name, .. } in rows {
        let _ = writeln!(from_code, "            \"{code}\" => Some(Self::{name}),");
    }
    by_matches(
        rows,
        &(from_code + "            _ => None,\n        }\n    }\n"),
    )
}

pub(crate) const PHF_BUILD: &str = "use std::{env, fs, path::Path};

fn main() {
    println!(\"cargo::rerun-if-changed=codes.txt\");
    let codes = fs::read_to_string(\"codes.txt\").unwrap();
    let mut map = phf_codegen::Map::new();
    for line in codes.lines() {
        let (code, name) = line.split_once(' ').unwrap();
        map.entry(code, format!(\"Code::{name}\"));
    }
    let out = Path::new(&env::var_os(\"OUT_DIR\").unwrap()).join(\"codes.rs\");
    fs::write(out, format!(\"static CODES: phf::Map<&'static str, Code> = {};\", map.build())).unwrap();
}
";

pub(crate) fn phf(rows: &[Row]) -> String {
    let from_code = "    pub fn from_code(code: &str) -> Option<Self> {\n        CODES.get(code).copied()\n    }\n";
    by_matches(rows, from_code) + "\ninclude!(concat!(env!(\"OUT_DIR\"), \"/codes.rs\"));\n"
}

fn by_matches(rows: &[Row], from_code: &str) -> String {
    let mut out = enumeration(rows, DEBUG, |_| String::new()) + RETRY;
    out += "\nimpl Code {\n";
    out += &all(rows);
    out += from_code;
    out += &from_status(rows);
    out += &getter("status", "u16", rows, |row| row.status.to_string());
    out += &getter("code", "&'static str", rows, |row| {
        format!("\"{}\"", row.code)
    });
    out += &getter("title", "&'static str", rows, |row| {
        format!("\"{}\"", row.title)
    });
    out += &getter("description", "&'static str", rows, |row| {
        format!("\"{}\"", row.description)
    });
    out + &sets(rows) + "}\n" + IMPLS
}

pub(crate) fn structs(rows: &[Row]) -> String {
    let mut out = enumeration(rows, DEBUG, |_| String::new()) + RETRY;
    out += "
#[derive(Debug)]
struct Row {
    code: &'static str,
    title: &'static str,
    description: &'static str,
    status: u16,
    retry: Option<Retry>,
}

impl Code {
    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
    pub fn status(self) -> u16 {
        self.row().status
    }
    pub fn code(self) -> &'static str {
        self.row().code
    }
    pub fn title(self) -> &'static str {
        self.row().title
    }
    pub fn description(self) -> &'static str {
        self.row().description
    }
    pub fn retry(self) -> Option<Retry> {
        self.row().retry
    }
    pub fn is_error(self) -> bool {
        self.status() >= 300
    }
    pub fn from_code(code: &str) -> Option<Self> {
        let at = BY_CODE.binary_search_by_key(&code, |code| code.code()).ok()?;
        Some(BY_CODE[at])
    }
";
    out += &all(rows);
    out += &from_status(rows);
    let _ = write!(out, "}}\n\nstatic ROWS: [Row; {}] = [\n", rows.len());
    for Row {
        code,
        title,
        description,
        status,
        retry,
        ..
    } in rows
    {
        let retry = retry.map_or("None".to_owned(), |retry| {
            format!("Some(Retry::{})", capitalized(retry))
        });
        let _ = writeln!(
            out,
            "    Row {{ code: \"{code}\", title: \"{title}\", description: \"{description}\", status: {status}, retry: {retry} }},"
        );
    }
    let mut sorted: Vec<_> = rows.iter().collect();
    sorted.sort_by_key(|row| &row.code);
    let _ = write!(out, "];\n\nstatic BY_CODE: [Code; {}] = [\n", rows.len());
    for row in sorted {
        let _ = writeln!(out, "    Code::{},", row.name);
    }
    out + "];\n" + IMPLS
}

const IMPLS: &str = "
impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, \"{} {}\", self.status(), self.title())
    }
}

impl std::error::Error for Code {}

#[derive(Debug)]
pub struct UnknownCode;

impl std::fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(\"unknown code\")
    }
}

impl std::error::Error for UnknownCode {}

impl std::str::FromStr for Code {
    type Err = UnknownCode;

    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        Self::from_code(code).ok_or(UnknownCode)
    }
}
";

fn all(rows: &[Row]) -> String {
    let names: String = rows
        .iter()
        .map(|row| format!("        Self::{},\n", row.name))
        .collect();
    format!(
        "    pub const ALL: &'static [Self] = &[\n{names}    ];\n    pub fn all() -> impl Iterator<Item = Self> {{\n        \
         Self::ALL.iter().copied()\n    }}\n"
    )
}

fn getter(name: &str, of: &str, rows: &[Row], value: impl Fn(&Row) -> String) -> String {
    let arms: String = rows
        .iter()
        .map(|row| format!("            Self::{} => {},\n", row.name, value(row)))
        .collect();
    format!("    pub fn {name}(self) -> {of} {{\n        match self {{\n{arms}        }}\n    }}\n")
}

/// What few rows have in common is one arm.
fn sets(rows: &[Row]) -> String {
    let mut arms = String::new();
    for retry in ["never", "backoff", "after"] {
        let alike = rows.iter().filter(|row| row.retry == Some(retry));
        let names: Vec<_> = alike.map(|row| format!("Self::{}", row.name)).collect();
        if !names.is_empty() {
            let _ = writeln!(
                arms,
                "            {} => Some(Retry::{}),",
                names.join(" | "),
                capitalized(retry)
            );
        }
    }
    format!(
        "    pub fn retry(self) -> Option<Retry> {{\n        match self {{\n{arms}            _ => None,\n        }}\n    \
         }}\n    pub fn is_error(self) -> bool {{\n        self.status() >= 300\n    }}\n"
    )
}

fn from_status(rows: &[Row]) -> String {
    let mut arms = String::new();
    for status in 100..1000 {
        let alike = rows.iter().filter(|row| row.status == status);
        let names: Vec<_> = alike.map(|row| format!("Self::{}", row.name)).collect();
        if !names.is_empty() {
            let _ = writeln!(arms, "            {status} => &[{}],", names.join(", "));
        }
    }
    format!(
        "    pub fn from_status(status: u16) -> impl Iterator<Item = Self> {{\n        let codes: &'static [Self] = match \
         status {{\n{arms}            _ => &[],\n        }};\n        codes.iter().copied()\n    }}\n"
    )
}
