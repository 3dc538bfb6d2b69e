//! The catalogue of rules: the id, severity, message and help of each.

use std::fmt::Display;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::phrases;
use crate::diagnostics::rule::{Rule, Severity};
use crate::source::{MAX_BYTES, Unreadable};
use crate::span::Span;

/// Reports why the bytes of a file are not parsed.
pub(crate) fn unreadable(reason: &Unreadable) -> Mistake {
    match *reason {
        Unreadable::TooLarge => too_large(MAX_BYTES),
        Unreadable::Utf16 => encoding(phrases::UTF_16),
        Unreadable::NotUtf8 { offset } => encoding(phrases::NOT_UTF_8).at(Span::Byte(offset)),
    }
}

/// Declares the rules, and for each a function that creates its mistake.
macro_rules! rules {
    ($($name:ident($($arg:ident),*) = $id:literal $severity:ident $($in_schema:ident)?: $message:literal => $help:literal;)*) => {
        #[allow(non_upper_case_globals, reason = "a rule has the name of its function")]
        mod catalogue {
            use super::{Rule, Severity};

            $(pub(super) const $name: &Rule = &Rule {
                id: concat!("codes::", $id),
                severity: Severity::$severity,
                in_schema: false $(|| rules!(@ $in_schema))?,
            };)*
        }

        /// Every rule.
        pub const RULES: &[&Rule] = &[$(catalogue::$name),*];

        $(pub(crate) fn $name($($arg: impl Display),*) -> Mistake {
            Mistake::new(catalogue::$name, &format!($message), &format!($help))
        })*
    };
    (@ InSchema) => { true };
}

