//! Typing on a line, where no editor is set: the present text is there to change.

use console::measure_text_width;
use unicode_segmentation::UnicodeSegmentation as _;

use super::keys::Key;
use super::tty::Tty;
use super::wrap::{Span, wrap};
use crate::cli::failure::Failure;
use crate::cli::ui;

/// Asks for a text below lines that fit a width; `None` if it was called off.
pub fn ask(tty: &mut Tty, above: impl Fn(usize) -> Vec<String>, text: &str) -> Result<Option<String>, Failure> {
    let mut line = Line::new(text);
    loop {
        let (width, height) = tty.size();
        let (typed, column, row) = line.laid_out(width);
        let foot = wrap(&[Span::new(ui::DIM, "Enter takes it, Esc gives up, Ctrl-U clears it")], width);
        let mut lines: Vec<String> =
            above(width).into_iter().take(height.saturating_sub(typed.len() + foot.len() + 2)).collect();
        lines.push(String::new());
        // Of a text longer than the screen the end of it is seen that the cursor is in.
        let room = height.saturating_sub(lines.len() + foot.len()).max(1);
        let hidden = (row + 1).saturating_sub(room);
        let row = lines.len() + row - hidden;
        lines.extend(typed.into_iter().skip(hidden).take(room));
        lines.extend(foot);
        tty.draw_with_cursor(&lines, column, row)?;
        match tty.key() {
            Key::Enter => return Ok(Some(line.text())),
            Key::Escape | Key::Interrupt => return Ok(None),
            key => line.key(&key),
        }
    }
}

/// A text with a cursor between what readers take for its characters.
struct Line {
    before: Vec<String>,
    after: Vec<String>,
}

impl Line {
    fn new(text: &str) -> Self {
        Self { before: text.graphemes(true).map(str::to_owned).collect(), after: Vec::new() }
    }

    fn text(&self) -> String {
        self.before.iter().chain(self.after.iter().rev()).map(String::as_str).collect()
    }

    fn key(&mut self, key: &Key) {
        match key {
            Key::Left => self.after.extend(self.before.pop()),
            Key::Right => self.before.extend(self.after.pop()),
            Key::Home => {
                while let Some(sign) = self.before.pop() {
                    self.after.push(sign);
                }
            }
            Key::End => {
                while let Some(sign) = self.after.pop() {
                    self.before.push(sign);
                }
            }
            Key::Backspace => drop(self.before.pop()),
            Key::Delete => drop(self.after.pop()),
            Key::Control('u') => *self = Self::new(""),
            Key::Control('w') => self.rub_out_word(),
            Key::Char(c) if !c.is_control() => self.insert(*c),
            Key::Paste(text) => self.paste(text),
            _ => {}
        }
    }

    /// An accent that follows its letter belongs to it.
    fn insert(&mut self, c: char) {
        let mut last = self.before.pop().unwrap_or_default();
        last.push(c);
        self.before.extend(last.graphemes(true).map(str::to_owned));
    }

    /// Puts a text in on one line.
    fn paste(&mut self, text: &str) {
        let blank = |c: char| if c.is_control() { ' ' } else { c };
        let text = text.replace("\r\n", "\n");
        text.trim_end_matches(['\n', '\r']).chars().for_each(|c| self.insert(blank(c)));
    }

    fn rub_out_word(&mut self) {
        let is_blank = |sign: &String| sign.trim().is_empty();
        while self.before.last().is_some_and(is_blank) {
            self.before.pop();
        }
        while self.before.last().is_some_and(|sign| !is_blank(sign)) {
            self.before.pop();
        }
    }

    /// Lines of a width, and column and row of the cursor in them.
    fn laid_out(&self, width: usize) -> (Vec<String>, usize, usize) {
        let mut lines = vec![String::new()];
        let mut column = 0;
        let mut cursor = (0, 0);
        for (index, sign) in self.before.iter().chain(self.after.iter().rev()).enumerate() {
            let shown = if sign.contains('\n') { "⏎".to_owned() } else { Span::plain(sign).text };
            let wide = measure_text_width(&shown);
            if column + wide > width {
                lines.push(String::new());
                column = 0;
            }
            if index == self.before.len() {
                cursor = (column, lines.len() - 1);
            }
            lines.last_mut().expect("there is one").push_str(&shown);
            column += wide;
        }
        if self.after.is_empty() {
            if column >= width {
                lines.push(String::new());
                column = 0;
            }
            cursor = (column, lines.len() - 1);
        }
        (lines, cursor.0, cursor.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_typed() {
        let mut line = Line::new("Où ?");
        for key in [Key::Left, Key::Left, Key::Char(' '), Key::Char('l'), Key::Char('a'), Key::Backspace] {
            line.key(&key);
        }
        assert_eq!(line.text(), "Où l ?");
        line.key(&Key::Control('w'));
        line.key(&Key::Delete);
        line.key(&Key::Char('\u{1b}'));
        assert_eq!(line.text(), "Où ?");
        line.key(&Key::Home);
        line.key(&Key::Delete);
        line.key(&Key::End);
        line.key(&Key::Char('\u{301}'));
        assert_eq!(line.text(), "ù ?\u{301}");
        line.key(&Key::Control('u'));
        assert_eq!(line.text(), "");
        line.key(&Key::Paste("a brand\r\nnew\tidea\n".into()));
        assert_eq!(line.text(), "a brand new idea");
    }

    #[test]
    fn the_cursor_stands_where_it_is() {
        let mut line = Line::new("データa");
        assert_eq!(line.laid_out(4), (vec!["デー".into(), "タa".into()], 3, 1));
        line.key(&Key::Left);
        assert_eq!(line.laid_out(4), (vec!["デー".into(), "タa".into()], 2, 1));
        line.key(&Key::Home);
        assert_eq!((line.laid_out(4).1, line.laid_out(4).2), (0, 0));
    }
}
