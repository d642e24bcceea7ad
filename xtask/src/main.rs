//! Automation in Rust. `cargo xtask screenshots` takes pictures of every page; the rules about the
//! code are tests in `tidy.rs`.

mod screenshots;
#[cfg(test)]
mod tidy;

fn main() -> anyhow::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("screenshots") => screenshots::take(),
        _ => anyhow::bail!("cargo xtask screenshots"),
    }
}
