//! Demonstrates the tables of five vendors: `cargo run -p tour`.

use codes_runtime::{Code, CodeTable, Kind, Match, Reply, Table, codes};

codes! {
    pub enum PointsCode = "../../specs/points.yaml";
    pub enum ReferenceCode = "../../specs/reference.yaml";
    pub enum CoverageCode = "../../specs/coverage.yaml";
    pub enum LimitsCode = "../../specs/limits.yaml";
    pub enum GuideCode = "../../specs/guide.yaml";
}

fn main() {
    print_tables();
    print_display();
    print_outcomes();
    print_kinds();
    print_messages();
    print_unlisted();
}

fn print_tables() {
    let tables = [
        count::<PointsCode>(),
        count::<ReferenceCode>(),
        count::<CoverageCode>(),
        count::<LimitsCode>(),
        count::<GuideCode>(),
    ];
    println!("{} tables", tables.len());
    for (table, rows, errors) in tables {
        println!(
            "  {:<14} {rows:>2} rows, {errors:>2} of them errors",
            table.vendor()
        );
    }
}

/// The table of an enum with the numbers of its rows and errors.
fn count<C: CodeTable>() -> (&'static Table, usize, usize) {
    let errors = C::ALL.iter().filter(|code| code.is_error()).count();
    (C::TABLE, C::ALL.len(), errors)
}

fn print_display() {
    println!("\nDisplay, short and long");
    println!("  {}", PointsCode::PointsBalanceNegative);
    println!("  {:#}", PointsCode::PointsBalanceNegative);
}

fn print_outcomes() {
    println!("\nthe vendor decides what an error is: here 204 is one");
    for code in [PointsCode::NoResults, PointsCode::SuccessfulOperation] {
        println!("  {code} is an error: {}", code.is_error());
    }
}

fn print_kinds() {
    println!("\nvendors differ in what 401 and 403 mean");
    let codes: [&dyn Code; 4] = [
        &LimitsCode::Unauthorized,
        &LimitsCode::Forbidden,
        &GuideCode::Unauthorized,
        &GuideCode::Forbidden,
    ];
    for code in codes {
        let kind = code.kind().map_or("none", Kind::as_str);
        let status = code.status().unwrap_or_default();
        println!("  {:<10} {status} is {kind}", code.vendor());
    }
}

fn print_messages() {
    println!("\nthree rows for one status: the message tells them apart");
    let reply = Reply::new().status(404);
    println!(
        "  404                     {:?}",
        CoverageCode::classify(&reply)
    );
    let reply = reply.message("Invalid route");
    println!(
        "  404 \"Invalid route\"     {:?}",
        CoverageCode::classify(&reply)
    );
}

fn print_unlisted() {
    println!("\nan unknown status is unlisted, not guessed");
    let reply = Reply::new().status(418);
    println!("  418 {:?}", GuideCode::classify(&reply));
    println!("  418 {:?}", ReferenceCode::classify(&reply));
    assert_eq!(GuideCode::classify(&reply), Match::Unlisted);
}
