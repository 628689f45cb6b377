//! Lines that a project declares, in pages of DocFX, whose own lines [`directive`](super::super::directive) knows.

use std::borrow::Cow;
use std::ops::Range;

use super::layout::text_of;
use super::lines::{Fence, indent, lines, prefix_len};
use super::{Escape, Words};
use crate::text::constructs::rule::{Meaning, Rule};

/// A body in which declared lines are blank, the words in them, and what does not end.
#[derive(Debug)]
pub struct Declared<'b> {
    pub masked: Cow<'b, str>,
    pub words: Vec<Words>,
    pub warnings: Vec<(usize, String)>,
}

/// What the rules of a project hide of a body, of which a masked copy is known already.
pub fn declared<'b>(body: &str, masked: Cow<'b, str>, rules: &[Rule]) -> Declared<'b> {
    let mut found = Declared { masked, words: Vec::new(), warnings: Vec::new() };
    if rules.iter().all(|rule| rule.meaning == Meaning::Value) {
        return found;
    }
    let mut hidden: Vec<Range<usize>> = Vec::new();
    let mut fence: Option<Fence> = None;
    // What is open, with where it begins.
    let mut block: Option<(usize, &Rule)> = None;
    let mut containers: Vec<(usize, &Rule)> = Vec::new();
    let ends = |rule: &Rule, text: &str| rule.until.as_ref().is_some_and(|until| until.is_match(text));
    for line in lines(body) {
        let text = &body[line.clone()];
        if let Some((_, rule)) = block {
            block = block.filter(|_| !ends(rule, text));
            hidden.push(line);
            continue;
        }
        if containers.last().is_some_and(|(_, rule)| ends(rule, text)) {
            containers.pop();
            fence = None;
            hidden.push(line);
            continue;
        }
        let content = &text[prefix_len(text)..];
        if let Some(open) = fence {
            fence = Some(open).filter(|open| !open.is_closed_by(content, indent(text)));
            continue;
        }
        let Some(rule) = rules.iter().find(|rule| rule.meaning != Meaning::Value && rule.pattern.is_match(text)) else {
            fence = Fence::open(content, indent(text));
            continue;
        };
        found.words.extend(words(rule, &line, text));
        match rule.meaning {
            Meaning::Block => block = Some((line.start, rule)),
            Meaning::Container => containers.push((line.start, rule)),
            Meaning::Line | Meaning::Value => {}
        }
        hidden.push(line);
    }
    let open = block.into_iter().chain(containers);
    found.warnings.extend(open.map(|(start, rule)| (start, unended(rule.meaning).to_owned())));
    if !hidden.is_empty() {
        let mut bytes = found.masked.into_owned().into_bytes();
        hidden.into_iter().for_each(|line| bytes[line].fill(b' '));
        found.masked = Cow::Owned(text_of(bytes));
    }
    found
}

/// Words in a declared line.
pub(super) fn words(rule: &Rule, line: &Range<usize>, text: &str) -> Vec<Words> {
    let word = |range: Range<usize>| Words {
        range: line.start + range.start..line.start + range.end,
        escape: Escape::Nothing,
        label: "words".into(),
    };
    rule.words(text).into_iter().map(word).collect()
}

/// What is said of a declared block or container that nothing ends.
pub(super) fn unended(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Container => {
            "a container that `constructs` declares begins here and does not end: what is below is read as if it did"
        }
        _ => "a block that `constructs` declares begins here and does not end: everything below is left alone",
    }
}
