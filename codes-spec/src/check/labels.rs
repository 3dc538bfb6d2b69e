//! Groups and tags: those that rows name are declared, those that are declared are used.

use std::borrow::Cow;

use super::Entry;
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::mapping::Pairs;
use crate::nearest::nearest;
use crate::quick_map::QuickMap;
use crate::span::Spanned;

/// The positions of groups and tags.
pub(super) struct Labels<'a> {
    pub(super) groups: QuickMap<Cow<'a, str>, usize>,
    pub(super) tags: QuickMap<Cow<'a, str>, usize>,
}

pub(super) fn check<'a>(
    entries: &mut [Entry<'a>],
    groups: &mut Uses<'_, 'a>,
    tags: &mut Uses<'_, 'a>,
    report: &mut Report,
) {
    groups.unsure = entries.is_empty() || entries.iter().any(|entry| entry.draft.group.is_broken());
    tags.unsure = entries.is_empty() || entries.iter().any(|entry| entry.draft.tags.is_broken());
    for entry in entries {
        let missing_group = entry
            .draft
            .group
            .get()
            .and_then(|name| groups.check(name, |name| rules::unknown_group(name), report));
        let named = entry.draft.tags.items().iter();
        let missing_tags: Vec<_> = named
            .filter_map(|name| tags.check(name, |name| rules::unknown_tag(name), report))
            .collect();
        for mistake in missing_group.into_iter().chain(missing_tags) {
            entry.refuse(mistake, report);
        }
    }
    groups.warn(|name| rules::unused_group(name), report);
    tags.warn(|name| rules::unused_tag(name), report);
}

/// Declared names, and whether a row used each.
pub(super) struct Uses<'d, 'a> {
    names: Vec<&'d Spanned<Cow<'a, str>>>,
    pub(super) positions: QuickMap<Cow<'a, str>, usize>,
    used: Vec<bool>,
    whole: bool,
    /// A row may have meant any of them.
    unsure: bool,
}

impl<'d, 'a> Uses<'d, 'a> {
    pub(super) fn of<V>(declared: &'d Field<Pairs<'a, V>>) -> Self {
        match declared {
            Field::Absent => Uses::new(Vec::new(), true),
            Field::Broken => Uses::new(Vec::new(), false),
            Field::Is(pairs) => Uses::new(
                pairs.list.iter().map(|(name, _)| name).collect(),
                pairs.whole,
            ),
        }
    }

    fn new(names: Vec<&'d Spanned<Cow<'a, str>>>, whole: bool) -> Self {
        Uses {
            positions: names
                .iter()
                .enumerate()
                .map(|(i, name)| (name.value.clone(), i))
                .collect(),
            used: vec![false; names.len()],
            unsure: false,
            names,
            whole,
        }
    }

    /// Counts a use, or makes a mistake of it, unless the name may be among those with a mistake of their own.
    fn check(
        &mut self,
        name: &Spanned<Cow<'a, str>>,
        unknown: fn(&str) -> Mistake,
        report: &mut Report,
    ) -> Option<Mistake> {
        match self.positions.get(&name.value) {
            Some(&i) => self.used[i] = true,
            None if !self.whole => {}
            None => {
                let names = self.names.iter().map(|name| name.value.as_ref());
                let near = report
                    .may_propose()
                    .then(|| nearest(&name.value, names))
                    .flatten();
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

    fn warn(&self, unused: fn(&str) -> Mistake, report: &mut Report) {
        for (name, _) in self
            .names
            .iter()
            .zip(&self.used)
            .filter(|(_, used)| !**used && !self.unsure)
        {
            report.push(unused(&name.value).at(name.span));
        }
    }
}
