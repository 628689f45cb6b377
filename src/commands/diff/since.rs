//! What the English says now that it did not say at a git revision.

use std::collections::BTreeMap;
use std::path::PathBuf;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::reference::{Reference, Structure};
use handback_core::catalog::update::Carrying;
use handback_core::catalog::{Id, notation};
use handback_core::document::{Document, Syntax, Unit};
use handback_core::drift::carry::Vocabulary;
use handback_core::drift::pairing::{self, Side};
use handback_core::text::date::Date;
use handback_core::text::words;
use handback_core::variables::bind::Bindings;
use handback_core::variables::forms::{self, Spelling};
use handback_core::variables::inline::agree::lift_all;
use handback_core::variables::inline::fit;
use handback_core::variables::inline::mask::mask;
use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::{Entry, Kind, LocaleSide, Occurrence, sort};
use crate::problem::FileError;
use crate::project::git::{self, Changed};
use crate::project::paths::slashed;
use crate::settings::config::Config;
use crate::settings::globs;
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::{PageView, Scope, Snapshot};

/// Documents as they were at a revision, by their path of today below the project.
pub struct Past {
    /// Path of today, or of then for what is gone; and the text, if the document was there.
    documents: Vec<(String, Option<String>)>,
}

impl Past {
    /// Reads the changed documents of a project as they were where this branch left `revision`.
    pub fn at(config: &Config, revision: &str) -> Result<Self, FileError> {
        let changed = git::changed_since(&config.root, revision).map_err(FileError::misuse)?;
        Self::of(config, &changed, revision)
    }

    /// The same for who knows what changed.
    pub fn of(config: &Config, changed: &Changed, revision: &str) -> Result<Self, FileError> {
        let root = &config.root;
        let renamed: FxHashMap<&PathBuf, &PathBuf> = changed.renamed.iter().map(|(new, old)| (new, old)).collect();
        let left: FxHashSet<&PathBuf> = changed.renamed.iter().map(|(_, old)| old).collect();
        let today: Vec<&PathBuf> =
            changed.files.iter().filter(|path| globs::reach(config, path) && !left.contains(path)).collect();
        let old: Vec<PathBuf> = today.iter().map(|path| (*renamed.get(path).unwrap_or(path)).clone()).collect();
        let bytes = git::files_at(root, &changed.base, &old)
            .ok_or_else(|| FileError::misuse(format!("git cannot read the files of `{revision}`")))?;
        let text = |bytes: Option<Vec<u8>>| bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        let documents = today.iter().zip(bytes).map(|(path, bytes)| (slashed(path), text(bytes))).collect();
        Ok(Self { documents })
    }

    /// The documents as they were, without those that the run does not look at today.
    fn parsed(&self, snapshot: &Snapshot<'_>) -> Vec<(&str, Document<'_>)> {
        let sources: FxHashSet<String> =
            snapshot.inputs.sources.iter().map(|source| snapshot.shown(&source.source.path)).collect();
        let looked_at = |path: &str| sources.contains(path) || !snapshot.config.root.join(path).exists();
        let documents = self.documents.iter().filter(|(path, _)| looked_at(path));
        let parsed = documents.filter_map(|(path, before)| {
            let syntax = Syntax::of_path(path)?;
            Some((path.as_str(), Document::parse(before.as_deref().unwrap_or(""), syntax, &snapshot.config.parse)))
        });
        parsed.collect()
    }
}

/// The texts of today's messages.
struct Forms<'r> {
    texts: FxHashSet<&'r str>,
    /// Those with values lifted out of them, by what they are with their inline values hidden.
    by_mask: FxHashMap<String, Vec<&'r str>>,
}

impl<'r> Forms<'r> {
    fn of_today(reference: &'r Reference) -> Self {
        let texts: FxHashSet<&str> = reference.messages.values().map(|message| message.text.as_str()).collect();
        let mut by_mask: FxHashMap<String, Vec<&str>> = FxHashMap::default();
        for form in texts.iter().filter(|text| notation::has_placeables(text)) {
            let mask = mask(form).map_or_else(|| (*form).to_owned(), |masked| masked.mask);
            by_mask.entry(mask).or_default().push(form);
        }
        by_mask.values_mut().for_each(|forms| forms.sort_unstable());
        Self { texts, by_mask }
    }

