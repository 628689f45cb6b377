//! What must hold for any input. A target panics where it does not, and returns what was special about the input: one after
//! which that is new is worth changing again.

use std::borrow::Cow;
use std::hash::Hasher as _;
use std::sync::Arc;

use fastrand::Rng;
use handback_core::align::align;
use handback_core::catalog::Id;
use handback_core::catalog::escape::{self, Pattern};
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::reference::Structure;
use handback_core::catalog::resource::{Content, Resource};
use handback_core::catalog::state::HandOff;
use handback_core::catalog::state_file::StateFile;
use handback_core::catalog::three_way::{Versions, Wordings, merge};
use handback_core::document::{Document, ParseOptions, Syntax};
use handback_core::memory::{po, tmx};
use handback_core::render::{render_source, with_texts};
use handback_core::text::constructs::Constructs;
use handback_core::text::flavor::Flavor;
use handback_core::text::limits::{LONGEST_TEXT, head};
use handback_core::translate::glossary::Glossary;
use handback_core::translate::inline::Known;
use handback_core::translate::item::{Markup, Shield};
use handback_core::translate::protect::Protected;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

/// Something that reads what others write.
pub struct Target {
    pub name: &'static str,
    pub seeds: &'static [&'static str],
    pub run: fn(&str, &mut Rng) -> u64,
}

const DOCUMENTS: &[&str] = &[
    include_str!("../seeds/document/docfx.md"),
    include_str!("../seeds/document/hugo.md"),
    include_str!("../seeds/document/mdx.mdx"),
    include_str!("../seeds/document/mkdocs.md"),
    include_str!("../seeds/document/html.md"),
    include_str!("../seeds/document/toc.yml"),
];
const RESOURCES: &[&str] =
    &[include_str!("../seeds/resource/plain.ftl"), include_str!("../seeds/resource/selectors.ftl")];
const STATES: &[&str] = &[
    include_str!("../seeds/state/state.yaml"),
    include_str!("../seeds/state/page.yaml"),
    include_str!("../seeds/state/structure.yaml"),
    include_str!("../seeds/state/glossary.yaml"),
];
const TEXTS: &[&str] = &[include_str!("../seeds/text/inline.md")];
const MEMORIES: &[&str] = &[include_str!("../seeds/tmx/memory.tmx"), include_str!("../seeds/po/memory.po")];

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "document", seeds: DOCUMENTS, run: document },
    Target { name: "splice", seeds: RESOURCES, run: splice },
    Target { name: "state", seeds: STATES, run: state },
    Target { name: "escape", seeds: TEXTS, run: escape },
    Target { name: "protect", seeds: TEXTS, run: protect },
    Target { name: "adopt", seeds: DOCUMENTS, run: adopt },
    Target { name: "merge", seeds: RESOURCES, run: merged },
    Target { name: "memory", seeds: MEMORIES, run: memory },
];

fn said(what: impl std::hash::Hash) -> u64 {
    let mut hasher = FxHasher::default();
    what.hash(&mut hasher);
    hasher.finish()
}

fn parsed<'s>(text: &'s str, rng: &mut Rng) -> Document<'s> {
    let flavor = Flavor::ALL[rng.usize(..Flavor::ALL.len())];
    let keys = ["title", "hero.text"].map(str::to_owned).into();
    let constructs = Arc::new(Constructs::of(flavor));
    let options = ParseOptions { constructs, front_matter_keys: keys, ..ParseOptions::default() };
    Document::parse(text, if rng.u32(..8) == 0 { Syntax::Yaml } else { Syntax::Markdown }, &options)
}

/// What a document is made of, roughly.
fn shape(document: &Document<'_>) -> u64 {
    let kinds: Vec<_> = document.units.iter().take(6).map(|unit| (unit.kind, unit.translatable)).collect();
    said((document.constructs.flavor as u8, kinds, document.warnings.len().min(2), document.blocks.len().min(3)))
}

/// Skeleton and texts are the document; units are in order and apart; other words go in and leave the skeleton as it is.
fn document(text: &str, rng: &mut Rng) -> u64 {
    let document = parsed(text, rng);
    assert_eq!(render_source(&document), text, "identity");
    let mut at = 0;
    for unit in &document.units {
        assert!(at <= unit.span.start && unit.span.start <= unit.span.end, "units are in order");
        at = unit.span.end;
    }
    let wording = ["Zwei Wörter", "a | b", "1. x\n\n# y", "\"'`<&>{}", " z "][rng.usize(..5)];
    let page = with_texts(&document, |_, _| Some(Cow::Borrowed(wording)));
    let mut rest = page.as_str();
    let mut from = 0;
    for unit in &document.units {
        let skeleton = &text[from..unit.span.start];
        rest = rest.strip_prefix(skeleton).expect("the skeleton stays");
        let put = document.put_back(unit, wording);
        rest = rest.strip_prefix(put.as_str()).expect("a text goes where its unit is");
        from = unit.span.end;
    }
    assert_eq!(rest, &text[from..], "the skeleton stays");
    let again = parsed(&page, &mut Rng::with_seed(1));
    assert_eq!(render_source(&again), page, "identity of a page");
    shape(&document)
}

