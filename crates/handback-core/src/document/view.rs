//! A body as the Markdown parser is to see it, by the flavor of its site.

use std::borrow::Cow;
use std::ops::Range;

use super::directive;
use super::shape::{self, Shaped};
use super::sites::{self, Declared, Words, prefix_len};
use crate::text::constructs::Constructs;
use crate::text::flavor::Flavor;

/// A body, and what of it is no text.
#[derive(Debug)]
pub struct View<'b> {
    /// What the parser gets.
    pub shaped: Shaped<'b>,
    /// A copy of equal length in which what is no text is blank.
    pub masked: Cow<'b, str>,
    pub words: Vec<Words>,
    /// Code, where the site's containers decide what is code; of DocFX it is left to the parser.
    pub code: Option<Vec<Range<usize>>>,
    /// Where a text ends and another begins although the parser reads one, in order.
    pub breaks: Vec<usize>,
    /// What the author may want to know, with its place.
    pub warnings: Vec<(usize, String)>,
}

/// The view of a body.
pub fn view<'b>(body: &'b str, constructs: &Constructs) -> View<'b> {
    if constructs.flavor == Flavor::Docfx {
        let masked = directive::mask(body);
        let mut words = directive::words(body, &masked);
        let Declared { masked, words: of_project, warnings } = sites::declared(body, masked, &constructs.rules);
        words.extend(of_project);
        let shaped = shape::shape(body, masked.clone());
        return View { shaped, masked, words, code: None, breaks: Vec::new(), warnings };
    }
    let layout = sites::layout(body, constructs);
    let shaped = shape::without(layout.masked.clone(), &layout.cuts);
    View {
        shaped,
        masked: layout.masked,
        words: layout.words,
        code: Some(layout.code),
        breaks: layout.breaks,
        warnings: layout.warnings,
    }
}

/// A body for a viewer that knows Markdown alone: without the margins of containers, and with what `shown` makes of each line
/// that is no text, between blank lines. A line that `shown` returns as it is stays where it is.
pub fn plain(body: &str, constructs: &Constructs, shown: impl Fn(&str) -> String) -> String {
    let View { masked, shaped, .. } = view(body, constructs);
    let copies = masked.split_inclusive('\n').zip(shaped.text.split_inclusive('\n'));
    let mut out = String::with_capacity(body.len() + 256);
    for (line, (masked, shaped)) in body.split_inclusive('\n').zip(copies) {
        let margin = line.get(..line.len().saturating_sub(shaped.len())).filter(|margin| margin.trim().is_empty());
        let line = &line[margin.map_or(0, str::len)..];
        let (prefix, content) = line.split_at(prefix_len(line));
        let is_hidden = !content.trim().is_empty() && masked[prefix_len(masked)..].trim().is_empty();
        let said = shown(content.trim_end());
        if !is_hidden || said == content.trim_end() {
            out.push_str(line);
            continue;
        }
        let (quotes, rest) = prefix.split_at(prefix.rfind('>').map_or(0, |at| at + 1));
        // Blanks alone would make it code.
        let rest = if rest.trim().is_empty() { "" } else { rest };
        let blank = if quotes.is_empty() { "" } else { " " };
        let before = if rest.is_empty() { blank } else { rest };
        out.push_str(&format!("{quotes}\n{quotes}{before}{said}\n{quotes}\n"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_text_are_shown_as_asked_for() {
        let shown = |line: &str| match line {
            "[!NOTE]" => line.to_owned(),
            line => format!("<{line}>"),
        };
        let docfx = "::: zone pivot=\"a\"\nOne\n\n> [!NOTE]\n> Two\n> [!VIDEO x]\n\n:::row:::\n    :::column:::\n        Three\n    :::column-end:::\n:::row-end:::\n";
        let plain_docfx = plain(docfx, Constructs::docfx(), shown);
        assert_eq!(
            plain_docfx,
            "\n<::: zone pivot=\"a\">\n\nOne\n\n> [!NOTE]\n> Two\n>\n> <[!VIDEO x]>\n>\n\n\n<:::row:::>\n\n\n<:::column:::>\n\nThree\n\n<:::column-end:::>\n\n\n<:::row-end:::>\n\n"
        );
        let mkdocs = plain("!!! note \"Mind\"\n\n    A body\n", &Constructs::of(Flavor::Mkdocs), shown);
        assert_eq!(mkdocs, "\n<!!! note \"Mind\">\n\n\nA body\n");
        let code = "```\n::: zone\n```\n";
        assert_eq!(plain(code, Constructs::docfx(), shown), code);
    }
}
