//! Draft → YAML text.

use codes_spec::{CodeFormat, Kind, Outcome, Retry, is_unprintable};

use super::draft::{Draft, Row};
use super::page::Text;
use super::status;
use super::yaml::{self, double_quoted};

/// What the page does not say.
#[derive(Debug, Default)]
pub(crate) struct Given<'g> {
    pub(crate) vendor: &'g str,
    pub(crate) source: Option<&'g str>,
    pub(crate) retrieved: Option<&'g str>,
}

/// The text of a spec.
pub(crate) fn write(draft: &Draft, given: &Given<'_>) -> String {
    let mut writer = Writer {
        markdown: draft.is_markdown(),
        codes: Codes::of(draft),
        ..Writer::default()
    };
    writer.head(draft, given);
    writer.out += "codes:\n";
    for (i, row) in draft.rows.iter().enumerate() {
        writer.out += if i > 0 { "\n" } else { "" };
        writer.comments(&row.comments, 2);
        writer.row(row, draft);
    }
    if !draft.below.is_empty() {
        writer.out.push('\n');
        writer.comments(&draft.below, 0);
    }
    writer.out
}

/// How the codes of a table are written: as integers where that shows them as they stand, else as text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Codes {
    #[default]
    Text,
    Integers(CodeFormat),
}

impl Codes {
    fn of(draft: &Draft) -> Self {
        if let Some(said) = &draft.facts.code_format {
            let format = CodeFormat::ALL
                .iter()
                .find(|format| format.as_str() == said);
            return format.map_or(Codes::Text, |format| Codes::Integers(*format));
        }
        let codes: Vec<&str> = draft
            .rows
            .iter()
            .filter_map(|row| row.code.as_deref())
            .collect();
        let fits = |format: CodeFormat| {
            let shows = |code: &&str| integer(code).is_some_and(|int| format.show(int) == *code);
            codes
                .iter()
                .filter(|code| status::range(code).is_none())
                .all(shows)
                && !codes.iter().all(|code| status::range(code).is_some())
        };
        // of the hex formats, the one with most digits
        let formats = [CodeFormat::Decimal]
            .into_iter()
            .chain(CodeFormat::ALL.iter().rev().copied());
        formats
            .into_iter()
            .find(|format| fits(*format))
            .map_or(Codes::Text, Codes::Integers)
    }
}

fn integer(code: &str) -> Option<i64> {
    let (sign, digits) = code
        .strip_prefix('-')
        .map_or(("", code), |digits| ("-", digits));
    match digits.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(&format!("{sign}{digits}"), 16).ok(),
        None => code.parse().ok(),
    }
}

#[derive(Default)]
pub(super) struct Writer {
    pub(super) out: String,
    pub(super) markdown: bool,
    pub(super) codes: Codes,
}

impl Writer {
    /// Codes as items of a list.
    pub(super) fn codes(&self, codes: &[String]) -> String {
        let code = |code: &String| {
            if self.is_integer(code) {
                code.clone()
            } else {
                double_quoted(code)
            }
        };
        codes.iter().map(code).collect::<Vec<_>>().join(", ")
    }

    fn is_integer(&self, code: &str) -> bool {
        self.codes != Codes::Text && integer(code).is_some()
    }

