//! The codes of all error responses: the enum values of properties whose names suggest a code.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::import::sources::openapi::enum_value::EnumValue;
use crate::import::sources::openapi::refs::Refs;
use crate::import::sources::openapi::responses::Response;
use crate::import::sources::openapi::values;
use crate::import::sources::openapi::walk::{self, Property, Rank};
use crate::import::sources::tree::Value;

/// The codes of all properties with the same name.
#[derive(Debug)]
pub(super) struct Codes<'v> {
    /// The name of the property.
    pub(super) name: String,
    pub(super) rank: Rank,
    pub(super) places: Vec<CodePlace<'v>>,
    pub(super) all: Vec<Code>,
    known: HashMap<String, usize>,
}

/// Where responses have a code.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CodePlace<'v> {
    pub(super) path: Vec<String>,
    pub(super) message: Option<&'v str>,
}

/// A code, with the statuses of the responses that may have it.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) value: EnumValue,
    pub(super) statuses: BTreeSet<String>,
}

/// A property with an enum.
type Enum<'v, 't> = (Property<'v, 't>, Rc<Vec<EnumValue>>);

/// Returns the codes of all error responses, by the name of their property, in the order of the document.
pub(super) fn all<'v, 't>(
    responses: &[Response<'v, 't>],
    refs: &mut Refs<'v, 't>,
) -> Vec<Codes<'v>> {
    let mut of_schema: HashMap<usize, Rc<Vec<Enum<'v, 't>>>> = HashMap::new();
    let mut of_property: HashMap<usize, Rc<Vec<EnumValue>>> = HashMap::new();
    let mut found: Vec<Codes<'v>> = Vec::new();
    // a schema is read once for each status
    let mut read: BTreeSet<(usize, Option<&str>)> = BTreeSet::new();
    for response in responses.iter().filter(|response| response.is_error()) {
        for schema in &response.schemas {
            let schema = refs.follow(schema);
            let address = address(schema);
            if !read.insert((address, response.status.as_deref())) {
                continue;
            }
            let enums = of_schema
                .entry(address)
                .or_insert_with(|| Rc::new(enums_of(schema, refs, &mut of_property)));
            add(&mut found, enums, response.status.as_deref());
        }
    }
    found.iter_mut().for_each(Codes::drop_constants);
    found.retain(|codes| !codes.all.is_empty());
    found
}

fn address(schema: &Value<'_>) -> usize {
    std::ptr::from_ref(schema).addr()
}

/// Returns the properties of a schema that have an enum. If several have the same path, as in the parts of an `allOf`,
/// all of them are returned.
fn enums_of<'v, 't>(
    schema: &'v Value<'t>,
    refs: &mut Refs<'v, 't>,
    of_property: &mut HashMap<usize, Rc<Vec<EnumValue>>>,
) -> Vec<Enum<'v, 't>> {
    let mut enums: Vec<Enum<'v, 't>> = Vec::new();
    for property in walk::properties(schema, refs) {
        let values = of_property.entry(address(property.schema));
        let values = values.or_insert_with(|| Rc::new(values::of(property.schema, refs)));
        if !values.is_empty() {
            enums.push((property, Rc::clone(values)));
        }
    }
    // an outer constant, such as `type: error` beside `error.type`, classifies responses and is not a code
    let is_above = |outer: &Property<'_, '_>, inner: &Property<'_, '_>| {
        let parent = &outer.path[..outer.path.len() - 1];
        inner.path.len() > outer.path.len()
            && inner.path.starts_with(parent)
            && inner.rank <= outer.rank
    };
    let is_constant = |(property, values): &Enum<'v, 't>| {
        values.len() == 1 && enums.iter().any(|(inner, _)| is_above(property, inner))
    };
    let kept: Vec<_> = enums
        .iter()
        .filter(|one| !is_constant(one))
        .cloned()
        .collect();
    kept
}

fn add<'v>(found: &mut Vec<Codes<'v>>, enums: &[Enum<'v, '_>], status: Option<&str>) {
    for (property, values) in enums {
        let name = property.path.last().cloned().unwrap_or_default();
        let at = found
            .iter()
            .position(|codes| codes.name == name)
            .unwrap_or_else(|| {
                found.push(Codes {
                    name,
                    rank: property.rank,
                    places: Vec::new(),
                    all: Vec::new(),
                    known: HashMap::new(),
                });
                found.len() - 1
            });
        let place = CodePlace {
            path: property.path.clone(),
            message: property.message,
        };
        found[at].add(place, values, status);
    }
}

impl<'v> Codes<'v> {
    fn add(&mut self, place: CodePlace<'v>, values: &[EnumValue], status: Option<&str>) {
        match self
            .places
            .iter_mut()
            .find(|known| known.path == place.path)
        {
            Some(known) => known.message = known.message.or(place.message),
            None => self.places.push(place),
        }
        for value in values {
            let codes = &mut self.all;
            let at = *self.known.entry(value.value.clone()).or_insert_with(|| {
                codes.push(Code {
                    value: value.clone(),
                    statuses: BTreeSet::new(),
                });
                codes.len() - 1
            });
            let code = &mut codes[at];
            code.statuses.extend(status.map(str::to_owned));
            let known = &mut code.value;
            known.name = known.name.take().or_else(|| value.name.clone());
            known.title = known.title.take().or_else(|| value.title.clone());
            known.description = known
                .description
                .take()
                .or_else(|| value.description.clone());
            known.deprecated |= value.deprecated;
        }
    }

    /// Drops all codes if each of them is just a status of its responses: `code: 404` in the response 404.
    fn drop_constants(&mut self) {
        let is_status = |code: &Code| code.statuses.contains(&code.value.value);
        if self.all.iter().all(is_status) {
            self.all.clear();
        }
    }

    /// Returns the places as messages show them: `error.code`
    pub(super) fn shown(&self) -> Vec<String> {
        self.places
            .iter()
            .map(|place| place.path.join("."))
            .collect()
    }
}
