//! The words of notices to readers. A locale has its own in `terms.ftl`, message by message; for some languages there are ours.

use std::sync::Arc;

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::format::Formatters;
use super::functions;
use super::notice::Facts;
use super::values::Day;

const ENGLISH: &str = r#"
notice-machine-all = A machine translated this page, and nobody has reviewed it yet.
notice-machine-some = { $machine ->
    [one] A machine translated one of the { $texts } texts on this page, and nobody has reviewed it yet.
   *[other] A machine translated { $machine } of the { $texts } texts on this page, and nobody has reviewed them yet.
}
notice-changed = { $changed } of { $texts } texts changed in the original since { DATETIME($since, dateStyle: "long") }.
notice-changed-undated = { $changed } of { $texts } texts changed in the original after the translation was made.
notice-shown-all = This page is shown in { $source ->
    [en] English
   *[other] the original language
}: its translation is not finished yet.
notice-shown-some = { $shown ->
    [one] { $shown } of { $texts } texts is
   *[other] { $shown } of { $texts } texts are
} shown in { $source ->
    [en] English
   *[other] the original language
}.
"#;

const FRENCH: &str = r#"
notice-machine-all = Cette page a été traduite par une machine et n’a pas encore été relue.
notice-machine-some = { $machine ->
    [one] { $machine } texte sur { $texts } a été traduit par une machine et n’a pas encore été relu.
   *[other] { $machine } textes sur { $texts } ont été traduits par une machine et n’ont pas encore été relus.
}
notice-changed = { $changed ->
    [one] { $changed } texte sur { $texts } a changé dans l’original depuis le { DATETIME($since, dateStyle: "long") }.
   *[other] { $changed } textes sur { $texts } ont changé dans l’original depuis le { DATETIME($since, dateStyle: "long") }.
}
notice-changed-undated = { $changed ->
    [one] { $changed } texte sur { $texts } a changé dans l’original depuis sa traduction.
   *[other] { $changed } textes sur { $texts } ont changé dans l’original depuis leur traduction.
}
notice-shown-all = Cette page est affichée { $source ->
    [en] en anglais
   *[other] dans la langue d’origine
} : sa traduction n’est pas encore terminée.
notice-shown-some = { $shown ->
    [one] { $shown } texte sur { $texts } est affiché
   *[other] { $shown } textes sur { $texts } sont affichés
} { $source ->
    [en] en anglais
   *[other] dans la langue d’origine
}.
"#;

const GERMAN: &str = r#"
notice-machine-all = Diese Seite wurde maschinell übersetzt und noch nicht geprüft.
notice-machine-some = { $machine } von { $texts } Texten { $machine ->
    [one] wurde
   *[other] wurden
} maschinell übersetzt und noch nicht geprüft.
notice-changed = { $changed } von { $texts } Texten { $changed ->
    [one] hat
   *[other] haben
} sich seit dem { DATETIME($since, dateStyle: "long") } im Original geändert.
notice-changed-undated = { $changed } von { $texts } Texten { $changed ->
    [one] hat
   *[other] haben
} sich seit der Übersetzung im Original geändert.
notice-shown-all = Diese Seite wird { $source ->
    [en] auf Englisch
   *[other] in der Originalsprache
} angezeigt, weil ihre Übersetzung noch nicht fertig ist.
notice-shown-some = { $shown } von { $texts } Texten { $shown ->
    [one] wird
   *[other] werden
} { $source ->
    [en] auf Englisch
   *[other] in der Originalsprache
} angezeigt.
"#;

const SPANISH: &str = r#"
notice-machine-all = Esta página se ha traducido automáticamente y todavía no se ha revisado.
notice-machine-some = { $machine ->
    [one] { $machine } de { $texts } textos se ha traducido automáticamente y todavía no se ha revisado.
   *[other] { $machine } de { $texts } textos se han traducido automáticamente y todavía no se han revisado.
}
notice-changed = { $changed } de { $texts } textos { $changed ->
    [one] ha
   *[other] han
} cambiado en el original desde el { DATETIME($since, dateStyle: "long") }.
notice-changed-undated = { $changed } de { $texts } textos { $changed ->
    [one] ha
   *[other] han
} cambiado en el original desde su traducción.
notice-shown-all = Esta página se muestra en { $source ->
    [en] inglés
   *[other] el idioma original
} porque su traducción todavía no está terminada.
notice-shown-some = { $shown } de { $texts } textos { $shown ->
    [one] se muestra
   *[other] se muestran
} en { $source ->
    [en] inglés
   *[other] el idioma original
}.
"#;

