//! Findings as they are kept for the next check. There may be a million, and they say much the same: each text is kept once, and each
//! finding is a few numbers.

use std::collections::BTreeSet;
use std::io;

use handback_core::drift::severity::Severity;
use handback_core::text::date::Date;
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};

use super::Found;
use super::finding::{Finding, Place, Text};
use crate::settings::code::{Code, Level};
use crate::snapshot::counts::LocaleCounts;

/// More findings than these are found again rather than read: a check of a project that has so many is no quick question.
pub const MOST: usize = 5_000_000;

/// Findings to be kept, with the counts that thresholds go by.
#[derive(Debug, Default)]
pub struct Kept {
    texts: IndexSet<Text, FxBuildHasher>,
    /// One finding after the other.
    rows: Vec<u8>,
    count: usize,
    codes: BTreeSet<Code>,
    pub counts: Vec<(String, LocaleCounts)>,
    pub documents: usize,
}

/// The place of a text; the first is 1, and 0 is none.
type At = u32;

#[derive(Serialize, Deserialize)]
struct Row {
    code: Code,
    severity: Level,
    locale: At,
    id: At,
    document: At,
    line: Option<u32>,
    source: At,
    previous: At,
    change: Option<Severity>,
    rule: At,
    translation: At,
    since: Option<Date>,
    age_days: Option<i64>,
    words: At,
    message: At,
    fix: At,
    /// The fix stands there without the names of its message and its file.
    is_short: bool,
    file: At,
    resource: (At, Option<u32>),
    output: (At, Option<u32>),
    target: At,
}

/// What a file holds.
#[derive(Serialize, Deserialize)]
struct File<'f> {
    /// Tells it from others.
    tag: u64,
    #[serde(borrow)]
    texts: Vec<&'f str>,
    count: usize,
    rows: &'f [u8],
    /// As in reports: some of its fields may be left out.
    counts: String,
    documents: usize,
}

impl Kept {
    /// None yet, of so many documents.
    pub fn new(documents: usize) -> Self {
        Self { documents, ..Self::default() }
    }

    /// Whether it is worth keeping for the next check.
    pub fn is_handy(&self) -> bool {
        self.count <= MOST
    }

    /// Which codes there are.
    pub fn codes(&self) -> impl Iterator<Item = Code> {
        self.codes.iter().copied()
    }

    /// How many findings there are.
    pub fn count(&self) -> usize {
        self.count
    }

    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }

    fn push(&mut self, finding: Finding) {
        self.codes.insert(finding.code);
        let row = self.row(finding);
        // Nothing of it can fail to be written to memory.
        if let Ok(rows) = postcard::to_extend(&row, std::mem::take(&mut self.rows)) {
            self.rows = rows;
            self.count += 1;
        }
    }

    fn row(&mut self, finding: Finding) -> Row {
        // Whoever adds a field has to think of it here.
        let Finding {
            code,
            severity,
            locale,
            id,
            document,
            line,
            source,
            previous,
            change,
            rule,
            translation,
            since,
            age_days,
            words,
            message,
            fix,
            file,
            resource,
            output,
            target,
        } = finding;
        let names = (id.as_deref(), resource.as_ref().map(|place| &*place.file));
        let short = shortened(&fix, names);
        let (fix, is_short) = (short.clone().unwrap_or(fix), short.is_some());
        let mut place = |place: Option<Place>| match place {
            Some(place) => (self.text(Some(place.file)), place.line),
            None => (0, None),
        };
        let (resource, output) = (place(resource), place(output));
        Row {
            code,
            severity,
            locale: self.text(locale),
            id: self.text(id),
            document: self.text(document),
            line,
            source: self.text(source),
            previous: self.text(previous),
            change,
            rule: self.text(rule.and_then(|rule| Some(serde_json::to_string(&rule).ok()?.into()))),
            translation: self.text(translation),
            since,
            age_days,
            words: self.text(words),
            message: self.text(Some(message)),
            fix: self.text(Some(fix)),
            is_short,
            file: self.text(file),
            resource,
            output,
            target: self.text(target),
        }
    }

    fn text(&mut self, text: Option<Text>) -> At {
        let Some(text) = text else { return 0 };
        let at = match self.texts.get_index_of(&*text) {
            Some(at) => at,
            None => self.texts.insert_full(text).0,
        };
        u32::try_from(at + 1).unwrap_or(u32::MAX)
    }

    /// Writes it so that it can be read by the same tag.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, tag: u64, to: &mut dyn io::Write) -> io::Result<()> {
        let file = File {
            tag,
            texts: self.texts.iter().map(|text| &**text).collect(),
            count: self.count,
            rows: &self.rows,
            counts: serde_json::to_string(&self.counts)?,
            documents: self.documents,
        };
        postcard::to_io(&file, to).map(|_| ()).map_err(io::Error::other)
    }

    /// What was found, from what was written with this tag.
    pub fn read(bytes: &[u8], tag: u64) -> Option<Found> {
        let file: File<'_> = postcard::from_bytes(bytes).ok()?;
        if file.tag != tag {
            return None;
        }
        let texts: Vec<Text> = file.texts.into_iter().map(Text::from).collect();
        let findings = findings(file.rows, file.count.min(MOST), &texts)?;
        let counts = serde_json::from_str(&file.counts).ok()?;
        Some(Found { findings, counts, documents: file.documents })
    }

    /// What was found, to be worked with.
    pub fn into_found(self) -> Found {
        let Self { texts, rows, count, counts, documents, .. } = self;
        let texts: Vec<Text> = texts.into_iter().collect();
        let findings = findings(&rows, count, &texts).expect("rows that were just made can be read");
        Found { findings, counts, documents }
    }
}

