//! YAML documents: `toc.yml`, `index.yml`, `zone-pivot-groups.yml`.
//!
//! A line scanner finds `key: value` at any depth of maps and lists; flow collections are skeleton.

use std::ops::Range;

use super::front_matter::is_wanted;
use super::scalar;
use super::{Document, ParseOptions, UnitKind};
use crate::text::limits::DEEPEST_DATA;

/// Where hand-off metadata goes in a YAML document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetadataMap {
    /// Byte position after the last line of the top-level `metadata:` map, or the end of the document.
    pub insert_at: usize,
    /// Whether there is a `metadata:` map already.
    pub exists: bool,
    /// Indentation of its keys.
    pub indent: usize,
}

/// Adds units for the chosen keys and finds the `metadata:` map.
pub fn parse(document: &mut Document<'_>, options: &ParseOptions) {
    let mut scanner = Scanner {
        options,
        path: Path::default(),
        map: None,
        in_map: false,
        has_keys: false,
        flow_map: false,
        end: document.source.len(),
    };
    let mut at = if document.source.starts_with('\u{feff}') { 3 } else { 0 };
    while at < document.source.len() {
        at = scanner.line(document, at);
    }
    let none = MetadataMap { insert_at: scanner.end, exists: false, indent: 2 };
    // Without a top-level map, or with one written as `{…}`, there is no place for block keys.
    document.metadata_map = (scanner.has_keys && !scanner.flow_map).then_some(scanner.map.unwrap_or(none));
}

/// What a tag in the head of a page says, which its name tells: `- - meta` above `- property: og:title` and `content: The pier`.
const HEAD_CONTENT: &str = "head.content";

/// Whether a tag of a page's head with this name has words: `description`, `og:title`, `twitter:image:alt`.
fn is_worded_meta(name: &str) -> bool {
    let last = name.rsplit([':', '.']).next().unwrap_or(name);
    matches!(last, "title" | "description" | "keywords" | "alt" | "site_name" | "apple-mobile-web-app-title")
}

/// The scalars of a block at keys with dots: `hero.actions.text` is `text` in each item of `actions`, `*.text` wherever it is.
pub fn nested<'s>(source: &'s str, block: Range<usize>, wanted: &[String]) -> Vec<(String, scalar::Scalar<'s>)> {
    let mut found = Vec::new();
    let mut path = Path::default();
    let mut at = block.start;
    // Whether the tag of a page's head that the lines are in has words, as its name said above.
    let mut names_words = false;
    while at < block.end {
        let end = scalar::line_end(source, at, block.end);
        let mut next = scalar::next_line(source, end, block.end);
        let (indent, content) = content_start(source, at, end);
        let line = &source[content..end];
        if !line.is_empty() && !line.starts_with('#') {
            path.enter(&source[at..content]);
            if let Some((key, colon)) = scalar::key_in(line).filter(|_| !line.starts_with(['{', '[', '|', '>'])) {
                path.push(indent, key);
                let (value, after) = scalar::read(source, content + colon, block.end, indent);
                next = next.max(after);
                let way = path.dotted();
                if matches!(way.as_str(), "head.name" | "head.property") {
                    names_words = value.as_ref().is_some_and(|value| is_worded_meta(&value.text));
                }
                let is_meant = way.contains('.') && (names_words || way != HEAD_CONTENT);
                if let Some(value) = value.filter(|_| is_meant && is_wanted(wanted, &way)) {
                    found.push((way, value));
                }
            } else {
                names_words = false;
            }
        }
        at = next;
    }
    found
}

struct Scanner<'o> {
    options: &'o ParseOptions,
    path: Path,
    map: Option<MetadataMap>,
    in_map: bool,
    has_keys: bool,
    flow_map: bool,
    /// Where the document ends: at `...`, or with the file.
    end: usize,
}

impl Scanner<'_> {
    /// Looks at the line at `at`; returns where to go on.
    fn line(&mut self, document: &mut Document<'_>, at: usize) -> usize {
        let source = document.source;
        let limit = source.len();
        let end = scalar::line_end(source, at, limit);
        let mut next = scalar::next_line(source, end, limit);
        let (indent, content) = content_start(source, at, end);
        let line = &source[content..end];
        if indent == 0 && line.trim_end() == "..." {
            self.end = self.end.min(at);
        }
        if line.is_empty() || line.starts_with('#') {
            return next;
        }
        self.in_map &= source[at..end].starts_with([' ', '\t']);
        self.path.enter(&source[at..content]);
        if let Some((key, colon)) = scalar::key_in(line).filter(|_| !line.starts_with(['{', '[', '|', '>'])) {
            self.path.push(indent, key);
            let (value, after) = scalar::read(source, content + colon, limit, indent);
            next = next.max(after);
            if content == at {
                self.top_level(key, line[colon..].trim(), next);
            }
            if let Some(value) = value.filter(|_| self.options.yaml_keys.iter().any(|wanted| wanted == key)) {
                document.units.extend(value.unit(UnitKind::Yaml, &self.path.to_string(), &[]));
            }
        } else if content > at || !line.starts_with("---") {
            // A list item that is a scalar or a flow collection may run over lines.
            let marker = source[at..content].rfind('-').unwrap_or(0);
            next = next.max(scalar::read(source, content, limit, marker).1);
        }
        if let Some(map) = self.map.as_mut().filter(|_| self.in_map) {
            if map.insert_at <= at && content > at && map.indent == 0 {
                map.indent = content - at;
            }
            map.insert_at = next;
        }
        next
    }

    fn top_level(&mut self, key: &str, value: &str, next: usize) {
        self.has_keys = true;
        if key != "metadata" {
            return;
        }
        self.flow_map |= !value.is_empty() && !value.starts_with('#');
        self.in_map = true;
        // The indentation is that of the first key, once it is seen.
        self.map = Some(MetadataMap { insert_at: next, exists: true, indent: 0 });
    }
}

