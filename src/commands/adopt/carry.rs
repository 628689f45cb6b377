//! From aligned units to candidates for today's messages.

use std::borrow::Cow;

use handback_core::align::{Alignment, Pair};
use handback_core::catalog::reference::Values;
use handback_core::catalog::state::TranslationType;
use handback_core::catalog::{Id, notation};
use handback_core::document::{Document, Unit, UnitKind};
use handback_core::drift::pairing::{self, Side};
use handback_core::render::Subject;
use handback_core::render::format::variant_key;
use handback_core::render::options::Anchors;
use handback_core::render::values::LocalValues;
use handback_core::text::date::Date;
use handback_core::text::fingerprint::fingerprint;
use handback_core::text::flavor::Flavor;
use handback_core::variables::bind::Bindings;
use handback_core::variables::forms::{self, Spelling, is_written};
use handback_core::variables::inline::fit;
use handback_core::variables::lift;
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::decide::{Candidate, Form, Place};
use super::english::Comments;
use super::page::PageMetadata;
use crate::settings::config::Config;

/// For every unit of an older English, the unit of today that it became.
pub fn carry(old: &Document<'_>, today: &Document<'_>) -> Vec<Option<usize>> {
    let (old_texts, new_texts): (Vec<&str>, Vec<&str>) = (
        old.units.iter().map(|unit| unit.text.as_ref()).collect(),
        today.units.iter().map(|unit| unit.text.as_ref()).collect(),
    );
    let mut carried = vec![None; old_texts.len()];
    let mut taken = vec![false; new_texts.len()];
    for op in
        capture_diff_slices(Algorithm::Patience, &old_texts, &new_texts).iter().filter(|op| op.tag() == DiffTag::Equal)
    {
        for (before, after) in op.old_range().zip(op.new_range()) {
            carried[before] = Some(after);
            taken[after] = true;
        }
    }
    // The same text in another place.
    for before in 0..old_texts.len() {
        if carried[before].is_none()
            && let Some(after) =
                (0..new_texts.len()).find(|after| !taken[*after] && new_texts[*after] == old_texts[before])
        {
            carried[before] = Some(after);
            taken[after] = true;
        }
    }
    let kinds = |document: &Document<'_>| -> Vec<String> { document.units.iter().map(Unit::kind_and_column).collect() };
    let (old_kinds, new_kinds) = (kinds(old), kinds(today));
    let mut old_sides: Vec<Side<'_>> =
        old_texts.iter().zip(&old_kinds).map(|(text, kind)| Side::new(Some(text), kind, text)).collect();
    let mut new_sides: Vec<Side<'_>> = (0..new_texts.len())
        .map(|index| Side::new(taken[index].then_some(new_texts[index]), &new_kinds[index], new_texts[index]))
        .collect();
    Side::place(&mut old_sides);
    Side::place(&mut new_sides);
    for pair in pairing::pair(&old_sides, &new_sides) {
        carried[pair.old] = carried[pair.old].or(Some(pair.new));
    }
    carried
}

/// A page beside the English that it was made from.
#[derive(Clone, Copy)]
pub struct Aligned<'a> {
    pub english: &'a Document<'a>,
    pub page: &'a Document<'a>,
    pub alignment: &'a Alignment,
    /// For every unit of the English, the unit of today that it became; `None` if the English is today's.
    pub carried: Option<&'a [Option<usize>]>,
    /// The English that the page keeps in comments.
    pub comments: Option<&'a Comments>,
}

/// The variables of the English that a page was made from.
pub struct PageValues<'a> {
    bindings: Bindings,
    /// How they are written in that English.
    spellings: Vec<Spelling>,
    locale: &'a str,
    /// Rendering puts the ids of the English behind headings.
    adds_ids: bool,
}

impl<'a> PageValues<'a> {
    pub fn of(english: &Document<'_>, config: &Config, locale: &'a str) -> Self {
        let bindings = Bindings::of(english, &config.variables);
        let spellings = forms::spellings(&bindings, &config.source_locale);
        Self { bindings, spellings, locale, adds_ids: config.anchors == Anchors::Ids }
    }

