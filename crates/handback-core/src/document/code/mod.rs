//! Text in code blocks: comments, or all of it, as the configuration wants.

mod comments;
mod languages;
mod put_back;

use std::borrow::Cow;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

pub(super) use comments::Comment;
pub(super) use put_back::{code, comment};

/// What of code blocks is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CodeText {
    /// Nothing.
    #[default]
    None,
    /// The comments, where the language is known.
    Comments,
    /// Every block as a whole. Machines leave it alone.
    All,
}

/// A code block that is being read.
#[derive(Debug, Default)]
pub(super) struct OpenCode {
    info: String,
    /// The lines as the parser gives them, without the margin of what they stand in.
    lines: Vec<Range<usize>>,
}

impl OpenCode {
    pub fn new(info: &str) -> Self {
        Self { info: info.to_owned(), lines: Vec::new() }
    }

    /// Takes a text of the block, which may have several lines.
    pub fn push(&mut self, body: &str, range: Range<usize>) {
        let Some(text) = body.get(range.clone()) else { return };
        let mut start = range.start;
        for line in text.split_inclusive('\n') {
            match self.lines.last_mut() {
                // The parser cuts lines at some characters.
                Some(last) if last.end == start && !body[..start].ends_with('\n') => last.end = start + line.len(),
                _ => self.lines.push(start..start + line.len()),
            }
            start += line.len();
        }
    }

    /// The comments of the block.
    pub fn comments(&self, body: &str) -> Vec<Comment> {
        match languages::comments_of(&self.info) {
            Some(language) => comments::find(body, &self.lines, language),
            None => Vec::new(),
        }
    }

    /// The block as a whole: where it stands, and what it says.
    pub fn whole<'s>(&self, body: &'s str) -> Option<(Range<usize>, Cow<'s, str>)> {
        let is_blank = |line: &&Range<usize>| body[(*line).clone()].trim().is_empty();
        let first = self.lines.iter().position(|line| !is_blank(&line))?;
        let last = self.lines.iter().rposition(|line| !is_blank(&line))?;
        let lines = &self.lines[first..=last];
        let text = |line: &Range<usize>| body[line.clone()].trim_end_matches(['\n', '\r']);
        let span = lines[0].start..lines[lines.len() - 1].start + text(&lines[lines.len() - 1]).len();
        let all: Vec<&str> = lines.iter().map(text).collect();
        Some((span, Cow::Owned(all.join("\n"))))
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, ParseOptions, Syntax};

    use super::CodeText;

    /// The texts of a page, and the page with other ones.
    fn changed(source: &str, code: CodeText, text: impl Fn(&str) -> String) -> (Vec<String>, String) {
        let options = ParseOptions { code, ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        let mut page = source.to_owned();
        for unit in document.units.iter().rev() {
            assert_eq!(document.put_back(unit, &unit.text), source[unit.span.clone()]);
            page.replace_range(unit.span.clone(), &document.put_back(unit, &text(&unit.text)));
        }
        (document.units.iter().map(|unit| unit.text.to_string()).collect(), page)
    }

    const PAGE: &str = "Text\n\n> 1. Item\n>\n>    ```js\n>    // Moor the boat\n>    // before noon.\n>\n>      moor(); // now\n>    ```\n\n    # no language\n";

    #[test]
    fn comments_keep_their_marks() {
        let (texts, page) = changed(PAGE, CodeText::Comments, |text| format!("«{text}»"));
        assert_eq!(texts, ["Text", "Item", "Moor the boat\nbefore noon.", "now"]);
        let expected = PAGE.replace("Text", "«Text»").replace("Item", "«Item»").replace("Moor", "«Moor");
        assert_eq!(page, expected.replace("noon.", "noon.»").replace("now", "«now»"));
    }

    #[test]
    fn a_comment_may_have_more_lines_where_it_stands_alone() {
        let more = |_: &str| "a\nb".to_owned();
        for (code, expected) in [
            ("# One\n", "# a\n# b\n"),
            ("x = 1 # One\n", "x = 1 # a b\n"),
            ("# One\r\n# two\r\n# three\r\n", "# a\r\n# b\r\n"),
        ] {
            let page = |code: &str| format!("```py\n{code}```\n");
            assert_eq!(changed(&page(code), CodeText::Comments, more).1, page(expected));
        }
        let ended = changed("```css\n/* One */\n```\n", CodeText::Comments, |_| "a */ b\nc".into()).1;
        assert_eq!(ended, "```css\n/* a * / b c */\n```\n");
    }

    #[test]
    fn a_whole_block_stays_in_its_margin_and_cannot_close_itself() {
        let (texts, page) = changed(PAGE, CodeText::All, |text| text.replace("moor()", "```\n\ndock()"));
        assert_eq!(texts[2], "// Moor the boat\n// before noon.\n\n  moor(); // now");
        assert_eq!(page, PAGE.replace("     moor()", "       ```\n>\n>    dock()"));
        let (again, _) = changed(&page, CodeText::All, str::to_owned);
        assert_eq!(again[2], "// Moor the boat\n// before noon.\n\n    ```\n\ndock(); // now");
    }
}
