//! What the flavor of a site sets, where the configuration does not say otherwise.

use std::sync::Arc;

use handback_core::document::ParseOptions;
use handback_core::render::options::{Anchors, Metadata, Newline};
use handback_core::text::constructs::Constructs;
use handback_core::text::constructs::rule::Rule;
use handback_core::text::flavor::Flavor;

/// Settings that go with a flavor.
#[derive(Debug)]
pub(super) struct Defaults {
    pub parse: ParseOptions,
    pub anchors: Anchors,
    pub metadata: Metadata,
    pub newline: Newline,
}

impl Defaults {
    /// DocFX has Microsoft's hand-off; of other sites a page is the English with other words, and nothing else.
    pub fn of(flavor: Flavor, rules: Vec<Rule>) -> Self {
        let constructs = Arc::new(Constructs::with_rules(flavor, rules));
        if flavor == Flavor::Docfx {
            let parse = ParseOptions { constructs, ..ParseOptions::default() };
            return Self { parse, anchors: Anchors::Plain, metadata: Metadata::Microsoft, newline: Newline::Lf };
        }
        let parse = ParseOptions {
            constructs,
            front_matter_keys: [front_matter_keys(flavor), keys_below(flavor)]
                .concat()
                .iter()
                .map(|key| (*key).into())
                .collect(),
            html_attributes: words(&[
                "title",
                "alt",
                "aria-label",
                "placeholder",
                "label",
                "summary",
                "caption",
                "text",
                "header",
                "heading",
                "tagline",
                "tooltip",
            ]),
            ..ParseOptions::default()
        };
        Self { parse, anchors: Anchors::None, metadata: Metadata::None, newline: Newline::Source }
    }
}

/// Keys whose values readers see.
fn front_matter_keys(flavor: Flavor) -> &'static [&'static str] {
    match flavor {
        // Hugo finds files beside a page by their titles, and counts in them. Its keys may be written in capitals.
        Flavor::Hugo => &[
            "title",
            "linkTitle",
            "LinkTitle",
            "Title",
            "Description",
            "linktitle",
            "subtitle",
            "description",
            "summary",
            "excerpt",
            "!resources.title",
            "menu.main.name",
            "menu.footer.name",
            "menus.main.name",
            "menus.footer.name",
        ],
        Flavor::Docusaurus => &["title", "description", "sidebar_label", "pagination_label", "keywords", "summary"],
        Flavor::Starlight => &[
            "title",
            "description",
            "excerpt",
            "hero.title",
            "hero.tagline",
            "hero.image.alt",
            "hero.actions.text",
            // Docusaurus, where not every page is MDX.
            "sidebar_label",
            "pagination_label",
            "keywords",
            "summary",
            "sidebar.label",
            "sidebar.badge",
            "sidebar.badge.text",
            "banner.content",
        ],
        Flavor::Vitepress => &[
            "title",
            "titleTemplate",
            "description",
            "head.content",
            "hero.name",
            "hero.text",
            "hero.tagline",
            "hero.image.alt",
            "hero.actions.text",
            "features.title",
            "features.details",
            "features.linkText",
            // VuePress.
            "footer",
            "heroText",
            "tagline",
            "actionText",
            "actions.text",
            "excerpt",
        ],
        Flavor::Mdn => &["title", "short-title", "summary"],
        Flavor::Jekyll => &["title", "description", "intro", "shortTitle", "excerpt", "subtitle", "summary", "tagline"],
        Flavor::Mkdocs => &["title", "description", "summary", "subtitle"],
        Flavor::Gfm => &[
            "title",
            "description",
            "summary",
            "subtitle",
            "excerpt",
            // Mintlify, Nextra and Fumadocs, and what Docusaurus' pages have.
            "sidebarTitle",
            "sidebar_title",
            "sidebar_label",
            "navTitle",
            "nav_title",
            "shortTitle",
        ],
        Flavor::Docfx | Flavor::Mdbook => &["title", "description"],
    }
}

/// Keys whose values readers see wherever they are below another: in lists of cards, questions, pictures.
fn keys_below(flavor: Flavor) -> &'static [&'static str] {
    match flavor {
        Flavor::Docfx | Flavor::Mdn | Flavor::Mdbook => &[],
        // Pages that are made of front matter alone.
        Flavor::Hugo | Flavor::Jekyll => &[
            "*.title",
            "*.subtitle",
            "*.tagline",
            "*.description",
            "*.summary",
            "*.caption",
            "*.alt",
            "*.text",
            "*.question",
            "*.answer",
            "*.content",
            "*.heading",
        ],
        _ => &[
            "*.title",
            "*.subtitle",
            "*.tagline",
            "*.description",
            "*.summary",
            "*.caption",
            "*.alt",
            "*.text",
            "*.question",
            "*.answer",
        ],
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
