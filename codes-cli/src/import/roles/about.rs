//! Whether a text is about codes.

/// Whether a heading or paragraph is about codes or errors.
pub(crate) fn is_about_codes(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "error",
        "code",
        "status",
        "exception",
        "failure",
        "reason",
        "fehler",
        "erreur",
        "errore",
        "erro ",
        "erros",
        "código",
        "codigo",
        "ошиб",
        "код",
        "错误",
        "错误码",
        "状态",
        "エラー",
        "コード",
        "오류",
        "코드",
    ];
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}