/// A message that is set is there, the others stay as they are, and what is removed is gone. A file with junk is only read.
fn splice(text: &str, rng: &mut Rng) -> u64 {
    let Ok(resource) = Resource::parse(text.to_owned()) else { return 0 };
    let ids: Vec<Id> = resource.entries().iter().map(|entry| entry.id.clone()).collect();
    let chosen = rng.choice(&ids).cloned();
    let gone = rng.choice(&ids).filter(|id| Some(*id) != chosen.as_ref()).cloned();
    let new = Id::from("zzz-new");
    let wording = ["Ein Satz", "{", "a\n  b\n[c]", ".d = e", "", "\u{a0}f "][rng.usize(..6)];
    let mut set = FxHashMap::default();
    for id in chosen.iter().chain([&new]) {
        set.insert(id.clone(), Content::Value(escape::encode(wording)));
    }
    let remove: FxHashSet<Id> = gone.iter().cloned().collect();
    let written = resource.splice(&set, &remove, &ids);
    let again = Resource::spliced(written.clone());
    Resource::parse(written.clone())
        .unwrap_or_else(|problem| panic!("what was written is read: {problem:?} {written:?}"));
    let is_clean = resource.problems.is_empty() && resource.duplicates.is_empty() && !has_lone_return(text);
    if is_clean {
        for id in chosen.iter().chain([&new]) {
            let pattern = again.get(id).and_then(|entry| entry.pattern.as_ref());
            let is_there = pattern.is_some_and(|pattern| pattern.as_str() == wording) || wording.is_empty();
            assert!(is_there, "`{id}` is set: {written:?} has {pattern:?}");
        }
        for entry in resource.entries().iter().filter(|entry| !set.contains_key(&entry.id)) {
            let now = again.get(&entry.id).map(|entry| entry.pattern.clone());
            match remove.contains(&entry.id) {
                true => assert_eq!(now, None, "`{}` is gone: {written:?}", entry.id),
                false => assert_eq!(now.as_ref(), Some(&entry.pattern), "`{}` stays: {written:?}", entry.id),
            }
        }
    }
    said((is_clean, ids.len().min(5), resource.problems.len().min(3), resource.terms().count().min(3)))
}

/// What was read is written as it was read, and every reader says no without a panic.
fn state(text: &str, _: &mut Rng) -> u64 {
    let state = StateFile::parse(text);
    if let Ok(state) = &state {
        let order: Vec<Id> = state.messages.keys().cloned().collect();
        let written = state.format(&order, &order);
        assert_eq!(StateFile::parse(&written).as_ref(), Ok(state), "{written}");
    }
    let page = HandOff::parse(text);
    if let Ok(page) = &page {
        assert_eq!(HandOff::parse(&page.format()).as_ref(), Ok(page), "{}", page.format());
    }
    let structure = Structure::parse(text);
    if let Ok(structure) = &structure {
        let again = Structure::parse(&structure.format());
        assert_eq!(again.as_ref().map(Structure::format), Ok(structure.format()));
    }
    let glossary = Glossary::parse(text);
    let problem = |message: &str| message.split(' ').take(3).map(str::len).sum::<usize>();
    said((
        state.as_ref().map(|state| state.messages.len().min(3)).map_err(|error| problem(&error.message)),
        page.is_ok(),
        structure.is_ok(),
        glossary.is_ok(),
    ))
}

/// Any text comes back from a resource.
fn escape(text: &str, _: &mut Rng) -> u64 {
    // Line ends are those of the file, and noncharacters are those of placeables.
    let text = head(text, LONGEST_TEXT).replace(['\u{fdd0}', '\u{fdd1}'], "").replace("\r\n", "\n");
    let source = format!("a ={}\nb = c\n", escape::encode(&text));
    let resource = Resource::parse(source.clone()).unwrap_or_else(|problem| panic!("{problem:?} {source:?}"));
    let pattern = resource.get("a").and_then(|entry| entry.pattern.as_ref()).map(Pattern::as_str);
    assert_eq!(pattern.unwrap_or_default(), text, "{source:?}");
    assert!(resource.get("b").is_some(), "{source:?}");
    said((text.len().min(8), source.matches('{').count().min(8), source.lines().count().min(8)))
}

