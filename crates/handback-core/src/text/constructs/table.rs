//! How the constructs of each flavor begin and end.

use crate::text::flavor::Flavor;
use crate::text::limits::{DEEPEST_MARKUP, LONGEST_COMMENT, LONGEST_CONSTRUCT, head};
use crate::text::markup;

/// How constructs open and close, and whether they may run over lines. Of two that open alike the longer comes first.
const PAIRS: &[(&str, Mark, bool)] = &[
    ("{{<", Mark::Angle, true),
    ("{{%", Mark::Percents, true),
    ("{{", Mark::Braces, true),
    ("{%", Mark::Percent, true),
    ("<%", Mark::Server, true),
    ("${", Mark::Brace, false),
    ("{/*", Mark::Comment, true),
    ("{#", Mark::Brace, false),
    ("{:", Mark::Brace, true),
    ("@@", Mark::Ats, false),
];

/// What closes a construct, or ends the search for that.
#[derive(Clone, Copy)]
enum Mark {
    Angle,
    Percents,
    Braces,
    Percent,
    Server,
    Brace,
    Comment,
    Ats,
    Dollars,
    Line,
    Paragraph,
}

impl Mark {
    fn text(self) -> &'static str {
        match self {
            Self::Angle => ">}}",
            Self::Percents => "%}}",
            Self::Braces => "}}",
            Self::Percent => "%}",
            Self::Server => "%>",
            Self::Brace => "}",
            Self::Comment => "*/}",
            Self::Ats => "@@",
            Self::Dollars => "$$",
            Self::Line => "\n",
            Self::Paragraph => "\n\n",
        }
    }
}

/// Where marks stand next in a text. Each is looked for once, as long as the places that are asked for go forward.
pub struct Ahead<'t> {
    text: &'t str,
    /// Of each mark the place from which it was looked for, and where it was found.
    known: [Option<(usize, Option<usize>)>; 11],
}

impl<'t> Ahead<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, known: [None; 11] }
    }

    fn next(&mut self, mark: Mark, from: usize) -> Option<usize> {
        let known = &mut self.known[mark as usize];
        match *known {
            Some((since, found)) if since <= from && found.is_none_or(|found| from <= found) => found,
            _ => {
                let found = find(self.text.get(from..)?, mark.text()).map(|at| from + at);
                *known = Some((from, found));
                found
            }
        }
    }
}

/// Whether a byte may begin a construct.
pub fn may_begin(byte: u8) -> bool {
    matches!(byte, b'`' | b'\\' | b'{' | b'<' | b'$' | b'@' | b'[' | b':' | b'+' | b'-' | b'%' | b'^')
}

/// Length of the expression of MDX that stands at a place of a text.
pub fn expression_at(text: &str, at: usize, ahead: &mut Ahead<'_>) -> Option<usize> {
    ahead.next(Mark::Brace, at)?;
    expression_len(&text[at..])
}

/// Length of the construct that stands at a place of a text.
pub fn construct_len(flavor: Flavor, text: &str, at: usize, ahead: &mut Ahead<'_>) -> Option<usize> {
    let rest = &text[at..];
    for (open, close, lines) in PAIRS {
        if !rest.starts_with(open) {
            continue;
        }
        let Some(inner) = end_of(text, at + open.len(), *close, *lines, ahead) else { continue };
        if !inner.is_empty() && (*open != "@@" || is_name(inner)) {
            return Some(open.len() + inner.len() + close.text().len());
        }
    }
    if rest.starts_with("[!") {
        return markup::group_len(rest).filter(|len| is_alert(&rest[2..len - 1]));
    }
    let starts_line = at == 0 || text[..at].ends_with('\n');
    if rest.starts_with(":::") {
        let line = || head(rest, LONGEST_CONSTRUCT).lines().next().unwrap_or_default();
        return markup::inline_len(rest).or_else(|| starts_line.then(|| first_word(line())));
    }
    special_len(flavor, text, at, ahead)
}

