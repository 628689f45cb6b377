//! Front matter that belongs to the translation: what every page of a locale says, what a page keeps of its own, and what
//! pages of the English have alone.
//!
//! The rules work on a rendered page, after its texts are in place. An entry keeps the spelling that its page had, as long as it
//! says what the rules want.

use std::ops::Range;

use serde_json::Value;

use crate::catalog::state::{HandOff, KeptEntry, Spelled};
use crate::document::front_matter::head::{Dialect, Entry, Head, entry_text, spelled, value_in};
use crate::text::flavor::Flavor;

use super::metadata;

/// The way to a value through nested keys.
pub type Way = Vec<String>;

/// What the pages of one locale have in their front matter.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Values that every page has.
    pub set: Vec<(Way, Value)>,
    /// Keys whose entries belong to the page.
    pub keep: Vec<String>,
    /// Keys that pages do not have.
    pub drop: Vec<String>,
    /// Keys that name the commit of the English.
    pub commit: Vec<Way>,
    /// Whether pages that name no commit get the first of these keys.
    pub names_commit: bool,
}

impl Rules {
    /// The name of an entry is among those that the page has of its own.
    fn is_own(&self, name: &str) -> bool {
        self.keep.iter().any(|key| key == name) || self.ways().any(|way| way.first().is_some_and(|first| first == name))
    }

    fn ways(&self) -> impl Iterator<Item = &Way> {
        self.set.iter().map(|(way, _)| way).chain(&self.commit)
    }

    /// Whether rendered pages stay as they are.
    pub fn is_idle(&self) -> bool {
        self.set.is_empty() && self.drop.is_empty() && !self.names_commit
    }

    /// Whether a rendered page with this hand-off stays as it is.
    pub fn leaves(&self, hand_off: Option<&HandOff>) -> bool {
        let has_nothing = |hand_off: &HandOff| {
            hand_off.front_matter.is_empty() && hand_off.order.is_empty() && !hand_off.spelling.iter().any(is_whole)
        };
        self.is_idle() && hand_off.is_none_or(has_nothing)
    }

    /// A rendered page with the front matter of its locale.
    pub fn localized(&self, text: String, flavor: Flavor, hand_off: Option<&HandOff>) -> String {
        if self.leaves(hand_off) {
            return text;
        }
        let kept = hand_off.map_or(&[][..], |hand_off| &hand_off.front_matter);
        let order = hand_off.map_or(&[][..], |hand_off| &hand_off.order);
        let mut page = Page { text, flavor };
        let commit = hand_off.and_then(|hand_off| hand_off.commit.as_deref()).map(Value::from);
        self.drop.iter().for_each(|key| page.remove(key));
        let mut is_named = false;
        for entry in kept {
            let name = |way: &&Way| way.first() == Some(&entry.key);
            let wanted = self.set.iter().find(|(way, _)| name(&way)).map(|(way, value)| (way, Some(value)));
            let named = self.commit.iter().find(name).map(|way| (way, commit.as_ref()));
            match wanted.or(named) {
                Some((way, value)) => {
                    page.put(entry);
                    value.into_iter().for_each(|value| page.set(way, value));
                    is_named |= named.is_some();
                }
                None if !self.keep.contains(&entry.key) => {}
                None if entry.text.is_empty() => page.remove(&entry.key),
                None => page.put(entry),
            }
        }
        self.set.iter().for_each(|(way, value)| page.set(way, value));
        if let (true, Some(way), Some(commit)) = (self.names_commit && !is_named, self.commit.first(), &commit) {
            page.set(way, commit);
        }
        hand_off.iter().flat_map(|hand_off| &hand_off.spelling).for_each(|spelled| page.spell(spelled));
        page.reorder(order);
        page.text
    }

    /// Entries that say the same in a page and in its English, and that the page writes in its own way.
    pub fn spelled(page: &str, english: &str, flavor: Flavor) -> Vec<Spelled> {
        let (Some(page), Some(english)) = (Head::of(page, flavor), Head::of(english, flavor)) else {
            return Vec::new();
        };
        let own = |entry: &Entry| {
            let way = std::slice::from_ref(&entry.name);
            let (text, ours) = (page.text(entry).replace("\r\n", "\n"), english.text(english.entry(&entry.name)?));
            let says_the_same = page.value(way).is_some_and(|value| english.value(way) == Some(value));
            let is_own = says_the_same && text != ours.replace("\r\n", "\n");
            is_own.then(|| Spelled { english: None, key: Some(entry.name.clone()), page: text, at: vec![WHOLE.into()] })
        };
        let is_yaml = page.dialect == Dialect::Yaml && english.dialect == Dialect::Yaml;
        page.entries.iter().filter(|_| is_yaml).filter_map(own).collect()
    }

