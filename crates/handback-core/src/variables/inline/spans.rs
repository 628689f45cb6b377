//! Where inline values stand in a text.

use std::ops::Range;

use crate::catalog::notation;
use crate::text::element::untranslated_len;
use crate::text::limits::DEEPEST_MARKUP;
use crate::text::markup::{code_span_len, inline_directive_len, looks_like_address, tag_len, ticks};

/// What an inline value is, as far as its name tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Link,
    Image,
    /// An URL, path or e-mail address among the words.
    Address,
    Code,
    /// A GUID, product number and the like among the words.
    Identifier,
    /// An attribute of a tag, by its name.
    Attribute(String),
}

impl Kind {
    /// The name of the variable, where a text has only one of its kind.
    pub fn name(&self) -> &str {
        match self {
            Self::Link => "link",
            Self::Image => "image",
            Self::Address => "address",
            Self::Code => "code",
            Self::Identifier => "id",
            Self::Attribute(name) => name,
        }
    }

    /// What it is, in words, for translators.
    pub fn describe(&self) -> String {
        match self {
            Self::Link => "link target".to_owned(),
            Self::Image => "image".to_owned(),
            Self::Address => "address".to_owned(),
            Self::Code => "code".to_owned(),
            Self::Identifier => "identifier".to_owned(),
            Self::Attribute(name) => format!("attribute {name}"),
        }
    }
}

/// An inline value at a place of a text; never empty, and within one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub range: Range<usize>,
    pub kind: Kind,
}

/// The inline values of a text, from left to right.
pub fn spans(text: &str) -> Vec<Span> {
    if !may_have(text) {
        return Vec::new();
    }
    let mut scan = Scan { text, found: Vec::new(), brackets: Vec::new(), words_from: 0 };
    let mut at = 0;
    // Most of a text begins nothing.
    while let Some(next) = text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|byte| begins_step(*byte))) {
        at += next;
        at += scan.step(at);
    }
    scan.words(text.len());
    scan.found.retain(|span| {
        let content = &text[span.range.clone()];
        !content.trim().is_empty() && !content.contains(['\n', '\r'])
    });
    scan.found.sort_by_key(|span| span.range.start);
    scan.found
}

/// Whether a byte may begin what [`Scan::step`] looks at.
fn begins_step(byte: u8) -> bool {
    matches!(byte, b'\\' | b'<' | b'`' | b'[' | b':' | b']' | 0xEF)
}

/// Whether a word is no address, identifier or placeable at first sight: most are not.
fn is_mere_word(word: &str) -> bool {
    let mut digits = 0;
    word.bytes().all(|byte| {
        digits += usize::from(byte.is_ascii_digit());
        !matches!(byte, b'/' | b'@' | b'.' | b':' | 0xEF) && digits < LEAST_DIGITS
    })
}

/// Whether a text could have any; most have none.
fn may_have(text: &str) -> bool {
    let mut digits = 0;
    text.bytes().any(|byte| {
        digits += u32::from(byte.is_ascii_digit());
        matches!(byte, b'<' | b'`' | b'/' | b'@' | 0xEF) || digits >= LEAST_DIGITS as u32
    }) || text.contains("](")
        || text.contains("www.")
}

struct Scan<'t> {
    text: &'t str,
    found: Vec<Span>,
    /// Open square brackets.
    brackets: Vec<Bracket>,
    /// Where the words begin that were not looked at yet.
    words_from: usize,
}

#[derive(Clone, Copy)]
struct Bracket {
    at: usize,
    is_image: bool,
}

