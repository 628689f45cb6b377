//! `rates`: what translations cost, as a team agreed with its translators.

use std::collections::BTreeMap;

use handback_core::memory::band::Band;
use schemars::JsonSchema;
use serde::Deserialize;

use super::locale::Locale;

/// What `handback analyze` multiplies words by.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRates {
    /// Printed before sums. Default: nothing.
    pub currency: Option<String>,
    /// Price of a new word; of a character where characters are counted.
    pub word: Option<f64>,
    /// How much of it other words cost, in percent: `{repeated: 10, "100": 10, 95-99: 30, draft: 50}`. Bands: repeated,
    /// context, 100, 95-99, 85-94, 75-84, 50-74, internal-95-99 to internal-50-74 (as new), new, draft. Default: all of it.
    pub percent: Option<BTreeMap<String, f64>>,
    /// Locales with a price or percentages of their own.
    pub locales: Option<BTreeMap<String, RawRate>>,
}

/// What translations into one locale cost.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRate {
    /// Price of a new word. Default: that of all locales.
    pub word: Option<f64>,
    /// How much of it other words cost, in percent. Default: as for all locales.
    pub percent: Option<BTreeMap<String, f64>>,
}

/// What translations cost.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rates {
    pub currency: String,
    /// By locale; under an empty name that of all others.
    by_locale: BTreeMap<String, Rate>,
}

/// What translations into a locale cost.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rate {
    word: f64,
    percent: BTreeMap<&'static str, f64>,
}

impl Rates {
    /// The rate of a locale, if there is any.
    pub fn of(&self, locale: &str) -> Option<&Rate> {
        self.by_locale.get(locale).or_else(|| self.by_locale.get(""))
    }
}

impl Rate {
    /// What so many words of a band cost.
    pub fn cost(&self, band: Band, words: usize) -> f64 {
        if !band.is_work() {
            return 0.0;
        }
        // What is only like another new text is new, unless translators were asked to count it.
        let of_new = || self.percent.get(Band::New.name()).filter(|_| band.is_internal());
        let percent = self.percent.get(band.name()).or_else(of_new).copied().unwrap_or(100.0);
        words as f64 * self.word * percent / 100.0
    }
}

pub(super) fn resolve(raw: Option<RawRates>, locales: &[Locale]) -> Result<Rates, String> {
    let Some(raw) = raw else { return Ok(Rates::default()) };
    let all = percentages(raw.percent)?;
    let mut rates = Rates { currency: raw.currency.unwrap_or_default(), ..Rates::default() };
    if let Some(word) = raw.word {
        rates.by_locale.insert(String::new(), Rate { word: price(word)?, percent: all.clone() });
    }
    for (name, own) in raw.locales.unwrap_or_default() {
        let locale = locales.iter().find(|locale| locale.is_called(&name));
        let locale = locale.ok_or_else(|| format!("`{name}` is not in `locales`"))?;
        let word = own.word.or(raw.word).ok_or_else(|| format!("`{name}` has no price: expected `word`"))?;
        let mut percent = all.clone();
        percent.extend(percentages(own.percent)?);
        rates.by_locale.insert(locale.name.clone(), Rate { word: price(word)?, percent });
    }
    if rates.by_locale.is_empty() {
        return Err("expected `word`, the price of a new word, for all locales or under a locale's name".into());
    }
    Ok(rates)
}

fn price(word: f64) -> Result<f64, String> {
    match word >= 0.0 && word.is_finite() {
        true => Ok(word),
        false => Err(format!("`word` is {word}: expected a price")),
    }
}

fn percentages(raw: Option<BTreeMap<String, f64>>) -> Result<BTreeMap<&'static str, f64>, String> {
    let mut out = BTreeMap::new();
    for (name, percent) in raw.unwrap_or_default() {
        let band = Band::ALL.into_iter().find(|band| band.is_work() && band.name() == name);
        let known =
            || Band::ALL.into_iter().filter(|band| band.is_work()).map(Band::name).collect::<Vec<_>>().join(", ");
        let band = band.ok_or_else(|| format!("there is no band `{name}`: expected {}", known()))?;
        if !(0.0..=100.0).contains(&percent) {
            return Err(format!("`{name}` is a percentage: expected 0 to 100"));
        }
        out.insert(band.name(), percent);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::settings::config::Config;

    fn parse(rates: &str) -> Result<Rates, String> {
        let yaml = format!("locales: [fr-FR, ja-JP]\nrates: {rates}\n");
        Config::parse(&yaml, Path::new("."))
            .map(|config| config.rates)
            .map_err(|error| format!("{:?} {error}", error.line))
    }

    #[test]
    fn words_of_a_band_cost_their_share() {
        let rates = parse("{currency: EUR, word: 0.1, percent: {100: 10, 95-99: 30, repeated: 0}, locales: {ja-jp: {word: 0.2, percent: {draft: 50}}}}").unwrap();
        let cost = |locale: &str, band| rates.of(locale).unwrap().cost(band, 1000);
        assert_eq!(cost("fr-FR", Band::New), 100.0);
        assert_eq!(cost("fr-FR", Band::Exact), 10.0);
        assert_eq!(cost("fr-FR", Band::Repeated), 0.0);
        assert_eq!(cost("fr-FR", Band::Internal95), 100.0, "it is new, unless they have a price");
        let internal = parse("{word: 0.1, percent: {new: 90, internal-95-99: 60}}").unwrap();
        let cost_of = |band| internal.of("fr-FR").unwrap().cost(band, 1000);
        assert_eq!(
            [Band::Internal95, Band::Internal85, Band::New, Band::From95].map(cost_of),
            [60.0, 90.0, 90.0, 100.0]
        );
        assert_eq!(cost("fr-FR", Band::Draft), 100.0, "what is not named costs all of it");
        assert_eq!(cost("fr-FR", Band::Current), 0.0);
        assert_eq!(cost("ja-JP", Band::Draft), 100.0);
        assert_eq!(cost("ja-JP", Band::From95), 60.0);
        assert!(parse("{locales: {ja-JP: {word: 1}}}").unwrap().of("fr-FR").is_none());
    }

    #[test]
    fn mistakes_are_explained() {
        for (rates, said) in [
            ("{}", "expected `word`"),
            ("{word: -1}", "expected a price"),
            ("{word: 1, percent: {fuzzy: 1}}", "expected repeated, context, 100,"),
            ("{word: 1, percent: {current: 1}}", "no band"),
            ("{word: 1, percent: {new: 101}}", "0 to 100"),
            ("{word: 1, locales: {de-DE: {}}}", "not in `locales`"),
        ] {
            let error = parse(rates).unwrap_err();
            assert!(error.contains(said) && error.starts_with("Some(2)"), "{rates}: {error}");
        }
    }
}
