//! The catalogue of rules: the id, severity, message and help of each.

use std::fmt::Display;

use crate::diagnostics::catalogue::{join, rules};
use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rule::{Rule, Severity};
pub(crate) use crate::diagnostics::slip_rules::*;
use crate::source::{MAX_BYTES, Unreadable};
use crate::span::Span;

/// Every rule.
pub const RULES: &[&Rule] = &join::<{ LISTED.len() + SLIPS.len() }>(LISTED, SLIPS);

/// Reports why the bytes of a file are not parsed.
pub(crate) fn unreadable(reason: &Unreadable) -> Mistake {
    match *reason {
        Unreadable::TooLarge => too_large(MAX_BYTES >> 20),
        Unreadable::Utf16 => encoding(phrases::UTF_16),
        Unreadable::NotUtf8 { offset } => encoding(phrases::NOT_UTF_8).at(Span::Byte(offset)),
    }
}

rules! {
    LISTED;

    // the file
    too_large(most) = "too-large" Error:
        "the file is larger than {most} MiB" => "split it into several tables, each in a file of its own";
    encoding(found) = "encoding" Error:
        "expected UTF-8, found {found}" => "save the file as UTF-8";
    control(code) = "control-character" Error:
        "control character {code} is not allowed in YAML" => "remove the character; a `description` can contain it as an escape sequence in double quotes";
    empty() = "empty" Error:
        "the file is empty" => "start with `vendor:` and `codes:`";
    several_documents() = "several-documents" Error:
        "a second YAML document starts here, but a spec file holds one table" => "move it to a separate file";
    depth(most) = "depth" Error:
        "nesting is deeper than {most} levels" => "quote text that contains brackets, or close the brackets";
    alias() = "alias" Error:
        "the file is too large after YAML aliases (`*name`) are expanded" => "replace the aliases with the values they stand for";
    repeated_anchor(name) = "repeated-anchor" Error:
        "anchor `&{name}` is defined twice" => "rename one of the anchors, or quote the text that starts with `&`";
    tag() = "tag" Error:
        "YAML tags are not supported" => "remove the tag, or quote text that starts with `!`";
    merge_key() = "merge-key" Error:
        "merge keys (`<<`) are not supported" => "repeat the keys in each mapping";

    // YAML that cannot be read
    yaml_colon(or) = "yaml-colon" Error:
        "unquoted text contains `: `" => "put the whole text in quotes{or}";
    yaml_indent() = "yaml-indent" Error:
        "inconsistent indentation" => "align the keys of each mapping with each other, and likewise the items of each list";
    yaml_tab() = "yaml-tab" Error:
        "tabs are not allowed here" => "replace the tab with spaces";
    yaml_start(found) = "yaml-start" Error:
        "unquoted text cannot start with {found}" => "put the whole text in quotes";
    yaml_comma() = "yaml-comma" Error:
        "expected a value before this comma" => "remove the comma, or quote text that contains commas";
    yaml_quote() = "yaml-quote" Error:
        "unclosed quote" => "add the closing quote; inside single quotes, write `''` for an apostrophe";
    yaml_after_quote() = "yaml-after-quote" Error:
        "unexpected text after a closing quote" => "put the whole text in quotes; write `''` for an apostrophe inside single quotes, `\\\"` inside double quotes";
    yaml_after_bracket(bracket) = "yaml-after-bracket" Error:
        "unexpected text after `{bracket}`" => "put the whole text in quotes, or remove the text after `{bracket}`";
    yaml_key() = "yaml-key" Error:
        "expected `: ` after this key" => "write `key: value`, or indent the line if it continues the text above";
    yaml_bracket(expected) = "yaml-bracket" Error:
        "expected {expected}" => "add the comma or the closing bracket, or quote text that contains brackets, commas or colons";
    yaml_anchor(name) = "yaml-anchor" Error:
        "unknown anchor `{name}`" => "define the anchor before this line, or quote text that starts with `*`";
    yaml_escape(problem, fix) = "yaml-escape" Error:
        "{problem}" => "{fix}";
    yaml_list() = "yaml-list" Error:
        "a list cannot start on the same line as its key" => "start each `- ` item on a new line, or quote text that starts with `- `";
    yaml_block(problem, fix) = "yaml-block" Error:
        "{problem}" => "{fix}";
    yaml(problem, fix) = "yaml" Error:
        "invalid YAML: {problem}" => "{fix}";

    // YAML that is read in an unexpected way
    cut_text() = "cut-text" Warning:
        "` #` starts a comment, so the text ends here" => "put the whole text in quotes; if this is a comment, add a space after `#`";

    // keys and the types of their values
    unknown_key(found, what, instead) = "unknown-key" Error InSchema:
        "unknown key {found} in {what}" => "remove it, or {instead}";
    duplicate_key(key, what, fix) = "duplicate-key" Error:
        "duplicate key `{key}` in {what}" => "{fix}";
    missing_key(what, key) = "missing-key" Error InSchema:
        "missing key `{key}` in {what}" => "add `{key}: …`";
    unquoted(subject, found) = "unquoted" Error InSchema:
        "{subject} must be text, found {found}" => "put the value in quotes";
    wrong_type(subject, expected, found, how, or) = "type" Error InSchema:
        "{subject} must be {expected}, found {found}" => "write {how}{or}";
    empty_text(subject, problem, or) = "empty-text" Error InSchema:
        "{subject} {problem}" => "add a value{or}";
    empty_list(subject, or) = "empty-list" Error InSchema:
        "{subject} is an empty list" => "add an item{or}";
    repeated_item(subject) = "repeated-item" Error InSchema:
        "duplicate item in {subject}" => "remove the duplicate";
    markdown_depth(most) = "markdown-depth" Error:
        "Markdown lists and quotes are nested deeper than {most} levels" => "flatten them, or put a backslash before characters that are meant as text";
    markdown_feature() = "markdown-feature" Error:
        "`markdown: true` needs the feature `markdown` of codes-runtime" => "enable the feature, or remove the key";
    unprintable(subject, problem, fix) = "unprintable" Error InSchema:
        "{subject} {problem}" => "{fix}";
    final_line_end(subject) = "final-line-end" Error InSchema:
        "{subject} must be a single line, but ends with a line break" => "write `>-` or `|-` for block text; in quotes, remove the final `\\n`";
    too_many_rows(rows, most) = "too-many-rows" Error InSchema:
        "the table has {rows} rows; at most {most} are allowed" => "split it into several tables";

    // values
    unknown_word(found, what, words) = "word" Error InSchema:
        "`{found}` is not {what}" => "use one of {words}";
    date(found) = "date" Error InSchema:
        "`{found}` is not a valid date" => "write a real date as YYYY-MM-DD, such as 2026-11-19";
    url(found) = "url" Error InSchema:
        "`{found}` is not a valid URL" => "write an absolute URL without spaces, such as `https://example.com/docs`";
    status(found) = "status" Error InSchema:
        "{found} is not a valid status" => "write a status from 100 to 999, a class such as `5xx` or `50x`, or a range such as `500-599`";
    status_range(low, high) = "status-range" Error:
        "range `{low}-{high}` is reversed" => "put the lower status first";
    status_covered(found, by) = "status-covered" Warning:
        "`{found}` is already part of `{by}`" => "remove `{found}`, or replace `{by}` with the statuses that are meant";
    code_size(found) = "code-size" Error InSchema:
        "integer {found} does not fit in a signed 64-bit integer (`i64`)" => "put it in quotes";
    key_size(subject, len, most, fix) = "key-size" Error:
        "{subject} has {len} bytes; at most {most} are allowed" => "{fix}";
    code_any() = "code-any" Error:
        "code `*` matches every code" => "put the common prefix of the codes before `*`, as in `08*`, or write `'\\*'` for a literal `*`";
    header_name(found) = "header-name" Error InSchema:
        "`{found}` is not a valid header name" => "write the name alone, such as `x-error-code`";
    code_dash(found) = "code-dash" Error:
        "`{found}` is not a valid range" => "separate the first and the last code with a hyphen (`-`)";
    code_range(low, high) = "code-range" Error:
        "range `{low}-{high}` is reversed" => "put the lower code first";
    pointer_start(found) = "pointer" Error InSchema:
        "`{found}` is not a JSON pointer" => "start it with `/`, as in `/error/code`";
    pointer_tilde() = "pointer-escape" Error InSchema:
        "invalid escape sequence in a JSON pointer" => "write `~0` for a tilde and `~1` for a slash";
    placeholder(found) = "placeholder" Error InSchema:
        "unknown placeholder `{{{found}}}`" => "use `{{vendor}}`, `{{status}}`, `{{code}}`, `{{name}}`, `{{title}}` or `{{description}}`; write `{{{{` for a brace";
    placeholder_open() = "placeholder-open" Error InSchema:
        "unclosed brace" => "add the closing brace, or write `{{{{` for a literal brace";
    placeholder_close() = "placeholder-close" Error InSchema:
        "unmatched closing brace" => "add the opening brace, or write `}}}}` for a literal brace";
    template_size(found, most, fix) = "template-size" Error:
        "the template has {found}; at most {most} are allowed" => "{fix}";
    capture_name(found) = "capture-name" Error InSchema:
        "`{{{found}}}` is not a valid capture" => "write a name of lower-case letters, digits and `_`, as in `{{seconds}}`; write `{{{{` for a literal brace";
    repeated_capture(name) = "repeated-capture" Error:
        "duplicate capture `{{{name}}}`" => "give each capture of a pattern its own name, or write `*`";
    adjacent_captures(first, second) = "adjacent-captures" Error:
        "no text between `{first}` and `{second}`, so it is unclear where the first ends" => "add the text that comes between them, or remove one of them";
    message_any(found) = "message-any" Warning:
        "pattern `{found}` matches every message" => "write the words that identify the row, or remove the pattern";
    name(found) = "name" Error InSchema:
        "`{found}` is not a valid identifier" => "use letters, digits and `_`, and start with a letter";
    name_case(found, meant) = "name-case" Warning:
        "variant name `{found}` is not in UpperCamelCase" => "write `{meant}`; if `{found}` was published, add it to `former_names`";
    keyword(found, fix) = "keyword" Error InSchema:
        "`{found}` is a Rust keyword and cannot be a variant name" => "{fix}";
    name_is_item(found) = "name-is-item" Error:
        "variant `{found}` conflicts with the generated constant `{found}`" => "choose another name";
    tag_name(found) = "tag-name" Error InSchema:
        "tag `{found}` is not in snake_case" => "use lower-case letters, digits and single underscores";
    tag_taken(found) = "tag-taken" Error InSchema:
        "tag `{found}` conflicts with the generated method `is_{found}()`" => "choose another name";

    // a row
    no_status_or_code(or) = "no-status-or-code" Error InSchema:
        "a row needs a `status` or a `code`" => "add `status: …` or `code: …`{or}";
    no_name(found) = "no-name" Error:
        "no variant name can be derived from {found}" => "add a name, such as `name: NotFound`";
    outcome_unclear(low, high) = "outcome-unclear" Error:
        "ambiguous outcome: status {low} defaults to `ok`, but status {high} defaults to `error`" => "add the row's outcome, such as `outcome: error`";
    outcome_default(statuses, outcome, why, instead) = "outcome-default" Warning:
        "a row {statuses} defaults to outcome `{outcome}`, but {why}" => "add `outcome: {instead}`, or `outcome: {outcome}` if the default is right";
    display_empty() = "display-empty" Error:
        "`display` prints nothing for this row" => "add one of the template's keys to the row, or add `{{name}}` to the template";

    display_size(most) = "display-size" Error:
        "the `display` texts of the rows add up to more than {most} MiB" => "remove placeholders with long values, such as `{{description}}`, from `display`";

    // rows, and the groups and tags that they name
    mixed_codes(found, others, integer) = "mixed-codes" Error:
        "code {found}, but other codes in the table are {others}" => "write an integer, or put all codes in quotes, as in \"{integer}\"";
    detail_without_code() = "detail-without-code" Error InSchema:
        "a row with a `detail` needs a `code`" => "add `code: …`; or rename `detail` to `code` if it is the only code, or to `description` if it is text for people";
    mixed_details(found, others) = "mixed-details" Error:
        "detail {found}, but other details in the table are {others}" => "write all details as integers, or put all of them in quotes";
    duplicate_name(name, fix) = "duplicate-name" Error:
        "two rows have the same variant name `{name}`" => "{fix}";
    repeated_row(fix) = "repeated-row" Error:
        "duplicate row: same status, code, detail, title, description and messages" => "remove one of the two rows{fix}";
    indistinct_rows(names) = "indistinct-rows" Warning OnlyInCheck:
        "{names} match the same responses: same status, code and detail, and no messages" => "add a `code`, a `detail` or `messages` that distinguish the rows, or merge them";
    unknown_group(found) = "unknown-group" Error:
        "unknown group `{found}`" => "add it to `groups`";
    unknown_tag(found) = "unknown-tag" Error:
        "unknown tag `{found}`" => "add it to `tags`, with its meaning";
    unused_group(found) = "unused-group" Warning:
        "group `{found}` has no rows" => "remove the group, or add `group: {found}` to the rows that belong to it";
    unused_tag(found) = "unused-tag" Warning:
        "tag `{found}` is not used" => "remove the tag, or add it to the `tags` of the rows that it describes";
    too_many_codes(codes, most) = "too-many-codes" Error:
        "the table has {codes} codes and aliases; at most {most} are allowed" => "split it into several tables";
    reserved_code(found) = "reserved-code" Error:
        "{found}" => "remove what the vendor uses again from `reserved`, or use another code";
    alias_taken(found) = "alias-taken" Error:
        "alias `{found}` is the code of another row" => "remove the alias, or correct the code of the other row";
    alias_covered(found, how) = "alias-covered" Error:
        "alias `{found}` is {how}" => "remove the alias";
    former_name_taken(found, fix) = "former-name-taken" Error:
        "former name `{found}` is already used" => "{fix}";
    former_name_is_item(found, item) = "former-name-is-item" Error:
        "former name `{found}` conflicts with {item}" => "remove it from `former_names`";
    code_is_name(found, kind, fix) = "code-is-name" Warning:
        "`{found}` is both the code of this row and the {kind} of another; `FromStr` returns this row" => "{fix}";
    no_pointer() = "no-pointer" Error:
        "`body` has no `code`, `message` or other pointer" => "add `code: …` or `message: …`, or remove `body`";
    no_headers() = "no-headers" Error:
        "`headers` does not name a header to read" => "add a header, as in `code: x-error-code`, or remove `headers`";
    pointer_below_errors(found) = "pointer-below-errors" Error:
        "`{found}` starts at the root of the body, but pointers must be relative to an item of `errors`" => "write the path inside an item, as in `/message`";
    capture_is_param(name) = "capture-is-param" Error:
        "capture `{{{name}}}` has the same name as a parameter" => "rename one of the two";
    success_unknown() = "success-unknown" Warning:
        "cannot tell success from failure: every code without a row counts as an error" => "add `success: …`, or a row with `outcome: ok` for the code that means success";
    no_effect(key, why, instead) = "no-effect" Warning:
        "`{key}` has no effect: {why}" => "remove it, or {instead}";
    display_constant() = "display-constant" Warning:
        "`display` has no placeholder, so every row prints the same text" => "put placeholders in single braces, as in `{{status}} {{title}}`; `{{{{` is a literal brace";
    protocol(found) = "protocol" Warning:
        "protocol `{found}` is not `http`, so statuses get no HTTP names and kinds" => "write `protocol: http`, or remove the key";
    body_statuses() = "body-statuses" Error:
        "missing key `statuses` in `body`, which some rows need because they have a code but no status" => "add `statuses: [4xx, 5xx]`, or `[2xx, 4xx, 5xx]` if errors are sent with status 200";
}