const PORTUGUESE: &str = r#"
notice-machine-all = Esta página foi traduzida automaticamente e ainda não foi revista.
notice-machine-some = { $machine ->
    [one] { $machine } de { $texts } textos foi traduzido automaticamente e ainda não foi revisto.
   *[other] { $machine } de { $texts } textos foram traduzidos automaticamente e ainda não foram revistos.
}
notice-changed = { $changed } de { $texts } textos { $changed ->
    [one] mudou
   *[other] mudaram
} no original desde { DATETIME($since, dateStyle: "long") }.
notice-changed-undated = { $changed } de { $texts } textos { $changed ->
    [one] mudou
   *[other] mudaram
} no original desde a tradução.
notice-shown-all = Esta página é apresentada { $source ->
    [en] em inglês
   *[other] no idioma original
} porque a sua tradução ainda não está concluída.
notice-shown-some = { $shown } de { $texts } textos { $shown ->
    [one] é apresentado
   *[other] são apresentados
} { $source ->
    [en] em inglês
   *[other] no idioma original
}.
"#;

const JAPANESE: &str = r#"
notice-machine-all = このページは機械翻訳されたもので、まだ確認されていません。
notice-machine-some = このページの { $texts } 件のテキストのうち { $machine } 件は機械翻訳されたもので、まだ確認されていません。
notice-changed = { $texts } 件のテキストのうち { $changed } 件は、{ DATETIME($since, dateStyle: "long") }以降に原文が変更されています。
notice-changed-undated = { $texts } 件のテキストのうち { $changed } 件は、翻訳後に原文が変更されています。
notice-shown-all = このページの翻訳はまだ完了していないため、{ $source ->
    [en] 英語
   *[other] 原文
}で表示されています。
notice-shown-some = { $texts } 件のテキストのうち { $shown } 件は{ $source ->
    [en] 英語
   *[other] 原文
}で表示されています。
"#;

const CHINESE: &str = r#"
notice-machine-all = 本页由机器翻译，尚未经人工审阅。
notice-machine-some = 本页 { $texts } 段文本中有 { $machine } 段由机器翻译，尚未经人工审阅。
notice-changed = { $texts } 段文本中有 { $changed } 段的原文自 { DATETIME($since, dateStyle: "long") }以来已更改。
notice-changed-undated = { $texts } 段文本中有 { $changed } 段的原文在翻译后已更改。
notice-shown-all = 本页的翻译尚未完成，目前以{ $source ->
    [en] 英文
   *[other] 原文
}显示。
notice-shown-some = { $texts } 段文本中有 { $shown } 段以{ $source ->
    [en] 英文
   *[other] 原文
}显示。
"#;

/// The messages that a notice is made of.
pub const MESSAGES: [&str; 6] = [
    "notice-machine-all",
    "notice-machine-some",
    "notice-changed",
    "notice-changed-undated",
    "notice-shown-all",
    "notice-shown-some",
];

/// Our words for a locale; `None` if there are none in its language.
fn ours(locale: &str) -> Option<&'static str> {
    let id: LanguageIdentifier = locale.parse().ok()?;
    let region = id.region.map(|region| region.as_str().to_owned());
    let is_traditional = id.script.map_or_else(
        || region.as_deref().is_some_and(|region| ["TW", "HK", "MO"].contains(&region)),
        |script| script.as_str() != "Hans",
    );
    match id.language.as_str() {
        "en" => Some(ENGLISH),
        "fr" => Some(FRENCH),
        "de" => Some(GERMAN),
        "es" => Some(SPANISH),
        "pt" => Some(PORTUGUESE),
        "ja" => Some(JAPANESE),
        "zh" if !is_traditional => Some(CHINESE),
        _ => None,
    }
}

/// Whether a locale has the words for notices, of its own or by our knowledge of its language.
pub fn has_words(locale: &str, terms: &str) -> bool {
    ours(locale).is_some() || {
        let bundle = bundle(locale, terms);
        MESSAGES.iter().all(|message| bundle.get_message(message).is_some_and(|message| message.value().is_some()))
    }
}

