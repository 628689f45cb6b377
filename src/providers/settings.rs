//! Machine translation and translation memory as `handback.yaml` declares them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::{Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, VariantAccess, Visitor};

use super::TYPES;
use super::service::{self, Place, Service, Type};

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

/// A provider as declared: its type, which has to be known before the values of its settings can be read.
#[derive(Debug, Clone, Default)]
pub struct RawProvider {
    kind: Option<&'static Type>,
    /// Names of the settings that have a value other than null.
    given: Vec<String>,
}

/// Settings that every type of provider has.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Common {
    /// Which service it is. Default: the name of the provider.
    // Declared here for the schema; `RawProvider` has read it before.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// What the state of drafts says: `mt:<engine>`. Default: the name of the provider.
    pub engine: Option<String>,
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
}

/// Where a service is, and where its key is kept. [`Access`](service::Access) says which types have them.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Address {
    /// Address of the service; plain `http` on this machine only. Default: the public service; `apertium`: the
    /// programs on this machine, else an apertium-apy server.
    pub url: Option<String>,
    /// Environment variable that holds the key. Default: as the service's own tools have it.
    pub key_env: Option<String>,
    /// File that holds the key and nothing else; a relative path starts at the project.
    pub key_file: Option<PathBuf>,
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
    pub kind: &'static Type,
    pub engine: String,
    /// What was declared; what is not said has its default where it is used.
    pub common: Common,
    pub address: Address,
    /// The settings that only this type has.
    pub own: Arc<dyn Service>,
}

impl ProviderConfig {
    /// Returns a provider with these settings. Its engine is its own name unless `common` names another.
    pub fn new(name: &str, kind: &'static Type, common: Common, address: Address, own: Arc<dyn Service>) -> Self {
        let engine = common.engine.clone().unwrap_or_else(|| name.to_owned());
        Self { name: name.to_owned(), kind, engine, common, address, own }
    }

    /// How long a request may take.
    pub fn timeout(&self) -> Duration {
        Duration::from_secs(self.common.timeout.unwrap_or(60))
    }

    /// What the service calls a locale, if the configuration says so.
    pub fn language(&self, locale: &str) -> Option<&str> {
        self.common.languages.as_ref()?.get(locale).map(String::as_str)
    }
}

impl Translate {
    /// The providers that are declared, by name.
    pub fn providers(&self) -> impl Iterator<Item = &ProviderConfig> {
        self.providers.values()
    }

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
            let types = TYPES.iter().map(|kind| kind.name).collect::<Vec<_>>().join(", ");
            format!(
                "provider `{name}` is not in `providers` of the configuration; it knows {known}. Declare one: \
                 `providers: {{{name}: {{type: …}}}}`, with one of these types: {types}"
            )
        })
    }

    /// Whether any locale has a provider, or there are files to take translations from.
    pub fn is_configured(&self) -> bool {
        !self.by_locale.is_empty() || !self.memory.is_empty()
    }
}

/// Why a declaration is refused.
#[derive(Debug)]
pub enum Mistake {
    /// A value that cannot hold: the top-level key, the key in it, and the message.
    Meaning(&'static str, String, String),
    /// A value of the wrong type. The error has its line.
    Form(serde_yaml::Error),
}

/// Checks the declarations. `yaml` is the whole text of the configuration that they were read from.
pub fn resolve(
    yaml: &str,
    translate: Option<RawTranslate>,
    providers: Option<BTreeMap<String, RawProvider>>,
    locales: &[&str],
) -> Result<Translate, Mistake> {
    let mut checked = BTreeMap::new();
    for (name, raw) in providers.unwrap_or_default() {
        let provider = provider(&name, &raw, Some(yaml))?;
        checked.insert(name, provider);
    }
    let raw = translate.unwrap_or_default();
    let fail = |key: &str, message: String| Mistake::Meaning("translate", key.to_owned(), message);
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
    provider(name, &RawProvider::default(), None).map_err(|mistake| match mistake {
        Mistake::Meaning(_, _, message) => message,
        Mistake::Form(error) => error.to_string(),
    })
}

/// Checks a provider. `yaml` is the configuration; without one, every setting has its default.
fn provider(name: &str, raw: &RawProvider, yaml: Option<&str>) -> Result<ProviderConfig, Mistake> {
    let fail = |message: String| Mistake::Meaning("providers", name.to_owned(), message);
    let kind = raw.kind.or_else(|| Type::named(name)).ok_or_else(|| {
        let known: Vec<&str> = TYPES.iter().map(|kind| kind.name).collect();
        fail(format!("`{name}` is no provider: declare it under `providers` with a `type` of {}", known.join(", ")))
    })?;
    if let Some(setting) = raw.given.iter().find(|setting| !kind.has(setting)) {
        let known = kind.settings().join(", ");
        let message = format!("`{name}`: `{setting}` is not a setting of type `{}` (known: {known})", kind.name);
        return Err(fail(message));
    }
    if let Some(setting) = kind.needed().iter().find(|setting| !raw.given.contains(setting)) {
        return Err(fail(format!("`{name}`: type `{}` needs `{setting}`", kind.name)));
    }
    let place = yaml.map(|yaml| Place { yaml, name });
    let (common, address) = service::read_shared(place).map_err(Mistake::Form)?;
    let own = kind.read(place).map_err(Mistake::Form)?;
    let provider = ProviderConfig::new(name, kind, common, address, own);
    if provider.engine.is_empty() || provider.engine.contains(char::is_whitespace) {
        return Err(fail(format!("`{name}`: `engine` is one word, as it is in the state of every draft")));
    }
    let checked = provider.own.check().and_then(|()| provider.common.check()).and_then(|()| provider.address.check());
    checked.map_err(|message| fail(format!("`{name}`: {message}")))?;
    Ok(provider)
}

impl<'de> Deserialize<'de> for RawProvider {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Declared)
    }
}

