//! The trees of source documents, each with the place of its localized pages.

use std::path::{Component, Path, PathBuf};

use handback_core::text::flavor::Flavor;
use schemars::JsonSchema;
use serde::Deserialize;

use super::globs::{Globs, base_of};
use super::locale::Locale;
use super::output::Output;

/// Globs, or globs and excludes apart.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a list of globs, or `globs` and `excludes`")]
pub enum RawSources {
    One(String),
    List(Vec<String>),
    Parts(RawSourceParts),
}

/// Globs and excludes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSourceParts {
    pub globs: Vec<String>,
    #[serde(default)]
    pub excludes: Vec<String>,
}

/// A tree of source documents beside others: a blog, an older version.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTree {
    /// Globs of its documents; a leading `!` excludes.
    pub sources: RawSources,
    /// Where its localized pages are written.
    pub output: String,
    /// What the names of its documents begin with. Default: the folder that its globs start in.
    pub name: Option<String>,
}

/// Source documents that are named from the same place, and where their localized pages lie.
#[derive(Debug, Clone)]
pub struct Tree {
    /// What the names of its documents begin with: empty, or a path with a `/` at its end.
    pub prefix: String,
    pub globs: Vec<String>,
    pub excludes: Vec<String>,
    pub output: Output,
    wanted: Globs,
    unwanted: Globs,
}

impl Tree {
    fn new(prefix: String, sources: (Vec<String>, Vec<String>), output: Output) -> Self {
        let (globs, excludes) = sources;
        let (wanted, unwanted) = (Globs::new(&globs), Globs::new(&excludes));
        Self { prefix, globs, excludes, output, wanted, unwanted }
    }

    /// Whether the globs want a path, written with `/` from the folder of the project.
    pub fn wants(&self, path: &str) -> bool {
        self.wanted.is_match(path) && !self.is_excluded(path)
    }

    pub fn is_excluded(&self, path: &str) -> bool {
        self.unwanted.is_match(path)
    }

    /// The folders that its globs start in.
    pub fn bases(&self) -> impl Iterator<Item = PathBuf> + '_ {
        self.globs.iter().map(|glob| base_of(glob))
    }

    /// The name of a document that lies at a path below one of its folders.
    pub fn name_of(&self, below: &str, source_locale: &str) -> String {
        let without = self.output.without_source_locale(below, source_locale);
        format!("{}{}", self.prefix, without.as_deref().unwrap_or(below))
    }

    /// Whether the tree may have a document of a name within it.
    fn may_have(&self, inner: &str) -> bool {
        self.bases().any(|base| self.wanted.is_match(base.join(inner)))
    }
}

/// The tree that a document belongs to by its name, and its name there.
pub fn tree_of<'t, 'n>(trees: &'t [Tree], name: &'n str) -> (&'t Tree, &'n str) {
    let fitting = || trees.iter().filter_map(|tree| Some((tree, name.strip_prefix(tree.prefix.as_str())?)));
    let longest = fitting().map(|(tree, _)| tree.prefix.len()).max();
    let mut best = fitting().filter(|(tree, _)| Some(tree.prefix.len()) == longest);
    let first = best.next();
    // Several trees name their documents from the same place: their globs say which it is.
    match best.next() {
        None => first,
        Some(second) => {
            first.into_iter().chain([second]).chain(best).find(|(tree, inner)| tree.may_have(inner)).or(first)
        }
    }
    .unwrap_or((&trees[0], name))
}

