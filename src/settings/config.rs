//! `handback.yaml`: what was typed ([`RawConfig`]) and what it means ([`Config`]).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use handback_core::catalog::yaml::without_mark;
use handback_core::document::ParseOptions;
use handback_core::document::code::CodeText;
use handback_core::render::options::{Anchors, Metadata, Newline, OnMachine, OnMissing, OnStale};
use handback_core::text::flavor::Flavor;
use handback_core::text::limits;
use handback_core::text::nearest::did_you_mean;
use handback_core::variables::declaration::{self, RawVariable, Variable};
use handback_core::variables::inline::agree::Lift;
use schemars::JsonSchema;
use serde::Deserialize;

use super::authors::{self, AuthorRule, RawAuthor};
use super::checks::{Checks, RawChecks};
use super::code::Code;
use super::constructs::{self, RawConstruct};
use super::flavor::Defaults;
use super::forge::{self, Forge};
use super::front_matter::{FrontMatter, RawFrontMatter};
use super::hand_off::{HashForm, RawHandOff};
use super::links::{self, RawLinkRule};
use super::locale::{self, Locale, RawLocales};
use super::notice::{self, Notice, RawNotice};
use super::provenance::{self, RawProvenance};
use super::publish::{self, Publish, RawPublish};
use super::rates::{self, Rates, RawRates};
use super::tree::{self, RawSources, RawTree, Tree};
use crate::problem::FileError;
use crate::providers::settings::{self, Mistake, RawProvider, RawTranslate, Translate};

/// The file that a project is recognized by.
pub const FILE_NAME: &str = "handback.yaml";

