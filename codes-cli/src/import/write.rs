//! Draft → YAML text.

use codes_spec::CodeFormat;

use super::draft::{Draft, Row};
use super::page::Text;
use super::{status, yaml};

/// What the page does not say.
#[derive(Debug, Default)]
pub(crate) struct Given<'g> {
    pub(crate) vendor: &'g str,
    pub(crate) source: Option<&'g str>,
    pub(crate) retrieved: Option<&'g str>,
}

/// The text of a spec.
pub(crate) fn write(draft: &Draft, given: &Given<'_>) -> String {
    let mut writer = Writer { markdown: draft.is_markdown(), codes: Codes::of(draft), ..Writer::default() };
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
enum Codes {
    #[default]
    Text,
    Integers(CodeFormat),
}

impl Codes {
    fn of(draft: &Draft) -> Self {
        let codes: Vec<&str> = draft.rows.iter().filter_map(|row| row.code.as_deref()).collect();
        let fits = |format: CodeFormat| {
            let shows = |code: &&str| integer(code).is_some_and(|int| format.show(int) == *code);
            codes.iter().filter(|code| status::range(code).is_none()).all(shows)
                && !codes.iter().all(|code| status::range(code).is_some())
        };
        // of the hex formats, the one with most digits
        let formats = [CodeFormat::Decimal].into_iter().chain(CodeFormat::ALL.iter().rev().copied());
        formats.into_iter().find(|format| fits(*format)).map_or(Codes::Text, Codes::Integers)
    }
}

fn integer(code: &str) -> Option<i64> {
    match code.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => code.parse().ok(),
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    markdown: bool,
    codes: Codes,
}

impl Writer {
    fn head(&mut self, draft: &Draft, given: &Given<'_>) {
        self.line("vendor", given.vendor);
        self.line("title", draft.title.as_deref().unwrap_or_default());
        self.line("source", given.source.unwrap_or_default());
        if let Some(date) = given.retrieved {
            self.out += &format!("retrieved: {date}\n");
        }
        let about = Text::join(draft.about.iter().cloned(), "\n\n");
        self.prose("about", &[about], 0, List::Never);
        self.prose("notes", &draft.notes, 0, List::Always);
        if self.markdown {
            self.out += "markdown: true\n";
        }
        if let Codes::Integers(format) = self.codes
            && format != CodeFormat::Decimal
        {
            self.line("code_format", format.as_str());
        }
        if !draft.groups.is_empty() {
            self.out += "groups:\n";
        }
        for group in &draft.groups {
            self.out += &format!("  {}:\n", yaml::line(&visible(&group.id)));
            self.key("title", &group.title, 4);
            self.prose("about", &[Text::join(group.about.iter().cloned(), "\n\n")], 4, List::Never);
        }
        self.comments(&draft.above, 0);
    }

    fn row(&mut self, row: &Row, draft: &Draft) {
        let start = self.out.len();
        match &unique(row.statuses.iter().map(String::as_str))[..] {
            [] => {}
            [one] => self.out += &format!("    status: {one}\n"),
            many => self.out += &format!("    status: [{}]\n", many.join(", ")),
        }
        if let Some(code) = &row.code {
            let written = if self.codes == Codes::Text || status::range(code).is_some() {
                quoted_code(code)
            } else {
                code.clone()
            };
            self.out += &format!("    code: {written}\n");
        }
        self.key("name", row.name.as_deref().unwrap_or_default(), 4);
        self.key("title", row.title.as_ref().map_or("", |title| &title.plain), 4);
        let description = Text::join(row.description.iter().cloned(), "\n\n");
        self.prose("description", &[description], 4, List::Never);
        self.prose("when", &row.when, 4, List::Many);
        self.prose("action", &[Text::join(row.action.iter().cloned(), "\n\n")], 4, List::Never);
        self.key("outcome", row.outcome.filter(|outcome| !row.is_usual(outcome)).unwrap_or_default(), 4);
        self.key("retry", row.retry.unwrap_or_default(), 4);
        self.key("group", row.group.and_then(|i| draft.groups.get(i)).map_or("", |group| &group.id), 4);
        let fields = row.fields.iter().filter(|(name, text)| !visible(name).is_empty() && !text.is_empty());
        for (i, (name, text)) in fields.enumerate() {
            self.out += if i == 0 { "    fields:\n" } else { "" };
            // a name that YAML takes for something else
            let name = if name == "<<" { "column <<".to_owned() } else { visible(name) };
            self.out += &format!("      {}: {}\n", yaml::line(&name), yaml::text(&text.plain, 8));
        }
        let examples: Vec<_> = row.examples.iter().map(|example| Text::as_it_is(example)).collect();
        self.prose("examples", &examples, 4, List::Always);
        self.out.replace_range(start..start + 4, "  - ");
    }

    fn line(&mut self, key: &str, text: &str) {
        self.key(key, text, 0);
    }

    /// A key whose text is one line, without characters that no line may have.
    fn key(&mut self, key: &str, text: &str, indent: usize) {
        let text = visible(text);
        if !text.is_empty() {
            self.out += &format!("{:indent$}{key}: {}\n", "", yaml::line(&text));
        }
    }

    fn prose(&mut self, key: &str, texts: &[Text], indent: usize, list: List) {
        let texts = texts.iter().map(|text| if self.markdown { text.source.as_str() } else { text.plain.as_str() });
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

    fn comments(&mut self, comments: &[String], indent: usize) {
        for comment in comments {
            self.out += &yaml::comment(&format!("not placed: {comment}"), indent);
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum List {
    Never,
    Many,
    Always,
}

impl Row {
    /// Whether the outcome is what a spec takes for granted.
    fn is_usual(&self, outcome: &str) -> bool {
        let from_400 = |status: &String| status.as_bytes()[0] >= b'4';
        match (self.statuses.is_empty(), self.code.is_some()) {
            (true, _) => false,
            (_, _) if self.statuses.iter().all(from_400) => outcome == "error",
            (_, has_code) => outcome == "ok" && !has_code && !self.statuses.iter().any(from_400),
        }
    }
}

/// A code that is text: quoted where YAML would take it for a number.
fn quoted_code(code: &str) -> String {
    yaml::line(&visible(code))
}

/// A line without the characters that none may have, its white space as single blanks.
fn visible(text: &str) -> String {
    let shown = |c: &char| c.is_whitespace() || !is_unprintable(*c);
    let text: String = text.chars().filter(shown).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Controls, and marks that turn the text around them.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn unique<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = std::collections::HashSet::new();
    texts.filter(|text| seen.insert(*text)).collect()
}
