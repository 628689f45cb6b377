//! Which form every text of the project has.
//!
//! A text that holds values of its document becomes the form that most documents share; a form that only
//! one document could have is no gain, and the plain text stays. The choice depends on the documents and
//! on the last reference alone. What a document has counts double for it, so that a document more or less
//! does not change what others have, and choosing again changes nothing.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::bind::Bindings;
use super::choices::{self, Choices};
use super::declaration::Variable;
use super::forms::{self, Candidates, Looked, Spelling};
use super::inline::agree::{Agreements, Hidden, Lift};
use super::inline::mask::{Masked, mask};
use super::names;
use crate::catalog::reference::{Reference, Structure, Values};
use crate::catalog::{DocumentName, notation};
use crate::document::{Document, Unit, is_translatable};
use crate::text::fingerprint::short_hash;

/// What lifting found, by the index of the document: variables, values, and the lifted texts of units.
#[derive(Debug, Default)]
pub struct Lifted {
    /// The variables of each document.
    pub bindings: Vec<Bindings>,
    /// What the placeables of each document stand for in its English, and the value of each variable.
    pub values: Vec<Values>,
    /// For each unit the text with its values lifted, where that is not its plain text. Empty where no text has any.
    pub forms: Vec<Vec<Option<String>>>,
    /// For each unit the inline values that its form has lifted. Empty where no form has any.
    pub inline: Vec<Vec<Values>>,
    /// The units whose texts have inline values, lifted or not, each with a hash of the text without these: what texts with one
    /// such hash say together decides on the form of all.
    pub masks: Vec<Vec<(usize, u64)>>,
    /// What the choice of forms depends on in each document, where variables are declared.
    pub choices: Vec<Choices>,
    /// The documents outside ([`Known::outside`]) that no longer have what is chosen for them.
    pub swayed: Vec<usize>,
}

/// What lifting made of one document.
#[derive(Debug, Clone, Copy, Default)]
pub struct LiftedDocument<'a> {
    pub bindings: Option<&'a Bindings>,
    forms: &'a [Option<String>],
    inline: &'a [Values],
}

impl<'a> LiftedDocument<'a> {
    /// The text of a unit as its message has it.
    pub fn text(&self, unit: usize, plain: &'a str) -> &'a str {
        self.form(unit).unwrap_or(plain)
    }

    /// The inline values of a unit that its form has lifted.
    pub fn inline(&self, unit: usize) -> &'a Values {
        static NONE: Values = Values::new();
        self.inline.get(unit).unwrap_or(&NONE)
    }

    /// The text of a unit with its values lifted, if it has any.
    pub fn form(&self, unit: usize) -> Option<&'a str> {
        self.forms.get(unit)?.as_deref()
    }
}

impl Lifted {
    /// What was made of the document at an index.
    pub fn of(&self, document: usize) -> LiftedDocument<'_> {
        LiftedDocument {
            bindings: self.bindings.get(document),
            forms: self.forms.get(document).map_or(&[], Vec::as_slice),
            inline: self.inline.get(document).map_or(&[], Vec::as_slice),
        }
    }

    /// How many units have a variable lifted out of them.
    pub fn units_with(&self, variable: &str) -> usize {
        let has = |form: &&String| {
            let mut parsed = notation::placeables(form).filter_map(notation::Expression::parse);
            parsed.any(|expression| expression.variable == variable)
        };
        self.forms.iter().flatten().flatten().filter(has).count()
    }
}

/// What the choice depends on besides the documents.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub source_locale: &'a str,
    pub variables: &'a [Variable],
    pub reference: &'a Reference,
    /// Documents outside this run: they stay as they were.
    pub kept: &'a FxHashSet<DocumentName>,
    /// Names of the documents that are looked at, in their order.
    pub names: &'a [&'a DocumentName],
    pub lift: Lift,
    /// What the choice depends on in documents that are not looked at, and of which the reference says nothing.
    pub outside: &'a [&'a Choices],
}

