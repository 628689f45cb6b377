//! Decisions of reviews that may still be taken back: a line each in `.handback/decisions`, the newest last.
//!
//! It may be deleted: then only what was decided since the program was started can be taken back.

use std::path::PathBuf;

use super::{disk, files, lock};
use crate::settings::config::Config;

/// How many decisions are read. Beyond this size of the file the older half of them goes; the last one never does.
const MOST: usize = 200;
const MOST_BYTES: u64 = 16 << 20;

fn path(config: &Config) -> PathBuf {
    config.root.join(lock::WORK_FOLDER).join("decisions")
}

/// The newest lines, the oldest of them first. What cannot be read is as good as not there.
pub fn read(config: &Config) -> Vec<String> {
    let text = files::read_text(&path(config)).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(MOST)..].iter().map(|line| (*line).to_owned()).collect()
}

/// Adds a line. The project's lock is held. That it cannot be written hinders no decision.
pub fn add(config: &Config, line: &str) {
    let path = path(config);
    let is_full = path.metadata().is_ok_and(|data| data.len() + line.len() as u64 > MOST_BYTES);
    let _ = match is_full {
        true => {
            let mut lines = read(config);
            lines.drain(..lines.len().div_ceil(2));
            lines.push(line.to_owned());
            write(config, &lines)
        }
        false => disk::append(&path, format!("{line}\n").as_bytes()),
    };
}

/// Takes a line away. The project's lock is held.
pub fn remove(config: &Config, line: &str) {
    let mut lines = read(config);
    if let Some(at) = lines.iter().rposition(|other| other == line) {
        lines.remove(at);
        let _ = write(config, &lines);
    }
}

fn write(config: &Config, lines: &[String]) -> std::io::Result<()> {
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    disk::replace(&path(config), text.as_bytes(), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_decisions_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("locales: [fr-FR]\n", folder.path()).unwrap();
        assert_eq!(read(&config), [""; 0]);
        for number in 0..=MOST {
            add(&config, &number.to_string());
        }
        let lines = read(&config);
        assert_eq!((lines.len(), lines[0].as_str()), (MOST, "1"));
        remove(&config, "7");
        remove(&config, "not there");
        assert_eq!(read(&config).len(), MOST - 1);
        let long = "x".repeat(usize::try_from(MOST_BYTES).unwrap());
        add(&config, &long);
        let lines = read(&config);
        assert_eq!((lines.len(), lines[0].as_str()), (MOST / 2, "102"), "the older half went");
        assert_eq!(lines.last(), Some(&long), "the newest stays, however long it is");
    }
}
