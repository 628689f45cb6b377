//! How languages form words.

use super::Reach;

/// How a language forms words, as far as that shows in their letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Profile {
    family: Family,
    /// Words are put together to longer ones: `Benutzerkonto`.
    compounds: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Family {
    /// Nothing is known: endings are taken as they are in most languages of Europe.
    #[default]
    Unknown,
    Romance,
    /// Articles stand behind: `utilizatorului`.
    Romanian,
    Germanic,
    /// Slavic, Baltic and Greek: endings for case, and vowels that come and go (`účet`, `účtu`).
    Fusional,
    /// Finnic, Hungarian, Turkic, Basque…: as many endings as need be.
    Suffixing(Softening),
    Arabic,
    Hebrew,
}

/// How the end of a stem changes before an ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Softening {
    /// Vowels change, and consonants grade: `ryhmä`, `ryhmien`; `käytäntö`, `käytännöt`.
    Any,
    /// `alma`, `almát`.
    FinalVowel,
    /// `istek`, `isteği`.
    FinalStop,
}

/// Letters at the end of Arabic and Hebrew words: of plurals, possessors and cases.
const ARABIC_ENDINGS: &str = "اتةونيهكم";
const HEBREW_ENDINGS: &str = "יםותהנךכ";

/// What Arabic puts in front of a word without a blank: and, so, the, with, as, to.
const ARABIC_PREFIXES: [&str; 8] = ["", "ال", "ب", "بال", "ك", "كال", "ل", "لل"];
const ARABIC_CONJUNCTIONS: [&str; 3] = ["", "و", "ف"];

impl Profile {
    /// The profile of a locale: `de` of `de-AT`.
    pub fn of(locale: &str) -> Self {
        let language = locale.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let (family, compounds) = match language.as_str() {
            "fr" | "es" | "pt" | "it" | "ca" | "gl" | "oc" | "ast" => (Family::Romance, false),
            "ro" => (Family::Romanian, false),
            "de" | "nl" | "sv" | "da" | "nb" | "nn" | "no" | "is" | "fo" | "af" | "lb" | "fy" => {
                (Family::Germanic, true)
            }
            "ru" | "uk" | "be" | "pl" | "cs" | "sk" | "sl" | "hr" | "sr" | "bs" | "bg" | "mk" | "lt" | "lv" | "el" => {
                (Family::Fusional, false)
            }
            "fi" | "et" => (Family::Suffixing(Softening::Any), true),
            "hu" => (Family::Suffixing(Softening::FinalVowel), true),
            "tr" | "az" | "kk" | "ky" | "uz" | "tk" | "eu" | "ka" | "mn" => {
                (Family::Suffixing(Softening::FinalStop), false)
            }
            "ar" => (Family::Arabic, false),
            "he" | "iw" => (Family::Hebrew, false),
            _ => (Family::Unknown, false),
        };
        Self { family, compounds }
    }

    /// Letters that the language may put behind a name of another one, at most: `Teamsissa`, `Azurem`, `Contosos`.
    pub fn name_ending(&self) -> usize {
        match self.family {
            Family::Suffixing(_) => 8,
            Family::Fusional => 4,
            Family::Germanic => 1,
            _ => 0,
        }
    }

    /// Whether a word is a form of the wanted one, both folded. Of several words all but the last are `inner`: in
    /// Germanic languages an adjective, mostly.
    pub(super) fn is_form(&self, word: &[char], wanted: &[char], reach: Reach, inner: bool) -> bool {
        if word == wanted {
            return true;
        }
        match self.family {
            Family::Arabic => is_semitic_form(word, wanted, &arabic_cores, (ARABIC_ENDINGS, 5, &['ة'])),
            Family::Hebrew => is_semitic_form(word, wanted, &hebrew_cores, (HEBREW_ENDINGS, 4, &['ה', 'ת'])),
            _ if wanted.len() < 4 => self.is_short_form(word, wanted),
            _ if reach == Reach::Narrow => self.is_near(word, wanted),
            _ => self.is_inflected(word, wanted, inner) || (self.compounds && stands_in_compound(word, wanted)),
        }
    }