/// What only some flavors have.
fn special_len(flavor: Flavor, text: &str, at: usize, ahead: &mut Ahead<'_>) -> Option<usize> {
    let rest = &text[at..];
    match flavor {
        Flavor::Docfx => None,
        Flavor::Vitepress if rest.starts_with("[[toc]]") => Some("[[toc]]".len()),
        Flavor::Gfm | Flavor::Mkdocs if rest.starts_with("[[") => wiki_link_len(rest),
        Flavor::Gfm if rest.starts_with('^') => block_name_len(&text[..at], rest),
        Flavor::Mkdocs if rest.starts_with("++") => keys_len(rest),
        Flavor::Mkdocs if rest.starts_with("--8<--") => Some(rest.find('\n').unwrap_or(rest.len())),
        Flavor::Vitepress if rest.starts_with("%{") => marked_attributes_len(rest),
        Flavor::Vitepress if rest.starts_with('{') && single_len(rest).is_some() => single_len(rest),
        Flavor::Gfm if rest.starts_with(':') && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == ':') => {
            inline_component_len(rest).or_else(|| emoji_len(rest))
        }
        Flavor::Gfm if rest.starts_with('{') && role_len(rest).is_some() => role_len(rest),
        Flavor::Gfm if rest.starts_with('{') && text[..at].ends_with([']', ')', '`']) => attributes_len(rest),
        Flavor::Mkdocs | Flavor::Hugo | Flavor::Jekyll | Flavor::Vitepress if rest.starts_with('{') => {
            let end = ahead.next(Mark::Brace, at)?;
            let is_near = ahead.next(Mark::Line, at).is_none_or(|line| end < line) && end - at <= LONGEST_CONSTRUCT;
            is_near.then(|| attributes_len(rest)).flatten()
        }
        _ if rest.starts_with("$$") => {
            let end = ahead.next(Mark::Dollars, at + 2).filter(|end| (at + 3..at + LONGEST_CONSTRUCT).contains(end))?;
            let paragraph = ahead.next(Mark::Paragraph, at + 2);
            paragraph.is_none_or(|paragraph| end <= paragraph).then(|| {
                let before = text[..at].trim_end_matches([' ', '\t']);
                let is_block = before.is_empty() || before.ends_with('\n');
                end + 2 - at + if is_block { label_len(&text[end + 2..]) } else { 0 }
            })
        }
        _ if rest.starts_with(':') && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == ':') => {
            emoji_len(rest)
        }
        _ => None,
    }
}

/// What is in a construct up to where it closes, in its line or paragraph; what is between quotes does not close it.
fn end_of<'t>(text: &'t str, start: usize, mark: Mark, lines: bool, ahead: &mut Ahead<'_>) -> Option<&'t str> {
    let close = mark.text();
    let plain = ahead.next(mark, start)? - start;
    let edge = ahead.next(if lines { Mark::Paragraph } else { Mark::Line }, start);
    if plain > LONGEST_CONSTRUCT || edge.is_some_and(|edge| edge < start + plain) {
        return None;
    }
    let inner = head(&text[start..], LONGEST_CONSTRUCT + close.len());
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (None, _) if inner[at..].starts_with(close) => {
                return (lines || !inner[..at].contains('\n')).then_some(&inner[..at]);
            }
            (None, '"' | '`') => quote = Some(c),
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(open), c) if open == c && !escaped => quote = None,
            (_, '\n') if inner[at..].starts_with("\n\n") => break,
            _ => {}
        }
        escaped = false;
    }
    // An odd quote quotes nothing.
    inner.get(..plain)
}

fn find(text: &str, wanted: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), wanted.as_bytes())
}

