//! The catalogue: every rule that a spec can break, once, with its id, its message and its help.

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

/// Writes the rules' table, and for each a function that makes a mistake of it.
macro_rules! rules {
    ($($name:ident($($arg:ident),*) = $id:literal $severity:ident $($in_schema:ident)?: $message:literal => $help:literal;)*) => {
        #[allow(non_upper_case_globals, reason = "a rule is called as the function that makes a mistake of it")]
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
        "the file has more than {most} bytes" => "split the table into several";
    encoding(found) = "encoding" Error:
        "{found}; a spec is UTF-8" => "save it as UTF-8";
    control(code) = "control-character" Error:
        "{code} cannot stand in YAML" => "remove it, or write it as an escape in double quotes";
    empty() = "empty" Error:
        "the file has no table" => "begin with `vendor:` and `codes:`";
    several_documents() = "several-documents" Error:
        "a second document begins here; a file holds one table" => "move it into a file of its own";
    depth(most) = "depth" Error:
        "more than {most} lists and mappings lie in one another here" => "close the brackets, or quote the text they belong to";
    alias() = "alias" Error:
        "aliases repeat this until there is several times as much as the file has" => "write the values out where they are used";
    repeated_anchor() = "repeated-anchor" Error:
        "two values are named by the same word behind `&`" => "give each a name of its own, or quote the text that begins with `&`";
    tag() = "tag" Error:
        "a tag stands here; specs have none" => "remove the word that begins with `!`, or quote the text";
    merge_key() = "merge-key" Error:
        "`<<` merges nothing here" => "write the keys out in each mapping";

    // YAML that cannot be read
    yaml_colon() = "yaml-colon" Error:
        "a colon and a blank stand inside text without quotes" => "put the whole text in quotes";
    yaml_indent() = "yaml-indent" Error:
        "this line does not fit the lines above it" => "indent it like its siblings, begin each key with `key: ` and each item with `- `";
    yaml_tab() = "yaml-tab" Error:
        "a tab stands where YAML takes blanks only" => "replace it by blanks";
    yaml_start(found) = "yaml-start" Error:
        "`{found}` cannot begin text without quotes" => "put the whole text in quotes";
    yaml_comma() = "yaml-comma" Error:
        "nothing stands before this comma" => "remove it, or put text that has commas in quotes";
    yaml_quote() = "yaml-quote" Error:
        "this quote is never closed" => "close it; inside single quotes, write a quote as two";
    yaml_after_quote() = "yaml-after-quote" Error:
        "something stands behind a closing quote" => "put the whole text in quotes; inside single quotes, write a quote as two";
    yaml_after_bracket() = "yaml-after-bracket" Error:
        "something stands behind a closing bracket" => "put text that begins with a bracket in quotes";
    yaml_key() = "yaml-key" Error:
        "no colon with a blank stands behind this key" => "write `key: value`; indent text that goes on from the line above";
    yaml_bracket(expected) = "yaml-bracket" Error:
        "{expected} is expected here" => "close the bracket, or quote text that has brackets, commas or colons";
    yaml_anchor() = "yaml-anchor" Error:
        "`*` repeats a named value, and none has this name" => "put text that begins with `*` in quotes";
    yaml_escape() = "yaml-escape" Error:
        "this is no escape that YAML knows" => "write a backslash as two, or use single quotes";
    yaml_list() = "yaml-list" Error:
        "a list cannot begin behind its key" => "put each `- ` on a line of its own, or quote the text";
    yaml_block() = "yaml-block" Error:
        "text cannot begin behind `|` or `>`" => "begin it on the next line, indented, or quote it";
    yaml(problem) = "yaml" Error:
        "this is not YAML: {problem}" => "look at the quotes and the indentation of this line and the one above it";

    // YAML that says something else than it seems to
    cut_text() = "cut-text" Warning:
        "a comment begins here, and the text before it ends" => "put the whole text in quotes, or leave a blank behind the `#` of a comment";

    // keys and the shapes of their values
    unknown_key(found, what, instead) = "unknown-key" Error InSchema:
        "{found} is not a key of {what}" => "remove it, or {instead}";
    duplicate_key(key, what) = "duplicate-key" Error:
        "`{key}` stands twice in {what}" => "remove one of the two";
    missing_key(what, key) = "missing-key" Error InSchema:
        "{what} has no `{key}`" => "add `{key}:`";
    unquoted(subject, found) = "unquoted" Error InSchema:
        "{subject} takes text, not {found}" => "write the text, or leave the key out";
    wrong_type(subject, expected, found, how) = "type" Error InSchema:
        "{subject} takes {expected}, not {found}" => "write {how}";
    empty_text(subject, or) = "empty-text" Error InSchema:
        "{subject} has no text" => "write the text{or}";
    empty_list(subject, or) = "empty-list" Error InSchema:
        "{subject} has no items" => "write one{or}";
    repeated_item(subject) = "repeated-item" Error InSchema:
        "this stands twice in {subject}" => "remove one of the two";
    markdown_depth(most) = "markdown-depth" Error:
        "in this Markdown, more than {most} lists and quotes lie in one another" => "take lists or quotes out, or put a backslash before marks that are text";
    unprintable(subject, code) = "unprintable" Error InSchema:
        "{subject} is one line; it cannot have {code}, which breaks or turns it" => "remove the character";
    final_line_end(subject) = "final-line-end" Error InSchema:
        "{subject} is one line, and this ends with a line end" => "begin a block with `>-` or `|-`; in quotes, remove the `\\n` at the end";
    too_many_rows(rows, most) = "too-many-rows" Error InSchema:
        "the table has {rows} rows; at most {most} are read" => "split it into several tables";

    // values
    unknown_word(found, what, words) = "word" Error InSchema:
        "`{found}` is not {what}" => "use one of {words}";
    date(found) = "date" Error InSchema:
        "`{found}` is not a date" => "write year, month and day of the calendar, as 2026-11-19";
    url(found) = "url" Error InSchema:
        "`{found}` is not an address" => "begin with https:// and leave no blanks";
    status(found) = "status" Error InSchema:
        "status {found} is not a number from 100 to 999" => "write a number, a class such as 5xx or 50x, or a range such as 500-599";
    status_range(low, high) = "status-range" Error:
        "the range {low}-{high} is empty" => "put the lower status first";
    code_size(found) = "code-size" Error InSchema:
        "the code {found} is too large for an integer of 64 bits" => "quote it";
    code_dash(found) = "code-dash" Error:
        "`{found}` is no range of codes" => "write a hyphen between the first and the last";
    code_range(low, high) = "code-range" Error:
        "the range from {low} to {high} is empty" => "put the lower code first";
    pointer_start(found) = "pointer" Error InSchema:
        "`{found}` is not a JSON pointer; these begin with `/`" => "begin it with `/`";
    pointer_tilde() = "pointer-escape" Error InSchema:
        "`~` escapes nothing here" => "write `~0` for a tilde, `~1` for a slash in a name";
    placeholder(found) = "placeholder" Error InSchema:
        "`{{{found}}}` is nothing that a row has" => "use vendor, status, code, name, title or description; write `{{{{` for a brace";
    placeholder_open() = "placeholder-open" Error InSchema:
        "this brace is never closed" => "close it, or write `{{{{` for a brace";
    placeholder_close() = "placeholder-close" Error InSchema:
        "this brace closes nothing" => "write `}}}}` for a brace";
    template_size(bytes, places) = "template-size" Error:
        "the template has more than {bytes} bytes, or more than {places} words in braces" => "shorten it; longer text belongs to `description`";
    message_any(found) = "message-any" Warning:
        "the pattern `{found}` fits every message" => "write the words by which the row is known, or leave it out";
    name(found) = "name" Error InSchema:
        "`{found}` is not an identifier" => "use letters, digits and `_`, and begin with a letter";
    keyword(found) = "keyword" Error InSchema:
        "`{found}` is a keyword of Rust" => "choose another name";
    name_is_item(found) = "name-is-item" Error:
        "a variant `{found}` would hide the constant `{found}` that every enum has" => "choose another name";
    tag_name(found) = "tag-name" Error InSchema:
        "the tag `{found}` is not in snake_case" => "use lower-case letters, digits and single `_`";
    tag_taken(found) = "tag-taken" Error InSchema:
        "the tag `{found}` would become `is_{found}()`, which every enum has" => "choose another name";

    // a row
    no_status_or_code() = "no-status-or-code" Error InSchema:
        "a row has neither `status` nor `code`" => "add one of them";
    no_name(found) = "no-name" Error:
        "no name can be made of {found}" => "add `name:`";
    outcome_unclear(low, high) = "outcome-unclear" Error:
        "the statuses lie on both sides of 400 ({low} and {high}), so the outcome must be said" => "add `outcome:`";
    outcome_default(why, outcome) = "outcome-default" Warning:
        "{why}, and its outcome is left to be `{outcome}`" => "say so: `outcome: {outcome}`, or what the vendor says";
    display_empty() = "display-empty" Error:
        "`display` prints nothing for this row" => "give the row what the template shows, or add `{{name}}` to the template";

    display_size(most) = "display-size" Error:
        "the rows up to this one display more than {most} bytes" => "take long texts out of `display`";

    // rows, and what they refer to
    mixed_codes(found, others, integer) = "mixed-codes" Error:
        "the code {found}, but other codes of the table are {others}" => "write an integer, or quote {integer} and the table's other integers, so that all codes are text";
    duplicate_name(name, here, first) = "duplicate-name" Error:
        "two rows come to the name `{name}`" => "write `name: {here}` in this row, and `name: {first}` in the first";
    repeated_row() = "repeated-row" Error:
        "this row repeats another's status, code, title and description" => "remove one of the two";
    unknown_group(found) = "unknown-group" Error:
        "the group `{found}` is not declared" => "add it under `groups:`";
    unknown_tag(found) = "unknown-tag" Error:
        "the tag `{found}` is not declared" => "add it under `tags:`, with what it means";
    unused_group(found) = "unused-group" Warning:
        "no row stands in the group `{found}`" => "remove it, or add `group: {found}` to its rows";
    unused_tag(found) = "unused-tag" Warning:
        "no row has the tag `{found}`" => "remove it, or add it to the `tags` of its rows";
    too_many_codes(codes, most) = "too-many-codes" Error:
        "the table has {codes} codes and aliases; at most {most} are read" => "split it into several tables";
    reserved_code(found) = "reserved-code" Error:
        "the code `{found}` is reserved" => "give the row another code, or free this one";
    alias_taken(found) = "alias-taken" Error:
        "the alias `{found}` is a row's code" => "remove the alias, or the code of that row";
    former_name_taken(found) = "former-name-taken" Error:
        "the former name `{found}` is in use" => "remove it, or rename the other";
    former_name_is_item(found) = "former-name-is-item" Error:
        "the former name `{found}` would meet an item that every enum has" => "remove it";
    code_is_name(found, what) = "code-is-name" Warning:
        "the code `{found}` is another row's {what}; read from text, it means this row" => "give the other row another `name:`, or take the former name out";
    no_pointer() = "no-pointer" Error:
        "`body` has neither `code` nor `message`" => "add one of them, or leave `body` out";
    no_effect(key, why, instead) = "no-effect" Warning:
        "`{key}` changes nothing: {why}" => "remove it, or {instead}";
    display_constant() = "display-constant" Warning:
        "no word of `display` is in braces, so every row prints the same" => "write words of the row in braces, as `{{status}} {{title}}`";
    protocol(found) = "protocol" Warning:
        "`{found}` is taken for another protocol than HTTP, without its names and kinds" => "write `http`, or leave it out";
    body_statuses() = "body-statuses" Error:
        "`body` has a code and a row has no status, so the statuses of replies with a body must be said" => "add `statuses:` to `body`, as [4xx, 5xx] or, for errors inside 200, [2xx, 4xx, 5xx]";
}
