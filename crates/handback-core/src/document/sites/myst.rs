//! Directives of MyST: ```` ```{note} Title ```` and `:::{note} Title` around Markdown, with options below the opener; labels
//! `(pier)=`, and comments `% so`.

use std::ops::Range;

use super::containers::Close;
use super::layout::Scan;
use super::lines::{Fence, quote_len};
use super::{Escape, Words};
use crate::text::constructs::{is_attribute_list, myst_name};
use crate::text::flavor::Flavor;
use crate::text::limits::head;

/// Directives that hold Markdown and have words behind their name.
const TITLED: &str = "admonition attention caution danger error hint important note seealso tip warning todo topic sidebar \
                      card grid-item-card tab-item dropdown details table list-table rubric exercise proof theorem lemma \
                      definition criterion remark conjecture corollary algorithm example property observation proposition \
                      assumption axiom";

/// Those that hold Markdown and have something else there.
const PLAIN: &str = "figure image grid grid-item tab-set margin aside epigraph pull-quote blockquote highlights div container \
                     compound solution exercise-start exercise-end solution-start solution-end glossary hlist versionadded \
                     versionchanged deprecated centered attributions";

/// Those that hold a program, or what one reads: in any other with colons is Markdown.
const CODE: &str = "code code-block code-cell sourcecode math mermaid toctree include literalinclude eval-rst raw bibliography \
                    csv-table embed iframe mystlive contents tableofcontents graphviz plot index anywidget";

/// No name is longer.
const LONGEST_NAME: usize = 40;

/// Nor is a fence.
const LONGEST_FENCE: usize = 100;

/// So many options a directive may have between rules: more are text.
const MOST_OPTIONS: usize = 100;

/// Options with words for readers.
const WORDED: [&str; 4] = ["alt", "caption", "title", "description"];

/// An opener: its fence, its name, and where what stands behind that begins.
struct Opener<'t> {
    fence: Fence,
    has_colons: bool,
    name: &'t str,
    behind: usize,
}

impl Opener<'_> {
    fn is_of(&self, list: &str) -> bool {
        // `prf:theorem`.
        let name = self.name.strip_prefix("prf:").unwrap_or(self.name);
        list.split(' ').any(|known| known == name)
    }

    fn holds_markdown(&self) -> bool {
        self.is_of(TITLED) || self.is_of(PLAIN) || self.has_colons && !self.is_of(CODE)
    }
}

/// Whether a page has directives at all: only then are its other marks those of MyST.
pub fn is_myst(body: &str) -> bool {
    let is_known = |name: &str| [TITLED, PLAIN, CODE].iter().any(|list| list.split(' ').any(|known| known == name));
    ["```{", ":::{", "~~~{"].iter().any(|mark| {
        let name = |at: usize| head(&body[at + mark.len()..], LONGEST_NAME).split_once('}').map(|(name, _)| name);
        memchr::memmem::find_iter(body.as_bytes(), mark.as_bytes()).any(|at| name(at).is_some_and(is_known))
    })
}

/// What closes a directive that a line opens, if it holds Markdown, and where its options end. Words in them are noted.
pub fn opens(scan: &mut Scan<'_, '_>, content: &Range<usize>, column: usize) -> Option<(Close, usize)> {
    let body = scan.body;
    let opener = opener(scan, &body[content.clone()], column)?;
    let holds_markdown = opener.holds_markdown();
    if opener.is_of(TITLED) || holds_markdown && !opener.is_of(PLAIN) {
        title(scan, content.start + opener.behind..content.end);
    }
    let end = options(scan, content.end, holds_markdown || opener.has_colons);
    if opener.is_of("toctree") {
        entries(scan, end, &opener);
    }
    if holds_markdown {
        return Some((Close::Fence(opener.fence), end));
    }
    // What a fence of backticks holds is code already.
    opener.has_colons.then(|| {
        let close = regex::Regex::new(&format!("^[ >]*:{{{},}}\\s*$", opener.fence.len())).expect("a number of colons");
        scan.until = Some((content.start, close));
        (Close::Nothing, end)
    })
}

/// So many entries a table of contents may have.
const MOST_ENTRIES: usize = 500;

/// The titles of the entries of a table of contents: `The long pier <pier>`.
fn entries(scan: &mut Scan<'_, '_>, from: usize, opener: &Opener<'_>) {
    let body = scan.body;
    let is_end = |line: &Range<usize>| opener.fence.is_closed_by(body[line.clone()].trim_start(), opener.fence.indent);
    for line in lines_below(body, from).take(MOST_ENTRIES).take_while(|line| !is_end(line)) {
        let text = body[line.clone()].trim_end();
        let Some(title) = text.strip_suffix('>').and_then(|text| text.rsplit_once(" <")) else { continue };
        if !title.0.contains(['<', '>']) {
            self::title(scan, line.start..line.start + title.0.len());
        }
    }
}

