//! The locales to translate into.

use std::collections::BTreeMap;

use handback_core::render::options::OnMachine;
use schemars::JsonSchema;
use serde::Deserialize;
use unic_langid::LanguageIdentifier;

use super::notice::{self, Notice, RawNotice};
use super::publish::{self, Publish, RawPublish};

/// A locale to translate into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Locale {
    /// Its tag in canonical form: the name of its folder of resources.
    pub name: String,
    /// Locales whose translations take the place of missing ones, in order.
    pub fallbacks: Vec<String>,
    /// What `{locale}` stands for in `output`, where the site writes the locale in another way.
    pub folder: Option<String>,
    /// What the configuration says for this locale alone: which documents have a page in it, what becomes of translations that
    /// nobody approved, and what readers are said.
    pub publish: Option<Publish>,
    pub on_machine: Option<OnMachine>,
    pub notice: Option<Notice>,
}

impl Locale {
    /// The locale as the site writes it.
    pub fn folder(&self) -> &str {
        self.folder.as_deref().unwrap_or(&self.name)
    }

    /// Whether a user may mean this locale.
    pub fn is_called(&self, name: &str) -> bool {
        name.eq_ignore_ascii_case(&self.name) || self.folder.as_deref().is_some_and(|f| name.eq_ignore_ascii_case(f))
    }
}

/// Places of these locales, each behind those of them that it falls back to: it needs nothing that they get.
pub fn fallbacks_first(locales: &[&Locale]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..locales.len()).collect();
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits = |at: usize| {
            let waits_for = |other: usize| locales[at].fallbacks.contains(&locales[other].name);
            left.iter().any(|other| *other != at && waits_for(*other))
        };
        // Of locales that fall back to each other the first has to begin.
        let next = left.iter().position(|at| !waits(*at)).unwrap_or(0);
        order.push(left.remove(next));
    }
    order
}

/// Locales, as a list or as a map.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a list of locales, such as `[fr-FR, de-DE]` or `- fr-CA: [fr-FR]`")]
pub enum RawLocales {
    List(Vec<RawLocale>),
    Map(BTreeMap<String, Option<RawLocaleOptions>>),
}

/// A locale, with what there is to say of it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "expected a locale such as `fr-FR`, or `fr-CA: [fr-FR]`, or `zh-CN: {folder: zh-cn, fallback: [zh-TW]}`"
)]
pub enum RawLocale {
    Name(String),
    WithOptions(BTreeMap<String, RawLocaleOptions>),
}

/// The locales that a locale falls back to, or these and its folder.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "expected locales to fall back to, such as `[fr-FR]`, or `folder`, `fallback`, `publish`, `on_machine` and `notice`"
)]
pub enum RawLocaleOptions {
    Fallback(Vec<String>),
    Parts(RawLocaleParts),
}

/// What there is to say of a locale.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawLocaleParts {
    /// How the site writes the locale: what `{locale}` stands for in `output`. Default: its tag.
    pub folder: Option<String>,
    /// Locales to fall back to.
    pub fallback: Vec<String>,
    /// Which documents have a page in this locale. Default: as for all locales.
    pub publish: Option<RawPublish>,
    /// What takes the place of a unit that a machine translated. Default: as for all locales.
    pub on_machine: Option<OnMachine>,
    /// What readers of this locale are said of a page. Default: as for all locales.
    pub notice: Option<RawNotice>,
}

/// A locale as the configuration names it, not yet checked.
type Named = (String, RawLocaleParts);