impl JsonSchema for RawProvider {
    fn schema_name() -> Cow<'static, str> {
        "RawProvider".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        service::schema(generator)
    }
}

/// Reads the type and the names of the settings that are given, and passes over their values.
struct Declared;

impl<'de> Visitor<'de> for Declared {
    type Value = RawProvider;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the settings of a provider")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawProvider, A::Error> {
        let mut raw = RawProvider::default();
        let mut seen = Vec::new();
        while let Some(Setting(setting)) = map.next_key()? {
            if seen.contains(&setting) {
                return Err(A::Error::custom(format!("duplicate field `{setting}`")));
            }
            let is_given = if setting == "type" {
                raw.kind = map.next_value::<Option<TypeName>>()?.map(|TypeName(kind)| kind);
                raw.kind.is_some()
            } else {
                map.next_value::<Option<IgnoredAny>>()?.is_some()
            };
            seen.push(setting.clone());
            if is_given {
                raw.given.push(setting);
            }
        }
        Ok(raw)
    }
}

/// The name of a setting that some type has.
struct Setting(String);

impl<'de> Deserialize<'de> for Setting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(SettingName)
    }
}

struct SettingName;

impl Visitor<'_> for SettingName {
    type Value = Setting;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Setting, E> {
        let known = service::all_settings();
        match known.contains(&name) {
            true => Ok(Setting(name.to_owned())),
            false => Err(E::custom(unknown("field", name, &known))),
        }
    }
}

/// A type, read by its name.
struct TypeName(&'static Type);

impl<'de> Deserialize<'de> for TypeName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As an enum, so that a YAML tag in front of the name is refused and not passed over.
        deserializer.deserialize_enum("Type", &[], TypeVariant)
    }
}

struct TypeVariant;

impl<'de> Visitor<'de> for TypeVariant {
    type Value = TypeName;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the type of a provider")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<TypeName, A::Error> {
        let (name, variant) = data.variant::<String>()?;
        let known: Vec<&str> = TYPES.iter().map(|kind| kind.name).collect();
        let kind = Type::named(&name).ok_or_else(|| A::Error::custom(unknown("variant", &name, &known)))?;
        variant.unit_variant()?;
        Ok(TypeName(kind))
    }
}

/// Says it in serde's words: the reader of the configuration finds the nearest known name in them.
fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    format!("unknown {what} `{name}`, expected one of `{}`", known.join("`, `"))
}

impl Common {
    fn check(&self) -> Result<(), String> {
        if self.price.is_some_and(|price| !price.is_finite() || price < 0.0) {
            return Err("`price` is that of a million characters: expected 0 or more".into());
        }
        let counts = [("concurrency", self.concurrency), ("texts", self.texts), ("characters", self.characters)];
        if let Some((setting, _)) = counts.iter().find(|(_, count)| *count == Some(0)) {
            return Err(format!("`{setting}` is 0: expected 1 or more"));
        }
        if self.timeout == Some(0) {
            return Err("`timeout` is 0: expected seconds".into());
        }
        Ok(())
    }
}

impl Address {
    fn check(&self) -> Result<(), String> {
        self.url.as_deref().map_or(Ok(()), check_url)
    }
}

/// Texts and keys go over the line: only encrypted, unless they stay on this machine.
fn check_url(url: &str) -> Result<(), String> {
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
        return Err("`url` holds a name or a key: give it by `key_env` or `key_file`".into());
    }
    match url.starts_with("https://") || on_this_machine {
        true => Ok(()),
        false => Err(format!("`url` is `{url}`: expected `https://…`, or `http://` on this machine")),
    }
}

