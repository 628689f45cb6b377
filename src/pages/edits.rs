//! Tells pages that a person edited from pages that are merely behind.

use std::borrow::Cow;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::reference::{Reference, Structure, StructureUnit};
use handback_core::catalog::update::Change;
use handback_core::catalog::{DocumentName, FileKey, notation};
use handback_core::document::Document;
use handback_core::render::values::LocalValues;
use handback_core::text::fingerprint::fingerprint;
use handback_core::variables::bind::Bindings;
use handback_core::variables::declaration::Variable;
use rustc_hash::FxHashSet;

use crate::snapshot::{LocaleView, PageView};

/// Tells pages that a person edited from pages that are merely behind.
pub struct HandEdits<'a> {
    pub(crate) locale: LocaleView<'a>,
    /// Fingerprints of translations of the last sync that this run changed.
    changed: FxHashSet<&'a str>,
}

impl<'a> HandEdits<'a> {
    pub fn new(locale: LocaleView<'a>) -> Self {
        let was = |change: &'a Change| match change {
            Change::HumanEdit { was, .. } | Change::Deleted { was, .. } | Change::Carried { was, .. } => was.as_deref(),
            _ => None,
        };
        let changed = locale.own().changes.iter().filter_map(was).collect();
        Self { locale, changed }
    }

    /// The line at which a page holds what no version of the catalog that is known here would have put
    /// there: a text that is neither an English nor a translation of this document, or another skeleton
    /// although the source did not change.
    pub fn find(&self, page: PageView<'_>, lies: &str, rendered: &str) -> Option<u32> {
        let (snapshot, source) = (self.locale.snapshot, page.source());
        let options = &snapshot.config.parse;
        let page_document = Document::parse(lies, source.source.syntax, options);
        let rendered_document = Document::parse(rendered, source.source.syntax, options);
        let last = snapshot.last().documents.get(&source.name)?;
        let same_source = last.hash == source.hash;
        if same_source && !self.was_rendered_so(page, &last.units) {
            return None;
        }
        let known = Known::collect(self, page, &rendered_document);
        let aligned = page_document.units.len() == rendered_document.units.len();
        let foreign = page_document
            .units
            .iter()
            .enumerate()
            .filter(|(at, _)| !aligned || !self.has_selectors(page, *at))
            .find(|(_, unit)| !known.has(&unit.text));
        if let Some((_, unit)) = foreign {
            return Some(unit.line);
        }
        if !same_source {
            return None;
        }
        let (mine, theirs) = (skeleton(&rendered_document), skeleton(&page_document));
        (mine != theirs).then(|| first_difference(lies, rendered))
    }

    /// Handback has never written a page of this document in this locale: what lies there is another's.
    pub fn is_first(&self, page: PageView<'_>) -> bool {
        let name = page.name();
        let first = self.locale.own().handed_off.get(name) == Some(&true);
        first || !self.locale.snapshot.last().documents.contains_key(name)
    }

    /// The page was made from this very source, cut into the same units: neither did an extraction run
    /// ahead of the pages, nor did the configuration change what a unit is.
    fn was_rendered_so(&self, page: PageView<'_>, units: &[StructureUnit]) -> bool {
        let name = page.name();
        let today = self.locale.snapshot.reference().documents.get(name);
        let handed_off = self.locale.own().handed_off.contains_key(name);
        !handed_off && today.is_some_and(|today| today.units == units)
    }

    /// What a translation with selectors or references said before is not known.
    fn has_selectors(&self, page: PageView<'_>, unit: usize) -> bool {
        let Some(Some(id)) = page.ids().get(unit) else { return false };
        let own = page.key();
        let files = &self.locale.own().catalog.files;
        let pattern = |key: &FileKey| files.get(key).and_then(|file| file.pattern(id));
        let replaced = self.locale.own().replaced.iter();
        matches!(pattern(&own).or_else(|| pattern(&FileKey::Shared)), Some(Pattern::Complex(_)))
            || replaced.filter(|(of, _)| of == id).any(|(_, pattern)| matches!(pattern, Pattern::Complex(_)))
    }
}

/// What may stand in a page that nobody edited.
struct Known<'a> {
    texts: FxHashSet<String>,
    changed: &'a FxHashSet<&'a str>,
}

