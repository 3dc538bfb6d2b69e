//! The rules by which replies are classified.

/// A rule that decided about a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    CodeUnderStatus,
    CodeWithoutStatus,
    CodeUnderOthers,
    Code,
    Named,
    NamedWithCode,
    Class,
    ClassWithCode,
    Unlisted,
    NarrowerCode,
    NarrowerStatus,
    Alias,
    TextAsInteger,
    HexAsInteger,
    IntegerAsText,
    OtherForm,
    Detail,
    MessageAlone,
    Misfit,
    MoreText,
    TooManyMessages,
}

impl Step {
    pub const ALL: [Step; 21] = [
        Step::CodeUnderStatus,
        Step::CodeWithoutStatus,
        Step::CodeUnderOthers,
        Step::Code,
        Step::Named,
        Step::NamedWithCode,
        Step::Class,
        Step::ClassWithCode,
        Step::Unlisted,
        Step::NarrowerCode,
        Step::NarrowerStatus,
        Step::Alias,
        Step::TextAsInteger,
        Step::HexAsInteger,
        Step::IntegerAsText,
        Step::OtherForm,
        Step::Detail,
        Step::MessageAlone,
        Step::Misfit,
        Step::MoreText,
        Step::TooManyMessages,
    ];
}