/// Checks the locales of a configuration.
pub fn resolve(raw: Option<RawLocales>, source: &str) -> Result<Vec<Locale>, String> {
    let mut locales: Vec<Locale> = Vec::new();
    let named = named(raw);
    for (written, parts) in &named {
        let name = canonical(written)?;
        if name == source {
            return Err(format!("`{written}` is the source locale: list only locales to translate into"));
        }
        if locales.iter().any(|locale| locale.name == name) {
            return Err(format!("`{name}` is listed twice"));
        }
        let folder = parts.folder.clone().or_else(|| (*written != name).then(|| written.clone()));
        if let Some(folder) = &folder {
            check_folder(folder)?;
        }
        let fallbacks = parts.fallback.iter().map(|fallback| canonical(fallback)).collect::<Result<_, _>>()?;
        let publish =
            parts.publish.map(publish::resolve).transpose().map_err(|message| format!("`{written}`: {message}"))?;
        let notice = parts.notice.clone().map(notice::resolve).transpose();
        let notice = notice.map_err(|message| format!("`{written}`: {message}"))?;
        locales.push(Locale { name, fallbacks, folder, publish, on_machine: parts.on_machine, notice });
    }
    for locale in &locales {
        for fallback in &locale.fallbacks {
            if *fallback == locale.name || !locales.iter().any(|other| other.name == *fallback) {
                return Err(format!(
                    "`{}` falls back to `{fallback}`, which is not another locale of the list",
                    locale.name
                ));
            }
        }
    }
    Ok(locales)
}

fn named(raw: Option<RawLocales>) -> Vec<Named> {
    let parts = |options: RawLocaleOptions| match options {
        RawLocaleOptions::Fallback(fallback) => RawLocaleParts { fallback, ..RawLocaleParts::default() },
        RawLocaleOptions::Parts(parts) => parts,
    };
    match raw {
        None => Vec::new(),
        Some(RawLocales::Map(map)) => {
            map.into_iter().map(|(name, options)| (name, options.map(parts).unwrap_or_default())).collect()
        }
        Some(RawLocales::List(list)) => list
            .into_iter()
            .flat_map(|locale| match locale {
                RawLocale::Name(name) => vec![(name, RawLocaleParts::default())],
                RawLocale::WithOptions(map) => map.into_iter().map(|(name, options)| (name, parts(options))).collect(),
            })
            .collect(),
    }
}

/// A folder is a name in a path: it must lead nowhere else.
fn check_folder(folder: &str) -> Result<(), String> {
    let is_odd = |c: char| c.is_control() || matches!(c, '\\' | '{' | '}' | '*' | '?');
    let leads_away = folder.split('/').any(|part| matches!(part, "" | "." | ".."));
    if leads_away || folder.contains(is_odd) {
        return Err(format!("`{folder}` is no folder of a locale: expected a name such as `zh-cn`"));
    }
    Ok(())
}

/// The canonical form of a language tag, which sites write in many ways: `zh-cn`, `pt_br`.
pub fn canonical(name: &str) -> Result<String, String> {
    // The locale of accented English is written so by everyone but the standard.
    if name == "qps-ploc" {
        return Ok(name.to_owned());
    }
    match name.parse::<LanguageIdentifier>() {
        Ok(id) => Ok(id.to_string()),
        Err(_) => Err(format!("`{name}` is not a locale: expected a language tag such as `fr-FR`")),
    }
}

/// The language of a tag: `fr` of `fr-FR`.
pub fn language(name: &str) -> &str {
    name.split(['-', '_']).next().unwrap_or(name)
}

/// The canonical form of what names a folder or a file's suffix, if it looks like a locale: a tag whose language people
/// write documentation in. `docs` and `src` are well-formed tags.
pub fn tag_of(name: &str) -> Option<String> {
    let is_short = name.len() == language(name).len() && name.len() > 2;
    let tag = canonical(name).ok()?;
    let known = LANGUAGES.split(' ').any(|known| known == language(&tag));
    let id = name.parse::<LanguageIdentifier>().ok()?;
    // `es-module-syntax` and `no-code` are well-formed tags, too.
    let is_known = |list: &str, subtag: &str| list.split(' ').any(|known| known.eq_ignore_ascii_case(subtag));
    let is_plain = id.script.is_none_or(|script| is_known(SCRIPTS, script.as_str()))
        && id.variants().all(|variant| is_known(VARIANTS, variant.as_str()));
    let region = id.region.is_some() || id.script.is_some();
    // `fil` alone is a word as well.
    (known && is_plain && (region || !is_short)).then_some(tag)
}

