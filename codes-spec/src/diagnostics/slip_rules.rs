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
    slash_comment() = "slash-comment" Error:
        "`//` does not start a comment" => "start comments with `#`";

    // YAML that is read in an unexpected way
    quote_runs_on() = "quote-runs-on" Error:
        "quoted text runs on into the next key or item" => "close the quote, or indent the lines that continue the text";
    unused_anchor(name) = "unused-anchor" Warning:
        "`&{name}` is an unused anchor, not text" => "quote the text, or remove the anchor";
    missing_dash(key) = "missing-dash" Error:
        "duplicate key `{key}` in a row" => "start a new row with `- `, or remove one of the two";
}
