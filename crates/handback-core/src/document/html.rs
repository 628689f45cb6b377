//! Text and attribute values in HTML.
//!
//! A run of text goes from one block-level tag to the next and keeps the inline tags in it
//! (`<a href="…">View</a>` is one unit with its tags, as in the real pipeline's segments).
//! Empty elements and tags around a run, comments, scripts and preformatted text are skeleton.

use std::ops::Range;

use crate::text::element::{is_untranslated, untranslated_len};
use crate::text::limits::DEEPEST_MARKUP;
use crate::text::markup::{entity_len, tag_len};

/// What was found in a piece of HTML, by byte range of the text that was scanned.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    Text(Range<usize>),
    /// Text of an element with `translate="no"` or the class `notranslate`.
    Kept(Range<usize>),
    Attribute {
        value: Range<usize>,
        quote: u8,
        name: Box<str>,
    },
}

impl Piece {
    fn start(&self) -> usize {
        match self {
            Self::Text(range) | Self::Kept(range) | Self::Attribute { value: range, .. } => range.start,
        }
    }
}

const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "input",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
];
/// Elements whose content is no prose.
const RAW: &[&str] = &["script", "style", "pre", "textarea", "svg", "math"];
const VOID: &[&str] = &["br", "img", "input", "wbr"];

/// Finds text runs and the values of the given attributes (names in lower case).
/// Attributes inside a text run stay part of that run. With `framed`, an inline element around a run is none of it if its tag
/// stands on a line of its own: such a line begins a block of HTML.
pub fn scan(html: &str, attributes: &[String], framed: bool) -> Vec<Piece> {
    let mut scanner = Scanner {
        html,
        attributes,
        framed,
        pieces: Vec::new(),
        run: None,
        in_run: Vec::new(),
        kept_to: 0,
        unclosed: 0,
    };
    scanner.scan();
    scanner.pieces.sort_by_key(Piece::start);
    scanner.pieces
}

struct Run {
    start: usize,
    end: usize,
    has_text: bool,
}

struct Scanner<'a> {
    html: &'a str,
    attributes: &'a [String],
    framed: bool,
    pieces: Vec<Piece>,
    run: Option<Run>,
    /// Attributes of inline tags in the open run, used if the run turns out to have no text.
    in_run: Vec<Piece>,
    /// Where the last block-level element ends that is not to be translated.
    kept_to: usize,
    /// Block-level tags for which no end was found.
    unclosed: usize,
}

impl Scanner<'_> {
    fn scan(&mut self) {
        let mut at = 0;
        // Whether anything closes a comment, or another declaration, from here on.
        let (mut is_comment_closed, mut is_closed) = (true, true);
        while at < self.html.len() {
            let rest = &self.html[at..];
            let tag = match rest.as_bytes() {
                [b'<', b'!', b'-', b'-', ..] if !is_comment_closed => None,
                [b'<', ..] if is_closed => tag_len(rest),
                _ => None,
            };
            is_comment_closed &= tag.is_some() || !rest.starts_with("<!--");
            is_closed &= tag.is_some()
                || rest.starts_with("<!--")
                || !rest.starts_with(['<'])
                || !rest[1..].starts_with(['!', '?']);
            at += match tag {
                Some(len) => self.tag(at, len),
                None => {
                    let skip = usize::from(rest.starts_with('<'));
                    let len = skip + rest[skip..].find('<').unwrap_or(rest.len() - skip);
                    self.extend(at, at + len, !rest[..len].trim().is_empty());
                    len
                }
            };
        }
        self.flush();
    }

    /// Takes one tag; returns how far to go on.
    fn tag(&mut self, at: usize, len: usize) -> usize {
        let tag = &self.html[at..at + len];
        let name = tag_name(tag);
        if name.is_empty() || INLINE.contains(&name.as_str()) {
            self.extend(at, at + len, false);
            let found = attribute_values(tag, at, self.attributes);
            self.in_run.extend(found);
            return len;
        }
        self.flush();
        if at >= self.kept_to && self.unclosed <= DEEPEST_MARKUP {
            let element = untranslated_len(&self.html[at..]);
            self.unclosed += usize::from(element.is_none() && is_untranslated(tag));
            self.kept_to = self.kept_to.max(at + element.unwrap_or(0));
        }
        self.pieces.extend(attribute_values(tag, at, self.attributes));
        if RAW.contains(&name.as_str()) && !tag.starts_with("</") && !tag.ends_with("/>") {
            return len + raw_len(&self.html[at + len..], &name);
        }
        len
    }

    fn extend(&mut self, start: usize, end: usize, text: bool) {
        let run = self.run.get_or_insert(Run { start, end, has_text: false });
        run.end = end;
        run.has_text |= text;
    }

    fn flush(&mut self) {
        let Some(run) = self.run.take() else { return };
        let inner = std::mem::take(&mut self.in_run);
        // Signs between images are no text that would hold their descriptions.
        if run.has_text && (inner.is_empty() || has_letters(&self.html[run.start..run.end])) {
            let mut range = trim_run(self.html, run.start..run.end);
            for _ in 0..DEEPEST_MARKUP {
                let Some(inner) = inside_frame(self.html, &range).filter(|_| self.framed) else { break };
                range = trim_run(self.html, inner);
            }
            // What the trimming left outside the run may carry attributes of its own.
            self.pieces.extend(inner.into_iter().filter(|piece| !range.contains(&piece.start())));
            let kept = range.start < self.kept_to;
            self.pieces.push(if kept { Piece::Kept(range) } else { Piece::Text(range) });
        } else {
            self.pieces.extend(inner);
        }
    }
}

