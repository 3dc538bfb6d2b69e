//! The lists at the end of the details of a row or a table, by position.
//!
//! A number with one bit per list says which lists are present. The length and the items of each
//! present list follow. Lists of integers come before lists of texts.

/// Declares an enum whose values are positions.
macro_rules! positions {
    ($(#[$meta:meta])* $Lists:ident: $($(#[$variant_meta:meta])* $Variant:ident,)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Lists {
            $($(#[$variant_meta])* $Variant,)*
        }

        impl $Lists {
            /// All lists, in encoded order.
            pub const ALL: [Self; Self::COUNT] = [$($Lists::$Variant),*];

            /// The number of lists.
            pub const COUNT: usize = [$($Lists::$Variant as usize),*].len();
        }
    };
}

positions! {
    /// The lists of integers of a row.
    RowIntegers:
    /// The first and last status of each item of `status`, unless the record's status is the only one.
    Statuses,
    /// The number of the row's group.
    Group,
    /// The numbers of the row's tags.
    Tags,
    /// The first and last code of each integer alias; of text aliases, the positions of those that are classes.
    Aliases,
}

positions! {
    /// The lists of texts of a row.
    RowTexts:
    /// What to do (one text).
    Action,
    /// The address of the page about the row (one text).
    Url,
    /// Aliases as the table displays them.
    Aliases,
    /// Patterns of messages.
    Messages,
    /// When to expect the row.
    When,
    /// The name and the text of each item of `fields`.
    Fields,
    /// Sample bodies or messages.
    Examples,
    /// `since` and `note` of a deprecated row; each is empty if not given.
    Deprecated,
    /// Former names of the variant.
    FormerNames,
    /// The row's detail; the table's flags say whether it is an integer.
    Detail,
    /// The pieces of the patterns of messages: each text with the gap after it, which is a name, `*`, or empty at
    /// the end of a pattern.
    Patterns,
}

positions! {
    /// The lists of integers of a table.
    TableIntegers:
    /// The first and last status of each range whose bodies are read.
    BodyStatuses,
}

positions! {
    /// The lists of texts of a table.
    TableTexts:
    /// The table's title (one text).
    Title,
    /// The table's source (one text).
    Source,
    /// The date when the table was last compared with its source (one text).
    Retrieved,
    /// The protocol (one text), absent for HTTP.
    Protocol,
    /// The text before the table (one text).
    About,
    /// Texts about the whole table.
    Notes,
    /// The name and the meaning of each tag.
    Tags,
    /// Pointers to the code.
    CodePointers,
    /// Pointers to the message.
    MessagePointers,
    /// The id, title and text of each group, [`GROUP_TEXTS`] in all; empty if not given.
    Groups,
    /// Pointers to the detail.
    DetailPointers,
    /// Pointers to the delay in seconds.
    DelayPointers,
    /// The pointer to the array of errors, at most once.
    Errors,
    /// The pointer to the value that says whether the request succeeded, and the values that mean success.
    BodySuccess,
    /// The texts before and after which a code in the body is cut, either empty if not given.
    BodyTrim,
    /// Name and pointer of further facts.
    BodyParams,
    /// Header and decoding of the code; the decoding is empty if the value is plain text.
    CodeHeaders,
    /// Header and decoding of the detail.
    DetailHeaders,
    /// Header and decoding of the message.
    MessageHeaders,
    /// Header and unit of the delay; the unit is empty for seconds.
    DelayHeaders,
    /// The header that says whether the request succeeded, and the values that mean success.
    HeaderSuccess,
    /// The texts before and after which a code in a header is cut, either empty if not given.
    HeaderTrim,
    /// Name, header and decoding of further facts.
    HeaderParams,
}

/// The number of texts of a group in [`TableTexts::Groups`].
pub const GROUP_TEXTS: usize = 3;
