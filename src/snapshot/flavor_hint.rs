//! Says once whose Markdown the documents are plainly written in, where the configuration names no flavor.

use handback_core::text::count::counted;

use super::SourceText;
use crate::problem::Problem;
use crate::settings::config::Config;

/// So many documents are looked at, spread over all.
const SAMPLE: usize = 200;
/// So many documents have signs of a generator, or half of them; and so many of a hundred.
const LEAST: usize = 3;
const LEAST_PERCENT: usize = 10;

/// A generator whose syntax documents show, and what they show of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Docfx,
    Hugo,
    Mdx,
    Astro,
    Vitepress,
    Mkdocs,
    Mdbook,
    Mdn,
    Jekyll,
}

/// The value of `flavor`, and what is seen of the generator.
const NAMES: [(Of, &str, &str); 8] = [
    (Of::Hugo, "hugo", "shortcodes or front matter of Hugo"),
    (Of::Mdx, "docusaurus", "MDX or admonitions of Docusaurus"),
    (Of::Astro, "starlight", "MDX of Astro"),
    (Of::Vitepress, "vitepress", "containers of VitePress"),
    (Of::Mkdocs, "mkdocs", "admonitions or tabs of MkDocs"),
    (Of::Mdbook, "mdbook", "includes of mdBook"),
    (Of::Mdn, "mdn", "macros of MDN"),
    (Of::Jekyll, "jekyll", "Liquid tags of Jekyll"),
];

/// The note, if a flavor would read the documents better than the default does.
pub fn note(config: &Config, sources: &[SourceText]) -> Option<Problem> {
    if config.flavor_is_set || !config.parse.constructs.rules.is_empty() {
        return None;
    }
    let step = sources.len().div_ceil(SAMPLE).max(1);
    let looked: Vec<&SourceText> =
        sources.iter().step_by(step).filter(|source| source.source.syntax.is_markdown()).collect();
    let signs: Vec<Vec<(Of, u32)>> = looked.iter().map(|source| signs(&source.text)).collect();
    let with = |of: Of| signs.iter().filter(|signs| signs.iter().any(|(sign, _)| *sign == of)).count();
    let (of, flavor, shown) = *NAMES.iter().max_by_key(|(of, ..)| with(*of))?;
    let count = with(of);
    let next = NAMES.iter().map(|(other, ..)| if *other == of { 0 } else { with(*other) }).max().unwrap_or(0);
    let is_plain =
        count > 0 && (count >= LEAST || count * 2 >= looked.len()) && count * 100 >= looked.len() * LEAST_PERCENT;
    if !is_plain || count < 2 * next || count < 2 * with(Of::Docfx) {
        return None;
    }
    let place = |(source, signs): (&&SourceText, &Vec<(Of, u32)>)| {
        let (_, line) = signs.iter().find(|(sign, _)| *sign == of)?;
        Some((config.shown(&source.source.path), *line))
    };
    let (path, line) = looked.iter().zip(&signs).find_map(place)?;
    let message = format!(
        "{} of {} looked at have {shown}, and handback.yaml names no flavor: they are read as DocFX does, to which that is \
         text. `flavor: {flavor}` in handback.yaml would read them; `flavor: docfx` says that this is meant",
        count,
        counted(looked.len(), "document")
    );
    Some(Problem::warning(message).at(path, Some(line)))
}

/// The first sign of each generator in a document, outside of code blocks.
fn signs(text: &str) -> Vec<(Of, u32)> {
    let mut found: Vec<(Of, u32)> = Vec::new();
    let mut fence: Option<&str> = None;
    if text.lines().next().is_some_and(|line| line.trim_end() == "+++") {
        found.push((Of::Hugo, 1));
    }
    for (number, line) in text.lines().enumerate() {
        let start = line.trim_start();
        match fence {
            Some(mark) => {
                fence = Some(mark).filter(|mark| !start.starts_with(mark));
                continue;
            }
            None => fence = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark)),
        }
        if let Some(of) = sign(start, start.len() < line.len())
            && !found.iter().any(|(known, _)| *known == of)
        {
            found.push((of, number as u32 + 1));
        }
    }
    found
}

