//! Formats translations that are more than text: selectors, variables, terms, references.

use std::sync::{Arc, OnceLock};

use fluent::{FluentArgs, FluentBundle, FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

use super::functions;
use super::values::LocalValues;
use crate::catalog::escape::Pattern;
use crate::catalog::locale::{LocaleCatalog, Translation};
use crate::catalog::reference::Values;
use crate::catalog::{DocumentName, FileKey, notation};
use crate::document::Document;

/// Formats the messages of one locale. Nothing is parsed for Fluent before a message is more than plain text.
#[derive(Debug)]
pub struct Formatters<'c> {
    catalog: &'c LocaleCatalog,
    terms: &'c str,
    shared: OnceLock<Vec<Arc<FluentResource>>>,
}

/// Where a message is being used; what `$kind`, `$section`, `$row` and `$occurrence` say.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The variables of the document.
    pub values: &'a LocalValues<'a>,
    /// The inline values of the place, by placeable.
    pub inline: &'a Values,
    pub document: &'a Document<'a>,
    pub unit: usize,
    pub occurrence: u32,
}

impl<'c> Formatters<'c> {
    /// `terms` is the source of the locale's `terms.ftl`, or empty.
    pub fn new(catalog: &'c LocaleCatalog, terms: &'c str) -> Self {
        Self { catalog, terms, shared: OnceLock::new() }
    }

    pub fn catalog(&self) -> &'c LocaleCatalog {
        self.catalog
    }

    /// The source of the locale's `terms.ftl`.
    pub fn terms(&self) -> &'c str {
        self.terms
    }

    /// The text of a translation in its place, or why it cannot be formatted.
    pub fn format(
        &self,
        document: &DocumentName,
        translation: &Translation<'_>,
        context: &Context<'_>,
    ) -> Result<String, String> {
        match translation.pattern {
            Pattern::Text(text) if !notation::has_placeables(text) => Ok(text.clone()),
            Pattern::Text(text) => {
                notation::fill(text, |expression| context.values.evaluate_at(context.inline, expression))
            }
            Pattern::Complex(_) => self.format_complex(document, translation, context),
        }
    }

    fn format_complex(
        &self,
        document: &DocumentName,
        translation: &Translation<'_>,
        context: &Context<'_>,
    ) -> Result<String, String> {
        let (bundle, complaints) = self.bundle(document);
        let message = bundle.get_message(translation.id).and_then(|message| message.value());
        let pattern = message.ok_or_else(|| "no value in the resource".to_owned())?;
        let mut errors: Vec<FluentError> = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments(context)), &mut errors).into_owned();
        let complaint = complaints.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop();
        match complaint.or_else(|| errors.first().map(ToString::to_string)) {
            None => Ok(text),
            Some(message) => Err(message),
        }
    }

    /// Terms, shared messages, then the document's own, which override.
    fn bundle(&self, document: &DocumentName) -> (FluentBundle<Arc<FluentResource>>, functions::Complaints) {
        let locale = self.catalog.locale.parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // Isolation marks would end up in the Markdown.
        bundle.set_use_isolating(false);
        // Functions were not added before, so this cannot meet one of the same name.
        let complaints = functions::add(&mut bundle, &self.catalog.locale).unwrap_or_default();
        for resource in self.shared.get_or_init(|| vec![parsed(&self.all_terms()), self.resource(&FileKey::Shared)]) {
            bundle.add_resource_overriding(resource.clone());
        }
        bundle.add_resource_overriding(self.resource(&FileKey::Document(document.clone())));
        (bundle, complaints)
    }

    /// Terms are the locale's, whichever file they are in: a message that moves still finds them.
    fn all_terms(&self) -> String {
        let mut terms = self.terms.to_owned();
        for file in self.catalog.files.values() {
            for term in file.resource.terms() {
                terms.push('\n');
                terms.push_str(term);
            }
        }
        terms
    }

    fn resource(&self, key: &FileKey) -> Arc<FluentResource> {
        parsed(self.catalog.files.get(key).map_or("", |file| file.resource.source()))
    }
}

/// What is junk in it was reported when the catalog was read; the rest is used.
fn parsed(source: &str) -> Arc<FluentResource> {
    Arc::new(FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource))
}

/// A slug as Fluent can write it as the key of a variant: `-path` is `path`, `3-zones` is `n-3-zones`.
pub fn variant_key(slug: &str) -> String {
    let key: String = slug.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let key = key.trim_start_matches(['-', '_']);
    if key.starts_with(|c: char| c.is_ascii_digit()) { format!("n-{key}") } else { key.to_owned() }
}

fn arguments<'a>(context: &Context<'a>) -> FluentArgs<'a> {
    let unit = &context.document.units[context.unit];
    let mut arguments = FluentArgs::new();
    arguments.set("kind", unit.kind.name());
    arguments.set("section", variant_key(context.document.section(unit)));
    arguments.set("row", variant_key(&context.document.row_slug(unit)));
    arguments.set("occurrence", context.occurrence);
    context.values.add_to(&mut arguments);
    for (expression, value) in context.inline {
        arguments.set(expression.trim_start_matches('$'), value.as_str());
    }
    arguments
}
