//! Enums whose discriminants are the codes, with lookups by code only.

use std::fmt::Write as _;

use super::DERIVES;
use crate::contender::Contender;
use crate::table::Row;

pub(crate) fn integers(contender: Contender, rows: &[Row]) -> String {
    let derive = if contender == Contender::Strum {
        ", strum::FromRepr"
    } else {
        ""
    };
    let mut out = format!("#[derive({DERIVES}{derive})]\n#[repr(i32)]\npub enum Code {{\n");
    for Row { name, code, .. } in rows {
        let _ = writeln!(out, "    {name} = {code},");
    }
    let mut arms = String::new();
    for Row { name, code, .. } in rows {
        let _ = match contender {
            Contender::Structs => writeln!(arms, "    ({code}, Code::{name}),"),
            _ => writeln!(arms, "            {code} => Some(Self::{name}),"),
        };
    }
    let from_code = match contender {
        Contender::Strum => "Self::from_repr(code)".to_owned(),
        Contender::Phf => "CODES.get(&code).copied()".to_owned(),
        Contender::Structs => {
            "BY_CODE.binary_search_by_key(&code, |(code, _)| *code).ok().map(|at| BY_CODE[at].1)"
                .to_owned()
        }
        _ => format!("match code {{\n{arms}            _ => None,\n        }}"),
    };
    let _ = write!(
        out,
        "}}\n\nimpl Code {{\n    pub fn from_code(code: i32) -> Option<Self> {{\n        {from_code}\n    }}\n}}\n"
    );
    match contender {
        // the codes ascend in table order, so the array is sorted
        Contender::Structs => {
            let _ = write!(
                out,
                "\nstatic BY_CODE: [(i32, Code); {}] = [\n{arms}];\n",
                rows.len()
            );
        }
        Contender::Phf => out += super::matches::INCLUDE_CODES,
        _ => {}
    }
    out
}