    /// The form of today that a text has, and those that it could have.
    fn of(&self, text: &str, spellings: &[Spelling]) -> (Option<&'r str>, Vec<String>) {
        let masked = mask(text);
        let hidden = masked.as_ref().map_or(text, |masked| &masked.mask);
        let candidates = forms::candidates(hidden, spellings).forms;
        let hidden: Vec<&str> = candidates.iter().rev().map(|(form, _)| form.as_str()).chain([hidden]).collect();
        let spelled = |expression: &str| {
            let spelling = spellings.iter().find(|spelling| spelling.expression == expression);
            spelling.map(|spelling| spelling.text.clone())
        };
        let fits = |form: &&&str| fit::fit(form, text, spelled).is_some();
        let known = hidden.iter().filter_map(|hidden| self.by_mask.get(*hidden)).flatten().find(fits);
        let lifted = masked.iter().flat_map(|masked| hidden.iter().map(|hidden| lift_all(hidden, masked)));
        let plain = forms::candidates(text, spellings).forms.into_iter().map(|(form, _)| form);
        (known.copied(), plain.chain(lifted).collect())
    }
}

/// A document of the past with its texts as the messages of today have them: with values of the document
/// lifted out where a message of today has them so. A document whose values alone changed says the same.
struct Then<'p> {
    path: &'p str,
    document: Document<'p>,
    texts: Vec<String>,
    /// The forms that each text could have had.
    forms: Vec<Vec<String>>,
}

impl<'p> Then<'p> {
    fn new(snapshot: &Snapshot<'_>, now: &Forms<'_>, path: &'p str, mut document: Document<'p>) -> Self {
        let bindings = Bindings::of(&document, &snapshot.config.variables);
        let spellings = forms::spellings(&bindings, &snapshot.config.source_locale);
        let mut texts = Vec::with_capacity(document.units.len());
        let mut all = Vec::with_capacity(document.units.len());
        for unit in &mut document.units {
            let only_values = forms::candidates(&unit.text, &spellings).only_values;
            let (known, forms) = now.of(&unit.text, &spellings);
            unit.translatable &= only_values.is_none() || known.is_some() || now.texts.contains(&*unit.text);
            texts.push(known.unwrap_or(&unit.text).to_owned());
            all.push(forms);
        }
        Self { path, document, texts, forms: all }
    }

    /// Forms of the translatable units.
    fn forms(&self) -> impl Iterator<Item = &[String]> {
        let forms = self.document.units.iter().zip(&self.forms);
        forms.filter(|(unit, _)| unit.translatable).map(|(_, forms)| forms.as_slice())
    }

    /// Translatable units with their texts.
    fn units(&self) -> impl Iterator<Item = (&Unit<'p>, &str)> {
        let units = self.document.units.iter().zip(&self.texts);
        units.filter(|(unit, _)| unit.translatable).map(|(unit, text)| (unit, text.as_str()))
    }
}

/// A change of a text, with where it stands (or stood).
#[derive(Default)]
struct Group {
    id: Option<String>,
    documents: Vec<Occurrence>,
}

type Groups = BTreeMap<(Kind, Option<String>, Option<String>), Group>;

/// Compares the past with today; one entry for each change of a text.
pub fn entries(snapshot: &Snapshot<'_>, past: &Past, scope: &Scope) -> Vec<Entry> {
    let mut groups = Groups::new();
    let reference = snapshot.reference();
    let now = Forms::of_today(reference);
    let old: Vec<Then<'_>> =
        past.parsed(snapshot).into_iter().map(|(path, document)| Then::new(snapshot, &now, path, document)).collect();
    let everywhere = Everywhere::new(snapshot, &old, now.texts);
    for then in &old {
        compare(snapshot, then, &everywhere, &mut groups);
    }
    let sides = Sides::new(snapshot, scope);
    let mut entries: Vec<Entry> = groups
        .into_iter()
        .map(|((kind, previous, source), group)| entry(&sides, kind, previous.as_deref(), source.as_deref(), group))
        .collect();
    sort(&mut entries);
    entries
}

/// All texts of then and of now: one that only went to another place is neither new nor removed.
struct Everywhere<'a> {
    then: FxHashSet<&'a str>,
    now: FxHashSet<&'a str>,
}

