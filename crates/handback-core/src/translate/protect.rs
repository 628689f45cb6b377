//! Takes out of a text what a machine must not touch, and puts it back into what the machine makes of it.

mod build;
mod edges;

use self::build::{Builder, trimmed, without_empty_pairs};
use super::inline::{self, Known, Part, Sort};
use super::item::{Flaw, Item, Markup};
use super::markup;
use crate::catalog::notation;
use crate::catalog::reference::Values;

/// A text whose kept parts have been taken out.
#[derive(Debug, Clone)]
pub struct Protected {
    /// What stands around everything that is to be translated.
    before: String,
    after: String,
    items: Vec<Item>,
    /// What each number stands for: a kept part, or both halves of a pair.
    originals: Vec<Original>,
}

#[derive(Debug, Clone)]
enum Original {
    /// `left` and `right` are its neighbours: a character, or [`MARK`].
    Keep { text: String, shown: String, sort: Sort, left: Option<char>, right: Option<char> },
    Pair {
        open: String,
        close: String,
        /// Whether the text in it begins and ends without a blank.
        tight: (bool, bool),
        /// Whether it begins and ends inside of a word.
        joined: (bool, bool),
    },
}

/// Stands for a part without text.
const MARK: char = '\0';

impl Protected {
    /// Protects a text. `values` says what its placeables stand for in one of its documents, so that a
    /// machine has a sentence to read.
    pub fn new(text: &str, known: Known<'_>, values: Option<&Values>) -> Self {
        let parts = without_empty_pairs(text, inline::parts(text, known));
        let (outer, inner) = trimmed(text, &parts);
        let mut builder = Builder { text, known, values, numbers: Vec::new(), originals: Vec::new() };
        let items: Vec<Item> = inner.iter().map(|part| builder.item(part)).collect();
        let (before, after) = builder.around(&outer);
        let mut protected = Self { before, after, items, originals: builder.originals };
        protected.trim_text();
        protected.note_neighbours();
        protected
    }

    /// Whether there is anything for a machine to do.
    pub fn has_text(&self) -> bool {
        let words = |item: &Item| matches!(item, Item::Text(text) if text.chars().any(char::is_alphabetic));
        self.items.iter().any(words)
    }

    /// The text as a service gets it.
    pub fn write(&self, markup: Markup) -> String {
        self.written(&self.items, markup)
    }

    fn written(&self, items: &[Item], markup: Markup) -> String {
        markup::write(items, markup, &|number| match &self.originals[number] {
            Original::Keep { shown, .. } => shown.clone(),
            Original::Pair { .. } => String::new(),
        })
    }

    /// Another text with the numbers that its parts have in this one, as a service gets it: an earlier translation that is to be
    /// edited. Parts that this text does not have stand there as they are.
    pub fn write_other(&self, other: &str, known: Known<'_>, markup: Markup) -> String {
        let inner = other.strip_prefix(self.before.as_str()).unwrap_or(other);
        let inner = inner.strip_suffix(self.after.as_str()).unwrap_or(inner);
        let parts = inline::parts(inner, known);
        let slice = |part: &Part| &inner[part.range().clone()];
        let mut free: Vec<usize> = (0..self.originals.len()).collect();
        let mut take = |is_it: &dyn Fn(&Original) -> bool| {
            let at = free.iter().position(|number| is_it(&self.originals[*number]))?;
            Some(free.remove(at))
        };
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        let mut items: Vec<Item> = Vec::new();
        for part in &parts {
            let item = match part {
                Part::Text(_) => None,
                Part::Keep(..) => {
                    let is_it =
                        |original: &Original| matches!(original, Original::Keep { text, .. } if text == slice(part));
                    take(&is_it).map(Item::Keep)
                }
                Part::Open(_, pair) => {
                    let other = parts.iter().find(|part| matches!(part, Part::Close(_, other) if other == pair));
                    let end = other.map_or("", slice);
                    let is_it = |original: &Original| matches!(original, Original::Pair { open, close, .. } if open == slice(part) && close == end);
                    let number = take(&is_it);
                    pairs.extend(number.map(|number| (*pair, number)));
                    number.map(Item::Open)
                }
                Part::Close(_, pair) => {
                    let known = pairs.iter().find(|(other, _)| other == pair);
                    known.map(|(_, number)| Item::Close(*number))
                }
            };
            items.push(item.unwrap_or_else(|| Item::Text(notation::shown(slice(part)).into_owned())));
        }
        self.written(&items, markup)
    }

    /// Whether the text itself has something that this markup would take for a kept part.
    pub fn is_ambiguous(&self, markup: Markup) -> bool {
        let has_tokens = |item: &Item| matches!(item, Item::Text(text) if markup::has_tokens(text));
        markup == Markup::Tokens && self.items.iter().any(has_tokens)
    }

