//! Takes a text apart into prose and values: what a reader reads, and what a program copies.
//!
//! A value is a number, a date, an URL, a link target, an identifier, an e-mail address, a code span or
//! a variable. Values are compared as they stand; prose is compared word by word (by whoever judges a change).

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::constructs;
use super::limits::{DEEPEST_MARKUP, head};
use super::markup::{code_span_len, tag_len, ticks};
use super::meaning;

/// What a value is; the name is the rule that a change of it is decided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueKind {
    Number,
    Date,
    Url,
    LinkTarget,
    Identifier,
    Email,
    Code,
    Variable,
    /// A shortcode or Liquid tag, or what of it stands around words for readers.
    Construct,
    /// An HTML tag that is more than emphasis, or a footnote mark. Never carried over.
    Tag,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Prose(Range<usize>),
    Value(ValueKind, Range<usize>),
}

/// Cuts `text` (inline Markdown or HTML) into pieces; together they are the text, but for the marks
/// around link targets.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut cutter = Cutter { text, at: 0, prose_from: 0, pieces: Vec::new() };
    // Nearly all of a text is letters; what is anything else has a byte that says so.
    while let Some(next) = text.as_bytes()[cutter.at..].iter().position(|byte| begins_markup(*byte)) {
        cutter.at += next;
        if !cutter.markup() {
            cutter.at += 1;
        }
    }
    cutter.end_prose(text.len());
    let mut pieces = Vec::with_capacity(cutter.pieces.len());
    cutter.pieces.into_iter().for_each(|piece| words_apart(text, piece, &mut pieces));
    let is_number = |piece: &Piece| matches!(piece, Piece::Value(ValueKind::Number, _));
    if pieces.iter().any(is_number) { months_apart(text, &pieces) } else { pieces }
}

/// Whether a byte may begin something that [`Cutter::markup`] takes.
fn begins_markup(byte: u8) -> bool {
    matches!(byte, b'\\' | b'`' | b']' | b'[' | b'<' | b'&' | b'!' | b'{' | b'%' | b'$')
}

/// Whether a text has what every value among words has: digits, or a mark with something behind it.
fn may_hold_value(text: &str) -> bool {
    let bytes = text.as_bytes();
    let goes_on = |at: usize| bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace());
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'0'..=b'9' | b'_' => true,
        b'.' | b':' | b'@' => goes_on(at),
        _ => false,
    })
}

/// Months beside numbers are parts of dates: `December 9, 2021`, `9 May`.
fn months_apart(text: &str, pieces: &[Piece]) -> Vec<Piece> {
    let is_number = |piece: Option<&Piece>| matches!(piece, Some(Piece::Value(ValueKind::Number, _)));
    let mut out = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let Piece::Prose(range) = piece else {
            out.push(piece.clone());
            continue;
        };
        let prose = &text[range.clone()];
        let mut from = range.start;
        let mut months = Vec::new();
        if let Some(word) = prose.split_whitespace().next().filter(|_| index > 0 && is_number(pieces.get(index - 1))) {
            let word = word.trim_end_matches([',', '.']);
            let at = range.start + prose.find(word).unwrap_or(0);
            if meaning::is_month(word) && prose.starts_with(char::is_whitespace) {
                months.push(at..at + word.len());
                from = at + word.len();
            }
        }
        if let Some(word) = prose.split_whitespace().next_back().filter(|_| is_number(pieces.get(index + 1))) {
            let at = range.start + prose.rfind(word).unwrap_or(0);
            if meaning::is_month(word.trim_end_matches('.')) && prose.ends_with(char::is_whitespace) && at >= from {
                months.push(at..at + word.len());
            }
        }
        let mut at = range.start;
        for month in months {
            if at < month.start {
                out.push(Piece::Prose(at..month.start));
            }
            at = month.end;
            out.push(Piece::Value(ValueKind::Date, month));
        }
        if at < range.end {
            out.push(Piece::Prose(at..range.end));
        }
    }
    out
}

struct Cutter<'t> {
    text: &'t str,
    at: usize,
    prose_from: usize,
    pieces: Vec<Piece>,
}

