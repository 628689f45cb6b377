//! Machine translation and translation memory as `handback.yaml` declares them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use schemars::JsonSchema;
use serde::Deserialize;

/// Where drafts come from.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawTranslate {
    /// Provider for all locales that `locales` does not name: a name of `providers`, or a type that needs
    /// no settings, such as `pseudo`. Default: none.
    pub provider: Option<String>,
    /// Provider of single locales; `none` for a locale that people alone translate.
    pub locales: Option<BTreeMap<String, String>>,
    /// TMX and PO files to take translations from.
    pub memory: Option<Vec<RawMemory>>,
    /// From which similarity on a translation of another text is suggested, 0 to 1. Default: 0.7.
    pub suggest: Option<f64>,
}

/// TMX and PO files.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum RawMemory {
    /// A glob, relative to the project.
    Files(String),
    Typed(TypedMemory),
}

/// TMX and PO files, and who made what is in them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TypedMemory {
    /// A glob, relative to the project.
    pub files: String,
    /// Who translated: `MT` or `HT`. Default: people, but where a file says that a machine did.
    #[serde(rename = "type")]
    pub kind: Option<MemoryType>,
}

/// Machine or human translation, as `ms.translationtype` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum MemoryType {
    #[serde(rename = "MT")]
    Machine,
    #[serde(rename = "HT")]
    Human,
}

/// A machine-translation service, or a program that does the same.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawProvider {
    /// Which service it is. Default: the name of the provider.
    #[serde(rename = "type")]
    pub kind: Option<ProviderKind>,
    /// What the state of drafts says: `mt:<engine>`. Default: the name of the provider.
    pub engine: Option<String>,
    /// Address of the service; plain `http` on this machine only. Default: the public service; `apertium`: the
    /// programs on this machine, else an apertium-apy server.
    pub url: Option<String>,
    /// Environment variable that holds the key. Default: as the service's own tools have it.
    pub key_env: Option<String>,
    /// File that holds the key and nothing else; a relative path starts at the project.
    pub key_file: Option<PathBuf>,
    /// Price of a million characters, for `handback translate --dry-run`.
    pub price: Option<f64>,
    /// Requests at the same time.
    pub concurrency: Option<usize>,
    /// Seconds until a request is given up. Default: 60.
    pub timeout: Option<u64>,
    /// How often a request is sent again that failed for a passing reason. Default: 4, and 7 where the service
    /// is busy.
    pub retries: Option<u32>,
    /// Texts in a request, at most.
    pub texts: Option<usize>,
    /// Characters in a request, at most.
    pub characters: Option<usize>,
    /// What the service calls a language: `pt-BR: pt`.
    pub languages: Option<BTreeMap<String, String>>,
    /// `command`: the program and its arguments; `{source}` and `{target}` are the locales.
    pub command: Option<Vec<String>>,
    /// `command`: how texts are told apart. Default: nul.
    pub protocol: Option<Protocol>,
    /// `command`: in what form it keeps what it must not touch. Default: tokens.
    pub markup: Option<MarkupName>,
    /// `apertium`: folder of the modes. Default: /usr/share/apertium/modes.
    pub modes: Option<PathBuf>,
    /// `apertium`: modes to go through, by locale: `fr-FR: [eng-cat, cat-fra]`. Default: the shortest way.
    pub routes: Option<BTreeMap<String, Vec<String>>>,
    /// `azure`: region of the resource, unless it is global.
    pub region: Option<String>,
    /// `azure`: `3.0` or `2026-06-06`. Default: 3.0.
    pub api_version: Option<String>,
    /// `azure`: category of a custom model, or deployment of a language model; `google`: resource name or
    /// id of a model; `openai`: name of the model.
    pub model: Option<String>,
    /// `google`: the project that is charged.
    pub project: Option<String>,
    /// `google`: location. Default: global.
    pub location: Option<String>,
    /// `deepl`: `more`, `less`, `prefer_more` or `prefer_less`.
    pub formality: Option<String>,
    /// `deepl`, `google`: id of a glossary kept by the service, by locale.
    pub glossaries: Option<BTreeMap<String, String>>,
    /// `openai`: what the model is told besides the task, such as the tone of the documents.
    pub instructions: Option<String>,
}

