//! What a page points at, and the anchors that it gives.
//!
//! Nearly every destination of a project leads somewhere, so pages are looked at in two steps. [`mentions`] is fast
//! and finds everything that could be a destination, also in code and comments. Only where one leads nowhere does
//! [`Live`] ask the Markdown parser whether a reader ever sees it.

mod anchors;
mod labels;
mod live;
mod mentions;

pub use anchors::{anchors, explicit_anchors, has_templates};
pub use labels::with_labels_of;
pub use live::Live;
pub use mentions::{Mention, in_front_matter, includes, mentions, unescaped};
