//! Any program that translates: texts on its standard input, translations on its standard output.
//!
//! It is started once and kept; when it dies it is started again with the next request.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::json;

use super::super::provider::{Failure, Limits, Markup, Provider, ProviderError, Request};
use crate::project::translation::{MarkupName, Protocol, ProviderConfig};

/// A program for each pair of languages.
pub struct Command {
    config: ProviderConfig,
    root: PathBuf,
    running: Mutex<BTreeMap<(String, String), Running>>,
}

impl Command {
    /// `root` is the folder that the program runs in.
    pub fn new(config: ProviderConfig, root: &Path) -> Self {
        Self { config, root: root.to_owned(), running: Mutex::default() }
    }

    fn protocol(&self) -> Protocol {
        self.config.raw.protocol.unwrap_or_default()
    }

    fn start(&self, source: &str, target: &str) -> Result<Running, ProviderError> {
        let words = self.config.raw.command.as_deref().unwrap_or_default();
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
        Running::start(command, program, separator)
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
        running.flush()?;
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

    fn markup(&self) -> Markup {
        match self.config.raw.markup.unwrap_or_default() {
            MarkupName::Tokens => Markup::Tokens,
            MarkupName::Xml => Markup::Xml,
            MarkupName::Html => Markup::Html,
        }
    }

    fn translate(&self, request: &Request<'_>) -> Result<Vec<String>, ProviderError> {
        let pair = (request.source.to_owned(), request.target.to_owned());
        let mut all = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        // One that said more than it was asked would answer the next question with it.
        let mut running = match all.remove(&pair).filter(|running| !running.has_more()) {
            Some(running) => running,
            None => self.start(request.source, request.target)?,
        };
        let result = self.exchange(&mut running, request);
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

/// A program that runs, with threads that empty its output, so that nobody waits for the other.
struct Running {
    program: String,
    child: Child,
    input: Option<ChildStdin>,
    frames: Receiver<String>,
    separator: u8,
    /// The last line of its standard error.
    complaint: Arc<Mutex<String>>,
}

impl Running {
    fn start(mut command: std::process::Command, program: &str, separator: u8) -> Result<Self, ProviderError> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| ProviderError::fatal(format!("cannot start `{program}`: {error}; is it installed?")))?;
        let (sender, frames) = mpsc::channel();
        if let Some(output) = child.stdout.take() {
            std::thread::spawn(move || read_frames(output, separator, &sender));
        }
        let complaint = Arc::new(Mutex::new(String::new()));
        if let Some(errors) = child.stderr.take() {
            let last = Arc::clone(&complaint);
            std::thread::spawn(move || {
                for line in BufReader::new(errors).split(b'\n').map_while(Result::ok) {
                    *last.lock().unwrap_or_else(PoisonError::into_inner) = String::from_utf8_lossy(&line).into_owned();
                }
            });
        }
        let input = child.stdin.take();
        Ok(Self { program: program.to_owned(), child, input, frames, separator, complaint })
    }

    fn write(&mut self, frame: &str) -> Result<(), ProviderError> {
        let separator = [self.separator];
        let input = self.input.as_mut();
        let written =
            input.map_or(Ok(()), |input| input.write_all(frame.as_bytes()).and_then(|()| input.write_all(&separator)));
        written.map_err(|_| self.died())
    }

    fn flush(&mut self) -> Result<(), ProviderError> {
        let flushed = self.input.as_mut().map_or(Ok(()), ChildStdin::flush);
        flushed.map_err(|_| self.died())
    }

    fn read(&mut self, deadline: Instant) -> Result<String, ProviderError> {
        match self.frames.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(frame) => Ok(frame),
            Err(RecvTimeoutError::Timeout) => {
                Err(ProviderError::passing(format!("`{}` did not answer in time; it was stopped", self.program)))
            }
            Err(RecvTimeoutError::Disconnected) => Err(self.died()),
        }
    }

    /// It says more than it was asked, or has ended.
    fn has_more(&self) -> bool {
        !matches!(self.frames.try_recv(), Err(mpsc::TryRecvError::Empty))
    }

    fn died(&mut self) -> ProviderError {
        // Its last words may still be on their way.
        let status = (0..20).find_map(|_| {
            std::thread::sleep(Duration::from_millis(10));
            self.child.try_wait().ok().flatten()
        });
        let complaint = self.complaint.lock().unwrap_or_else(PoisonError::into_inner).trim().to_owned();
        let how = status.map_or_else(|| "closed its output".to_owned(), |status| format!("ended with {status}"));
        let colon = if complaint.is_empty() { "" } else { ": " };
        ProviderError::passing(format!("`{}` {how}{colon}{complaint}", self.program))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The end of its input lets a program end by itself; one that does not is stopped.
        self.input = None;
        for _ in 0..10 {
            if let Ok(Some(_)) = self.child.try_wait() {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_frames(output: impl Read, separator: u8, sender: &mpsc::Sender<String>) {
    for frame in BufReader::new(output).split(separator).map_while(Result::ok) {
        let mut text = String::from_utf8_lossy(&frame).into_owned();
        if separator == b'\n' && text.ends_with('\r') {
            text.pop();
        }
        if sender.send(text).is_err() {
            return;
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::project::translation::{ProviderKind, RawProvider};

    fn provider(script: &str, protocol: Protocol) -> Command {
        let raw = RawProvider {
            command: Some(["sh", "-c", script, "{target}"].map(str::to_owned).to_vec()),
            protocol: Some(protocol),
            timeout: Some(1),
            ..RawProvider::default()
        };
        let config = ProviderConfig { name: "x".into(), kind: ProviderKind::Command, engine: "x".into(), raw };
        Command::new(config, Path::new("/"))
    }

    fn ask(provider: &Command, texts: &[&str]) -> Result<Vec<String>, ProviderError> {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        provider.translate(&Request { source: "en-US", target: "fr-FR", texts: &texts, glossary: &[] })
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
    fn programs_that_fail_are_told_and_started_again() {
        let once = provider("read -r line; echo \"$line\"; echo 'out of words' >&2; exit 3", Protocol::Lines);
        assert_eq!(ask(&once, &["a"]).unwrap(), ["a"]);
        let error = ask(&once, &["a", "b"]).unwrap_err();
        assert_eq!(error.kind, Failure::Passing(None));
        assert!(error.message.contains("out of words"), "{}", error.message);
        assert_eq!(ask(&once, &["c"]).unwrap(), ["c"]);
        let deaf = ask(&provider("exec sleep 9", Protocol::Nul), &["a"]).unwrap_err();
        assert!(deaf.message.contains("did not answer in time"));
        let error = ask(&provider("echo '{\"id\": 0, \"error\": \"no such language\"}'; cat", Protocol::Json), &["a"]);
        assert_eq!(error.unwrap_err().message, "the program says: no such language");
        let chatty = provider("while read -r line; do echo \"$line\"; echo more; done", Protocol::Lines);
        assert_eq!(ask(&chatty, &["a"]).unwrap(), ["a"]);
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let mut missing = provider("", Protocol::Nul);
        missing.config.raw.command = Some(vec!["no-such-program".into()]);
        let error = ask(&missing, &["a"]).unwrap_err();
        assert!(error.kind == Failure::Fatal && error.message.contains("no-such-program"));
    }
}