/// So many findings as they were before; `None` if a row cannot be read, or names a text that is not there.
fn findings(mut rows: &[u8], count: usize, texts: &[Text]) -> Option<Vec<Finding>> {
    let mut findings = Vec::with_capacity(count);
    while !rows.is_empty() {
        let (row, after) = postcard::take_from_bytes::<Row>(rows).ok()?;
        findings.push(finding(&row, texts)?);
        rows = after;
    }
    Some(findings)
}

/// What stands for the name of a message in quotes, and for that of a file at the end.
const NAMES: [char; 2] = ['\u{1}', '\u{2}'];

/// A text without the names of a message and of a file, so that many findings have the same; `None` if it has neither where most
/// have them.
fn shortened(text: &str, (id, file): (Option<&str>, Option<&str>)) -> Option<Text> {
    if text.contains(NAMES) {
        return None;
    }
    let of_file = file.and_then(|file| text.strip_suffix(file)).filter(|short| !short.is_empty());
    let rest = of_file.unwrap_or(text);
    // Looking for the name itself would take as long as all the rest.
    let quoted = |id: &&str| {
        let is_there =
            |(at, _): (usize, &str)| rest[at + 1..].strip_prefix(*id).is_some_and(|rest| rest.starts_with('`'));
        rest.match_indices('`').find(|found| is_there(*found)).map(|(at, _)| at + 1)
    };
    let of_id = id.as_ref().and_then(|id| Some((quoted(id)?, id.len())));
    if of_file.is_none() && of_id.is_none() {
        return None;
    }
    let mut short = String::with_capacity(rest.len() + 2);
    match of_id {
        Some((at, len)) => short.extend([&rest[..at], NAMES[0].encode_utf8(&mut [0; 4]), &rest[at + len..]]),
        None => short.push_str(rest),
    }
    short.extend(of_file.map(|_| NAMES[1]));
    Some(short.into())
}

/// The text before it was [`shortened`].
fn in_full(text: &str, (id, file): (Option<&str>, Option<&str>)) -> Text {
    text.replace(NAMES[0], id.unwrap_or_default()).replace(NAMES[1], file.unwrap_or_default()).into()
}

