//! Tells pages that a person edited from pages that are merely behind.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::reference::{Reference, Structure, StructureUnit, Values};
use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, FileKey, Id, notation};
use handback_core::document::{Document, Unit};
use handback_core::render::values::LocalValues;
use handback_core::text::conflict;
use handback_core::text::fingerprint::fingerprint;
use handback_core::variables::bind::Bindings;
use rustc_hash::{FxHashMap, FxHashSet};

use super::front_matter::FrontMatter;
use super::links::Links;
use crate::project::written::WrittenPages;
use crate::project::{files, git};
use crate::snapshot::{LocaleView, PageView, SourceText};

/// Tells pages that a person edited from pages that are merely behind.
pub struct HandEdits<'a> {
    pub(crate) locale: LocaleView<'a>,
    /// What this checkout wrote.
    written: &'a WrittenPages,
    /// Translations of the last sync that this run changed: their fingerprints, and the messages they were of.
    changed: FxHashMap<&'a str, &'a Id>,
    links: Links<'a>,
    front_matter: FrontMatter,
}

impl<'a> HandEdits<'a> {
    pub fn new(locale: LocaleView<'a>, written: &'a WrittenPages) -> Self {
        let was = |change: &'a Change| match change {
            Change::HumanEdit { was, .. }
            | Change::Recognized { was, .. }
            | Change::Unproven { was, .. }
            | Change::Deleted { was, .. }
            | Change::Carried { was, .. } => Some((was.as_deref()?, change.id())),
            _ => None,
        };
        let changed = locale.own().changes.iter().filter_map(was).collect();
        let links = Links::of(locale.snapshot.config, locale.name());
        let front_matter = FrontMatter::of(locale.snapshot.config, locale.name());
        Self { locale, written, changed, links, front_matter }
    }

    /// The line from which on a page holds what handback did not write there; `None` if the page is merely behind.
    ///
    /// A page that this checkout wrote is known by its fingerprint. Of another, every text has to be an English or a
    /// translation of this document, in the order of its messages, and the skeleton that of its source.
    ///
    /// Where nobody knows how its English was laid out, it is asked what this checkout wrote around the texts. Of a page
    /// that a merge left in conflict each side counts: the marks are nobody's edit.
    pub fn find(&self, page: PageView<'_>, lies: &str, rendered: &str) -> Option<u32> {
        match conflict_sides(lies, rendered) {
            Some(sides) => {
                let is_edited = sides.iter().any(|side| self.find_in(page, side, rendered, true).is_some());
                is_edited.then(|| first_difference(lies, &sides[0]))
            }
            None => self.find_in(page, lies, rendered, false),
        }
    }

    /// `is_side`: the text is one side of a conflict, and may say what lost when the catalog was merged.
    fn find_in(&self, page: PageView<'_>, lies: &str, rendered: &str, is_side: bool) -> Option<u32> {
        let (snapshot, source) = (self.locale.snapshot, page.source());
        if self.written.has(&snapshot.config.output_path(self.locale.name(), page.name()), lies) {
            return None;
        }
        // What readers are said changes with the catalog.
        let (lies, rendered) =
            (self.front_matter.without_notice(source, lies), self.front_matter.without_notice(source, rendered));
        let (lies, rendered) = (&*lies, &*rendered);
        if lies.replace("\r\n", "\n") == rendered.replace("\r\n", "\n") {
            return None;
        }
        let options = &snapshot.config.parse;
        // The catalog has the targets of the English.
        let (plain, expected) = (self.plain(source, lies), self.plain(source, rendered));
        if plain == expected && lies != rendered {
            let is_edited = !self.links.differ_in_pages(self.locale, source, lies, rendered);
            return is_edited.then(|| first_difference(lies, rendered));
        }
        let page_document = Document::parse(&plain, source.source.syntax, options);
        let rendered_document = Document::parse(&expected, source.source.syntax, options);
        let mut known = Known::collect(self, page, &rendered_document);
        if is_side {
            known.add_put_aside(self, page);
        }
        let aligned = page_document.units.len() == rendered_document.units.len();
        let is_free = |at: usize| aligned && self.has_selectors(page, at);
        let units = page_document.units.iter().enumerate();
        if let Some((_, unit)) = units.clone().find(|(at, unit)| !is_free(*at) && !known.has(&unit.text)) {
            return Some(unit.line);
        }
        let around = skeleton(&page_document);
        let otherwise = || {
            let is_edited = !is_side && self.was_changed_around(page, lies, &around);
            is_edited.then(|| first_difference(lies, rendered))
        };
        let Some(last) = snapshot.last().documents.get(self.name_then(page)) else { return otherwise() };
        // An extraction may have run ahead of the pages: then nobody knows how their English was laid out.
        if self.made_from(page) != Some(&last.hash) {
            return otherwise();
        }
        let units = units.filter(|(at, _)| !is_free(*at)).map(|(_, unit)| unit);
        let expected: Vec<&Id> =
            last.units.iter().map(|unit| &unit.id).filter(|id| !self.is_complex(page, id)).collect();
        if let Some(line) = known.first_out_of_order(units, &expected) {
            return Some(line.unwrap_or_else(|| first_difference(lies, rendered)));
        }
        if !self.is_laid_out_so(page, &last.units) || self.has_own_changes(page) {
            return otherwise();
        }
        (skeleton(&rendered_document) != around).then(|| first_difference(lies, rendered))
    }

    /// Tells the texts that handback may have put into a page from those that somebody else did.
    pub fn known_texts(&self, page: PageView<'_>, rendered: &str) -> impl Fn(&str) -> bool {
        let rendered = Document::parse(rendered, page.source().source.syntax, &page.snapshot.config.parse);
        let known = Known::collect(self, page, &rendered);
        move |text: &str| known.has(text)
    }

    /// What stands around the texts of a page. `known` is the page with the targets of the English, and where the texts lie in it.
    pub fn around(&self, page: PageView<'_>, text: &str, known: Option<(&str, &[Range<usize>])>) -> String {
        let source = page.source();
        let parsed = || {
            let plain = self.plain(source, text);
            skeleton(&Document::parse(&plain, source.source.syntax, &page.snapshot.config.parse))
        };
        let front_matter = &self.front_matter;
        let is_plain = |text: &str| {
            let has_notice = matches!(front_matter.without_notice(source, text), Cow::Owned(_));
            let is_left_out = |key: &str| is_hand_off(&format!("{key}:"));
            !has_notice
                && (front_matter.commit_keys().all(is_left_out) || front_matter.without_commit(source, text).is_none())
        };
        match known.filter(|(plain, _)| is_plain(plain)) {
            Some((plain, places)) => {
                let around = skeleton_at(plain, places.iter().cloned());
                debug_assert_eq!(around, parsed(), "{text}");
                around
            }
            None => parsed(),
        }
    }

    /// A page as the catalog has it: with the targets of the English, and without its commit.
    fn plain<'t>(&self, source: &SourceText, text: &'t str) -> Cow<'t, str> {
        let text = match self.front_matter.without_notice(source, text) {
            Cow::Borrowed(text) => self.links.undone(source, text),
            Cow::Owned(text) => Cow::Owned(self.links.undone(source, &text).into_owned()),
        };
        self.front_matter.without_commit(source, &text).map_or(text, Cow::Owned)
    }

    /// The command that takes over what lies in the output folder of the locale.
    pub fn adopt_command(&self) -> String {
        let (config, name) = (self.locale.snapshot.config, self.locale.name());
        match config.trees.as_slice() {
            [tree] if !tree.output.is_suffix() => {
                let folder = tree.output.folder(&config.locale_called(name));
                format!("handback adopt --locale {name} {}", if folder.is_empty() { "." } else { &folder })
            }
            _ => format!("handback adopt --locale {name}"),
        }
    }

    /// This checkout wrote the page, with something else around its texts, and git does not have it as it lies: then no
    /// other checkout wrote it.
    fn was_changed_around(&self, page: PageView<'_>, lies: &str, around: &str) -> bool {
        let config = self.locale.snapshot.config;
        let names = [page.name(), self.name_then(page)];
        let mut known = names.iter().filter_map(|name| {
            let path = config.output_path(self.locale.name(), name);
            self.written.has_around(&path, around)
        });
        known.next().is_some_and(|first| !first && !known.any(|other| other))
            && ![lies, &lies.replace("\r\n", "\n")].iter().any(|text| git::holds(&config.root, text))
    }

    /// Where the page lies that was written last: at the place of its document, or, if that was renamed since, at the former one.
    pub fn place(&self, page: PageView<'_>) -> PathBuf {
        let (config, locale) = (self.locale.snapshot.config, self.locale.name());
        let [now, then] = [page.name(), self.name_then(page)].map(|name| config.output_path(locale, name));
        if files::is_there(&now) { now } else { then }
    }

    /// The name of a document at the last sync.
    pub fn name_then<'p>(&'p self, page: PageView<'p>) -> &'p DocumentName {
        self.locale.snapshot.analysis.extraction.renames.old_name(page.name())
    }

    /// The hash of the source that the page was made from; `None` if there was no page.
    pub fn made_from<'p>(&'p self, page: PageView<'p>) -> Option<&'p str> {
        match self.locale.own().pages.handed_off.get(page.name()) {
            Some(last) => last.as_deref(),
            None => Some(&page.source().hash),
        }
    }

    /// The page was made from this very source, cut into the same units, which the configuration may change.
    fn is_laid_out_so(&self, page: PageView<'_>, units: &[StructureUnit]) -> bool {
        let name = page.name();
        let today = self.locale.snapshot.reference().documents.get(name);
        !self.locale.own().pages.handed_off.contains_key(name) && today.is_some_and(|today| today.units == units)
    }

    /// What the document has of its own is not what the page was written with: the skeleton may be otherwise.
    fn has_own_changes(&self, page: PageView<'_>) -> bool {
        let own = self.locale.own();
        own.changes.iter().any(|change| change.is_of_own(&own.catalog, &page.key()))
    }

    /// Whether a message has a translation with selectors: what that says on a page is not known.
    fn is_complex(&self, page: PageView<'_>, id: &Id) -> bool {
        let files = &self.locale.own().catalog.files;
        let pattern = |key: &FileKey| files.get(key).and_then(|file| file.pattern(id));
        let replaced = self.locale.own().pages.replaced.iter().filter(|(of, _)| of == id);
        matches!(pattern(&page.key()).or_else(|| pattern(&FileKey::Shared)), Some(Pattern::Complex(_)))
            || replaced.map(|(_, pattern)| pattern).any(|pattern| matches!(pattern, Pattern::Complex(_)))
    }

    fn has_selectors(&self, page: PageView<'_>, unit: usize) -> bool {
        page.ids().get(unit).and_then(Option::as_ref).is_some_and(|id| self.is_complex(page, id))
    }
}

