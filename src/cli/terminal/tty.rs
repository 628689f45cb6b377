//! The terminal: drawn as a whole, read key by key, and left as it was found however the program ends.

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, queue, style};

use super::keys::{self, Key};

/// How soon the next key has to follow to come at once: sooner than a key that is held down repeats. Not zero, with
/// which crossterm does not look at what it has read already.
const AT_ONCE: Duration = Duration::from_millis(10);
/// How long the rest of a pasted text may take to arrive.
const REST: Duration = Duration::from_millis(50);

/// Whether the terminal is ours: it is given back once, since a second time moves the cursor in some terminals.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// A terminal in use.
pub struct Tty {
    color: bool,
    shared: Arc<Shared>,
    /// Keys that were read ahead.
    ahead: VecDeque<Key>,
}

/// What a signal has to know.
#[derive(Default)]
struct Shared {
    /// Held while files are written.
    busy: Mutex<()>,
    /// An editor has the terminal: keys that stop programs are meant for it.
    lent: AtomicBool,
    stopped: AtomicBool,
}

impl Tty {
    pub fn open() -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let color = anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
        let on_signal = Arc::clone(&shared);
        // Without a handler the system's own ends the program: nothing decided is lost, only the screen is untidy.
        let _ = ctrlc::set_handler(move || on_signal.stop());
        give_back_on_panic();
        let tty = Self { color, shared, ahead: VecDeque::new() };
        take()?;
        Ok(tty)
    }

    pub fn has_color(&self) -> bool {
        self.color
    }

    /// Columns and rows.
    pub fn size(&self) -> (usize, usize) {
        let (columns, rows) = terminal::size().unwrap_or((80, 24));
        (usize::from(columns).max(20), usize::from(rows).max(8))
    }

    /// Draws the whole screen again in one write, without a flash.
    pub fn draw(&self, lines: &[String]) -> io::Result<()> {
        self.draw_then(lines, |_| Ok(()))
    }

    /// Draws, and shows the cursor at a place counted from 0.
    pub fn draw_with_cursor(&self, lines: &[String], column: usize, row: usize) -> io::Result<()> {
        let place = cursor::MoveTo(column.try_into().unwrap_or(u16::MAX), row.try_into().unwrap_or(u16::MAX));
        self.draw_then(lines, |frame| queue!(frame, place, cursor::Show))
    }

    fn draw_then(&self, lines: &[String], last: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<()> {
        let mut frame = Vec::new();
        queue!(frame, cursor::Hide, cursor::MoveTo(0, 0))?;
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                queue!(frame, style::Print("\r\n"))?;
            }
            if self.color {
                queue!(frame, style::Print(line))?;
            } else {
                queue!(frame, style::Print(anstream::adapter::strip_str(line)))?;
            }
            queue!(frame, Clear(ClearType::UntilNewLine))?;
        }
        queue!(frame, Clear(ClearType::FromCursorDown))?;
        last(&mut frame)?;
        let mut out = io::stdout().lock();
        out.write_all(&frame)?;
        out.flush()
    }

    /// One line alone.
    pub fn say(&self, text: &str) -> io::Result<()> {
        self.draw(&[text.to_owned()])
    }

    /// The next key, a pasted text as a whole, or that the size changed. That the terminal went away is as good
    /// as a wish to quit.
    pub fn key(&mut self) -> Key {
        if self.shared.stopped.load(Ordering::Relaxed) {
            return Key::Interrupt;
        }
        if let Some(key) = self.ahead.pop_front() {
            return key;
        }
        let mut read = vec![next()];
        // A terminal that does not mark what is pasted sends it all at once, which nobody types. A long text comes
        // in pieces, the last of which may be as short as a key.
        while read.last().and_then(keys::character).is_some() {
            let wait = if read.len() < keys::PASTED { AT_ONCE } else { REST };
            if !event::poll(wait).unwrap_or(false) {
                break;
            }
            read.push(next());
        }
        self.ahead.extend(keys::pasted(read));
        self.ahead.pop_front().unwrap_or(Key::Other)
    }

    /// Signals wait until this is dropped: a resource and its state are written together.
    pub fn writing(&self) -> MutexGuard<'_, ()> {
        self.shared.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lends the terminal, as it was found, to another program.
    pub fn lend<T>(&self, work: impl FnOnce() -> T) -> io::Result<T> {
        self.shared.lent.store(true, Ordering::Relaxed);
        give_back();
        let result = work();
        take()?;
        self.shared.lent.store(false, Ordering::Relaxed);
        Ok(result)
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        give_back();
    }
}

impl Shared {
    fn stop(&self) {
        if self.lent.load(Ordering::Relaxed) {
            self.stopped.store(true, Ordering::Relaxed);
            return;
        }
        let _busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        give_back();
        std::process::exit(130);
    }
}

/// Waits for the next event that says something.
fn next() -> Key {
    loop {
        match event::read() {
            Ok(event) => {
                if let Some(key) = keys::read(event) {
                    return key;
                }
            }
            Err(_) => return Key::Interrupt,
        }
    }
}

/// Turns to a screen of our own, so that what was there before comes back.
fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::Relaxed);
    terminal::enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Clear(ClearType::All))
}

fn give_back() {
    if !TAKEN.swap(false, Ordering::Relaxed) {
        return;
    }
    let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = terminal::disable_raw_mode();
}

/// The message of a panic is read where the terminal is as it was found.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
    });
}
