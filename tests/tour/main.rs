//! Shows the tables of five vendors at work: `cargo run -p tour`.

use codes_runtime::{Code, CodeTable, Match, Reply, codes};

codes! {
    pub enum PointsCode = "../../specs/points.yaml";
    pub enum ReferenceCode = "../../specs/reference.yaml";
    pub enum CoverageCode = "../../specs/coverage.yaml";
    pub enum LimitsCode = "../../specs/limits.yaml";
    pub enum GuideCode = "../../specs/guide.yaml";
}

fn main() {
    println!("{} tables", tables().len());
    for (table, rows, errors) in tables() {
        println!(
            "  {:<14} {rows:>2} rows, {errors:>2} of them errors",
            table.vendor()
        );
    }

    println!("\nwhat a row says");
    println!("  {}", PointsCode::PointsBalanceNegative);
    println!("  {:#}", PointsCode::PointsBalanceNegative);

    println!("\nsuccess is the vendor's word: 204 is an error here, and 200 is not");
    println!(
        "  {} is an error: {}",
        PointsCode::NoResults,
        PointsCode::NoResults.is_error()
    );
    println!(
        "  {} is an error: {}",
        PointsCode::SuccessfulOperation,
        PointsCode::SuccessfulOperation.is_error()
    );

    println!("\n401 and 403 mean what each vendor means by them");
    let codes: [&dyn Code; 4] = [
        &LimitsCode::Unauthorized,
        &LimitsCode::Forbidden,
        &GuideCode::Unauthorized,
        &GuideCode::Forbidden,
    ];
    for code in codes {
        let kind = code.kind().map_or("none", codes_runtime::Kind::as_str);
        println!(
            "  {:<10} {} is {kind}",
            code.vendor(),
            code.status().unwrap_or_default()
        );
    }

    println!("\none status, three rows: the message tells them apart");
    let reply = Reply::new().status(404);
    println!(
        "  404                     {:?}",
        CoverageCode::classify(&reply)
    );
    println!(
        "  404 \"Invalid route\"     {:?}",
        CoverageCode::classify(&reply.message("Invalid route"))
    );

    println!("\nnothing is guessed");
    println!("  418 {:?}", GuideCode::classify(&Reply::new().status(418)));
    println!(
        "  418 {:?}",
        ReferenceCode::classify(&Reply::new().status(418))
    );
    assert_eq!(
        GuideCode::classify(&Reply::new().status(418)),
        Match::Unlisted
    );
}

/// Each table with the numbers of its rows and of those that are errors.
fn tables() -> [(&'static codes_runtime::Table, usize, usize); 5] {
    [
        count::<PointsCode>(),
        count::<ReferenceCode>(),
        count::<CoverageCode>(),
        count::<LimitsCode>(),
        count::<GuideCode>(),
    ]
}

fn count<C: CodeTable>() -> (&'static codes_runtime::Table, usize, usize) {
    (
        C::TABLE,
        C::ALL.len(),
        C::ALL.iter().filter(|code| code.is_error()).count(),
    )
}
