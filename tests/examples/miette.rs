//! Reports an error with the vendor's advice as its help, with miette.
//!
//! ```sh
//! cargo run --example miette
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add miette@7.6 --no-default-features
//! cargo add thiserror@2.0.12
//! ```

use std::fmt::Display;

use codes_runtime::{ApiError, CodeTable, Reply, codes};
use miette::{Diagnostic, NarratableReportHandler};

codes! {
    enum PaymentsCode = "specs/payments.yaml";
}

#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct Refused<C: CodeTable>(#[from] ApiError<C>);

impl<C: CodeTable> Diagnostic for Refused<C> {
    fn code(&self) -> Option<Box<dyn Display + '_>> {
        Some(Box::new(self.0.one()?.row().name()))
    }

    fn help(&self) -> Option<Box<dyn Display + '_>> {
        Some(Box::new(self.0.one()?.row().action()?))
    }

    fn url(&self) -> Option<Box<dyn Display + '_>> {
        Some(Box::new(self.0.one()?.row().url()?))
    }
}

fn pay() -> Result<(), Refused<PaymentsCode>> {
    Err(ApiError::new(
        Reply::new()
            .status(402)
            .code("card_declined")
            .message("do not honour"),
    ))?
}

fn main() {
    let mut report = String::new();
    let result = NarratableReportHandler::new().render_report(&mut report, &pay().unwrap_err());
    print!(
        "{}",
        result.map_or_else(|error| error.to_string(), |()| report)
    );
}
