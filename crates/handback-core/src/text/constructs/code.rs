//! Pairs of constructs between which everything is code: `{{< highlight go >}}…{{< /highlight >}}`.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::arguments::{self, closed_name, name_of};
use crate::text::flavor::Flavor;

/// What stands around code, whatever its arguments.
const CODE: [&str; 11] =
    ["highlight", "mermaid", "math", "katex", "chart", "plantuml", "code", "graphviz", "latex", "mathjax", "markmap"];

/// Whether a name is that of what stands around code: one of those, or one that says so (`code-toggle`, `js-code`).
fn is_code(name: &str) -> bool {
    let mut parts = name.split(['-', '_']);
    // Tabs have titles.
    let holds_others = || name.split(['-', '_']).any(|part| matches!(part, "tab" | "tabs" | "group" | "groups"));
    CODE.contains(&name) || parts.any(|part| matches!(part, "code" | "codeblock")) && !holds_others()
}

/// What stands around what is shown as it is written: constructs in it are none.
const RAW: [&str; 3] = ["raw", "comment", "verbatim"];

/// Constructs around code, each pair with the code between as one.
pub fn joined(flavor: Flavor, text: &str, found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    // Whether tabs hold code: those of Docsy's panes do unless these are said to hold text, others if they have a language.
    let mut holds_code = None;
    with_pairs_joined(flavor, text, found, |construct| {
        let name = name_of(construct);
        match name {
            "tabpane" => holds_code = Some(!construct.contains("text=true")),
            _ if closed_name(construct) == Some("tabpane") => holds_code = None,
            _ => {}
        }
        let has_language = || arguments::arguments(construct).iter().any(|argument| argument.name == "lang");
        // A page of Eleventy keeps code in a variable, to show it below: `{% set codeBlock %}…{% endset %}`.
        let is_kept = name == "set" && !construct.contains('=') && construct.to_lowercase().contains("code");
        let is_tab = name == "tab" && construct.starts_with("{{<");
        is_code(name) || is_kept || is_tab && holds_code.unwrap_or_else(has_language)
    })
}

/// The same for comments, and for what is shown as it is written if that is no sentence: `{% raw %}{{ x }}{% endraw %}`.
pub fn with_raw_joined(flavor: Flavor, text: &str, found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if !RAW.iter().any(|name| text.contains(name)) {
        return found;
    }
    let known = found.clone();
    with_pairs_joined(flavor, text, found, |construct| {
        let name = name_of(construct);
        let start = construct.as_ptr() as usize - text.as_ptr() as usize + construct.len();
        let behind = &known[known.partition_point(|other| other.start < start)..];
        let closes = |other: &Range<usize>| closed_name(&text[other.clone()]) == Some(name);
        let close = || behind.iter().position(closes);
        let is_short = || close().is_none_or(|at| !has_sentence(text, start..behind[at].start, &behind[..at]));
        name == "comment" || RAW.contains(&name) && is_short()
    })
}

/// Whether a stretch has two words outside of the constructs in it.
fn has_sentence(text: &str, stretch: Range<usize>, constructs: &[Range<usize>]) -> bool {
    let mut at = stretch.start;
    let mut words = 0;
    for construct in constructs.iter().chain([&(stretch.end..stretch.end)]) {
        let between = text.get(at..construct.start).unwrap_or("");
        words += between.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
        at = construct.end;
    }
    words > 1
}

fn with_pairs_joined(
    flavor: Flavor,
    text: &str,
    found: Vec<Range<usize>>,
    mut opens: impl FnMut(&str) -> bool,
) -> Vec<Range<usize>> {
    if !matches!(flavor, Flavor::Hugo | Flavor::Jekyll | Flavor::Mkdocs) {
        return found;
    }
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(found.len());
    // Names for which nothing closes a pair from here on.
    let mut unclosed: FxHashSet<&str> = FxHashSet::default();
    let mut constructs = found.into_iter().peekable();
    while let Some(construct) = constructs.next() {
        let slice = &text[construct.clone()];
        let mut end = construct.end;
        let name = name_of(slice);
        if !slice.ends_with("/>}}") && !unclosed.contains(name) && opens(slice) {
            let mut rest = constructs.clone();
            if let Some(close) = rest.find(|other| closed_name(&text[other.clone()]) == Some(name)) {
                end = close.end;
                while constructs.next_if(|other| other.start < end).is_some() {}
            } else {
                unclosed.insert(name);
            }
        }
        joined.push(construct.start..end);
    }
    joined
}