impl Cutter<'_> {
    fn end_prose(&mut self, to: usize) {
        if self.prose_from < to {
            self.pieces.push(Piece::Prose(self.prose_from..to));
        }
    }

    /// Takes `range` as a value and goes on at `next`.
    fn take(&mut self, kind: ValueKind, range: Range<usize>, next: usize) -> bool {
        self.end_prose(range.start);
        self.pieces.push(Piece::Value(kind, range));
        (self.at, self.prose_from) = (next, next);
        true
    }

    /// Takes the value that markup makes plain at this place, if there is one.
    fn markup(&mut self) -> bool {
        let (text, at) = (self.text, self.at);
        let rest = &text[at..];
        match rest.as_bytes()[0] {
            b'\\' => {
                self.at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                true
            }
            b'`' => match code_span_len(rest) {
                Some(len) => self.take(ValueKind::Code, at..at + len, at + len),
                None => {
                    self.at += ticks(rest);
                    true
                }
            },
            b']' if rest.starts_with("](") => match target(rest) {
                Some(range) => self.take(ValueKind::LinkTarget, at + range.start..at + range.end, at + range.end),
                None => false,
            },
            b'[' if rest.starts_with("[^") => match rest.find(']') {
                Some(end) => self.take(ValueKind::Tag, at..at + end + 1, at + end + 1),
                None => false,
            },
            b'<' => self.tag(rest),
            b'&' => self.entity(rest),
            // An image is not a link.
            b'!' if rest.starts_with("![") => self.take(ValueKind::Tag, at..at + 1, at + 1),
            b'{' if constructs::shortcode_len(rest).is_some() => self.construct(rest),
            b'%' if is_in_address(&text.as_bytes()[..at]) => false,
            b'{' | b'%' | b'$' => match variable_len(rest) {
                Some(len) => self.take(ValueKind::Variable, at..at + len, at + len),
                None => false,
            },
            _ => false,
        }
    }

    /// A shortcode: its delimiters and arguments are values, words for readers in it are prose.
    fn construct(&mut self, rest: &str) -> bool {
        let (at, len) = (self.at, constructs::shortcode_len(rest).unwrap_or(1));
        for words in constructs::words(&rest[..len]) {
            self.take(ValueKind::Construct, self.at..at + words.start, at + words.start);
            self.take_prose(words.len());
        }
        self.take(ValueKind::Construct, self.at..at + len, at + len)
    }

    /// An entity is prose, but apart from the words that it stands at.
    fn entity(&mut self, rest: &str) -> bool {
        let name = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let Some(end) =
            head(rest, 34).find(';').filter(|end| *end > 1 && *end <= 32 && rest[1..*end].chars().all(name))
        else {
            return false;
        };
        self.take_prose(end + 1)
    }

    fn take_prose(&mut self, len: usize) -> bool {
        let at = self.at;
        self.end_prose(at);
        self.pieces.push(Piece::Prose(at..at + len));
        (self.at, self.prose_from) = (at + len, at + len);
        true
    }

    fn tag(&mut self, rest: &str) -> bool {
        let at = self.at;
        let end = memchr::memchr2(b'<', b'>', &rest.as_bytes()[1..]).map(|len| len + 1);
        if let Some(end) = end
            .filter(|end| rest[*end..].starts_with('>'))
            .filter(|end| is_url(&rest[1..*end]) || is_email(&rest[1..*end]))
        {
            let kind = if is_url(&rest[1..end]) { ValueKind::Url } else { ValueKind::Email };
            return self.take(kind, at + 1..at + end, at + end + 1);
        }
        let Some(len) = tag_len(rest) else { return false };
        let tag = &rest[..len];
        if is_emphasis_tag(tag) {
            return self.take_prose(len);
        }
        let lower = tag.to_ascii_lowercase();
        for attribute in ["href=", "src="] {
            let Some(found) = lower.find(attribute) else { continue };
            let value = found + attribute.len();
            let quote = tag[value..].chars().next().filter(|c| matches!(c, '"' | '\''));
            if let Some(quote) = quote
                && let Some(end) = tag[value + 1..].find(quote)
            {
                self.take(ValueKind::Tag, at..at + value + 1, at + value + 1);
                self.take(ValueKind::LinkTarget, at + value + 1..at + value + 1 + end, at + value + 1 + end);
                return self.take(ValueKind::Tag, at + value + 1 + end..at + len, at + len);
            }
        }
        self.take(ValueKind::Tag, at..at + len, at + len)
    }
}

