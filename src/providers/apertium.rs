//! Apertium, a free machine translation by rules: <https://wiki.apertium.org>.
//!
//! Its programs are started once for a pair of languages and kept: each stage of a *mode* reads what the one
//! before it writes, and hands on what it has at every NUL byte. Languages without a mode of their own are
//! reached through others: English to French through Catalan.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use handback_core::translate::item::Markup;
use schemars::JsonSchema;
use serde::Deserialize;

use super::apy::Apy;
use super::http;
use super::process::Running;
use super::provider::{Limits, Provider, ProviderError, Request};
use super::service::{Access, Opening, Service, Type};
use super::settings::ProviderConfig;

/// Where distributions put modes.
const MODES: &str = "/usr/share/apertium/modes";

/// The type and how it is reached.
pub const TYPE: Type = Type::of::<Settings>("apertium", Access::Url);

/// Settings of Apertium.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Folder of the modes. Default: /usr/share/apertium/modes.
    modes: Option<PathBuf>,
    /// Modes to go through, by locale: `fr-FR: [eng-cat, cat-fra]`. Default: the shortest way.
    routes: Option<BTreeMap<String, Vec<String>>>,
}

impl Service for Settings {
    fn markup(&self) -> Markup {
        Markup::Tokens
    }

    fn programs(&self) -> Vec<String> {
        let modes = self.modes.iter();
        modes.map(|modes| format!("the programs that the modes in `{}` name", modes.display())).collect()
    }

    fn open(&self, opening: &Opening<'_>) -> Result<Box<dyn Provider>, ProviderError> {
        let config = opening.config.clone();
        Ok(match config.address.url.clone() {
            Some(url) => Box::new(Apy::new(config, &url)),
            None => Box::new(Apertium::new(config, self.clone(), opening.root)),
        })
    }
}

/// Apertium's programs on this machine.
pub struct Apertium {
    config: ProviderConfig,
    settings: Settings,
    modes: PathBuf,
    running: Mutex<BTreeMap<(String, String), Vec<Running>>>,
}

impl Apertium {
    /// `root` is the project's folder, where a relative path to the modes starts.
    pub fn new(config: ProviderConfig, settings: Settings, root: &Path) -> Self {
        let modes = settings.modes.as_ref().map_or_else(|| PathBuf::from(MODES), |modes| root.join(modes));
        Self { config, settings, modes, running: Mutex::default() }
    }

    fn start(&self, source: &str, target: &str) -> Result<Vec<Running>, ProviderError> {
        let route = match self.settings.routes.as_ref().and_then(|routes| routes.get(target)) {
            Some(route) => route.clone(),
            None => self.find_route(source, target)?,
        };
        route.iter().map(|mode| self.start_mode(mode)).collect()
    }

    fn find_route(&self, source: &str, target: &str) -> Result<Vec<String>, ProviderError> {
        let (from, to) = (language(&self.config, source), language(&self.config, target));
        let fail = |what: &str| {
            let modes = self.modes.display();
            ProviderError::fatal(format!("apertium: {what} in {modes}: install the language pairs, or name `modes`"))
        };
        let entries = std::fs::read_dir(&self.modes).map_err(|error| fail(&format!("no modes ({error})")))?;
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut modes: Vec<String> = names.filter_map(|name| name.strip_suffix(".mode").map(str::to_owned)).collect();
        modes.sort();
        route(&modes, &from, &to).ok_or_else(|| fail(&format!("no way from {from} to {to}")))
    }

    fn start_mode(&self, mode: &str) -> Result<Running, ProviderError> {
        let path = self.modes.join(format!("{mode}.mode"));
        let text = std::fs::read_to_string(&path)
            .map_err(|error| ProviderError::fatal(format!("apertium: cannot read {}: {error}", path.display())))?;
        let commands = stages(&text).ok_or_else(|| {
            ProviderError::fatal(format!("apertium: {}: expected programs with `|` between them", path.display()))
        })?;
        Running::start(commands, &format!("apertium {mode}"), 0)
    }

    fn exchange(&self, modes: &mut [Running], request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let deadline = Instant::now() + self.config.timeout();
        let mut texts = request.texts.to_vec();
        for running in modes {
            for text in &texts {
                running.write(&escape(text))?;
            }
            texts = texts
                .iter()
                .map(|_| running.read(deadline).map(|answer| unescape(&answer)))
                .collect::<Result<_, _>>()?;
        }
        Ok(texts)
    }
}

impl Provider for Apertium {
    fn limits(&self) -> Limits {
        Limits { texts: 50, characters: 20_000, bytes: 200 * 1024, concurrency: 1 }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let pair = (request.source.to_owned(), request.target.to_owned());
        let mut all = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.remove(&pair).filter(|modes| !modes.iter().any(Running::has_more));
        let mut modes = match kept {
            Some(modes) => modes,
            None => self.start(request.source, request.target)?,
        };
        let texts = self.exchange(&mut modes, request)?;
        all.insert(pair, modes);
        Ok(texts)
    }
}

/// What Apertium calls the language of a locale.
pub(super) fn language(config: &ProviderConfig, locale: &str) -> String {
    config.language(locale).map_or_else(|| iso_639_3(http::language(locale)), str::to_owned)
}

/// The shortest way through modes, each `FROM-TO`.
fn route(modes: &[String], from: &str, to: &str) -> Option<Vec<String>> {
    let mut ways: VecDeque<(&str, Vec<String>)> = VecDeque::from([(from, Vec::new())]);
    let mut seen = vec![from];
    while let Some((language, way)) = ways.pop_front() {
        if language == to {
            return Some(way);
        }
        for mode in modes {
            let Some((_, next)) = mode.split_once('-').filter(|(start, _)| *start == language) else { continue };
            if !seen.contains(&next) {
                seen.push(next);
                ways.push_back((next, [way.as_slice(), std::slice::from_ref(mode)].concat()));
            }
        }
    }
    None
}

