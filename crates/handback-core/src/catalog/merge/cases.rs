//! What a merge makes of small catalogs: a [`Case`] says what the English was and is, and what the locale has.

mod edited;
mod places;
mod standing;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::super::evidence::{Author, Evidence, Record, Witness};
use super::super::reference::StructureUnit;
use super::super::renames::Renames;
use super::super::resource::Resource;
use super::super::state::TranslationType;
use super::super::update::Policy;
use super::*;

const TODAY: Date = Date::constant(2026, 2, 1);

/// The file of a document, or the shared one where there is no name.
fn key(name: &str) -> FileKey {
    if name.is_empty() { FileKey::Shared } else { FileKey::Document(name.into()) }
}

/// A text in which `<$app>` is a placeable.
fn lifted(text: &str) -> String {
    text.replace('<', &notation::OPEN.to_string()).replace('>', &notation::CLOSE.to_string())
}

/// What is known outside the states, as a case says it.
struct Said {
    records: Vec<Record>,
    witness: Witness,
    author: Option<Author>,
    /// The text of every earlier wording.
    wording: Option<&'static str>,
    /// Earlier English texts.
    english: Vec<&'static str>,
}

impl Default for Said {
    fn default() -> Self {
        let witness = Witness { in_git: false, complete: true };
        Self { records: Vec::new(), witness, author: None, wording: None, english: Vec::new() }
    }
}

impl Evidence for Said {
    fn records(&self, _: &Id, wording: &str) -> Vec<Record> {
        self.records.iter().filter(|record| record.state.target == wording).cloned().collect()
    }

    fn history(&self, _: &[Fingerprint]) -> FxHashMap<Fingerprint, Vec<Record>> {
        FxHashMap::default()
    }

    fn witness(&self, _: &FileKey, _: &Id, _: &str) -> Witness {
        self.witness
    }

    fn author(&self, _: &FileKey, _: &Id) -> Option<Author> {
        self.author.clone()
    }

    fn seen(&self, _: &FileKey, _: &Id, _: &str, _: &[&DocumentName]) -> Option<String> {
        None
    }

    fn wording(&self, _: &FileKey, _: &Id, _: &str) -> Option<String> {
        self.wording.map(str::to_owned)
    }

    fn draft(&self, _: &FileKey, _: &Id, _: &str) -> Option<String> {
        self.wording.map(str::to_owned)
    }

    fn english(&self, sources: &[Fingerprint]) -> FxHashMap<Fingerprint, String> {
        let known = self.english.iter().map(|text| lifted(text)).map(|text| (fingerprint(&text), text));
        known.filter(|(print, _)| sources.contains(print)).collect()
    }
}

/// Case alone is a matter of looks; digits go over into the translation.
fn decide(carrying: &Carrying<'_>) -> Option<CarriedOver> {
    if carrying.english.eq_ignore_ascii_case(carrying.previous) {
        return Some(CarriedOver { how: Carried::Cosmetic, text: None });
    }
    let [from, to] = [carrying.previous, carrying.english].map(|text| text.split(' ').next_back().unwrap_or(""));
    let rest = carrying.english.strip_suffix(to) == carrying.previous.strip_suffix(from);
    let numbers = [from, to].iter().all(|word| word.parse::<u32>().is_ok());
    let text = || Some(carrying.target.as_str().replace(from, to));
    (rest && numbers).then(|| CarriedOver { how: Carried::Mechanical, text: text() })
}

/// A project with one locale.
#[derive(Default)]
struct Case {
    old: Reference,
    new: Reference,
    /// Source and state of each file.
    files: BTreeMap<FileKey, (String, FxHashMap<Id, State>)>,
    catalog: LocaleCatalog,
    links: Vec<Link>,
    renames: Renames,
    untranslatable: FxHashMap<Id, Fingerprint>,
    said: Said,
    up_to: Option<Carried>,
}

impl Case {
    /// A message at the last sync.
    fn was(&mut self, home: &str, id: &str, text: &str) -> &mut Self {
        self.old.messages.insert(id.into(), Arc::new(Message::new(&lifted(text), String::new(), key(home))));
        self
    }

    /// A message today.
    fn is(&mut self, home: &str, id: &str, text: &str) -> &mut Self {
        self.new.messages.insert(id.into(), Arc::new(Message::new(&lifted(text), String::new(), key(home))));
        self
    }

    /// A message that did not change.
    fn stays(&mut self, home: &str, id: &str, text: &str) -> &mut Self {
        self.was(home, id, text).is(home, id, text)
    }

