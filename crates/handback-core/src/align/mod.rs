//! Which unit of a localized page translates which unit of its English.
//!
//! Fixed points are what a translation leaves alone: heading anchors (they hold the English slug), the
//! kinds of units, the columns of tables, URLs, identifiers, product numbers. Sections are paired by their
//! anchors; inside a section units are paired one by one where the kinds agree, and otherwise only
//! between fixed points. What cannot be decided is left out, never guessed.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::{Document, Unit, UnitKind, heading_slug};
use crate::text::markup::label_text;
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// How two documents fit together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alignment {
    /// Indices of an English unit and the page's unit that translates it.
    pub pairs: Vec<(usize, usize)>,
    /// English units whose counterpart is not known.
    pub lost: Vec<usize>,
    /// Units of the page whose English unit is not known.
    pub extra: Vec<usize>,
}

/// Aligns a page with the English that it was made from.
pub fn align(english: &Document<'_>, page: &Document<'_>) -> Alignment {
    let (ours, theirs) = (points(english, false), points(page, true));
    let (our_sections, their_sections) = (sections(english, &ours), sections(page, &theirs));
    let mut pairing = Pairing { ours: &ours, theirs: &theirs, known: Known::new(&ours), pairs: Vec::new() };
    let headings = page.units.iter().filter(|unit| unit.kind == UnitKind::Heading);
    let (all, with_anchor) =
        headings.fold((0, 0), |(all, with), unit| (all + 1, with + usize::from(anchor_before(page, unit).is_some())));
    if with_anchor * 2 > all {
        for (key, range) in &our_sections {
            if let Some(other) = their_sections.get(key) {
                pairing.run(range.clone(), other.clone());
            }
        }
    } else {
        // A page without anchors: as one section.
        pairing.run(0..ours.len(), 0..theirs.len());
    }
    let mut pairs = pairing.pairs;
    pairs.sort_unstable();
    let mut alignment = Alignment { pairs, ..Alignment::default() };
    let (mut ours_left, mut theirs_left) = (vec![true; ours.len()], vec![true; theirs.len()]);
    for (our, their) in &alignment.pairs {
        ours_left[*our] = false;
        theirs_left[*their] = false;
    }
    let left =
        |flags: Vec<bool>| flags.into_iter().enumerate().filter_map(|(index, left)| left.then_some(index)).collect();
    alignment.lost = left(ours_left);
    alignment.extra = left(theirs_left);
    alignment
}

/// What of a unit does not depend on the language.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Point {
    kind: UnitKind,
    column: u16,
    /// Anchor of a heading; URLs, identifier or product numbers of another text.
    fixed: Option<String>,
}

impl Point {
    fn same_shape(&self, other: &Self) -> bool {
        (self.kind, self.column) == (other.kind, other.column)
    }

    fn is_running_text(&self) -> bool {
        matches!(self.kind, UnitKind::Paragraph | UnitKind::ListItem | UnitKind::Quote)
    }
}

fn points(document: &Document<'_>, localized: bool) -> Vec<Point> {
    document
        .units
        .iter()
        .map(|unit| Point { kind: unit.kind, column: unit.column, fixed: fixed_point(document, unit, localized) })
        .collect()
}

fn fixed_point(document: &Document<'_>, unit: &Unit<'_>, localized: bool) -> Option<String> {
    if unit.kind == UnitKind::Heading {
        let anchor = if localized { anchor_before(document, unit) } else { None };
        return Some(anchor.unwrap_or_else(|| heading_slug(&label_text(&unit.text))));
    }
    let targets = addresses(&unit.text);
    if !targets.is_empty() {
        return Some(targets.join(" "));
    }
    if !unit.translatable {
        return Some(unit.text.to_string());
    }
    let numbers = product_numbers(&unit.text);
    (!numbers.is_empty()).then(|| numbers.join(" "))
}

/// GUIDs, product numbers and the like. Shorter numbers (`365`) are in many texts and prove nothing.
fn product_numbers(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut found: Vec<String> = text
        .split(|c: char| !is_part(c))
        .filter(|word| word.len() >= 8 && word.bytes().filter(u8::is_ascii_digit).count() >= 4)
        .map(str::to_ascii_lowercase)
        .collect();
    found.sort();
    found
}

/// The anchor that a localized heading carries: `<a name="general-information"></a>`.
pub fn anchor_before(document: &Document<'_>, unit: &Unit<'_>) -> Option<String> {
    let index = document.headings.partition_point(|heading| heading.anchor_at <= unit.span.start);
    let heading = &document.headings[index.checked_sub(1)?];
    let anchors = &document.source[heading.anchor_at..unit.span.start];
    let start = anchors.find("name=\"")? + "name=\"".len();
    let len = anchors[start..].find('"')?;
    Some(anchors[start..start + len].to_owned())
}

