//! Checks SARIF logs against the official schema: `sarif-check SCHEMA LOG…`.
//!
//! The schema is the one that the package `serde-sarif` ships; `tests/sarif/run` says where it is.

use std::fs;
use std::process::ExitCode;

use serde_json::{Value, json};

fn read(path: &str) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let schema = arguments.next().expect("expected the schema and SARIF logs");
    let mut schema = read(&schema);
    assert!(schema["$id"].as_str().is_some_and(|id| id.ends_with("sarif-schema-2.1.0.json")));
    // A stray bracket in these patterns is refused by regex engines; we write no languages.
    for holder in ["run", "toolComponent"] {
        let language = schema.pointer_mut(&format!("/definitions/{holder}/properties/language"));
        assert!(language.and_then(Value::as_object_mut).is_some_and(|rule| rule.remove("pattern").is_some()));
    }
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    let broken = json!({ "version": "2.1.0", "runs": [{ "results": [{}] }] });
    assert!(!validator.is_valid(&broken), "the schema refuses nothing");
    let (mut passed, mut failed) = (0, 0);
    for path in arguments {
        let log = read(&path);
        let mut problems: Vec<String> =
            validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        match serde_json::from_value::<serde_sarif::sarif::Sarif>(log) {
            Ok(typed) if typed.runs[0].results.as_ref().is_some_and(|results| results.len() > 2) => {}
            Ok(_) => problems.push("expected more than two results".into()),
            Err(error) => problems.push(error.to_string()),
        }
        problems.iter().for_each(|problem| eprintln!("{path}: {problem}"));
        *if problems.is_empty() { &mut passed } else { &mut failed } += 1;
    }
    println!("sarif: {passed} passed, {failed} failed");
    if passed > 0 && failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
