//! English that a page keeps in comments above its translations.
//!
//! ```text
//! <!--
//! ## Using containers
//!
//! They have some advantages.
//! -->
//! ## 使用容器
//!
//! 它们有一些优势。
//! ```
//!
//! A comment speaks for the units from its end to the next comment, if it has as many of the same kinds; where more follow,
//! for the first of them, if these are as long as those of the page are elsewhere.

use std::borrow::Cow;
use std::ops::Range;

use handback_core::align::{Alignment, Pair};
use handback_core::document::{Document, ParseOptions, Unit, UnitKind};
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffTag, TextDiff, capture_diff_slices};

/// A page with fewer units below comments has no English in its comments.
const FEWEST: usize = 3;

/// From this share on the comments of a page are of an English: others are remarks, and directives for tools.
pub const MOST: f32 = 0.5;

/// Shorter comments (`body`, `prettier-ignore`) do not speak against a pair.
const WORDS_OF_A_TEXT: usize = 4;

/// How alike a comment and an English unit are that may be two versions of one text.
const ALIKE: f32 = 0.5;

/// The English that comments name of the units of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Comments {
    /// By unit of the page, with blanks as single ones.
    texts: Vec<Option<String>>,
    /// How many comments there are, and the line of the first.
    pub count: usize,
    pub line: u32,
}

impl Comments {
    /// What the comments of a page say; `None` if they hold no English.
    pub fn of(page: &Document<'_>, options: &ParseOptions) -> Option<Self> {
        let spans = spans(page);
        if !page.syntax.is_markdown() || spans.is_empty() {
            return None;
        }
        let contents: Vec<Cow<'_, str>> = spans.iter().map(|span| content(&page.source[span.clone()])).collect();
        let mut comments = Self { texts: vec![None; page.units.len()], ..Self::default() };
        let mut heard = vec![false; spans.len()];
        let mut more = Vec::new();
        for (number, span) in spans.iter().enumerate() {
            let end = spans.get(number + 1).map_or(page.source.len(), |next| next.start);
            let below = units_in(page, span.end..end);
            let english = Document::parse(&contents[number], page.syntax, options);
            heard[number] = comments.hear_front_matter(page, &contents[number]);
            let units = &page.units[below.clone()];
            let fits = units.len() >= english.units.len() && units.iter().zip(&english.units).all(|(a, b)| alike(a, b));
            if heard[number] || !fits || english.units.is_empty() {
                continue;
            }
            match units.len() == english.units.len() {
                true => heard[number] = comments.hear(below.start, &english),
                false => more.push((number, below.start, english)),
            }
        }
        let lengths = Lengths::of(&comments, page);
        for (number, first, english) in more {
            let mut pairs = english.units.iter().zip(&page.units[first..]);
            heard[number] = pairs.all(|(ours, theirs)| lengths.allow(ours, theirs)) && comments.hear(first, &english);
        }
        comments.count = heard.iter().filter(|heard| **heard).count();
        let first = heard.iter().position(|heard| *heard)?;
        comments.line = 1 + page.source[..spans[first].start].bytes().filter(|byte| *byte == b'\n').count() as u32;
        (comments.said().count() >= FEWEST).then_some(comments)
    }

    /// Notes the English of the units from one on.
    fn hear(&mut self, first: usize, english: &Document<'_>) -> bool {
        for (text, unit) in self.texts[first..].iter_mut().zip(&english.units) {
            *text = Some(words(&unit.text));
        }
        true
    }

    /// Notes the English of the front matter, which stands in a comment below it.
    fn hear_front_matter(&mut self, page: &Document<'_>, content: &str) -> bool {
        let mut heard = false;
        for (at, unit) in page.units.iter().enumerate().filter(|(_, unit)| unit.kind == UnitKind::FrontMatter) {
            let Some(key) = unit.label.as_deref() else { continue };
            let value = content.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
            if let Some(value) = value.filter(|_| self.texts[at].is_none()) {
                self.texts[at] = Some(words(value.trim().trim_matches(['"', '\''])));
                heard = true;
            }
        }
        heard
    }

    fn said(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().filter_map(|text| text.as_deref())
    }

    fn text(&self, unit: usize) -> Option<&str> {
        self.texts.get(unit)?.as_deref()
    }

    /// What a comment says that a unit of the page was made from, where it is paired with this English: the same but for
    /// blanks, or another version of it.
    pub fn wording<'t>(&'t self, unit: usize, english: &'t str) -> Option<&'t str> {
        let (text, ours) = (self.text(unit)?, words(english));
        if text == ours { Some(english) } else { Some(text).filter(|text| ratio(text, &ours) >= ALIKE) }
    }

    /// Whether these are comments of an English.
    pub fn are_of(&self, english: &Document<'_>) -> bool {
        self.share_in(english) >= MOST
    }

