//! The locales of a project as a run goes over them: all at a time, or a few after the others where all of them would take much
//! room.
//!
//! 1. [`read()`] reads the sources, the reference and every locale. As soon as the files of the locales are longer together than
//!    [`Config::room`], those that were read are let go, but for what they have a [`Say`] in.
//! 2. [`Turns::english`] finds out which text is which message, which all locales together decide.
//! 3. [`Turns::next`] reads the next locales, with those that they fall back to, and brings them up to that.

use std::collections::VecDeque;
use std::path::Path;

use handback_core::text::date::Date;

use super::locale_input::{self, LocaleInput};
use super::read::{Inputs, Scope, read_english};
use super::say::Say;
use super::view::Written;
use super::{LocaleView, Snapshot, hash_form};
use crate::problem::FileError;
use crate::project::seen::Seen;
use crate::project::transaction::Stopped;
use crate::settings::config::Config;
use crate::settings::locale::{Locale, fallbacks_first};

/// What is left of the way through the locales.
pub struct Turns {
    say: Say,
    /// All locales, where they were read at once.
    all: Option<Vec<LocaleInput>>,
    /// Names of locales that are read together.
    groups: VecDeque<Vec<String>>,
    /// How long the files of each locale are, as the configuration has them, or will be.
    sizes: Vec<u64>,
    /// What was written of all locales: what lies there when one is read again counts, whether or not somebody changed it since.
    written: Option<Written>,
}

/// Whether locales become longer in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grow {
    No,
    /// What is missing gets drafts.
    Drafts,
}

/// So many times as long as the sources the files of a locale are, resources and states, once everything is translated.
const TRANSLATED: u64 = 3;

/// Some locales, brought up to the English.
pub struct Turn<'a> {
    /// Has those that these fall back to, too.
    pub snapshot: Snapshot<'a>,
    names: Vec<String>,
}

impl Turn<'_> {
    /// Whether it is the turn of a locale, by name.
    pub fn is_of(&self, locale: &str) -> bool {
        self.names.iter().any(|name| name == locale)
    }

    /// Gives their pages the metadata that a sync would hand them off with.
    pub fn hand_off(&mut self, today: Date) {
        self.change(|snapshot, is_turn| _ = snapshot.hand_off(is_turn, today, false));
    }

    /// Hands the snapshot over to be changed, with a test whose turn it is.
    pub fn change(&mut self, change: impl FnOnce(&mut Snapshot<'_>, &dyn Fn(&str) -> bool)) {
        let Self { snapshot, names } = self;
        change(snapshot, &|locale| names.iter().any(|name| name == locale));
    }

    /// The locales whose turn it is.
    pub fn locales(&self) -> impl Iterator<Item = LocaleView<'_>> {
        self.snapshot.locales().filter(|locale| self.is_of(locale.name()))
    }
}

/// Reads a project. `seen` is given every path before it is looked at.
///
/// # Errors
/// As [`super::read()`].
pub fn read(
    config: &Config,
    scope: &Scope,
    grow: Grow,
    seen: &mut dyn FnMut(&Path),
) -> Result<(Inputs, Turns), FileError> {
    let (mut inputs, mut fatal) = read_english(config, scope, seen)?;
    let least = match grow {
        Grow::No => 0,
        Grow::Drafts => TRANSLATED * inputs.sources.iter().map(|source| source.text.len() as u64).sum::<u64>(),
    };
    let (mut say, mut sizes) = (Say::default(), Vec::new());
    let mut kept = Some(Vec::new());
    for locale in &config.locales {
        let (read, met) = locale_input::read(config, &inputs, locale, seen);
        sizes.push(met.size.max(least));
        inputs.note(met, &mut fatal);
        // Where something cannot be read, all of it is looked at together.
        let is_much = sizes.iter().sum::<u64>() > config.room && config.locales.len() > 1 && inputs.catalog_usable;
        match &mut kept {
            Some(locales) if !is_much => locales.push(read),
            _ => {
                kept.take().iter().flatten().for_each(|locale| say.add(locale, &inputs.reference));
                say.add(&read, &inputs.reference);
            }
        }
    }
    inputs.errors.extend(fatal);
    let Some(locales) = kept else {
        if !inputs.catalog_usable {
            let inputs = super::read(config, scope, seen)?;
            return Ok(Turns::all(inputs));
        }
        hash_form::settle(config, &mut inputs, Some(&say));
        let order: Vec<usize> = (0..sizes.len()).collect();
        let groups = groups(config, &order, &sizes);
        return Ok((inputs, Turns { say, all: None, groups, sizes, written: None }));
    };
    inputs.locales = locales;
    hash_form::settle(config, &mut inputs, None);
    Ok(Turns::all(inputs))
}

impl Turns {
    /// One turn for all locales.
    pub fn all(mut inputs: Inputs) -> (Inputs, Self) {
        let locales = inputs.take_locales();
        let say = Say::of(&locales, &inputs.reference);
        (inputs, Self { say, all: Some(locales), groups: VecDeque::new(), sizes: Vec::new(), written: None })
    }

    /// Whether all locales are in memory at a time.
    pub fn are_one(&self) -> bool {
        self.all.is_some()
    }

    /// The English that all locales are brought up to, to be asked for once.
    pub fn english<'a>(&mut self, config: &'a Config, inputs: &'a Inputs) -> Snapshot<'a> {
        Snapshot::english(config, inputs, std::mem::take(&mut self.say))
    }

