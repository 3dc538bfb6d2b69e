//! Error shapes of AWS models (Smithy or botocore) → rows.

use codes_spec::{Kind, Retry};

use crate::import::model::text::Text;
use crate::import::roles::role::Role;
use crate::import::sources::cells::Cell;
use crate::import::sources::prose;

/// An error that a model declares.
#[derive(Debug, Default)]
pub(super) struct ErrorShape<'t> {
    pub(super) code: &'t str,
    pub(super) status: Option<String>,
    pub(super) documentation: Option<&'t str>,
    pub(super) retryable: bool,
    pub(super) throttling: bool,
    pub(super) deprecated: bool,
}

impl ErrorShape<'_> {
    pub(super) fn cells(&self) -> Vec<Cell> {
        let mut cells = vec![Cell::known("Code", Role::Code, prose::code(self.code))];
        let mut add = |heading, role, text: Text| cells.push(Cell::known(heading, role, text));
        if let Some(status) = &self.status {
            add("Status", Role::Status, Text::plain(status));
        }
        if let Some(documentation) = self.documentation {
            add(
                "Description",
                Role::Description,
                prose::documentation(documentation),
            );
        }
        if self.throttling {
            add("Kind", Role::Kind, Text::plain(Kind::RateLimited.as_str()));
        }
        if self.retryable || self.throttling {
            add("Retry", Role::Retry, Text::plain(Retry::Backoff.as_str()));
        }
        if self.deprecated {
            add("Deprecated", Role::Deprecated, Text::plain("true"));
        }
        cells
    }
}

/// Returns the first paragraph of a service's documentation, because the whole text is too long for `about`.
pub(super) fn about(documentation: &str) -> Option<String> {
    let text = prose::documentation(documentation).plain;
    let first = text
        .split("\n\n")
        .map(str::trim)
        .find(|paragraph| !paragraph.is_empty());
    first.map(str::to_owned)
}
