//! The glossary of a locale: `locales/<locale>/glossary.yaml`.
//!
//! ```yaml
//! version: 1
//! terms:
//! - {term: tenant, translation: locataire, part_of_speech: noun, forbidden: [client]}
//! - {term: Contoso Shield, do_not_translate: true}
//! ```

use serde::Deserialize;

use super::inline::Known;
use super::protect::Protected;
use crate::catalog::Problem;
use crate::catalog::yaml::{version, without_mark, yaml_problem};
use crate::text::terms::{Term, occurrences};

/// The version of the glossary format that this program reads.
pub const VERSION: u32 = 1;

/// The terms of a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    pub entries: Vec<Entry>,
}

/// A term and what it is called in the locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub term: String,
    /// `None`: the term is not translated, or has only translations that are wrong.
    pub translation: Option<String>,
    pub do_not_translate: bool,
    /// Whether case matters: `API` is not `api`.
    pub case_sensitive: bool,
    /// `noun`, `verb`…, for people.
    pub part_of_speech: Option<String>,
    /// Translations that are wrong.
    pub forbidden: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[expect(dead_code, reason = "checked before the typed read")]
    version: u32,
    #[serde(default)]
    terms: Vec<RawEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    term: String,
    translation: Option<String>,
    #[serde(default)]
    do_not_translate: bool,
    /// Case matters. Default: for terms that are not translated.
    case_sensitive: Option<bool>,
    part_of_speech: Option<String>,
    #[serde(default)]
    forbidden: Vec<String>,
}

impl Glossary {
    /// Reads a glossary; an empty text is an empty glossary.
    pub fn parse(yaml: &str) -> Result<Self, Problem> {
        let yaml = without_mark(yaml);
        if yaml.trim().is_empty() {
            return Ok(Self::default());
        }
        version(yaml, VERSION..=VERSION)?;
        let raw: Raw = serde_yaml::from_str(yaml).map_err(|error| yaml_problem(&error))?;
        let mut entries: Vec<Entry> = Vec::with_capacity(raw.terms.len());
        for entry in raw.terms {
            let entry = entry.checked().map_err(|(term, message)| Problem { line: line_of(yaml, &term), message })?;
            let same = |other: &&Entry| other.term == entry.term && other.part_of_speech == entry.part_of_speech;
            if entries.iter().find(same).is_some() {
                let message = format!(
                    "the term `{}` is there twice: leave one, or tell them apart by `part_of_speech`",
                    entry.term
                );
                return Err(Problem { line: line_of(yaml, &entry.term), message });
            }
            entries.push(entry);
        }
        Ok(Self { entries })
    }

    /// Terms that are not translated.
    pub fn kept(&self) -> impl Iterator<Item = Term> {
        self.entries.iter().filter(|entry| entry.do_not_translate).map(Entry::as_term)
    }

    /// Entries whose term is in a text, by term: of terms that overlap the longest, also in the plural.
    fn relevant<'g>(&'g self, text: &str) -> Vec<Vec<&'g Entry>> {
        let mut places: Vec<(std::ops::Range<usize>, &Entry)> = Vec::new();
        for entry in &self.entries {
            let plurals = ["", "s", "es"].map(|end| Term { text: format!("{}{end}", entry.term), ..entry.as_term() });
            let forms = if entry.do_not_translate { &plurals[..1] } else { &plurals[..] };
            places.extend(forms.iter().flat_map(|form| occurrences(text, form)).map(|range| (range, entry)));
        }
        let covered = |range: &std::ops::Range<usize>| {
            let covers = |other: &std::ops::Range<usize>| other.start <= range.start && range.end <= other.end;
            places.iter().any(|(other, _)| covers(other) && other.len() > range.len())
        };
        let mut groups: Vec<Vec<&Entry>> = Vec::new();
        for (_, entry) in places.iter().filter(|(range, _)| !covered(range)) {
            match groups.iter_mut().find(|group| group[0].term == entry.term) {
                Some(group) if group.contains(entry) => {}
                Some(group) => group.push(entry),
                None => groups.push(vec![entry]),
            }
        }
        groups
    }
}

impl Entry {
    /// The term in the form that [`crate::text::terms`] searches for.
    pub fn as_term(&self) -> Term {
        Term { text: self.term.clone(), case_sensitive: self.case_sensitive }
    }
}

impl RawEntry {
    fn checked(self) -> Result<Entry, (String, String)> {
        let fail = |message: &str| Err((self.term.clone(), format!("the term `{}`: {message}", self.term)));
        if self.term.trim().is_empty() || self.term.trim() != self.term {
            return fail("expected words without blanks around them");
        }
        if self.do_not_translate && self.translation.as_ref().is_some_and(|translation| *translation != self.term) {
            return fail("has a `translation` and `do_not_translate`: leave one of them out");
        }
        if !self.do_not_translate && self.translation.is_none() && self.forbidden.is_empty() {
            return fail("says nothing: expected `translation`, `do_not_translate: true` or `forbidden`");
        }
        let blank = |text: &String| text.trim().is_empty();
        if self.translation.iter().chain(&self.forbidden).any(blank) {
            return fail("a translation is empty");
        }
        Ok(Entry {
            case_sensitive: self.case_sensitive.unwrap_or(self.do_not_translate),
            translation: self.translation.filter(|_| !self.do_not_translate),
            term: self.term,
            do_not_translate: self.do_not_translate,
            part_of_speech: self.part_of_speech,
            forbidden: self.forbidden,
        })
    }
}

fn line_of(yaml: &str, term: &str) -> u32 {
    yaml.lines().zip(1..).filter(|(line, _)| line.contains(term)).last().map_or(1, |(_, number)| number)
}

