use super::{Editor, Entry};
use crate::messages::edit::Refusal;

/// Changes a spec, and returns its text.
fn edit(
    text: &str,
    change: impl FnOnce(&mut Editor<'_>) -> Result<(), Refusal>,
) -> Result<String, Refusal> {
    let mut editor = Editor::new(text)?;
    change(&mut editor)?;
    let changed = editor.finish(text)?;
    let report = codes_spec::load("", changed.as_bytes()).report;
    assert_eq!(report.errors(), 0, "{report}\n{changed}");
    Ok(changed)
}

const SPEC: &str = "\
# head
vendor: V  # the vendor
codes:
  # first
  - status: [404, 410] # two
    code: 'a'
    # inner

  -
    code: &b \"b\" # b
    aliases:
      - x # x
      - 'y'
    title: Two
    # below

  # third
  - {status: 500, code: c, # c
     title: *b}
# end";

#[test]
fn values_are_replaced_and_the_rest_stays() {
    let set = |row, entry: &Entry| edit(SPEC, |editor| editor.set(row, entry));
    let code = Entry::text("code", "it's");
    assert_eq!(set(0, &code), Ok(SPEC.replace("'a'", "'it''s'")));
    assert_eq!(set(1, &code), Err(Refusal::Anchor));
    assert_eq!(
        set(2, &code),
        Ok(SPEC.replace("code: c,", "code: \"it's\","))
    );
    let status = Entry::inline("status", "404");
    assert_eq!(set(0, &status), Ok(SPEC.replace("[404, 410]", "404")));
    let title = Entry::text("title", "x: y");
    assert_eq!(set(1, &title), Ok(SPEC.replace("Two", "'x: y'")));
    assert_eq!(set(2, &title), Ok(SPEC.replace("*b}", "\"x: y\"}")));
    let aliases = Entry::inline("aliases", "[z]");
    assert_eq!(set(1, &aliases), Err(Refusal::Comment));
}

#[test]
fn keys_are_added_in_their_order() {
    let set = |row, entry: &Entry| edit(SPEC, |editor| editor.set(row, entry));
    let name = Entry::text("name", "New");
    let after = |place: &str, line: &str| Ok(SPEC.replace(place, &format!("{place}{line}")));
    assert_eq!(set(0, &name), after("'a'", "\n    name: New"));
    assert_eq!(set(1, &name), after("- 'y'", "\n    name: New"));
    assert_eq!(set(2, &name), after("code: c", ", name: \"New\""));
    let status = Entry::inline("status", "404");
    assert_eq!(set(1, &status), after("Two", "\n    status: 404"));
    let text = Entry::lines("description", "description: >-\n  a\n\n  b\n");
    let lines = "\n    description: >-\n      a\n\n      b";
    assert_eq!(set(0, &text), after("'a'", lines));
    let in_brackets = ", description: \"a\\nb\"";
    assert_eq!(set(2, &text), after("*b", in_brackets));
    let kind = Entry::lines("kind", "kind: not_found\n");
    assert_eq!(set(2, &kind), after("*b", ", kind: not_found"));
}

#[test]
fn items_are_added_to_lists() {
    let append = |row| {
        edit(SPEC, |editor| {
            editor.append(row, "aliases", &["n".to_owned(), "m".to_owned()])
        })
    };
    let after = |place: &str, line: &str| Ok(SPEC.replace(place, &format!("{place}{line}")));
    assert_eq!(append(0), after("'a'", "\n    aliases: [n, m]"));
    assert_eq!(append(1), after("- 'y'", "\n      - n\n      - m"));
    let reserved = |text: &str| {
        edit(text, |editor| {
            editor.append_in_table("reserved", &["n".to_owned()])
        })
    };
    assert_eq!(reserved(SPEC), after("V  # the vendor", "\nreserved: [n]"));
    let with = |list: &str| SPEC.replace("codes:", &format!("reserved: {list}\ncodes:"));
    assert_eq!(reserved(&with("[m]")), Ok(with("[m, n]")));
    assert_eq!(reserved(&with("[]")), Ok(with("[n]")));
    assert_eq!(reserved(&with("[m] # m")), Ok(with("[m, n] # m")));
    assert_eq!(reserved(&with("\n- m # m")), Ok(with("\n- m # m\n- n")));
}

#[test]
fn rows_are_added_and_removed() {
    let add = |after| edit(SPEC, |editor| editor.add_row(after, "code: n\ntitle: N\n"));
    let row = "\n\n  - code: n\n    title: N";
    let after = |place: &str| Ok(SPEC.replace(place, &format!("{place}{row}")));
    assert_eq!(add(Some(0)), after("# inner"));
    assert_eq!(add(Some(1)), after("# below"));
    assert_eq!(add(None), after("*b}"));
    let remove = |row| edit(SPEC, |editor| editor.remove_row(row));
    let first = "  - status: [404, 410] # two\n    code: 'a'\n";
    assert_eq!(remove(0), Ok(SPEC.replace(first, "")));
    let last = "  - {status: 500, code: c, # c\n     title: *b}\n";
    assert_eq!(remove(2), Ok(SPEC.replace(last, "")));
}

#[test]
fn small_texts_keep_their_line_breaks() {
    let add = |text: &str| edit(text, |editor| editor.add_row(None, "code: n\n"));
    for (before, row) in [
        ("vendor: V\ncodes:\n- code: a", "\n\n- code: n"),
        ("vendor: V\r\ncodes:\r\n  - code: a", "\r\n\r\n  - code: n"),
        ("vendor: V\ncodes:\n- code: a\n- code: b", "\n- code: n"),
        ("\u{feff}vendor: Ü\ncodes:\n - code: é", "\n\n - code: n"),
    ] {
        assert_eq!(add(before), Ok(format!("{before}{row}")));
        let end = if before.contains('\r') {
            "\r\n# end\r\n"
        } else {
            "\n# end\n"
        };
        assert_eq!(
            add(&format!("{before}{end}")),
            Ok(format!("{before}{row}{end}"))
        );
    }
    let brackets = "vendor: V\ncodes: [{code: a}]\n";
    let set = edit(brackets, |editor| editor.set(0, &Entry::text("title", "T")));
    assert_eq!(set, Ok(brackets.replace("a}", "a, title: \"T\"}")));
}

#[test]
fn entries_of_a_row_are_removed() {
    let text = "vendor: V\ncodes:\n  - code: a\n    # c\n    deprecated: # d\n      note: N # n\n    url: https://a.example\n";
    let removed = edit(text, |editor| editor.remove_key(0, "deprecated"));
    assert_eq!(
        removed,
        Ok(text.replace("    deprecated: # d\n      note: N # n\n", ""))
    );
    let flow = "vendor: V\ncodes:\n  - {code: a, deprecated: true}\n";
    let removed = edit(flow, |editor| editor.remove_key(0, "deprecated"));
    assert_eq!(removed, Ok(flow.replace(", deprecated: true", "")));
}

const IN_LINE: &str = "[{code: a}, {code: b}, {code: c}]";
const IN_LINES: &str = "[\n  {code: a}, # a\n  # b\n  {code: b,\n   title: B},\n  {code: c} # c\n]";

fn in_brackets(rows: &str) -> String {
    format!("vendor: V\ncodes: {rows}\n# end")
}

#[test]
fn rows_are_added_in_brackets() {
    let (one_line, lines) = (IN_LINE, IN_LINES);
    let row = "{code: n, title: \"N: 1\", when: [\"a b\", c]}";
    let yaml = "code: n\ntitle: 'N: 1'\nwhen:\n  - 'a b'\n  - c\n";
    let comma = "[\n  {code: a},\n  {code: b}, # b\n]";
    for (rows, after, expected) in [
        (
            one_line,
            Some(0),
            one_line.replace("a}", &format!("a}}, {row}")),
        ),
        (
            one_line,
            None,
            one_line.replace("c}", &format!("c}}, {row}")),
        ),
        (
            lines,
            Some(0),
            lines.replace("# a", &format!("# a\n  {row},")),
        ),
        (
            lines,
            Some(1),
            lines.replace("B},", &format!("B}},\n  {row},")),
        ),
        (
            lines,
            None,
            lines.replace("# c", &format!("# c\n  , {row}")),
        ),
        (comma, None, comma.replace("# b", &format!("# b\n  {row},"))),
    ] {
        let added = edit(&in_brackets(rows), |editor| editor.add_row(after, yaml));
        assert_eq!(added, Ok(in_brackets(&expected)));
    }
}

#[test]
fn rows_in_brackets_are_removed() {
    let (one_line, lines) = (IN_LINE, IN_LINES);
    for (rows, removed, expected) in [
        (one_line, &[0][..], one_line.replace("{code: a}, ", "")),
        (one_line, &[1], one_line.replace("{code: b}, ", "")),
        (one_line, &[2], one_line.replace(", {code: c}", "")),
        (one_line, &[1, 2], "[{code: a}, ]".to_owned()),
        (lines, &[0], lines.replace("  {code: a}, # a\n", "")),
        (
            lines,
            &[1],
            lines.replace("  {code: b,\n   title: B},\n", ""),
        ),
        (lines, &[2], lines.replace("  {code: c} # c\n", "")),
    ] {
        let done = edit(&in_brackets(rows), |editor| {
            removed.iter().try_for_each(|row| editor.remove_row(*row))
        });
        assert_eq!(done, Ok(in_brackets(&expected)));
    }
}

#[test]
fn groups_are_added_after_the_others() {
    let add = |groups: &str| {
        let text = format!("vendor: V\ngroups:{groups}\ncodes:\n  - {{code: a, group: g}}\n");
        let added = edit(&text, |editor| editor.add_group("n:\n  title: N 1\n"));
        added.map(|added| added.replace(&format!("groups:{groups}"), "groups:…"))
    };
    let expected = |added: &str| {
        Ok(format!(
            "vendor: V\ngroups:…{added}\ncodes:\n  - {{code: a, group: g}}\n"
        ))
    };
    let lines = "\n  n:\n    title: N 1";
    assert_eq!(add("\n  g:\n    title: G # g"), expected(lines));
    assert_eq!(add("\n  g: {title: G} # g"), expected(lines));
    assert_eq!(add("\n  g: {}"), expected(lines));
    let text = "vendor: V\ngroups: {g: {title: G}}\ncodes: [{code: a, group: g}]\n";
    let added = edit(text, |editor| editor.add_group("n:\n  title: N 1\n"));
    let in_brackets = "{title: G}, n: {title: N 1}}";
    assert_eq!(added, Ok(text.replace("{title: G}}", in_brackets)));
}
