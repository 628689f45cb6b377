//! What is found about some documents, whatever all others are.

use std::collections::BTreeSet;

use handback_core::catalog::DocumentName;
use rustc_hash::FxHashMap;

use super::finding::Finding;
use super::links::Links;
use super::verdicts::Verdicts;
use super::{Wanted, catalog, fluent, output, resources, units};
use crate::settings::code::Code;
use crate::snapshot::{LocaleView, Snapshot};

/// Findings about the documents of a snapshot, without those about links, and about wordings side by side.
#[derive(Debug, Default)]
pub struct About {
    pub findings: Vec<Finding>,
    /// Hashes of the words on which the weight of a change depended, each with how many messages have it.
    pub asked: FxHashMap<u64, u32>,
}

/// Whether a sync wrote the pages just now.
#[derive(Clone, Copy)]
pub enum Pages<'p, 's> {
    /// It did, and had something to say of those of these documents.
    Written(&'p BTreeSet<DocumentName>),
    /// They are compared with what it would write, and each is shown to this.
    Unwritten(&'p Links<'s>),
}

/// Looks at the documents of a snapshot that did not read all. `None`: the rest would have to be known.
pub fn find(snapshot: &Snapshot<'_>, pages: Pages<'_, '_>, wanted: Wanted<'_>) -> Option<About> {
    let mut found = About::default();
    if let Pages::Unwritten(_) = pages {
        found.findings.extend(catalog::check(snapshot));
    }
    let locales: Vec<LocaleView<'_>> = snapshot.locales().collect();
    let verdicts = Verdicts::of(snapshot, &locales, wanted);
    for locale in &locales {
        let looked = units::check(*locale, &verdicts, wanted);
        if !looked.is_sure {
            return None;
        }
        found.asked.extend(&looked.asked);
        found.findings.extend(looked.into_findings());
        found.findings.extend(fluent::check_own(*locale, wanted));
        match pages {
            Pages::Written(again) => {
                found.findings.extend(resources::check_after_sync(*locale));
                found.findings.extend(output::after_sync(*locale, again));
            }
            Pages::Unwritten(links) => {
                found.findings.extend(resources::check(*locale));
                found.findings.extend(output::check(*locale, links));
            }
        }
    }
    // These are of the terms alone, which did not change.
    found.findings.retain(|finding| finding.code != Code::ShadowedTerm);
    (!snapshot.inputs.elsewhere.has_failed()).then_some(found)
}
