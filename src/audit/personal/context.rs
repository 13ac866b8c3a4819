//! What stands before a number, and what it says of it.

/// What the surroundings say of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// It is a phone number.
    Phone,
    /// It is the number of a record.
    Record,
    /// Nothing.
    Open,
}

/// Words that announce a phone number.
const PHONE_WORDS: &[&str] = &[
    "phone",
    "phones",
    "telephone",
    "tel",
    "cell",
    "mobile",
    "call",
    "calls",
    "called",
    "caller",
    "text",
    "texted",
    "sms",
    "fax",
    "whatsapp",
    "wa",
    "ring",
    "rang",
    "dial",
    "dialed",
    "dialled",
    "reach",
    "reached",
    "voicemail",
    "landline",
];

/// Words that announce the number of a record.
const RECORD_WORDS: &[&str] = &[
    "order",
    "orders",
    "ticket",
    "tickets",
    "invoice",
    "inv",
    "record",
    "records",
    "id",
    "ids",
    "case",
    "nhs",
    "patient",
    "member",
    "job",
    "jobs",
    "ref",
    "reference",
    "account",
    "acct",
    "estimate",
    "quote",
    "po",
    "permit",
    "licence",
    "license",
    "tracking",
    "serial",
    "sku",
    "item",
    "model",
    "booking",
    "confirmation",
    "lead",
    "log",
    "row",
    "rows",
    "line",
    "version",
    "part",
    "customer",
    "client",
    "contract",
    "policy",
    "claim",
    "request",
    "submission",
    "form",
    "entry",
    "zip",
    "room",
    "unit",
    "lot",
    "file",
    "transaction",
    "payment",
    "receipt",
    "img",
    "isbn",
];

/// Words that number something without saying what: what stands before them decides.
const WEAK_WORDS: &[&str] =
    &["no", "nr", "number", "numbers", "num", "nos", "n", "is", "was", "the", "at", "on", "to", "from", "and", "or"];

/// Words that announce the number of a record so clearly that even digits in the shape of a phone number, `943 476 5919`, are one.
const NUMBERED_WORDS: &[&str] = &[
    "nhs",
    "patient",
    "policy",
    "invoice",
    "claim",
    "case",
    "order",
    "ticket",
    "record",
    "ref",
    "reference",
    "account",
    "member",
    "contract",
    "permit",
    "id",
];

/// How many bytes before a number are looked at.
const REACH: usize = 200;

/// What the words and signs before a number say of it.
pub(super) fn context(text: &str, start: usize) -> Context {
    let near = (0..=start.saturating_sub(REACH)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let before = text[near..start].trim_end_matches(['(', '+']);
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    if token.contains("://") {
        let dialled = ["wa.me/", "tel", "phone", "whatsapp", "sms"].iter().any(|word| token.contains(word));
        return if dialled { Context::Phone } else { Context::Record };
    }
    let mut weak = false;
    let mut words = clause(before).split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    if words.next().is_some_and(|word| word.eq_ignore_ascii_case("id"))
        && words.next().is_some_and(|word| word.eq_ignore_ascii_case("caller"))
    {
        return Context::Phone;
    }
    let signed = before.trim_end().ends_with(['#', '№']);
    let words = clause(before).split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    for word in words.take(4).map(str::to_ascii_lowercase) {
        let word = word.as_str();
        if PHONE_WORDS.contains(&word) {
            return Context::Phone;
        }
        if RECORD_WORDS.contains(&word) {
            return Context::Record;
        }
        if !WEAK_WORDS.contains(&word) {
            break;
        }
        weak |= matches!(word, "no" | "nr" | "num" | "nos" | "n");
    }
    let lettered = before.ends_with(['-', '_']) && before[..before.len() - 1].ends_with(char::is_alphanumeric);
    if signed || weak || lettered { Context::Record } else { Context::Open }
}

/// Whether a word right before a number says that it is one of a record, whatever shape it has.
pub(super) fn names_record(text: &str, start: usize) -> bool {
    let near = (0..=start.saturating_sub(REACH)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let words = clause(&text[near..start]).split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    let said = words.take(4).map(str::to_ascii_lowercase).find(|word| !WEAK_WORDS.contains(&word.as_str()));
    said.is_some_and(|word| NUMBERED_WORDS.contains(&word.as_str())) && context(text, start) == Context::Record
}

/// The end of a text from the beginning of its last sentence on; a point behind an abbreviation (`no.`) ends none.
fn clause(text: &str) -> &str {
    let sentence = text.rfind(". ").filter(|dot| {
        let word = text[..*dot].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
        ![PHONE_WORDS, RECORD_WORDS, WEAK_WORDS].iter().any(|words| words.contains(&word.as_str()))
    });
    let start = sentence.max(text.rfind(['\n', ';', '!', '?'])).map_or(0, |at| at + 1);
    &text[start..]
}
