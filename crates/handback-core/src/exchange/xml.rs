//! XML as these formats need it: read as a tree with lines, within limits; written without a blank that is not asked for.
//!
//! Tools add namespaces, attributes and order of their own, so elements go by their local names, and what is not known is read
//! over. Entities that a file declares are refused: a file that needs them is none of ours, and may be made to explode.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::catalog::Problem;
use crate::text::{encoding, looks};

/// Elements in one another.
const DEEPEST: usize = 100;
/// What is no name of an entity may be all the rest of a file.
const LONGEST_NAME: usize = 30;

/// An element of a file.
#[derive(Debug, Clone, Default)]
pub struct Element {
    /// Without a prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
    /// Where it begins.
    pub line: u32,
}

#[derive(Debug, Clone)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements right in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The elements of this name right in it.
    pub fn named<'e>(&'e self, name: &str) -> impl Iterator<Item = &'e Self> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The first element of this name right in it.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.named(name).next()
    }

    /// All elements of this name in it, at any depth, outside of one another.
    pub fn all<'e>(&'e self, name: &str) -> Vec<&'e Self> {
        let mut found = Vec::new();
        for element in self.elements() {
            match element.name == name {
                true => found.push(element),
                false => found.extend(element.all(name)),
            }
        }
        found
    }

    /// Its text, with that of everything in it.
    pub fn text(&self) -> String {
        let text = |child: &Node| match child {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(text).collect()
    }
}

/// Reads a file; the result is its root element.
pub fn parse(bytes: &[u8]) -> Result<Element, Problem> {
    let text = encoding::declared(bytes, Some("encoding=")).map_err(|(line, message)| Problem { line, message })?;
    let mut reader = Reader::from_str(&text);
    reader.config_mut().expand_empty_elements = true;
    let mut lines = Lines { text: &text, counted: 0, line: 1 };
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let line = lines.at(reader.buffer_position() as usize);
        let event = reader.read_event();
        let event = event.map_err(|error| {
            let line = lines.at(reader.error_position() as usize);
            Problem { line, message: format!("not well-formed XML: {error}; the file may be cut off") }
        })?;
        // Blank lines before a tag are read with it.
        match event {
            Event::Start(tag) => {
                if open.len() > DEEPEST {
                    return Err(Problem { line, message: format!("more than {DEEPEST} elements in one another") });
                }
                if open.len() == 1 && open[0].elements().next().is_some() {
                    return Err(Problem { line, message: "more than one root element".into() });
                }
                open.push(Element { line, ..element(&tag, line)? });
            }
            Event::End(_) => {
                let Some(element) = open.pop().filter(|_| !open.is_empty()) else { continue };
                if let Some(parent) = open.last_mut() {
                    parent.children.push(Node::Element(element));
                }
            }
            Event::Text(content) => push_text(&mut open, &content),
            Event::CData(content) => push_text(&mut open, &content),
            Event::GeneralRef(name) => {
                let known = looks::decode(&name).ok_or_else(|| unknown_entity(&name, line))?;
                push_text(&mut open, &known);
            }
            Event::DocType(content) if content.contains('[') => {
                let message =
                    "the file declares entities or elements of its own (`<!DOCTYPE … [`): nothing of it is read";
                return Err(Problem { line, message: message.into() });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let line = lines.at(text.len());
    if open.len() > 1 {
        let name = open.last().map(|element| element.name.clone()).unwrap_or_default();
        return Err(Problem { line, message: format!("the file is cut off: `</{name}>` is missing") });
    }
    let root = open.pop().and_then(|root| root.children.into_iter().find_map(as_element));
    root.ok_or_else(|| Problem { line, message: "expected an XML file".into() })
}

fn as_element(node: Node) -> Option<Element> {
    match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    }
}

fn push_text(open: &mut [Element], text: &str) {
    let Some(element) = open.last_mut() else { return };
    match element.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => element.children.push(Node::Text(text.to_owned())),
    }
}

fn element(tag: &BytesStart<'_>, line: u32) -> Result<Element, Problem> {
    let mut element = Element { name: tag.local_name().as_ref().to_owned(), ..Element::default() };
    for attribute in tag.attributes() {
        let attribute =
            attribute.map_err(|error| Problem { line, message: format!("not well-formed XML: {error}") })?;
        let resolve = |name: &str| match name {
            "lt" => Some("<"),
            "gt" => Some(">"),
            "amp" => Some("&"),
            "quot" => Some("\""),
            "apos" => Some("'"),
            _ => None,
        };
        let value = quick_xml::escape::unescape_with(&attribute.value, resolve);
        let value =
            value.map_err(|error| Problem { line, message: format!("an attribute cannot be read: {error}") })?;
        element.attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    Ok(element)
}

fn unknown_entity(name: &str, line: u32) -> Problem {
    let name: String = name.chars().take_while(|c| !c.is_whitespace()).take(LONGEST_NAME).collect();
    Problem { line, message: format!("`&{name}` is no entity of XML: write the character itself, or its number") }
}

/// Counts lines on the way through a text.
struct Lines<'t> {
    text: &'t str,
    counted: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the first character at or behind a place that is no blank.
    fn at(&mut self, place: usize) -> u32 {
        let rest = self.text.get(place..).unwrap_or_default();
        let place = (place + rest.len() - rest.trim_start().len()).min(self.text.len());
        if place > self.counted {
            let passed = &self.text.as_bytes()[self.counted..place];
            self.line += memchr::memchr_iter(b'\n', passed).count() as u32;
            self.counted = place;
        }
        self.line
    }
}