    /// The words for the machine, without kept parts.
    pub fn words(&self) -> String {
        let text = |item: &Item| match item {
            Item::Text(text) => text.clone(),
            _ => " ".into(),
        };
        self.items.iter().map(text).collect()
    }

    /// The translation, from what a service gave back: every part once, pairs around text.
    pub fn restore(&self, answer: &str, markup: Markup) -> Result<String, Flaw> {
        let mut items = markup::read(answer, markup)?;
        self.check(&items)?;
        if markup == Markup::Tokens {
            markup::rejoin(&mut items, |number| match self.originals[number] {
                Original::Pair { joined, .. } => joined,
                Original::Keep { .. } => (false, false),
            });
        }
        for item in &mut items {
            if let Item::Text(text) = item {
                *text = one_line(text);
            }
        }
        self.move_edges(&mut items);
        let mut out = self.before.clone();
        let last = items.len().saturating_sub(1);
        for (index, item) in items.iter().enumerate() {
            match item {
                Item::Text(text) => {
                    let text = if index == 0 { text.trim_start() } else { text };
                    self.push_text(&mut out, if index == last { text.trim_end() } else { text }, index, &items);
                }
                Item::Keep(number) => self.push_keep(&mut out, *number),
                Item::Open(number) | Item::Close(number) => {
                    if let Original::Pair { open, close, .. } = &self.originals[*number] {
                        out.push_str(if matches!(item, Item::Open(_)) { open } else { close });
                    }
                }
            }
        }
        out.push_str(&self.after);
        Ok(out)
    }

    /// Returns the text with nothing translated: for texts in which a machine has nothing to do.
    pub fn unchanged(&self) -> String {
        self.restore(&self.write(Markup::Tokens), Markup::Tokens).unwrap_or_default()
    }

    fn check(&self, items: &[Item]) -> Result<(), Flaw> {
        let mut seen = vec![0_usize; self.originals.len()];
        let mut open: Vec<usize> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let (number, is_pair) = match item {
                Item::Text(text) if text.contains([notation::OPEN, notation::CLOSE]) => return Err(Flaw::Injected),
                Item::Text(_) => continue,
                Item::Keep(number) => (*number, false),
                Item::Open(number) => {
                    open.push(*number);
                    (*number, true)
                }
                Item::Close(number) if open.pop() == Some(*number) => {
                    // A service may have moved the words out: a link without any is none.
                    if matches!(index.checked_sub(1).map(|before| &items[before]), Some(Item::Open(_))) {
                        return Err(Flaw::Lost(self.shown(*number)));
                    }
                    continue;
                }
                Item::Close(_) => return Err(Flaw::Unbalanced),
            };
            let original = self.originals.get(number).ok_or(Flaw::Injected)?;
            if matches!(original, Original::Pair { .. }) != is_pair {
                return Err(Flaw::Injected);
            }
            seen[number] += 1;
        }
        if !open.is_empty() {
            return Err(Flaw::Unbalanced);
        }
        match seen.iter().position(|count| *count != 1) {
            Some(number) if seen[number] == 0 => Err(Flaw::Lost(self.shown(number))),
            Some(number) => Err(Flaw::Doubled(self.shown(number))),
            None => Ok(()),
        }
    }

    /// A part as people know it.
    fn shown(&self, number: usize) -> String {
        match self.originals.get(number) {
            Some(Original::Keep { text, .. }) => notation::shown(text).into_owned(),
            Some(Original::Pair { open, close, .. }) => format!("{open}…{close}"),
            None => String::new(),
        }
    }

    /// Blanks at the edges are not for the machine.
    fn trim_text(&mut self) {
        if let Some(Item::Text(text)) = self.items.first_mut() {
            let blanks = text.len() - text.trim_start().len();
            self.before.extend(text.drain(..blanks));
        }
        if let Some(Item::Text(text)) = self.items.last_mut() {
            self.after.insert_str(0, &text.split_off(text.trim_end().len()));
        }
        self.items.retain(|item| !matches!(item, Item::Text(text) if text.is_empty()));
    }

    fn note_neighbours(&mut self) {
        let edge = |item: Option<&Item>, last: bool| match item {
            Some(Item::Text(text)) if last => text.chars().next_back(),
            Some(Item::Text(text)) => text.chars().next(),
            Some(_) => Some(MARK),
            None => None,
        };
        for (index, item) in self.items.iter().enumerate() {
            let before = edge(index.checked_sub(1).and_then(|before| self.items.get(before)), true);
            let after = edge(self.items.get(index + 1), false);
            match item {
                Item::Keep(number) => {
                    if let Original::Keep { left, right, .. } = &mut self.originals[*number] {
                        (*left, *right) = (before, after);
                    }
                }
                Item::Open(number) => {
                    if let Original::Pair { tight, joined, .. } = &mut self.originals[*number] {
                        tight.0 = !after.is_some_and(char::is_whitespace);
                        joined.0 = before.is_some_and(char::is_alphanumeric);
                    }
                }
                Item::Close(number) => {
                    if let Original::Pair { tight, joined, .. } = &mut self.originals[*number] {
                        tight.1 = !before.is_some_and(char::is_whitespace);
                        joined.1 = after.is_some_and(char::is_alphanumeric);
                    }
                }
                Item::Text(_) => {}
            }
        }
    }
}

