//! Lines that belong to a site, not to the text of a page: `Back to top`

const LINES: [&str; 16] = [
    "back to top",
    "was this page helpful",
    "was this helpful",
    "was this article helpful",
    "did this page help you",
    "edit this page",
    "on this page",
    "last updated",
    "copy link",
    "copy page",
    "show / hide table of contents",
    "voltar ao topo",
    "volver arriba",
    "retour en haut",
    "nach oben",
    "наверх",
];

pub(crate) fn is_furniture(line: &str) -> bool {
    const LONGEST: usize = 40;
    let line = line.trim().trim_end_matches(['?', '.', '!', '↑', ' ']);
    line.len() <= LONGEST && LINES.contains(&&*line.to_lowercase())
}
