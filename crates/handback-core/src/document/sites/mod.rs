//! What stands between the texts of other sites' Markdown: lines and blocks that are no text, titles in them, and bodies that
//! are indented for what holds them.
//!
//! A [`Layout`] is found before the Markdown is parsed. The parser is shown a copy of equal length in which lines that
//! are no text are blank and constructs among words are letters, and of which the margins of containers are then cut off.
//! What readers see in hidden lines are units of their own ([`Words`]).

mod admonitions;
mod asides;
mod components;
mod containers;
mod declared;
mod elements;
mod html_blocks;
mod layout;
mod lines;
mod mdx;
mod myst;
mod shortcodes;
pub mod tables;

pub use declared::{Declared, declared};
pub use layout::layout;
pub use lines::prefix_len;
pub use mdx::is_whole_program;

use std::ops::Range;

/// Words for readers in a line that is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub range: Range<usize>,
    pub escape: Escape,
    /// What they are: `title`, `alt`, `caption`.
    pub label: Box<str>,
}

/// How words are kept from ending what they stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    /// Up to the end of the line.
    Nothing,
    /// Between these quotes, which HTML writes as entities.
    Entity(u8),
    /// Between these quotes, behind a backslash.
    Backslash(u8),
    /// Between these quotes, which cannot be escaped: others take their place.
    Other(u8),
    /// Up to the end of the line, as a value of YAML: between quotes where it would be none without them.
    Yaml,
    /// Between square brackets.
    Brackets,
    /// Nowhere yet: a title that the generator makes up is written into the line so.
    Implied(Title),
}

/// How the title of an admonition is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// `!!! note "Title"`
    Quoted,
    /// `/// note | Title`
    Bar,
    /// `:::note[Title]`
    Brackets,
    /// `::: tip Title`
    Behind,
}

/// The title that readers see of an admonition without one, whose opener ends a text: the first word behind the marks.
pub fn implied_title(opener: &str) -> String {
    let line = opener.rsplit('\n').next().unwrap_or(opener);
    let kind = line.trim_start_matches(|c: char| !c.is_alphabetic()).split(' ').next().unwrap_or("");
    let first = kind.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + &kind.chars().skip(1).collect::<String>().to_lowercase()
}

/// The title of a link reference definition: `[label]: target "title"`.
pub fn title_of(body: &str, span: Range<usize>) -> Option<Words> {
    let text = body.get(span.clone())?.trim_end();
    let last = text.chars().next_back()?;
    let open = match last {
        '"' | '\'' => last,
        ')' => '(',
        _ => return None,
    };
    let inner = &text[..text.len() - 1];
    let at = inner.match_indices(open).map(|(at, _)| at).find(|at| inner[..*at].ends_with([' ', '\t', '\n']))? + 1;
    let escape = if last == ')' { Escape::Other(b')') } else { Escape::Backslash(last as u8) };
    let is_text = !inner[at..].trim().is_empty() && !inner[at..].contains('\n');
    is_text.then(|| Words { range: span.start + at..span.start + inner.len(), escape, label: "title".into() })
}

impl Escape {
    /// A text as it is written in its place.
    pub fn write(self, text: &str) -> String {
        match self {
            Self::Nothing => text.to_owned(),
            Self::Entity(b'\'') => text.replace('\'', "&#39;"),
            Self::Entity(quote) => text.replace(char::from(quote), "&quot;"),
            Self::Backslash(quote) => backslashed(text, char::from(quote)),
            Self::Other(b'"') => text.replace('"', "”"),
            Self::Other(b'`') => text.replace('`', "'"),
            Self::Other(b')') => text.replace(')', "\\)"),
            Self::Other(quote) => text.replace(char::from(quote), "’"),
            Self::Yaml if is_plain_yaml(text) => text.to_owned(),
            Self::Yaml => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            Self::Brackets => balanced(text),
            Self::Implied(Title::Quoted) => format!(" \"{}\"", text.replace('"', "”")),
            Self::Implied(Title::Bar) => format!(" | {text}"),
            Self::Implied(Title::Brackets) => format!("[{}]", balanced(text)),
            Self::Implied(Title::Behind) => format!(" {text}"),
        }
    }
}

/// Whether YAML reads a text without quotes as that text.
fn is_plain_yaml(text: &str) -> bool {
    let first = |c: char| c.is_alphabetic() || matches!(c, '(' | '¡' | '¿' | '„' | '“' | '«' | '⟦') || c > '\u{7f}';
    let is_word = |word: &str| ["true", "false", "null", "yes", "no", "on", "off"].contains(&word);
    text.starts_with(first)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !text.contains('\n')
        && !is_word(&text.to_lowercase())
}

