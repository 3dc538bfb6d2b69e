//! Files of programming languages, which are not pages.

/// Returns the language of a source file, by its name or its text.
pub(crate) fn language(name: &str, text: &str) -> Option<&'static str> {
    const EXTENSIONS: [(&str, &str); 22] = [
        ("py", "Python"),
        ("rb", "Ruby"),
        ("go", "Go"),
        ("ts", "TypeScript"),
        ("tsx", "TypeScript"),
        ("js", "JavaScript"),
        ("mjs", "JavaScript"),
        ("jsx", "JavaScript"),
        ("java", "Java"),
        ("kt", "Kotlin"),
        ("swift", "Swift"),
        ("rs", "Rust"),
        ("php", "PHP"),
        ("cs", "C#"),
        ("c", "C"),
        ("h", "C"),
        ("cc", "C++"),
        ("cpp", "C++"),
        ("hpp", "C++"),
        ("scala", "Scala"),
        ("ex", "Elixir"),
        ("dart", "Dart"),
    ];
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    let by_name = EXTENSIONS
        .iter()
        .find(|(known, _)| extension.as_deref() == Some(known));
    match by_name {
        Some((_, language)) => Some(language),
        None if matches!(extension.as_deref(), None | Some("txt")) => of_text(text),
        None => None,
    }
}

/// Signs of a language: how its lines begin and end.
const SIGNS: [(&str, &[&str], &[&str]); 4] = [
    (
        "Ruby",
        &["def ", "class ", "module ", "end", "attr_", "require "],
        &[" end"],
    ),
    (
        "Python",
        &[
            "def ", "class ", "from ", "import ", "@", "self.", "return ", "raise ",
        ],
        &["):"],
    ),
    (
        "Go",
        &[
            "package ", "import ", "func ", "var ", "const ", "type ", "//", "}", "return ",
        ],
        &["{", "("],
    ),
    (
        "C-like",
        &[
            "import ", "export ", "const ", "public ", "private ", "//", "}", "return ", "#include",
        ],
        &["{", ";"],
    ),
];

/// Returns the language whose signs begin or end more than half of the lines.
fn of_text(text: &str) -> Option<&'static str> {
    const COMPARED: usize = 400;
    let lines = || {
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .take(COMPARED)
    };
    let all = lines().count();
    let share = |(language, starts, ends): &(&'static str, &[&str], &[&str])| {
        let is_sign = |line: &&str| {
            starts.iter().any(|start| line.starts_with(start))
                || ends.iter().any(|end| line.ends_with(end))
        };
        (lines().filter(is_sign).count(), *language)
    };
    let (signs, language) = SIGNS.iter().map(share).max_by_key(|(signs, _)| *signs)?;
    // a catalogue of messages may have lines such as `4003=Lamp not found;`
    let is_code = lines().any(|line| {
        let mut starts = SIGNS.iter().flat_map(|(_, starts, _)| *starts);
        !line.ends_with(';') || starts.any(|start| line.starts_with(start))
    });
    (is_code && signs > 3 && signs * 2 > all).then_some(language)
}