/// The two sides of a page that a merge left in conflict; documents about conflicts have marks of their own.
pub fn conflict_sides(lies: &str, rendered: &str) -> Option<[String; 2]> {
    conflict::sides(lies).filter(|_| conflict::sides(rendered).is_none())
}

/// What may be in a page that nobody edited.
struct Known<'a> {
    /// With the messages that each may be of; none for texts that have no message.
    texts: FxHashMap<String, Vec<Id>>,
    /// Texts that nobody translates: they stand anywhere.
    free: FxHashSet<String>,
    changed: &'a FxHashMap<&'a str, &'a Id>,
}

impl<'a> Known<'a> {
    fn collect(edits: &'a HandEdits<'_>, page: PageView<'_>, rendered: &Document<'_>) -> Self {
        let snapshot = edits.locale.snapshot;
        let mut known = Self { texts: FxHashMap::default(), free: FxHashSet::default(), changed: &edits.changed };
        let units = page.document().units.iter().chain(&rendered.units);
        units.for_each(|unit| known.add(unit.text.to_string(), None));
        let today = snapshot.reference();
        let untranslatable = page.document().units.iter().filter(|unit| !unit.translatable);
        known.free.extend(untranslatable.map(|unit| unit.text.to_string()));
        known.add_values(edits, page);
        known.add_replaced(edits, page);
        known.add_additions(edits, page);
        for (reference, name) in [(snapshot.last(), edits.name_then(page)), (today, page.name())] {
            known.add_reference(reference, name);
            let Some(structure) = reference.documents.get(name) else { continue };
            for locale in edits.locale.chain() {
                known.add_catalog(&locale.catalog, structure, page);
            }
        }
        known
    }