/// Puts a backslash before every quote that has none.
fn backslashed(text: &str, quote: char) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut escaped = false;
    for c in text.chars() {
        if c == quote && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

/// Puts a backslash before brackets that have no partner.
fn balanced(text: &str) -> String {
    let mut depth = 0i32;
    let closes_first = text.chars().any(|c| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        depth < 0
    });
    match closes_first || depth != 0 {
        true => text.replace("\\[", "[").replace("\\]", "]").replace('[', "\\[").replace(']', "\\]"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::{Document, ParseOptions, Syntax};
    use super::*;
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;

    /// What pages are made of, and of what they break; between marks.
    const FRAGMENTS: &str = "\n¦\n\n¦\r\n¦ ¦    ¦\t¦> ¦- ¦1. ¦# ¦| ¦|¦|---|\n¦word ¦Zwölf 日本 ¦**b** ¦`c` ¦```¦~~~\n¦\
        ``` js title=\"A b\"\n¦---\n¦+++\n¦{\n¦}\n¦title: x\n¦title = \"y\"\n¦\"title\": \"z\"\n¦{{< a >}}¦\
        {{< /a >}}¦{{% b c=\"d e\" %}}¦{{< highlight >}}¦{{< /highlight >}}¦{{¦}}¦{% if x %}¦{% endif %}¦\
        {% raw %}¦{% endraw %}¦{: .c }¦{#id}¦{ .c }¦{:toc}¦{::comment}¦{:/}¦<A b=\"c d\">¦</A>¦<A\n¦/>¦<B/>¦\
        <>¦</>¦<div markdown>¦</div>¦{a}¦{/* x */}¦{¦}¦\\{¦import x from 'y'\n¦export const z = {\n¦\
        !!! note \"T\"\n¦??? tip\n¦=== \"Tab\"\n¦/// note | T\n¦///\n¦:::tip[T]\n¦::: tip T\n¦:::\n¦\
        [!NOTE] T\n¦: ¦--8<--\n¦*[A]: b\n¦[x]: y \"z\"\n¦[//]: # (c)\n¦<<< @/x [l]\n¦<!-- c -->¦<!--¦\
        :smile:¦++k++¦$$¦[a](b)¦](¦\"¦'¦\\¦=¦[a][b]¦\u{a0}¦é";

    fn fragment() -> impl Strategy<Value = &'static str> {
        prop::sample::select(FRAGMENTS.split('¦').collect::<Vec<_>>())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]
        #[test]
        fn any_page_is_skeleton_and_texts(fragments in prop::collection::vec(fragment(), 0..40)) {
            let source = fragments.concat();
            for flavor in Flavor::ALL {
                let keys = vec!["title".to_owned(), "a.title".to_owned()];
                let constructs = Arc::new(Constructs::of(flavor));
                let options = ParseOptions { constructs, front_matter_keys: keys, ..ParseOptions::default() };
                let document = Document::parse(&source, Syntax::Markdown, &options);
                let mut at = 0;
                for unit in &document.units {
                    prop_assert!(unit.span.start >= at && unit.span.end >= unit.span.start, "{flavor:?} {source:?}");
                    prop_assert_eq!(document.put_back(unit, &unit.text), &source[unit.span.clone()]);
                    // A longer text, too, goes in without a panic.
                    document.put_back(unit, &format!("{} \"'`|[]\n# x", unit.text));
                    at = unit.span.end;
                }
            }
        }
    }

    #[test]
    fn nothing_in_a_comment_opens_anything() {
        let inner = "\n=== \"Ebb\"\n\n```{note}\n::: tip\n{{< tabs >}}\n!!! note\n";
        for flavor in [Flavor::Mkdocs, Flavor::Vitepress, Flavor::Gfm, Flavor::Hugo, Flavor::Jekyll, Flavor::Starlight]
        {
            for source in [
                format!("# One\n\n<!--{inner}``` -->\n\nTwo\n"),
                format!("- One\n\n  <!--{}-->\n\n  Two\n", inner.replace('\n', "\n  ")),
            ] {
                let constructs = Arc::new(Constructs::of(flavor));
                let options = ParseOptions { constructs, ..ParseOptions::default() };
                let document = Document::parse(&source, Syntax::Markdown, &options);
                let texts: Vec<&str> = document.units.iter().map(|unit| &*unit.text).collect();
                assert_eq!(texts, ["One", "Two"], "{flavor:?} {source}");
            }
        }
    }

    #[test]
    fn words_stay_in_their_place() {
        assert_eq!(Escape::Backslash(b'"').write(r#"a "b" \"c"#), r#"a \"b\" \"c"#);
        assert_eq!(Escape::Entity(b'"').write("a \"b\""), "a &quot;b&quot;");
        assert_eq!(Escape::Yaml.write("Der Steg (lang)"), "Der Steg (lang)");
        assert_eq!(Escape::Yaml.write("Steg: \"lang\""), "\"Steg: \\\"lang\\\"\"");
        assert_eq!(Escape::Yaml.write("No"), "\"No\"");
        assert_eq!(Escape::Brackets.write("a [b](c) d]"), r"a \[b\](c) d\]");
        assert_eq!(Escape::Brackets.write("a [b](c)"), "a [b](c)");
        assert_eq!(Escape::Implied(Title::Quoted).write("Hinweis"), " \"Hinweis\"");
    }

    #[test]
    fn the_generator_makes_titles_of_kinds() {
        for (opener, title) in
            [("> !!! note", "Note"), ("a\n/// tip", "Tip"), ("??? info inline end", "Info"), (":::tip", "Tip")]
        {
            assert_eq!(implied_title(opener), title, "{opener}");
        }
        assert_eq!(Escape::Other(b'"').write("a \"b\""), "a ”b”");
    }
}
