//! Groups that may be rows, and the remains of tables in texts outside of the rows.

use crate::import::model::draft::Draft;
use crate::import::model::text::Text;
use crate::messages::doubts::Doubt;

/// Adds a doubt to the first row if most groups have only one row, and these rows have no texts.
pub(super) fn doubt_groups(draft: &mut Draft) {
    const LEAST: usize = 3;
    let mut sizes = vec![0_usize; draft.groups.len()];
    let mut bare = 0;
    for row in &draft.rows {
        if let Some(size) = row.group.and_then(|group| sizes.get_mut(group)) {
            *size += 1;
        }
    }
    for row in &draft.rows {
        let is_single = row.group.is_some_and(|group| sizes.get(group) == Some(&1));
        bare += usize::from(is_single && row.texts().next().is_none());
    }
    let used = sizes.iter().filter(|size| **size > 0).count();
    if bare < LEAST || bare * 4 < used * 3 {
        return;
    }
    let heading = draft.groups.first().map(|group| group.title.clone());
    if let (Some(row), Some(heading)) = (draft.rows.first_mut(), heading) {
        row.doubts.push(Doubt::GroupsAsRows(heading));
    }
}

/// Returns a doubt if a text outside of the rows has the remains of a table.
pub(super) fn doubt_texts(draft: &Draft) -> Option<Doubt> {
    let groups = draft.groups.iter().flat_map(|group| &group.about);
    let mut texts = draft.about.iter().chain(&draft.notes).chain(groups);
    texts.find_map(table_in).map(Doubt::TableInText)
}

/// Returns where a text has the remains of a table: its mark, or cells between `|`.
fn table_in(text: &Text) -> Option<String> {
    const MARKS: [&str; 4] = ["|===", "+---", "|---", "| ---"];
    const LEAST: usize = 6;
    let plain = &text.plain;
    let mark = MARKS.iter().find_map(|mark| plain.find(mark));
    let cells = || {
        let are_cells = plain.matches(" |").count() >= LEAST && !plain.contains("||");
        are_cells.then(|| plain.find(" |")).flatten()
    };
    let at = mark.or_else(cells)?;
    let line = plain[at..].trim_start().lines().next()?;
    Some(line.to_owned())
}
