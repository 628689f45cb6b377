//! The thinking part of `handback`: documents taken apart and put together again byte for byte, Fluent
//! catalogs with the state of every translation, drift between an old and a new English, document variables,
//! translation memory, rendering, and what machine translation must leave alone.
//!
//! Nothing here opens a file, asks a network or the date, or reads the environment: text goes in, text comes
//! out. The `handback` program brings the disk, the services and the command line.
//!
//! ```
//! use handback_core::document::{Document, ParseOptions, Syntax};
//!
//! let source = "# Contoso CRM\n\nLast updated on: `2026-11-28`\n";
//! let document = Document::parse(source, Syntax::Markdown, &ParseOptions::default());
//! let texts: Vec<&str> = document.units.iter().map(|unit| &*unit.text).collect();
//! assert_eq!(texts, ["Contoso CRM", "Last updated on: `2026-11-28`"]);
//! ```

// In the order in which they may import each other: each only those above it.
pub mod text;

pub mod document;

pub mod catalog;

pub mod drift;

pub mod variables;

pub mod memory;

pub mod render;

pub mod translate;

pub mod judge;

pub mod align;

pub mod exchange;
