//! Pages that cannot be what they are taken for are refused as a whole.

use std::path::Path;

use handback_core::align::{self, Alignment};
use handback_core::catalog::DocumentName;
use handback_core::document::{Document, UnitKind};
use handback_core::judge::{self, Language};
use unic_langid::LanguageIdentifier;

use super::page::{self, PageMetadata};
use crate::pages::english::WORDS_OF_A_SENTENCE;
use crate::problem::FileError;

/// Refuses a page that says it is in another locale.
pub fn check_locale(shown: &Path, locale: &str, metadata: &PageMetadata) -> Result<(), FileError> {
    match &metadata.locale {
        Some(said) if !said.eq_ignore_ascii_case(locale) => Err(FileError::new(
            shown,
            format!("the page says `ms.contentlocale: {said}`, expected {locale}: nothing was adopted from it"),
        )),
        _ => Ok(()),
    }
}

/// Refuses a page that is beyond doubt in another language.
pub fn check_language(
    shown: &Path,
    locale: &str,
    page: &Document<'_>,
    english: &Document<'_>,
) -> Result<(), FileError> {
    let texts: Vec<&str> = page.units.iter().filter(|unit| unit.translatable).map(|unit| &*unit.text).collect();
    if judge::is_proven_by_script(&texts.join(" "), &Language::of(locale)) {
        return Ok(());
    }
    let Some(found) = page::language(page, english) else { return Ok(()) };
    let expected = locale.parse::<LanguageIdentifier>().ok();
    let expected = expected.as_ref().map_or("", |id| id.language.as_str());
    let Some((_, two_letters)) = LANGUAGES.iter().find(|(code, _)| *code == found) else { return Ok(()) };
    // Pages hold a good deal of English; and for languages that the detector does not know it guesses.
    let known = LANGUAGES.iter().any(|(_, code)| *code == expected);
    if !known || *two_letters == expected || *two_letters == "en" {
        return Ok(());
    }
    Err(FileError::new(
        shown,
        format!("the page reads as `{two_letters}`, expected `{expected}`: nothing was adopted from it"),
    ))
}

/// Languages that differ enough to be distinguished in a page of text.
const LANGUAGES: &[(&str, &str)] = &[
    ("eng", "en"),
    ("fra", "fr"),
    ("deu", "de"),
    ("spa", "es"),
    ("ita", "it"),
    ("por", "pt"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("cmn", "zh"),
    ("rus", "ru"),
    ("pol", "pl"),
    ("nld", "nl"),
    ("tur", "tr"),
    ("ces", "cs"),
    ("hun", "hu"),
    ("swe", "sv"),
    ("ara", "ar"),
    ("heb", "he"),
    ("tha", "th"),
    ("ell", "el"),
    ("vie", "vi"),
    ("fin", "fi"),
];

/// Refuses a page that is the English itself: not one of its sentences is translated.
pub fn check_translated(
    shown: &Path,
    english: &Document<'_>,
    page: &Document<'_>,
    alignment: &Alignment,
) -> Result<(), FileError> {
    let sentences = alignment.pairs.iter().filter(|pair| {
        let unit = &english.units[pair.english];
        unit.translatable && unit.text.split_whitespace().count() >= WORDS_OF_A_SENTENCE
    });
    let (mut all, mut same) = (0, 0);
    for pair in sentences {
        all += 1;
        same += usize::from(english.units[pair.english].text == page.units[pair.page].text);
    }
    if all < 2 || same < all {
        return Ok(());
    }
    Err(FileError::new(shown, "no sentence of the page is translated: nothing was adopted from it"))
}

/// Refuses a page that belongs to another document: it has the hash of that one's English, or, where its
/// own English is not known, another first heading.
pub fn check_document<'d>(
    shown: &Path,
    own: &DocumentName,
    metadata: &PageMetadata,
    of_hash: &dyn Fn(&str) -> Option<&'d DocumentName>,
    unproven: bool,
    english: &Document<'_>,
    page: &Document<'_>,
) -> Result<(), FileError> {
    if !unproven {
        return Ok(());
    }
    if let Some(other) = metadata.hash.as_deref().and_then(of_hash).filter(|other| *other != own) {
        return Err(FileError::new(
            shown,
            format!("the page was made from the English of `{other}`: nothing was adopted from it"),
        ));
    }
    let first = |document: &Document<'_>| document.units.iter().position(|unit| unit.kind == UnitKind::Heading);
    let (Some(ours), Some(theirs)) = (first(english), first(page)) else { return Ok(()) };
    let expected = english.headings.first().map_or("", |heading| heading.slug.as_str());
    match align::anchor_before(page, &page.units[theirs]) {
        Some(anchor) if anchor != expected && english.units[ours].kind == UnitKind::Heading => Err(FileError::new(
            shown,
            format!(
                "the first heading's anchor is `{anchor}`, expected `{expected}`: it looks like the page of another document, and nothing was adopted from it"
            ),
        )),
        _ => Ok(()),
    }
}

