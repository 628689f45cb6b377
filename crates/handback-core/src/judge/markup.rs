//! Links, code, emphasis, HTML and constructs of both texts.

use pulldown_cmark::{Event, Options, Parser};

use super::{Cut, Finding, Kind, Language, Pair};
use crate::text::constructs::Constructs;
use crate::text::element::shell;
use crate::text::markup::tag_len;
use crate::text::terms::normal_label;
use crate::text::values::is_emphasis_tag;
use crate::translate::inline::Part;

/// A piece of markup, as it is compared with that of the other text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Emphasis(&'static str),
    Code(String),
    Link(String),
    Image(String),
    /// A link by a label of the document.
    Reference(String),
    Tag(String),
    Footnote(String),
    Break,
    /// An empty line.
    Paragraph,
    Construct(String),
    /// What begins like markup and is none.
    Broken(String),
}

/// Compares the markup of both texts.
pub(super) fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let (mut lost, mut new) = (pair.english.marks.clone(), marks(pair.source, &pair.cut, pair.context.constructs));
    take_equal(&mut lost, &mut new, pair.context.language);
    literal_emphasis(pair, &mut lost, findings);
    changed(&mut lost, &mut new, findings);
    // What the English names without saying that it is code.
    // An id that only the localized heading has is no word of its text.
    let is_id = |mark: &Mark| matches!(mark, Mark::Construct(text) if text.starts_with("{#") && pair.source.ends_with(text.as_str()));
    let has_id = lost.iter().any(is_id) || pair.english.source.trim_end().ends_with('}');
    new.retain(|mark| has_id || pair.context.unit != "heading" || !is_id(mark));
    let is_named = |mark: &Mark| matches!(mark, Mark::Code(code) if names(&pair.english.visible.text, code));
    new.retain(|mark| !is_named(mark));
    for (marks, is_lost) in [(lost, true), (new, false)] {
        for mark in marks {
            findings.push(difference(&mark, is_lost));
        }
    }
    if findings.is_empty() {
        findings.extend(swapped_links(pair));
    }
}

/// The texts of links with where these lead to.
pub(super) fn links(text: &str, cut: &Cut) -> Vec<(String, String)> {
    let of = |part: &Part| {
        let Part::Close(close, pair) = part else { return None };
        let open = cut.parts.iter().find(|part| matches!(part, Part::Open(_, other) if other == pair))?.range();
        let label = &text[open.end..close.start];
        match link(&text[open.clone()], label, &text[close.clone()]) {
            Mark::Link(target) if text[close.clone()].starts_with(']') => Some((label.to_owned(), target)),
            _ => None,
        }
    };
    cut.parts.iter().filter_map(of).collect()
}

/// Links whose targets changed places: what has its name from the English leads to what another is in the English.
fn swapped_links(pair: &Pair<'_>) -> Option<Finding> {
    let english = &pair.english.links;
    if english.len() < 2 {
        return None;
    }
    let wording = links(pair.source, &pair.cut);
    let is_another = |(label, target): &(String, String)| {
        let own: Vec<&String> = english.iter().filter(|(other, _)| other == label).map(|(_, target)| target).collect();
        let is_of_other = english.iter().any(|(other, to)| other != label && to == target);
        let letters = label.chars().filter(|c| c.is_alphabetic()).count();
        let is_kept = own.iter().any(|own| wording.iter().any(|(_, to)| to == *own));
        letters > 2 && !own.is_empty() && !own.contains(&target) && is_of_other && is_kept
    };
    let Some((label, target)) = wording.iter().find(|link| is_another(link)) else {
        return swapped_names(english, &wording);
    };
    let (_, own) = english.iter().find(|(other, _)| other == label)?;
    let message = format!("the link `{label}` leads to `{target}`, and in the English to `{own}`");
    Some(Finding::new(Kind::LinkTarget, target, message, format!("write `[{label}]({own})`")))
}

/// The same by a name within the labels: `the FAQ` is `die FAQ`, and no other link has the name.
fn swapped_names(english: &[(String, String)], wording: &[(String, String)]) -> Option<Finding> {
    let (label, target, own) = wording.iter().find_map(|(label, target)| {
        let of_name = |name: &str, links: &[(String, String)]| -> Vec<usize> {
            (0..links.len()).filter(|at| names_in(&links[*at].0).any(|other| other == name)).collect()
        };
        names_in(label).find_map(|name| {
            let ([at], [_]) = (&of_name(name, english)[..], &of_name(name, wording)[..]) else { return None };
            let own = &english[*at].1;
            let is_of_other = english.iter().filter(|(_, to)| to == target).count() == 1;
            let is_kept = wording.iter().any(|(other, to)| other != label && to == own);
            (own != target && is_of_other && is_kept).then_some((label, target, own))
        })
    })?;
    let message = format!("the link `{label}` leads to `{target}`, and in the English to `{own}`");
    Some(Finding::new(Kind::LinkTarget, target, message, format!("write `[{label}]({own})`")))
}