/// Keys and list positions above a value.
#[derive(Default)]
struct Path {
    steps: Vec<(usize, Step)>,
}

enum Step {
    Key(String),
    /// The n-th item of a list.
    Item(usize),
}

impl Path {
    /// Counts the list markers that a line starts with.
    fn enter(&mut self, lead: &str) {
        for (column, _) in lead.match_indices('-').take(DEEPEST_DATA) {
            self.steps.retain(|(depth, _)| *depth <= column);
            // A list may stand at the column of its own key: `items:` above `- name:`.
            match self.steps.iter_mut().find(|(depth, step)| *depth == column && matches!(step, Step::Item(_))) {
                Some((_, Step::Item(count))) => *count += 1,
                _ => self.steps.push((column, Step::Item(1))),
            }
        }
    }

    /// The keys alone, with dots.
    fn dotted(&self) -> String {
        let keys = self.steps.iter().filter_map(|(_, step)| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Item(_) => None,
        });
        keys.collect::<Vec<_>>().join(".")
    }

    fn push(&mut self, indent: usize, key: &str) {
        self.steps.retain(|(depth, _)| *depth < indent);
        self.steps.push((indent, Step::Key(key.to_owned())));
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, (_, step)) in self.steps.iter().enumerate() {
            match step {
                Step::Key(key) if index > 0 => write!(out, " › {key}")?,
                Step::Key(key) => write!(out, "{key}")?,
                Step::Item(count) => write!(out, "[{count}]")?,
            }
        }
        Ok(())
    }
}

/// Column and byte position of a line's content, after `- ` markers.
fn content_start(source: &str, at: usize, end: usize) -> (usize, usize) {
    let mut content = scalar::skip_space(source, at, end);
    while source[content..end].starts_with("- ") {
        content = scalar::skip_space(source, content + 2, end);
    }
    (content - at, content)
}

#[cfg(test)]
mod tests {
    use super::super::{Document, ParseOptions, Syntax};

    fn parsed(source: &str) -> Document<'_> {
        let options = ParseOptions {
            front_matter_keys: vec![],
            yaml_keys: ["name", "title", "summary"].map(String::from).to_vec(),
            html_attributes: vec![],
            ..ParseOptions::default()
        };
        Document::parse(source, Syntax::Yaml, &options)
    }

    #[test]
    fn values_of_chosen_keys_at_any_depth() {
        let document = parsed(
            "- name: One\n  href: one.md\n  items:\n  - name: 'Two'\n    href: x\n- name: >-\n    Three\n    more\n  href: y\n",
        );
        let texts: Vec<_> =
            document.units.iter().map(|unit| (unit.text.as_ref(), unit.label.as_deref().unwrap())).collect();
        assert_eq!(texts, [("One", "[1] › name"), ("Two", "[1] › items[1] › name"), ("Three more", "[2] › name")]);
    }

    #[test]
    fn what_tags_of_the_head_say_is_text_where_their_names_tell() {
        let source = "head:\n  - - meta\n    - property: 'og:title'\n      content: The long pier\n\n  - - meta\n    - name: description\n      content: >-\n        It is\n        long\n  - - meta\n    - property: og:image\n      content: /pier.png\n  - - meta\n    - content: high\n      name: description\nhero:\n  content: no\n";
        let found = super::nested(source, 0..source.len(), &["head.content".to_owned()]);
        let texts: Vec<&str> = found.iter().map(|(_, value)| value.text.as_ref()).collect();
        assert_eq!(texts, ["The long pier", "It is long"]);
    }

    #[test]
    fn what_only_looks_like_a_key_is_left_alone() {
        for source in [
            "- { text: \"a\",\n    url: z.md,\n    summary: second line }\n",
            "- |\n  name: inside a literal item\n",
            "- \"quoted item\n  name: inside quoted\"\n",
            "list: [a,\n  name: b]\n",
        ] {
            assert!(parsed(source).units.is_empty(), "{source}");
        }
        assert_eq!(parsed("a: [it's, b]\nname: One\n").units.len(), 1);
    }

    #[test]
    fn the_metadata_map_is_found() {
        let source = "### YamlMime:Hub\ntitle: A\nmetadata:\n  title: B\n  ms.date: 1\nsummary: C\n";
        let map = parsed(source).metadata_map.unwrap();
        assert!(map.exists && map.indent == 2);
        assert_eq!(&source[map.insert_at..], "summary: C\n");
        assert!(!parsed("title: A\n").metadata_map.unwrap().exists);
        let wide = parsed("metadata: # why\n    title: B\nname: x\n").metadata_map.unwrap();
        assert_eq!((wide.exists, wide.indent, wide.insert_at), (true, 4, 29));
        assert_eq!(parsed("metadata: {title: B}\n").metadata_map, None);
        assert_eq!(parsed("- name: A\n").metadata_map, None);
        assert_eq!(parsed("title: A\n...\n").metadata_map.unwrap().insert_at, 9);
    }
}
