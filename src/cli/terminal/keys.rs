//! Which key does what.

use console::Key;

/// What somebody wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Approve,
    Edit,
    EditSimilar,
    AcceptDraft,
    StillValid,
    Reject,
    Comment,
    Skip,
    Back,
    Undo,
    Help,
    Quit,
    /// Lines to scroll.
    Scroll(isize),
    /// Screens to scroll.
    Page(isize),
    None,
}

/// The keys as the help names them, and in a word for the last line of the screen.
pub const HELP: [(&str, &str, &str); 13] = [
    ("a", "approve", "the translation is right: it counts as a person's from now on"),
    ("e", "edit", "word it anew, in $EDITOR if one is set"),
    ("m", "similar", "word it anew, beginning from the translation of the most similar text"),
    ("d", "draft", "let the draft take the place of a stale translation"),
    ("v", "valid", "a stale translation still holds for today's English"),
    ("r", "reject", "take the machine's text away; it is not offered again"),
    ("c", "comment", "write a note on the translation; an empty one takes it away"),
    ("s", "skip", "go on without a decision (also space or →)"),
    ("b", "back", "one entry back (also ←)"),
    ("u", "undo", "take the last decision back"),
    ("↑↓", "scroll", "see the rest of a long entry (also page up, page down)"),
    ("?", "help", "this help"),
    ("q", "quit", "end; every decision is written already (also Esc, Ctrl-C, Ctrl-D)"),
];

pub fn action(key: &Key) -> Action {
    match key {
        Key::Char('a') => Action::Approve,
        Key::Char('e') => Action::Edit,
        Key::Char('m') => Action::EditSimilar,
        Key::Char('d') => Action::AcceptDraft,
        Key::Char('v') => Action::StillValid,
        Key::Char('r') => Action::Reject,
        Key::Char('c') => Action::Comment,
        Key::Char('s' | ' ') | Key::ArrowRight => Action::Skip,
        Key::Char('b') | Key::ArrowLeft => Action::Back,
        Key::Char('u') => Action::Undo,
        Key::Char('?' | 'h') => Action::Help,
        Key::Char('q' | '\u{4}') | Key::Escape | Key::CtrlC => Action::Quit,
        Key::ArrowDown | Key::Char('j') => Action::Scroll(1),
        Key::ArrowUp | Key::Char('k') => Action::Scroll(-1),
        Key::PageDown => Action::Page(1),
        Key::PageUp => Action::Page(-1),
        _ => Action::None,
    }
}
