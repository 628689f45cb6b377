//! What localized pages have in their front matter of their own.

use std::borrow::Cow;

use handback_core::catalog::FileKey;
use handback_core::catalog::state::{HandOff, KeptEntry, Spelled};
use handback_core::document::Syntax;
use handback_core::render::UnitProblem;
use handback_core::render::front_matter::Rules;
use handback_core::render::notice::{self, Said};
use handback_core::text::flavor::Flavor;
use rayon::prelude::*;

use super::edits::conflict_sides;
use crate::project::files;
use crate::settings::config::Config;
use crate::settings::notice::Notice;
use crate::snapshot::{LocaleView, PageView, Snapshot, SourceText};

/// The rules for pages of one locale.
pub struct FrontMatter {
    pub rules: Rules,
    flavor: Flavor,
    /// The key that says to the theme what readers are to know of the page.
    notice: Option<String>,
}

impl FrontMatter {
    pub fn of(config: &Config, locale: &str) -> Self {
        let locale = config.locale_called(locale);
        let notice = match config.notice_in(&locale) {
            Notice::FrontMatter(key) => Some(key.clone()),
            Notice::Off | Notice::Block(_) => None,
        };
        let rules = config.front_matter.of_locale(&locale);
        Self { rules, flavor: config.parse.constructs.flavor, notice }
    }

    /// Whether the front matter of a page with this hand-off is as rendering leaves it.
    pub fn leaves(&self, hand_off: Option<&HandOff>) -> bool {
        self.notice.is_none() && self.rules.leaves(hand_off)
    }

    /// A rendered page that says in its front matter what readers are to know of it.
    pub fn noticed(&self, text: String, said: Option<&Said>) -> String {
        match (&self.notice, said) {
            (Some(key), Some(said)) => Rules::saying(text, self.flavor, key, &said.entries()),
            _ => text,
        }
    }

    /// A page without what it says to its readers, as far as handback wrote that: it changes with the catalog.
    pub fn without_notice<'t>(&self, source: &SourceText, page: &'t str) -> Cow<'t, str> {
        self.without_key(source, notice::without(page))
    }

    /// The same also where somebody changed what handback wrote: it is no text of the page.
    pub fn without_any_notice<'t>(&self, source: &SourceText, page: &'t str) -> Cow<'t, str> {
        self.without_key(source, notice::without_any(page))
    }

    fn without_key<'t>(&self, source: &SourceText, page: Cow<'t, str>) -> Cow<'t, str> {
        match &self.notice {
            Some(key) if source.source.syntax.is_markdown() && page.contains(key.as_str()) => {
                Cow::Owned(Rules::silent(page.into_owned(), self.flavor, key))
            }
            _ => page,
        }
    }

    /// A rendered page with the front matter of its locale.
    pub fn localized(&self, source: &SourceText, text: String, hand_off: Option<&HandOff>) -> String {
        match source.source.syntax {
            Syntax::Markdown | Syntax::Mdx => self.rules.localized(text, self.flavor, hand_off),
            Syntax::Yaml => text,
        }
    }

    /// What a page that was made from this English has of its own; `None` if its front matter cannot be read.
    pub fn kept(&self, source: &SourceText, page: &str, english: &str) -> Option<Vec<KeptEntry>> {
        match source.source.syntax {
            Syntax::Markdown | Syntax::Mdx => self.rules.kept(page, english, self.flavor),
            Syntax::Yaml => Some(Vec::new()),
        }
    }

    /// Keys that a page has of its own, and that become those of the English.
    pub fn unknown(&self, config: &Config, source: &SourceText, page: &str, english: &str) -> Vec<String> {
        match source.source.syntax {
            Syntax::Markdown | Syntax::Mdx => {
                self.rules.unknown(page, english, self.flavor, &config.parse.front_matter_keys)
            }
            Syntax::Yaml => Vec::new(),
        }
    }

    /// What is to be said of values that could not be put into a page.
    pub fn problems(&self, source: &SourceText, page: &str) -> Vec<UnitProblem> {
        if self.rules.set.is_empty() || !source.source.syntax.is_markdown() {
            return Vec::new();
        }
        let problem = |key: String| {
            let message = format!(
                "`front_matter` cannot set `{key}`: something else stands there, or the front matter cannot be read"
            );
            UnitProblem { line: 1, id: key.into(), message }
        };
        self.rules.unsaid(page, self.flavor).into_iter().map(problem).collect()
    }

    /// What a page spells in its own way: texts, as an adoption found it, and entries that say what the English says.
    pub fn spelled(&self, source: &SourceText, page: &str, english: &str, texts: &[Spelled]) -> Vec<Spelled> {
        let is_site = self.flavor != Flavor::Docfx && source.source.syntax.is_markdown();
        let mut all = texts.to_vec();
        all.extend(is_site.then(|| Rules::spelled(page, english, self.flavor)).into_iter().flatten());
        all
    }

    /// The keys of a page in its order, if that is another than that of its English.
    pub fn order(&self, source: &SourceText, page: &str, english: &str) -> Vec<String> {
        let is_site = self.flavor != Flavor::Docfx && source.source.syntax.is_markdown();
        if is_site { Rules::order(page, english, self.flavor) } else { Vec::new() }
    }

    /// The keys of front matter that name the commit of the English.
    pub fn commit_keys(&self) -> impl Iterator<Item = &str> {
        self.rules.commit.iter().filter_map(|way| way.first()).map(String::as_str)
    }

    /// A page without the commit that it names; `None` if it names none.
    pub fn without_commit(&self, source: &SourceText, page: &str) -> Option<String> {
        let is_markdown = source.source.syntax.is_markdown();
        is_markdown.then(|| self.rules.without_commit(page, self.flavor)).flatten()
    }
}

