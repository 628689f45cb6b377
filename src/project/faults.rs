//! Lets a test make the disk fail: at one call, or from there on, which is also how a kill looks.
//!
//! Only what changes the disk is counted ([`super::disk`]). Unless a test asked for it, all this costs one look at a flag
//! for each such call.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// What somebody else does, given the number of a call and what it changes.
type Deed = Box<dyn FnMut(usize, &Path) + Send>;

/// What happens at a call.
pub enum Fault {
    /// This call fails with an error of the system, and no other.
    Once(i32),
    /// This call fails, and every later one: nothing is cleaned up.
    Onwards(i32),
    /// Somebody else does this before every call.
    Meanwhile(Deed),
    /// Nothing; the calls are counted.
    Nothing,
}

struct Injected {
    below: PathBuf,
    at: usize,
    fault: Mutex<Fault>,
    calls: AtomicUsize,
}

static ARMED: AtomicBool = AtomicBool::new(false);
static INJECTED: Mutex<Vec<Arc<Injected>>> = Mutex::new(Vec::new());

/// A fault that waits for its call; dropping it makes the disk whole again.
pub struct Guard(Arc<Injected>);

/// Has the call of this number, from 1, fail among those that change something below a folder.
pub fn inject(below: &Path, at: usize, fault: Fault) -> Guard {
    let injected = Injected { below: below.to_owned(), at, fault: Mutex::new(fault), calls: AtomicUsize::new(0) };
    let injected = Arc::new(injected);
    INJECTED.lock().unwrap_or_else(PoisonError::into_inner).push(injected.clone());
    ARMED.store(true, Ordering::SeqCst);
    Guard(injected)
}

impl Guard {
    /// How many calls there were.
    pub fn calls(&self) -> usize {
        self.0.calls.load(Ordering::SeqCst)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let mut all = INJECTED.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|other| !Arc::ptr_eq(other, &self.0));
        ARMED.store(!all.is_empty(), Ordering::SeqCst);
    }
}

/// Asked before every call that changes something at a path.
pub(super) fn gate(path: &Path) -> io::Result<()> {
    if ARMED.load(Ordering::Relaxed) { meet(path) } else { Ok(()) }
}

#[cold]
fn meet(path: &Path) -> io::Result<()> {
    let found =
        INJECTED.lock().unwrap_or_else(PoisonError::into_inner).iter().find(|i| path.starts_with(&i.below)).cloned();
    let Some(injected) = found else { return Ok(()) };
    let call = injected.calls.fetch_add(1, Ordering::SeqCst) + 1;
    let mut fault = injected.fault.lock().unwrap_or_else(PoisonError::into_inner);
    match &mut *fault {
        Fault::Once(error) if call == injected.at => Err(io::Error::from_raw_os_error(*error)),
        Fault::Onwards(error) if call >= injected.at => Err(io::Error::from_raw_os_error(*error)),
        Fault::Meanwhile(work) => {
            work(call, path);
            Ok(())
        }
        _ => Ok(()),
    }
}
