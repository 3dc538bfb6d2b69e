//! The pointers that lead to the element being read.

use crate::document::{MOST_POINTERS, Mask, Steps, numbers};

/// The position of the parser, and how far each pointer leads towards it.
pub(super) struct Path<'p> {
    pub(super) steps: Steps<'p>,
    /// The pointers that may still lead to a value.
    pub(super) open: Mask,
    /// The number of elements that contain the position.
    depth: usize,
    /// For each pointer, how many of these elements, from the outermost, match its steps.
    matched: [usize; MOST_POINTERS],
}

impl<'p> Path<'p> {
    pub(super) fn new(pointers: &'p [&'p str]) -> Self {
        let steps = Steps::new(pointers);
        Path {
            open: steps.all(),
            steps,
            depth: 0,
            matched: [0; MOST_POINTERS],
        }
    }

    /// Returns the pointers that lead through the innermost element, or to it.
    fn inside(&self) -> Mask {
        let is_inside = |i: &usize| self.matched[*i] == self.depth;
        numbers(self.open)
            .filter(is_inside)
            .fold(0, |mask, i| mask | 1 << i)
    }

    /// Enters an element, and returns the pointers that lead to it.
    pub(super) fn enter(&mut self, name: &str) -> Mask {
        let entered = self.steps.matching(self.inside(), name);
        self.steps.enter(entered);
        self.depth += 1;
        numbers(entered).for_each(|i| self.matched[i] += 1);
        self.steps.ended(entered)
    }

    /// Leaves an element, and returns the pointers that lead to it, and those that lead through it.
    pub(super) fn leave(&mut self) -> (Mask, Mask) {
        let left = self.inside();
        let ended = self.steps.ended(left);
        self.steps.leave(left);
        self.depth = self.depth.saturating_sub(1);
        numbers(left).for_each(|i| self.matched[i] = self.depth);
        (ended, left & !ended)
    }
}
