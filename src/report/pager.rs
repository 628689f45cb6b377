//! The way from one page of a list to the others.

use std::ops::Range;

/// A page among those of a list; pages are counted from 1.
pub struct Pager {
    pub page: usize,
    pub pages: usize,
    pub previous: Option<String>,
    pub next: Option<String>,
}

impl Pager {
    /// `link` leads to a page.
    pub fn new(page: usize, pages: usize, link: impl Fn(usize) -> String) -> Self {
        let pages = pages.max(1);
        let page = page.clamp(1, pages);
        Self { page, pages, previous: (page > 1).then(|| link(page - 1)), next: (page < pages).then(|| link(page + 1)) }
    }

    /// What of a list is on the page.
    pub fn range(&self, len: usize, each: usize) -> Range<usize> {
        let start = ((self.page - 1) * each).min(len);
        start..(start + each).min(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_ways_to_its_neighbors_and_its_part_of_the_list() {
        let of = |page, pages| Pager::new(page, pages, |page| format!("{page}.html"));
        let ways = |pager: &Pager| (pager.page, pager.previous.clone(), pager.next.clone());
        assert_eq!(ways(&of(1, 3)), (1, None, Some("2.html".into())));
        assert_eq!(ways(&of(2, 3)), (2, Some("1.html".into()), Some("3.html".into())));
        assert_eq!(ways(&of(9, 3)), (3, Some("2.html".into()), None));
        assert_eq!(ways(&of(0, 0)), (1, None, None));
        assert_eq!([of(1, 3).range(7, 3), of(3, 3).range(7, 3), of(1, 0).range(0, 3)], [0..3, 6..7, 0..0]);
    }
}
