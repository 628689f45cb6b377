//! Which key does what.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What comes from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    Char(char),
    /// A letter with Ctrl, but for Ctrl-C.
    Control(char),
    Enter,
    Escape,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    /// Ctrl-C, or the terminal went away.
    Interrupt,
    /// A text as a whole: never taken for keys.
    Paste(String),
    /// The terminal has another size.
    Resized,
    Other,
}

/// This many characters at once, line breaks included, count as pasted.
pub const PASTED: usize = 3;

/// Returns what an event says; `None` where nothing has to follow.
pub fn read(event: Event) -> Option<Key> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(of(key)),
        Event::Paste(text) => Some(Key::Paste(text)),
        Event::Resize(..) => Some(Key::Resized),
        _ => None,
    }
}

fn of(key: KeyEvent) -> Key {
    match key.code {
        KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => Key::Interrupt,
        KeyCode::Char(letter) if key.modifiers.contains(KeyModifiers::CONTROL) => Key::Control(letter),
        KeyCode::Char(_) if key.modifiers.contains(KeyModifiers::ALT) => Key::Other,
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Enter => Key::Enter,
        KeyCode::Tab => Key::Char('\t'),
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => Key::Other,
    }
}

/// The character that a key stands for in a pasted text.
pub fn character(key: &Key) -> Option<char> {
    match key {
        Key::Char(c) => Some(*c),
        // In raw mode a line feed arrives as Ctrl-J.
        Key::Enter | Key::Control('j') => Some('\n'),
        _ => None,
    }
}

/// Takes characters that came all at once for a pasted text; other keys stay what they are.
///
/// Line breaks inside belong to the text: what follows one must not be taken for keys. Those at the end may be
/// the Enter of somebody who types fast, and stay keys.
pub fn pasted(keys: Vec<Key>) -> Vec<Key> {
    let text: String = keys.iter().map_while(character).collect();
    let text = text.trim_end_matches('\n').to_owned();
    let taken = text.chars().count();
    if taken < PASTED {
        return keys;
    }
    let rest = keys.into_iter().skip(taken);
    std::iter::once(Key::Paste(text)).chain(rest).collect()
}

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
    /// All entries, one a line.
    List,
    /// Words in all texts.
    Search,
    History,
    /// Shows long texts in full, or folds them again.
    Unfold,
    /// Lines to scroll.
    Scroll(isize),
    /// Screens to scroll.
    Page(isize),
    /// A text was pasted, which decides nothing.
    Pasted,
    None,
}

/// The keys as the help names them, and in a word for the last line of the screen.
pub const HELP: [(&str, &str, &str); 17] = [
    ("a", "approve", "the translation is right: it counts as a person's from now on"),
    ("e", "edit", "change the translation, in $EDITOR if one is set"),
    ("m", "similar", "the same, beginning from that of the most similar text"),
    ("d", "draft", "let the draft take the place of a stale translation"),
    ("v", "valid", "a stale translation still holds for today's English"),
    ("r", "reject", "take the machine's text away; it is not offered again"),
    ("c", "comment", "write a note, or ask about a text that has no translation"),
    ("s", "skip", "go on without a decision (also space or →)"),
    ("b", "back", "one entry back (also ←)"),
    ("u", "undo", "take your last decision back, also one of an earlier review"),
    ("l", "list", "all entries, one a line, to decide about many at once"),
    ("/", "search", "find words in all texts, in every state, and in the memory"),
    ("t", "history", "who made the translations of this message, and when"),
    ("f", "unfold", "show a long text in full"),
    ("↑↓", "scroll", "see the rest of a long entry (also page up, page down)"),
    ("?", "help", "this help"),
    ("q", "quit", "end; all is written already (also Esc, Ctrl-C, Ctrl-D)"),
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
        Key::Char('s' | ' ') | Key::Right => Action::Skip,
        Key::Char('b') | Key::Left => Action::Back,
        Key::Char('u') => Action::Undo,
        Key::Char('l') => Action::List,
        Key::Char('/') => Action::Search,
        Key::Char('t') => Action::History,
        Key::Char('f') => Action::Unfold,
        Key::Char('?' | 'h') => Action::Help,
        Key::Char('q') | Key::Control('d') | Key::Escape | Key::Interrupt => Action::Quit,
        Key::Down | Key::Char('j') => Action::Scroll(1),
        Key::Up | Key::Char('k') => Action::Scroll(-1),
        Key::PageDown => Action::Page(1),
        Key::PageUp => Action::Page(-1),
        Key::Paste(_) => Action::Pasted,
        _ => Action::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<Key> {
        text.chars().map(Key::Char).collect()
    }

    #[test]
    fn letters_that_come_at_once_are_a_pasted_text() {
        assert_eq!(pasted(letters("a brand new idea")), [Key::Paste("a brand new idea".into())]);
        assert_eq!(pasted(letters("aa")), letters("aa"));
        let mut keys = letters("abc");
        keys.push(Key::Enter);
        assert_eq!(pasted(keys), [Key::Paste("abc".into()), Key::Enter]);
        assert_eq!(pasted(vec![Key::Enter]), [Key::Enter]);
    }

    #[test]
    fn a_pasted_text_goes_on_after_a_line_break_or_a_tab() {
        let keys = |text: &str| -> Vec<Key> {
            text.chars().map(|c| if c == '\n' { Key::Enter } else { Key::Char(c) }).collect()
        };
        assert_eq!(pasted(keys("hello\na")), [Key::Paste("hello\na".into())]);
        assert_eq!(pasted(keys("ab\nhello")), [Key::Paste("ab\nhello".into())]);
        assert_eq!(pasted(keys("\na\na")), [Key::Paste("\na\na".into())]);
        assert_eq!(pasted(keys("go\ta")), [Key::Paste("go\ta".into())]);
        assert_eq!(pasted(keys("a\n\n")), keys("a\n\n"));
        assert_eq!(pasted(vec![Key::Char('a'), Key::Control('j'), Key::Char('a')]), [Key::Paste("a\na".into())]);
        assert_eq!(of(KeyEvent::new(KeyCode::Tab, KeyModifiers::NONE)), Key::Char('\t'));
    }

    #[test]
    fn keys_that_are_no_characters_stay_keys_however_many() {
        assert_eq!(pasted(vec![Key::Down; 5]), vec![Key::Down; 5]);
    }

    #[test]
    fn a_paste_decides_nothing_and_only_plain_letters_decide() {
        assert_eq!(action(&Key::Paste("a".into())), Action::Pasted);
        assert_eq!(action(&Key::Char('a')), Action::Approve);
        let key = |modifiers| of(KeyEvent::new(KeyCode::Char('a'), modifiers));
        assert_eq!(action(&key(KeyModifiers::CONTROL)), Action::None);
        assert_eq!(action(&key(KeyModifiers::ALT)), Action::None);
        assert_eq!(of(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)), Key::Interrupt);
    }
}