    /// The share of the comments that an English has as its units.
    pub fn share_in(&self, english: &Document<'_>) -> f32 {
        let units: FxHashSet<String> = english.units.iter().map(|unit| words(&unit.text)).collect();
        let (all, there) =
            self.said().fold((0, 0), |(all, there), text| (all + 1, there + usize::from(units.contains(text))));
        there as f32 / all.max(1) as f32
    }

    /// Corrects an alignment: units with the text of a comment belong to its translation, and nothing else does.
    pub fn correct(&self, english: &Document<'_>, alignment: &mut Alignment) {
        let units: Vec<String> = english.units.iter().map(|unit| words(&unit.text)).collect();
        let certain = |(english, page)| Pair { english, page, confidence: 1.0 };
        let mut pairs: Vec<Pair> = self.pairs(&units).into_iter().map(certain).collect();
        let taken: FxHashSet<usize> = pairs.iter().map(|pair| pair.english).collect();
        let placed: FxHashSet<usize> = pairs.iter().map(|pair| pair.page).collect();
        let fits = |pair: &Pair| {
            let is_free = !taken.contains(&pair.english) && !placed.contains(&pair.page);
            let agrees =
                |text: &str| text.split(' ').count() < WORDS_OF_A_TEXT || ratio(text, &units[pair.english]) >= ALIKE;
            is_free && self.text(pair.page).is_none_or(agrees)
        };
        pairs.extend(alignment.pairs.iter().copied().filter(fits));
        pairs.sort_by_key(|pair| (pair.english, pair.page));
        let refused = std::mem::take(&mut alignment.refused);
        *alignment = Alignment::new(pairs, refused, units.len(), self.texts.len());
    }

    /// Units of the English and of the page that a comment holds together: in order, and where a text stands once.
    fn pairs(&self, units: &[String]) -> Vec<(usize, usize)> {
        let places: Vec<usize> = (0..self.texts.len()).filter(|at| self.texts[*at].is_some()).collect();
        let texts: Vec<&str> = self.said().collect();
        let ours: Vec<&str> = units.iter().map(String::as_str).collect();
        let mut pairs: Vec<(usize, usize)> = capture_diff_slices(Algorithm::Patience, &ours, &texts)
            .iter()
            .filter(|op| op.tag() == DiffTag::Equal)
            .flat_map(|op| op.old_range().zip(op.new_range()))
            .collect();
        let taken: FxHashSet<usize> = pairs.iter().map(|(ours, _)| *ours).collect();
        let placed: FxHashSet<usize> = pairs.iter().map(|(_, text)| *text).collect();
        let mut free: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        (0..ours.len()).filter(|at| !taken.contains(at)).for_each(|at| free.entry(ours[at]).or_default().push(at));
        for (at, text) in texts.iter().enumerate().filter(|(at, _)| !placed.contains(at)) {
            if let Some([only]) = free.remove(text).as_deref() {
                pairs.push((*only, at));
            }
        }
        pairs.into_iter().map(|(ours, text)| (ours, places[text])).collect()
    }
}

/// How long the texts of a page are beside those of its English.
struct Lengths {
    english: usize,
    page: usize,
}

impl Lengths {
    fn of(comments: &Comments, page: &Document<'_>) -> Self {
        let pairs = page.units.iter().zip(&comments.texts).filter_map(|(unit, text)| Some((text.as_ref()?, unit)));
        let count = |(english, theirs), (text, unit): (&String, &Unit<'_>)| {
            (english + text.chars().count(), theirs + unit.text.chars().count())
        };
        let (english, page) = pairs.fold((0, 0), count);
        Self { english, page }
    }

    /// Whether a unit may be the translation of another by its length.
    fn allow(&self, ours: &Unit<'_>, theirs: &Unit<'_>) -> bool {
        if self.english == 0 {
            return false;
        }
        let expected = ours.text.chars().count() as f32 * self.page as f32 / self.english as f32;
        let found = theirs.text.chars().count() as f32;
        (found - expected).abs() <= SLACK + expected.max(found) * 0.5
    }
}

/// By so many letters the length of any text may differ.
const SLACK: f32 = 4.0;

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ratio(one: &str, other: &str) -> f32 {
    TextDiff::from_words(one, other).ratio()
}

fn alike(one: &Unit<'_>, other: &Unit<'_>) -> bool {
    let running = |unit: &Unit<'_>| matches!(unit.kind, UnitKind::Paragraph | UnitKind::ListItem | UnitKind::Quote);
    one.kind == other.kind || (running(one) && running(other))
}

fn units_in(page: &Document<'_>, span: Range<usize>) -> Range<usize> {
    let first = page.units.partition_point(|unit| unit.span.start < span.start);
    let end = page.units.partition_point(|unit| unit.span.start < span.end);
    first..end
}