/// Scripts that names of locales say, and variants of languages that have translations of their own.
const SCRIPTS: &str = "Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hans Hant Hebr Jpan Khmr Knda Kore Laoo Latn Mlym Mong Mymr Orya \
    Sinh Taml Telu Tfng Thaa Thai Tibt";
const VARIANTS: &str = "1901 1996 abl1943 ao1990 ekavsk ijekavsk pinyin tarask valencia";

/// Languages of ISO 639-1, and others that software is translated into.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii \
    ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr \
    ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl \
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh \
    zu fil kab ckb hsb dsb ast sat kok mai mni";

#[cfg(test)]
mod tests {
    use super::*;

    fn locales(yaml: &str) -> Result<Vec<Locale>, String> {
        resolve(Some(serde_yaml::from_str(yaml).unwrap()), "en-US")
    }

    fn locale(name: &str, folder: Option<&str>, fallbacks: &[&str]) -> Locale {
        let fallbacks = fallbacks.iter().map(|name| (*name).to_owned()).collect();
        Locale { name: name.into(), fallbacks, folder: folder.map(str::to_owned), ..Locale::default() }
    }

    #[test]
    fn a_locale_is_written_as_the_site_writes_it() {
        let found = locales("[zh-cn, pt_br, fr-FR]").unwrap();
        let expected =
            [locale("zh-CN", Some("zh-cn"), &[]), locale("pt-BR", Some("pt_br"), &[]), locale("fr-FR", None, &[])];
        assert_eq!(found, expected);
        assert!(found[0].is_called("ZH-CN") && found[1].is_called("pt-br") && found[1].is_called("pt_BR"));
    }

    #[test]
    fn a_locale_has_a_folder_and_falls_back() {
        let expected = [
            locale("zh-TW", Some("cht"), &[]),
            locale("fr-FR", None, &[]),
            locale("fr-CA", Some("fr-ca"), &["fr-FR"]),
            locale("fr-BE", None, &["fr-FR"]),
        ];
        let list = "[zh-TW: {folder: cht}, fr-FR, fr-CA: {fallback: [fr-fr], folder: fr-ca}, fr-BE: [fr-FR]]";
        assert_eq!(locales(list).unwrap(), expected);
        let map = "{zh-TW: {folder: cht}, fr-FR: null, fr-CA: {fallback: [fr-FR], folder: fr-ca}, fr-BE: [fr-FR]}";
        let mut found = locales(map).unwrap();
        found.sort_by_key(|locale| expected.iter().position(|other| other == locale));
        assert_eq!(found, expected);
    }

    #[test]
    fn mistakes_are_explained() {
        for (yaml, expected) in [
            ("[zh-cn, zh-CN]", "`zh-CN` is listed twice"),
            ("[en-us]", "`en-us` is the source locale"),
            ("[fr-CA: [fr-FR]]", "not another locale of the list"),
            ("[fr-CA: {folder: ../fr}]", "`../fr` is no folder of a locale"),
            ("[french!]", "`french!` is not a locale"),
        ] {
            let error = locales(yaml).unwrap_err();
            assert!(error.contains(expected), "{yaml}: {error}");
        }
    }

    #[test]
    fn folders_that_look_like_locales() {
        let found = |name: &str| tag_of(name);
        assert_eq!(found("pt-br").as_deref(), Some("pt-BR"));
        assert_eq!(found("zh-hans").as_deref(), Some("zh-Hans"));
        assert_eq!(found("zh_CN").as_deref(), Some("zh-CN"));
        assert_eq!(found("fr").as_deref(), Some("fr"));
        assert_eq!(found("ca-valencia").as_deref(), Some("ca-valencia"));
        for name in [
            "docs",
            "src",
            "api",
            "web",
            "qq",
            "x",
            "guide-us",
            "fil",
            "blog",
            "",
            "es-module-syntax",
            "no-code",
            "my-site",
        ] {
            assert_eq!(found(name), None, "{name}");
        }
    }
}
