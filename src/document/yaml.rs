//! YAML documents: `toc.yml`, `index.yml`, `zone-pivot-groups.yml`.
//!
//! A line scanner finds `key: value` at any depth of maps and lists; flow collections are skeleton.

use super::scalar::{self, Scalar};
use super::{Document, Form, ParseOptions, Unit, UnitKind, translatable};

/// Where hand-off metadata goes in a YAML document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetadataMap {
    /// Byte position after the last line of the top-level `metadata:` map, or the end of the file.
    pub insert_at: usize,
    /// Whether there is a `metadata:` map already.
    pub exists: bool,
}

/// Adds units for the chosen keys and finds the `metadata:` map.
pub fn parse(document: &mut Document<'_>, options: &ParseOptions) {
    let source = document.source;
    let limit = source.len();
    let mut path: Vec<(usize, &str)> = Vec::new();
    let mut metadata: Option<usize> = None;
    let mut in_metadata = false;
    let mut at = if source.starts_with('\u{feff}') { 3 } else { 0 };
    while at < limit {
        let end = scalar::line_end(source, at, limit);
        let mut next = scalar::next_line(source, end, limit);
        let (indent, content) = content_start(source, at, end);
        let line = &source[content..end];
        if !line.is_empty() && !line.starts_with('#') {
            in_metadata &= source[at..end].starts_with([' ', '\t']);
            if let Some((key, colon)) = scalar::key_in(line) {
                path.retain(|(depth, _)| *depth < indent);
                path.push((indent, key));
                let (value, after) = scalar::read(source, content + colon, limit, indent);
                next = next.max(after);
                if indent == 0 && key == "metadata" && line[colon..].trim().is_empty() {
                    in_metadata = true;
                    metadata = Some(next);
                }
                if let Some(value) = value.filter(|_| options.yaml_keys.iter().any(|wanted| wanted == key)) {
                    push(document, &path, value);
                }
            }
            if in_metadata {
                metadata = Some(next);
            }
        }
        at = next;
    }
    document.metadata_map = Some(MetadataMap { insert_at: metadata.unwrap_or(limit), exists: metadata.is_some() });
}

/// Column and byte position of a line's content, after `- ` markers.
fn content_start(source: &str, at: usize, end: usize) -> (usize, usize) {
    let mut content = scalar::skip_space(source, at, end);
    while source[content..end].starts_with("- ") {
        content = scalar::skip_space(source, content + 2, end);
    }
    (content - at, content)
}

fn push<'s>(document: &mut Document<'s>, path: &[(usize, &str)], value: Scalar<'s>) {
    if value.text.trim().is_empty() {
        return;
    }
    let label: Vec<&str> = path.iter().map(|(_, key)| *key).collect();
    document.units.push(Unit {
        kind: UnitKind::Yaml,
        span: value.span,
        line: 0,
        translatable: translatable::is_translatable(&value.text, &[]),
        text: value.text,
        heading: None,
        row: None,
        column: 0,
        label: Some(label.join(" › ").into()),
        note: None,
        form: Form::Scalar(value.style),
    });
}

#[cfg(test)]
mod tests {
    use super::super::{Document, ParseOptions, Syntax};

    fn parsed(source: &str) -> Document<'_> {
        let options = ParseOptions {
            front_matter_keys: vec![],
            yaml_keys: ["name", "title", "summary"].map(String::from).to_vec(),
            html_attributes: vec![],
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
        assert_eq!(texts, [("One", "name"), ("Two", "items › name"), ("Three more", "name")]);
    }

    #[test]
    fn the_metadata_map_is_found() {
        let source = "### YamlMime:Hub\ntitle: A\nmetadata:\n  title: B\n  ms.date: 1\nsummary: C\n";
        let map = parsed(source).metadata_map.unwrap();
        assert!(map.exists);
        assert_eq!(&source[map.insert_at..], "summary: C\n");
        assert!(!parsed("title: A\n").metadata_map.unwrap().exists);
    }
}