fn opener<'t>(scan: &Scan<'_, '_>, text: &'t str, column: usize) -> Option<Opener<'t>> {
    if scan.flavor() != Flavor::Gfm || scan.constructs.is_mdx {
        return None;
    }
    let has_colons = text.starts_with(':');
    let fence = if has_colons { Fence::of_colons(text, column) } else { Fence::open(text, column) }?;
    let (name, len) = myst_name(&text[fence.len()..]).filter(|_| fence.len() <= LONGEST_FENCE)?;
    Some(Opener { fence, has_colons, name, behind: fence.len() + len })
}

fn title(scan: &mut Scan<'_, '_>, range: Range<usize>) {
    let text = &scan.body[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    let range = start..start + text.trim().len();
    if scan.body[range.clone()].contains(char::is_alphabetic) {
        scan.words.push(Words { range, escape: Escape::Nothing, label: "title".into() });
    }
}

/// Options below an opener: lines of `:key: value`, or YAML between two lines `---`. Returns where they end.
fn options(scan: &mut Scan<'_, '_>, opener: usize, hides: bool) -> usize {
    let body = scan.body;
    let below = || lines_below(body, opener).map(|line| line.start + quote_len(&body[line.clone()])..line.end);
    let is_rule = |line: &Range<usize>| body[line.clone()].trim() == "---";
    let is_option = |line: &Range<usize>| {
        let option = body[line.clone()].trim().strip_prefix(':');
        option.and_then(|rest| rest.split_once(':')).is_some_and(|(key, _)| is_key(key))
    };
    let lines: Vec<Range<usize>> = match below().next().is_some_and(|first| is_rule(&first)) {
        true => below().skip(1).take(MOST_OPTIONS).take_while(|line| !is_rule(line)).collect(),
        false => below().take_while(is_option).collect(),
    };
    let end = match below().nth(lines.len() + 1).filter(is_rule) {
        Some(close) if below().next().is_some_and(|first| is_rule(&first)) => close.end,
        _ if lines.first().is_some_and(is_option) => lines.last().map_or(opener, |line| line.end),
        _ => return opener,
    };
    lines.into_iter().for_each(|line| option_words(scan, line));
    if hides {
        scan.hide(opener..end);
    }
    end
}

/// The lines below a place.
fn lines_below(body: &str, from: usize) -> impl Iterator<Item = Range<usize>> {
    let first = memchr::memchr(b'\n', &body.as_bytes()[from..]).map_or(body.len(), |at| from + at + 1);
    super::lines::lines(&body[first..]).map(move |line| first + line.start..first + line.end)
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The words in `:alt: The long pier`, `alt: The long pier`.
fn option_words(scan: &mut Scan<'_, '_>, range: Range<usize>) {
    let text = &scan.body[range.clone()];
    let mark = text.len() - text.trim_start_matches([' ', ':']).len();
    let Some((key, value)) = text[mark..].split_once(':') else { return };
    let start = range.start + mark + key.len() + 1 + (value.len() - value.trim_start().len());
    let value = value.trim();
    if WORDED.contains(&key) && value.contains(char::is_alphabetic) && !value.starts_with(['"', '\'', '|', '>']) {
        scan.words.push(Words { range: start..start + value.len(), escape: Escape::Nothing, label: key.into() });
    }
}

/// Length of the name of a field, `:depth of the water: two meters`, with the blank behind it, if there are words.
fn field_len(text: &str) -> Option<usize> {
    let (name, words) = text.strip_prefix(':')?.split_once(": ")?;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let is_name = name.starts_with(char::is_alphabetic) && name.chars().all(is_part);
    (is_name && !words.trim().is_empty()).then(|| text.len() - words.trim_start().len())
}

/// Hides the name of a field. Of those that follow each other each is a text.
fn field(scan: &mut Scan<'_, '_>, content: &Range<usize>) {
    let body = scan.body;
    let start = scan.lines.start(content.start);
    let Some(len) = field_len(&body[content.clone()]).filter(|_| start == content.start) else { return };
    let above = body[..start].lines().next_back().unwrap_or_default();
    let follows = field_len(above).is_some();
    if !above.trim().is_empty() && !follows {
        return;
    }
    if follows {
        scan.breaks.push(start);
    }
    scan.hide(start..start + len);
    scan.cuts.push(start..start + len);
}

/// Hides a line that is no text on a page of MyST.
pub fn line(scan: &mut Scan<'_, '_>, content: &Range<usize>) -> Option<usize> {
    if scan.is_myst && !scan.constructs.is_mdx {
        field(scan, content);
    }
    let text = scan.body[content.clone()].trim_end();
    let is_label = text.starts_with('(') && text.ends_with(")=") && !text.contains([' ', '\t']) && text.len() > 3;
    let is_other = scan.is_myst && (text.starts_with('%') || text.starts_with("+++") || is_attribute_list(text));
    if scan.flavor() != Flavor::Gfm || scan.constructs.is_mdx || !(is_label || is_other) {
        return None;
    }
    scan.hide(content.clone());
    Some(content.end)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::{Document, ParseOptions, Syntax};
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;

    fn texts(source: &str) -> Vec<String> {
        let constructs = Arc::new(Constructs::of(Flavor::Gfm));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        for unit in &document.units {
            assert_eq!(document.put_back(unit, &unit.text), &source[unit.span.clone()]);
        }
        document.units.iter().map(|unit| unit.text.to_string()).collect()
    }

    #[test]
    fn what_is_in_directives_is_text() {
        assert_eq!(
            texts(
                "(pier)=\n# Pier\n\n```{note} Mind the *tide*\n:class: dropdown\n\nLow at noon.\n\n- Come early\n```\nBelow.\n"
            ),
            ["Pier", "Mind the *tide*", "Low at noon.", "Come early", "Below."]
        );
        assert_eq!(
            texts(
                "::::{grid} 1 2\n:::{card} Boats\n:link: boats\nOf the harbor.\n:::\n::::\n\n% nobody sees this\n%nor this\nAfter.\n"
            ),
            ["Boats", "Of the harbor.", "After."]
        );
        assert_eq!(
            texts("````{tab-set}\n```{tab-item} By boat\n---\nsync: boat\n---\nBoard it.\n```\n````\n"),
            ["By boat", "Board it."]
        );
        assert_eq!(
            texts("```{figure} pier.png\n:name: pier\n:alt: The long pier\n\nIn spring.\n```\n"),
            ["The long pier", "In spring."]
        );
        assert_eq!(
            texts(":::{custom-box} At night\nTake a lamp.\n:::\nHome.\n"),
            ["At night", "Take a lamp.", "Home."]
        );
        assert_eq!(texts(":::{note .wide #tide} Low\nAt noon.\n:::\n"), ["Low", "At noon."]);
        assert_eq!(texts("> ```{tip}\n> :class: small\n> Row.\n> ```\n"), ["Row."]);
    }

    #[test]
    fn fields_are_texts_without_their_names() {
        let page =
            ":depth: two *meters*\n:in spring: three\n\nSo\n:depth: it is\n\n:smile: all\n\n```{tip}\nRow.\n```\n";
        assert_eq!(texts(page), ["two *meters*", "three", "So\n:depth: it is", "all", "Row."]);
        assert_eq!(texts(":depth: two\n"), [":depth: two"]);
    }

    #[test]
    fn what_programs_read_is_not() {
        assert_eq!(texts("```{code-block} python\n:caption: Land it\nland(pier)\n```\n"), ["Land it"]);
        assert_eq!(texts(":::{mermaid}\ngraph pier\n:::\n\nBelow.\n"), ["Below."]);
        assert_eq!(texts("```{toctree}\n:caption: All piers\nlong\nshort\n```\n"), ["All piers"]);
        assert_eq!(texts("```{custom}\nland it\n```\n"), [] as [&str; 0]);
    }

    #[test]
    fn a_fence_of_any_length_is_read() {
        let colons = ":".repeat(1 << 20);
        assert_eq!(texts(&format!("{colons}{{mermaid}}\nrow\n{colons}\n\nBelow.\n")).last().unwrap(), "Below.");
    }

    #[test]
    fn marks_of_other_pages_stay_text() {
        assert_eq!(texts("% of all boats\n"), ["% of all boats"]);
        assert_eq!(texts("(at noon)=\n"), ["(at noon)="]);
        // Nothing closes the options.
        assert_eq!(texts("```{tip}\n---\nRow.\n"), ["Row."]);
    }

    #[test]
    fn titles_in_a_table_of_contents_are_texts() {
        for (open, close) in [("```", "```"), (":::", ":::")] {
            let page = format!(
                "{open}{{toctree}}\n:hidden:\n:caption: Ebb\n\nThe long pier <pier>\nquay\n<https://x.example>\n{close}\n\nOne <two>\n"
            );
            assert_eq!(texts(&page), ["Ebb", "The long pier", "One <two>"]);
        }
    }

    #[test]
    fn roles_are_kept_but_for_their_words() {
        let known = Constructs::of(Flavor::Gfm);
        let text = "See {doc}`the pier <pier>`, {ref}`pier` and {math}`a^2` at {sub}`low`.";
        let found: Vec<&str> = known.find(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["{doc}`the pier <pier>`", "{ref}`pier`", "{math}`a^2`", "{sub}`low`"]);
        let words = known.words(found[0]);
        assert_eq!(words.iter().map(|words| &found[0][words.clone()]).collect::<Vec<_>>(), ["the pier"]);
        assert!(found[1..].iter().all(|role| known.words(role).is_empty()));
        assert_eq!(known.normal("{doc}`der Steg <pier>`"), known.normal(found[0]));
        assert_ne!(known.normal("{doc}`der Steg <boat>`"), known.normal(found[0]));
    }
}
