//! Changes to keys that do not affect how replies are matched, such as titles and descriptions.

use codes_spec::{Prose, Table};

use crate::messages::diff as why;

use super::change::{Changes, DISPLAYED_TEXT, DOCUMENTATION, Grade, Level, RowOf};

/// Compares the texts of a row.
pub(super) fn compare(old: RowOf<'_, '_>, new: RowOf<'_, '_>, changes: &mut Changes<'_>) {
    let title = |of: RowOf<'_, '_>| of.row.title.as_ref().map(ToString::to_string);
    changes.value("title", title(old), title(new), DISPLAYED_TEXT);
    let mut prose = |key, [was, is]: [&[Prose<'_>]; 2], grade| {
        self::prose(changes, key, (old.table, was), (new.table, is), grade);
    };
    let (was, is) = (old.row, new.row);
    prose(
        "description",
        [was.description.as_slice(), is.description.as_slice()],
        DISPLAYED_TEXT,
    );
    prose("when", [&was.when, &is.when], DOCUMENTATION);
    prose(
        "action",
        [was.action.as_slice(), is.action.as_slice()],
        DOCUMENTATION,
    );
    let group = |of: RowOf<'_, '_>| {
        of.row
            .group
            .map(|group| of.table.groups[group].id.to_string())
    };
    changes.value("group", group(old), group(new), DOCUMENTATION);
    let url = |of: RowOf<'_, '_>| of.row.url.as_ref().map(|url| url.as_str().to_owned());
    changes.value("url", url(old), url(new), DOCUMENTATION);
    let fields = |of: RowOf<'_, '_>| -> Vec<_> {
        of.row
            .fields
            .iter()
            .map(|(name, text)| format!("{name}: {text}"))
            .collect()
    };
    let grade = (Level::Patch, why::FIELD);
    changes.items("fields", &fields(old), &fields(new), grade, grade);
    changes.value(
        "examples",
        lines(strings(&old.row.examples)),
        lines(strings(&new.row.examples)),
        DOCUMENTATION,
    );
}

/// Compares lists of texts in the form that users see. Links that change with `base_url`
/// are not reported, because the change to `base_url` itself is reported.
pub(super) fn prose(
    changes: &mut Changes<'_>,
    key: &'static str,
    old: Texts<'_, '_>,
    new: Texts<'_, '_>,
    grade: Grade,
) {
    let text = |(_, texts): Texts<'_, '_>| lines(texts.iter().map(|prose| prose.text.to_string()));
    let plain = |(_, texts): Texts<'_, '_>| {
        texts
            .iter()
            .map(|prose| prose.plain().to_owned())
            .collect::<Vec<_>>()
    };
    let docs = |(table, texts): Texts<'_, '_>| {
        texts
            .iter()
            .map(|prose| table.doc(prose))
            .collect::<Vec<_>>()
    };
    let displayed_alike = plain(old) == plain(new);
    if text(old) != text(new) && !(displayed_alike && docs(old) == docs(new)) {
        changes.value(
            key,
            text(old),
            text(new),
            if displayed_alike {
                DOCUMENTATION
            } else {
                grade
            },
        );
    }
}

/// Texts, and the table that they belong to.
type Texts<'t, 'a> = (&'t Table<'a>, &'t [Prose<'a>]);

pub(super) fn strings(texts: &[impl ToString]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

/// Joins a list whose order matters into one string.
fn lines(texts: impl IntoIterator<Item = String>) -> Option<String> {
    let texts: Vec<_> = texts.into_iter().collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}
