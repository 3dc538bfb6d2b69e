//! Makes nodes of what the parser hands out, within limits.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use crate::diagnostics::report::Mistake;
use crate::diagnostics::rules;
use crate::format::KEYS;
use crate::format::schema::Schema;
use crate::yaml::scalar;
use crate::yaml::{MAX_DEPTH, Node, Value};

pub(crate) struct Builder<'de> {
    pub(crate) text: &'de str,
    /// Keys must be scalars, and so must the values of these keys in a row, and all that lies further down.
    scalars_at: Option<Vec<&'static str>>,
    /// The limit that ended the reading.
    pub(crate) limit: Option<Mistake>,
    depth: u32,
    scalars: u32,
    /// The empty lists and mappings behind the last scalar.
    empties: u32,
    /// Bytes of text that may still be made; a node counts as one, a list or a mapping as two. A document without
    /// aliases cannot use it up.
    budget: usize,
}

impl<'de> Builder<'de> {
    pub(crate) fn new(text: &'de str) -> Self {
        let budget = 2 * text.len() + 4096;
        Builder {
            text,
            scalars_at: None,
            limit: None,
            depth: 0,
            scalars: 0,
            empties: 0,
            budget,
        }
    }

    /// One that reads good documents in less time, and others not to their end.
    pub(crate) fn trusting(text: &'de str) -> Self {
        let rows = KEYS.iter().filter_map(|key| {
            if let Schema::Rows(keys) = key.schema {
                Some(keys)
            } else {
                None
            }
        });
        let scalars = rows
            .flatten()
            .filter(|key| key.schema.is_scalar())
            .map(|key| key.name)
            .collect();
        Builder {
            scalars_at: Some(scalars),
            ..Builder::new(text)
        }
    }

    /// One that takes nothing, so that an error says where something was offered.
    pub(crate) fn full() -> Self {
        Builder {
            budget: 0,
            ..Builder::new("")
        }
    }

    /// Whether a scalar must stand behind a key, or in a list.
    fn trusts(&self, key: Option<&Node<'_>>) -> bool {
        /// The table, its list of rows, and a row, whose lists and mappings hold nothing but scalars.
        const ROW: u32 = 3;
        let Some(keys) = &self.scalars_at else {
            return false;
        };
        match key.map(|key| &key.value) {
            Some(Value::Text(key)) if self.depth == ROW => keys.contains(&key.as_ref()),
            _ => self.depth > ROW,
        }
    }

    /// Whether a part of the document stands in quotes.
    fn is_quoted(&self, part: &str) -> bool {
        let end = part.as_ptr().addr() - self.text.as_ptr().addr() + part.len();
        matches!(self.text.as_bytes().get(end), Some(b'"' | b'\''))
    }

    fn spend<E: de::Error>(&mut self, cost: usize) -> Result<(), E> {
        self.limit = match self.budget.checked_sub(cost) {
            _ if self.depth > MAX_DEPTH => Some(rules::depth(MAX_DEPTH)),
            None => Some(rules::alias()),
            Some(left) => {
                self.budget = left;
                return Ok(());
            }
        };
        Err(E::custom(""))
    }
}

/// Writes a value into a node. After an error, the node holds what was read before it.
pub(crate) struct Fill<'b, 'de> {
    pub(crate) builder: &'b mut Builder<'de>,
    pub(crate) node: &'b mut Node<'de>,
    /// It must be a scalar, whose type is told here.
    pub(crate) scalar: bool,
}

impl<'de> Fill<'_, 'de> {
    fn scalar<E: de::Error>(self, value: Value<'de>, cost: usize) -> Result<(), E> {
        self.builder.spend(cost + 1)?;
        *self.node = Node {
            value,
            ordinal: self.builder.scalars,
            empty: 0,
        };
        self.builder.scalars += 1;
        self.builder.empties = 0;
        Ok(())
    }

    /// Reads the inside of a list or a mapping, one level further down.
    fn collection<E: de::Error>(
        self,
        read: impl FnOnce(&mut Builder<'de>, &mut Value<'de>) -> Result<(), E>,
    ) -> Result<(), E> {
        let Fill { builder, node, .. } = self;
        builder.depth += 1;
        node.ordinal = builder.scalars;
        let first_empty = builder.empties + 1;
        let done = builder
            .spend(2)
            .and_then(|()| read(builder, &mut node.value));
        builder.depth -= 1;
        if builder.scalars == node.ordinal {
            node.empty = first_empty;
            builder.empties = builder.empties.max(first_empty);
        }
        done
    }
}

impl<'de> DeserializeSeed<'de> for Fill<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.scalar {
            deserializer.deserialize_str(self)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Fill<'_, 'de> {
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
        let plain = self.scalar && !self.builder.is_quoted(text);
        match if plain {
            scalar::plain(text)
        } else {
            Some(Value::Text(text.into()))
        } {
            Some(value @ Value::Text(_)) => self.scalar(value, text.len()),
            Some(value) => self.scalar(value, 0),
            None => Err(E::custom("")),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Value::Text(text.to_owned().into()), text.len())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.collection(|builder, value| {
            let mut nodes = Vec::new();
            let done = loop {
                let mut node = Node::NULL;
                let scalar = builder.trusts(None);
                match list.next_element_seed(Fill {
                    builder,
                    node: &mut node,
                    scalar,
                }) {
                    Ok(Some(())) => nodes.push(node),
                    Ok(None) => break Ok(()),
                    Err(error) => {
                        nodes.push(node);
                        break Err(error);
                    }
                }
            };
            nodes.shrink_to_fit();
            *value = Value::List(nodes);
            done
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.collection(|builder, value| {
            let mut entries = Vec::new();
            let done = loop {
                let (mut key, mut node) = (Node::NULL, Node::NULL);
                let scalar = builder.scalars_at.is_some();
                match map.next_key_seed(Fill {
                    builder,
                    node: &mut key,
                    scalar,
                }) {
                    Ok(Some(())) => {}
                    Ok(None) => break Ok(()),
                    Err(error) => break Err(error),
                }
                let scalar = builder.trusts(Some(&key));
                let read = map.next_value_seed(Fill {
                    builder,
                    node: &mut node,
                    scalar,
                });
                entries.push((key, node));
                if read.is_err() {
                    break read;
                }
            };
            entries.shrink_to_fit();
            *value = Value::Map(entries);
            done
        })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        let Fill { builder, node, .. } = self;
        let (IgnoredAny, content) = tagged.variant()?;
        content.newtype_variant_seed(Fill {
            builder,
            node: &mut *node,
            scalar: false,
        })?;
        if let Value::Null = node.value {
            node.value = Value::Reported;
        }
        Ok(())
    }
}
