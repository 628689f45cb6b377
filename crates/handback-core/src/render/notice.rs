//! A notice to readers: what on a page a machine translated, what changed since, what is shown in English.
//!
//! It says what is so when the page is written, and is gone once a person approved the last text. Its words are messages of
//! Fluent: those of the locale's `terms.ftl`, else our own ([`notice_words`](super::notice_words)).
//!
//! On the page it stands between two comments, the first of which has a fingerprint of what is between them. So a page is known
//! to have a notice that handback wrote, whatever it said then; where somebody changed it, that is an edit like others.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Value, json};

use super::format::Formatters;
use super::{Edit, Rendered, Subject, is_table_of_contents, notice_words};
use crate::document::blocks::{line_end, line_start};
use crate::document::{Document, newline_at};
use crate::text::date::Date;
use crate::text::fingerprint::fingerprint;
use crate::text::flavor::Flavor;

/// What the comment before a notice begins with; a fingerprint and the end of the comment follow.
const OPEN: &str = " reader notice by handback ";
/// What is in the comment behind it.
const CLOSE: &str = " end of reader notice ";

/// Where pages say it, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub place: Place,
    /// The language of the sources, without its region.
    pub source_language: String,
}

/// Where pages say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On the page, below its title, in a block with `{text}` in it.
    Block(String),
    /// In the front matter, below this key, for the theme.
    Key(String),
}

/// What a page says to its readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub facts: Facts,
}

/// What is true of a page; counts are of its texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    pub texts: usize,
    pub machine: usize,
    pub changed: usize,
    pub since: Option<Date>,
    pub shown: usize,
}

/// How a notice looks on the pages of a site.
pub fn block_of(flavor: Flavor) -> &'static str {
    match flavor {
        Flavor::Docfx | Flavor::Gfm | Flavor::Mdn => "> [!NOTE]\n> {text}",
        Flavor::Mkdocs => "!!! note\n\n    {text}",
        Flavor::Docusaurus | Flavor::Starlight => ":::note\n\n{text}\n\n:::",
        Flavor::Vitepress => "::: info\n{text}\n:::",
        // What others have for a note is up to the theme, or to the version of the generator.
        Flavor::Hugo | Flavor::Mdbook | Flavor::Jekyll => "> {text}",
    }
}

impl Facts {
    fn of(rendered: &Rendered) -> Self {
        Self {
            texts: rendered.current + rendered.stale + rendered.unapproved + rendered.missing,
            machine: rendered.machine,
            changed: rendered.stale,
            since: rendered.since,
            shown: rendered.shown,
        }
    }

    /// The messages that say it, in order.
    fn messages(&self) -> Vec<&'static str> {
        if self.texts > 0 && self.shown == self.texts {
            return vec!["notice-shown-all"];
        }
        let mut messages = Vec::new();
        if self.machine > 0 {
            messages.push(if self.machine == self.texts { "notice-machine-all" } else { "notice-machine-some" });
        }
        if self.changed > 0 {
            messages.push(if self.since.is_some() { "notice-changed" } else { "notice-changed-undated" });
        }
        if self.shown > 0 {
            messages.push("notice-shown-some");
        }
        messages
    }

    /// The page in one word.
    fn state(&self) -> &'static str {
        match () {
            () if self.texts > 0 && self.shown == self.texts => "source",
            () if self.changed > 0 => "outdated",
            () if self.shown > 0 => "incomplete",
            () => "machine",
        }
    }
}

impl Said {
    /// The same for a theme, by keys.
    pub fn entries(&self) -> Vec<(&'static str, Value)> {
        let Facts { texts, machine, changed, since, shown } = self.facts;
        let words = [("state", json!(self.facts.state())), ("notice", json!(self.text)), ("texts", json!(texts))];
        let counts = [("machine", machine), ("changed", changed), ("shown_in_source", shown)];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| (key, json!(count)));
        let since = since.map(|since| ("since", json!(since.to_string())));
        words.into_iter().chain(counts).chain(since).collect()
    }
}

