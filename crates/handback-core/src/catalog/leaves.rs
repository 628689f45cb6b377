//! A wording with selectors or terms as the texts that it may become, each of which may be worded again.
//!
//! Text around a selector is in every leaf, as [`super::canonical`] arranges it: a leaf is a whole sentence. Only a wording of
//! which a leaf changes is written in that form. Its selectors, and the order of its variants, stay as they are.

use fluent_syntax::ast::{
    Entry, Expression, Identifier, InlineExpression, Message, Pattern as Ast, PatternElement as Element, Resource,
    VariantKey,
};
use fluent_syntax::{parser, serializer};

use super::escape::{self, Pattern};
use super::notation;
use super::{canonical, selector};

/// A wording, leaf by leaf.
#[derive(Debug, Clone)]
pub struct Leaves {
    pattern: Ast<String>,
    /// What stands in leaves and is no value of the document, such as `-brand`: Fluent between braces.
    foreign: Vec<String>,
    pub texts: Vec<Leaf>,
}

/// A text that a wording may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The keys that lead to it, such as `one` or `one vowel`; empty where nothing is selected.
    pub keys: String,
    /// The same for people: `$n = one`.
    pub condition: String,
    /// With placeables as [`notation`] has them; see [`Leaves::shown`].
    pub text: String,
}

/// What takes the place of what is no value of the document, with a number.
const STAND_IN: &str = "$handback-foreign-";

/// So many leaves of one wording are kept apart; selectors in a row multiply.
const MOST: usize = 64;

impl Leaves {
    /// Takes the source of a pattern apart; `None` if it is no Fluent, or has too many leaves.
    pub fn of(source: &str) -> Option<Self> {
        let pattern = canonical::in_variants(canonical::unquoted(canonical::parsed(source)?));
        let mut leaves = Self { pattern: pattern.clone(), foreign: Vec::new(), texts: Vec::new() };
        leaves.collect(&pattern, &mut Vec::new());
        (leaves.texts.len() <= MOST).then_some(leaves)
    }

    fn collect(&mut self, pattern: &Ast<String>, path: &mut Vec<(String, String)>) {
        if let [Element::Placeable { expression: Expression::Select { selector, variants } }] =
            pattern.elements.as_slice()
        {
            let on = inline(selector);
            for variant in variants {
                path.push((on.clone(), key(&variant.key)));
                self.collect(&variant.value, path);
                path.pop();
            }
            return;
        }
        let text: String = pattern.elements.iter().map(|element| self.element(element)).collect();
        let keys: Vec<&str> = path.iter().map(|(_, key)| key.as_str()).collect();
        let conditions: Vec<String> = path.iter().map(|(on, key)| format!("{on} = {key}")).collect();
        self.texts.push(Leaf { keys: keys.join(" "), condition: conditions.join(", "), text });
    }

    /// An element of a leaf. What is no value of the document gets a stand-in that looks like one.
    fn element(&mut self, element: &Element<String>) -> String {
        let one = Ast { elements: vec![element.clone()] };
        let source = match escape::decode(&one) {
            Pattern::Text(text) => return text,
            Pattern::Complex(source) => source,
        };
        let inner = source.trim_start_matches('{').trim_end_matches('}').trim().to_owned();
        let known = self.foreign.iter().position(|other| *other == inner);
        let index = known.unwrap_or_else(|| {
            self.foreign.push(inner);
            self.foreign.len() - 1
        });
        let mut text = String::new();
        notation::push_placeable(&mut text, &format!("{STAND_IN}{index}"));
        text
    }

    /// A text in the form of state files with what its stand-ins stand for, such as `{ -brand }`.
    pub fn shown(&self, text: &str) -> String {
        let pairs = self.foreign.iter().enumerate();
        pairs.fold(text.to_owned(), |text, (index, foreign)| {
            text.replace(&format!("{{ {STAND_IN}{index} }}"), &format!("{{ {foreign} }}"))
        })
    }

    /// Reads what [`Self::shown`] showed.
    pub fn read(&self, shown: &str) -> String {
        let pairs = self.foreign.iter().enumerate();
        let hidden = pairs.fold(shown.to_owned(), |text, (index, foreign)| {
            text.replace(&format!("{{ {foreign} }}"), &format!("{{ {STAND_IN}{index} }}"))
        });
        notation::from_state(&hidden).into_owned()
    }

    /// The wording with other texts in some leaves, by index, and its source behind `id =`. `None` if it cannot be written so that
    /// it is read back.
    pub fn with(&self, changes: &[(usize, String)]) -> Option<(Pattern, String)> {
        let mut pattern = self.pattern.clone();
        let mut count = 0;
        self.put(&mut pattern, changes, &mut count)?;
        let message = Message {
            id: Identifier { name: "m".to_owned() },
            value: Some(pattern),
            attributes: Vec::new(),
            comment: None,
        };
        let written = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
        let content = written.strip_prefix("m =")?.trim_end().to_owned();
        let read = selector::read_back("m", &content)?;
        Some((read, content))
    }

