//! The tables of open standards, compared with crates that implement them: each of their codes is in the table under the
//! same name, and the reverse. Every difference is listed with its reason.

mod integers;
mod sqlstate;
mod texts;

use std::collections::BTreeMap;
use std::fmt::Display;

use codes_tables::CodeTable;

/// Codes with names, keyed by the compared text: the code and the name's letters and digits.
type Names = BTreeMap<String, String>;

fn names<C: Display, N: Display>(codes: impl IntoIterator<Item = (C, N)>) -> Names {
    let entry = |(code, name): (C, N)| {
        let name = name.to_string();
        let letters: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        let key = format!("{code} {}", letters.to_lowercase());
        (key, format!("{code} {name}"))
    };
    codes.into_iter().map(entry).collect()
}

/// Returns the code and the variant's name of each row that has a single code.
fn rows<C: CodeTable>() -> Names {
    names(
        C::ALL
            .iter()
            .filter_map(|row| Some((row.code()?, row.name()))),
    )
}

/// Entries that only the table has are marked with `+`, and those that only the other crate has with `-`.
fn assert_differences(table: &Names, other: &Names, expected: &[(&str, &str)]) {
    assert!(other.len() > 3, "the other crate has codes");
    let only = |mark: char, one: &Names, other: &Names| -> Vec<String> {
        let only = one.iter().filter(|(key, _)| !other.contains_key(*key));
        only.map(|(_, shown)| format!("{mark}{shown}")).collect()
    };
    let mut found = only('+', table, other);
    found.extend(only('-', other, table));
    let mut expected: Vec<_> = expected
        .iter()
        .map(|(line, _)| (*line).to_owned())
        .collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}