/// Takes the last pair away from a page that ends before its English does; true if it was cut off.
pub fn drop_cut_off(english: &Document<'_>, page: &Document<'_>, alignment: &mut Alignment) -> bool {
    let (Some(ours), Some(theirs)) = (english.units.len().checked_sub(1), page.units.len().checked_sub(1)) else {
        return false;
    };
    let Some(last) = alignment.pairs.iter().position(|pair| pair.page == theirs) else { return false };
    let tail = |document: &Document<'_>, index: usize| {
        document.source[document.units[index].span.end..].split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let paired = alignment.pairs[last].english;
    let ends = |text: &str| text.trim_end().ends_with(|c: char| !c.is_alphanumeric());
    // Whole if both end as a sentence does; a heading or name may be cut anywhere.
    let whole = ends(&english.units[paired].text) && ends(&page.units[theirs].text);
    // Many editors write no last line end: a text of as many sentences was not cut for that.
    let is_as_long = whole && sentences(&english.units[paired].text) == sentences(&page.units[theirs].text);
    let sentence_lost = ends(&english.units[ours].text) && !ends(&page.units[theirs].text);
    // Final line ends are kept by translation: a page that ends in one was not cut within a line.
    let newline_lost = english.source.ends_with('\n') && !page.source.ends_with('\n');
    if page.source.ends_with('\n') {
        return false;
    }
    let cut = match (tail(english, ours), tail(page, theirs)) {
        (_, found) if paired < ours => found.is_empty() && !whole,
        (expected, found) if expected.is_empty() => found.is_empty() && (newline_lost && !is_as_long || sentence_lost),
        (_, found) => found.is_empty() && !whole,
    };
    if cut {
        alignment.remove(last);
    }
    cut
}

