//! The state of a row while it is checked.

use std::borrow::Cow;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::report::Report;
use crate::format::field::Field;
use crate::format::keys::RowDraft;
use crate::format::record::Drafted;
use crate::span::{Span, Spanned};
use crate::table::code::Code;
use crate::table::vocabulary::CodeFormat;

/// The statuses, code and detail of a row, equal for rows that match the same responses.
pub(super) type RowKey<'e, 'a> = (Vec<(u16, u16)>, Option<Code<'a>>, Option<&'e Code<'a>>);

/// A row that is being checked.
pub(super) struct RowEntry<'a> {
    pub(super) draft: RowDraft<'a>,
    pub(super) span: Span,
    pub(super) code: Option<Spanned<Code<'a>>>,
    pub(super) detail: Option<Spanned<Code<'a>>>,
    pub(super) aliases: Vec<Spanned<Code<'a>>>,
    /// The variant's name, with the span of the value that it is derived from.
    pub(super) name: Option<Spanned<Cow<'a, str>>>,
    /// Whether the row has a mistake. If so, only its name is kept.
    pub(super) broken: bool,
    /// Whether the row repeats an earlier one. This has been reported, and the row gets no name.
    pub(super) repeated: bool,
}

impl<'a> RowEntry<'a> {
    pub(super) fn new(row: Drafted<RowDraft<'a>>) -> Self {
        let Drafted {
            draft,
            span,
            broken,
        } = row;
        RowEntry {
            draft,
            span,
            code: None,
            detail: None,
            aliases: Vec::new(),
            name: None,
            broken,
            repeated: false,
        }
    }

    /// The code, if there is one, and the aliases.
    pub(super) fn codes(&self) -> impl Iterator<Item = &Spanned<Code<'a>>> {
        self.code.iter().chain(&self.aliases)
    }

    /// Returns whether the row has a status or a code, even if it has a mistake.
    pub(super) fn is_identified(&self) -> bool {
        !matches!(
            (&self.draft.status, &self.draft.code, &self.code),
            (Field::Absent, Field::Absent, None)
        )
    }

    pub(super) fn key(&self, format: CodeFormat) -> RowKey<'_, 'a> {
        let statuses = self.draft.status.items().iter();
        let mut statuses: Vec<_> = statuses.map(|status| status.value.bounds()).collect();
        statuses.sort_unstable();
        let code = self.code.as_ref().map(|code| code.value.key(format));
        let detail = self.detail.as_ref().map(|detail| &detail.value);
        (statuses, code, detail)
    }

    pub(super) fn refuse(&mut self, mistake: Mistake, report: &mut Report) {
        self.broken = true;
        report.push(mistake);
    }
}