impl<'a> Everywhere<'a> {
    fn new(snapshot: &'a Snapshot<'a>, old: &'a [Then<'_>], now: FxHashSet<&'a str>) -> Self {
        let changed: FxHashSet<&str> = old.iter().map(|then| then.path).collect();
        let unchanged =
            snapshot.pages().filter(|page| !changed.contains(snapshot.shown(&page.source().source.path).as_str()));
        let reference = snapshot.reference();
        let kept = snapshot.inputs.kept.iter().filter_map(|name| reference.structure(name)).flat_map(Structure::ids);
        let mut then: FxHashSet<&str> = unchanged.flat_map(|page| texts(page).map(|(_, _, text)| text)).collect();
        then.extend(kept.filter_map(|id| reference.text(id)));
        then.extend(old.iter().flat_map(|then| then.units().map(|(_, text)| text)));
        Self { then, now }
    }
}

/// Translatable units of today with their messages and texts.
fn texts(page: PageView<'_>) -> impl Iterator<Item = (&Unit<'_>, Option<&Id>, &str)> {
    let units = page.document().units.iter().zip(page.ids()).enumerate();
    units.filter(|(_, (unit, _))| unit.translatable).map(move |(at, (unit, id))| (unit, id.as_ref(), page.english(at)))
}

/// The form of a text that has the placeables of another.
fn form_like<'f>(forms: &'f [String], other: &str) -> Option<&'f str> {
    let sorted = |text| {
        let mut placeables: Vec<_> = notation::placeables(text).collect();
        placeables.sort_unstable();
        placeables
    };
    forms.iter().map(String::as_str).find(|form| sorted(form) == sorted(other))
}

fn compare(snapshot: &Snapshot<'_>, then: &Then<'_>, everywhere: &Everywhere<'_>, groups: &mut Groups) {
    let path = then.path;
    let page = snapshot.pages().find(|page| snapshot.shown(&page.source().source.path) == path);
    let old_units: Vec<(&Unit<'_>, &str)> = then.units().collect();
    let old_forms: Vec<&[String]> = then.forms().collect();
    let new_units: Vec<_> = page.map_or_else(Vec::new, |page| texts(page).collect());
    let old_texts: FxHashSet<&str> = old_units.iter().map(|(_, text)| *text).collect();
    let old_kinds: Vec<String> = old_units.iter().map(|(unit, _)| unit.kind_and_column()).collect();
    let new_kinds: Vec<String> = new_units.iter().map(|(unit, _, _)| unit.kind_and_column()).collect();
    let mut old_sides: Vec<Side<'_>> =
        old_units.iter().zip(&old_kinds).map(|((_, text), kind)| Side::new(Some(text), kind, text)).collect();
    let mut new_sides: Vec<Side<'_>> = new_units
        .iter()
        .zip(&new_kinds)
        .map(|((_, _, text), kind)| Side::new(old_texts.contains(text).then_some(*text), kind, text))
        .collect();
    Side::place(&mut old_sides);
    Side::place(&mut new_sides);
    let pairs: FxHashMap<usize, usize> =
        pairing::pair(&old_sides, &new_sides).into_iter().map(|pair| (pair.new, pair.old)).collect();
    let paired: FxHashSet<&str> = pairs.values().map(|old| old_units[*old].1).collect();
    let document = page.map_or_else(|| path.to_owned(), |page| page.name().to_string());
    let mut add = |kind, previous: Option<&str>, source: Option<&str>, id: Option<&str>, line: u32| {
        let key = (kind, previous.map(str::to_owned), source.map(str::to_owned));
        let group = groups.entry(key).or_default();
        group.id = id.map(str::to_owned);
        let place = Occurrence { document: document.clone(), file: path.to_owned(), line: Some(line) };
        if group.documents.last().is_none_or(|last| last.file != place.file) {
            group.documents.push(place);
        }
    };
    let new = new_units.iter().enumerate().filter(|(_, (_, _, text))| !old_texts.contains(text));
    for (at, (unit, id, text)) in new {
        let id = id.map(|id| &**id);
        match pairs.get(&at) {
            Some(old) => {
                let (then, lifted) = old_units[*old];
                // A text of today with its values in it is compared with the old text as it stood.
                let old = match notation::has_placeables(text) {
                    true => form_like(old_forms[*old], text).unwrap_or(lifted),
                    false => &*then.text,
                };
                add(Kind::Changed, Some(old), Some(text), id, unit.line);
            }
            None if everywhere.then.contains(text) => {}
            None => add(Kind::New, None, Some(text), id, unit.line),
        }
    }
    let gone = |text: &str| !everywhere.now.contains(text) && !paired.contains(text);
    for (unit, text) in old_units.iter().filter(|(_, text)| gone(text)) {
        add(Kind::Removed, Some(text), None, None, unit.line);
    }
}

fn entry(sides: &Sides<'_>, kind: Kind, previous: Option<&str>, source: Option<&str>, group: Group) -> Entry {
    let vocabulary = &sides.vocabulary;
    let document = group.documents.first().map(|place| place.document.as_str());
    let locales = group.id.as_deref().zip(document).map(|(id, document)| sides.of(id, document, previous));
    let locales = locales.unwrap_or_default();
    let own = previous.zip(source).map(|(old, new)| vocabulary.classify(old, new));
    let of_locales = locales.iter().filter_map(|side| Some((side.change?, side.rule?)));
    let heaviest = of_locales.chain(own.map(|verdict| (verdict.severity, verdict.rule))).max_by_key(|(c, _)| *c);
    Entry {
        kind,
        change: heaviest.map(|(change, _)| change),
        rule: heaviest.map(|(_, rule)| rule),
        diff: shown(previous).zip(shown(source)).map(|(old, new)| words::diff(&old, &new)).unwrap_or_default(),
        id: group.id,
        previous: shown(previous),
        source: shown(source),
        documents: group.documents,
        locales,
    }
}

fn shown(text: Option<&str>) -> Option<String> {
    text.map(|text| notation::shown(text).into_owned())
}

/// What tells how far locales are with a text.
struct Sides<'a> {
    reference: &'a Reference,
    vocabulary: Vocabulary<'a>,
    /// The locales that are wanted.
    locales: Vec<(&'a str, Standings<'a>)>,
    today: Date,
}

