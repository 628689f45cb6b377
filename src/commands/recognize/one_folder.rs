//! Globs of one tree that start in one folder: documents are named by their path below it, and pages lie as they do.

use std::path::PathBuf;

use crate::settings::globs::base_of;

/// Rewrites globs that start in several folders, `guide/**/*.md` and `*.md`, so that all start in the one that holds them:
/// `{guide}/**/*.md`. What they match stays the same.
pub fn start(globs: &mut [String]) {
    let bases: Vec<PathBuf> = globs.iter().filter(|glob| !glob.starts_with('!')).map(|glob| base_of(glob)).collect();
    let Some((first, others)) = bases.split_first() else { return };
    if others.iter().all(|base| base == first) {
        return;
    }
    let common = others.iter().fold(first.clone(), |common, base| {
        common.components().zip(base.components()).take_while(|(one, two)| one == two).map(|(one, _)| one).collect()
    });
    let above = common.components().count();
    for glob in globs.iter_mut().filter(|glob| !glob.starts_with('!') && base_of(glob) != common) {
        let mut steps: Vec<String> = glob.split('/').map(str::to_owned).collect();
        steps[above] = format!("{{{}}}", steps[above]);
        *glob = steps.join("/");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn started(globs: &[&str]) -> Vec<String> {
        let mut globs: Vec<String> = globs.iter().map(|glob| (*glob).to_owned()).collect();
        start(&mut globs);
        globs
    }

    #[test]
    fn globs_start_in_the_folder_that_holds_all() {
        let globs = started(&["guide/**/*.md", "*.md", "toc.yml", "guide/toc.yml", "!guide/old/**"]);
        assert_eq!(globs, ["{guide}/**/*.md", "*.md", "toc.yml", "{guide}/toc.yml", "!guide/old/**"]);
        assert!(globs.iter().filter(|glob| !glob.starts_with('!')).all(|glob| base_of(glob) == PathBuf::new()));
        assert_eq!(started(&["a/b/**/*.md", "a/c/**/*.md"]), ["a/{b}/**/*.md", "a/{c}/**/*.md"]);
        assert_eq!(started(&["a/**/*.md", "a/b/**/*.yml"]), ["a/**/*.md", "a/{b}/**/*.yml"]);
    }

    #[test]
    fn globs_that_start_alike_stay() {
        for globs in [vec!["docs/**/*.md", "docs/*.yml"], vec!["**/*.md", "!a/**"], vec!["docs/**/*.md"], vec![]] {
            assert_eq!(started(&globs), globs);
        }
    }
}
