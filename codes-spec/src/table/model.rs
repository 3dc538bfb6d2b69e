//! The model of a checked table.

use std::borrow::Cow;

use codes_core::{Kind, Outcome, Retry};

use crate::table::code::Code;
use crate::table::date::Date;
use crate::table::pattern::Pattern;
use crate::table::response::{Body, Headers};
use crate::table::status::Status;
use crate::table::template::Template;
use crate::table::url::Url;
use crate::table::vocabulary::CodeFormat;
use crate::text::first_line;

/// A vendor's table, which follows every rule of the format.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Table<'a> {
    /// The vendor whose API returns these codes.
    pub vendor: Cow<'a, str>,
    /// The vendor's title of the table.
    pub title: Option<Cow<'a, str>>,
    /// The page that it was taken from.
    pub source: Option<Cow<'a, str>>,
    /// The date when it was last compared with that page.
    pub retrieved: Option<Date>,
    /// The protocol of the statuses, if it is not HTTP.
    pub protocol: Option<Cow<'a, str>>,
    /// The base of relative links.
    pub base_url: Option<Url<'a>>,
    /// Text before the table.
    pub about: Option<Prose<'a>>,
    /// Notes about the whole table.
    pub notes: Vec<Prose<'a>>,
    /// The template for `Display`.
    pub display: Option<Template>,
    /// How integer codes are displayed.
    pub code_format: CodeFormat,
    /// Where the body of a response has its values.
    pub body: Option<Body<'a>>,
    /// Where the headers of a response have its values.
    pub headers: Option<Headers<'a>>,
    /// The sections, in order.
    pub groups: Vec<Group<'a>>,
    /// The tags, in order.
    pub tags: Vec<Tag<'a>>,
    /// Codes that no row may use again.
    pub reserved: Vec<Code<'a>>,
    /// The rows, in order.
    pub rows: Vec<Row<'a>>,
}

/// Text of one or more lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose<'a> {
    /// The text in the spec.
    pub text: Cow<'a, str>,
    /// The plain text, if `text` is Markdown.
    pub plain: Option<String>,
}

impl Prose<'_> {
    /// Returns the text without Markdown.
    pub fn plain(&self) -> &str {
        self.plain.as_deref().unwrap_or(&self.text)
    }

    /// Returns the first line of the text without Markdown.
    pub fn first_line(&self) -> &str {
        first_line(self.plain().trim_start()).0
    }

    /// Returns whether it is Markdown.
    pub fn is_markdown(&self) -> bool {
        self.plain.is_some()
    }
}

/// A section of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group<'a> {
    /// The name by which rows refer to it.
    pub id: Cow<'a, str>,
    /// The heading.
    pub title: Option<Cow<'a, str>>,
    /// The text under the heading.
    pub about: Option<Prose<'a>>,
}

/// A tag: a label of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tag<'a> {
    /// The name by which rows refer to it.
    pub id: Cow<'a, str>,
    /// The meaning.
    pub meaning: Prose<'a>,
}

/// A row, which becomes a variant.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row<'a> {
    /// The name of the variant.
    pub name: Cow<'a, str>,
    /// The statuses that it covers.
    pub statuses: Vec<Status<'a>>,
    /// The vendor's code.
    pub code: Option<Code<'a>>,
    /// The second code: text or an integer.
    pub detail: Option<Code<'a>>,
    /// Further codes with the same meaning.
    pub aliases: Vec<Code<'a>>,
    /// The vendor's title.
    pub title: Option<Cow<'a, str>>,
    /// The description.
    pub description: Option<Prose<'a>>,
    /// The situations in which it occurs.
    pub when: Vec<Prose<'a>>,
    /// The recommended action.
    pub action: Option<Prose<'a>>,
    /// The message patterns that identify it.
    pub messages: Vec<Pattern<'a>>,
    /// Whether the request succeeded.
    pub outcome: Outcome,
    /// The kind, in the vocabulary that all vendors share.
    pub kind: Option<Kind>,
    /// Whether the spec declares the kind. Otherwise it is HTTP's for the row's statuses.
    pub declares_kind: bool,
    /// Whether to send the request again.
    pub retry: Option<Retry>,
    /// The position of its group.
    pub group: Option<usize>,
    /// The positions of its tags.
    pub tags: Vec<usize>,
    /// The URL of the page about it.
    pub url: Option<Url<'a>>,
    /// The vendor's additional columns.
    pub fields: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Sample bodies or messages.
    pub examples: Vec<Cow<'a, str>>,
    /// The deprecation, if it is deprecated.
    pub deprecated: Option<Deprecated<'a>>,
    /// Former names of the variant.
    pub former_names: Vec<Cow<'a, str>>,
}

/// The deprecation of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated<'a> {
    /// The version or the date of the deprecation.
    pub since: Option<Cow<'a, str>>,
    /// The replacement, or another note.
    pub note: Option<Cow<'a, str>>,
}
