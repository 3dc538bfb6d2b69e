//! Markdown → page.

mod asciidoc;
mod code_spans;
mod convert;
mod fences;
mod front_matter;
mod html_cells;
mod line;
mod pipes;
mod placeholders;
mod preprocess;
mod reader;
mod rst;
mod rst_cells;
mod rst_csv_table;
mod rst_grid;
mod rst_links;
mod rst_list_table;
mod rst_substitutions;
mod stacked_pipes;
mod tables;
mod templates;
mod wiki;
mod wiki_text;
mod yfm;

use pulldown_cmark::{Options, Parser};

use crate::import::model::page::{Block, Page};
use reader::MarkdownReader;

/// Whether a text has syntax that only Markdown has.
pub(crate) fn looks_like_markdown(text: &str) -> bool {
    let is_markdown = |line: &str| {
        let line = line.trim_start();
        let heading = line.trim_start_matches('#');
        (heading.len() < line.len() && heading.starts_with(' '))
            || line.starts_with("```")
            || line.starts_with("**")
            || line.starts_with("- **")
            || line.starts_with("* **")
            || line.contains("](")
            || is_table_rule(line)
            || preprocess::is_underline(line)
    };
    ["---\n", "+++\n"].iter().any(|mark| text.starts_with(mark))
        || text.lines().any(is_markdown)
        || pipes::has_table(text)
        || wiki::is_wiki(text.lines())
}

pub(crate) fn read(text: &str) -> Page {
    let mut page = read_body(text);
    let front = front_matter::of(text);
    let mut tables: Vec<_> = front_matter::lists(front)
        .into_iter()
        .map(Block::Table)
        .collect();
    if front.lines().any(is_table_rule) {
        let lines = front
            .lines()
            .map(|line| line.trim_start().to_owned() + "\n");
        let blocks = read_body(&lines.collect::<String>()).blocks;
        let is_table = |block: &Block| matches!(block, Block::Table(_));
        tables.extend(blocks.into_iter().filter(is_table));
    }
    page.blocks.splice(0..0, tables);
    page
}

fn read_body(text: &str) -> Page {
    let substituted = rst_substitutions::without_substitutions(text);
    let text = substituted.as_deref().unwrap_or(text);
    let lines: Vec<&str> = text.lines().collect();
    let unclosed = fences::unclosed(&lines);
    let text = preprocess::preprocess(&lines, &unclosed);
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    options.set(Options::ENABLE_DEFINITION_LIST, text.contains("\n: "));
    let mut reader = MarkdownReader::of(&text);
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.end_lines();
    reader.end_html();
    let mut page = reader.page;
    page.unclosed = unclosed.iter().map(|block| block.start + 1).collect();
    page
}

/// Whether a line is the delimiter row of a Markdown table or the border of a grid table.
pub(crate) fn is_table_rule(line: &str) -> bool {
    pipes::is_delimiter_row(line) || rst_grid::is_rule(line)
}
