//! The house: which room may import which. `ARCHITECTURE.md` shows the rooms in order, and each may import
//! only those above it; the border of `handback-core` is kept by the compiler.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The rooms in the first column of the table under “Rooms”, from the ground up.
fn rooms() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let table = text.split("\n## Rooms\n").nth(1).expect("ARCHITECTURE.md has a section “Rooms”");
    let table = table.split("\n## ").next().unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| row.split('`').next().unwrap().to_owned()).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Pairs of rooms that may not import each other although their order would allow it: rows with “not `x`”.
fn strangers() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let row = |line: &str| {
        let room = line.strip_prefix("| `")?.split('`').next()?;
        let other = line.split("not `").nth(1)?.split('`').next()?;
        Some((room.to_owned(), other.to_owned()))
    };
    text.lines().filter_map(row).collect()
}

/// Whether `super::` leads out of a room from a file of it: such a path would name no room.
fn climbs_out(file: &str, source: &str) -> bool {
    let depth = file.split('/').count() - usize::from(file.ends_with("/mod.rs"));
    // The module of tests is one deeper.
    let (code, tests) = source.split_once("\nmod tests {").unwrap_or((source, ""));
    code.contains(&"super::".repeat(depth)) || tests.contains(&"super::".repeat(depth + 1))
}

/// The modules at the root of a crate that a source names: `crate::x`, `handback::{x, y}`.
fn named(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for start in ["crate::", "handback::", "handback_core::"] {
        for (at, _) in source.match_indices(start) {
            if source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &source[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(group) => found.extend(heads(group)),
                None => {
                    found.insert(word(rest));
                }
            }
        }
    }
    found
}

/// The first word of every member of a group of imports.
fn heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = vec![word(group.trim_start())];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(word(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Imports that run up, as `room (file) -> room`.
fn upward(rooms: &[String], files: &[(String, String, String)]) -> Vec<String> {
    let floor = |room: &str| rooms.iter().position(|known| known == room);
    let mut wrong = Vec::new();
    for (room, file, source) in files {
        let Some(own) = floor(room) else {
            wrong.push(format!("{file}: the room `{room}` is not in the table"));
            continue;
        };
        if climbs_out(file, source) {
            wrong.push(format!("{file}: `super::` leads out of the room `{room}`"));
        }
        let above = named(source).into_iter().filter(|other| floor(other).is_some_and(|other| other > own));
        wrong.extend(above.map(|other| format!("{room} ({file}) -> {other}")));
    }
    wrong
}

#[test]
fn imports_run_down_the_table_of_rooms() {
    let rooms = rooms();
    let mut files = Vec::new();
    for base in ["src", "crates/handback-core/src"] {
        let mut paths = Vec::new();
        rust_files(&root().join(base), &mut paths);
        for path in paths {
            let below = path.strip_prefix(root().join(base)).unwrap();
            let room = below.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
            if room != "lib" && room != "main" {
                files.push((room, below.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(files.len() > 150, "only {} files were found", files.len());
    let present: BTreeSet<&str> = files.iter().map(|(room, _, _)| room.as_str()).collect();
    let gone: Vec<&String> = rooms.iter().filter(|room| !present.contains(room.as_str())).collect();
    assert_eq!(gone, Vec::<&String>::new(), "rooms of the table that are not there");
    assert_eq!(upward(&rooms, &files), Vec::<String>::new());
    let strangers = strangers();
    assert!(!strangers.is_empty(), "the table has no row with “not”");
    for (room, other) in strangers {
        let meets = |(own, _, source): &&(String, String, String)| *own == room && named(source).contains(&other);
        let found: Vec<&String> = files.iter().filter(meets).map(|(_, file, _)| file).collect();
        assert_eq!(found, Vec::<&String>::new(), "`{room}` may not import `{other}`");
    }
}

#[test]
fn an_import_that_runs_up_is_found() {
    let rooms = ["ground".to_owned(), "attic".to_owned()];
    let file = |room: &str, source: &str| (room.to_owned(), format!("{room}.rs"), source.to_owned());
    let one = |source: &str| upward(&rooms, &[file("ground", source)]);
    assert_eq!(one("use crate::attic::Chest;"), ["ground (ground.rs) -> attic"]);
    assert_eq!(one("use crate::{\n    ground::{a, b},\n    attic,\n};"), ["ground (ground.rs) -> attic"]);
    assert_eq!(one("fn f() { crate::attic::open() }"), ["ground (ground.rs) -> attic"]);
    assert_eq!(upward(&rooms, &[file("attic", "use crate::ground::Floor;")]), Vec::<String>::new());
    assert!(climbs_out("ground/a.rs", "use super::super::attic;") && !climbs_out("ground/a.rs", "use super::b;"));
    assert!(climbs_out("ground/mod.rs", "use super::attic;") && climbs_out("ground.rs", "use super::attic;"));
    assert_eq!(upward(&rooms, &[file("cellar", "")]), ["cellar.rs: the room `cellar` is not in the table"]);
}
