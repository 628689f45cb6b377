//! What is said and what is denied: `not` that was lost, or that the English does not have, and answers that became the others.
//!
//! Only what is plain counts. The English has to deny with a word that does nothing else, and the translation has to be without any
//! word, prefix or ending by which its language denies, forbids or excludes; the other way around likewise. Of a language that
//! is not in the tables nothing is judged.

mod bounds;
mod list;
mod opposites;
mod tables;

use std::cell::OnceCell;

use super::visible::OBJECT;
use super::{Finding, Kind, Language, Pair, words};
use list::List;
use tables::{ANSWERS, DENIALS, Denials, ENGLISH_DENIALS, ENGLISH_LACK, ENGLISH_TURNS};

/// Compares what both texts deny; a translation that is English still is no matter of this.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let words = Words::of(pair);
    let found = answer(pair).or_else(|| denial(&words)).or_else(|| opposites::check(pair, &words));
    findings.extend(found.or_else(|| bounds::check(pair)));
}

/// The words of both texts.
struct Words<'p> {
    english: &'p [String],
    /// The translation in lower case, and its words once they are asked for.
    lower: String,
    own: OnceCell<Vec<String>>,
    pair: &'p Pair<'p>,
}

impl<'p> Words<'p> {
    fn of(pair: &'p Pair<'p>) -> Self {
        Self { english: &pair.english.said, lower: pair.wording.text.to_lowercase(), own: OnceCell::new(), pair }
    }

    fn own(&self) -> &[String] {
        self.own.get_or_init(|| words_of(&self.lower))
    }
}

/// `Yes` that became no, or the reverse.
fn answer(pair: &Pair<'_>) -> Option<Finding> {
    let (_, yes, no) = ANSWERS.iter().find(|(code, ..)| *code == code_of(pair.context.language))?;
    let english = is_answer(&pair.english.visible.text, "Yes", "No")?;
    let wording = is_answer(&pair.wording.text, yes, no)?;
    if english == wording {
        return None;
    }
    let [ours, theirs] = [english, wording].map(|is_yes| if is_yes { "Yes" } else { "No" });
    let first = first_word(&pair.wording.text);
    let message = format!("`{first}` is the answer {theirs}, and the English says {ours}");
    Some(Finding::new(Kind::Negation, first, message, "give the answer of the English").mild())
}