/// A kind of machine translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ProviderKind {
    Apertium,
    Azure,
    Command,
    Deepl,
    Google,
    Libretranslate,
    Openai,
    /// Accented English, for tests of the whole chain.
    Pseudo,
}

/// How a program tells texts apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// A NUL byte behind each text, and behind each answer.
    #[default]
    Nul,
    /// A line a text.
    Lines,
    /// A line `{"id": 1, "source": "en-US", "target": "fr-FR", "text": "…"}` a text; answers
    /// `{"id": 1, "text": "…"}` or `{"id": 1, "error": "…"}` in any order.
    Json,
}

/// Name of a form in which protected pieces are handed to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MarkupName {
    /// Plain words: `XPH0X`, `XPO1X … XPC1X`.
    #[default]
    Tokens,
    /// `<x id="0">…</x>`, `<g id="1">…</g>`.
    Xml,
    /// `<span translate="no" id="0">…</span>`, `<a id="1">…</a>`.
    Html,
}

/// Where drafts come from, checked.
#[derive(Debug, Clone)]
pub struct Translate {
    /// Name of a provider by locale; an empty locale stands for all others.
    by_locale: BTreeMap<String, String>,
    pub memory: Vec<TypedMemory>,
    pub suggest: f64,
    providers: BTreeMap<String, ProviderConfig>,
}

/// A provider, checked.
#[derive(Debug, Clone)]
pub struct ProviderConfig {
    pub name: String,
    pub kind: ProviderKind,
    pub engine: String,
    /// What was declared; what is not said has its default where it is used.
    pub raw: RawProvider,
}

impl ProviderKind {
    const ALL: [Self; 8] = [
        Self::Apertium,
        Self::Azure,
        Self::Command,
        Self::Deepl,
        Self::Google,
        Self::Libretranslate,
        Self::Openai,
        Self::Pseudo,
    ];

    /// The name in `handback.yaml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apertium => "apertium",
            Self::Azure => "azure",
            Self::Command => "command",
            Self::Deepl => "deepl",
            Self::Google => "google",
            Self::Libretranslate => "libretranslate",
            Self::Openai => "openai",
            Self::Pseudo => "pseudo",
        }
    }

    /// Settings that the kind has besides those of all.
    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Apertium => &["url", "modes", "routes"],
            Self::Azure => &["url", "key_env", "key_file", "region", "api_version", "model"],
            Self::Command => &["command", "protocol", "markup"],
            Self::Deepl => &["url", "key_env", "key_file", "formality", "glossaries"],
            Self::Google => &["url", "key_env", "key_file", "project", "location", "model", "glossaries"],
            Self::Libretranslate => &["url", "key_env", "key_file"],
            Self::Openai => &["url", "key_env", "key_file", "model", "instructions"],
            Self::Pseudo => &[],
        }
    }

    /// Settings that have no default.
    fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Command => &["command"],
            Self::Google => &["project"],
            Self::Openai => &["model"],
            _ => &[],
        }
    }
}

impl ProviderConfig {
    /// How long a request may take.
    pub fn timeout(&self) -> Duration {
        Duration::from_secs(self.raw.timeout.unwrap_or(60))
    }

    /// What the service calls a locale, if the configuration says so.
    pub fn language(&self, locale: &str) -> Option<&str> {
        self.raw.languages.as_ref()?.get(locale).map(String::as_str)
    }
}

impl Translate {
    /// The provider of a locale, if it has one.
    pub fn provider(&self, locale: &str) -> Option<&ProviderConfig> {
        let name = self.by_locale.get(locale).or_else(|| self.by_locale.get(""))?;
        self.providers.get(name)
    }

    /// The provider with this name, or an error that names those there are.
    pub fn named(&self, name: &str) -> Result<ProviderConfig, String> {
        if let Some(provider) = self.providers.get(name) {
            return Ok(provider.clone());
        }
        built_in(name).map_err(|_| {
            let known = self.providers.keys().map(String::as_str).chain(["pseudo"]).collect::<Vec<_>>().join(", ");
            format!("provider `{name}` is not in `providers` of the configuration; known: {known}")
        })
    }

    /// Whether any locale has a provider, or there are files to take translations from.
    pub fn is_configured(&self) -> bool {
        !self.by_locale.is_empty() || !self.memory.is_empty()
    }
}