/// Comments that begin a line, outside of code and front matter.
pub fn spans(page: &Document<'_>) -> Vec<Range<usize>> {
    let source = page.source;
    let mut at = page.front_matter.as_ref().map_or(0, |block| block.content.end);
    let mut spans = Vec::new();
    let mut fence: Option<&str> = None;
    while at < source.len() {
        let end = source[at..].find('\n').map_or(source.len(), |len| at + len + 1);
        let line = source[at..end].trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, None) if line.starts_with("<!--") => {
                let start = at + source[at..end].find("<!--").unwrap_or(0);
                let Some(len) = source[start..].find("-->") else { break };
                spans.push(start..start + len + "-->".len());
                at = start + len + "-->".len();
                continue;
            }
            _ => {}
        }
        at = end;
    }
    spans
}

/// What a comment says, without the margin that it has in a list.
fn content(comment: &str) -> Cow<'_, str> {
    let inner = comment.trim_start_matches("<!").trim_start_matches('-').trim_end_matches('>').trim_end_matches('-');
    let inner = inner.strip_prefix(['\n', '\r', ' ']).unwrap_or(inner).trim_end();
    let margin = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let least = inner.lines().filter(|line| !line.trim().is_empty()).map(margin).min().unwrap_or(0);
    if least == 0 {
        return Cow::Borrowed(inner);
    }
    Cow::Owned(inner.lines().map(|line| format!("{}\n", line.get(least..).unwrap_or(""))).collect())
}

#[cfg(test)]
mod tests {
    use handback_core::document::Syntax;

    use super::*;

    const PAGE: &str = "---\ntitle: 标题\n---\n<!--\ntitle: \"Title\"\nweight: 40\n-->\n\n<!-- overview -->\n\n<!--\n## Use\n\nIt has\nadvantages:\n\
                        \n* One of all items.\n* Two.\n-->\n## 使用\n\n它有优势：\n\n* 一。\n* 二。\n\n```\n<!--\nNo comment.\n-->\n```\n\n  <!--\n  Deep.\n  -->\n  深。\n";

    fn parsed(text: &str) -> Document<'_> {
        Document::parse(text, Syntax::Markdown, &ParseOptions::default())
    }

    #[test]
    fn comments_say_what_the_units_below_them_were() {
        let page = parsed(PAGE);
        let comments = Comments::of(&page, &ParseOptions::default()).unwrap();
        let said: Vec<_> = page
            .units
            .iter()
            .zip(&comments.texts)
            .map(|(unit, text)| (&*unit.text, text.as_deref().unwrap()))
            .collect();
        assert_eq!(
            said,
            [
                ("标题", "Title"),
                ("使用", "Use"),
                ("它有优势：", "It has advantages:"),
                ("一。", "One of all items."),
                ("二。", "Two."),
                ("深。", "Deep."),
            ]
        );
        assert_eq!((comments.count, comments.line), (3, 4));
    }

    #[test]
    fn a_comment_with_other_units_than_the_page_says_nothing() {
        let page = parsed(&PAGE.replace("* 二。\n", "").leak()[..]);
        let comments = Comments::of(&page, &ParseOptions::default());
        assert_eq!(comments, None, "two are left");
        assert_eq!(Comments::of(&parsed("<!-- overview -->\n\n正文\n"), &ParseOptions::default()), None);
    }

    #[test]
    fn texts_of_comments_decide_on_pairs() {
        let page = parsed(PAGE);
        let comments = Comments::of(&page, &ParseOptions::default()).unwrap();
        let english = parsed(
            "---\ntitle: Title\n---\n\n## Use\n\nA new paragraph.\n\nIt has advantages:\n\n* Two.\n* One of all the items.\n\nDeep.\n",
        );
        let pair = |(english, page)| Pair { english, page, confidence: 0.5 };
        let pairs = [(2, 2), (3, 3), (5, 3)].map(pair);
        let mut alignment = Alignment { pairs: pairs.to_vec(), ..Alignment::default() };
        comments.correct(&english, &mut alignment);
        let pairs: Vec<(usize, usize)> = alignment.pairs.iter().map(|pair| (pair.english, pair.page)).collect();
        assert_eq!(pairs, [(0, 0), (1, 1), (3, 2), (4, 4), (5, 3), (6, 5)]);
        assert_eq!((alignment.lost, alignment.extra), (vec![2], vec![]));
        assert_eq!(comments.wording(2, "It has\nadvantages:"), Some("It has\nadvantages:"));
        assert_eq!(comments.wording(3, "One of all the items."), Some("One of all items."));
        assert_eq!(comments.wording(3, "Something else."), None);
        assert!((comments.share_in(&english) - 5.0 / 6.0).abs() < 0.01);
    }
}
