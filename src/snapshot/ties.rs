//! What the links of a project depend on in one document: where it points, and what others may point to.
//!
//! As long as none of it changes, what a check says of links stays as it was, wherever they stand.

use std::hash::{Hash as _, Hasher as _};

use handback_core::catalog::escape::Pattern;
use handback_core::document::links::{self, Mention};
use handback_core::document::{Syntax, UnitKind};
use handback_core::text::fingerprint::short_hash;
use rustc_hash::FxHasher;

use super::destination::{Kind, decoded, has_scheme, kind};
use super::standing::{Standing, Standings};
use super::{LocaleView, PageView, UnitView};
use crate::project::index::Record;

/// What [`Record::files`] is where a document points to none.
pub const NO_FILES: u64 = 0;

/// Adds what a source has.
pub fn add_source(record: &mut Record, page: PageView<'_>) {
    let document = page.document();
    let mut found = Found::of(page);
    found.text(0, document.source, document.syntax);
    links::includes(document.source).for_each(|target| {
        found.links.push(short_hash(&format!("include {target}")));
        let name = short_hash(&stem_of(target));
        [&mut found.aims, &mut found.targets, &mut found.includes].into_iter().for_each(|names| names.push(name));
    });
    let shape = (document.front_matter.is_some(), has_title(page), links::has_templates(document.source));
    shape.hash(&mut found.headings);
    for heading in &document.headings {
        (heading.level, &heading.slug, &heading.id, &heading.text).hash(&mut found.headings);
    }
    found.add_to(record);
}

/// Adds what its translations have in a locale.
pub fn add_locale(record: &mut Record, page: PageView<'_>, locale: LocaleView<'_>, standings: &Standings<'_>) {
    let (mut found, whose) = (Found::of(page), locale.place() + 1);
    let has_title = has_title(page);
    for unit in page.units() {
        let is_heading = match unit.unit.kind {
            UnitKind::Heading | UnitKind::Html => true,
            UnitKind::FrontMatter => !has_title,
            _ => false,
        };
        found.translation(whose, unit, standings.of(page.name(), unit.id), is_heading);
    }
    found.add_to(record);
}

fn has_title(page: PageView<'_>) -> bool {
    page.document().headings.iter().any(|heading| heading.level == 1)
}

/// Hashes of the names by which others may point to a document. A path that ends in `..` leads to the index of some folder.
pub fn names(document: &str) -> [u64; 3] {
    let stem = stem_of(document);
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_index = ["index", "_index", "readme"].contains(&stem.as_str());
    let other = if is_index { stem_of(folder) } else { stem.clone() };
    let above = if is_index { "" } else { stem.as_str() };
    [short_hash(&stem), short_hash(&other), short_hash(above)]
}

/// The last part of a path without what follows a dot, in small letters.
fn stem_of(path: &str) -> String {
    let path = path.split(['#', '?']).next().unwrap_or(path).trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name).to_lowercase()
}

struct Found<'a> {
    page: PageView<'a>,
    links: Vec<u64>,
    files: Vec<u64>,
    targets: Vec<u64>,
    aims: Vec<u64>,
    includes: Vec<u64>,
    headings: FxHasher,
}

impl<'a> Found<'a> {
    fn of(page: PageView<'a>) -> Self {
        let (links, files, targets) = (Vec::new(), Vec::new(), Vec::new());
        let (aims, includes, headings) = (Vec::new(), Vec::new(), FxHasher::default());
        Self { page, links, files, targets, aims, includes, headings }
    }

    /// A text of the source (0) or of a locale.
    fn text(&mut self, whose: usize, text: &str, syntax: Syntax) {
        if syntax != Syntax::Yaml && !text.contains(['[', '<', ':', '{']) {
            return;
        }
        let mut mentions = links::mentions(text, syntax);
        mentions.sort_unstable_by_key(|mention| mention.at);
        let mut marks = Marks::new(text);
        for Mention { target, at } in mentions {
            let hash = short_hash(&format!("{whose} {} {target}", marks.is_in_code(at)));
            let target = links::unescaped(target);
            let target = target.trim();
            // An address is nothing in the project.
            if target.starts_with(['/', '\\']) || has_scheme(target) {
                self.links.push(hash);
                continue;
            }
            let path = decoded(target.split(['#', '?']).next().unwrap_or_default()).replace('\\', "/");
            let is_file = matches!(kind(&path), Kind::Image | Kind::Other);
            if is_file { &mut self.files } else { &mut self.links }.push(hash);
            let name = short_hash(&stem_of(if path.is_empty() { self.page.name() } else { &path }));
            self.targets.push(name);
            if target.contains('#') {
                self.aims.push(name);
            }
        }
        for anchor in links::explicit_anchors(text) {
            (whose, anchor).hash(&mut self.headings);
        }
        for (at, _) in text.match_indices("{#") {
            (whose, text[at..].split(['}', '\n']).next()).hash(&mut self.headings);
        }
    }