    /// Texts that are nothing but values have no message: what they said with the values of the last sync.
    fn add_values(&mut self, edits: &HandEdits<'_>, page: PageView<'_>) {
        let snapshot = page.snapshot;
        let Some(last) = snapshot.last().documents.get(edits.name_then(page)) else { return };
        let bindings = Bindings::recall(&last.values, &snapshot.config.variables);
        let values = LocalValues::new(edits.locale.name(), Some(&bindings));
        let lifted = page.lifted();
        let forms = (0..page.document().units.len()).filter_map(|unit| lifted.form(unit));
        for text in forms.filter_map(|form| notation::fill(form, |e| values.evaluate(e)).ok()) {
            self.free.insert(text.clone());
            self.add(text, None);
        }
    }

    /// What the page has beyond its English, also where that waits for its unit to come back.
    fn add_additions(&mut self, edits: &HandEdits<'_>, page: PageView<'_>) {
        let Some(file) = edits.locale.own().catalog.files.get(&page.key()) else { return };
        for (id, _) in file.state.messages.iter().filter(|(_, state)| state.is_own()) {
            let text = file.pattern(id).map_or("", Pattern::as_str);
            let document = Document::parse(text, page.source().source.syntax, &page.snapshot.config.parse);
            for unit in &document.units {
                self.free.insert(unit.text.to_string());
                self.add(unit.text.to_string(), None);
            }
        }
    }

