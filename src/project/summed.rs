//! Files of handback's own memory that are written piece by piece and end with a sum: damaged bytes would be believed.

use std::hash::Hasher as _;
use std::io::{self, Write};

use rustc_hash::FxHasher;

/// So much is written, and goes into the sum, at a time.
const BLOCK: usize = 64 << 10;
const SUM: usize = size_of::<u64>();

/// Writes blocks, and sums them up. What is not [finished](Self::finish) has no sum.
pub struct Summed<W> {
    to: W,
    block: Vec<u8>,
    sum: FxHasher,
}

impl<W: Write> Summed<W> {
    pub fn new(to: W) -> Self {
        Self { to, block: Vec::with_capacity(BLOCK), sum: FxHasher::default() }
    }

    /// Writes what is left, and the sum.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.put_block()?;
        self.to.write_all(&self.sum.finish().to_le_bytes())
    }

    fn put_block(&mut self) -> io::Result<()> {
        if !self.block.is_empty() {
            self.sum.write(&self.block);
            self.to.write_all(&self.block)?;
            self.block.clear();
        }
        Ok(())
    }
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = &bytes[..bytes.len().min(BLOCK - self.block.len())];
        self.block.extend_from_slice(taken);
        if self.block.len() == BLOCK {
            self.put_block()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// What was written, without its sum; `None` if that is not what it says.
pub fn verified(bytes: &[u8]) -> Option<&[u8]> {
    let (bytes, sum) = bytes.split_last_chunk::<SUM>()?;
    let mut now = FxHasher::default();
    bytes.chunks(BLOCK).for_each(|block| now.write(block));
    (now.finish() == u64::from_le_bytes(*sum)).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_pieces_of_any_length_is_verified() {
        for size in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7] {
            let whole: Vec<u8> = (0..size).map(|at| (at % 251) as u8).collect();
            for piece in [1, 1000, 2 * BLOCK] {
                let mut written = Vec::new();
                let mut to = Summed::new(&mut written);
                whole.chunks(piece).for_each(|piece| to.write_all(piece).unwrap());
                to.finish().unwrap();
                assert_eq!(verified(&written), Some(whole.as_slice()), "{size} bytes, {piece} at a time");
                for at in [0, written.len() / 2, written.len() - 1] {
                    written[at] ^= 4;
                    assert_eq!(verified(&written), None, "{size} bytes with a wrong bit in byte {at}");
                    written[at] ^= 4;
                }
                assert_eq!(verified(&written[..written.len() - 1]), None);
            }
        }
    }
}
