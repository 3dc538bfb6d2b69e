//! The critical path of a build: the longest chain of compiler invocations in which each waits for the one before.

use std::collections::HashMap;

use crate::invocation::Invocation;

/// A chain of invocations: its processor time and the names of its crates.
#[derive(Clone, Default)]
pub(crate) struct Chain {
    pub(crate) seconds: f64,
    pub(crate) crates: String,
}

/// Finds the chain with the most processor time.
pub(crate) fn critical_path(invocations: &[Invocation]) -> Chain {
    let by_file = invocations
        .iter()
        .enumerate()
        .map(|(i, invocation)| (invocation.file_stem(), i))
        .collect();
    let mut search = Search {
        invocations,
        by_file,
        longest: vec![None; invocations.len()],
    };
    longest((0..invocations.len()).map(|i| search.longest_to(i)))
}

fn longest(chains: impl Iterator<Item = Chain>) -> Chain {
    chains
        .max_by(|a, b| a.seconds.total_cmp(&b.seconds))
        .unwrap_or_default()
}

struct Search<'a> {
    invocations: &'a [Invocation],
    by_file: HashMap<String, usize>,
    /// The longest chain that ends with each invocation, if it has already been found.
    longest: Vec<Option<Chain>>,
}

impl Search<'_> {
    fn longest_to(&mut self, index: usize) -> Chain {
        if let Some(known) = &self.longest[index] {
            return known.clone();
        }
        let invocation = &self.invocations[index];
        let before = self.dependencies(index);
        let mut chain = longest(before.into_iter().map(|before| self.longest_to(before)));
        if !chain.crates.is_empty() {
            chain.crates += " → ";
        }
        chain.crates += &invocation.package();
        if invocation.is_build_script() {
            chain.crates += "'s build script";
        }
        chain.seconds += invocation.seconds;
        self.longest[index] = Some(chain.clone());
        chain
    }

    /// The invocations that must end before this one starts.
    fn dependencies(&self, index: usize) -> Vec<usize> {
        let invocation = &self.invocations[index];
        let externs = invocation.externs();
        let mut found: Vec<_> = externs
            .filter_map(|name| self.by_file.get(&name).copied())
            .collect();
        // a crate with an output folder waits for its build script
        if invocation.variable("OUT_DIR").is_some() && !invocation.is_build_script() {
            found.extend((0..self.invocations.len()).filter(|&other| {
                let other = &self.invocations[other];
                other.is_build_script() && other.package() == invocation.package()
            }));
        }
        found
    }
}