    /// `app` in `apps`, not in `appel`.
    fn is_short_form(&self, word: &[char], wanted: &[char]) -> bool {
        // `vez`, `veces`.
        let stem = wanted.strip_suffix(&['z']).filter(|_| self.family == Family::Romance);
        if stem.and_then(|stem| word.strip_prefix(stem)).is_some_and(|rest| rest == ['c', 'e', 's']) {
            return true;
        }
        let Some(rest) = word.strip_prefix(wanted) else { return false };
        let rest: String = rest.iter().collect();
        match self.family {
            Family::Suffixing(_) => wanted.len() > 2 || rest.len() < 4,
            Family::Fusional => rest.chars().count() <= 3 && wanted.len() > 2,
            Family::Germanic => ["s", "e", "n", "en", "er", "es", "et", "len", "sen", "pen", "ten"].contains(&&*rest),
            _ => ["s", "es", "x", "e", "i", "n"].contains(&&*rest),
        }
    }

    /// The word with an ending of a few letters, and no more.
    fn is_near(&self, word: &[char], wanted: &[char]) -> bool {
        let (drop, grow) = match self.family {
            Family::Suffixing(softening) => (softening.letters(wanted).min(1), usize::MAX),
            Family::Fusional => (usize::from(is_weak(wanted)), 3),
            _ => (0, 2),
        };
        is_grown(word, &wanted[..wanted.len() - drop], drop.saturating_add(grow))
    }

    fn is_inflected(&self, word: &[char], wanted: &[char], inner: bool) -> bool {
        let len = wanted.len();
        let (drop, grow) = match self.family {
            Family::Unknown => (if len > 5 { 2 } else { 0 }, 4),
            Family::Romance => (romance_ending(wanted), 3),
            Family::Romanian => (romance_ending(wanted), 6),
            Family::Germanic if inner => (adjective_ending(wanted), 3),
            Family::Germanic => (noun_ending(wanted), usize::MAX),
            // Greek: `ρόλος`, `ρόλων`.
            Family::Fusional => (if len > 5 || wanted.ends_with(&['σ']) { 2 } else { 1 }, 6),
            Family::Suffixing(softening) => (softening.letters(wanted), usize::MAX),
            Family::Arabic | Family::Hebrew => return false,
        };
        let grown = |stem: &[char], drop: usize| is_grown(word, stem, drop.saturating_add(grow));
        let changed = match self.family {
            Family::Germanic => without_last_vowel(wanted).or_else(|| with_short_vowel(wanted)),
            Family::Fusional | Family::Suffixing(Softening::FinalStop) => without_last_vowel(wanted),
            _ => None,
        };
        grown(&wanted[..len - drop], drop) || changed.is_some_and(|stem| grown(&stem, 1))
    }
}

impl Softening {
    /// Letters at the end of a stem that may change.
    fn letters(self, wanted: &[char]) -> usize {
        let last = wanted.last().copied().unwrap_or_default();
        match self {
            Self::Any if wanted.len() > 5 => 2,
            Self::Any => 1,
            Self::FinalVowel => usize::from(matches!(last, 'a' | 'e')),
            Self::FinalStop => usize::from(matches!(last, 'p' | 'c' | 't' | 'k')),
        }
    }
}

fn is_grown(word: &[char], stem: &[char], most: usize) -> bool {
    word.starts_with(stem) && word.len() - stem.len() <= most
}

fn is_vowel(c: char) -> bool {
    "aeiouyаеиоуыэюяіїєαεηιουω".contains(c)
}

/// Ends in what inflection replaces: a vowel or a soft sign.
fn is_weak(wanted: &[char]) -> bool {
    wanted.last().is_some_and(|last| is_vowel(*last) || matches!(last, 'ь' | 'й' | 'σ'))
}

