//! What holds after every run, however it went.

use std::collections::BTreeMap;
use std::path::Path;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::notation;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state::HandOff;
use handback_core::catalog::state_file::StateFile;
use handback_core::text::fingerprint::fingerprint;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{Fixture, KEY};

impl Fixture {
    /// Nothing wrong is on disk, and the pages made of it have the markup of their sources.
    pub fn lawful(&self) {
        self.no_key_is_written();
        // A run that was killed between two files that belong together left a note; the next one finishes it.
        if !self.project.path(".handback/unfinished").exists() {
            self.translations_are_whole();
        }
        let outcome = self.project.run(&["sync", "--no-mt", "--date", "2026-01-31"]);
        assert_eq!(outcome.code, 0, "{}{}", outcome.out, outcome.err);
        self.translations_are_whole();
        for name in ["mail.md", "notes.md"] {
            let source = self.project.read(&format!("source-docs/{name}"));
            let page = self.project.read(&format!("localized-docs/fr-FR/{name}"));
            assert_eq!(blocks(&page), blocks(&source), "{name}:\n{page}");
            assert_eq!(marks(&page), marks(&source), "{name}:\n{page}");
        }
    }

    fn no_key_is_written(&self) {
        for (name, text) in files_below(&self.project.path("")) {
            assert!(name == "key.txt" || !text.contains(KEY), "{name} holds the key");
        }
    }

    fn translations_are_whole(&self) {
        let (english, mut french) = (messages(self, "en-US"), messages(self, "fr-FR"));
        for (name, text) in files_below(&self.project.path("locales/fr-FR")) {
            if !name.ends_with(".yaml") {
                assert!(name.ends_with(".ftl"), "{name} is left behind");
                continue;
            }
            if name.ends_with(".page.yaml") {
                HandOff::parse(&text).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
                continue;
            }
            let state = StateFile::parse(&text).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
            for (id, state) in state.messages {
                let translation = french.remove(&*id).unwrap_or_else(|| panic!("`{id}` has a state and no text"));
                assert!(!translation.contains(|c: char| c.is_control() && c != '\n'), "{translation:?}");
                let Some(today) = english.get(&*id).filter(|_| !state.obsolete) else {
                    assert!(state.obsolete, "`{id}` is no message of the English");
                    continue;
                };
                let current = (state.source == fingerprint(today)).then_some(translation);
                let draft = state
                    .draft
                    .as_ref()
                    .filter(|draft| draft.source == fingerprint(today))
                    .map(|draft| draft.text.clone());
                current.into_iter().chain(draft).for_each(|text| same_marks(today, &text));
            }
        }
        assert!(french.is_empty(), "texts without a state: {french:?}");
    }
}

fn same_marks(english: &str, translation: &str) {
    assert_eq!(marks(translation), marks(english), "{translation}");
}

/// Messages of a locale, all files together; every file must be without fault.
fn messages(fixture: &Fixture, locale: &str) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    for (name, text) in files_below(&fixture.project.path(&format!("locales/{locale}"))) {
        if !name.ends_with(".ftl") {
            continue;
        }
        let resource = Resource::parse(text).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        assert!(resource.problems.is_empty() && resource.duplicates.is_empty(), "{name}: {:?}", resource.problems);
        for entry in resource.entries() {
            let Some(Pattern::Text(text)) = &entry.pattern else { panic!("{name}: `{}` is no plain text", entry.id) };
            messages.insert(entry.id.to_string(), text.clone());
        }
    }
    messages
}

/// Names and texts of all files below a folder, the work folder's too. What a killed write leaves behind is
/// no file of the project.
pub fn files_below(folder: &Path) -> Vec<(String, String)> {
    let walk = ignore::WalkBuilder::new(folder).standard_filters(false).build();
    let files = walk.flatten().filter(|entry| entry.path().is_file());
    let read = |entry: ignore::DirEntry| {
        if entry.file_name().to_string_lossy().starts_with(".handback-") {
            return None;
        }
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        // A file that goes away while a command is at work is none that is left.
        let bytes = std::fs::read(entry.path()).ok()?;
        Some((name, String::from_utf8_lossy(&bytes).into_owned()))
    };
    let mut files: Vec<(String, String)> = files.filter_map(read).collect();
    files.sort();
    files
}

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// Blocks in their order, without what is in them.
fn blocks(text: &str) -> Vec<String> {
    let inline = |tag: &Tag<'_>| {
        matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough)
    };
    let block = |event| match event {
        Event::Start(tag) if !inline(&tag) => Some(format!("{tag:?}")),
        Event::Html(html) => Some(html.into_string()),
        Event::Rule => Some("rule".to_owned()),
        _ => None,
    };
    events(text).filter_map(block).collect()
}

/// Code, targets of links, tags, emphasis, line breaks and placeables, sorted: a translation may move them.
fn marks(text: &str) -> Vec<String> {
    let mark = |event| match event {
        Event::Code(code) => Some(format!("`{code}`")),
        Event::InlineHtml(html) | Event::Html(html) => Some(html.into_string()),
        Event::Start(Tag::Link { dest_url, .. }) => Some(format!("]({dest_url})")),
        Event::Start(Tag::Image { dest_url, .. }) => Some(format!("!({dest_url})")),
        Event::Start(Tag::Strong) => Some("**".into()),
        Event::Start(Tag::Emphasis) => Some("*".into()),
        Event::HardBreak => Some("line break".into()),
        _ => None,
    };
    let mut marks: Vec<String> = events(text).filter_map(mark).collect();
    marks.extend(notation::placeables(text).map(str::to_owned));
    marks.sort();
    marks
}