/// Length of `{expression}` of JavaScript at the start of a text, by its braces outside of strings and comments.
pub fn expression_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut at = 0;
    // Up to where no quote of a kind has a partner: looked for once.
    let mut lone = [0; 3];
    while at < bytes.len() {
        match bytes[at] {
            b'{' if depth == DEEPEST_MARKUP => return None,
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            // In the words of an element, as in `<>It's here</>`: no program has a string behind a letter.
            b'\'' if at > 0 && bytes[at - 1].is_ascii_alphanumeric() => {}
            quote @ (b'"' | b'\'' | b'`') => {
                let kind = usize::from(quote != b'"') + usize::from(quote == b'`');
                if at >= lone[kind] {
                    match if quote == b'`' { template_len(&text[at..]) } else { string_len(&text[at..]) } {
                        Ok(len) => at += len - 1,
                        Err(len) => lone[kind] = at + len,
                    }
                }
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => at += find(head(&text[at..], LONGEST_COMMENT), "*/")? + 1,
            b'/' if bytes.get(at + 1) == Some(&b'/') => at += memchr::memchr(b'\n', &bytes[at..])?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Length of a string of JavaScript, which ends on its line; or how far it would go without an end.
fn string_len(text: &str) -> Result<usize, usize> {
    let quote = text.as_bytes()[0];
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'\n' => return Err(at),
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            _ if byte == quote => return Ok(at + 1),
            _ => {}
        }
    }
    Err(text.len())
}

/// Length of a template of JavaScript, with the expressions in it; or how far it would go without an end.
fn template_len(text: &str) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'`' => return Ok(at + 1),
            b'$' if bytes.get(at + 1) == Some(&b'{') => {
                at += memchr::memchr(b'}', &bytes[at..]).ok_or(text.len())?;
            }
            _ => {}
        }
        at += 1;
    }
    Err(text.len())
}

/// Whether a construct is a list of attributes: `{: .class }`, `{ #id }`, `{ key="value" }`.
pub fn is_attribute_list(construct: &str) -> bool {
    construct.starts_with("{:")
        || construct.starts_with("{#")
        || construct.starts_with('{') && attributes_len(construct) == Some(construct.len())
        || marked_attributes_len(construct) == Some(construct.len())
}

/// `%{#id}%`: attributes where the site has other marks for them, so that Vue's braces are none.
fn marked_attributes_len(text: &str) -> Option<usize> {
    let len = attributes_len(text.strip_prefix('%')?)?;
    text[1 + len..].starts_with('%').then_some(len + 2)
}

/// `{ .class #id key=value }`.
fn attributes_len(text: &str) -> Option<usize> {
    let near = head(text, LONGEST_CONSTRUCT);
    let end = memchr::memchr2(b'}', b'\n', near.as_bytes()).filter(|end| near.as_bytes()[*end] == b'}')?;
    let inner = text[1..end].trim();
    let is_attribute = |word: &str| {
        let name = word.trim_start_matches(['.', '#']);
        let is_pair = |word: &str| word.split_once('=').is_some_and(|(key, _)| !key.contains(['"', '\'']));
        let is_marked = name.len() < word.len() || is_pair(word);
        is_marked && !name.is_empty()
    };
    let first = inner.split_whitespace().next()?;
    (is_attribute(first) && !first.starts_with('=')).then_some(end + 1)
}

/// `{v-pre}`, `{1,3}`, and `{whatever it is}` at the end of a line or cell: markdown-it-attrs takes any word for an attribute.
fn single_len(text: &str) -> Option<usize> {
    let end = head(text, LONGEST_CONSTRUCT)[1..].find(['{', '}', '\n', '"', '\'', '$'])? + 1;
    let inner = text[1..end].trim();
    let behind = text[end..].strip_prefix('}').filter(|_| !inner.is_empty())?.trim_start_matches([' ', '\t']);
    let is_last = behind.is_empty() || behind.starts_with(['\n', '\r', '|']);
    (is_last || !text[1..end].contains(char::is_whitespace)).then_some(end + 1)
}

/// `[[Page]]`, `[[Page#Heading|words]]`: links of wikis, and of Obsidian's vaults.
fn wiki_link_len(text: &str) -> Option<usize> {
    let inner = head(text, LONGEST_CONSTRUCT).strip_prefix("[[")?;
    // A line may end between words, as in any paragraph: else a text that is put on one line would get a link.
    let end = inner.find(['[', ']']).filter(|end| !inner[..*end].contains("\n\n"))?;
    let behind = inner[end..].strip_prefix("]]")?;
    let is_page = end > 0 && inner[..end].trim() == &inner[..end] && !inner.starts_with(['^', '!']);
    (is_page && !behind.starts_with(['(', '['])).then_some(end + 4)
}