    fn row(&mut self, row: &Row, draft: &Draft) {
        let start = self.out.len();
        match &unique(row.statuses.iter().map(String::as_str))[..] {
            [] => {}
            [one] => self.out += &format!("    status: {one}\n"),
            many => self.out += &format!("    status: [{}]\n", many.join(", ")),
        }
        if let Some(code) = &row.code {
            let written = if self.is_integer(code) {
                code.clone()
            } else {
                yaml::line(&visible(code))
            };
            self.out += &format!("    code: {written}\n");
        }
        if !row.aliases.is_empty() {
            self.out += &format!("    aliases: [{}]\n", self.codes(&row.aliases));
        }
        self.key("name", row.name.as_deref().unwrap_or_default(), 4);
        self.key(
            "title",
            row.title.as_ref().map_or("", |title| &title.plain),
            4,
        );
        let description = Text::join(row.description.iter().cloned(), "\n\n");
        self.prose("description", &[description], 4, List::Never);
        self.prose("when", &row.when, 4, List::Many);
        self.prose(
            "action",
            &[Text::join(row.action.iter().cloned(), "\n\n")],
            4,
            List::Never,
        );
        self.list("messages", &row.messages);
        self.key(
            "outcome",
            row.outcome
                .filter(|outcome| !row.is_usual(*outcome))
                .map_or("", Outcome::as_str),
            4,
        );
        self.key("kind", row.kind.map_or("", Kind::as_str), 4);
        self.key("retry", row.retry.map_or("", Retry::as_str), 4);
        self.key(
            "group",
            row.group
                .and_then(|i| draft.groups.get(i))
                .map_or("", |group| &group.id),
            4,
        );
        if !row.tags.is_empty() {
            self.out += &format!(
                "    tags: [{}]\n",
                row.tags
                    .iter()
                    .map(|tag| yaml::line(tag))
                    .collect::<Vec<_>>()
                    .join(", ")
            );
        }
        self.key("url", row.url.as_deref().unwrap_or_default(), 4);
        let fields = row
            .fields
            .iter()
            .filter(|(name, text)| !visible(name).is_empty() && !text.is_empty());
        for (i, (name, text)) in fields.enumerate() {
            self.out += if i == 0 { "    fields:\n" } else { "" };
            // a name that YAML takes for something else
            let name = if name == "<<" {
                "column <<".to_owned()
            } else {
                visible(name)
            };
            self.out += &format!(
                "      {}: {}\n",
                yaml::line(&name),
                yaml::text(&text.plain, 8)
            );
        }
        let examples: Vec<_> = row
            .examples
            .iter()
            .map(|example| Text::as_it_is(example))
            .collect();
        self.prose("examples", &examples, 4, List::Always);
        if let Some(deprecated) = &row.deprecated {
            let (since, note) = (deprecated.since.as_deref(), deprecated.note.as_deref());
            self.out += if since.or(note).is_none() {
                "    deprecated: true\n"
            } else {
                "    deprecated:\n"
            };
            self.key("since", since.unwrap_or_default(), 6);
            self.key("note", note.unwrap_or_default(), 6);
        }
        self.list("former_names", &row.former_names);
        self.out.replace_range(start..start + 4, "  - ");
    }

    /// A row's list of lines.
    fn list(&mut self, key: &str, texts: &[String]) {
        let texts: Vec<_> = texts
            .iter()
            .map(|text| visible(text))
            .filter(|text| !text.is_empty())
            .collect();
        self.out += &if texts.is_empty() {
            String::new()
        } else {
            format!("    {key}:\n")
        };
        self.out.extend(
            texts
                .iter()
                .map(|text| format!("      - {}\n", yaml::line(text))),
        );
    }

    /// A key whose text is one line, without characters that no line may have.
    pub(super) fn key(&mut self, key: &str, text: &str, indent: usize) {
        let text = visible(text);
        if !text.is_empty() {
            self.out += &format!("{:indent$}{key}: {}\n", "", yaml::line(&text));
        }
    }

    pub(super) fn prose(&mut self, key: &str, texts: &[Text], indent: usize, list: List) {
        let texts = texts.iter().map(|text| {
            if self.markdown {
                text.source.as_str()
            } else {
                text.plain.as_str()
            }
        });
        let texts = unique(texts.filter(|text| !text.trim().is_empty()));
        match &texts[..] {
            [] => {}
            [text] if list != List::Always => {
                self.out += &format!("{:indent$}{key}: {}\n", "", yaml::text(text, indent + 2));
            }
            texts => {
                self.out += &format!("{:indent$}{key}:\n", "");
                for text in texts {
                    self.out += &format!("{:indent$}  - {}\n", "", yaml::text(text, indent + 4));
                }
            }
        }
    }

    pub(super) fn comments(&mut self, comments: &[String], indent: usize) {
        for comment in comments {
            self.out += &yaml::comment(&format!("not placed: {comment}"), indent);
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum List {
    Never,
    Many,
    Always,
}

impl Row {
    /// Whether the outcome is what a spec takes for granted.
    fn is_usual(&self, outcome: Outcome) -> bool {
        let from_400 = |status: &String| status.as_bytes()[0] >= b'4';
        match (self.statuses.is_empty(), self.code.is_some()) {
            (true, _) => false,
            (_, _) if self.statuses.iter().all(from_400) => outcome == Outcome::Error,
            (_, has_code) => {
                // a range may reach over 400
                let below = |status: &String| !from_400(status) && !status.contains('-');
                outcome == Outcome::Ok && !has_code && self.statuses.iter().all(below)
            }
        }
    }
}

/// A line without the characters that none may have.
pub(super) fn visible(text: &str) -> String {
    let line = |c: char| {
        if c.is_whitespace() && is_unprintable(c) {
            ' '
        } else {
            c
        }
    };
    text.chars()
        .map(line)
        .filter(|c| !is_unprintable(*c))
        .collect()
}

pub(super) fn unique<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = std::collections::HashSet::new();
    texts.filter(|text| seen.insert(*text)).collect()
}
