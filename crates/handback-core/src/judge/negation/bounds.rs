//! At least that became at most, or the reverse.

use crate::judge::{Finding, Kind, Pair};

const LEAST: [&str; 3] = ["at least", "no fewer than", "no less than"];
const MOST: [&str; 2] = ["at most", "no more than"];

/// How languages say at least, and at most. Parts of a text, divided by `|`.
const WORDS: [(&str, [&str; 2]); 11] = [
    ("fr", ["au moins|minimum|minimal|au minimum", "au plus|au maximum|tout au plus|pas plus de"]),
    ("de", ["mindest|wenigstens|minimal|minimum", "höchst|maximal|maximum|nicht mehr als"]),
    ("es", ["al menos|como mínimo|por lo menos|mínim", "como máximo|a lo sumo|no más de"]),
    ("it", ["almeno|minimo|per lo meno", "al massimo|al più|non più di"]),
    ("pt", ["pelo menos|no mínimo|ao menos|mínim", "no máximo|não mais de"]),
    ("nl", ["ten minste|minste|minimaal|minimum", "hoogstens|maximaal|ten hoogste|niet meer dan"]),
    ("pl", ["co najmniej|przynajmniej|minimum|minimal", "co najwyżej|maksymaln|nie więcej niż"]),
    ("ru", ["не менее|минимум|минимальн|по крайней мере|хотя бы|не меньше", "не более|максимум|не больше"]),
    ("ja", ["以上|少なくとも|最低|最小|最少", "以下に|以下で|文字以下|以内|最大"]),
    ("zh", ["至少|最少|不少于|不少於|起码|最低|以上", "最多|至多|不超过|不超過"]),
    ("ko", ["이상|적어도|최소|하나라도", "이하|최대|많아야"]),
];

/// Finds the one bound where the English has only the other.
pub(super) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let english = &pair.english.lower;
    let has = |phrases: &[&'static str]| phrases.iter().copied().find(|phrase| english.contains(phrase));
    let (at, phrase) = match (has(&LEAST), has(&MOST)) {
        (Some(phrase), None) => (0, phrase),
        (None, Some(phrase)) => (1, phrase),
        _ => return None,
    };
    // Another bound has words of its own.
    if ["max", "min", "up to", "limit", "exceed", "longer", "more than", "less than", "fewer than", "within", "not "]
        .iter()
        .any(|word| english.replace(phrase, " ").contains(word))
    {
        return None;
    }
    let (_, words) = WORDS.iter().find(|(code, _)| *code == pair.context.language.code())?;
    let lower = pair.wording.text.to_lowercase();
    let says = |list: &'static str| list.split('|').find(|part| lower.contains(part));
    let other = says(words[1 - at]).filter(|_| says(words[at]).is_none())?;
    let message = format!("`{other}` is the opposite of `{phrase}` in the English");
    Some(Finding::new(Kind::Negation, other, message, "say what the English says").mild())
}

#[cfg(test)]
mod tests {
    use super::super::tests::is_found;

    #[test]
    fn bounds_are_those_of_the_english() {
        for (locale, english, wording, found) in [
            ("de-DE", "Use at least six signs.", "Verwenden Sie höchstens sechs Zeichen.", true),
            ("fr-FR", "Send at most six files.", "Envoyez au moins six fichiers.", true),
            ("ja-JP", "Use at least 6 letters.", "6 文字以下にしてください。", true),
            ("de-DE", "Use at least six signs.", "Verwenden Sie mindestens sechs Zeichen.", false),
            ("de-DE", "Use at least six signs, 9 at most.", "Verwenden Sie höchstens neun Zeichen.", false),
            ("ja-JP", "At least one of these:", "以下のいずれか 1 つ:", false),
            ("es-ES", "At least try it.", "Pruébelo.", false),
        ] {
            assert_eq!(is_found(locale, english, wording), found, "{locale}: {english} / {wording}");
        }
    }
}
