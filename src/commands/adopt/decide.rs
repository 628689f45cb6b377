//! Aligned pages become messages, overrides and state.
//!
//! One English text with several translations over the documents: the most frequent becomes the message,
//! the others overrides of their document. Translated in two ways within one page, it becomes a selector
//! on where it stands. So every page keeps its bytes. What a person wrote in the resources stays.

use std::collections::BTreeMap;

use handback_core::catalog::escape::{self, Pattern};
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::reference::{self, Reference};
use handback_core::catalog::selector;
use handback_core::catalog::state::{Rare, State, TranslationType};
use handback_core::catalog::{DocumentName, FileKey, Id, notation};
use handback_core::text::date::Date;
use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use rustc_hash::{FxHashMap, FxHashSet};

/// A translation that is in a page.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub document: DocumentName,
    pub id: Id,
    /// The translation.
    pub text: String,
    /// Where the message has values of its documents lifted out: what became of this translation.
    pub form: Option<Form>,
    /// The English of the page's version that it was made from.
    pub source: String,
    /// Fingerprint of the English that stands there today.
    pub today: Fingerprint,
    pub kind: TranslationType,
    /// The page, or who adopts it, says who made it; else it is presumed.
    pub said: bool,
    pub date: Date,
    /// False if the page's English could not be found.
    pub proven: bool,
    pub place: Place,
}

/// A translation of a text that has values lifted out of it.
#[derive(Debug, Clone)]
pub struct Form {
    /// The English with its values lifted.
    pub english: String,
    /// The translation with its values lifted; `None` if it does not follow the English.
    pub lifted: Option<String>,
    /// The inline values with which the form is its English; `None` if that is another text.
    pub inline: Option<reference::Values>,
}

/// Where a unit stands: the values of the context variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub kind: &'static str,
    pub section: String,
    pub row: String,
    /// Counted from 1 within the document.
    pub occurrence: u32,
}

/// Which of several translations becomes the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prefer {
    #[default]
    Frequent,
    Newest,
}

/// What was decided about one text with more than one translation.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Group {
    pub id: Id,
    pub source: String,
    /// Translations with the number of documents that have them; the first became the message.
    pub translations: Vec<(String, usize)>,
}

/// What adoption did to a locale.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Adopted {
    /// Messages whose translation is now that of the pages.
    pub messages: usize,
    /// Overrides of shared messages in documents.
    pub overrides: usize,
    /// Texts with a selector, because one page translates them in several ways.
    pub selectors: usize,
    /// Blocks that pages have beyond their English.
    pub additions: usize,
    /// Blocks of code that pages have in another form than their English.
    pub blocks: usize,
    /// Translations of an English that changed since.
    pub stale: usize,
    /// Human work in the resources that differs from the pages and was left alone.
    pub kept_human: Vec<Id>,
    /// Texts with several translations.
    pub groups: Vec<Group>,
}

/// How adoption goes about it.
#[derive(Debug, Clone, Copy, Default)]
pub struct AdoptOptions {
    pub prefer: Prefer,
    /// Overwrite human work in the resources.
    pub force: bool,
    /// Who made the pages that do not say it; `None`: people.
    pub kind: Option<TranslationType>,
}

/// What is on record of the wording with a fingerprint, for a message and the English with a fingerprint.
pub type OnRecord<'a> = &'a dyn Fn(&Id, &str, &str) -> Option<State>;

/// Puts the candidates into a locale.
pub fn adopt(
    catalog: &mut LocaleCatalog,
    reference: &Reference,
    candidates: Vec<Candidate>,
    options: AdoptOptions,
    on_record: OnRecord<'_>,
) -> Adopted {
    let mut by_id: BTreeMap<Id, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        by_id.entry(candidate.id.clone()).or_default().push(candidate);
    }
    let mut adopted = Adopted::default();
    for (id, candidates) in by_id {
        let values = Values::of(&id, candidates, on_record);
        adopt_message(catalog, reference, &id, values, options, &mut adopted);
    }
    adopted
}

/// The value of one document for one message.
#[derive(Debug, Clone)]
struct Value {
    document: DocumentName,
    /// Fluent source behind `id =`, and the pattern that it is read as.
    content: String,
    pattern: Pattern,
    state: State,
    selector: bool,
    /// The page, or who adopts it, says who made it.
    said: bool,
    /// With the document's values in it, where the message has them lifted: right for no other document.
    own: bool,
    /// The inline values at its place, if it has one place.
    inline: reference::Values,
}

