//! Says which commit a program is of that is shipped: HANDBACK_COMMIT, else what git knows of this folder.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=HANDBACK_COMMIT");
    let version = env("CARGO_PKG_VERSION").unwrap_or_default();
    let version = match env("HANDBACK_COMMIT").or_else(commit) {
        Some(commit) => format!("{version} ({commit})"),
        None => version,
    };
    println!("cargo::rustc-env=HANDBACK_VERSION={version}");
}

/// What git says of the commit. Asked only for the profile that is shipped: other programs would be built again after
/// every commit. A folder that is no work tree of its own, as from an archive, has none.
fn commit() -> Option<String> {
    let out = env("OUT_DIR")?;
    let profile = Path::new(&out).ancestors().nth(3)?.file_name()?;
    let here = env("CARGO_MANIFEST_DIR")?;
    if profile != "dist" || !Path::new(&here).join(".git").exists() {
        return None;
    }
    println!("cargo::rerun-if-changed={}", git(&here, &["rev-parse", "--git-path", "logs/HEAD"])?);
    git(&here, &["describe", "--always", "--dirty", "--exclude=*", "--abbrev=10"])
}

fn git(here: &str, words: &[&str]) -> Option<String> {
    let output =
        Command::new("git").current_dir(here).args(words).output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn env(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