/// Words of a label that are names in every language: abbreviations, and words with a figure.
fn names_in(label: &str) -> impl Iterator<Item = &str> {
    let words = label.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 1);
    words.filter(|word| {
        let figures = word.bytes().filter(u8::is_ascii_digit).count();
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
        capitals == word.len() || figures > 0 && figures < word.len() || capitals > 1
    })
}

/// Whether a text has a piece of code as one of its words: `async` of “async and await”.
fn names(text: &str, code: &str) -> bool {
    let code = code.trim_matches('`').trim().to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    !code.is_empty() && words.any(|word| word.to_lowercase().starts_with(&code))
}

/// Leaves what one text has and the other has not.
fn take_equal(lost: &mut Vec<Mark>, new: &mut Vec<Mark>, language: &Language) {
    new.retain(|mark| {
        let found = lost.iter().position(|other| other == mark || is_localized(other, mark, language));
        found.map(|at| lost.remove(at)).is_none()
    });
    // Scripts without italics use bold in their place.
    if language.is_cjk() {
        new.retain(|mark| {
            let is_strong = *mark == Mark::Emphasis("**");
            let found = lost.iter().position(|other| is_strong && *other == Mark::Emphasis("*"));
            found.map(|at| lost.remove(at)).is_none()
        });
    }
}

/// The same page in the locale: `/en-us/x` and `/fr-fr/x`, or `/x`.
fn is_localized(english: &Mark, other: &Mark, language: &Language) -> bool {
    match (english, other) {
        (Mark::Link(english), Mark::Link(other)) | (Mark::Image(english), Mark::Image(other)) => {
            language.is_same_page(english, other)
        }
        // `{% link en/x.md %}` and `{% link fr/x.md %}`.
        (Mark::Construct(english), Mark::Construct(other)) => language.is_same_but_for_locale(english, other),
        _ => false,
    }
}

/// Pairs what is lost with what is new of the same sort: that is one change, not two.
fn changed(lost: &mut Vec<Mark>, new: &mut Vec<Mark>, findings: &mut Vec<Finding>) {
    new.retain(|mark| {
        let kind = match mark {
            Mark::Link(_) | Mark::Image(_) | Mark::Reference(_) => Kind::LinkTarget,
            Mark::Code(_) => Kind::Code,
            Mark::Construct(_) => Kind::Construct,
            _ => return true,
        };
        let same_sort = |other: &Mark| match (other, mark) {
            (Mark::Link(_) | Mark::Reference(_), Mark::Link(_) | Mark::Reference(_)) => true,
            _ => std::mem::discriminant(other) == std::mem::discriminant(mark),
        };
        let Some(at) = lost.iter().position(same_sort) else { return true };
        let was = lost.remove(at);
        let (english, wording) = (was.shown(), mark.shown());
        let message = format!("`{wording}` is `{english}` in the English");
        let finding = Finding::new(kind, &wording, message, format!("write `{english}`"));
        findings.push(Finding { targets: was.target().zip(mark.target()), ..finding });
        false
    });
}

fn difference(mark: &Mark, is_lost: bool) -> Finding {
    let shown = mark.shown();
    let kind = match mark {
        Mark::Code(_) => Kind::Code,
        Mark::Construct(_) => Kind::Construct,
        _ => Kind::Markup,
    };
    let is_emphasis = match mark {
        Mark::Emphasis(_) => true,
        Mark::Tag(tag) => is_emphasis_tag(tag),
        _ => false,
    };
    let finding = match is_lost {
        true => Finding::new(
            kind,
            &shown,
            format!("{} of the English is missing", mark.described()),
            format!("write it around the words, or where they are: {shown}"),
        ),
        false => Finding::new(
            kind,
            &shown,
            format!("the English does not have {}", mark.described()),
            format!("remove it: {shown}"),
        ),
    };
    if is_emphasis { finding.mild() } else { finding }
}

/// Marks of emphasis that readers see as such: they stand where CommonMark does not read them.
fn literal_emphasis(pair: &Pair<'_>, lost: &mut Vec<Mark>, findings: &mut Vec<Finding>) {
    let wording = literal_marks(pair.source);
    if wording.is_empty() {
        return;
    }
    let english = literal_marks(pair.english.source);
    let underscores_matter = lost.iter().any(|mark| matches!(mark, Mark::Emphasis("*" | "**")));
    let count = |marks: &[String], c: char| marks.iter().filter(|mark| mark.starts_with(c)).count();
    let stars = count(&wording, '*') > count(&english, '*');
    let underscores = underscores_matter && count(&wording, '_') > count(&english, '_');
    if !stars && !underscores {
        return;
    }
    lost.retain(|mark| !matches!(mark, Mark::Emphasis(_)));
    let c = if stars { '*' } else { '_' };
    let words = wording.iter().find(|mark| mark.starts_with(c)).cloned().unwrap_or_default();
    let fix = match pair.context.language.is_cjk() {
        true => {
            "put the marks directly around letters, with punctuation outside, or a blank outside the marks".to_owned()
        }
        false if c == '_' => "inside a word write `*` in place of `_`".to_owned(),
        false => format!("put `{words}` directly before and behind the words, without blanks"),
    };
    let message = format!("readers see `{words}`: Markdown does not read it as emphasis there");
    findings.push(Finding::new(Kind::LiteralEmphasis, &words, message, fix).mild());
}

