//! What is copied as it stands: addresses and identifiers.

use std::ops::Range;

use super::{Cut, Finding, Kind, Pair};
use crate::catalog::notation::{self, Part};
use crate::text::constructs::Constructs;
use crate::text::copied::identifiers;
use crate::text::values::{Piece, ValueKind, pieces};

/// Compares addresses, and looks for the identifiers of the English.
pub(super) fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let english = &pair.english.copied;
    let wording = values(pair.source, &pair.cut, pair.context.constructs);
    let language = pair.context.language;
    for (kind, value) in english {
        let is_there = match kind {
            Kind::Address => wording.iter().any(|(_, other)| other == value || language.is_same_page(value, other)),
            _ => false,
        };
        if is_there || holds(pair.source, value) || is_a_version_of(value, pair.source) {
            continue;
        }
        let what = if *kind == Kind::Address { "the address" } else { "the identifier" };
        let message = format!("{what} `{value}` of the English is not in the translation");
        findings.push(Finding::new(*kind, value, message, format!("write `{value}` as the English does")));
    }
    findings.extend(figures(pair));
    let is_new = |value: &str| {
        !english.iter().any(|(_, other)| other == value || language.is_same_page(other, value))
            && !holds(pair.english.source, value)
    };
    let lost = findings.iter().any(|finding| finding.kind == Kind::Address);
    for (_, value) in wording.iter().filter(|(kind, value)| *kind == Kind::Address && is_new(value) && !lost) {
        let message = format!("the English does not have the address `{value}`");
        findings.push(Finding::new(Kind::Address, value, message, "write the address of the English, or none"));
    }
}

/// `F5` that became `F6`: a letter and a figure, of which the letter stayed.
fn figures(pair: &Pair<'_>) -> Option<Finding> {
    let (english, wording) = (short_names(pair.english.source), short_names(pair.source));
    let is_changed = |name: &&&str| !english.contains(name) && !pair.english.source.contains(**name);
    let lost = english.iter().find(|name| {
        !pair.source.contains(**name) && wording.iter().filter(is_changed).any(|other| other[..1] == name[..1])
    })?;
    let new = wording.iter().filter(is_changed).find(|other| other[..1] == lost[..1])?;
    let message = format!("`{new}` is `{lost}` in the English");
    Some(Finding::new(Kind::Identifier, new, message, format!("write `{lost}` as the English does")))
}

/// Words of a capital and one or two figures.
fn short_names(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let is_name = |word: &&str| {
        let bytes = word.as_bytes();
        (2..4).contains(&bytes.len()) && bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit)
    };
    words.filter(is_name).collect()
}

/// At the start of a sentence `iGlobe` may be `IGlobe`.
fn holds(text: &str, value: &str) -> bool {
    text.contains(value) || text.to_lowercase().contains(&value.to_lowercase())
}

/// `v2.1` may become `version 2.1`.
fn is_a_version_of(value: &str, text: &str) -> bool {
    let digits = value.trim_start_matches(['v', 'V']);
    digits.len() < value.len() && digits.starts_with(|c: char| c.is_ascii_digit()) && text.contains(digits)
}

/// Addresses and identifiers outside code, links and tags, each once.
pub(super) fn values(text: &str, cut: &Cut, constructs: &Constructs) -> Vec<(Kind, String)> {
    if !may_hold_any(text) {
        return Vec::new();
    }
    if !notation::has_placeables(text) {
        return values_in(text, &cut.pieces, &cut.constructs);
    }
    let text: String = notation::parts(text)
        .map(|part| match part {
            Part::Text(text) => text,
            Part::Placeable(_) => " ",
        })
        .collect();
    values_in(&text, &pieces(&text), &constructs.find(&text))
}

fn values_in(text: &str, pieces: &[Piece], constructs: &[Range<usize>]) -> Vec<(Kind, String)> {
    let mut found: Vec<(Kind, String)> = Vec::new();
    let mut push = |kind: Kind, value: &str| {
        if !found.iter().any(|(_, other)| other == value) {
            found.push((kind, value.to_owned()));
        }
    };
    for piece in pieces {
        match piece {
            Piece::Value(_, range) | Piece::Prose(range)
                if constructs.iter().any(|other| other.start < range.end && range.start < other.end) => {}
            Piece::Value(ValueKind::Url | ValueKind::Email, range) => {
                push(Kind::Address, text[range.clone()].trim_end_matches(['.', ',', ';', ':']));
            }
            piece => {
                for value in identifiers(text, piece).into_iter().map(|range| &text[range]) {
                    let is_address = matches!(piece, Piece::Value(..)) && is_domain(value);
                    push(if is_address { Kind::Address } else { Kind::Identifier }, value);
                }
            }
        }
    }
    found
}

/// Whether a text has what all of them have: a digit or mark that words do not have, or a capital inside a word.
fn may_hold_any(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_inside = |at: usize| bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'_');
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'0'..=b'9' | b'_' | b'@' | b'\\' => true,
        b'.' => is_inside(at),
        b':' => matches!(bytes.get(at + 1), Some(b':' | b'/')) || bytes[..at].ends_with(b"mailto"),
        b'A'..=b'Z' => at > 0 && bytes[at - 1].is_ascii_lowercase(),
        _ => false,
    })
}

fn is_domain(value: &str) -> bool {
    const TOP: [&str; 12] =
        ["com", "org", "net", "io", "example", "dev", "gov", "edu", "eu", "info", "invalid", "test"];
    let host = value.split('/').next().unwrap_or(value);
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() > 1 && labels.last().is_some_and(|last| TOP.contains(&last.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translate::inline::Known;

    #[test]
    fn what_is_copied_is_told_from_words() {
        let all = |text: &str| {
            values(text, &Cut::new(text, Known::default()), Constructs::docfx())
                .into_iter()
                .map(|(kind, value)| format!("{} {value}", kind.name()))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            all("Set maxRetryCount in app.config, see contoso.com or www.x.org/a. Write to a@b.com, e.g. in user_id."),
            [
                "identifier maxRetryCount",
                "identifier app.config",
                "address contoso.com",
                "address www.x.org/a",
                "address a@b.com",
                "identifier user_id"
            ]
        );
        assert_eq!(
            all("A 3rd-party or 24x7 service, the APIs of the IDs, `user_id`, [x](a_b.md)"),
            Vec::<String>::new()
        );
    }
}
