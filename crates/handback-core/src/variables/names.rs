//! Which units are nothing but values.

use rustc_hash::FxHashSet;

use super::bind::Bindings;
use super::choices::{self, Choices, Role, hash};
use super::forms::Looked;
use crate::catalog::notation;
use crate::document::{Document, Unit};

/// Units that are nothing but values, and need no translator for that.
///
/// Every page has a title, and only that of a form is a name: one whose value is in a text that has it
/// lifted out. A row or a pattern says of itself what it holds. Where a value was read from it is a name;
/// elsewhere it may be an ordinary word, which it is if some document has it as one of its own texts.
///
/// Also says of every unit what it is to other documents. `outside` are documents that were not looked at.
pub(super) fn find(
    documents: &[Document<'_>],
    (looked, kept): (&[Looked<'_>], &[Looked<'_>]),
    bindings: &[Bindings],
    forms: &[Vec<Option<String>>],
    outside: &[&Choices],
) -> (Vec<FxHashSet<usize>>, Vec<Vec<Role>>) {
    let mut names: Vec<FxHashSet<usize>> = looked
        .iter()
        .zip(bindings)
        .zip(forms)
        .map(|((looked, bindings), forms)| {
            let known = known_values(looked, bindings, forms);
            let of_known = |form: &str| {
                let mut variables = notation::placeables(form).filter_map(notation::Expression::parse);
                variables.all(|e| bindings.get(e.variable).is_some_and(|b| known.contains(b.value.text())))
            };
            let candidates = looked.candidates.iter().enumerate();
            candidates
                .filter(|(_, candidates)| candidates.only_values.as_deref().is_some_and(of_known))
                .map(|(index, _)| index)
                .collect()
        })
        .collect();
    let ordinary: FxHashSet<&str> = documents
        .iter()
        .zip(&names)
        .flat_map(|(document, names)| document.units.iter().enumerate().filter(|(index, _)| !names.contains(index)))
        .filter(|(_, unit)| unit.translatable)
        .map(|(_, unit)| unit.text.as_ref())
        .chain(kept.iter().flat_map(|looked| looked.texts.iter().copied()))
        .collect();
    let values = names.iter().zip(looked).flat_map(|(names, looked)| names.iter().map(|at| hash(looked.texts[*at])));
    let outside = choices::ordinary_among(&values.collect(), outside.iter().copied());
    let is_ordinary = |text: &str| ordinary.contains(text) || outside.contains(&hash(text));
    let mut roles = Vec::with_capacity(looked.len());
    for (at, names) in names.iter_mut().enumerate() {
        let (document, looked, bindings) = (&documents[at], &looked[at], &bindings[at]);
        let is_source = |index: usize| bindings.list.iter().any(|binding| binding.unit == Some(index));
        let role = |(index, unit): (usize, &Unit<'_>)| match names.contains(&index) {
            true if is_source(index) => Role::Other,
            true => Role::Value(!is_ordinary(looked.texts[index])),
            false if unit.translatable => Role::Ordinary,
            false => Role::Other,
        };
        let of_document: Vec<Role> = document.units.iter().enumerate().map(role).collect();
        names.retain(|index| of_document[*index] != Role::Value(false));
        roles.push(of_document);
    }
    (names, roles)
}

/// Values of a document that are known to be values, and not just its title.
fn known_values<'b>(looked: &Looked<'_>, bindings: &'b Bindings, forms: &[Option<String>]) -> FxHashSet<&'b str> {
    let certain = bindings.list.iter().filter(|binding| binding.certain);
    let mut known: FxHashSet<&str> = certain.map(|binding| binding.value.text()).collect();
    let lifted = forms.iter().zip(&looked.candidates).filter(|(_, candidates)| candidates.only_values.is_none());
    for expression in lifted.filter_map(|(form, _)| form.as_deref()).flat_map(notation::placeables) {
        let variable = notation::Expression::parse(expression).map_or("", |parsed| parsed.variable);
        known.extend(bindings.get(variable).map(|binding| binding.value.text()));
    }
    known
}