/// Tags that only change how words look, or where lines break.
pub fn is_emphasis_tag(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
    ["b", "i", "em", "strong", "u", "small", "br", "wbr"].iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The destination in `](destination "title")`, without angle brackets.
fn target(rest: &str) -> Option<Range<usize>> {
    let angle = rest[2..].starts_with('<');
    let start = 2 + usize::from(angle);
    if angle {
        return memchr::memchr(b'>', &rest.as_bytes()[start..]).map(|len| start..start + len);
    }
    let mut depth = 0;
    for (at, c) in rest[start..].char_indices() {
        match c {
            '(' if depth == DEEPEST_MARKUP => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(start..start + at),
            ')' => depth -= 1,
            c if c.is_whitespace() && at > 0 => return Some(start..start + at),
            _ => {}
        }
    }
    None
}

/// Whether the word that ends here is an address: `%27s` of `https://contoso.com/Kim%27s` is no variable.
fn is_in_address(before: &[u8]) -> bool {
    const NEAR: usize = 512;
    let near = &before[before.len().saturating_sub(NEAR)..];
    let word = near.iter().rposition(u8::is_ascii_whitespace).map_or(near, |at| &near[at + 1..]);
    memchr::memmem::find(word, b"://").is_some()
}

/// `{name}`, `{{name}}`, `${name}`, `%s`, `%1$d`.
fn variable_len(rest: &str) -> Option<usize> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | ' ');
    if let Some(directive) = rest.strip_prefix('%') {
        let digits = directive.bytes().take_while(|b| b.is_ascii_digit() || *b == b'$').count();
        let letter = directive[digits..].chars().next().filter(|c| matches!(c, 's' | 'd' | 'i' | 'f' | 'u' | 'x'))?;
        let after = directive[digits + letter.len_utf8()..].chars().next();
        return (!after.is_some_and(char::is_alphanumeric)).then_some(1 + digits + 1);
    }
    let open = rest.bytes().take_while(|b| matches!(b, b'$')).count();
    let braces = rest[open..].bytes().take_while(|b| *b == b'{').count();
    if braces == 0 || open > 1 {
        return None;
    }
    let start = open + braces;
    let len = rest[start..].find('}')?;
    let name = &rest[start..start + len];
    let closed = rest[start + len..].bytes().take_while(|b| *b == b'}').count() >= braces;
    (closed && !name.trim().is_empty() && name.chars().all(is_name)).then_some(start + len + braces)
}

fn is_url(text: &str) -> bool {
    ["http://", "https://", "ftp://", "www.", "mailto:"].iter().any(|start| starts_with_ignoring_case(text, start))
        && !text.contains(char::is_whitespace)
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
}

/// Where the bracket around an address closes, with what is said of it behind: `(https://contoso.com/)'s`.
fn closed_before(address: &str) -> Option<usize> {
    let whole = || address.ends_with(')').then_some(address.len() - 1);
    let at = address.find(")'").or_else(|| address.find(")’")).or_else(whole)?;
    (!address[..at].contains('(')).then_some(at)
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
        !name.is_empty() && name.chars().all(word) && host.contains('.') && host.chars().all(word)
    })
}

/// Finds values among the words of prose.
fn words_apart(text: &str, piece: Piece, out: &mut Vec<Piece>) {
    let Piece::Prose(range) = piece else { return out.push(piece) };
    let prose = &text[range.clone()];
    if !may_hold_value(prose) || prose.starts_with('&') && prose.ends_with(';') {
        return out.push(Piece::Prose(range));
    }
    let mut from = range.start;
    let mut at = range.start;
    while at < range.end {
        let len = chunk_len(&text[at..range.end]);
        for (kind, value) in values_in(&text[at..at + len]) {
            let value = at + value.start..at + value.end;
            if from < value.start {
                out.push(Piece::Prose(from..value.start));
            }
            from = value.end;
            out.push(Piece::Value(kind, value));
        }
        at += len;
    }
    if from < range.end {
        out.push(Piece::Prose(from..range.end));
    }
}

/// Length of the next run without blanks, or with nothing but them. Chinese and Japanese write words
/// and numbers without blanks between them.
fn chunk_len(text: &str) -> usize {
    let class = |c: char| match c {
        c if c.is_whitespace() => 0,
        c if c >= '\u{2e80}' => 1,
        _ => 2,
    };
    let first = text.chars().next().map_or(0, class);
    text.find(|c| class(c) != first).unwrap_or(text.len())
}

