//! Smithy models, as an AST in JSON.

use std::collections::{HashMap, HashSet};

use crate::import::sources::cells::SourceTable;
use crate::import::sources::document::{Document, ImportError, Source};
use crate::import::sources::shapes::{self, ErrorShape};
use crate::import::sources::tree::Value;
use crate::messages::sources::{self as messages, LookedFor};

const KIND: &str = "Smithy model";

pub(super) fn read(document: &Document<'_>, root: &Value<'_>) -> Result<Source, ImportError> {
    let entries = root.get("shapes").map_or(&[][..], Value::entries);
    let mut model = Model::default();
    for (id, shape) in entries {
        if shape.text("type") == Some("apply") {
            model.applied.entry(id).or_default().push(shape);
        } else {
            model.shapes.insert(id, shape);
        }
    }
    let rows = entries
        .iter()
        .filter(|(_, shape)| shape.text("type") == Some("structure"));
    let rows: Vec<_> = rows.filter_map(|(id, _)| model.error(id)).collect();
    if rows.is_empty() {
        return Err(document.without_codes(KIND, &LookedFor::SmithyShapes));
    }
    let mut source = Source::new(KIND, messages::error_shapes(rows.len()), rows.len());
    let service = entries
        .iter()
        .find(|(_, shape)| shape.text("type") == Some("service"));
    if let Some((id, _)) = service {
        let text = |name| model.trait_of(id, name).and_then(Value::as_text);
        source.page.title = text("smithy.api#title").map(str::to_owned);
        source.page.about = text("smithy.api#documentation").and_then(shapes::about);
    }
    source.add(SourceTable::of(
        rows.iter().map(ErrorShape::cells).collect(),
    ));
    Ok(source)
}

/// The shapes of a model by their ids, and the traits that `apply` statements add to them.
#[derive(Default)]
struct Model<'v, 't> {
    shapes: HashMap<&'v str, &'v Value<'t>>,
    applied: HashMap<&'v str, Vec<&'v Value<'t>>>,
}

impl<'v, 't> Model<'v, 't> {
    /// Reads a structure with the trait `error`. A mixin is not an error itself.
    fn error(&self, id: &'v str) -> Option<ErrorShape<'v>> {
        if self.own_trait(id, "smithy.api#mixin").is_some() {
            return None;
        }
        let side = self.trait_of(id, "smithy.api#error")?.as_text();
        let query = self.trait_of(id, "aws.protocols#awsQueryError");
        let in_query = |key| query.and_then(|query| query.get(key));
        let status = self
            .trait_of(id, "smithy.api#httpError")
            .or_else(|| in_query("httpResponseCode"));
        let status = status
            .and_then(Value::scalar)
            .map(std::borrow::Cow::into_owned);
        // the status of errors without the trait `httpError`, by the specification
        let default = match side {
            Some("client") => Some("400"),
            Some("server") => Some("500"),
            _ => None,
        };
        let name = id.rsplit_once('#').map_or(id, |(_, name)| name);
        let retryable = self.trait_of(id, "smithy.api#retryable");
        Some(ErrorShape {
            code: in_query("code").and_then(Value::as_text).unwrap_or(name),
            status: status.or(default.map(str::to_owned)),
            documentation: self
                .trait_of(id, "smithy.api#documentation")
                .and_then(Value::as_text),
            retryable: retryable.is_some(),
            throttling: retryable
                .and_then(|trait_| trait_.get("throttling"))
                .is_some_and(Value::is_true),
            deprecated: self.trait_of(id, "smithy.api#deprecated").is_some(),
        })
    }

    /// Returns a trait of a shape, or else of the last of its mixins that has the trait.
    fn trait_of(&self, id: &str, name: &str) -> Option<&'v Value<'t>> {
        self.inherited(id, name, &mut HashSet::new())
    }

    fn inherited(&self, id: &str, name: &str, seen: &mut HashSet<String>) -> Option<&'v Value<'t>> {
        /// The most shapes that are searched for a trait: a shape and its mixins.
        const MAX_MIXINS: usize = 64;
        if seen.len() == MAX_MIXINS || !seen.insert(id.to_owned()) {
            return None;
        }
        let own = self.own_trait(id, name);
        own.or_else(|| {
            let mixins = self.shapes.get(id)?.get("mixins")?.items();
            let mut targets = mixins.iter().rev().filter_map(|mixin| mixin.text("target"));
            targets.find_map(|target| {
                let is_local = self
                    .own_trait(target, "smithy.api#mixin")
                    .is_some_and(|mixin| {
                        let local = mixin.get("localTraits").map_or(&[][..], Value::items);
                        local.iter().any(|local| local.as_text() == Some(name))
                    });
                if is_local {
                    None
                } else {
                    self.inherited(target, name, seen)
                }
            })
        })
    }

    fn own_trait(&self, id: &str, name: &str) -> Option<&'v Value<'t>> {
        let applied = self.applied.get(id).into_iter().flatten().rev();
        let mut shapes = applied.chain(self.shapes.get(id));
        shapes.find_map(|shape| shape.at(&["traits", name]))
    }
}