    /// Lets all locales have their turn from the first on.
    pub fn begin_again(&mut self, config: &Config) {
        let order: Vec<usize> = (0..self.sizes.len()).collect();
        self.groups = groups(config, &order, &self.sizes);
    }

    /// The same, each behind those that it falls back to.
    pub fn begin_with_fallbacks(&mut self, config: &Config) {
        let locales: Vec<&Locale> = config.locales.iter().take(self.sizes.len()).collect();
        self.groups = groups(config, &fallbacks_first(&locales), &self.sizes);
    }

    /// Notes that all locales were written as they were brought up to the English.
    pub fn note_written(&mut self, written: Written) {
        self.written = Some(written);
    }

    /// The next locales; `None` after the last.
    ///
    /// # Errors
    /// Somebody changed a file of theirs since it was read first; or it cannot be read any more.
    pub fn next<'a>(&mut self, english: &Snapshot<'a>, today: Date) -> Result<Option<Turn<'a>>, Stopped> {
        if let Some(locales) = self.all.take() {
            let names = locales.iter().map(|locale| locale.locale.name.clone()).collect();
            return Ok(Some(Turn { snapshot: english.with(locales, today), names }));
        }
        let Some(names) = self.groups.pop_front() else { return Ok(None) };
        let locales = read_again(english, &names, self.written.is_some())?;
        let snapshot = match &self.written {
            Some(written) => english.with_written(written, locales, today),
            None => english.with(locales, today),
        };
        Ok(Some(Turn { snapshot, names }))
    }
}

/// Reads locales, and those that they fall back to, which were read before.
fn read_again(english: &Snapshot<'_>, names: &[String], follows: bool) -> Result<Vec<LocaleInput>, Stopped> {
    let (config, inputs) = (english.config, english.inputs);
    let wanted = config.locales.iter().filter(|locale| is_needed(config, locale, names));
    let mut read = Vec::new();
    for locale in wanted {
        let held = Seen::default();
        let (locale, met) = locale_input::read_noting(config, inputs, locale, (&mut |_| (), &held));
        let folder = config.locale_folder(&locale.locale.name);
        if follows {
            inputs.held.follow(&held, &folder);
        } else if let Some(path) = held.differing(&inputs.held, &folder) {
            return Err(Stopped::Changed(path));
        }
        if let Some(error) = met.errors.into_iter().next() {
            return Err(error.into());
        }
        read.push(locale);
    }
    Ok(read)
}

/// Whether a locale is one of these, or one of these falls back to it.
fn is_needed(config: &Config, locale: &Locale, names: &[String]) -> bool {
    let falls_back = |name: &String| config.locale(name).is_ok_and(|other| other.fallbacks.contains(&locale.name));
    names.contains(&locale.name) || names.iter().any(falls_back)
}

/// As many locales together as there is room for, in this order of their places in the configuration.
fn groups(config: &Config, order: &[usize], sizes: &[u64]) -> VecDeque<Vec<String>> {
    let mut groups: VecDeque<Vec<String>> = VecDeque::new();
    let size_of = |names: &[String]| -> u64 {
        let all = config.locales.iter().zip(sizes);
        all.filter(|(locale, _)| is_needed(config, locale, names)).map(|(_, size)| size).sum()
    };
    for name in order.iter().map(|place| &config.locales[*place].name) {
        let last = groups.back_mut();
        let together = last.as_deref().map(|group| [group.as_slice(), std::slice::from_ref(name)].concat());
        match (last, together) {
            (Some(group), Some(together)) if size_of(&together) <= config.room => *group = together,
            _ => groups.push_back(vec![name.clone()]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_locales_are_read_together_as_there_is_room_for() {
        let yaml = "locales: [fr-FR, {de-AT: [de-DE]}, de-DE, ja-JP]\n";
        let mut config = Config::parse(yaml, Path::new("/")).unwrap();
        let mut grouped = |room: u64| {
            config.room = room;
            groups(&config, &[0, 1, 2, 3], &[3, 1, 4, 2]).into_iter().map(|group| group.join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(grouped(0), ["fr-FR", "de-AT", "de-DE", "ja-JP"]);
        // A locale is read with the one that it falls back to, wherever that has its turn.
        assert_eq!(grouped(7), ["fr-FR", "de-AT de-DE ja-JP"]);
        assert_eq!(grouped(8), ["fr-FR de-AT de-DE", "ja-JP"]);
        assert_eq!(grouped(10), ["fr-FR de-AT de-DE ja-JP"]);
    }

    #[test]
    fn drafts_are_made_of_locales_that_others_fall_back_to_first() {
        let yaml = "locales: [{fr-CA: [fr-FR]}, {de-AT: [de-DE]}, fr-FR, de-DE]\n";
        let mut config = Config::parse(yaml, Path::new("/")).unwrap();
        config.room = 0;
        let mut turns = Turns::all(Inputs::default()).1;
        turns.sizes = vec![1; 4];
        turns.begin_with_fallbacks(&config);
        assert_eq!(turns.groups.make_contiguous().concat(), ["fr-FR", "fr-CA", "de-DE", "de-AT"]);
        turns.begin_again(&config);
        assert_eq!(turns.groups.make_contiguous().concat(), ["fr-CA", "de-AT", "fr-FR", "de-DE"]);
    }
}
