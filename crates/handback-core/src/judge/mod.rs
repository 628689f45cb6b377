//! Problems of a translation, whoever made it: one judge for machines, the review, editors, imports and checks.
//!
//! [`judge`] compares a wording with its English. It looks at
//! 1. markup: links, code, emphasis, HTML, constructs of site generators ([`markup`], [`crate::text::constructs`]);
//! 2. what is copied: placeables, numbers and dates, addresses, identifiers, names ([`placeables`], [`numbers`],
//!    [`copied`]);
//! 3. the language: English that was left, another language, words that stand twice, what is denied ([`words`], [`language`],
//!    [`negation`]);
//! 4. the writing: spaces, marks at the end, brackets, quotes, typography of the locale ([`spacing`], [`marks`],
//!    [`typography`]);
//! 5. what a house demands: glossary, names, lengths, patterns ([`house`]).
//!
//! [`fix`] repairs what is safe to repair, [`fix_variants`] in a wording with selectors. A wording with selectors is judged variant by variant ([`variants`]), and its
//! plural categories by the locale ([`plural`]). Every finding has a stable code ([`Kind`]), the words that it is about, and what to do.

mod copied;
mod english;
pub mod fix;
pub mod fix_variants;
pub mod house;
mod kind;
mod language;
mod languages;
pub mod machine;
mod marks;
pub mod markup;
mod mojibake;
mod names;
mod negation;
mod numbers;
mod placeables;
mod plural;
mod scan;
mod spacing;
mod typography;
pub mod variants;
mod visible;
mod words;

pub use english::English;
pub use house::{House, Lengths, Rule};
pub use kind::Kind;
pub use language::is_proven_by_script;
pub use languages::Language;
pub use plural::is_key_of_numbers;

use std::ops::Range;

use crate::catalog::escape::Pattern;
use crate::text::constructs::Constructs;
use crate::text::terms::Term;
use crate::text::values::{self, Piece};
use crate::translate::glossary::Glossary;
use crate::translate::inline::{self, Known, Part};
use visible::Visible;

/// A problem of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// The words that it is about, as they are in the wording, or in the English if the wording lacks them.
    pub words: String,
    /// The problem, in a sentence without its full stop.
    pub message: String,
    /// What to do about it.
    pub fix: String,
    /// The text would break the page or say something else: the review refuses it.
    pub breaks: bool,
    /// Of a link or image with another target: that of the English, and that of the wording. Whoever knows the pages may find
    /// that both lead to the same place.
    pub targets: Option<(String, String)>,
}

impl Finding {
    fn new(kind: Kind, words: &str, message: impl Into<String>, fix: impl Into<String>) -> Self {
        let shown = |text: &str| crate::catalog::notation::shown(text).into_owned();
        let (message, fix) = (shown(&message.into()), shown(&fix.into()));
        Self { kind, words: shown(words), message, fix, breaks: kind.is_refused(), targets: None }
    }

    /// Worth a look, no more.
    fn mild(self) -> Self {
        Self { breaks: false, ..self }
    }
}

/// What a wording is judged by, besides its text.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// How the locale writes.
    pub language: &'a Language,
    /// The wording is in no language, as those are that a pseudo-translation made: nothing is asked that is about one.
    pub is_pseudo: bool,
    /// Labels of link reference definitions of the document, as [`crate::text::terms::normal_label`] has them.
    pub labels: &'a [String],
    /// Constructs of the site that texts may hold.
    pub constructs: &'a Constructs,
    /// Names that are in the English.
    pub names: &'a [Term],
    pub glossary: Option<&'a Glossary>,
    /// What the configuration demands.
    pub house: &'a House,
    /// `heading`, `cell`, `paragraph` …, for limits of length.
    pub unit: &'a str,
    /// Variables that documents have; a selector may look at any.
    pub variables: &'a [&'a str],
}

impl<'a> Context<'a> {
    /// A context in which nothing is known but the locale and what the configuration demands.
    pub fn new(language: &'a Language, house: &'a House) -> Self {
        Self {
            language,
            is_pseudo: false,
            labels: &[],
            constructs: Constructs::docfx(),
            names: &[],
            glossary: None,
            house,
            unit: "",
            variables: &[],
        }
    }

    /// What helps to cut texts.
    fn known(&self) -> Known<'a> {
        Known { terms: &[], labels: self.labels, constructs: Some(self.constructs) }
    }
}

/// Judges a wording of any form.
pub fn judge(english: &English<'_>, wording: &Pattern, context: &Context<'_>) -> Vec<Finding> {
    let source = match wording {
        Pattern::Text(text) => return judge_text(english, text, context),
        Pattern::Complex(source) => source,
    };
    let Some(parsed) = variants::Variants::of(source) else { return Vec::new() };
    let mut findings = plural::check(&parsed, context.language);
    findings.extend(placeables::check_all(english.source, &parsed, context));
    for variant in &parsed.texts {
        // What a reference stands for is not known here: the rest of the text is not the whole text.
        if parsed.is_open {
            continue;
        }
        for mut finding in judge_text(english, &variant.text, context) {
            if matches!(finding.kind, Kind::MissingVariable | Kind::UnknownPlaceable) {
                continue;
            }
            // The variant for none says that there is none.
            if finding.kind == Kind::Negation && !variant.condition.is_empty() {
                continue;
            }
            if !variant.condition.is_empty() {
                finding.message = format!("{} (variant {})", finding.message, variant.condition);
            }
            if !findings.iter().any(|other| other.kind == finding.kind && other.words == finding.words) {
                findings.push(finding);
            }
        }
    }
    findings
}

/// Judges a wording without selectors, which holds placeables as [`crate::catalog::notation`] has them.
pub fn judge_text(english: &English<'_>, wording: &str, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if wording.trim().is_empty() {
        if !english.source.trim().is_empty() {
            findings.push(Finding::new(Kind::Empty, "", "the translation is empty", "translate the text"));
        }
        return findings;
    }
    let cut = Cut::new(wording, context.known());
    let wording_visible = Visible::new(wording, &cut.parts, &cut.constructs);
    let pair = Pair { english, wording: wording_visible, source: wording, cut, context: *context };
    scan::check(&pair, &mut findings);
    markup::check(&pair, &mut findings);
    placeables::check(&pair, &mut findings);
    copied::check(&pair, &mut findings);
    house::check(&pair, &mut findings);
    // All of the rest is about the language.
    if context.is_pseudo {
        findings.retain(|finding| !finding.kind.is_about_language());
        return findings;
    }
    let is_english = words::check(&pair, &mut findings);
    if is_english {
        return findings;
    }
    numbers::check(&pair, &mut findings);
    let is_of_its_language = !language::check(&pair, &mut findings);
    if is_of_its_language {
        negation::check(&pair, &mut findings);
        words::check_doubled(&pair, &mut findings);
        spacing::check(&pair, &mut findings);
        marks::check(&pair, &mut findings);
        typography::check(&pair, &mut findings);
    }
    findings
}

/// The parts of a text, and the constructs of site generators in it.
struct Cut {
    parts: Vec<Part>,
    /// Prose and values.
    pieces: Vec<Piece>,
    constructs: Vec<Range<usize>>,
}

impl Cut {
    fn new(text: &str, known: Known<'_>) -> Self {
        let pieces = values::pieces(text);
        let parts = inline::parts_with(text, known, &pieces);
        Self { parts, pieces, constructs: known.constructs().find(text) }
    }
}

/// An English text and its translation, cut once for all that look at them.
struct Pair<'a> {
    english: &'a English<'a>,
    wording: Visible,
    source: &'a str,
    cut: Cut,
    context: Context<'a>,
}
