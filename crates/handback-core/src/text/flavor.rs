//! Whose Markdown a project writes: the site generator whose syntax stands among the text.

use schemars::JsonSchema;
use serde::Deserialize;

/// A family of sites, by the generator that reads their Markdown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Flavor {
    /// Microsoft Learn: `:::` zones, `[!INCLUDE]`, `[!NOTE]`.
    #[default]
    Docfx,
    /// GitHub, and plain Markdown.
    Gfm,
    /// Hugo: shortcodes, `+++` front matter, definition lists.
    Hugo,
    /// Docusaurus: MDX, `:::note[Title]`.
    Docusaurus,
    /// Astro and Starlight: MDX, `:::tip[Title]`.
    Starlight,
    /// VitePress: `::: tip Title`, Vue templates.
    Vitepress,
    /// MkDocs with Material: `!!! note "Title"`, `=== "Tab"`, `///` blocks, attribute lists.
    Mkdocs,
    /// mdBook: `{{#include …}}`.
    Mdbook,
    /// MDN: KumaScript macros.
    Mdn,
    /// Jekyll and kramdown: Liquid, `{: .class}`.
    Jekyll,
}

impl Flavor {
    pub const ALL: [Self; 10] = [
        Self::Docfx,
        Self::Gfm,
        Self::Hugo,
        Self::Docusaurus,
        Self::Starlight,
        Self::Vitepress,
        Self::Mkdocs,
        Self::Mdbook,
        Self::Mdn,
        Self::Jekyll,
    ];

    /// Whether a page is MDX: components, `{expressions}`, `import` and `export`, and no indented code. Docusaurus takes
    /// every page for MDX, others only those whose name ends in `.mdx`.
    pub fn is_mdx(self, is_named_so: bool) -> bool {
        self == Self::Docusaurus || is_named_so && self.knows_mdx()
    }

    /// Whether its sites have pages whose names end in `.mdx`.
    pub fn knows_mdx(self) -> bool {
        matches!(self, Self::Docusaurus | Self::Starlight | Self::Gfm | Self::Vitepress)
    }

    /// Whether `Term` with `: Definition` below is a definition list.
    pub fn has_definition_lists(self) -> bool {
        matches!(self, Self::Hugo | Self::Mkdocs | Self::Jekyll | Self::Mdbook)
    }
}