    /// A translation with the values lifted as in the form that its English has today.
    fn form(&self, form: &str, made_from: &str, translation: &str) -> Form {
        let spelled = |expression: &str| {
            let spelling = self.spellings.iter().find(|spelling| spelling.expression == expression);
            spelling.map(|spelling| spelling.text.clone())
        };
        let inline = fit::fit(form, made_from, spelled);
        let lift = |inline: &Values| lift::lift(translation, form, &self.bindings, inline, self.locale);
        Form { english: form.to_owned(), lifted: inline.as_ref().and_then(lift), inline }
    }

    /// What is in a page for a text that needs no translator.
    fn untranslated<'t>(&self, form: Option<&str>, plain: &'t str) -> Cow<'t, str> {
        let written = form.filter(|form| is_written(form));
        let values = LocalValues::new(self.locale, Some(&self.bindings));
        let written = written.and_then(|form| notation::fill(form, |expression| values.evaluate(expression)).ok());
        written.map_or(Cow::Borrowed(plain), Cow::Owned)
    }
}

/// The translations of a page, each with today's message and place.
pub fn candidates(
    subject: Subject<'_>,
    aligned: Aligned<'_>,
    metadata: &PageMetadata,
    is_proven: bool,
    values: &PageValues<'_>,
    today: Date,
) -> Vec<Candidate> {
    let Aligned { english, page, alignment, carried, comments } = aligned;
    let occurrences = occurrences(subject.ids);
    let mut candidates = Vec::with_capacity(alignment.pairs.len());
    // What needs no translator is overridden, wherever it is in the page, if it is anywhere.
    let mut overridden: FxHashSet<&Id> = FxHashSet::default();
    let mut untranslatable: FxHashSet<&Id> = FxHashSet::default();
    for Pair { english: ours, page: theirs, .. } in &alignment.pairs {
        let Some(index) = carried.map_or(Some(*ours), |carried| carried[*ours]) else { continue };
        let (unit, translation) = (&subject.document.units[index], &page.units[*theirs]);
        let Some(id) = &subject.ids[index] else { continue };
        // What the generator says in the English of the site is nobody's translation.
        if translation.is_implied() {
            continue;
        }
        let made_from = &english.units[*ours];
        let said = comments.and_then(|comments| comments.wording(*theirs, &made_from.text));
        let worded = said.unwrap_or(&made_from.text);
        let form = subject.lifted.form(index);
        if !unit.translatable && translation.text != values.untranslated(form, &unit.text) {
            overridden.insert(id);
        }
        if !unit.translatable {
            untranslatable.insert(id);
        }
        let text = with_padding(page, translation, english, made_from) + own_id(page, translation, english, made_from);
        let text = if values.adds_ids { without_id_of_english(subject.document, unit, text) } else { text };
        candidates.push(Candidate {
            document: subject.name.clone(),
            id: id.clone(),
            form: form.filter(|_| unit.translatable).map(|form| values.form(form, worded, &text)),
            text,
            source: worded.to_owned(),
            today: fingerprint(&unit.text),
            // Pages of which nothing is said were written by people.
            kind: metadata.kind.unwrap_or(TranslationType::Human),
            said: metadata.kind.is_some(),
            date: metadata.date.unwrap_or(today),
            proven: is_proven || said.is_some(),
            place: Place {
                kind: unit.kind.name(),
                section: variant_key(subject.document.section(unit)),
                row: variant_key(&subject.document.row_slug(unit)),
                occurrence: occurrences[index],
            },
        });
    }
    candidates.retain(|candidate| !untranslatable.contains(&candidate.id) || overridden.contains(&candidate.id));
    candidates
}

/// For every unit, which one of its message's it is in the document, from 1; 0 where there is no message.
fn occurrences(ids: &[Option<Id>]) -> Vec<u32> {
    let mut counts: FxHashMap<&Id, u32> = FxHashMap::default();
    let mut next = |id| {
        let count: &mut u32 = counts.entry(id).or_default();
        *count += 1;
        *count
    };
    ids.iter().map(|id| id.as_ref().map_or(0, &mut next)).collect()
}

