//! A static array of structs, indexed by variant, and an array sorted by code.

use std::fmt::Write as _;

use super::{DERIVES, RETRY, TRAITS, all, enumeration, from_status};
use crate::table::{Row, capitalized};

pub(crate) fn structs(rows: &[Row]) -> String {
    let mut out = enumeration(rows, DERIVES, |_| String::new()) + RETRY;
    out += METHODS;
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
        let retry = match retry {
            None => "None".to_owned(),
            Some(retry) => format!("Some(Retry::{})", capitalized(retry)),
        };
        let _ = writeln!(
            out,
            "    Row {{ code: \"{code}\", title: \"{title}\", description: \"{description}\", \
             status: {status}, retry: {retry} }},"
        );
    }
    let mut sorted: Vec<_> = rows.iter().collect();
    sorted.sort_by_key(|row| &row.code);
    let _ = write!(out, "];\n\nstatic BY_CODE: [Code; {}] = [\n", rows.len());
    for row in sorted {
        let _ = writeln!(out, "    Code::{},", row.name);
    }
    out + "];\n" + TRAITS
}

const METHODS: &str = "
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
        let index = BY_CODE.binary_search_by_key(&code, |code| code.code()).ok()?;
        Some(BY_CODE[index])
    }
";
