//! Pages that somebody else put there and that are still in English: there is nothing to adopt in them.

use handback_core::document::Document;
use rustc_hash::FxHashSet;

use crate::project::files;
use crate::snapshot::{LocaleView, PageView};

/// So many words make a sentence. Shorter texts (`OK`, `Microsoft Teams`) are often the same in two languages.
pub(crate) const WORDS_OF_A_SENTENCE: usize = 4;

/// Whether the page that lies in the place of a document is in English: nearly all its sentences are those of the source.
pub fn is_english(locale: LocaleView<'_>, page: PageView<'_>) -> bool {
    let config = page.snapshot.config;
    let Ok(text) = files::read_text(&config.output_path(locale.name(), page.name())) else { return false };
    let lies = Document::parse(&text, page.document().syntax, &config.parse);
    let known: FxHashSet<&str> = page.document().units.iter().map(|unit| &*unit.text).collect();
    let sentences = lies.units.iter().filter(|unit| unit.translatable);
    let sentences = sentences.filter(|unit| unit.text.split_whitespace().count() >= WORDS_OF_A_SENTENCE);
    let (mut all, mut same) = (0, 0);
    for unit in sentences {
        all += 1;
        same += usize::from(known.contains(&*unit.text));
    }
    all >= 2 && same * 4 >= all * 3
}
