//! The keys of the format, each once: its name, its shape, whether it may be left out, and its meaning. The reader walks
//! this table; the schema and the reference page are written from it.

use codes_core::{Kind, Outcome, Retry};

use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::entries::{KeyEntry, entries};
use crate::format::field::Field;
use crate::format::list::{List, OneOrMany, items};
use crate::format::mapping::Map;
use crate::format::record::{Drafted, record};
use crate::format::schema::{Key, Need, Schema};
use crate::format::shape::{Shape, wrong_type};
use crate::format::text::{Line, Text};
use crate::format::values::{Flag, MessagePattern, Parsed};
use crate::table::code::DraftCode;
use crate::table::date::Date;
use crate::table::name::Name;
use crate::table::pointer::Pointer;
use crate::table::status::Status;
use crate::table::tag::TagName;
use crate::table::template::Template;
use crate::table::url::Url;
use crate::table::vocabulary::CodeFormat;
use crate::yaml::{Node, Value};

record! { TableDraft, "the table":
    vendor: Line, Required, "Who answers with these codes, as users should read it.";
    title: Line, Optional, "What the vendor calls the table.";
    source: Line, Optional, "The page the table came from.";
    retrieved: Parsed<Date>, Optional, "When the table was last compared with that page, as `2026-11-19`.";
    protocol: Line, Default("http"), "What the statuses belong to. Any other text (SMTP, FTP) switches off what HTTP's registry would supply: names, kinds and `http_status()`.";
    base_url: Parsed<Url<'a>>, Optional, "What relative links in Markdown are resolved against.";
    about: Text, Optional, "Text that stands before the table.";
    notes: List<Text>, Optional, "Texts that belong to the whole table.";
    markdown: Flag, Default("false"), "Whether `about`, `notes`, `description`, `when`, `action`, the meanings of `tags` and the `about` of groups are Markdown. Otherwise all text is shown as it stands.";
    display: Template, Optional, "What `Display` prints for a row, of `{vendor}`, `{status}`, `{code}`, `{name}`, `{title}` and `{description}`; `{{` and `}}` are braces. Where a row lacks one of these, the blanks around it become one. By default `400 Parameter missing (ParamMissing)`.";
    code_format: Parsed<CodeFormat>, Default("decimal"), "How integer codes are shown: as `31`, as `0x1F`, or as that with at least two, four or eight digits.";
    body: BodyDraft<'a>, Optional, "Where a JSON response carries code and message.";
    groups: Map<Line, GroupDraft<'a>>, Optional, "The sections of the table, in order.";
    tags: Map<TagName<'a>, Text>, Optional, "Labels that any number of rows may carry, and what each means. A tag becomes the method `is_<tag>()`.";
    reserved: List<DraftCode<'a>>, Optional, "Codes, and ranges of them, that no row may use again.";
    codes: Rows, Required, "The rows of the table, in the vendor's order.";
}

record! { BodyDraft, "`body`":
    code: OneOrMany<Parsed<Pointer<'a>>>, Optional, "JSON pointers to the code, tried in order: the first text or integer counts.";
    message: OneOrMany<Parsed<Pointer<'a>>>, Optional, "JSON pointers to the message, tried in order.";
    statuses: OneOrMany<Status<'a>>, Optional, "The statuses of the replies whose body is read. By default those from 400 up, and each status below 400 that a row with a code lists. Required where `code` is given and a row with a code has no status.";
}

record! { GroupDraft, "a group":
    title: Line, Optional, "The section's heading.";
    about: Text, Optional, "Text that stands under the heading.";
}

record! { RowDraft, "a row":
    status: OneOrMany<Status<'a>>, Optional, "The status from 100 to 999, a class (`5xx`, `50x`), a range (`500-599`), or a list of these.";
    code: DraftCode<'a>, Optional, "The vendor's machine code: text, an integer, or a range of integers (`3000-3999`, `-32099 - -32000`).";
    aliases: List<DraftCode<'a>>, Optional, "Further codes with the same meaning. They are read everywhere and written nowhere.";
    name: Parsed<Name<'a>>, Optional, "The Rust variant. By default it comes from the code, else the title, else HTTP's phrase for the status, else the numbers.";
    title: Line, Optional, "What the vendor calls it.";
    description: Text, Optional, "What it means.";
    when: OneOrMany<Text>, Optional, "When to expect it.";
    action: Text, Optional, "What to do about it.";
    messages: List<MessagePattern>, Optional, "Texts by which a response shows that this row is meant; `*` is any run of characters. Blanks around text and message are left aside.";
    outcome: Parsed<Outcome>, Optional, "How the request went. By default `error` from status 400 up, or with a code and no status; else `ok`.";
    kind: Parsed<Kind>, Optional, "What it is in words that all vendors share. By default what HTTP says of the statuses.";
    retry: Parsed<Retry>, Optional, "Whether the vendor says to send the request again.";
    group: Line, Optional, "The section it stands in, one of `groups`.";
    tags: List<Line>, Optional, "Its labels, of those in `tags`.";
    url: Parsed<Url<'a>>, Optional, "The page that tells more about it.";
    fields: Map<Line, Text>, Optional, "The vendor's further columns: name and text.";
    examples: List<Text>, Optional, "Bodies or messages as the vendor sends them.";
    deprecated: DeprecatedDraft<'a>, Optional, "`true`, or since when and what to use instead.";
    former_names: List<Parsed<Name<'a>>>, Optional, "Names that the variant had. They are read everywhere and written nowhere.";
}

record! { SinceDraft, "`deprecated`":
    since: Line, Optional, "The version or date since when, free text.";
    note: Line, Optional, "What to use instead.";
}

/// The keys of a whole file.
pub const KEYS: &[Key] = TableDraft::KEYS;

/// Returns the keys of a row whose values are scalars.
pub(crate) fn scalar_row_keys() -> Vec<&'static str> {
    let scalars = RowDraft::KEYS.iter().filter(|key| key.schema.is_scalar());
    scalars.map(|key| key.name).collect()
}

/// The rows: a file with more of them than may be is read only that far.
pub(crate) struct Rows;

/// How many rows a table may have.
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
        Some(
            rows.into_iter()
                .take(MAX_ROWS)
                .filter_map(|row| RowDraft::read(row, subject, report))
                .collect(),
        )
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