/// Whether a text begins with the answer yes or no; `None` if it is neither. `No` in `No data is kept` is none.
fn is_answer(text: &str, yes: &str, no: &str) -> Option<bool> {
    let first = first_word(text);
    let behind = text.trim_start()[first.len()..].chars().next();
    if behind.is_some_and(|c| !matches!(c, '.' | ',' | ';' | ':' | '!' | '。' | '，' | '、' | '！' | '،' | '؛')) {
        return None;
    }
    let is_among = |words: &str| words.split('|').any(|word| word.to_lowercase() == first.to_lowercase());
    match (is_among(yes), is_among(no)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

fn code_of(language: &Language) -> &'static str {
    language.data().map_or("", |data| data.code)
}

fn denial(words: &Words<'_>) -> Option<Finding> {
    let (english, visible) = (words.english, &words.pair.english.visible.text);
    let code = code_of(words.pair.context.language);
    let (_, table) = DENIALS.iter().find(|(known, _)| *known == code)?;
    // What stands in a code span or behind a link's target is not seen here.
    if words.lower.trim_matches(|c: char| c == OBJECT || !c.is_alphabetic()).is_empty() {
        return None;
    }
    let denied = ENGLISH_DENIALS.any_of(english);
    let lost = denied.filter(|_| ENGLISH_TURNS.any_of(english).is_none() && !table.says_any(words));
    // `404 Not Found` is a name, which both have; `do it or not` and `don’t you like it?` deny nothing.
    let is_kept = |word: &String| words.own().contains(word) || asks_or_leaves_open(english, visible);
    if let Some(word) = lost.filter(|word| !is_kept(word)) {
        let message = format!("the English denies something (`{word}`), and the translation does not");
        return Some(Finding::new(Kind::Negation, word, message, "say what the English says").mild());
    }
    if let Some(both) = denied_without(words, code) {
        let message =
            format!("the translation denies something (`{both}`) beside what is without, and the English does not");
        return Some(Finding::new(Kind::Negation, both, message, "say what the English says").mild());
    }
    // `N/A` is a sentence in other languages.
    // `case-insensitive` denies as its parts do.
    let mut parts = english.iter().flat_map(|word| word.split('-').skip(1));
    let mut denies_nothing = || {
        denied.is_none()
            && english.len() > 2
            && ENGLISH_LACK.any_of(english).is_none()
            && !parts.any(|part| ENGLISH_LACK.has(part))
    };
    let strong = table.strong_in(words)?;
    if !denies_nothing() {
        return None;
    }
    let message = format!("the translation denies something (`{strong}`), and the English does not");
    Some(Finding::new(Kind::Negation, &strong, message, "say what the English says").mild())
}

/// The denial of a translation, where the English has `without` alone: `can be done without` that became `cannot be done without`.
fn denied_without(words: &Words<'_>, code: &str) -> Option<&'static str> {
    const WITHOUT: [(&str, &str, &str); 6] = [
        ("fr", "sans", "pas"),
        ("de", "ohne", "nicht"),
        ("es", "sin", "no"),
        ("it", "senza", "non"),
        ("pt", "sem", "não"),
        ("nl", "zonder", "niet"),
    ];
    // Words of other senses are no matter here: `delete it without losing data`.
    static FINE: List = List::new("without delet* remov* any* losing lose* lost drop* other others another within up");
    let (_, without, denial) = WITHOUT.iter().find(|(known, ..)| *known == code)?;
    let count = |words: &[String], word: &str| words.iter().filter(|other| *other == word).count();
    if count(words.english, "without") != 1 {
        return None;
    }
    let mut others = words.english.iter().filter(|word| !FINE.has(word));
    let is_plain = !others.any(|word| ENGLISH_DENIALS.has(word) || ENGLISH_LACK.has(word));
    (is_plain && count(words.own(), without) == 1 && count(words.own(), denial) == 1).then_some(*denial)
}

/// Whether an English text asks by a denial, or says that both are possible.
fn asks_or_leaves_open(english: &[String], text: &str) -> bool {
    const ASKED: [&str; 8] = ["you", "we", "they", "it", "i", "that", "this", "there"];
    let follows = |first: &str, then: &[&str]| {
        english.windows(2).any(|pair| pair[0] == first && then.contains(&pair[1].as_str()))
    };
    text.contains('?') && follows("n’t", &ASKED) || follows("or", &["not"])
}

/// The words of a text in lower case, cut behind apostrophes; `n’t` is a word.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in words::words(text) {
        let mut parts = word.lower.split(['\'', '’']).peekable();
        let mut is_cut = false;
        while let Some(part) = parts.next() {
            found.push(match parts.peek() {
                Some(_) => format!("{part}’"),
                None if is_cut && part == "t" => "n’t".to_owned(),
                None => part.to_owned(),
            });
            is_cut = true;
        }
    }
    found
}

impl Denials {
    fn says_any(&self, words: &Words<'_>) -> bool {
        [&self.strong, &self.weak].iter().any(|list| self.first_of(list, words).is_some())
    }

    /// The word by which a text denies without doubt.
    fn strong_in(&self, words: &Words<'_>) -> Option<String> {
        let strong = self.first_of(&self.strong, words)?;
        (self.with.is_empty() || self.first_of(&self.with, words).is_some()).then_some(strong)
    }

    fn first_of(&self, list: &List, words: &Words<'_>) -> Option<String> {
        if !self.is_unspaced {
            return list.first_of(words.own().iter().filter(|word| !self.harmless.has(word))).cloned();
        }
        // Most texts have none of them, also before what is harmless is taken out.
        let lower = &words.lower;
        list.parts().find(|mark| lower.contains(mark))?;
        let plain = self.harmless.parts().fold(lower.clone(), |text, harmless| text.replace(harmless, " "));
        list.parts().find(|mark| plain.contains(mark)).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Context, English, House, judge_text};
    use super::*;
    use crate::text::constructs::Constructs;
    use crate::translate::inline::Known;

