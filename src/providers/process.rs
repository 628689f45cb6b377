//! Programs that are kept running: texts go in, translations come out, each with a separator behind it.

use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::provider::{Failure, ProviderError};

/// No answer is longer, in bytes: whoever writes on without an end is stopped.
const LONGEST_FRAME: u64 = 4 << 20;
/// So many answers may wait to be read; then the program has to wait, too.
const WAITING: usize = 16;

/// What came behind a separator; `None`: too much came without one.
type Frame = Option<String>;

/// Programs that run, each reading what the one before it writes. Threads fill the first one and empty the
/// last, so that nobody waits for the other.
pub struct Running {
    name: String,
    children: Vec<Child>,
    /// Dropped to let the first program know that nothing more will come.
    input: Option<Sender<Vec<u8>>>,
    frames: Receiver<Frame>,
    separator: u8,
    /// The last line that one of them wrote to its standard error.
    complaint: Arc<Mutex<String>>,
}

impl Running {
    /// Starts programs, the first to the last. `name` is what messages call them.
    pub fn start(commands: Vec<Command>, name: &str, separator: u8) -> Result<Self, ProviderError> {
        let (input, to_write) = mpsc::channel();
        let (sender, frames) = mpsc::sync_channel(WAITING);
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
            Ok(frame) => frame.ok_or_else(|| self.flooded()),
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
    ///
    /// # Errors
    /// That is more than any answer.
    pub fn unasked(&self, moment: Duration) -> Result<Option<String>, ProviderError> {
        match self.frames.recv_timeout(moment) {
            Ok(frame) => frame.map(Some).ok_or_else(|| self.flooded()),
            Err(_) => Ok(None),
        }
    }

    /// What messages call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// It writes on and on; asking it again would bring the same.
    fn flooded(&self) -> ProviderError {
        let (name, most) = (&self.name, LONGEST_FRAME >> 20);
        ProviderError::fatal(format!("`{name}` wrote more than {most} MiB without the end of a text; it was stopped"))
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

fn read_frames(output: impl Read, separator: u8, sender: &SyncSender<Frame>) {
    let mut output = BufReader::new(output);
    let mut frame = Vec::new();
    while output.by_ref().take(LONGEST_FRAME).read_until(separator, &mut frame).is_ok() {
        if frame.len() as u64 == LONGEST_FRAME && frame.last() != Some(&separator) {
            let _ = sender.send(None);
            return;
        }
        // What has no separator behind it was cut off.
        if frame.pop() != Some(separator) {
            return;
        }
        let mut text = String::from_utf8_lossy(&frame).into_owned();
        if separator == b'\n' && text.ends_with('\r') {
            text.pop();
        }
        frame.clear();
        if sender.send(Some(text)).is_err() {
            return;
        }
    }
}

fn note_last_line(errors: impl Read, last: &Mutex<String>) {
    let mut errors = BufReader::new(errors);
    let mut line = Vec::new();
    // A line without an end comes in pieces.
    while errors.by_ref().take(1 << 16).read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let bytes = std::mem::take(&mut line);
        let text = String::from_utf8_lossy(&bytes);
        let line: String = text.trim_end_matches('\n').chars().take(300).collect();
        if !line.trim().is_empty() {
            *last.lock().unwrap_or_else(PoisonError::into_inner) = line;
        }
    }
}
