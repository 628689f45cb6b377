//! The glossary of a locale: `locales/<locale>/glossary.yaml`.
//!
//! ```yaml
//! version: 1
//! terms:
//! - {term: tenant, translation: locataire, part_of_speech: noun, forbidden: [client]}
//! - {term: device, translation: جهاز, forms: [أجهزة], definition: "a phone or a computer", note: "not a disk"}
//! - {term: Contoso Shield, do_not_translate: true}
//! ```
//!
//! A translation follows the glossary if the term's translation stands in it in any form that the language gives it
//! ([`inflection`]): declined, in a compound, behind an article. `forms` are those that no rule leads to.

use serde::Deserialize;

use super::inline::Known;
use super::protect::Protected;
use crate::catalog::Problem;
use crate::catalog::yaml::{version, without_mark, yaml_problem};
use crate::text::inflection::{self, Profile, Reach};
use crate::text::terms::{Term, inflected_occurrences, occurrences};

/// The version of the glossary format that this program reads.
pub const VERSION: u32 = 1;

/// The terms of a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    pub entries: Vec<Entry>,
    /// How the language of the locale forms words.
    pub profile: Profile,
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
    /// Other forms of the translation that are right.
    pub forms: Vec<String>,
    /// `noun`, `verb`…, for people.
    pub part_of_speech: Option<String>,
    /// What the term means, for people.
    pub definition: Option<String>,
    /// Anything else that people should know.
    pub note: Option<String>,
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
    #[serde(default)]
    forms: Vec<String>,
    part_of_speech: Option<String>,
    definition: Option<String>,
    note: Option<String>,
    #[serde(default)]
    forbidden: Vec<String>,
}

