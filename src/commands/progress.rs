//! How far a long run is.

/// Told how far a long run is.
pub trait Progress: Sync {
    /// `done` of `total` pages are rendered.
    fn rendered(&self, done: usize, total: usize);
    /// `done` of `total` texts have a draft, or are known to get none.
    fn translated(&self, done: usize, total: usize);
}