/// ``{ref}`target` `` of MyST: a role, with what it is given as code.
pub fn role_len(text: &str) -> Option<usize> {
    let len = myst_name(text)?.1;
    Some(len + markup::code_in_paragraph_len(&text[len..])?)
}

/// The name in braces at the start of a text, and how long these are: `{ref}`, `{note .wide #tide}`.
pub fn myst_name(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('{').filter(|inner| inner.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.+".contains(byte);
    let name = inner.bytes().take_while(is_part).count();
    let options = head(&inner[name..], LONGEST_CONSTRUCT);
    let end = memchr::memchr2(b'}', b'\n', options.as_bytes()).filter(|end| options.as_bytes()[*end] == b'}')?;
    let is_option = |word: &str| word.starts_with(['.', '#']) || word.contains('=');
    let are_options =
        end == 0 || options.starts_with(' ') && options[..end].split_whitespace().next().is_some_and(is_option);
    are_options.then_some((&inner[..name], name + end + 2))
}

/// Length of the label behind a formula, as MyST has them: `$$n^2$$ (tide)`.
fn label_len(behind: &str) -> usize {
    let Some(inner) = behind.trim_start_matches(' ').strip_prefix('(') else { return 0 };
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let name = inner.bytes().take_while(is_part).count();
    let rest =
        inner[name..].strip_prefix(')').filter(|rest| name > 0 && (rest.is_empty() || rest.starts_with(['\n', '\r'])));
    rest.map_or(0, |rest| behind.len() - rest.len())
}

/// ` ^name` at the end of a line: what others call this block by, in Obsidian.
fn block_name_len(before: &str, text: &str) -> Option<usize> {
    let name = text[1..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let ends = text[1 + name..].is_empty() || text[1 + name..].starts_with(['\n', '\r']);
    (name > 0 && ends && (before.is_empty() || before.ends_with([' ', '\n']))).then_some(1 + name)
}

/// `++ctrl+alt+del++`.
fn keys_len(text: &str) -> Option<usize> {
    let end = find(&head(text, LONGEST_CONSTRUCT)[2..], "++")?;
    let keys = &text[2..2 + end];
    let is_name = |key: &str| key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    // `"My key"`: what is shown of a key that has no name.
    let is_shown = |key: &str| key.len() > 2 && key.starts_with('"') && key.ends_with('"') && !key.contains('\n');
    let is_key = |key: &str| !key.is_empty() && (is_name(key) || is_shown(key));
    keys.split('+').all(is_key).then_some(end + 4)
}

/// `:badge{label="new"}`, as Nuxt Content has components among words.
fn inline_component_len(text: &str) -> Option<usize> {
    let name = text[1..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
    if !text[1 + name..].starts_with('{') || !super::arguments::is_component(&text[1..1 + name]) {
        return None;
    }
    let near = head(&text[1 + name..], LONGEST_CONSTRUCT);
    let end = memchr::memchr2(b'}', b'\n', near.as_bytes()).filter(|end| near.as_bytes()[*end] == b'}')?;
    Some(1 + name + end + 1)
}

/// `:smile:`, `:material-account-circle:`.
fn emoji_len(text: &str) -> Option<usize> {
    let len = text[1..].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'+')).count();
    let name = &text[1..=len];
    let is_one = text[1 + len..].starts_with(':')
        // `[label]:https://…` is an address.
        && !text[2 + len..].starts_with(|c: char| c.is_alphanumeric() || c == ':')
        && !text[2 + len..].starts_with("//")
        && name.bytes().any(|b| b.is_ascii_alphabetic());
    is_one.then_some(len + 2)
}

/// Length of `:::name`, whose title behind it is text.
fn first_word(line: &str) -> usize {
    let colons = line.bytes().take_while(|b| *b == b':').count();
    let blank = line[colons..].len() - line[colons..].trim_start().len();
    let name =
        line[colons + blank..].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
    if name == 0 { colons } else { colons + blank + name }
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

fn is_alert(text: &str) -> bool {
    text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
}
