//! Programs that are kept running: texts go in, translations come out, each with a separator behind it.

use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::provider::{Failure, ProviderError};

/// Programs that run, each reading what the one before it writes. Threads fill the first one and empty the
/// last, so that nobody waits for the other.
pub struct Running {
    name: String,
    children: Vec<Child>,
    /// Dropped to let the first program know that nothing more will come.
    input: Option<Sender<Vec<u8>>>,
    frames: Receiver<String>,
    separator: u8,
    /// The last line that one of them wrote to its standard error.
    complaint: Arc<Mutex<String>>,
}

impl Running {
    /// Starts programs, the first to the last. `name` is what messages call them.
    pub fn start(commands: Vec<Command>, name: &str, separator: u8) -> Result<Self, ProviderError> {
        let (input, to_write) = mpsc::channel();
        let (sender, frames) = mpsc::channel();
        let complaint = Arc::new(Mutex::new(String::new()));
        let children = Vec::with_capacity(commands.len());
        let mut running = Self { name: name.to_owned(), children, input: Some(input), frames, separator, complaint };
        let mut output = None;
        let mut first = None;
        for mut command in commands {
            let program = command.get_program().to_string_lossy().into_owned();
            command.stdin(output.take().map_or_else(Stdio::piped, Stdio::from));
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().map_err(|error| {
                ProviderError::fatal(format!("cannot start `{program}`: {error}; is it installed?"))
            })?;
            first = first.or_else(|| child.stdin.take());
            output = child.stdout.take();
            if let Some(errors) = child.stderr.take() {
                let last = Arc::clone(&running.complaint);
                std::thread::spawn(move || note_last_line(errors, &last));
            }
            running.children.push(child);
        }
        if let Some(stdin) = first {
            std::thread::spawn(move || write_all(stdin, &to_write));
        }
        if let Some(output) = output {
            std::thread::spawn(move || read_frames(output, separator, &sender));
        }
        Ok(running)
    }

    /// Hands a text to the first program, with a separator behind it.
    pub fn write(&mut self, frame: &str) -> Result<(), ProviderError> {
        let mut bytes = frame.as_bytes().to_vec();
        bytes.push(self.separator);
        let sent = self.input.as_ref().is_some_and(|input| input.send(bytes).is_ok());
        if sent { Ok(()) } else { Err(self.died()) }
    }

    /// The next text that the last program wrote.
    pub fn read(&mut self, deadline: Instant) -> Result<String, ProviderError> {
        match self.frames.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(frame) => Ok(frame),
            Err(RecvTimeoutError::Timeout) => {
                let message = format!("`{}` did not answer in time; it was stopped", self.name);
                Err(ProviderError::new(Failure::Crashed, message))
            }
            Err(RecvTimeoutError::Disconnected) => Err(self.died()),
        }
    }

    /// It says more than it was asked, or has ended.
    pub fn has_more(&self) -> bool {
        !matches!(self.frames.try_recv(), Err(mpsc::TryRecvError::Empty))
    }

    /// What it says within a moment without having been asked.
    pub fn unasked(&self, moment: Duration) -> Option<String> {
        self.frames.recv_timeout(moment).ok()
    }

    /// What messages call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    fn died(&mut self) -> ProviderError {
        // Its last words may still be on their way.
        let status = (0..20).find_map(|_| {
            std::thread::sleep(Duration::from_millis(10));
            self.children
                .iter_mut()
                .find_map(|child| child.try_wait().ok().flatten().filter(|status| !status.success()))
        });
        let complaint = self.complaint.lock().unwrap_or_else(PoisonError::into_inner).trim().to_owned();
        let how = status.map_or_else(|| "closed its output".to_owned(), |status| format!("ended with {status}"));
        let colon = if complaint.is_empty() { "" } else { ": " };
        ProviderError::new(Failure::Crashed, format!("`{}` {how}{colon}{complaint}", self.name))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The end of its input lets a program end by itself; one that does not is stopped.
        self.input = None;
        let mut naps = 10;
        for child in &mut self.children {
            while naps > 0 && !matches!(child.try_wait(), Ok(Some(_))) {
                std::thread::sleep(Duration::from_millis(5));
                naps -= 1;
            }
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn write_all(mut stdin: impl std::io::Write, texts: &Receiver<Vec<u8>>) {
    for bytes in texts {
        // That the program is gone shows where its answers are read.
        if stdin.write_all(&bytes).and_then(|()| stdin.flush()).is_err() {
            return;
        }
    }
}

fn read_frames(output: impl Read, separator: u8, sender: &Sender<String>) {
    let mut output = BufReader::new(output);
    let mut frame = Vec::new();
    // What has no separator behind it was cut off.
    while output.read_until(separator, &mut frame).is_ok() && frame.pop() == Some(separator) {
        let mut text = String::from_utf8_lossy(&frame).into_owned();
        if separator == b'\n' && text.ends_with('\r') {
            text.pop();
        }
        frame.clear();
        if sender.send(text).is_err() {
            return;
        }
    }
}

fn note_last_line(errors: impl Read, last: &Mutex<String>) {
    for line in BufReader::new(errors).split(b'\n').map_while(Result::ok) {
        let line: String = String::from_utf8_lossy(&line).chars().take(300).collect();
        if !line.trim().is_empty() {
            *last.lock().unwrap_or_else(PoisonError::into_inner) = line;
        }
    }
}
