//! Reads mappings with a fixed set of keys into drafts.

use crate::span::Span;

/// A mapping that was read into a draft.
#[derive(Default)]
pub(crate) struct Drafted<D> {
    pub(crate) draft: D,
    pub(crate) span: Span,
    /// Whether a mistake in it has been reported.
    pub(crate) broken: bool,
}

/// The name of a key: a Rust identifier without `r#`.
pub(crate) const fn key_name(identifier: &'static str) -> &'static str {
    match identifier.as_bytes() {
        [b'r', b'#', ..] => identifier.split_at(2).1,
        _ => identifier,
    }
}

/// Declares the keys of a mapping. From one list of keys, it generates their descriptions, a draft
/// struct for their values, and the function that reads a mapping into the draft.
macro_rules! record {
    ($Draft:ident, $what:literal: $($key:ident: $Type:ty, $need:ident$(($default:literal))?, $line:literal;)*) => {
        #[derive(Default)]
        pub(crate) struct $Draft<'a> {
            $(pub(crate) $key: Field<<$Type as Shape<'a>>::Value>,)*
        }

        impl<'a> $Draft<'a> {
            const KEYS: &'static [Key] = &[$(Key {
                name: key_name(stringify!($key)),
                schema: <$Type as Shape<'a>>::SCHEMA,
                need: Need::$need$(($default))?,
                line: $line,
            }),*];
        }

        impl<'a> Shape<'a> for $Draft<'a> {
            type Value = Drafted<Self>;
            const SCHEMA: Schema = Schema::Record(Self::KEYS);

            fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
                let errors = report.errors();
                let span = node.span();
                let mut draft = Self::default();
                // the guess may be wrong, so mistakes in the value of a guessed key are not reported
                let mut ignored = Report::default();
                for KeyEntry { key, value, guessed, .. } in entries(node, subject, $what, Self::KEYS, report)? {
                    let report = if guessed { &mut ignored } else { &mut *report };
                    match key.name {
                        $(name if name == key_name(stringify!($key)) => {
                            let read = <$Type>::read(value, Subject::key(key.name, key.need == Need::Required), report);
                            draft.$key = read.map_or(Field::Broken, Field::Is);
                            // the entry has been reported; a later check would also report its undeclared names
                            if guessed && matches!(key.name, "group" | "tags") {
                                draft.$key = Field::Broken;
                            }
                        })*
                        other => unreachable!("`{other}` is none of the keys that it was looked up in"),
                    }
                }
                Some(Drafted { draft, span, broken: report.errors() > errors })
            }
        }
    };
}
pub(crate) use record;
