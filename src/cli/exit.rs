//! Exit codes.

/// Clean.
pub const CLEAN: u8 = 0;
/// There are findings.
pub const FINDINGS: u8 = 1;
/// Wrong use, or bad input.
pub const ERROR: u8 = 2;
