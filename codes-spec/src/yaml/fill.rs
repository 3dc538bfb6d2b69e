//! Builds nodes from the parser's events.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use crate::yaml::builder::Builder;
use crate::yaml::node::{Node, Value};
use crate::yaml::scalar;

/// Writes a value into a node. After an error, the node contains everything before the error.
pub(crate) struct Fill<'b, 'de> {
    builder: &'b mut Builder<'de>,
    node: &'b mut Node<'de>,
    /// Fast path: the value must be a scalar. Its type is determined here and not by the parser.
    scalar: bool,
}

impl<'b, 'de> Fill<'b, 'de> {
    pub(crate) fn any(builder: &'b mut Builder<'de>, node: &'b mut Node<'de>) -> Self {
        Fill {
            builder,
            node,
            scalar: false,
        }
    }
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

    /// Reads the content of a list or mapping, one level deeper.
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
        let value = if self.scalar && !self.builder.is_quoted(text) {
            scalar::plain(text)
        } else {
            Some(Value::Text(text.into()))
        };
        match value {
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
                let scalar = builder.expects_scalar(None);
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
                let scalar = builder.is_fast();
                match map.next_key_seed(Fill {
                    builder,
                    node: &mut key,
                    scalar,
                }) {
                    Ok(Some(())) => {}
                    Ok(None) => break Ok(()),
                    Err(error) => break Err(error),
                }
                let scalar = builder.expects_scalar(Some(&key));
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
        content.newtype_variant_seed(Fill::any(builder, &mut *node))?;
        if let Value::Null = node.value {
            node.value = Value::Reported;
        }
        Ok(())
    }
}
