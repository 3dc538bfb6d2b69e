//! A spec as it is drafted from a page, and what could not be placed in it.

use codes_spec::{Kind, Outcome, Retry};

use super::facts::Facts;
use super::page::Text;

#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) title: Option<String>,
    pub(crate) facts: Facts,
    pub(crate) about: Vec<Text>,
    pub(crate) notes: Vec<Text>,
    pub(crate) groups: Vec<Group>,
    pub(crate) rows: Vec<Row>,
    /// What stands above the rows, and what stands below them, that has no place in a spec.
    pub(crate) above: Vec<String>,
    pub(crate) below: Vec<String>,
    /// How many rows the page has, whether or not they could be written.
    pub(crate) found: usize,
}

#[derive(Debug, Default)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) about: Vec<Text>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// What stands above the row and has no place in it.
    pub(crate) comments: Vec<String>,
    pub(crate) statuses: Vec<String>,
    pub(crate) code: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) title: Option<Text>,
    pub(crate) description: Vec<Text>,
    pub(crate) when: Vec<Text>,
    pub(crate) action: Vec<Text>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) retry: Option<Retry>,
    pub(crate) group: Option<usize>,
    /// What a label says of the group, in place of the headings: its id, or nothing.
    pub(crate) group_said: Option<String>,
    pub(crate) fields: Vec<(String, Text)>,
    pub(crate) examples: Vec<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) messages: Vec<String>,
    pub(crate) kind: Option<Kind>,
    pub(crate) tags: Vec<String>,
    pub(crate) url: Option<String>,
    pub(crate) deprecated: Option<Deprecated>,
    pub(crate) former_names: Vec<String>,
    /// What the heading over the labels says, where they say nothing else.
    pub(crate) heading: Heading,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Heading {
    pub(crate) statuses: Vec<String>,
    pub(crate) title: Option<Text>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Deprecated {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
}

impl Draft {
    /// How many things could not be placed.
    pub(crate) fn doubts(&self) -> usize {
        let in_rows: usize = self.rows.iter().map(|row| row.comments.len()).sum();
        self.above.len() + self.below.len() + in_rows
    }

    /// The texts that are Markdown where the spec says that its texts are.
    fn prose(&self) -> impl Iterator<Item = &Text> {
        let rows = self
            .rows
            .iter()
            .flat_map(|row| row.description.iter().chain(&row.when).chain(&row.action));
        let tags = self.facts.tags.iter().map(|(_, meaning)| meaning);
        self.about
            .iter()
            .chain(&self.notes)
            .chain(tags)
            .chain(self.groups.iter().flat_map(|group| &group.about))
            .chain(rows)
    }

    /// Whether a text has marks.
    pub(crate) fn is_markdown(&self) -> bool {
        self.prose().any(|text| text.marked)
    }

    /// Gives rows the groups that labels name.
    pub(crate) fn settle_groups(&mut self) {
        for row in &mut self.rows {
            let Some(said) = row.group_said.take() else {
                continue;
            };
            let by =
                |is: fn(&Group) -> &str| self.groups.iter().position(|group| is(group) == said);
            match by(|group| &group.id).or_else(|| by(|group| &group.title)) {
                _ if said.is_empty() => row.group = None,
                None => row.field("Group", Text::plain(&said)),
                named => row.group = named,
            }
        }
    }

    /// Takes rows out that say what another says: they become comments.
    pub(crate) fn drop_repeated(&mut self) {
        let mut seen = std::collections::HashSet::new();
        let mut comments = Vec::new();
        let rows = std::mem::take(&mut self.rows);
        for mut row in rows {
            let texts = |texts: &[Text]| {
                texts
                    .iter()
                    .map(|text| text.plain.clone())
                    .collect::<Vec<_>>()
            };
            let title = row.title.as_ref().map(|title| title.plain.clone());
            if !seen.insert((
                row.statuses.clone(),
                row.code.clone(),
                title,
                texts(&row.description),
            )) {
                comments.append(&mut row.comments);
                comments.push(format!("repeated on the page: {}", row.line()));
                continue;
            }
            row.comments.splice(0..0, comments.drain(..));
            self.rows.push(row);
        }
        self.below.splice(0..0, comments);
    }

    /// Gives the rows of one group to a draft of their own, where a page's tables become a file each.
    pub(crate) fn split(self) -> Vec<(String, Draft)> {
        let Draft {
            title,
            facts,
            about,
            notes,
            groups,
            rows,
            above,
            below,
            ..
        } = self;
        let mut drafts: Vec<(String, Draft)> = Vec::new();
        let ungrouped = rows.iter().any(|row| row.group.is_none()).then(|| Group {
            id: "codes".to_owned(),
            title: title.unwrap_or_default(),
            about: Vec::new(),
        });
        let first = ungrouped.map(|group| (None, group)).into_iter();
        for (i, group) in first.chain(
            groups
                .into_iter()
                .enumerate()
                .map(|(i, group)| (Some(i), group)),
        ) {
            let rows: Vec<Row> = rows.iter().filter(|row| row.group == i).cloned().collect();
            let rows: Vec<Row> = rows
                .into_iter()
                .map(|row| Row { group: None, ..row })
                .collect();
            let title = Some(group.title).filter(|title| !title.is_empty());
            let found = rows.len();
            drafts.push((
                group.id,
                Draft {
                    title,
                    facts: facts.clone(),
                    about: group.about,
                    rows,
                    found,
                    ..Draft::default()
                },
            ));
        }
        // what belongs to the whole page stands in the first
        if let Some((_, first)) = drafts.first_mut() {
            first.about.splice(0..0, about);
            first.notes = notes;
            first.above = above;
        }
        if let Some((_, last)) = drafts.last_mut() {
            last.below = below;
        }
        drafts
    }
}

impl Row {
    /// All that the row says, for a comment.
    pub(crate) fn line(&self) -> String {
        let texts = self
            .title
            .iter()
            .chain(&self.description)
            .chain(&self.when)
            .chain(&self.action);
        let fields = self
            .fields
            .iter()
            .map(|(name, text)| format!("{name}: {}", text.plain));
        let facts = [
            self.statuses.join(", "),
            self.code.clone().unwrap_or_default(),
        ];
        let parts = facts
            .into_iter()
            .chain(texts.map(|text| text.plain.clone()))
            .chain(fields);
        parts
            .chain(self.examples.iter().cloned())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" | ")
    }
}