/// The text of a cell with the blanks that the page has more of than the English: they lie in no other
/// unit, and so the page keeps its bytes.
fn with_padding(page: &Document<'_>, translation: &Unit<'_>, english: &Document<'_>, made_from: &Unit<'_>) -> String {
    let text = with_marker(page, translation, made_from);
    // The spelling of the page has what is between cells; with DocFX it has none.
    let is_docfx = page.constructs.flavor == Flavor::Docfx;
    if !is_docfx || translation.kind != UnitKind::Cell || made_from.kind != UnitKind::Cell {
        return text;
    }
    let behind = |document: &Document<'_>, unit: &Unit<'_>| blanks(document.source[unit.span.end..].bytes());
    let before = |document: &Document<'_>, unit: &Unit<'_>| blanks(document.source[..unit.span.start].bytes().rev());
    let more = |theirs: usize, ours: usize| " ".repeat(theirs.saturating_sub(ours));
    let lead = more(before(page, translation), before(english, made_from));
    let trail = more(behind(page, translation), behind(english, made_from));
    format!("{lead}{text}{trail}")
}

/// A heading without the id that rendering puts behind it.
fn without_id_of_english(document: &Document<'_>, unit: &Unit<'_>, text: String) -> String {
    let number = document.headings.partition_point(|heading| heading.anchor_at <= unit.span.start);
    let Some(heading) = number.checked_sub(1).map(|number| &document.headings[number]) else { return text };
    let is_added = unit.kind == UnitKind::Heading && !text.starts_with(&*unit.text);
    let plain = text.strip_suffix('}').and_then(|text| text.strip_suffix(heading.slug.as_str())?.strip_suffix("{#"));
    plain.filter(|_| is_added).map_or(text.clone(), |plain| plain.trim_end().to_owned())
}

/// The id that the page gives a heading whose English has none, with the blanks before it.
pub fn own_id<'t>(
    page: &Document<'t>,
    translation: &Unit<'_>,
    english: &Document<'_>,
    made_from: &Unit<'_>,
) -> &'t str {
    let behind = |source: &'t str, at: usize| source[at..].lines().next().unwrap_or("").trim_end();
    // `{#id}`, `{/* #id */}`.
    let marks = [("{#", "}"), ("{/*", "*/}")];
    let has_id =
        |rest: &str| marks.iter().any(|(open, close)| rest.trim_start().starts_with(open) && rest.ends_with(close));
    let is_site = page.constructs.flavor != Flavor::Docfx;
    let is_heading = translation.kind == UnitKind::Heading && made_from.kind == UnitKind::Heading;
    let theirs = behind(page.source, translation.span.end);
    let ours = english.source[made_from.span.end..].lines().next().unwrap_or("").trim();
    if is_site && is_heading && has_id(theirs) && ours.is_empty() { theirs } else { "" }
}

fn blanks(bytes: impl Iterator<Item = u8>) -> usize {
    bytes.take_while(|byte| *byte == b' ').count()
}

/// Where the English has `1)There` as text and the page a list item, the marker is part of the text.
fn with_marker(page: &Document<'_>, translation: &Unit<'_>, english: &Unit<'_>) -> String {
    let is_docfx = page.constructs.flavor == Flavor::Docfx;
    if !is_docfx || translation.kind != UnitKind::ListItem || english.kind == UnitKind::ListItem {
        return translation.text.to_string();
    }
    let line_start = page.source[..translation.span.start].rfind('\n').map_or(0, |at| at + 1);
    let marker = page.source[line_start..translation.span.start].trim_start_matches([' ', '\t', '>']);
    format!("{marker}{}", translation.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use handback_core::document::{ParseOptions, Syntax};

    #[test]
    fn messages_are_counted_within_a_document() {
        let ids = ["a", "", "b", "a", "a"].map(|id| (!id.is_empty()).then(|| Id::from(id)));
        assert_eq!(occurrences(&ids), [1, 0, 1, 2, 3]);
    }

    #[test]
    fn units_of_an_older_english_are_found_in_the_one_of_today() {
        let parsed = |text| Document::parse(text, Syntax::Markdown, &ParseOptions::default());
        let old = parsed("# One\n\nThe first sentence stays.\n\nThe second goes away.\n\nThe third one stays, too.\n");
        let today = parsed("# One\n\nThe first sentence stays.\n\nThe third one stays, too.\n");
        assert_eq!(carry(&old, &today), [Some(0), Some(1), None, Some(2)]);
        assert_eq!(carry(&today, &today), [Some(0), Some(1), Some(2)]);
    }
}
