//! `output`: where the localized pages of documents lie.

use regex::Regex;

use super::locale::{Locale, language};

/// A template of paths.
#[derive(Debug, Clone)]
pub struct Output {
    template: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placeholder {
    /// The locale as the site writes it.
    Locale,
    /// Its tag.
    Tag,
    /// Its tag in small letters.
    Lower,
    /// `fr` of `fr-FR`.
    Language,
    /// The whole name of a document.
    Path,
    /// Its folder, with a `/` at the end unless it is empty.
    Folder,
    /// Its name without the extension; with its folder where the template has no `{dir}`.
    Stem,
    Extension,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Placeholder(Placeholder),
}

const PLACEHOLDERS: [(&str, Placeholder); 9] = [
    ("locale", Placeholder::Locale),
    ("locale:folder", Placeholder::Locale),
    ("locale:tag", Tag),
    ("locale:lower", Lower),
    ("lang", Language),
    ("path", Path),
    ("dir", Folder),
    ("stem", Stem),
    ("ext", Extension),
];

use Placeholder::{Extension, Folder, Language, Lower, Path, Stem, Tag};

impl Output {
    /// Reads a template for the pages of these locales.
    pub fn parse(template: &str, locales: &[Locale]) -> Result<Self, String> {
        let output = Self { template: template.to_owned(), parts: parts(template.trim_start_matches("./"))? };
        output.check()?;
        for (at, locale) in locales.iter().enumerate() {
            let path = output.path(locale, "a/b.md");
            if let Some(other) = locales[..at].iter().find(|other| output.path(other, "a/b.md") == path) {
                return Err(format!(
                    "`{template}` must tell locales apart, or pages would overwrite each other: `{path}` would be of {} \
                     and of {}; expected for example `{{locale}}/{{path}}`",
                    other.name, locale.name
                ));
            }
        }
        Ok(output)
    }

    fn check(&self) -> Result<(), String> {
        let template = &self.template;
        let count = |wanted| self.parts.iter().filter(|part| **part == Part::Placeholder(wanted)).count();
        let (path, stem, extension) = (count(Path), count(Stem), count(Extension));
        let is_whole = path == 1 && stem + extension + count(Folder) == 0;
        let is_apart = path == 0 && stem == 1 && extension == 1 && count(Folder) <= 1;
        if !is_whole && !is_apart {
            return Err(format!(
                "`{template}` must hold `{{path}}` once, or `{{stem}}` and `{{ext}}`, or documents would overwrite each \
                 other"
            ));
        }
        let at = |wanted: &dyn Fn(Placeholder) -> bool| {
            self.parts.iter().position(|part| matches!(part, Part::Placeholder(found) if wanted(*found)))
        };
        let last_locale = self.parts.iter().rposition(|part| matches!(part, Part::Placeholder(p) if is_of_locale(*p)));
        if is_whole && last_locale > at(&|part| part == Path) {
            return Err(format!(
                "`{template}` names the locale after the path: expected for example `localized-docs/{{locale}}/{{path}}` \
                 or `docs/{{dir}}{{stem}}.{{locale}}.{{ext}}`"
            ));
        }
        let in_order = [Folder, Stem, Extension].map(|wanted| at(&|part| part == wanted));
        if is_apart && !in_order.into_iter().flatten().is_sorted() {
            return Err(format!("`{template}`: expected `{{dir}}`, `{{stem}}` and `{{ext}}` in this order"));
        }
        Ok(())
    }

    /// Where the page of a document lies, by the name that its tree gives it.
    pub fn path(&self, locale: &Locale, document: &str) -> String {
        let (folder, file) = document.rfind('/').map_or(("", document), |at| document.split_at(at + 1));
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let mut path = String::with_capacity(self.template.len() + document.len());
        for part in &self.parts {
            match part {
                Part::Text(text) => path.push_str(text),
                Part::Placeholder(Path) => path.push_str(document),
                Part::Placeholder(Folder) => path.push_str(folder),
                Part::Placeholder(Stem) => {
                    path.push_str(if self.has(Folder) { "" } else { folder });
                    path.push_str(stem);
                }
                Part::Placeholder(Extension) => path.push_str(extension),
                Part::Placeholder(of_locale) => path.push_str(&written(*of_locale, locale)),
            }
        }
        path
    }

