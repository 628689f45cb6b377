//! What in a text a machine must not touch: code, links, tags, values, names.
//!
//! A text is cut into [`Part`]s which together are the text. A part *around* text (a link, emphasis, an HTML
//! element) comes as a pair, so that a service may move what is in it.

use std::borrow::Cow;
use std::ops::Range;

use super::among::{is_closed_tag, loose_addresses, plain_addresses, type_len};
use crate::catalog::notation;
use crate::text::constructs::{Constructs, arguments};
use crate::text::element::untranslated_len;
use crate::text::emphasis::emphasis_of;
use crate::text::flavor::Flavor;
use crate::text::limits::head;
use crate::text::looks::decode;
use crate::text::markup::{begins_item, code_span_len, inline_directive_len, link_target_len, tag_len, ticks};
use crate::text::terms::{Term, normal_label, occurrences};
use crate::text::values::{Piece, ValueKind, pieces};

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// For the machine to translate.
    Text(Range<usize>),
    /// To be kept as it is.
    Keep(Range<usize>, Sort),
    /// Opens a pair, with its number.
    Open(Range<usize>, usize),
    /// Closes a pair.
    Close(Range<usize>, usize),
}

/// What a kept part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Bears on the sentence: a name, a value, a piece of code.
    Word,
    /// Does not: a line break, an image, an entity for a blank.
    Mark,
}

impl Part {
    pub fn range(&self) -> &Range<usize> {
        match self {
            Self::Text(range) | Self::Keep(range, _) | Self::Open(range, _) | Self::Close(range, _) => range,
        }
    }
}

/// What helps to cut a text: terms, and labels of links.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// Words that are not translated: names, terms of the glossary.
    pub terms: &'a [Term],
    /// Labels of link reference definitions, as [`normal_label`] has them, in order: `[label]` is a link.
    pub labels: &'a [String],
    /// Constructs of the site; without any those of DocFX.
    pub constructs: Option<&'a Constructs>,
}

impl<'a> Known<'a> {
    /// The constructs that texts may hold.
    pub fn constructs(&self) -> &'a Constructs {
        self.constructs.unwrap_or(Constructs::docfx())
    }
}

const MAILTO: &str = "mailto:";

/// An address with escapes, in bytes.
const LONGEST_ADDRESS: usize = 2048;
/// A label of a link: CommonMark allows 999 characters.
const LONGEST_LABEL: usize = 4 * 999;

/// Cuts a text (inline Markdown or HTML) into parts.
pub fn parts(text: &str, known: Known<'_>) -> Vec<Part> {
    parts_with(text, known, &pieces(text))
}

/// The same of a text whose [`pieces`] are known.
pub fn parts_with(text: &str, known: Known<'_>, pieces: &[Piece]) -> Vec<Part> {
    let constructs = known.constructs();
    let mut cutter = Cutter {
        text,
        constructs,
        marks: Vec::new(),
        taken: vec![false; text.len()],
        taken_to: 0,
        brackets: Vec::new(),
        tags: Vec::new(),
        pairs: 0,
    };
    cutter.markup(known.labels);
    cutter.emphasis();
    cutter.words(known.terms, pieces);
    let mut marks = cutter.marks;
    marks.sort_by_key(|part| (part.range().start, part.range().end));
    with_text(text, unnested_apart(marks))
}

struct Cutter<'t> {
    text: &'t str,
    constructs: &'t Constructs,
    /// Everything but text; disjoint.
    marks: Vec<Part>,
    /// Which bytes are in a mark.
    taken: Vec<bool>,
    /// Where the last mark ends.
    taken_to: usize,
    /// Where `[` or `![` stands that may turn out to open a link.
    brackets: Vec<Range<usize>>,
    /// Tags that are open, by name.
    tags: Vec<(String, Range<usize>)>,
    pairs: usize,
}