/// For the tests of the services.
#[cfg(test)]
pub mod testing {
    use super::*;

    /// Reads `translate` and `providers` of a configuration with two locales.
    pub fn declare(yaml: &str) -> Result<Translate, String> {
        #[derive(Deserialize)]
        struct Both {
            translate: Option<RawTranslate>,
            providers: Option<BTreeMap<String, RawProvider>>,
        }
        let both: Both = serde_yaml::from_str(yaml).map_err(|error| error.to_string())?;
        resolve(yaml, both.translate, both.providers, &["fr-FR", "de-DE"]).map_err(|mistake| match mistake {
            Mistake::Meaning(_, _, message) => message,
            Mistake::Form(error) => error.to_string(),
        })
    }

    /// Returns the provider `x` with these settings.
    pub fn declared(settings: &str) -> Result<ProviderConfig, String> {
        let yaml = format!("providers: {{x: {settings}}}");
        let mut read: BTreeMap<String, BTreeMap<String, RawProvider>> =
            serde_yaml::from_str(&yaml).map_err(|error| error.to_string())?;
        match resolve(&yaml, None, read.remove("providers"), &[]) {
            Ok(translate) => translate.named("x"),
            Err(Mistake::Meaning(_, _, message)) => Err(message),
            Err(Mistake::Form(error)) => Err(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::declare;

    #[test]
    fn providers_are_chosen_by_locale() {
        let yaml = "translate: {provider: deepl, locales: {de-DE: pseudo}}\nproviders: {deepl: {formality: more}}";
        let translate = declare(yaml).unwrap();
        assert_eq!(translate.provider("fr-FR").map(|provider| provider.kind.name), Some("deepl"));
        assert_eq!(translate.provider("de-DE").map(|provider| provider.kind.name), Some("pseudo"));
        let none = declare("translate: {provider: deepl, locales: {de-DE: none}}").unwrap();
        assert!(none.provider("de-DE").is_none() && none.provider("fr-FR").is_some());
        assert!(translate.named("pseudo").is_ok() && translate.named("azur").unwrap_err().contains("it knows deepl"));
    }

    /// What a sync remembers is dropped when the `Debug` form of the configuration changes.
    #[test]
    fn the_debug_form_shows_every_setting() {
        let shown = |setting: &str| format!("{:?}", declare(&format!("providers: {{{setting}}}")).unwrap());
        let google = ["", ", location: a", ", model: a", ", glossaries: {fr-FR: a}", ", key_env: A", ", key_file: a"];
        let google = google.map(|more| format!("google: {{project: p{more}}}"));
        let common = ["engine: e", "price: 1", "timeout: 1", "retries: 1", "languages: {fr-FR: f}", "type: deepl"];
        let common = common.map(|setting| format!("pseudo: {{{setting}}}"));
        let limits = ["concurrency: 1", "texts: 1", "characters: 1"].map(|setting| format!("pseudo: {{{setting}}}"));
        let azure = ["region: a", "api_version: 3.0", "model: a"].map(|setting| format!("azure: {{{setting}}}"));
        let all: Vec<String> = google.into_iter().chain(common).chain(limits).chain(azure).collect();
        let different: std::collections::BTreeSet<String> = all.iter().map(|setting| shown(setting)).collect();
        assert_eq!(different.len(), all.len());
    }

    #[test]
    fn a_text_that_looks_like_a_number_is_a_text() {
        assert!(declare("providers: {azure: {api_version: 3.0}, google: {project: 12, model: 3}}").is_ok());
        assert!(declare("providers:\n  deepl:\n  x: {type: deepl, region: null}\n").is_ok());
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
            ("providers: {deepl: {reigon: a}}", "unknown field `reigon`, expected one of `type`, `engine`"),
            ("providers: {x: {type: deepll}}", "unknown variant `deepll`, expected one of `apertium`"),
            ("providers: {deepl: {texts: 1, texts: 1}}", "duplicate field `texts`"),
            ("providers: {google: {project: null}}", "needs `project`"),
            (
                "providers:\n  x:\n    type: deepl\n    timeout: soon\n",
                "providers.x.timeout: invalid type: string \"soon\"",
            ),
            ("providers:\n  x:\n    type: deepl\n    formality: [a]\n", "expected a string at line 4"),
            ("providers: {x: {type: !deepl deepl}}", "expected null"),
            ("providers: {x: {type: !x deepl}}", "unknown variant `x`"),
            ("providers: {pseudo: {key_env: A}}", "`key_env` is not a setting of type `pseudo`"),
        ] {
            let message = declare(yaml).unwrap_err();
            assert!(message.contains(expected), "{yaml}: {message}");
        }
        assert!(declare("providers: {deepl: {url: \"http://127.0.0.1:8080/x\"}}").is_ok());
    }
}
