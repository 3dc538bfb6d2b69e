//! The optional lists that end the details of a row or a table, in encoded order.
//!
//! A bit mask says which lists are present. The length and the items of each present list follow.
//! Lists of integers come before lists of strings.

/// Declares an enum whose discriminants are the positions of lists.
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
    /// The first and last code of each integer alias. If aliases are text, the positions of those
    /// that are classes.
    Aliases,
}

positions! {
    /// The lists of strings of a row.
    RowTexts:
    /// The recommended action (one string).
    Action,
    /// The URL of the page about the row (one string).
    Url,
    /// Aliases as the table displays them.
    Aliases,
    /// Message patterns.
    Messages,
    /// The situations in which the row occurs.
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
    /// The pieces of the message patterns: literal text, then the gap after it, which is a name,
    /// `*`, or empty at the end of a pattern.
    Patterns,
}

positions! {
    /// The lists of integers of a table.
    TableIntegers:
    /// The first and last status of each range of statuses with which bodies are read.
    BodyStatuses,
}

positions! {
    /// The lists of strings of a table.
    TableTexts:
    /// The table's title (one string).
    Title,
    /// The table's source (one string).
    Source,
    /// The date when the table was last compared with its source (one string).
    Retrieved,
    /// The protocol (one string), absent for HTTP.
    Protocol,
    /// The text before the table (one string).
    About,
    /// Notes about the whole table.
    Notes,
    /// The name and the meaning of each tag.
    Tags,
    /// Pointers to the code.
    CodePointers,
    /// Pointers to the message.
    MessagePointers,
    /// The id, title and text of each group, [`GROUP_TEXTS`] strings; each is empty if not given.
    Groups,
    /// Pointers to the detail.
    DetailPointers,
    /// Pointers to the delay in seconds.
    DelayPointers,
    /// The pointer to the array of errors (at most one).
    Errors,
    /// The pointer to the value that says whether the request succeeded, and the values that mean success.
    BodySuccess,
    /// The `before` and `after` of `trim` for codes in the body; each is empty if not given.
    BodyTrim,
    /// The name and pointer of each parameter.
    BodyParams,
    /// The headers with the code, each with its decoding, which is empty for plain text.
    CodeHeaders,
    /// The headers with the detail, each with its decoding.
    DetailHeaders,
    /// The headers with the message, each with its decoding.
    MessageHeaders,
    /// The headers with the delay, each with its unit, which is empty for seconds.
    DelayHeaders,
    /// The header that says whether the request succeeded, and the values that mean success.
    HeaderSuccess,
    /// The `before` and `after` of `trim` for codes in headers; each is empty if not given.
    HeaderTrim,
    /// The name, header and decoding of each parameter.
    HeaderParams,
}

/// The number of strings per group in [`TableTexts::Groups`].
pub const GROUP_TEXTS: usize = 3;
