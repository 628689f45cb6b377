//! Which inline values are written out, and which are lifted.
//!
//! Texts with one mask say the same. A value that is the same in all of them is written out; where they differ it is
//! lifted, unless the variables of the documents explain the difference. What the reference has lifted stays so:
//! one text more or less does not change what others have.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};
use schemars::JsonSchema;
use serde::Deserialize;

use super::fit;
use super::mask::{Masked, is_lifted, mask, unmask};
use super::spans::Kind;
use crate::catalog::notation;
use crate::catalog::reference::{Reference, Values};
use crate::variables::forms::{Spelling, occurrences};

/// Which inline values become values of their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lift {
    /// Those in which texts differ that are equal otherwise.
    #[default]
    Differing,
    /// All of them.
    Always,
    /// None; what the reference has lifted is written out again.
    Never,
}

/// How a value is written in a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    Literal,
    /// With variables of the document in it: `https://contoso.com/{ $store }`.
    Written(String),
    Lifted,
}

/// How far the texts with one mask agree on one value.
struct Agreement<'t> {
    plain: Option<&'t str>,
    written: Option<String>,
}

/// How the values are written, for all texts with one mask.
pub struct Agreements<'t> {
    lift: Lift,
    by_mask: FxHashMap<&'t str, Vec<Agreement<'t>>>,
    before: FxHashMap<String, Vec<Hold>>,
    /// Messages that documents outside this run use, by their mask: they are what they are.
    kept: FxHashMap<String, Vec<&'t str>>,
}

/// A text of which the values of the document are lifted, and its inline values are hidden.
#[derive(Clone, Copy)]
pub struct Hidden<'t> {
    /// The mask, with variables of the document in it.
    pub mask: &'t str,
    pub masked: &'t Masked<'t>,
    pub text: &'t str,
    pub spellings: &'t [Spelling],
}

impl<'t> Agreements<'t> {
    /// Knows what the reference has. `is_declared` knows the variables of documents.
    pub fn new(lift: Lift, reference: &Reference, is_declared: &dyn Fn(&str) -> bool) -> Self {
        let mut before: FxHashMap<String, Vec<Hold>> = FxHashMap::default();
        let lifted = reference.messages.values().map(|message| message.text.as_str());
        for masked in lifted.filter(|text| lift != Lift::Never && notation::has_placeables(text)).filter_map(mask) {
            let hold = |(kind, value): &(Kind, &str)| match notation::has_placeables(value) {
                true if is_lifted(kind, value, is_declared) => Hold::Lifted,
                true => Hold::Written((*value).to_owned()),
                false => Hold::Literal,
            };
            let holds: Vec<Hold> = masked.values.iter().map(hold).collect();
            match before.get_mut(&masked.mask) {
                Some(known) => known.iter_mut().zip(holds).for_each(|(known, hold)| {
                    if hold > *known {
                        *known = hold;
                    }
                }),
                None => drop(before.insert(masked.mask, holds)),
            }
        }
        Self { lift, by_mask: FxHashMap::default(), before, kept: FxHashMap::default() }
    }

    /// Notes a message of a document outside this run.
    pub fn keep(&mut self, text: &'t str) {
        if let Some(masked) = mask(text) {
            let known = self.kept.entry(masked.mask).or_default();
            if !known.contains(&text) {
                known.push(text);
            }
        }
    }

    /// Notes a text.
    pub fn add(&mut self, hidden: Hidden<'t>) {
        let written = |value: &str| written(value, hidden.spellings);
        let values = hidden.masked.values.iter().map(|(_, value)| *value);
        match self.by_mask.get_mut(hidden.mask) {
            None => {
                let agreement = |value: &'t str| Agreement { plain: Some(value), written: written(value) };
                self.by_mask.insert(hidden.mask, values.map(agreement).collect());
            }
            Some(known) => {
                for (known, value) in known.iter_mut().zip(values) {
                    if known.plain != Some(value) {
                        known.plain = None;
                    }
                    if known.written.is_some() && known.written != written(value) {
                        known.written = None;
                    }
                }
            }
        }
    }

