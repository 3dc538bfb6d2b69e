//! The catalogue of keys: the name, shape, default and meaning of each. The reader walks this catalogue; the schema and
//! the reference page are written from it.

use codes_core::{Kind, Outcome, Retry};

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::entries::{KeyEntry, entries};
use crate::format::field::Field;
use crate::format::list::{List, OneOrMany, items};
use crate::format::mapping::Map;
use crate::format::record::{Drafted, key_name, record};
use crate::format::response_keys::{BodyDraft, HeadersDraft};
use crate::format::schema::{Key, Need, Schema};
use crate::format::shape::{Shape, wrong_type};
use crate::format::shorthand;
use crate::format::text::{Line, Text, Word};
use crate::format::values::{IsMarkdown, MessagePattern, Parsed};
use crate::table::code::DraftCode;
use crate::table::date::Date;
use crate::table::name::Name;
use crate::table::status::Status;
use crate::table::tag::TagName;
use crate::table::template::Template;
use crate::table::url::Url;
use crate::table::vocabulary::CodeFormat;
use crate::yaml::{Node, Value};

record! { TableDraft, "the table":
    vendor: Line, Required, "The vendor's name, as users should read it.";
    title: Line, Optional, "The vendor's title of the table.";
    source: Line, Optional, "The page that the table was taken from.";
    retrieved: Parsed<Date>, Optional, "When the table was last compared with `source`.";
    protocol: Line, Default("http"), "The protocol of the statuses. With another protocol, such as SMTP, statuses have no default names and kinds, and `http_status()` returns `None`.";
    base_url: Parsed<Url<'a>>, Optional, "The URL against which relative links in Markdown are resolved.";
    about: Text, Optional, "Text before the table.";
    notes: List<Text>, Optional, "Notes about the whole table.";
    markdown: IsMarkdown, Default("false"), "Whether `about`, `notes`, `description`, `when`, `action`, the meanings of `tags` and the `about` of groups are Markdown. Otherwise they are plain text.";
    display: Template, Optional, "The template of `Display`, with the placeholders `{vendor}`, `{status}`, `{code}`, `{name}`, `{title}` and `{description}`; `{{` and `}}` are braces. Spaces around a missing value become one space. By default a row is printed as in `400 Parameter missing (E12)`; a code with the same letters as the title is left out. Without a title, the first sentence of the description is printed, cut at 80 columns.";
    code_format: Parsed<CodeFormat>, Default("decimal"), "How integer codes are formatted: `31`, `0x1F`, or with at least two, four or eight hexadecimal digits.";
    body: BodyDraft<'a>, Optional, "Where the body of a response has its code, message and other values.";
    headers: HeadersDraft<'a>, Optional, "Where the headers of a response have its code, message and other values. They are read for every status, before the body.";
    groups: Map<Word, GroupDraft<'a>>, Optional, "The sections of the table, in order.";
    tags: Map<TagName<'a>, Text>, Optional, "Labels for rows, each with its meaning. A tag becomes the method `is_<tag>()`.";
    reserved: List<DraftCode<'a>>, Optional, "Codes and ranges of codes that no row may use again.";
    codes: Rows, Required, "The rows of the table, in the vendor's order.";
}

record! { GroupDraft, "a group":
    title: Line, Optional, "The heading of the section.";
    about: Text, Optional, "The text under the heading.";
}

