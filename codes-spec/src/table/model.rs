//! A checked table: every rule of the format holds for it.

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

/// A vendor's table, as its spec states it: every rule of the format holds.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Table<'a> {
    /// The vendor whose API answers with these codes.
    pub vendor: Cow<'a, str>,
    /// The vendor's name for the table.
    pub title: Option<Cow<'a, str>>,
    /// The page it came from.
    pub source: Option<Cow<'a, str>>,
    /// When it was last compared with that page.
    pub retrieved: Option<Date>,
    /// The protocol of the statuses, if it is not HTTP.
    pub protocol: Option<Cow<'a, str>>,
    /// The base of relative links.
    pub base_url: Option<Url<'a>>,
    /// Text before the table.
    pub about: Option<Prose<'a>>,
    /// Texts that belong to the whole table.
    pub notes: Vec<Prose<'a>>,
    /// The template for `Display`.
    pub display: Option<Template>,
    /// How integer codes are shown.
    pub code_format: CodeFormat,
    /// What the body of a response carries.
    pub body: Option<Body<'a>>,
    /// What the headers of a response carry.
    pub headers: Option<Headers<'a>>,
    /// The sections, in order.
    pub groups: Vec<Group<'a>>,
    /// The labels, in order.
    pub tags: Vec<Tag<'a>>,
    /// Codes that no row may use again.
    pub reserved: Vec<Code<'a>>,
    /// The rows, in order.
    pub rows: Vec<Row<'a>>,
}

/// Text of one or more lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose<'a> {
    /// The text as the spec has it.
    pub text: Cow<'a, str>,
    /// The text without its marks, if it is Markdown.
    pub plain: Option<String>,
}

impl Prose<'_> {
    /// The text that is shown: without marks, if it has any.
    pub fn plain(&self) -> &str {
        self.plain.as_deref().unwrap_or(&self.text)
    }

    /// The first line that is shown.
    pub fn first_line(&self) -> &str {
        first_line(self.plain().trim_start()).0
    }

    /// Whether it is Markdown.
    pub fn is_markdown(&self) -> bool {
        self.plain.is_some()
    }
}

/// A section of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group<'a> {
    /// As rows name it.
    pub id: Cow<'a, str>,
    /// Its heading.
    pub title: Option<Cow<'a, str>>,
    /// Text under the heading.
    pub about: Option<Prose<'a>>,
}

/// A label.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tag<'a> {
    /// As rows name it.
    pub id: Cow<'a, str>,
    /// Its meaning.
    pub meaning: Prose<'a>,
}

/// One row, one variant.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Row<'a> {
    /// The variant.
    pub name: Cow<'a, str>,
    /// The statuses that it covers.
    pub statuses: Vec<Status<'a>>,
    /// The vendor's machine code.
    pub code: Option<Code<'a>>,
    /// The second code: text or an integer.
    pub detail: Option<Code<'a>>,
    /// Further codes with the same meaning.
    pub aliases: Vec<Code<'a>>,
    /// The vendor's name for it.
    pub title: Option<Cow<'a, str>>,
    /// The description.
    pub description: Option<Prose<'a>>,
    /// When to expect it.
    pub when: Vec<Prose<'a>>,
    /// Advice on what to do about it.
    pub action: Option<Prose<'a>>,
    /// Texts by which a response shows it.
    pub messages: Vec<Pattern<'a>>,
    /// How the request went.
    pub outcome: Outcome,
    /// The kind, in the vocabulary that all vendors share.
    pub kind: Option<Kind>,
    /// Whether the spec declares the kind. Otherwise it is HTTP's for the row's statuses.
    pub declares_kind: bool,
    /// Whether to send the request again.
    pub retry: Option<Retry>,
    /// Its section, by position.
    pub group: Option<usize>,
    /// Its labels, by position.
    pub tags: Vec<usize>,
    /// The page that tells more.
    pub url: Option<Url<'a>>,
    /// The vendor's further columns.
    pub fields: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Bodies or messages as the vendor sends them.
    pub examples: Vec<Cow<'a, str>>,
    /// Whether, since when, and what to use instead.
    pub deprecated: Option<Deprecated<'a>>,
    /// Names that the variant had.
    pub former_names: Vec<Cow<'a, str>>,
}

/// Details of a deprecated row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated<'a> {
    /// The version or date since when.
    pub since: Option<Cow<'a, str>>,
    /// A note on what to use instead.
    pub note: Option<Cow<'a, str>>,
}
