//! The lossless model of a source document: skeleton plus units are its bytes.
//!
//! Parsing never copies or re-serializes a document. It finds the byte spans of translatable
//! [`Unit`]s; everything between two spans is skeleton and is passed on untouched. The model knows
//! no locale and no Fluent.
//!
//! 1. [`front_matter`] finds the YAML block and the values of the chosen keys.
//! 2. [`directive`] hides DocFX directives from the Markdown parser; [`shape`] undoes the indentation that
//!    belongs to them. Every offset can be mapped back.
//! 3. [`markdown`] turns parser events into units; [`table`] and [`html`] cut rows and HTML blocks.
//! 4. [`yaml`] does the same for `toc.yml`-like files.
//! 5. [`put_back`] writes a translation into the place of a unit without breaking what surrounds it.
//!
//! [`blocks`] finds where a block of code or HTML begins and ends. [`links`] looks at a document, or a rendered page, by itself: what it points at, and the anchors it gives.

pub mod blocks;
pub mod code;
mod directive;
pub mod front_matter;
mod html;
pub mod likeness;
mod lines;
pub mod links;
mod markdown;
mod marks;
mod names;
pub mod parser;
mod put_back;
mod scalar;
mod shape;
mod sites;
mod slug;
mod table;
mod translatable;
mod untranslated;
pub mod view;
mod yaml;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

pub use front_matter::FrontMatter;
pub use lines::newline_at;
pub use slug::heading_slug;
pub use translatable::is_translatable;
pub use yaml::MetadataMap;

use crate::text::constructs::Constructs;
use crate::text::limits::{self, LONGEST_CODE, LONGEST_TEXT};
use crate::text::markup::label_text;
use code::CodeText;

/// What may be configured about parsing.
#[derive(Debug, Clone)]
pub struct ParseOptions {
    /// Whose Markdown it is, and the constructs that stand in it.
    pub constructs: Arc<Constructs>,
    /// Front-matter keys whose values are units.
    pub front_matter_keys: Vec<String>,
    /// Keys of YAML documents whose values are units, at any depth.
    pub yaml_keys: Vec<String>,
    /// HTML attributes whose values are units, in lower case.
    pub html_attributes: Vec<String>,
    /// What of code blocks is text.
    pub code: CodeText,
}

impl Default for ParseOptions {
    /// What documents of Microsoft's DocFX have for text besides their body.
    fn default() -> Self {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            constructs: Arc::default(),
            front_matter_keys: words(&["title", "description", "keywords"]),
            yaml_keys: words(&["name", "title", "description", "prompt", "text", "summary"]),
            html_attributes: words(&["title"]),
            code: CodeText::None,
        }
    }
}

/// The syntax of a document, known from its file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    Markdown,
    /// Markdown whose name ends in `.mdx`: what that means is up to the flavor.
    Mdx,
    Yaml,
}

impl Syntax {
    /// The syntax of a file with this path, or `None` if it is no document of ours.
    pub fn of_path(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "mdx" => Some(Self::Mdx),
            "yml" | "yaml" => Some(Self::Yaml),
            _ => None,
        }
    }

    /// Whether it is Markdown of any kind.
    pub fn is_markdown(self) -> bool {
        matches!(self, Self::Markdown | Self::Mdx)
    }
}

/// A parsed document: its source and where the units are in it.
#[derive(Debug, Clone)]
pub struct Document<'s> {
    pub source: &'s str,
    pub syntax: Syntax,
    /// Whose Markdown it is, and the constructs that stand in it.
    pub constructs: Arc<Constructs>,
    /// In document order; spans are disjoint.
    pub units: Vec<Unit<'s>>,
    /// Markdown headings in document order.
    pub headings: Vec<Heading>,
    /// The YAML block that a Markdown document starts with.
    pub front_matter: Option<FrontMatter>,
    /// Where hand-off metadata goes in a YAML document.
    pub metadata_map: Option<MetadataMap>,
    /// Labels of link reference definitions, where the site's containers decide what is one; of DocFX none are noted.
    pub labels: Vec<String>,
    /// Where a Markdown body starts: behind the front matter.
    pub body_start: usize,
    /// Blocks of code and of HTML in a Markdown body, each from the start of a line to that of another.
    pub blocks: Vec<Range<usize>>,
    /// Blocks of code, and comments between blocks, from their first character to the last.
    pub codes: Vec<Range<usize>>,
    /// What the author may want to know, with its line.
    pub warnings: Vec<(u32, String)>,
}

