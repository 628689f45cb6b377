//! What a destination asks for, as far as it alone says.

use handback_core::document::links::unescaped;

use super::locales;

use crate::snapshot::destination::has_scheme;
pub use crate::snapshot::destination::{Kind, decoded, kind};

/// What a destination asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Aim {
    /// Something outside of the project, or in a form that only the site understands.
    Elsewhere,
    /// An address that names a locale.
    Locale(String),
    /// A place in the project.
    Place(Place),
}

/// A place in the project.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// With `/`, not yet joined with the folder of the page; empty: the page itself.
    pub path: String,
    /// `~/`: from a folder above the page that only DocFX knows.
    pub from_above: bool,
    pub fragment: Option<String>,
}

/// Reads a destination. `languages` are those that may stand alone in an address: `/fr/`.
pub fn aim(target: &str, languages: &[String]) -> Aim {
    let target = unescaped(target);
    let target = target.trim();
    if let Some(path) = address_path(target) {
        return locales::named(path, languages).map_or(Aim::Elsewhere, |locale| Aim::Locale(locale.to_owned()));
    }
    // Templates and identifiers are for the site generator.
    let is_odd = target.contains(['{', '}', '<', '>', '*', '|', '$']) || target.starts_with('@');
    if target.is_empty() || is_odd || has_scheme(target) {
        return Aim::Elsewhere;
    }
    let (path, fragment) = target.split_once('#').map_or((target, ""), |(path, fragment)| (path, fragment));
    let path = decoded(path.split('?').next().unwrap_or("")).replace('\\', "/");
    let fragment = Some(decoded(fragment)).filter(|fragment| is_anchor(fragment));
    let (path, from_above) = match path.strip_prefix("~/") {
        Some(rest) => (rest.to_owned(), true),
        None => (path, false),
    };
    if path.is_empty() && fragment.is_none() || path.starts_with('~') {
        return Aim::Elsewhere;
    }
    Aim::Place(Place { path, from_above, fragment })
}

/// The path of an address: after the host, or from the root of the site.
fn address_path(target: &str) -> Option<&str> {
    let http = ["https://", "http://", "//"].iter().find_map(|start| {
        target.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start)).map(|_| &target[start.len()..])
    });
    match http {
        Some(rest) => Some(rest.split_once('/').map_or("", |(_, path)| path)),
        None => target.strip_prefix(['/', '\\']),
    }
}

/// A fragment that names an anchor: not the top of the page, a tab of DocFX, or words to be found.
fn is_anchor(fragment: &str) -> bool {
    !fragment.is_empty() && !fragment.eq_ignore_ascii_case("top") && !fragment.contains(['/', '=', ':'])
}

/// A path from a folder; `None` if it leads out at the top. Both have `/`, and the top is empty.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut steps: Vec<&str> = folder.split('/').collect();
    if folder.is_empty() {
        steps.clear();
    }
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop().filter(|step| !step.is_empty())?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// The folder of a file, and its name.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(target: &str) -> (String, Option<String>) {
        match aim(target, &[]) {
            Aim::Place(place) => (place.path, place.fragment),
            other => panic!("{target}: {other:?}"),
        }
    }

    #[test]
    fn destinations_are_taken_apart() {
        for (target, path, fragment) in [
            ("b.md", "b.md", None),
            ("../b%20c.md?view=x-1.0#part%2d1", "../b c.md", Some("part-1")),
            ("..\\media\\a.png#lightbox", "../media/a.png", Some("lightbox")),
            ("#part", "", Some("part")),
            ("b.md#", "b.md", None),
            ("b.md#tab/linux", "b.md", None),
            ("100%.md", "100%.md", None),
            ("a_\\(b\\).md", "a_(b).md", None),
        ] {
            assert_eq!(place(target), (path.to_owned(), fragment.map(str::to_owned)), "{target}");
        }
        assert!(matches!(aim("~/a/b.md", &[]), Aim::Place(Place { from_above: true, .. })));
    }

    #[test]
    fn what_is_no_place_of_the_project_is_left_alone() {
        for target in [
            "",
            "#",
            "#top",
            "?view=x",
            "mailto:a@b.example",
            "xref:System.String",
            "javascript:void(0)",
            "tel:+1",
            "data:image/png;base64,AAAA",
            "C:\\x.md",
            "/azure/overview",
            "//cdn.example/x.js",
            "{{< ref \"a.md\" >}}",
            "{% link a.md %}",
            "@uid",
            "https://x.example/a.md",
            "ftp://x.example/a.md",
        ] {
            assert_eq!(aim(target, &[]), Aim::Elsewhere, "{target}");
        }
        assert_eq!(aim("https://x.example/en-us/a", &[]), Aim::Locale("en-us".into()));
    }

    #[test]
    fn kinds_of_files() {
        for (path, expected) in [
            ("a/b.md", Kind::Document),
            ("a/b.PNG", Kind::Image),
            ("a/b.zip", Kind::Other),
            ("a/b.html", Kind::Html),
            ("a/", Kind::Bare),
            ("a/b", Kind::Bare),
            ("v1.2", Kind::Bare),
            ("System.String", Kind::Bare),
            (".gitignore", Kind::Bare),
        ] {
            assert_eq!(kind(path), expected, "{path}");
        }
    }

    #[test]
    fn paths_are_joined() {
        assert_eq!(join("a/b", "../c/./d.md").as_deref(), Some("a/c/d.md"));
        assert_eq!(join("", "c.md").as_deref(), Some("c.md"));
        assert_eq!(join("a", "../../c.md"), None);
        assert_eq!(join("a", "..").as_deref(), Some(""));
        assert_eq!(split("a/b.md"), ("a", "b.md"));
    }
}
