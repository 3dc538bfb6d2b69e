//! Generated docs from vendor Markdown contain no HTML, no doctests, no headings in the outline of the page, and no links
//! other than web and mail links.

use std::cell::Cell;
use std::fmt::Write as _;

use codes_spec::load;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag};

pub fn check(bytes: &[u8]) {
    let (choice, text) = super::choice(bytes);
    let base = if choice % 2 == 0 {
        ""
    } else {
        "base_url: https://example.com/docs/page\n"
    };
    let mut spec = format!("vendor: V\nmarkdown: true\n{base}codes: [{{status: 404}}]\nabout: \"");
    text.chars().for_each(|c| {
        write!(spec, "\\U{:08x}", u32::from(c)).expect("writing to a string cannot fail")
    });
    let spec = spec + "\"\n";
    let loaded = load("", spec.as_bytes());
    let Some(about) = &loaded.table.about else {
        return;
    };
    let doc = loaded.table.doc(about);
    let unresolved = Cell::new(false);
    let mut unresolve = |_: pulldown_cmark::BrokenLink<'_>| {
        unresolved.set(true);
        None
    };
    // the extensions that rustdoc enables
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_with_broken_link_callback(&doc, options, Some(&mut unresolve)) {
        check_event(&event, &doc);
    }
    assert!(
        !unresolved.get(),
        "brackets that rustdoc would look up\n{doc}"
    );
}

/// Whether rustdoc treats code as that of a language other than Rust, and so does not run it as a test.
fn is_other_language(language: &str) -> bool {
    const OF_RUST: [&str; 9] = [
        "",
        "rust",
        "should_panic",
        "no_run",
        "compile_fail",
        "test_harness",
        "standalone_crate",
        "standalone-crate",
        "custom",
    ];
    !language.contains([' ', ',', '{'])
        && !OF_RUST.contains(&language)
        && !["ignore", "edition"]
            .iter()
            .any(|start| language.starts_with(start))
}

/// Panics if an event of the parser must not occur in docs.
fn check_event(event: &Event<'_>, doc: &str) {
    match event {
        Event::Start(Tag::CodeBlock(kind)) => {
            assert!(
                matches!(kind, CodeBlockKind::Fenced(language) if is_other_language(language)),
                "{event:?}\n{doc}"
            );
        }
        Event::Start(Tag::Link { dest_url, .. }) => {
            let scheme = dest_url
                .split(':')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            assert!(
                ["http", "https", "mailto"].contains(&&*scheme),
                "{event:?}\n{doc}"
            );
        }
        Event::Start(Tag::Heading { level, .. }) => {
            assert!(*level >= HeadingLevel::H5, "{event:?}\n{doc}")
        }
        Event::Start(Tag::Image { .. } | Tag::HtmlBlock | Tag::FootnoteDefinition(_))
        | Event::Html(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_) => panic!("{event:?}\n{doc}"),
        _ => {}
    }
}
