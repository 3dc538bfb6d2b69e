//! Less common getters of a row.

use codes_core::lists::{RowIntegers, RowTexts};

use crate::cursor::{non_empty, pairs};
use crate::group::Group;
use crate::row::view::Row;

impl Row {
    /// Returns the vendor's recommended action, as plain text.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(FeaturesCode::NotHere.row().action(), Some("Look elsewhere."));
    /// ```
    pub fn action(self) -> Option<&'static str> {
        self.texts(RowTexts::Action).next()
    }

    /// Returns the URL of the vendor's page about the row.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(FeaturesCode::NotHere.row().url(), Some("https://example.com/docs#404"));
    /// ```
    pub fn url(self) -> Option<&'static str> {
        self.texts(RowTexts::Url).next()
    }

    /// Returns additional codes with the same meaning, formatted as the table formats codes.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(FeaturesCode::NotHere.row().aliases().eq(["0x0402", "0x0500-0x05FF"]));
    /// ```
    pub fn aliases(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::Aliases)
    }

    /// Returns the message patterns that identify the row; `*` matches any text.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(FeaturesCode::NotHere.row().messages().eq(["* is gone", "gone: *"]));
    /// ```
    pub fn messages(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::Messages)
    }

    /// Returns the situations in which the row occurs, as plain text.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// let when = ["The item was deleted.", "The item was moved."];
    /// assert!(FeaturesCode::NotHere.row().when().eq(when));
    /// ```
    pub fn when(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::When)
    }

    /// Returns the names and values of the vendor's additional columns.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// let fields = FeaturesCode::NotHere.row().fields();
    /// assert!(fields.eq([("Result", "Nothing"), ("Severity", "low")]));
    /// ```
    pub fn fields(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        pairs(self.texts(RowTexts::Fields))
    }

    /// Returns the value of one of the vendor's additional columns.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert_eq!(FeaturesCode::NotHere.row().field("Severity"), Some("low"));
    /// ```
    pub fn field(self, name: &str) -> Option<&'static str> {
        self.fields()
            .find(|(field, _)| *field == name)
            .map(|(_, text)| text)
    }

    /// Returns sample bodies or messages.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(FeaturesCode::NotHere.row().examples().eq([r#"{"code": 1025}"#]));
    /// ```
    pub fn examples(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::Examples)
    }

    /// Returns the group that the row belongs to.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// let group = FeaturesCode::NotHere.row().group().unwrap();
    /// assert_eq!(group.title(), Some("1 — First"));
    /// ```
    pub fn group(self) -> Option<Group> {
        let position = self.integers(RowIntegers::Group).next()?;
        self.table.groups().nth(usize::try_from(position).ok()?)
    }

    /// Returns the names of the row's tags.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(FeaturesCode::NotHere.row().tags().eq(["rare", "billing"]));
    /// ```
    pub fn tags(self) -> impl Iterator<Item = &'static str> {
        let table = self.table;
        self.integers(RowIntegers::Tags).filter_map(move |tag| {
            table
                .tags()
                .nth(usize::try_from(tag).ok()?)
                .map(|(tag, _)| tag)
        })
    }

    /// Returns whether the row has a tag.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(FeaturesCode::NotHere.row().has_tag("billing"));
    /// ```
    pub fn has_tag(self, tag: &str) -> bool {
        self.tags().any(|own| own == tag)
    }

    /// Returns whether the row has the tag with this number.
    #[doc(hidden)]
    pub fn has_tag_number(self, tag: u16) -> bool {
        self.integers(RowIntegers::Tags)
            .any(|own| own == i64::from(tag))
    }

    /// Returns details on the row's deprecation, or `None` if it is not deprecated.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// let deprecated = FeaturesCode::TooMany.row().deprecated().unwrap();
    /// assert_eq!(deprecated.since, Some("2.1"));
    /// ```
    pub fn deprecated(self) -> Option<Deprecated> {
        let mut texts = self.texts(RowTexts::Deprecated);
        Some(Deprecated {
            since: non_empty(texts.next()?),
            note: non_empty(texts.next()?),
        })
    }

    /// Returns the former names of the variant, which lookups still accept.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum FeaturesCode = "../tests/specs/features.yaml"; }
    /// use codes_runtime::Code;
    ///
    /// assert!(FeaturesCode::NotHere.row().former_names().eq(["NotThere", "Missing"]));
    /// ```
    pub fn former_names(self) -> impl Iterator<Item = &'static str> + Clone {
        self.texts(RowTexts::FormerNames)
    }
}

/// Deprecation details of a row, returned by [`Row::deprecated`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated {
    /// The version or the date of the deprecation.
    pub since: Option<&'static str>,
    /// The replacement, or another note.
    pub note: Option<&'static str>,
}
