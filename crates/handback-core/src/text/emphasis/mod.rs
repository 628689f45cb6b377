//! Emphasis that Markdown shows as literal marks, and what makes it render.
//!
//! Whether `**` opens or closes depends on what stands on both sides of it (CommonMark, 6.2: "flanking"). Scripts that
//! write no blanks between words fall through these rules: `これは**「重要」**です` shows four asterisks, because
//! a mark beside punctuation has to have a blank or punctuation on its other side, too.
//!
//! 1. A parse by pulldown-cmark says which marks render, and which are shown.
//! 2. Marks are paired as their writer meant them ([`pairs`]).
//! 3. [`literal_marks`] are those of pairs that do not render; [`repaired`] moves marks, punctuation and blanks.

mod repair;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use rustc_hash::FxHashSet;

use super::limits::DEEPEST_MARKUP;

pub use repair::repaired;

/// Where emphasis renders, and how long its marks are.
pub fn emphasis_of(text: &str) -> Vec<(Range<usize>, usize)> {
    parser(text).filter_map(|(event, range)| emphasis(text, &event, range)).collect()
}

/// Where marks of emphasis are shown instead of rendered, in order. The text is Markdown, not that of an HTML block,
/// where no mark renders. Only pairs count that can have been meant as
/// emphasis: not `a * b`, `5*3`, `snake_case_name` or a lone `*`.
pub fn literal_marks(text: &str) -> Vec<Range<usize>> {
    let scan = Scan::of(text);
    if !scan.runs.iter().any(|run| run.is_shown) {
        return Vec::new();
    }
    let broken = pairs(text, &scan.runs).into_iter().filter(|pair| !scan.renders(pair));
    let mut marks: Vec<Range<usize>> = broken.flat_map(|pair| [pair.open, pair.close]).collect();
    marks.retain(|mark| scan.is_shown(mark));
    marks.sort_by_key(|mark| mark.start);
    marks
}

/// Marks that belong together: `**` and `**`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    open: Range<usize>,
    close: Range<usize>,
}

/// Neighbouring marks of one kind.
#[derive(Debug, Clone)]
struct Run {
    range: Range<usize>,
    mark: u8,
    /// The paragraph, heading or item that it is in.
    block: usize,
    /// A reader sees it, or a part of it.
    is_shown: bool,
}

/// What a parser makes of the marks of a text.
struct Scan {
    runs: Vec<Run>,
    /// Where emphasis begins and ends, and how long its marks are.
    emphases: FxHashSet<(usize, usize, usize)>,
}

impl Scan {
    fn of(text: &str) -> Self {
        let mut scan = Self { runs: Vec::new(), emphases: FxHashSet::default() };
        if !text.contains(['*', '_', '~']) {
            return scan;
        }
        let mut marks = marks(text, &mut scan.emphases);
        marks.sort_by_key(|mark| mark.0);
        for (at, block, is_shown) in marks {
            let mark = text.as_bytes()[at];
            match scan.runs.last_mut() {
                Some(run) if run.range.end == at && run.mark == mark && run.block == block => {
                    run.range.end += 1;
                    run.is_shown |= is_shown;
                }
                _ => scan.runs.push(Run { range: at..at + 1, mark, block, is_shown }),
            }
        }
        scan
    }

    fn renders(&self, pair: &Pair) -> bool {
        let whole = pair.open.start..pair.close.end;
        let there = |range: Range<usize>, len: usize| self.emphases.contains(&(range.start, range.end, len));
        match pair.open.len() {
            3 => there(whole.clone(), 1) && there(whole.start + 1..whole.end - 1, 2),
            len => there(whole, len),
        }
    }

    fn is_shown(&self, mark: &Range<usize>) -> bool {
        let from = self.runs.partition_point(|run| run.range.end <= mark.start);
        self.runs[from..].iter().take_while(|run| run.range.start < mark.end).any(|run| run.is_shown)
    }
}

fn parser(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter()
}