impl Cutter<'_> {
    fn keep(&mut self, range: Range<usize>, sort: Sort) {
        self.take(&range);
        self.marks.push(Part::Keep(range, sort));
    }

    fn pair(&mut self, open: Range<usize>, close: Range<usize>) {
        self.take(&open);
        self.take(&close);
        self.marks.push(Part::Open(open, self.pairs));
        self.marks.push(Part::Close(close, self.pairs));
        self.pairs += 1;
    }

    fn take(&mut self, range: &Range<usize>) {
        self.taken[range.clone()].fill(true);
        self.taken_to = self.taken_to.max(range.end);
    }

    fn is_free(&self, range: &Range<usize>) -> bool {
        !self.taken[range.clone()].contains(&true)
    }

    /// Everything that is plain from the characters in turn.
    fn markup(&mut self, labels: &[String]) {
        let bytes = self.text.as_bytes();
        let mut constructs = self.constructs.find(self.text).into_iter().peekable();
        let mut at = 0;
        loop {
            while constructs.next_if(|construct| construct.start < at).is_some() {}
            let construct = constructs.peek().map_or(bytes.len(), |construct| construct.start);
            let Some(next) = (at..construct).find(|at| begins_mark(&bytes[*at..])) else {
                let Some(construct) = constructs.next() else { break };
                at = construct.end;
                self.construct(construct);
                continue;
            };
            at = next;
            at += self.mark_at(at, labels).unwrap_or_else(|| self.text[at..].chars().next().map_or(1, char::len_utf8));
        }
        // A tag that nothing closes, such as `<br>`.
        for (_, range) in std::mem::take(&mut self.tags) {
            let words = self.tag_words(&self.text[range.clone()]);
            self.marks_in_tag(range.start, &words);
            self.worded(range, words);
        }
    }

    /// Keeps a construct, but for the words in it: one run of words is a pair around them.
    fn construct(&mut self, construct: Range<usize>) {
        let words = self.constructs.words(&self.text[construct.clone()]);
        for inner in &words {
            self.marks_in(construct.start + inner.start..construct.start + inner.end);
        }
        self.worded(construct, words);
    }

    /// Code, entities and addresses in the words of a construct.
    fn marks_in(&mut self, words: Range<usize>) {
        for address in plain_addresses(&self.text[words.clone()]) {
            let end = self.text[words.start + address.start..words.start + address.end].find('&');
            let end = end.map_or(address.end, |len| address.start + len);
            self.keep(words.start + address.start..words.start + end, Sort::Word);
        }
        for construct in self.constructs.find(&self.text[words.clone()]) {
            let range = words.start + construct.start..words.start + construct.end;
            if self.is_free(&range) {
                self.keep(range, Sort::Word);
            }
        }
        let mut at = words.start;
        while let Some(found) = self.text[at..words.end].find(['`', '&', '<']) {
            at += found;
            if self.taken[at] {
                at += 1;
                continue;
            }
            let rest = &self.text[at..words.end];
            let element = untranslated_len(rest).or_else(|| script_len(rest));
            let code =
                element.or_else(|| code_span_len(rest)).or_else(|| tag_len(rest).filter(|_| rest.starts_with('<')));
            let code = code.inspect(|len| self.keep(at..at + len, Sort::Word));
            let entity = entity_len(rest).filter(|len| stands_for(&rest[..*len]).is_none());
            let entity = entity.inspect(|len| self.keep(at..at + len, Sort::Mark));
            at += code.or(entity).unwrap_or(ticks(rest).max(1));
        }
    }

    fn worded(&mut self, construct: Range<usize>, words: Vec<Range<usize>>) {
        let slice = &self.text[construct.clone()];
        if let [words] = words.as_slice() {
            let (start, end) = (construct.start + words.start, construct.start + words.end);
            return self.pair(construct.start..start, end..construct.end);
        }
        // What is put in its place is a word of the sentence; tags are not.
        let is_tag = ["{{<", "{{%", "{#", "%{", "{:", "{%", "{/*", "<", "^"].iter().any(|open| slice.starts_with(open));
        let is_tag =
            is_tag || self.constructs.flavor == Flavor::Vitepress && slice.starts_with('{') && !slice.starts_with("{{");
        let mut at = construct.start;
        for words in words {
            self.keep(at..construct.start + words.start, Sort::Mark);
            at = construct.start + words.end;
        }
        self.keep(at..construct.end, if is_tag { Sort::Mark } else { Sort::Word });
    }

    /// Takes the mark at this place, and says how long it is.
    fn mark_at(&mut self, at: usize, labels: &[String]) -> Option<usize> {
        let rest = &self.text[at..];
        if let Some(len) = notation::placeable_len(rest) {
            self.keep(at..at + len, Sort::Word);
            return Some(len);
        }
        match rest.as_bytes()[0] {
            b'\\' => self.escape(at),
            b'`' => {
                let Some(len) = code_span_len(rest) else { return Some(ticks(rest)) };
                self.keep(at..at + len, Sort::Word);
                Some(len)
            }
            b'<' => self.tag(at),
            b'&' => self.entity(at),
            b'\n' => self.line_break(at),
            b' ' => self.hard_break(at),
            _ => self.bracket(at, labels),
        }
    }

    /// `&nbsp;` is a mark, `R&amp;D` is a word, `&rsquo;` is text: see [`decoded`].
    fn entity(&mut self, at: usize) -> Option<usize> {
        let len = entity_len(&self.text[at..])?;
        if let Some(name) = self.name_with_entities(at..at + len) {
            let len = name.end - at;
            self.keep(name, Sort::Word);
            return Some(len);
        }
        if stands_for(&self.text[at..at + len]).is_some() {
            return Some(len);
        }
        let joins = |c: &char| c.is_alphanumeric() && *c < '\u{2E80}';
        let before: usize =
            self.text[self.taken_to.min(at)..at].chars().rev().take_while(joins).map(char::len_utf8).sum();
        let after: usize = self.text[at + len..].chars().take_while(joins).map(char::len_utf8).sum();
        if &self.text[at..at + len] == "&amp;" && before > 0 && after > 0 {
            self.keep(at - before..at + len + after, Sort::Word);
            return Some(len + after);
        }
        self.keep(at..at + len, Sort::Mark);
        Some(len)
    }

    /// A name whose underscores would be emphasis but for the letters beside them, which stand there as entities, as remark
    /// writes it: `ti&#x64;_&#x65;bb`.
    fn name_with_entities(&self, entity: Range<usize>) -> Option<Range<usize>> {
        let is_letter = self.text[entity.clone()].starts_with("&#") && stands_for(&self.text[entity.clone()]).is_some();
        let touches = self.text[..entity.start].ends_with('_') || self.text[entity.end..].starts_with('_');
        if !is_letter || !touches {
            return None;
        }
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let bytes = self.text.as_bytes();
        let start = entity.start
            - bytes[self.taken_to.min(entity.start)..entity.start]
                .iter()
                .rev()
                .take_while(|byte| is_part(byte))
                .count();
        let mut end = entity.end;
        loop {
            end += bytes[end..].iter().take_while(|byte| is_part(byte)).count();
            match entity_len(&self.text[end..]).filter(|_| self.text[end..].starts_with("&#")) {
                Some(len) => end += len,
                None => break,
            }
        }
        self.is_free(&(start..end)).then_some(start..end)
    }

    /// `\*`; a backslash at the end of a line is a line break.
    fn escape(&mut self, at: usize) -> Option<usize> {
        if let Some(address) = self.escaped_address(at) {
            let len = address.end - at;
            self.keep(address, Sort::Word);
            return Some(len);
        }
        let next = self.text[at + 1..].chars().next()?;
        // For Python-Markdown a tag is one all the same; so it is in a block of HTML, where a backslash is one.
        if next == '<' && (self.constructs.flavor == Flavor::Mkdocs || is_closed_tag(&self.text[at + 1..])) {
            return None;
        }
        let len = 1 + next.len_utf8();
        let kept = next == '\n' || next.is_ascii_punctuation();
        kept.then(|| self.keep(at..at + len, Sort::Mark))?;
        Some(len)
    }

    /// The address that a backslash stands in: `http\\://…` is one all the same, as `https://example.com/a\\_b` is.
    fn escaped_address(&self, at: usize) -> Option<Range<usize>> {
        let is_edge =
            |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '”' | '»' | '[' | ']' | '(' | '{' | '`');
        let from = at.saturating_sub(LONGEST_ADDRESS);
        let before = self.text.get(from..at).unwrap_or("");
        let edge = before.char_indices().rev().find(|(_, c)| is_edge(*c)).map(|(edge, c)| from + edge + c.len_utf8());
        let start = edge.or((from == 0).then_some(0))?;
        // `**https://…` in bold.
        let start = at - self.text[start..at].trim_start_matches(['*', '_', '~', '\'', '}']).len();
        if let Some(mail) = self.escaped_mail(start, at) {
            return Some(mail);
        }
        let is_address = ["http", "https", "ftp"].into_iter().any(|scheme| {
            let rest = self.text[start..at].strip_prefix(scheme);
            rest.is_some_and(|rest| rest.starts_with("://") || rest.is_empty() && self.text[at..].starts_with("\\://"))
        });
        if !is_address {
            return None;
        }
        let rest = head(&self.text[at..], LONGEST_ADDRESS);
        let rest = &rest[..rest.find(is_edge).unwrap_or(rest.len())];
        let end = at + rest.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', ')', '\'']).len();
        let range = start..end;
        (end > at + 1 && self.is_free(&range)).then_some(range)
    }

    /// `name\\@example.com`: the same in an e-mail address.
    fn escaped_mail(&self, start: usize, at: usize) -> Option<Range<usize>> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let name = self.text[start..at].trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let scheme = if name.starts_with(MAILTO) { MAILTO.len() } else { 0 };
        let name = &name[scheme..];
        let rest = head(self.text[at..].strip_prefix("\\@")?, LONGEST_ADDRESS);
        let host = rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())].trim_end_matches(['.', '-', '_']);
        let is_mail = !name.is_empty() && name.chars().all(is_part) && host.contains('.');
        let range = at - name.len() - scheme..at + 2 + host.len();
        (is_mail && self.is_free(&range)).then_some(range)
    }

    /// An empty line stays, and so does a line end before what an author wrote as an item although it is none to the parser;
    /// another single line end is a blank, which [`super::protect`] sees to.
    fn line_break(&mut self, at: usize) -> Option<usize> {
        let blank = self.text[at..].len() - self.text[at..].trim_start_matches([' ', '\t', '\n']).len();
        let several = self.text[at..at + blank].matches('\n').count() > 1;
        let is_site = self.constructs.flavor != Flavor::Docfx;
        let is_kept = several || is_site && begins_item(&self.text[..at], &self.text[at + blank..]);
        is_kept.then(|| self.keep(at..at + blank, Sort::Mark))?;
        Some(blank)
    }

    /// Two blanks and a line end.
    fn hard_break(&mut self, at: usize) -> Option<usize> {
        let blanks = self.text[at..].bytes().take_while(|b| *b == b' ').count();
        if self.text[at + blanks..].starts_with('\n') {
            self.keep(at..at + blanks + 1, Sort::Mark);
            return Some(blanks + 1);
        }
        Some(blanks)
    }

    fn bracket(&mut self, at: usize, labels: &[String]) -> Option<usize> {
        let rest = &self.text[at..];
        if let Some(len) = inline_directive_len(rest) {
            self.keep(at..at + len, Sort::Mark);
            return Some(len);
        }
        if rest.starts_with("[^") {
            let len = rest.find(']')? + 1;
            self.keep(at..at + len, Sort::Mark);
            return Some(len);
        }
        // `Mind!` with a footnote.
        let len = if rest.starts_with("![") && !rest.starts_with("![^") { 2 } else { 1 };
        if len == 2 || rest.starts_with('[') {
            self.brackets.push(at..at + len);
            return Some(len);
        }
        if !rest.starts_with(']') {
            return None;
        }
        let Some(open) = self.brackets.pop() else {
            // Half a link; its target is one all the same.
            let len = link_target_len(rest)?;
            self.keep(at..at + len, Sort::Mark);
            return Some(len);
        };
        let is_label = || is_label(&self.text[open.end..at], labels);
        // `map[string][Quantity](x)`: of two pairs of brackets before a target the second is the link.
        let names_label = |len: usize| rest.get(2..len - 1).is_some_and(|label| self::is_label(label, labels));
        let is_type = rest.starts_with("][")
            && link_target_len(rest).is_some_and(|len| rest[len..].starts_with('(') && !names_label(len));
        // `[label][^1]` is a link by its label, and a footnote.
        let target = link_target_len(rest).filter(|_| !is_type && !rest.starts_with("][^"));
        let apart = || self.label_apart(rest, labels);
        let len = target.or_else(apart).or_else(|| is_label().then_some(1))?;
        self.pair(open, at..at + len);
        Some(len)
    }

    /// `[text] [label]`, also with a line end between: Python-Markdown reads a link.
    fn label_apart(&self, rest: &str, labels: &[String]) -> Option<usize> {
        let behind = rest[1..].strip_prefix([' ', '\n']).filter(|_| self.constructs.flavor == Flavor::Mkdocs)?;
        let label = behind.strip_prefix('[').and_then(|inner| inner.split_once(']'))?.0;
        is_label(label, labels).then_some(label.len() + 4)
    }

    fn tag(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let end = rest[1..].find(|c: char| matches!(c, '<' | '>') || c.is_whitespace()).map(|len| len + 1);
        let address = end.filter(|end| {
            let inner = &rest[1..*end];
            rest[*end..].starts_with('>') && !inner.starts_with('/') && inner.contains(['@', ':'])
        });
        if let Some(end) = address {
            self.keep(at..at + end + 1, Sort::Word);
            return Some(end + 1);
        }
        if let Some(len) = untranslated_len(rest).or_else(|| script_len(rest)) {
            self.keep(at..at + len, Sort::Word);
            return Some(len);
        }
        if let Some(len) = type_len(rest) {
            let joins = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
            let name = self.text.as_bytes()[self.taken_to.min(at)..at].iter().rev().take_while(joins).count();
            if name > 0 {
                self.keep(at - name..at + len, Sort::Word);
                return Some(len);
            }
        }
        let len = tag_len(rest)?;
        let (tag, range) = (&rest[..len], at..at + len);
        let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if let Some(open) = self.tags.iter().rposition(|(other, _)| *other == name).filter(|_| tag.starts_with("</")) {
            let (_, open) = self.tags.remove(open);
            self.element(open, range);
        } else if tag.starts_with("</") || tag.ends_with("/>") || name.is_empty() || is_void(&name) {
            let words = self.tag_words(tag);
            self.marks_in_tag(at, &words);
            self.worded(range, words);
        } else {
            self.tags.push((name, range));
        }
        Some(len)
    }

    /// An element with what is in it: a pair, unless there are words in its tag.
    fn element(&mut self, open: Range<usize>, close: Range<usize>) {
        let words = self.tag_words(&self.text[open.clone()]);
        if words.is_empty() {
            return self.pair(open, close);
        }
        self.marks_in_tag(open.start, &words);
        self.worded(open, words);
        self.keep(close, Sort::Mark);
    }

    fn marks_in_tag(&mut self, start: usize, words: &[Range<usize>]) {
        words.iter().for_each(|words| self.marks_in(start + words.start..start + words.end));
    }

    /// Words in a tag. DocFX leaves them alone.
    fn tag_words(&self, tag: &str) -> Vec<Range<usize>> {
        if self.constructs.flavor == Flavor::Docfx { Vec::new() } else { arguments::tag_words(tag) }
    }

    fn emphasis(&mut self) {
        if !self.text.contains(['*', '_', '~']) {
            return;
        }
        let emphases = emphasis_of(self.text);
        self.addresses_with_marks(&emphases);
        for (range, len) in emphases {
            let (open, close) = (range.start..range.start + len, range.end - len..range.end);
            if open.end <= close.start && self.is_free(&open) && self.is_free(&close) {
                self.pair(open, close);
            }
        }
    }

    /// Addresses in which marks of emphasis stand: `https://v2-*MINOR*.example/`. One in emphasis ends with that.
    fn addresses_with_marks(&mut self, emphases: &[(Range<usize>, usize)]) {
        if emphases.is_empty() || !self.text.contains("://") {
            return;
        }
        let addresses = plain_addresses(self.text);
        let address_at = |at: usize| {
            let next = addresses.partition_point(|address| address.end <= at);
            addresses.get(next).filter(|address| address.start <= at).map(|_| next)
        };
        let mut ends: Vec<usize> = addresses.iter().map(|address| address.end).collect();
        let mut has_marks = vec![false; addresses.len()];
        for (range, len) in emphases {
            let opened = address_at(range.start);
            opened.into_iter().for_each(|at| has_marks[at] = true);
            if let Some(at) = address_at(range.end - len).filter(|_| opened.is_none()) {
                let has_host = !self.text[addresses[at].start..range.end - len].ends_with("//");
                ends[at] = if has_host { ends[at].min(range.end - len) } else { ends[at] };
                has_marks[at] |= !has_host;
            }
        }
        for ((address, end), has_marks) in addresses.iter().zip(ends).zip(has_marks) {
            let range = address.start..end.max(address.start);
            if has_marks && self.is_free(&range) && !range.is_empty() {
                self.keep(range, Sort::Word);
            }
        }
    }

    /// Addresses, identifiers, variables and terms among the words.
    fn words(&mut self, terms: &[Term], pieces: &[Piece]) {
        let mut found: Vec<Range<usize>> = terms.iter().flat_map(|term| occurrences(self.text, term)).collect();
        // The longest term first: `Contoso CRM` before `Contoso`.
        found.sort_by_key(|range| std::cmp::Reverse(range.len()));
        found.extend(loose_addresses(self.text));
        found.extend(pieces.iter().filter_map(|piece| self.fixed(piece)));
        for range in found {
            if self.is_free(&range) {
                self.keep(range, Sort::Word);
            }
        }
    }

    fn fixed(&self, piece: &Piece) -> Option<Range<usize>> {
        let Piece::Value(kind, range) = piece else { return None };
        let value = &self.text[range.clone()];
        // `3rd-party` looks like an identifier.
        let worded = || value.starts_with(|c: char| c.is_ascii_digit()) && !value.contains('_') && value.len() < 20;
        let fixed = match kind {
            ValueKind::Url | ValueKind::Email | ValueKind::Variable => true,
            ValueKind::Identifier => !worded(),
            // Of what looks like a link and is none.
            ValueKind::LinkTarget => value.contains("://"),
            _ => false,
        };
        fixed.then(|| range.clone())
    }
}

