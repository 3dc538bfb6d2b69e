//! The enums of a `.proto` file, with their comments.

use codes_spec::camel_case;
use prost_types::{
    DescriptorProto, EnumDescriptorProto, EnumValueDescriptorProto, EnumValueOptions,
    FileDescriptorProto, UninterpretedOption,
};

use crate::import::sources::proto::comments::{Comments, http_mapping};
use crate::messages::Message;
use crate::messages::sources as messages;

/// How deep messages and options may be nested. The parser recurses for each level.
const MAX_DEPTH: usize = 64;

#[derive(Debug)]
pub(super) struct Enum {
    /// The name, prefixed with the names of the messages that contain the enum: `Task.FailureCause`.
    pub(super) name: String,
    pub(super) comment: Option<String>,
    pub(super) values: Vec<ProtoValue>,
    /// The name of the value 0, if it means that no value is set. It is not a code.
    pub(super) unspecified: Option<String>,
}

#[derive(Debug)]
pub(super) struct ProtoValue {
    pub(super) name: String,
    pub(super) number: i32,
    pub(super) comment: Option<String>,
    /// The status in a comment such as `HTTP Mapping: 404 Not Found`.
    pub(super) status: Option<String>,
    /// The name of the variant: the name of the value without the prefix that all values share.
    pub(super) variant: Option<String>,
    /// The name of the value has a prefix, so the variant's name is not the derived one.
    pub(super) has_prefix: bool,
    pub(super) deprecated: bool,
}

/// Returns all enums of a file in order: top-level enums first, then those nested in messages.
pub(super) fn parse(name: &str, text: &str) -> Result<Vec<Enum>, Message> {
    let problem = |offset: usize, problem: &str| {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let (line, column) = (
            before.matches('\n').count() + 1,
            before[line_start..].chars().count() + 1,
        );
        messages::invalid_syntax(name, "proto file", line, column, problem)
    };
    if let Some(offset) = too_deep(text) {
        return Err(problem(offset, "the nesting is too deep"));
    }
    let file = protox_parse::parse("source.proto", text).map_err(|error| {
        // an error without a location is at the end of the file
        let end = text.trim_end().len();
        let offset = error.span().map_or(end, |span| span.start);
        problem(offset, &error.to_string())
    })?;
    let mut found = Vec::new();
    let comments = Comments::of(&file);
    read_file(&file, &comments, &mut found);
    Ok(found)
}

/// Returns the first bracket that is nested too deep.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let token = token_len(rest);
        match &rest[..token] {
            "{" | "[" | "<" | "(" => depth += 1,
            "}" | "]" | ">" | ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(at);
        }
        at += token;
    }
    None
}

/// Returns the length of the comment, string or character at the start of a text.
fn token_len(text: &str) -> usize {
    let end_of = |end: &str| text[2..].find(end).map(|at| 2 + at + end.len());
    let end = if text.starts_with("//") {
        end_of("\n")
    } else if text.starts_with("/*") {
        end_of("*/")
    } else if let Some(quote @ ('"' | '\'')) = text.chars().next() {
        let mut is_escaped = false;
        let is_end = |c: char| {
            let ends = !is_escaped && (c == quote || c == '\n');
            is_escaped = !is_escaped && c == '\\';
            ends
        };
        text[1..].find(is_end).map(|at| 1 + at + 1)
    } else {
        return text.chars().next().map_or(0, char::len_utf8);
    };
    end.unwrap_or(text.len())
}

fn read_file(file: &FileDescriptorProto, comments: &Comments, found: &mut Vec<Enum>) {
    // field numbers in the descriptor of a file
    const ENUMS: i32 = 5;
    const MESSAGES: i32 = 4;
    for (at, one) in (0..).zip(&file.enum_type) {
        found.push(read_enum(one, "", &[ENUMS, at], comments));
    }
    for (at, message) in (0..).zip(&file.message_type) {
        read_message(message, "", &[MESSAGES, at], comments, found);
    }
}

