//! Fuzzes what reads files of others, in this process: `cargo run --release -p handback-fuzz -- --seconds 60`.
//!
//! It builds on stable and needs no tool. Inputs are made from `seeds/` and from words that files are made of (`mutate.rs`);
//! one after which a target says something new is kept and changed again. A target (`targets.rs`) panics where something does
//! not hold that must. What failed is in `fuzz/found/`, and is run alone by `--input FILE --target NAME`.
//!
//! 1. A worker for each of `--jobs` takes one target after the other.
//! 2. A watch looks at what each of them works on: an input that takes more than a time in proportion to its size ends the run.
//!    It is the processor's time, so that other programs do not matter.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that reports")]

mod mutate;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use cpu_time::{ProcessTime, ThreadTime};
use fastrand::Rng;
use mutate::Pool;
use targets::{TARGETS, Target};

/// How much of a processor's time a byte of an input may take, and every input besides.
const PER_BYTE: Duration = Duration::from_micros(10);
const AT_LEAST: Duration = Duration::from_secs(5);

/// What waits instead of working is noticed by the clock on the wall, after this many times as long.
const WAITS: u32 = 100;

/// What was asked for.
struct Options {
    seconds: u64,
    seed: u64,
    jobs: u64,
    targets: Vec<&'static Target>,
    input: Option<PathBuf>,
    /// Where the input that took longest goes.
    slowest: Option<PathBuf>,
}

/// What a worker works on, for the watch.
#[derive(Default)]
struct Work {
    now: Mutex<Option<Now>>,
}

struct Now {
    target: &'static str,
    input: String,
    begun: Instant,
    /// Of all workers: that of another thread cannot be asked for everywhere.
    time: ProcessTime,
}

/// What all workers share.
struct Run {
    options: Options,
    ends: Instant,
    done: Vec<AtomicU64>,
    slowest: Mutex<(Duration, String, &'static str)>,
    failed: AtomicBool,
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!(
                "{message}\nusage: handback-fuzz [--seconds N] [--seed N] [--jobs N] [--target NAME]… [--input FILE] [--slowest FILE]"
            );
            return ExitCode::from(2);
        }
    };
    if let Some(path) = &options.input {
        return one(path, &options.targets);
    }
    let begun = Instant::now();
    let run = Arc::new(Run {
        ends: begun + Duration::from_secs(options.seconds),
        done: TARGETS.iter().map(|_| AtomicU64::new(0)).collect(),
        slowest: Mutex::new((Duration::ZERO, String::new(), "")),
        failed: AtomicBool::new(false),
        options,
    });
    // A panic is reported with its input.
    std::panic::set_hook(Box::new(|_| {}));
    let works: Vec<Arc<Work>> = (0..run.options.jobs).map(|_| Arc::default()).collect();
    std::thread::scope(|scope| {
        let workers: Vec<_> = works
            .iter()
            .zip(0..)
            .map(|(work, job)| {
                let (run, work) = (run.clone(), work.clone());
                scope.spawn(move || worker(&run, &work, job))
            })
            .collect();
        while workers.iter().any(|worker| !worker.is_finished()) {
            std::thread::sleep(Duration::from_millis(50));
            works.iter().for_each(|work| watch(work, u32::try_from(works.len()).unwrap_or(u32::MAX)));
        }
    });
    report(&run, begun.elapsed());
    if run.failed.load(Ordering::Relaxed) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options { seconds: 10, seed: 1, jobs: 1, targets: Vec::new(), input: None, slowest: None };
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(format!("{name}: expected a value"))?;
        let number = || value.parse::<u64>().map_err(|_| format!("{name}: expected a number, not {value}"));
        match name.as_str() {
            "--seconds" => options.seconds = number()?,
            "--seed" => options.seed = number()?,
            "--jobs" => options.jobs = number()?.max(1),
            "--input" => options.input = Some(value.into()),
            "--slowest" => options.slowest = Some(value.into()),
            "--target" => {
                let target = TARGETS.iter().find(|target| target.name == value);
                let known = || TARGETS.iter().map(|target| target.name).collect::<Vec<_>>().join(", ");
                options.targets.push(target.ok_or_else(|| format!("no target {value}: there are {}", known()))?);
            }
            _ => return Err(format!("no option {name}")),
        }
    }
    if options.targets.is_empty() {
        options.targets = TARGETS.iter().collect();
    }
    Ok(options)
}

