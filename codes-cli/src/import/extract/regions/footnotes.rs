//! Marks of footnotes after codes: `E14*`

use std::collections::HashSet;

use crate::import::model::text::Text;

const MARKS: [char; 7] = ['*', '†', '‡', '¹', '²', '³', '⁴'];

/// Removes the marks after codes, if other codes of the column have the same form without a mark. Otherwise `E1*` may
/// stand for several codes.
pub(super) fn remove(rows: &mut [Vec<Text>], column: usize) {
    let codes = rows.iter().filter_map(|row| row.get(column));
    let codes: HashSet<String> = codes.map(|code| code.plain.clone()).collect();
    let forms: HashSet<String> = codes.iter().map(|code| form(code)).collect();
    for code in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
        let unmarked = code.plain.trim_end_matches(MARKS);
        // `9*` beside `1` is a pattern
        let is_code = unmarked.chars().count() > 1 && !codes.contains(unmarked);
        if is_code && unmarked.len() < code.plain.len() && forms.contains(&form(unmarked)) {
            *code = Text::plain(unmarked);
        }
    }
}

/// Returns a code with all digits and all letters replaced by the same one.
fn form(code: &str) -> String {
    let form = |c: char| match c {
        c if c.is_numeric() && !MARKS.contains(&c) => '0',
        c if c.is_alphabetic() => 'a',
        c => c,
    };
    code.trim().chars().map(form).collect()
}
