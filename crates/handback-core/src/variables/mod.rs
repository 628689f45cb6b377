//! Document variables: what makes one message of a thousand documents' texts.
//!
//! 1. [`bind`] finds in each document the values of the declared variables.
//! 2. [`forms`] finds where they are in a text, and which forms the text could have with them lifted
//!    out: `Information provided by { $developer } to Microsoft:`.
//! 3. [`choose`] picks for every text the form that most documents share ([`choices`]); `names` tells which texts are
//!    nothing but values.
//! 4. [`locale`] writes values as a locale does; [`lift`] lifts them out of translations.
//! 5. [`suggest`] looks for values that nobody declared yet.
//! 6. [`inline`] lifts what is no word of a text, and needs no declaration: link targets and the like.
//!
//! Lifted texts are in the notation of [`crate::catalog::notation`].

pub mod bind;
pub mod choices;
pub mod choose;
pub mod declaration;
pub mod forms;
pub mod inline;
pub mod lift;
pub mod locale;
mod names;
pub mod suggest;
pub mod value;
