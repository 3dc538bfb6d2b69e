//! The keywords of JSON Schema that the schema of specs uses.

use serde::{Serialize, Serializer};

/// A JSON Schema. Its keywords are written in this order.
#[derive(Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Keywords {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<&'static str>,
    #[serde(rename = "$comment", skip_serializing_if = "Option::is_none")]
    pub(super) comment: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'static str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) types: Option<Types>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    pub(super) words: Option<Vec<&'static str>>,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(super) constant: Option<EmptyMapping>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern: Option<String>,
    /// Values that match this schema are valid only if they also match `refusal`. `not` would have the
    /// same effect, but editors show no useful message for it.
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub(super) exception: Option<Box<Keywords>>,
    /// The schema that values matching `exception` must also match.
    #[serde(rename = "then", skip_serializing_if = "Option::is_none")]
    pub(super) refusal: Option<Box<Keywords>>,
    /// Not a standard keyword. Some editors show it instead of the pattern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<Keywords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_items: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) max_items: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unique_items: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_properties: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) properties: Option<Properties>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) required: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dependencies: Option<Dependencies>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) property_names: Option<Box<Keywords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<Additional>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) any_of: Option<Vec<Keywords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) default: Option<DefaultValue>,
}

impl Keywords {
    /// Removes `errorMessage`, which is not standard, and splits schemas of several types into one for
    /// each type, here and in all subschemas.
    pub(super) fn make_strict(&mut self) {
        self.error_message = None;
        self.parts().for_each(Keywords::make_strict);
        if let Some(Types::Any(types)) = &self.types {
            let schemas = types.iter().map(|name| self.of_one_type(name));
            *self = Keywords {
                description: self.description,
                any_of: Some(schemas.collect()),
                ..Keywords::default()
            };
        }
    }

    /// Returns the subschemas.
    fn parts(&mut self) -> impl Iterator<Item = &mut Keywords> {
        let parts = [
            &mut self.exception,
            &mut self.refusal,
            &mut self.items,
            &mut self.property_names,
        ];
        let parts = parts.into_iter().flatten().map(Box::as_mut);
        let properties = self.properties.iter_mut().flat_map(|all| &mut all.0);
        let additional = match &mut self.additional_properties {
            Some(Additional::Like(schema)) => Some(schema.as_mut()),
            _ => None,
        };
        parts
            .chain(properties.map(|(_, schema)| schema))
            .chain(additional)
            .chain(self.any_of.iter_mut().flatten())
    }

    /// Returns the keywords for one of several types of a scalar.
    fn of_one_type(&self, name: &'static str) -> Self {
        let types = Some(Types::One(name));
        match name {
            "integer" => Keywords {
                types,
                minimum: self.minimum,
                maximum: self.maximum,
                ..Keywords::default()
            },
            "string" => Keywords {
                types,
                pattern: self.pattern.clone(),
                exception: self.exception.clone(),
                refusal: self.refusal.clone(),
                ..Keywords::default()
            },
            _ => Keywords {
                types,
                ..Keywords::default()
            },
        }
    }
}

/// The value `{}`.
#[derive(Clone, Serialize)]
pub(super) struct EmptyMapping {}

#[derive(Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Types {
    One(&'static str),
    Any(Vec<&'static str>),
}

/// For a key, the keys that must be present with it.
#[derive(Clone, Serialize)]
pub(super) struct Dependencies {
    pub(super) detail: [&'static str; 1],
}

#[derive(Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Additional {
    Forbidden(bool),
    Like(Box<Keywords>),
}

#[derive(Clone, Serialize)]
#[serde(untagged)]
pub(super) enum DefaultValue {
    Flag(bool),
    Text(&'static str),
}

/// The schemas of an object's members, in the order of the keys in `codes-spec`.
#[derive(Clone)]
pub(super) struct Properties(pub(super) Vec<(&'static str, Keywords)>);

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, schema)| (name, schema)))
    }
}
