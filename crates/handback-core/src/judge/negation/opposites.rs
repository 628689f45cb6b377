//! What is the opposite of its English: enabled that became disabled, a maximum that became a minimum.

use super::{DENIALS, ENGLISH_DENIALS, fits, patterns, words_of};
use crate::judge::{Finding, Kind, Language, Pair};

/// Two opposites. Patterns are those of [`fits`].
struct Opposites {
    /// The words for them in English.
    english: [&'static str; 2],
    /// What the English may say besides, that a translation may have the same words for.
    near: [&'static str; 2],
    /// How languages say them. Where no blanks are between words these are parts of a text.
    languages: &'static [(&'static str, [&'static str; 2])],
}

const ALL: [Opposites; 3] = [
    Opposites {
        english: ["enable enabled enables enabling", "disable disabled disables disabling"],
        near: [
            "activ* react* interact* asset* turn* on switch* start* open* allow* opt opts",
            "deactiv* inactiv* off turn* switch* stop* clos*",
        ],
        languages: &[
            ("fr", ["activ*", "désactiv*"]),
            ("de", ["aktivier*", "deaktivier*"]),
            ("es", ["habilit* activ*", "deshabilit* inhabilit* desactiv*"]),
            ("it", ["abilit* attiv*", "disabilit* disattiv*"]),
            ("pt", ["habilit* ativ*", "desabilit* desativ*"]),
            ("nl", ["ingeschakel* inschakel*", "uitgeschakel* uitschakel*"]),
            ("pl", ["włącz*", "wyłącz*"]),
            ("ru", ["включ*", "отключ* выключ*"]),
            ("uk", ["увімк* вмик*", "вимк* вимик*"]),
            ("ja", ["有効", "無効"]),
            ("zh", ["启用 啟用", "禁用 停用"]),
            ("ko", ["사용하도록 활성화", "사용하지 비활성화"]),
        ],
    },
    Opposites {
        english: ["maximum", "minimum"],
        near: ["max* most high* upper exceed* limit* great* full*", "min* least low* small* few* little"],
        languages: &[
            ("fr", ["maxim*", "minim*"]),
            ("de", ["maxim* höchst*", "minim* mindest*"]),
            ("es", ["máxim* maxim*", "mínim* minim*"]),
            ("it", ["massim*", "minim*"]),
            ("pt", ["máxim* maxim*", "mínim* minim*"]),
            ("nl", ["maxim*", "minim*"]),
            ("ru", ["максим*", "миним*"]),
            ("ja", ["最大", "最小 最低"]),
            ("zh", ["最大 最多", "最小 最少"]),
            ("ko", ["최대", "최소"]),
        ],
    },
    Opposites {
        english: ["upload uploads uploaded uploading", "download downloads downloaded downloading"],
        near: ["load* import* send* sent", "load* export* get* fetch* receiv*"],
        languages: &[
            ("de", ["hochlad* hochgelad* hochzulad* upload*", "herunterlad* heruntergelad* herunterzulad* download*"]),
            ("nl", ["upload* geüpload*", "download* gedownload*"]),
            ("ja", ["アップロード", "ダウンロード"]),
            ("zh", ["上传 上傳 上载 上載", "下载 下載"]),
            ("ko", ["업로드", "다운로드"]),
        ],
    },
];

/// By what a translation may turn a word into its opposite, in languages whose denials are not only words.
const TURNS: [(&str, &str); 3] =
    [("ja", "ない なく ません 不 非"), ("zh", "不 未 没 沒 无 無 非"), ("ko", "않 못 안 없 불")];

/// Finds a word whose opposite is in the English, where neither text denies anything.
pub(super) fn check(pair: &Pair<'_>) -> Option<Finding> {
    let english = words_of(&pair.english.visible.text);
    let any_of = |list: &str| english.iter().find(|word| patterns(list).any(|pattern| fits(word, pattern)));
    if any_of(ENGLISH_DENIALS).or_else(|| any_of("no none without unless until un*")).is_some() {
        return None;
    }
    let language = pair.context.language;
    let lower = pair.wording.text.to_lowercase();
    ALL.iter().find_map(|opposites| {
        let (_, own) = opposites.languages.iter().find(|(code, _)| *code == language.code())?;
        let side = match opposites.english.map(any_of) {
            [Some(word), None] => (0, word),
            [None, Some(word)] => (1, word),
            _ => return None,
        };
        let (at, word) = side;
        let other = says(own[1 - at], &lower, language)?;
        if says(own[at], &lower, language).is_some()
            || any_of(opposites.near[1 - at]).is_some()
            || denies(&lower, language)
        {
            return None;
        }
        let message = format!("`{other}` is the opposite of `{word}` in the English");
        Some(Finding::new(Kind::Negation, &other, message, "say what the English says").mild())
    })
}

/// The word of a text, in lower case, that is among the patterns.
fn says(list: &str, lower: &str, language: &Language) -> Option<String> {
    if language.is_cjk() {
        return patterns(list).find(|part| lower.contains(part)).map(str::to_owned);
    }
    words_of(lower).into_iter().find(|word| patterns(list).any(|pattern| fits(word, pattern)))
}

/// Whether a translation may turn what it says into its opposite: `nicht aktiviert`.
fn denies(lower: &str, language: &Language) -> bool {
    if let Some((_, parts)) = TURNS.iter().find(|(code, _)| *code == language.code()) {
        return patterns(parts).any(|part| {
            lower.contains(part) && !(part == "無" && lower.matches(part).count() == lower.matches("無効").count())
        });
    }
    let table = DENIALS.iter().find(|(code, _)| *code == language.code());
    // Slavic languages deny other things by the same beginning.
    let slavic = ["nie", "не", "нет", "ні"];
    words_of(lower).iter().any(|word| slavic.contains(&word.as_str()))
        || table.is_some_and(|(_, table)| !is_slavic(language) && table.first_of(table.strong, lower).is_some())
}

fn is_slavic(language: &Language) -> bool {
    matches!(language.code(), "pl" | "ru" | "uk")
}

#[cfg(test)]
mod tests {
    use super::super::tests::is_found;

    #[test]
    fn opposites_of_the_english_are_found() {
        for (locale, english, wording) in [
            ("de-DE", "The filter is disabled by default.", "Der Filter ist standardmäßig aktiviert."),
            ("fr-FR", "Enable the filter for guests.", "Désactivez le filtre pour les invités."),
            ("es-ES", "The maximum size is set here.", "Aquí se establece el tamaño mínimo."),
            ("ja-JP", "The filter is disabled by default.", "フィルターは既定で有効です。"),
            ("zh-CN", "Upload the report to the site.", "将报告下载到站点。"),
            ("ru-RU", "The filter is enabled for guests.", "Фильтр отключен для гостей."),
        ] {
            assert!(is_found(locale, english, wording), "{locale}: {english} / {wording}");
        }
    }

    #[test]
    fn what_says_the_same_in_another_way_is_no_opposite() {
        for (locale, english, wording) in [
            ("de-DE", "The filter is disabled by default.", "Der Filter ist standardmäßig nicht aktiviert."),
            ("de-DE", "Disable the filter, then activate it.", "Schalten Sie den Filter ab, und aktivieren Sie ihn."),
            ("fr-FR", "Disabled accounts show no activity.", "Les comptes bloqués n’ont aucune activité."),
            ("de-DE", "The maximum is at least five.", "Die Obergrenze beträgt mindestens fünf."),
            ("ja-JP", "The filter is disabled.", "フィルターは有効になっていません。"),
            ("pl-PL", "The filter is disabled.", "Filtr nie jest włączony."),
            ("fr-FR", "Unless you enable it, it stops.", "Il s’arrête si vous le désactivez."),
        ] {
            assert!(!is_found(locale, english, wording), "{locale}: {english} / {wording}");
        }
    }
}