/// Length of a pair around code whose opener fills the first line of a text: in between not even fences count. Openers that
/// nothing closes are noted in `unclosed`: nothing closes them in what follows either.
pub fn block_len(flavor: Flavor, text: &str, unclosed: &mut FxHashSet<String>) -> Option<usize> {
    let line = text.lines().next()?.trim_end();
    let is_one = matches!(flavor, Flavor::Hugo | Flavor::Jekyll | Flavor::Mkdocs) && opener(line) == line;
    let name = Some(name_of(line)).filter(|name| is_one && (is_code(name) || *name == "comment"))?;
    let end = match line {
        _ if line.ends_with("/>}}") => return None,
        _ if line.starts_with("{{<") && line.ends_with(">}}") => ">}}",
        _ if line.starts_with("{{%") && line.ends_with("%}}") => "%}}",
        _ if line.starts_with("{%") && line.ends_with("%}") => "%}",
        _ => return None,
    };
    let open = &line[..line.len() - line.trim_start_matches(['{', '%', '<']).len()];
    let key = format!("{open}/{name}");
    if unclosed.contains(&key) {
        return None;
    }
    let mark = if open == "{%" { "end" } else { "/" };
    // `{{< /name`, `{{</ name`, `{%- endname`.
    let is_close = |at: &usize| {
        let before = if mark == "/" { text[..*at].trim_end_matches(' ') } else { &text[..*at] };
        let before = before.strip_suffix(mark).map(|before| before.trim_end_matches([' ', '-']));
        before.is_some_and(|before| before.ends_with(open)) && !text[at + name.len()..].starts_with(is_of_name)
    };
    let mut closers = memchr::memmem::find_iter(text.as_bytes(), name).filter(is_close);
    let len = closers.next().and_then(|at| Some(at + text[at..].find(end)? + end.len()));
    if len.is_none() {
        unclosed.insert(key);
    }
    len
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// The first construct of a pair around code, which is all of it that may hold words.
pub fn opener(construct: &str) -> &str {
    let close = if construct.starts_with("{%") { "%}" } else { "}}" };
    let end = construct.find(close).map_or(construct.len(), |at| at + close.len());
    let is_pair = construct[end..].contains('{');
    if is_pair { &construct[..end] } else { construct }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_that_it_holds_code() {
        for name in ["code", "code-toggle", "js_code", "highlight"] {
            assert!(is_code(name), "{name}");
        }
        for name in ["code-tabs", "codex", "encode", "decoder-note"] {
            assert!(!is_code(name), "{name}");
        }
    }

    #[test]
    fn blocks_of_code_hold_whatever_they_do() {
        let text = "{% highlight md %}\n```\nendhighlight\n```\n{%- endhighlight -%} x";
        assert_eq!(block_len(Flavor::Jekyll, text, &mut FxHashSet::default()), Some(text.len() - 2));
        for close in ["{{< /highlight >}}", "{{</ highlight >}}", "{{</highlight>}}", "{{< / highlight >}}"] {
            let text =
                format!("{{{{< highlight go >}}}}\n```\n/highlight highlight\n{{{{< /highlights >}}}}\n{close}\n");
            assert_eq!(block_len(Flavor::Hugo, &text, &mut FxHashSet::default()), Some(text.len() - 1), "{text}");
        }
        for text in ["{% raw %}\na\n{% endraw %}", "{{< highlight go >}}a{{< /highlight >}}", "{{< highlight go />}}\n"]
        {
            assert_eq!(block_len(Flavor::Hugo, text, &mut FxHashSet::default()), None, "{text}");
        }
    }
}
