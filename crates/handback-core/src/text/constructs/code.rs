//! Pairs of constructs between which everything is code: `{{< highlight go >}}…{{< /highlight >}}`.

use std::ops::Range;

use super::arguments::{self, name_of};
use crate::text::flavor::Flavor;

/// What stands around code, whatever its arguments.
const CODE: [&str; 11] =
    ["highlight", "mermaid", "math", "katex", "chart", "plantuml", "code", "graphviz", "latex", "mathjax", "markmap"];

/// What stands around what is shown as it is written: constructs in it are none.
const RAW: [&str; 3] = ["raw", "comment", "verbatim"];

/// Constructs around code, each pair with the code between as one.
pub fn joined(flavor: Flavor, text: &str, found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    // Of tabs that are no text, those with a language hold code.
    let mut tabs_are_text = false;
    with_pairs_joined(flavor, text, found, |construct| {
        let name = name_of(construct);
        if name == "tabpane" {
            tabs_are_text = construct.contains("text=true");
        }
        let is_tab_of_code = || {
            let mut arguments = arguments::arguments(construct).into_iter();
            name == "tab" && construct.starts_with("{{<") && arguments.any(|argument| argument.name == "lang")
        };
        CODE.contains(&name) || !tabs_are_text && is_tab_of_code()
    })
}

/// The same for what is shown as it is written.
pub fn with_raw_joined(flavor: Flavor, text: &str, found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    with_pairs_joined(flavor, text, found, |construct| RAW.contains(&name_of(construct)))
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
    let mut constructs = found.into_iter().peekable();
    while let Some(construct) = constructs.next() {
        let slice = &text[construct.clone()];
        let mut end = construct.end;
        if opens(slice) && !slice.ends_with("/>}}") {
            let name = name_of(slice);
            let closes = [format!("/{name}"), format!("end{name}")];
            let mut rest = constructs.clone();
            if let Some(close) = rest.find(|other| closes.iter().any(|close| close == name_of(&text[other.clone()]))) {
                end = close.end;
                while constructs.next_if(|other| other.start < end).is_some() {}
            }
        }
        joined.push(construct.start..end);
    }
    joined
}

/// The first construct of a pair around code, which is all of it that may hold words.
pub fn opener(construct: &str) -> &str {
    let close = if construct.starts_with("{%") { "%}" } else { "}}" };
    let end = construct.find(close).map_or(construct.len(), |at| at + close.len());
    let is_pair = construct[end..].contains('{');
    if is_pair { &construct[..end] } else { construct }
}