record! { RowDraft, "a row":
    status: OneOrMany<Status<'a>>, Optional, "The statuses of the responses that the row describes.";
    code: DraftCode<'a>, Optional, "The vendor's code: text, an integer, a range of integers (`3000-3999`, `-32099 - -32000`), or a class of texts: `08*` is every code that begins with `08`. Write `\\*` for a literal `*` at the end.";
    detail: DraftCode<'a>, Optional, "A second code that the response sends with `code`, such as a subcode, reason or decline code: text or an integer. It is also part of the default name.";
    aliases: List<DraftCode<'a>>, Optional, "Further codes with the same meaning. Lookups accept them; output uses `code`.";
    name: Parsed<Name<'a>>, Optional, "The name of the Rust variant. By default it is derived from the code if that consists of words, else from the title, else from HTTP's phrase for the status, else from the numbers of the status or code.";
    title: Line, Optional, "The vendor's title.";
    description: Text, Optional, "What happened.";
    when: OneOrMany<Text>, Optional, "When to expect it.";
    action: Text, Optional, "What to do about it.";
    messages: OneOrMany<MessagePattern>, Optional, "Patterns of messages that identify the row; `*` matches any text, and `{name}` matches any text and keeps it under a name. `{{` and `}}` are braces. Whitespace around pattern and message is ignored. A response with a message that matches none of the patterns does not match the row.";
    outcome: Parsed<Outcome>, Optional, "Whether the request succeeded. By default `error` from status 400 up or without a status, else `ok`.";
    kind: Parsed<Kind>, Optional, "The meaning of the row, in a vocabulary shared by all vendors. By default the HTTP meaning of the status.";
    retry: Parsed<Retry>, Optional, "The vendor's advice on retrying.";
    group: Word, Optional, "The row's section, one of the keys of `groups`.";
    tags: List<Word>, Optional, "The row's tags, from the keys of `tags`.";
    url: Parsed<Url<'a>>, Optional, "The page about this row.";
    fields: Map<Line, Text>, Optional, "Other columns of the vendor's table, by name.";
    examples: List<Text>, Optional, "Sample bodies or messages.";
    deprecated: DeprecatedDraft<'a>, Optional, "Whether the row is deprecated. A mapping can also say since when, and what to use instead.";
    former_names: List<Parsed<Name<'a>>>, Optional, "Former names of the variant. Lookups accept them; output uses `name`.";
}

record! { SinceDraft, "`deprecated`":
    since: Line, Optional, "The version or date, as free text.";
    note: Line, Optional, "What to use instead.";
}

/// The keys of a whole file.
pub const KEYS: &[Key] = TableDraft::KEYS;

/// Returns the row keys whose values are scalars.
pub(crate) fn scalar_row_keys() -> Vec<&'static str> {
    let scalars = RowDraft::KEYS.iter().filter(|key| key.schema.is_scalar());
    scalars.map(|key| key.name).collect()
}

/// The list of rows. Rows beyond the limit are not read.
pub(crate) struct Rows;

/// The largest number of rows in a table.
pub const MAX_ROWS: usize = 20_000;

impl<'a> Shape<'a> for Rows {
    type Value = Vec<Drafted<RowDraft<'a>>>;
    const SCHEMA: Schema = Schema::Rows(RowDraft::KEYS);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let rows = items(node, subject, &Self::SCHEMA, report)?;
        let subject = subject.item();
        if let Some(more) = rows.get(MAX_ROWS) {
            report.push(rules::too_many_rows(rows.len(), MAX_ROWS).at(more.span()));
        }
        let mut is_first = true;
        let read = |row: Node<'a>| match shorthand::explain(&row, RowDraft::KEYS, subject) {
            // only the first row in short form is reported, because usually all rows are written in the same way
            Some(mistake) if std::mem::take(&mut is_first) => report.refuse(mistake),
            Some(_) => None,
            None => RowDraft::read(row, subject, report),
        };
        Some(rows.into_iter().take(MAX_ROWS).filter_map(read).collect())
    }
}

/// `true`, or the keys of [`SinceDraft`].
#[derive(Default)]
pub(crate) struct DeprecatedDraft<'a> {
    pub(crate) is: bool,
    pub(crate) details: SinceDraft<'a>,
}

impl<'a> Shape<'a> for DeprecatedDraft<'a> {
    type Value = Self;
    const SCHEMA: Schema = Schema::FlagOr(&SinceDraft::SCHEMA);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self> {
        match node.value {
            Value::Bool(is) => Some(DeprecatedDraft {
                is,
                ..DeprecatedDraft::default()
            }),
            Value::Map(_) => SinceDraft::read(node, subject, report).map(|since| DeprecatedDraft {
                is: true,
                details: since.draft,
            }),
            _ => wrong_type(&node, subject, &Self::SCHEMA, report),
        }
    }
}
