//! Methods that match on the variant; codes are looked up by a match or in a map of phf.

use std::fmt::Write as _;

use super::{DERIVES, RETRY, TRAITS, all, enumeration, from_status, getter, retry_and_is_error};
use crate::table::{Codes, Row};

pub(crate) fn matches(rows: &[Row]) -> String {
    let mut from_code =
        String::from("    pub fn from_code(code: &str) -> Option<Self> {\n        match code {\n");
    for Row { code, name, .. } in rows {
        let _ = writeln!(from_code, "            \"{code}\" => Some(Self::{name}),");
    }
    from_code += "            _ => None,\n        }\n    }\n";
    with_matches(rows, &from_code)
}

/// Reads `codes.txt`, which has a code and the name of its variant on each line.
const PHF_BUILD_SCRIPT: &str = r#"use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=codes.txt");
    let codes = fs::read_to_string("codes.txt").unwrap();
    let mut map = phf_codegen::Map::new();
    for line in codes.lines() {
        let (code, name) = line.split_once(' ').unwrap();
        map.entry(PARSED, format!("Code::{name}"));
    }
    let out = Path::new(&env::var_os("OUT_DIR").unwrap()).join("codes.rs");
    fs::write(out, format!("static CODES: phf::Map<TYPE, Code> = {};", map.build())).unwrap();
}
"#;

/// Includes the map that the build script writes.
pub(super) const INCLUDE_CODES: &str = "\ninclude!(concat!(env!(\"OUT_DIR\"), \"/codes.rs\"));\n";

pub(crate) fn phf_build_script(codes: Codes) -> String {
    let (ty, parsed) = match codes {
        Codes::Integers => ("i32", "code.parse::<i32>().unwrap()"),
        _ => ("&'static str", "code"),
    };
    PHF_BUILD_SCRIPT
        .replace("TYPE", ty)
        .replace("PARSED", parsed)
}

pub(crate) fn phf(rows: &[Row]) -> String {
    let from_code = "    pub fn from_code(code: &str) -> Option<Self> {
        CODES.get(code).copied()
    }
";
    with_matches(rows, from_code) + INCLUDE_CODES
}

fn with_matches(rows: &[Row], from_code: &str) -> String {
    let text = |text: &str| format!("\"{text}\"");
    let mut out = enumeration(rows, DERIVES, |_| String::new()) + RETRY;
    out += "\nimpl Code {\n";
    out += &all(rows);
    out += from_code;
    out += &from_status(rows);
    out += &getter("status", "u16", rows, |row| row.status.to_string());
    out += &getter("code", "&'static str", rows, |row| text(&row.code));
    out += &getter("title", "&'static str", rows, |row| text(&row.title));
    out += &getter("description", "&'static str", rows, |row| {
        text(&row.description)
    });
    out + &retry_and_is_error(rows) + "}\n" + TRAITS
}
