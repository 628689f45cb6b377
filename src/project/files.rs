//! The one door through which files of a project are read and listed. What cannot be read is never taken for what is not
//! there.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use handback_core::text::limits::LARGEST_FILE;

/// Reads a file, up to [`LARGEST_FILE`]. Pipes, devices and the like are refused at once: reading one may never end.
///
/// # Errors
/// What the system says; of what is no ordinary file, what it is; of what is too large, how much it may be.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    read_at_most(path, LARGEST_FILE)
}

/// The same up to another size, in bytes. A file may also grow while it is read, or not say how large it is.
///
/// # Errors
/// As [`read`].
pub fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    refuse_special(path)?;
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut bytes = Vec::new();
    if size <= most {
        bytes.reserve_exact(usize::try_from(size).unwrap_or(0));
        file.take(most + 1).read_to_end(&mut bytes)?;
    }
    if size > most || bytes.len() as u64 > most {
        return Err(too_large(most));
    }
    Ok(bytes)
}

/// Opens a file to read it piece by piece, up to a size in bytes.
///
/// # Errors
/// As [`read`].
pub fn open_at_most(path: &Path, most: u64) -> io::Result<io::Take<File>> {
    refuse_special(path)?;
    let file = File::open(path)?;
    match file.metadata()?.len() <= most {
        true => Ok(file.take(most)),
        false => Err(too_large(most)),
    }
}

fn too_large(most: u64) -> io::Error {
    let most = most >> 20;
    io::Error::other(format!("it is larger than {most} MB, which is the most: cut it into several"))
}

/// Reads a file that is to be UTF-8.
///
/// # Errors
/// As [`read`], and if it is not UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    String::from_utf8(read(path)?).map_err(|error| {
        let line =
            1 + error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        io::Error::new(io::ErrorKind::InvalidData, format!("line {line} is not UTF-8: save the file as UTF-8"))
    })
}

/// Whether something lies at a path. A link to nowhere is something; so is what may not be looked at.
pub fn is_there(path: &Path) -> bool {
    !matches!(std::fs::symlink_metadata(path), Err(error) if error.kind() == io::ErrorKind::NotFound)
}

fn refuse_special(path: &Path) -> io::Result<()> {
    let kind = std::fs::metadata(path)?.file_type();
    if kind.is_file() || kind.is_dir() {
        return Ok(());
    }
    Err(io::Error::other("not an ordinary file (a pipe, a socket or a device): put a file in its place"))
}
