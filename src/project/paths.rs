//! Which file belongs to which document and locale.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use handback_core::catalog::{DocumentName, FileKey};

use crate::settings::config::Config;
use crate::settings::locale::Locale;
use crate::settings::output::Pages;
use crate::settings::tree::tree_of;

/// Resource names that no document may take at the root of a locale.
const RESERVED: &[&str] = &["shared", "terms", "glossary"];

/// What the name of a file with a document's hand-off has before its extension.
pub const PAGE: &str = ".page";

/// The folder and the relative path that a document's resource has: `apps/x.md` lies at `apps/x`,
/// other documents keep their extension (`toc.yml` lies at `toc.yml`).
pub fn resource_stem(key: &FileKey) -> String {
    let FileKey::Document(name) = key else { return "shared".into() };
    let stem = name.strip_suffix(".md").unwrap_or(name);
    // `x.md` must not meet the resource of a YAML document, nor the shared one.
    // `x.page.yaml` is the hand-off of `x.md`.
    let page = stem.ends_with(PAGE);
    let clashes =
        page || RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(stem)) || document_extension(stem);
    if clashes { name.to_string() } else { stem.to_owned() }
}

fn document_extension(stem: &str) -> bool {
    let extension = stem.rsplit('/').next().and_then(|file| file.rsplit_once('.')).map(|(_, extension)| extension);
    extension.is_some_and(|extension| {
        ["md", "markdown", "mdx", "yml", "yaml"].iter().any(|known| known.eq_ignore_ascii_case(extension))
    })
}

/// The file key of a resource or state file, given its path below the locale's folder, with `/` and
/// without `.ftl` or `.yaml`. `None` for files that hold no messages of documents.
pub fn key_of_stem(stem: &str) -> Option<FileKey> {
    match stem {
        "shared" => Some(FileKey::Shared),
        _ if RESERVED.contains(&stem) => None,
        _ if document_extension(stem) => Some(FileKey::Document(stem.into())),
        _ => Some(FileKey::Document(format!("{stem}.md").into())),
    }
}

impl Config {
    /// The folder of a locale's resources.
    pub fn locale_folder(&self, locale: &str) -> PathBuf {
        self.resources.join(locale)
    }

    /// The Fluent resource of a locale.
    pub fn resource_path(&self, locale: &str, key: &FileKey) -> PathBuf {
        self.locale_folder(locale).join(format!("{}.ftl", resource_stem(key)))
    }

    /// The state (or, in the source locale, the structure) beside a resource.
    pub fn state_path(&self, locale: &str, key: &FileKey) -> PathBuf {
        self.locale_folder(locale).join(format!("{}.yaml", resource_stem(key)))
    }

    /// The hand-off of a document in a locale; `None` for shared messages.
    pub fn page_path(&self, locale: &str, key: &FileKey) -> Option<PathBuf> {
        let FileKey::Document(_) = key else { return None };
        Some(self.locale_folder(locale).join(format!("{}{PAGE}.yaml", resource_stem(key))))
    }

    /// The glossary of a locale.
    pub fn glossary_path(&self, locale: &str) -> PathBuf {
        self.locale_folder(locale).join("glossary.yaml")
    }

    /// Where a localized document is written.
    pub fn output_path(&self, locale: &str, document: &DocumentName) -> PathBuf {
        let (tree, inner) = tree_of(&self.trees, document);
        self.root.join(tree.output.path(&self.locale_called(locale), inner))
    }

    /// What finds the documents that paths below the project are pages of in a locale, each with what the names of these
    /// documents begin with.
    pub fn pages_of(&self, locale: &Locale) -> Vec<(&str, Pages)> {
        self.trees.iter().map(|tree| (tree.prefix.as_str(), tree.output.pages_of(locale))).collect()
    }

    /// A locale by its name; also one that is not configured has its place.
    pub fn locale_called(&self, name: &str) -> Cow<'_, Locale> {
        let known = self.locales.iter().find(|locale| locale.name == name);
        let other = || Locale { name: name.to_owned(), ..Locale::default() };
        known.map_or_else(|| Cow::Owned(other()), Cow::Borrowed)
    }

    /// A path as messages show it: below the project where it lies there.
    pub fn shown(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.root).unwrap_or(path).to_owned()
    }
}

/// Folder of the project for pages that somebody edited, as they were before they were written again. It is for people
/// to look at, and theirs to remove; nothing in it is ever a source.
pub const RESCUED_FOLDER: &str = "rescued-pages";

/// A path as reports write it on every system.
pub fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// A path of the project as one of the repository, whose top `prefix` leads down from; `None` if it lies outside, as
/// localized pages may.
pub fn in_repository(prefix: &str, file: &str) -> Option<String> {
    if Path::new(file).has_root() || Path::new(file).is_absolute() {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in prefix.split('/').chain(file.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A path as a part of an address has it.
pub fn in_address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_lead_back_to_their_document() {
        for name in [
            "apps/teams/x.md",
            "toc.yml",
            "toc.md",
            "shared.md",
            "terms.md",
            "a/shared.md",
            "notes.yml.md",
            "v1.2.md",
            "x.markdown",
            "x.mdx",
            "x.mdx.md",
            "x.page.md",
        ] {
            let key = FileKey::Document(name.into());
            assert_eq!(key_of_stem(&resource_stem(&key)), Some(key), "{name}");
        }
        assert_eq!(resource_stem(&FileKey::Document("apps/x.md".into())), "apps/x");
        assert_eq!(key_of_stem(&resource_stem(&FileKey::Shared)), Some(FileKey::Shared));
    }

    #[test]
    fn paths_begin_at_the_top_of_the_repository() {
        assert_eq!(in_repository("docs/", "source-docs/a.md").as_deref(), Some("docs/source-docs/a.md"));
        assert_eq!(in_repository("", "./a.md").as_deref(), Some("a.md"));
        assert_eq!(in_repository("docs/", "../site/fr-FR/a.md").as_deref(), Some("site/fr-FR/a.md"));
        assert_eq!(in_repository("docs/", "../../elsewhere/a.md"), None);
        assert_eq!(in_repository("docs/", "/elsewhere/a.md"), None);
    }
}
