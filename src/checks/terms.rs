//! The terms of a locale, and where they are defined.

use std::collections::BTreeMap;

use handback_core::catalog::placeables::{Definition, definitions};

use super::finding::Place;
use crate::snapshot::LocaleView;

/// The terms of a locale in the order in which they are read: of two with one name, the later holds.
pub struct Terms {
    pub all: Vec<(Place, Definition)>,
    /// The last of each name.
    by_name: BTreeMap<String, usize>,
}

impl Terms {
    pub fn of(locale: LocaleView<'_>) -> Self {
        let snapshot = locale.snapshot;
        let own = locale.own();
        let path = snapshot.config.locale_folder(locale.name()).join("terms.ftl");
        let mut all = placed(&own.terms, &snapshot.shown(&path));
        for (key, file) in &own.catalog.files {
            if file.resource.terms().next().is_some() {
                let path = snapshot.config.resource_path(locale.name(), key);
                all.extend(placed(file.resource.source(), &snapshot.shown(&path)));
            }
        }
        let by_name = all.iter().enumerate().map(|(index, (_, term))| (term.name.clone(), index)).collect();
        Self { all, by_name }
    }

    /// The definition that holds.
    pub fn get(&self, name: &str) -> Option<&Definition> {
        self.by_name.get(name).map(|index| &self.all[*index].1)
    }

    /// Definitions that do not hold, each with where the one is that does.
    pub fn shadowed(&self) -> impl Iterator<Item = (&Place, &Definition, &Place)> {
        let last = |term: &Definition| self.by_name[&term.name];
        let shadowed = self.all.iter().enumerate().filter(move |(index, (_, term))| *index != last(term));
        shadowed.map(move |(_, (place, term))| (place, term, &self.all[last(term)].0))
    }
}

/// The terms of a source, with their lines.
fn placed(source: &str, file: &str) -> Vec<(Place, Definition)> {
    let mut found: Vec<(Place, Definition)> = Vec::new();
    for term in definitions(source) {
        let is_its_line = |line: &&str| {
            let rest = line.strip_prefix('-').and_then(|line| line.strip_prefix(term.name.as_str()));
            rest.is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        // The second of a name is looked for behind the first.
        let before = found.iter().filter(|(_, other)| other.name == term.name).count();
        let mut lines = source.lines().enumerate().filter(|(_, line)| is_its_line(line));
        let line = lines.nth(before).map(|(line, _)| line as u32 + 1);
        found.push((Place { file: file.into(), line }, term));
    }
    found
}
