//! Marks of footnotes after codes: `E14*`

use std::collections::HashSet;

use crate::import::model::text::Text;

const MARKS: [char; 7] = ['*', '†', '‡', '¹', '²', '³', '⁴'];

/// Removes the marks after codes, if other codes of the column have the same form without a mark. Otherwise `E1*` may
/// stand for several codes.
pub(super) fn remove(rows: &mut [Vec<Text>], column: usize) {
    let codes = rows.iter().filter_map(|row| row.get(column));
    let forms: HashSet<String> = codes.map(|code| form(&code.plain)).collect();
    for code in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
        let unmarked = code.plain.trim_end_matches(MARKS);
        if unmarked.len() < code.plain.len() && forms.contains(&form(unmarked)) {
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
