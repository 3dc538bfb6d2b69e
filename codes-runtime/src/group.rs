//! A table's sections.

/// A section of a table.
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
    #[doc(hidden)]
    pub const fn new(
        id: &'static str,
        title: Option<&'static str>,
        about: Option<&'static str>,
    ) -> Self {
        Group { id, title, about }
    }

    /// As the spec's rows name it.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Its heading.
    pub const fn title(&self) -> Option<&'static str> {
        self.title
    }

    /// Text under the heading.
    pub const fn about(&self) -> Option<&'static str> {
        self.about
    }
}