    /// A document has messages, then and today.
    fn has_units(&mut self, document: &str, ids: &[&str]) -> &mut Self {
        for reference in [&mut self.old, &mut self.new] {
            let structure = reference.documents.entry(document.into()).or_default();
            let unit = |id: &&str| StructureUnit::new("paragraph", id);
            Arc::make_mut(structure).units.extend(ids.iter().map(unit));
        }
        self
    }

    /// What `$app` is in a document, then and today.
    fn app(&mut self, document: &str, then: &str, today: &str) -> &mut Self {
        for (reference, value) in [(&mut self.old, then), (&mut self.new, today)] {
            let structure = reference.documents.entry(document.into()).or_default();
            Arc::make_mut(structure).values.insert("$app".into(), value.into());
        }
        self
    }

    /// A person's translation that was made from an English; its state may still be changed.
    fn translated(&mut self, file: &str, id: &str, english: &str, text: &str) -> &mut State {
        let value = escape::encode(&lifted(text));
        self.written(file, id, &value, english, &fingerprint(&lifted(text)))
    }

    /// A translation with a selector.
    fn selected(&mut self, file: &str, id: &str, english: &str, text: &str) -> &mut State {
        let value = format!("\n    {{ $row ->\n       *[other] {text}\n    }}");
        let pattern = Resource::parse(format!("x ={value}\n")).unwrap().get("x").unwrap().pattern.clone().unwrap();
        self.written(file, id, &value, english, &pattern.fingerprint())
    }

    fn written(&mut self, file: &str, id: &str, value: &str, english: &str, target: &str) -> &mut State {
        let (source, states) = self.files.entry(key(file)).or_default();
        *source += &format!("{id} ={value}\n");
        let made_from = fingerprint(&lifted(english));
        let state = State::new(TranslationType::Human, "human", &made_from, target, Date::constant(2026, 1, 1));
        states.entry(id.into()).insert_entry(state).into_mut()
    }

    fn link(&mut self, old: &str, new: &str, document: &str) {
        let old_text = self.old.messages[old].text.clone();
        self.links.push(Link { new: new.into(), old: old.into(), old_text, document: document.into() });
    }

    /// A wording without a state.
    fn typed(&mut self, file: &str, id: &str, text: &str) -> &mut Self {
        let (source, _) = self.files.entry(key(file)).or_default();
        *source += &format!("{id} ={}\n", escape::encode(&lifted(text)));
        self
    }

    /// A machine's work that is on record.
    fn recorded(&mut self, id: &str, english: &str, text: &str) -> &mut State {
        let [source, target] = [english, text].map(|text| fingerprint(&lifted(text)));
        let state = State::new(TranslationType::Machine, "mt:x", &source, &target, Date::constant(2026, 1, 1));
        self.said.records.push(Record { id: id.into(), state });
        &mut self.said.records.last_mut().unwrap().state
    }

    /// Runs the merge over the files as they would be read.
    fn merge(&mut self) -> Vec<Change> {
        self.catalog = LocaleCatalog::new("fr-FR");
        for (key, (source, states)) in &self.files {
            let mut file = LocaleFile::default();
            file.resource = Resource::parse(source.clone()).unwrap();
            file.state.messages = states.clone().into_iter().collect();
            self.catalog.files.insert(key.clone(), file);
        }
        self.run()
    }

    /// Another sync, with what the last one left on disk: the English of today is what it was.
    fn again(&mut self) -> Vec<Change> {
        self.old = self.new.clone();
        (self.links, self.renames) = (Vec::new(), Renames::default());
        for file in self.catalog.files.values_mut() {
            let order: Vec<Id> = file.ids();
            let source = file.resource_source(&order, &[]);
            *file = LocaleFile::new(Resource::parse(source).unwrap(), file.state.clone());
        }
        self.run()
    }

    fn run(&mut self) -> Vec<Change> {
        let update = Update {
            old: &self.old,
            new: &self.new,
            links: &self.links,
            recasts: &[],
            reform: &|reforming| {
                let text = reforming.translation.replace(&lifted("<$app>"), &reforming.before["$app"]);
                Reformed::Own(text)
            },
            renames: &self.renames,
            untranslatable: &self.untranslatable,
            blocks: &FxHashMap::default(),
            policy: &Policy { up_to: self.up_to, decide: &decide },
            evidence: &self.said,
            today: TODAY,
        };
        merge(&mut self.catalog, &update)
    }

    fn state(&self, file: &str, id: &str) -> &State {
        &self.catalog.files[&key(file)].state.messages[id]
    }

    /// The wording of a message in a file, after the merge.
    fn text(&self, file: &str, id: &str) -> Option<&str> {
        self.catalog.files.get(&key(file))?.pattern(id).map(Pattern::as_str)
    }
}
