//! Plural categories: a selector by number has to say what the locale says for every number.

use std::collections::BTreeMap;

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::variants::{Selector, Variants};
use super::{Finding, Kind, Language};
use crate::catalog::notation::CONTEXT;

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whole numbers up to this one show which categories a locale has for them. French and Spanish have one more, for
/// millions, which nobody misses.
const NUMBERS: usize = 200;

/// Categories of the locale that a selector by number lacks.
pub fn check(variants: &Variants, language: &Language) -> Vec<Finding> {
    let mut findings = Vec::new();
    let categories = categories(language.locale());
    for selector in variants.selectors.iter().filter(|selector| is_by_number(selector)) {
        let has = |key: &str| selector.keys.iter().any(|other| other == key);
        let has_number = |number: usize| selector.keys.iter().any(|key| key.parse() == Ok(number as f64));
        let covered = |numbers: &[usize]| numbers.iter().all(|number| has_number(*number));
        let lacking = categories.iter().filter(|(category, numbers)| !has(category) && !covered(numbers));
        let lacking: Vec<&str> = lacking.map(|(category, _)| *category).collect();
        // The default says what stands under `other`.
        let is_default_other = !CATEGORIES.contains(&selector.default.as_str()) || selector.default == "other";
        let lacking: Vec<&str> =
            lacking.into_iter().filter(|category| !(*category == "other" && is_default_other)).collect();
        if lacking.is_empty() {
            continue;
        }
        let wanted = lacking.iter().map(|category| format!("[{category}]")).collect::<Vec<_>>().join(", ");
        let finding = Finding::new(
            Kind::PluralCategories,
            &wanted,
            format!("the selector on `${}` lacks {wanted}, which {} needs", selector.on, language.locale()),
            format!("add a variant for {wanted}"),
        );
        // The same selector may be in several variants of another.
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    findings
}

/// Whether a key of a variant is for numbers: `[3]`, `[few]`.
pub fn is_key_of_numbers(key: &str) -> bool {
    key.parse::<f64>().is_ok() || CATEGORIES.contains(&key)
}

fn is_by_number(selector: &Selector) -> bool {
    // Which of several places a text is in is no number of things.
    if CONTEXT.contains(&selector.on.as_str()) {
        return false;
    }
    let all = selector.keys.iter().all(|key| is_key_of_numbers(key));
    all && selector.keys.iter().any(|key| key != "other") || selector.keys == ["other"] && !selector.on.is_empty()
}

/// Whether a plural category stands for more numbers than a text can tell without naming them.
pub(super) fn stands_for_many(category: &str, locale: &str) -> bool {
    // French `one` is 0 and 1.
    categories(locale).get(category).is_some_and(|numbers| numbers.len() > 2)
}

/// The categories of whole numbers in a locale, with the numbers.
fn categories(locale: &str) -> BTreeMap<&'static str, Vec<usize>> {
    let language = locale.split('-').next().unwrap_or(locale);
    let rules = [locale, language].iter().find_map(|name| {
        let name: unic_langid::LanguageIdentifier = name.parse().ok()?;
        PluralRules::create(name, PluralRuleType::CARDINAL).ok()
    });
    let mut categories: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    // Hebrew had a category for tens, which CLDR has dropped since.
    let is_dropped = |category: &str| language == "he" && category == "many";
    for number in 0..=NUMBERS {
        let category =
            rules.as_ref().and_then(|rules| rules.select(number).ok()).map_or("other", |category| name(&category));
        let category = if is_dropped(category) { "other" } else { category };
        categories.entry(category).or_default().push(number);
    }
    categories
}

fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_needs_the_categories_of_its_numbers() {
        let check = |locale: &str, keys: &str| {
            let variants: String = keys.split(' ').map(|key| format!("\n   {key} x")).collect();
            let variants = Variants::of(&format!("{{ $n ->{variants}\n}}")).unwrap();
            check(&variants, &Language::of(locale)).into_iter().map(|finding| finding.words).collect::<Vec<_>>()
        };
        assert_eq!(check("ru-RU", "[one] [few] *[many]"), Vec::<String>::new());
        assert_eq!(check("ru-RU", "[one] *[other]"), ["[few], [many]"]);
        assert_eq!(check("fr-FR", "[one] *[other]"), Vec::<String>::new());
        assert_eq!(check("fr-FR", "[0] *[other]"), ["[one]"]);
        assert_eq!(check("de-DE", "[1] *[other]"), Vec::<String>::new());
        assert_eq!(check("de-DE", "[1.0] *[other]"), Vec::<String>::new());
        let places = Variants::of("{ $occurrence ->\n   [0] x\n  *[other] y\n}").unwrap();
        assert_eq!(super::check(&places, &Language::of("fr-FR")), []);
        assert_eq!(check("ja-JP", "[0] *[other]"), Vec::<String>::new());
        assert_eq!(check("fr-FR", "[vowel] *[other]"), Vec::<String>::new());
    }
}
