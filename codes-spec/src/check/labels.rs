//! Checks groups and tags: rows use only declared ones, and every declared one is used.

use std::borrow::Cow;
use std::collections::HashMap;

use super::entry::RowEntry;
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::keys::GroupDraft;
use crate::format::mapping::Pairs;
use crate::format::record::Drafted;
use crate::lookalike::comma;
use crate::nearest::nearest;
use crate::span::Spanned;

/// The positions of groups and tags.
pub(super) struct Labels<'a> {
    pub(super) groups: HashMap<Cow<'a, str>, usize>,
    pub(super) tags: HashMap<Cow<'a, str>, usize>,
}

pub(super) fn check<'a>(
    entries: &mut [RowEntry<'a>],
    groups: &mut Declared<'_, 'a>,
    tags: &mut Declared<'_, 'a>,
    report: &mut Report,
) {
    groups.maybe_used =
        entries.is_empty() || entries.iter().any(|entry| entry.draft.group.is_broken());
    tags.maybe_used =
        entries.is_empty() || entries.iter().any(|entry| entry.draft.tags.is_broken());
    for entry in entries {
        let missing_group = entry
            .draft
            .group
            .get()
            .and_then(|name| groups.use_name(name, |name| rules::unknown_group(name), report));
        let named = entry.draft.tags.items().iter();
        let missing_tags: Vec<_> = named
            .filter_map(|name| tags.use_name(name, |name| rules::unknown_tag(name), report))
            .collect();
        for mistake in missing_group.into_iter().chain(missing_tags) {
            entry.refuse(mistake, report);
        }
    }
    groups.warn_of_unused(|name| rules::unused_group(name), report);
    tags.warn_of_unused(|name| rules::unused_tag(name), report);
}

/// The declared groups or tags, and whether a row uses each.
pub(super) struct Declared<'d, 'a> {
    names: Vec<&'d Spanned<Cow<'a, str>>>,
    /// Group names by title, because rows may use the title by mistake.
    by_title: HashMap<&'d str, &'d str>,
    pub(super) positions: HashMap<Cow<'a, str>, usize>,
    used: Vec<bool>,
    /// Whether every name is known, because the declarations have no mistake.
    complete: bool,
    /// Whether names that seem unused may be used: there are no rows, or a row's `group` or `tags` has a mistake.
    maybe_used: bool,
}

impl<'d, 'a> Declared<'d, 'a> {
    pub(super) fn of<V>(declared: &'d Field<Pairs<'a, V>>) -> Self {
        match declared {
            Field::Absent => Declared::new(Vec::new(), true),
            Field::Broken => Declared::new(Vec::new(), false),
            Field::Is(pairs) => Declared::new(
                pairs.list.iter().map(|(name, _)| name).collect(),
                pairs.whole,
            ),
        }
    }

    /// Like [`Declared::of`], and also records the titles of groups.
    pub(super) fn of_groups(declared: &'d Field<Pairs<'a, Drafted<GroupDraft<'a>>>>) -> Self {
        let groups = declared.get().map_or(&[][..], |pairs| &pairs.list);
        let title = |group: &'d GroupDraft<'a>| Some(group.title.get()?.value.as_ref());
        let titled = groups
            .iter()
            .filter_map(|(id, group)| Some((title(&group.draft)?, id.value.as_ref())));
        Declared {
            by_title: titled.collect(),
            ..Declared::of(declared)
        }
    }

    fn new(names: Vec<&'d Spanned<Cow<'a, str>>>, complete: bool) -> Self {
        Declared {
            positions: names
                .iter()
                .enumerate()
                .map(|(i, name)| (name.value.clone(), i))
                .collect(),
            used: vec![false; names.len()],
            maybe_used: false,
            by_title: HashMap::new(),
            names,
            complete,
        }
    }

    /// Marks a name as used, or returns a mistake if it is not declared.
    fn use_name(
        &mut self,
        name: &Spanned<Cow<'a, str>>,
        unknown: fn(&str) -> Mistake,
        report: &mut Report,
    ) -> Option<Mistake> {
        match self.positions.get(&name.value) {
            Some(&i) => self.used[i] = true,
            None if !self.complete => {}
            None => {
                if let Some((_, comma)) = comma(&name.value) {
                    // the names on both sides of the comma are probably used
                    self.maybe_used = true;
                    let mistake = rules::lookalike(phrases::character(comma), ',');
                    return Some(mistake.at(name.span));
                }
                let names = self.names.iter().map(|name| name.value.as_ref());
                let titled = self.by_title.get(name.value.as_ref()).copied();
                let near = || report.may_propose().then(|| nearest(&name.value, names));
                let near = titled.or_else(|| near().flatten());
                if let Some(&i) = near.and_then(|near| self.positions.get(near)) {
                    self.used[i] = true;
                }
                return Some(
                    unknown(&name.value)
                        .at(name.span)
                        .meant(near.map(|near| format!("`{near}`"))),
                );
            }
        }
        None
    }

    fn warn_of_unused(&self, unused: fn(&str) -> Mistake, report: &mut Report) {
        for (name, _) in self
            .names
            .iter()
            .zip(&self.used)
            .filter(|(_, used)| !**used && !self.maybe_used)
        {
            report.push(unused(&name.value).at(name.span));
        }
    }
}