/// What the documents have for one message.
struct Values {
    /// The English that they were made from.
    source: String,
    any_current: bool,
    list: Vec<Value>,
}

impl Values {
    fn of(id: &Id, candidates: Vec<Candidate>, on_record: OnRecord<'_>) -> Self {
        let candidates = in_their_forms(candidates);
        let is_current = |candidate: &Candidate| fingerprint(&candidate.source) == candidate.today;
        // A translation of today's English anywhere is worth more than one of an earlier English.
        let any_current = candidates.iter().any(is_current);
        let pool: Vec<Candidate> =
            candidates.into_iter().filter(|candidate| !any_current || is_current(candidate)).collect();
        let source = pool.first().map(|candidate| candidate.source.clone()).unwrap_or_default();
        let mut by_document: BTreeMap<DocumentName, Vec<&Candidate>> = BTreeMap::new();
        for candidate in &pool {
            by_document.entry(candidate.document.clone()).or_default().push(candidate);
        }
        let mut list: Vec<Value> = by_document.into_values().map(|candidates| value_of(id, &candidates)).collect();
        list.iter_mut().for_each(|value| value.recall(id, on_record));
        Self { source, any_current, list }
    }
}

impl Value {
    /// What handback itself put on a page keeps what is known of it, unless the page says that a person made it.
    fn recall(&mut self, id: &Id, on_record: OnRecord<'_>) {
        if self.said && self.state.kind == TranslationType::Human {
            return;
        }
        let Some(known) = on_record(id, &self.state.target, &self.state.source) else { return };
        // What another page says of the same wording says nothing of one that speaks for itself.
        if self.said && known.origin == "import" {
            return;
        }
        // The page itself shows whether its English was found.
        if self.state.note.is_none() && known.note.is_some() {
            self.state.note.clone_from(&known.note);
        }
        let state = &mut self.state;
        (state.kind, state.origin, state.reviewer, state.date) = (known.kind, known.origin, known.reviewer, known.date);
    }
}

fn adopt_message(
    catalog: &mut LocaleCatalog,
    reference: &Reference,
    id: &Id,
    values: Values,
    options: AdoptOptions,
    adopted: &mut Adopted,
) {
    let Values { source, any_current, list: values } = values;
    let home = reference.messages.get(id).map(|message| message.home.clone());
    let ranked = rank(&values, options.prefer);
    let for_all = |value: &Value| !value.own || home != Some(FileKey::Shared);
    let best = ranked.iter().map(|(value, _)| *value).find(|value| for_all(value));
    // Documents outside this run use the shared translation that stands there: their pages stay.
    let kept = relied_on(catalog, reference, id, &values);
    let winner = kept.as_ref().or(best);
    if ranked.len() > 1 {
        let translations = ranked.iter().map(|(value, count)| (value.pattern.shown(), *count)).collect();
        let source = notation::shown(&source).into_owned();
        adopted.groups.push(Group { id: id.clone(), source, translations });
    }
    adopted.selectors += values.iter().filter(|value| value.selector).count();
    adopted.stale += usize::from(!any_current);
    // A text that is not translatable has no home: every document that changed it overrides it.
    if let (Some(home), Some(best), None) = (&home, best, &kept) {
        adopted.messages += usize::from(put(catalog, home, id, best, options, adopted));
    } else if let Some(kept) = &kept {
        adopted.messages += 1;
        confirm(catalog, id, kept, &values);
        let by_hand = kept.state.kind.is_kept_from_machines() && kept.state.origin != "import";
        if by_hand && !options.force && values.iter().any(|value| value.pattern != kept.pattern) {
            adopted.kept_human.push(id.clone());
            return;
        }
    }
    for value in &values {
        let own = FileKey::Document(value.document.clone());
        if home.as_ref() == Some(&own) {
            continue;
        }
        if home.is_some() && winner.is_some_and(|winner| value.pattern.is_said_by(&winner.pattern, &value.inline)) {
            drop_import(catalog, &own, id);
        } else {
            adopted.overrides += usize::from(put(catalog, &own, id, value, options, adopted));
        }
    }
}