impl Glossary {
    /// The same glossary, for texts of a locale.
    #[must_use]
    pub fn of_locale(self, locale: &str) -> Self {
        Self { profile: Profile::of(locale), ..self }
    }

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
        Ok(Self { entries, profile: Profile::default() })
    }

    /// Terms that are not translated.
    pub fn kept(&self) -> impl Iterator<Item = Term> {
        self.entries.iter().filter(|entry| entry.do_not_translate).map(Entry::as_term)
    }

    /// Entries whose term is in an English text.
    pub fn of_text<'g>(&'g self, text: &str) -> Vec<&'g Entry> {
        self.relevant(text).into_iter().flatten().collect()
    }

    /// Entries whose term is in an English text, by term: of terms that overlap the longest.
    fn relevant<'g>(&'g self, text: &str) -> Vec<Vec<&'g Entry>> {
        let mut places: Vec<(std::ops::Range<usize>, &Entry)> = Vec::new();
        for entry in &self.entries {
            places.extend(entry.places(text).into_iter().map(|range| (range, entry)));
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

    /// Where the term stands in an English text, also in the plural. Behind or before a hyphen it is another word,
    /// which translations word in other ways (`user-defined`, `multi-tenant`), unless it is not translated.
    fn places(&self, english: &str) -> Vec<std::ops::Range<usize>> {
        let term = |text: String| Term { text, case_sensitive: self.case_sensitive };
        if self.do_not_translate {
            return occurrences(english, &self.as_term());
        }
        let mut forms = ["", "s", "es"].map(|end| term(format!("{}{end}", self.term))).to_vec();
        forms.extend(self.term.strip_suffix('y').map(|stem| term(format!("{stem}ies"))));
        let is_hyphened = |range: &std::ops::Range<usize>| {
            let before = english[..range.start].strip_suffix('-').and_then(|before| before.chars().next_back());
            let after = english[range.end..].strip_prefix('-').and_then(|after| after.chars().next());
            [before, after].into_iter().flatten().any(char::is_alphanumeric)
        };
        let found = forms.iter().flat_map(|form| occurrences(english, form));
        found.filter(|range| !is_hyphened(range)).collect()
    }

    /// The translation and its other forms.
    fn wanted(&self) -> impl Iterator<Item = &String> {
        self.translation.iter().chain(&self.forms)
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
        if self.translation.iter().chain(&self.forbidden).chain(&self.forms).any(blank) {
            return fail("a translation is empty");
        }
        if !self.forms.is_empty() && self.translation.is_none() {
            return fail("has `forms` and no `translation` that they are forms of");
        }
        Ok(Entry {
            case_sensitive: self.case_sensitive.unwrap_or(self.do_not_translate),
            translation: self.translation.filter(|_| !self.do_not_translate),
            term: self.term,
            do_not_translate: self.do_not_translate,
            forms: self.forms,
            part_of_speech: self.part_of_speech,
            definition: self.definition,
            note: self.note,
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
    let stands = |wanted: &str, reach| inflection::occurrences(&translation, wanted, &glossary.profile, reach);
    for group in glossary.relevant(&english) {
        if let Some(entry) = group.iter().find(|entry| entry.do_not_translate) {
            let term = entry.as_term();
            let there = inflected_occurrences(&translation, &term, &glossary.profile);
            if there.len() < occurrences(&english, &term).len() {
                found.push(Breach::Altered(entry));
            }
            continue;
        }
        let wanted: Vec<&String> = group.iter().flat_map(|entry| entry.wanted()).collect();
        let right: Vec<_> = wanted.iter().flat_map(|wanted| stands(wanted, Reach::Wide)).collect();
        if !wanted.is_empty() && right.is_empty() {
            found.push(Breach::Lacks(group[0]));
        }
        // `client` may be wrong and `client léger` right.
        let is_wrong = |range: &std::ops::Range<usize>| {
            !right.iter().any(|right| right.start <= range.start && range.end <= right.end && right.len() > range.len())
        };
        for entry in &group {
            let is_there = |wrong: &&String| stands(wrong, Reach::Narrow).iter().any(is_wrong);
            found.extend(entry.forbidden.iter().find(is_there).map(|wrong| Breach::Forbidden(entry, wrong)));
        }
    }
    found
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
    fn uses_in_many_languages_are_judged_rightly() {
        let uses = include_str!("glossary-uses.txt").lines().filter(|line| line.starts_with(['+', '-']));
        let mut wrong = Vec::new();
        for line in uses {
            let fields: Vec<&str> = line[2..].split(" | ").collect();
            let [locale, entry, english, translation] = fields[..] else { panic!("{line}") };
            let (term, forms) = entry.split_once(" = ").unwrap();
            let (first, forms) = forms.split_once(", ").unwrap_or((forms, ""));
            let yaml = format!("version: 1\nterms:\n- {{term: {term}, translation: {first}, forms: [{forms}]}}\n");
            let glossary = Glossary::parse(&yaml).unwrap().of_locale(locale);
            if breaches(&glossary, english, translation).is_empty() != line.starts_with('+') {
                wrong.push(line);
            }
        }
        assert_eq!(wrong, [] as [&str; 0]);
    }

    #[test]
    fn wrong_translations_are_found_in_other_forms_but_not_in_other_words() {
        for (locale, forbidden, translation, is_there) in [
            ("fr-FR", "client", "Le coffre des clients", true),
            ("fr-FR", "client", "La clientèle du coffre", false),
            ("de-DE", "Kunde", "Der Tresor des Kunden", true),
            ("de-DE", "Kunde", "Der Tresor der Kundschaft", false),
            ("ru-RU", "клиент", "Хранилище клиентам", true),
            ("fi-FI", "asiakas", "Asiakasta varten", true),
            ("tr-TR", "müşteri", "Müşterilerden", true),
            ("ar-SA", "عميل", "للعميلين", true),
            ("ja-JP", "金庫", "この金庫", true),
            // Part of what is right.
            ("fr-FR", "coffre", "Le coffre-fort", false),
        ] {
            let yaml =
                format!("version: 1\nterms:\n- {{term: vault, translation: coffre-fort, forbidden: [{forbidden}]}}\n");
            let glossary = Glossary::parse(&yaml).unwrap().of_locale(locale);
            let found = breaches(&glossary, "The vault", translation);
            let there = found.iter().any(|breach| matches!(breach, Breach::Forbidden(..)));
            assert_eq!(there, is_there, "{translation}");
        }
    }

    #[test]
    fn names_take_the_endings_of_languages_that_give_them_some() {
        let yaml = "version: 1\nterms:\n- {term: Contoso Shield, do_not_translate: true}\n";
        for (locale, translation, kept) in [
            ("fi-FI", "Contoso Shieldissä", true),
            ("tr-TR", "Contoso Shield’in", true),
            ("pl-PL", "w Contoso Shieldzie", true),
            ("ar-SA", "وContoso Shield", true),
            ("ko-KR", "Contoso Shield를", true),
            ("fr-FR", "Contoso Shields", false),
            ("fi-FI", "Contoso-kilpi", false),
        ] {
            let glossary = Glossary::parse(yaml).unwrap().of_locale(locale);
            assert_eq!(breaches(&glossary, "Use Contoso Shield", translation).is_empty(), kept, "{translation}");
        }
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
            ("version: 1\nterms:\n- {term: a, forbidden: [b], forms: [c]}\n", 3, "no `translation`"),
        ] {
            let problem = Glossary::parse(yaml).unwrap_err();
            assert!(problem.message.contains(expected) && problem.line == line, "{yaml}: {problem:?}");
        }
    }
}
