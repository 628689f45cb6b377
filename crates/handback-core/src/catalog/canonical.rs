//! One form for all patterns that say the same, by which wordings are compared.
//!
//! Tools that write Fluent have spellings of their own. None of these differences is an edit of a person:
//!
//! - text in quotes, escapes in it, and braces around braces: `{ "*" }`, `{ "\u2013" }`, `{ { $n } }`;
//! - the order of named arguments, and `NUMBER($n)` for `$n` as a selector;
//! - where the default variant stands, unless a number could match two keys;
//! - whether text stands around a selector or in each of its variants, and selectors that change nothing.
//!
//! The result only serves to compare: it need not be Fluent that can be written to a file.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression as Inline, Pattern, PatternElement as Element, Variant,
    VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// A pattern in which every combination of selectors makes more variants than this keeps its structure.
const MOST_VARIANTS: usize = 256;

type Elements = Vec<Element<String>>;

/// Reads a normalized pattern; `None` if it is not Fluent.
pub fn parsed(source: &str) -> Option<Pattern<String>> {
    let message = match source.chars().next() {
        _ if !source.contains('\n') => format!("m = {source}\n"),
        // Below the `=` all lines are indented alike, but the first cannot begin with one of these.
        Some(first @ ('[' | '*' | '.')) => format!("m =\n    {{ \"{first}\" }}{}\n", &source[1..]),
        _ => format!("m =\n    {source}\n"),
    };
    let mut body = fluent_syntax::parser::parse(message).ok()?.body.into_iter();
    match (body.next(), body.next()) {
        (Some(Entry::Message(message)), None) => message.value,
        _ => None,
    }
}