    fn put(&self, pattern: &mut Ast<String>, changes: &[(usize, String)], count: &mut usize) -> Option<()> {
        if let [Element::Placeable { expression: Expression::Select { variants, .. } }] =
            pattern.elements.as_mut_slice()
        {
            return variants.iter_mut().try_for_each(|variant| self.put(&mut variant.value, changes, count));
        }
        let text = changes.iter().find(|(index, _)| *index == *count).map(|(_, text)| text);
        let text = text.or_else(|| self.texts.get(*count).map(|leaf| &leaf.text))?;
        *pattern = self.parsed(text)?;
        *count += 1;
        Some(())
    }

    /// A text in the form of [`Leaf::text`] as elements.
    fn parsed(&self, text: &str) -> Option<Ast<String>> {
        let content = self.shown(&escape::encode(text));
        let parsed = parser::parse(format!("m ={content}\n")).ok()?;
        match parsed.body.into_iter().next()? {
            Entry::Message(message) => message.value,
            _ => None,
        }
    }
}

fn key(key: &VariantKey<String>) -> String {
    match key {
        VariantKey::Identifier { name } => name.clone(),
        VariantKey::NumberLiteral { value } => value.clone(),
    }
}

/// What a selector looks at, as Fluent writes it.
fn inline(selector: &InlineExpression<String>) -> String {
    let selector = canonical::plain_number(selector).unwrap_or_else(|| selector.clone());
    let element = Element::Placeable { expression: Expression::Inline(selector) };
    let pattern = escape::decode(&Ast { elements: vec![element] });
    pattern.shown().trim_start_matches('{').trim_end_matches('}').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<(String, String, String)> {
        let leaves = Leaves::of(source).unwrap();
        let shown = |leaf: &Leaf| leaves.shown(&notation::to_state(&leaf.text));
        leaves.texts.iter().map(|leaf| (leaf.keys.clone(), leaf.condition.clone(), shown(leaf))).collect()
    }

    fn owned(all: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
        all.iter().map(|(a, b, c)| ((*a).into(), (*b).into(), (*c).into())).collect()
    }

    #[test]
    fn every_leaf_is_a_whole_text() {
        assert_eq!(
            texts("Il y a { $n ->\n    [one] un site\n   *[other] { $n } sites\n } ici."),
            owned(&[("one", "$n = one", "Il y a un site ici."), ("other", "$n = other", "Il y a { $n } sites ici."),])
        );
        assert_eq!(
            texts("{ $kind ->\n    [cell] { $row ->\n        [a] A\n       *[other] B\n    }\n   *[other] C\n }"),
            owned(&[
                ("cell a", "$kind = cell, $row = a", "A"),
                ("cell other", "$kind = cell, $row = other", "B"),
                ("other", "$kind = other", "C"),
            ])
        );
        assert_eq!(texts("Ouvrez { -brand } { \"{\" }x"), owned(&[("", "", "Ouvrez { -brand } {\"{\"}x")]));
    }

    #[test]
    fn a_leaf_is_worded_again_and_the_others_stay() {
        let source = "Il y a { $n ->\n    [one] un site de { -brand }\n   *[other] { $n } sites\n } ici.";
        let leaves = Leaves::of(source).unwrap();
        let (pattern, content) =
            leaves.with(&[(1, leaves.read("Voici [les] {\"{\"}{ $n }\n*sites* de { -brand }."))]).unwrap();
        assert_eq!(
            content,
            "\n    { $n ->\n        [one] Il y a un site de { -brand } ici.\n       *[other]\n            Voici [les] { \"{\" }{ $n }\n            { \"*\" }sites* de { -brand }.\n    }"
        );
        let again = Leaves::of(pattern.as_str()).unwrap();
        assert_eq!(again.texts[0], leaves.texts[0]);
        let shown = again.shown(&notation::to_state(&again.texts[1].text));
        assert_eq!(shown, "Voici [les] {\"{\"}{ $n }\n*sites* de { -brand }.");
        // The selector, the variants and their order are the author's.
        let source = "{ NUMBER($n) ->\n   *[other] { $n } sites\n    [one] un site\n }";
        let leaves = Leaves::of(source).unwrap();
        assert_eq!(leaves.texts[1].condition, "$n = one");
        let (pattern, _) = leaves.with(&[(1, leaves.read("Un seul site."))]).unwrap();
        let expected = "{ NUMBER($n) ->\n       *[other] { $n } sites\n        [one] Un seul site.\n    }";
        assert_eq!(pattern.as_str(), expected);
    }

    #[test]
    fn without_a_change_it_is_the_same_wording() {
        let source = "Il y a { $n ->\n    [one] un site de { -brand }\n   *[other] { $n } sites\n } ici.";
        let leaves = Leaves::of(source).unwrap();
        let same = leaves.with(&[]).unwrap().0;
        assert!(same.is_wording(&Pattern::Complex(source.into()).fingerprint()), "{same:?}");
    }
}
