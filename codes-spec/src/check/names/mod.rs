//! Checks names: each row has one, and it is not the name or former name of another row.

mod codes;
mod derive;
mod duplicates;
mod former;

use self::derive::{DerivedName, derive};
pub(super) use self::duplicates::FirstByName;
use crate::check::entry::RowEntry;
use crate::check::labels::Declared;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::table::key_size::check_name;
use crate::table::name::{camel_case, is_camel_case, is_keyword};

pub(super) fn check<'a>(
    entries: &mut [RowEntry<'a>],
    http: bool,
    tags: &Declared<'_, '_>,
    report: &mut Report,
) -> FirstByName<'a> {
    for entry in entries.iter_mut().filter(|entry| !entry.repeated) {
        warn_of_case(entry, report);
        let mistake = match derive(entry, http) {
            DerivedName::Name(name) if is_keyword(&name.value) => {
                let proposed = format!("Code{}", name.value);
                let mistake = rules::keyword(&name.value, phrases::add_name(&proposed));
                mistake.at(name.span).propose_name(proposed)
            }
            DerivedName::Name(name) if matches!(name.value.as_ref(), "ALL" | "TABLE") => {
                let meant = camel_case(&name.value).map(|meant| format!("`{meant}`"));
                rules::name_is_item(&name.value).at(name.span).meant(meant)
            }
            DerivedName::Name(name) => {
                let Err(mistake) = check_name(&name.value, phrases::ADD_SHORTER_NAME) else {
                    entry.name = Some(name);
                    continue;
                };
                mistake.at(name.span)
            }
            DerivedName::None(source, span) => rules::no_name(source).at(span),
            DerivedName::Unknown => continue,
        };
        entry.refuse(mistake, report);
    }
    let first_by_name = duplicates::check(entries, report);
    former::check(entries, &first_by_name, tags, report);
    codes::check(entries, report);
    first_by_name
}

/// Warns about an explicit name that is not in `UpperCamelCase`. Derived names always are.
fn warn_of_case(entry: &RowEntry<'_>, report: &mut Report) {
    if let Some(name) = entry.draft.name.get()
        && let text = &name.value.0
        && !is_camel_case(text)
    {
        let meant = camel_case(text).unwrap_or_else(|| phrases::A_NAME.to_owned());
        report.push(rules::name_case(text, meant).at(name.span));
    }
}
