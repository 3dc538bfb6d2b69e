//! The catalogue of messages about the tokens and paths that users give to the macros.
//!
//! Callers supply the values, and the span at which the compiler shows the message.

use std::fmt::{self, Display};

use proc_macro2::Span;

/// A message from the catalogue, or a fragment of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message(String);

impl Message {
    /// The error that shows this message at a span.
    pub(crate) fn at(self, span: Span) -> syn::Error {
        syn::Error::new(span, self.0)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Declares a function for each message. Its arguments are the values in the message.
macro_rules! messages {
    ($($(#[$attribute:meta])* $name:ident($($arg:ident),*) = $text:literal;)*) => {
        $($(#[$attribute])* pub(crate) fn $name($($arg: impl Display),*) -> Message {
            Message(format!($text))
        })*
    };
}

const DECLARATION: &str = "declare an enum as `pub enum PointsCode = \"specs/points.yaml\";`";

messages! {
    // the declarations in `codes!`
    expected_attribute() = "expected an attribute such as `#[codes(quiet)]`; {DECLARATION}";
    inner_attribute() = "inner attributes and doc comments (`#!`, `//!`) are not allowed here; write `#[…]` or `///`";
    attribute_without_enum() =
        "no enum follows this attribute or doc comment; move it before a declaration, or remove it";
    misplaced_attribute() =
        "attributes and doc comments belong before the visibility and `enum`; move this one there";
    expected_enum(found) = "expected `enum`, found {found}; {DECLARATION}";
    visibility_after_enum() = "the visibility belongs before `enum`; {DECLARATION}";
    expected_name(found) = "expected the name of the enum, found {found}; {DECLARATION}";
    quoted_name(name) = "the name of an enum cannot be in quotes; write `enum {name}`";
    declared_generics() = "an enum declared by `codes!` cannot be generic; remove the parameters";
    variants(name) =
        "`codes!` writes the variants; replace the body with the path of the spec, as in \
         `enum {name} = \"specs/points.yaml\";`, or move the enum out of `codes!` and add `#[derive(Code)]`";
    variants_after_path() = "`codes!` writes the variants; replace the body with `;`";
    missing_path(name) =
        "the path of the spec is missing; write `enum {name} = \"specs/points.yaml\";`";
    expected_equals_sign(found) = "expected `=`, found {found}; {DECLARATION}";
    unquoted_path(path) = "the path of a spec must be a string literal; write `\"{path}\"`";
    added_path() =
        "paths cannot be joined with `+`; write `concat!(env!(\"OUT_DIR\"), \"/points.yaml\")`";
    token(token) = "`{token}`";
    end_of_input() = "the end of the input";
    quoted_semicolon(path) = "the `;` is inside the quotes; write `= {path};`";
    expected_semicolon() = "expected `;` after the path; {DECLARATION}";

    // the arguments of `#[codes(…)]` and `#[code(…)]`
    expected_arguments(attribute) =
        "`{attribute}` needs arguments in parentheses: `#[{attribute}(…)]`";
    expected_comma() = "expected `,` between arguments";
    argument_without_equals(argument) =
        "expected `=` after `{argument}`, as in `{argument} = …`";
    unnamed_argument(value, help) =
        "expected the name of an argument, found `{value}`; {help}";
    expected_value() = "expected a value after `=`";
    unexpected_value(argument) = "`{argument}` does not accept a value; write `{argument}` alone";
    wrong_value(argument, expected) = "`{argument}` must be {expected}";
    unknown_argument(argument, help) = "unknown argument `{argument}`; {help}";
    duplicate_argument(argument) = "duplicate argument `{argument}`; remove one of the two";
    conditional_argument(argument) = "`{argument}` is not allowed inside `cfg_attr`, unlike `serde`; move it to `#[codes(…)]`";
    spec_without_name(path) = "expected `spec` before the path; write `spec = {path}`";
    argument_of_variant(argument) = "`{argument}` belongs in the `#[code(…)]` of a variant";
    argument_of_enum(argument) = "`{argument}` belongs in the `#[code(…)]` of the enum";
    unnamed_integer(value) =
        "`{value}` may be a status or a code; write `status = {value}` or `code = {value}`";
    unnamed_code(value) =
        "`{value}` may be a code or a name; write `code = {value}` or `name = {value}`";
    unquoted_name(name) = "unknown argument `{name}`; write a row's name as `name = \"{name}\"`";
    status_class(status) =
        "`status` must be a single status, but `{status}` is a class; choose the row by its name, \
         as in `name = \"ServerError\"`";
    status_out_of_range(status, expected) =
        "`{status}` is not a valid status; `status` must be {expected}";

    // codes as discriminants
    not_discriminants(repr, reason) = "`repr = {repr}` needs a single integer code for each row, but {reason}";
    wide_repr(repr) = "`repr = {repr}` is not supported, because codes have 64 bits; write `repr = i64` or `repr = u64`";
    row_with_text_code(row) = "the code of row `{row}` is text";
    row_with_aliases(row) = "row `{row}` has aliases";
    row_with_range(row) = "row `{row}` has a range of codes";
    row_without_code(row) = "row `{row}` has no code";
    same_code(first, second, code) = "rows `{first}` and `{second}` both have the code {code}";
    code_does_not_fit(row, code, repr) = "the code {code} of row `{row}` does not fit in `{repr}`";
    designated_twice(argument) =
        "`{argument}` conflicts with `by = discriminant`; remove one of the two";
    expected_discriminant(name) =
        "`by = discriminant` needs a literal discriminant for each variant, as in `{name} = 1025`";

    // the values of arguments
    an_integer_type() = "an integer type, as in `repr = i32`";
    a_designator() = "`discriminant`, as in `by = discriminant`";
    a_crate_path() = "a path, as in `crate = my_crate::codes_runtime`";
    a_row_name() = "a row's name in quotes, as in `name = \"NotFound\"`";
    a_status() = "an integer from 100 to 999, without quotes, as in `status = 404`";
    a_code() = "a row's code, as in `code = \"NotFound\"` or `code = -1003`";

    // the help for an unknown word
    did_you_mean(near) = "did you mean `{near}`?";
    known_arguments(arguments) = "expected one of {arguments}";

    // the tokens of a path
    expected_path() =
        "expected the path of a spec: a string literal, or `concat!` and `env!` of string literals, \
         as in `\"specs/points.yaml\"` or `concat!(env!(\"OUT_DIR\"), \"/points.yaml\")`";
    included_path(path) = "the file is read by its path; write `{path}` alone";
    unprefixed_path(path) = "the path of a spec must be an ordinary string; write `{path}`";
    unset_variable(variable) = "environment variable `{variable}` is not set or not valid Unicode";

    // the path of a spec and its file
    empty_path() = "the path of the spec is empty; write `= \"specs/points.yaml\";`";
    no_manifest_folder(path) =
        "`{path}` is relative to CARGO_MANIFEST_DIR, which is not set; \
         set it, or write an absolute path";
    dangling_link(file, target) = "`{file}` is a symbolic link to `{target}`, which does not exist";
    no_file(file, help) = "cannot find `{file}`{help}";
    unreadable(file, error) = "cannot read spec `{file}`: {error}";
    a_folder(file, help) = "`{file}` is a directory, not a spec{help}";
    not_a_regular_file(file) = "`{file}` is not a regular file";

    // the help for a file that is not a spec
    similar_spec(near) = "; did you mean `{near}`?";
    specs(place, files) = "; {place} contains {files}";
    no_specs(place) = "; {place} contains no specs";
    no_folder(folder) = "; directory `{folder}` does not exist";
    its_directory() = "its directory";
    the_directory() = "it";

    // common slips in declarations and paths
    derive_attribute() = "`#[code(…)]` belongs to `derive(Code)`; write `#[codes(…)]`";
    repr_attribute() =
        "`#[repr(…)]` is not supported here; to use the codes as discriminants, write \
         `#[codes(repr = i32)]`; otherwise, remove it";
    spec_argument(name, path) =
        "the path of the spec is not an argument; write `enum {name} = {path};`";
    argument_of_derive(argument) =
        "`{argument}` is an argument of `derive(Code)`; remove it: `codes!` writes a variant for each row";
    non_exhaustive_argument() =
        "enums of `codes!` are non-exhaustive unless they are `exhaustive`; remove the argument";
    exhaustive_argument(argument) =
        "`{argument}` is not an argument of `derive(Code)`; remove it: only the attribute \
         `#[non_exhaustive]` makes your enum non-exhaustive";
    repr_argument() =
        "`repr` is an argument of `codes!`; write `by = discriminant` to match variants to rows by \
         their discriminants";
    did_you_mean_by() = "unknown argument `discriminant`; did you mean `by = discriminant`?";
    capital_attribute(found) = "attributes are lower-case; write `#[code(…)]` instead of `#[{found}(…)]`";
    codes_attribute() = "`#[codes(…)]` belongs to `codes!`; write `#[code(…)]`";
    non_exhaustive_attribute() =
        "`codes!` adds `#[non_exhaustive]` unless the enum is `exhaustive`; remove the attribute";
    derived_twice(traits) = "`codes!` implements {traits}; remove the duplicates from `derive`";
    derived_default() =
        "`Default` cannot be derived, because `codes!` marks no variant as the default; remove it, \
         and implement `Default` below the macro";
    duplicate_enum(name) = "duplicate enum `{name}`; rename one of the two";
    meant_path(path) =
        "; paths are relative to the directory of `Cargo.toml`: did you mean `{path}`?";
    text_for_path() =
        "expected the path of a spec, found its text; move the text to a file such as \
         `specs/points.yaml`, and write the path of the file";
    url_for_path() =
        "; URLs are not supported: save the spec in the package, and write its path";

    // the contents of a file
    /// A diagnostic of `codes-spec`, which has a catalogue of its own.
    from_spec(rendered) = "{rendered}";
    errors_omitted(path, count) = "{path}: {count} more errors and warnings are not shown";

    // the item under `#[derive(Code)]`
    expected_spec() = "missing `spec`; add `#[code(spec = \"specs/points.yaml\")]`";
    not_an_enum() = "`Code` can only be derived for an enum, with a variant for each row of the table";
    generics() = "an enum that derives `Code` cannot be generic; remove the parameters";
    empty_fields(brackets) = "a variant of an enum that derives `Code` cannot have fields; remove the `{brackets}`";
    fields() =
        "a variant of an enum that derives `Code` cannot have fields; keep the data of a response in a struct next to the code, as `ApiError` does";

    // matching variants to rows
    no_row(vendor, designators, help) = "no row of {vendor} has {designators}\n{help}";
    several_rows(count, designators, rows, help) =
        "{count} rows have {designators}: {rows}\n{help}";
    row_taken(row, rows_left) = "row `{row}` already has a variant; remove one of the two variants, or choose another row\n{rows_left}";
    first_variant(row) = "the first variant for row `{row}`";
    row_without_variant(lines) =
        "1 row has no variant; add it, or add `partial` to `#[code(…)]`:\n\n{lines}";
    rows_without_variant(count, lines) =
        "{count} rows have no variant; add them, or add `partial` to `#[code(…)]`:\n\n{lines}";

    // how a variant designates its row
    the_name(name) = "the name `{name}`";
    the_status(status) = "the status {status}";
    the_text_code(code) = "the code `{code}`";
    the_integer_code(code) = "the code {code}";

    // the help for a variant that does not designate one row
    meant_name(name, rows_left) = "did you mean `#[code(name = \"{name}\")]`?\n{rows_left}";
    meant_code(code) = "did you mean `code = \"{code}\"`?";
    meant_status(status) = "did you mean `status = {status}`? the codes of this table are text";
    codes_are_texts(code) =
        "the codes of this table are text; write one in quotes, as in `code = \"{code}\"`";
    codes_are_integers() = "the codes of this table are integers, as in `code = 1025`";
    table_without_codes() = "the rows of this table have no codes; use `status = …` or `name = …`";
    choose_name(name, rows_left) = "choose one, as in `#[code(name = \"{name}\")]`\n{rows_left}";
    no_row_left() = "all rows have variants";
    one_row_left(row) = "the row without a variant is `{row}`";
    rows_left(rows) = "rows without a variant: {rows}";

    // the expansion
    serde_missing() =
        "`serde` needs the feature `serde` of codes-runtime; enable it with \
         `cargo add codes-runtime --features serde`";
    not_rust(error) = "codes generated invalid Rust code; please report this: {error}";
}

/// Joins words with `and`.
pub(crate) fn join_and<T: Display>(words: impl IntoIterator<Item = T>) -> String {
    let words: Vec<_> = words.into_iter().map(|word| word.to_string()).collect();
    words.join(" and ")
}

/// Lists the first few names, in backticks.
pub(crate) fn names<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    const MOST: usize = 12;
    let omitted = names.len() > MOST;
    let mut shown: Vec<_> = names.take(MOST).map(|name| format!("`{name}`")).collect();
    if omitted {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
