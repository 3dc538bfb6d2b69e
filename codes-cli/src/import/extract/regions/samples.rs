//! Samples of JSON between lines. A page that was copied from a browser no longer marks them as code.

use crate::import::model::text::Text;

/// Returns how many lines at the start are a sample of JSON, up to the bracket that closes the first bracket.
pub(super) fn lines_of<T>(lines: &[(Text, T)]) -> usize {
    const LONGEST: usize = 200;
    let Some((first, _)) = lines.first() else {
        return 0;
    };
    let start = first.plain.trim_start();
    let begins =
        start == "{" || start == "[" || start.starts_with("{\"") || start.starts_with("[{");
    if !begins {
        return 0;
    }
    let mut depth = 0_usize;
    let mut has_key = false;
    for (at, (line, _)) in lines.iter().take(LONGEST).enumerate() {
        has_key |= line.plain.contains("\":") || line.plain.contains("\" :");
        for c in line.plain.chars() {
            match c {
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        if depth == 0 {
            return if has_key { at + 1 } else { 0 };
        }
    }
    0
}
