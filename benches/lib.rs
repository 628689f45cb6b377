//! Benchmarks of `handback`; each is a file of its own beside this one.
