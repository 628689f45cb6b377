//! What a chatty model writes before its translations: `Here is the translation: …`.
//!
//! An answer with a flaw is asked for again, and a text without a draft stays missing, so nothing is taken for a
//! preamble that a translation may well be:
//!
//! 1. Words up to a colon, a line end or a quotation mark of which the English has fewer, and that speak of a translation.
//! 2. Such words, whatever they say, before two answers whose English does not begin alike. The first waits for the
//!    other, though not for long; a run that is killed meanwhile has to ask for it again.
//! 3. Two words or more before all answers of a request, or before all of the first answers of a run, whose English
//!    begins differently each time. Nothing waits for this, so the first three of a service that gets one text a
//!    request are handed on before it shows.

use rustc_hash::FxHashMap;

/// Longest preamble, in characters.
const LONGEST: usize = 100;

/// So many answers are compared at least.
const FIRST: usize = 4;

/// After so many answers an answer waits no longer.
const LONGEST_WAIT: usize = 20;

/// The word for a translation, in what models write themselves and in the language they write.
const TRANSLATION: [&str; 40] = [
    "translat",
    "traduc",
    "traduz",
    "tradui",
    "tradus",
    "traduir",
    "übersetz",
    "vertaal",
    "vertaling",
    "oversæt",
    "oversatt",
    "oversett",
    "översätt",
    "översatt",
    "käännös",
    "tõlge",
    "tulkojum",
    "vertim",
    "tłumacz",
    "překlad",
    "preklad",
    "prijevod",
    "prevod",
    "перевод",
    "переклад",
    "превод",
    "μετάφραση",
    "fordítás",
    "çeviri",
    "tərcümə",
    "翻訳",
    "翻译",
    "翻譯",
    "译文",
    "번역",
    "ترجمة",
    "ترجمه",
    "תרגום",
    "अनुवाद",
    "terjemahan",
];

/// A translation that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The text, by its place.
    pub index: usize,
    pub translation: String,
    /// It is the second answer for its text, and the last.
    pub is_last: bool,
}

/// What an answer made plain.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Translations to hand on.
    pub fine: Vec<Held>,
    /// Words before this answer that are not of its translation.
    pub preamble: Option<String>,
    /// Translations that waited and have the same before them.
    pub others: Vec<Held>,
}

/// The answers of a run.
#[derive(Debug, Default)]
pub struct Watch {
    /// What stood before answers and looks like a preamble, with the answers that wait.
    leads: FxHashMap<String, Vec<Waiting>>,
    /// Known preambles.
    known: Vec<String>,
    /// The first answers, with what was sent, until there are enough.
    first: Vec<(String, String)>,
    answers: usize,
}

/// An answer that waits.
#[derive(Debug)]
struct Waiting {
    sent: String,
    held: Held,
    /// The number of the answer.
    since: usize,
}

impl Watch {
    /// Looks at all answers of a request, before each is looked at.
    pub fn see_all(&mut self, pairs: &[(&str, &str)]) {
        if pairs.len() >= FIRST {
            self.known.extend(common_preamble(pairs));
        }
    }

    /// Looks at an answer to what was sent.
    pub fn see(&mut self, sent: &str, answer: &str, held: Held) -> Seen {
        self.answers += 1;
        let mut seen = Seen { fine: self.due(), ..Seen::default() };
        let is_known = |known: &&String| answer.starts_with(known.as_str()) && !sent.starts_with(known.as_str());
        if let Some(known) = self.known.iter().find(is_known) {
            seen.preamble = Some(known.clone());
            return seen;
        }
        match lead(sent, answer) {
            Some(lead) if is_typical(lead, sent) => seen.preamble = Some(lead.to_owned()),
            Some(lead) => self.see_lead(lead, Waiting { sent: sent.to_owned(), held, since: self.answers }, &mut seen),
            None => self.see_first(sent, answer, held, &mut seen),
        }
        seen
    }

    /// All that wait still, at the end of a run.
    pub fn into_held(self) -> impl Iterator<Item = Held> {
        self.leads.into_values().flatten().map(|waiting| waiting.held)
    }

