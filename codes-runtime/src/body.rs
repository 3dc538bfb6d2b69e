//! Reads the bodies of responses.

use core::fmt;

use crate::facts::Facts;
#[cfg(feature = "json")]
use crate::json::Json;
use crate::read::document::Parsed;
use crate::reply::Reply;
use crate::table::Table;
#[cfg(feature = "xml")]
use crate::xml::Xml;

/// The code, detail and message read from the body of a response by [`Table::read_body`]. Requires
/// the `json` or the `xml` feature.
pub struct Body {
    facts: Facts<'static>,
}

impl Body {
    /// The longest body that is read, in bytes. Error responses are short.
    pub const LONGEST: usize = 1 << 20;

    /// Returns the response's status with the body's code, detail and message, ready to be classified. If the body has several
    /// errors, these are the first one's.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::CodeTable;
    ///
    /// let body = PointsCode::TABLE.read_body(404, br#"{"code": "NotFound", "message": "no such entry"}"#);
    /// assert_eq!(body.reply().message, Some("no such entry"));
    /// assert_eq!(PointsCode::classify(&body.reply()).one(), Some(PointsCode::NotFound));
    /// ```
    pub fn reply(&self) -> Reply<'_> {
        self.facts.replies().next().unwrap_or_default()
    }
}

impl Table {
    /// Reads the code, detail and message from a body, if the spec's `body` says that responses
    /// with this status have them.
    ///
    /// Nothing is read from a body in another format or from one longer than [`Body::LONGEST`].
    /// Requires the `json` or the `xml` feature.
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../tests/specs/points.yaml"; }
    /// use codes_runtime::{CodeTable, RawCode};
    ///
    /// let body = PointsCode::TABLE.read_body(404, br#"{"code": "NotFound"}"#);
    /// assert_eq!(body.reply().code, Some(RawCode::Text("NotFound")));
    /// ```
    pub fn read_body(&'static self, status: u16, body: &[u8]) -> Body {
        let mut facts = Facts::of(&Reply::new().status(status));
        if let Some(body) = self.parse_body(body, status) {
            body.read_into(self, &mut facts);
        }
        Body {
            facts: facts.into_owned(),
        }
    }
}

/// A body in the format that the spec names, if this build supports it.
pub(crate) enum ParsedBody<'b> {
    #[cfg(feature = "json")]
    Json(Parsed<Json<'b>>),
    #[cfg(feature = "xml")]
    Xml(Parsed<Xml<'b>>),
}

impl Table {
    /// Parses the body of a response, or returns `None` if it is not read.
    pub(crate) fn parse_body<'b>(&self, body: &'b [u8], status: u16) -> Option<ParsedBody<'b>> {
        if !self.reads_body_of(status) || body.len() > Body::LONGEST {
            return None;
        }
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        #[cfg(feature = "json")]
        if self.flags().reads_json() {
            return Some(ParsedBody::Json(self.parsed(Json(body))));
        }
        #[cfg(feature = "xml")]
        if self.flags().reads_xml() {
            return Some(ParsedBody::Xml(
                self.parsed(Xml(str::from_utf8(body).ok()?)),
            ));
        }
        None
    }
}

impl<'b> ParsedBody<'b> {
    /// Adds everything in the body except parameters to the facts of a response.
    pub(crate) fn read_into(&self, table: &'static Table, facts: &mut Facts<'b>) {
        match self {
            #[cfg(feature = "json")]
            ParsedBody::Json(json) => table.read_document(json, facts),
            #[cfg(feature = "xml")]
            ParsedBody::Xml(xml) => table.read_document(xml, facts),
        }
    }

    /// Adds the parameters in the body to the facts of a response.
    #[cfg(feature = "http")]
    pub(crate) fn read_params_into(&self, table: &'static Table, facts: &mut Facts<'_>) {
        match self {
            #[cfg(feature = "json")]
            ParsedBody::Json(json) => table.read_document_params(json, facts),
            #[cfg(feature = "xml")]
            ParsedBody::Xml(xml) => table.read_document_params(xml, facts),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Body").field(&self.reply()).finish()
    }
}

impl Clone for Body {
    fn clone(&self) -> Self {
        Body {
            facts: self.facts.clone(),
        }
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.facts.same(&other.facts)
    }
}

impl Eq for Body {}
