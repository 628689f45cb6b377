//! `handback check --fix`: repairs what is safe in translations ([`handback_core::judge::fix`]).

use std::collections::BTreeMap;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::{FileKey, Id};
use handback_core::judge::fix;
use handback_core::text::date::Date;
use serde::{Deserialize, Serialize};

use super::dismiss::home;
use crate::project::store;
use crate::snapshot::judging::{Judge, dismissed};
use crate::snapshot::standing::Standing;
use crate::snapshot::{LocaleView, Snapshot};

/// A translation that was repaired. Who made it, and from which English, stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fixed {
    pub locale: String,
    pub id: String,
    /// The resource, as a path below the project.
    pub file: String,
    pub line: Option<u32>,
    pub before: String,
    pub after: String,
}

/// Repairs current translations in the locales that are wanted, in memory; says which. What is stale is left alone: it is to
/// be translated again.
pub fn apply(snapshot: &mut Snapshot<'_>, wanted: impl Fn(&str) -> bool, today: Date) -> Vec<Fixed> {
    let mut all = Vec::new();
    for index in 0..snapshot.analysis.locales.len() {
        let locale = snapshot.locale(index);
        if !wanted(locale.name()) || !locale.is_known() {
            continue;
        }
        let repairs = repairs(locale);
        all.extend(repairs.iter().map(|((key, id), wording)| report(locale, key, id, wording)));
        let own = &mut snapshot.analysis.locales[index];
        for ((key, id), wording) in repairs {
            let Some(file) = own.catalog.files.get_mut(&key) else { continue };
            let Some(mut state) = file.state.messages.get(&id).cloned() else { continue };
            state.target = wording.fingerprint();
            state.date = today;
            file.set_pattern(&id, wording, state);
        }
        let written = store::settle(&mut own.catalog, &snapshot.analysis.extraction.reference);
        own.resources.retain(|(key, _)| !written.iter().any(|(other, _)| other == key));
        own.resources.extend(written);
    }
    all
}

/// What is to be written, by file and message.
fn repairs(locale: LocaleView<'_>) -> BTreeMap<(FileKey, Id), Pattern> {
    let (judge, standings) = (Judge::of(locale), locale.all_standings());
    let mut repairs = BTreeMap::new();
    for unit in locale.snapshot.pages().flat_map(|page| page.units().collect::<Vec<_>>()) {
        let Standing::Current(translation) = standings.of(unit.page.name(), unit.id) else { continue };
        let key = (home(unit, &standings), unit.id.clone());
        if repairs.contains_key(&key) {
            continue;
        }
        if dismissed(&translation).any(|code| fix::KINDS.iter().any(|kind| kind.name() == code)) {
            continue;
        }
        let english = judge.english(unit, &translation);
        if let Some(fixed) = judge.fixed(unit, english, translation.pattern) {
            repairs.insert(key, fixed);
        }
    }
    repairs
}

fn report(locale: LocaleView<'_>, key: &FileKey, id: &Id, wording: &Pattern) -> Fixed {
    let file = locale.own().catalog.files.get(key);
    let before = file.and_then(|file| file.pattern(id)).map(Pattern::shown).unwrap_or_default();
    Fixed {
        locale: locale.name().to_owned(),
        id: id.to_string(),
        file: locale.snapshot.shown(&locale.snapshot.config.resource_path(locale.name(), key)),
        line: file.and_then(|file| file.resource.line(id)),
        before,
        after: wording.shown(),
    }
}
