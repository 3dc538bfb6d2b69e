//! Uses every public item of the runtime with its type, so that an incompatible change fails to compile
//! here before it does in a user's crate.

mod completeness;
mod responses;
mod tables;

use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use codes_runtime::{Code, CodeTable, UnknownCode, UnknownWord, codes};

codes! {
    #[codes(serde)]
    enum Points = "specs/points.yaml";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Own {
    NotFound,
}

type Text = &'static str;
type Maybe<T> = Option<T>;

// Each of these functions compiles only for types that implement the traits expected of their sort.

fn value<T: Copy + Debug + PartialEq + Eq>() {}

fn word<T: Copy + Debug + Eq + Hash + Display + FromStr<Err = UnknownWord>>() {}

fn code<T>()
where
    T: CodeTable + Display + FromStr<Err = UnknownCode>,
    T: TryFrom<&'static str, Error = UnknownCode>,
{
}

fn error<T: std::error::Error + Clone + Send + Sync + 'static>() {}

fn serializable<T: serde::Serialize + serde::de::DeserializeOwned>() {}
