//! Links by labels that a localized page defines for itself. Its regenerated page has the definitions of the English, so such
//! a link would lead nowhere: it is written with the label that the English has for its target, or with the target; a definition
//! that nothing needs any more then goes, for its title is no translation of another.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};
use rustc_hash::FxHashMap;

use super::super::front_matter::body_start;
use super::super::parser::options_of;
use super::super::view::view;
use crate::text::constructs::Constructs;
use crate::text::flavor::Flavor;
use crate::text::terms::normal_label;

/// A definition of a page: its label as it is written, its target and its title.
struct Definition {
    /// Where it stands, with the end of its line.
    range: Range<usize>,
    label: String,
    target: String,
    title: Option<String>,
}

/// A page with the labels of its English. DocFX' pages keep theirs. `names` are those of the page's locale in addresses: a
/// definition that leads to a place of the locale, and in English to none, is the page's own, although both have the label.
pub fn with_labels_of<'p>(page: &'p str, english: &str, constructs: &Constructs, names: &[&str]) -> Cow<'p, str> {
    // What looks like a definition; most pages have none.
    if constructs.flavor == Flavor::Docfx || !page.contains("]:") {
        return Cow::Borrowed(page);
    }
    let ours = definitions(english, constructs);
    let known: FxHashMap<String, &Definition> = ours.iter().map(|one| (normal_label(&one.label), one)).collect();
    let mut own = definitions(page, constructs);
    let english_of = |one: &Definition| known.get(&normal_label(&one.label)).copied();
    own.retain(|one| {
        let is_own = english_of(one)
            .is_none_or(|english| names_locale(&one.target, names) && !names_locale(&english.target, names));
        is_own && !one.label.starts_with('^')
    });
    if own.is_empty() {
        return Cow::Borrowed(page);
    }
    let mut by_target: FxHashMap<&str, &Definition> = FxHashMap::default();
    for one in ours.iter().rev() {
        by_target.insert(&one.target, one);
    }
    let tails: FxHashMap<String, String> =
        own.iter().map(|one| (normal_label(&one.label), tail(one, &by_target))).collect();
    let links = links(page, constructs).into_iter();
    let mut edits: Vec<(Range<usize>, &str)> =
        links.filter_map(|(range, label)| Some((range, tails.get(&normal_label(&label))?.as_str()))).collect();
    // One that the English has too may have a title, which is a text.
    let is_written_out = |one: &&Definition| english_of(one).is_none() && !by_target.contains_key(one.target.as_str());
    edits.extend(own.iter().filter(is_written_out).map(|one| (one.range.clone(), "")));
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = page.to_owned();
    for (range, text) in edits.into_iter().rev() {
        out.replace_range(range, text);
    }
    Cow::Owned(out)
}

/// Whether a part of an address is one of these names of a locale: `/fr/quay`, `https://fr.harbor.example`.
fn names_locale(target: &str, names: &[&str]) -> bool {
    let mut parts = target.split(['/', '.', ':', '?', '#', '=', '&']);
    parts.any(|part| names.iter().any(|name| part.eq_ignore_ascii_case(name)))
}

/// What stands behind the text of a link.
fn tail(own: &Definition, by_target: &FxHashMap<&str, &Definition>) -> String {
    if let Some(english) = by_target.get(own.target.as_str()) {
        return format!("[{}]", english.label);
    }
    let target = if own.target.contains([' ', '(', ')']) { format!("<{}>", own.target) } else { own.target.clone() };
    let title = own.title.as_ref().map_or_else(String::new, |title| format!(" \"{}\"", title.replace('"', "\\\"")));
    format!("({target}{title})")
}

/// The definitions of a page in order.
fn definitions(page: &str, constructs: &Constructs) -> Vec<Definition> {
    let start = body_start(page, constructs.flavor);
    let shaped = view(&page[start..], constructs).shaped;
    let parser = Parser::new_ext(&shaped.text, options_of(constructs.flavor));
    let mut found: Vec<Definition> = Vec::new();
    for (label, definition) in parser.reference_definitions().iter() {
        let title = definition.title.as_deref().map(str::to_owned);
        let range = shaped.to_source(definition.span.clone());
        let range = start + range.start..start + range.end;
        let text = page.get(range.clone()).unwrap_or_default().trim_end();
        let end = range.start + text.len();
        let line_end =
            ["\r\n", "\n"].into_iter().find(|line_end| page.get(end..).is_some_and(|rest| rest.starts_with(line_end)));
        let range = range.start..end + line_end.map_or(0, str::len);
        found.push(Definition { range, label: label.to_owned(), target: definition.dest.to_string(), title });
    }
    found.sort_by_key(|one| one.range.start);
    found
}