fn read_message(
    message: &DescriptorProto,
    outer: &str,
    path: &[i32],
    comments: &Comments,
    found: &mut Vec<Enum>,
) {
    const ENUMS: i32 = 4;
    const MESSAGES: i32 = 3;
    let name = format!("{outer}{}.", message.name());
    for (at, one) in (0..).zip(&message.enum_type) {
        found.push(read_enum(
            one,
            &name,
            &[path, &[ENUMS, at]].concat(),
            comments,
        ));
    }
    for (at, inner) in (0..).zip(&message.nested_type) {
        read_message(
            inner,
            &name,
            &[path, &[MESSAGES, at]].concat(),
            comments,
            found,
        );
    }
}

fn read_enum(one: &EnumDescriptorProto, outer: &str, path: &[i32], comments: &Comments) -> Enum {
    const VALUES: i32 = 2;
    let prefix = common_prefix(one);
    let mut read = Enum {
        name: format!("{outer}{}", one.name()),
        comment: comments.of_path(path),
        values: Vec::new(),
        unspecified: None,
    };
    for (at, value) in (0..).zip(&one.value) {
        let name = value.name();
        if value.number() == 0 && name.to_ascii_uppercase().ends_with("UNSPECIFIED") {
            read.unspecified = Some(name.to_owned());
            continue;
        }
        let comment = comments.of_path(&[path, &[VALUES, at]].concat());
        let (comment, status) = comment.map_or((None, None), |comment| http_mapping(&comment));
        let rest = &name[prefix..];
        read.values.push(ProtoValue {
            name: name.to_owned(),
            number: value.number(),
            comment,
            status,
            variant: if starts_with_letter(rest) {
                camel_case(rest)
            } else {
                camel_case(name)
            },
            has_prefix: prefix > 0 && starts_with_letter(rest),
            deprecated: value.options.as_ref().is_some_and(is_deprecated),
        });
    }
    read
}

/// Whether a value is deprecated. The parser leaves options uninterpreted, so their names are compared.
fn is_deprecated(options: &EnumValueOptions) -> bool {
    let is_set = |option: &UninterpretedOption| {
        let is_name = matches!(&option.name[..], [part] if part.name_part == "deprecated");
        is_name && option.identifier_value() == "true"
    };
    options.deprecated() || options.uninterpreted_option.iter().any(is_set)
}

/// Returns the length of the prefix up to an underscore that the names of all values have.
fn common_prefix(one: &EnumDescriptorProto) -> usize {
    const FEW: usize = 5;
    let mut names = one.value.iter().map(EnumValueDescriptorProto::name);
    let (Some(first), true) = (names.next(), one.value.len() > 1) else {
        return 0;
    };
    let common = names.fold(first, |common, name| {
        let same = common
            .bytes()
            .zip(name.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        &common[..same]
    });
    let end = common.rfind('_').map_or(0, |at| at + 1);
    let prefix = &common[..end];
    // a few names may begin alike by chance, so the name of the enum must begin like them too
    let plain = |name: &str| name.replace('_', "").to_ascii_lowercase();
    let is_meant = one.value.len() >= FEW || plain(one.name()).starts_with(&plain(prefix));
    let is_left = one.value.iter().all(|value| value.name().len() > end);
    if is_meant && is_left { end } else { 0 }
}

fn starts_with_letter(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{MAX_DEPTH, too_deep};

    #[test]
    fn only_brackets_of_the_syntax_nest() {
        for filler in ["// a < b, (x\n", "/* [ < */", r#"["\"(<"]"#, "'(' \"(\n"] {
            assert_eq!(too_deep(&filler.repeat(2 * MAX_DEPTH)), None, "{filler}");
        }
        let deep = |depth| "// {\n".to_owned() + &"{".repeat(depth) + &"}".repeat(depth);
        assert_eq!(too_deep(&deep(MAX_DEPTH)), None);
        assert_eq!(too_deep(&deep(MAX_DEPTH + 1)), Some(5 + MAX_DEPTH));
        assert_eq!(too_deep("/* \" é"), None);
    }
}
