//! How far a long run is.

/// Shows how far a long run is; called from any thread.
pub trait Progress: Sync {
    /// `done` of `total` pages are rendered.
    fn rendered(&self, done: usize, total: usize);
    /// `done` of `total` texts have a draft, or are known to get none.
    fn translated(&self, done: usize, total: usize);
}
