//! Rows that the source and the spec both have.

use codes_spec::{Code, Row, Status};

use super::session::Session;
use super::style::code_yaml;
use crate::edit::Entry;
use crate::import::drift::ComparedRow;
use crate::import::model::row::Deprecation;
use crate::messages::update::{GONE, Note};
use crate::row_names;
use crate::yaml::double_quoted;

/// Keys that are not simply added to rows that lack them: names, and keys that have rules of their own.
const NOT_FILLED: [&str; 7] = [
    "status",
    "code",
    "aliases",
    "name",
    "title",
    "deprecated",
    "former_names",
];

impl Session<'_, '_> {
    /// Updates a row, and returns how many of its texts differ from the source and are not listed.
    pub(super) fn changed(
        &mut self,
        at: usize,
        row: usize,
        page: &ComparedRow,
        spec: &ComparedRow,
        list_texts: bool,
    ) -> usize {
        let draft_row = self.fitting(at);
        let has_group = self.editor.has_key(row, "group");
        let group = (!has_group).then(|| self.group_of(at)).flatten();
        let entries = self.style.entries(&draft_row, group.as_deref());
        self.identity(row, &entries, page, spec);
        self.aliases(row, &draft_row.aliases);
        self.deprecation(row, draft_row.deprecated.as_ref());
        let spec_row = &self.table.rows[row];
        for (key, lines) in entries.iter().filter(|(key, _)| !NOT_FILLED.contains(key)) {
            if self.editor.has_key(row, key) {
                continue;
            }
            // the row already has this outcome by default
            if *key == "outcome" && draft_row.outcome == Some(spec_row.outcome) {
                continue;
            }
            let done = self.editor.set(row, &Entry::lines(key, lines));
            let new = lines
                .trim_end()
                .split_once(':')
                .map_or("", |(_, value)| value.trim());
            self.note(row, key, done, new);
        }
        self.differences(row, page, spec, list_texts)
    }

