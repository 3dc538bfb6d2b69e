//! The sections of a table.

use codes_core::lists::GROUP_TEXTS;

use crate::cursor::{Texts, non_empty};

/// A group of rows: a section of the vendor's table.
///
/// # Examples
///
/// ```
/// # codes_runtime::codes! { enum ReferenceCode = "../specs/reference.yaml"; }
/// use codes_runtime::CodeTable;
///
/// for group in ReferenceCode::TABLE.groups() {
///     println!("{}", group.title().unwrap_or(group.id()));
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    id: &'static str,
    title: Option<&'static str>,
    about: Option<&'static str>,
}

impl Group {
    /// Returns the name by which the spec's rows refer to the group.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(FeaturesCode::TABLE.groups().next().unwrap().id(), "first");
    /// ```
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Returns the heading.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// assert_eq!(FeaturesCode::TABLE.groups().next().unwrap().title(), Some("1 — First"));
    /// ```
    pub const fn title(&self) -> Option<&'static str> {
        self.title
    }

    /// Returns the text under the heading.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// let group = FeaturesCode::TABLE.groups().next().unwrap();
    /// assert_eq!(group.about(), Some("The rows that come first."));
    /// ```
    pub const fn about(&self) -> Option<&'static str> {
        self.about
    }
}

/// Reads groups from their texts.
#[derive(Clone)]
pub(crate) struct Groups(pub(crate) Texts);

impl Iterator for Groups {
    type Item = Group;

    fn next(&mut self) -> Option<Group> {
        Some(Group {
            id: self.0.next()?,
            title: non_empty(self.0.next()?),
            about: non_empty(self.0.next()?),
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.0.len() / GROUP_TEXTS;
        (len, Some(len))
    }
}

impl ExactSizeIterator for Groups {}
