//! Components as Nuxt Content writes them in Markdown: `::card{title="Words"}` and `::` around Markdown, with properties in YAML
//! below the opener, and `#name` above a part of it.

use std::ops::Range;

use super::layout::Scan;
use super::{Escape, Words};
use crate::text::constructs::arguments;
use crate::text::flavor::Flavor;

/// Hides a line of a component, and finds the words in it.
pub fn line(scan: &mut Scan<'_, '_>, content: &Range<usize>) -> Option<usize> {
    let text = scan.body[content.clone()].trim_end();
    // A directive of MDX that holds nothing has two colons, and no end.
    let is_directive = scan.constructs.is_mdx || matches!(scan.flavor(), Flavor::Docusaurus | Flavor::Starlight);
    if scan.flavor() != Flavor::Gfm && !is_directive || is_directive && !is_leaf(text) {
        return None;
    }
    if scan.has_components && text.strip_prefix('#').is_some_and(arguments::is_component) {
        scan.hide(content.clone());
        return Some(content.end);
    }
    let colons = text.bytes().take_while(|byte| *byte == b':').count();
    if colons < 2 {
        return None;
    }
    let rest = &text[colons..];
    if rest.is_empty() {
        scan.hide(content.clone());
        return Some(content.end);
    }
    let name = rest.find(['[', '{']).unwrap_or(rest.len());
    let behind = content.start + colons + name;
    let (label, attributes) = match rest[name..].strip_prefix('[') {
        Some(inner) => {
            let close = inner.find(']')?;
            (behind + 1..behind + 1 + close, behind + close + 2)
        }
        None => (behind..behind, behind),
    };
    let given = &scan.body[attributes..content.start + text.len()];
    let is_right = given.is_empty() || given.starts_with('{') && given.ends_with('}');
    if !is_right || !arguments::is_component(&rest[..name]) {
        return None;
    }
    scan.has_components |= !is_directive;
    if scan.body[label.clone()].contains(char::is_alphabetic) {
        scan.words.push(Words { range: label, escape: Escape::Brackets, label: "label".into() });
    }
    scan.attributes(attributes..content.end);
    if is_directive {
        scan.hide(content.clone());
        return Some(content.end);
    }
    Some(properties(scan, content))
}

