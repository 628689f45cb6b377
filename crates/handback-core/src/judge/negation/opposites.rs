//! What is the opposite of its English: enabled that became disabled, a maximum that became a minimum.

use super::list::List;
use super::{DENIALS, ENGLISH_DENIALS, Words};
use crate::judge::{Finding, Kind, Language, Pair};

/// Two opposites. Patterns are those of a [`List`].
struct Opposites {
    /// The words for them in English.
    english: [List; 2],
    /// What the English may say besides, that a translation may have the same words for.
    near: [List; 2],
    /// How languages say them. Where no blanks are between words these are parts of a text.
    languages: &'static [(&'static str, [List; 2])],
}

static ALL: [Opposites; 3] = [
    Opposites {
        english: [List::new("enable enabled enables enabling"), List::new("disable disabled disables disabling")],
        near: [
            List::new("activ* react* interact* asset* turn* on switch* start* open* allow* opt opts"),
            List::new("deactiv* inactiv* off turn* switch* stop* clos*"),
        ],
        languages: &SWITCHED,
    },
    Opposites {
        english: [List::new("maximum"), List::new("minimum")],
        near: [
            List::new("max* most high* upper exceed* limit* great* full*"),
            List::new("min* least low* small* few* little"),
        ],
        languages: &BOUNDS,
    },
    Opposites {
        english: [
            List::new("upload uploads uploaded uploading"),
            List::new("download downloads downloaded downloading"),
        ],
        near: [List::new("load* import* send* sent"), List::new("load* export* get* fetch* receiv*")],
        languages: &TRANSFERRED,
    },
];

/// Enabled and disabled.
static SWITCHED: [(&str, [List; 2]); 12] = [
    ("fr", [List::new("activ*"), List::new("désactiv*")]),
    ("de", [List::new("aktivier*"), List::new("deaktivier*")]),
    ("es", [List::new("habilit* activ*"), List::new("deshabilit* inhabilit* desactiv*")]),
    ("it", [List::new("abilit* attiv*"), List::new("disabilit* disattiv*")]),
    ("pt", [List::new("habilit* ativ*"), List::new("desabilit* desativ*")]),
    ("nl", [List::new("ingeschakel* inschakel*"), List::new("uitgeschakel* uitschakel*")]),
    ("pl", [List::new("włącz*"), List::new("wyłącz*")]),
    ("ru", [List::new("включ*"), List::new("отключ* выключ*")]),
    ("uk", [List::new("увімк* вмик*"), List::new("вимк* вимик*")]),
    ("ja", [List::new("有効"), List::new("無効")]),
    ("zh", [List::new("启用 啟用"), List::new("禁用 停用")]),
    ("ko", [List::new("사용하도록 활성화"), List::new("사용하지 비활성화")]),
];

/// Maximum and minimum.
static BOUNDS: [(&str, [List; 2]); 10] = [
    ("fr", [List::new("maxim*"), List::new("minim*")]),
    ("de", [List::new("maxim* höchst*"), List::new("minim* mindest*")]),
    ("es", [List::new("máxim* maxim*"), List::new("mínim* minim*")]),
    ("it", [List::new("massim*"), List::new("minim*")]),
    ("pt", [List::new("máxim* maxim*"), List::new("mínim* minim*")]),
    ("nl", [List::new("maxim*"), List::new("minim*")]),
    ("ru", [List::new("максим*"), List::new("миним*")]),
    ("ja", [List::new("最大"), List::new("最小 最低")]),
    ("zh", [List::new("最大 最多"), List::new("最小 最少")]),
    ("ko", [List::new("최대"), List::new("최소")]),
];

/// Upload and download.
static TRANSFERRED: [(&str, [List; 2]); 5] = [
    (
        "de",
        [
            List::new("hochlad* hochgelad* hochzulad* upload*"),
            List::new("herunterlad* heruntergelad* herunterzulad* download*"),
        ],
    ),
    ("nl", [List::new("upload* geüpload*"), List::new("download* gedownload*")]),
    ("ja", [List::new("アップロード"), List::new("ダウンロード")]),
    ("zh", [List::new("上传 上傳 上载 上載"), List::new("下载 下載")]),
    ("ko", [List::new("업로드"), List::new("다운로드")]),
];

/// By what a translation may turn a word into its opposite, in languages whose denials are not only words.
static TURNS: [(&str, List); 3] = [
    ("ja", List::new("ない なく ません 不 非")),
    ("zh", List::new("不 未 没 沒 无 無 非")),
    ("ko", List::new("않 못 안 없 불")),
];

/// English words beside which it may mean the opposite of what it names.
static TURNED: List = List::new("no none without unless until un*");

/// Finds a word whose opposite is in the English, where neither text denies anything.
pub(super) fn check(pair: &Pair<'_>, words: &Words<'_>) -> Option<Finding> {
    let language = pair.context.language;
    let own = |opposites: &'static Opposites| {
        opposites.languages.iter().find(|(code, _)| *code == language.code()).map(|(_, own)| own)
    };
    let english = words.english;
    let side = |opposites: &'static Opposites| match opposites.english.each_ref().map(|list| list.any_of(english)) {
        [Some(word), None] => Some((0, word)),
        [None, Some(word)] => Some((1, word)),
        _ => None,
    };
    let is_turned = || ENGLISH_DENIALS.any_of(english).or_else(|| TURNED.any_of(english)).is_some();
    ALL.iter().find_map(|opposites| {
        let own = own(opposites)?;
        let (at, word) = side(opposites).filter(|_| !is_turned())?;
        let other = says(&own[1 - at], words, language)?;
        if says(&own[at], words, language).is_some()
            || opposites.near[1 - at].any_of(english).is_some()
            || denies(words, language)
        {
            return None;
        }
        let message = format!("`{other}` is the opposite of `{word}` in the English");
        Some(Finding::new(Kind::Negation, &other, message, "say what the English says").mild())
    })
}

/// The word of a translation that is among the patterns.
fn says(list: &List, words: &Words<'_>, language: &Language) -> Option<String> {
    if language.is_cjk() {
        return list.parts().find(|part| words.lower.contains(part)).map(str::to_owned);
    }
    list.any_of(words.own()).cloned()
}

/// Whether a translation may turn what it says into its opposite: `nicht aktiviert`.
fn denies(words: &Words<'_>, language: &Language) -> bool {
    let lower = &words.lower;
    if let Some((_, parts)) = TURNS.iter().find(|(code, _)| *code == language.code()) {
        return parts.parts().any(|part| {
            lower.contains(part) && !(part == "無" && lower.matches(part).count() == lower.matches("無効").count())
        });
    }
    let table = DENIALS.iter().find(|(code, _)| *code == language.code());
    // Slavic languages deny other things by the same beginning.
    let slavic = ["nie", "не", "нет", "ні"];
    words.own().iter().any(|word| slavic.contains(&word.as_str()))
        || table.is_some_and(|(_, table)| !is_slavic(language) && table.first_of(&table.strong, words).is_some())
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