/// The configuration of a handback project.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "handback.yaml")]
pub struct RawConfig {
    /// Locale that the source documents are written in. Default: en-US.
    pub source_locale: Option<String>,
    /// Locales to translate into, as the site writes them. A locale may name others to fall back to, `- fr-CA: [fr-FR]`,
    /// and its folder, `- zh-TW: {folder: cht}`.
    pub locales: Option<RawLocales>,
    /// Globs of source documents (Markdown and YAML), relative to the project; a leading `!` excludes.
    /// Documents are named by their path below the folder that the glob starts in.
    /// Default: `source-docs/**/*.md`, `source-docs/**/*.yml`, `source-docs/**/*.yaml`, and `source-docs/**/*.mdx` where the
    /// flavor reads MDX.
    pub sources: Option<RawSources>,
    /// Folder of the Fluent resources and their state. Default: locales.
    pub resources: Option<String>,
    /// Where localized documents are written, with `{locale}` (or `{locale:lower}`, `{lang}`) and `{path}` (or `{dir}`,
    /// `{stem}` and `{ext}`: `docs/{dir}{stem}.{locale}.{ext}`); may lie outside the project.
    /// Default: `localized-docs/{locale}/{path}`.
    pub output: Option<String>,
    /// Further trees of documents, each with its own output: a blog beside the docs, older versions. Their documents are
    /// named with the folder that their globs start in.
    pub trees: Option<Vec<RawTree>>,
    /// Targets of links and images that name the locale: `[{from: /en/, to: "/{locale}/"}]`. Resources keep those of the
    /// English. Default: none.
    pub links: Option<Vec<RawLinkRule>>,
    /// What becomes of images, and other files beside the sources, that a localized page names as if they lay beside it: the
    /// site finds them (`leave`), or they are copied there unless the locale has its own (`copy`). Default: leave.
    pub images: Option<Images>,
    /// Which documents have a page in a locale: `all`, those with a `translated` text, or `{min_current: PERCENT}`, those of
    /// whose texts at least so many percent are current. For sites that show the English where a locale has no page. A page
    /// that was published stays while something of it is translated. Default: all.
    pub publish: Option<RawPublish>,
    /// Whose Markdown the documents are written in: the site generator that reads them. It tells syntax from text, and
    /// sets what such sites need: which front matter is text, metadata, anchors, line ends. Default: docfx.
    pub flavor: Option<Flavor>,
    /// Constructs of the house, beside those of the flavor: `{pattern: '@@[a-z]+@@', is: value}`.
    pub constructs: Option<Vec<RawConstruct>>,
    /// What of the front matter is translated, set, kept or left out in localized pages:
    /// `{set: {lang: "{locale}"}, keep: [reviewers], drop: [browser-compat]}`. Default: title, description, keywords, or
    /// what the flavor has, are translated, and everything else is that of the English.
    pub front_matter: Option<RawFrontMatter>,
    /// Front-matter keys whose values are translated: the same as `translate` in `front_matter`.
    pub front_matter_keys: Option<Vec<String>>,
    /// Keys of YAML documents whose values are translated, at any depth.
    /// Default: name, title, description, prompt, text, summary.
    pub yaml_keys: Option<Vec<String>>,
    /// HTML attributes whose values are translated. Default: title; with other flavors than docfx also alt, aria-label,
    /// placeholder, label, summary, caption, text, header, heading, tagline, tooltip.
    pub html_attributes: Option<Vec<String>>,
    /// What of code blocks is text: nothing, the comments in known languages, or every block as a whole, which people
    /// translate and machines leave alone. Default: none.
    pub code: Option<CodeText>,
    /// Put the English anchor before the text of every localized heading; `numbered` adds `-1`, `-2` where a heading
    /// repeats, as DocFX and GitHub do in the English page, and `ids` puts `{#id}` behind headings whose id would be
    /// another. Default: true with the flavor docfx.
    pub anchors: Option<RawAnchors>,
    /// Hand-off metadata in localized documents. Default: microsoft with the flavor docfx, else none.
    pub metadata: Option<Metadata>,
    /// Algorithm of `ms.openlocfilehash`. Default: sha1.
    pub hash: Option<HashAlgorithm>,
    /// What localized documents say of their source. Default: what the project has shows how.
    pub hand_off: Option<RawHandOff>,
    /// Where localized documents that are adopted say which English they were made from, beside `ms.openlocfilehash` and
    /// `ms.sourcegitcommit`. Default: in the front matter, `l10n.sourceCommit` or `default_lang_commit`.
    pub provenance: Option<RawProvenance>,
    /// Take sources that are links leading out of the project. Default: false.
    pub outside_links: Option<bool>,
    /// Line ends of localized Markdown. Default: lf with the flavor docfx, else source.
    pub newline: Option<Newline>,
    /// What takes the place of a unit whose translation is stale. Default: source.
    pub on_stale: Option<OnStale>,
    /// What takes the place of a unit without a translation. Default: source.
    pub on_missing: Option<OnMissing>,
    /// What takes the place of a unit that a machine translated, and that no person approved: the translation (`publish`), the
    /// English (`source`), or nothing, and the page is not written (`fail`). Default: publish.
    pub on_machine: Option<OnMachine>,
    /// Whether pages say to their readers what of them a machine translated, what changed since, and what is shown in English: below
    /// their title (`block`, or `{block: "> {text}"}` in another form), or in their front matter for the theme to show
    /// (`front_matter`, or `{front_matter: KEY}`). Default: none.
    pub notice: Option<RawNotice>,
    /// Up to which kind of change of the English a translation stays current. Default: mechanical.
    pub carry: Option<CarryLevel>,
    /// Which link targets, addresses, attributes of tags, code and identifiers become values of their place, so that texts
    /// that differ in nothing else are one message. Default: differing.
    pub lift: Option<Lift>,
    /// What `handback check` demands: `min_human`, `max_stale`, `max_age_days` for all locales, and a
    /// locale's name with its own. Default: nothing may be stale or missing.
    pub thresholds: Option<BTreeMap<String, RawThreshold>>,
    /// Codes of findings that make `handback check` fail. Default: all that are errors.
    pub fail_on: Option<Vec<Code>>,
    /// How much findings weigh, and what the house demands of translations: lengths, rules of its own. Default: nothing
    /// beyond what every text is checked for.
    pub checks: Option<RawChecks>,
    /// Values that differ from document to document in texts that are otherwise the same: the name of the
    /// application, of its developer, a date. Declared by where the value stands:
    /// `app: { heading: 1 }`. Texts that several documents share but for these values become one message.
    pub variables: Option<BTreeMap<String, RawVariable>>,
    /// Where drafts of missing and stale translations come from. Default: nowhere.
    pub translate: Option<RawTranslate>,
    /// Machine-translation services, by a name of your own.
    pub providers: Option<BTreeMap<String, RawProvider>>,
    /// How edits of the resources count that certain git authors commit, such as a bot or a translation platform.
    /// Default: every edit is a person's.
    pub authors: Option<Vec<RawAuthor>>,
    /// What translations cost, for `handback analyze`: `{currency: EUR, word: 0.12, percent: {repeated: 10, "100": 10}}`.
    /// Default: nothing is said of money.
    pub rates: Option<RawRates>,
    /// Where the files of the repository are seen, for the links of `handback site`: an address with `{path}`, and perhaps
    /// `{line}` and `{commit}`, or `none`. Default: what the address of the remote `origin` tells.
    pub forge: Option<String>,
}

