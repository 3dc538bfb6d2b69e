//! The roles of columns and labels, and values that are recognized by their form.

use codes_spec::Outcome;

/// The key that the text of a column or after a label belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Status,
    Code,
    /// The spec key `detail`, from a column `detail code`. A vendor's "detail" column is a description.
    Detail,
    Title,
    Description,
    /// Title or description, depending on the form of each text.
    Text,
    When,
    Action,
    Outcome,
    Retry,
    Example,
    Alias,
    Variant,
    Pattern,
    Kind,
    Group,
    Tag,
    Url,
    Fields,
    Deprecated,
    Since,
    Replacement,
    FormerName,
    Field,
}

impl Role {
    /// The key that texts of the role are written under.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Role::Status => "status",
            Role::Code => "code",
            Role::Detail => "detail",
            Role::Title => "title",
            Role::Description => "description",
            Role::Text => "title and description",
            Role::When => "when",
            Role::Action => "action",
            Role::Outcome => "outcome",
            Role::Retry => "retry",
            Role::Example => "examples",
            Role::Alias => "aliases",
            Role::Variant => "name",
            Role::Pattern => "messages",
            Role::Kind => "kind",
            Role::Group => "group",
            Role::Tag => "tags",
            Role::Url => "url",
            Role::Fields | Role::Field => "fields",
            Role::Deprecated | Role::Since | Role::Replacement => "deprecated",
            Role::FormerName => "former_names",
        }
    }
}

/// Parses an outcome.
pub(crate) fn outcome(text: &str) -> Option<Outcome> {
    Some(match text.trim().to_lowercase().as_str() {
        "ok" | "success" | "successful" | "succeeded" | "approved" | "paid" | "sukses"
        | "berhasil" | "成功" | "exitoso" | "éxito" | "succès" | "sucesso" | "erfolg"
        | "erfolgreich" | "успешно" => Outcome::Ok,
        "error" | "fail" | "failed" | "failure" | "declined" | "rejected" | "denied" | "gagal"
        | "失败" | "失敗" | "fallido" | "échec" | "falha" | "fehlgeschlagen" | "ошибка" => {
            Outcome::Error
        }
        "pending" | "processing" | "处理中" | "pendiente" | "pendente" => Outcome::Pending,
        "warning" => Outcome::Warning,
        _ => return None,
    })
}

/// Whether a text is a phrase, like a title, and not a sentence.
pub(crate) fn is_phrase(text: &str) -> bool {
    const MAX_WORDS: usize = 9;
    let text = text.trim();
    !text.is_empty()
        && !text.ends_with(['.', '!', '?', ':', ';', ',', '…', '。'])
        && !text.contains(". ")
        && !text.contains('。')
        && !text.contains("://")
        && text.split_whitespace().count() <= MAX_WORDS
}
