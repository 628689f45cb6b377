//! Any program that translates: texts on its standard input, translations on its standard output.
//!
//! It is started once and kept; when it dies it is started again with the next request.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use handback_core::translate::item::{Markup, Shield};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::process::Running;
use super::provider::{Failure, Limits, Provider, ProviderError, Request};
use super::service::{Access, Opening, Service, Type};
use super::settings::ProviderConfig;

/// How long a program is listened to that should say nothing.
const MOMENT: Duration = Duration::from_millis(50);

/// The type and how it is reached.
pub const TYPE: Type = Type::of::<Settings>("command", Access::Local);

/// Settings of a program.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The program and its arguments; `{source}` and `{target}` are the locales.
    command: Vec<String>,
    /// How texts are distinguished. Default: nul.
    protocol: Option<Protocol>,
    /// In what form it keeps what it must not touch. Default: tokens.
    markup: Option<MarkupName>,
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

impl Service for Settings {
    fn check(&self) -> Result<(), String> {
        match self.command.is_empty() {
            true => Err("`command` is empty: expected the program and its arguments".into()),
            false => Ok(()),
        }
    }

    fn markup(&self) -> Markup {
        match self.markup.unwrap_or_default() {
            MarkupName::Tokens => Markup::Tokens,
            MarkupName::Xml => Markup::Xml,
            MarkupName::Html => Markup::Html(Shield::Attribute),
        }
    }

    fn programs(&self) -> Vec<String> {
        vec![format!("`{}`", self.command.join(" "))]
    }

    fn open(&self, opening: &Opening<'_>) -> Result<Box<dyn Provider>, ProviderError> {
        Ok(Box::new(Command::new(opening.config.clone(), self.clone(), opening.root)))
    }
}

/// A program for each pair of languages.
pub struct Command {
    config: ProviderConfig,
    settings: Settings,
    root: PathBuf,
    running: Mutex<BTreeMap<(String, String), Running>>,
}

impl Command {
    /// `root` is the folder that the program runs in.
    pub fn new(config: ProviderConfig, settings: Settings, root: &Path) -> Self {
        Self { config, settings, root: root.to_owned(), running: Mutex::default() }
    }

    fn protocol(&self) -> Protocol {
        self.settings.protocol.unwrap_or_default()
    }

    fn start(&self, source: &str, target: &str) -> Result<Running, ProviderError> {
        let words = &self.settings.command;
        let words: Vec<String> =
            words.iter().map(|word| word.replace("{source}", source).replace("{target}", target)).collect();
        let Some((program, arguments)) = words.split_first() else {
            return Err(ProviderError::fatal(format!("provider `{}`: `command` is empty", self.config.name)));
        };
        // A program that lies in the project is named from there, wherever handback was started.
        let in_project = self.root.join(program);
        let path = if program.contains('/') && in_project.is_file() {
            std::path::absolute(&in_project).unwrap_or(in_project)
        } else {
            PathBuf::from(program)
        };
        let separator = if self.protocol() == Protocol::Nul { 0 } else { b'\n' };
        let mut command = std::process::Command::new(path);
        command.args(arguments);
        if !self.root.as_os_str().is_empty() {
            command.current_dir(&self.root);
        }
        Running::start(vec![command], program, separator)
    }

    /// Starts the program, which has nothing to say before it is asked.
    fn start_silent(&self, source: &str, target: &str) -> Result<Running, ProviderError> {
        let running = self.start(source, target)?;
        match running.unasked(MOMENT)? {
            Some(frame) => {
                let short: String = frame.chars().take(80).collect();
                let message =
                    format!("`{}` wrote `{short}` before it was asked: expected only translations", running.name());
                Err(ProviderError::fatal(message))
            }
            None => Ok(running),
        }
    }