impl<'a> Known<'a> {
    fn collect(edits: &'a HandEdits<'_>, page: PageView<'_>, rendered: &Document<'_>) -> Self {
        let snapshot = edits.locale.snapshot;
        let mut known = Self { texts: FxHashSet::default(), changed: &edits.changed };
        let units = page.document().units.iter().chain(&rendered.units);
        known.texts.extend(units.map(|unit| unit.text.to_string()));
        let (name, today) = (page.name(), snapshot.reference());
        known.add_values(edits, page);
        known.add_replaced(edits, page);
        for reference in [snapshot.last(), today] {
            known.add_reference(reference, name);
            for locale in edits.locale.chain() {
                known.add_catalog(&locale.catalog, reference, today, name, &snapshot.config.variables);
            }
        }
        known
    }

    /// Texts that are nothing but values have no message: what they said with the values of the last sync.
    fn add_values(&mut self, edits: &HandEdits<'_>, page: PageView<'_>) {
        let snapshot = page.snapshot;
        let Some(last) = snapshot.last().documents.get(page.name()) else { return };
        let bindings = Bindings::recall(&last.values, &snapshot.config.variables);
        let values = LocalValues::new(edits.locale.name(), Some(&bindings));
        let lifted = page.lifted();
        let forms = (0..page.document().units.len()).filter_map(|unit| lifted.form(unit));
        self.texts.extend(forms.filter_map(|form| notation::fill(form, |e| values.evaluate(e)).ok()));
    }

    /// What translations said before a review changed them.
    fn add_replaced(&mut self, edits: &HandEdits<'_>, page: PageView<'_>) {
        let ids: FxHashSet<_> = page.ids().iter().flatten().collect();
        let lifted = page.values();
        let replaced = edits.locale.own().replaced.iter().filter(|(id, _)| ids.contains(id));
        let filled = |pattern: &Pattern| {
            let value = |expression: &str| lifted.and_then(|values| values.get(expression)).cloned().ok_or(());
            notation::fill(pattern.as_str(), value).ok()
        };
        self.texts.extend(replaced.filter_map(|(_, pattern)| filled(pattern)));
    }

    fn add_reference(&mut self, reference: &Reference, name: &DocumentName) {
        let ids = reference.documents.get(name).into_iter().flat_map(Structure::ids);
        self.texts.extend(ids.filter_map(|id| reference.text_in(name, id)).map(Cow::into_owned));
    }

    /// Translations of a document's messages, wherever they stand today.
    fn add_catalog(
        &mut self,
        catalog: &LocaleCatalog,
        reference: &Reference,
        today: &Reference,
        name: &DocumentName,
        variables: &[Variable],
    ) {
        let Some(structure) = reference.documents.get(name) else { return };
        let bindings = Bindings::recall(&structure.values, variables);
        let values = LocalValues::new(&catalog.locale, Some(&bindings));
        let written = |text: &str| notation::fill(text, |expression| values.evaluate(expression)).ok();
        let own = FileKey::Document(name.clone());
        for id in structure.ids() {
            let home = today.messages.get(id).map(|message| &message.home);
            for key in [Some(&FileKey::Shared), Some(&own), home].into_iter().flatten() {
                let Some(file) = catalog.files.get(key) else { continue };
                self.texts.extend(file.pattern(id).and_then(|pattern| written(pattern.as_str())));
                self.texts.extend(file.state.messages.get(id).and_then(|state| state.previous.clone()));
            }
        }
    }

    fn has(&self, text: &str) -> bool {
        self.texts.contains(text) || (!self.changed.is_empty() && self.changed.contains(fingerprint(text).as_str()))
    }
}

/// What stands between the units, without hand-off metadata, anchors and the form of line ends, which
/// follow the configuration and the day.
fn skeleton(document: &Document<'_>) -> String {
    let mut out = String::new();
    let mut at = 0;
    for unit in &document.units {
        out.push_str(&document.source[at..unit.span.start]);
        out.push('\u{1}');
        at = unit.span.end;
    }
    out.push_str(&document.source[at..]);
    let kept: Vec<String> = out.lines().filter(|line| !is_hand_off(line)).map(without_anchors).collect();
    // Where the source has no front matter, hand-off metadata brings its own.
    let added = if kept.first().is_some_and(|line| line == "---") && kept.get(1).is_some_and(|l| l == "---") {
        2 + usize::from(kept.get(2).is_some_and(String::is_empty))
    } else {
        0
    };
    kept[added..].join("\n")
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

fn without_anchors(line: &str) -> String {
    let mut out = line.to_owned();
    while let Some(start) = out.find("<a name=\"") {
        let Some(end) = out[start..].find("</a>") else { break };
        out.replace_range(start..start + end + "</a>".len(), "");
    }
    out
}

/// Line (from 1) at which two texts begin to differ.
pub fn first_difference(one: &str, other: &str) -> u32 {
    let same = one.split('\n').zip(other.split('\n')).take_while(|(a, b)| a == b).count();
    same as u32 + 1
}
