//! Generates a table of any size, the same in every run.

/// The data of one row.
pub(crate) struct Row {
    /// `InvoiceAddressExpired`
    pub(crate) name: String,
    /// `invoice_address_expired`, or a code of another kind.
    pub(crate) code: String,
    /// `Invoice address expired`
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) status: u16,
    /// `never`, `backoff`, `after`
    pub(crate) retry: Option<&'static str>,
}

/// The kind of the codes of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Codes {
    /// Three words: 11 to 33 bytes.
    Words,
    /// 3 to 12 bytes, such as `AC12`, `E10012` and `card_12`.
    Short,
    /// URLs of about 60 bytes, as in the `type` of RFC 9457.
    Long,
    /// Integers in groups of ten, with gaps between the groups.
    Integers,
}

impl Codes {
    /// The suffix of the names of packages with such codes.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Codes::Words => "",
            Codes::Short => "-short",
            Codes::Long => "-long",
            Codes::Integers => "-integers",
        }
    }
}

const SUBJECTS: [&str; 28] = [
    "account", "address", "balance", "batch", "card", "charge", "client", "contract", "coupon",
    "customer", "device", "domain", "invoice", "ledger", "mandate", "merchant", "order", "payment",
    "payout", "plan", "product", "profile", "refund", "session", "shipment", "token", "transfer",
    "webhook",
];
const PARTS: [&str; 28] = [
    "amount",
    "branch",
    "channel",
    "country",
    "currency",
    "date",
    "email",
    "feature",
    "holder",
    "identifier",
    "key",
    "language",
    "limit",
    "locale",
    "method",
    "name",
    "number",
    "owner",
    "parameter",
    "period",
    "phone",
    "region",
    "scope",
    "secret",
    "signature",
    "state",
    "type",
    "version",
];
const STATES: [&str; 28] = [
    "ambiguous",
    "blocked",
    "cancelled",
    "changed",
    "closed",
    "declined",
    "disabled",
    "duplicated",
    "empty",
    "exceeded",
    "expired",
    "forbidden",
    "frozen",
    "incomplete",
    "invalid",
    "locked",
    "malformed",
    "missing",
    "outdated",
    "overdue",
    "pending",
    "rejected",
    "reserved",
    "revoked",
    "suspended",
    "unknown",
    "unsupported",
    "unverified",
];
const ADVICE: [&str; 7] = [
    "check it against the record that was created first, and send the request again",
    "ask the owner to confirm it before anything else is tried",
    "it can be used once more after the review has been closed",
    "nothing was booked, and no message went out to the receiver",
    "the record itself stays as it was before the request came in",
    "requests of this kind are answered in this way until it is renewed",
    "the support team can tell which of the two sides has to act",
];

/// The number of distinct names.
const MAX_ROWS: usize = SUBJECTS.len() * PARTS.len() * STATES.len();

/// Returns the first `count` rows. With one sentence, a row has about 170 bytes of text.
pub(crate) fn rows(count: usize, sentences: usize, codes: Codes) -> Vec<Row> {
    assert!(count <= MAX_ROWS, "there are only {MAX_ROWS} names");
    (0..count).map(|i| row(i, sentences, codes)).collect()
}

fn row(i: usize, sentences: usize, codes: Codes) -> Row {
    // the factor is coprime to `MAX_ROWS`, so no two rows have the same words
    let mixed = i * 7919 % MAX_ROWS;
    let words = [
        SUBJECTS[mixed / 784],
        PARTS[mixed / 28 % 28],
        STATES[mixed % 28],
    ];
    let [subject, part, state] = words;
    let sentence = |k: usize| {
        format!(
            "The {part} of the {subject} is {state}: {}.",
            ADVICE[(i + k) % ADVICE.len()]
        )
    };
    Row {
        name: words.map(capitalized).concat(),
        code: code(codes, i, words),
        title: capitalized(&words.join(" ")),
        description: (0..sentences).map(sentence).collect::<Vec<_>>().join(" "),
        // 151 is coprime to 400, so statuses repeat only after all have been used
        status: u16::try_from(200 + i * 151 % 400).unwrap_or_default(),
        retry: ["never", "backoff", "after"].get(i % 9).copied(),
    }
}

fn code(codes: Codes, i: usize, words: [&str; 3]) -> String {
    let [subject, part, _] = words;
    match codes {
        Codes::Words => words.join("_"),
        Codes::Short if i.is_multiple_of(3) => {
            [&subject[..1], &part[..1]].concat().to_uppercase() + &i.to_string()
        }
        Codes::Short if i % 3 == 1 => format!("E{}", 10_000 + i),
        Codes::Short => format!("{}_{i}", &subject[..subject.len().min(7)]),
        Codes::Long => format!(
            "https://api.example.com/errors/{subject}/{}",
            words.join("-")
        ),
        Codes::Integers => (10_000 + i / 10 * 100 + i % 10).to_string(),
    }
}

pub(crate) fn capitalized(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