fn emphasis(text: &str, event: &Event<'_>, range: Range<usize>) -> Option<(Range<usize>, usize)> {
    let len = match event {
        Event::Start(Tag::Emphasis) => 1,
        Event::Start(Tag::Strong) => 2,
        Event::Start(Tag::Strikethrough) => text[range.clone()].bytes().take_while(|b| *b == b'~').count(),
        _ => return None,
    };
    (range.len() > 2 * len).then_some((range, len))
}

/// Every mark outside code, tags, addresses, escapes and placeables: its place, its block, and whether it is shown.
fn marks(text: &str, emphases: &mut FxHashSet<(usize, usize, usize)>) -> Vec<(usize, usize, bool)> {
    let mut marks = Vec::new();
    let (mut block, mut opaque) = (0, 0_usize);
    for (event, range) in parser(text) {
        if let Some((range, len)) = emphasis(text, &event, range.clone()) {
            let edges = (range.start..range.start + len).chain(range.end - len..range.end);
            marks.extend(edges.map(|at| (at, block, false)));
            emphases.insert((range.start, range.end, len));
            continue;
        }
        match event {
            Event::Start(Tag::CodeBlock(_)) => opaque += 1,
            Event::End(TagEnd::CodeBlock) => opaque -= 1,
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => opaque += 1,
            Event::End(TagEnd::Link) => opaque = opaque.saturating_sub(1),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(_) => block += 1,
            Event::Text(_) if opaque == 0 => marks.extend(shown_marks(text, range).map(|at| (at, block, true))),
            _ => {}
        }
    }
    marks
}

/// Marks in a stretch that a reader sees as it stands. Noncharacters stand around a placeable, which is not text.
fn shown_marks(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    let is_mark = |at: &usize| matches!(text.as_bytes()[*at], b'*' | b'_' | b'~');
    let outside = |at: &usize| {
        let before = &text[..*at];
        before.rfind('\u{FDD0}').is_none_or(|open| before[open..].contains('\u{FDD1}'))
    };
    range.filter(is_mark).filter(|at| !is_escaped(text, *at)).filter(outside)
}

/// Whether a backslash takes away the meaning of the character at a place.
fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

/// Pairs of marks as they were meant: in turn, of one kind and length, around a word, within one block.
fn pairs(text: &str, runs: &[Run]) -> Vec<Pair> {
    let mut open: Vec<Run> = Vec::new();
    let mut pairs = Vec::new();
    for run in runs {
        for run in apart(run, &open) {
            let fits = |other: &Run| {
                (other.mark, other.range.len(), other.block) == (run.mark, run.range.len(), run.block)
                    && has_word(&text[other.range.end..run.range.start])
            };
            // What is in more than so many marks is text.
            let from = open.len().saturating_sub(DEEPEST_MARKUP);
            let opened = open[from..].iter().rposition(fits).filter(|_| may_close(text, &run)).map(|at| from + at);
            if let Some(at) = opened {
                pairs.push(Pair { open: open[at].range.clone(), close: run.range });
                open.truncate(at);
            } else if may_open(text, &run) {
                open.push(run);
            }
        }
    }
    pairs.sort_by_key(|pair| pair.open.start);
    pairs
}

/// `****` between two words in bold is the end of one and the start of the other.
fn apart(run: &Run, open: &[Run]) -> Vec<Run> {
    let is_open = open.iter().any(|other| other.mark == run.mark && other.range.len() == 2);
    if run.range.len() != 4 || !is_open {
        return vec![run.clone()];
    }
    let middle = run.range.start + 2;
    [run.range.start..middle, middle..run.range.end].map(|range| Run { range, ..run.clone() }).into()
}

fn may_open(text: &str, run: &Run) -> bool {
    let (before, after) = around(text, &run.range);
    let inside = after.filter(|c| !")]}>」』）】》〉〕".contains(*c));
    is_emphasis_mark(run) && may_stand_beside(run, before, "([{\"'“‘«") && may_touch(run, inside, before)
}

fn may_close(text: &str, run: &Run) -> bool {
    let (before, after) = around(text, &run.range);
    let inside = before.filter(|c| !"([{<「『（【《〈〔".contains(*c));
    is_emphasis_mark(run) && may_stand_beside(run, after, ")]}\"'”’»,.;:!?-") && may_touch(run, inside, after)
}