/// A finding as it was before; `None` if one of its texts is not there.
fn finding(row: &Row, texts: &[Text]) -> Option<Finding> {
    let text = |at: At| match at.checked_sub(1) {
        None => Some(None),
        Some(at) => texts.get(at as usize).map(|text| Some(Text::clone(text))),
    };
    let place = |(file, line): (At, Option<u32>)| Some(text(file)?.map(|file| Place { file, line }));
    let (id, resource) = (text(row.id)?, place(row.resource)?);
    let fix = text(row.fix)??;
    let names = (id.as_deref(), resource.as_ref().map(|place| &*place.file));
    let fix = if row.is_short { in_full(&fix, names) } else { fix };
    Some(Finding {
        code: row.code,
        severity: row.severity,
        locale: text(row.locale)?,
        id,
        document: text(row.document)?,
        line: row.line,
        source: text(row.source)?,
        previous: text(row.previous)?,
        change: row.change,
        rule: text(row.rule)?.map(|rule| serde_json::from_str(&rule)).transpose().ok()?,
        translation: text(row.translation)?,
        since: row.since,
        age_days: row.age_days,
        words: text(row.words)?,
        message: text(row.message)??,
        fix,
        file: text(row.file)?,
        resource,
        output: place(row.output)?,
        target: text(row.target)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use handback_core::drift::severity::Rule;

    fn place(file: &str, line: Option<u32>) -> Option<Place> {
        Some(Place { file: file.into(), line })
    }

    #[test]
    fn texts_are_the_same_after_they_were_shortened() {
        let names = (Some("quay"), Some("locales/fr-FR/a.ftl"));
        for (text, is_short) in [
            ("translate `quay` in locales/fr-FR/a.ftl", true),
            ("`quay` and `quay` are two, and quayside is another", true),
            ("locales/fr-FR/a.ftl", false),
            ("edit `quayside` or quay", false),
            ("`", false),
            ("", false),
            ("odd \u{1} `quay`", false),
        ] {
            let short = shortened(text, names);
            assert_eq!(short.is_some(), is_short, "{text}");
            assert_eq!(&*short.map_or_else(|| text.into(), |short| in_full(&short, names)), text);
        }
        let [one, other] = ["quay", "pier"].map(|id| shortened(&format!("`{id}` in a.ftl"), (Some(id), Some("a.ftl"))));
        assert_eq!(one, other);
        assert_eq!(shortened("`quay`", (None, None)), None);
    }

    #[test]
    fn findings_are_read_as_they_were_kept() {
        let text = |text: &str| Some(Text::from(text));
        let missing = Finding::new(Code::Missing, "no fr-FR translation", "translate `quay`");
        let mut full = Finding {
            severity: Level::Error,
            locale: text("fr-FR"),
            id: text("quay"),
            document: text("harbor/quay.md"),
            line: Some(12),
            source: text("The quay closes at { $hour }."),
            previous: text(""),
            change: Some(Severity::Mechanical),
            rule: Some(Rule::ValueRemoved),
            translation: text("Le quai ferme à { $hour }."),
            since: Some(Date::constant(2026, 2, 3)),
            age_days: Some(-1),
            words: text("quai"),
            file: text("source-docs/harbor/quay.md"),
            resource: place("locales/fr-FR/shared.ftl", Some(3)),
            output: place("localized-docs/fr-FR/harbor/quay.md", None),
            target: text("../pier.md"),
            ..Finding::new(Code::Stale, "the English changed", "")
        };
        let mut found = Found { documents: 7, ..Found::default() };
        found.counts.push(("fr-FR".to_owned(), LocaleCounts { stale_blocks: 2, ..LocaleCounts::default() }));
        found.findings.push(missing);
        for rule in [Some(Rule::Value(handback_core::text::values::ValueKind::Date)), None] {
            full.rule = rule;
            found.findings.push(full.clone());
        }
        let mut kept = Kept { counts: found.counts.clone(), documents: found.documents, ..Kept::default() };
        kept.extend(found.findings.clone());
        let mut bytes = Vec::new();
        kept.write(5, &mut bytes).unwrap();
        let read = Kept::read(&bytes, 5).unwrap();
        assert_eq!((&read.findings, &read.counts, read.documents), (&found.findings, &found.counts, 7));
        assert!(Kept::read(&bytes, 6).is_none(), "another check");
        assert_eq!(kept.into_found().findings, found.findings);
        let mut alike = Kept::default();
        alike.extend(vec![full; 1000]);
        assert!(alike.rows.len() < 64 * alike.count() && alike.texts.len() < 20);
    }
}
