//! How much a change of an English text weighs, and by which rule.
//!
//! - *cosmetic*: only how the text looks changed; a translation of it stays right.
//! - *mechanical*: only values changed, one for one; a translation stays right but for these.
//! - *substantive*: all else, and always negations, answers, modal verbs and units of measure.
//!
//! The cosmetic rules form a ladder: each takes away one more difference, and the first after which the
//! texts are equal is the rule that decided.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use similar::DiffTag;
use unicode_segmentation::UnicodeSegmentation as _;

use super::typo;
use crate::text::compare;
use crate::text::looks::{join_hyphenated, plain, typographic, without_emphasis, without_entities};
use crate::text::meaning;
use crate::text::values::{Piece, ValueKind, pieces};

/// The weight of a change; later is heavier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Cosmetic,
    Mechanical,
    Substantive,
}

/// The rule that decided the severity of a change: reports show its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    WhiteSpace,
    Entities,
    Typography,
    Emphasis,
    Case,
    Punctuation,
    /// One misspelt word was put right.
    Typo,
    /// Values of several kinds.
    Values,
    Negation,
    Answer,
    Modal,
    UnitOfMeasure,
    /// A value came where none was, such as a link put on words.
    ValueAdded,
    ValueRemoved,
    /// Only values changed, but they are not in the translation as they were in the English.
    ValueNotInTranslation,
    /// A value that stands several times changed in some of its places.
    AmbiguousValue,
    /// The new number wants another plural form in the target language.
    Plural,
    /// Only values changed, but the translation has selectors, which a program should not rewrite.
    Selectors,
    Words,
    /// What the English was before is not known.
    PreviousUnknown,
    /// Values of this kind, by whose name the rule goes.
    #[serde(untagged)]
    Value(ValueKind),
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Cosmetic => "cosmetic",
            Self::Mechanical => "mechanical",
            Self::Substantive => "substantive",
        })
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The name in reports is the one in JSON.
        formatter.pad(serde_json::to_value(self).ok().as_ref().and_then(|name| name.as_str()).unwrap_or_default())
    }
}

/// A value that took the place of another: ranges in the old and in the new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    pub kind: ValueKind,
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub severity: Severity,
    pub rule: Rule,
    /// The values that changed, if nothing else did that a reader would notice.
    pub swaps: Vec<Swap>,
}

impl Verdict {
    fn new(severity: Severity, rule: Rule) -> Self {
        Self { severity, rule, swaps: Vec::new() }
    }

    pub fn substantive(rule: Rule) -> Self {
        Self::new(Severity::Substantive, rule)
    }
}

/// Judges the change from `old` to `new`, two different texts. `is_used` tells whether a word (in lower
/// case) is in other texts of today: such a word is no misspelling.
pub fn classify(old: &str, new: &str, is_used: &dyn Fn(&str) -> bool) -> Verdict {
    if let Some(rule) = cosmetic_rule(old, new) {
        return Verdict::new(Severity::Cosmetic, rule);
    }
    let (old_tokens, new_tokens) = (tokens(old), tokens(new));
    let mut changes = changes(&old_tokens, &new_tokens);
    if let Some(rule) = meaning_rule(old, new, &changes) {
        return Verdict::substantive(rule);
    }
    // One misspelt word put right weighs nothing beside whatever else changed.
    if let Some(at) = changes.iter().position(|change| is_typo(change, is_used) && !is_name(change, new)) {
        changes.remove(at);
        if changes.is_empty() {
            return Verdict::new(Severity::Cosmetic, Rule::Typo);
        }
    }
    values_only(&changes)
}

fn is_typo(change: &Change<'_>, is_used: &dyn Fn(&str) -> bool) -> bool {
    one_word(change).is_some_and(|(old, new)| typo::is_typo(old, new, is_used))
}

/// A word with a capital inside a text is a name: `Contoso` is not `Contosa`. Only letters that changed
/// places are a slip even there.
fn is_name(change: &Change<'_>, text: &str) -> bool {
    let Some((old, word)) = one_word(change) else { return false };
    if typo::is_anagram(old, word) {
        return false;
    }
    let mut inside = text.unicode_words().skip(1);
    inside.any(|other| other.starts_with(char::is_uppercase) && other.to_lowercase() == *word)
}

/// The old and the new word, if a single one took the place of a single one.
fn one_word<'t>((old, new): &Change<'t>) -> Option<(&'t str, &'t str)> {
    match (old, new) {
        ([old], [new]) => old.word().zip(new.word()),
        _ => None,
    }
}