    /// The form of a text, and its inline values by placeable.
    pub fn form(&self, hidden: Hidden<'_>, is_declared: &dyn Fn(&str) -> bool) -> (String, Values) {
        let spelled = |expression: &str| {
            let spelling = hidden.spellings.iter().find(|spelling| spelling.expression == expression);
            spelling.map(|spelling| spelling.text.clone())
        };
        for form in self.kept.get(hidden.mask).into_iter().flatten() {
            if let Some(values) = fit::fit(form, hidden.text, spelled) {
                return ((*form).to_owned(), values);
            }
        }
        let before = self.before.get(hidden.mask);
        let known = self.by_mask.get(hidden.mask);
        let mut names = FxHashSet::default();
        let mut lifted = Values::new();
        let mut written: Vec<Cow<'_, str>> = Vec::with_capacity(hidden.masked.values.len());
        for (at, (kind, value)) in hidden.masked.values.iter().enumerate() {
            let before = before.and_then(|holds| holds.get(at)).unwrap_or(&Hold::Literal);
            let hold = known.and_then(|known| known.get(at)).map_or(Hold::Literal, |known| self.hold(known, before));
            written.push(match hold {
                Hold::Literal => Cow::Borrowed(*value),
                Hold::Written(form) => Cow::Owned(form),
                Hold::Lifted => {
                    let expression = notation::expression(&free_name(kind, &mut names, is_declared), None, &[]);
                    let mut placeable = String::new();
                    notation::push_placeable(&mut placeable, &expression);
                    lifted.insert(expression, (*value).to_owned());
                    Cow::Owned(placeable)
                }
            });
        }
        (unmask(hidden.mask, written.iter().map(|value| &**value)), lifted)
    }

    fn hold(&self, agreement: &Agreement<'_>, before: &Hold) -> Hold {
        match (&agreement.written, agreement.plain) {
            _ if self.lift == Lift::Always => Hold::Lifted,
            _ if *before == Hold::Lifted => Hold::Lifted,
            (Some(form), _) if matches!(before, Hold::Written(known) if known == form) => before.clone(),
            (_, Some(_)) => Hold::Literal,
            (Some(form), None) => Hold::Written(form.clone()),
            (None, None) if self.lift == Lift::Never => Hold::Literal,
            (None, None) => Hold::Lifted,
        }
    }
}

/// A text with all of its inline values lifted.
pub fn lift_all(mask: &str, masked: &Masked<'_>) -> String {
    let mut names = FxHashSet::default();
    let mut placeable = |kind: &Kind| {
        let mut placeable = String::new();
        notation::push_placeable(&mut placeable, &format!("${}", free_name(kind, &mut names, &|_| false)));
        placeable
    };
    let written: Vec<String> = masked.values.iter().map(|(kind, _)| placeable(kind)).collect();
    unmask(mask, written.iter().map(String::as_str))
}

/// A value with the variables of the document lifted that may stand in link targets; `None` if it has none of them.
fn written(value: &str, spellings: &[Spelling]) -> Option<String> {
    let mut places = occurrences(value, spellings);
    places.retain(|place| place.spelling.anywhere);
    if places.is_empty() {
        return None;
    }
    let mut form = String::with_capacity(value.len());
    let mut copied = 0;
    for place in places.iter().filter(|place| is_widest(place, &places)) {
        if place.range.start < copied {
            continue;
        }
        form.push_str(&value[copied..place.range.start]);
        notation::push_placeable(&mut form, &place.spelling.expression);
        copied = place.range.end;
    }
    form.push_str(&value[copied..]);
    Some(form)
}

/// Whether no wider value covers a place: `Contoso` of `Contoso-CRM`.
fn is_widest(place: &crate::variables::forms::Occurrence<'_>, all: &[crate::variables::forms::Occurrence<'_>]) -> bool {
    let covers = |other: &crate::variables::forms::Occurrence<'_>| {
        other.range.start <= place.range.start
            && place.range.end <= other.range.end
            && other.range.len() > place.range.len()
    };
    !all.iter().any(covers)
}

/// A name that no other value of the text has, and no variable of documents: `link`, `link-2`.
fn free_name(kind: &Kind, taken: &mut FxHashSet<String>, is_declared: &dyn Fn(&str) -> bool) -> String {
    let numbered = (2u32..).map(|number| format!("{}-{number}", kind.name()));
    let mut names = std::iter::once(kind.name().to_owned()).chain(numbered);
    names.find(|name| !is_declared(name) && taken.insert(name.clone())).expect("one of endlessly many names is free")
}