impl<'a> Sides<'a> {
    fn new(snapshot: &'a Snapshot<'a>, scope: &'a Scope) -> Self {
        let locales = snapshot.locales_in(scope).map(|locale| (locale.name(), locale.all_standings()));
        Self {
            reference: snapshot.reference(),
            vocabulary: Vocabulary::new(snapshot.reference()),
            locales: locales.collect(),
            today: scope.today,
        }
    }

    /// How far each locale is with a message of a document.
    fn of(&self, id: &str, document: &str, previous: Option<&str>) -> Vec<LocaleSide> {
        let document = document.into();
        let standings = self.locales.iter().map(|(name, standings)| (*name, standings.of(&document, id)));
        standings.filter_map(|(name, standing)| self.side(name, standing, id, previous)).collect()
    }

    fn side(&self, locale: &str, standing: Standing<'_>, id: &str, previous: Option<&str>) -> Option<LocaleSide> {
        let found = standing.translation();
        let state = found.and_then(|translation| translation.state);
        let name = match standing {
            Standing::Unreadable => return None,
            Standing::Missing => "missing",
            Standing::Stale(..) => "stale",
            _ if state.is_some_and(|state| state.carried.is_some()) => "carried",
            Standing::Current(_) | Standing::FromFallback(..) => "current",
        };
        let stale = found.filter(|_| name == "stale").zip(previous).zip(self.reference.text(id));
        let verdict = stale.map(|((translation, previous), english)| {
            let target: &Pattern = translation.pattern;
            self.vocabulary.verdict(&Carrying { locale, previous, english, target }).0
        });
        let since = state.and_then(|state| state.since);
        Some(LocaleSide {
            locale: locale.to_owned(),
            state: name,
            translation: found.map(|translation| translation.pattern.shown()),
            age_days: since.map(|since| self.today.days_since(since)),
            since,
            change: verdict.as_ref().map(|verdict| verdict.severity),
            rule: verdict.as_ref().map(|verdict| verdict.rule),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot;

    /// What changed between documents as they were, where they were, and those of today.
    fn changes(variables: &str, then: &[(&str, Option<&str>)], now: &[(&str, &str)]) -> Vec<Entry> {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("locales/en-US/kept.ftl", "kept-as-it-was = Kept as it was\n");
        write("locales/fr-FR/kept.ftl", "kept-as-it-was = Resté tel quel\n");
        write("source-docs/kept.md", "Kept as it was\n");
        now.iter().for_each(|(name, text)| write(&format!("source-docs/{name}"), text));
        let config = Config::parse(&format!("locales: [fr-FR]\n{variables}"), folder.path()).unwrap();
        let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: Date::constant(2026, 1, 31) };
        let mut inputs = snapshot::read(&config, &scope, &mut |_| ()).unwrap();
        let locales = inputs.take_locales();
        let snapshot = Snapshot::of(&config, &inputs, locales, scope.today);
        let text = |text: &Option<&str>| text.map(str::to_owned);
        let documents = then.iter().map(|(name, before)| (format!("source-docs/{name}"), text(before))).collect();
        entries(&snapshot, &Past { documents }, &scope)
    }

    fn shown(entries: &[Entry]) -> Vec<String> {
        let line = |entry: &Entry| {
            let texts: Vec<&str> = [&entry.previous, &entry.source].into_iter().flatten().map(String::as_str).collect();
            format!("{:?} {}: {}", entry.kind, entry.places(), texts.join(" -> "))
        };
        entries.iter().map(line).collect()
    }

    #[test]
    fn one_change_in_two_documents_is_one_entry() {
        let then = [("a.md", Some("# A\n\nStored for a day.\n")), ("b.md", Some("# B\n\nStored for a day.\n"))];
        let now = [("a.md", "# A\n\nStored for a week.\n"), ("b.md", "# B\n\nStored for a week.\n")];
        let expected = ["Changed source-docs/a.md:3, in 2 documents: Stored for a day. -> Stored for a week."];
        assert_eq!(shown(&changes("", &then, &now)), expected);
    }

    #[test]
    fn a_text_that_went_to_another_document_is_neither_new_nor_removed() {
        let then = [("a.md", Some("First text\n\nSecond text\n")), ("b.md", Some("Third text\n")), ("c.md", None)];
        let now = [("a.md", "First text\n"), ("b.md", "Third text\n\nSecond text\n"), ("c.md", "Kept as it was\n")];
        assert!(changes("", &then, &now).is_empty());
    }

    #[test]
    fn documents_come_and_go_with_their_own_texts() {
        let then = [("gone.md", Some("Only here\n\nKept as it was\n")), ("new.md", None)];
        let found = changes("", &then, &[("new.md", "Never said before\n")]);
        let expected = ["New source-docs/new.md:1: Never said before", "Removed source-docs/gone.md:1: Only here"];
        assert_eq!(shown(&found), expected);
    }

    #[test]
    fn a_document_whose_values_alone_changed_says_the_same() {
        let page = |app: &str, keeps: &str| format!("# {app}\n\n{app} {keeps} your notes.\n");
        let variables = "variables: {app: {heading: 1}}\n";
        let now = [("a.md", page("Contoso Sales", "keeps")), ("b.md", page("Fabrikam Mail", "keeps"))];
        let now: Vec<(&str, &str)> = now.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let before = page("Contoso CRM", "keeps");
        assert!(changes(variables, &[("a.md", Some(&before))], &now).is_empty());
        // A text that changed is shown with the placeables of today on both sides.
        let before = page("Contoso CRM", "keeps");
        let now = [("a.md", page("Contoso Sales", "never keeps")), ("b.md", page("Fabrikam Mail", "never keeps"))];
        let now: Vec<(&str, &str)> = now.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let expected = ["Changed source-docs/a.md:3: { $app } keeps your notes. -> { $app } never keeps your notes."];
        assert_eq!(shown(&changes(variables, &[("a.md", Some(&before))], &now)), expected);
    }

    #[test]
    fn an_entry_says_how_far_each_locale_is() {
        let then = [("kept.md", Some("Kept as it is\n")), ("a.md", None)];
        let found = changes("", &then, &[("a.md", "A new text\n")]);
        let sides: Vec<_> = found.iter().map(|entry| (entry.kind, entry.locales[0].state)).collect();
        assert_eq!(sides, [(Kind::Changed, "current"), (Kind::New, "missing")]);
        let translation = found[0].locales[0].translation.as_deref();
        assert_eq!((translation, found[1].locales[0].translation.as_deref()), (Some("Resté tel quel"), None));
    }
}