/// The values in a chunk, in order.
fn values_in(chunk: &str) -> Vec<(ValueKind, Range<usize>)> {
    if !may_hold_value(chunk) {
        return Vec::new();
    }
    let is_edge = |c: char| !c.is_alphanumeric() && c != '/' && c != '_';
    let Some(start) = chunk.find(|c| !is_edge(c)) else { return Vec::new() };
    let end =
        chunk.rfind(|c| !is_edge(c)).map_or(start, |at| at + chunk[at..].chars().next().map_or(1, char::len_utf8));
    let core = &chunk[start..end];
    let shift = |range: Range<usize>| start + range.start..start + range.end;
    let before = core.len() - core.trim_start_matches('_').len();
    let core = core.trim_matches('_');
    let core = without_ending(core);
    let start_of_core = before;
    let whole = |kind| vec![(kind, shift(start_of_core..start_of_core + core.len()))];
    if is_url(core) {
        // `[https://example.com][label]`: the label is no part of the address.
        let len = core.find("][").or_else(|| closed_before(core)).unwrap_or(core.len());
        return vec![(ValueKind::Url, shift(start_of_core..start_of_core + len))];
    }
    // `site(https://example.com)`.
    if let Some(at) = core.match_indices('(').map(|(at, _)| at + 1).find(|at| is_url(&core[*at..])) {
        return vec![(ValueKind::Url, shift(start_of_core + at..start_of_core + core.len()))];
    }
    if is_email(core) {
        return whole(ValueKind::Email);
    }
    if let Some(mails) = mails_in(core) {
        let at = |range: Range<usize>| shift(start_of_core + range.start..start_of_core + range.end);
        return mails.into_iter().map(|range| (ValueKind::Email, at(range))).collect();
    }
    if !core.is_ascii() {
        return Vec::new();
    }
    let has_digit = core.bytes().any(|b| b.is_ascii_digit());
    if !has_digit {
        return if is_wordy_identifier(core) { whole(ValueKind::Identifier) } else { Vec::new() };
    }
    if is_number(core) {
        // A sign in front belongs to the number: `-5`, `+33`, `.5`; a hyphen between words does not.
        let is_sign = |c: &char| matches!(c, '-' | '−' | '+' | '.');
        let sign = chunk[..start].chars().next_back().filter(is_sign).map_or(0, char::len_utf8);
        let alone = chunk[..start - sign].chars().all(|c| matches!(c, '(' | '*' | '"' | '“' | '~'));
        let from = if alone { start - sign } else { start };
        return vec![(ValueKind::Number, from..start + start_of_core + core.len())];
    }
    if is_date(core) {
        return whole(ValueKind::Date);
    }
    // `[Tide 3.1][label]`: what is in brackets behind is no part of it.
    let core = core.find("][").map_or(core, |at| &core[..at]);
    let whole = |kind| vec![(kind, shift(start_of_core..start_of_core + core.len()))];
    if !core.bytes().any(|b| b.is_ascii_digit()) {
        return if is_wordy_identifier(core) { whole(ValueKind::Identifier) } else { Vec::new() };
    }
    numbers_with_words(core).map_or_else(
        || whole(ValueKind::Identifier),
        |numbers| {
            let at = |range: Range<usize>| shift(start_of_core + range.start..start_of_core + range.end);
            numbers.into_iter().map(|range| (ValueKind::Number, at(range))).collect()
        },
    )
}

/// `kim@contoso.com,alex@contoso.com`.
fn mails_in(core: &str) -> Option<Vec<Range<usize>>> {
    if !core.contains('@') || !core.split([',', ';']).all(is_email) {
        return None;
    }
    let mut at = 0;
    let mails = core.split([',', ';']).map(|mail| {
        let range = at..at + mail.len();
        at = range.end + 1;
        range
    });
    Some(mails.collect())
}

/// Without what a language puts behind an apostrophe: `C++17's`, and behind a digit any letters (Turkish `C++17'nın`).
fn without_ending(core: &str) -> &str {
    let Some((before, ending)) = core.rfind(['\'', '’']).map(|at| core.split_at(at)) else { return core };
    let mut letters = ending.chars().skip(1).peekable();
    let is_ending = letters.peek().is_some() && letters.all(char::is_alphabetic);
    let is_genitive = matches!(ending, "'s" | "’s");
    let is_behind_a_digit = before.ends_with(|c: char| c.is_ascii_digit());
    if is_ending && (is_genitive || is_behind_a_digit) { before } else { core }
}

