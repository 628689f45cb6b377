//! The reference catalog: what the English said at the last sync, and which document uses what.
//!
//! It is what drift is measured against, and the reference locale that Fluent tools expect.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::escape::{self, Pattern};
use super::plain_state::unquoted;
use super::resource::Resource;
use super::yaml::{first_of_each_key, is_plain, scalar, version, without_mark, yaml_problem};
use super::{DocumentName, FileKey, Id, Problem, notation};
use crate::text::Word;
use crate::text::fingerprint::{Fingerprint, fingerprint};

/// The versions of the structure format that this program reads. It writes the first that can say what there is to say:
/// inline values need the second.
pub const VERSIONS: RangeInclusive<u32> = 1..=2;

/// All messages and the structure of all documents.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    /// Mostly those of the last sync, which two references share.
    pub messages: FxHashMap<Id, Arc<Message>>,
    pub documents: BTreeMap<DocumentName, Arc<Structure>>,
    /// Where only some documents were read: how many others have each message.
    pub elsewhere: FxHashMap<Id, u32>,
}

/// A message of the reference locale.
#[derive(Debug, Clone)]
pub struct Message {
    pub text: String,
    fingerprint: OnceLock<Fingerprint>,
    /// What helps a translator: where the text first stood, and the author's note.
    pub comment: String,
    /// The file that it is in.
    pub home: FileKey,
}

impl Message {
    pub fn new(text: &str, comment: String, home: FileKey) -> Self {
        Self { text: text.to_owned(), fingerprint: OnceLock::new(), comment, home }
    }

    /// Whether placeables take the place of values of its documents.
    pub fn is_lifted(&self) -> bool {
        notation::has_placeables(&self.text)
    }

    /// Fingerprint of the English text.
    pub fn fingerprint(&self) -> &str {
        self.fingerprint.get_or_init(|| fingerprint(&self.text))
    }
}

/// What the placeables of a document stand for in its English, by expression (see [`notation`]):
/// `$app` is `Contoso CRM`, `DATETIME($updated, dateStyle: "long")` is `December 9, 2021`.
pub type Values = BTreeMap<String, String>;

/// The English that a translation is measured against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct English<'r> {
    pub fingerprint: Cow<'r, str>,
    pub text: Cow<'r, str>,
}

/// What a document was made of at the last sync.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Structure {
    /// Hash of the source bytes, by the configured algorithm.
    pub hash: String,
    pub values: Values,
    /// Kind and message of every translatable unit, in document order.
    pub units: Vec<StructureUnit>,
}

/// A translatable unit of a document's structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StructureUnit {
    /// The unit's kind (see `document::UnitKind::name`), with the column of a cell: `cell:1`.
    pub kind: Word,
    pub id: Id,
    /// The inline values that are lifted out of its text, by placeable: `$link` is `terms.md`.
    pub values: Values,
}

impl StructureUnit {
    /// A unit without inline values.
    pub fn new(kind: &str, id: &str) -> Self {
        Self { kind: kind.into(), id: id.into(), values: Values::new() }
    }

    fn parse(text: &str, values: Values) -> Result<Self, Problem> {
        match text.split_once(' ') {
            Some((kind, id)) => Ok(Self { kind: kind.into(), id: id.into(), values }),
            None => Err(Problem { line: 1, message: format!("unit `{text}`: expected a kind and a message id") }),
        }
    }
}

/// Whether kind and id are such as this program writes, which stand in a file as they are.
fn is_as_written(kind: &str, id: &str) -> bool {
    let is_id = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    is_plain(kind) && is_id && !id.is_empty()
}

/// A unit as it is in a file: `cell:1 terms-of-use`, perhaps as the one key of a map of its inline values.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a unit, or a unit with its inline values")]
enum RawUnit {
    Plain(String),
    WithValues(BTreeMap<String, Values>),
}