/// Whether localized headings carry anchors, and which.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected `true`, `false`, `numbered` or `ids`")]
pub enum RawAnchors {
    Switch(bool),
    Form(AnchorForm),
}

/// A form of anchors other than the plain one.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AnchorForm {
    /// With `-1`, `-2` where a heading repeats.
    Numbered,
    /// As `{#id}` behind headings that would have another id.
    Ids,
}

impl RawAnchors {
    fn resolve(self) -> Anchors {
        match self {
            Self::Switch(true) => Anchors::Plain,
            Self::Switch(false) => Anchors::None,
            Self::Form(AnchorForm::Numbered) => Anchors::Numbered,
            Self::Form(AnchorForm::Ids) => Anchors::Ids,
        }
    }
}

/// A demand on all locales, or the demands on one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "expected `min_human`, `max_stale` or `max_age_days` with a number, or a locale with these"
)]
pub enum RawThreshold {
    All(f64),
    Locale(RawThresholds),
}

/// What a locale has to reach.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawThresholds {
    /// Percentage of messages that a person translated or approved, at least. Default: none.
    pub min_human: Option<f64>,
    /// Stale messages that are allowed: up to this number they are warnings. Default: none is allowed.
    pub max_stale: Option<f64>,
    /// Days for which a stale or missing translation is a warning only. Default: not a day.
    pub max_age_days: Option<f64>,
}

/// What becomes of files beside the sources that localized pages name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Images {
    /// They stay where they are.
    Leave,
    /// They are copied beside the pages, where nothing lies yet.
    Copy,
}

/// How sources are hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum HashAlgorithm {
    Sha1,
    Sha256,
}

/// Up to which kind of change of the English a translation stays current.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CarryLevel {
    /// White space, punctuation, case, quotes, emphasis, entities, a misspelt word.
    Cosmetic,
    /// Also numbers, dates, URLs, identifiers and the like: the new values are put into the translation.
    Mechanical,
    /// Every change makes a translation stale.
    None,
}

/// What `handback check` demands of a locale.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Thresholds {
    /// Percentage of messages that are human, at least.
    pub min_human: Option<f64>,
    /// Up to this number of stale messages they are warnings.
    pub max_stale: Option<usize>,
    /// Up to this age a stale or missing translation is a warning.
    pub max_age_days: Option<u32>,
}

/// What [`Config::room`] is: locales whose files are longer together are read in turns. In memory they take about three times as
/// much.
const ROOM: u64 = 64 << 20;

