//! Codes in responses.

#[cfg(feature = "alloc")]
use alloc::borrow::Cow;
use core::fmt;

/// A vendor's code: text or an integer.
///
/// # Examples
///
/// ```
/// use codes_runtime::RawCode;
///
/// assert_eq!(RawCode::from("NotFound"), RawCode::Text("NotFound"));
/// assert_eq!(RawCode::from(-1003).to_string(), "-1003");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RawCode<'a> {
    /// Text.
    Text(&'a str),
    /// An integer.
    Int(i64),
}

impl<'a> RawCode<'a> {
    /// Returns the text, or `None` if the code is an integer.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::RawCode;
    ///
    /// assert_eq!(RawCode::from("NotFound").as_str(), Some("NotFound"));
    /// assert_eq!(RawCode::from(404).as_str(), None);
    /// ```
    pub const fn as_str(self) -> Option<&'a str> {
        match self {
            RawCode::Text(text) => Some(text),
            RawCode::Int(_) => None,
        }
    }

    /// Returns the integer, or `None` if the code is text.
    ///
    /// # Examples
    ///
    /// ```
    /// use codes_runtime::RawCode;
    ///
    /// assert_eq!(RawCode::from(-1003).as_int(), Some(-1003));
    /// assert_eq!(RawCode::from("-1003").as_int(), None);
    /// ```
    pub const fn as_int(self) -> Option<i64> {
        match self {
            RawCode::Text(_) => None,
            RawCode::Int(int) => Some(int),
        }
    }
}

impl PartialEq<str> for RawCode<'_> {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == Some(text)
    }
}

impl PartialEq<&str> for RawCode<'_> {
    fn eq(&self, text: &&str) -> bool {
        self.as_str() == Some(*text)
    }
}

/// Prints the text, or the integer in decimal.
impl fmt::Display for RawCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RawCode::Text(text) => f.pad(text),
            RawCode::Int(int) => fmt::Display::fmt(int, f),
        }
    }
}

impl<'a> From<&'a str> for RawCode<'a> {
    fn from(text: &'a str) -> Self {
        RawCode::Text(text)
    }
}

macro_rules! from_integers {
    ($($int:ty)*) => {
        $(impl From<$int> for RawCode<'_> {
            fn from(int: $int) -> Self {
                RawCode::Int(int.into())
            }
        }

        impl PartialEq<$int> for RawCode<'_> {
            fn eq(&self, int: &$int) -> bool {
                self.as_int() == Some(i64::from(*int))
            }
        })*
    };
}

from_integers! { i8 i16 i32 i64 u8 u16 u32 }

#[cfg(feature = "alloc")]
impl<'a> From<&'a alloc::string::String> for RawCode<'a> {
    fn from(text: &'a alloc::string::String) -> Self {
        RawCode::Text(text)
    }
}

/// A vendor's code in a response, which may own its text.
#[cfg(feature = "alloc")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ReadCode<'r> {
    Text(Cow<'r, str>),
    Int(i64),
}

#[cfg(feature = "alloc")]
impl ReadCode<'_> {
    pub(crate) fn as_raw(&self) -> RawCode<'_> {
        match self {
            ReadCode::Text(text) => RawCode::Text(text),
            ReadCode::Int(int) => RawCode::Int(*int),
        }
    }

    pub(crate) fn into_owned(self) -> ReadCode<'static> {
        match self {
            ReadCode::Text(text) => ReadCode::Text(text.into_owned().into()),
            ReadCode::Int(int) => ReadCode::Int(int),
        }
    }
}

#[cfg(any(feature = "json", feature = "xml"))]
impl<'r> ReadCode<'r> {
    pub(crate) fn into_text(self) -> Cow<'r, str> {
        match self {
            ReadCode::Text(text) => text,
            ReadCode::Int(int) => alloc::format!("{int}").into(),
        }
    }
}

#[cfg(feature = "alloc")]
impl<'r> From<RawCode<'r>> for ReadCode<'r> {
    fn from(code: RawCode<'r>) -> Self {
        match code {
            RawCode::Text(text) => ReadCode::Text(text.into()),
            RawCode::Int(int) => ReadCode::Int(int),
        }
    }
}