impl Notice {
    /// What a page has to say; `None` if every text of it is current and a person's, or if it is part of another page.
    pub(super) fn say(&self, subject: Subject<'_>, formatters: &[Formatters<'_>], rendered: &Rendered) -> Option<Said> {
        if !subject.document.syntax.is_markdown() || is_part(subject.name) {
            return None;
        }
        let facts = Facts::of(rendered);
        let messages = facts.messages();
        if messages.is_empty() {
            return None;
        }
        let say = |message: &&str| notice_words::say(message, &facts, formatters, &self.source_language);
        let sentences: Vec<String> = messages.iter().map(say).filter(|sentence| !sentence.is_empty()).collect();
        // Where there are no blanks between words there are none between sentences.
        let joined = sentences.iter().fold(String::new(), |mut text, sentence| {
            let is_open = text.is_empty() || text.ends_with(['。', '！', '？']);
            text.push_str(if is_open { "" } else { " " });
            text.push_str(sentence);
            text
        });
        (!joined.is_empty()).then_some(Said { text: joined, facts })
    }

    /// Puts it below the title, or before the text of a page without one.
    pub(super) fn insertion(&self, subject: Subject<'_>, said: &Said) -> Option<Edit<'static>> {
        let Place::Block(template) = &self.place else { return None };
        let document = subject.document;
        let title = title_end(document);
        let at = title.unwrap_or_else(|| start_of_body(document));
        let source = document.source;
        let newline = newline_at(source, at);
        let block = template.replace("{text}", &said.text).replace('\n', newline);
        let (open, close) = if document.constructs.is_mdx { ("{/*", "*/}") } else { ("<!--", "-->") };
        let mark = fingerprint(&block.replace("\r\n", "\n"));
        let mark = &mark[..8.min(mark.len())];
        let marked = format!(
            "{open}{OPEN}{mark} {close}{newline}{newline}{block}{newline}{newline}{open}{CLOSE}{close}{newline}"
        );
        let is_last_line = at == source.len() && !source.is_empty() && !source.ends_with('\n');
        let text = match (title, is_last_line) {
            (Some(_), true) => format!("{newline}{newline}{}", marked.trim_end_matches(['\r', '\n'])),
            (Some(_), false) => format!("{newline}{marked}"),
            (None, _) => format!("{marked}{newline}"),
        };
        Some((at..at, Cow::Owned(text)))
    }
}

/// Whether a document is no page of its own: a table of contents, or a part that pages include.
fn is_part(name: &str) -> bool {
    let (folders, file) = name.rsplit_once('/').unwrap_or(("", name));
    let lower = file.to_ascii_lowercase();
    let is_hidden = lower.starts_with('_') && !lower.starts_with("_index.");
    let is_parts = |folder: &str| {
        let known = ["include", "includes", "_includes", "partials", "_partials", "snippets", "_snippets"];
        known.iter().any(|known| folder.eq_ignore_ascii_case(known))
    };
    is_table_of_contents(name) || lower == "summary.md" || is_hidden || folders.split('/').any(is_parts)
}

/// Where the line behind the title begins; `None` if the page has no title in its body.
fn title_end(document: &Document<'_>) -> Option<usize> {
    let source = document.source;
    let title = document.headings.iter().find(|heading| heading.level == 1)?;
    let start = line_start(source, title.anchor_at);
    // Within a list or a quote it is not the title of the page.
    if source[start..title.anchor_at].starts_with(|c: char| !matches!(c, '#')) && start != title.anchor_at {
        return None;
    }
    let unit = document.units.iter().find(|unit| unit.span.start >= title.anchor_at);
    let inside = unit
        .filter(|unit| unit.kind == crate::document::UnitKind::Heading)
        .map_or(title.anchor_at, |unit| unit.span.end);
    let end = line_end(source, inside);
    let next = &source[end..line_end(source, end)];
    let is_underline =
        !source[start..].starts_with('#') && !next.trim().is_empty() && next.trim().bytes().all(|b| b == b'=');
    let end = if is_underline { line_end(source, end) } else { end };
    // Attributes on a line of their own are the title's.
    let next = source[end..line_end(source, end)].trim();
    Some(if next.starts_with("{:") && next.ends_with('}') { line_end(source, end) } else { end })
}

