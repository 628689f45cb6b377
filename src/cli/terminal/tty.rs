//! The terminal: drawn as a whole, read key by key, and left as it was found however the program ends.

use std::io;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use console::{Key, Term};

/// Turns to a screen of our own, so that what stood there before comes back.
const ENTER: &str = "\x1b[?1049h\x1b[H\x1b[2J";
const LEAVE: &str = "\x1b[?1049l";

/// A terminal in use.
pub struct Tty {
    term: Term,
    colour: bool,
    shared: Arc<Shared>,
}

/// What a signal has to know.
struct Shared {
    term: Term,
    /// Settings as `stty` names them; `None` where there is no such program.
    settings: Option<String>,
    /// Held while files are written.
    busy: Mutex<()>,
    /// An editor has the terminal: keys that stop programs are meant for it.
    lent: AtomicBool,
    stopped: AtomicBool,
}

impl Tty {
    pub fn open() -> io::Result<Self> {
        let term = Term::stdout();
        let shared = Arc::new(Shared {
            term: term.clone(),
            settings: stty(&["-g"]),
            busy: Mutex::new(()),
            lent: AtomicBool::new(false),
            stopped: AtomicBool::new(false),
        });
        let colour = anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
        let on_signal = Arc::clone(&shared);
        // Without a handler the system's own ends the program: nothing decided is lost, only the screen is untidy.
        let _ = ctrlc::set_handler(move || on_signal.stop());
        let tty = Self { term, colour, shared };
        tty.take()?;
        Ok(tty)
    }

    pub fn has_colour(&self) -> bool {
        self.colour
    }

    /// Columns and rows.
    pub fn size(&self) -> (usize, usize) {
        let (rows, columns) = self.term.size();
        (usize::from(columns).max(20), usize::from(rows).max(8))
    }

    /// Draws the whole screen anew in one write, without a flash.
    pub fn draw(&self, lines: &[String]) -> io::Result<()> {
        let mut frame = String::from("\x1b[?25l\x1b[H");
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                frame.push_str("\r\n");
            }
            if self.colour {
                frame.push_str(line);
            } else {
                frame.push_str(&anstream::adapter::strip_str(line).to_string());
            }
            frame.push_str("\x1b[K");
        }
        frame.push_str("\x1b[J");
        self.term.write_str(&frame)
    }

    /// Draws, and shows the cursor at a place counted from 0.
    pub fn draw_with_cursor(&self, lines: &[String], column: usize, row: usize) -> io::Result<()> {
        self.draw(lines)?;
        self.term.write_str(&format!("\x1b[{};{}H\x1b[?25h", row + 1, column + 1))
    }

    /// One line alone.
    pub fn say(&self, text: &str) -> io::Result<()> {
        self.draw(&[text.to_owned()])
    }

    /// The next key. That the terminal went away is as good as a wish to quit.
    pub fn key(&self) -> Key {
        if self.shared.stopped.load(Ordering::Relaxed) {
            return Key::CtrlC;
        }
        self.term.read_key_raw().unwrap_or(Key::CtrlC)
    }

    /// Signals wait until this is dropped: a resource and its state are written together.
    pub fn writing(&self) -> MutexGuard<'_, ()> {
        self.shared.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lends the terminal, as it was found, to another program.
    pub fn lend<T>(&self, work: impl FnOnce() -> T) -> io::Result<T> {
        self.shared.lent.store(true, Ordering::Relaxed);
        self.shared.give_back();
        let result = work();
        self.take()?;
        self.shared.lent.store(false, Ordering::Relaxed);
        Ok(result)
    }

    fn take(&self) -> io::Result<()> {
        if self.shared.settings.is_some() {
            // Keys that come while none is waited for are neither shown nor held back until a line ends.
            stty(&["-echo", "-icanon", "min", "1", "time", "0"]);
        }
        self.term.write_str(ENTER)
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        self.shared.give_back();
    }
}

impl Shared {
    fn give_back(&self) {
        let _ = self.term.write_str(LEAVE);
        let _ = self.term.show_cursor();
        if let Some(settings) = &self.settings {
            stty(&[settings]);
        }
    }

    fn stop(&self) {
        if self.lent.load(Ordering::Relaxed) {
            self.stopped.store(true, Ordering::Relaxed);
            return;
        }
        let _busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        self.give_back();
        std::process::exit(130);
    }
}

fn stty(arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("stty");
    command.args(arguments).stdin(Stdio::inherit()).stderr(Stdio::null());
    let output = command.output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.trim().to_owned())
}