/// Whether there is a letter or digit outside of tags and entities.
fn has_letters(html: &str) -> bool {
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        let len = if rest.starts_with('<') { tag_len(rest) } else { entity_len(rest) };
        let next = rest.chars().next().unwrap_or(' ');
        if len.is_none() && next.is_alphanumeric() {
            return true;
        }
        at += len.unwrap_or(next.len_utf8());
    }
    false
}

/// Length of raw content up to its closing tag.
fn raw_len(rest: &str, name: &str) -> usize {
    let closes = |at: &usize| rest[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    memchr::memmem::find_iter(rest.as_bytes(), b"</").find(closes).unwrap_or(rest.len())
}

/// Lower-case element name; empty for comments and declarations.
fn tag_name(tag: &str) -> String {
    tag.trim_start_matches(['<', '/'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect::<String>()
        .to_ascii_lowercase()
}

/// Takes white space, comments, void elements and empty pairs off both ends.
fn trim_run(html: &str, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    loop {
        let run = &html[start..end];
        let trimmed = run.trim_start();
        start = end - trimmed.len();
        match leading_empty(trimmed) {
            Some(len) => start += len,
            None => break,
        }
    }
    loop {
        let run = html[start..end].trim_end();
        end = start + run.len();
        match trailing_empty(run) {
            Some(len) => end -= len,
            None => return start..end,
        }
    }
}

/// What is between the tags of an inline element around a run, of which the first stands on a line of its own.
fn inside_frame(html: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let run = &html[range.clone()];
    let len = tag_len(run).filter(|_| run.starts_with('<') && !run.starts_with("</"))?;
    let close = format!("</{}>", tag_name(&run[..len]));
    // What is in code stays in it.
    if is_untranslated(&run[..len]) {
        return None;
    }
    let inner = run[len..].strip_suffix(close.as_str())?;
    let is_framed = inner.trim_start_matches([' ', '\t', '\r']).starts_with('\n') && !inner.contains(close.as_str());
    is_framed.then(|| range.start + len..range.start + len + inner.len())
}

/// Length of an element without text at the start: `<br/>`, `<!-- x -->`, `<a name="x"></a>`.
pub fn leading_empty(text: &str) -> Option<usize> {
    if !text.starts_with('<') {
        return None;
    }
    let len = tag_len(text)?;
    let name = tag_name(&text[..len]);
    if name.is_empty() || VOID.contains(&name.as_str()) {
        return Some(len);
    }
    let close = format!("</{name}>");
    text[len..].get(..close.len()).is_some_and(|next| next.eq_ignore_ascii_case(&close)).then_some(len + close.len())
}

fn trailing_empty(text: &str) -> Option<usize> {
    if !text.ends_with('>') {
        return None;
    }
    let open = text.rfind('<')?;
    let name = tag_name(&text[open..]);
    if tag_len(&text[open..]) != Some(text.len() - open) {
        return None;
    }
    let void = VOID.contains(&name.as_str()) || (name.is_empty() && text[open..].starts_with("<!"));
    void.then_some(text.len() - open)
}

/// Quoted values of the chosen attributes of one tag, at offsets from `base`.
fn attribute_values(tag: &str, base: usize, wanted: &[String]) -> Vec<Piece> {
    let mut found = Vec::new();
    if wanted.is_empty() || tag.starts_with("<!") || tag.starts_with("</") {
        return found;
    }
    let bytes = tag.as_bytes();
    let mut at = 1 + tag_name(tag).len();
    while at < bytes.len() {
        let name_start = at;
        while at < bytes.len() && !matches!(bytes[at], b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'>' | b'/' | b'"' | b'\'')
        {
            at += 1;
        }
        let name = &tag[name_start..at];
        let mut next = at + count_space(&bytes[at..]);
        if name.is_empty() || bytes.get(next) != Some(&b'=') {
            at = next.max(at + usize::from(name.is_empty()));
            continue;
        }
        next += 1 + count_space(&bytes[next + 1..]);
        let Some(quote @ (b'"' | b'\'')) = bytes.get(next).copied() else {
            at = next;
            continue;
        };
        let Some(len) = memchr::memchr(quote, &bytes[next + 1..]) else { break };
        let value = next + 1..next + 1 + len;
        if wanted.iter().any(|want| want.eq_ignore_ascii_case(name)) && !tag[value.clone()].trim().is_empty() {
            found.push(Piece::Attribute {
                value: base + value.start..base + value.end,
                quote,
                name: name.to_ascii_lowercase().into(),
            });
        }
        at = value.end + 1;
    }
    found
}

fn count_space(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> Vec<&str> {
        scan(html, &["title".to_owned()], true)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(range) | Piece::Kept(range) | Piece::Attribute { value: range, .. } => &html[range],
            })
            .collect()
    }

    #[test]
    fn text_keeps_inline_tags() {
        assert_eq!(found("<p>See <a href=\"x\">this</a>.</p>\n<p></p>"), ["See <a href=\"x\">this</a>."]);
        assert_eq!(found("<td><a href='x'>this</a></td><td> b<br/></td>"), ["<a href='x'>this</a>", "b"]);
    }

    #[test]
    fn tags_on_lines_of_their_own_frame_a_text() {
        assert_eq!(found("<small>\n  One <b>two</b>.\n</small>\n"), ["One <b>two</b>."]);
        assert_eq!(found("<small>One\n</small>"), ["<small>One\n</small>"]);
        assert_eq!(found("<code>\n  <a href='x'>list</a>\n</code>"), ["<code>\n  <a href='x'>list</a>\n</code>"]);
    }

    #[test]
    fn text_of_marked_elements_is_kept() {
        let html = "<p translate=\"no\">Blue <b>Whale</b></p><p>x</p><td class='notranslate'><p>y</p>z</td><td>w</td>";
        let kept = scan(html, &[], true).into_iter().filter_map(|piece| match piece {
            Piece::Kept(range) => Some(&html[range]),
            _ => None,
        });
        assert_eq!(kept.collect::<Vec<_>>(), ["Blue <b>Whale</b>", "y", "z"]);
    }

    #[test]
    fn elements_without_text_are_skeleton() {
        assert!(found("<p></p>\n<a href=\"x\" alt=\"y\"><img alt=\"z\" src=\"q\" /></a>").is_empty());
        assert!(found("<script>var a = 1 < 2;</script><!-- note --><pre>code</pre>").is_empty());
    }

    #[test]
    fn chosen_attributes_outside_text() {
        assert_eq!(
            found("<iframe height='10' title='Security information' src='x'></iframe>"),
            ["Security information"]
        );
        assert_eq!(found("<p>a <span title=\"b\">c</span></p>"), ["a <span title=\"b\">c</span>"]);
        assert_eq!(found("<iframe title=unquoted></iframe>"), [] as [&str; 0]);
        assert_eq!(found("<a><img title=\"One a\"></a> &nbsp; | <a><img title=\"Two b\"></a>"), ["One a", "Two b"]);
        assert_eq!(found("<td>\u{2713}</td><td>&nbsp;1</td>"), ["\u{2713}", "&nbsp;1"]);
    }

    #[test]
    fn broken_html_is_text_or_skeleton_but_never_a_panic() {
        for html in ["<", "<a", "<p>a < b</p", "<a title=\"", "<a title='x", "<!--", "</", "<p title=>"] {
            found(html);
        }
    }
}
