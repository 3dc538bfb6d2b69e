//! Each feature of the runtime builds alone, with its neighbours and with all others, and without a warning. Without
//! `alloc` there is no allocator to call: look-ups cannot allocate.

use codes_tests::scratch::Scratch;

#[test]
fn each_feature_builds_alone_and_with_others() {
    let scratch = Scratch::new("features");
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../codes-runtime/Cargo.toml");
    for features in [
        "",
        "macros",
        "alloc",
        "std",
        "serde",
        "http",
        "json",
        "alloc,serde",
        "http,json",
        "macros,alloc,std,serde,http,json",
    ] {
        let check =
            ["check", "--offline", "--quiet", "--manifest-path", manifest, "--no-default-features", "--features"];
        let output = scratch.cargo(&[&check[..], &[features]].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{features:?}: {said}");
    }
}