/// Length of a program in a text: `<script type="math/tex">n</script>`.
fn script_len(text: &str) -> Option<usize> {
    const END: &str = "</script>";
    text.strip_prefix("<script")?;
    head(text, LONGEST_ADDRESS).find(END).map(|at| at + END.len())
}

/// Whether a mark may begin here: nearly all of a text is letters, where none does.
fn begins_mark(rest: &[u8]) -> bool {
    // The first byte of the mark around placeables.
    const PLACEABLE: u8 = 0xEF;
    match rest[0] {
        b' ' => rest.get(1) == Some(&b' '),
        byte => matches!(byte, b'\\' | b'`' | b'<' | b'&' | b'\n' | b'[' | b']' | b'!' | b':' | PLACEABLE),
    }
}

/// Length of `&nbsp;`, `&#160;` at the start of a text.
fn entity_len(text: &str) -> Option<usize> {
    let name = |b: u8| b.is_ascii_alphanumeric() || b == b'#';
    let len = 1 + text.bytes().skip(1).take_while(|b| name(*b)).count();
    (len > 2 && len < 34 && text[len..].starts_with(';')).then_some(len + 1)
}

/// The character that an entity stands for, if it means the same without being one.
fn stands_for(entity: &str) -> Option<char> {
    let name = entity.strip_prefix('&')?.strip_suffix(';')?;
    let text = decode(name)?;
    let mut chars = text.chars();
    let c = chars.next().filter(|_| chars.next().is_none())?;
    let plain = c.is_alphanumeric() || "'\"’‘“”«»–—…·•©®™€£°§".contains(c);
    plain.then_some(c)
}