/// A mistake, under the key that has it.
pub type Mistake = (&'static str, String);

/// The trees of a configuration: those of `sources` and `output`, and those of `trees`.
pub fn resolve(
    sources: Option<RawSources>,
    output: Option<String>,
    trees: Option<Vec<RawTree>>,
    locales: &[Locale],
    flavor: Flavor,
) -> Result<Vec<Tree>, Mistake> {
    let mut all = Vec::new();
    let others = trees.unwrap_or_default();
    if others.is_empty() || sources.is_some() {
        let sources = sources.unwrap_or_else(|| RawSources::List(default_sources(flavor)));
        let sources = split_sources(sources).map_err(|message| ("sources", message))?;
        let output = output.unwrap_or_else(|| "localized-docs/{locale}/{path}".into());
        let output = Output::parse(&output, locales).map_err(|message| ("output", message))?;
        all.push(Tree::new(String::new(), sources, output));
    } else if output.is_some() {
        return Err(("output", "belongs to `sources`, which is not there: every tree has its own `output`".into()));
    }
    for tree in others {
        let of_trees = |message: String| ("trees", format!("trees: {message}"));
        let sources = split_sources(tree.sources).map_err(of_trees)?;
        let output = Output::parse(&tree.output, locales).map_err(of_trees)?;
        let name = tree.name.unwrap_or_else(|| common_base(&sources.0));
        let prefix = prefix_of(&name).map_err(of_trees)?;
        all.push(Tree::new(prefix, sources, output));
    }
    for (at, tree) in all.iter().enumerate() {
        let key = if at == 0 && tree.prefix.is_empty() { "output" } else { "trees" };
        check_overwriting(&all, at, locales).map_err(|message| (key, message))?;
    }
    Ok(all)
}

/// Refuses pages in the place of their English, and of pages of other trees.
fn check_overwriting(trees: &[Tree], at: usize, locales: &[Locale]) -> Result<(), String> {
    const SAMPLE: &str = "\u{1}/\u{1}.md";
    let tree = &trees[at];
    for locale in locales {
        let page = normal(Path::new(&tree.output.path(locale, SAMPLE)));
        let mut bases = trees.iter().flat_map(Tree::bases);
        if bases.any(|base| normal(&base.join(SAMPLE)) == page) {
            return Err(format!(
                "`{}` is where the English lies: its pages of {} would overwrite it",
                tree.output, locale.name
            ));
        }
        let same = |other: &&Tree| {
            other.prefix != tree.prefix && normal(Path::new(&other.output.path(locale, SAMPLE))) == page
        };
        if let Some(other) = trees[..at].iter().find(same) {
            return Err(format!(
                "`{}` is also the output of `{}`: pages would overwrite each other",
                tree.output,
                other.globs.join("`, `")
            ));
        }
    }
    Ok(())
}

/// A path without `.`, and without `..` where something stands before it.
pub fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// The folder that all globs start in, as a name: without what leads out of the project.
fn common_base(globs: &[String]) -> String {
    let bases: Vec<PathBuf> = globs.iter().map(|glob| base_of(glob)).collect();
    let mut common = bases.first().cloned().unwrap_or_default();
    while !bases.iter().all(|base| base.starts_with(&common)) {
        common.pop();
    }
    let parts = common.components().filter_map(|part| match part {
        Component::Normal(part) => part.to_str(),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn prefix_of(name: &str) -> Result<String, String> {
    let name = name.trim_end_matches('/');
    if name.is_empty() {
        return Ok(String::new());
    }
    let is_odd = |part: &str| matches!(part, "" | "." | "..") || part.contains(|c: char| c.is_control() || c == '\\');
    if name.split('/').any(is_odd) {
        return Err(format!("`{name}` is no name of a tree: expected a path such as `blog`"));
    }
    Ok(format!("{name}/"))
}

/// The globs of sources where the configuration has none.
fn default_sources(flavor: Flavor) -> Vec<String> {
    let extensions: &[&str] = if flavor.knows_mdx() { &["md", "mdx", "yml", "yaml"] } else { &["md", "yml", "yaml"] };
    extensions.iter().map(|extension| format!("source-docs/**/*.{extension}")).collect()
}

/// The globs of sources, and those of what is left out.
fn split_sources(raw: RawSources) -> Result<(Vec<String>, Vec<String>), String> {
    let clean = |glob: &str| glob.trim_start_matches("./").to_owned();
    let (listed, mut excludes) = match raw {
        RawSources::One(glob) => (vec![glob], Vec::new()),
        RawSources::List(globs) => (globs, Vec::new()),
        RawSources::Parts(parts) => (parts.globs, parts.excludes),
    };
    let (excluded, globs): (Vec<String>, Vec<String>) = listed.into_iter().partition(|glob| glob.starts_with('!'));
    excludes.extend(excluded.iter().map(|glob| glob[1..].to_owned()));
    let globs: Vec<String> = globs.iter().map(|glob| clean(glob)).collect();
    let excludes: Vec<String> = excludes.iter().map(|glob| clean(glob)).collect();
    if globs.is_empty() {
        return Err("no glob names a source: expected for example `source-docs/**/*.md`".into());
    }
    for glob in globs.iter().chain(&excludes) {
        globset::Glob::new(glob).map_err(|error| format!("`{glob}` is not a glob: {}", error.kind()))?;
    }
    Ok((globs, excludes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trees(yaml: &str) -> Result<Vec<Tree>, Mistake> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Raw {
            sources: Option<RawSources>,
            output: Option<String>,
            trees: Option<Vec<RawTree>>,
        }
        let raw: Raw = serde_yaml::from_str(yaml).unwrap();
        let locales = [Locale { name: "fr".into(), ..Locale::default() }];
        resolve(raw.sources, raw.output, raw.trees, &locales, Flavor::default())
    }

    #[test]
    fn a_tree_more_renames_no_document() {
        let docs = "sources: docs/**/*.md\noutput: out/docs/{locale}/{path}\n";
        let blog = "trees:\n- {sources: blog/**/*.md, output: 'out/blog/{locale}/{path}'}\n";
        let old = "- {sources: [old/a/*.md, old/b/*.md], output: 'out/old/{locale}/{path}', name: v1}\n";
        let named = |yaml: &str| -> Vec<String> {
            trees(yaml).unwrap().iter().map(|tree| tree.name_of("x.md", "en")).collect()
        };
        assert_eq!(named(docs), ["x.md"]);
        assert_eq!(named(blog), ["blog/x.md"]);
        assert_eq!(named(&format!("{docs}{blog}{old}")), ["x.md", "blog/x.md", "v1/x.md"]);
    }

    #[test]
    fn documents_lead_back_to_their_tree() {
        let all = trees(
            "sources: docs/**/*.md\noutput: 'o/{locale}/{path}'\ntrees:\n\
             - {sources: blog/**/*.md, output: 'b/{locale}/{path}'}\n\
             - {sources: blog/**/*.yml, output: 'y/{locale}/{path}'}\n",
        )
        .unwrap();
        for (name, output, inner) in [
            ("a/x.md", "o/{locale}/{path}", "a/x.md"),
            ("blog/x.md", "b/{locale}/{path}", "x.md"),
            ("blog/x.yml", "y/{locale}/{path}", "x.yml"),
            ("blogs/x.md", "o/{locale}/{path}", "blogs/x.md"),
        ] {
            let (tree, found) = tree_of(&all, name);
            assert_eq!((tree.output.to_string().as_str(), found), (output, inner), "{name}");
        }
    }

    #[test]
    fn a_flavor_that_reads_mdx_looks_for_it() {
        assert_eq!(default_sources(Flavor::Hugo).len(), 3);
        for flavor in Flavor::ALL {
            let is_read = default_sources(flavor).iter().any(|glob| glob.ends_with(".mdx"));
            assert_eq!(is_read, flavor.knows_mdx(), "{flavor:?}");
        }
    }

    #[test]
    fn a_tree_is_named_by_its_folder() {
        let of = |globs: &[&str]| common_base(&globs.iter().map(|glob| (*glob).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["blog/**/*.md"]), "blog");
        assert_eq!(of(&["../up/src/**", "../up/more/*.md"]), "up");
        assert_eq!(of(&["a/**", "b/**"]), "");
        assert_eq!(of(&["*.md"]), "");
    }

    #[test]
    fn nothing_is_overwritten() {
        for (yaml, key, expected) in [
            ("sources: docs/**\noutput: ./docs/{path}\n", "output", "is where the English lies"),
            ("sources: ../up/src/**\noutput: ../up/x/../src/{path}\n", "output", "is where the English lies"),
            (
                "trees:\n- {sources: a/**, output: 'o/{locale}/{path}'}\n- {sources: b/**, output: 'o/{locale}/{path}'}\n",
                "trees",
                "is also the output of `a/**`",
            ),
            ("output: o/{path}\ntrees:\n- {sources: a/**, output: 'o/{path}'}\n", "output", "belongs to `sources`"),
            ("trees:\n- {sources: a/**, output: 'o/{path}', name: ../x}\n", "trees", "is no name of a tree"),
            ("trees:\n- {sources: [], output: 'o/{path}'}\n", "trees", "no glob names a source"),
            ("trees:\n- {sources: a/**, output: 'o/'}\n", "trees", "must hold `{path}` once"),
        ] {
            let (at, message) = trees(yaml).unwrap_err();
            assert!(at == key && message.contains(expected), "{yaml}: {at}: {message}");
        }
        assert!(trees("sources: ../up/src/**\noutput: src/{path}\n").is_ok());
    }
}