/// Runs of `*` and `_` that stay in the text when Markdown is read, other than escaped ones and blanks around.
fn literal_marks(text: &str) -> Vec<String> {
    if !text.contains(['*', '_']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut inside_code = 0_usize;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            Event::Start(pulldown_cmark::Tag::CodeBlock(_)) => inside_code += 1,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => inside_code -= 1,
            Event::Text(_) if inside_code == 0 => push_runs(text, range, &mut found),
            _ => {}
        }
    }
    found
}

fn push_runs(text: &str, range: std::ops::Range<usize>, found: &mut Vec<String>) {
    let slice = &text[range.clone()];
    let mut at = 0;
    while let Some(start) = slice[at..].find(['*', '_']).map(|found| at + found) {
        let c = slice.as_bytes()[start];
        let run = slice[start..].bytes().take_while(|b| *b == c).count();
        at = start + run;
        let before = text[..range.start + start].chars().next_back();
        let after = text[range.start + at..].chars().next();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        // `5 * 3`, a note's `*`, `snake_case`: no emphasis was meant.
        let stands_apart = blank(before) && blank(after);
        let is_inside = c == b'_' && word(before) && word(after);
        let is_meant = !stands_apart && !is_inside;
        if before != Some('\\') && is_meant {
            found.push(slice[start..at].to_owned());
        }
    }
}

/// The markup of a text.
pub(super) fn marks(text: &str, Cut { parts, constructs, .. }: &Cut, known: &Constructs) -> Vec<Mark> {
    // `{' '}` of MDX is a blank, which the words around it need or not.
    let is_blank = |slice: &str| matches!(slice, "{' '}" | "{\" \"}");
    let shown = constructs.iter().map(|range| &text[range.clone()]).filter(|slice| !is_blank(slice));
    let mut marks: Vec<Mark> = shown.map(|slice| Mark::Construct(known.normal(slice))).collect();
    for part in parts {
        let range = part.range();
        if constructs.iter().any(|construct| construct.start < range.end && range.start < construct.end) {
            continue;
        }
        let slice = &text[range.clone()];
        match part {
            Part::Text(_) => {}
            Part::Keep(..) => marks.extend(kept(slice)),
            Part::Open(..) if matches!(slice, "[" | "![") => {}
            Part::Open(..) => marks.extend(opened(slice)),
            Part::Close(close, pair) if slice.starts_with(']') => {
                let open = parts.iter().find(|part| matches!(part, Part::Open(_, other) if other == pair));
                let Some(open) = open.map(Part::range) else { continue };
                marks.push(link(&text[open.clone()], &text[open.end..close.start], slice));
            }
            // Both ends, so that it does not matter whether a pair nests.
            Part::Close(..) => marks.extend(slice.starts_with('<').then(|| Mark::Tag(normal_tag(slice)))),
        }
    }
    marks
}

fn opened(slice: &str) -> Option<Mark> {
    match slice {
        "*" | "_" => Some(Mark::Emphasis("*")),
        "**" | "__" => Some(Mark::Emphasis("**")),
        "~" | "~~" => Some(Mark::Emphasis("~~")),
        tag => Some(Mark::Tag(normal_tag(tag))),
    }
}

fn link(open: &str, text: &str, close: &str) -> Mark {
    if let Some(inner) = close.strip_prefix("](").and_then(|inner| inner.strip_suffix(')')) {
        let destination = destination(inner);
        return if open == "![" { Mark::Image(destination) } else { Mark::Link(destination) };
    }
    // With a blank between the brackets, too: `[text] [label]`.
    let label = close.strip_prefix(']').and_then(|rest| rest.trim_start().strip_prefix('['));
    let label = label.and_then(|label| label.strip_suffix(']')).filter(|label| !label.is_empty());
    Mark::Reference(normal_label(label.unwrap_or(text)))
}

/// The destination without its title and brackets.
fn destination(inner: &str) -> String {
    let inner = inner.trim();
    if let Some(end) = inner.strip_prefix('<').and_then(|rest| rest.find('>')) {
        return inner[1..=end].to_owned();
    }
    inner.split_whitespace().next().unwrap_or_default().to_owned()
}

