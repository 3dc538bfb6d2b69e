//! Links of reStructuredText: `` `the list <url>`_ ``

/// Writes links as Markdown does: `` `the list <url>`_ `` becomes `[the list](url)`, and `` `the list`_ `` its text.
pub(super) fn without_links(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("`_") {
        let end = after.trim_start_matches('_');
        let found = before.rsplit_once('`').filter(|(_, inner)| {
            let is_whole = !inner.is_empty() && inner.trim() == *inner;
            is_whole && !end.starts_with(char::is_alphanumeric)
        });
        let Some((start, inner)) = found else {
            text += before;
            text += "`_";
            rest = after;
            continue;
        };
        text += start;
        let target = inner
            .strip_suffix('>')
            .and_then(|inner| inner.split_once(" <"));
        text += &match target {
            Some((words, url)) if url.contains("://") => format!("[{words}]({url})"),
            Some((words, _)) => words.to_owned(),
            None => inner.to_owned(),
        };
        rest = end;
    }
    text + rest
}
