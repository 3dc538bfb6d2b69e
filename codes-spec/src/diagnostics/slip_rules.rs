//! Rules for common slips: text that YAML reads in an unexpected way, and files that are not specs.

use std::fmt::Display;

use crate::diagnostics::catalogue::rules;
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rule::{Rule, Severity};

rules! {
    SLIPS;

    // files that are not specs, or hold more than one
    byte_order_mark() = "byte-order-mark" Error:
        "the file starts with two byte order marks" => "remove one of the two";
    foreign_file(what) = "foreign-file" Error:
        "the file is {what}, not a spec" => "convert it with `codes import`";
    other_format(what) = "other-format" Error:
        "the file is {what}, not a spec" => "write a table with `vendor:` and `codes:`";
    code_fence() = "code-fence" Error:
        "the file contains a Markdown code fence" => "remove the lines that start with the fence";
    line_prefix(what) = "line-prefix" Error:
        "the lines start with {what}" => "remove them from each line";
    second_object() = "second-object" Error:
        "a second JSON object starts here, but a spec file holds one table" => "move it to a file of its own, or merge the two";
    merge_conflict() = "merge-conflict" Error:
        "the file contains a merge conflict marker" => "resolve the conflict and remove the markers";
    diff() = "diff" Error:
        "the file contains a line of a diff" => "apply the diff, or delete the lines that start with `-` and remove the `+` from the others";

    // characters that look like others
    odd_space(code) = "odd-space" Error:
        "{code} is not a space in YAML" => "replace it with an ordinary space";
    invisible(subject, code) = "invisible" Error:
        "{subject} contains the invisible character {code}" => "remove the character";
    lookalike(found, plain) = "lookalike" Error:
        "{found} is not YAML syntax" => "replace it with `{plain}`";
    typographic_quotes() = "typographic-quotes" Error:
        "typographic quotes do not quote text in YAML" => "use `\"` or `'`, or remove the quotes";
    list_marker(found) = "list-marker" Error:
        "{found} does not start a list item" => "start each item with `- `, a hyphen and a space";
    missing_comma() = "missing-comma" Error:
        "expected `,` between two items" => "add the comma after the item above";
    quoted_code() = "quoted-code" Warning:
        "the quotes are part of this code" => "write the code without them, unless the vendor's code has them";
    mixed_letters(subject, found, code, plain) = "mixed-letters" Warning:
        "{subject} contains `{found}` ({code}), which looks like `{plain}`" => "replace it with `{plain}`";
    slash_text() = "slash-text" Warning OnlyInCheck:
        "`//` does not start a comment, so the text continues" => "start comments with `#`; if `//` belongs to the text, put it in quotes";
    literal_escape() = "literal-escape" Warning OnlyInCheck:
        "`\\n` is a line break only in double quotes" => "put the text in double quotes; if `\\n` belongs to it, use single quotes";
    joined_lines() = "joined-lines" Warning OnlyInCheck:
        "`\\` at the end of a line is part of the text" => "remove it: the text continues on the next line without it; or put the text in single quotes to keep it";
    full_width_comma(found) = "full-width-comma" Warning OnlyInCheck:
        "{found} does not separate the items of a list" => "replace it with `,`; if it belongs to the text, put the text in quotes";
    slash_comment() = "slash-comment" Error:
        "`//` does not start a comment" => "start comments with `#`";

    // text in another syntax
    markdown_off() = "markdown-off" Warning OnlyInCheck:
        "this text contains Markdown, but the spec does not set `markdown`" => "add `markdown: true` to render it, or `markdown: false` to print the text unchanged";
    html_text(found) = "html-text" Warning OnlyInCheck:
        "`{found}` is HTML, which is printed unchanged" => "write the text without HTML, or add `markdown: false` to keep it";
    foreign_placeholder(found) = "foreign-placeholder" Warning OnlyInCheck:
        "`{found}` is literal text in a pattern" => "write `*` or `{{name}}` for parts that vary, unless messages contain `{found}` itself";
    regex_class(class, start) = "regex-class" Warning OnlyInCheck:
        "`{class}` matches only codes that start with `{start}`" => "write `*` for any text; `.*` is not a regular expression here";
    placeholder_dollar() = "placeholder-dollar" Warning OnlyInCheck:
        "`$` before a placeholder is literal text" => "remove the `$`, unless it is part of the text, as before an amount";
    odd_pointer(found, problem, fix) = "odd-pointer" Warning:
        "`{found}` {problem}" => "{fix}";
    several_codes(subject) = "several-codes" Warning OnlyInCheck:
        "{subject} looks like several codes" => "write one as `code`, and the others as `aliases`, unless the vendor's code is the whole text";
    code_wildcard(problem, fix) = "code-wildcard" Warning OnlyInCheck:
        "{problem}" => "{fix}";
    edge_space(subject) = "edge-space" Warning:
        "{subject} starts or ends with a space" => "remove the space, unless the vendor's code has it";
    unread(key, missing) = "unread" Warning OnlyInCheck:
        "`{key}` of this row is not compared with responses, because neither `body` nor `headers` has `{missing}`" => "add `{missing}: …` to `body` or `headers`, or remove `{key}` from the rows";

    // YAML that is read in an unexpected way
    final_comma() = "final-comma" Error:
        "unexpected comma after a value" => "remove the comma";
    block_list() = "block-list" Error:
        "block text is not a list" => "remove the `|` or `>` after the key";
    quote_runs_on() = "quote-runs-on" Error:
        "quoted text runs on into the next key or item" => "close the quote, or indent the lines that continue the text";
    unused_anchor(name) = "unused-anchor" Warning:
        "`&{name}` is an unused anchor, not text" => "quote the text, or remove the anchor";
    missing_dash(key) = "missing-dash" Error:
        "duplicate key `{key}` in a row" => "start a new row with `- `, or remove one of the two";
}