/// Whether a mark may belong to what stands inside of it. A blank there is a slip where the mark is long, and apart
/// from what stands outside: `** bold **`, but not `a * b` or `price** and`.
fn may_touch(run: &Run, inside: Option<char>, outside: Option<char>) -> bool {
    let is_apart = outside.is_none_or(|c| !c.is_alphanumeric());
    inside.is_some_and(|c| !c.is_whitespace() || (run.range.len() > 1 && is_apart))
}

/// Whether a mark may stand beside what is outside of it. `*` and `_` are parts of names and patterns, too
/// (`snake_case`, `*.log`), unless they touch a blank, punctuation of sentences, or a script without blanks.
fn may_stand_beside(run: &Run, outside: Option<char>, punctuation: &str) -> bool {
    let is_short = run.range.len() == 1 || run.mark == b'_';
    let fits = |c: char| c.is_whitespace() || is_spaceless(c) || punctuation.contains(c);
    !is_short || outside.is_none_or(fits)
}

fn is_emphasis_mark(run: &Run) -> bool {
    match run.mark {
        b'~' => run.range.len() == 2,
        _ => run.range.len() <= 3,
    }
}

/// A character of a script that puts words, or words and their endings, together without blanks.
fn is_spaceless(c: char) -> bool {
    c >= '\u{2E80}' || matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// Whether there is something to emphasize; between blanks, a letter is no word (`a ** b ** c`), and several lines are
/// more likely a list.
fn has_word(content: &str) -> bool {
    let is_tight = content.trim() == content;
    if !is_tight && content.contains('\n') {
        return false;
    }
    let least = if is_tight { 1 } else { 2 };
    let letters = content.chars().filter(|c| c.is_alphanumeric()).take(least);
    letters.count() >= least || content.chars().any(|c| c.is_alphabetic() && is_spaceless(c))
}

fn around(text: &str, range: &Range<usize>) -> (Option<char>, Option<char>) {
    (text[..range.start].chars().next_back(), text[range.end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Vec<&str> {
        literal_marks(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn marks_that_do_not_render_are_found() {
        for (text, marks) in [
            ("これは**「重要」**です", vec!["**", "**"]),
            ("**「重要」**です", vec!["**", "**"]),
            ("**注意：**続きを読む", vec!["**", "**"]),
            ("**[保存](save.md)**をクリック", vec!["**", "**"]),
            ("これは_重要_です", vec!["_", "_"]),
            ("请单击**“保存”**按钮", vec!["**", "**"]),
            ("이것은 **\"중요\"**입니다", vec!["**", "**"]),
            ("Cliquez sur ** Enregistrer ** ici", vec!["**", "**"]),
            ("**太字****太字**", vec!["**", "**"]),
            ("**「一」**と**「二」**で", vec!["**", "**"]),
            ("これは~~（旧）~~です", vec!["~~", "~~"]),
        ] {
            assert_eq!(literal(text), marks, "{text}");
        }
    }

    #[test]
    fn what_renders_or_is_no_emphasis_is_left_alone() {
        for text in [
            "これは**重要**です",
            "a **bold** and *slanted* word, ~~gone~~",
            "***all***",
            "5 * 3 * 2 = 30",
            "2*3*4",
            "a ** b ** c",
            "snake_case_name and __dunder__",
            "変数user_name_idを使う",
            "価格* 1 と数量*",
            "Preis** gilt, der Betrag** nicht",
            "`**「x」**で` と `_x_`",
            "\\*\\*「重要」\\*\\*です",
            "<a href=\"a_b_c\">「x」</a>で",
            "<https://contoso.com/**「x」**で>",
            "値は\u{FDD0}$app_「x」_b\u{FDD1}です",
            "src/**/*.md",
            "**kwargs",
            "is_* and as_* for os*, fs*",
            "~/.*rc and ~/.*profile",
            "contoso_<version>.tar and contoso_<version>.zip",
            "start_/finish_",
            "one (*) or several (**) folders: ** works",
            "** first\n** second\n",
            "",
        ] {
            assert_eq!(literal(text), [] as [&str; 0], "{text}");
        }
    }
}
