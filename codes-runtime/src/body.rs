//! Reads the bodies of responses.

use core::fmt;

use crate::document::LONGEST_BODY;
use crate::facts::Facts;
use crate::read::Reader;
use crate::reply::Reply;
use crate::table::Table;

/// The code, detail and message read from the body of a response by [`Table::read_body`]. Requires
/// the `json` or the `xml` feature.
pub struct Body {
    facts: Facts<'static>,
}

impl Body {
    /// The maximum length of a body that is read, in bytes. Error responses are usually far shorter.
    pub const LONGEST: usize = LONGEST_BODY;

    /// Returns the response's status with the body's code, detail and message, ready to be classified. If the body has several
    /// errors, the code, detail and message are those of the first one.
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
        Reply {
            status: self.facts.status,
            success: self.facts.success,
            ..self.facts.first.reply()
        }
    }
}

impl Table {
    /// Reads the code, detail and message from a body, if the spec's `body` says that responses
    /// with this status have them.
    ///
    /// Nothing is read from a body that is not in the spec's format or is longer than
    /// [`Body::LONGEST`]. Requires the `json` or the `xml` feature.
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
        Reader::new(self, self.finder()).read_body(body, status, &mut facts);
        Body {
            facts: facts.into_owned(),
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
