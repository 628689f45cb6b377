//! Exit codes. Between the two stands 1: there are findings (see `Report::exit_code`).

/// Clean.
pub const CLEAN: u8 = 0;
/// Wrong use, or bad input.
pub const ERROR: u8 = 2;