/// Lifts the values out of all documents. Units that are nothing but values are no longer translatable.
pub fn lift(documents: &mut [Document<'_>], known: Known<'_>) -> Lifted {
    let bindings: Vec<Bindings> =
        documents.par_iter().map(|document| Bindings::of(document, known.variables)).collect();
    let looked: Vec<Looked<'_>> = documents
        .par_iter()
        .zip(&bindings)
        .enumerate()
        .map(|(index, (document, bindings))| {
            let structure = known.names.get(index).and_then(|name| known.reference.documents.get(*name));
            let structure = structure.filter(|_| !known.variables.is_empty());
            let had = structure.map_or_else(FxHashSet::default, |structure| lifted_forms(structure, known.reference));
            look(document, forms::spellings(bindings, known.source_locale), had)
        })
        .collect();
    let kept: Vec<Looked<'_>> = kept_structures(known).map(|structure| look_at_kept(structure, known)).collect();
    let chosen = choose(documents, &looked, &kept, &bindings, known);
    let settled = settle(&looked, &kept, &chosen.hidden, &chosen.names, known);
    let masks = (0..looked.len()).map(|at| masks_of(&looked[at], &chosen.hidden[at], &chosen.names[at])).collect();
    let values = looked.iter().zip(&settled).zip(&bindings);
    let values = values.map(|((looked, settled), bindings)| values_of(&looked.spellings, settled, bindings)).collect();
    let (forms, inline) = settled.into_iter().map(forms_and_values).unzip();
    for (document, names) in documents.iter_mut().zip(chosen.names) {
        for index in names {
            document.units[index].translatable = false;
        }
    }
    Lifted { bindings, values, forms, inline, masks, choices: chosen.choices, swayed: chosen.swayed }
}

/// Of each unit its form, and the inline values that this has lifted. Where no unit has any, nothing is kept.
fn forms_and_values(settled: Vec<(Option<String>, Values)>) -> (Vec<Option<String>>, Vec<Values>) {
    let (forms, inline): (Vec<Option<String>>, Vec<Values>) = settled.into_iter().unzip();
    let forms = if forms.iter().any(Option::is_some) { forms } else { Vec::new() };
    let inline = if inline.iter().any(|values| !values.is_empty()) { inline } else { Vec::new() };
    (forms, inline)
}

/// The form of every text with the values of its document lifted, and what is a name.
struct Chosen {
    /// For each unit the form, its inline values hidden, where that is not its plain text.
    hidden: Vec<Vec<Option<String>>>,
    names: Vec<FxHashSet<usize>>,
    choices: Vec<Choices>,
    swayed: Vec<usize>,
}

fn choose(
    documents: &[Document<'_>],
    looked: &[Looked<'_>],
    kept: &[Looked<'_>],
    bindings: &[Bindings],
    known: Known<'_>,
) -> Chosen {
    if known.variables.is_empty() {
        let (hidden, names) = (vec![Vec::new(); looked.len()], vec![FxHashSet::default(); looked.len()]);
        return Chosen { hidden, names, choices: Vec::new(), swayed: Vec::new() };
    }
    let mut own: Vec<Choices> = looked.par_iter().map(Choices::of).collect();
    let others: Vec<Choices> = kept.par_iter().map(Choices::of).collect();
    let all: Vec<&Choices> = own.iter().chain(known.outside.iter().copied()).collect();
    let chosen = choices::choose(&all, &others);
    let (chosen, outside) = chosen.split_at(looked.len());
    let hidden: Vec<Vec<Option<String>>> =
        looked.iter().zip(chosen).map(|(looked, chosen)| hidden_of(looked, chosen)).collect();
    let (names, roles) = names::find(documents, (looked, kept), bindings, &hidden, known.outside);
    for (at, choices) in own.iter_mut().enumerate() {
        choices.settle(&chosen[at], &looked[at], &roles[at]);
    }
    let swayed = choices::swayed(known.outside, outside, &own);
    Chosen { hidden, names, choices: own, swayed }
}

/// The forms that were chosen, by unit.
fn hidden_of(looked: &Looked<'_>, chosen: &[Option<u16>]) -> Vec<Option<String>> {
    let mut chosen = chosen.iter();
    let of = |candidates: &Candidates| {
        // Only texts that have a choice are asked.
        let at = if candidates.forms.is_empty() { None } else { *chosen.next()? };
        Some(candidates.forms.get(usize::from(at?))?.0.clone())
    };
    looked.candidates.iter().map(of).collect()
}

fn masks_of(looked: &Looked<'_>, hidden: &[Option<String>], names: &FxHashSet<usize>) -> Vec<(usize, u64)> {
    let masks = looked.masks.iter().enumerate().filter(|(at, _)| !names.contains(at));
    let mask = |(at, masked): (usize, &Option<Masked<'_>>)| {
        let plain = &masked.as_ref()?.mask;
        Some((at, short_hash(hidden.get(at).and_then(Option::as_deref).unwrap_or(plain))))
    };
    masks.filter_map(mask).collect()
}

/// The form of a text, if it is not its plain text, and its inline values.
type Settled = (Option<String>, Values);

/// Gives every unit its form: names and dates in the locale's way, other texts with their inline values written out or
/// lifted. `hidden`: the texts with values of the document lifted, where they have any, and inline values hidden.
fn settle(
    looked: &[Looked<'_>],
    kept: &[Looked<'_>],
    hidden: &[Vec<Option<String>>],
    names: &[FxHashSet<usize>],
    known: Known<'_>,
) -> Vec<Vec<Settled>> {
    let is_declared = |name: &str| known.variables.iter().any(|variable| variable.name == name);
    let mut agreements = Agreements::new(known.lift, known.reference, &is_declared);
    kept.iter().flat_map(|looked| &looked.texts).for_each(|text| agreements.keep(text));
    known.reference.elsewhere.keys().filter_map(|id| known.reference.text(id)).for_each(|text| agreements.keep(text));
    let of = |document: usize, unit: usize| {
        let looked = &looked[document];
        let masked = looked.masks[unit].as_ref().filter(|_| !names[document].contains(&unit))?;
        let chosen = hidden[document].get(unit).and_then(Option::as_deref);
        let mask = chosen.unwrap_or(&masked.mask);
        Some(Hidden { mask, masked, text: looked.texts[unit], spellings: &looked.spellings })
    };
    for (document, looked) in looked.iter().enumerate() {
        (0..looked.texts.len()).filter_map(|unit| of(document, unit)).for_each(|hidden| agreements.add(hidden));
    }
    let settle = |document: usize, unit: usize| -> Settled {
        let looked = &looked[document];
        if names[document].contains(&unit) {
            return (looked.candidates[unit].only_values.clone(), Values::new());
        }
        match of(document, unit) {
            Some(text) => {
                let (form, values) = agreements.form(text, &is_declared);
                (Some(form).filter(|form| form != text.text), values)
            }
            None => (hidden[document].get(unit).cloned().flatten(), Values::new()),
        }
    };
    (0..looked.len())
        .into_par_iter()
        .map(|document| (0..looked[document].texts.len()).map(|unit| settle(document, unit)).collect())
        .collect()
}

fn look<'d>(document: &'d Document<'_>, spellings: Vec<Spelling>, had: FxHashSet<String>) -> Looked<'d> {
    let hide = |unit: &'d Unit<'_>| mask(&unit.text).filter(|masked| is_translatable(&masked.mask, &[]));
    let masks: Vec<Option<Masked<'d>>> =
        document.units.iter().map(|unit| Some(unit).filter(|unit| unit.translatable).and_then(hide)).collect();
    // A number needs no translator, and is written in the locale's way all the same.
    let candidates = document.units.iter().zip(&masks).map(|(unit, masked)| match (unit.translatable, masked) {
        (true, None) => forms::candidates(&unit.text, &spellings),
        (true, Some(masked)) => {
            let only_values = forms::candidates(&unit.text, &spellings).only_values;
            Candidates { only_values, ..forms::candidates(&masked.mask, &spellings) }
        }
        (false, _) => {
            let only_values = forms::candidates(&unit.text, &spellings).only_values;
            let only_values = only_values.filter(|form| forms::is_written(form));
            Candidates { only_values, forms: Vec::new() }
        }
    });
    let candidates = candidates.collect();
    let texts = document.units.iter().map(|unit| unit.text.as_ref()).collect();
    Looked { had, spellings, candidates, texts, masks }
}

/// Hashes of the forms that a document has in the reference with values of its own lifted, as [`Choices::with_had`] wants them.
pub fn forms_had(structure: &Structure, reference: &Reference) -> Vec<u64> {
    let mut had: Vec<u64> = lifted_forms(structure, reference).iter().map(|form| choices::hash(form)).collect();
    had.sort_unstable();
    had
}

/// The forms that a document had with values of its own lifted, their inline values hidden.
fn lifted_forms(structure: &Structure, reference: &Reference) -> FxHashSet<String> {
    let texts = structure.ids().filter_map(|id| reference.text(id)).filter(|text| notation::has_placeables(text));
    let hidden = texts.map(|text| mask(text).map_or_else(|| text.to_owned(), |masked| masked.mask));
    hidden.filter(|mask| notation::has_placeables(mask)).collect()
}

fn kept_structures<'a>(known: Known<'a>) -> impl Iterator<Item = &'a Structure> {
    known.kept.iter().filter_map(move |name| known.reference.structure(name))
}

/// A document outside this run, from what the reference says of it. Its forms are what they are.
fn look_at_kept<'a>(structure: &'a Structure, known: Known<'a>) -> Looked<'a> {
    let bindings = Bindings::recall(&structure.values, known.variables);
    let spellings = forms::spellings(&bindings, known.source_locale);
    let texts: Vec<&str> = structure.ids().filter_map(|id| known.reference.text(id)).collect();
    let masks: Vec<Option<Masked<'_>>> = texts.iter().map(|text| mask(text)).collect();
    let hidden = texts.iter().zip(&masks).map(|(text, masked)| masked.as_ref().map_or(*text, |masked| &masked.mask));
    let candidates = hidden.map(|text| match notation::has_placeables(text) {
        true => vec![(text.to_owned(), notation::placeables(text).count())],
        false => forms::candidates(text, &spellings).forms,
    });
    let candidates = candidates.map(|forms| Candidates { only_values: None, forms }).collect();
    Looked { had: FxHashSet::default(), spellings, candidates, texts, masks }
}

/// What the placeables of a document stand for: its variables, and the formatted values that it uses.
fn values_of(spellings: &[Spelling], settled: &[Settled], bindings: &Bindings) -> Values {
    let mut values: Values = bindings
        .list
        .iter()
        .map(|binding| (notation::expression(&binding.name, None, &[]), binding.value.text().to_owned()))
        .collect();
    for expression in settled.iter().filter_map(|(form, _)| form.as_deref()).flat_map(notation::placeables) {
        if let Some(spelling) = spellings.iter().find(|spelling| spelling.expression == expression) {
            values.insert(expression.to_owned(), spelling.text.clone());
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::catalog::FileKey;
    use crate::catalog::reference::{Message, StructureUnit};
    use crate::document::{ParseOptions, Syntax};
    use crate::variables::declaration::resolve;

    fn options() -> ParseOptions {
        ParseOptions {
            front_matter_keys: vec!["title".into()],
            yaml_keys: vec![],
            html_attributes: vec![],
            ..ParseOptions::default()
        }
    }

    /// The texts of every page as their messages have them, those that need no translator in brackets.
    /// `established`: lifted forms that the first two pages had at the last sync.
    fn lifted(pages: &[&str], established: &[&str]) -> Vec<Vec<String>> {
        let yaml = "app: { heading: 1 }\ndeveloper: { row: Developer }";
        let variables = resolve(Some(serde_yaml::from_str(yaml).unwrap())).unwrap();
        let mut reference = Reference::default();
        let names: Vec<DocumentName> = (0..pages.len()).map(|index| index.to_string().into()).collect();
        for text in established {
            let id = (*text).to_owned();
            let text = text.replace("{ ", "\u{FDD0}").replace(" }", "\u{FDD1}");
            reference
                .messages
                .insert(id.as_str().into(), Arc::new(Message::new(&text, String::new(), FileKey::Shared)));
            for name in &names[..2] {
                let unit = StructureUnit::new("paragraph", &id);
                let structure = Structure { units: vec![unit], ..Structure::default() };
                reference.documents.insert(name.clone(), Arc::new(structure));
            }
        }
        let mut documents: Vec<Document<'_>> =
            pages.iter().map(|page| Document::parse(page, Syntax::Markdown, &options())).collect();
        let kept = FxHashSet::default();
        let names: Vec<&DocumentName> = names.iter().collect();
        let (source_locale, variables) = ("en-US", variables.as_slice());
        let known = Known {
            source_locale,
            variables,
            reference: &reference,
            kept: &kept,
            names: &names,
            lift: Lift::Differing,
            outside: &[],
        };
        let lifted = lift(&mut documents, known);
        let text = |document: usize, index: usize, unit: &Unit<'_>| {
            let text = notation::shown(lifted.of(document).text(index, &unit.text)).into_owned();
            if unit.translatable { text } else { format!("[{text}]") }
        };
        let texts = |(at, document): (usize, &Document<'_>)| {
            document.units.iter().enumerate().map(|(index, unit)| text(at, index, unit)).collect()
        };
        documents.iter().enumerate().map(texts).collect()
    }

    #[test]
    fn a_form_that_several_documents_share_is_the_message() {
        let out = lifted(&["# Calendar X\n\nData of Calendar X.\n", "# Mail Y\n\nData of Mail Y.\n"], &[]);
        assert_eq!(out[0], ["[{ $app }]", "Data of { $app }."]);
        assert_eq!(out[0], out[1]);
    }

    #[test]
    fn a_form_of_one_document_is_no_gain() {
        let out = lifted(&["# Calendar X\n\nData of Calendar X.\n", "# Mail Y\n\nOther.\n"], &[]);
        assert_eq!(out[0], ["Calendar X", "Data of Calendar X."], "and the title is a text like any other");
        let out = lifted(&["# Calendar X\n\nData of Calendar X.\n", "# Mail Y\n\nOther.\n"], &["Data of { $app }."]);
        assert_eq!(out[0][1], "Data of { $app }.", "but what the reference has stays");
    }

    #[test]
    fn an_application_called_teams_spoils_nothing() {
        let page = |app: &str| {
            format!(
                "# {app}\n\nView in Teams store\n\nData of {app} in Teams\n\n| A | B |\n|-|-|\n| Client | Teams |\n| Developer | Microsoft |\n\nGiven by Microsoft to Microsoft.\n"
            )
        };
        let (teams, other, third) = (page("Teams"), page("Planner X"), page("Mail Y"));
        let out = lifted(&[&teams, &other, &third], &[]);
        for texts in &out {
            assert!(texts.contains(&"View in Teams store".to_owned()), "{texts:?}");
            assert!(texts.contains(&"Data of { $app } in Teams".to_owned()), "{texts:?}");
            // Every page says it of the same developer, and so the plain text is what they share.
            assert!(texts.contains(&"Given by Microsoft to Microsoft.".to_owned()), "{texts:?}");
            assert!(texts.contains(&"Teams".to_owned()), "{texts:?}");
        }
        assert_eq!(out[0][0], "[{ $app }]", "the heading is the name all the same");
        let adatum = page("Mail Z").replace("| Developer | Microsoft |", "| Developer | Adatum |");
        let adatum = adatum.replace("Given by Microsoft to", "Given by Adatum to");
        let out = lifted(&[&teams, &other, &adatum], &[]);
        for texts in &out {
            assert!(texts.contains(&"Given by { $developer } to Microsoft.".to_owned()), "{texts:?}");
        }
    }

    #[test]
    fn another_document_does_not_change_what_the_reference_has() {
        let page = |app: &str| format!("# {app}\n\nData of {app}.\n");
        let (a, b) = (page("Calendar X"), page("Mail Y"));
        let plain = "# Z\n\nData of Calendar X.\n";
        let out = lifted(&[&a, &b, plain], &["Data of { $app }."]);
        assert_eq!((out[0][1].as_str(), out[2][1].as_str()), ("Data of { $app }.", "Data of Calendar X."));
        let crowd = vec![plain; 9];
        let mut pages = vec![a.as_str(), &b];
        pages.extend(crowd);
        let out = lifted(&pages, &["Data of { $app }."]);
        assert_eq!(out[0][1], "Data of Calendar X.", "but not against the crowd");
    }

    #[test]
    fn names_and_targets_are_lifted_out_of_one_text() {
        let page = |app: &str, target: &str| format!("# {app}\n\n[Data of {app}]({target}) in `x`\n");
        let (a, b) = (page("Calendar X", "a.md"), page("Mail Y", "b.md"));
        let out = lifted(&[&a, &b], &[]);
        assert_eq!(out[0][1], "[Data of { $app }]({ $link }) in `x`");
        assert_eq!(out[0][1], out[1][1]);
        let out = lifted(&[&a, "# Mail Y\n\nOther.\n"], &["[Data of { $app }]({ $link }) in `x`"]);
        assert_eq!(out[0][1], "[Data of { $app }]({ $link }) in `x`", "what the reference has stays");
    }

    proptest! {
        #[test]
        fn choosing_again_changes_nothing(pages in proptest::collection::vec(page(), 1..5)) {
            let parse = || -> Vec<Document<'_>> {
                pages.iter().map(|page| Document::parse(page, Syntax::Markdown, &options())).collect()
            };
            let names: Vec<DocumentName> = (0..pages.len()).map(|index| index.to_string().into()).collect();
            let names: Vec<&DocumentName> = names.iter().collect();
            let kept = FxHashSet::default();
            let (source_locale, variables, lift_policy) = ("en-US", &[][..], Lift::Differing);
            let mut reference = Reference::default();
            let mut documents = parse();
            let known = Known { source_locale, variables, reference: &reference, kept: &kept, names: &names, lift: lift_policy, outside: &[] };
            let first = lift(&mut documents, known);
            for (index, document) in documents.iter().enumerate() {
                let of = first.of(index);
                for (at, unit) in document.units.iter().enumerate() {
                    let text = of.text(at, &unit.text);
                    // The form says what the text says.
                    let filled = notation::fill(text, |expression| of.inline(at).get(expression).cloned().ok_or(()));
                    prop_assert_eq!(filled.as_deref(), Ok(&*unit.text));
                    reference.messages.insert(text.into(), Arc::new(Message::new(text, String::new(), FileKey::Shared)));
                }
            }
            let known = Known { source_locale, variables, reference: &reference, kept: &kept, names: &names, lift: lift_policy, outside: &[] };
            let again = lift(&mut parse(), known);
            prop_assert_eq!(first.forms, again.forms);
            prop_assert_eq!(first.inline, again.inline);
        }
    }

    /// A page of texts that differ in little.
    fn page() -> impl Strategy<Value = String> {
        let text = "(\\[One\\]\\([ab]\\)|Run `[ab]`\\.|See https://contoso.com/[ab] now|<a href=\"[ab]\" id=\"[ab]\">Two</a>|Three)";
        proptest::collection::vec(text, 1..5).prop_map(|texts| texts.join("\n\n"))
    }
}