    /// The keys of a page in its order, if what it has of the English stands in another order there.
    pub fn order(page: &str, english: &str, flavor: Flavor) -> Vec<String> {
        let names = |text: &str| -> Vec<String> {
            let head = Head::of(text, flavor).filter(|head| head.dialect == Dialect::Yaml);
            head.map_or_else(Vec::new, |head| head.entries.into_iter().map(|entry| entry.name).collect())
        };
        let (page, english) = (names(page), names(english));
        let places = page.iter().filter_map(|name| english.iter().position(|other| other == name));
        if places.is_sorted() { Vec::new() } else { page }
    }

    /// The values that a page does not have although it should, by their keys: something else stands in their way.
    pub fn unsaid(&self, page: &str, flavor: Flavor) -> Vec<String> {
        let head = Head::of(page, flavor);
        if flavor == Flavor::Jekyll && head.is_none() && !Head::is_unreadable(page, flavor) {
            return Vec::new();
        }
        let is_there = |way: &Way, value: &Value| {
            head.as_ref().and_then(|head| head.value(way)).is_some_and(|there| says(&there, value))
        };
        self.set.iter().filter(|(way, value)| !is_there(way, value)).map(|(way, _)| way.join(".")).collect()
    }

    /// The entries that a localized page has of its own, with their places; `None` if its front matter cannot be read.
    pub fn kept(&self, page: &str, english: &str, flavor: Flavor) -> Option<Vec<KeptEntry>> {
        if Head::is_unreadable(page, flavor) {
            return None;
        }
        let english = Head::of(english, flavor);
        let of_english = |name: &str| english.as_ref().and_then(|head| Some(head.text(head.entry(name)?)));
        let mut kept = Vec::new();
        let mut before: Option<&str> = None;
        let head = Head::of(page, flavor);
        for entry in head.iter().flat_map(|head| &head.entries) {
            let name = entry.name.as_str();
            let is_kept = self.keep.contains(&entry.name);
            let text = head.as_ref().map_or("", |head| head.text(entry));
            if is_kept || self.is_own(name) && of_english(name).is_none() {
                let text = text.replace("\r\n", "\n");
                kept.push(KeptEntry { key: name.to_owned(), after: before.map(str::to_owned), text });
            }
            if self.is_own(name) || of_english(name).is_some() {
                before = Some(name);
            }
        }
        let is_there = |key: &String| head.as_ref().is_some_and(|head| head.entry(key).is_some());
        let lacking = self.keep.iter().filter(|key| !is_there(key) && of_english(key).is_some());
        kept.extend(lacking.map(|key| KeptEntry { key: key.clone(), after: None, text: String::new() }));
        Some(kept)
    }

    /// Keys of entries that a page has of its own, and that no rule knows: they become those of the English.
    pub fn unknown(&self, page: &str, english: &str, flavor: Flavor, translated: &[String]) -> Vec<String> {
        let (Some(page), english) = (Head::of(page, flavor), Head::of(english, flavor)) else { return Vec::new() };
        let is_translated = |name: &str| translated.iter().any(|key| key.split('.').next() == Some(name));
        let is_other = |entry: &&Entry| {
            let ours = english.as_ref().and_then(|head| Some((head, head.entry(&entry.name)?)));
            let way = std::slice::from_ref(&entry.name);
            let is_same = ours.is_some_and(|(head, ours)| {
                head.text(ours).trim_end() == page.text(entry).trim_end()
                    || head.value_without_texts(way, translated) == page.value_without_texts(way, translated)
            });
            !is_same && !is_translated(&entry.name) && !self.is_own(&entry.name) && !metadata::is_key(&entry.name)
        };
        page.entries.iter().filter(is_other).map(|entry| entry.name.clone()).collect()
    }

