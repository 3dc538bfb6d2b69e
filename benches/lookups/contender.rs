//! A common trait for the APIs of all contenders.

use std::fmt::{Debug, Display};

#[allow(dead_code)] // no program uses all methods
pub trait Contender {
    type Code: Copy + Debug + Display + PartialEq + 'static;

    /// Returns all codes in table order.
    fn all() -> Vec<Self::Code>;
    fn status(code: Self::Code) -> u16;
    fn code(code: Self::Code) -> &'static str;
    fn title(code: Self::Code) -> &'static str;
    fn description(code: Self::Code) -> &'static str;
    fn retry(code: Self::Code) -> Option<impl Debug>;
    fn is_error(code: Self::Code) -> bool;
    fn by_code(code: &str) -> Option<Self::Code>;
    fn by_status(status: u16) -> impl Iterator<Item = Self::Code>;

    /// Returns the code with this status if there is exactly one.
    fn one_by_status(status: u16) -> Option<Self::Code> {
        let mut all = Self::by_status(status);
        all.next().filter(|_| all.next().is_none())
    }

    /// Classifies a response by its code, or by its status if it has no code. The message does not matter, because no
    /// row has message patterns.
    fn classify(status: u16, code: Option<&str>, _message: Option<&str>) -> Option<Self::Code> {
        code.map_or_else(|| Self::one_by_status(status), Self::by_code)
    }

    fn by_name(_name: &str) -> Option<Self::Code> {
        None
    }
}

#[allow(unused_macros)] // a program with one contender uses only one of the two macros
macro_rules! implement_handwritten {
    ($name:ident $krate:ident) => {
        pub struct $name;

        impl crate::contender::Contender for $name {
            type Code = $krate::Code;

            fn all() -> Vec<Self::Code> {
                $krate::Code::all().collect()
            }
            fn status(code: Self::Code) -> u16 {
                code.status()
            }
            fn code(code: Self::Code) -> &'static str {
                code.code()
            }
            fn title(code: Self::Code) -> &'static str {
                code.title()
            }
            fn description(code: Self::Code) -> &'static str {
                code.description()
            }
            fn retry(code: Self::Code) -> Option<impl std::fmt::Debug> {
                code.retry()
            }
            fn is_error(code: Self::Code) -> bool {
                code.is_error()
            }
            fn by_code(code: &str) -> Option<Self::Code> {
                $krate::Code::from_code(code)
            }
            fn by_status(status: u16) -> impl Iterator<Item = Self::Code> {
                $krate::Code::from_status(status)
            }
        }
    };
}

#[allow(unused_macros)]
macro_rules! implement_ours {
    ($name:ident $krate:ident) => {
        pub struct $name;

        impl crate::contender::Contender for $name {
            type Code = $krate::Code;

            fn all() -> Vec<Self::Code> {
                $krate::Code::ALL.to_vec()
            }
            fn status(code: Self::Code) -> u16 {
                code.status().unwrap_or_default()
            }
            fn code(code: Self::Code) -> &'static str {
                match code.code() {
                    Some(codes_runtime::RawCode::Text(code)) => code,
                    _ => "",
                }
            }
            fn title(code: Self::Code) -> &'static str {
                code.title().unwrap_or_default()
            }
            fn description(code: Self::Code) -> &'static str {
                code.description().unwrap_or_default()
            }
            fn retry(code: Self::Code) -> Option<impl std::fmt::Debug> {
                code.retry()
            }
            fn is_error(code: Self::Code) -> bool {
                code.is_error()
            }
            fn by_code(code: &str) -> Option<Self::Code> {
                <Self::Code as codes_runtime::CodeTable>::with_code(code).one()
            }
            fn by_status(status: u16) -> impl Iterator<Item = Self::Code> {
                <Self::Code as codes_runtime::CodeTable>::with_status(status).into_iter()
            }
            fn one_by_status(status: u16) -> Option<Self::Code> {
                <Self::Code as codes_runtime::CodeTable>::with_status(status).one()
            }
            fn by_name(name: &str) -> Option<Self::Code> {
                <Self::Code as codes_runtime::CodeTable>::from_name(name)
            }
            fn classify(
                status: u16,
                code: Option<&str>,
                message: Option<&str>,
            ) -> Option<Self::Code> {
                let reply = codes_runtime::Reply::new().status(status);
                let reply = code.map_or(reply, |code| reply.code(code));
                let reply = message.map_or(reply, |message| reply.message(message));
                <Self::Code as codes_runtime::CodeTable>::classify(&reply).one()
            }
        }
    };
}
