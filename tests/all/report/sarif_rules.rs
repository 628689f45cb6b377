//! Rules of the validator of Microsoft's SARIF SDK, in our words: those that are errors or warnings, those of GitHub,
//! and of the notes what we keep. Each function returns what a log breaks, with the rule's number.
//!
//! Not here: 1006, 1008, 1012, 1013, 2002, 2014, 2015 and GH1002, which are about what our logs never hold; 2003, 2007,
//! 2009, 2010, 2011 and 2013, notes that ask for what we leave out; 2006, which asks the network.

use serde_json::Value;

/// What GitHub takes of each: runs, rules, results.
const LIMITS: [(&str, usize); 3] = [("runs", 20), ("rules", 25_000), ("results", 25_000)];

/// All that a log breaks.
pub fn broken(log: &Value) -> Vec<String> {
    let mut broken = of_log(log);
    for run in items(&log["runs"]) {
        let rules = items(&run["tool"]["driver"]["rules"]);
        broken.extend(of_tool(&run["tool"]["driver"]));
        broken.extend(rules.iter().flat_map(of_rule));
        broken.extend(items(&run["results"]).iter().flat_map(|result| of_result(result, rules)));
        let bases = run["originalUriBaseIds"].as_object();
        let uris = bases.into_iter().flat_map(|bases| bases.values()).filter_map(|base| base["uri"].as_str());
        broken
            .extend(uris.filter(|uri| !is_absolute(uri) || !uri.ends_with('/')).map(|uri| format!("SARIF1004 {uri}")));
    }
    broken
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A rule, if what it asks for is not so.
fn unless(holds: bool, rule: &str, what: &Value) -> Option<String> {
    (!holds).then(|| format!("{rule}: {what}"))
}

fn has_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

fn of_log(log: &Value) -> Vec<String> {
    let schema = log["$schema"].as_str().unwrap_or("");
    let runs = items(&log["runs"]);
    let is_final = schema.ends_with("2.1.0.json") || schema.ends_with("2.1.0");
    let mut broken: Vec<String> = [
        unless(log["$schema"].is_string(), "SARIF2008", log),
        unless(is_final && is_absolute(schema), "SARIF1011 GH1011", &log["$schema"]),
        unless(log["version"] == "2.1.0" && log["runs"].is_array(), "GH1013", &log["version"]),
    ]
    .into_iter()
    .flatten()
    .collect();
    for run in runs {
        let driver = &run["tool"]["driver"];
        broken.extend(unless(run["results"].is_array() && run["tool"].is_object(), "GH1014", &run["tool"]));
        let counts = [runs.len(), items(&driver["rules"]).len(), items(&run["results"]).len()];
        let over = LIMITS.iter().zip(counts).filter(|((_, most), count)| count > most);
        broken.extend(over.map(|((name, _), count)| format!("GH1004: {count} {name}")));
    }
    broken
}

fn of_tool(driver: &Value) -> Vec<String> {
    let name = driver["name"].as_str().unwrap_or("");
    let uri = driver["informationUri"].as_str().unwrap_or("");
    let has_version = has_text(&driver["version"]) || has_text(&driver["semanticVersion"]);
    let found = [
        unless(has_text(&driver["name"]) && driver["rules"].is_array(), "GH1018", driver),
        unless(name.split(' ').count() <= 3 && has_version && !uri.is_empty(), "SARIF2005", driver),
        unless(is_absolute(uri) && is_uri(uri), "SARIF1005", &driver["informationUri"]),
    ];
    found.into_iter().flatten().collect()
}

fn of_rule(rule: &Value) -> Vec<String> {
    let (id, name) = (rule["id"].as_str().unwrap_or(""), rule["name"].as_str().unwrap_or(""));
    let is_pascal = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && !name.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase));
    let texts = ["/shortDescription/text", "/fullDescription/text", "/help/text"];
    let described = texts.iter().all(|path| rule.pointer(path).is_some_and(has_text));
    let help = rule["helpUri"].as_str();
    let tags = items(&rule["properties"]["tags"]).len();
    let level = rule["defaultConfiguration"]["level"].as_str().unwrap_or("");
    let found = [
        unless(!id.eq_ignore_ascii_case(name), "SARIF1001", rule),
        unless(is_pascal, "SARIF2012", &rule["name"]),
        unless(rule.as_object().is_some_and(|rule| rule.len() > 1), "SARIF2004", rule),
        unless(help.is_none_or(|uri| is_absolute(uri) && is_uri(uri)), "SARIF1005", &rule["helpUri"]),
        unless(has_text(&rule["id"]) && described, "GH2012", rule),
        unless((1..=20).contains(&tags), "GitHub: tags", &rule["properties"]),
        unless(["none", "note", "warning", "error"].contains(&level), "GitHub: level", rule),
    ];
    found.into_iter().flatten().collect()
}

fn of_result(result: &Value, rules: &[Value]) -> Vec<String> {
    let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok());
    let rule = index.and_then(|index| rules.get(index));
    let text = result["message"]["text"].as_str().unwrap_or("");
    let prints = result["partialFingerprints"].as_object();
    let mut broken: Vec<String> = [
        unless(rule.is_some(), "SARIF1009", &result["ruleIndex"]),
        unless(has_text(&result["ruleId"]), "SARIF1010", result),
        unless(rule.is_none_or(|rule| rule["id"] == result["ruleId"]), "SARIF1009: another rule", result),
        unless(text.ends_with('.'), "SARIF2001", &result["message"]),
        unless(has_text(&result["message"]["text"]), "GH1007 GH1015", &result["message"]),
        unless(!items(&result["locations"]).is_empty(), "GH1001 GH1015", result),
        unless(items(&result["locations"]).len() <= 10, "GH1004", result),
        unless(prints.is_some_and(|prints| prints.values().all(has_text)), "GitHub: fingerprints", result),
    ]
    .into_iter()
    .flatten()
    .collect();
    let places = items(&result["locations"]).iter().chain(items(&result["relatedLocations"]));
    broken.extend(places.flat_map(of_place));
    broken
}

fn of_place(location: &Value) -> Vec<String> {
    let (physical, artifact) = (&location["physicalLocation"], &location["physicalLocation"]["artifactLocation"]);
    let (uri, region) = (artifact["uri"].as_str().unwrap_or(""), &physical["region"]);
    let found = [
        unless(physical.is_object(), "GH1016", location),
        unless(artifact.is_object() && region.is_object(), "GH1017", location),
        unless(!uri.is_empty(), "GH1001", location),
        unless(!is_absolute(uri), "GH1005 GH1006", artifact),
        unless(is_uri(uri) && !uri.split('/').any(|part| part == ".."), "SARIF1002", artifact),
        unless(!uri.starts_with('/') && !uri.contains('\\'), "SARIF1004 SARIF2016", artifact),
        unless(region["startLine"].as_u64().is_some_and(|line| line > 0), "GH1003 SARIF1007 SARIF2017", location),
    ];
    found.into_iter().flatten().collect()
}

fn is_absolute(uri: &str) -> bool {
    let scheme = uri.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_of_scheme)
}

/// Only characters that RFC 3986 allows, and whole escapes.
fn is_uri(uri: &str) -> bool {
    let is_escape = |rest: &str| rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=".contains(c);
    uri.char_indices().all(|(at, c)| if c == '%' { is_escape(&uri[at + 1..]) } else { is_allowed(c) })
}