    /// A page whose front matter says these things below a key.
    pub fn saying(text: String, flavor: Flavor, key: &str, entries: &[(&str, Value)]) -> String {
        let mut page = Page { text, flavor };
        entries.iter().for_each(|(name, value)| page.set(&vec![key.to_owned(), (*name).to_owned()], value));
        page.text
    }

    /// A page whose front matter says nothing below a key; a front matter that was there for it alone goes, too.
    pub fn silent(text: String, flavor: Flavor, key: &str) -> String {
        let mut page = Page { text, flavor };
        if page.head().is_none_or(|head| head.entry(key).is_none()) {
            return page.text;
        }
        page.remove(key);
        let start = if page.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let empty = ["---\n---\n", "---\r\n---\r\n"].into_iter().find(|empty| page.text[start..].starts_with(empty));
        if let Some(empty) = empty {
            page.text.replace_range(start..start + empty.len(), "");
        }
        page.text
    }

    /// A page without the commit that it names: it changes with the English, and is nobody's edit.
    pub fn without_commit(&self, text: &str, flavor: Flavor) -> Option<String> {
        if self.commit.is_empty() {
            return None;
        }
        let mut page = Page { text: text.to_owned(), flavor };
        self.commit.iter().filter_map(|way| way.first()).for_each(|key| page.remove(key));
        (page.text != text).then_some(page.text)
    }

    /// The commit of its English that a page names.
    pub fn named_commit(&self, page: &str, flavor: Flavor) -> Option<String> {
        let head = Head::of(page, flavor)?;
        let text = |value: Value| match value {
            Value::String(text) => Some(text.trim().to_owned()),
            // A short name of digits.
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        self.commit.iter().find_map(|way| text(head.value(way)?)).filter(|commit| !commit.is_empty())
    }
}

/// The place of what is a whole entry of front matter.
const WHOLE: &str = "entry";

fn is_whole(spelled: &Spelled) -> bool {
    spelled.at.iter().any(|place| place == WHOLE)
}

/// A rendered page whose front matter is being changed.
struct Page {
    text: String,
    flavor: Flavor,
}

impl Page {
    fn head(&self) -> Option<Head<'_>> {
        Head::of(&self.text, self.flavor)
    }

    /// Makes a change, unless the front matter could not be read any more.
    fn edit(&mut self, edit: Option<(Range<usize>, String)>) {
        let Some((range, text)) = edit else { return };
        let was = self.text.clone();
        self.text.replace_range(range, &text);
        if self.head().is_none() {
            self.text = was;
        }
    }

    /// Writes a whole entry as its page does, as long as it says that.
    fn spell(&mut self, spelled: &Spelled) {
        let Some(head) = self.head().filter(|head| head.dialect == Dialect::Yaml && is_whole(spelled)) else { return };
        let Some(key) = &spelled.key else { return };
        let way = std::slice::from_ref(key);
        let entry = head.entry(key).filter(|_| value_in(Dialect::Yaml, &spelled.page, way) == head.value(way));
        let edit = entry.map(|entry| (entry.span.clone(), spelled.page.replace('\n', head.newline())));
        self.edit(edit);
    }

    /// Puts the entries that have a place in an order into it; each of the others stays where it is.
    fn reorder(&mut self, order: &[String]) {
        let Some(head) = self.head().filter(|head| head.dialect == Dialect::Yaml && !order.is_empty()) else { return };
        let place = |entry: &&Entry| order.iter().position(|name| *name == entry.name);
        let known: Vec<&Entry> = head.entries.iter().filter(|entry| place(entry).is_some()).collect();
        let mut sorted = known.clone();
        sorted.sort_by_key(place);
        let (Some(first), Some(last)) = (known.first(), known.last()) else { return };
        let range = first.span.start..last.span.end;
        let (mut text, mut at) = (String::with_capacity(range.len()), range.start);
        for (there, entry) in known.iter().zip(&sorted) {
            text.push_str(&head.source[at..there.span.start]);
            text.push_str(head.text(entry));
            at = there.span.end;
        }
        // The last line of a front matter may lack its end.
        let is_whole = known.iter().all(|entry| head.text(entry).ends_with('\n'));
        let edit = is_whole.then_some((range, text));
        self.edit(edit);
    }

