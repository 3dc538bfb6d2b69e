//! Reads the bodies of responses.

use core::fmt;

use crate::facts::Facts;
use crate::reply::Reply;
use crate::table::Table;

/// The facts in the body of a response, as read by [`Table::read_body`]. Requires the `json` or the `xml` feature.
pub struct Body {
    facts: Facts,
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
    /// Reads code, detail and message from a body, if the spec's `body` says that responses of this status have them.
    ///
    /// A body in another format, or one longer than [`Body::LONGEST`], has none. Requires the `json` or the `xml` feature.
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
        self.read_body_into(body, &mut facts);
        Body { facts }
    }
}

impl Table {
    /// Adds the facts in a body to those of a response, if the format of the spec's `body` is one of this build's.
    pub(crate) fn read_body_into(&'static self, body: &[u8], facts: &mut Facts) {
        let reads = facts
            .status
            .is_some_and(|status| self.reads_body_of(status));
        if !reads || body.len() > Body::LONGEST {
            return;
        }
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        #[cfg(feature = "json")]
        if self.flags().reads_json() {
            self.read_document(&crate::json::Json(body), facts);
        }
        #[cfg(feature = "xml")]
        if self.flags().reads_xml() {
            self.read_document(
                &crate::xml::Xml(str::from_utf8(body).unwrap_or_default()),
                facts,
            );
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
