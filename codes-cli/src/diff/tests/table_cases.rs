//! A change to each key of the table, with its level.

use super::Case;
use super::Level::{Major, Minor, Patch};

pub(super) const TABLE: &[Case] = &[
    ("vendor", "vendor: T", "vendor: U", Patch),
    ("title", "vendor: T", "vendor: T\ntitle: A", Patch),
    (
        "source",
        "vendor: T\nsource: A",
        "vendor: T\nsource: B",
        Patch,
    ),
    (
        "retrieved",
        "vendor: T\nretrieved: 2026-11-19",
        "vendor: T\nretrieved: 2026-11-20",
        Patch,
    ),
    ("protocol", "vendor: T", "vendor: T\nprotocol: FTP", Minor),
    (
        "base_url",
        "vendor: T",
        "vendor: T\nbase_url: https://example.com/",
        Patch,
    ),
    (
        "about",
        "vendor: T\nabout: A.",
        "vendor: T\nabout: B.",
        Patch,
    ),
    (
        "notes",
        "vendor: T\nnotes: [A., B.]",
        "vendor: T\nnotes: [B., A.]",
        Patch,
    ),
    (
        "markdown",
        "vendor: T\nabout: A.",
        "vendor: T\nabout: A.\nmarkdown: true",
        Patch,
    ),
    (
        "display",
        "vendor: T",
        "vendor: T\ndisplay: '{name}'",
        Patch,
    ),
    (
        "display",
        "vendor: T\ndisplay: '{status}'",
        "vendor: T\ndisplay: '{status}{title}'",
        Patch,
    ),
    (
        "code_format",
        "vendor: T",
        "vendor: T\ncode_format: hex",
        Minor,
    ),
    (
        "code_format",
        "vendor: T\ncode_format: hex2",
        "vendor: T\ncode_format: hex4",
        Patch,
    ),
    (
        "code_format",
        "vendor: T\ncode_format: hex8",
        "vendor: T\ncode_format: hex4",
        Major,
    ),
    (
        "groups",
        "vendor: T",
        "vendor: T\ngroups: {a: {title: A}}",
        Patch,
    ),
    (
        "groups",
        "vendor: T\ngroups: {a: {title: A}}",
        "vendor: T\ngroups: {a: {title: B}}",
        Patch,
    ),
    (
        "groups",
        "vendor: T\ngroups: {a: {title: A}}",
        "vendor: T\ngroups: {a: {title: A, about: B.}}",
        Patch,
    ),
    ("tags", "vendor: T", "vendor: T\ntags: {a: A.}", Minor),
    ("tags", "vendor: T\ntags: {a: A.}", "vendor: T", Major),
    (
        "tags",
        "vendor: T\ntags: {a: A.}",
        "vendor: T\ntags: {a: B.}",
        Patch,
    ),
    ("reserved", "vendor: T", "vendor: T\nreserved: [5]", Patch),
];
