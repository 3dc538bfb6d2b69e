//! The options that choose what is read from a page.

use clap::Args;

use crate::import::model::page::MAX_COLUMNS;
use crate::import::model::text::Text;
use crate::import::roles::columns;
use crate::import::roles::mapping::Mapping;
use crate::import::roles::role::Role;
use crate::import::roles::vocabulary::normalize;
use crate::messages::import as messages;

#[derive(Args, Clone, Debug, Default, PartialEq)]
pub(crate) struct Choices {
    /// Read only the part of the page below this heading (may be repeated)
    #[arg(long = "table", value_name = "HEADING")]
    pub(crate) tables: Vec<String>,
    /// Skip the part of the page below this heading (may be repeated)
    #[arg(long = "ignore", value_name = "HEADING")]
    pub(crate) ignored: Vec<String>,
    /// Read a column as a key, as in 'Enhanced Code=code' (may be repeated)
    #[arg(long = "column", value_name = "HEADING=KEY", value_parser = column)]
    pub(crate) columns: Vec<(String, Role)>,
    /// Short for `--column HEADING=status`
    #[arg(long, value_name = "HEADING")]
    status_column: Option<String>,
    /// Short for `--column HEADING=code`
    #[arg(long, value_name = "HEADING")]
    code_column: Option<String>,
    #[command(flatten)]
    pub(crate) mapping: Mapping,
}

/// The keys that a column may have.
const KEYS: [(&str, Role); 12] = [
    ("status", Role::Status),
    ("code", Role::Code),
    ("title", Role::Title),
    ("description", Role::Description),
    ("when", Role::When),
    ("action", Role::Action),
    ("retry", Role::Retry),
    ("outcome", Role::Outcome),
    ("group", Role::Group),
    ("examples", Role::Example),
    ("url", Role::Url),
    ("fields", Role::Field),
];

fn column(text: &str) -> Result<(String, Role), &'static str> {
    let (heading, key) = text.rsplit_once('=').ok_or(messages::INVALID_COLUMN)?;
    let known = KEYS.iter().find(|(name, _)| *name == key.trim());
    let (_, role) = known.ok_or(messages::INVALID_COLUMN)?;
    Ok((heading.trim().to_owned(), *role))
}

impl Choices {
    /// Turns the short forms into columns.
    pub(crate) fn resolved(&self) -> Self {
        let short = |heading: &Option<String>, role| heading.clone().map(|heading| (heading, role));
        let status = short(&self.status_column, Role::Status);
        let code = short(&self.code_column, Role::Code);
        Choices {
            columns: self
                .columns
                .iter()
                .cloned()
                .chain(status)
                .chain(code)
                .collect(),
            tables: self.tables.clone(),
            ignored: self.ignored.clone(),
            mapping: self.mapping.clone(),
            ..Choices::default()
        }
    }

    /// Adds the roles that a document determines. Roles that the author chose take precedence.
    pub(crate) fn with_known(&self, known: &[(String, Role)]) -> Self {
        let mut choices = self.clone();
        for (heading, role) in known {
            let is_chosen = |(column, _): &&(String, Role)| is_same(heading, column);
            if self.columns.iter().any(|column| is_chosen(&column)) {
                continue;
            }
            let is_taken = matches!(role, Role::Status | Role::Code)
                && self.columns.iter().any(|(_, chosen)| chosen == role);
            let role = if is_taken { Role::Field } else { *role };
            choices.columns.push((heading.clone(), role));
        }
        choices
    }

    /// Returns these options, limited to `section`.
    pub(crate) fn only(&self, section: &str) -> Self {
        Choices {
            tables: vec![section.to_owned()],
            ..self.clone()
        }
    }

    /// Returns these options, with `sections` ignored too.
    pub(crate) fn without(&self, sections: &[String]) -> Self {
        let mut choices = self.clone();
        choices.ignored.extend_from_slice(sections);
        choices
    }

    /// Returns the columns of a table with `width` columns that have a chosen role. A column without a heading is
    /// chosen by its number.
    pub(crate) fn of_columns(&self, head: &[Text], width: usize) -> Vec<(usize, Role)> {
        let chosen =
            |(heading, role): &(String, Role)| Some((column_at(head, width, heading)?, *role));
        self.columns.iter().filter_map(chosen).collect()
    }

    /// Whether the author chooses or ignores tables.
    pub(crate) fn choose_tables(&self) -> bool {
        !self.tables.is_empty() || !self.ignored.is_empty()
    }

    /// Returns, for each table, whether it is selected. A chosen or ignored heading that no table has is returned as
    /// the error.
    pub(crate) fn select(&self, headings: &[&str]) -> Result<Vec<bool>, String> {
        let mut given = self.tables.iter().chain(&self.ignored);
        let has = |given: &&String| headings.iter().any(|heading| is_same(heading, given));
        if let Some(unknown) = given.find(|given| !has(given)) {
            return Err(unknown.clone());
        }
        let is_in = |list: &[String], heading: &str| list.iter().any(|one| is_same(heading, one));
        let is_wanted = |heading: &&str| {
            (self.tables.is_empty() || is_in(&self.tables, heading))
                && !is_in(&self.ignored, heading)
        };
        Ok(headings.iter().map(is_wanted).collect())
    }

    /// Returns the options and their values, for the comment in the spec.
    pub(crate) fn record(&self) -> Vec<(&'static str, String)> {
        let name = |role: &Role| {
            KEYS.iter()
                .find(|(_, key)| key == role)
                .map_or("", |(name, _)| name)
        };
        let tables = self.tables.iter();
        let tables = tables.map(|heading| ("--table", heading.clone()));
        let ignored = self.ignored.iter();
        let ignored = ignored.map(|heading| ("--ignore", heading.clone()));
        let columns = self.columns.iter();
        let columns =
            columns.map(|(heading, role)| ("--column", format!("{heading}={}", name(role))));
        let all = tables.chain(ignored).chain(columns);
        all.chain(self.mapping.record()).collect()
    }
}

/// Returns the position of the column with a heading or, if it has none, with a name such as `column 1`.
pub(crate) fn column_at(head: &[Text], width: usize, chosen: &str) -> Option<usize> {
    let mut columns = 0..width.min(MAX_COLUMNS);
    columns.find(|at| is_same(&columns::name(head, *at), chosen))
}

/// Whether a heading of the page matches a heading given in an option.
pub(crate) fn is_same(heading: &str, chosen: &str) -> bool {
    heading.trim() == chosen.trim()
        || !normalize(chosen).is_empty() && normalize(heading) == normalize(chosen)
}
