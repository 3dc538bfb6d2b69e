//! Codes in XML bodies are the texts that the pointers find in a tree of the elements, which `quick-xml` reads.

use std::sync::LazyLock;

use codes_cli::testing::load;
use codes_runtime::{RawCode, Table};
use quick_xml::Reader;
use quick_xml::events::Event;

/// For each table, the pointer to the repeated element, or an empty string, and the pointers to the code.
const TABLES: [(&str, &[&str]); 4] = [
    ("", &["/Error/Code"]),
    ("", &["/R/Errors/Error/Code", "/R/Code", "/R"]),
    ("/R/E", &["/C", "/R/C"]),
    ("/E", &["/é/残", "/F"]),
];

static LOADED: LazyLock<[&Table; 4]> = LazyLock::new(|| {
    TABLES.map(|(errors, pointers)| {
        let errors = match errors {
            "" => String::new(),
            pointer => format!("errors: {pointer}, "),
        };
        let pointers = pointers.join(", ");
        let body = format!("body: {{format: xml, {errors}code: [{pointers}], statuses: [2xx]}}");
        load(format!(
            "vendor: V\n{body}\ncodes: [{{status: 404, code: A}}]\n"
        ))
        .1
    })
});

/// The first byte selects the table, and the rest is the body.
pub fn check(bytes: &[u8]) {
    let Some((choice, body)) = bytes.split_first() else {
        return;
    };
    let at = usize::from(*choice) % TABLES.len();
    let (errors, pointers) = TABLES[at];
    let read = LOADED[at].read_body(200, body);
    let text = str::from_utf8(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body));
    let tree = Tree::of(text.unwrap_or_default());
    let item = tree.first(None, errors).filter(|item| tree.0[*item].closed);
    let code = |pointer: &&str| {
        let in_item = item.and_then(|item| tree.text(Some(item), pointer));
        in_item
            .or_else(|| tree.text(None, pointer))
            .filter(|text| !text.is_empty())
    };
    let codes: Vec<_> = pointers.iter().filter_map(code).collect();
    let best = codes.iter().find(|code| **code == "A").or(codes.first());
    assert_eq!(
        read.reply().code,
        best.map(|code| RawCode::Text(code)),
        "{body:?}"
    );
    assert_eq!(LOADED[at].read_body(404, body).reply().code, None);
}

/// The elements of a document up to the first mistake in it.
struct Tree(Vec<Element>);

#[derive(Default)]
struct Element {
    parent: Option<usize>,
    name: String,
    text: String,
    /// Whether the element contains only text, without elements or references to unknown entities.
    is_scalar: bool,
    closed: bool,
}

impl Tree {
    fn of(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut all: Vec<Element> = Vec::new();
        let mut open: Option<usize> = None;
        while let Ok(event) = reader.read_event() {
            let text = match event {
                Event::Start(tag) => {
                    if let Some(parent) = open {
                        all[parent].is_scalar = false;
                    }
                    all.push(Element {
                        parent: open,
                        name: tag.local_name().as_ref().into(),
                        is_scalar: true,
                        ..Element::default()
                    });
                    open = Some(all.len() - 1);
                    continue;
                }
                Event::End(_) => {
                    if let Some(at) = open {
                        all[at].closed = true;
                        open = all[at].parent;
                    }
                    continue;
                }
                Event::Text(text) => (*text).to_owned(),
                Event::CData(text) => (*text).to_owned(),
                Event::GeneralRef(name) => match (name.resolve_char_ref(), &*name) {
                    (Ok(Some(c)), _) => c.to_string(),
                    (Ok(None), "lt") => "<".to_owned(),
                    (Ok(None), "gt") => ">".to_owned(),
                    (Ok(None), "amp") => "&".to_owned(),
                    (Ok(None), "apos") => "'".to_owned(),
                    (Ok(None), "quot") => "\"".to_owned(),
                    _ => {
                        if let Some(at) = open {
                            all[at].is_scalar = false;
                        }
                        continue;
                    }
                },
                Event::Eof => break,
                _ => continue,
            };
            if let Some(at) = open {
                all[at].text += &text;
            }
        }
        Tree(all)
    }

    /// The first element at a pointer below another element.
    fn first(&self, mut parent: Option<usize>, pointer: &str) -> Option<usize> {
        for step in pointer.split('/').skip(1) {
            let is_it = |element: &Element| element.parent == parent && element.name == step;
            parent = Some(self.0.iter().position(is_it)?);
        }
        parent.filter(|_| !pointer.is_empty())
    }

    fn text(&self, from: Option<usize>, pointer: &str) -> Option<&str> {
        let element = &self.0[self.first(from, pointer)?];
        (element.closed && element.is_scalar).then_some(element.text.trim())
    }
}
