//! A localized page as another pipeline published it.

use handback_core::catalog::state::TranslationType;
use handback_core::document::{Document, Syntax};
use handback_core::text::date::Date;
use handback_core::text::markup::visible_text;

/// What a page says of itself (`ms.*` keys); all of it may be absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageMetadata {
    /// `ms.openlocfilehash`: the English that it was made from.
    pub hash: Option<String>,
    pub commit: Option<String>,
    pub kind: Option<TranslationType>,
    pub locale: Option<String>,
    /// `ms.lasthandoff`.
    pub date: Option<Date>,
    pub fileid: Option<String>,
    /// The commit that a configured key of the front matter names.
    pub named_commit: Option<String>,
}

/// Reads the hand-off keys of a page, from its front matter or its `metadata:` map.
pub fn metadata(document: &Document<'_>) -> PageMetadata {
    let mut metadata = PageMetadata::default();
    let region = match (document.syntax, &document.front_matter) {
        (Syntax::Markdown | Syntax::Mdx, Some(block)) => &document.source[block.content.clone()],
        (Syntax::Markdown | Syntax::Mdx, None) => return metadata,
        (Syntax::Yaml, _) => document.source,
    };
    for line in region.lines() {
        let Some((key, value)) = line.trim().split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        if value.is_empty() {
            continue;
        }
        match key {
            "ms.openlocfilehash" => metadata.hash = Some(value.to_ascii_lowercase()),
            "ms.sourcegitcommit" => metadata.commit = Some(value),
            "ms.contentlocale" => metadata.locale = Some(value),
            "ms.locfileid" => metadata.fileid = Some(value),
            "ms.lasthandoff" => metadata.date = american(&value),
            "ms.translationtype" if value == "HT" => metadata.kind = Some(TranslationType::Human),
            "ms.translationtype" => metadata.kind = Some(TranslationType::Machine),
            _ => {}
        }
    }
    metadata
}

/// Reads a day as Americans write it: `04/15/2022`.
fn american(text: &str) -> Option<Date> {
    let parts: Vec<i16> = text.split('/').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [month, day, year] = parts[..] else { return None };
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).filter(|_| year > 0)
}

/// The two texts of a side-by-side page.
#[derive(Debug, PartialEq, Eq)]
pub struct Bilingual {
    pub localized: String,
    pub english: String,
}

const TARGET: &str = "<span data-ttu-id=\"";
const LOOKUP: &str = "<span class=\"sxs-lookup\"><span data-stu-id=\"";
const CLOSE: &str = "</span>";

/// Takes a side-by-side page apart: `<span data-ttu-id="x-1">Texte</span><span class="sxs-lookup"><span
/// data-stu-id="x-1">Text</span></span>`. `None` if it is an ordinary page.
pub fn bilingual(source: &str) -> Option<Bilingual> {
    if !source.contains(TARGET) || !source.contains(LOOKUP) {
        return None;
    }
    let mut pages = Bilingual { localized: String::new(), english: String::new() };
    let mut rest = source;
    while let Some(at) = rest.find(TARGET) {
        pages.localized.push_str(&rest[..at]);
        pages.english.push_str(&rest[..at]);
        let (target, after) = span_content(&rest[at + TARGET.len()..])?;
        pages.localized.push_str(target);
        rest = after;
        if let Some(lookup) = rest.strip_prefix(LOOKUP) {
            let (english, after) = span_content(lookup)?;
            pages.english.push_str(english);
            rest = after.strip_prefix(CLOSE)?;
        }
    }
    pages.localized.push_str(rest);
    pages.english.push_str(rest);
    Some(pages)
}

/// Content of a span that is open before its id attribute's value, and what follows it.
fn span_content(rest: &str) -> Option<(&str, &str)> {
    let start = rest.find('>')? + 1;
    let (mut depth, mut at) = (1usize, start);
    loop {
        let tag = at + rest[at..].find('<')?;
        at = tag + 1;
        if rest[tag..].starts_with(CLOSE) {
            depth -= 1;
            if depth == 0 {
                return Some((&rest[start..tag], &rest[tag + CLOSE.len()..]));
            }
        } else if rest[tag..].starts_with("<span") {
            depth += 1;
        }
    }
}

/// The language that the units of a page are written in, where that is beyond doubt: an ISO 639-3 code.
/// Words of the English do not count: names fill whole pages.
pub fn language(page: &Document<'_>, english: &Document<'_>) -> Option<&'static str> {
    // Names need no translator, and are in both.
    let words = |document: &Document<'_>, all: bool| -> Vec<String> {
        let units = document.units.iter().filter(|unit| all || unit.translatable);
        let texts = units.map(|unit| visible_text(&unit.text));
        texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    let known: rustc_hash::FxHashSet<String> = words(english, true).into_iter().collect();
    let text = words(page, false).into_iter().filter(|word| !known.contains(word)).collect::<Vec<_>>().join(" ");
    if text.len() < 160 {
        return None;
    }
    whatlang::detect(&text).filter(|info| info.is_reliable() && info.confidence() > 0.9).map(|info| info.lang().code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn side_by_side_pages_come_apart() {
        let page = "# <span data-ttu-id=\"ff24b-1\">Un <span>b</span></span><span class=\"sxs-lookup\"><span data-stu-id=\"ff24b-1\">One</span></span>\n\nx\n";
        let pages = bilingual(page).unwrap();
        assert_eq!(pages.localized, "# Un <span>b</span>\n\nx\n");
        assert_eq!(pages.english, "# One\n\nx\n");
        assert_eq!(bilingual("# One\n"), None);
    }

    #[test]
    fn dates() {
        assert_eq!(american("04/15/2022"), Some(Date::constant(2022, 4, 15)));
        for text in ["15/04/2022", "02/30/2022", "4/2022", "04/15/0", "300/1/2022"] {
            assert_eq!(american(text), None, "{text}");
        }
    }
}