    /// What translations said before a review changed them.
    fn add_replaced(&mut self, edits: &HandEdits<'_>, page: PageView<'_>) {
        let ids: FxHashSet<_> = page.ids().iter().flatten().collect();
        let replaced = edits.locale.own().pages.replaced.iter().filter(|(id, _)| ids.contains(id));
        for (id, pattern) in replaced {
            filled(page, id, pattern.as_str()).into_iter().for_each(|text| self.add(text, Some(id)));
        }
    }

    fn add_reference(&mut self, reference: &Reference, name: &DocumentName) {
        for id in reference.structure(name).into_iter().flat_map(Structure::ids) {
            reference.texts_in(name, id).for_each(|text| self.add(text.into_owned(), Some(id)));
        }
    }

    /// Translations of a document's messages, wherever they stand today.
    fn add_catalog(&mut self, catalog: &LocaleCatalog, structure: &Structure, page: PageView<'_>) {
        let bindings = Bindings::recall(&structure.values, &page.snapshot.config.variables);
        let values = LocalValues::new(&catalog.locale, Some(&bindings));
        let written = |text: &str, id: &Id| {
            let at = |inline: &Values| notation::fill(text, |expression| values.evaluate_at(inline, expression)).ok();
            structure.places(id).filter_map(|place| at(&place.values)).collect::<BTreeSet<String>>()
        };
        let own = page.key();
        for id in structure.ids() {
            let home = page.snapshot.reference().messages.get(id).map(|message| &message.home);
            for key in [Some(&FileKey::Shared), Some(&own), home].into_iter().flatten() {
                let Some(file) = catalog.files.get(key) else { continue };
                let today = file.pattern(id).map(|pattern| written(pattern.as_str(), id)).unwrap_or_default();
                let previous = file.state.messages.get(id).and_then(|state| state.previous.clone());
                today.into_iter().chain(previous).for_each(|text| self.add(text, Some(id)));
            }
        }
    }

    /// Wordings that wait for a decision, or that others took the place of.
    fn add_put_aside(&mut self, edits: &HandEdits<'_>, page: PageView<'_>) {
        let catalog = &edits.locale.own().catalog;
        for id in page.ids().iter().flatten() {
            let states = [page.key(), FileKey::Shared];
            let states = states.iter().filter_map(|key| catalog.files.get(key)?.state.messages.get(id));
            let texts: Vec<String> = states
                .flat_map(|state| {
                    let alternatives = state.alternatives.iter().map(|other| &other.text);
                    alternatives.chain(state.replaced.iter().map(|old| &old.text))
                })
                .flat_map(|text| filled(page, id, text))
                .collect();
            texts.into_iter().for_each(|text| self.add(text, Some(id)));
        }
    }

    fn add(&mut self, text: String, id: Option<&Id>) {
        let ids = self.texts.entry(text).or_default();
        if let Some(id) = id.filter(|id| !ids.contains(id)) {
            ids.push(id.clone());
        }
    }

    fn has(&self, text: &str) -> bool {
        self.texts.contains_key(text) || self.message_before(text).is_some()
    }

    /// The message that had this translation before this run.
    fn message_before(&self, text: &str) -> Option<&Id> {
        if self.changed.is_empty() {
            return None;
        }
        self.changed.get(fingerprint(text).as_str()).copied()
    }