/// The programs of a mode, asked to pass on what they have at every NUL byte.
fn stages(mode: &str) -> Option<Vec<Command>> {
    let mut stages = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for word in words_of(mode)?.into_iter().chain([Word::Pipe]) {
        match word {
            // Words that are unknown to it stay without a mark.
            Word::Plain(word) if word == "$1" => words.push("-n".into()),
            Word::Plain(word) if word.starts_with('$') => {}
            Word::Plain(word) | Word::Quoted(word) => words.push(word),
            Word::Pipe => {
                let mut stage = std::mem::take(&mut words).into_iter();
                let mut command = Command::new(stage.next()?);
                command.arg("-z").args(stage);
                stages.push(command);
            }
        }
    }
    Some(stages)
}

enum Word {
    Plain(String),
    Quoted(String),
    Pipe,
}

/// Words of a shell's pipeline, as far as modes use it.
fn words_of(line: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        let (word, len) = match first {
            '|' => (Word::Pipe, 1),
            '\'' | '"' => {
                let end = rest[1..].find(first)?;
                (Word::Quoted(rest[1..=end].to_owned()), end + 2)
            }
            _ => {
                let end = rest.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(rest.len());
                (Word::Plain(rest[..end].to_owned()), end)
            }
        };
        words.push(word);
        rest = rest[len..].trim_start();
    }
    Some(words)
}

/// A text in Apertium's stream format: what means something there is escaped, a sentence ends at its end.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars().filter(|c| *c != '\0') {
        match c {
            '~' => out.push_str("[~]"),
            '\\' | '[' | ']' | '{' | '}' | '^' | '$' | '/' | '@' | '<' | '>' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out.push_str(END);
    out
}

/// A full stop that ends the last sentence; the empty format after it tells that it is not of the text.
const END: &str = ".[]";

fn unescape(text: &str) -> String {
    let text = text.strip_suffix(END).unwrap_or(text);
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            '[' | ']' => {}
            c => out.push(c),
        }
    }
    out
}

/// Modes name languages by three letters.
fn iso_639_3(language: &str) -> String {
    let known = match language.to_ascii_lowercase().as_str() {
        "af" => "afr",
        "ar" => "ara",
        "be" => "bel",
        "bg" => "bul",
        "br" => "bre",
        "ca" => "cat",
        "cy" => "cym",
        "da" => "dan",
        "de" => "deu",
        "en" => "eng",
        "eo" => "epo",
        "es" => "spa",
        "eu" => "eus",
        "fr" => "fra",
        "ga" => "gle",
        "gl" => "glg",
        "hi" => "hin",
        "id" => "ind",
        "is" => "isl",
        "it" => "ita",
        "kk" => "kaz",
        "mk" => "mkd",
        "ms" => "msa",
        "mt" => "mlt",
        "nb" | "no" => "nob",
        "nl" => "nld",
        "nn" => "nno",
        "oc" => "oci",
        "pl" => "pol",
        "pt" => "por",
        "ro" => "ron",
        "ru" => "rus",
        "sc" => "srd",
        "sl" => "slv",
        "sv" => "swe",
        "tr" => "tur",
        "uk" => "ukr",
        "ur" => "urd",
        other => return other.to_owned(),
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::providers::settings::testing::declared;

    #[test]
    fn the_shortest_way_is_taken() {
        let modes: Vec<String> =
            ["cat-eng", "cat-fra", "eng-cat", "eng-cat_valencia", "eng-spa", "spa-cat"].map(str::to_owned).into();
        assert_eq!(route(&modes, "eng", "spa").unwrap(), ["eng-spa"]);
        assert_eq!(route(&modes, "eng", "fra").unwrap(), ["eng-cat", "cat-fra"]);
        assert_eq!(route(&modes, "eng", "cat_valencia").unwrap(), ["eng-cat_valencia"]);
        assert_eq!(route(&modes, "fra", "eng"), None);
    }

    #[test]
    fn modes_become_programs() {
        let mode = "lt-proc -w '/a b/x.bin' | apertium-tagger -g $2 \"/c\"|lt-proc $1 '/d'\n";
        let shown: Vec<String> = stages(mode).unwrap().iter().map(|command| format!("{command:?}")).collect();
        let expected = [
            r#""lt-proc" "-z" "-w" "/a b/x.bin""#,
            r#""apertium-tagger" "-z" "-g" "/c""#,
            r#""lt-proc" "-z" "-n" "/d""#,
        ];
        assert_eq!(shown, expected);
        assert!(stages("lt-proc 'open").is_none() && stages("").is_none());
    }

    #[test]
    fn the_stream_format_is_escaped() {
        let text = "a [b] {c} ^d$ e/f @g <h> \\ ~ i.";
        assert_eq!(escape("[a]~."), "\\[a\\][~]..[]");
        assert_eq!(unescape(&escape(text)), text);
    }

    #[test]
    fn settings_are_read_and_those_of_others_are_refused() {
        let read = declared("{type: apertium, modes: m, routes: {fr-FR: [eng-fra]}}").unwrap();
        assert_eq!(format!("{:?}", read.own), r#"Settings { modes: Some("m"), routes: Some({"fr-FR": ["eng-fra"]}) }"#);
        let error = declared("{type: apertium, key_env: A}").unwrap_err();
        let known =
            "type, engine, price, concurrency, timeout, retries, texts, characters, languages, url, modes, routes";
        assert_eq!(error, format!("`x`: `key_env` is not a setting of type `apertium` (known: {known})"));
    }
}