/// A sentence in the language of the first of these locales that has it, else in English.
pub fn say(message: &str, facts: &Facts, formatters: &[Formatters<'_>], source_language: &str) -> String {
    let own = formatters.iter().flat_map(|formatters| {
        let locale = formatters.catalog().locale.as_str();
        [(locale, Some(formatters.terms())), (locale, ours(locale))]
    });
    let english = ("en", Some(ENGLISH));
    let mut all = own.chain([english]).filter_map(|(locale, words)| Some((locale, words?)));
    all.find_map(|(locale, words)| in_words(locale, words, message, facts, source_language)).unwrap_or_default()
}

/// `None` if the words do not have the message, or it cannot be formatted.
fn in_words(locale: &str, words: &str, message: &str, facts: &Facts, source_language: &str) -> Option<String> {
    if !words.contains(message) {
        return None;
    }
    let bundle = bundle(locale, words);
    let message = bundle.get_message(message)?;
    let mut arguments = FluentArgs::new();
    for (name, count) in
        [("texts", facts.texts), ("machine", facts.machine), ("changed", facts.changed), ("shown", facts.shown)]
    {
        arguments.set(name, count);
    }
    arguments.set("source", source_language.to_owned());
    if let Some(since) = facts.since {
        let date = jiff::civil::Date::new(since.year(), since.month(), since.day()).ok()?;
        arguments.set("since", FluentValue::Custom(Box::new(Day { text: since.to_string(), date })));
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(message.value()?, Some(&arguments), &mut errors);
    let is_one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    errors.is_empty().then_some(if text.contains('\n') { is_one_line } else { text.into_owned() })
}

fn bundle(locale: &str, words: &str) -> FluentBundle<Arc<FluentResource>> {
    let mut bundle = FluentBundle::new(vec![locale.parse::<LanguageIdentifier>().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    // Functions were not added before, so this cannot meet one of the same name.
    let _ = functions::add(&mut bundle, locale);
    let resource = FluentResource::try_new(words.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(Arc::new(resource));
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCALES: [&str; 7] = ["en-GB", "fr-CA", "de-DE", "es-ES", "pt-BR", "ja-JP", "zh-CN"];

    #[test]
    fn our_words_are_whole_in_every_language() {
        let since = Some(crate::text::date::Date::constant(2026, 5, 2));
        for locale in LOCALES {
            assert!(has_words(locale, ""), "{locale}");
            for (count, source) in [(1, "en"), (3, "en"), (1, "sv"), (5, "sv")] {
                let facts = Facts { texts: 120, machine: count, changed: count, since, shown: count };
                for message in MESSAGES {
                    let said = in_words(locale, ours(locale).unwrap(), message, &facts, source);
                    let said = said.unwrap_or_else(|| panic!("{locale} {message}"));
                    assert!(!said.contains(['{', '$', '\n']) && said.len() > 12, "{locale} {message}: {said}");
                }
            }
        }
        for locale in ["zh-TW", "zh-Hant", "sv-SE"] {
            assert!(!has_words(locale, "") && !has_words(locale, "notice-changed = Ändrat.\n"), "{locale}");
        }
    }

    #[test]
    fn sentences_agree_with_what_they_count() {
        let since = Some(crate::text::date::Date::constant(2026, 5, 2));
        let said = |locale, message, count| {
            let facts = Facts { texts: 1200, machine: count, changed: count, since, shown: count };
            in_words(locale, ours(locale).unwrap(), message, &facts, "en").unwrap()
        };
        assert_eq!(said("en-US", "notice-changed", 3), "3 of 1,200 texts changed in the original since May 2, 2026.");
        assert_eq!(said("en-US", "notice-shown-some", 1), "1 of 1,200 texts is shown in English.");
        assert_eq!(
            said("de-DE", "notice-changed", 1),
            "1 von 1.200 Texten hat sich seit dem 2. Mai 2026 im Original geändert."
        );
        assert_eq!(
            said("fr-FR", "notice-machine-some", 2),
            "2 textes sur 1\u{202f}200 ont été traduits par une machine et n’ont pas encore été relus."
        );
    }
}