/// The settings that everything else sees.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder that `handback.yaml` lies in.
    pub root: PathBuf,
    /// How long the files of locales may be together, in bytes, that a run has in memory at a time; one locale always fits.
    pub room: u64,
    /// A run also notes what files hold, so that the next one may have another checkout of them. The result does not depend on it.
    pub notes_contents: bool,
    pub source_locale: String,
    pub locales: Vec<Locale>,
    /// At least one.
    pub trees: Vec<Tree>,
    pub links: Vec<RawLinkRule>,
    pub images: Images,
    /// Which documents have a page, in locales that say nothing else.
    publish: Publish,
    pub resources: PathBuf,
    pub parse: ParseOptions,
    /// The configuration says whose Markdown it is.
    pub flavor_is_set: bool,
    /// Sources may be links that lead out of the project.
    pub outside_links: bool,
    pub anchors: Anchors,
    pub metadata: Metadata,
    pub hash: HashAlgorithm,
    pub hash_form: HashForm,
    /// What the front matter of localized pages has of its own.
    pub front_matter: FrontMatter,
    pub newline: Newline,
    pub on_stale: OnStale,
    pub on_missing: OnMissing,
    /// In locales that say nothing else.
    on_machine: OnMachine,
    notice: Notice,
    pub carry: CarryLevel,
    pub lift: Lift,
    /// Demands on all locales, under an empty name, and on single ones.
    thresholds: BTreeMap<String, RawThresholds>,
    pub fail_on: Option<Vec<Code>>,
    pub checks: Checks,
    /// Document variables, by name.
    pub variables: Vec<Variable>,
    pub translate: Translate,
    /// Of several rules that match an author the first counts.
    pub authors: Vec<AuthorRule>,
    pub rates: Rates,
    pub forge: Forge,
}

impl Config {
    /// The same of a project that lies here.
    pub fn without_place(&self) -> Self {
        Self { root: PathBuf::new(), resources: self.shown(&self.resources), notes_contents: false, ..self.clone() }
    }