/// The shared translation, if a document that is not being adopted relies on it.
fn relied_on(catalog: &LocaleCatalog, reference: &Reference, id: &Id, values: &[Value]) -> Option<Value> {
    if reference.messages.get(id)?.home != FileKey::Shared {
        return None;
    }
    let shared = catalog.files.get(&FileKey::Shared)?;
    let (pattern, state) = (shared.pattern(id)?, shared.state.messages.get(id)?);
    if state.obsolete || state.source != reference.messages[id].fingerprint() {
        return None;
    }
    let outside = reference.documents.iter().any(|(name, structure)| {
        let own = catalog.files.get(&FileKey::Document(name.clone())).and_then(|file| file.pattern(id));
        own.is_none()
            && values.iter().all(|value| value.document != *name)
            && structure.units.iter().any(|unit| unit.id == *id)
    });
    outside.then(|| Value {
        document: DocumentName::default(),
        content: String::new(),
        pattern: pattern.clone(),
        state: state.clone(),
        selector: false,
        said: true,
        own: false,
        inline: reference::Values::new(),
    })
}

/// Every document's translations with their values lifted, if all of them follow the English; else as they
/// are in the page, made from the English with its values in it. Where the English of one document's places differs in
/// inline values, and only some follow, each of them is in the form that it has.
fn in_their_forms(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut follows: FxHashMap<DocumentName, bool> = FxHashMap::default();
    let mut sources: FxHashMap<DocumentName, FxHashSet<String>> = FxHashMap::default();
    for candidate in &candidates {
        let lifted = candidate.form.as_ref().is_none_or(|form| form.lifted.is_some());
        *follows.entry(candidate.document.clone()).or_insert(true) &= lifted;
        sources.entry(candidate.document.clone()).or_default().insert(candidate.source.clone());
    }
    for candidate in &mut candidates {
        let (follows, differ) = (follows[&candidate.document], sources[&candidate.document].len() > 1);
        let is_form = |form: &&mut Form| follows || (differ && form.inline.is_some());
        let Some(form) = candidate.form.as_mut().filter(is_form) else { continue };
        candidate.today = fingerprint(&form.english);
        candidate.source.clone_from(&form.english);
        if let Some(lifted) = form.lifted.take() {
            candidate.text = lifted;
            candidate.form = None;
        }
    }
    candidates
}

/// A shared translation that a page has too may be approved or proven by it.
fn confirm(catalog: &mut LocaleCatalog, id: &Id, kept: &Value, values: &[Value]) {
    let file = catalog.file_mut(&FileKey::Shared);
    for value in values.iter().filter(|value| value.pattern == kept.pattern) {
        if let Some(state) = file.state.messages.get_mut(id) {
            improve(state, value);
        }
    }
}

/// Takes over what a page knows better of a translation that stands there already.
fn improve(state: &mut State, value: &Value) {
    let found = &value.state;
    let of_pages = state.origin == "import" || state.kind == TranslationType::Unproven;
    if !of_pages || state.source != found.source {
        return;
    }
    // What is only presumed proves nothing.
    if found.kind == TranslationType::Human && value.said {
        (state.kind, state.origin) = (TranslationType::Human, "import".into());
    }
    state.source_unproven &= found.source_unproven;
}

/// Values by how many documents have them (or how new they are), the best first.
fn rank(values: &[Value], prefer: Prefer) -> Vec<(&Value, usize)> {
    let mut ranked: Vec<(&Value, usize)> = Vec::new();
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    for value in values {
        match index.get(value.pattern.as_str()) {
            Some(at) => {
                let (best, count) = &mut ranked[*at];
                *count += 1;
                // A person's approval of the same text counts for all who have it; else the newest.
                let rank = |value: &Value| (value.state.kind == TranslationType::Human, value.state.date);
                if rank(value) > rank(best) {
                    *best = value;
                }
            }
            None => {
                index.insert(value.pattern.as_str(), ranked.len());
                ranked.push((value, 1));
            }
        }
    }
    // A selector says where things are in one page: a last resort for a message that many share.
    ranked.sort_by(|(a, a_count), (b, b_count)| {
        let order = match prefer {
            Prefer::Frequent => b_count.cmp(a_count).then_with(|| b.state.date.cmp(&a.state.date)),
            Prefer::Newest => b.state.date.cmp(&a.state.date).then_with(|| b_count.cmp(a_count)),
        };
        a.selector.cmp(&b.selector).then(order).then_with(|| a.pattern.as_str().cmp(b.pattern.as_str()))
    });
    ranked
}