/// Checks the declarations. The error names the key that it is about, and the one in it.
pub fn resolve(
    translate: Option<RawTranslate>,
    providers: Option<BTreeMap<String, RawProvider>>,
    locales: &[&str],
) -> Result<Translate, (&'static str, String, String)> {
    let mut checked = BTreeMap::new();
    for (name, raw) in providers.unwrap_or_default() {
        let provider = provider(&name, raw).map_err(|message| ("providers", name.clone(), message))?;
        checked.insert(name, provider);
    }
    let raw = translate.unwrap_or_default();
    let fail = |key: &str, message: String| ("translate", key.to_owned(), message);
    let mut by_locale = raw.locales.unwrap_or_default();
    if let Some(unknown) = by_locale.keys().find(|name| !locales.contains(&name.as_str())) {
        return Err(fail(unknown, format!("`{unknown}` is not in `locales`")));
    }
    by_locale.extend(raw.provider.map(|name| (String::new(), name)));
    for name in by_locale.values().filter(|name| *name != "none") {
        if !checked.contains_key(name) {
            let provider = built_in(name).map_err(|message| fail(name, message))?;
            checked.insert(name.clone(), provider);
        }
    }
    let suggest = raw.suggest.unwrap_or(0.7);
    if !(0.0..=1.0).contains(&suggest) {
        return Err(fail("suggest", "`suggest` is a similarity: expected 0 to 1".into()));
    }
    let mut memory = Vec::new();
    for raw in raw.memory.unwrap_or_default() {
        let typed = match raw {
            RawMemory::Files(files) => TypedMemory { files, kind: None },
            RawMemory::Typed(typed) => typed,
        };
        globset::Glob::new(&typed.files)
            .map_err(|error| fail("memory", format!("`{}` is not a glob: {}", typed.files, error.kind())))?;
        memory.push(typed);
    }
    Ok(Translate { by_locale, memory, suggest, providers: checked })
}

/// A provider that is named like its type, and needs no settings.
fn built_in(name: &str) -> Result<ProviderConfig, String> {
    provider(name, RawProvider::default())
}

fn provider(name: &str, raw: RawProvider) -> Result<ProviderConfig, String> {
    let by_name = || ProviderKind::ALL.into_iter().find(|kind| kind.name() == name);
    let kind = raw.kind.or_else(by_name).ok_or_else(|| {
        let known: Vec<&str> = ProviderKind::ALL.iter().map(|kind| kind.name()).collect();
        format!("`{name}` is no provider: declare it under `providers` with a `type` of {}", known.join(", "))
    })?;
    let engine = raw.engine.clone().unwrap_or_else(|| name.to_owned());
    if engine.is_empty() || engine.contains(char::is_whitespace) {
        return Err(format!("`{name}`: `engine` is one word, as it stands in the state of every draft"));
    }
    for (setting, given) in given(&raw) {
        if given && !kind.settings().contains(&setting) {
            return Err(format!("`{name}`: `{setting}` is not a setting of type `{}`", kind.name()));
        }
        if !given && kind.needed().contains(&setting) {
            return Err(format!("`{name}`: type `{}` needs `{setting}`", kind.name()));
        }
    }
    check(name, &raw)?;
    Ok(ProviderConfig { name: name.to_owned(), kind, engine, raw })
}

