//! ```text
//! static TABLE: Table = Parts { text: "…", rows: b"…", … }.table();
//! static ALL: [PointsCode; 8] = [PointsCode::SuccessfulOperation, …];
//! ```
//! The compiler checks each item of such an array in time proportional to the number of variants. It
//! checks the items of a static once, but those of a constant again in every constant that uses it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal;
use crate::plan::Plan;

pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let Plan {
        name,
        runtime,
        encoded,
        all,
        ..
    } = plan;
    let text = literal::text(&encoded.text);
    let [rows, details, statuses] = [&encoded.rows, &encoded.details, &encoded.statuses]
        .map(|bytes| Literal::byte_string(bytes));
    let [codes, code_seeds] =
        [&encoded.codes, &encoded.code_seeds].map(|bytes| Literal::byte_string(bytes));
    let [names, name_seeds] =
        [&encoded.names, &encoded.name_seeds].map(|bytes| Literal::byte_string(bytes));
    let [list_ends, lists] =
        [&encoded.list_ends, &encoded.lists].map(|bytes| Literal::byte_string(bytes));
    let (first_status, flags) = (encoded.first_status, encoded.flags.to_byte());
    let count = Literal::usize_unsuffixed(all.len());
    let all = literal::parse(
        &all.iter()
            .map(|variant| format!("{name}::{variant},"))
            .collect::<String>(),
    );
    let checksum = plan.checksums.map(|sums| grouped(sums.lengths)).into_iter();
    quote! {
        static TABLE: #runtime::Table = #runtime::__private::v1::Parts {
            text: #text,
            rows: #rows,
            details: #details,
            first_status: #first_status,
            statuses: #statuses,
            codes: #codes,
            code_seeds: #code_seeds,
            names: #names,
            name_seeds: #name_seeds,
            list_ends: #list_ends,
            lists: #lists,
            flags: #flags,
        }
        #(.with_intact_lengths(#checksum))*
        .table();

        static ALL: [#name; #count] = [#all];
    }
}

/// The table of the enum.
///
/// ```text
/// &TABLE
/// TABLE.intact(0x…)      // in a generated file
/// ```
pub(super) fn expand_reference(plan: &Plan) -> TokenStream {
    let Some(checksums) = plan.checksums else {
        return quote!(&TABLE);
    };
    let checksum = grouped(checksums.parts);
    quote!(TABLE.intact(#checksum))
}

/// Silences the compiler's warning about long evaluations, such as the checksum of a large table.
pub(super) fn allow_long(plan: &Plan) -> Option<TokenStream> {
    plan.checksums
        .map(|_| quote!(#[allow(long_running_const_eval)]))
}

/// A number in hexadecimal, in groups of four digits, as clippy requires.
pub(super) fn grouped(number: u64) -> TokenStream {
    let [a, b, c, d] = [48, 32, 16, 0].map(|bits| (number >> bits) & 0xFFFF);
    literal::parse(&format!("0x{a:04X}_{b:04X}_{c:04X}_{d:04X}"))
}