/// A Markdown heading.
#[derive(Debug, Clone)]
pub struct Heading {
    pub level: u8,
    /// Anchor name, from the English text (see [`heading_slug`]).
    pub slug: String,
    /// The id that the author gave it: `## Text {#id}`.
    pub id: Option<Box<str>>,
    /// Byte position where an anchor is put: before the text, after `#… `.
    pub anchor_at: usize,
    /// The heading's own text, as a reader sees it.
    pub text: String,
    /// Index of the heading that this one stands under.
    pub parent: Option<u32>,
}

/// The kind of place a unit is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitKind {
    FrontMatter,
    Heading,
    Paragraph,
    ListItem,
    Quote,
    Cell,
    Html,
    Attribute,
    Yaml,
    /// A comment in a code block.
    Comment,
    /// A whole code block.
    Code,
}

impl UnitKind {
    /// The name used in reports, structure files and the Fluent variable `$kind`.
    pub fn name(self) -> &'static str {
        match self {
            Self::FrontMatter => "front-matter",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list-item",
            Self::Quote => "quote",
            Self::Cell => "cell",
            Self::Html => "html",
            Self::Attribute => "attribute",
            Self::Yaml => "yaml",
            Self::Comment => "comment",
            Self::Code => "code",
        }
    }
}

/// A translatable piece of a document.
#[derive(Debug, Clone)]
pub struct Unit<'s> {
    pub kind: UnitKind,
    /// Bytes of the source that a translation replaces.
    pub span: Range<usize>,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// What a translator sees: inline Markdown as it stands, line ends as `\n`, YAML values decoded.
    pub text: Cow<'s, str>,
    /// False for URLs, identifiers and the like: never missing, never sent to a machine.
    pub translatable: bool,
    /// Index of the nearest heading above.
    pub heading: Option<u32>,
    /// Index of the unit that is the first cell of the same table row.
    pub row: Option<u32>,
    /// Column of a table cell, from 0.
    pub column: u16,
    /// Key path of a YAML or front-matter value, name of an attribute.
    pub label: Option<Box<str>>,
    /// What the author tells translators (`<!-- handback:note … -->`).
    pub note: Option<Box<str>>,
    form: Form,
}

impl Unit<'_> {
    /// Whether the text is nowhere in the source: the site's generator makes it up.
    pub fn is_implied(&self) -> bool {
        matches!(self.form, Form::Words(sites::Escape::Implied(_)))
    }

    /// The kind, with the column of a cell: `cell:1`.
    pub fn kind_and_column(&self) -> String {
        match self.kind {
            UnitKind::Cell => format!("cell:{}", self.column),
            kind => kind.name().to_owned(),
        }
    }
}

/// How the text of a unit is written in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Markdown text that may run over lines below a number of quote marks.
    Flow { quote_depth: u8 },
    /// Markdown text that has to stay on its line.
    Line,
    /// A table cell: one line, `|` escaped.
    Cell,
    /// Text in an HTML block, where a blank line would end the block.
    Html { quote_depth: u8 },
    /// An attribute value between these quotes.
    Attribute { quote: u8, in_cell: bool },
    /// Words in a line that is otherwise no text.
    Words(sites::Escape),
    /// A string of TOML or JSON, with its quotes.
    Quoted,
    /// A YAML scalar.
    Scalar(scalar::Style),
    /// A comment in code, and what would end it.
    Comment(Option<&'static str>),
    /// Lines of a code block.
    Code,
}

/// How long a text of a kind may be, in bytes.
fn longest(kind: UnitKind) -> usize {
    if kind == UnitKind::Code { LONGEST_CODE } else { LONGEST_TEXT }
}

impl<'s> Document<'s> {
    /// Parses a document. Never fails: whatever is not understood is skeleton.
    pub fn parse(source: &'s str, syntax: Syntax, options: &ParseOptions) -> Self {
        let mut document = Self {
            source,
            syntax,
            constructs: options.constructs.of_page(syntax == Syntax::Mdx),
            units: Vec::new(),
            headings: Vec::new(),
            front_matter: None,
            metadata_map: None,
            labels: Vec::new(),
            body_start: 0,
            blocks: Vec::new(),
            codes: Vec::new(),
            warnings: Vec::new(),
        };
        match syntax {
            Syntax::Markdown | Syntax::Mdx => {
                let body_start = front_matter::parse(&mut document, options);
                document.body_start = body_start;
                markdown::parse(&mut document, body_start, options);
            }
            Syntax::Yaml => yaml::parse(&mut document, options),
        }
        document.finish();
        document
    }

