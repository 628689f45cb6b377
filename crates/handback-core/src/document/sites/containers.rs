//! Containers that a line opens and another closes, with Markdown between: fences that a preprocessor reads, and what a
//! project declares.

use std::ops::Range;

use super::layout::Scan;
use super::lines::{Fence, quote_len};
use super::{Escape, declared, myst};
use crate::text::constructs::arguments;
use crate::text::constructs::rule::Meaning;
use crate::text::flavor::Flavor;

/// Fences whose content is Markdown, by the first word behind them.
const FENCES: [(Flavor, &str); 1] = [(Flavor::Mdbook, "admonish")];

/// A container that is open.
#[derive(Debug)]
pub struct Container {
    /// Where it begins.
    start: usize,
    close: Close,
    /// The column and the bytes of quote marks of what opened it: what stands further to the left is outside.
    column: usize,
    quote: usize,
}

/// What closes a container.
#[derive(Debug)]
pub enum Close {
    Fence(Fence),
    Line(regex::Regex),
    /// It holds no Markdown.
    Nothing,
}

impl Scan<'_, '_> {
    /// Whether a line closes the innermost container. A line to the left of it does, too, and may be text.
    pub fn closes_container(&mut self, line: &Range<usize>, content: &Range<usize>, column: usize) -> bool {
        let text = &self.body[line.clone()];
        let is_outside = |container: &Container| {
            !text.trim().is_empty() && (column < container.column || quote_len(text) + 1 < container.quote)
        };
        while self
            .containers
            .last()
            .is_some_and(|container| matches!(container.close, Close::Fence(_)) && is_outside(container))
        {
            self.containers.pop();
        }
        let Some(container) = self.containers.last() else { return false };
        let is_closed = match &container.close {
            Close::Fence(fence) => fence.is_closed_by(&self.body[content.clone()], column),
            Close::Line(until) => until.is_match(text),
            Close::Nothing => false,
        };
        if is_closed {
            self.containers.pop();
            self.drop_fence();
        }
        is_closed
    }

    /// Where what opens a container ends, if a line does; notes the words in it.
    pub fn opens_container(&mut self, line: &Range<usize>, content: &Range<usize>, column: usize) -> Option<usize> {
        if self.is_in_fence() {
            return None;
        }
        let here = |close| (close, content.end);
        let opened = self.fence_with_text(content, column).map(here);
        let opened = opened.or_else(|| myst::opens(self, content, column));
        let (close, end) = opened.or_else(|| self.declared_container(line).map(here))?;
        if !matches!(close, Close::Nothing) {
            let quote = quote_len(&self.body[line.clone()]);
            self.containers.push(Container { start: content.start, close, column, quote });
        }
        Some(end)
    }

    /// ```` ```admonish note title="Mind" ````, ```` ```admonish note "Mind" ````.
    fn fence_with_text(&mut self, content: &Range<usize>, column: usize) -> Option<Close> {
        let text = &self.body[content.clone()];
        let fence = Fence::open(text, column)?;
        let info = text.trim_start_matches(['`', '~']).trim_start();
        let name = info.split([' ', ',', '\t']).next().unwrap_or("").trim_end();
        FENCES.iter().find(|(flavor, known)| *flavor == self.flavor() && *known == name)?;
        let at = content.end - info.len() + name.len();
        self.arguments(at..content.end, Escape::Backslash, |argument, value| {
            matches!(argument.name, "title" | "") && arguments::is_words(value)
        });
        Some(Close::Fence(fence))
    }

    /// What the configuration declares.
    fn declared_container(&mut self, line: &Range<usize>) -> Option<Close> {
        let text = &self.body[line.clone()];
        let rules = &self.constructs.rules;
        let rule = rules.iter().find(|rule| rule.meaning == Meaning::Container && rule.pattern.is_match(text))?;
        self.declared_words(line, rule);
        rule.until.clone().map(Close::Line)
    }

    /// Declared containers that nothing closes, with where they begin.
    pub fn unended(&mut self) -> Vec<(usize, String)> {
        let said = |meaning| declared::unended(meaning).to_owned();
        let block = self.until.take().map(|(start, _)| (start, said(Meaning::Block)));
        let is_declared = |container: &Container| matches!(container.close, Close::Line(_));
        let containers = std::mem::take(&mut self.containers).into_iter().filter(is_declared);
        let containers = containers.map(|container| (container.start, said(Meaning::Container)));
        block.into_iter().chain(containers).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::{Document, ParseOptions, Syntax};
    use crate::text::constructs::Constructs;
    use crate::text::constructs::rule::{Meaning, Rule};
    use crate::text::flavor::Flavor;

    fn texts(constructs: Constructs, source: &str) -> Vec<String> {
        let options = ParseOptions { constructs: Arc::new(constructs), ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        for unit in &document.units {
            assert_eq!(document.put_back(unit, &unit.text), &source[unit.span.clone()]);
        }
        document.units.iter().map(|unit| unit.text.to_string()).collect()
    }

    #[test]
    fn what_a_preprocessor_reads_as_markdown_is_text() {
        let book = |source| texts(Constructs::of(Flavor::Mdbook), source);
        assert_eq!(
            book("Above.\n```admonish note title=\"Mind the tide\"\nOne *two*.\n\n- Three\n```\nBelow.\n"),
            ["Above.", "Mind the tide", "One *two*.", "Three", "Below."]
        );
        assert_eq!(book("~~~admonish, collapsible=true\nOne\n~~~\n\n    code\n"), ["One"]);
        assert_eq!(book("```admonish warning \"Low water\"\nOne\n```\n"), ["Low water", "One"]);
        assert_eq!(
            book(
                "1. Item\n\n   ````admonish\n   One\n\n   ```sh\n   run\n   ```\n\n   Two\n   ````\n\n   Three\n2. Four\n"
            ),
            ["Item", "One", "Two", "Three", "Four"]
        );
        // The outer fence is closed first, as a parser of Markdown closes it.
        assert_eq!(book("```admonish\nOne\n```sh\nrun\n```\n\nTwo\n"), ["One", "run", "Two"]);
        assert_eq!(book("- ```admonish\n  One\n\nTwo\n\n```sh\nrun\n```\n"), ["One", "Two"]);
        assert_eq!(book("```admonished\nrun\n```\n"), [] as [&str; 0]);
        assert_eq!(texts(Constructs::of(Flavor::Hugo), "```admonish\nrun\n```\n"), [] as [&str; 0]);
    }

    #[test]
    fn a_project_declares_containers() {
        let rule = |pattern: &str, until: &str| Rule {
            pattern: regex::Regex::new(pattern).unwrap(),
            meaning: Meaning::Container,
            until: Some(regex::Regex::new(until).unwrap()),
        };
        let rules = vec![rule("^```callout(?: (?<words>.+))?$", "^```$"), rule("^<<", "^>>$")];
        let found = texts(
            Constructs::with_rules(Flavor::Gfm, rules),
            "```callout Mind the tide\nOne\n\n- Two\n```\n\n```js\nrun\n```\n\n<<box\nThree\n<<box\nFour\n>>\n>>\n",
        );
        assert_eq!(found, ["Mind the tide", "One", "Two", "Three", "Four"]);
    }
}
