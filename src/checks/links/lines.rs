//! Lines of positions in a text.

/// Where the lines of a text end.
pub struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Self {
        Self(memchr::memchr_iter(b'\n', text.as_bytes()).collect())
    }

    /// The line of a byte position, from 1.
    pub fn at(&self, position: usize) -> u32 {
        1 + self.0.partition_point(|end| *end < position) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn a_line_holds_its_end() {
        let lines = Lines::of("ab\n\ncd");
        let at: Vec<u32> = (0..6).map(|position| lines.at(position)).collect();
        assert_eq!(at, [1, 1, 1, 2, 3, 3]);
    }
}