/// `::name`, `::name[Words]`.
fn is_leaf(text: &str) -> bool {
    text.strip_prefix("::").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Hides an opener with the properties below it; returns where they end.
fn properties(scan: &mut Scan<'_, '_>, opener: &Range<usize>) -> usize {
    scan.hide(opener.clone());
    let mut at = next_line(scan.body, opener.end);
    let Some(from) = at.filter(|at| line_at(scan.body, *at).trim() == "---") else { return opener.end };
    let first = from + line_at(scan.body, from).len();
    at = next_line(scan.body, first);
    while let Some(start) = at {
        let line = line_at(scan.body, start);
        let end = start + line.len();
        if line.trim() == "---" {
            yaml_words(scan, first..start);
            scan.code.push(from..end);
            scan.hide(from..end);
            return end;
        }
        if line.trim_start().starts_with("::") {
            break;
        }
        at = next_line(scan.body, end);
    }
    opener.end
}

/// The words in properties: `title: All boats`, `- label: "Read more"`.
fn yaml_words(scan: &mut Scan<'_, '_>, range: Range<usize>) {
    let body = scan.body;
    for line in super::lines::lines(&body[range.clone()]) {
        let line = range.start + line.start..range.start + line.end;
        let text = &body[line.clone()];
        let Some((key, value)) = text.split_once(':') else { continue };
        let name = key.trim_start_matches([' ', '-']).trim_end();
        let start = line.start + key.len() + 1 + (value.len() - value.trim_start().len());
        let value = value.trim();
        let quote = value.bytes().next().filter(|quote| matches!(quote, b'"' | b'\''));
        let (value, start, escape) = match quote {
            Some(quote) if value.len() > 1 && value.ends_with(char::from(quote)) => {
                let escape = if quote == b'"' { Escape::Backslash(quote) } else { Escape::Other(quote) };
                (&value[1..value.len() - 1], start + 1, escape)
            }
            Some(_) => continue,
            None => (value, start, Escape::Yaml),
        };
        if value.contains(char::is_alphabetic) && arguments::is_worded(name, value) && escape.write(value) == value {
            scan.words.push(Words { range: start..start + value.len(), escape, label: name.into() });
        }
    }
}

/// The line that begins at a place, without its end.
fn line_at(body: &str, start: usize) -> &str {
    body[start..].split('\n').next().unwrap_or_default().trim_end_matches('\r')
}

/// Where the line below begins.
fn next_line(body: &str, from: usize) -> Option<usize> {
    memchr::memchr(b'\n', &body.as_bytes()[from..]).map(|at| from + at + 1).filter(|at| *at < body.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::{Document, ParseOptions, Syntax};
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;

    fn texts(source: &str) -> Vec<String> {
        let constructs = Arc::new(Constructs::of(Flavor::Gfm));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        document.units.iter().map(|unit| unit.text.to_string()).collect()
    }

    #[test]
    fn what_is_in_components_is_text() {
        let source = "::note\nMind the tide.\n::\n\n::card-group\n  :::card{icon=\"i-boat\" title=\"All boats\" to=\"/boats\"}\n  Of the \
                      harbor.\n\n  #footer\n  See the quay.\n  :::\n::\n\n::read-more{to=\"/quay\"}\n::\n";
        assert_eq!(texts(source), ["Mind the tide.", "All boats", "Of the harbor.", "See the quay."]);
        assert_eq!(texts("::tip[At night]\nCome early.\n::\r\n\r\nDone.\r\n"), ["At night", "Come early.", "Done."]);
    }

    #[test]
    fn titles_behind_colons_are_text() {
        let page = ":::warning Closed in May\n\nMind the tide.\n\n:::\n\n::: tip\nCome early.\n:::\n\n:::note[At night]\nTake a *lamp*.\n:::\n";
        assert_eq!(texts(page), ["Closed in May", "Mind the tide.", "Come early.", "At night", "Take a *lamp*."]);
        let mdx = |source| {
            let constructs = Arc::new(Constructs { is_mdx: true, ..Constructs::of(Flavor::Gfm) });
            let options = ParseOptions { constructs, ..ParseOptions::default() };
            let document = Document::parse(source, Syntax::Markdown, &options);
            document.units.iter().map(|unit| unit.text.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(mdx(page), texts(page));
        // It ends the comment that it stands in.
        assert_eq!(texts("<!-- x\n\n:::tip\nOne\n:::-->\n\n## Two\nThree\n"), ["Two", "Three"]);
        // What DocFX has of the kind is no title.
        assert_eq!(texts(":::zone pivot=\"tide\"\nOne\n:::row:::\nTwo\n:::zone-end\n"), ["One", "Two"]);
    }

    #[test]
    fn properties_are_no_text() {
        let source = "::card\n---\nicon: i-boat\nto: /boats\n---\nAll boats.\n::\n";
        assert_eq!(texts(source), ["All boats."]);
        assert_eq!(texts("::card\n---\nAll boats.\n::\n"), ["All boats."]);
        let worded = "::card\n---\ntitle: The pier\ndescription: 'It is long'\nlinks:\n  - label: \"See it\"\n    to: /pier\n\
                      icon: i-boat\ntext: |\n  x\n---\nRow.\n::\n";
        assert_eq!(texts(worded), ["The pier", "It is long", "See it", "Row."]);
    }

    #[test]
    fn other_lines_stay_text() {
        for line in ["::std::string holds it", "::1", ":: quay", "::Quay", "#harbor", "::note that it is late"] {
            assert_eq!(texts(&format!("{line}\n")), [line]);
        }
    }

    #[test]
    fn components_among_words_are_kept() {
        let constructs = Constructs::of(Flavor::Gfm);
        for (text, kept) in [
            ("See :read-more{to=\"https://tide.example/quay\"} first", ":read-more{to=\"https://tide.example/quay\"}"),
            ("The [quay](/quay){.wide target=\"_blank\"} is long", "{.wide target=\"_blank\"}"),
            ("Run `land`{lang=\"sh\"} now", "{lang=\"sh\"}"),
        ] {
            assert_eq!(constructs.blanked(text), text.replace(kept, &" ".repeat(kept.len())));
        }
        assert_eq!(constructs.blanked("at 9:am{b} {.c}"), "at 9:am{b} {.c}");
    }
}
