//! Text in styles, fitted into a width by the columns that a terminal gives each character.

use anstyle::Style;
use console::measure_text_width;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::cli::ui;

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub style: Style,
    pub text: String,
}

impl Span {
    /// Text from anywhere, which can no longer drive the terminal.
    pub fn new(style: Style, text: &str) -> Self {
        Self { style, text: ui::harmless(text).replace('\t', "    ") }
    }

    pub fn plain(text: &str) -> Self {
        Self::new(Style::new(), text)
    }
}

/// Fits spans behind a head; all lines but the first stand below the text, not below the head.
pub fn hanging(head: &Span, indent: usize, spans: &[Span], width: usize) -> Vec<String> {
    let lines = wrap(spans, width.saturating_sub(indent).max(8));
    let blank = " ".repeat(indent.saturating_sub(measure_text_width(&head.text)));
    let first = |line: String| format!("{}{blank}{line}", styled(head));
    let rest = |line: String| format!("{}{line}", " ".repeat(indent));
    lines.into_iter().enumerate().map(|(index, line)| if index == 0 { first(line) } else { rest(line) }).collect()
}

/// Lines of at most `width` columns, cut at blanks and between words of Chinese and Japanese; elsewhere only where
/// a word is wider than the line.
pub fn wrap(spans: &[Span], width: usize) -> Vec<String> {
    let mut lines = Lines { width, used: 0, done: Vec::new(), line: Vec::new(), blank: None };
    for span in spans {
        for (index, text) in span.text.split('\n').enumerate() {
            if index > 0 {
                lines.end();
            }
            pieces(text).into_iter().for_each(|piece| lines.piece(piece, span.style));
        }
    }
    lines.end();
    lines.done
}

/// Stretches of a text between which it may be cut. Blanks are stretches of their own.
fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut last = "";
    let mut at = 0;
    for word in text.split_word_bounds() {
        let is_cut = is_blank(word) != is_blank(last) || (is_wide(last) && is_wide(word));
        if at > 0 && is_cut {
            cuts.push(at);
        }
        at += word.len();
        last = word;
    }
    cuts.push(at);
    cuts.windows(2).map(|cut| &text[cut[0]..cut[1]]).filter(|piece| !piece.is_empty()).collect()
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}'))
}

/// Written in signs of two columns, between which no blank stands. Their punctuation stays with what it follows.
fn is_wide(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphanumeric) && measure_text_width(text) > text.chars().count()
}

struct Lines {
    width: usize,
    used: usize,
    done: Vec<String>,
    line: Vec<Span>,
    /// What stands before the next word, unless that begins a line.
    blank: Option<Span>,
}

impl Lines {
    fn piece(&mut self, piece: &str, style: Style) {
        if is_blank(piece) {
            let before = self.blank.take().map_or_else(String::new, |blank| blank.text);
            self.blank = Some(Span { style, text: before + piece });
            return;
        }
        let width = measure_text_width(piece);
        let blank = self.blank.take();
        let gap = blank.as_ref().map_or(0, |blank| measure_text_width(&blank.text));
        if self.used + gap + width <= self.width {
            if let Some(blank) = blank {
                self.push(&blank.text, gap, blank.style);
            }
        } else if self.used > 0 {
            self.end();
        }
        if width > self.width {
            return piece.graphemes(true).for_each(|sign| self.sign(sign, style));
        }
        self.push(piece, width, style);
    }

    fn sign(&mut self, sign: &str, style: Style) {
        let width = measure_text_width(sign);
        if self.used + width > self.width {
            self.end();
        }
        self.push(sign, width, style);
    }

    fn push(&mut self, text: &str, width: usize, style: Style) {
        self.used += width;
        match self.line.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.line.push(Span { style, text: text.to_owned() }),
        }
    }

    fn end(&mut self) {
        self.done.push(self.line.iter().map(styled).collect());
        self.line.clear();
        self.used = 0;
        self.blank = None;
    }
}

fn styled(span: &Span) -> String {
    let style = span.style;
    if style == Style::new() { span.text.clone() } else { format!("{style}{}{style:#}", span.text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, width: usize) -> Vec<String> {
        wrap(&[Span::plain(text)], width)
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(plain("one two three", 8), ["one two", "three"]);
        assert_eq!(plain("one two three", 7), ["one two", "three"]);
        assert_eq!(plain("a\n\nb", 8), ["a", "", "b"]);
        assert_eq!(plain("", 8), [""]);
        assert_eq!(plain("is it kept?", 10), ["is it", "kept?"]);
        assert_eq!(plain("qui\u{a0}? (mt:x)", 7), ["qui\u{a0}?", "(mt:x)"]);
    }

    #[test]
    fn width_is_that_of_the_terminal() {
        assert_eq!(plain("データは暗号化", 8), ["データは", "暗号化"]);
        assert_eq!(plain("https://contoso.com/abcdefgh", 10).iter().map(|l| measure_text_width(l)).max(), Some(10));
        assert_eq!(plain("e\u{301}e\u{301} e\u{301}", 3), ["e\u{301}e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn nothing_drives_the_terminal() {
        let lines = plain("a\u{1b}[31mred\u{9b}2J\u{7}\r", 40);
        assert_eq!(lines, ["a\u{fffd}[31mred\u{fffd}2J\u{fffd}\u{fffd}"]);
    }

    #[test]
    fn styles_end_with_the_line() {
        let spans = [Span::plain("one "), Span::new(ui::BOLD, "two three")];
        let bold = ui::BOLD;
        assert_eq!(wrap(&spans, 7), [format!("one {bold}two{bold:#}"), format!("{bold}three{bold:#}")]);
    }
}