/// Settings that only some kinds have, and whether they are given.
fn given(raw: &RawProvider) -> [(&'static str, bool); 16] {
    [
        ("url", raw.url.is_some()),
        ("key_env", raw.key_env.is_some()),
        ("key_file", raw.key_file.is_some()),
        ("command", raw.command.is_some()),
        ("protocol", raw.protocol.is_some()),
        ("markup", raw.markup.is_some()),
        ("modes", raw.modes.is_some()),
        ("routes", raw.routes.is_some()),
        ("region", raw.region.is_some()),
        ("api_version", raw.api_version.is_some()),
        ("model", raw.model.is_some()),
        ("project", raw.project.is_some()),
        ("location", raw.location.is_some()),
        ("formality", raw.formality.is_some()),
        ("glossaries", raw.glossaries.is_some()),
        ("instructions", raw.instructions.is_some()),
    ]
}

fn check(name: &str, raw: &RawProvider) -> Result<(), String> {
    if raw.command.as_ref().is_some_and(Vec::is_empty) {
        return Err(format!("`{name}`: `command` is empty: expected the program and its arguments"));
    }
    if let Some(version) = raw.api_version.as_deref().filter(|version| !["3.0", "2026-06-06"].contains(version)) {
        return Err(format!("`{name}`: `api_version` is `{version}`: expected \"3.0\" or \"2026-06-06\""));
    }
    if raw.price.is_some_and(|price| !price.is_finite() || price < 0.0) {
        return Err(format!("`{name}`: `price` is that of a million characters: expected 0 or more"));
    }
    let counts = [("concurrency", raw.concurrency), ("texts", raw.texts), ("characters", raw.characters)];
    if let Some((setting, _)) = counts.iter().find(|(_, count)| *count == Some(0)) {
        return Err(format!("`{name}`: `{setting}` is 0: expected 1 or more"));
    }
    if raw.timeout == Some(0) {
        return Err(format!("`{name}`: `timeout` is 0: expected seconds"));
    }
    raw.url.as_deref().map_or(Ok(()), |url| check_url(name, url))
}

/// Texts and keys go over the line: only encrypted, unless they stay on this machine.
fn check_url(name: &str, url: &str) -> Result<(), String> {
    let rest = url.strip_prefix("http://");
    let host = rest.and_then(|rest| rest.split(['/', '?']).next()).unwrap_or("");
    let on_this_machine = ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|local| host == *local || host.strip_prefix(local).is_some_and(|port| port.starts_with(':')));
    if host.contains('@')
        || url
            .strip_prefix("https://")
            .is_some_and(|rest| rest.split('/').next().is_some_and(|host| host.contains('@')))
    {
        return Err(format!("`{name}`: `url` holds a name or a key: give it by `key_env` or `key_file`"));
    }
    match url.starts_with("https://") || on_this_machine {
        true => Ok(()),
        false => Err(format!("`{name}`: `url` is `{url}`: expected `https://…`, or `http://` on this machine")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declare(yaml: &str) -> Result<Translate, String> {
        #[derive(Deserialize)]
        struct Both {
            translate: Option<RawTranslate>,
            providers: Option<BTreeMap<String, RawProvider>>,
        }
        let both: Both = serde_yaml::from_str(yaml).map_err(|error| error.to_string())?;
        resolve(both.translate, both.providers, &["fr-FR", "de-DE"]).map_err(|(_, _, message)| message)
    }

    #[test]
    fn providers_are_chosen_by_locale() {
        let yaml = "translate: {provider: deepl, locales: {de-DE: pseudo}}\nproviders: {deepl: {formality: more}}";
        let translate = declare(yaml).unwrap();
        assert_eq!(translate.provider("fr-FR").map(|provider| provider.kind), Some(ProviderKind::Deepl));
        assert_eq!(translate.provider("de-DE").map(|provider| provider.kind), Some(ProviderKind::Pseudo));
        let none = declare("translate: {provider: deepl, locales: {de-DE: none}}").unwrap();
        assert!(none.provider("de-DE").is_none() && none.provider("fr-FR").is_some());
        assert!(translate.named("pseudo").is_ok() && translate.named("azur").unwrap_err().contains("known: deepl"));
    }

    #[test]
    fn mistakes_are_explained() {
        for (yaml, expected) in [
            ("translate: {provider: deep}", "no provider: declare it"),
            ("translate: {locales: {it-IT: deepl}}", "not in `locales`"),
            ("translate: {suggest: 70}", "expected 0 to 1"),
            ("providers: {x: {type: deepl, region: west}}", "`region` is not a setting of type `deepl`"),
            ("providers: {x: {type: openai}}", "needs `model`"),
            ("providers: {deepl: {url: \"http://example.com\"}}", "expected `https://"),
            ("providers: {deepl: {url: \"http://localhost.example.com\"}}", "expected `https://"),
            ("providers: {deepl: {url: \"https://u:p@example.com\"}}", "key_env"),
            ("providers: {command: {command: []}}", "is empty"),
            ("providers: {azure: {api_version: \"4\"}}", "expected \"3.0\""),
            ("providers: {deepl: {timeout: 0}}", "expected seconds"),
            ("providers: {deepl: {engine: \"a b\"}}", "one word"),
        ] {
            let message = declare(yaml).unwrap_err();
            assert!(message.contains(expected), "{yaml}: {message}");
        }
        assert!(declare("providers: {deepl: {url: \"http://127.0.0.1:8080/x\"}}").is_ok());
    }
}
