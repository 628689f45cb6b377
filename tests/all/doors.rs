//! The stories of `tests/doors`: what people do around handback, in plain commands.

use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;

#[test]
fn stories_end_well() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/doors");
    let mut stories: Vec<PathBuf> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| is_story(path)).collect();
    stories.sort();
    assert!(stories.len() > 20, "{}", stories.len());
    let failed: Vec<String> = stories.par_iter().filter_map(|story| run(&folder, story).err()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

fn is_story(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "sh")
}

fn run(folder: &Path, story: &Path) -> Result<(), String> {
    let place = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_handback")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("bash")
        .args(["-c", ". \"$0\"; . \"$1\""])
        .args([&folder.join("lib"), story])
        .current_dir(place.path())
        .env("PATH", format!("{}:{path}", program.display()))
        .env("HOME", place.path())
        .env_remove("CI")
        .env_remove("TF_BUILD")
        .env("GIT_CEILING_DIRECTORIES", std::env::temp_dir())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(format!("{}:\n{said}", story.display())) }
}
