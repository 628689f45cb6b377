//! Problems of a wording, looked for while somebody types it: the verdict of the judge ([`crate::snapshot::judging`]),
//! in the order in which a person acts on it.

use handback_core::catalog::escape::Pattern;
use handback_core::judge::Finding;
use serde::Serialize;

use super::queue::Entry;
use crate::snapshot::LocaleView;
use crate::snapshot::judging::Judge;

/// A problem of a wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The wording is refused; else it is only worth a look.
    pub refused: bool,
    /// The code of the finding, as `handback check` names it.
    pub code: &'static str,
    pub message: String,
    /// What to do about it.
    pub fix: String,
}

impl Problem {
    /// Why a wording could not even be read.
    pub fn refusal(message: String) -> Self {
        Self { refused: true, code: "refused", message, fix: String::new() }
    }
}

/// The problems of a wording for a text of the English, this one or an earlier one.
pub fn of_wording(locale: LocaleView<'_>, entry: &Entry, english: &str, wording: &Pattern) -> Vec<Problem> {
    by(&Judge::of(locale), locale, entry, (english, wording))
}

/// The same by a judge of the locale, which many wordings may share.
pub fn by(judge: &Judge<'_>, locale: LocaleView<'_>, entry: &Entry, texts: (&str, &Pattern)) -> Vec<Problem> {
    let ((english, wording), (document, at)) = (texts, entry.places[0]);
    let page = locale.snapshot.page(document);
    let Some(unit) = page.units().find(|unit| unit.at == at) else { return Vec::new() };
    let names = judge.names(page, english);
    problems(judge.judge(unit, english, wording, &names))
}

/// The verdict of the judge as problems, those first for which the wording is refused.
pub fn problems(findings: Vec<Finding>) -> Vec<Problem> {
    let problem = |finding: Finding| Problem {
        refused: finding.breaks,
        code: finding.kind.name(),
        message: finding.message,
        fix: finding.fix,
    };
    let mut problems: Vec<Problem> = findings.into_iter().map(problem).collect();
    problems.sort_by_key(|problem| !problem.refused);
    problems
}

#[cfg(test)]
mod tests {
    use handback_core::catalog::escape::Pattern;
    use handback_core::judge::{Context, English, House, Language, judge};
    use handback_core::translate::inline::Known;

    use super::*;

    fn read(locale: &str, english: &str, wording: &Pattern) -> Vec<String> {
        let (language, house) = (Language::of(locale), House::default());
        let variables = &["kind", "app"];
        let context = Context { variables, ..Context::new(&language, &house) };
        let show = |problem: Problem| format!("{}{}", if problem.refused { "! " } else { "" }, problem.message);
        problems(judge(&English::new(english, Known::default()), wording, &context)).into_iter().map(show).collect()
    }

    fn proof(english: &str, text: &str) -> Vec<String> {
        read("fr-FR", english, &Pattern::Text(text.to_owned()))
    }

    #[test]
    fn broken_wordings_are_refused_and_odd_ones_remarked() {
        let none: [&str; 0] = [];
        assert_eq!(proof("See [the **docs**](x.md).", "Voir [la **doc**](x.md)."), none);
        assert_eq!(proof("See [the docs](x.md).", "Voir [la doc](y.md)."), ["! `](y.md)` is `](x.md)` in the English"]);
        assert_eq!(proof("a **bold** word", "un mot gras"), ["the bold text (`**`) of the English is missing"]);
        assert_eq!(proof("Yes", " "), ["! the translation is empty"]);
        assert_eq!(proof("Why?", "Pourquoi?"), ["French writes a blank before `?`"]);
        assert_eq!(proof("Why?", "Pourquoi\u{202f}?"), none);
        assert_eq!(read("fr-CA", "Why?", &Pattern::Text("Pourquoi?".into())), none);
        assert_eq!(proof("Kept for 30 days", "Conservé trente jours"), ["the number 30 of the English is missing"]);
        assert_eq!(proof("Where is it kept", "Where is it kept"), ["the translation is the English"]);
        let app = "By \u{FDD0}$app\u{FDD1} alone";
        assert_eq!(proof(app, "Par \u{FDD0}$app\u{FDD1} seul"), none);
        assert_eq!(proof(app, "Seul"), ["! the translation lacks `{ $app }`, which the English has"]);
        let fluent = |source: &str| read("fr-FR", app, &Pattern::Complex(source.to_owned())).len();
        assert_eq!(fluent("{ $kind ->\n [heading] { $app } seul\n *[other] Par { $app } seul\n }"), 0);
        assert_eq!(fluent("{ $kind ->\n [heading] a\n *[other] b\n }"), 1);
        assert_eq!(fluent("{ $kid ->\n [heading] { $app } a\n *[other] b\n }"), 1);
        assert_eq!(proof("a", "b\u{1b}[31m"), ["! the translation holds the character U+001B, which is no text"]);
    }
}