    fn exchange(&self, running: &mut Running, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let deadline = Instant::now() + self.config.timeout();
        for (id, text) in request.texts.iter().enumerate() {
            let frame = match self.protocol() {
                Protocol::Nul => text.replace('\0', ""),
                Protocol::Lines => text.replace(['\n', '\r'], " "),
                Protocol::Json => {
                    json!({ "id": id, "source": request.source, "target": request.target, "text": text }).to_string()
                }
            };
            running.write(&frame)?;
        }
        let frames: Vec<String> =
            request.texts.iter().map(|_| running.read(deadline)).collect::<Result<_, ProviderError>>()?;
        match self.protocol() {
            Protocol::Json => by_id(&frames),
            _ => Ok(frames),
        }
    }
}

impl Provider for Command {
    fn limits(&self) -> Limits {
        Limits { texts: 50, characters: 20_000, bytes: 200 * 1024, concurrency: 1 }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let pair = (request.source.to_owned(), request.target.to_owned());
        let mut all = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        // One that said more than it was asked would answer the next question with it.
        let mut running = match all.remove(&pair).filter(|running| !running.has_more()) {
            Some(running) => running,
            None => self.start_silent(request.source, request.target)?,
        };
        let result = self.exchange(&mut running, request);
        // With one answer too many nobody knows which text each belongs to.
        if result.is_ok() && running.unasked(MOMENT)?.is_some() {
            let message = format!("`{}` wrote more than it was asked", running.name());
            return Err(ProviderError::new(Failure::Content, message));
        }
        // After anything but a whole exchange nobody knows which answer comes next.
        let whole = match &result {
            Ok(_) => true,
            Err(error) => error.kind == Failure::Content,
        };
        if whole {
            all.insert(pair, running);
        }
        result
    }
}

#[derive(Deserialize)]
struct Answer {
    id: usize,
    text: Option<String>,
    error: Option<String>,
}

/// The texts in the order of the request, whatever the order of the answers.
fn by_id(frames: &[String]) -> Result<Vec<String>, ProviderError> {
    let mut texts: Vec<Option<String>> = vec![None; frames.len()];
    for frame in frames {
        let short: String = frame.chars().take(80).collect();
        let answer: Answer = serde_json::from_str(frame).map_err(|error| {
            ProviderError::fatal(format!(
                "the program answered `{short}`: expected {{\"id\": 0, \"text\": \"…\"}}: {error}"
            ))
        })?;
        if let Some(error) = answer.error {
            return Err(ProviderError::new(Failure::Content, format!("the program says: {error}")));
        }
        match texts.get_mut(answer.id) {
            Some(place @ None) => *place = answer.text,
            _ => return Err(ProviderError::fatal(format!("the program answered `{short}` to nothing it was asked"))),
        }
    }
    let whole: Option<Vec<String>> = texts.into_iter().collect();
    whole.ok_or_else(|| ProviderError::fatal("the program's answer has neither `text` nor `error`"))
}