/// A text with those entities as characters that are there for no other reason than how it was typed.
pub fn decoded(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return text.into() };
    let mut out = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(c) = rest.chars().next() {
        let entity = entity_len(rest).and_then(|len| Some((stands_for(&rest[..len])?, len)));
        let (c, len) = entity.unwrap_or((c, c.len_utf8()));
        out.push(c);
        rest = &rest[len..];
    }
    out.into()
}

fn is_void(name: &str) -> bool {
    ["br", "hr", "img", "input", "wbr", "source", "meta", "link", "col", "area", "embed", "track"].contains(&name)
}

/// Pairs that do not nest are two kept parts each.
fn unnested_apart(mut marks: Vec<Part>) -> Vec<Part> {
    let pairs = marks.iter().filter(|mark| matches!(mark, Part::Open(..))).count();
    let mut open: Vec<usize> = Vec::new();
    let mut is_open = vec![false; pairs];
    let mut broken = vec![false; pairs];
    for mark in &marks {
        match mark {
            Part::Open(_, pair) => {
                open.push(*pair);
                is_open[*pair] = true;
            }
            Part::Close(_, pair) if is_open[*pair] => {
                while let Some(inner) = open.pop() {
                    is_open[inner] = false;
                    if inner == *pair {
                        break;
                    }
                    broken[inner] = true;
                }
            }
            Part::Close(_, pair) => broken[*pair] = true,
            _ => {}
        }
    }
    open.into_iter().for_each(|pair| broken[pair] = true);
    for mark in &mut marks {
        if let Part::Open(range, pair) | Part::Close(range, pair) = mark
            && broken[*pair]
        {
            *mark = Part::Keep(range.clone(), Sort::Mark);
        }
    }
    marks
}

