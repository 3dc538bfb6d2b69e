//! A crate without the standard library, with its own panic handler.
#![no_std]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]

use codes_runtime::{CodeTable, Reply};

codes_runtime::codes! {
    /// Codes.
    #[codes(quiet)]
    pub enum Codes = "../specs/features.yaml";
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

/// Returns whether a status is an error.
pub extern "C" fn is_error(status: u16) -> bool {
    Codes::classify(&Reply::new().status(status)).one().is_some_and(Codes::is_error)
}