#[cfg(all(test, unix))]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::providers::settings::testing::declared;
    use crate::providers::settings::{Address, Common};

    fn provider(script: &str, protocol: Protocol) -> Command {
        let command = ["sh", "-c", script, "{target}"].map(str::to_owned).to_vec();
        let settings = Settings { command, protocol: Some(protocol), markup: None };
        let common = Common { timeout: Some(1), ..Common::default() };
        let config = ProviderConfig::new("x", &TYPE, common, Address::default(), Arc::new(settings.clone()));
        Command::new(config, settings, Path::new("/"))
    }

    fn ask(provider: &Command, texts: &[&str]) -> Result<Vec<String>, ProviderError> {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        provider.translate(&Request {
            source: "en-US",
            target: "fr-FR",
            texts: &texts,
            glossary: &[],
            hints: &[],
            style: None,
        })
    }

    #[test]
    fn texts_go_through_in_every_protocol() {
        let many: Vec<String> = (0..50).map(|number| format!("{number} {}", "é".repeat(4000))).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(ask(&provider("exec cat", Protocol::Nul), &many).unwrap(), many);
        let lines = provider("while read -r line; do echo \"$0: $line\"; done", Protocol::Lines);
        assert_eq!(ask(&lines, &["a", "b\nc"]).unwrap(), ["fr-FR: a", "fr-FR: b c"]);
        assert_eq!(ask(&lines, &["d"]).unwrap(), ["fr-FR: d"]);
        let backwards =
            "read -r a; read -r b; echo '{\"id\": 1, \"text\": \"B\"}'; echo '{\"id\": 0, \"text\": \"A\"}'";
        assert_eq!(ask(&provider(backwards, Protocol::Json), &["a", "b"]).unwrap(), ["A", "B"]);
    }

    #[test]
    fn programs_that_fail_are_reported_and_started_again() {
        let once = provider("read -r line; echo \"$line\"; echo 'out of words' >&2; exit 3", Protocol::Lines);
        assert_eq!(ask(&once, &["a"]).unwrap(), ["a"]);
        let error = ask(&once, &["a", "b"]).unwrap_err();
        assert_eq!(error.kind, Failure::Crashed);
        assert!(error.message.contains("out of words"), "{}", error.message);
        assert_eq!(ask(&once, &["c"]).unwrap(), ["c"]);
        let deaf = ask(&provider("exec sleep 9", Protocol::Nul), &["a"]).unwrap_err();
        assert!(deaf.message.contains("did not answer in time"));
        let error = ask(
            &provider("read -r line; echo '{\"id\": 0, \"error\": \"no such language\"}'; cat", Protocol::Json),
            &["a"],
        );
        assert_eq!(error.unwrap_err().message, "the program says: no such language");
        let cut =
            ask(&provider("read -r line; printf 'whole\\nhalf a tra'", Protocol::Lines), &["a", "b"]).unwrap_err();
        assert!(cut.message.contains("closed its output"), "{}", cut.message);
        let long = "long ".repeat(40_000);
        let deaf = ask(&provider("exec sleep 9", Protocol::Nul), &[&long]).unwrap_err();
        assert!(deaf.message.contains("did not answer in time"));
        let chatty = provider("while read -r line; do echo \"$line\"; echo more; done", Protocol::Lines);
        let error = ask(&chatty, &["a"]).unwrap_err();
        assert!(error.kind == Failure::Content && error.message.contains("more than it was asked"));
        let banner = ask(&provider("echo 'Loading model'; exec cat", Protocol::Lines), &["a"]).unwrap_err();
        assert!(banner.kind == Failure::Fatal && banner.message.contains("wrote `Loading model` before"));
    }

    #[test]
    fn a_program_that_never_ends_an_answer_is_stopped() {
        let before = Instant::now();
        let endless = "read -r line; tr '\\0' a </dev/zero";
        let error = ask(&provider(endless, Protocol::Lines), &["a"]).unwrap_err();
        assert_eq!(error.kind, Failure::Fatal);
        assert_eq!(error.message, "`sh` wrote more than 4 MiB without the end of a text; it was stopped");
        // Unasked, with ends, and on its standard error.
        let error = ask(&provider("exec yes", Protocol::Lines), &["a"]).unwrap_err();
        assert!(error.kind == Failure::Fatal && error.message.contains("before it was asked"), "{}", error.message);
        let error = ask(&provider("tr '\\0' a </dev/zero >&2", Protocol::Nul), &["a"]).unwrap_err();
        assert!(error.message.contains("did not answer in time"), "{}", error.message);
        assert!(before.elapsed() < Duration::from_secs(8));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let mut missing = provider("", Protocol::Nul);
        missing.settings.command = vec!["no-such-program".into()];
        let error = ask(&missing, &["a"]).unwrap_err();
        assert!(error.kind == Failure::Fatal && error.message.contains("no-such-program"));
    }

    #[test]
    fn settings_are_read_and_those_of_others_are_refused() {
        let read = declared("{type: command, command: [cat, -u], protocol: json, markup: xml}").unwrap();
        assert_eq!(
            format!("{:?}", read.own),
            r#"Settings { command: ["cat", "-u"], protocol: Some(Json), markup: Some(Xml) }"#
        );
        let error = declared(r#"{type: command, url: "https://x.example"}"#).unwrap_err();
        let known = "type, engine, price, concurrency, timeout, retries, texts, characters, languages, \
                     command, protocol, markup";
        assert_eq!(error, format!("`x`: `url` is not a setting of type `command` (known: {known})"));
        assert_eq!(declared("{type: command}").unwrap_err(), "`x`: type `command` needs `command`");
    }
}
