//! The texts of cells in tables of reStructuredText.

use crate::import::model::text::Text;
use crate::import::readers::markdown::rst;

/// Returns the text of a cell with one line.
pub(super) fn of_line(line: &str) -> Text {
    of_lines([line])
}

/// Joins the lines of a cell. Paragraphs, the items of lists and the lines of line blocks (`| text`) stay apart.
pub(super) fn of_lines<'l>(lines: impl IntoIterator<Item = &'l str>) -> Text {
    let mut cell = String::new();
    let mut mark = "";
    for line in lines.into_iter().map(str::trim) {
        if line.is_empty() || line == "|" {
            mark = if cell.is_empty() { "" } else { "<br><br>" };
            continue;
        }
        let in_block = line.strip_prefix("| ").map(str::trim_start);
        let line = in_block.unwrap_or(line);
        // a link target inside a cell is a directive, which is removed
        let text = rst::text(line);
        if text.is_empty() {
            continue;
        }
        cell += match mark {
            "" | " " if !cell.is_empty() && is_item(line) => "<br><br>",
            " " if in_block.is_some() => "<br>",
            mark => mark,
        };
        cell += &text.replace('|', "\\|");
        mark = " ";
    }
    Text::verbatim(&cell)
}

/// Whether a line begins an item of a list: `- text`, `2. text`
fn is_item(line: &str) -> bool {
    let Some((mark, _)) = line.split_once(' ') else {
        return false;
    };
    let number = mark.strip_suffix(['.', ')']);
    let is_number =
        |number: &str| number == "#" || number.len() < 3 && number.parse::<u8>().is_ok();
    matches!(mark, "-" | "*" | "+" | "•") || number.is_some_and(is_number)
}