    fn remove(&mut self, key: &str) {
        let edit = self.head().and_then(|head| {
            let at = head.entries.iter().position(|entry| entry.name == key)?;
            let Range { start, end } = head.entries[at].span;
            let span = match (head.dialect, head.entries.get(at + 1), at.checked_sub(1)) {
                (Dialect::Json, Some(next), _) => start..next.span.start,
                (Dialect::Json, None, Some(before)) => head.entries[before].span.end..end,
                _ => start..end,
            };
            Some((span, String::new()))
        });
        self.edit(edit);
    }

    /// Puts an entry where it stood in its page.
    fn put(&mut self, kept: &KeptEntry) {
        let Some(head) = self.with_head() else { return };
        let Some(text) = written_for(&head, kept) else { return };
        let at = head.entries.iter().position(|entry| entry.name == kept.key);
        let above = at.and_then(|at| Some(&head.entries[at.checked_sub(1)?].name));
        let is_known = kept.after.as_ref().is_none_or(|after| head.entry(after).is_some());
        if at.is_some() && is_known && above != kept.after.as_ref() && head.dialect != Dialect::Json {
            // It stands elsewhere in the English.
            self.remove(&kept.key);
            if self.head().is_some_and(|head| head.entry(&kept.key).is_none()) {
                self.put(kept);
            }
            return;
        }
        let edit = match (head.entry(&kept.key), &kept.after) {
            (Some(entry), _) => (entry.span.clone(), text),
            (None, Some(after)) => match head.entries.iter().position(|entry| entry.name == *after) {
                Some(at) => insertion(&head, at + 1, text),
                None => at_end(&head, text),
            },
            (None, None) => insertion(&head, 0, text),
        };
        self.edit(Some(edit));
    }

    /// Makes the page say a value, unless it says so already.
    fn set(&mut self, way: &Way, value: &Value) {
        if self.is_bare() {
            return;
        }
        let Some(head) = self.with_head() else { return };
        if head.value(way).is_some_and(|said| says(&said, value)) {
            return;
        }
        let text = entry_text(head.dialect, way, value, head.newline());
        let entry = way.first().and_then(|first| head.entry(first));
        let edit = match (entry, head.place(way)) {
            (Some(entry), _) if way.len() == 1 => (entry.span.clone(), text),
            (_, Some(place)) if way.len() > 1 => (place, spelled(head.dialect, value)),
            (None, _) => match (head.below_header(way), way.last()) {
                (Some(at), Some(last)) => {
                    let line = entry_text(head.dialect, std::slice::from_ref(last), value, head.newline());
                    (at..at, line)
                }
                _ => at_end(&head, text),
            },
            // Something else stands in the way: it is not for us to say what becomes of it.
            (Some(entry), None) => match below(&head, entry, way, value) {
                Some(edit) => edit,
                None => return,
            },
            (Some(_), Some(_)) => return,
        };
        self.edit(Some(edit));
    }

    /// To Jekyll a file without front matter is none of its pages, and would become one.
    fn is_bare(&self) -> bool {
        self.flavor == Flavor::Jekyll && self.head().is_none()
    }

    /// The front matter; a page without any gets one.
    fn with_head(&mut self) -> Option<Head<'_>> {
        if self.head().is_none() {
            if Head::is_unreadable(&self.text, self.flavor) {
                return None;
            }
            let start = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            let newline = crate::document::newline_at(&self.text, start);
            self.text.insert_str(start, &format!("---{newline}---{newline}"));
        }
        self.head()
    }
}

/// Whether a value is that which a rule asks for.
fn says(said: &Value, value: &Value) -> bool {
    match (said, value) {
        // A commit of digits alone is a number to YAML.
        (Value::Number(said), Value::String(value)) => said.to_string() == *value,
        _ => said == value,
    }
}

/// An entry as the page's front matter has it, which may be in another format than when the entry was kept.
fn written_for(head: &Head<'_>, kept: &KeptEntry) -> Option<String> {
    let way = std::slice::from_ref(&kept.key);
    if value_in(head.dialect, &kept.text, way).is_some() {
        return Some(kept.text.replace('\n', head.newline()));
    }
    let dialects = [Dialect::Yaml, Dialect::Toml, Dialect::Json];
    let value = dialects.into_iter().find_map(|dialect| value_in(dialect, &kept.text, way))?;
    Some(entry_text(head.dialect, way, &value, head.newline()))
}