    /// Checks a configuration; `root` is the project's folder.
    pub fn parse(yaml: &str, root: &Path) -> Result<Self, FileError> {
        let yaml = without_mark(yaml);
        let raw = RawConfig::parse(yaml)?;
        let fail = |key: &str, message: String| at(line_of_key(yaml, key), message);
        let source_locale = raw.source_locale.unwrap_or_else(|| "en-US".into());
        let source_locale = locale::canonical(&source_locale).map_err(|message| fail("source_locale", message))?;
        let locales = locale::resolve(raw.locales, &source_locale).map_err(|message| fail("locales", message))?;
        let trees = tree::resolve(raw.sources, raw.output, raw.trees, &locales, raw.flavor.unwrap_or_default())
            .map_err(|(key, message)| fail(key, message))?;
        let thresholds = resolve_thresholds(raw.thresholds.unwrap_or_default(), &locales)
            .map_err(|message| fail("thresholds", message))?;
        let variables = declaration::resolve(raw.variables)
            .map_err(|(name, message)| inside(yaml, "variables", &name, &message))?;
        let names: Vec<&str> = locales.iter().map(|locale| locale.name.as_str()).collect();
        let checks =
            Checks::resolve(raw.checks, &names).map_err(|message| fail("checks", format!("checks: {message}")))?;
        let translate =
            settings::resolve(yaml, raw.translate, raw.providers, &names).map_err(|mistake| match mistake {
                Mistake::Meaning(key, inner, message) => inside(yaml, key, &inner, &message),
                Mistake::Form(error) => describe(&error),
            })?;
        let links =
            links::resolve(raw.links, &locales).map_err(|message| fail("links", format!("links: {message}")))?;
        let publish = raw.publish.map(publish::resolve).transpose().map_err(|message| fail("publish", message))?;
        let notice =
            raw.notice.map(notice::resolve).transpose().map_err(|message| fail("notice", message))?.unwrap_or_default();
        let forge = forge::resolve(raw.forge).map_err(|message| fail("forge", format!("forge: {message}")))?;
        let resources = raw.resources.unwrap_or_else(|| "locales".into());
        check_resources(&resources, &trees).map_err(|message| fail("resources", message))?;
        let authors = authors::resolve(raw.authors).map_err(|message| fail("authors", message))?;
        let rates =
            rates::resolve(raw.rates, &locales).map_err(|message| fail("rates", format!("rates: {message}")))?;
        let commit_keys = provenance::commit_keys(raw.provenance)
            .map_err(|message| fail("provenance", format!("commit: {message}")))?;
        let rules = constructs::resolve(raw.constructs)
            .map_err(|message| fail("constructs", format!("constructs: {message}")))?;
        let flavor_is_set = raw.flavor.is_some();
        let defaults = Defaults::of(raw.flavor.unwrap_or_default(), rules);
        let mut entries = raw.front_matter.unwrap_or_default();
        let keys = entries.take_translated(raw.front_matter_keys).map_err(|message| fail("front_matter", message))?;
        let parse = parse_options(defaults.parse, keys, raw.yaml_keys, raw.html_attributes);
        let parse = ParseOptions { code: raw.code.unwrap_or_default(), ..parse };
        let front_matter = FrontMatter::resolve(entries, commit_keys, &parse.front_matter_keys, &locales)
            .map_err(|message| fail("front_matter", format!("front_matter: {message}")))?;
        Ok(Self {
            root: root.to_owned(),
            room: ROOM,
            notes_contents: false,
            source_locale,
            locales,
            trees,
            links,
            images: raw.images.unwrap_or(Images::Leave),
            publish: publish.unwrap_or_default(),
            resources: root.join(resources),
            parse,
            flavor_is_set,
            outside_links: raw.outside_links.unwrap_or(false),
            anchors: raw.anchors.map_or(defaults.anchors, RawAnchors::resolve),
            metadata: raw.metadata.unwrap_or(defaults.metadata),
            hash: raw.hash.unwrap_or(HashAlgorithm::Sha1),
            hash_form: raw.hand_off.and_then(|hand_off| hand_off.hash_form).unwrap_or(HashForm::Auto),
            front_matter,
            newline: raw.newline.unwrap_or(defaults.newline),
            on_stale: raw.on_stale.unwrap_or(OnStale::Source),
            on_missing: raw.on_missing.unwrap_or(OnMissing::Source),
            on_machine: raw.on_machine.unwrap_or_default(),
            notice,
            carry: raw.carry.unwrap_or(CarryLevel::Mechanical),
            lift: raw.lift.unwrap_or_default(),
            thresholds,
            fail_on: raw.fail_on,
            checks,
            variables,
            translate,
            authors,
            rates,
            forge,
        })
    }

    /// Which documents have a page in a locale.
    pub fn publish_in(&self, locale: &Locale) -> Publish {
        locale.publish.unwrap_or(self.publish)
    }

    /// What becomes of translations that nobody approved, on the pages of a locale.
    pub fn on_machine_in(&self, locale: &Locale) -> OnMachine {
        locale.on_machine.unwrap_or(self.on_machine)
    }

    /// What readers of a locale are said of a page.
    pub fn notice_in<'c>(&'c self, locale: &'c Locale) -> &'c Notice {
        locale.notice.as_ref().unwrap_or(&self.notice)
    }

    /// What a locale has to reach: its own demands, else those of all.
    pub fn thresholds(&self, locale: &str) -> Thresholds {
        let of = |get: fn(&RawThresholds) -> Option<f64>| {
            [locale, ""].iter().find_map(|name| self.thresholds.get(*name).and_then(get))
        };
        Thresholds {
            min_human: of(|demands| demands.min_human),
            max_stale: of(|demands| demands.max_stale).map(|count| count as usize),
            max_age_days: of(|demands| demands.max_age_days).map(|days| days as u32),
        }
    }