/// `ruolo`, `ruoli`; `opção`, `opções`; `administrateur`, `administratrices`.
fn romance_ending(wanted: &[char]) -> usize {
    match wanted.len() {
        _ if wanted.ends_with(&['a', 'o']) => 2,
        0..6 => 1,
        6..10 => 2,
        _ => 3,
    }
}

/// `Konto`, `Konten`; `Zentrum`, `Zentren`.
fn noun_ending(wanted: &[char]) -> usize {
    match wanted {
        [.., 'u', 'm' | 's'] if wanted.len() > 5 => 2,
        [.., last] if is_vowel(*last) && wanted.len() > 4 => 1,
        _ => 0,
    }
}

/// `bedingter`, `bedingten`.
fn adjective_ending(wanted: &[char]) -> usize {
    match wanted {
        [.., 'e', 'r' | 'n' | 's' | 'm'] if wanted.len() > 5 => 2,
        [.., 'e'] => 1,
        _ => 0,
    }
}

/// `účet`, `účtu`; `nyckel`, `nycklar`.
fn without_last_vowel(wanted: &[char]) -> Option<Vec<char>> {
    let [rest @ .., vowel, last] = wanted else { return None };
    let goes = is_vowel(*vowel) && !is_vowel(*last) && rest.len() > 1 && !rest.last().is_some_and(|c| is_vowel(*c));
    goes.then(|| rest.iter().chain([last]).copied().collect())
}

/// `apparaat`, `apparaten`.
fn with_short_vowel(wanted: &[char]) -> Option<Vec<char>> {
    let [rest @ .., one, other, last] = wanted else { return None };
    let is_long = one == other && is_vowel(*one) && !is_vowel(*last);
    is_long.then(|| rest.iter().chain([one, last]).copied().collect())
}

/// A part of a longer word: `Benutzer` in `Hauptbenutzerkonten`. Four letters are a part only at the end, since
/// they stand in many words.
fn stands_in_compound(word: &[char], wanted: &[char]) -> bool {
    let stem = &wanted[..wanted.len() - if wanted.len() > 5 { noun_ending(wanted) } else { 0 }];
    let found = |at: usize| word[at..].starts_with(stem) && (stem.len() > 4 || word.len() - at - stem.len() < 3);
    (2..word.len().saturating_sub(stem.len()) + 1).any(found)
}

/// Whether what is left of a word without prefixes is the wanted word with other endings.
fn is_semitic_form(
    word: &[char],
    wanted: &[char],
    cores: &dyn Fn(&[char]) -> Vec<Vec<char>>,
    (endings, most, dropped): (&str, usize, &[char]),
) -> bool {
    let stem = |wanted: &[char]| -> Vec<char> {
        let drop = wanted.last().is_some_and(|last| dropped.contains(last)) && wanted.len() > 3;
        wanted[..wanted.len() - usize::from(drop)].to_vec()
    };
    let is_form = |core: &[char], stem: &[char]| {
        let rest = core.strip_prefix(stem);
        rest.is_some_and(|rest| rest.len() <= most && rest.iter().all(|c| endings.contains(*c)))
    };
    let article: Vec<char> = "ال".chars().collect();
    let bare = wanted.strip_prefix(article.as_slice()).unwrap_or(wanted);
    let stem = stem(bare);
    stem.len() > 1 && cores(word).iter().any(|core| is_form(core, &stem))
}

fn arabic_cores(word: &[char]) -> Vec<Vec<char>> {
    let mut cores = Vec::new();
    for conjunction in ARABIC_CONJUNCTIONS {
        for prefix in ARABIC_PREFIXES {
            let front: Vec<char> = conjunction.chars().chain(prefix.chars()).collect();
            cores.extend(word.strip_prefix(front.as_slice()).map(<[char]>::to_vec));
        }
    }
    cores
}

/// Hebrew puts up to three letters in front: and, the, in, to, from, that, as.
fn hebrew_cores(word: &[char]) -> Vec<Vec<char>> {
    let prefixes = word.iter().take(3).take_while(|c| "והבלמשכ".contains(**c)).count();
    (0..=prefixes).map(|len| word[len..].to_vec()).collect()
}