/// URLs in a text, without what a localized page changes in them (`/en-us/`).
fn addresses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let end = rest[at..]
            .find(|c: char| c.is_whitespace() || matches!(c, ')' | '"' | '\'' | '<' | '>' | ']' | '|'))
            .map_or(rest.len(), |len| at + len);
        let path: Vec<&str> = rest[at + 3..end].split('/').filter(|part| !is_locale(part)).collect();
        found.push(path.join("/").trim_end_matches(['.', ',', '\u{3002}']).to_ascii_lowercase());
        rest = &rest[end..];
    }
    found.sort();
    found.dedup();
    found
}

fn is_locale(part: &str) -> bool {
    matches!(part.as_bytes(), [a, b, b'-', c, d] if [a, b, c, d].iter().all(|byte| byte.is_ascii_alphabetic()))
}

/// Units by section: the anchor of the heading that opens it, with a count where it repeats. What
/// stands before the first heading is the section without a name.
fn sections(document: &Document<'_>, points: &[Point]) -> BTreeMap<(String, usize), Range<usize>> {
    let mut starts = vec![(String::new(), 0)];
    for (index, unit) in document.units.iter().enumerate() {
        if unit.kind == UnitKind::Heading {
            starts.push((points[index].fixed.clone().unwrap_or_default(), index));
        }
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut sections = BTreeMap::new();
    for (number, (slug, start)) in starts.iter().enumerate() {
        let end = starts.get(number + 1).map_or(points.len(), |(_, start)| *start);
        let count = seen.entry(slug.clone()).or_default();
        *count += 1;
        sections.insert((slug.clone(), *count), *start..end);
    }
    sections
}

/// What the English holds of language-independent things, wherever it stands.
struct Known<'p> {
    fixed: FxHashSet<&'p str>,
}

impl<'p> Known<'p> {
    fn new(points: &'p [Point]) -> Self {
        Self {
            fixed: points
                .iter()
                .filter(|point| point.kind != UnitKind::Heading)
                .filter_map(|point| point.fixed.as_deref())
                .collect(),
        }
    }

    /// Whether a pair cannot be one: the page holds there what the English holds elsewhere. An address
    /// or number that a machine altered stands nowhere else.
    fn refutes(&self, our: &Point, their: &Point) -> bool {
        our.fixed != their.fixed
            && their.kind != UnitKind::Heading
            && their.fixed.as_deref().is_some_and(|fixed| self.fixed.contains(fixed))
    }

    fn allows(&self, ours: &[Point], theirs: &[Point]) -> bool {
        ours.iter().zip(theirs).all(|(our, their)| !self.refutes(our, their))
    }
}

/// Pairs units of the English with units of the page.
struct Pairing<'p> {
    ours: &'p [Point],
    theirs: &'p [Point],
    known: Known<'p>,
    pairs: Vec<(usize, usize)>,
}

impl Pairing<'_> {
    /// Pairs two runs of units: one by one, or between fixed points.
    fn run(&mut self, our: Range<usize>, their: Range<usize>) {
        let (mine, yours) = (&self.ours[our.clone()], &self.theirs[their.clone()]);
        if same_shape(mine, yours) && self.known.allows(mine, yours) {
            self.pairs.extend(our.zip(their));
            return;
        }
        let (our_keys, their_keys) = keys(mine, yours);
        let mut gap = (our.start, their.start);
        for op in capture_diff_slices(Algorithm::Patience, &our_keys, &their_keys) {
            if op.tag() != DiffTag::Equal {
                continue;
            }
            for (mine, yours) in op.old_range().zip(op.new_range()) {
                let (mine, yours) = (our.start + mine, their.start + yours);
                self.gap(gap.0..mine, gap.1..yours);
                self.pairs.push((mine, yours));
                gap = (mine + 1, yours + 1);
            }
        }
        self.gap(gap.0..our.end, gap.1..their.end);
    }

    /// Pairs what lies between two fixed points, if it has the same shape.
    fn gap(&mut self, our: Range<usize>, their: Range<usize>) {
        let (mine, yours) = (&self.ours[our.clone()], &self.theirs[their.clone()]);
        // A machine that makes a list item of `1)There` changes the kind, not the place.
        let alike =
            |our: &Point, their: &Point| our.same_shape(their) || (our.is_running_text() && their.is_running_text());
        if mine.len() == yours.len()
            && mine.iter().zip(yours).all(|(our, their)| alike(our, their))
            && self.known.allows(mine, yours)
        {
            self.pairs.extend(our.zip(their));
        }
    }
}

/// Keys that agree only where something language-independent does. What stands more often on one side
/// than on the other does not tell which is which, and is no key.
fn keys(ours: &[Point], theirs: &[Point]) -> (Vec<String>, Vec<String>) {
    let name = |point: &Point| point.fixed.as_ref().map(|fixed| format!("{:?} {} {fixed}", point.kind, point.column));
    let mut counts: FxHashMap<String, (usize, usize)> = FxHashMap::default();
    ours.iter().filter_map(name).for_each(|key| counts.entry(key).or_default().0 += 1);
    theirs.iter().filter_map(name).for_each(|key| counts.entry(key).or_default().1 += 1);
    let keys = |points: &[Point], side: usize| {
        let numbered = points.iter().enumerate();
        numbered
            .map(|(index, point)| {
                let key = name(point).filter(|key| counts.get(key).is_some_and(|(ours, theirs)| ours == theirs));
                key.unwrap_or_else(|| format!("{side} {index}"))
            })
            .collect()
    };
    (keys(ours, 0), keys(theirs, 1))
}

