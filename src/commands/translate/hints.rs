//! What a language model gets with a text besides its words.

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::notation;
use handback_core::catalog::state::{Rejected, State, TranslationType};
use handback_core::memory::{Match, Memory};
use handback_core::text::words::{self, Op, Stretch};
use handback_core::translate::inline::Known;
use handback_core::translate::item::Markup;
use handback_core::translate::protect::Protected;

use super::tasks::Task;
use crate::providers::hints::{Hints, Neighbor, Previous};
use crate::snapshot::around;
use crate::snapshot::{LocaleView, UnitView};

/// From which similarity on a translation helps with another.
const LEAST: f64 = 0.6;
/// So many are worth their price.
const MOST: usize = 2;
/// So many rejected wordings say what people do not want.
const MOST_REJECTED: usize = 4;

/// What stands around a text where it first stands, and what it said before.
pub(super) fn hints(
    locale: LocaleView<'_>,
    task: &Task,
    protected: &Protected,
    (known, markup): (Known<'_>, Markup),
) -> Hints {
    let page = locale.snapshot.page(task.document);
    let Some(unit) = page.units().find(|unit| *unit.id == task.id) else { return Hints::default() };
    let neighbor = |unit: UnitView<'_>| {
        let (english, translation) = around::both(locale, unit);
        Neighbor { english, translation }
    };
    let [before, after] = around::neighbors(unit).map(|unit| unit.map(neighbor));
    let (section, kind) = (around::section(unit), unit.unit.kind.name());
    let comma = if section.is_empty() { "" } else { ", " };
    Hints {
        place: format!("{}{comma}{section} ({kind})", page.name()),
        note: unit.unit.note.as_deref().map(around::one_line),
        before,
        after,
        previous: previous(locale, task, protected, (known, markup)),
        similar: Vec::new(),
        avoid: Vec::new(),
    }
}

/// What people rejected of a text, the last first, in the form that the text has for the service.
pub(super) fn avoid(rejected: &[Rejected], protected: &Protected, (known, markup): (Known<'_>, Markup)) -> Vec<String> {
    let wordings = rejected.iter().rev().filter_map(|rejected| rejected.text.as_deref());
    wordings.take(MOST_REJECTED).map(|text| protected.write_other(text, known, markup)).collect()
}

/// The stale translation of a text, with the English that it was made from.
fn previous(
    locale: LocaleView<'_>,
    task: &Task,
    protected: &Protected,
    (known, markup): (Known<'_>, Markup),
) -> Option<Previous> {
    let file = locale.own().catalog.files.get(&task.key)?;
    let english = file.state.messages.get(&task.id).and_then(State::base)?;
    let Pattern::Text(wording) = file.pattern(&task.id)? else { return None };
    // All in one form: what is code in the text is code in what it said before.
    let form = |text: &str| protected.write_other(text, known, markup);
    let (then, today) = (form(english), form(&task.english));
    Some(Previous {
        change: marked(&words::diff(&then, &today)),
        english: then,
        translation: form(wording),
        then: notation::shown(english).into_owned(),
        today: notation::shown(&task.english).into_owned(),
        wording: wording.clone(),
    })
}

/// A difference in one text: `[-old-]`, `{+new+}`.
fn marked(diff: &[Stretch]) -> String {
    let mark = |stretch: &Stretch| match stretch.op {
        Op::Equal => stretch.text.clone(),
        Op::Delete => format!("[-{}-]", stretch.text),
        Op::Insert => format!("{{+{}+}}", stretch.text),
    };
    diff.iter().map(mark).collect()
}

/// Translations of similar texts, those of people first, without the one that is to be edited.
pub(super) fn similar(memory: &Memory, task: &Task, previous: Option<&Previous>) -> Vec<Neighbor> {
    let mut found = memory.fuzzy(&task.english, LEAST, 2 * MOST);
    found.retain(|found| previous.is_none_or(|previous| previous.wording != found.entry.target));
    found.sort_by_key(|found| found.entry.kind != TranslationType::Human);
    let neighbor = |found: &Match<'_>| Neighbor {
        english: notation::shown(&found.entry.source).into_owned(),
        translation: Some(notation::shown(&found.entry.target).into_owned()),
    };
    found.iter().take(MOST).map(neighbor).collect()
}