    /// Where units do not follow each other as their messages do: the line of the first that does not, or no line if
    /// one at the end is not there. `None` if all is in order.
    fn first_out_of_order<'u>(
        &self,
        units: impl Iterator<Item = &'u Unit<'u>>,
        expected: &[&Id],
    ) -> Option<Option<u32>> {
        let all: FxHashSet<&Id> = expected.iter().copied().collect();
        let mut expected = expected.iter();
        // Units whose message had another id at the last sync: so many may be passed over.
        let mut renamed = 0;
        for unit in units {
            let ids = self.texts.get(&*unit.text).map_or(&[][..], Vec::as_slice);
            let may_be = |id: &Id| ids.contains(id) || self.message_before(&unit.text) == Some(id);
            let mut rest = expected.clone();
            let passed = rest.by_ref().take(renamed + 1).position(|id| may_be(id));
            match passed {
                Some(passed) => {
                    expected = rest;
                    renamed -= passed;
                }
                None if ids.is_empty() || self.free.contains(&*unit.text) => {}
                None if !ids.iter().any(|id| all.contains(id)) => renamed += 1,
                None => return Some(Some(unit.line)),
            }
        }
        (expected.count() > renamed).then_some(None)
    }
}

/// What stands between the units, without hand-off metadata, anchors and the form of line ends, which
/// follow the configuration and the day.
fn skeleton(document: &Document<'_>) -> String {
    skeleton_at(document.source, document.units.iter().map(|unit| unit.span.clone()))
}

/// The same of a text whose units are known to lie at `places`, in this order.
fn skeleton_at(text: &str, places: impl Iterator<Item = Range<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for place in places {
        out.push_str(&text[at..place.start]);
        out.push('\u{1}');
        at = place.end;
    }
    out.push_str(&text[at..]);
    let kept = out.lines().filter(|line| !is_hand_off(line)).map(without_anchors).map(without_blank);
    let kept: Vec<Cow<'_, str>> = kept.collect();
    // Where the source has no front matter, hand-off metadata brings its own.
    let added = if kept.first().is_some_and(|line| line == "---") && kept.get(1).is_some_and(|l| l == "---") {
        2 + usize::from(kept.get(2).is_some_and(|line| line.is_empty()))
    } else {
        0
    };
    kept[added..].join("\n")
}

/// A blank at the end of a text goes where that is translated.
fn without_blank(line: Cow<'_, str>) -> Cow<'_, str> {
    if line.ends_with("\u{1} ") { line[..line.len() - 1].to_owned().into() } else { line }
}

fn is_hand_off(line: &str) -> bool {
    let line = line.trim_start();
    if line == "metadata:" {
        return true;
    }
    ["openlocfilehash", "sourcegitcommit", "translationtype", "contentlocale", "lasthandoff", "locfileid"].iter().any(
        |key| {
            line.strip_prefix("ms.").and_then(|rest| rest.strip_prefix(key)).is_some_and(|rest| rest.starts_with(':'))
        },
    )
}

fn without_anchors(line: &str) -> Cow<'_, str> {
    if !line.contains("<a name=\"") {
        return line.into();
    }
    let mut out = line.to_owned();
    while let Some(start) = out.find("<a name=\"") {
        let Some(end) = out[start..].find("</a>") else { break };
        out.replace_range(start..start + end + "</a>".len(), "");
    }
    out.into()
}

/// Line (from 1) at which two texts begin to differ.
pub fn first_difference(one: &str, other: &str) -> u32 {
    let same = one.split('\n').zip(other.split('\n')).take_while(|(a, b)| a == b).count();
    same as u32 + 1
}

/// A translation of a message as it reads at each of its places in a page of today.
fn filled(page: PageView<'_>, id: &Id, text: &str) -> BTreeSet<String> {
    let none = Values::new();
    let lifted = page.values().unwrap_or(&none);
    let at = |place: usize| {
        let inline = page.lifted().inline(place);
        let value = |expression: &str| inline.get(expression).or_else(|| lifted.get(expression)).cloned().ok_or(());
        notation::fill(text, value).ok()
    };
    page.places(id).filter_map(at).collect()
}

#[cfg(test)]
mod tests {
    use handback_core::document::{ParseOptions, Syntax};

    use super::*;

    fn skeleton_of(page: &str) -> String {
        skeleton(&Document::parse(page, Syntax::Markdown, &ParseOptions::default()))
    }

