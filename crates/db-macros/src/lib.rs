//! `#[db_test]`: one test, both databases.

use proc_macro::TokenStream;
use quote::{format_ident, quote};
use syn::{ItemFn, parse_macro_input};

/// Makes two tests of one: `name::sqlite` and `name::postgres`. The function takes a
/// `db::testing::TestDb`. Without `CAIRN_TEST_POSTGRES` the second says so and passes: the test
/// command always sets it.
#[proc_macro_attribute]
pub fn db_test(_: TokenStream, item: TokenStream) -> TokenStream {
    let function = parse_macro_input!(item as ItemFn);
    let name = &function.sig.ident;
    let inner = format_ident!("promise");
    let body = {
        let mut body = function.clone();
        body.sig.ident = inner.clone();
        body
    };
    let one = |test: &str, dialect: &str| {
        let (test, dialect) = (format_ident!("{test}"), format_ident!("{dialect}"));
        quote! {
            #[test]
            fn #test() {
                ::tokio::runtime::Builder::new_multi_thread()
                    .worker_threads(2)
                    .enable_all()
                    .build()
                    .expect("a runtime")
                    .block_on(async {
                        match ::db::testing::fresh(::db::Dialect::#dialect).await {
                            Some(db) => #inner(db).await,
                            None => eprintln!("CAIRN_TEST_POSTGRES is not set: not run"),
                        }
                    });
            }
        }
    };
    let (sqlite, postgres) = (one("sqlite", "Sqlite"), one("postgres", "Postgres"));
    quote! {
        mod #name {
            use super::*;
            #body
            #sqlite
            #postgres
        }
    }
    .into()
}