fn same_shape(ours: &[Point], theirs: &[Point]) -> bool {
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(our, their)| our.same_shape(their))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ParseOptions, Syntax};

    fn aligned(english: &str, page: &str) -> (Vec<(String, String)>, usize, usize) {
        let options =
            ParseOptions { front_matter_keys: vec!["title".into()], yaml_keys: vec![], html_attributes: vec![] };
        let (english, page) =
            (Document::parse(english, Syntax::Markdown, &options), Document::parse(page, Syntax::Markdown, &options));
        let alignment = align(&english, &page);
        let pairs = alignment
            .pairs
            .iter()
            .map(|(a, b)| (english.units[*a].text.to_string(), page.units[*b].text.to_string()))
            .collect();
        (pairs, alignment.lost.len(), alignment.extra.len())
    }

    fn pair(english: &str, page: &str) -> (String, String) {
        (english.to_owned(), page.to_owned())
    }

    #[test]
    fn equal_structure_is_paired_one_by_one() {
        let (pairs, lost, extra) = aligned(
            "# One\n\nText\n\n| a | b |\n|-|-|\n| c | d |\n",
            "# <a name=\"one\"></a>Un\n\nTexte\n\n| e | f |\n|-|-|\n| g | h |\n",
        );
        assert_eq!((pairs.len(), lost, extra), (6, 0, 0));
        assert_eq!(pairs[0], pair("One", "Un"));
    }

    #[test]
    fn swapped_sections_follow_their_anchors() {
        let english = "# T\n\n## One\n\nFirst\n\n## Two\n\nSecond\n";
        let page = "# <a name=\"t\"></a>T\n\n## <a name=\"two\"></a>Deux\n\nDeuxième\n\n## <a name=\"one\"></a>Un\n\nPremier\n";
        let (pairs, lost, _) = aligned(english, page);
        assert!(pairs.contains(&pair("First", "Premier")) && pairs.contains(&pair("Two", "Deux")) && lost == 0);
    }

    #[test]
    fn a_missing_row_leaves_its_neighbours_out_but_not_the_rest() {
        let english = "# T\n\n## One\n\n| a | b |\n|-|-|\n| c | d |\n| e | f |\n\n## Two\n\nText\n";
        let page = "# <a name=\"t\"></a>T\n\n## <a name=\"one\"></a>Un\n\n| a1 | b1 |\n|-|-|\n| e1 | f1 |\n\n## <a name=\"two\"></a>Deux\n\nTexte\n";
        let (pairs, lost, extra) = aligned(english, page);
        assert!(pairs.contains(&pair("Text", "Texte")));
        assert!(!pairs.iter().any(|(english, _)| english == "c" || english == "e"), "{pairs:?}");
        assert!(lost >= 4 && extra >= 2);
    }

    #[test]
    fn addresses_tell_swapped_rows() {
        let english = "# T\n\n| a | https://contoso.com/1 |\n|-|-|\n| b | https://contoso.com/2 |\n";
        let page = "# <a name=\"t\"></a>T\n\n| b1 | https://contoso.com/2 |\n|-|-|\n| a1 | https://contoso.com/1 |\n";
        let (pairs, _, _) = aligned(english, page);
        assert!(!pairs.contains(&pair("a", "b1")), "{pairs:?}");
    }

    #[test]
    fn identifiers_tell_swapped_and_missing_rows() {
        let english = "# T\n\n| Files.Read.All | To read the files. |\n|-|-|\n| Mail.Send | To send mail. |\n| openid | To sign in. |\n";
        let swapped = "# <a name=\"t\"></a>T\n\n| Mail.Send | Pour envoyer. |\n|-|-|\n| Files.Read.All | Pour lire. |\n| openid | Pour se connecter. |\n";
        let (pairs, _, _) = aligned(english, swapped);
        assert!(!pairs.iter().any(|(a, b)| a == "To read the files." && b == "Pour envoyer."), "{pairs:?}");
    }

    #[test]
    fn pages_without_anchors_align_as_a_whole() {
        let (pairs, lost, _) = aligned("# One\n\nText\n\n## Two\n\nMore\n", "# Un\n\nTexte\n\n## Two\n\nPlus\n");
        assert_eq!((pairs.len(), lost), (4, 0));
    }

    #[test]
    fn a_paragraph_turned_list_item() {
        let (pairs, lost, _) = aligned(
            "# T\n\n1)There\n\n[x](https://contoso.com)\n",
            "# <a name=\"t\"></a>T\n\n1) Là\n\n[y](https://contoso.com)\n",
        );
        assert_eq!((pairs.len(), lost), (3, 0));
    }
}