/// How many sentences a text has, by the marks at their ends.
fn sentences(text: &str) -> usize {
    let mut rest = text.trim_end();
    let mut count = 0;
    while let Some(at) = rest.rfind(['.', '!', '?', '\u{3002}', '\u{ff01}', '\u{ff1f}']) {
        let behind = rest[at..].chars().nth(1);
        let is_wide = !rest.as_bytes()[at].is_ascii();
        count += usize::from(is_wide || behind.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '.')));
        rest = &rest[..at];
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use handback_core::document::{ParseOptions, Syntax};
    use rustc_hash::FxHashMap;

    fn parsed(text: &str) -> Document<'_> {
        Document::parse(text, Syntax::Markdown, &ParseOptions::default())
    }

    fn refusal(result: Result<(), FileError>) -> String {
        result.unwrap_err().to_string()
    }

    #[test]
    fn a_page_of_another_locale_is_refused() {
        let says = |locale: Option<&str>| PageMetadata { locale: locale.map(str::to_owned), ..PageMetadata::default() };
        let check = |said| check_locale(Path::new("a.md"), "fr-FR", &says(said));
        assert_eq!((check(None), check(Some("fr-fr"))), (Ok(()), Ok(())));
        assert_eq!(
            refusal(check(Some("de-DE"))),
            "a.md: the page says `ms.contentlocale: de-DE`, expected fr-FR: nothing was adopted from it"
        );
    }

    #[test]
    fn a_page_whose_letters_prove_its_language_is_not_refused() {
        let names = "kube-apiserver etcd kubelet szolgáltatás felhasználó beállítás konfiguráció hálózat ".repeat(4);
        let check = |locale: &str, words: &str| {
            let (english, page) = (parsed("# One\n\nText\n"), format!("# One\n\n{words} {names}\n"));
            check_language(Path::new("a.md"), locale, &parsed(&page), &english)
        };
        assert_eq!(
            refusal(check("ja-JP", "")),
            "a.md: the page reads as `hu`, expected `ja`: nothing was adopted from it"
        );
        assert_eq!(check("ja-JP", "コンテナを実行する"), Ok(()));
        assert_eq!(check("zh-CN", "运行容器的节点"), Ok(()));
        assert_eq!(check("ko-KR", "컨테이너를 실행"), Ok(()));
        assert!(check("zh-CN", "ja").is_err());
        assert!(check("fr-FR", "コンテナを実行する").is_err());
    }

    #[test]
    fn a_page_without_a_translated_sentence_is_refused() {
        let english = "# One\n\nThe first sentence is long.\n\nThe second sentence is long.\n";
        let check = |page: &str| {
            let (english, page) = (parsed(english), parsed(page));
            check_translated(Path::new("a.md"), &english, &page, &align::align(&english, &page, None))
        };
        assert!(refusal(check(english)).contains("no sentence of the page is translated"));
        assert_eq!(check(&english.replace("The second sentence is long.", "La seconde phrase est longue.")), Ok(()));
    }

    #[test]
    fn a_page_of_another_document_is_refused_by_its_hash_or_its_first_anchor() {
        let sources = FxHashMap::from_iter([("5e21".to_owned(), DocumentName::from("other.md"))]);
        let (english, page) = (parsed("# One\n\nText\n"), parsed("# <a name=\"two\"></a>Deux\n\nTexte\n"));
        let check = |hash: Option<&str>, unproven: bool, page: &Document<'_>| {
            let metadata = PageMetadata { hash: hash.map(str::to_owned), ..PageMetadata::default() };
            let of_hash = |hash: &str| sources.get(hash);
            check_document(Path::new("a.md"), &"a.md".into(), &metadata, &of_hash, unproven, &english, page)
        };
        assert!(refusal(check(Some("5e21"), true, &page)).contains("made from the English of `other.md`"));
        assert!(refusal(check(None, true, &page)).contains("anchor is `two`, expected `one`"));
        assert_eq!(check(None, false, &page), Ok(()), "its English is known");
        assert_eq!(check(None, true, &parsed("# <a name=\"one\"></a>Un\n\nTexte\n")), Ok(()));
    }

    #[test]
    fn the_last_unit_of_a_page_that_is_cut_off_is_left_out() {
        let english = parsed("# One\n\nA sentence ends here.\n");
        for (text, cut) in [
            ("# <a name=\"one\"></a>Un\n\nUne phrase se termine ici.\n", false),
            ("# <a name=\"one\"></a>Un\n\nUne phrase se term", true),
            ("# <a name=\"one\"></a>Un\n\nUne phrase se termine ici.", false),
            ("# <a name=\"one\"></a>一\n\n一文がここで終わる。", false),
            ("# <a name=\"one\"></a>Un\n\nVoir a.b. Une phrase se termine.", true),
        ] {
            let page = parsed(text);
            let mut alignment = align::align(&english, &page, None);
            assert_eq!(drop_cut_off(&english, &page, &mut alignment), cut, "{text}");
            assert_eq!((alignment.pairs.len(), alignment.lost.len()), if cut { (1, 1) } else { (2, 0) }, "{text}");
        }
    }
}