    /// Those that have waited long enough.
    fn due(&mut self) -> Vec<Held> {
        let mut due = Vec::new();
        for waiting in self.leads.values_mut() {
            let is_due = |waiting: &mut Waiting| waiting.since + LONGEST_WAIT <= self.answers;
            due.extend(waiting.extract_if(.., is_due).map(|waiting| waiting.held));
        }
        due
    }

    fn see_lead(&mut self, lead: &str, new: Waiting, seen: &mut Seen) {
        let waiting = self.leads.entry(lead.to_owned()).or_default();
        let words = lead.split_whitespace().count();
        let begin_alike = |other: &Waiting| common_words(&other.sent, &new.sent) >= words.saturating_sub(1).max(1);
        if waiting.iter().all(begin_alike) {
            waiting.push(new);
            return;
        }
        seen.others = std::mem::take(waiting).into_iter().map(|waiting| waiting.held).collect();
        seen.preamble = Some(lead.to_owned());
        self.known.push(lead.to_owned());
    }

    fn see_first(&mut self, sent: &str, answer: &str, held: Held, seen: &mut Seen) {
        // A second answer, or one for a text that looks alike, says nothing new.
        let is_new = self.first.len() < FIRST && !held.is_last && self.first.iter().all(|(other, _)| other != sent);
        if is_new {
            self.first.push((sent.to_owned(), answer.to_owned()));
        }
        if is_new && self.first.len() == FIRST {
            let pairs: Vec<(&str, &str)> = self.first.iter().map(|(sent, answer)| (&**sent, &**answer)).collect();
            seen.preamble = common_preamble(&pairs);
            self.known.extend(seen.preamble.clone());
        }
        if seen.preamble.is_none() {
            seen.fine.push(held);
        }
    }
}

/// What stands before the first colon, line end or quotation mark of an answer, with it, if what was sent has fewer.
fn lead<'a>(sent: &str, answer: &'a str) -> Option<&'a str> {
    const COLONS: [char; 2] = [':', '：'];
    const QUOTES: [char; 6] = ['"', '“', '„', '«', '「', '『'];
    let count = |text: &str, marks: &[char]| text.matches(|c| marks.contains(&c)).count();
    let marks = [&COLONS[..], &QUOTES, &['\n']];
    let more = marks.iter().filter(|marks| count(answer, marks) > count(sent, marks)).copied().flatten();
    let (at, mark) = more.filter_map(|mark| Some((answer.find(*mark)?, *mark))).min()?;
    let lead = &answer[..at + mark.len_utf8()];
    let words = &lead[..at];
    // Kept parts belong to the translation.
    let is_plain = !words.contains('<') && !handback_core::translate::markup::has_tokens(words);
    let has_word = words.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let goes_on = answer[lead.len()..].contains(char::is_alphanumeric);
    (is_plain && has_word && goes_on && words.chars().count() <= LONGEST).then_some(lead)
}

/// Whether words speak of a translation, and what was sent does not.
fn is_typical(lead: &str, sent: &str) -> bool {
    let speaks = |text: &str| {
        let text = text.to_lowercase();
        TRANSLATION.iter().any(|word| text.contains(word))
    };
    speaks(lead) && !speaks(sent)
}

/// Words that all answers begin with, if what was sent begins differently each time.
fn common_preamble(pairs: &[(&str, &str)]) -> Option<String> {
    let differ = pairs
        .iter()
        .enumerate()
        .all(|(at, (one, _))| pairs[at + 1..].iter().all(|(other, _)| common_words(one, other) == 0));
    let (_, first) = pairs.first()?;
    let shortest = pairs.iter().map(|(_, other)| common_prefix(first, other)).min()?;
    let prefix = &first[..shortest];
    let is_cjk = prefix.chars().filter(|c| c.is_alphabetic() && *c >= '\u{2E80}').count() > 5;
    let prefix = if is_cjk { prefix } else { &prefix[..prefix.rfind(char::is_whitespace)?] };
    let words = prefix.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let is_plain = !prefix.contains('<') && !handback_core::translate::markup::has_tokens(prefix);
    (differ && is_plain && (words > 1 || is_cjk)).then(|| prefix.to_owned())
}

/// Bytes that two texts have in common at the start.
fn common_prefix(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
}