    /// Updates status, code and title to those of the source. The row keeps its name.
    fn identity(
        &mut self,
        row: usize,
        entries: &[(&'static str, String)],
        page: &ComparedRow,
        spec: &ComparedRow,
    ) {
        let spec_row = &self.table.rows[row];
        let has_new_code = page.code != spec.code && !self.is_own_alias(spec_row, &page.code);
        let differs = [
            ("status", &page.status, page.status != spec.status),
            ("code", &page.code, has_new_code),
            ("title", &page.title, page.title != spec.title),
        ];
        let mut identity = String::new();
        let mut is_renamed = false;
        for (key, new, differs) in differs {
            let lines = entries.iter().find(|(own, _)| *own == key);
            let Some((_, lines)) = lines.filter(|_| differs && !new.is_empty()) else {
                identity += &current(self, spec_row, key);
                continue;
            };
            let entry = match key {
                "status" => Entry::inline("status", lines["status:".len()..].trim()),
                "code" if self.style.has_integers() => Entry::lines(key, lines),
                _ => Entry::text(key, new),
            };
            let done = self.editor.set(row, &entry);
            let is_done = done.is_ok();
            self.note(row, key, done, new);
            if is_done {
                identity += lines;
                is_renamed |=
                    key != "status" || spec_row.code.is_none() && spec_row.title.is_none();
            }
            if key == "code" && is_done {
                self.keep_code(row);
            }
        }
        if is_renamed {
            self.keep_name(row, identity);
        }
    }

    /// Turns the old code of a row into an alias.
    fn keep_code(&mut self, row: usize) {
        if let Some(old) = &self.table.rows[row].code {
            let kept = self
                .editor
                .append(row, "aliases", &[code_yaml(old, self.table)]);
            self.note(row, "aliases", kept, &old.show(self.table.code_format));
        }
    }

    /// Adds the old name of a row as its `name`, unless the same name is derived from the new keys.
    fn keep_name(&mut self, row: usize, mut identity: String) {
        let spec_row = &self.table.rows[row];
        identity += &detail(spec_row);
        let derived = row_names::derived(&identity, &self.style.head());
        if derived != Some((spec_row.name.to_string(), true)) && !self.editor.has_key(row, "name") {
            let done = self.editor.set(row, &Entry::inline("name", &spec_row.name));
            self.note(row, "name", done, &spec_row.name);
        }
    }

    fn is_own_alias(&self, row: &Row<'_>, code: &str) -> bool {
        let mut aliases = row.aliases.iter();
        aliases.any(|alias| alias.show(self.table.code_format) == code)
    }

    fn aliases(&mut self, row: usize, aliases: &[String]) {
        let spec_row = &self.table.rows[row];
        let is_known = |alias: &str| {
            let mut codes = spec_row.aliases.iter().chain(&spec_row.code);
            codes
                .any(|code| code.show(self.table.code_format) == *alias || *code.source() == *alias)
        };
        for alias in aliases.iter().filter(|alias| !is_known(alias)) {
            let yaml = if matches!(spec_row.code, Some(Code::Int(_))) {
                alias.clone()
            } else {
                double_quoted(alias)
            };
            let done = self.editor.append(row, "aliases", &[yaml]);
            self.note(row, "aliases", done, alias);
        }
    }

    /// Adds the deprecation that the source states. Removes the deprecation that an earlier update added, if the source
    /// has the row again.
    fn deprecation(&mut self, row: usize, source: Option<&Deprecation>) {
        let spec_row = &self.table.rows[row];
        match (source, &spec_row.deprecated) {
            (Some(source), None) => {
                let parts = [("since", &source.since), ("note", &source.note)];
                let parts = parts
                    .map(|(key, text)| Some(format!("{key}: {}", double_quoted(text.as_ref()?))));
                let parts: Vec<_> = parts.into_iter().flatten().collect();
                let value = if parts.is_empty() {
                    "true".to_owned()
                } else {
                    format!("{{{}}}", parts.join(", "))
                };
                let done = self.editor.set(row, &Entry::inline("deprecated", &value));
                self.note(row, "deprecated", done, &value);
            }
            (None, Some(own)) if own.note.as_deref() == Some(GONE) => {
                match self.editor.remove_key(row, "deprecated") {
                    Ok(()) => {
                        self.touched.insert(row);
                        self.notes.push(Note::Listed {
                            row: self.label(spec_row),
                        });
                    }
                    Err(reason) => self.note(row, "deprecated", Err(reason), ""),
                }
            }
            _ => {}
        }
    }

    /// Reports differences that a person has to decide about. Returns the number of differing texts that are left out.
    fn differences(
        &mut self,
        row: usize,
        page: &ComparedRow,
        spec: &ComparedRow,
        list_texts: bool,
    ) -> usize {
        let mut differences = Vec::new();
        let mut texts = 0;
        for ((key, old), (_, new)) in spec.texts.iter().zip(&page.texts) {
            if !old.is_empty() && !new.is_empty() && old != new {
                texts += 1;
                differences.extend(list_texts.then(|| (*key, new.clone())));
            }
        }
        for (fact, _, new) in page.new_facts(spec) {
            if !self.editor.has_key(row, fact.key) {
                continue;
            }
            texts += usize::from(fact.is_text);
            differences.extend((list_texts || !fact.is_text).then_some((fact.key, new)));
        }
        if let (Some(new), true) = (page.outcome, self.editor.has_key(row, "outcome"))
            && Some(new) != spec.outcome
        {
            differences.push(("outcome", new.to_owned()));
        }
        if !page.group.is_empty() && !spec.group.is_empty() && page.group != spec.group {
            differences.push(("group", page.group.clone()));
        }
        for (key, new) in differences {
            self.notes.push(Note::Differs {
                line: self.editor.line_of(row),
                row: self.label(&self.table.rows[row]),
                key,
                new,
            });
        }
        if list_texts { 0 } else { texts }
    }
}

/// Returns an unchanged key of a row as YAML, from which the row's name is derived.
fn current(session: &Session<'_, '_>, row: &Row<'_>, key: &str) -> String {
    match key {
        "status" if !row.statuses.is_empty() => {
            let statuses: Vec<_> = row.statuses.iter().map(Status::as_str).collect();
            format!("status: [{}]\n", statuses.join(", "))
        }
        "code" => row.code.as_ref().map_or(String::new(), |code| {
            format!("code: {}\n", code_yaml(code, session.table))
        }),
        "title" => row.title.as_ref().map_or(String::new(), |title| {
            format!("title: {}\n", double_quoted(title))
        }),
        _ => String::new(),
    }
}

fn detail(row: &Row<'_>) -> String {
    row.detail
        .as_ref()
        .map_or(String::new(), |detail| match detail {
            Code::Int(int) => format!("detail: {int}\n"),
            text => format!("detail: {}\n", double_quoted(&text.source())),
        })
}
