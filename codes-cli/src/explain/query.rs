//! The reply given on the command line, and the rows that match it.

use std::collections::HashSet;

use codes_runtime::Reply;
use codes_spec::{Row, Table};

use crate::runtime_table;
use crate::text::visible;

#[derive(Clone, Default)]
pub(super) struct Query {
    pub(super) status: Option<u16>,
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    /// A single argument, which may be a name, or a status or code as the table displays it.
    pub(super) word: Option<String>,
}

impl Query {
    /// Returns the rows that match the reply, as classified by the runtime.
    pub(super) fn classify<'t, 'a>(&self, table: &'t Table<'a>) -> Vec<&'t Row<'a>> {
        let mut reply = Reply::new();
        reply.status = self.status;
        reply.code = self.code.as_deref().map(Into::into);
        reply.message = self.message.as_deref();
        let found = runtime_table::leak(table).classify(&reply).candidates();
        let names: HashSet<_> = found.iter().map(codes_runtime::Row::name).collect();
        table
            .rows
            .iter()
            .filter(|row| names.contains(row.name.as_ref()))
            .collect()
    }

    pub(super) fn without_message(&self) -> Self {
        Query {
            message: None,
            ..self.clone()
        }
    }

    /// Describes the query: ``status 404 and code `A` ``.
    pub(super) fn show(&self) -> String {
        let labelled = |key: &str, text: &Option<String>| {
            text.as_ref().map(|text| format!("{key}{}", quoted(text)))
        };
        let status = self.status.map(|status| format!("status {status}"));
        let word = labelled("", &self.word).filter(|_| self.code.is_none());
        let parts = [
            status,
            word,
            labelled("code ", &self.code),
            labelled("message ", &self.message),
        ];
        parts
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" and ")
    }
}

/// Text from the command line in backticks, safe to print to a terminal.
pub(super) fn quoted(text: &str) -> String {
    format!("`{}`", visible(text))
}
