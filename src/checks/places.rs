//! Where findings about texts stand: in the source, in the catalog, on the page.

use std::cell::RefCell;

use handback_core::catalog::{FileKey, notation};
use handback_core::text::date::Date;

use super::finding::{Finding, Place, Text};
use crate::settings::code::Code;
use crate::snapshot::standing::Standings;
use crate::snapshot::{LocaleView, PageView, UnitView};

/// Gives findings about the texts of a locale their places.
pub struct Places<'a> {
    pub locale: LocaleView<'a>,
    pub standings: Standings<'a>,
    name: Text,
    /// The file of shared translations.
    shared: Text,
    /// Of the document that was last asked for, and its place.
    paths: RefCell<(usize, Paths)>,
}

/// The locale and the files that findings about a document name, these below the project.
#[derive(Default)]
struct Paths {
    locale: Text,
    source: Text,
    output: Text,
    resource: Text,
}

impl Paths {
    fn of(locale: LocaleView<'_>, name: &Text, page: PageView<'_>) -> Self {
        let (snapshot, source) = (locale.snapshot, page.source());
        let output = snapshot.config.output_path(locale.name(), &source.name);
        Self {
            locale: Text::clone(name),
            source: snapshot.shown(&source.source.path).into(),
            output: snapshot.shown(&output).into(),
            resource: resource(locale, &page.key()),
        }
    }
}

impl<'a> Places<'a> {
    pub fn of(locale: LocaleView<'a>) -> Self {
        Self {
            locale,
            standings: locale.all_standings(),
            name: locale.name().into(),
            shared: resource(locale, &FileKey::Shared),
            paths: RefCell::new((usize::MAX, Paths::default())),
        }
    }

    /// A finding about the translation of a unit.
    pub fn finding(&self, code: Code, unit: UnitView<'_>, message: impl Into<Text>, fix: impl Into<Text>) -> Finding {
        let mut finding = self.without_home(code, unit, message.into(), fix.into());
        finding.resource = Some(self.home(unit));
        finding
    }

    fn without_home(&self, code: Code, unit: UnitView<'_>, message: Text, fix: Text) -> Finding {
        self.with_paths(unit.page, |paths| with_paths(code, unit, paths, (message, fix)))
    }

    /// Where the translation of a unit stands, or where it belongs.
    pub fn home(&self, unit: UnitView<'_>) -> Place {
        let key = home_key(self.locale, &self.standings, unit);
        let file = match &key {
            FileKey::Shared => self.shared.clone(),
            FileKey::Document(name) if name == unit.page.name() => {
                self.with_paths(unit.page, |paths| paths.resource.clone())
            }
            FileKey::Document(_) => resource(self.locale, &key),
        };
        Place { file, line: line(&self.standings, &key, unit) }
    }

    fn with_paths<T>(&self, page: PageView<'_>, then: impl FnOnce(&Paths) -> T) -> T {
        let mut known = self.paths.borrow_mut();
        if known.0 != page.index {
            *known = (page.index, Paths::of(self.locale, &self.name, page));
        }
        then(&known.1)
    }
}

/// A finding about the translation of a unit, with everything but where that stands; see [`home`].
pub fn finding(
    code: Code,
    locale: LocaleView<'_>,
    unit: UnitView<'_>,
    message: impl Into<Text>,
    fix: impl Into<Text>,
) -> Finding {
    with_paths(code, unit, &Paths::of(locale, &locale.name().into(), unit.page), (message.into(), fix.into()))
}

fn with_paths(code: Code, unit: UnitView<'_>, paths: &Paths, (message, fix): (Text, Text)) -> Finding {
    let mut finding = Finding::new(code, message, fix);
    finding.locale = Some(Text::clone(&paths.locale));
    finding.id = Some(Text::clone(unit.id));
    finding.document = Some(Text::clone(unit.page.name()));
    finding.line = Some(unit.unit.line);
    finding.source = Some(notation::shown(unit.english()).into());
    finding.file = Some(paths.source.clone());
    finding.output = Some(Place { file: paths.output.clone(), line: None });
    finding
}

/// Where the translation of a unit stands, or where it belongs.
pub fn home(locale: LocaleView<'_>, standings: &Standings<'_>, unit: UnitView<'_>) -> Place {
    let key = home_key(locale, standings, unit);
    Place { file: resource(locale, &key), line: line(standings, &key, unit) }
}

/// Whether the translation of a unit is one of its document's own, of a text that documents share.
pub fn overrides(standings: &Standings<'_>, unit: UnitView<'_>) -> bool {
    standings.own().files.get(&unit.page.key()).is_some_and(|file| file.pattern(unit.id).is_some())
}

/// The file of the catalog that [`home`] is in.
fn home_key(locale: LocaleView<'_>, standings: &Standings<'_>, unit: UnitView<'_>) -> FileKey {
    match locale.snapshot.reference().messages.get(unit.id) {
        Some(message) if !overrides(standings, unit) => message.home.clone(),
        _ => unit.page.key(),
    }
}

fn line(standings: &Standings<'_>, key: &FileKey, unit: UnitView<'_>) -> Option<u32> {
    standings.own().files.get(key).and_then(|file| file.resource.line(unit.id))
}

/// The path of a resource below the project.
fn resource(locale: LocaleView<'_>, key: &FileKey) -> Text {
    let snapshot = locale.snapshot;
    snapshot.shown(&snapshot.config.resource_path(locale.name(), key)).into()
}

/// Texts without a translation. There may be a million, so that their findings are made one by one.
pub struct Missing<'a> {
    places: Places<'a>,
    /// With the day since when each is missing.
    pub texts: Vec<(UnitView<'a>, Option<Date>)>,
}

impl<'a> Missing<'a> {
    pub fn new(places: Places<'a>, texts: Vec<(UnitView<'a>, Option<Date>)>) -> Self {
        Self { places, texts }
    }

    pub fn findings(self) -> impl Iterator<Item = Finding> {
        let Self { places, texts } = self;
        let message: Text = format!("no {} translation", places.locale.name()).into();
        texts.into_iter().map(move |(unit, since)| {
            let home = places.home(unit);
            let fix = format!("translate `{}` in {}", unit.id, home.file);
            let mut finding = places.without_home(Code::Missing, unit, Text::clone(&message), fix.into());
            (finding.resource, finding.since) = (Some(home), since);
            finding
        })
    }
}