/// Sets a message, unless a person's work stands there. True if it holds the value afterwards.
fn put(
    catalog: &mut LocaleCatalog,
    key: &FileKey,
    id: &Id,
    value: &Value,
    options: AdoptOptions,
    adopted: &mut Adopted,
) -> bool {
    let file = catalog.file_mut(key);
    let there = file.pattern(id);
    let state = file.state.messages.get(id);
    let written_by_hand = state.is_some_and(|state| state.kind.is_kept_from_machines() && state.origin != "import");
    if there == Some(&value.pattern) && state.is_some_and(|state| state.source == value.state.source) {
        if let Some(state) = file.state.messages.get_mut(id) {
            improve(state, value);
        }
        return true;
    }
    if (there.is_some() && written_by_hand && !options.force) || file.resource.is_unreadable(id) {
        adopted.kept_human.push(id.clone());
        return false;
    }
    let mut new = value.state.clone();
    if let (Some(pattern), Some(old)) = (there, state) {
        new.keep_replaced(old, pattern.as_str());
    }
    file.set_value(id, value.pattern.clone(), value.content.clone(), new);
    true
}

/// An override that an earlier adoption made and that the message now says itself.
fn drop_import(catalog: &mut LocaleCatalog, key: &FileKey, id: &Id) {
    if let Some(file) = catalog.files.get_mut(key)
        && file.state.messages.get(id).is_some_and(|state| state.origin == "import")
    {
        file.take(id);
    }
}

/// What one document has for a message: a text, or a selector over its places.
fn value_of(id: &Id, candidates: &[&Candidate]) -> Value {
    let first = candidates[0];
    let uniform = candidates.iter().all(|candidate| candidate.text == first.text);
    let content = if uniform { escape::encode(&first.text) } else { select(candidates) };
    let human = candidates.iter().all(|candidate| candidate.kind == TranslationType::Human);
    let pattern = selector::read_back(id, &content).unwrap_or_else(|| Pattern::Text(first.text.clone()));
    let stale = fingerprint(&first.source) != first.today;
    let kind = if human { TranslationType::Human } else { TranslationType::Machine };
    let (source, target) = (fingerprint(&first.source), pattern.fingerprint());
    let state = State { source_unproven: !first.proven, ..State::new(kind, "import", &source, &target, first.date) };
    let state = state.with(Rare { previous: stale.then(|| first.source.clone()), ..Rare::default() });
    let own = candidates.iter().any(|candidate| candidate.form.is_some());
    let inline = first.form.as_ref().filter(|_| candidates.len() == 1).and_then(|form| form.inline.clone());
    let inline = inline.unwrap_or_default();
    let said = candidates.iter().all(|candidate| candidate.said);
    Value { document: first.document.clone(), content, pattern, state, selector: !uniform, said, own, inline }
}

/// A context variable of a place.
type PlaceKey = fn(&Place) -> String;

/// A selector on the first context variable that tells the translations apart.
fn select(candidates: &[&Candidate]) -> String {
    let by: [(&str, PlaceKey); 4] = [
        ("row", |place| place.row.clone()),
        ("section", |place| place.section.clone()),
        ("kind", |place| place.kind.to_owned()),
        ("occurrence", |place| place.occurrence.to_string()),
    ];
    for (name, key) in by {
        if let Some(content) = selector_on(name, candidates, key) {
            return content;
        }
    }
    // Every place has an occurrence of its own, so the last variable tells any two apart.
    escape::encode(&candidates[0].text)
}