/// A part that is copied; names and values are looked at elsewhere.
fn kept(slice: &str) -> Option<Mark> {
    let trimmed = slice.trim_matches([' ', '\t']);
    match slice.chars().next()? {
        '`' => Some(Mark::Code(slice.trim_matches('`').trim().to_owned())),
        // What begins like a tag and is none, because nothing closes it.
        '<' if tag_len(slice).is_none() => Some(Mark::Broken(slice.to_owned())),
        '<' if slice.starts_with("<!--") => None,
        '<' if is_break(slice) => Some(Mark::Break),
        // Names of keys and placeholders are worded as readers of the locale know them.
        '<' if slice.contains("</") && !slice.starts_with("</") => Some(match shell(slice) {
            Some(shell) => Mark::Tag(shell),
            None => Mark::Code(slice.to_owned()),
        }),
        '<' if !slice[1..].starts_with('/') && slice.contains([':', '@']) && !slice.contains(' ') => None,
        '<' => Some(Mark::Tag(normal_tag(slice))),
        '[' if slice.starts_with("[^") => Some(Mark::Footnote(slice.to_owned())),
        ']' => Some(Mark::Broken(slice.to_owned())),
        '\\' if slice.ends_with('\n') => Some(Mark::Break),
        _ if slice.contains('\n') && trimmed.matches('\n').count() > 1 => Some(Mark::Paragraph),
        ' ' if slice.ends_with('\n') => Some(Mark::Break),
        _ => None,
    }
}

fn is_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

/// Attributes whose values are words for readers.
const WORDED: [&str; 5] = ["alt", "title", "aria-label", "placeholder", "summary"];

/// A tag without the words that it holds, its quotes and its case.
fn normal_tag(tag: &str) -> String {
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    let (name, mut rest) = inner.split_at(inner.find(char::is_whitespace).unwrap_or(inner.len()));
    let mut attributes = Vec::new();
    while let Some((key, value, after)) = attribute(rest.trim_start()) {
        if !WORDED.iter().any(|worded| worded.eq_ignore_ascii_case(key)) {
            attributes.push(format!(" {}={value}", key.to_ascii_lowercase()));
        }
        rest = after;
    }
    attributes.sort();
    format!("<{}{}>", name.to_ascii_lowercase(), attributes.concat())
}

/// The first attribute: name, value, what comes behind.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    if text.is_empty() {
        return None;
    }
    let end = text.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(text.len());
    let (key, rest) = text.split_at(end.max(1).min(text.len()));
    let Some(value) = rest.strip_prefix('=') else { return Some((key, "", rest)) };
    match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => {
            let close = value[1..].find(quote).map_or(value.len(), |at| at + 1);
            Some((key, &value[1..close], value.get(close + 1..).unwrap_or_default()))
        }
        None => {
            let close = value.find(char::is_whitespace).unwrap_or(value.len());
            Some((key, &value[..close], &value[close..]))
        }
    }
}

impl Mark {
    /// Where a link or an image leads.
    fn target(&self) -> Option<String> {
        match self {
            Self::Link(target) | Self::Image(target) => Some(target.clone()),
            _ => None,
        }
    }

    fn shown(&self) -> String {
        match self {
            Self::Emphasis(mark) => (*mark).to_owned(),
            Self::Code(code) => format!("`{code}`"),
            Self::Link(target) => format!("]({target})"),
            Self::Image(target) => format!("![]({target})"),
            Self::Reference(label) => format!("][{label}]"),
            Self::Tag(text) | Self::Footnote(text) | Self::Construct(text) | Self::Broken(text) => text.clone(),
            Self::Break => "<br>".to_owned(),
            Self::Paragraph => "an empty line".to_owned(),
        }
    }

    fn described(&self) -> String {
        let shown = self.shown();
        match self {
            Self::Emphasis(mark) if *mark == "**" => "the bold text (`**`)".to_owned(),
            Self::Emphasis(_) => format!("the emphasis `{shown}`"),
            Self::Code(_) => format!("the code {shown}"),
            Self::Link(target) => format!("the link to `{target}`"),
            Self::Image(target) => format!("the image `{target}`"),
            Self::Reference(label) => format!("the link by the label `{label}`"),
            Self::Tag(tag) if is_emphasis_tag(tag) => format!("the emphasis `{shown}`"),
            Self::Tag(_) => format!("the tag `{shown}`"),
            Self::Footnote(_) => format!("the footnote `{shown}`"),
            Self::Break => "the line break".to_owned(),
            Self::Paragraph => "the empty line between paragraphs".to_owned(),
            Self::Construct(_) => format!("the construct `{shown}`"),
            Self::Broken(_) => format!("the broken markup `{shown}`"),
        }
    }
}