/// Whether XML can hold a text: it has no way to write control characters and noncharacters.
pub fn can_hold(text: &str) -> bool {
    let is_bad = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    !text.contains(is_bad)
}

/// Writes XML.
#[derive(Debug)]
pub struct Xml {
    pub out: String,
    depth: usize,
}

/// Attributes; those without a value are left out.
pub type Attributes<'a> = &'a [(&'a str, Option<&'a str>)];

impl Xml {
    pub fn begin() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0 }
    }

    /// Opens an element on a line of its own.
    pub fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        self.tag(name, attributes, ">\n");
        self.depth += 1;
    }

    pub fn end(&mut self, name: &str) {
        self.depth -= 1;
        self.indent();
        self.close(name);
        self.out.push('\n');
    }

    /// An element without content, on a line.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        self.tag(name, attributes, "/>\n");
    }

    /// An element with text, on a line.
    pub fn line(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.mixed(name, attributes, |xml| xml.text(text));
    }

    /// An element with text and elements among it, on a line.
    pub fn mixed(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Self)) {
        self.indent();
        self.tag(name, attributes, ">");
        content(self);
        self.close(name);
        self.out.push('\n');
    }

    /// An element among text.
    pub fn inline(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        if text.is_empty() {
            return self.tag(name, attributes, "/>");
        }
        self.tag(name, attributes, ">");
        self.text(text);
        self.close(name);
    }

    pub fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes.iter().filter_map(|(key, value)| Some((key, (*value)?))) {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.push(value, true);
            self.out.push('"');
        }
        self.out.push_str(end);
    }

    pub fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    pub fn text(&mut self, text: &str) {
        self.push(text, false);
    }

    fn push(&mut self, text: &str, in_attribute: bool) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '\r' => self.out.push_str("&#13;"),
                '"' if in_attribute => self.out.push_str("&quot;"),
                '\n' if in_attribute => self.out.push_str("&#10;"),
                '\t' if in_attribute => self.out.push_str("&#9;"),
                c => self.out.push(c),
            }
        }
    }

    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n(' ', self.depth));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_tree_with_lines() {
        let file = "\u{feff}<?xml version='1.0'?>\n<!-- c -->\n<x:a xmlns:x=\"u\">\n <b c=\"1 &lt; 2\"/>\n <b>t<i>&#233;</i>\n<![CDATA[<]]>&amp;</b>\n</x:a>\n";
        let root = parse(file.as_bytes()).unwrap();
        assert_eq!((root.name.as_str(), root.line), ("a", 3));
        let all = root.all("b");
        assert_eq!((all[0].line, all[0].attribute("c"), all[1].line), (4, Some("1 < 2"), 5));
        assert_eq!(all[1].text(), "té\n<&");
    }

    #[test]
    fn what_is_hostile_or_cut_off_is_refused_with_its_line() {
        let deep = format!("{}\n{}", "<a>".repeat(60), "<a>".repeat(60));
        for (file, line, said) in [
            ("<a>\n<b>\n", 3, "</b>"),
            ("<a>\n<b></c></a>", 2, "well-formed"),
            ("<a>\n&lol;</a>", 2, "no entity"),
            ("<!DOCTYPE a [\n<!ENTITY l \"ha\">]>\n<a/>", 1, "declares"),
            (&deep, 2, "in one another"),
            ("<a/>\n<b/>", 2, "root"),
            ("", 1, "expected an XML file"),
            ("<a>\n<b c=\"", 2, "cut off"),
            ("<a b=\"&x;\"/>", 1, "attribute"),
        ] {
            let problem = parse(file.as_bytes()).unwrap_err();
            assert!(problem.message.contains(said) && problem.line == line, "{file}: {problem:?}");
        }
        assert!(parse("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx/>".as_bytes()).is_ok());
    }

    #[test]
    fn what_is_written_is_read() {
        let mut xml = Xml::begin();
        xml.start("a", &[("n", Some("\"<\n\t")), ("m", None)]);
        xml.mixed("b", &[], |xml| {
            xml.text("x & y\r\n");
            xml.inline("ph", &[("id", Some("1"))], "");
        });
        xml.end("a");
        let root = parse(xml.out.as_bytes()).unwrap();
        assert_eq!(root.attribute("n"), Some("\"<\n\t"));
        assert_eq!(root.child("b").unwrap().text(), "x & y\r\n");
        assert!(can_hold("a\n") && !can_hold("\u{1b}"));
    }
}