    /// The locale with this name, or an error that names those there are.
    pub fn locale(&self, name: &str) -> Result<&Locale, String> {
        self.locales.iter().find(|locale| locale.is_called(name)).ok_or_else(|| {
            let known: Vec<&str> = self.locales.iter().map(|locale| locale.name.as_str()).collect();
            let known = match known.len() {
                0 => "none".to_owned(),
                _ => known.join(", "),
            };
            format!(
                "locale `{name}` is not in the configuration, which has {known}: add it to `locales` in handback.yaml"
            )
        })
    }
}

impl RawConfig {
    /// What the file says, not yet checked. A file of comments is an empty one, which YAML does not know.
    fn parse(yaml: &str) -> Result<Self, FileError> {
        if yaml.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Self::default());
        }
        if let Some(line) = limits::too_deep(yaml) {
            return Err(FileError::at(FILE_NAME, line, limits::deep_message()));
        }
        serde_yaml::from_str(yaml).map_err(|error| describe(&error))
    }
}

/// A mistake in the configuration. Its path is filled in by who opened the file.
fn at(line: Option<u32>, message: String) -> FileError {
    FileError { path: PathBuf::new(), line, message }
}

/// A mistake below an inner key of a key.
fn inside(yaml: &str, key: &str, inner: &str, message: &str) -> FileError {
    at(line_of_nested_key(yaml, key, inner), format!("{key}: {message}"))
}

/// What is translated, where the configuration does not leave it at the default.
fn parse_options(
    default: ParseOptions,
    front_matter_keys: Option<Vec<String>>,
    yaml_keys: Option<Vec<String>>,
    html_attributes: Option<Vec<String>>,
) -> ParseOptions {
    ParseOptions {
        front_matter_keys: front_matter_keys.unwrap_or(default.front_matter_keys),
        yaml_keys: yaml_keys.unwrap_or(default.yaml_keys),
        html_attributes: html_attributes.unwrap_or(default.html_attributes),
        ..default
    }
}

/// JSON Schema of `handback.yaml`.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(RawConfig).to_value()
}

/// A serde error in our words; an unknown key is named with the nearest known one.
fn describe(error: &serde_yaml::Error) -> FileError {
    let text = error.to_string();
    let line = error.location().map(|location| location.line() as u32);
    let quoted: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    let unknown = text.contains("unknown field") || text.contains("unknown variant");
    let message = match quoted.split_first() {
        Some((found, known)) if unknown => {
            let what = if text.contains("unknown field") { "key" } else { "value" };
            let hint = did_you_mean(found, known.iter().copied());
            format!("unknown {what} `{found}`{hint} (known: {})", known.join(", "))
        }
        _ => text,
    };
    at(line, message)
}

fn line_of_key(yaml: &str, key: &str) -> Option<u32> {
    let line =
        yaml.lines().position(|line| line.starts_with(key) && line[key.len()..].trim_start().starts_with(':'))?;
    u32::try_from(line + 1).ok()
}

fn line_of_nested_key(yaml: &str, key: &str, nested: &str) -> Option<u32> {
    let outer = line_of_key(yaml, key)?;
    let is_nested = |line: &str| {
        line.trim_start()
            .trim_start_matches(['"', '\''])
            .strip_prefix(nested)
            .is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
    };
    let below = yaml.lines().skip(outer as usize).position(is_nested);
    Some(below.map_or(outer, |at| outer + 1 + at as u32))
}

