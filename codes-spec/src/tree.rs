//! YAML text as a tree of borrowed nodes, and the places of its scalars.
//!
//! This file and `mark` alone name `serde_yaml`, which is archived upstream. To leave it: `yaml_serde` has the same
//! layout; any other parser will do that gives scalars, lists and mappings in order, and where each scalar begins.
//!
//! A node does not carry its place: reading places costs as much again as reading the tree, and is done only when
//! there is a mistake to show. It carries its ordinal among the document's scalars instead, see `mark`.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_yaml::Error;

use crate::report::{Mistake, Report, Spot};
use crate::{nesting, rule, syntax};

/// How deep lists and mappings may be nested.
const MAX_DEPTH: u32 = 64;

/// How many bytes the keys may have that lead to a value.
const MAX_PATH: usize = 512;

/// A value of the document. A list or a mapping takes the place of the first scalar in it.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) value: Value<'a>,
    pub(crate) ordinal: u32,
}

#[derive(Debug)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Int(i128),
    /// A number that is no integer, or too large for one.
    Float,
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Map(Vec<(Node<'a>, Node<'a>)>),
}

impl Node<'_> {
    const NULL: Self = Node { value: Value::Null, ordinal: 0 };

    pub(crate) fn spot(&self) -> Spot {
        Spot::scalar(self.ordinal)
    }
}

/// Reads a document. `Err` has what stands before the place where it cannot be read, and the report says why.
pub(crate) fn parse<'a>(text: &'a str, report: &mut Report) -> Result<Node<'a>, Node<'a>> {
    let mut root = Node::NULL;
    if let Some(offset) = nesting::too_deep(text) {
        report.push(rule::depth(MAX_DEPTH).at(Spot::Byte(offset)));
        return Err(root);
    }
    if let Some(offset) = surplus_directive(text) {
        report.push(rule::yaml_start('%').at(Spot::Byte(offset)));
        return Err(root);
    }
    let mut builder =
        Builder { report: &mut *report, limit: None, depth: 0, scalars: 0, path: 0, budget: 2 * text.len() + 4096 };
    let read = Fill { builder: &mut builder, node: &mut root }.deserialize(serde_yaml::Deserializer::from_str(text));
    let limit = builder.limit;
    let Err(error) = read else { return Ok(root) };
    report.push(match limit {
        Some(mistake) => mistake.at(Spot::Byte(offset(&error).unwrap_or(0))),
        None => explain(text),
    });
    Err(root)
}

/// Where a line begins with `%` when a few have done so: the parser compares each directive with all before it.
fn surplus_directive(text: &str) -> Option<usize> {
    const FEW: usize = 8;
    let begins_line = |at: &usize| *at == 0 || matches!(text.as_bytes()[at - 1], b'\n' | b'\r');
    text.match_indices('%').map(|(at, _)| at).filter(begins_line).nth(FEW)
}

/// Why a document could not be read to its end, by reading it once more without building anything.
fn explain(text: &str) -> Mistake {
    let Err(error) = IgnoredAny::deserialize(serde_yaml::Deserializer::from_str(text)) else {
        return rule::alias().at(Spot::START);
    };
    if let Some(offset) = offset(&error) {
        return syntax::explain(text, &error.to_string(), offset);
    }
    let second = serde_yaml::Deserializer::from_str(text).nth(1);
    let refused = second.and_then(|document| document.deserialize_any(Refuse).err());
    rule::several_documents().at(Spot::Byte(refused.as_ref().and_then(offset).unwrap_or(0)))
}

fn offset(error: &Error) -> Option<usize> {
    error.location().map(|location| location.index())
}

struct Builder<'r> {
    report: &'r mut Report,
    /// The limit that ended the reading.
    limit: Option<Mistake>,
    depth: u32,
    scalars: u32,
    /// The bytes of the keys that lead to the value being read; the parser writes them into each of its errors.
    path: usize,
    /// Nodes and bytes that may still be made. A document without aliases cannot use it up.
    budget: usize,
}

