//! Where two sequences differ, in bounded time.
//!
//! Comparing takes time by the length of both and by how much they differ, which is the product of the lengths at worst. A
//! limit in time would let what is written depend on the machine.

use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Beyond so many pairs of items, in what two sequences do not begin and end with, they are not compared: some 50 ms.
const MOST_PAIRS: usize = 16 << 20;

/// What makes one of two sequences into the other; `None`: that would take too long.
pub fn ops<T: Hash + Eq + Ord>(old: &[T], new: &[T]) -> Option<Vec<DiffOp>> {
    let same = same_ends(old, new);
    let pairs = (old.len() - same).checked_mul(new.len() - same)?;
    (pairs <= MOST_PAIRS).then(|| capture_diff_slices(Algorithm::Myers, old, new))
}

/// How many items two sequences begin and end with, together.
pub fn same_ends<T: Eq>(old: &[T], new: &[T]) -> usize {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    start + old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_and_ends_two_sequences_is_counted_once() {
        assert_eq!(same_ends(&[1, 2, 3], &[1, 2, 3]), 3);
        assert_eq!(same_ends(&[1, 2, 3], &[1, 3]), 2);
        assert_eq!(same_ends(&[1, 1], &[1, 1, 1]), 2);
        assert_eq!(same_ends::<u8>(&[], &[1]), 0);
    }

    #[test]
    fn long_sequences_are_compared_where_they_differ_in_a_part_only() {
        let old: Vec<u32> = (0..100_000).collect();
        let mut new = old.clone();
        new[50_000] = 0;
        assert_eq!(ops(&old, &new).map(|ops| ops.len()), Some(3));
        new.reverse();
        assert_eq!(ops(&old, &new), None);
    }
}
