//! What the skeleton between two units holds of evidence.

use std::ops::Range;

use super::evidence::evidence;
use super::item::{Item, Mark, Shape};
use super::token::{Class, Token};
use crate::document::Document;

/// Tags that lay text out and are on every page.
const LAYOUT: [&str; 16] =
    ["td", "tr", "th", "p", "br", "div", "span", "table", "tbody", "thead", "ul", "li", "ol", "b", "strong", "a"];

/// Adds the marks in a range of the source.
pub fn between(document: &Document<'_>, range: Range<usize>, items: &mut Vec<Item>) {
    let body = document.front_matter.as_ref().map_or(0, |block| block.body);
    let range = range.start.max(body)..range.end;
    if range.start >= range.end {
        return;
    }
    let mut lines = document.source[range].lines().peekable();
    while let Some(line) = lines.next() {
        let text = line.trim_start_matches([' ', '\t', '>', '|']).trim_end();
        if let Some(fence) = fence(text) {
            let mut tokens = Vec::new();
            for line in lines.by_ref().map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end()) {
                if line.starts_with(fence) {
                    break;
                }
                tokens.extend(code_line(line));
            }
            items.push(Item::mark(Mark::Code, tokens));
        } else if text.starts_with("<!--") {
            // What is written for people who write: no page has to keep it.
            let mut rest = text;
            while !rest.contains("-->") {
                let Some(next) = lines.next() else { return };
                rest = next;
            }
        } else if let Some(mark) = mark(line, text) {
            push(items, mark, tokens(mark, text));
        }
    }
}

/// The marks that open a block of code, if a line does.
fn fence(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let len = text.len() - text.trim_start_matches(mark).len();
    (len >= 3).then(|| &text[..len])
}

fn code_line(line: &str) -> Option<Token> {
    let is_telling = line.chars().filter(|c| c.is_alphanumeric()).count() >= 3;
    is_telling.then(|| Token::new(Class::Line, line.trim()))
}

fn mark(line: &str, text: &str) -> Option<Mark> {
    match text.as_bytes().first()? {
        b':' if text.starts_with(":::") && text.len() > 3 => Some(Mark::Directive),
        b'[' if text.starts_with("[!") => Some(Mark::Directive),
        b'{' if text.starts_with("{{") || text.starts_with("{%") => Some(Mark::Template),
        b'!' if text.starts_with("![") => Some(Mark::Image),
        b'<' => Some(Mark::Html),
        b'-' | b'*' | b'_' | b':' => {
            if is_table_line(line) {
                let columns = line.split('|').filter(|cell| cell.contains('-')).count();
                return Some(Mark::Table(u16::try_from(columns).unwrap_or(u16::MAX)));
            }
            let mut signs = text.chars().filter(|c| *c != ' ');
            let first = signs.next()?;
            (first != ':' && text.len() >= 3 && signs.all(|c| c == first)).then_some(Mark::Rule)
        }
        _ if line.starts_with("    ") && text.len() > 3 => Some(Mark::Code),
        _ => None,
    }
}

/// Whether a text holds the line below a table's header.
pub fn has_table_line(text: &str) -> bool {
    text.lines().any(is_table_line)
}

fn is_table_line(line: &str) -> bool {
    let is_line = |c: char| matches!(c, '|' | '-' | ':' | ' ' | '\t' | '>');
    line.contains('|') && line.contains('-') && line.chars().all(is_line)
}

fn tokens(mark: Mark, text: &str) -> Vec<Token> {
    match mark {
        Mark::Code => code_line(text).into_iter().collect(),
        Mark::Rule | Mark::Table(_) => Vec::new(),
        Mark::Html => {
            let layout = LAYOUT.map(|name| Token::new(Class::Tag, name));
            evidence(text).tokens.into_iter().filter(|token| !layout.contains(token)).collect()
        }
        Mark::Directive if text.starts_with(":::") => {
            let name = text.trim_start_matches([':', ' ']).split([' ', '[', '{']).next().unwrap_or("");
            let mut tokens = evidence(text.trim_matches(':')).tokens;
            tokens.retain(|token| token.class != Class::Word);
            tokens.push(Token::new(Class::Directive, name));
            tokens
        }
        Mark::Directive | Mark::Template | Mark::Image => evidence(text).tokens,
    }
}

/// Adds a mark, or more tokens to one that goes on. HTML that only lays text out is none.
fn push(items: &mut Vec<Item>, mark: Mark, tokens: Vec<Token>) {
    if mark == Mark::Html && tokens.is_empty() {
        return;
    }
    let goes_on = matches!(mark, Mark::Html | Mark::Code);
    match items.last_mut().filter(|last| goes_on && last.unit.is_none() && last.shape == Shape::Mark(mark)) {
        Some(last) => last.tokens.extend(tokens),
        None => items.push(Item::mark(mark, tokens)),
    }
}
