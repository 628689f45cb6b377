//! Puts translations into the new form of their English.

use crate::catalog::notation;
use crate::catalog::relift::{Reformed, Reforming};
use crate::render::values::LocalValues;
use crate::variables::bind::Bindings;
use crate::variables::lift;

/// A translation in the new form of its English, with the values that the document has.
pub(super) fn reform(reforming: &Reforming<'_>, bindings: Option<&Bindings>) -> Reformed {
    let values = LocalValues::new(reforming.locale, bindings);
    let value = |expression: &str| {
        let before = || reforming.before.get(expression).cloned().ok_or(());
        values.evaluate(expression).or_else(|_| before())
    };
    let Ok(own) = notation::fill(reforming.translation, value) else {
        return Reformed::Own(reforming.translation.to_owned());
    };
    if !notation::has_placeables(reforming.english) {
        return Reformed::Lifted(own);
    }
    let lifted = bindings.and_then(|bindings| lift::lift(&own, reforming.english, bindings, reforming.locale));
    lifted.map_or(Reformed::Own(own), Reformed::Lifted)
}
