pub mod document;
pub mod catalog;
pub mod drift;
pub mod project;