/// Where something stands behind the text of links by labels, and the labels: for `[text]` nothing does.
fn links(page: &str, constructs: &Constructs) -> Vec<(Range<usize>, String)> {
    let start = body_start(page, constructs.flavor);
    let shaped = view(&page[start..], constructs).shaped;
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(&shaped.text, options_of(constructs.flavor)).into_offset_iter() {
        let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = event else { continue };
        let range = shaped.to_source(range);
        let range = start + range.start..start + range.end;
        let Some(slice) = page.get(range.clone()) else { continue };
        let tail = match link_type {
            LinkType::Shortcut => Some(slice.len()..slice.len()),
            // The parser may count the brackets behind it.
            LinkType::Collapsed => match slice.strip_suffix("[]") {
                Some(text) => Some(text.len()..slice.len()),
                None => page[range.end..].starts_with("[]").then(|| slice.len()..slice.len() + 2),
            },
            LinkType::Reference => slice.rfind("][").map(|at| at + 1..slice.len()),
            _ => None,
        };
        found.extend(tail.map(|tail| (range.start + tail.start..range.start + tail.end, id.to_string())));
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(page: &str, english: &str) -> String {
        with_labels_of(page, english, &Constructs::of(Flavor::Mkdocs), &["fr", "fr-FR"]).into_owned()
    }

    #[test]
    fn links_keep_leading_somewhere() {
        let english = "See the [manual] and [our map][map].\n\n[manual]: /manual\n[Map]: /map \"Map\"\n";
        let page = "---\ntitle: a\n---\nVoir le [manuel], le [plan][carte], [manuel][] et `[manuel]`.\n\n!!! note\n    ![Un [manuel]][carte]\n\n\
                    [manuel]: /manual\n[carte]: /map\n";
        let expected = "---\ntitle: a\n---\nVoir le [manuel][manual], le [plan][Map], [manuel][manual] et `[manuel]`.\n\n!!! note\n    \
                        ![Un [manuel][manual]][Map]\n\n[manuel]: /manual\n[carte]: /map\n";
        assert_eq!(changed(page, english), expected);
    }

    #[test]
    fn a_target_in_the_locale_is_written_out_although_the_english_has_the_label() {
        let english = "The [quay] and the [map][1].\n\n[Quay]: /en/quay \"Quay\"\n[1]: https://en.map.example\n";
        let page = "Le [quai][quay] et le [plan][1].\n\n[quay]: /fr/quay \"Quai\"\n[1]: https://fr.map.example\n";
        let expected = "Le [quai](/fr/quay \"Quai\") et le [plan](https://fr.map.example).\n\n[quay]: /fr/quay \"Quai\"\n[1]: https://fr.map.example\n";
        assert_eq!(changed(page, english), expected);
        // An address that the English changed, or that names a locale there too, follows the English.
        for (own, english) in [("/old/quay", "/quay"), ("/fr/quay", "/fr/quays")] {
            let page = format!("Le [quai][quay].\n\n[quay]: {own}\n");
            assert_eq!(changed(&page, &format!("[quay]: {english}\n")), page);
        }
    }

    #[test]
    fn a_target_that_only_the_page_has_is_written_out() {
        let page = "Le [quai] et le [port][p].\n\n[quai]: /quai \"Un quai\"\n[p]: </a b>\n\nFin.\n";
        assert_eq!(changed(page, "None.\n"), "Le [quai](/quai \"Un quai\") et le [port](</a b>).\n\n\nFin.\n");
        assert_eq!(changed("The [quay].\n\n[quay]: /quay\n", "[Quay]: /other\n"), "The [quay].\n\n[quay]: /quay\n");
    }
}