/// Words that two texts have in common at the start.
fn common_words(one: &str, other: &str) -> usize {
    one.split_whitespace().zip(other.split_whitespace()).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(index: usize) -> Held {
        Held { index, translation: String::new(), is_last: false }
    }

    /// What becomes of answers in turn: `+` is handed on, `.` waits, `!` has a preamble.
    fn seen(pairs: &[(&str, &str)]) -> String {
        let mut watch = Watch::default();
        let mut out = String::new();
        for (index, (sent, answer)) in pairs.iter().enumerate() {
            let seen = watch.see(sent, answer, held(index));
            out.push_str(&"+".repeat(seen.fine.len()));
            out.push_str(&"!".repeat(seen.others.len() + usize::from(seen.preamble.is_some())));
            if seen == Seen::default() {
                out.push('.');
            }
        }
        out
    }

    #[test]
    fn words_about_a_translation_are_a_preamble_at_once() {
        for (sent, answer) in [
            ("Save the file.", "Here is the translation: Enregistrez le fichier."),
            ("Save the file.", "Voici la traduction :\nEnregistrez le fichier."),
            ("Save", "Traducción: Guardar"),
            ("Save", "Sure! Here's the translated text: \"Speichern\""),
            ("Save", "Übersetzung: Speichern"),
            ("Note: save", "Here is the translation: Remarque : enregistrez"),
            ("保存", "以下是翻译：保存"),
            ("Save", "以下は翻訳です：保存"),
            ("Save", "번역: 저장"),
        ] {
            assert_eq!(seen(&[(sent, answer)]), "!", "{answer}");
        }
        for (sent, answer) in [
            ("The translation is here: x", "La traduction est ici : x"),
            ("Translation memory", "Mémoire de traduction : base"),
            ("XPH0X holds it", "XPH0X : la traduction"),
            ("Save", "L'enregistrement"),
        ] {
            assert_ne!(seen(&[(sent, answer)]), "!", "{answer}");
        }
    }

    #[test]
    fn the_same_words_before_several_answers_are_a_preamble() {
        assert_eq!(
            seen(&[("Save it", "Of course: a b"), ("Open it", "Of course: c d"), ("Go", "Of course: e")]),
            ".!!!"
        );
        // Their English begins alike, so they may.
        assert_eq!(seen(&[("Note – save", "Hinweis: a"), ("Note – open", "Hinweis: b"), ("Go", "Los")]), "..+");
        assert_eq!(seen(&[("Save: a", "Speichern: a"), ("Open: b", "Speichern: b")]), "++");
    }

    #[test]
    fn words_before_all_first_answers_are_a_preamble() {
        let sent = ["Save it", "Open a file", "Yes", "The vault is full", "Close"];
        let all = |words: &str| sent.map(|sent| (sent, format!("{words}{sent}x")));
        let seen = |answers: [(&str, String); 5]| {
            let pairs: Vec<(&str, &str)> = answers.iter().map(|(sent, answer)| (*sent, answer.as_str())).collect();
            seen(&pairs)
        };
        assert_eq!(seen(all("La réponse est ")), "+++!!");
        assert_eq!(seen(all("très ")), "+++++");
        assert_eq!(seen(all("回答は以下のとおり")), "+++!!");
        let mut one_without = all("La réponse est ");
        one_without[1].1 = "Ouvrir".into();
        assert_eq!(seen(one_without), "+++++");
        // Of one request they are compared first.
        let mut watch = Watch::default();
        let answers = sent.map(|sent| format!("La réponse est {sent}x"));
        let pairs: Vec<(&str, &str)> = sent.into_iter().zip(answers.iter().map(String::as_str)).collect();
        watch.see_all(&pairs);
        assert_eq!(watch.see(pairs[0].0, pairs[0].1, held(0)).preamble.as_deref(), Some("La réponse est"));
    }

    #[test]
    fn nothing_waits_for_long_or_is_forgotten() {
        let mut watch = Watch::default();
        assert_eq!(watch.see("See x", "Siehe: x", held(0)), Seen::default());
        for index in 1..LONGEST_WAIT {
            assert_eq!(watch.see("b", "c", held(index)).fine, [held(index)]);
        }
        assert_eq!(watch.see("b", "c", held(20)).fine, [held(0), held(20)]);
        assert_eq!(watch.see("Call x", "Siehe: x", held(21)), Seen::default());
        assert_eq!(watch.into_held().collect::<Vec<_>>(), [held(21)]);
    }
}
