//! The files that `codes import` reads: a page or document, and a second one given with `--with`.

use std::path::Path;

use crate::exit::Exit;
use crate::files;
use crate::import::input::{self, Input, InputFormat, MAX_DOCUMENT};
use crate::import::model::draft::Draft;
use crate::import::options;
use crate::import::roles::choices::Choices;
use crate::import::sources::ImportError;
use crate::import::with;
use crate::messages::{Message, import as messages, sources};
use crate::output;
use crate::style::ColorOption;
use crate::text::visible;

/// Reads the text of a file, and returns its name too.
pub(super) fn text(path: &Path, color: ColorOption) -> Result<(String, String), Exit> {
    let failure = |message: Message| output::fail(&message, color, Exit::Failure);
    let file = files::read_at_most(path, files::PAGES, MAX_DOCUMENT).map_err(failure)?;
    let name = visible(&file.name);
    let text = options::text_of(&name, file.bytes).map_err(failure)?;
    Ok((name, text))
}

/// Reads a text of any format, and prints how a document was read.
pub(super) fn parse(
    name: &str,
    text: &str,
    from: Option<InputFormat>,
    choices: &Choices,
    color: ColorOption,
) -> Result<Input, Exit> {
    let progress = output::TemporaryLine::begin(&sources::progress(name, text.len()), text.len());
    let read = input::read(name, text, from, choices);
    drop(progress);
    let input = read.map_err(|refusal| match refusal {
        ImportError::Failure(message) => output::fail(&message, color, Exit::Failure),
        ImportError::Finding(message) => output::fail(&message, color, Exit::Findings),
    })?;
    if let Some(reading) = &input.reading {
        output::notice(&format!("{name}: {reading}\n"));
    }
    Ok(input)
}

/// The name and text of the file given with `--with`.
pub(super) type SecondFile = (String, String);

/// Adds the facts of a second file.
pub(super) fn merge(
    draft: &mut Draft,
    second: &SecondFile,
    color: ColorOption,
) -> Result<(), Exit> {
    let (name, text) = second;
    let mut other = parse(name, text, None, &Choices::default(), color)?;
    other.draft.drop_repeats();
    if other.draft.rows.is_empty() {
        let message = messages::no_table(name, other.draft.found);
        return Err(output::fail(&message, color, Exit::Findings));
    }
    let merged = with::merge(draft, &other.draft, name);
    output::notice(&format!("{name}: {merged}\n"));
    Ok(())
}