/// Adds the last key of a way of two below its first, where there are others.
fn below(head: &Head<'_>, entry: &Entry, way: &Way, value: &Value) -> Option<(Range<usize>, String)> {
    let ([_, last], Dialect::Yaml) = (way.as_slice(), head.dialect) else { return None };
    let text = head.text(entry);
    let (first, rest) = text.split_once('\n')?;
    let indent = rest.len() - rest.trim_start_matches(' ').len();
    let is_map = first.trim_end().ends_with(':') && indent > 0 && value_in(head.dialect, text, &way[..1])?.is_object();
    let line = format!("{}{last}: {}{}", " ".repeat(indent), spelled(head.dialect, value), head.newline());
    is_map.then_some((entry.span.end..entry.span.end, line))
}

/// An entry before the one with this number.
fn insertion(head: &Head<'_>, at: usize, text: String) -> (Range<usize>, String) {
    let before = at.checked_sub(1).and_then(|at| head.entries.get(at));
    let next = head.entries.get(at);
    if head.dialect != Dialect::Json {
        let place = before.map(|entry| entry.span.end).or_else(|| next.map(|entry| entry.span.start));
        let place = place.unwrap_or(head.content.end);
        return (place..place, text);
    }
    let first = head.entries.first().map_or(head.content.end, |entry| entry.span.start);
    let gap = &head.source[head.content.start..first];
    match (before, next) {
        (Some(entry), _) => (entry.span.end..entry.span.end, format!(",{gap}{text}")),
        (None, Some(entry)) => (entry.span.start..entry.span.start, format!("{text},{gap}")),
        (None, None) => (head.content.start..head.content.start, format!("{}  {text}", head.newline())),
    }
}