    fn translation(&mut self, whose: usize, unit: UnitView<'_>, standing: Standing<'_>, is_heading: bool) {
        let english = unit.unit.text.as_ref();
        let shows_english = matches!(standing, Standing::Missing | Standing::Unreadable | Standing::Stale(..));
        if shows_english {
            self.text(whose, english, Syntax::Markdown);
        }
        let wording = standing.translation().map(|translation| translation.pattern.as_str());
        if let Some(wording) = wording {
            self.text(whose, wording, Syntax::Markdown);
        }
        let selects = standing.translation().is_some_and(|one| matches!(one.pattern, Pattern::Complex(_)));
        if is_heading || selects {
            (whose, shows_english, wording).hash(&mut self.headings);
        }
    }

    /// Adds it to what is known of the document. Whose a text is goes into its hashes, so that their order does not matter.
    fn add_to(mut self, record: &mut Record) {
        let hash = |hashes: &mut Vec<u64>| {
            hashes.sort_unstable();
            hashes.dedup();
            let mut hasher = FxHasher::default();
            hashes.hash(&mut hasher);
            hasher.finish()
        };
        record.links ^= hash(&mut self.links);
        if !self.files.is_empty() {
            record.files = (record.files ^ hash(&mut self.files)) | 1;
        }
        record.headings ^= self.headings.finish();
        let names =
            [(&mut record.targets, self.targets), (&mut record.aims, self.aims), (&mut record.includes, self.includes)];
        for (known, more) in names {
            known.extend(more);
            known.sort_unstable();
            known.dedup();
        }
    }
}

/// Tells by the marks before it whether a place of a text seems to be in code or in a comment. Asked in the order of the text.
struct Marks<'t> {
    text: &'t str,
    at: usize,
    in_fence: bool,
    in_span: bool,
    in_comment: bool,
}

impl<'t> Marks<'t> {
    fn new(text: &'t str) -> Self {
        let mut marks = Self { text, at: 0, in_fence: false, in_span: false, in_comment: false };
        marks.begin_line(0);
        marks
    }

    fn is_in_code(&mut self, at: usize) -> bool {
        let text = self.text;
        let from = self.at.min(at);
        for found in memchr::memchr3_iter(b'`', b'\n', b'-', &text.as_bytes()[from..at]) {
            let found = from + found;
            match text.as_bytes()[found] {
                b'\n' => self.begin_line(found + 1),
                b'`' => self.in_span = !self.in_span,
                _ if text[..found].ends_with("<!") => self.in_comment = true,
                _ if text[found..].starts_with("->") || text[found..].starts_with("-->") => self.in_comment = false,
                _ => {}
            }
        }
        self.at = at.max(self.at);
        self.in_fence || self.in_span || self.in_comment
    }

    fn begin_line(&mut self, at: usize) {
        self.in_span = false;
        let line = self.text[at..].trim_start_matches([' ', '\t', '>']);
        if line.starts_with("```") || line.starts_with("~~~") {
            self.in_fence = !self.in_fence;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_the_name_of_its_file_or_of_the_folder_that_it_is_the_index_of() {
        assert_eq!(stem_of("../guide/Terms.en.md#use"), "terms");
        assert_eq!(stem_of("/docs/terms/"), "terms");
        assert_eq!(names("docs/terms.md"), [short_hash("terms"), short_hash("terms"), short_hash("terms")]);
        assert_eq!(names("docs/terms/index.md"), [short_hash("index"), short_hash("terms"), short_hash("")]);
        assert_eq!(stem_of("../.."), "");
    }

    #[test]
    fn marks_before_a_destination_tell_whether_it_is_code() {
        let in_code = |text: &str| {
            let mention = links::mentions(text, Syntax::Markdown)[0];
            Marks::new(text).is_in_code(mention.at)
        };
        assert!(in_code("```\n[a](b.md)\n```\n") && in_code("Say `[a](b.md)`.") && in_code("<!-- [a](b.md) -->"));
        assert!(!in_code("```\ncode\n```\n[a](b.md)") && !in_code("`x` [a](b.md)") && !in_code("<!-- x --> [a](b.md)"));
    }
}