/// What a translation does against the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach<'g> {
    /// The term's translation is not there.
    Lacks(&'g Entry),
    /// A term that is not translated does not stand as often as in the English.
    Altered(&'g Entry),
    /// A translation that is wrong.
    Forbidden(&'g Entry, &'g str),
}

/// Compares a translation with the glossary. Of a term that has several entries, as a noun and as a verb, one is
/// enough. Terms in code and addresses do not count.
pub fn breaches<'g>(glossary: &'g Glossary, english: &str, translation: &str) -> Vec<Breach<'g>> {
    let mut found = Vec::new();
    if glossary.entries.is_empty() {
        return found;
    }
    let words = |text: &str| Protected::new(text, Known::default(), None).words();
    let (english, translation) = (words(english), words(translation));
    for group in glossary.relevant(&english) {
        let wanted: Vec<&str> = group.iter().filter_map(|entry| entry.translation.as_deref()).collect();
        if let Some(entry) = group.iter().find(|entry| entry.do_not_translate) {
            let term = entry.as_term();
            if occurrences(&translation, &term).len() < occurrences(&english, &term).len() {
                found.push(Breach::Altered(entry));
            }
            continue;
        }
        if !wanted.is_empty() && !wanted.iter().any(|wanted| stands_inflected(&translation, wanted)) {
            found.push(Breach::Lacks(group[0]));
        }
        for entry in &group {
            let stands = |forbidden: &&String| {
                let forms = ["", "s"]
                    .map(|end| Term { text: format!("{forbidden}{end}"), case_sensitive: entry.case_sensitive });
                forms.iter().any(|form| !occurrences(&translation, form).is_empty())
            };
            found.extend(entry.forbidden.iter().find(stands).map(|wrong| Breach::Forbidden(entry, wrong)));
        }
    }
    found
}

/// Whether words are in a translation, perhaps with other endings: `application` in `applications`,
/// `règle interne` in `règles internes`. The last letters of a word are what languages inflect.
fn stands_inflected(translation: &str, wanted: &str) -> bool {
    let stem = |word: &str| {
        let letters = word.chars().count();
        let kept = if letters > 5 { letters - 2 } else { letters };
        word.chars().take(kept).collect::<String>()
    };
    let text = translation.to_lowercase();
    let spaceless = wanted.chars().any(|c| c >= '\u{2E80}');
    let wanted = wanted.to_lowercase();
    if spaceless {
        return text.contains(&wanted);
    }
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let stems: Vec<String> =
        wanted.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(stem).collect();
    let inflected = |word: &&str, stem: &String| word.starts_with(stem.as_str()) && word.len() <= stem.len() + 6;
    words.windows(stems.len().max(1)).any(|window| window.iter().zip(&stems).all(|(word, stem)| inflected(word, stem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "version: 1\nterms:\n- {term: tenant, translation: locataire, forbidden: [client]}\n\
        - {term: Contoso Shield, do_not_translate: true}\n- {term: policy, translation: règle interne}\n";

    #[test]
    fn translations_are_compared_with_it() {
        let glossary = Glossary::parse(YAML).unwrap();
        let found = |english: &str, translation: &str| -> Vec<String> {
            breaches(&glossary, english, translation)
                .iter()
                .map(|breach| match breach {
                    Breach::Lacks(entry) => format!("lacks {}", entry.term),
                    Breach::Altered(entry) => format!("altered {}", entry.term),
                    Breach::Forbidden(_, wrong) => format!("forbidden {wrong}"),
                })
                .collect()
        };
        assert!(found("The Tenant admin", "L’administrateur des locataires").is_empty());
        assert!(found("Policies and a policy", "Les règles internes").is_empty());
        assert_eq!(found("The tenant", "Le client"), ["lacks tenant", "forbidden client"]);
        assert_eq!(found("Buy Contoso Shield", "Achetez Bouclier Contoso"), ["altered Contoso Shield"]);
        assert!(found("Nothing of it", "Le client").is_empty());
        assert!(found("Run `az tenant list`", "Lancez `az tenant list`").is_empty());
        assert_eq!(found("All tenants", "Tous les clients"), ["lacks tenant", "forbidden client"]);
        assert_eq!(found("The policy", "La sousrègle interne"), ["lacks policy"]);
    }

    #[test]
    fn terms_may_overlap_and_have_several_entries() {
        let yaml = "version: 1\nterms:\n- {term: book, translation: livre, part_of_speech: noun}\n\
            - {term: book, translation: réserver, part_of_speech: verb}\n- {term: tenant, translation: locataire}\n\
            - {term: tenant admin, translation: administrateur client}\n";
        let glossary = Glossary::parse(yaml).unwrap();
        assert!(breaches(&glossary, "Read the book", "Lisez le livre").is_empty());
        assert!(breaches(&glossary, "Ask the tenant admin", "Demandez à l’administrateur client").is_empty());
        assert_eq!(breaches(&glossary, "Ask the tenant and the tenant admin", "L’administrateur client").len(), 1);
    }

    #[test]
    fn mistakes_are_explained() {
        for (yaml, line, expected) in [
            ("version: 2\n", 1, "version 2"),
            ("version: 1\nterms:\n- {term: a, do_not_translate: true, translation: b}\n", 3, "leave one"),
            ("version: 1\nterms:\n- {term: a}\n", 3, "says nothing"),
            ("version: 1\nterms:\n- {term: a, translation: b}\n- {term: a, translation: c}\n", 4, "twice"),
            ("version: 1\nterms:\n- {term: a, translaton: b}\n", 3, "unknown field"),
        ] {
            let problem = Glossary::parse(yaml).unwrap_err();
            assert!(problem.message.contains(expected) && problem.line == line, "{yaml}: {problem:?}");
        }
    }
}