    #[test]
    fn hand_off_and_anchors_are_no_part_of_a_skeleton() {
        let hand_off = "ms.openlocfilehash: 1\nms.translationtype: HT\nms.lasthandoff: 01/31/2026\n";
        let plain = "## One\n\nText.\n\n```\ncode\n```\n";
        let anchored = "## <a name=\"one\"></a>Un\n\nTexte.\n\n```\ncode\n```\n";
        assert_eq!(skeleton_of(&format!("---\n{hand_off}---\n\n{anchored}")), skeleton_of(plain));
        assert_eq!(skeleton_of(&format!("---\n{hand_off}---\n{anchored}")), skeleton_of(plain));
        assert_eq!(skeleton_of(&plain.replace('\n', "\r\n")), skeleton_of(plain));
        let with_head = |author: &str| format!("---\nauthor: {author}\n{hand_off}---\n\n{plain}");
        assert_eq!(skeleton_of(&with_head("kim")), skeleton_of(&format!("---\nauthor: kim\n---\n\n{plain}")));
        assert_ne!(skeleton_of(&with_head("kim")), skeleton_of(&with_head("lee")));
        assert_ne!(skeleton_of(&plain.replace("code", "cod")), skeleton_of(plain));
        assert_ne!(skeleton_of(&format!("---\n\n{plain}")), skeleton_of(plain), "a rule is somebody's");
    }

    #[test]
    fn keys_of_hand_offs_are_known_by_their_whole_name() {
        for line in ["metadata:", "  ms.openlocfilehash: 1", "ms.locfileid: \"2\"", "ms.contentlocale: fr-FR"] {
            assert!(is_hand_off(line), "{line}");
        }
        for line in ["ms.date: 1", "ms.openlocfilehashes: 1", "openlocfilehash: 1", "metadata: x", "ms.locfileid"] {
            assert!(!is_hand_off(line), "{line}");
        }
        assert_eq!(without_anchors("<a name=\"x\"></a>A <a name=\"y\"></a>B"), "A B");
        assert_eq!(without_anchors("<a name=\"x\">A"), "<a name=\"x\">A", "nothing ends it");
    }

    #[test]
    fn the_first_difference_has_its_line() {
        assert_eq!((first_difference("a", "b"), first_difference("a\nb", "a\nc")), (1, 2));
        assert_eq!((first_difference("a\nb", "a"), first_difference("a\nb", "a\nb")), (2, 3));
    }

    /// Texts with the messages that they may be of, texts that may be anywhere, and the line of the first of `units` that
    /// does not follow the order of `messages`.
    fn out_of_order(texts: &[(&str, &str)], free: &[&str], messages: &[&str], units: &str) -> Option<Option<u32>> {
        let before: Id = "b".into();
        let print = fingerprint("Before");
        let changed: FxHashMap<&str, &Id> = [(print.as_str(), &before)].into_iter().collect();
        let free = free.iter().map(|text| (*text).to_owned()).collect();
        let mut known = Known { texts: FxHashMap::default(), free, changed: &changed };
        texts.iter().for_each(|(text, id)| known.add((*text).to_owned(), Some(&Id::from(*id))));
        let page = units.replace(' ', "\n\n");
        let document = Document::parse(&page, Syntax::Markdown, &ParseOptions::default());
        let messages: Vec<Id> = messages.iter().map(|id| Id::from(*id)).collect();
        known.first_out_of_order(document.units.iter(), &messages.iter().collect::<Vec<_>>())
    }

    #[test]
    fn units_follow_each_other_as_their_messages_do() {
        let texts = [("Aa", "a"), ("Bb", "b"), ("Cc", "c"), ("Dd", "d"), ("Ee", "e"), ("Zz", "z"), ("Free", "a")];
        let texts = [&texts[..], &[("Twice", "a"), ("Twice", "c")]].concat();
        for (messages, units, found) in [
            ("abc", "Aa Bb Cc", None),
            ("abc", "Aa Cc Bb", Some(Some(3))),
            ("abc", "Bb Cc", Some(Some(1))),
            ("abc", "Aa Bb", Some(None)),
            ("ab", "Aa Bb Bb", Some(Some(5))),
            // Texts without a message, and those that nobody translates, are anywhere, and stand for nothing.
            ("abc", "Aa Else Bb Free Cc", None),
            ("abc", "Aa Else Cc", Some(Some(5))),
            ("abc", "Aa Free Cc", Some(Some(5))),
            // One text of two messages; what a message said before this run.
            ("abc", "Twice Bb Twice", None),
            ("abc", "Aa Before Cc", None),
            // One of another message stands for one whose id changed, and for no more.
            ("abc", "Aa Zz Cc", None),
            ("abcd", "Aa Zz", Some(None)),
            ("abcde", "Aa Zz Cc Ee", Some(Some(7))),
            ("abcde", "Aa Zz Zz Dd Ee", None),
        ] {
            let messages: Vec<String> = messages.chars().map(String::from).collect();
            let messages: Vec<&str> = messages.iter().map(String::as_str).collect();
            assert_eq!(out_of_order(&texts, &["Free"], &messages, units), found, "{units}");
        }
    }
}