impl Scan<'_> {
    /// Looks at what stands at a place; returns how far to go on.
    fn step(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        match rest.as_bytes()[0] {
            b'\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            b'<' => self.markup(at, |scan| scan.tag(at)),
            b'`' => self.markup(at, |scan| scan.code(at)),
            b'[' | b':' if inline_directive_len(rest).is_some() => {
                self.markup(at, |scan| inline_directive_len(&scan.text[at..]))
            }
            b'[' => {
                self.brackets.push(Bracket { at, is_image: self.text[..at].ends_with('!') });
                self.markup(at, |_| Some(1))
            }
            b']' => {
                let open = self.brackets.pop();
                let len =
                    self.markup(at, |scan| Some(open.and_then(|open| scan.target(at, open.is_image)).unwrap_or(1)));
                open.filter(|_| len == 1).inspect(|open| self.leave_label(open.at + 1..at));
                len
            }
            0xEF => notation::placeable_len(rest).unwrap_or_else(|| char_len(rest)),
            _ => char_len(rest),
        }
    }

    /// Takes markup at a place; the words before it end there.
    fn markup(&mut self, at: usize, take: impl FnOnce(&mut Self) -> Option<usize>) -> usize {
        let known = self.found.len();
        // A run of backticks that closes nothing is text as a whole.
        let Some(len) = take(self) else { return ticks(&self.text[at..]).max(1) };
        let markup = self.found.split_off(known);
        self.words(at);
        self.found.extend(markup);
        self.words_from = at + len;
        len
    }

    /// A tag with its attributes, or an element of code with its content.
    fn tag(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let len = tag_len(rest)?;
        let tag = &rest[..len];
        let inner = tag.trim_start_matches('<').trim_end_matches('>');
        if !inner.contains(char::is_whitespace) && (inner.contains("://") || inner.contains('@')) {
            self.push(at..at + len, Kind::Address);
            return Some(len);
        }
        self.attributes(at, tag);
        let Some(element) = untranslated_len(rest).filter(|_| is_code(tag)) else { return Some(len) };
        let content = len..element - rest[..element].rfind("</").map_or(0, |close| element - close);
        if rest[content.clone()].contains('<') {
            return Some(element);
        }
        self.push(at + content.start..at + content.end, Kind::Code);
        Some(element)
    }

    fn attributes(&mut self, at: usize, tag: &str) {
        if tag.starts_with("<!") || tag.starts_with("</") {
            return;
        }
        let name_len = tag[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(0);
        let element = tag[1..=name_len].to_ascii_lowercase();
        let mut from = 1 + name_len;
        while let Some(equals) = tag[from..].find('=').map(|len| from + len) {
            let quote = tag[equals + 1..].chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = equals + 1 + quote.map_or(0, char::len_utf8);
            let len = match quote {
                Some(quote) => tag[value..].find(quote),
                None => Some(bare_len(&tag[value..])),
            };
            let Some(len) = len else { return };
            let name = tag[from..equals].rsplit(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
            if let Some(kind) = attribute_kind(&element, name).filter(|_| len > 0) {
                self.push(at + value..at + value + len, kind);
            }
            from = value + len + quote.map_or(0, char::len_utf8);
        }
    }

    fn code(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
        let len = code_span_len(rest)?;
        let (mut start, mut end) = (at + ticks, at + len - ticks);
        if end > start + 2 && self.text[start..end].starts_with(' ') && self.text[start..end].ends_with(' ') {
            (start, end) = (start + 1, end - 1);
        }
        self.push(start..end, Kind::Code);
        Some(len)
    }

    /// The target of a link or image behind its text: `](target "title")`.
    fn target(&mut self, at: usize, image: bool) -> Option<usize> {
        let inner = self.text[at..].strip_prefix("](")?;
        let lead = inner.len() - inner.trim_start_matches([' ', '\t']).len();
        let (start, len) = destination(&inner[lead..])?;
        let after = lead + len;
        let close = after + title_len(&inner[after..])?;
        let from = at + 2 + lead + start;
        let to = at + 2 + after - start;
        self.push(from..to, if image { Kind::Image } else { Kind::Link });
        Some(2 + close)
    }

    /// `[the words of a label]` may name a link by what they say: what a translation writes in their place has to name the same,
    /// which no value in them would.
    fn leave_label(&mut self, label: Range<usize>) {
        let text = &self.text[label.clone()];
        let behind = &self.text[label.end + 1..];
        let has_label = behind.starts_with('[') && !behind.starts_with("[]");
        if text.contains(['[', ']']) || has_label {
            return;
        }
        let first = self.found.partition_point(|span| span.range.start < label.start);
        let mut at = label.start;
        let has_words = |gap: Range<usize>| self.text.get(gap).is_some_and(|gap| gap.contains(char::is_alphabetic));
        let between = self.found[first..].iter().any(|span| {
            let gap = std::mem::replace(&mut at, span.range.end)..span.range.start;
            has_words(gap)
        });
        if between || has_words(at..label.end) {
            self.found.truncate(first);
        }
    }

    /// Addresses and identifiers among the words up to `end`.
    fn words(&mut self, end: usize) {
        let from = std::mem::replace(&mut self.words_from, end);
        if from >= end {
            return;
        }
        let text = self.text;
        each_word(&text[from..end], |word| self.word(from + word.start..from + word.end));
    }

    fn word(&mut self, range: Range<usize>) {
        let word = &self.text[range.clone()];
        if is_mere_word(word) {
            return;
        }
        let core = core_of(word);
        let core = range.start + core.start..range.start + core.end;
        let text = &self.text[core.clone()];
        if let Some(kind) = bare_placeable(text) {
            self.push(core, kind);
        } else if looks_like_address(word) && text.contains(['/', '@', '.', ':']) {
            self.push(core, Kind::Address);
        } else {
            for token in identifiers(text) {
                self.push(core.start + token.start..core.start + token.end, Kind::Identifier);
            }
        }
    }

    fn push(&mut self, range: Range<usize>, kind: Kind) {
        if range.start < range.end {
            self.found.push(Span { range, kind });
        }
    }
}

fn char_len(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

/// Words with placeables in them, which may hold blanks.
fn each_word(text: &str, mut take: impl FnMut(Range<usize>)) {
    let (mut at, mut start) = (0, None);
    while at < text.len() {
        // Nearly all is plain letters.
        let plain = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_graphic()).count();
        if plain > 0 {
            start.get_or_insert(at);
            at += plain;
            continue;
        }
        let rest = &text[at..];
        let len = notation::placeable_len(rest).unwrap_or_else(|| char_len(rest));
        if rest.starts_with(char::is_whitespace) {
            if let Some(start) = start.take() {
                take(start..at);
            }
        } else {
            start.get_or_insert(at);
        }
        at += len;
    }
    if let Some(start) = start {
        take(start..text.len());
    }
}

/// A word without the marks around it.
fn core_of(word: &str) -> Range<usize> {
    let is_inner = |c: char| c.is_alphanumeric() || c == notation::OPEN || c == notation::CLOSE;
    let start = word.find(|c: char| is_inner(c) || matches!(c, '/' | '.' | '_')).unwrap_or(word.len());
    let end = word.rfind(|c: char| is_inner(c) || matches!(c, '/' | '=' | '#' | '-' | '_' | '&'));
    let mut end = end.map_or(start, |at| at + char_len(&word[at..]));
    if word[end..].starts_with(')') && word[start.min(end)..end].contains('(') {
        end += 1;
    }
    start..end.max(start)
}

/// A lifted address or identifier: nothing around it tells where it stands.
fn bare_placeable(text: &str) -> Option<Kind> {
    let mut parts = notation::parts(text);
    let (Some(notation::Part::Placeable(expression)), None) = (parts.next(), parts.next()) else { return None };
    let name = expression.strip_prefix('$')?;
    [Kind::Address, Kind::Identifier].into_iter().find(|kind| is_named(name, kind.name()))
}

/// Whether a variable has the name of a kind, perhaps with a number: `link`, `link-2`.
pub fn is_named(variable: &str, kind: &str) -> bool {
    let Some(rest) = variable.strip_prefix(kind) else { return false };
    rest.is_empty() || rest.strip_prefix('-').is_some_and(|number| number.parse::<u32>().is_ok())
}

const SHORTEST_IDENTIFIER: usize = 8;
const LEAST_DIGITS: usize = 4;

/// GUIDs, product numbers and the like. Figures alone may be a year or an amount, which languages write in their way.
fn identifiers(word: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let mut found = Vec::new();
    let mut at = 0;
    for token in word.split(|c: char| !is_part(c)) {
        let digits = token.bytes().filter(u8::is_ascii_digit).count();
        let core = token.trim_matches(['-', '_']);
        if core.len() >= SHORTEST_IDENTIFIER
            && digits >= LEAST_DIGITS
            && core.bytes().any(|byte| byte.is_ascii_alphabetic())
        {
            let start = at + (token.len() - token.trim_start_matches(['-', '_']).len());
            found.push(start..start + core.len());
        }
        at += token.len();
        at += word[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// Where the destination of a link begins and ends in what follows `(`: with or without angle brackets.
fn destination(text: &str) -> Option<(usize, usize)> {
    if let Some(inner) = text.strip_prefix('<') {
        let close = inner.find(['>', '\n'])?;
        return inner[close..].starts_with('>').then_some((1, close + 2));
    }
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let rest = &text[at..];
        if let Some(len) = notation::placeable_len(rest) {
            at += len;
            continue;
        }
        match rest.as_bytes()[0] {
            b'\\' => at += 1,
            b'(' if depth == DEEPEST_MARKUP => return None,
            b'(' => depth += 1,
            b')' if depth == 0 => break,
            b')' => depth -= 1,
            byte if byte.is_ascii_whitespace() => break,
            _ => {}
        }
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    (at > 0 && at <= text.len() && depth == 0).then_some((0, at))
}

/// Length of what stands between the destination of a link and its end, with the closing bracket.
fn title_len(text: &str) -> Option<usize> {
    let blank = text.len() - text.trim_start().len();
    let rest = &text[blank..];
    if rest.starts_with(')') {
        return Some(blank + 1);
    }
    let open = rest.chars().next().filter(|_| blank > 0)?;
    let close = match open {
        '"' | '\'' => open,
        '(' => ')',
        _ => return None,
    };
    let end = 1 + rest[1..].find(close)? + 1;
    let tail = rest[end..].len() - rest[end..].trim_start().len();
    rest[end + tail..].starts_with(')').then_some(blank + end + tail + 1)
}

fn is_code(tag: &str) -> bool {
    let name = tag[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
    ["code", "samp", "tt"].iter().any(|code| name.eq_ignore_ascii_case(code))
}

/// Attributes that hold no words. What is not here may be read by people, or belongs to a language.
const ATTRIBUTES: [&str; 44] = [
    "align",
    "allow",
    "border",
    "bgcolor",
    "cite",
    "class",
    "color",
    "colspan",
    "controls",
    "crossorigin",
    "datetime",
    "face",
    "for",
    "frameborder",
    "headers",
    "height",
    "id",
    "integrity",
    "loading",
    "media",
    "method",
    "name",
    "poster",
    "referrerpolicy",
    "rel",
    "role",
    "rowspan",
    "scope",
    "size",
    "sizes",
    "slot",
    "span",
    "srcset",
    "start",
    "style",
    "tabindex",
    "target",
    "type",
    "usemap",
    "valign",
    "width",
    "cellpadding",
    "cellspacing",
    "action",
];

/// The length of a value without quotes; 0 for what is an expression of a component.
fn bare_len(rest: &str) -> usize {
    if rest.starts_with(['{', '"', '\'']) {
        return 0;
    }
    let len = rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(rest.len());
    rest[..len].strip_suffix('/').filter(|_| rest[len..].starts_with('>')).map_or(len, str::len)
}

fn attribute_kind(element: &str, name: &str) -> Option<Kind> {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "href" => Some(Kind::Link),
        "src" if element == "img" => Some(Kind::Image),
        "src" => Some(Kind::Attribute("source".to_owned())),
        _ => {
            let is_data =
                name.starts_with("data-") && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            (is_data || ATTRIBUTES.contains(&name.as_str())).then_some(Kind::Attribute(name))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<(String, String)> {
        let text = text.replace("{ ", "\u{FDD0}").replace(" }", "\u{FDD1}");
        let shown = |span: Span| {
            let content = notation::shown(&text[span.range.clone()]).into_owned();
            (span.kind.name().to_owned(), content)
        };
        spans(&text).into_iter().map(shown).collect()
    }

    fn list(text: &str) -> String {
        found(text).into_iter().map(|(kind, content)| format!("{kind}={content}")).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn what_is_no_word_is_found() {
        for (text, expected) in [
            ("See [the terms](terms.md) now.", "link=terms.md"),
            ("[a](<x y.md> \"Words\") and [b]( /c (Words) )", "link=x y.md | link=/c"),
            ("![Words](media/a.png 'Words') [![x](i.png)](page.md)", "image=media/a.png | image=i.png | link=page.md"),
            ("[a](x_(y).md)(z)", "link=x_(y).md"),
            ("Use `az login --force` and `` a`b ``.", "code=az login --force | code=a`b"),
            (
                "<a href=\"https://x.com/1\" title='Words' target=\"_blank\" data-id=\"7\">View</a>",
                "link=https://x.com/1 | target=_blank | data-id=7",
            ),
            ("<a href=x.md class=big title=Words>a</a>", "link=x.md | class=big"),
            ("<a href={ $link } target=_blank>a</a>, <img src=a.png/>", "link={ $link } | target=_blank | image=a.png"),
            ("<Card id={x => \"y\"} name='b'>a</Card>", "name=b"),
            ("<img src=\"a.png\" alt=\"Words\"> <iframe src='b'></iframe>", "image=a.png | source=b"),
            ("Run <code>x --y</code> or <samp>z</samp>, press <kbd>Enter</kbd>", "code=x --y | code=z"),
            (
                "Visit https://contoso.com/a?b=c. Write to **info@contoso.com**!",
                "address=https://contoso.com/a?b=c | address=info@contoso.com",
            ),
            (
                "At <https://contoso.com> (see www.contoso.com/x_(y)).",
                "address=<https://contoso.com> | address=www.contoso.com/x_(y)",
            ),
            (
                "App 5c1f7e02-93ab-4d1e-8f60-2b7a9d40c113, offer WA200009101",
                "id=5c1f7e02-93ab-4d1e-8f60-2b7a9d40c113 | id=WA200009101",
            ),
            (
                "[Terms]({ $link }) `{ $code }` at { $address }, { $id-2 }",
                "link={ $link } | code={ $code } | address={ $address } | id={ $id-2 }",
            ),
            ("at https://x.com/{ $store }?p now", "address=https://x.com/{ $store }?p"),
            ("See [`use` declarations], [`stop` ones][], [`Vec`] and [`run` it][label]", "code=Vec | code=run"),
        ] {
            assert_eq!(list(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_no_values() {
        for text in [
            "On December 9, 2021, and/or 2021-12-09: 1,234,567.89 or 12345678",
            "[text][label] [x] (y) a](b) \\[a\\](b) \\`x\\`",
            "By { $app } of { $developer-2 } in 365 days",
            "[a](b c d) [a]()",
            "<b>x</b> <!-- https://x.com --> <a title=\"Words\">y</a>",
            "[!INCLUDE [x](y.md)] and :::image source=\"a.png\":::",
            "``` never closed",
        ] {
            assert_eq!(list(text), "", "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_follow_each_other(text in "[ab \\\\`<>/\\[\\]()!&;=\"'\u{FDD0}\u{FDD1}$.@:é日{}4-]{0,40}") {
            let mut end = 0;
            for span in spans(&text) {
                prop_assert!(span.range.start >= end && span.range.start < span.range.end, "{:?}", span);
                prop_assert!(!text[span.range.clone()].trim().is_empty());
                end = span.range.end;
            }
        }
    }
}