impl Builder<'_> {
    fn spend<E: de::Error>(&mut self, cost: usize) -> Result<(), E> {
        self.limit = match self.budget.checked_sub(cost) {
            _ if self.depth > MAX_DEPTH => Some(rule::depth(MAX_DEPTH)),
            _ if self.path > MAX_PATH => Some(rule::long_key(MAX_PATH)),
            None => Some(rule::alias()),
            Some(left) => {
                self.budget = left;
                return Ok(());
            }
        };
        Err(E::custom(""))
    }
}

/// Writes a value into a node. After an error, the node holds what was read before it.
struct Fill<'b, 'r, 'de> {
    builder: &'b mut Builder<'r>,
    node: &'b mut Node<'de>,
}

impl<'de> Fill<'_, '_, 'de> {
    fn scalar<E: de::Error>(self, value: Value<'de>, cost: usize) -> Result<(), E> {
        self.builder.spend(cost + 1)?;
        *self.node = Node { value, ordinal: self.builder.scalars };
        self.builder.scalars += 1;
        Ok(())
    }

    /// Reads the inside of a list or a mapping, one level further down.
    fn collection<E: de::Error>(
        self,
        read: impl FnOnce(&mut Builder<'_>, &mut Value<'de>) -> Result<(), E>,
    ) -> Result<(), E> {
        let Fill { builder, node } = self;
        builder.depth += 1;
        node.ordinal = builder.scalars;
        let done = builder.spend(1).and_then(|()| read(builder, &mut node.value));
        builder.depth -= 1;
        if builder.scalars == node.ordinal {
            // without a scalar of its own, it takes the place of the one before it: its key
            node.ordinal = node.ordinal.saturating_sub(1);
        }
        done
    }
}

impl<'de> DeserializeSeed<'de> for Fill<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Fill<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.scalar(Value::Null, 0)
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.scalar(Value::Null, 0)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Value::Bool(value), 0)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.visit_i128(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.visit_i128(value.into())
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<(), E> {
        self.scalar(Value::Int(value), 0)
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<(), E> {
        self.scalar(i128::try_from(value).map_or(Value::Float, Value::Int), 0)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.scalar(Value::Float, 0)
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<(), E> {
        self.scalar(Value::Text(text.into()), text.len())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Value::Text(text.to_owned().into()), text.len())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.collection(|builder, value| {
            let mut nodes = Vec::new();
            let done = loop {
                let mut node = Node::NULL;
                match list.next_element_seed(Fill { builder, node: &mut node }) {
                    Ok(Some(())) => nodes.push(node),
                    Ok(None) => break Ok(()),
                    Err(error) => {
                        nodes.push(node);
                        break Err(error);
                    }
                }
            };
            *value = Value::List(nodes);
            done
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.collection(|builder, value| {
            let mut entries = Vec::new();
            let done = loop {
                let (mut key, mut node) = (Node::NULL, Node::NULL);
                match map.next_key_seed(Fill { builder, node: &mut key }) {
                    Ok(Some(())) => {}
                    Ok(None) => break Ok(()),
                    Err(error) => break Err(error),
                }
                let bytes = if let Value::Text(key) = &key.value { key.len() } else { 0 };
                builder.path += bytes;
                let read = map.next_value_seed(Fill { builder, node: &mut node });
                builder.path -= bytes;
                entries.push((key, node));
                if read.is_err() {
                    break read;
                }
            };
            *value = Value::Map(entries);
            done
        })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        let Fill { builder, node } = self;
        let (IgnoredAny, content) = tagged.variant()?;
        builder.report.push(rule::tag().at(Spot::scalar(builder.scalars)));
        content.newtype_variant_seed(Fill { builder, node })
    }
}

/// Takes nothing, so that the error says where it was offered.
struct Refuse;

impl Visitor<'_> for Refuse {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing")
    }
}
