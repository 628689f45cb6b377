//! A text as its readers see it.

use crate::text::looks::decode;
use crate::text::markup::entity_len;
use crate::translate::inline::{Part, Sort};

/// Stands for what is copied and not read as words: code, values, placeables, constructs.
pub const OBJECT: char = '\u{FFFC}';

/// What readers see of a text: no markup, entities as characters, [`OBJECT`]s, a line break as `\n`.
#[derive(Debug, Clone, Default)]
pub struct Visible {
    pub text: String,
    /// What is in emphasis, as ranges of `text`.
    pub emphasized: Vec<std::ops::Range<usize>>,
}

impl Visible {
    pub fn new(source: &str, parts: &[Part], constructs: &[std::ops::Range<usize>]) -> Self {
        let mut visible = Self { text: String::with_capacity(source.len()), emphasized: Vec::new() };
        let mut open: Vec<(usize, usize)> = Vec::new();
        for part in parts {
            let slice = &source[part.range().clone()];
            let is_emphasis = || slice.bytes().all(|b| matches!(b, b'*' | b'_'));
            match part {
                Part::Text(range) => visible.push_text(source, range.clone(), constructs),
                Part::Keep(range, _) if constructs.iter().any(|other| contains(other, range)) => visible.push_object(),
                Part::Keep(_, Sort::Word) if slice.starts_with('&') => visible.push_decoded(slice),
                Part::Keep(_, Sort::Word) => visible.push_object(),
                Part::Keep(_, Sort::Mark) => visible.push_mark(slice),
                Part::Open(..) | Part::Close(..) if is_edge_of_attribute(slice) => visible.push_object(),
                Part::Open(_, pair) if is_emphasis() => open.push((*pair, visible.text.len())),
                Part::Close(_, pair) => {
                    if let Some(at) = open.iter().rposition(|(other, _)| other == pair) {
                        let (_, from) = open.remove(at);
                        visible.emphasized.push(from..visible.text.len());
                    }
                }
                Part::Open(..) => {}
            }
        }
        visible
    }

    fn push_object(&mut self) {
        if !self.text.ends_with(OBJECT) {
            self.text.push(OBJECT);
        }
    }

    fn push_text(&mut self, source: &str, range: std::ops::Range<usize>, constructs: &[std::ops::Range<usize>]) {
        let construct_at = |at: usize| constructs.iter().find(|construct| construct.contains(&at));
        let is_plain = |at: usize| !matches!(source.as_bytes()[at], b'&' | b'\n') && construct_at(at).is_none();
        let mut at = range.start;
        while at < range.end {
            let next = (at..range.end).find(|at| !is_plain(*at)).unwrap_or(range.end);
            self.text.push_str(&source[at..next]);
            let rest = &source[next..range.end];
            at = next
                + if let Some(construct) = construct_at(next) {
                    self.push_object();
                    construct.end.min(range.end) - next
                } else if let Some(next_line) = rest.strip_prefix('\n') {
                    self.text.push(' ');
                    rest.len() - next_line.trim_start_matches([' ', '\t']).len()
                } else if let Some(len) = entity_len(rest) {
                    self.push_decoded(&rest[..len]);
                    len
                } else {
                    self.text.push_str(&rest[..rest.len().min(1)]);
                    1
                };
        }
    }

    fn push_decoded(&mut self, entity: &str) {
        let name = entity.trim_start_matches('&').trim_end_matches(';');
        match decode(name) {
            Some(text) => self.text.push_str(&text),
            None => self.push_object(),
        }
    }

    fn push_mark(&mut self, slice: &str) {
        let lower = slice.get(..3).unwrap_or_default().to_ascii_lowercase();
        if slice.starts_with('&') {
            self.push_decoded(slice);
        } else if lower == "<br" || slice.contains('\n') {
            self.text.push('\n');
        } else if let Some(escaped) = slice.strip_prefix('\\') {
            self.text.push_str(escaped);
        } else if slice.starts_with("[!") || slice.starts_with(":::") || is_edge_of_attribute(slice) {
            self.push_object();
        }
    }
}

/// Whether markup begins or ends the words of an attribute: they are shown apart from the text around the tag.
fn is_edge_of_attribute(slice: &str) -> bool {
    let quotes = ['"', '\''];
    slice.starts_with('<') && slice.ends_with(quotes) || slice.starts_with(quotes) && slice.ends_with('>')
}

fn contains(outer: &std::ops::Range<usize>, inner: &std::ops::Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::constructs::{self, Constructs};
    use crate::text::flavor::Flavor;
    use crate::translate::inline::{self, Known};

    #[test]
    fn readers_see_words_and_no_markup() {
        let seen = |text: &str| {
            let parts = inline::parts(text, Known::default());
            Visible::new(text, &parts, &constructs::find(text)).text.replace(OBJECT, "□")
        };
        assert_eq!(seen("See **the [guide](x.md)** &amp; `code`."), "See the guide & □.");
        assert_eq!(seen("a<br>b\\*&nbsp;c\nd"), "a\nb*\u{a0}c d");
        assert_eq!(seen("{{< ref \"x y\" >}} and {% if a %}"), "□ and □");
        assert_eq!(seen("![alt](x.png) <b>bold</b> &laquo;x&raquo;"), "alt bold «x»");
    }

    #[test]
    fn the_words_of_an_attribute_stand_apart() {
        let mkdocs = Constructs::of(Flavor::Mkdocs);
        let known = Known { constructs: Some(&mkdocs), ..Known::default() };
        let text = "a <abbr title=\"a b\">c</abbr>";
        let seen = Visible::new(text, &inline::parts(text, known), &[]).text.replace(OBJECT, "□");
        assert_eq!(seen, "a □a b□c");
    }
}
