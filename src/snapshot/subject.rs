//! The project as read and merged, as checks and pages look at it.

use std::path::Path;
use std::sync::OnceLock;

use handback_core::catalog::DocumentName;
use handback_core::catalog::reference::Reference;
use handback_core::document::Document;
use rustc_hash::FxHashSet;

use super::names::Names;
use super::read::{Inputs, LocaleInput, ReadOnly, Scope, SourceText};
use super::{Analysis, extract, hand_off, parse};
use crate::project::paths;
use crate::settings::config::Config;

/// The state of a run that checks look at.
pub struct Subject<'a> {
    pub config: &'a Config,
    pub sources: &'a [SourceText],
    pub kept: &'a FxHashSet<DocumentName>,
    pub documents: &'a [Document<'a>],
    /// The reference of the last sync.
    pub reference: &'a Reference,
    pub analysis: &'a Analysis,
    names: OnceLock<Names>,
}

impl<'a> Subject<'a> {
    pub fn new(config: &'a Config, inputs: &'a Inputs, documents: &'a [Document<'a>], analysis: &'a Analysis) -> Self {
        let ReadOnly { sources, kept, reference } = inputs.read_only();
        Self { config, sources, kept, documents, reference, analysis, names: OnceLock::new() }
    }

    pub fn read(&self) -> ReadOnly<'a> {
        ReadOnly { sources: self.sources, kept: self.kept, reference: self.reference }
    }

    /// The names of all documents, the same in every locale.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self.documents, self.analysis))
    }

    /// A path as reports name it: below the project, with `/`.
    pub fn shown(&self, path: &Path) -> String {
        paths::slashed(&self.config.shown(path))
    }
}

/// Runs the pipeline up to where it would write, and looks at the result.
pub fn with_subject<T>(
    config: &Config,
    scope: &Scope,
    inputs: &Inputs,
    mut locales: Vec<LocaleInput>,
    look: impl FnOnce(&Subject<'_>) -> T,
) -> T {
    let (documents, lifted) = parse(config, inputs);
    let mut analysis = extract::analyse(config, &mut locales, &inputs.read_only(), &documents, lifted, &scope.today);
    hand_off(config, &inputs.sources, &mut analysis.locales, |_| true, &scope.today);
    look(&Subject::new(config, inputs, &documents, &analysis))
}