/// An entry after all others but those of the hand-off.
fn at_end(head: &Head<'_>, text: String) -> (Range<usize>, String) {
    let at = head.entries.iter().position(|entry| metadata::is_key(&entry.name)).unwrap_or(head.entries.len());
    if head.dialect == Dialect::Yaml && at == head.entries.len() {
        return (head.content.end..head.content.end, text);
    }
    insertion(head, at, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::Date;

    fn rules(set: &[(&str, Value)], keep: &[&str], drop: &[&str]) -> Rules {
        let way = |key: &str| key.split('.').map(str::to_owned).collect::<Way>();
        let own = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        Rules {
            set: set.iter().map(|(key, value)| (way(key), value.clone())).collect(),
            keep: own(keep),
            drop: own(drop),
            commit: vec![way("l10n.sourceCommit"), way("lang_commit")],
            names_commit: false,
        }
    }

    fn hand_off(front_matter: Vec<KeptEntry>, commit: Option<&str>) -> HandOff {
        let commit = commit.map(str::to_owned);
        HandOff { commit, front_matter, ..HandOff::new("1", Date::constant(2026, 1, 1), "2") }
    }

    /// What a page with this front matter becomes by the rules, and that it is what comes of it once more.
    fn localized(rules: &Rules, english: &str, page: &str, commit: Option<&str>) -> String {
        let kept = rules.kept(page, english, Flavor::Hugo).unwrap();
        let hand_off = hand_off(kept, commit);
        let out = rules.localized(english.to_owned(), Flavor::Hugo, Some(&hand_off));
        assert_eq!(rules.localized(out.clone(), Flavor::Hugo, Some(&hand_off)), out);
        out
    }

    #[test]
    fn a_page_gets_back_what_it_had_of_its_own() {
        let rules = rules(&[("lang", "fr".into())], &["translator", "reviewers"], &["browser-compat"]);
        for (english, page) in [
            (
                "---\ntitle: A\nreviewers:\n- en\nbrowser-compat: x\nweight: 1\n---\nText\n",
                "---\ntranslator: \"Kim\"\ntitle: A\nreviewers:\n- fr\n- be\nlang: 'fr'\nweight: 1\nl10n:\n  sourceCommit: abc\n---\nText\n",
            ),
            (
                "+++\r\ntitle = 'A'\r\nreviewers = ['en']\r\n\r\n[params]\r\nx = 1\r\n+++\r\nText\r\n",
                "+++\r\nlang = 'fr'\r\ntitle = 'A'\r\ntranslator = '''Kim'''\r\nlang_commit = \"abc\"\r\n\r\n[params]\r\nx = 1\r\n+++\r\nText\r\n",
            ),
            (
                "{\n  \"title\": \"A\",\n  \"browser-compat\": 1\n}\nText\n",
                "{\n  \"lang\":\"fr\",\n  \"title\": \"A\",\n  \"lang_commit\": \"abc\",\n  \"translator\": [\"Kim\"]\n}\nText\n",
            ),
            // In another order than the English.
            (
                "---\ntranslator: en\nreviewers: [en]\n---\nText\n",
                "---\nreviewers: [fr]\ntranslator: Kim\nlang: fr\n---\nText\n",
            ),
            ("Text\n", "---\nlang: fr\ntranslator: Kim\n---\nText\n"),
            ("{{< x >}}\n", "---\nlang: fr\n---\n{{< x >}}\n"),
        ] {
            assert_eq!(localized(&rules, english, page, Some("abc")), page);
        }
    }

    #[test]
    fn what_a_rule_says_holds_in_new_pages_and_changes_with_the_rule() {
        let old = rules(&[("lang", "fr".into())], &[], &[]);
        let new = Rules { names_commit: true, ..rules(&[("lang", "fr-CA".into()), ("toc", false.into())], &[], &[]) };
        let yaml = "---\ntitle: A\ntoc: true # yes\n---\nText\n";
        let page = "---\nlang: fr\ntitle: A\ntoc: true # yes\n---\nText\n";
        let kept = hand_off(old.kept(page, yaml, Flavor::Hugo).unwrap(), Some("abc"));
        let out = new.localized(yaml.into(), Flavor::Hugo, Some(&kept));
        assert_eq!(out, "---\nlang: fr-CA\ntitle: A\ntoc: false\nl10n:\n  sourceCommit: abc\n---\nText\n");
        let toml = new.localized("+++\ntitle = \"A\"\n[x]\ny = 1\n+++\n".into(), Flavor::Hugo, Some(&kept));
        assert_eq!(
            toml,
            "+++\nlang = \"fr-CA\"\ntitle = \"A\"\ntoc = false\nl10n.sourceCommit = \"abc\"\n[x]\ny = 1\n+++\n"
        );
        let none = new.localized("Text\n".into(), Flavor::Hugo, Some(&hand_off(vec![], Some("abc"))));
        assert_eq!(none, "---\nlang: fr-CA\ntoc: false\nl10n:\n  sourceCommit: abc\n---\nText\n");
        let below = "---\nl10n:\n    by: x\n---\n";
        let out = new.localized(below.into(), Flavor::Hugo, Some(&hand_off(vec![], Some("12"))));
        assert_eq!(out, "---\nl10n:\n    by: x\n    sourceCommit: '12'\nlang: fr-CA\ntoc: false\n---\n");
    }

    #[test]
    fn the_commit_follows_the_english_where_a_page_names_one() {
        let rules = rules(&[], &[], &[]);
        let (english, page) = ("---\ntitle: A\n---\n", "---\nl10n:\n  sourceCommit: abc # by hand\ntitle: A\n---\n");
        assert_eq!(rules.named_commit(page, Flavor::Hugo).as_deref(), Some("abc"));
        assert_eq!(localized(&rules, english, page, None), page);
        let later = "---\nl10n:\n  sourceCommit: def # by hand\ntitle: A\n---\n";
        assert_eq!(localized(&rules, english, page, Some("def")), later);
        let bare = |text| rules.without_commit(text, Flavor::Hugo);
        assert_eq!(bare(page), bare(later));
        assert_eq!(bare(english), None);
    }

    #[test]
    fn a_key_names_the_commit() {
        let named =
            |entries: &str| rules(&[], &[], &[]).named_commit(&format!("---\n{entries}\n---\n# Un\n"), Flavor::Docfx);
        assert_eq!(named("l10n:\n  sourceCommit: 5E2CD59A").as_deref(), Some("5E2CD59A"));
        assert_eq!(named("l10n: {sourceCommit: 1234567}").as_deref(), Some("1234567"));
        assert_eq!(named("title: x\nlang_commit: abcdef0 # then").as_deref(), Some("abcdef0"));
        assert_eq!(named("l10n: sourceCommit"), None);
        assert_eq!(named("title: lang_commit"), None);
    }

    #[test]
    fn entries_that_no_rule_knows_are_named() {
        let rules = rules(&[], &["translator"], &[]);
        let english = "---\ntitle: A\nweight: 1\ndate: 2026-01-01\n---\n";
        let page = "---\ntitle: B\nweight:   1\ntranslator: Kim\nslug: b\ndate: 2026-02-01\nms.locfileid: 1\n---\n";
        assert_eq!(rules.unknown(page, english, Flavor::Hugo, &["title".to_owned()]), ["slug", "date"]);
    }

    #[test]
    fn what_cannot_be_read_is_left_alone() {
        let rules = rules(&[("lang", "fr".into())], &[], &[]);
        for text in ["---\ntitle: A\n", "+++\ntitle = \n+++\n", "{\n\"a\": 1\n"] {
            assert_eq!(rules.localized(text.into(), Flavor::Hugo, None), text);
            assert_eq!(rules.kept(text, "---\nlang: en\n---\n", Flavor::Hugo), None, "nobody knows what it has");
            assert_eq!(rules.unsaid(text, Flavor::Hugo), ["lang"]);
        }
    }

    #[test]
    fn a_value_in_a_table_goes_where_the_table_is_or_is_named_as_not_set() {
        let rules = rules(&[("params.done", true.into())], &[], &[]);
        for (text, expected) in [
            ("+++\na = 1\n[params] # all\nx = 1\n+++\n", "+++\na = 1\n[params] # all\ndone = true\nx = 1\n+++\n"),
            ("+++\na = 1\n+++\n", "+++\na = 1\nparams.done = true\n+++\n"),
            ("---\nparams:\n  x: 1\n---\n", "---\nparams:\n  x: 1\n  done: true\n---\n"),
        ] {
            assert_eq!(rules.localized(text.into(), Flavor::Hugo, None), expected);
            assert_eq!(rules.unsaid(expected, Flavor::Hugo), Vec::<String>::new());
        }
        for text in ["---\nparams: {x: 1}\n---\n", "+++\nparams = 1\n+++\n", "{\n\"params\": {\"x\": 1}\n}\n"] {
            assert_eq!(rules.localized(text.into(), Flavor::Hugo, None), text);
            assert_eq!(rules.unsaid(text, Flavor::Hugo), ["params.done"]);
        }
    }

    #[test]
    fn a_file_without_front_matter_is_no_page_to_jekyll() {
        let rules = rules(&[("lang", "fr".into())], &[], &[]);
        for (english, french) in [("Text\n", "Text\n"), ("---\n---\nText\n", "---\nlang: fr\n---\nText\n")] {
            assert_eq!(rules.localized(english.to_owned(), Flavor::Jekyll, None), french);
            assert!(rules.unsaid(french, Flavor::Jekyll).is_empty());
        }
    }

    #[test]
    fn a_page_keeps_the_order_of_its_entries() {
        let english = "---\ntitle: A\n# why\nweight: 1\ntags:\n- a\n---\nText\n";
        let page = "---\ntags:\n- a\n# why\nown: x\ntitle: B\n---\nText\n";
        let order = Rules::order(page, english, Flavor::Hugo);
        assert_eq!(order, ["tags", "own", "title"]);
        assert!(Rules::order(english, english, Flavor::Hugo).is_empty());
        let hand_off = HandOff { order, ..hand_off(Vec::new(), None) };
        let rules = Rules::default();
        let out = rules.localized(english.to_owned(), Flavor::Hugo, Some(&hand_off));
        assert_eq!(out, "---\ntags:\n- a\n# why\nweight: 1\ntitle: A\n---\nText\n");
        assert_eq!(rules.localized(out.clone(), Flavor::Hugo, Some(&hand_off)), out);
    }

    #[test]
    fn an_entry_that_says_the_same_keeps_its_spelling() {
        let (english, page) =
            ("---\nentry: \"a\"\ntags: [x, y]\nweight: 1\n---\n", "---\nentry: a\ntags:\n- x\n- y\nweight: 2\n---\n");
        let spelling = Rules::spelled(page, english, Flavor::Jekyll);
        assert_eq!(spelling.len(), 2);
        let hand_off = HandOff { spelling, ..hand_off(Vec::new(), None) };
        let localized = |english: &str| Rules::default().localized(english.to_owned(), Flavor::Jekyll, Some(&hand_off));
        assert_eq!(localized(english), page.replace('2', "1"));
        assert_eq!(localized("---\nentry: \"b\"\n---\n"), "---\nentry: \"b\"\n---\n");
    }
}