/// Whether a text in brackets is a label; `labels` are in order.
fn is_label(text: &str, labels: &[String]) -> bool {
    !labels.is_empty() && text.len() <= LONGEST_LABEL && labels.binary_search(&normal_label(text)).is_ok()
}

fn with_text(text: &str, marks: Vec<Part>) -> Vec<Part> {
    let mut parts = Vec::with_capacity(2 * marks.len() + 1);
    let mut at = 0;
    for mark in marks {
        if mark.range().start > at {
            parts.push(Part::Text(at..mark.range().start));
        }
        at = mark.range().end;
        parts.push(mark);
    }
    if at < text.len() {
        parts.push(Part::Text(at..text.len()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::text::terms::Term;
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str, known: Known<'_>) -> String {
        let show = |part: &Part| match part {
            Part::Text(range) => text[range.clone()].to_owned(),
            Part::Keep(range, Sort::Word) => format!("⟨{}⟩", &text[range.clone()]),
            Part::Keep(range, Sort::Mark) => format!("⟪{}⟫", &text[range.clone()]),
            Part::Open(range, pair) => format!("{pair}❲{}·", &text[range.clone()]),
            Part::Close(range, pair) => format!("·{}❳{pair}", &text[range.clone()]),
        };
        parts(text, known).iter().map(show).collect()
    }

    #[test]
    fn what_a_machine_must_not_touch_is_found() {
        let plain = Known::default();
        for (text, expected) in [
            ("Run `az login` first", "Run ⟨`az login`⟩ first"),
            ("Run <code>az <b>login</b></code> first", "Run ⟨<code>az <b>login</b></code>⟩ first"),
            ("By <span translate=\"no\">Blue Whale</span>.", "By ⟨<span translate=\"no\">Blue Whale</span>⟩."),
            ("Press <kbd>S", "Press ⟪<kbd>⟫S"),
            ("See [the docs](https://x.com/a_b).", "See 0❲[·the docs·](https://x.com/a_b)❳0."),
            ("a **bold** word", "a 0❲**·bold·**❳0 word"),
            ("Line<br/>two &amp; three", "Line⟪<br/>⟫two ⟪&amp;⟫ three"),
            ("<strong>Very</strong> good", "0❲<strong>·Very·</strong>❳0 good"),
            (
                "Write to a@contoso.com, see https://contoso.com.",
                "Write to ⟨a@contoso.com⟩, see ⟨https://contoso.com⟩.",
            ),
            ("Needs User.Read and offline_access", "Needs ⟨User.Read⟩ and ⟨offline_access⟩"),
            ("A 3rd-party app, 30 days", "A 3rd-party app, 30 days"),
            ("two  \nlines\n\nmore", "two⟪  \n⟫lines⟪\n\n⟫more"),
            ("Mind![^1] Go", "Mind!⟪[^1]⟫ Go"),
            ("![icon](a.png) text [^1]", "0❲![·icon·](a.png)❳0 text ⟪[^1]⟫"),
            ("not \\* bold", "not ⟪\\*⟫ bold"),
            ("We&#39;re &eacute;t&#xE9; &lt; &rsquo;", "We&#39;re &eacute;t&#xE9; ⟪&lt;⟫ &rsquo;"),
            ("R&amp;D, Q&amp;A &amp; more&nbsp;x", "⟨R&amp;D⟩, ⟨Q&amp;A⟩ ⟪&amp;⟫ more⟪&nbsp;⟫x"),
            ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
            ("{name} of %s", "⟨{name}⟩ of ⟨%s⟩"),
            ("\"http\\://x.com/\", https://x.com/a\\_b.", "\"⟨http\\://x.com/⟩\", ⟨https://x.com/a\\_b⟩."),
            ("By [Ada](https://x.com/ada in [1](b.md).", "By [Ada](⟨https://x.com/ada⟩ in 0❲[·1·](b.md)❳0."),
            ("[plain] text", "[plain] text"),
            ("from \"kim\\@notes.example\" to us", "from \"⟨kim\\@notes.example⟩\" to us"),
            ("a\\@b, c", "a⟪\\@⟫b, c"),
            ("**https://x.com:443/\\_code** or", "0❲**·⟨https://x.com:443/\\_code⟩·**❳0 or"),
            ("'mailto:kim\\@notes.example'?", "'⟨mailto:kim\\@notes.example⟩'?"),
            (
                "at https://v2-*MINOR*.x.com/, or http://_host_:80.",
                "at ⟨https://v2-*MINOR*.x.com/⟩, or ⟨http://_host_:80⟩.",
            ),
            ("https://*.x.com and https://*.y.com", "⟨https://*.x.com⟩ and ⟨https://*.y.com⟩"),
            ("**https://x.com**: *see http://y.com/a*", "0❲**·⟨https://x.com⟩·**❳0: 1❲*·see ⟨http://y.com/a⟩·*❳1"),
            ("(https://x.com/)'s, a@x.com,b@x.com", "(⟨https://x.com/⟩)'s, ⟨a@x.com⟩,⟨b@x.com⟩"),
            ("ti&#x64;_&#x65;bb_ (two) a&#x62;c", "⟨ti&#x64;_&#x65;bb_⟩ (two) a&#x62;c"),
            ("is List<Map<String,Tide>>, or Box<T>", "is ⟨List<Map<String,Tide>>⟩, or ⟨Box<T>⟩"),
            ("H<sub>2</sub>, a <Box> or A<B>c</B>", "H0❲<sub>·2·</sub>❳0, a ⟪<Box>⟫ or A1❲<B>·c·</B>❳1"),
            ("\\<em>c</em>, \\<em>", "\\0❲<em>·c·</em>❳0, ⟪\\<⟫em>"),
            ("half a link](./x-y.md) here", "half a link⟪](./x-y.md)⟫ here"),
        ] {
            assert_eq!(shown(text, plain), expected, "{text}");
        }
    }

    #[test]
    fn code_in_the_words_of_a_construct_is_code() {
        let mdn = Constructs::of(Flavor::Mdn);
        let known = Known { constructs: Some(&mdn), ..Known::default() };
        assert_eq!(
            shown("See {{Glossary(\"note\", \"the `<note>` &lt;x\")}}", known),
            "See 0❲{{Glossary(\"note\", \"·the ⟨`<note>`⟩ ⟪&lt;⟫x·\")}}❳0"
        );
    }

    #[test]
    fn entities_and_addresses_in_the_words_of_a_tag_are_kept() {
        let gfm = Constructs::of(Flavor::Gfm);
        let known = Known { constructs: Some(&gfm), ..Known::default() };
        assert_eq!(
            shown("A <img alt=\"Pier, by &lt;https://x.com/kim&gt;, 3\"> here", known),
            "A 0❲<img alt=\"·Pier, by ⟪&lt;⟫⟨https://x.com/kim⟩⟪&gt;⟫, 3·\">❳0 here"
        );
        assert_eq!(shown("<Pier\ntitle=\"Long\"\n>", known), "0❲<Pier\ntitle=\"·Long·\"\n>❳0");
        assert_eq!(
            shown("A <img alt=\":smile: of all\"/> here", known),
            "A 0❲<img alt=\"·⟨:smile:⟩ of all·\"/>❳0 here"
        );
        assert_eq!(
            shown("A <abbr title=\"All in <Pier>\">tree</abbr>", known),
            "A 0❲<abbr title=\"·All in ⟨<Pier>⟩·\">❳0tree⟪</abbr>⟫"
        );
    }

    #[test]
    fn links_of_wikis_are_kept_but_for_their_words() {
        let gfm = Constructs::of(Flavor::Gfm);
        let known = Known { constructs: Some(&gfm), ..Known::default() };
        for (text, expected) in [
            ("See [[Long pier]], ![[pier.png|300]]", "See ⟨[[Long pier]]⟩, ⟨![[pier.png|300]]⟩"),
            ("See [[Piers#Long one|the *long* one]].", "See 0❲[[Piers#Long one|·the 1❲*·long·*❳1 one·]]❳0."),
            ("See [[the pier|Long-Pier]].", "See 0❲[[·the pier·|Long-Pier]]❳0."),
            ("It ends here ^long-pier", "It ends here ⟪^long-pier⟫"),
            ("a [[link](a.md)] and [[ -f x ]]", "a [0❲[·link·](a.md)❳0] and [[ -f x ]]"),
        ] {
            assert_eq!(shown(text, known), expected, "{text}");
        }
    }

    #[test]
    fn a_known_label_goes_before_what_only_looks_like_a_target() {
        let known = Known { labels: &["pier".into()], ..Known::default() };
        assert_eq!(shown("[The long one][pier](now closed)", known), "0❲[·The long one·][pier]❳0(now closed)");
        assert_eq!(shown("map[tide][Pier](a.md)", Known::default()), "map[tide]0❲[·Pier·](a.md)❳0");
    }

    #[test]
    fn addresses_of_two_protocols_are_kept() {
        let text = "As http(s)://host.region.contoso.com/, or http(s)://www.contoso.com/x.";
        let kept: Vec<&str> = parts(text, Known::default())
            .into_iter()
            .filter_map(|part| match part {
                Part::Keep(range, _) => Some(&text[range]),
                _ => None,
            })
            .collect();
        assert_eq!(kept, ["http(s)://host.region.contoso.com/", "http(s)://www.contoso.com/x"]);
    }

    #[test]
    fn names_and_labels_are_found() {
        let terms = [("Contoso CRM", true), ("Contoso", true), ("teams", false)]
            .map(|(text, case_sensitive)| Term { text: text.into(), case_sensitive });
        let labels = ["contoso docs".to_owned()];
        let known = Known { terms: &terms, labels: &labels, ..Known::default() };
        assert_eq!(shown("Contoso CRM by Contoso, for Teams", known), "⟨Contoso CRM⟩ by ⟨Contoso⟩, for ⟨Teams⟩");
        assert_eq!(shown("Contosos teamster", known), "Contosos teamster");
        assert_eq!(shown("See [Contoso docs].", known), "See 0❲[·⟨Contoso⟩ docs·]❳0.");
    }

    proptest! {
        #[test]
        fn the_parts_are_the_text(text in "[ab \\\\`*_<>/\\[\\]()!&;\u{FDD0}\u{FDD1}$~\n.@:é日{}%]{0,40}") {
            let parts = parts(&text, Known { labels: &["a".into()], ..Known::default() });
            let whole: String = parts.iter().map(|part| &text[part.range().clone()]).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
