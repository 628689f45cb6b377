//! `handback merge-driver`: git asks for one file.

use std::path::Path;

use handback_core::catalog::Id;
use handback_core::catalog::locale::LocaleFile;

use super::pair::Pair;
use super::{Kind, elsewhere, kind, merge_derived, sibling};
use crate::project::merging::{self, Texts};
use crate::settings::config::Config;

/// Whether the next sync recomputes a file.
pub fn is_derived(config: &Config, top: &Path, path: &Path) -> bool {
    kind(config, &top.join(path)).is_some_and(Kind::is_derived)
}

/// Merges one file. `path` is its place in the repository whose top is `top`; `label` is what git calls the other
/// side. `None`: git is to merge it line by line.
pub fn merge(config: &Config, top: &Path, path: &Path, own: &Texts, label: Option<&str>) -> Option<String> {
    let kind = kind(config, &top.join(path))?;
    let own = &merging::without_marks(own.clone());
    if kind.is_derived() {
        return merge_derived(kind, own);
    }
    let commits = merging::commits(top, label, path, own);
    let other = commits.as_ref().and_then(|commits| merging::committed(top, commits, &sibling(path, kind)));
    let elsewhere =
        |ids: &[Id]| commits.as_ref().map_or_else(LocaleFile::default, |commits| elsewhere(top, commits, path, ids));
    let elsewhere = &elsewhere;
    match kind {
        Kind::Resource => Pair { resource: Some(own), state: other.as_ref(), elsewhere }.resource(),
        _ => Pair { resource: other.as_ref(), state: Some(own), elsewhere }.state(),
    }
}
