//! Faults that only the pages of a locale have, as findings under the locale.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use handback_core::document::{Document, heading_slug, links as core};
use rustc_hash::{FxHashMap, FxHashSet};

use super::aim::{Kind, kind};
use super::folders::Presence;
use super::gather::{Gathered, Use};
use super::source::{Fault, parts};
use super::{Links, words};
use crate::checks::finding::{Finding, Place};
use crate::checks::places;
use crate::pages::render;
use crate::snapshot::{LocaleView, PageView, UnitView};

/// What the translations of a locale break.
pub fn faults(links: &Links<'_>, locale: LocaleView<'_>, gathered: Gathered) -> Vec<Finding> {
    let mut wrong = gathered.wrong;
    wrong.extend(lost_anchors(links, locale, gathered.anchors));
    wrong.sort();
    wrong.dedup_by(|a, b| a.0.page == b.0.page && a.0.target == b.0.target && a.1 == b.1);
    let findings = wrong.iter().map(|(used, fault)| {
        let finding = words::fault(links, &used.target, fault, Some(locale.name()));
        let finding = at(links, finding, locale, used);
        match fault {
            Fault::Anchor { page, fragment } if used.in_source => at_lost_anchor(finding, locale, *page, fragment),
            _ => finding,
        }
    });
    findings.collect()
}

/// Those anchors that the localized pages do not give: the pages are rendered again.
fn lost_anchors(links: &Links<'_>, locale: LocaleView<'_>, asked: Vec<(Use, usize, String)>) -> Vec<(Use, Fault)> {
    let needed: BTreeSet<usize> = asked.iter().flat_map(|(_, page, _)| parts(&links.sources, *page)).collect();
    // The site shows the English of what is not published, with all its anchors.
    let pages = needed.into_iter().map(|index| locale.snapshot.page(index));
    let pages: Vec<PageView<'_>> = pages.filter(|page| locale.is_published(*page)).collect();
    let given: Mutex<FxHashMap<usize, FxHashSet<String>>> = Mutex::default();
    render::render(locale, &pages, |page, rendered| {
        let Some(text) = rendered.text else { return };
        let document = Document::parse(&text, page.document().syntax, &locale.snapshot.config.parse);
        let anchors = core::anchors(&document).into_keys().collect();
        given.lock().unwrap_or_else(PoisonError::into_inner).insert(page.index, anchors);
    });
    let given = given.into_inner().unwrap_or_else(PoisonError::into_inner);
    // Where a page is not rendered nobody knows.
    let lacks = |part: &usize, fragment: &str| given.get(part).is_some_and(|anchors| !gives(anchors, fragment));
    let is_lost = |page: usize, fragment: &str| parts(&links.sources, page).iter().all(|part| lacks(part, fragment));
    let lost = asked.into_iter().filter(|(_, page, fragment)| is_lost(*page, fragment));
    lost.map(|(used, page, fragment)| (used, Fault::Anchor { page, fragment })).collect()
}

/// Whether one of these anchors is meant: generators keep marks that stand on letters of other scripts, or drop them.
fn gives(anchors: &FxHashSet<String>, fragment: &str) -> bool {
    anchors.contains(fragment) || !fragment.is_ascii() && anchors.contains(&heading_slug(fragment))
}

/// Names the translation that lacks an anchor of its English, if there is one.
fn at_lost_anchor(mut finding: Finding, locale: LocaleView<'_>, page: usize, fragment: &str) -> Finding {
    let holds = |unit: &UnitView<'_>| core::explicit_anchors(&unit.unit.text).any(|name| name == fragment);
    if let Some(unit) = locale.snapshot.page(page).units().find(holds) {
        finding.id = Some(unit.id.clone());
        finding.resource = Some(places::home(locale, &locale.standings(), unit));
    }
    finding
}

/// Files that lie beside the sources and not in the output.
#[derive(Default)]
pub struct Files {
    pub missing: Vec<Finding>,
    /// All that pages of a locale that keeps no copies name, by their path beside the sources.
    pub beside_sources: Vec<String>,
}

/// Looks for the files that pages of a locale name and that lie beside the sources. Where it keeps copies of most, each that
/// it lacks is missing; else the site brings them from there. A document is missing in any case.
pub fn files(links: &Links<'_>, locale: LocaleView<'_>, gathered: &Gathered) -> Files {
    let is_there = |at: &str| matches!(links.world.folders.look(at), Presence::There | Presence::Unknown);
    let is_copy = |at: &str| kind(at) != Kind::Document;
    let (there, lost): (Vec<_>, Vec<_>) = gathered.files.iter().partition(|((at, _), _)| is_there(at));
    let copies = there.iter().filter(|((at, _), _)| is_copy(at)).count();
    let keeps_copies = copies >= lost.iter().filter(|((at, _), _)| is_copy(at)).count();
    let mut files = Files::default();
    for ((at, beside), uses) in lost {
        if is_copy(at) && !keeps_copies {
            files.beside_sources.push(beside.clone());
        } else if !uses.first.in_source || links.sources[uses.first.page].is_live(&uses.first.target) {
            let finding = words::only_beside_source(at, beside, uses);
            files.missing.push(self::at(links, finding, locale, &uses.first));
        }
    }
    files
}

/// Gives a finding its place on a localized page, and in the translation that alone has the destination.
fn at(links: &Links<'_>, mut finding: Finding, locale: LocaleView<'_>, used: &Use) -> Finding {
    let page = locale.snapshot.page(used.page);
    finding.locale = Some(locale.name().into());
    finding.document = Some(page.name().clone());
    finding.file = Some(links.world.shown(used.page).into());
    let output = locale.snapshot.config.output_path(locale.name(), page.name());
    finding.output = Some(Place { file: locale.snapshot.shown(&output).into(), line: Some(used.line) });
    if used.in_source {
        return finding;
    }
    let standings = locale.standings();
    let holds = |unit: &UnitView<'_>| {
        let translation = standings.of(page.name(), unit.id).translation();
        let inline = page.lifted().inline(unit.at);
        translation.is_some_and(|translation| translation.pattern.shown().contains(&used.target))
            || inline.values().any(|value| value.contains(&used.target))
    };
    if let Some(unit) = page.units().find(holds) {
        finding.id = Some(unit.id.clone());
        finding.line = Some(unit.unit.line);
        finding.resource = Some(places::home(locale, &standings, unit));
    }
    finding
}
