//! Constructs of site generators in a text: shortcodes, Liquid, macros, expressions, directives, attribute lists.
//!
//! What they are is data: a table for each [`Flavor`] ([`table`]), and the rules of a project ([`rule`]). A construct is
//! kept as it is, but for the words for readers in its arguments ([`arguments`]).

pub mod arguments;
pub mod code;
pub mod formula;
pub mod rule;
mod table;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub use table::{expression_len, is_attribute_list, myst_name};

use super::flavor::Flavor;
use super::markup;
use rule::{Meaning, Rule};
use table::Ahead;

/// The constructs that the texts of a project may hold.
#[derive(Debug, Clone, Default)]
pub struct Constructs {
    pub flavor: Flavor,
    /// Whether braces and tags are those of MDX.
    pub is_mdx: bool,
    /// Of the configuration; they go before those of the flavor.
    pub rules: Vec<Rule>,
}

static DOCFX: Constructs = Constructs { flavor: Flavor::Docfx, is_mdx: false, rules: Vec::new() };

impl Constructs {
    /// Those of a flavor, in pages whose names say nothing else.
    pub fn of(flavor: Flavor) -> Self {
        Self::with_rules(flavor, Vec::new())
    }

    /// The same, with the rules of a project.
    pub fn with_rules(flavor: Flavor, rules: Vec<Rule>) -> Self {
        Self { flavor, is_mdx: flavor.is_mdx(false), rules }
    }

    /// Those of a page, by whether its name says that it is MDX.
    pub fn of_page(self: &Arc<Self>, is_named_mdx: bool) -> Arc<Self> {
        let is_mdx = self.flavor.is_mdx(is_named_mdx);
        if is_mdx == self.is_mdx { self.clone() } else { Arc::new(Self { is_mdx, ..Self::clone(self) }) }
    }

