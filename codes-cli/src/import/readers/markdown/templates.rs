//! Template tags, which are removed outside code spans.

use crate::import::readers::markdown::code_spans;

pub(super) fn without_templates(line: &str) -> String {
    let mut rest = line;
    let mut text = String::new();
    let mut spans = None;
    while let Some((before, tag)) = rest.split_once("{%") {
        let Some((_, after)) = tag.split_once("%}") else {
            break;
        };
        text += before;
        let at = line.len() - tag.len();
        let spans = spans.get_or_insert_with(|| code_spans::of_line(line));
        let first_from = spans.partition_point(|(_, end)| *end <= at);
        if spans.get(first_from).is_some_and(|(start, _)| *start < at) {
            text += "{%";
            rest = tag;
        } else {
            rest = after;
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::without_templates;

    #[test]
    fn templates_are_removed_outside_code_spans() {
        for (line, text) in [
            ("{% tabs %}x{% endtabs %}", "x"),
            ("`{% a %}` {% b %}x", "`{% a %}` x"),
            ("``a ` {% a %}`` `{% b %}", "``a ` {% a %}`` `"),
            ("{% a", "{% a"),
        ] {
            assert_eq!(without_templates(line), text, "{line}");
        }
    }

    /// Searching for code spans before each template would take minutes.
    #[test]
    fn many_templates_on_a_line_take_linear_time() {
        for part in ["{% tabs %}x{% endtabs %}", "`a` {% b %}", "`{% c %}"] {
            assert!(!without_templates(&part.repeat(200_000)).is_empty());
        }
    }
}
