//! The presets are embedded; an edited one must make a new program.

fn main() {
    println!("cargo::rerun-if-changed=presets");
    println!("cargo::rerun-if-changed=../../locales/en/design.ftl");
}
