//! The facts in a record: nested mappings become `outer.inner`.

use codes_spec::Retry;

use crate::import::model::text::Text;
use crate::import::roles::mapping::{Mapping, Path, PathStep};
use crate::import::roles::role::Role;
use crate::import::roles::vocabulary;
use crate::import::sources::cells::Cell;
use crate::import::sources::plain::value_text::text_of;
use crate::import::sources::prose;
use crate::import::sources::tree::Value;

/// How deep mappings in a record are read as facts. Deeper ones become a text in JSON.
const MAX_DEPTH: usize = 3;

pub(super) struct Flat<'m> {
    cells: Vec<Cell>,
    mapping: &'m Mapping,
}

impl<'m> Flat<'m> {
    /// Adds the facts of a value, except facts that an option maps.
    pub(super) fn read(
        heading: &str,
        value: &Value<'_>,
        cells: Vec<Cell>,
        mapping: &'m Mapping,
    ) -> Vec<Cell> {
        let mut flat = Flat { cells, mapping };
        flat.add(heading, value, &mut Vec::new());
        flat.cells
    }

    fn add(&mut self, heading: &str, value: &Value<'_>, path: &mut Vec<PathStep>) {
        let entries = value.entries();
        if !path.is_empty() && self.is_mapped(path) {
            return;
        }
        let rest = self.without_mapped_items(value, path);
        let value = rest.as_ref().unwrap_or(value);
        if entries.is_empty() || path.len() > MAX_DEPTH || is_sample(heading) {
            let Some((text, is_text)) = text_of(value) else {
                return;
            };
            let retry = match value {
                Value::Bool(may_retry) if vocabulary::label(heading) == Some(Role::Retry) => {
                    Some(if *may_retry {
                        Retry::Backoff
                    } else {
                        Retry::Never
                    })
                }
                _ => None,
            };
            let text = if let Some(retry) = retry {
                Text::plain(retry.as_str())
            } else if is_sample(heading) {
                Text::verbatim(&text)
            } else {
                prose::plain(&text)
            };
            self.cells.push(Cell {
                heading: heading.to_owned(),
                role: None,
                text,
                is_text,
            });
            return;
        }
        let are_languages = entries.iter().all(|(key, _)| is_language(key));
        for (key, value) in entries {
            let name = match path.is_empty() {
                true => key.to_string(),
                false if are_languages && is_english(key) => heading.to_owned(),
                false => format!("{heading}.{key}"),
            };
            path.push(PathStep::Key(key.to_string()));
            self.add(&name, value, path);
            path.pop();
        }
    }

    /// Returns the items of a list that the author does not map, if some are mapped: `[1001, text]` with `--code /0`
    fn without_mapped_items<'v>(
        &self,
        value: &Value<'v>,
        path: &mut Vec<PathStep>,
    ) -> Option<Value<'v>> {
        let items = value.items();
        if items.is_empty() || self.mapping.is_empty() {
            return None;
        }
        let mut rest = Vec::new();
        for (at, item) in items.iter().enumerate() {
            path.push(PathStep::Key(at.to_string()));
            rest.extend((!self.is_mapped(path)).then(|| item.clone()));
            path.pop();
        }
        (rest.len() < items.len()).then_some(Value::List(rest))
    }

    fn is_mapped(&self, path: &[PathStep]) -> bool {
        let mut paths = self.mapping.all_paths();
        paths.any(|mapped| matches!(mapped, Path::Steps(steps) if steps == path))
    }
}

/// Whether a heading says that its values are examples, which are kept as they are.
fn is_sample(heading: &str) -> bool {
    let name = heading
        .rsplit('.')
        .next()
        .unwrap_or(heading)
        .to_ascii_lowercase();
    ["example", "examples", "sample", "samples"].contains(&name.as_str())
}

fn is_english(key: &str) -> bool {
    key == "en" || key.starts_with("en-") || key.starts_with("en_")
}

/// Whether a key is the tag of a language, such as `de` or `pt-BR`.
pub(super) fn is_language(key: &str) -> bool {
    let (language, region) = key.split_once(['-', '_']).unwrap_or((key, "XX"));
    let is =
        |text: &str, is: fn(&u8) -> bool| text.len() == 2 && text.bytes().all(|byte| is(&byte));
    is(language, u8::is_ascii_lowercase) && is(region, u8::is_ascii_alphabetic)
}
