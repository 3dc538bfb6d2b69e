//! Makes a code the source of your own errors, with thiserror and anyhow.
//!
//! ```sh
//! cargo run --example compose
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add anyhow@1.0.98
//! cargo add thiserror@2.0.12
//! ```

use codes_runtime::codes;

codes! {
    enum PointsCode = "../specs/points.yaml";
}

/// The errors of a client of the API.
#[derive(Debug, thiserror::Error)]
enum ClientError {
    #[error("the points service refused")]
    Refused(#[from] PointsCode),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn request(id: u32) -> Result<u32, ClientError> {
    match id {
        0 => Err(std::io::Error::from(std::io::ErrorKind::ConnectionRefused))?,
        1 => Err(PointsCode::PointsBalanceNegative)?,
        id => Ok(id),
    }
}

fn main() {
    for id in 0..3 {
        match request(id) {
            Ok(id) => println!("{id}: fine"),
            Err(error) => {
                let error = anyhow::Error::from(error);
                println!("{id}: {error:#}");
                println!(
                    "   {:?}",
                    error
                        .chain()
                        .find_map(|cause| cause.downcast_ref::<PointsCode>())
                );
            }
        }
    }
    let plain = anyhow::Error::from(PointsCode::NotFound).context("looking for a user");
    println!("{plain:#} {:?}", plain.downcast_ref::<PointsCode>());
}
