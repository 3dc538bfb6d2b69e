//! What each stage takes: `cargo test -p codes-macro stages -- --ignored --nocapture`. `benches` puts it into
//! `BENCHMARKS.md`.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use quote::quote;

const ROWS: usize = 1_000;

fn spec() -> Vec<u8> {
    let mut spec = "vendor: Example API\ncodes:\n".to_owned();
    for i in 0..ROWS {
        let _ = write!(
            spec,
            "  - status: {}\n    code: invoice_address_expired_{i}\n    title: Invoice address {i} expired\n    description: \
             'The address of the invoice is expired: ask the owner to confirm it before anything else is tried.'\n",
            400 + i % 200
        );
    }
    spec.into_bytes()
}

/// The median of some runs, as a row of a table.
fn time<T>(stage: &str, mut run: impl FnMut() -> T) {
    let mut runs: Vec<_> = std::iter::repeat_with(|| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    })
    .take(21)
    .collect();
    runs.sort();
    println!(
        "| {stage} | {:.1} |",
        1e3 * runs[runs.len() / 2].as_secs_f64()
    );
}

#[test]
#[ignore = "it measures"]
fn stages() {
    let spec = spec();
    let loaded = codes_spec::load("codes.yaml", &spec);
    assert_eq!(loaded.table.rows.len(), ROWS);
    let table = &loaded.table;
    let item = || crate::input::read(quote!(enum Code = "codes.yaml";), &mut quote!()).remove(0);
    let bytes = Ok(spec.clone());
    let plan = crate::plan::plan(item(), Some(&bytes));
    println!("| stage | ms |\n|---|---:|");
    time("read and check the YAML", || {
        codes_spec::load("codes.yaml", &spec)
    });
    time("encode", || codes_spec::encode(table));
    time("documentation", || {
        let rows: Vec<_> = table
            .rows
            .iter()
            .map(|row| crate::doc::row(table, row))
            .collect();
        (rows, crate::doc::table(table))
    });
    time("all of these and what else is planned", || {
        crate::plan::plan(item(), Some(&bytes))
    });
    time("tokens, by proc-macro2 in place of rustc", || {
        crate::expand::expand(&plan)
    });
}