fn start_of_body(document: &Document<'_>) -> usize {
    let mark = if document.source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    document.body_start.max(mark)
}

/// A notice on a page, from the first of its marks to the last.
struct Found {
    /// What was put into the page, blank lines and all.
    span: Range<usize>,
    /// It is as it was written.
    is_ours: bool,
}

fn find(page: &str) -> Option<Found> {
    let mark = page.find(OPEN)?;
    let start = line_start(page, mark);
    // A byte order mark is no part of the line.
    let start = start + page[start..mark].find(|c| c != '\u{feff}').unwrap_or(0);
    let (open, close) = if page[start..mark].ends_with("{/*") { ("{/*", "*/}") } else { ("<!--", "-->") };
    if page[start..mark] != *open {
        return None;
    }
    let known = page[mark + OPEN.len()..].split(' ').next()?;
    let inside = line_end(page, mark);
    let end_mark = format!("{open}{CLOSE}{close}");
    let last = inside + page[inside..].find(&end_mark)?;
    let block = page[inside..last].replace("\r\n", "\n");
    let is_ours = fingerprint(block.trim_matches('\n')).starts_with(known) && known.len() == 8;
    let mut span = start..line_end(page, last);
    // With the blank line that came with it: the one before it, or at the top of a page the one behind it.
    let is_last_line = !page[last..].contains('\n');
    let above = without_line_end(&page[..start]);
    let above_that = above.and_then(without_line_end);
    match (above, above_that) {
        (_, Some(before)) if is_last_line => span.start = before.len(),
        (Some(above), Some(_)) => span.start = above.len(),
        _ => {
            let behind = &page[span.end..];
            span.end += if behind.starts_with("\r\n") { 2 } else { usize::from(behind.starts_with('\n')) };
        }
    }
    Some(Found { span, is_ours })
}

/// A text without the end of its last line; `None` if that has none.
fn without_line_end(text: &str) -> Option<&str> {
    text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n'))
}

/// A page without its notice, if it is one that handback wrote as it stands there.
pub fn without(page: &str) -> Cow<'_, str> {
    match find(page).filter(|found| found.is_ours) {
        Some(found) => Cow::Owned(cut(page, &found.span)),
        None => Cow::Borrowed(page),
    }
}

/// A page without its notice, also if somebody changed that: it is no text of the page.
pub fn without_any(page: &str) -> Cow<'_, str> {
    find(page).map_or(Cow::Borrowed(page), |found| Cow::Owned(cut(page, &found.span)))
}

