//! Exit codes.

use handback::problem::Problems;

/// Clean.
pub const CLEAN: u8 = 0;
/// There are findings.
pub const FINDINGS: u8 = 1;
/// Usage error, or invalid input.
pub const ERROR: u8 = 2;
/// `sync --exit-code`: files were written or removed.
pub const WRITTEN: u8 = 3;

/// The exit code of a run that met these problems.
pub fn of(problems: &Problems) -> u8 {
    match (problems.has_errors(), problems.are_harmless()) {
        (true, _) => ERROR,
        (false, false) => FINDINGS,
        (false, true) => CLEAN,
    }
}
