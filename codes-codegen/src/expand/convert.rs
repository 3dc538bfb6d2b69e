//! ```text
//! impl FromStr for PointsCode { … }            // by a code that only one row has, else by name
//! impl TryFrom<&str> for PointsCode { … }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Plan;

pub(crate) fn expand(plan: &Plan) -> TokenStream {
    let Plan { name, runtime, .. } = plan;
    let bound = plan
        .enumeration
        .is_none()
        .then(|| quote!(where for<'a> #name: #runtime::CodeTable));
    let result = quote!(::core::result::Result<Self, #runtime::UnknownCode>);
    quote! {
        #[automatically_derived]
        impl ::core::str::FromStr for #name #bound {
            type Err = #runtime::UnknownCode;

            #[inline]
            fn from_str(text: &::core::primitive::str) -> #result {
                #runtime::__private::v1::parse(text)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for #name #bound {
            type Error = #runtime::UnknownCode;

            #[inline]
            fn try_from(text: &::core::primitive::str) -> #result {
                #runtime::__private::v1::parse(text)
            }
        }
    }
}