rules! {
    // the file
    too_large(most) = "too-large" Error:
        "the file is larger than {most} bytes" => "split the table into several files";
    encoding(found) = "encoding" Error:
        "expected UTF-8, found {found}" => "save the file as UTF-8";
    control(code) = "control-character" Error:
        "{code} is not allowed in YAML" => "remove it, or write it as an escape sequence in double quotes";
    empty() = "empty" Error:
        "the file is empty" => "start with `vendor:` and `codes:`";
    several_documents() = "several-documents" Error:
        "a second YAML document starts here, but a spec file holds one table" => "move it to a file of its own";
    depth(most) = "depth" Error:
        "nesting is deeper than {most} levels" => "close the brackets, or quote the text they belong to";
    alias() = "alias" Error:
        "aliases expand to several times the size of the file" => "write the values out where they are used";
    repeated_anchor(name) = "repeated-anchor" Error:
        "anchor `&{name}` is defined twice" => "give each anchor a name of its own, or quote the text that starts with `&`";
    tag() = "tag" Error:
        "YAML tags are not supported" => "remove the word that starts with `!`, or quote the text";
    merge_key() = "merge-key" Error:
        "merge keys (`<<`) are not supported" => "write the keys out in each mapping";

    // YAML that cannot be read
    yaml_colon() = "yaml-colon" Error:
        "unquoted text contains `: `" => "put the whole text in quotes";
    yaml_indent() = "yaml-indent" Error:
        "unexpected indentation" => "indent the line like its siblings; start each key with `key: ` and each list item with `- `";
    yaml_tab() = "yaml-tab" Error:
        "tabs are not allowed here" => "replace the tab with spaces";
    yaml_start(found) = "yaml-start" Error:
        "unquoted text cannot start with `{found}`" => "put the whole text in quotes";
    yaml_comma() = "yaml-comma" Error:
        "expected a value before this comma" => "remove the comma, or quote text that contains commas";
    yaml_quote() = "yaml-quote" Error:
        "unclosed quote" => "close it; inside single quotes, write `''` for a quote";
    yaml_after_quote() = "yaml-after-quote" Error:
        "unexpected text after a closing quote" => "put the whole text in quotes; inside single quotes, write `''` for a quote";
    yaml_after_bracket() = "yaml-after-bracket" Error:
        "unexpected text after a closing bracket" => "quote text that starts with a bracket";
    yaml_key() = "yaml-key" Error:
        "expected `: ` after this key" => "write `key: value`, or indent the line if it continues the text above";
    yaml_bracket(expected) = "yaml-bracket" Error:
        "expected {expected}" => "close the bracket, or quote text that contains brackets, commas or colons";
    yaml_anchor() = "yaml-anchor" Error:
        "unknown anchor" => "quote text that starts with `*`";
    yaml_escape() = "yaml-escape" Error:
        "unknown escape sequence" => "write `\\\\` for a backslash, or use single quotes";
    yaml_list() = "yaml-list" Error:
        "a list cannot start on the line of its key" => "put each `- ` on a line of its own, or quote the text";
    yaml_block() = "yaml-block" Error:
        "block text cannot start on the line of its `|` or `>`" => "start it on the next line, indented, or quote it";
    yaml(problem) = "yaml" Error:
        "invalid YAML: {problem}" => "check quotes and indentation on this line and the one above";

    // YAML that does not mean what it appears to
    cut_text() = "cut-text" Warning:
        "a comment starts here and cuts off the text" => "put the whole text in quotes, or write a space after the `#` of a comment";

    // keys and the shapes of their values
    unknown_key(found, what, instead) = "unknown-key" Error InSchema:
        "unknown key {found} in {what}" => "remove it, or {instead}";
    duplicate_key(key, what) = "duplicate-key" Error:
        "duplicate key `{key}` in {what}" => "remove one of the two";
    missing_key(what, key) = "missing-key" Error InSchema:
        "{what} has no `{key}`" => "add `{key}:`";
    unquoted(subject, found) = "unquoted" Error InSchema:
        "{subject} must be text, found {found}" => "put the value in quotes, or remove the key";
    wrong_type(subject, expected, found, how) = "type" Error InSchema:
        "{subject} must be {expected}, found {found}" => "write {how}";
    empty_text(subject, or) = "empty-text" Error InSchema:
        "{subject} is empty" => "add a value{or}";
    empty_list(subject, or) = "empty-list" Error InSchema:
        "{subject} is an empty list" => "add an item{or}";
    repeated_item(subject) = "repeated-item" Error InSchema:
        "duplicate item in {subject}" => "remove one of the two";
    markdown_depth(most) = "markdown-depth" Error:
        "Markdown lists and quotes are nested deeper than {most} levels" => "flatten them, or put a backslash before characters that are meant as text";
    unprintable(subject, code) = "unprintable" Error InSchema:
        "{subject} must be a single line of printable text, but contains {code}" => "remove the character";
    final_line_end(subject) = "final-line-end" Error InSchema:
        "{subject} must be a single line, but ends with a line break" => "write `>-` or `|-` for block text; in quotes, remove the `\\n` at the end";
    too_many_rows(rows, most) = "too-many-rows" Error InSchema:
        "the table has {rows} rows; at most {most} are allowed" => "split it into several tables";

    // values
    unknown_word(found, what, words) = "word" Error InSchema:
        "`{found}` is not {what}" => "use one of {words}";
    date(found) = "date" Error InSchema:
        "`{found}` is not a valid date" => "write it as 2026-11-19";
    url(found) = "url" Error InSchema:
        "`{found}` is not a valid URL" => "start with https:// and use no spaces";
    status(found) = "status" Error InSchema:
        "{found} is not a valid status" => "write a number, a class such as 5xx or 50x, or a range such as 500-599";
    status_range(low, high) = "status-range" Error:
        "range `{low}-{high}` is reversed" => "put the lower status first";
    code_size(found) = "code-size" Error InSchema:
        "integer {found} does not fit in 64 bits" => "put it in quotes";
    code_dash(found) = "code-dash" Error:
        "`{found}` is not a valid range" => "write a hyphen between the first and the last code";
    code_range(low, high) = "code-range" Error:
        "range `{low}-{high}` is reversed" => "put the lower code first";
    pointer_start(found) = "pointer" Error InSchema:
        "`{found}` is not a JSON pointer" => "start with `/`";
    pointer_tilde() = "pointer-escape" Error InSchema:
        "invalid escape sequence in a JSON pointer" => "write `~0` for a tilde and `~1` for a slash";
    placeholder(found) = "placeholder" Error InSchema:
        "unknown placeholder `{{{found}}}`" => "use vendor, status, code, name, title or description; write `{{{{` for a brace";
    placeholder_open() = "placeholder-open" Error InSchema:
        "unclosed brace" => "close it, or write `{{{{` for a brace";
    placeholder_close() = "placeholder-close" Error InSchema:
        "unmatched closing brace" => "write `}}}}` for a brace";
    template_size(bytes, places) = "template-size" Error:
        "the template is longer than {bytes} bytes or has more than {places} placeholders" => "shorten it, and move long text to `description`";
    message_any(found) = "message-any" Warning:
        "pattern `{found}` matches every message" => "write the words that identify the row, or remove the pattern";
    name(found) = "name" Error InSchema:
        "`{found}` is not a valid identifier" => "use letters, digits and `_`, and start with a letter";
    name_case(found) = "name-case" Warning:
        "variant name `{found}` is not in UpperCamelCase" => "rename it, and list it under `former_names` if it was published";
    keyword(found) = "keyword" Error InSchema:
        "`{found}` is a Rust keyword and cannot be a variant name" => "choose another name";
    name_is_item(found) = "name-is-item" Error:
        "variant `{found}` would conflict with the constant `{found}` of every enum" => "choose another name";
    tag_name(found) = "tag-name" Error InSchema:
        "tag `{found}` is not in snake_case" => "use lower-case letters, digits and single underscores";
    tag_taken(found) = "tag-taken" Error InSchema:
        "tag `{found}` would become `is_{found}()`, which every enum already has" => "choose another name";

    // a row
    no_status_or_code() = "no-status-or-code" Error InSchema:
        "a row needs a `status` or a `code`" => "add one of them";
    no_name(found) = "no-name" Error:
        "no variant name can be derived from {found}" => "add `name:`";
    outcome_unclear(low, high) = "outcome-unclear" Error:
        "statuses below and above 400 ({low} and {high}) have no common default for `outcome`" => "add `outcome:`";
    outcome_default(why, outcome) = "outcome-default" Warning:
        "{why}, so its outcome defaults to `{outcome}`" => "write `outcome: {outcome}` if that is right, or what the vendor says";
    display_empty() = "display-empty" Error:
        "`display` prints nothing for this row" => "add the values that the template prints, or add `{{name}}` to the template";

    display_size(most) = "display-size" Error:
        "the rows up to this one print more than {most} bytes" => "remove long texts from `display`";

    // rows, and what they refer to
    mixed_codes(found, others, integer) = "mixed-codes" Error:
        "code {found}, but the table's other codes are {others}" => "write an integer, or quote {integer} and the other integers so that all codes are text";
    duplicate_name(name, here, first) = "duplicate-name" Error:
        "two rows have the same variant name `{name}`" => "add `name: {here}` to this row and `name: {first}` to the first";
    repeated_row() = "repeated-row" Error:
        "duplicate row: same status, code, title and description" => "remove one of the two";
    unknown_group(found) = "unknown-group" Error:
        "unknown group `{found}`" => "declare it under `groups:`";
    unknown_tag(found) = "unknown-tag" Error:
        "unknown tag `{found}`" => "declare it under `tags:` with its meaning";
    unused_group(found) = "unused-group" Warning:
        "group `{found}` has no rows" => "remove it, or add `group: {found}` to its rows";
    unused_tag(found) = "unused-tag" Warning:
        "tag `{found}` is not used" => "remove it, or add it to the `tags` of its rows";
    too_many_codes(codes, most) = "too-many-codes" Error:
        "the table has {codes} codes and aliases; at most {most} are allowed" => "split it into several tables";
    reserved_code(found) = "reserved-code" Error:
        "code `{found}` is reserved" => "change the code of this row, or remove it from `reserved`";
    alias_taken(found) = "alias-taken" Error:
        "alias `{found}` is the code of another row" => "remove the alias, or the code of that row";
    former_name_taken(found) = "former-name-taken" Error:
        "former name `{found}` is already in use" => "remove it, or rename the other row";
    former_name_is_item(found) = "former-name-is-item" Error:
        "former name `{found}` would conflict with an item of every enum" => "remove it";
    code_is_name(found, what) = "code-is-name" Warning:
        "code `{found}` is also the {what} of another row; parsing it gives this row" => "rename the other row with `name:`, or remove its former name";
    no_pointer() = "no-pointer" Error:
        "`body` has neither `code` nor `message`" => "add one of them, or remove `body`";
    no_effect(key, why, instead) = "no-effect" Warning:
        "`{key}` has no effect: {why}" => "remove it, or {instead}";
    display_constant() = "display-constant" Warning:
        "`display` has no placeholder, so every row prints the same text" => "put placeholders in braces, as in `{{status}} {{title}}`";
    protocol(found) = "protocol" Warning:
        "protocol `{found}` is not HTTP, so HTTP's names and kinds do not apply" => "write `http`, or remove the key";
    body_statuses() = "body-statuses" Error:
        "`body.statuses` is required because `body` has a code and a row has no status" => "add `statuses:` to `body`, such as [4xx, 5xx], or [2xx, 4xx, 5xx] if errors come with 200";
}