/// What two texts are compared by when they are compared word by word.
#[derive(Debug, Clone)]
struct Token {
    kind: TokenKind,
    /// Words in lower case, values in the form in which they are compared.
    text: String,
    /// Where a value stands; it does not count in comparisons.
    range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum TokenKind {
    Word,
    Symbol,
    Value(ValueKind),
}

impl Token {
    fn of_word(text: &str) -> Self {
        Self { kind: TokenKind::Word, text: text.to_owned(), range: 0..0 }
    }

    fn of_symbol(text: &str) -> Self {
        Self { kind: TokenKind::Symbol, text: text.to_owned(), range: 0..0 }
    }

    fn word(&self) -> Option<&str> {
        (self.kind == TokenKind::Word).then_some(self.text.as_str())
    }

    fn is_value(&self) -> bool {
        matches!(self.kind, TokenKind::Value(_))
    }
}

/// What tokens are equal by.
fn keys(tokens: &[Token]) -> Vec<(TokenKind, &str)> {
    tokens.iter().map(|token| (token.kind, token.text.as_str())).collect()
}

fn tokens(text: &str) -> Vec<Token> {
    tokens_with(text, plain)
}

fn tokens_with(text: &str, plain: fn(&str) -> String) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut prose = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Value(kind, range) => {
                let between = plain(&std::mem::take(&mut prose));
                if between == "-" && out.last().is_some_and(Token::is_value) {
                    // `10-20` is a range.
                    out.push(Token::of_symbol(&between));
                } else {
                    push_words(&between, &mut out);
                    // A minus that stands apart, as in `&minus;5`, is part of what follows.
                    if between.ends_with('-') && !between.trim_end_matches('-').ends_with(char::is_alphanumeric) {
                        out.push(Token::of_symbol("-"));
                    }
                }
                let value = canonical(kind, &text[range.clone()]);
                out.push(Token { kind: TokenKind::Value(kind), text: value, range });
            }
            Piece::Prose(range) => prose.push_str(&text[range]),
        }
    }
    push_words(&plain(&prose), &mut out);
    out
}

fn push_words(prose: &str, out: &mut Vec<Token>) {
    // The slash of `N/A` is no mark between words.
    for chunk in prose.split_inclusive(char::is_whitespace) {
        let bare = chunk.trim_matches(|c: char| !c.is_alphanumeric());
        if meaning::is_answer(bare) && bare.contains('/') {
            out.push(Token::of_word(bare));
            continue;
        }
        // `-v` and `--force` are options, `.NET` is a name.
        let marks = chunk.len() - chunk.trim_start_matches(['-', '.']).len();
        if marks > 0 && chunk[marks..].starts_with(|c: char| c.is_alphanumeric() || meaning::is_symbol(c)) {
            out.push(Token::of_symbol(&chunk[..marks]));
        }
        for word in chunk.split_word_bounds() {
            if word.contains(char::is_alphanumeric) {
                out.push(Token::of_word(word));
            } else if word == "&" {
                out.push(Token::of_word("and"));
            } else {
                let symbols = word.chars().filter(|c| meaning::is_symbol(*c));
                out.extend(symbols.map(|c| Token::of_symbol(&c.to_string())));
            }
        }
    }
}

/// A value in the form in which it is compared: `&amp;` in an URL is `&`.
fn canonical(kind: ValueKind, value: &str) -> String {
    match kind {
        ValueKind::Url | ValueKind::LinkTarget => without_entities(value),
        _ => value.to_owned(),
    }
}

/// The first rung of the ladder on which the texts are equal.
fn cosmetic_rule(old: &str, new: &str) -> Option<Rule> {
    type Step = fn(&str) -> String;
    let ladder: [(Rule, Step); 5] = [
        (Rule::WhiteSpace, |prose| prose.to_owned()),
        (Rule::Entities, without_entities),
        (Rule::Typography, |prose| typographic(&without_entities(prose))),
        (Rule::Emphasis, |prose| without_emphasis(&typographic(&without_entities(prose)))),
        (Rule::Case, plain),
    ];
    let (old_pieces, new_pieces) = (pieces(old), pieces(new));
    for (rule, step) in ladder {
        if rule == Rule::Case && capitals_matter(old, new) {
            return None;
        }
        if normalized(old, &old_pieces, step) == normalized(new, &new_pieces, step) {
            return Some(rule);
        }
    }
    // A hyphen stands for a blank (`third-party`) or for nothing (`e-mail`).
    let without_hyphens = |text: &str| tokens_with(text, |prose| join_hyphenated(&plain(prose)));
    let equal = |old: &[Token], new: &[Token]| keys(old) == keys(new) && !old.is_empty();
    if stops_after_negations(old) != stops_after_negations(new) {
        return None;
    }
    let same = equal(&tokens(old), &tokens(new)) || equal(&without_hyphens(old), &without_hyphens(new));
    same.then_some(Rule::Punctuation)
}

