//! `handback accept ID --finding CODE`: a finding about a translation is no fault.
//!
//! The dismissal is in the state of the translation, bound to the fingerprints of its English and its wording: when either
//! changes, the finding is back.

use handback_core::catalog::locale::Translation;
use handback_core::catalog::state::Dismissed;
use handback_core::catalog::{FileKey, Id};
use handback_core::judge::{Finding, Kind};
use handback_core::text::date::Date;

use super::accept::{Accept, Accepted};
use crate::checks::consistency::Texts;
use crate::checks::{self, consistency};
use crate::settings::code::Code;
use crate::snapshot::judging::Judge;
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::{LocaleView, Snapshot, UnitView};

/// Whether a finding of this code can be dismissed: those about texts can.
pub fn can_be_dismissed(code: Code) -> bool {
    code.is_about_consistency() || Kind::ALL.iter().any(|kind| Code::from(*kind) == code)
}

/// Notes the dismissals in the locales that are wanted, in memory; says of which translations.
pub fn apply(
    accept: &Accept,
    snapshot: &mut Snapshot<'_>,
    wanted: impl Fn(&str) -> bool,
    today: Date,
) -> Vec<Accepted> {
    let mut all = Vec::new();
    for index in 0..snapshot.analysis.locales.len() {
        let locale = snapshot.locale(index);
        if !wanted(locale.name()) {
            continue;
        }
        let found = findings(accept, locale);
        let name = locale.name().to_owned();
        let files = &mut snapshot.analysis.locales[index].catalog.files;
        for (key, id, code) in found {
            let Some(state) = files.get_mut(&key).and_then(|file| file.state.messages.get_mut(&id)) else { continue };
            let dismissed = Dismissed {
                code: code.to_owned(),
                source: state.source.clone(),
                target: state.target.clone(),
                date: today,
                reviewer: accept.reviewer.to_string(),
            };
            state.dismissed.retain(|other| other.code != dismissed.code);
            state.dismissed.push(dismissed);
            let document = key.document().map(ToString::to_string);
            let accepted = Accepted { locale: name.clone(), id: id.to_string(), document };
            if !all.contains(&accepted) {
                all.push(accepted);
            }
        }
    }
    all
}

/// Translations of the named messages that have such findings: file, message, code.
fn findings(accept: &Accept, locale: LocaleView<'_>) -> Vec<(FileKey, Id, &'static str)> {
    let (judge, standings) = (Judge::of(locale), locale.all_standings());
    let mut found = Vec::new();
    let beside = beside_others(accept, locale);
    for unit in locale.snapshot.pages().flat_map(|page| page.units().collect::<Vec<_>>()) {
        if !accept.ids.iter().any(|id| **id == **unit.id) {
            continue;
        }
        let Standing::Current(translation) = standings.of(unit.page.name(), unit.id) else { continue };
        for finding in judged(&judge, unit, &translation) {
            let one = (home(unit, &standings), unit.id.clone(), finding.kind.name());
            if accept.findings.contains(&finding.kind.into()) && !found.contains(&one) {
                found.push(one);
            }
        }
        let of_unit = beside.iter().filter(|finding| {
            finding.id.as_deref() == Some(&**unit.id) && finding.document.as_deref() == Some(&**unit.page.name())
        });
        for finding in of_unit {
            let one = (home(unit, &standings), unit.id.clone(), finding.code.name());
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    found
}

/// Findings about texts side by side, if some of them are to be dismissed.
fn beside_others(accept: &Accept, locale: LocaleView<'_>) -> Vec<checks::finding::Finding> {
    let wanted = |code: Code| code.is_about_consistency() && accept.findings.contains(&code);
    if !Code::all().any(wanted) {
        return Vec::new();
    }
    consistency::check(&Texts::of(locale.snapshot, &wanted), locale, &wanted)
}

fn judged(judge: &Judge<'_>, unit: UnitView<'_>, translation: &Translation<'_>) -> Vec<Finding> {
    let english = judge.english(unit, translation);
    let names = judge.names(unit.page, english);
    judge.judge(unit, english, translation.pattern, &names)
}

/// The file that the translation of a unit is in.
pub(super) fn home(unit: UnitView<'_>, standings: &Standings<'_>) -> FileKey {
    let own = unit.page.key();
    let overrides = standings.own().files.get(&own).is_some_and(|file| file.pattern(unit.id).is_some());
    let shared = unit.page.snapshot.reference().messages.get(unit.id).map(|message| message.home.clone());
    shared.filter(|_| !overrides).unwrap_or(own)
}
