//! ```text
//! static TABLE: Table = Parts { text: "…", rows: b"…", … }.table();
//! static ALL: [PointsCode; 8] = [PointsCode::SuccessfulOperation, …];
//! ```
//! Checking an item of such an array takes time in proportion to the number of variants. The items of
//! a static are checked once, those of a constant again in every constant that names it.

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
    let [codes, names] = [&encoded.codes, &encoded.names].map(|bytes| Literal::byte_string(bytes));
    let [list_ends, lists] =
        [&encoded.list_ends, &encoded.lists].map(|bytes| Literal::byte_string(bytes));
    let (first_status, codes_are) = (encoded.first_status, encoded.codes_are as u8);
    let count = Literal::usize_unsuffixed(all.len());
    let all = literal::parse(
        &all.iter()
            .map(|variant| format!("{name}::{variant},"))
            .collect::<String>(),
    );
    quote! {
        static TABLE: #runtime::Table = #runtime::__private::v1::Parts {
            text: #text,
            rows: #rows,
            details: #details,
            first_status: #first_status,
            statuses: #statuses,
            codes: #codes,
            names: #names,
            list_ends: #list_ends,
            lists: #lists,
            codes_are: #codes_are,
        }
        .table();

        static ALL: [#name; #count] = [#all];
    }
}