fn resolve_thresholds(
    raw: BTreeMap<String, RawThreshold>,
    locales: &[Locale],
) -> Result<BTreeMap<String, RawThresholds>, String> {
    let mut out: BTreeMap<String, RawThresholds> = BTreeMap::new();
    for (key, threshold) in raw {
        match threshold {
            RawThreshold::All(number) => {
                let all = out.entry(String::new()).or_default();
                *match key.as_str() {
                    "min_human" => &mut all.min_human,
                    "max_stale" => &mut all.max_stale,
                    "max_age_days" => &mut all.max_age_days,
                    _ => return Err(format!("`{key}`: expected `min_human`, `max_stale`, `max_age_days` or a locale")),
                } = Some(number);
            }
            RawThreshold::Locale(demands) => match locales.iter().find(|locale| locale.is_called(&key)) {
                Some(locale) => _ = out.insert(locale.name.clone(), demands),
                None => return Err(format!("`{key}` is not in `locales`")),
            },
        }
    }
    for demands in out.values() {
        if demands.min_human.is_some_and(|percent| !(0.0..=100.0).contains(&percent)) {
            return Err("`min_human` is a percentage: expected 0 to 100".into());
        }
        let counts = [demands.max_stale, demands.max_age_days];
        if counts.into_iter().flatten().any(|count| count < 0.0 || count.fract() != 0.0) {
            return Err("`max_stale` and `max_age_days` are counts: expected 0, 1, 2 …".into());
        }
    }
    Ok(out)
}

/// State files are YAML: as sources they would become documents.
fn check_resources(resources: &str, trees: &[Tree]) -> Result<(), String> {
    let holds = |glob: &&String| {
        super::globs::base_of(glob).starts_with(resources.trim_start_matches("./").trim_end_matches('/'))
    };
    match trees.iter().flat_map(|tree| &tree.globs).find(holds) {
        Some(glob) => Err(format!("`{resources}` holds the sources `{glob}`: keep resources in a folder of their own")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    fn error(yaml: &str) -> String {
        Config::parse(yaml, Path::new(".")).unwrap_err().to_string()
    }

    #[test]
    fn two_lines_are_enough() {
        let config = Config::parse("source_locale: en-US\nlocales: [fr-FR, de-DE]\n", Path::new("x")).unwrap();
        assert_eq!(config.locales.len(), 2);
        assert_eq!(config.resources, Path::new("x/locales"));
    }

    #[test]
    fn thresholds_of_a_locale_go_before_those_of_all() {
        let yaml = "locales: [fr-FR, de-DE]\nthresholds: {max_stale: 5, fr-FR: {min_human: 80.5, max_age_days: 3}}\n";
        let config = Config::parse(yaml, Path::new(".")).unwrap();
        assert_eq!(
            config.thresholds("fr-FR"),
            Thresholds { min_human: Some(80.5), max_stale: Some(5), max_age_days: Some(3) }
        );
        assert_eq!(config.thresholds("de-DE"), Thresholds { max_stale: Some(5), ..Thresholds::default() });
    }

    #[test]
    fn mistakes_are_explained() {
        assert!(error("locale: [fr-FR]\n").contains("unknown key `locale`: did you mean `locales`?"));
        assert!(error("locales: [fr-FR]\nnewline: crfl\n").contains("did you mean `crlf`?"));
        assert!(error("locales: [french!]\n").contains("not a locale"));
        assert!(error("locales: [x\nnewline: lf\n").contains("line 2"));
        assert!(error("locales: [fr, de]\noutput: out/{path}\n").contains("must tell locales apart"));
        assert!(error("locales: [en-US]\n").contains("source locale"));
        assert!(error("resources: source-docs\n").contains("folder of their own"));
        assert!(error("sources: {globs: [a.md], exclude: [b.md]}\n").contains("`globs` and `excludes`"));
        assert!(error("output: source-docs/{path}.{locale}\n").contains("names the locale after the path"));
        assert!(error("locales: [fr-FR]\nthresholds: {de-DE: {max_stale: 1}}\n").contains("not in `locales`"));
        assert!(error("thresholds: {max_stael: 1}\n").contains("expected `min_human`"));
        assert!(error("thresholds: {min_human: 101}\n").contains("percentage"));
        assert!(error("locales: [fr-FR]\nthresholds: {fr-FR: {max: 1}}\n").contains("expected `min_human`"));
        assert!(error("locales: [fr-FR]\nfail_on: [stael]\n").contains("unknown value `stael`: did you mean `stale`?"));
        assert!(error("carry: cosmetics\n").contains("did you mean `cosmetic`?"));
        assert!(error("locales: 3\n").contains("expected a list of locales"));
    }
}
