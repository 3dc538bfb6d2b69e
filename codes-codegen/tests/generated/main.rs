//! A generated file is the expansion of the macro, formatted for people, with additional checks.
#![cfg(feature = "pretty")]

mod formatted;
mod words;

use codes_codegen::{Options, OptionsError, generate};
use proc_macro2::TokenStream;
use quote::quote;
use words::normalized;

fn options() -> Options {
    Options {
        name: "Code".to_owned(),
        visibility: "pub".to_owned(),
        ..Options::default()
    }
}

/// Removes every part of a text that begins with `start` and ends with `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let (mut left, mut rest) = text
        .split_once(start)
        .map(|(left, rest)| (left.to_owned(), rest))
        .expect(start);
    loop {
        let (_, after) = rest.split_once(end).expect("its end");
        let Some((before, next)) = after.split_once(start) else {
            return left + after;
        };
        left += before;
        rest = next;
    }
}

/// Generates the file of a spec.
fn file(spec: &[u8], options: &Options) -> Result<String, OptionsError> {
    generate(codes_spec::load("a.yaml", spec).table, options)
}

/// Compares the generated file of a spec with the expansion of `codes!`, and returns the file.
fn assert_equal(path: &str, declaration: TokenStream, options: &Options) -> String {
    // the path of the runtime is also in the removed parts
    let runtime = normalized(
        options
            .runtime
            .as_deref()
            .unwrap_or("::codes_runtime")
            .parse()
            .expect("a path"),
    );
    let normalized = |tokens| normalized(tokens).replace(&runtime, ":\n:\ncodes_runtime");
    let expanded = normalized(codes_codegen::codes(declaration));
    let expanded = without(&expanded, "\nfn\n_spec\n", "\n}");
    let expanded = expanded.replace("\n=\n&\nTABLE\n;", "\n=\nTABLE\n;");
    let text = file(&std::fs::read(path).expect("a spec"), options).expect("valid options");
    let mut file = normalized(text.parse().expect("Rust"));
    for (start, end) in [
        (":\n:\ncodes_runtime\n:\n:\n__layout\n!\n(", ")\n;\n"),
        ("#\n[\nrustfmt", "\n]\n"),
        ("#\n[\nallow\n(\nlong_running_const_eval", ")\n]\n"),
        (".\nwith_intact_lengths\n(", ")\n"),
        (".\nintact\n(", ")\n"),
    ] {
        file = without(&file, start, end);
    }
    let row = format!(
        ":\n:\ncodes_runtime\n:\n:\n__private\n:\n:\nv1\n:\n:\nrow\n:\n:\n<\n{}\n>\n",
        options.name
    );
    assert!(file.contains(&row), "{path}");
    file = file.replace(&row, "TABLE\n.\nrow\n");
    for (at, (file, expanded)) in file.lines().zip(expanded.lines()).enumerate() {
        assert_eq!(file, expanded, "{path}: word {at}");
    }
    assert_eq!(file.lines().count(), expanded.lines().count(), "{path}");
    text
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
        let declaration = quote!(#[codes(quiet)] pub enum Code = #path;);
        assert_equal(path, declaration, &options());
    }
}

#[test]
fn all_options_have_the_same_effect() {
    let path = "../tests/specs/features.yaml";
    let declaration = quote! {
        #[codes(quiet, exhaustive, serde, crate = ::renamed)]
        /// First.
        ///
        /// - Second.
        pub(crate) enum Other = #path;
    };
    let options = Options {
        name: "Other".to_owned(),
        visibility: "pub(crate)".to_owned(),
        exhaustive: true,
        repr: None,
        serde: true,
        runtime: Some("::renamed".to_owned()),
        doc: "First.\n\n- Second.".to_owned(),
    };
    let text = assert_equal(path, declaration, &options);
    let docs = "\n/// First.\n///\n/// - Second.\n///\n/// Features: ";
    assert!(text.contains(docs), "{text}");
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
    let declaration = quote!(#[codes(quiet)] pub enum Code = #name;);
    assert_equal(name, declaration, &options());
    std::fs::remove_file(path).expect("removed");
}

#[test]
fn line_ends_of_a_spec_change_nothing() {
    let text = std::fs::read_to_string("../specs/guide.yaml").expect("a spec");
    let unix = file(text.as_bytes(), &options()).expect("valid options");
    let windows = file(text.replace('\n', "\r\n").as_bytes(), &options());
    assert_eq!(windows.as_deref(), Ok(unix.as_str()));
    assert!(!unix.contains('\r'));
}

#[test]
fn a_changed_title_changes_few_lines() {
    const ROWS: usize = 50;
    const CHANGED: usize = 20;
    let rows = (0..ROWS).map(|i| {
        format!(
            "  - {{status: {}, name: Row{i}, title: Title {i}}}\n",
            400 + i
        )
    });
    let spec = format!("vendor: V\ncodes:\n{}", rows.collect::<String>());
    let title = format!("Title {CHANGED}");
    let changed = spec.replace(&title, "A title of another length");
    let [old, new] =
        [spec, changed].map(|text| file(text.as_bytes(), &options()).expect("valid options"));
    assert_eq!(old.lines().count(), new.lines().count());
    let index = |line: &str| line.trim_start().starts_with("names: ");
    let end = |line: &str| line.trim_start().starts_with("name_seeds: ");
    let mut in_index = false;
    let mut differ = Vec::new();
    for (old, new) in old.lines().zip(new.lines()) {
        in_index = index(new) || in_index && !end(new);
        if old != new && !in_index {
            differ.push(new);
        }
    }
    // 7 lines: the list of rows, the variant's documentation, the row's text, record and details, and two checksums;
    // and a line for each later row: its record, which contains offsets, as does the index
    assert_eq!(differ.len(), 7 + ROWS - CHANGED - 1, "{differ:#?}");
}

#[test]
fn options_that_are_not_rust_are_refused() {
    let error = |options: Options| {
        file(b"vendor: T\ncodes: [{status: 404}]", &options).expect_err("refused")
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
    for repr in ["", "a b", "i128", "f32"] {
        let options = Options {
            repr: Some(repr.to_owned()),
            ..options()
        };
        assert_eq!(error(options), OptionsError::Repr, "{repr}");
    }
    let no_code = Options {
        repr: Some("i32".to_owned()),
        ..options()
    };
    assert!(
        matches!(error(no_code), OptionsError::Codes(reason) if reason.contains("has no code"))
    );
    for path in ["", "a b", "a; b", "::", "a<b>", "a, serde"] {
        let options = Options {
            runtime: Some(path.to_owned()),
            ..options()
        };
        assert_eq!(error(options), OptionsError::Runtime, "{path}");
    }
}