impl RawUnit {
    fn read(self) -> Result<StructureUnit, Problem> {
        match self {
            Self::Plain(text) => StructureUnit::parse(&text, Values::new()),
            Self::WithValues(map) => {
                let one = <[(String, Values); 1]>::try_from(map.into_iter().collect::<Vec<_>>());
                let problem = |_| Problem { line: 1, message: "expected one unit with its inline values".to_owned() };
                let [(text, values)] = one.map_err(problem)?;
                StructureUnit::parse(&text, values)
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStructure {
    #[expect(dead_code, reason = "checked before the typed read")]
    version: u32,
    source: String,
    #[serde(default)]
    values: Values,
    #[serde(default)]
    units: Vec<RawUnit>,
}

impl Structure {
    /// Reads a structure. Where a merge left both sides in it, the first counts, and the units of both: the next sync
    /// says what holds.
    pub fn parse(yaml: &str) -> Result<Self, Problem> {
        let yaml = without_mark(yaml);
        if let Some(structure) = Self::plain(yaml) {
            return Ok(structure);
        }
        version(yaml, VERSIONS)?;
        let raw: RawStructure = serde_yaml::from_str(yaml)
            .or_else(|error| serde_yaml::from_str(&first_of_each_key(yaml)).map_err(|_| yaml_problem(&error)))?;
        let units = raw.units.into_iter().map(RawUnit::read).collect::<Result<_, _>>()?;
        Ok(Self { hash: raw.source, values: raw.values, units })
    }

    /// What this program writes for a document without values, read line by line: a YAML parser takes ten times as long.
    /// `None` leaves it to the parser, which has the last word on everything else.
    fn plain(yaml: &str) -> Option<Self> {
        let mut lines = yaml.strip_suffix('\n')?.split('\n');
        lines.next().filter(|line| *line == "version: 1")?;
        let hash = unquoted(lines.next()?.strip_prefix("source: ")?)?.to_owned();
        lines.next().filter(|line| *line == "units:")?;
        let unit = |line: &str| {
            let (kind, id) = line.strip_prefix("- ")?.split_once(' ')?;
            is_as_written(kind, id).then(|| StructureUnit::new(kind, id))
        };
        let mut units: Vec<StructureUnit> = lines.map(unit).collect::<Option<_>>()?;
        units.shrink_to_fit();
        (!units.is_empty()).then_some(Self { hash, values: Values::new(), units })
    }

    pub fn format(&self) -> String {
        let has_values = self.units.iter().any(|unit| !unit.values.is_empty());
        let version = if has_values { VERSIONS.end() } else { VERSIONS.start() };
        let mut out = format!("version: {version}\nsource: {}\n", scalar(&self.hash));
        if !self.values.is_empty() {
            out.push_str("values:\n");
            for (expression, text) in &self.values {
                let _ = writeln!(out, "  {}: {}", scalar(expression), scalar(text));
            }
        }
        if !self.units.is_empty() {
            out.push_str("units:\n");
            for unit in &self.units {
                let colon = if unit.values.is_empty() { "" } else { ":" };
                let _ = match is_as_written(&unit.kind, &unit.id) {
                    true => writeln!(out, "- {} {}{colon}", unit.kind, unit.id),
                    // Somebody else wrote it: whatever it is, it can be read again.
                    false => writeln!(out, "- {}{colon}", scalar(&format!("{} {}", unit.kind, unit.id))),
                };
                for (expression, text) in &unit.values {
                    let _ = writeln!(out, "    {}: {}", scalar(expression), scalar(text));
                }
            }
        }
        out
    }

    /// Fills the document's values into the text of a unit, and the unit's own; `None` if one is not known.
    pub fn filled(&self, text: &str, unit: &StructureUnit) -> Option<String> {
        self.filled_with(text, &unit.values)
    }

    /// Fills the document's values into a text, and those of a place; `None` if one is not known.
    pub fn filled_with(&self, text: &str, inline: &Values) -> Option<String> {
        let value =
            |expression: &str| inline.get(expression).or_else(|| self.values.get(expression)).cloned().ok_or(());
        notation::fill(text, value).ok()
    }

    /// The places of a message in the document.
    pub fn places<'s>(&'s self, id: &'s str) -> impl Iterator<Item = &'s StructureUnit> {
        self.units.iter().filter(move |unit| &*unit.id == id)
    }

    /// What the placeables stand for at a place.
    pub fn values_at(&self, inline: &Values) -> Values {
        let mut values = self.values.clone();
        values.extend(inline.iter().map(|(expression, text)| (expression.clone(), text.clone())));
        values
    }

    /// Ids in order of first use.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        let mut seen = rustc_hash::FxHashSet::default();
        self.units.iter().map(|unit| &unit.id).filter(move |id| seen.insert(*id))
    }
}

impl Reference {
    /// Takes the messages of one reference resource. Where branches that were merged gave one id to
    /// two texts, the first text read keeps it; the other is given a new id by the next extraction.
    pub fn add_resource(&mut self, home: &FileKey, resource: &Resource) {
        for entry in resource.entries() {
            let Some(Pattern::Text(text)) = &entry.pattern else { continue };
            let comment = || resource.comment(entry).collect::<Vec<_>>().join("\n");
            self.messages
                .entry(entry.id.clone())
                .or_insert_with(|| Arc::new(Message::new(text, comment(), home.clone())));
        }
    }

    /// Has the structures of documents share their ids with the messages: there are as many as units.
    pub fn share_ids(&mut self) {
        let messages = &self.messages;
        for unit in self.documents.values_mut().flat_map(|structure| &mut Arc::make_mut(structure).units) {
            if let Some((id, _)) = messages.get_key_value(&unit.id) {
                unit.id = id.clone();
            }
        }
    }

    pub fn message(&self, id: &str) -> Option<&Message> {
        self.messages.get(id).map(Arc::as_ref)
    }

    /// What a document is made of.
    pub fn structure(&self, document: &DocumentName) -> Option<&Structure> {
        self.documents.get(document).map(Arc::as_ref)
    }

    /// The English of a message.
    pub fn text(&self, id: &str) -> Option<&str> {
        self.messages.get(id).map(|message| message.text.as_str())
    }

    /// The English of a message as it is in a document, where it stands first; `None` if a value of the document is not
    /// known.
    pub fn text_in(&self, document: &DocumentName, id: &str) -> Option<Cow<'_, str>> {
        let text = self.text(id)?;
        if !notation::has_placeables(text) {
            return Some(text.into());
        }
        let structure = self.documents.get(document)?;
        let filled = structure.places(id).next().and_then(|unit| structure.filled(text, unit));
        filled.or_else(|| structure.filled_with(text, &Values::new())).map(Cow::Owned)
    }

    /// The English of a message as it is at each of its places in a document, as far as its values are known.
    pub fn texts_in<'r>(&'r self, document: &DocumentName, id: &'r str) -> impl Iterator<Item = Cow<'r, str>> {
        let text = self.text(id);
        let structure = self.documents.get(document);
        let plain = text.filter(|text| !notation::has_placeables(text));
        let lifted = text.zip(structure).filter(|_| plain.is_none());
        let filled = lifted.into_iter().flat_map(move |(text, structure)| {
            structure.places(id).filter_map(move |unit| structure.filled(text, unit)).map(Cow::Owned)
        });
        plain.map(Cow::Borrowed).into_iter().chain(filled)
    }

    /// The English of a message where it has a fingerprint in a document, with the values of that place in it.
    pub fn text_like<'r>(&'r self, document: &DocumentName, id: &'r str, wanted: &str) -> Option<Cow<'r, str>> {
        self.texts_in(document, id).find(|text| fingerprint(text) == wanted)
    }

    /// The English that a translation in a file is measured against: that of the message, or the text as
    /// the file's document has it, where values are lifted out of the message and not out of the translation.
    pub fn english<'r>(
        &'r self,
        key: &FileKey,
        id: &'r str,
        translation: &Pattern,
        made_from: &str,
    ) -> Option<English<'r>> {
        let message = self.messages.get(id)?;
        let lifted = matches!(translation, Pattern::Text(text) if notation::has_placeables(text));
        if let FileKey::Document(name) = key
            && message.is_lifted()
            && !lifted
            && made_from != message.fingerprint()
            && let Some(text) = self.text_like(name, id, made_from).or_else(|| self.text_in(name, id))
        {
            return Some(English { fingerprint: fingerprint(&text).into(), text });
        }
        Some(English { fingerprint: message.fingerprint().into(), text: message.text.as_str().into() })
    }