fn is_number(core: &str) -> bool {
    core.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')) && core.as_bytes()[0].is_ascii_digit()
}

/// `2021-12-09`, `12/19/2021`.
fn is_date(core: &str) -> bool {
    ['-', '/'].iter().any(|mark| {
        let parts: Vec<&str> = core.split(*mark).collect();
        parts.len() == 3
            && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
            && (parts[0].len() == 4 || parts[2].len() == 4)
    })
}

/// `user_id`, `User.Read`: no word of prose looks like that.
fn is_wordy_identifier(core: &str) -> bool {
    let inner_dot = core.split('.').count() > 1 && core.split('.').all(|part| part.len() > 1);
    let mask = core.contains('_') || inner_dot || core.contains("::");
    mask && core.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b':' | b'-' | b'/'))
}

/// `30-day`, `10ms`, `10-20`: numbers with a word or a unit of measure. `None` for identifiers.
fn numbers_with_words(core: &str) -> Option<Vec<Range<usize>>> {
    let mut numbers = Vec::new();
    let mut at = 0;
    for part in core.split('-') {
        let digits = part.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
        let word = &part[digits..];
        if digits > 0 && part.as_bytes()[0].is_ascii_digit() && (word.is_empty() || meaning::is_unit(word)) {
            numbers.push(at..at + digits);
        } else if digits > 0 || numbers.is_empty() || !word.bytes().all(|b| b.is_ascii_alphabetic()) {
            return None;
        }
        at += part.len() + 1;
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(ValueKind, &str)> {
        let value = |piece| match piece {
            Piece::Value(kind, range) => Some((kind, &text[range])),
            Piece::Prose(_) => None,
        };
        pieces(text).into_iter().filter_map(value).collect()
    }

    #[test]
    fn values_are_no_words() {
        use ValueKind::*;
        assert_eq!(values("Kept for 30 days, or 1,000."), [(Number, "30"), (Number, "1,000")]);
        assert_eq!(values("On 2021-12-09 or 12/19/2021"), [(Date, "2021-12-09"), (Date, "12/19/2021")]);
        assert_eq!(
            values("TLS 1.2+ and SOC2, user_id"),
            [(Number, "1.2"), (Identifier, "SOC2"), (Identifier, "user_id")]
        );
        assert_eq!(
            values("See [page 2](https://x.com/a_(b) \"t\")."),
            [(Number, "2"), (LinkTarget, "https://x.com/a_(b)")]
        );
        assert_eq!(
            values("Write to <a@contoso.com> or b@contoso.com."),
            [(Email, "a@contoso.com"), (Email, "b@contoso.com")]
        );
        let endings = "C++17's, HTTP/2’s, C++17'nın, HTTP/2’deki";
        let expected = ["C++17", "HTTP/2", "C++17", "HTTP/2"];
        assert_eq!(values(endings).iter().map(|(_, value)| *value).collect::<Vec<_>>(), expected);
        assert_eq!(values("Go to https://contoso.com/x?a=1."), [(Url, "https://contoso.com/x?a=1")]);
        assert_eq!(values("See [https://x.com/a][b]."), [(Url, "https://x.com/a")]);
        assert_eq!(values("[pier][tide-1] and [user_id][tide-2]"), [(Identifier, "user_id")]);
        assert_eq!(values("Our site(https://x.com/) has"), [(Url, "https://x.com/")]);
        assert_eq!(
            values("a `b c` and {name} %1$s 30%"),
            [(Code, "`b c`"), (Variable, "{name}"), (Variable, "%1$s"), (Number, "30")]
        );
        assert_eq!(values("and/or third-party N/A don't"), []);
        assert_eq!(
            values("a 30-day or 10ms wait, 10-20 times"),
            [(Number, "30"), (Number, "10"), (Number, "10"), (Number, "20")]
        );
        assert_eq!(values("Loss of -5 dB, (+33) or a-5"), [(Number, "-5"), (Number, "+33"), (Identifier, "a-5")]);
        assert_eq!(values("データは30日間保存"), [(Number, "30")]);
        assert_eq!(
            values("<a href=\"/x\">y</a>"),
            [(Tag, "<a href=\""), (LinkTarget, "/x"), (Tag, "\">"), (Tag, "</a>")]
        );
        assert_eq!(values("**30** _x_ <b>y</b>"), [(Number, "30")]);
    }
}