/// The pattern with its quoted text written out.
pub fn unquoted(pattern: Pattern<String>) -> Pattern<String> {
    let mut elements = Elements::new();
    for element in pattern.elements {
        let expression = match element {
            Element::TextElement { value } => {
                push_text(&mut elements, &value);
                continue;
            }
            Element::Placeable { expression } => without_braces(expression),
        };
        let expression = match expression {
            Expression::Inline(Inline::StringLiteral { value }) => {
                let value = unescape_unicode_to_string(&value);
                // Others are quoted because Fluent would take them for more than text, or leave them out.
                if !value.contains(['{', '}']) && !value.trim().is_empty() {
                    push_text(&mut elements, &value);
                    continue;
                }
                let value = value.replace('\\', r"\\").replace('"', r#"\""#);
                Expression::Inline(Inline::StringLiteral { value })
            }
            Expression::Select { selector, mut variants } => {
                for variant in &mut variants {
                    variant.value = unquoted(std::mem::replace(&mut variant.value, Pattern { elements: Vec::new() }));
                }
                Expression::Select { selector, variants }
            }
            inline => inline,
        };
        elements.push(Element::Placeable { expression });
    }
    Pattern { elements }
}

/// An unquoted pattern with arguments and variants in order, and all text in the variants that it belongs to.
pub fn arranged(mut pattern: Pattern<String>) -> Pattern<String> {
    pattern.elements.iter_mut().for_each(sort);
    in_variants(pattern)
}

/// A pattern with all text in the variants that it belongs to, and otherwise as it is.
pub fn in_variants(pattern: Pattern<String>) -> Pattern<String> {
    match combinations(&pattern.elements) {
        ..=MOST_VARIANTS => Pattern { elements: spread(pattern.elements, &mut Vec::new()) },
        _ => pattern,
    }
}

/// Adds a text, in one element a line, as the parser does.
fn push_text(elements: &mut Elements, text: &str) {
    for line in text.split_inclusive('\n') {
        match elements.last_mut() {
            Some(Element::TextElement { value }) if !value.ends_with('\n') => value.push_str(line),
            _ => elements.push(Element::TextElement { value: line.to_owned() }),
        }
    }
}

fn without_braces(mut expression: Expression<String>) -> Expression<String> {
    while let Expression::Inline(Inline::Placeable { expression: inner }) = expression {
        expression = *inner;
    }
    expression
}

fn sort(element: &mut Element<String>) {
    match element {
        Element::Placeable { expression: Expression::Inline(inline) } => sort_arguments(inline),
        Element::Placeable { expression: Expression::Select { selector, variants } } => {
            sort_arguments(selector);
            if let Some(number) = plain_number(selector) {
                *selector = number;
            }
            put_default_last(variants);
            variants.iter_mut().flat_map(|variant| &mut variant.value.elements).for_each(sort);
        }
        Element::TextElement { .. } => {}
    }
}

fn sort_arguments(inline: &mut Inline<String>) {
    let arguments = match inline {
        Inline::FunctionReference { arguments, .. } => arguments,
        Inline::TermReference { arguments: Some(arguments), .. } => arguments,
        _ => return,
    };
    arguments.named.sort_by(|a, b| a.name.name.cmp(&b.name.name));
}

/// What `NUMBER` without options is called with: as a selector it is the same number.
pub fn plain_number(selector: &Inline<String>) -> Option<Inline<String>> {
    let Inline::FunctionReference { id, arguments: CallArguments { positional, named } } = selector else {
        return None;
    };
    let [variable @ Inline::VariableReference { .. }] = positional.as_slice() else { return None };
    (id.name == "NUMBER" && named.is_empty()).then(|| variable.clone())
}

/// A number matches a key that is a number and one that is a category, and then the first counts. Of names only one can match.
fn put_default_last(variants: &mut [Variant<String>]) {
    let Some(at) = variants.iter().position(|variant| variant.default) else { return };
    let key = &variants[at].key;
    let is_name = |variant: &Variant<String>| matches!(variant.key, VariantKey::Identifier { .. });
    if variants[at..].iter().all(is_name) && variants[at + 1..].iter().all(|variant| variant.key != *key) {
        variants[at..].rotate_left(1);
    }
}

/// How many texts a pattern can become.
fn combinations(elements: &[Element<String>]) -> usize {
    elements.iter().fold(1, |all: usize, element| match element {
        Element::Placeable { expression: Expression::Select { variants, .. } } => {
            let each = variants.iter().map(|variant| combinations(&variant.value.elements));
            all.saturating_mul(each.fold(0, usize::saturating_add))
        }
        _ => all,
    })
}

/// A selector whose variant is settled, as it is within that variant.
struct Chosen {
    selector: Inline<String>,
    keys: Vec<(VariantKey<String>, bool)>,
    at: usize,
}

/// The elements with what stands around the first selector in each of its variants.
fn spread(mut elements: Elements, chosen: &mut Vec<Chosen>) -> Elements {
    let is_select =
        |element: &Element<String>| matches!(element, Element::Placeable { expression: Expression::Select { .. } });
    let Some(at) = elements.iter().position(is_select) else { return elements };
    let after = elements.split_off(at + 1);
    let Some(Element::Placeable { expression: Expression::Select { selector, variants } }) = elements.pop() else {
        return elements;
    };
    let keys: Vec<_> = variants.iter().map(|variant| (variant.key.clone(), variant.default)).collect();
    let known = chosen.iter().find(|known| known.selector == selector && known.keys == keys).map(|known| known.at);
    if let Some(at) = known {
        return spread(joined(&elements, &variants[at].value.elements, &after), chosen);
    }
    let mut outcomes = Vec::with_capacity(variants.len());
    for (at, Variant { key, value, default }) in variants.into_iter().enumerate() {
        chosen.push(Chosen { selector: selector.clone(), keys: keys.clone(), at });
        let value = Pattern { elements: spread(joined(&elements, &value.elements, &after), chosen) };
        chosen.pop();
        outcomes.push(Variant { key, value, default });
    }
    if outcomes.iter().all(|outcome| outcome.value == outcomes[0].value) {
        return outcomes.swap_remove(0).value.elements;
    }
    vec![Element::Placeable { expression: Expression::Select { selector, variants: outcomes } }]
}

fn joined(before: &[Element<String>], within: &[Element<String>], after: &[Element<String>]) -> Elements {
    let mut all = Elements::new();
    for element in before.iter().chain(within).chain(after) {
        match element {
            Element::TextElement { value } => push_text(&mut all, value),
            placeable => all.push(placeable.clone()),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::escape::{Pattern, decode};
    use super::{arranged, parsed, unquoted};
    use fluent::{FluentArgs, FluentBundle, FluentResource};
    use fluent_syntax::ast::{Entry, Identifier, Message, Resource};
    use proptest::prelude::*;

    fn pattern(value: &str) -> Pattern {
        let message = format!("m = {value}\n");
        let resource = fluent_syntax::parser::parse(message.as_str()).unwrap();
        let [Entry::Message(message)] = resource.body.as_slice() else { panic!("{value:?}") };
        decode(message.value.as_ref().unwrap())
    }

    fn same(one: &str, other: &str) -> bool {
        pattern(one).fingerprint() == pattern(other).fingerprint()
    }

    #[test]
    fn what_tools_spell_in_their_own_way_is_one_wording() {
        for (ours, theirs) in [
            ("a { { \"b\" } } c", "a { \"b\" } c"),
            ("a { { $app } } c", "a { $app } c"),
            ("{ -a } { \"\\u2013\" } { \"\\\\\" }", "{ -a } { \"–\" } \\"),
            ("{ -a(y: 1, x: 2) }", "{ -a(x: 2, y: 1) }"),
            ("{ NUMBER($n, b: 1, a: 2) }", "{ NUMBER($n, a: 2, b: 1) }"),
            ("{ NUMBER($n) ->\n [0] a\n *[other] b\n }", "{ $n ->\n [0] a\n *[other] b\n }"),
            ("{ $k ->\n *[x] a\n [y] b\n }", "{ $k ->\n [y] b\n *[x] a\n }"),
            ("a { $k ->\n [x] b\n *[y] c\n } d", "{ $k ->\n [x] a b d\n *[y] a c d\n }"),
            (
                "{ $k ->\n [x] a\n *[y] b\n } and { $k ->\n [x] c\n *[y] d\n }",
                "{ $k ->\n [x] a and c\n *[y] b and d\n }",
            ),
            (
                "{ $k ->\n [x] a\n *[y] { $l ->\n [z] b\n *[w] c\n }\n }",
                "{ $k ->\n [x] { $l ->\n [z] a\n *[w] a\n }\n *[y] { $l ->\n [z] b\n *[w] c\n }\n }",
            ),
        ] {
            assert!(same(ours, theirs), "{ours} is {theirs}");
        }
    }

    #[test]
    fn what_reads_otherwise_is_another_wording() {
        for (one, other) in [
            ("{ \"12\" }", "{ 12 }"),
            ("{ -a } { \"{\" }", "{ -a } { \"}\" }"),
            ("{ -a(x: 1) }", "{ -a(x: 2) }"),
            ("{ NUMBER($n) } { -a }", "{ $n } { -a }"),
            ("{ NUMBER($n, a: 1) ->\n [0] a\n *[other] b\n }", "{ $n ->\n [0] a\n *[other] b\n }"),
            ("{ $n ->\n [one] a\n [0] b\n *[other] c\n }", "{ $n ->\n [0] b\n [one] a\n *[other] c\n }"),
            ("{ $n ->\n *[one] a\n [1] b\n }", "{ $n ->\n [1] b\n *[one] a\n }"),
            ("{ $k ->\n [x] a\n *[y] b\n }", "{ $k ->\n *[x] a\n [y] b\n }"),
            ("a { $k ->\n [x] b\n *[y] c\n } d", "{ $k ->\n [x] a b d\n *[y] a c\n }"),
            ("{ $k ->\n [x] a\n *[y] b\n }", "{ $l ->\n [x] a\n *[y] b\n }"),
            ("{ -a }\n b\n   c", "{ -a }\n b\n c"),
            ("*{ -a }\n b\n   c", "*{ -a }\n b\n c"),
        ] {
            assert!(!same(one, other), "{one} is not {other}");
        }
    }

    #[test]
    fn very_many_combinations_are_compared_as_they_are_written() {
        let many: String = (0..200).map(|at| format!("{{ $v{at} ->\n [x] a\n *[y] b\n }} ")).collect();
        assert!(same(&many, &many.replace("[x] a", "[x] { \"a\" }")) && !same(&many, &many.replacen('a', "c", 1)));
    }

    #[test]
    fn states_of_earlier_versions_know_the_wording() {
        let found = pattern("{ \"*\" }a { $k ->\n *[x] b\n [y] c\n } d");
        let before = "*a { $k ->\n       *[x] b\n        [y] c\n    } d";
        assert!(found.is_wording(&crate::text::fingerprint::fingerprint(before)));
        assert!(found.is_wording(&crate::text::fingerprint::fingerprint(found.as_str())));
    }

    /// Values of patterns: words, quoted words, and selectors on `$k` and `$n` within and beside each other.
    fn values() -> impl Strategy<Value = String> {
        let word = prop_oneof!["[a-c]{1,2}", Just("{ \"q\" }".to_owned()), Just("{ { \"r\" } }".to_owned())];
        word.prop_recursive(4, 24, 3, |inner| {
            let names = (inner.clone(), inner.clone(), any::<bool>()).prop_map(|(one, other, first)| {
                let (one_mark, other_mark) = if first { ("*", "") } else { ("", "*") };
                format!("{{ $k ->\n {one_mark}[x] {one}\n {other_mark}[y] {other}\n }}")
            });
            let numbers = (inner.clone(), inner.clone(), inner.clone(), 0..3_usize).prop_map(|(a, b, c, first)| {
                let mut variants = [format!(" [1] {a}\n"), format!(" [one] {b}\n"), format!(" *[other] {c}\n")];
                variants.rotate_left(first);
                format!("{{ NUMBER($n) ->\n{} }}", variants.concat())
            });
            let beside = prop::collection::vec(inner, 2..4).prop_map(|parts| parts.join(" "));
            prop_oneof![names, numbers, beside]
        })
    }

    /// What readers see of a message for every value of `$k` and `$n`.
    fn read(ftl: String) -> Vec<String> {
        let mut bundle = FluentBundle::new(vec!["en-US".parse().unwrap()]);
        bundle.add_builtins().unwrap();
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(ftl).unwrap()).unwrap();
        let pattern = bundle.get_message("m").and_then(|message| message.value()).unwrap();
        let read = |k: &str, n: i32| {
            let mut arguments = FluentArgs::new();
            arguments.set("k", k.to_owned());
            arguments.set("n", n);
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
            assert!(errors.is_empty(), "{errors:?}");
            text
        };
        ["x", "y", "z"].iter().flat_map(|k| [1, 2].map(|n| read(k, n))).collect()
    }

    proptest! {
        #[test]
        fn the_canonical_form_reads_the_same(value in values()) {
            let Pattern::Complex(source) = pattern(&value) else { return Ok(()) };
            let canonical = arranged(unquoted(parsed(&source).unwrap()));
            let id = Identifier { name: "m".to_owned() };
            let message = Message { id, value: Some(canonical), attributes: Vec::new(), comment: None };
            let written = fluent_syntax::serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
            prop_assert_eq!(read(format!("m = {value}\n")), read(written));
        }
    }
}