    /// Those of DocFX, which also know the shapes that most generators have.
    pub fn docfx() -> &'static Self {
        &DOCFX
    }

    /// Where constructs are in a text, in order and apart; those around code are one with it.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let found = code::joined(self.flavor, text, self.each(text));
        code::with_raw_joined(self.flavor, text, found)
    }

    /// Where each single construct is.
    pub fn each(&self, text: &str) -> Vec<Range<usize>> {
        let by_rules = self.by_rules(text);
        let mut rules = by_rules.iter().peekable();
        let mut found = by_rules.clone();
        let mut ahead = Ahead::of(text);
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(next) = bytes[at..].iter().position(|byte| table::may_begin(*byte)) {
            at += next;
            while rules.next_if(|rule| rule.end <= at).is_some() {}
            if let Some(rule) = rules.peek().filter(|rule| rule.start <= at) {
                at = rule.end;
                continue;
            }
            let rest = &text[at..];
            // What is in code is code.
            if rest.starts_with('`') {
                let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
                at += markup::code_in_paragraph_len(rest).unwrap_or(ticks);
                continue;
            }
            // `\{` opens nothing in MDX; mdBook shows what stands behind it as it is written.
            let escaped = is_escaped(&text[..at]);
            if escaped && self.is_mdx {
                at += rest.bytes().take_while(|byte| *byte == b'{').count().max(1);
                continue;
            }
            // Attributes are read once escapes are; templates before that.
            if escaped && self.flavor != Flavor::Docfx && rest.starts_with('{') && !rest[1..].starts_with(['{', '%']) {
                at += 1;
                continue;
            }
            if let Some(len) = formula::formula_len(self.flavor, text, at) {
                found.push(at..at + len);
                at += len;
                continue;
            }
            let len = match self.is_mdx && rest.starts_with('{') {
                true => table::expression_at(text, at, &mut ahead),
                false => table::construct_len(self.flavor, text, at, &mut ahead),
            };
            match len {
                Some(len) => {
                    let is_shown_here = rest.starts_with("[[") && text[..at].ends_with('!');
                    let is_escaped = escaped && self.flavor == Flavor::Mdbook;
                    found.push(at - usize::from(is_escaped || is_shown_here)..at + len);
                    at += len;
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        found.sort_by_key(|range| range.start);
        found
    }

    /// What the rules of the project find, in order.
    fn by_rules(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for rule in self.rules.iter().filter(|rule| rule.meaning == Meaning::Value) {
            for range in rule.find(text) {
                let overlaps = found.range(..range.end).next_back().is_some_and(|(_, end)| range.start < *end);
                if !range.is_empty() && !overlaps {
                    found.insert(range.start, range.end);
                }
            }
        }
        found.into_iter().map(|(start, end)| start..end).collect()
    }

    /// Where words for readers stand in a construct.
    pub fn words(&self, construct: &str) -> Vec<Range<usize>> {
        self.by_its_rule(construct).unwrap_or_else(|| arguments::words(self.flavor, code::opener(construct)))
    }

    /// Where a construct has what readers see, be it words or names: translators may write it in another way.
    pub fn shown(&self, construct: &str) -> Vec<Range<usize>> {
        self.by_its_rule(construct).unwrap_or_else(|| arguments::shown(self.flavor, code::opener(construct)))
    }

    /// The words in a construct that the project declares, and in an expression of JavaScript, which is a program's.
    fn by_its_rule(&self, construct: &str) -> Option<Vec<Range<usize>>> {
        let whole = |rule: &&Rule| rule.meaning == Meaning::Value && rule.is_whole(construct);
        match self.rules.iter().find(whole) {
            Some(rule) => Some(rule.words(construct)),
            None if self.is_mdx && construct.starts_with('{') => Some(Vec::new()),
            None => None,
        }
    }

    /// A construct as it is compared: runs of blanks count as one, and words for readers do not count.
    pub fn normal(&self, construct: &str) -> String {
        let mut text = construct.split_whitespace().collect::<Vec<_>>().join(" ");
        if is_attribute_list(&text) {
            text = text.replace(" =", "=").replace("= ", "=");
        }
        if is_wiki_link(&text) {
            return "[[]]".to_owned();
        }
        for shown in self.shown(&text).into_iter().rev() {
            text.replace_range(shown, "");
        }
        text
    }

    /// A text with blanks in place of its constructs, but for the words in them; of equal length.
    pub fn blanked(&self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        for construct in self.find(text) {
            let words = self.words(&text[construct.clone()]);
            bytes[construct.clone()].fill(b' ');
            for words in words {
                let kept = construct.start + words.start..construct.start + words.end;
                bytes[kept.clone()].copy_from_slice(&text.as_bytes()[kept]);
            }
        }
        // Only whole characters were replaced by spaces, so the bytes are still UTF-8.
        String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
    }
}

/// Whether a text ends with a backslash that is not escaped itself.
fn is_escaped(before: &str) -> bool {
    before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// Whether a construct is a link of a wiki. Which page it leads to is for each language to say: pages may be named in it.
pub fn is_wiki_link(construct: &str) -> bool {
    construct.starts_with("[[") && construct.ends_with("]]") && construct != "[[toc]]"
}

/// Where constructs are in a text by the shapes that most generators have.
pub fn find(text: &str) -> Vec<Range<usize>> {
    DOCFX.find(text)
}

/// Length of the shortcode or Liquid tag at the start of a text.
pub fn shortcode_len(text: &str) -> Option<usize> {
    let is_one = ["{{<", "{{%", "{%"].iter().any(|open| text.starts_with(open));
    Some(text).filter(|_| is_one).and_then(|text| table::construct_len(Flavor::Docfx, text, 0, &mut Ahead::of(text)))
}

/// Where words for readers stand in a construct of any flavor.
pub fn words(construct: &str) -> Vec<Range<usize>> {
    arguments::words(Flavor::Docfx, construct)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(flavor: Flavor, text: &str) -> Vec<&str> {
        Constructs::of(flavor).find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn constructs_are_found() {
        let all = |text| all(Flavor::Docfx, text);
        assert_eq!(all("a {{< ref \"x\" >}} b {{% note %}}"), ["{{< ref \"x\" >}}", "{{% note %}}"]);
        assert_eq!(
            all("{% if a %}x{% endif %} {{jsxref(\"Map\")}}"),
            ["{% if a %}", "{% endif %}", "{{jsxref(\"Map\")}}"]
        );
        assert_eq!(all("> [!NOTE]\ntext"), ["[!NOTE]"]);
        assert_eq!(all(":::tip My title\nx"), [":::tip"]);
        assert_eq!(all("Title {#custom-id} ${x} <%= y %>"), ["{#custom-id}", "${x}", "<%= y %>"]);
        assert_eq!(all("`{{ code }}` { prose } 12:30 a@b.c"), Vec::<&str>::new());
    }

    #[test]
    fn links_of_wikis_are_alike_whatever_their_page_is_called() {
        let known = Constructs::of(Flavor::Gfm);
        assert_eq!(all(Flavor::Gfm, "[[Pier]] ![[a.png]] [[x](y)] [[x][y]]"), ["[[Pier]]", "![[a.png]]"]);
        assert_eq!(known.normal("[[Pier]]"), known.normal("[[Anleger|am Anleger]]"));
        assert_ne!(known.normal("[[Pier]]"), known.normal("![[Pier]]"));
        assert_eq!(all(Flavor::Docfx, "[[Pier]]").len() + all(Flavor::Jekyll, "[[Pier]]").len(), 0);
    }

    #[test]
    fn raw_pairs_without_a_sentence_are_one() {
        let short = "{% raw %} {% link %}href=\"...\"{% endlink %} {% endraw %}";
        assert_eq!(all(Flavor::Jekyll, &format!("Use {short} here.")), [short]);
        let long = "{% raw %} Write {{ name }} {% endraw %} and {% raw %}{{ two }} words here{% endraw %}";
        assert_eq!(all(Flavor::Jekyll, long)[0], "{% raw %} Write {{ name }} {% endraw %}");
        assert_eq!(all(Flavor::Jekyll, long).len(), 4);
    }

    #[test]
    fn blanks_around_the_signs_of_attributes_count_for_nothing() {
        let known = Constructs::of(Flavor::Mkdocs);
        assert_eq!(known.normal("{: target = \"_blank\" }"), known.normal("{: target=\"_blank\" }"));
    }

    #[test]
    fn each_flavor_has_its_own() {
        assert_eq!(
            all(Flavor::Docusaurus, "Up to {items.map((x) => `${x}}`).join(\"}\")} of {/* a } */} {'{'}"),
            ["{items.map((x) => `${x}}`).join(\"}\")}", "{/* a } */}", "{'{'}"]
        );
        assert_eq!(
            all(Flavor::Mkdocs, "A :material-check:{ .green } ++ctrl+\"Low tide\"++ 10:30:12 {{ name }} note: a:b"),
            [":material-check:", "{ .green }", "++ctrl+\"Low tide\"++", "{{ name }}"]
        );
        assert_eq!(all(Flavor::Hugo, "{{< tip\n text=\"a > b\" >}} {{< x `a \"}}\"` >}}").len(), 2);
        assert_eq!(all(Flavor::Gfm, "{ words } {word}"), Vec::<&str>::new());
        assert_eq!(all(Flavor::Mkdocs, "read as {Tide:\"Name=High\"} {a=b}"), ["{a=b}"]);
        assert_eq!(all(Flavor::Vitepress, "Keys of \\{ high tide \\}, \\{{ tide }}, {.low}"), ["{{ tide }}", "{.low}"]);
    }
}