/// A line end in running text is a blank.
fn one_line(text: &str) -> String {
    if !text.contains('\n') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.truncate(out.trim_end_matches([' ', '\t']).len());
            out.push(' ');
        }
        out.push_str(if index > 0 { line.trim_start_matches([' ', '\t']) } else { line });
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::constructs::Constructs;
    use crate::text::flavor::Flavor;
    use crate::translate::item::Shield;

    fn protect(text: &str) -> Protected {
        Protected::new(text, Known::default(), None)
    }

    #[test]
    fn an_earlier_translation_has_the_numbers_of_the_english() {
        let english = Protected::new("See **[it](x.md)** in `az` & `b`.", Known::default(), None);
        let other = "Dans `az` et `c` voir **[cela](x.md)** ou [ceci](y.md).";
        assert_eq!(
            english.write_other(other, Known::default(), Markup::Xml),
            "Dans <x id=\"2\">`az`</x> et `c` voir <g id=\"0\"><g id=\"1\">cela</g></g> ou [ceci](y.md)."
        );
        let bold = Protected::new("**Open it**", Known::default(), None);
        assert_eq!(bold.write_other("**Ouvrez**", Known::default(), Markup::Xml), "Ouvrez");
    }

    #[test]
    fn only_words_are_sent() {
        for (text, sent) in [
            ("**Information from Contoso**", "Information from Contoso"),
            ("<br>See [the docs](https://x.com) first", "See XPO0X the docs XPC0X first"),
            ("Run `az login`, then [![icon](a.png)](b)", "Run XPH0X, then XPO1X XPO2X icon XPC2X XPC1X"),
            ("two\n  lines", "two lines"),
            ("- **Note**: use `x`**y**", "- XPO0X Note XPC0X: use XPH1X XPO2X y XPC2X"),
            ("We&#39;re here", "We're here"),
            ("Code<br/>DNS names", "Code XPH0X DNS names"),
        ] {
            assert_eq!(protect(text).write(Markup::Tokens), sent, "{text}");
        }
    }

    #[test]
    fn a_service_sees_what_a_reader_sees() {
        let protected = protect("Run <code>contoso <b>in</b></code> or `az login`");
        let sent = protected.write(Markup::Xml);
        assert_eq!(sent, "Run <x id=\"0\">contoso  in</x> or <x id=\"1\">`az login`</x>");
        let restored = protected.restore("<x id=\"1\">…</x> ou <x id=\"0\">…</x>", Markup::Xml);
        assert_eq!(restored.as_deref(), Ok("`az login` ou <code>contoso <b>in</b></code>"));
    }

    #[test]
    fn what_comes_back_is_put_together() {
        let text = "See [the **docs**](https://x.com) of `app` (`cli`), please.";
        let protected = protect(text);
        let sent = protected.write(Markup::Tokens);
        assert_eq!(sent, "See XPO0X the XPO1X docs XPC1X XPC0X of XPH2X (XPH3X), please.");
        let restored = |answer: &str| protected.restore(answer, Markup::Tokens);
        assert_eq!(
            restored("Siehe XPO0X die XPO1X Dokumente XPC1X XPC0X vonXPH2X ( XPH3X ), bitte.").as_deref(),
            Ok("Siehe [die **Dokumente**](https://x.com) von `app` (`cli`), bitte.")
        );
        assert_eq!(restored("XPO1X a XPC1X XPO0X b XPC0X XPH2X").unwrap_err(), Flaw::Lost("`cli`".into()));
        let doubled = restored("XPO1X a XPC1X XPO0X b XPC0X XPH2X XPH3X XPH2X").unwrap_err();
        assert_eq!(doubled, Flaw::Doubled("`app`".into()));
        assert_eq!(restored("XPC1X a XPO1X XPO0X b XPC0X XPH2X XPH3X").unwrap_err(), Flaw::Unbalanced);
        assert_eq!(restored("XPH9X").unwrap_err(), Flaw::Injected);
        let emptied = restored("XPO1X a XPC1X b XPO0X XPC0X XPH2X XPH3X").unwrap_err();
        assert_eq!(emptied, Flaw::Lost("[…](https://x.com)".into()));
    }

    #[test]
    fn blanks_do_not_undo_emphasis() {
        let protected = protect("a **bold** word");
        let restored = protected.restore("un mot <g id=\"0\"> gras </g>", Markup::Xml);
        assert_eq!(restored.as_deref(), Ok("un mot **gras**"));
    }

    #[test]
    fn attributes_stay_at_their_link() {
        let constructs = Constructs::of(Flavor::Jekyll);
        let known = Known { constructs: Some(&constructs), ..Known::default() };
        let sent = |text| Protected::new(text, known, None).write(Markup::Tokens);
        assert_eq!(sent("See [a b](c){: .d }"), "See XPO0X a b XPC0X XPH1X");
        assert_eq!(sent("[a b](c){: .d }"), "a b");
    }

    #[test]
    fn emphasis_inside_of_a_word_stays_there() {
        let protected = protect("the **R**ed un**seen** flags");
        let sent = protected.write(Markup::Tokens);
        assert_eq!(sent, "the XPO0X R XPC0X ed un XPO1X seen XPC1X flags");
        let restored = protected.restore("les XPO0X R XPC0X ouges in XPO1X vus XPC1X x", Markup::Tokens);
        assert_eq!(restored.as_deref(), Ok("les **R**ouges in**vus** x"));
    }

    #[test]
    fn an_address_that_began_a_text_begins_behind_a_blank() {
        let protected = protect("https://x.com, there");
        assert_eq!(protected.restore("⟦XPH0X, dort", Markup::Tokens).as_deref(), Ok("⟦ https://x.com, dort"));
        assert_eq!(protected.restore("dort (XPH0X)", Markup::Tokens).as_deref(), Ok("dort (https://x.com)"));
        assert_eq!(protect("`x` there").restore("⟦XPH0X dort", Markup::Tokens).as_deref(), Ok("⟦`x` dort"));
    }

    #[test]
    fn addresses_end_where_they_did() {
        let protected = protect("See https://contoso.com/a for more");
        let restored = protected.restore("詳細はXPH0Xを参照", Markup::Tokens);
        assert_eq!(restored.as_deref(), Ok("詳細はhttps://contoso.com/a を参照"));
    }

    #[test]
    fn addresses_of_files_elsewhere_are_kept() {
        let sent = |text| protect(text).write(Markup::Tokens);
        assert_eq!(sent("Clone git@example.com:harbor/tides.git."), "Clone XPH0X.");
        assert_eq!(sent("Go to https://x.example/{port}/tides, now."), "Go to XPH0X, now.");
        assert_eq!(sent("é@ä.b:c/d, at 9@noon:x, @\u{fdd0}"), "é@ä.b:c/d, at 9@noon:x, @\u{fdd0}");
    }

    #[test]
    fn line_breaks_stay_tight() {
        let protected = protect("Code<br/>DNS names");
        let restored = protected.restore("Du code XPH0X noms DNS", Markup::Tokens);
        assert_eq!(restored.as_deref(), Ok("Du code<br/>noms DNS"));
        let water = protect("H<sub>2</sub>O is wet");
        assert_eq!(water.restore("H XPH0X O est mouillé", Markup::Tokens).as_deref(), Ok("H<sub>2</sub>O est mouillé"));
        let spaced = protect("use `x` or `y`");
        assert_eq!(spaced.restore("XPH0X ou XPH1X", Markup::Tokens).as_deref(), Ok("`x` ou `y`"));
    }

    #[test]
    fn labels_of_references_stay_english() {
        let labels = ["the docs".to_owned()];
        let known = Known { labels: &labels, ..Known::default() };
        let protected = Protected::new("See [the docs] now", known, None);
        let restored = protected.restore("Voir XPO0X la doc XPC0X", Markup::Tokens);
        assert_eq!(restored.as_deref(), Ok("Voir [la doc][the docs]"));
        let collapsed = Protected::new("See [the  Docs][] now", known, None);
        let restored = collapsed.restore("Voir XPO0X la doc XPC0X", Markup::Tokens);
        assert_eq!(restored.as_deref(), Ok("Voir [la doc][the  Docs]"));
    }

    proptest! {
        #[test]
        fn an_echo_restores_the_text(text in "[ab \\\\`*_<>/\\[\\]()!&;\u{FDD0}\u{FDD1}$~.@:é日{}%]{0,40}") {
            for markup in [Markup::Html(Shield::Class), Markup::Xml, Markup::Tokens] {
                let protected = protect(&text);
                if protected.is_ambiguous(markup) {
                    continue;
                }
                match protected.restore(&protected.write(markup), markup) {
                    Ok(restored) => prop_assert_eq!(restored, text.clone()),
                    Err(flaw) => prop_assert!(text.contains(['\u{FDD0}', '\u{FDD1}']), "{:?} {}", flaw, text),
                }
            }
        }
    }
}
