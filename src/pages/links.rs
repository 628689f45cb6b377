//! The targets of a localized page, by the rules of the configuration.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use handback_core::catalog::DocumentName;
use handback_core::document::Syntax;
use handback_core::render::links::{self, Form, LinkRule};
use rustc_hash::FxHashSet;

use crate::project::files;
use crate::project::paths::slashed;
use crate::settings::config::Config;
use crate::settings::links::of_locale;
use crate::settings::locale::Locale;
use crate::settings::publish::Publish;
use crate::settings::tree::{Tree, tree_of};
use crate::snapshot::{LocaleView, PageView, Snapshot, SourceText};

/// The rules for pages of one locale.
pub struct Links<'a> {
    config: &'a Config,
    locale: Cow<'a, Locale>,
    rules: Vec<LinkRule>,
    /// Where documents without a page in the locale are, as addresses say it.
    absent: FxHashSet<String>,
    /// Hears which folders were looked into.
    snapshot: Option<&'a Snapshot<'a>>,
}

impl<'a> Links<'a> {
    pub fn of(config: &'a Config, locale: &str) -> Self {
        let locale = config.locale_called(locale);
        let rules = of_locale(&config.links, &locale);
        Self { config, locale, rules, absent: FxHashSet::default(), snapshot: None }
    }

    /// The same with links to pages that the locale does not have left on those of the English.
    pub fn of_pages(locale: LocaleView<'a>) -> Self {
        let links = Self::of(locale.snapshot.config, locale.name());
        let absent = locale.own().pages.absent.iter();
        let absent = absent.flat_map(|name| addresses(links.config, name)).collect();
        Self { absent, snapshot: Some(locale.snapshot), ..links }
    }

    /// Whether a page differs from what is rendered in nothing but links to other pages, which are in the locale or not.
    pub fn differ_in_pages(&self, locale: LocaleView<'_>, source: &SourceText, lies: &str, rendered: &str) -> bool {
        let config = self.config;
        if self.rules.is_empty() || config.publish_in(&self.locale) == Publish::All {
            return false;
        }
        let names = locale.snapshot.pages().map(PageView::name).chain(&locale.snapshot.inputs.kept);
        let pages: FxHashSet<String> = names.flat_map(|name| addresses(config, name)).collect();
        let is_other = |target: &str| !self.leads_to(&pages, target);
        let plain = |text| links::undone(text, &self.form(source), &self.rules, &is_other, "");
        plain(lies) == plain(rendered)
    }

    /// A rendered page with the targets of the locale; `None` if it has them already.
    pub fn localized(&self, source: &SourceText, text: &str) -> Option<String> {
        if self.rules.is_empty() {
            return None;
        }
        let stays = |target: &str| self.stays(source, target) || self.leads_to(&self.absent, target);
        match links::localized(text, &self.form(source), &self.rules, &stays) {
            Cow::Owned(localized) => Some(localized),
            Cow::Borrowed(_) => None,
        }
    }

    /// A localized page with the targets of its English.
    pub fn undone<'t>(&self, source: &SourceText, text: &'t str) -> Cow<'t, str> {
        let stays = |target: &str| self.stays(source, target);
        links::undone(text, &self.form(source), &self.rules, &stays, &source.text)
    }

    /// Whether a target by a rule leads to one of these pages.
    fn leads_to(&self, pages: &FxHashSet<String>, target: &str) -> bool {
        let rule = || self.rules.iter().find(|rule| rule.leads(target));
        !pages.is_empty() && rule().is_some_and(|rule| pages.contains(&address(&target[rule.from.len()..])))
    }

    fn form(&self, source: &SourceText) -> Form {
        let syntax = source.source.syntax;
        Form { syntax, constructs: self.config.parse.constructs.of_page(syntax == Syntax::Mdx) }
    }

    /// Whether a target is a file beside the documents that only the English has. Documents have a page in every locale, and
    /// of other targets nobody knows.
    fn stays(&self, source: &SourceText, target: &str) -> bool {
        let Some(rule) = self.rules.iter().find(|rule| rule.leads(target)) else { return false };
        let rest = target[rule.from.len()..].split(['?', '#']).next().unwrap_or("");
        let leads_away = rest.split('/').any(|part| matches!(part, "" | "." | ".."));
        let look = |path: PathBuf| {
            if let Some(snapshot) = self.snapshot {
                snapshot.note_look(&path);
            }
            path
        };
        let is_file = |tree: &Tree| {
            let paths = tree.bases().map(|base| base.join(rest));
            let mut paths = paths.filter(|path| look(self.config.root.join(path)).is_file());
            paths.any(|path| !crate::settings::globs::reach(self.config, &path))
        };
        let (tree, _) = tree_of(&self.config.trees, &source.name);
        let folder = || self.config.root.join(tree.output.folder(&self.locale));
        !leads_away && is_file(tree) && !files::is_there(&look(folder().join(Path::new(rest))))
    }
}

/// What addresses of a page may end with, as they are compared: by the name of its document, and by the path of its source.
pub(crate) fn addresses(config: &Config, name: &DocumentName) -> Vec<String> {
    let (tree, inner) = tree_of(&config.trees, name);
    let below = |base: PathBuf| address(&slashed(&base.join(inner)));
    let mut all = vec![address(name)];
    all.extend(tree.bases().map(below));
    all.dedup();
    all
}

/// An address as it is compared: without its fragment, the extension of a page, the name of an index, and whatever the case.
pub(crate) fn address(target: &str) -> String {
    let path = target.split(['?', '#']).next().unwrap_or("").trim_matches('/');
    let stem = [".md", ".mdx", ".markdown", ".html"].iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path);
    let is_index = |name: &str| ["index", "_index", "readme"].iter().any(|index| name.eq_ignore_ascii_case(index));
    let folder = match stem.rsplit_once('/') {
        Some((folder, name)) if is_index(name) => folder,
        None if is_index(stem) => "",
        _ => stem,
    };
    folder.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_of_one_page_are_compared_as_one() {
        for target in
            ["guide/Quay/", "guide/quay.md#top", "guide/quay/index.md", "guide/quay/_index.md?x", "/guide/quay.html"]
        {
            assert_eq!(address(target), "guide/quay", "{target}");
        }
        assert_eq!([address("index.md"), address("/"), address("README.md#a")], ["", "", ""]);
    }
}
