//! A page or a machine-readable document → draft.

use std::fmt;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use codes_spec::MAX_BYTES;

use crate::import::extract::collector;
use crate::import::model::draft::{Draft, ResponseFact};
use crate::import::readers::{self, SourceFormat, source_code};
use crate::import::roles::choices::Choices;
use crate::import::roles::role::Role;
use crate::import::sources::{self, DataFormat, Document, ImportError, Parser, Source};
use crate::import::{audit, blocks, doubts};
use crate::messages::doubts::Doubt;
use crate::messages::drafts::{self, Skipped};
use crate::messages::import as messages;
use crate::messages::sources as source_messages;

/// The largest size of a document, in bytes. Pages have the same limit as specs.
pub(super) const MAX_DOCUMENT: usize = 64 << 20;

/// The format given with `--from`: of a page, or of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InputFormat {
    Page(SourceFormat),
    Data(DataFormat),
}

impl ValueEnum for InputFormat {
    fn value_variants<'a>() -> &'a [Self] {
        use DataFormat::{Botocore, Json, OpenApi, Proto, Smithy, Toml, Yaml};
        use InputFormat::{Data, Page};
        use SourceFormat::{Csv, Html, Markdown, Text, Tsv};
        &[
            Page(Markdown),
            Page(Html),
            Page(Csv),
            Page(Tsv),
            Page(Text),
            Data(OpenApi),
            Data(Smithy),
            Data(Botocore),
            Data(Proto),
            Data(Json),
            Data(Yaml),
            Data(Toml),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            InputFormat::Page(format) => format.to_possible_value(),
            InputFormat::Data(format) => format.to_possible_value(),
        }
    }
}

/// A draft, and how a document was read.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) draft: Draft,
    pub(super) reading: Option<String>,
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.draft
            .explained
            .iter()
            .try_for_each(|region| writeln!(f, "{region}"))
    }
}

/// Reads the text of a file of any format.
pub(super) fn read(
    name: &str,
    text: &str,
    from: Option<InputFormat>,
    choices: &Choices,
) -> Result<Input, ImportError> {
    if let Some(language) = source_code::language(name, text).filter(|_| from.is_none()) {
        return Err(ImportError::Finding(source_messages::source_code(
            name, language,
        )));
    }
    if name.ends_with(".smithy") && from.is_none() {
        return Err(ImportError::Finding(source_messages::smithy_idl(name)));
    }
    let (parser, format) = match from {
        Some(InputFormat::Data(format)) => (Some(Parser::of(format, text)), Some(format)),
        Some(InputFormat::Page(_)) => (None, None),
        None => (Parser::detect(name, text), None),
    };
    let Some(parser) = parser else {
        let format = match from {
            Some(InputFormat::Page(format)) => format,
            _ => SourceFormat::detect(name, text),
        };
        return read_page(name, text, format, choices);
    };
    let document = Document {
        name,
        text,
        choices,
        format,
        parser,
    };
    let source = sources::read(&document)?;
    Ok(Input {
        reading: Some(source.reading.to_string()),
        draft: draft_of_source(source, choices),
    })
}

fn read_page(
    name: &str,
    text: &str,
    format: SourceFormat,
    choices: &Choices,
) -> Result<Input, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::Failure(source_messages::page_too_large(name)));
    }
    if readers::has_too_many_pieces(text, format) {
        return Err(ImportError::Finding(messages::too_many_pieces(
            name,
            readers::MAX_PIECES,
        )));
    }
    if let Some((option, _)) = choices.mapping.record().first() {
        return Err(ImportError::Failure(source_messages::mapping_of_page(
            name, option,
        )));
    }
    Ok(Input {
        draft: draft_of_page(text, format, choices),
        reading: None,
    })
}

/// Returns the draft of a page.
pub(super) fn draft_of_page(text: &str, format: SourceFormat, choices: &Choices) -> Draft {
    let mut page = readers::read(text, format);
    let unclosed = std::mem::take(&mut page.unclosed);
    // a key does not count as missing if the options exclude its section
    let contents = if choices.choose_tables() {
        audit::Contents::default()
    } else {
        audit::contents_of(&page)
    };
    let mut draft = collector::draft_with(page, choices);
    blocks::read(&mut draft);
    audit::doubt(&mut draft, &contents);
    draft
        .doubts
        .extend(unclosed.into_iter().map(Doubt::Unclosed));
    draft
}

/// Returns the draft of a document.
pub(super) fn draft_of_source(source: Source, choices: &Choices) -> Draft {
    let mut known = choices.with_known(&source.columns);
    // the tables were already selected when the document was read
    (known.tables, known.ignored) = (Vec::new(), Vec::new());
    let mut draft = collector::draft_with(source.page, &known);
    draft
        .above
        .extend(source.skipped.into_iter().map(Skipped::Source));
    draft
        .doubts
        .extend(source.doubts.into_iter().map(Doubt::Source));
    draft.drop_copies();
    draft
        .doubts
        .extend(doubts::repeated(&draft).map(Doubt::Source));
    for column in draft
        .explained
        .iter_mut()
        .flat_map(|region| &mut region.columns)
    {
        let is_in =
            |columns: &[(String, Role)]| columns.iter().any(|(other, _)| *other == column.heading);
        if is_in(&source.columns) && !is_in(&choices.columns) {
            column.reason = drafts::BY_DOCUMENT;
        }
    }
    set_code_format(&mut draft, &source.texts);
    set_response(&mut draft, source.response);
    draft
}

/// Keeps codes as text if the document has them as text, even if they look like numbers.
fn set_code_format(draft: &mut Draft, texts: &[String]) {
    let columns = draft.explained.iter().flat_map(|region| &region.columns);
    let mut codes = columns.filter(|column| column.key == "code").peekable();
    if codes.peek().is_some() && codes.all(|column| texts.contains(&column.heading)) {
        draft.facts.code_format = Some("text".to_owned());
    }
}

fn set_response(draft: &mut Draft, facts: Vec<ResponseFact>) {
    let has_code = !facts.is_empty();
    draft.facts.response.extend(facts);
    let without_status = draft.rows.iter().any(|row| row.statuses.is_empty());
    if has_code && without_status {
        draft
            .facts
            .set_in_body("statuses", Some("4xx, 5xx".to_owned()));
    }
}
