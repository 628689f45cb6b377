//! Inline values: what stands in a text and is none of its words, so that texts which differ in nothing else are one
//! message: link and image targets, addresses, attributes of tags, code, identifiers.
//!
//! 1. [`spans`] finds them.
//! 2. [`mask`] hides them: texts with the same mask have the same words.
//! 3. [`agree`] decides, for all texts with one mask, which of them are written out (they are the same everywhere) and
//!    which are lifted: `[Terms of use]({ $link })`.
//! 4. [`fit`] reads the values of a text off its form, and lifts them out of translations.
//!
//! A lifted inline value belongs to the *place* of a text, not to the document: a document may have one text twice,
//! with two targets.

pub mod agree;
pub mod fit;
pub mod mask;
pub mod reshape;
pub mod spans;