    /// What finds the documents that paths are pages of.
    pub fn pages_of(&self, locale: &Locale) -> Pages {
        let mut pattern = String::from("^");
        for part in &self.parts {
            match part {
                Part::Text(text) => pattern.push_str(&regex::escape(text)),
                Part::Placeholder(Path) => pattern.push_str("(?P<path>.+)"),
                Part::Placeholder(Folder) => pattern.push_str("(?P<dir>(?:[^/]+/)*)"),
                Part::Placeholder(Stem) if self.has(Folder) => pattern.push_str("(?P<stem>[^/]+)"),
                Part::Placeholder(Stem) => pattern.push_str("(?P<stem>.+)"),
                Part::Placeholder(Extension) => pattern.push_str("(?P<ext>[^/.]+)"),
                Part::Placeholder(of_locale) => pattern.push_str(&regex::escape(&written(*of_locale, locale))),
            }
        }
        pattern.push('$');
        Pages(Regex::new(&pattern).expect("all of it is escaped"))
    }

    /// The folder that the pages of a locale lie in; empty for that of the project.
    pub fn folder(&self, locale: &Locale) -> String {
        let parts = self.parts.iter().map_while(|part| match part {
            Part::Text(text) => Some(text.clone()),
            Part::Placeholder(of_locale) if is_of_locale(*of_locale) => Some(written(*of_locale, locale)),
            Part::Placeholder(_) => None,
        });
        folder_of(&parts.collect::<String>())
    }

    /// The folder that the pages of all locales lie in.
    pub fn common_folder(&self) -> String {
        let first = self.parts.first().map_or("", |part| match part {
            Part::Text(text) => text,
            Part::Placeholder(_) => "",
        });
        folder_of(first)
    }

    /// What stands between the name of a locale, which is a whole folder, and the name of a document.
    pub fn below_locale(&self) -> Option<&str> {
        let at = self.parts.iter().position(|part| matches!(part, Part::Placeholder(p) if is_of_locale(*p)))?;
        let starts = at == 0 || matches!(&self.parts[at - 1], Part::Text(text) if text.ends_with('/'));
        match &self.parts[at + 1..] {
            [Part::Text(text), Part::Placeholder(Path | Folder), ..] if starts => text.strip_prefix('/'),
            _ => None,
        }
    }

    /// Whether the names of pages have the locale in them, as in `page.fr.md`.
    pub fn is_suffix(&self) -> bool {
        let stem = self.parts.iter().position(|part| *part == Part::Placeholder(Stem));
        let locale = self.parts.iter().rposition(|part| matches!(part, Part::Placeholder(p) if is_of_locale(*p)));
        stem.is_some() && locale > stem
    }

    /// The name of a document, without the locale that English has in its name as localized pages have theirs.
    pub fn without_source_locale(&self, document: &str, source_locale: &str) -> Option<String> {
        let (stem, extension) = document.rsplit_once('.').filter(|_| self.is_suffix())?;
        let (stem, suffix) = stem.rsplit_once('.')?;
        let is_source = [source_locale, language(source_locale)].iter().any(|tag| suffix.eq_ignore_ascii_case(tag));
        (is_source && !stem.is_empty() && !stem.ends_with('/')).then(|| format!("{stem}.{extension}"))
    }

    fn has(&self, wanted: Placeholder) -> bool {
        self.parts.contains(&Part::Placeholder(wanted))
    }
}

impl std::fmt::Display for Output {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.template)
    }
}

/// Finds the documents that paths are pages of.
#[derive(Debug, Clone)]
pub struct Pages(Regex);

impl Pages {
    /// The document that a path is the page of, by the name that its tree gives it.
    pub fn document(&self, path: &str) -> Option<String> {
        let found = self.0.captures(path)?;
        let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
        Some(match found.name("path") {
            Some(path) => path.as_str().to_owned(),
            None => format!("{}{}.{}", part("dir"), part("stem"), part("ext")),
        })
    }
}

fn is_of_locale(placeholder: Placeholder) -> bool {
    matches!(placeholder, Placeholder::Locale | Tag | Lower | Language)
}

fn written(placeholder: Placeholder, locale: &Locale) -> String {
    match placeholder {
        Tag => locale.name.clone(),
        Lower => locale.name.to_lowercase(),
        Language => language(&locale.name).to_owned(),
        _ => locale.folder().to_owned(),
    }
}

/// A text with the names of a locale in it; it holds no document.
pub fn filled(template: &str, locale: &Locale) -> Result<String, String> {
    let fill = |part: &Part| match part {
        Part::Text(text) => Ok(text.clone()),
        Part::Placeholder(of_locale) if is_of_locale(*of_locale) => Ok(written(*of_locale, locale)),
        Part::Placeholder(_) => Err(format!("`{template}`: only locales are known here, such as `{{locale}}`")),
    };
    parts(template)?.iter().map(fill).collect()
}

fn folder_of(start: &str) -> String {
    start.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned()
}