    pub(super) fn is_found(locale: &str, english: &str, wording: &str) -> bool {
        let (language, house) = (Language::of(locale), House::default());
        let known = Known { terms: &[], labels: &[], constructs: Some(Constructs::docfx()) };
        let found = judge_text(&English::new(english, known), wording, &Context::new(&language, &house));
        found.iter().any(|finding| finding.kind == Kind::Negation)
    }

    #[test]
    fn what_is_denied_on_one_side_only_is_found() {
        for (locale, english, wording) in [
            ("de-DE", "The service is not certified.", "Der Dienst ist zertifiziert."),
            ("de-DE", "The drive is encrypted.", "Das Laufwerk ist nicht verschlüsselt."),
            ("fr-FR", "Never share the password.", "Partagez le mot de passe."),
            ("fr-FR", "Records are signed by us.", "Les enregistrements ne sont pas signés par nous."),
            ("es-ES", "It can’t be deleted by users.", "Los usuarios pueden borrarlo."),
            ("it-IT", "Do not press the lever.", "Premere la leva."),
            ("ja-JP", "Do not press the lever.", "レバーを押してください。"),
            ("zh-CN", "This plan isn't supported there.", "该方案在那里受支持。"),
            ("ar-SA", "The data isn't encrypted there.", "البيانات مشفرة هناك."),
            ("ru-RU", "Do not turn the wheel.", "Поверните колесо."),
            ("ko-KR", "Do not press the lever.", "레버를 누르십시오."),
            ("tr-TR", "Do not press the lever.", "Kola basın."),
            ("cs-CZ", "Do not press the lever.", "Stiskněte páku."),
            ("fi-FI", "Do not press the lever.", "Paina vipua."),
            ("hu-HU", "Never share the password.", "Ossza meg a jelszót."),
            ("vi-VN", "Do not press the lever.", "Hãy nhấn cần gạt."),
            ("de-DE", "You can go on without a key.", "Sie können ohne Schlüssel nicht fortfahren."),
        ] {
            assert!(is_found(locale, english, wording), "{locale}: {english} / {wording}");
        }
    }

    #[test]
    fn what_is_said_in_another_way_is_no_denial_lost() {
        for (locale, english, wording) in [
            ("de-DE", "Do not forget to save.", "Denken Sie daran zu speichern."),
            ("de-DE", "It is not possible.", "Es ist unmöglich."),
            ("de-DE", "Only owners see it.", "Wer nicht Eigentümer ist, sieht es nicht."),
            ("de-DE", "Unless you agree, it stops.", "Wenn Sie nicht zustimmen, endet es."),
            ("fr-FR", "It is not available.", "Il est indisponible."),
            ("fr-FR", "The door is closed to guests.", "La porte est fermée aux invités."),
            ("ja-JP", "You must sign in.", "サインインしなければなりません。"),
            ("ja-JP", "It is not stored.", "保存されません。"),
            ("zh-CN", "Not only users see it.", "用户和管理员都能看到。"),
            ("fr-FR", "A text is translated once.", "Un texte n’est traduit qu’une fois."),
            ("es-ES", "No. 5 of the list", "N.º 5 de la lista"),
            ("tr-TR", "Do not press the lever.", "Kola basmayın."),
            ("cs-CZ", "Do not press the lever.", "Nemačkejte páku."),
            ("fi-FI", "Do not press the lever.", "Älä paina vipua."),
            ("hu-HU", "Never share the password.", "Soha ne ossza meg a jelszót."),
            ("vi-VN", "Do not press the lever.", "Không nhấn cần gạt."),
            ("de-DE", "It works without a key.", "Es funktioniert ohne Schlüssel."),
        ] {
            assert!(!is_found(locale, english, wording), "{locale}: {english} / {wording}");
        }
    }

    #[test]
    fn answers_are_those_of_the_english() {
        for (locale, english, wording, found) in [
            ("de-DE", "Yes", "Nein", true),
            ("de-DE", "No, only in Europe.", "Ja, nur in Europa.", true),
            ("ja-JP", "Yes.", "いいえ。", true),
            ("de-DE", "Yes", "Ja", false),
            ("es-ES", "No", "No", false),
            ("de-DE", "No data is kept.", "Es werden keine Daten gespeichert.", false),
            ("fr-FR", "Yes, it does.", "Oui.", false),
        ] {
            assert_eq!(is_found(locale, english, wording), found, "{locale}: {english} / {wording}");
        }
    }
}
