//! What runs found, as data; the command line prints it for people and machines.

pub mod status;

/// The exit code of a run: 2 for errors, 1 for findings, 0 for clean.
pub fn exit_code(errors: &[String], findings: &[String]) -> u8 {
    match (errors.is_empty(), findings.is_empty()) {
        (false, _) => 2,
        (true, false) => 1,
        (true, true) => 0,
    }
}