/// Runs what was found before.
fn one(path: &Path, targets: &[&Target]) -> ExitCode {
    let Ok(bytes) = std::fs::read(path) else {
        eprintln!("{}: cannot be read", path.display());
        return ExitCode::from(2);
    };
    let text = String::from_utf8_lossy(&bytes);
    for target in targets {
        let begun = ThreadTime::now();
        (target.run)(&text, &mut Rng::with_seed(seed_of(&text)));
        println!("{}: {} bytes in {:?}", target.name, text.len(), begun.elapsed());
    }
    ExitCode::SUCCESS
}

/// What a target does besides is the same for the same input.
fn seed_of(text: &str) -> u64 {
    text.bytes().fold(7, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn worker(run: &Run, work: &Work, job: u64) {
    let mut rng = Rng::with_seed(run.options.seed.wrapping_add(job));
    let mut pools: Vec<Pool> = run.options.targets.iter().map(|target| Pool::of(target.seeds)).collect();
    while Instant::now() < run.ends && !run.failed.load(Ordering::Relaxed) {
        for (target, pool) in run.options.targets.iter().zip(&mut pools) {
            // Many at a time, so that what a target works with stays warm.
            for _ in 0..64 {
                let input = pool.next(&mut rng);
                let now =
                    Now { target: target.name, input: input.clone(), begun: Instant::now(), time: ProcessTime::now() };
                *work.now.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
                let begun = ThreadTime::now();
                let said =
                    catch_unwind(AssertUnwindSafe(|| (target.run)(&input, &mut Rng::with_seed(seed_of(&input)))));
                let took = begun.elapsed();
                let mut slowest = run.slowest.lock().unwrap_or_else(PoisonError::into_inner);
                if took > slowest.0 {
                    *slowest = (took, input.clone(), target.name);
                }
                drop(slowest);
                match said {
                    Ok(said) => pool.learn(input, said),
                    Err(panic) => {
                        let message = panic.downcast_ref::<String>().map(String::as_str);
                        let message = message.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
                        save(target.name, "panic", &input, message);
                        run.failed.store(true, Ordering::Relaxed);
                        return;
                    }
                }
            }
            let index = TARGETS.iter().position(|other| other.name == target.name).unwrap_or(0);
            run.done[index].fetch_add(64, Ordering::Relaxed);
        }
    }
    *work.now.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// Ends the run if one of so many workers takes too long: nothing else ends a loop.
fn watch(work: &Work, workers: u32) {
    let now = work.now.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(Now { target, input, begun, time }) = &*now else { return };
    let most = AT_LEAST + PER_BYTE * u32::try_from(input.len()).unwrap_or(u32::MAX);
    if time.elapsed() > most * workers || begun.elapsed() > most * WAITS {
        save(target, "slow", input, &format!("more than {most:?}"));
        std::process::exit(1);
    }
}

fn save(target: &str, kind: &str, input: &str, message: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("found");
    let path = folder.join(format!("{target}-{kind}-{:016x}", seed_of(input)));
    let saved = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, input));
    eprintln!("{target}: {message}");
    match saved {
        Ok(()) => eprintln!("the input is in {}: run it with --target {target} --input FILE", path.display()),
        Err(error) => eprintln!("the input cannot be saved ({error}): {input:?}"),
    }
}

fn report(run: &Run, took: Duration) {
    let mut all = 0;
    for (target, done) in TARGETS.iter().zip(&run.done) {
        let done = done.load(Ordering::Relaxed);
        all += done;
        if done > 0 {
            println!("{:<10} {done:>12} inputs", target.name);
        }
    }
    let slowest = run.slowest.lock().unwrap_or_else(PoisonError::into_inner);
    let (longest, input, target) = &*slowest;
    println!(
        "{all} inputs in {took:.0?} with seed {}; the slowest took {longest:?} ({target}, {} bytes)",
        run.options.seed,
        input.len()
    );
    if let Some(path) = &run.options.slowest
        && let Err(error) = std::fs::write(path, input)
    {
        eprintln!("{}: {error}", path.display());
    }
}
