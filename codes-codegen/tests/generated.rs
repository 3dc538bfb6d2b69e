//! A generated file is the expansion of the macro, formatted for people, with additional checks.
#![cfg(feature = "pretty")]

use codes_codegen::{Options, OptionsError, SpecFile, generate};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

fn options() -> Options {
    Options {
        name: "Code".to_owned(),
        visibility: "pub".to_owned(),
        ..Options::default()
    }
}

/// The tokens as words: literals by value, and documentation as its lines.
fn words(tokens: TokenStream, words: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(hash)
                if hash.as_char() == '#'
                    && doc(tokens.peek()).is_some_and(|doc| push_doc(&doc, words)) =>
            {
                tokens.next();
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    _ => ("(", ")"),
                };
                words.push(open.to_owned());
                self::words(group.stream(), words);
                // a trailing comma is a matter of layout
                words.pop_if(|word| word == ",");
                words.push(close.to_owned());
            }
            TokenTree::Literal(literal) => words.push(match syn::Lit::new(literal) {
                syn::Lit::Str(text) => format!("{:?}", text.value()),
                syn::Lit::ByteStr(bytes) => format!("{:?}", bytes.value()),
                other => quote!(#other).to_string(),
            }),
            other => words.push(other.to_string()),
        }
    }
}

fn doc(attribute: Option<&TokenTree>) -> Option<String> {
    let Some(TokenTree::Group(group)) = attribute else {
        return None;
    };
    let meta: syn::MetaNameValue = syn::parse2(group.stream()).ok()?;
    let text: syn::LitStr = syn::parse2({
        let value = &meta.value;
        quote!(#value)
    })
    .ok()?;
    meta.path.is_ident("doc").then(|| text.value())
}

/// Adds the lines of a text except blank ones, whose number is a matter of layout.
fn push_doc(text: &str, words: &mut Vec<String>) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    words.extend(lines.map(|line| format!("/// {}", line.strip_prefix(' ').unwrap_or(line))));
    true
}

fn normalized(tokens: TokenStream) -> String {
    let mut all = Vec::new();
    words(tokens, &mut all);
    all.join("\n")
}

/// Removes the text between two words, each of which must occur once.
fn without(text: &str, start: &str, end: &str) -> String {
    assert_eq!(text.matches(start).count(), 1, "{start}");
    let (before, rest) = text.split_once(start).expect("it is there");
    let (_, after) = rest.split_once(end).expect("its end");
    [before, after].concat()
}

/// Compares the file of a spec with the expansion of `codes!`.
fn assert_equal(path: &str, bytes: &[u8], declaration: TokenStream, options: &Options) {
    let expanded = normalized(codes_codegen::codes(declaration));
    let expanded = without(&expanded, "\nfn\n_spec\n", "\n}");
    let file = generate(&SpecFile::new(path, bytes.to_vec()), options).expect("valid options");
    let file = normalized(file.parse().expect("Rust"));
    let mut file = file;
    for (start, end) in [
        (":\n:\ncodes_runtime\n:\n:\n__layout\n!\n(", ")\n;\n"),
        ("#\n[\nrustfmt", "\n]\n"),
        ("#\n[\nallow\n(\nlong_running_const_eval", ")\n]\n"),
        (".\nintact\n(", ")\n"),
    ] {
        file = without(&file, start, end);
    }
    for (at, (file, expanded)) in file.lines().zip(expanded.lines()).enumerate() {
        assert_eq!(file, expanded, "{path}: word {at}");
    }
    assert_eq!(file.lines().count(), expanded.lines().count(), "{path}");
}

