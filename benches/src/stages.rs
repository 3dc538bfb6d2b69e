//! Measures the time of each stage of the macro, in this process.
//!
//! Macros run without optimization, and so do `codes-spec` and `codes-codegen` here: see the
//! profile in `Cargo.toml`.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use codes_codegen::docs::{enum_page::enum_docs, variant::variant_docs};
use codes_codegen::{Declaration, Report, Spec, SpecFile};
use quote::quote;

const ROWS: usize = 1_000;

/// Measures every stage in the given number of rounds; returns a Markdown table of the medians.
pub(crate) fn measure(rounds: usize) -> String {
    let file = SpecFile::new("codes.yaml", spec());
    let load = || {
        let mut report = Report::default();
        let spec = Spec::load(Some(&file), &mut report);
        assert_eq!(report.errors(), 0, "the spec has no errors");
        spec
    };
    let spec = load();
    let table = spec.table();
    assert_eq!(table.rows.len(), ROWS);
    let plan = codes_codegen::plan_declaration(declaration(), &spec);
    let mut out = "| stage | ms |\n|---|---:|\n".to_owned();
    let mut stage = |name: &str, run: &dyn Fn()| {
        let _ = writeln!(out, "| {name} | {:.1} |", median(rounds, run));
    };
    stage("read and check the YAML", &|| {
        black_box(load());
    });
    stage("encode", &|| {
        black_box(codes_spec::encode(table));
    });
    stage("documentation", &|| {
        for row in &table.rows {
            black_box(variant_docs(table, row));
        }
        black_box(enum_docs(table));
    });
    stage("all of these and the rest of the plan", &|| {
        black_box(codes_codegen::plan_declaration(declaration(), &load()));
    });
    stage("tokens, with proc-macro2 in place of rustc", &|| {
        black_box(codes_codegen::expand(&plan));
    });
    out
}

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

fn declaration() -> Declaration {
    let mut report = Report::default();
    let tokens = quote!(enum Code = "codes.yaml";);
    let mut declarations = codes_codegen::read_declarations(tokens, &mut report);
    declarations.remove(0).0
}

/// The median time of some runs, in milliseconds.
fn median(rounds: usize, run: &dyn Fn()) -> f64 {
    let mut times: Vec<_> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    1e3 * times[times.len() / 2].as_secs_f64()
}
