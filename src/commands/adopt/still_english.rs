//! Texts that pages still have in English: adopted like all others, so that the page comes back, and named.

use std::collections::BTreeMap;

use handback_core::catalog::state::TranslationType;
use handback_core::judge::{Context, English, House, Kind, Language, judge_text};
use handback_core::translate::inline::Known;

use super::decide::Candidate;
use super::read::Page;

/// How many texts of each document count as a person's and are nothing but their English.
pub fn count(locale: &str, pages: &[Page]) -> BTreeMap<String, usize> {
    let (language, house) = (Language::of(locale), House::default());
    let is_english = |candidate: &&Candidate| {
        let context = Context::new(&language, &house);
        candidate.kind == TranslationType::Human
            && candidate.text.trim() == candidate.source.trim()
            && judge_text(&English::new(&candidate.source, Known::default()), &candidate.text, &context)
                .iter()
                .any(|finding| finding.kind == Kind::Untranslated)
    };
    let mut found = BTreeMap::new();
    for page in pages.iter().filter(|page| !page.own && !page.bilingual) {
        let texts = page.candidates.iter().filter(is_english).count();
        let document = page.candidates.first().map(|candidate| candidate.document.to_string());
        found.extend(document.filter(|_| texts > 0).map(|document| (document, texts)));
    }
    found
}
