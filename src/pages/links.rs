//! The targets of a localized page, by the rules of the configuration.

use std::borrow::Cow;
use std::path::Path;

use handback_core::render::links::{self, Form, LinkRule};

use crate::project::files;
use crate::settings::config::Config;
use crate::settings::links::of_locale;
use crate::settings::locale::Locale;
use crate::settings::tree::{Tree, tree_of};
use crate::snapshot::SourceText;

/// The rules for pages of one locale.
pub struct Links<'a> {
    config: &'a Config,
    locale: Cow<'a, Locale>,
    rules: Vec<LinkRule>,
}

impl<'a> Links<'a> {
    pub fn of(config: &'a Config, locale: &str) -> Self {
        let locale = config.locale_called(locale);
        let rules = of_locale(&config.links, &locale);
        Self { config, locale, rules }
    }

    /// A rendered page with the targets of the locale.
    pub fn localized(&self, source: &SourceText, text: String) -> String {
        if self.rules.is_empty() {
            return text;
        }
        match links::localized(&text, self.form(source), &self.rules, &|target| self.stays(source, target)) {
            Cow::Owned(localized) => localized,
            Cow::Borrowed(_) => text,
        }
    }

    /// A localized page with the targets of its English.
    pub fn undone<'t>(&self, source: &SourceText, text: &'t str) -> Cow<'t, str> {
        let stays = |target: &str| self.stays(source, target);
        links::undone(text, self.form(source), &self.rules, &stays, &source.text)
    }

    fn form(&self, source: &SourceText) -> Form<'_> {
        Form { syntax: source.source.syntax, constructs: &self.config.parse.constructs }
    }

    /// Whether a target is a file beside the documents that only the English has. Documents have a page in every locale, and
    /// of other targets nobody knows.
    fn stays(&self, source: &SourceText, target: &str) -> bool {
        let Some(rule) = self.rules.iter().find(|rule| target.starts_with(&rule.from)) else { return false };
        let rest = target[rule.from.len()..].split(['?', '#']).next().unwrap_or("");
        let leads_away = rest.split('/').any(|part| matches!(part, "" | "." | ".."));
        let is_file = |tree: &Tree| {
            let paths = tree.bases().map(|base| base.join(rest));
            let mut paths = paths.filter(|path| self.config.root.join(path).is_file());
            paths.any(|path| !crate::settings::globs::reach(self.config, &path))
        };
        let (tree, _) = tree_of(&self.config.trees, &source.name);
        let folder = || self.config.root.join(tree.output.folder(&self.locale));
        !leads_away && is_file(tree) && !files::is_there(&folder().join(Path::new(rest)))
    }
}