    /// Ids of shared messages, sorted.
    pub fn shared_ids(&self) -> Vec<Id> {
        let mut ids: Vec<Id> = self
            .messages
            .iter()
            .filter(|(_, message)| message.home == FileKey::Shared)
            .map(|(id, _)| id.clone())
            .collect();
        ids.sort();
        ids
    }

    /// Ids that are in a file, in the order in which they stand there.
    pub fn order(&self, key: &FileKey) -> Vec<Id> {
        match key {
            FileKey::Shared => self.shared_ids(),
            FileKey::Document(name) => {
                self.documents.get(name).map_or_else(Vec::new, |structure| structure.ids().cloned().collect())
            }
        }
    }

    /// Ids whose home is a file, in the order in which they stand there.
    pub fn at_home(&self, key: &FileKey) -> Vec<Id> {
        let mut ids = self.order(key);
        ids.retain(|id| self.messages.get(id).is_some_and(|message| message.home == *key));
        ids
    }

    /// The Fluent resource of the messages that have their home in `key`; `None` if there are none.
    pub fn format(&self, key: &FileKey) -> Option<String> {
        let mut out = match key {
            FileKey::Shared => "### Messages that several documents share.\n".to_owned(),
            FileKey::Document(name) => format!("### {}\n", name.replace(['\n', '\r'], " ")),
        };
        let empty = out.len();
        for id in self.order(key) {
            let Some(message) = self.messages.get(&id).filter(|message| message.home == *key) else { continue };
            out.push('\n');
            for line in message.comment.lines() {
                let _ = writeln!(out, "# {line}");
            }
            let _ = writeln!(out, "{id} ={}", escape::encode(&message.text));
        }
        (out.len() > empty).then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structures_round_trip() {
        let unit = |kind: &str, id: &str| StructureUnit::new(kind, id);
        let structure = Structure {
            hash: "12345".into(),
            values: [("$app", "A: \"b\""), ("DATETIME($d, dateStyle: \"long\")", "May 1, 2021")]
                .map(|(expression, text)| (expression.to_owned(), text.to_owned()))
                .into(),
            units: vec![unit("heading", "a"), unit("cell:1", "yes"), unit("cell:1", "a")],
        };
        let yaml = structure.format();
        assert_eq!(Structure::parse(&yaml), Ok(structure.clone()));
        assert_eq!(structure.ids().map(|id| &**id).collect::<Vec<_>>(), ["a", "yes"]);
    }

    #[test]
    fn what_is_written_is_read_without_the_parser_and_says_the_same_to_it() {
        let units = vec![StructureUnit::new("front-matter", "a-b_c"), StructureUnit::new("cell:1", "yes")];
        let hashes = ["9f8ab58568660dad", "12345", "1e5", "true"].map(str::to_owned);
        for hash in hashes {
            let structure = Structure { hash, units: units.clone(), ..Structure::default() };
            let yaml = structure.format();
            assert_eq!(Structure::plain(&yaml), Some(structure.clone()));
            // What somebody else laid out otherwise is for the parser, which says the same of it.
            let other = yaml.replace("units:\n", "\nunits:\n");
            assert_eq!((Structure::plain(&other), Structure::parse(&other)), (None, Ok(structure)));
        }
        for odd in [
            "version: 1\nsource: a\nunits:\n- heading a: b\n",
            "version: 1\nsource: a\nunits:\n- heading: a\n",
            "version: 1\nsource: a # b\nunits:\n- heading a\n",
            "version: 1\nsource: a\nunits:\n- heading a\nunits:\n- heading b\n",
            "version: 1\nsource: a\nunits:\n- \"heading a\"\n",
            "version: 1\nsource: a\nunits:\n",
            "version: 2\nsource: a\nunits:\n- heading a\n",
        ] {
            assert_eq!(Structure::plain(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_kind_that_somebody_else_wrote_is_read_again() {
        let values: Values = [("$link".to_owned(), "https://contoso.com".to_owned())].into();
        for kind in ["two\nlines {% of", "a:", "- b", "#", "1"] {
            let units = [Values::new(), values.clone()]
                .map(|values| StructureUnit { values, ..StructureUnit::new(kind, "quay") });
            let structure = Structure { hash: "1".into(), units: units.into(), ..Structure::default() };
            let read = Structure::parse(&structure.format()).unwrap();
            // The kind ends at the first blank.
            let text =
                |one: &Structure| one.units.iter().map(|unit| format!("{} {}", unit.kind, unit.id)).collect::<Vec<_>>();
            assert_eq!((text(&read), &read.units[1].values), (text(&structure), &values), "{kind}");
        }
    }

    #[test]
    fn a_line_end_in_a_name_does_not_end_the_comment() {
        let name: DocumentName = "a\nb = c\r.md".into();
        let home = FileKey::Document(name.clone());
        let unit = StructureUnit::new("paragraph", "text");
        let mut reference = Reference::default();
        let structure = Structure { hash: "1".into(), units: vec![unit], ..Structure::default() };
        reference.documents.insert(name, Arc::new(structure));
        reference.messages.insert("text".into(), Arc::new(Message::new("Text", String::new(), home.clone())));
        let resource = Resource::parse(reference.format(&home).unwrap()).unwrap();
        assert!(resource.problems.is_empty(), "{:?}", resource.problems);
        assert_eq!(resource.entries().iter().map(|entry| &*entry.id).collect::<Vec<_>>(), ["text"]);
    }
}