fn cut(page: &str, span: &Range<usize>) -> String {
    format!("{}{}", &page[..span.start], &page[span.end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ParseOptions, Syntax};
    use crate::text::constructs::Constructs;
    use crate::variables::choose::Lifted;

    /// A page with a notice of these words on it, as a site writes it.
    fn noticed(source: &str, name: &str, flavor: Flavor, text: &str) -> Option<String> {
        let constructs = std::sync::Arc::new(Constructs { flavor, ..Constructs::default() });
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::of_path(name).unwrap(), &options);
        let name = name.into();
        let ids = vec![None; document.units.len()];
        let lifted = Lifted::default();
        let subject = Subject { name: &name, document: &document, ids: &ids, lifted: lifted.of(0) };
        let place = Place::Block(block_of(flavor).to_owned());
        let notice = Notice { place, source_language: "en".into() };
        let said = Said { text: text.to_owned(), facts: Facts::default() };
        let (span, text) = notice.insertion(subject, &said)?;
        Some(format!("{}{text}{}", &source[..span.start], &source[span.end..]))
    }

    #[test]
    fn it_stands_below_the_title_and_comes_off_again() {
        let sources = [
            "# Quay\n\nBoats.\n",
            "# Quay\nBoats.\n",
            "# Quay",
            "# Quay\r\n\r\nBoats.\r\n",
            "Quay\n====\n\nBoats.\n",
            "---\ntitle: Quay\n---\n\nBoats.\n",
            "---\ntitle: Quay\n---\nBoats.\n",
            "---\ntitle: Quay\n---\n# Quay\n\nBoats.\n",
            "Boats.\n\n## Quay\n",
            "\u{feff}Boats.\n",
            "\u{feff}# Quay\n\nBoats.\n",
            "- # Quay\n\nBoats.\n",
            "# Quay\n{: .no_toc}\n\nBoats.\n",
            "",
        ];
        for source in sources {
            for flavor in Flavor::ALL {
                let page = noticed(source, "quay.md", flavor, "It is old.").unwrap();
                assert!(page.contains("It is old."), "{page:?}");
                assert_eq!(without(&page), source, "{flavor:?}: {page:?}");
                assert_eq!(without_any(&page), source);
                let edited = page.replace("It is old.", "It is fine.");
                assert_eq!((without(&edited), without_any(&edited)), (Cow::Borrowed(&*edited), source.into()));
            }
        }
        let page = noticed("# Quay\n{: .no_toc}\n\nBoats.\n", "quay.md", Flavor::Jekyll, "It is old.").unwrap();
        assert!(page.starts_with("# Quay\n{: .no_toc}\n\n<!--"), "{page:?}");
        let page = noticed(sources[0], "quay.md", Flavor::Gfm, "It is old.").unwrap();
        let mark = &fingerprint("> [!NOTE]\n> It is old.")[..8];
        let expected = format!(
            "# Quay\n\n<!-- reader notice by handback {mark} -->\n\n> [!NOTE]\n> It is old.\n\n<!-- end of reader notice -->\n\nBoats.\n"
        );
        assert_eq!(page, expected);
        let page = noticed(sources[0], "quay.mdx", Flavor::Docusaurus, "It is old.").unwrap();
        assert!(page.contains("{/* end of reader notice */}\n\nBoats."), "{page}");
    }

    #[test]
    fn what_is_no_page_says_nothing() {
        for name in ["toc.md", "docs/TOC.yml", "SUMMARY.md", "a/includes/b.md", "_sidebar.md", "_partials/x.mdx"] {
            assert!(is_part(name), "{name}");
        }
        for name in ["a.md", "content/_index.md", "including.md", "a/b.md"] {
            assert!(!is_part(name), "{name}");
        }
    }

    #[test]
    fn marks_that_are_not_ours_are_left_alone() {
        for page in [
            "# A\n\n<!-- reader notice by handback x -->\n",
            "# A\n\nText <!-- reader notice by handback 12345678 -->\n<!-- end of reader notice -->\n",
            "<!-- end of reader notice -->\n",
        ] {
            assert_eq!((without(page), without_any(page)), (Cow::Borrowed(page), Cow::Borrowed(page)));
        }
    }

    #[test]
    fn a_page_says_what_is_true_of_it() {
        let facts = |machine, changed, shown| Facts { texts: 9, machine, changed, since: None, shown };
        for (facts, messages, state) in [
            (facts(0, 0, 0), vec![], "machine"),
            (facts(9, 0, 0), vec!["notice-machine-all"], "machine"),
            (facts(2, 0, 0), vec!["notice-machine-some"], "machine"),
            (facts(2, 3, 4), vec!["notice-machine-some", "notice-changed-undated", "notice-shown-some"], "outdated"),
            (facts(0, 0, 4), vec!["notice-shown-some"], "incomplete"),
            (facts(0, 9, 9), vec!["notice-shown-all"], "source"),
        ] {
            assert_eq!((facts.messages(), facts.state()), (messages, state));
        }
        let since = Some(Date::constant(2026, 5, 2));
        let said = Said { text: "Old.".into(), facts: Facts { since, ..facts(0, 1, 1) } };
        let entries: Vec<String> = said.entries().iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let expected = [
            "state: \"outdated\"",
            "notice: \"Old.\"",
            "texts: 9",
            "changed: 1",
            "shown_in_source: 1",
            "since: \"2026-05-02\"",
        ];
        assert_eq!(entries, expected);
    }
}
