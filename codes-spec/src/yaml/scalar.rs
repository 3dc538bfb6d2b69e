//! What a scalar is taken for. The parser tries each as null, boolean, integers of four kinds and number, which without
//! optimization costs more than all else it does with an event; most are told to be text at a glance.

use serde_yaml::Number;

use crate::yaml::Value;

/// What the parser would make of a scalar without quotes; none where only it can tell, which no good spec needs.
pub(crate) fn plain(text: &str) -> Option<Value<'_>> {
    const LONGEST_WORD: usize = 5;
    const LONGEST_NUMBER: usize = 16;
    let in_numbers = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    if let [b'1'..=b'9', ..] = text.as_bytes()
        && let Ok(int) = text.parse::<u64>()
    {
        return Some(Value::Int(int.into()));
    }
    match text.as_bytes() {
        [b'0'..=b'9' | b'+' | b'-' | b'.', rest @ ..]
            if rest.iter().all(|&byte| in_numbers(byte)) =>
        {
            match text.parse::<Number>() {
                Ok(number) => {
                    let int = number
                        .as_i64()
                        .map(i128::from)
                        .or_else(|| number.as_u64().map(i128::from));
                    Some(int.map_or(Value::Float, Value::Int))
                }
                // perhaps an integer of 128 bits
                Err(_)
                    if text.len() > LONGEST_NUMBER
                        && rest.iter().all(u8::is_ascii_alphanumeric) =>
                {
                    None
                }
                Err(_) => Some(Value::Text(text.into())),
            }
        }
        word if word.len() <= LONGEST_WORD && is_word(text) => None,
        _ => Some(Value::Text(text.into())),
    }
}

fn is_word(text: &str) -> bool {
    matches!(
        text,
        "" | "~"
            | "null"
            | "Null"
            | "NULL"
            | "true"
            | "True"
            | "TRUE"
            | "false"
            | "False"
            | "FALSE"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::yaml::builder::Builder;
    use crate::yaml::{Node, fill};

    /// The tree of a text by our own lights, and by the parser's.
    fn read(text: &str) -> [Option<String>; 2] {
        [Builder::trusting(text), Builder::new(text)].map(|mut builder| {
            let mut root = Node::NULL;
            let read = fill(&mut builder, &mut root);
            read.is_ok().then(|| format!("{root:?}"))
        })
    }

    /// All places that a scalar can stand in.
    fn places(scalar: &str) -> String {
        format!(
            "vendor: {scalar}\ncodes:\n  - code: {scalar}\n    title:   {scalar} # x\n    tags: [{scalar}, \"x\",{scalar}]\n\
             \x20   fields: {{x: {scalar}}}\n  - {{code: {scalar},title: &a {scalar}, group: *a}}\n  - code: &b\n      {scalar}\n"
        )
    }

    fn scalar() -> impl Strategy<Value = String> {
        let text = prop_oneof![
            "[-+]{0,2}(0[xobXOB])?[0-9a-fA-F]{0,3}[0-9]{0,20}",
            "[-+]?[0-9]{0,4}\\.?[0-9]{0,4}([eE][-+]?[0-9]{1,3})?",
            "[-+]?\\.?(inf|Inf|INF|nan|NaN|NAN|infinity)",
            "[-+0-9.][-+0-9a-fx.:_/ ]{0,40}",
            "(null|Null|NULL|nULL|~|true|True|TRUE|tRUE|false|False|FALSE|yes|off)[ x]?",
            "[ -~é]{0,12}",
        ];
        (text, 0..6).prop_map(|(text, style)| match style {
            0 => format!("'{}'", text.replace('\'', "''")),
            1 => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            2 => format!(
                "\"\\\n     {}\"",
                text.replace('\\', "\\\\").replace('"', "\\\"")
            ),
            _ => text,
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_scalar_is_what_the_parser_takes_it_for(scalar in scalar()) {
            for text in [places(&scalar), format!("{scalar}: x\n"), format!("{{x: {{{scalar}: 'x',y}}}}\n")] {
                let [ours, parser_s] = read(&text);
                prop_assert!(ours.is_none() || ours == parser_s, "{text}");
            }
        }
    }

    #[test]
    fn what_good_specs_have_is_told_here() {
        for scalar in [
            "404",
            "-1003",
            "0",
            "18446744073709551615",
            "0x02010001",
            "007",
            "5.7.1",
            "2202E",
            "1.5",
            "1e5",
            "+1",
            "3000-3999",
            "-32099 - -32000",
            "2FA_CONFIRM",
            "2024-05-01",
            "550e8400-e29b-41d4-a716-446655440000",
            "no",
            "'null'",
            "\"404\"",
            "'~'",
            "404 is for what is not there",
            "é",
        ] {
            let [ours, parser_s] = read(&places(scalar));
            assert_eq!(ours, parser_s, "{scalar}");
        }
    }

    #[test]
    fn good_specs_are_read_once() {
        for directory in ["/../specs", "/../tests/specs"] {
            let files = std::fs::read_dir([env!("CARGO_MANIFEST_DIR"), directory].concat())
                .expect("a directory");
            for path in files.map(|file| file.expect("a file").path()) {
                if path
                    .extension()
                    .is_some_and(|extension| extension == "yaml")
                {
                    let [ours, _] = read(&std::fs::read_to_string(&path).expect("text"));
                    assert!(ours.is_some(), "{}", path.display());
                }
            }
        }
    }
}
