//! How the Markdown parser is set up, for every part of the document model alike.

use pulldown_cmark::Options;

use crate::text::flavor::Flavor;

/// The options that a flavor's own parser has.
pub fn options_of(flavor: Flavor) -> Options {
    if flavor.has_definition_lists() { parser_options() | Options::ENABLE_DEFINITION_LIST } else { parser_options() }
}

/// The Markdown flavor of DocFX as far as blocks are concerned.
pub fn parser_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
}