/// What was sent is read again. Known: where words and marks meet as nobody writes them, a blank may come in beside what is kept,
/// and `[][]` may get a label; so that it is the same is held by a property on what people write alone.
fn protect(text: &str, rng: &mut Rng) -> u64 {
    let text = &head(text, LONGEST_TEXT).replace(['\n', '\r', '\t'], " ");
    let constructs = Constructs::of(Flavor::ALL[rng.usize(..Flavor::ALL.len())]);
    let known = Known { constructs: Some(&constructs), ..Known::default() };
    let protected = Protected::new(text, known, None);
    let markup = [Markup::Html(Shield::Class), Markup::Xml, Markup::Tokens][rng.usize(..3)];
    let written = protected.write(markup);
    if !protected.is_ambiguous(markup) {
        let restored = protected.restore(&written, markup);
        assert!(restored.is_ok() || text.contains(['\u{FDD0}', '\u{FDD1}']), "{restored:?}");
    }
    said((constructs.flavor as u8, written.matches('<').count().min(9), protected.has_text()))
}

/// Every unit is in one pair at most, or left.
fn adopt(text: &str, rng: &mut Rng) -> u64 {
    let english = parsed(text, rng);
    let mut other = text.to_owned();
    for _ in 0..3 {
        let at = (0..=rng.usize(..=other.len())).rev().find(|at| other.is_char_boundary(*at)).unwrap_or(0);
        if rng.bool() {
            other.insert_str(at, "\n\nNeuer Satz 7.\n\n");
        } else {
            other.truncate(at);
        }
    }
    let page = parsed(&other, rng);
    let found = align(&english, &page, None);
    let mut seen: FxHashSet<usize> = FxHashSet::default();
    let mut of_page: FxHashSet<usize> = FxHashSet::default();
    for pair in &found.pairs {
        assert!(pair.english < english.units.len() && pair.page < page.units.len(), "{pair:?}");
        assert!(seen.insert(pair.english) && of_page.insert(pair.page), "{pair:?}");
    }
    said((found.pairs.len().min(6), found.lost.len().min(4), found.extra.len().min(4), found.refused.len().min(2)))
}

/// Known: a carriage return without a line end is text for Fluent's parser at the end of a file, and joins what is written
/// behind it.
fn has_lone_return(text: &str) -> bool {
    text.replace("\r\n", "").contains('\r')
}

/// What three versions are merged to is read, and what is on both sides stays.
fn merged(text: &str, rng: &mut Rng) -> u64 {
    if has_lone_return(text) {
        return 2;
    }
    let version = |rng: &mut Rng| {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let kept = lines.iter().filter(|_| rng.u32(..6) > 0).copied().collect::<String>();
        let text = if rng.u32(..4) == 0 { kept.replacen(" = ", " = x ", 1) } else { kept };
        Resource::parse(text).ok().map(|resource| LocaleFile::new(resource, StateFile::default()))
    };
    let (Some(base), Some(ours), Some(theirs)) = (version(rng), version(rng), version(rng)) else { return 0 };
    let versions = Versions { base: &base, ours: &ours, theirs: &theirs };
    let Some(merged) = merge(versions, Wordings::Best) else { return 1 };
    let resource = Resource::parse(merged.resource.clone()).unwrap_or_else(|problem| panic!("{problem:?}"));
    assert!(resource.problems.is_empty(), "{:?} {:?}", resource.problems, merged.resource);
    for entry in ours.resource.entries() {
        let same =
            |other: &LocaleFile| other.resource.get(&entry.id).is_some_and(|found| found.pattern == entry.pattern);
        if same(&theirs) && same(&base) {
            assert!(resource.get(&entry.id).is_some_and(|found| found.pattern == entry.pattern), "{}", entry.id);
        }
    }
    said((resource.entries().len().min(6), merged.open.len().min(3)))
}

/// Memories of others are read, or refused.
fn memory(text: &str, _: &mut Rng) -> u64 {
    let mut pairs = 0;
    let of_tmx = tmx::read(text.as_bytes(), ("en", "de"), &mut |_| pairs += 1).map(|_| pairs.min(4));
    let of_po = po::read(text).is_ok();
    said((of_tmx.map_err(|error| error.line.min(9)), of_po))
}