#[test]
fn a_file_equals_the_expansion() {
    for path in [
        "../specs/coverage.yaml",
        "../specs/guide.yaml",
        "../specs/limits.yaml",
        "../specs/points.yaml",
        "../specs/reference.yaml",
        "../tests/specs/features.yaml",
    ] {
        let bytes = std::fs::read(path).expect("a spec");
        let declaration = quote!(#[codes(quiet)] pub enum Code = #path;);
        assert_equal(path, &bytes, declaration, &options());
    }
}

#[test]
fn all_options_have_the_same_effect() {
    let path = "../tests/specs/features.yaml";
    let declaration = quote! {
        #[codes(quiet, exhaustive, serde, crate = ::renamed::runtime)]
        /// First.
        ///
        /// Second.
        pub(crate) enum Other = #path;
    };
    let options = Options {
        name: "Other".to_owned(),
        visibility: "pub(crate)".to_owned(),
        exhaustive: true,
        serde: true,
        runtime: Some("::renamed::runtime".to_owned()),
        doc: Some("First.\n\nSecond.".to_owned()),
    };
    let bytes = std::fs::read(path).expect("a spec");
    let text = generate(&SpecFile::new(path, bytes.clone()), &options).expect("valid options");
    assert!(text.contains("\n/// First.\n///\n/// Second.\n"), "{text}");
    // the path of the runtime is also in the removed parts
    let normal = |text: &str| text.replace("::renamed::runtime", "::codes_runtime");
    let expanded = codes_codegen::codes(declaration)
        .to_string()
        .replace(":: renamed :: runtime", ":: codes_runtime");
    let expanded = without(
        &normalized(expanded.parse().expect("Rust")),
        "\nfn\n_spec\n",
        "\n}",
    );
    let mut file = normalized(normal(&text).parse().expect("Rust"));
    file = without(&file, ":\n:\ncodes_runtime\n:\n:\n__layout\n!\n(", ")\n;\n");
    file = without(&file, "#\n[\nrustfmt", "\n]\n");
    file = without(&file, "#\n[\nallow\n(\nlong_running_const_eval", ")\n]\n");
    file = without(&file, ".\nintact\n(", ")\n");
    assert!(file == expanded, "{file}\n\n{expanded}");
}

#[test]
fn a_file_of_a_thousand_rows_equals_the_expansion() {
    let rows: String = (0..1_000)
        .map(|i| format!("  - {{status: {}, code: problem_{i}, title: \"Problem {i}. It's \\\"odd\\\" \\\\ é 残\"}}\n", 400 + i % 200))
        .collect();
    let spec = format!("vendor: Thousand\ncodes:\n{rows}");
    let path = std::env::temp_dir().join(format!("codes-generated-{}.yaml", std::process::id()));
    std::fs::write(&path, &spec).expect("written");
    let name = path.to_str().expect("UTF-8");
    assert_equal(
        name,
        spec.as_bytes(),
        quote!(#[codes(quiet)] pub enum Code = #name;),
        &options(),
    );
    std::fs::remove_file(path).expect("removed");
}

#[test]
fn line_ends_and_the_path_of_a_spec_change_nothing() {
    let text = std::fs::read_to_string("../specs/guide.yaml").expect("a spec");
    let file = |path: &str, text: &str| {
        generate(&SpecFile::new(path, text.as_bytes().to_vec()), &options()).expect("valid options")
    };
    let unix = file("a.yaml", &text);
    assert_eq!(file("b/c.yaml", &text.replace('\n', "\r\n")), unix);
    assert!(!unix.contains('\r'));
}

/// The lines of a diff, without counting how often a line occurs.
#[test]
fn a_changed_title_changes_few_lines() {
    let text = std::fs::read_to_string("../specs/guide.yaml").expect("a spec");
    let title = text
        .lines()
        .find(|line| line.starts_with("    title: "))
        .expect("a title");
    let file = |text: &str| {
        generate(
            &SpecFile::new("a.yaml", text.as_bytes().to_vec()),
            &options(),
        )
        .expect("valid options")
    };
    let (old, new) = (
        file(&text),
        file(&text.replacen(title, &format!("{title}!"), 1)),
    );
    let old: std::collections::HashSet<_> = old.lines().collect();
    let changed: Vec<_> = new.lines().filter(|line| !old.contains(line)).collect();
    // each record contains the offset of its text, so the records after the row change; the texts
    // after it do not
    let records = changed
        .iter()
        .filter(|line| line.starts_with("            \\x") || line.contains("\\0"))
        .count();
    assert!(changed.len() - records <= 8, "{changed:#?}");
}

#[test]
fn options_that_are_not_rust_are_refused() {
    let error = |options: Options| {
        generate(
            &SpecFile::new("a.yaml", b"vendor: T\ncodes: [{status: 404}]".to_vec()),
            &options,
        )
        .expect_err("refused")
    };
    for name in ["", "a b", "1", "match", "A {} enum B"] {
        let options = Options {
            name: name.to_owned(),
            ..options()
        };
        assert_eq!(error(options), OptionsError::Name, "{name}");
    }
    for visibility in ["public", "pub fn x() {} pub", "pub("] {
        let options = Options {
            visibility: visibility.to_owned(),
            ..options()
        };
        assert_eq!(error(options), OptionsError::Visibility, "{visibility}");
    }
    for path in ["", "a b", "a; b", "::"] {
        let options = Options {
            runtime: Some(path.to_owned()),
            ..options()
        };
        assert_eq!(error(options), OptionsError::Runtime, "{path}");
    }
}
