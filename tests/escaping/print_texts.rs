// Part of a generated program: prints every text of a table as four fields: the case, the key, the
// length in bytes and the text.

use codes_runtime::{CodeTable, RawCode};

fn print<C: CodeTable>(case: &str) {
    let print = |key: &str, text: &str| print!("{case}\n{key}\n{}\n{text}\n", text.len());
    let print_all = |keys: &[&str], texts: &mut dyn Iterator<Item = &'static str>| {
        keys.iter().for_each(|key| print(key, texts.next().expect(key)));
        assert!(texts.next().is_none());
    };
    let table = C::TABLE;
    print("vendor", table.vendor());
    print_all(&["title", "source", "about"], &mut [table.title(), table.source(), table.about()].into_iter().flatten());
    print_all(&["note", "second note"], &mut table.notes());
    print_all(&["tag"], &mut table.tags().map(|(_, meaning)| meaning));
    print_all(&["group.id", "second.id"], &mut table.groups().map(|group| group.id()));
    print_all(&["group.title"], &mut table.groups().filter_map(|group| group.title()));
    print_all(&["group.about"], &mut table.groups().filter_map(|group| group.about()));
    let [full, bare, untitled] = C::ALL else { panic!("expected three rows") };
    let text = |code: Option<RawCode<'static>>| match code {
        Some(RawCode::Text(text)) => Some(text),
        _ => None,
    };
    let code = |row: &C| text(row.code());
    print_all(&["Full.code", "Full.title"], &mut [code(full), full.title()].into_iter().flatten());
    print_all(&["Full.detail"], &mut text(full.row().detail()).into_iter());
    print_all(&["Full.alias"], &mut full.row().aliases());
    print_all(&["Full.when", "Full.second when"], &mut full.row().when());
    print_all(&["Full.description"], &mut full.row().description().into_iter());
    print_all(&["Full.action"], &mut full.row().action().into_iter());
    print_all(&["Full.message"], &mut full.row().messages());
    print_all(&["Full.example"], &mut full.row().examples());
    print_all(&["url"], &mut full.row().url().into_iter());
    for (field, text) in full.row().fields() {
        print("Full.field", field);
        print("Full.field text", text);
    }
    let deprecated = full.row().deprecated().expect("a deprecated row");
    print_all(&["Full.since", "Full.note"], &mut [deprecated.since, deprecated.note].into_iter().flatten());
    print_all(&["Bare.code", "Bare.description"], &mut [code(bare), bare.row().description()].into_iter().flatten());
    print_all(&["Bare.when"], &mut bare.row().when());
    print_all(&["Untitled.description"], &mut untitled.row().description().into_iter());
    print("Full.display", &full.to_string());
    print("Untitled.display", &untitled.to_string());
}
