//! Files that the globs of the sources name and that no syntax reads.

use std::collections::BTreeMap;

use handback_core::text::count::{are, counted};

use crate::problem::Problem;

/// Formats that hold prose. Of images and styles that `docs/**` reaches nobody expects to be translated.
const PROSE: &str = "rst rest adoc asciidoc asc txt textile org tex html htm xhtml wiki mediawiki creole rdoc pod dj typ \
    ipynb rmd qmd docx odt rtf mdx";

/// What was named and not read, by extension, and the first file of it.
#[derive(Debug, Default)]
pub struct Unread {
    by_extension: BTreeMap<String, usize>,
    first: Option<String>,
}

impl Unread {
    /// Counts a file, if it looks like text or if a glob names its very extension.
    pub fn add(&mut self, path: &str, globs: &[String]) {
        let file = path.rsplit('/').next().unwrap_or(path);
        let Some((_, extension)) = file.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else { return };
        let extension = extension.to_ascii_lowercase();
        let is_prose = || PROSE.split_whitespace().any(|known| known == extension);
        let named = |glob: &String| glob.rsplit_once('.').is_some_and(|(_, end)| words(end).any(|w| w == extension));
        if is_prose() || globs.iter().any(named) {
            *self.by_extension.entry(extension).or_default() += 1;
            self.first.get_or_insert_with(|| path.to_owned());
        }
    }

    /// What to say of them, once for all.
    pub fn note(self) -> Option<Problem> {
        let first = self.first?;
        let all: usize = self.by_extension.values().sum();
        let kinds: Vec<String> = self.by_extension.iter().map(|(ext, count)| format!(".{ext}: {count}")).collect();
        let message = format!(
            "{} that `sources` names {} not read, for no syntax of handback reads {} ({}); it reads .md, .markdown, .yml \
             and .yaml, and .mdx with the flavors docusaurus, starlight, vitepress and gfm",
            counted(all, "file"),
            are(all),
            if all == 1 { "it" } else { "them" },
            kinds.join(", ")
        );
        Some(Problem::warning(message).at(first, None))
    }
}

/// The extensions that the end of a glob names: `{md,rst}`.
fn words(end: &str) -> impl Iterator<Item = &str> {
    end.split(|c: char| !c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(paths: &[&str], globs: &[&str]) -> Option<String> {
        let globs: Vec<String> = globs.iter().map(|glob| (*glob).to_owned()).collect();
        let mut unread = Unread::default();
        paths.iter().for_each(|path| unread.add(path, &globs));
        unread.note().map(|note| note.to_string())
    }

    #[test]
    fn what_looks_like_text_or_is_named_is_worth_a_word() {
        let paths =
            ["docs/b.rst", "docs/a.rst", "docs/x.adoc", "docs/a.png", "docs/style.css", "docs/.txt", "docs/x.json"];
        let all = note(&paths, &["docs/**"]).unwrap();
        assert!(all.starts_with("docs/b.rst: 3 files that `sources` names are not read"), "{all}");
        assert!(all.contains("(.adoc: 1, .rst: 2)"), "{all}");
        let named = note(&["docs/x.json"], &["docs/**/*.{md,json}"]).unwrap();
        assert!(named.starts_with("docs/x.json: 1 file that `sources` names is not read"), "{named}");
        assert_eq!(note(&["docs/x.json", "LICENSE"], &["docs/**"]), None);
    }
}