fn selector_on(name: &str, candidates: &[&Candidate], key: PlaceKey) -> Option<String> {
    let mut variants: BTreeMap<String, &str> = BTreeMap::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for candidate in candidates {
        let text = *variants.entry(key(&candidate.place)).or_insert(&candidate.text);
        if text != candidate.text {
            return None;
        }
        *counts.entry(&candidate.text).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    let default = candidates.iter().map(|candidate| candidate.text.as_str()).find(|text| counts[text] == most)?;
    let variants = || variants.iter().filter(|(_, text)| **text != default);
    let all_keys = variants().all(|(key, _)| is_variant_key(key, name));
    all_keys.then(|| selector::write(name, variants().map(|(key, text)| (key.clone(), *text)), default))
}

fn is_variant_key(key: &str, variable: &str) -> bool {
    let mut chars = key.chars();
    let identifier = chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (identifier && key != "other") || (variable == "occurrence" && key.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use handback_core::catalog::reference::{Message, Structure, StructureUnit};

    fn candidate(document: &str, row: &str, occurrence: u32, text: &str) -> Candidate {
        Candidate {
            document: document.into(),
            id: "n-a".into(),
            text: text.into(),
            form: None,
            source: "N/A".into(),
            today: fingerprint("N/A"),
            kind: TranslationType::Machine,
            said: true,
            date: Date::constant(2022, 4, 15),
            proven: true,
            place: Place { kind: "cell", section: "s".into(), row: row.into(), occurrence },
        }
    }

    fn reference() -> Reference {
        let mut reference = Reference::default();
        reference.messages.insert("n-a".into(), Message::new("N/A", String::new(), FileKey::Shared).into());
        for name in ["a.md", "b.md", "c.md"] {
            let unit = StructureUnit::new("cell:1", "n-a");
            let structure = Structure { units: vec![unit], ..Structure::default() };
            reference.documents.insert(name.into(), structure.into());
        }
        reference
    }

    fn adopt(
        catalog: &mut LocaleCatalog,
        reference: &Reference,
        candidates: Vec<Candidate>,
        options: AdoptOptions,
    ) -> Adopted {
        super::adopt(catalog, reference, candidates, options, &|_, _, _| None)
    }

    fn text_in<'c>(catalog: &'c LocaleCatalog, key: &FileKey) -> Option<&'c str> {
        catalog.files.get(key).and_then(|file| file.pattern("n-a")).map(Pattern::as_str)
    }

    #[test]
    fn the_most_frequent_is_the_message_and_others_override() {
        let mut catalog = LocaleCatalog::new("fr-FR");
        let candidates =
            vec![candidate("a.md", "r", 1, "S/O"), candidate("b.md", "r", 1, "N/A"), candidate("c.md", "r", 1, "S/O")];
        let adopted = adopt(&mut catalog, &reference(), candidates.clone(), AdoptOptions::default());
        assert_eq!(text_in(&catalog, &FileKey::Shared), Some("S/O"));
        assert_eq!(text_in(&catalog, &FileKey::Document("b.md".into())), Some("N/A"));
        assert_eq!((adopted.overrides, adopted.groups.len()), (1, 1));
        assert_eq!(adopted.groups[0].translations, [("S/O".to_owned(), 2), ("N/A".to_owned(), 1)]);
        let again = adopt(&mut catalog, &reference(), candidates, AdoptOptions::default());
        assert_eq!(again.overrides, 1);
    }

    #[test]
    fn two_ways_in_one_page_are_a_selector() {
        let mut catalog = LocaleCatalog::new("fr-FR");
        let candidates = vec![
            candidate("a.md", "hipaa", 1, "S/O"),
            candidate("a.md", "date", 2, "N/A"),
            candidate("a.md", "gdpr", 3, "N/A"),
        ];
        adopt(&mut catalog, &reference(), candidates, AdoptOptions::default());
        let pattern = text_in(&catalog, &FileKey::Shared).unwrap();
        assert!(
            pattern.contains("$row") && pattern.contains("[hipaa] S/O") && pattern.contains("*[other] N/A"),
            "{pattern}"
        );
        let same_row = vec![candidate("a.md", "x", 1, "S/O"), candidate("a.md", "x", 2, "{ N/A")];
        let mut catalog = LocaleCatalog::new("fr-FR");
        adopt(&mut catalog, &reference(), same_row, AdoptOptions::default());
        let pattern = text_in(&catalog, &FileKey::Shared).unwrap();
        assert!(pattern.contains("$occurrence") && pattern.contains("[2]"), "{pattern}");
    }

    #[test]
    fn documents_outside_the_run_keep_their_translation() {
        let mut catalog = LocaleCatalog::new("fr-FR");
        let whole =
            vec![candidate("a.md", "r", 1, "S/O"), candidate("b.md", "r", 1, "S/O"), candidate("c.md", "r", 1, "N/A")];
        adopt(&mut catalog, &reference(), whole, AdoptOptions::default());
        adopt(
            &mut catalog,
            &reference(),
            vec![candidate("c.md", "r", 1, "N/A")],
            AdoptOptions { force: true, ..AdoptOptions::default() },
        );
        assert_eq!(text_in(&catalog, &FileKey::Shared), Some("S/O"));
        assert_eq!(text_in(&catalog, &FileKey::Document("c.md".into())), Some("N/A"));
    }

    #[test]
    fn human_work_stays() {
        let mut catalog = LocaleCatalog::new("fr-FR");
        let mut state = value_of(&"n-a".into(), &[&candidate("a.md", "r", 1, "x")]).state;
        state.kind = TranslationType::Human;
        state.origin = "human".into();
        catalog.file_mut(&FileKey::Shared).set_text(&"n-a".into(), "Sans objet", state);
        let candidates = vec![candidate("a.md", "r", 1, "S/O")];
        let adopted = adopt(&mut catalog, &reference(), candidates.clone(), AdoptOptions::default());
        assert_eq!(text_in(&catalog, &FileKey::Shared), Some("Sans objet"));
        assert_eq!(adopted.kept_human.len(), 1);
        assert_eq!(text_in(&catalog, &FileKey::Document("a.md".into())), None);
        // Other documents rely on the shared text: by force this one overrides it.
        adopt(&mut catalog, &reference(), candidates, AdoptOptions { force: true, ..AdoptOptions::default() });
        assert_eq!(text_in(&catalog, &FileKey::Shared), Some("Sans objet"));
        assert_eq!(text_in(&catalog, &FileKey::Document("a.md".into())), Some("S/O"));
    }

    #[test]
    fn what_is_on_record_outweighs_what_is_presumed() {
        let origin = std::cell::Cell::new("mt:x");
        let adopted_as = |kind, said, record: Option<TranslationType>| {
            let mut catalog = LocaleCatalog::new("fr-FR");
            let page = Candidate { kind, said, ..candidate("a.md", "r", 1, "S/O") };
            let on_record = |id: &Id, print: &str, _: &str| {
                assert_eq!((&**id, print), ("n-a", &*fingerprint("S/O")));
                Some(State::new(record?, origin.get(), "", print, Date::constant(2026, 1, 1)))
            };
            super::adopt(&mut catalog, &reference(), vec![page], AdoptOptions::default(), &on_record);
            let state = &catalog.files[&FileKey::Shared].state.messages["n-a"];
            (state.kind, state.origin.clone())
        };
        use TranslationType::{Human, Machine};
        assert_eq!(adopted_as(Human, false, None), (Human, "import".into()));
        assert_eq!(adopted_as(Human, false, Some(Machine)), (Machine, "mt:x".into()));
        assert_eq!(adopted_as(Human, true, Some(Machine)), (Human, "import".into()));
        assert_eq!(adopted_as(Machine, true, Some(Human)), (Human, "mt:x".into()));
        origin.set("import");
        assert_eq!(adopted_as(Machine, true, Some(Human)), (Machine, "import".into()), "another page's word");
    }

    #[test]
    fn a_wording_that_is_overwritten_by_force_is_kept_in_the_state() {
        let mut catalog = LocaleCatalog::new("fr-FR");
        let mut reference = reference();
        reference.documents.retain(|name, _| &**name == "a.md");
        let state =
            State::new(TranslationType::Human, "human", "x", &fingerprint("Sans objet"), Date::constant(2026, 1, 1));
        catalog.file_mut(&FileKey::Shared).set_text(&"n-a".into(), "Sans objet", state);
        let options = AdoptOptions { force: true, ..AdoptOptions::default() };
        adopt(&mut catalog, &reference, vec![candidate("a.md", "r", 1, "S/O")], options);
        let state = &catalog.files[&FileKey::Shared].state.messages["n-a"];
        assert_eq!(state.replaced.iter().map(|old| old.text.as_str()).collect::<Vec<_>>(), ["Sans objet"]);
    }
}
