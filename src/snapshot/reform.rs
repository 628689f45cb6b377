//! Puts translations into the new form of their English.

use handback_core::catalog::notation::{self, Expression};
use handback_core::catalog::reference::Values;
use handback_core::catalog::update::{Reformed, Reforming};
use handback_core::render::values::LocalValues;
use handback_core::variables::bind::{Binding, Bindings};
use handback_core::variables::declaration::ValueType;
use handback_core::variables::inline::reshape::reshape;
use handback_core::variables::lift;
use handback_core::variables::value::Value;

/// A translation in the new form of its English. It is first written out with the values of the last sync,
/// which are what its page says; only then are the values of today lifted out of it.
pub(super) fn reform(reforming: &Reforming<'_>, today: Option<&Bindings>) -> Reformed {
    if reforming.is_complex {
        let reshaped = reshape(reforming.translation, reforming.old, reforming.english, reforming.before);
        return match reshaped {
            Some((source, true)) => Reformed::Lifted(source),
            Some((source, false)) => Reformed::Own(source),
            None => Reformed::Own(reforming.translation.to_owned()),
        };
    }
    let before = bindings_of(reforming.before, reforming.translation);
    let values = LocalValues::new(reforming.locale, Some(&before));
    let value = |expression: &str| {
        let as_in_english = || reforming.before.get(expression).cloned().ok_or(());
        values.evaluate(expression).or_else(|_| as_in_english())
    };
    let Ok(own) = notation::fill(reforming.translation, value) else {
        return Reformed::Own(reforming.translation.to_owned());
    };
    if !notation::has_placeables(reforming.english) {
        return Reformed::Lifted(own);
    }
    let lift = |bindings| lift::lift(&own, reforming.english, bindings, reforming.inline, reforming.locale);
    let lifted = today.and_then(lift);
    lifted.map_or(Reformed::Own(own), Reformed::Lifted)
}

/// The variables of a translation with the values of the last sync. What is written by a function is a date
/// or a number, whatever the configuration says of it by now.
fn bindings_of(values: &Values, translation: &str) -> Bindings {
    let mut list: Vec<Binding> = Vec::new();
    for expression in notation::placeables(translation).filter_map(Expression::parse) {
        let kind = match expression.function {
            Some("DATETIME") => ValueType::Date,
            Some("NUMBER") => ValueType::Number,
            _ => ValueType::Text,
        };
        let text = values.get(&notation::expression(expression.variable, None, &[]));
        let Some(value) = text.and_then(|text| Value::read(kind, text)) else { continue };
        match list.iter_mut().find(|binding| binding.name == expression.variable) {
            Some(binding) if kind != ValueType::Text => binding.value = value,
            Some(_) => {}
            None => list.push(Binding::recalled(expression.variable, value)),
        }
    }
    Bindings { list }
}
