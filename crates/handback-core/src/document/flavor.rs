//! How the Markdown parser is set up, for every part of the document model alike.

use pulldown_cmark::Options;

/// The Markdown flavor of DocFX as far as blocks are concerned.
pub fn parser_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
}