/// What a line shows. An indented one may be code.
fn sign(line: &str, is_indented: bool) -> Option<Of> {
    match line.as_bytes().first()? {
        b'!' | b'?' | b'=' | b'/' if !is_indented => mkdocs(line),
        b':' => directive(line),
        b'i' if !is_indented => import(line),
        b'[' if line.starts_with("[!INCLUDE") || line.starts_with("[!code") => Some(Of::Docfx),
        b'>' if line.contains("[!INCLUDE") => Some(Of::Docfx),
        _ => templates(line),
    }
}

fn mkdocs(line: &str) -> Option<Of> {
    let marks = ["!!! ", "??? ", "???+ ", "/// "];
    let admonition = marks.iter().find_map(|mark| line.strip_prefix(mark)).is_some_and(begins_with_letter);
    let tab = line.starts_with("=== \"");
    (admonition || tab).then_some(Of::Mkdocs)
}

/// `:::note` of Docusaurus, `::: tip` of VitePress, and what DocFX has.
fn directive(line: &str) -> Option<Of> {
    const KINDS: [&str; 7] = ["note", "tip", "info", "warning", "danger", "caution", "details"];
    let rest = line.strip_prefix(":::")?;
    let name = rest.trim_start_matches(' ');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
    let known = KINDS.contains(&&name[..end]);
    match (known, rest.starts_with(' ')) {
        (true, true) => Some(Of::Vitepress),
        (true, false) => Some(Of::Mdx),
        (false, _) if begins_with_letter(name) => Some(Of::Docfx),
        _ => None,
    }
}

fn import(line: &str) -> Option<Of> {
    let rest = line.strip_prefix("import ")?;
    let (_, module) = rest.split_once(" from ")?;
    let module = module.trim_end().trim_end_matches(';');
    let is_quoted = module.len() > 2
        && (module.starts_with('\'') && module.ends_with('\'') || module.starts_with('"') && module.ends_with('"'));
    let is_astro = module.contains("@astrojs") || module.ends_with(".astro'") || module.ends_with(".astro\"");
    is_quoted.then_some(if is_astro { Of::Astro } else { Of::Mdx })
}

fn templates(line: &str) -> Option<Of> {
    let at = memchr::memchr(b'{', line.as_bytes())?;
    // In code it is shown, not run.
    let rest = line[at..].split('`').next().unwrap_or("");
    if line[..at].contains('`') {
        return None;
    }
    if rest.starts_with("{{<") || rest.starts_with("{{%") {
        return Some(Of::Hugo);
    }
    if rest.starts_with("{{#") {
        return Some(Of::Mdbook);
    }
    if let Some(tag) = rest.strip_prefix("{%") {
        return tag.contains("%}").then_some(Of::Jekyll);
    }
    let name = rest.strip_prefix("{{")?.trim_start();
    let (name, arguments) = name.split_once('(')?;
    let is_name = begins_with_letter(name) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_name && arguments.starts_with(['"', '\'']) && arguments.contains(")}}")).then_some(Of::Mdn)
}

fn begins_with_letter(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generators_are_known_by_their_syntax() {
        for (text, expected) in [
            ("See {{< ref \"a.md\" >}}.\n", Some(Of::Hugo)),
            ("# A\n\n{{% note %}}\n", Some(Of::Hugo)),
            ("+++\ntitle = \"A\"\n+++\n", Some(Of::Hugo)),
            ("import Tabs from '@theme/Tabs';\n", Some(Of::Mdx)),
            ("import { Card } from '@astrojs/starlight/components';\n", Some(Of::Astro)),
            (":::tip[Mind]\n", Some(Of::Mdx)),
            ("::: tip Mind\n", Some(Of::Vitepress)),
            ("!!! note \"Mind\"\n", Some(Of::Mkdocs)),
            ("=== \"Linux\"\n", Some(Of::Mkdocs)),
            ("{{#include a.rs}}\n", Some(Of::Mdbook)),
            ("like {{cssxref(\"color\")}}\n", Some(Of::Mdn)),
            ("{% include a.html %}\n", Some(Of::Jekyll)),
            (":::zone pivot=\"a\"\n", Some(Of::Docfx)),
            ("::: moniker range=\"a\"\n", Some(Of::Docfx)),
            ("[!INCLUDE [a](b.md)]\n", Some(Of::Docfx)),
            ("write `{{< ref >}}` or {{ name }}\n", None),
            ("```\n{{< ref >}}\n```\n", None),
            ("import what you need from the list\n", None),
            ("- [ ] :::\n", None),
        ] {
            assert_eq!(signs(text).first().map(|(of, _)| *of), expected, "{text}");
        }
    }
}