/// Takes over the entries that pages keep, as somebody changed them there. What is gone from a page is forgotten only where
/// edits of pages are asked for: a page may be older than the catalog.
pub fn take(snapshot: &mut Snapshot<'_>, chosen: impl Fn(&str) -> bool, takes_edits: bool) {
    if !snapshot.config.front_matter.keeps() {
        return;
    }
    for index in 0..snapshot.analysis.locales.len() {
        let locale = snapshot.locale(index);
        if !chosen(locale.name()) {
            continue;
        }
        let front_matter = FrontMatter::of(snapshot.config, locale.name());
        let pages: Vec<PageView<'_>> = snapshot.pages().collect();
        let found = pages.par_iter().filter_map(|page| changed(locale, &front_matter, *page, takes_edits));
        let found: Vec<(FileKey, Vec<KeptEntry>)> = found.collect();
        let files = &mut snapshot.analysis.locales[index].catalog.files;
        for (key, entries) in found {
            if let Some(hand_off) = files.get_mut(&key).and_then(|file| file.state.document.as_mut()) {
                hand_off.front_matter = entries;
            }
        }
    }
}

/// The entries of a page, if somebody changed them.
fn changed(
    locale: LocaleView<'_>,
    front_matter: &FrontMatter,
    page: PageView<'_>,
    takes_edits: bool,
) -> Option<(FileKey, Vec<KeptEntry>)> {
    let snapshot = locale.snapshot;
    let hand_off = locale.own().catalog.files.get(&page.key())?.state.document.as_ref()?;
    let path = snapshot.config.output_path(locale.name(), page.name());
    // What cannot be read is left to the writing of the page, which says so.
    let lies = files::read_text(&path).ok()?;
    let source = page.source();
    if snapshot.written().has(&path, &lies) || conflict_sides(&lies, &source.text).is_some() {
        return None;
    }
    // What cannot be read has not lost anything.
    let there = front_matter.kept(source, &lies, &source.text)?;
    let english = front_matter.kept(source, &source.text, &source.text)?;
    let is_of_today = !locale.own().pages.handed_off.contains_key(page.name());
    let is_kept = |entry: &KeptEntry| front_matter.rules.keep.contains(&entry.key);
    let mut entries = hand_off.front_matter.clone();
    for entry in there.iter().filter(|entry| is_kept(entry) && !entry.text.is_empty()) {
        match entries.iter_mut().find(|known| known.key == entry.key) {
            Some(known) if known.text == entry.text => {}
            Some(known) => known.clone_from(entry),
            // A page of an earlier English may have its entries.
            None if is_of_today && !english.iter().any(|ours| ours.key == entry.key && ours.text == entry.text) => {
                entries.push(entry.clone());
            }
            None => {}
        }
    }
    if takes_edits {
        let is_there = |key: &String| there.iter().any(|entry| entry.key == *key && !entry.text.is_empty());
        let is_gone = |entry: &KeptEntry| is_kept(entry) && !is_there(&entry.key);
        let of_english = |entry: &KeptEntry| english.iter().any(|ours| ours.key == entry.key);
        entries.retain(|entry| !is_gone(entry) || of_english(entry));
        entries.iter_mut().filter(|entry| is_gone(entry)).for_each(|entry| entry.text.clear());
    }
    (entries != hand_off.front_matter).then(|| (page.key(), entries))
}
