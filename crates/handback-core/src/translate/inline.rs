//! What in a text a machine must not touch: code, links, tags, values, names.
//!
//! A text is cut into [`Part`]s which together are the text. A part *around* text (a link, emphasis, an HTML
//! element) comes as a pair, so that a service may move what is in it.

mod addresses;
mod entities;
mod links;
mod tags;

use std::ops::Range;

pub use entities::decoded;
use entities::{entity_len, stands_for};
use tags::script_len;

use super::among::{
    addresses_to_fill_in, broken_tag_len, is_closed_tag, loose_addresses, plain_addresses, remote_addresses,
};
use crate::catalog::notation;
use crate::text::constructs::Constructs;
use crate::text::copied::identifiers;
use crate::text::element::untranslated_len;
use crate::text::emphasis::emphasis_of;
use crate::text::flavor::Flavor;
use crate::text::markup::{begins_item, code_span_len, tag_len, ticks};
use crate::text::terms::{Term, occurrences};
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
    cutter.literal_stars();
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
            b'<' => self.tag(at).or_else(|| self.broken_tag(at)),
            b'&' => self.entity(at),
            b'\n' => self.line_break(at),
            b' ' => self.hard_break(at),
            _ => self.bracket(at, labels),
        }
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

    /// What begins like a tag and is none, because nothing closes it.
    fn broken_tag(&mut self, at: usize) -> Option<usize> {
        let len = broken_tag_len(&self.text[at..])?;
        self.keep(at..at + len, Sort::Word);
        Some(len)
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

    /// Stars that make no emphasis, and that readers see: `** High tide **`. One alone among blanks is no mark.
    fn literal_stars(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'*', &bytes[at..]) {
            let start = at + found;
            at = start + bytes[start..].iter().take_while(|byte| **byte == b'*').count();
            let is_blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
            let is_apart = at == start + 1
                && is_blank(self.text[..start].chars().next_back())
                && is_blank(self.text[at..].chars().next());
            if !is_apart && self.is_free(&(start..at)) {
                self.keep(start..at, Sort::Mark);
            }
        }
    }

    /// Addresses, identifiers, variables and terms among the words.
    fn words(&mut self, terms: &[Term], pieces: &[Piece]) {
        let mut found: Vec<Range<usize>> = terms.iter().flat_map(|term| occurrences(self.text, term)).collect();
        found.extend(loose_addresses(self.text));
        found.extend(remote_addresses(self.text));
        found.extend(addresses_to_fill_in(self.text));
        found.extend(pieces.iter().filter_map(|piece| self.fixed(piece)));
        found.extend(pieces.iter().flat_map(|piece| identifiers(self.text, piece)));
        // The longest first: `Contoso CRM` before `Contoso`, and `Contoso/App#12` before either.
        found.sort_by_key(|range| std::cmp::Reverse(range.len()));
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

/// Whether a mark may begin here: nearly all of a text is letters, where none does.
fn begins_mark(rest: &[u8]) -> bool {
    // The first byte of the mark around placeables.
    const PLACEABLE: u8 = 0xEF;
    match rest[0] {
        b' ' => rest.get(1) == Some(&b' '),
        byte => matches!(byte, b'\\' | b'`' | b'<' | b'&' | b'\n' | b'[' | b']' | b'!' | b':' | PLACEABLE),
    }
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
            ("a *tideLevel* of __*pier1*__, too", "a 0❲*·⟨tideLevel⟩·*❳0 of 1❲__·2❲*·⟨pier1⟩·*❳2·__❳1, too"),
            ("hold <tide_lock, or </a. now", "hold ⟨<tide_lock⟩, or ⟨</a⟩. now"),
            ("** High tide ** at 5 * 3", "⟪**⟫ High tide ⟪**⟫ at 5 * 3"),
            ("* SHUT * at *low* tide*", "⟪*⟫ SHUT * at 0❲*·low·*❳0 tide⟪*⟫"),
            ("is 32&deg;F, not &deg;C", "is 32⟪&deg;⟫F, not &deg;C"),
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