fn parts(template: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let known = PLACEHOLDERS.map(|(name, _)| format!("`{{{name}}}`")).join(", ");
        let (name, after) = after
            .split_once('}')
            .ok_or_else(|| format!("`{template}`: a `{{` is not closed; expected one of {known}"))?;
        let (_, placeholder) = PLACEHOLDERS
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(|| format!("`{template}`: unknown placeholder `{{{name}}}`; expected one of {known}"))?;
        if !before.is_empty() {
            parts.push(Part::Text(before.to_owned()));
        }
        parts.push(Part::Placeholder(*placeholder));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.to_owned()));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(name: &str, folder: Option<&str>) -> Locale {
        Locale { name: name.into(), folder: folder.map(str::to_owned), ..Locale::default() }
    }

    fn output(template: &str) -> Output {
        Output::parse(template, &[locale("zh-CN", Some("cn")), locale("fr-FR", None)]).unwrap()
    }

    #[test]
    fn pages_lead_back_to_their_documents() {
        for (template, expected) in [
            ("localized-docs/{locale}/{path}", "localized-docs/cn/a/b.c.md"),
            ("../docs-{locale:folder}/src/{path}", "../docs-cn/src/a/b.c.md"),
            ("./x/{locale:lower}/{path}", "x/zh-cn/a/b.c.md"),
            ("x/{lang}/docs/{path}", "x/zh/docs/a/b.c.md"),
            ("{stem}.{locale}.{ext}", "a/b.c.cn.md"),
            ("docs/{dir}{stem}.{lang}.{ext}", "docs/a/b.c.zh.md"),
            ("{locale}/{locale}/{path}", "cn/cn/a/b.c.md"),
        ] {
            let (output, locale) = (output(template), locale("zh-CN", Some("cn")));
            let path = output.path(&locale, "a/b.c.md");
            assert_eq!(path, expected);
            let pages = output.pages_of(&locale);
            assert_eq!(pages.document(&path).as_deref(), Some("a/b.c.md"), "{template}");
            assert_eq!(pages.document("docs/a/b.fr.md").as_deref().filter(|_| template.contains("stem")), None);
        }
    }

    #[test]
    fn folders() {
        let fr = locale("fr-FR", None);
        for (template, folder, common, below) in [
            ("localized-docs/{locale}/{path}", "localized-docs/fr-FR", "localized-docs", Some("")),
            ("i18n/{locale}/docs/current/{path}", "i18n/fr-FR/docs/current", "i18n", Some("docs/current/")),
            ("docs/{dir}{stem}.{locale}.{ext}", "docs", "docs", None),
            ("../docs-{locale}/src/{path}", "../docs-fr-FR/src", "..", None),
            ("{locale}/{path}", "fr-FR", "", Some("")),
            ("{stem}.{locale}.{ext}", "", "", None),
        ] {
            let output = output(template);
            let found = (output.folder(&fr), output.common_folder(), output.below_locale().map(str::to_owned));
            assert_eq!(found, (folder.to_owned(), common.to_owned(), below.map(str::to_owned)), "{template}");
        }
    }

    #[test]
    fn english_may_be_named_as_localized_pages_are() {
        let (suffix, plain) = (output("docs/{dir}{stem}.{locale}.{ext}"), output("{locale}/{path}"));
        let name = |output: &Output, document: &str| output.without_source_locale(document, "en-US");
        assert_eq!(name(&suffix, "a/b.en.md").as_deref(), Some("a/b.md"));
        assert_eq!(name(&suffix, "a/b.en-us.md").as_deref(), Some("a/b.md"));
        for document in ["a/b.md", "a/b.fr.md", "a/.en.md", "en.md"] {
            assert_eq!(name(&suffix, document), None, "{document}");
        }
        assert_eq!(name(&plain, "a/b.en.md"), None);
    }

    #[test]
    fn mistakes_are_explained() {
        let locales = [locale("fr-FR", None), locale("fr-CA", None)];
        let error = |template: &str| Output::parse(template, &locales).unwrap_err();
        for (template, expected) in [
            ("out/{path}", "must tell locales apart"),
            ("out/{lang}/{path}", "would be of fr-FR and of fr-CA"),
            ("out/{locale}", "must hold `{path}` once"),
            ("out/{locale}/{path}/{path}", "must hold `{path}` once"),
            ("out/{locale}/{stem}", "must hold `{path}` once, or `{stem}` and `{ext}`"),
            ("out/{path}.{locale}", "names the locale after the path"),
            ("out/{locale}/{ext}/{stem}", "in this order"),
            ("out/{local}/{path}", "unknown placeholder `{local}`"),
            ("out/{locale", "is not closed"),
        ] {
            assert!(error(template).contains(expected), "{template}: {}", error(template));
        }
        assert!(Output::parse("out/{path}", &locales[..1]).is_ok());
    }
}