/// For each negation, whether a stop follows it: `No, data is kept` is not `No data is kept`.
fn stops_after_negations(text: &str) -> Vec<bool> {
    let prose = plain(text);
    let words: Vec<&str> = prose.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let before_others = words.iter().take(words.len().saturating_sub(1));
    before_others
        .filter(|word| bare(word) != "non" && meaning::is_negation(&bare(word)))
        .map(|word| word.ends_with([',', '.', ';', ':', '!', '?']))
        .collect()
}

/// The text with `step` applied to its prose and blanks made single.
fn normalized(text: &str, pieces: &[Piece], step: fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces {
        match piece {
            Piece::Prose(range) => out.push_str(&step(&text[range.clone()])),
            // Marked, so that `5 -3` is not `5-3`.
            Piece::Value(_, range) => out.extend(["\u{1}", &text[range.clone()], "\u{2}"]),
        }
    }
    // Blanks beside marks say nothing: `Delegated/ Application`.
    let mut joined = String::with_capacity(out.len());
    for word in out.split_whitespace() {
        let beside_words = joined.ends_with(char::is_alphanumeric) && word.starts_with(char::is_alphanumeric);
        if beside_words {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// `US` became `us`, `Mb` became `MB`: another word, not another case.
fn capitals_matter(old: &str, new: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(bare).collect() };
    let (old, new) = (words(old), words(new));
    old.len() == new.len()
        && old.iter().zip(&new).any(|(a, b)| {
            let lower = a.to_lowercase();
            let unit = lower.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            let in_capitals = |word: &String| word.to_uppercase() == *word;
            let by_capitals = || meaning::changes_with_case(&lower) && in_capitals(a) != in_capitals(b);
            a != b && lower == b.to_lowercase() && (meaning::depends_on_case(unit) || by_capitals())
        })
}

type Change<'t> = (&'t [Token], &'t [Token]);

/// The stretches in which two sequences of tokens differ.
fn changes<'t>(old: &'t [Token], new: &'t [Token]) -> Vec<Change<'t>> {
    // What takes too long to compare is another text.
    let Some(ops) = compare::ops(&keys(old), &keys(new)) else { return vec![(old, new)] };
    ops.into_iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| (&old[op.old_range()], &new[op.new_range()]))
        .collect()
}

/// The rule by which a change is substantive whatever its size.
fn meaning_rule(old: &str, new: &str, changes: &[Change<'_>]) -> Option<Rule> {
    let is_answer = |text: &str| meaning::is_answer(&text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    if is_answer(old) && is_answer(new) {
        return Some(Rule::Answer);
    }
    let words = || {
        let tokens = changes.iter().flat_map(|(old, new)| old.iter().chain(*new));
        tokens.filter_map(Token::word)
    };
    let symbols = |token: &Token| token.kind == TokenKind::Symbol && meaning::is_unit_symbol(&token.text);
    let negated = |change| one_word(change).is_some_and(|(old, new)| meaning::is_negated_pair(old, new));
    if words().any(meaning::is_negation) || changes.iter().any(negated) {
        return Some(Rule::Negation);
    }
    if is_answer(old) || is_answer(new) {
        return Some(Rule::Answer);
    }
    if words().any(meaning::is_modal) {
        return Some(Rule::Modal);
    }
    let unit_symbol = changes.iter().any(|(old, new)| old.iter().chain(*new).any(symbols));
    (unit_symbol || words().any(meaning::is_unit)).then_some(Rule::UnitOfMeasure)
}

/// Mechanical if each change puts values in the place of as many values of their kind.
fn values_only(changes: &[Change<'_>]) -> Verdict {
    let mut swaps = Vec::new();
    let all_values = changes.iter().all(|(old, new)| old.iter().chain(*new).all(Token::is_value));
    if !all_values || changes.is_empty() {
        return Verdict::substantive(Rule::Words);
    }
    for (old, new) in changes {
        if old.len() != new.len() {
            let rule = if old.len() < new.len() { Rule::ValueAdded } else { Rule::ValueRemoved };
            return Verdict::substantive(rule);
        }
        for (old, new) in old.iter().zip(*new) {
            let (TokenKind::Value(kind), TokenKind::Value(new_kind)) = (old.kind, new.kind) else { continue };
            if !are_alike(kind, new_kind) {
                return Verdict::substantive(Rule::Words);
            }
            swaps.push(Swap { kind, old: old.range.clone(), new: new.range.clone() });
        }
    }
    let mut kinds: Vec<ValueKind> = swaps.iter().map(|swap| swap.kind).collect();
    kinds.dedup();
    let rule = match kinds[..] {
        [kind] => Rule::Value(kind),
        _ if kinds.iter().all(|kind| matches!(kind, ValueKind::Date | ValueKind::Number)) => {
            Rule::Value(ValueKind::Date)
        }
        _ => Rule::Values,
    };
    Verdict { severity: Severity::Mechanical, rule, swaps }
}

/// Values of these kinds may take each other's place.
fn are_alike(old: ValueKind, new: ValueKind) -> bool {
    let plain = |kind| matches!(kind, ValueKind::Number | ValueKind::Identifier | ValueKind::Date);
    let address = |kind| matches!(kind, ValueKind::Url | ValueKind::LinkTarget);
    old != ValueKind::Tag && (old == new || (plain(old) && plain(new)) || (address(old) && address(new)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, severity: Severity, rule: Rule) {
        for (from, to) in [(old, new), (new, old)] {
            let verdict = classify(from, to, &|_| false);
            assert_eq!((verdict.severity, verdict.rule), (severity, rule), "{from} -> {to}");
        }
    }

    #[test]
    fn cosmetic() {
        use Rule::*;
        let cosmetic = |old, new, rule| check(old, new, Severity::Cosmetic, rule);
        cosmetic("a  b\nc", "a b c", WhiteSpace);
        cosmetic("a&nbsp;b &amp; c", "a b & c", Entities);
        cosmetic("the app's \"data\" - all of it...", "the app’s “data” – all of it…", Typography);
        cosmetic("**Data** is _kept_<br>here", "Data is kept <b>here</b>", Emphasis);
        cosmetic("Data Is Kept", "Data is kept", Case);
        cosmetic("Data, third-party and yours", "Data third party and yours.", Punctuation);
        cosmetic("R&D", "R &amp; D", Entities);
        cosmetic("It&#8217;s here", "It’s here", Entities);
        cosmetic("an e-mail", "an email", Punctuation);
    }

    #[test]
    fn mechanical() {
        use ValueKind::*;
        let by_rule = |old, new, rule| check(old, new, Severity::Mechanical, rule);
        let mechanical = |old, new, kind| by_rule(old, new, Rule::Value(kind));
        mechanical("Kept 30 days", "Kept 90 days", Number);
        mechanical("On 2021-12-09", "On 2022-01-03", Date);
        mechanical("On December 9, 2021", "On January 9, 2022", Date);
        mechanical("On 9 May 2021", "On 9 June 2021", Date);
        mechanical("On December 9, 2021", "On December 10, 2021", Number);
        mechanical("[a](/x)", "[a](/y)", LinkTarget);
        mechanical("see https://a.com/x", "see https://a.com/y", Url);
        mechanical("with `a`", "with `b`", Code);
        mechanical("Hello {name}", "Hello {app}", Variable);
        mechanical("to a@x.com", "to b@x.com", Email);
        mechanical("1,000 users", "1000 users", Number);
        mechanical("the value .5", "the value 5", Number);
        mechanical("Loss of -5 dB", "Loss of 5 dB", Number);
        by_rule("SOC2 and 3", "SOC1 and 4", Rule::Values);
        mechanical("<b>30</b> days", "<b>90</b> days", Number);
        mechanical("TLS 1.2, always", "TLS 1.3 always", Number);
        mechanical("Use {{< ref \"a\" >}} now", "Use {{% ref \"a\" %}} now", Construct);
        let (old, new) = ("All {{< term text=\"pods\" id=\"pod\" >}}", "All {{< term text=\"pods\" id=\"p\" >}}");
        mechanical(old, new, Construct);
        mechanical("See [a](/docs/x/)", "See [a](https://contoso.com/docs/x/)", LinkTarget);
    }

    #[test]
    fn marks_that_mean_something() {
        for (old, new) in [
            ("Use `a-b` now", "Use `ab` now"),
            ("Use `Debug` now", "Use `debug` now"),
            ("`code` is", "code is"),
            ("See https://my-shop.com now", "See https://myshop.com now"),
            ("See [a](/x-y) now", "See [a](/xy) now"),
            ("Use option --force here", "Use option force here"),
            ("Use option -v", "Use option v"),
            (".NET is used", "Net is used"),
            ("Data is ~~not~~ kept", "Data is not kept"),
            ("Data is <s>never</s> kept", "Data is never kept"),
            ("Press → now", "Press ← now"),
            ("✓ yes", "✗ yes"),
            ("Costs ₽5", "Costs ₩5"),
            ("x ≈ 5", "x 5"),
            ("5 Mb files", "5 MB files"),
            ("Speed 10Gb", "Speed 10GB"),
            ("No, data is kept", "No data is kept"),
            ("Do not, stop", "Do not stop"),
            ("They re-sign contracts", "They resign contracts"),
            ("Ports 80,443 are open", "Ports 80443 are open"),
            ("Use option -B here", "Use option -b here"),
            ("Use the * wildcard", "Use the wildcard"),
            ("a*b", "ab"),
            ("![cat](x.png)", "[cat](x.png)"),
            ("Use &minus;5 now", "Use 5 now"),
            ("Offset -05:00 now", "Offset 05:00 now"),
            ("Costs -$5 now", "Costs $5 now"),
            ("5 -3 here", "5-3 here"),
            ("Angle 5′ here", "Angle 5 here"),
        ] {
            assert_ne!(classify(old, new, &|_| false).severity, Severity::Cosmetic, "{old} -> {new}");
            assert_ne!(classify(new, old, &|_| false).severity, Severity::Cosmetic, "{new} -> {old}");
        }
    }

    #[test]
    fn substantive() {
        use Rule::*;
        let substantive = |old, new, rule| check(old, new, Severity::Substantive, rule);
        substantive("Data is encrypted", "Data is not encrypted", Negation);
        substantive("Data is encrypted", "Data is unencrypted", Negation);
        substantive("The app does keep", "The app doesn't keep", Negation);
        substantive("Yes", "No", Answer);
        substantive("N/A", "Yes", Answer);
        substantive("Data may leave", "Data must leave", Modal);
        substantive("30 days", "30 hours", UnitOfMeasure);
        substantive("30%", "30", UnitOfMeasure);
        substantive("internal data", "external data", Words);
        substantive("the form data", "the from data", Words);
        substantive("the user data", "the users data", Words);
        substantive("for US data", "for us data", Words);
        substantive("5 MB", "5 GB", UnitOfMeasure);
        substantive("10ms", "10s", UnitOfMeasure);
        substantive("a < b", "a > b", Words);
        substantive("All {{< term text=\"pods\" >}} run", "All {{< term text=\"tasks\" >}} run", Words);
        substantive("from 10-20 users", "from 10 20 users", Words);
    }

    #[test]
    fn values_that_come_or_go() {
        assert_eq!(classify("see the page", "see [the page](/x)", &|_| false).rule, Rule::ValueAdded);
        assert_eq!(classify("see [the page](/x)", "see the page", &|_| false).rule, Rule::ValueRemoved);
    }

    #[test]
    fn rules_are_written_and_read_by_one_name() {
        for (rule, name) in
            [(Rule::Value(ValueKind::LinkTarget), "link-target"), (Rule::UnitOfMeasure, "unit-of-measure")]
        {
            assert_eq!(rule.to_string(), name);
            assert_eq!(serde_json::to_value(rule).unwrap(), name);
            assert_eq!(serde_json::from_value::<Rule>(name.into()).unwrap(), rule);
        }
    }

    #[test]
    fn a_misspelling_put_right_is_cosmetic() {
        assert_eq!(classify("It recieves data", "It receives data", &|_| false).rule, Rule::Typo);
        assert_eq!(classify("The first name", "The fist name", &|_| false).rule, Rule::Words);
        assert_eq!(classify("In the Europaen Union", "In the European Union", &|_| false).rule, Rule::Typo);
        assert_eq!(classify("Sold by Contoso", "Sold by Contosa", &|_| false).rule, Rule::Words);
    }

    #[test]
    fn a_word_that_others_use_is_no_misspelling() {
        assert_eq!(classify("the sharepint", "the sharepoint", &|_| false).rule, Rule::Typo);
        assert_eq!(classify("the sharepint", "the sharepoint", &|word| word == "sharepint").rule, Rule::Words);
    }
}