    /// Puts units in order, drops any overlap, gives each its line, and leaves out those that are too long.
    fn finish(&mut self) {
        if self.units.windows(2).any(|pair| pair[1].span.start < pair[0].span.end) {
            markdown::sort_units(&mut self.units);
        }
        let (mut line, mut counted) = (1u32, 0usize);
        for unit in &mut self.units {
            let passed = &self.source.as_bytes()[counted..unit.span.start];
            line += memchr::memchr_iter(b'\n', passed).count() as u32;
            counted = unit.span.start;
            unit.line = line;
        }
        if self.units.iter().any(|unit| unit.text.len() > longest(unit.kind)) {
            let left_out = self.units.iter().filter(|unit| unit.text.len() > longest(unit.kind));
            self.warnings.extend(left_out.map(|unit| {
                let (is, most) = (limits::shown(unit.text.len()), limits::shown(longest(unit.kind)));
                (unit.line, format!("a text of {is} begins here, and {most} is the most: it stays as it is; cut it into paragraphs to have it translated"))
            }));
            marks::keep_units(self, |unit| unit.text.len() <= longest(unit.kind));
        }
        // All documents of a project are in memory at a time.
        self.units.shrink_to_fit();
        self.headings.shrink_to_fit();
    }

    /// The text around a unit as it would be written with `text` in its place.
    pub fn put_back(&self, unit: &Unit<'_>, text: &str) -> String {
        put_back::put_back(self.source, unit, text, &self.constructs)
    }

    /// The same of a YAML value that a page spells in its own way.
    pub fn put_back_as(&self, unit: &Unit<'_>, text: &str, spelling: &str) -> String {
        match unit.form {
            Form::Scalar(style) => scalar::encode_as(self.source, &unit.span, style, text, spelling),
            _ => self.put_back(unit, text),
        }
    }

    /// What a unit is written as, with other line breaks in it: a line end, and what the next line begins with.
    pub fn with_breaks(unit: &Unit<'_>, written: &str, line_break: &str) -> Option<String> {
        let (Form::Flow { quote_depth } | Form::Html { quote_depth }) = unit.form else { return None };
        Some(lines::flatten(written, quote_depth).replace('\n', line_break))
    }

    /// The line breaks in a unit that says `text`, if they are all the same, with LF: empty if it is on one line.
    pub fn breaks_in(&self, unit: &Unit<'_>, text: &str) -> Option<String> {
        let (Form::Flow { quote_depth } | Form::Html { quote_depth }) = unit.form else { return None };
        let written = self.put_back(unit, text);
        if written.contains('\n') { lines::one_break(&written, quote_depth) } else { Some(String::new()) }
    }

    /// How this page spells a YAML value, if not as it would be written in the place of its English.
    pub fn value_spelling(&self, unit: &Unit<'_>, english: &Document<'_>, made_from: &Unit<'_>) -> Option<String> {
        let (Form::Scalar(own), Form::Scalar(_)) = (unit.form, made_from.form) else { return None };
        let as_english = english.put_back(made_from, &unit.text).replace("\r\n", "\n");
        scalar::spelling_of(self.source, &unit.span, own, &unit.text, &as_english)
    }

    /// The value of a top-level key of the front matter.
    pub fn front_matter_value(&self, key: &str) -> Option<Cow<'s, str>> {
        front_matter::value_of(self.source, self.front_matter.as_ref()?, key)
    }

    /// A place a person can find: `General information › App name`.
    pub fn place(&self, unit: &Unit<'_>) -> String {
        let mut steps: Vec<&str> = Vec::new();
        let mut next = unit.heading;
        while let Some(index) = next {
            let heading = &self.headings[index as usize];
            steps.push(&heading.text);
            next = heading.parent;
        }
        steps.reverse();
        // The page's own title says nothing that the document's name does not.
        if steps.len() > 1 && unit.heading.is_some_and(|index| self.root_level(index) == 1) {
            steps.remove(0);
        }
        let row = unit.row.filter(|_| unit.column > 0).map(|row| label_text(&self.units[row as usize].text));
        steps.extend(row.as_deref());
        let label = unit.label.as_deref();
        let own = match unit.kind {
            UnitKind::FrontMatter => label.map(|key| format!("front matter › {key}")),
            UnitKind::Yaml | UnitKind::Attribute => label.map(str::to_owned),
            _ => None,
        };
        steps.extend(own.as_deref());
        steps.join(" › ")
    }

    fn root_level(&self, mut index: u32) -> u8 {
        while let Some(parent) = self.headings[index as usize].parent {
            index = parent;
        }
        self.headings[index as usize].level
    }

    /// Anchor of the nearest heading, or the empty text.
    pub fn section(&self, unit: &Unit<'_>) -> &str {
        unit.heading.map_or("", |index| &self.headings[index as usize].slug)
    }

    /// Slug of the first cell of the unit's table row, or the empty text.
    pub fn row_slug(&self, unit: &Unit<'_>) -> String {
        unit.row.map_or_else(String::new, |row| heading_slug(&label_text(&self.units[row as usize].text)))
    }
}
