//! Exit codes.

/// Clean.
pub const CLEAN: u8 = 0;
/// There are findings.
pub const FINDINGS: u8 = 1;
/// Usage error, or invalid input.
pub const ERROR: u8 = 2;
