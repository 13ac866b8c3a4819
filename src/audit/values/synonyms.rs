//! Everyday words for the words of the format: one table for each list, in lower case.
//!
//! They are proposed and never taken as they stand. A text that begins with one is understood as well: `talked to her`.

/// What people write, and the word of the format.
pub(super) type Synonyms = &'static [(&'static str, &'static str)];

pub(super) const NONE: Synonyms = &[];

pub(super) const STATUS: Synonyms =
    &[("finished", "final"), ("done", "final"), ("in progress", "draft"), ("under review", "review")];

pub(super) const EVIDENCE_KIND: Synonyms = &[
    ("interview", "staff_statement"),
    ("conversation", "staff_statement"),
    ("talk", "staff_statement"),
    ("talked", "staff_statement"),
    ("statement", "staff_statement"),
    ("phone bill", "call_log"),
    ("phone log", "call_log"),
    ("phone", "call_log"),
    ("telephone", "call_log"),
    ("calls", "call_log"),
    ("call list", "call_log"),
    ("crm", "crm_history"),
    ("register", "crm_history"),
    ("database", "crm_history"),
    ("history", "crm_history"),
    ("diary", "calendar"),
    ("appointment", "calendar"),
    ("appointments", "calendar"),
    ("text", "sms"),
    ("texts", "sms"),
    ("text message", "sms"),
    ("whatsapp", "sms"),
    ("mail", "email"),
    ("emails", "email"),
    ("inbox", "email"),
    ("form", "form_submission"),
    ("web form", "form_submission"),
    ("audio", "recording"),
    ("photo", "screenshot"),
    ("picture", "screenshot"),
    ("image", "screenshot"),
    ("report", "other"),
    ("list", "other"),
    ("paper", "other"),
    ("notes", "other"),
    ("spreadsheet", "other"),
];

pub(super) const CAUSE_KIND: Synonyms = &[
    ("software", "tool"),
    ("system", "tool"),
    ("staff", "people"),
    ("training", "people"),
    ("hours", "coverage"),
    ("staffing", "coverage"),
];

pub(super) const ACTION_STATUS: Synonyms = &[
    ("open", "planned"),
    ("started", "in_progress"),
    ("ongoing", "in_progress"),
    ("finished", "done"),
    ("complete", "done"),
    ("completed", "done"),
    ("cancelled", "dropped"),
];

pub(super) const RATING: Synonyms =
    &[("severe", "critical"), ("serious", "high"), ("moderate", "medium"), ("minor", "low"), ("info", "note")];

pub(super) const SAMPLE_METHOD: Synonyms = &[
    ("picked", "judgement"),
    ("hand picked", "judgement"),
    ("by hand", "judgement"),
    ("chosen", "judgement"),
    ("first", "judgement"),
    ("selected", "judgement"),
    ("judgment", "judgement"),
    ("at random", "random"),
    ("drawn", "random"),
    ("every other", "every-nth"),
    ("every", "every-nth"),
    ("everything", "all"),
    ("all of them", "all"),
    ("complete", "all"),
];

pub(super) const VOLUME_PER: Synonyms = &[("monthly", "month"), ("a month", "month"), ("weekly", "week"), ("a week", "week")];

pub(super) const OWNER_KIND: Synonyms = &[
    ("receptionist", "person"),
    ("reception", "person"),
    ("front desk", "person"),
    ("employee", "person"),
    ("staff", "person"),
    ("human", "person"),
    ("manager", "person"),
    ("owner", "person"),
    ("nurse", "person"),
    ("sales", "person"),
    ("technician", "person"),
    ("mechanic", "person"),
    ("plumber", "person"),
    ("dentist", "person"),
    ("assistant", "person"),
    ("secretary", "person"),
    ("dispatcher", "person"),
    ("advisor", "person"),
    ("boss", "person"),
    ("team", "shared"),
    ("group", "shared"),
    ("everybody", "shared"),
    ("everyone", "shared"),
    ("all", "shared"),
    ("inbox", "shared"),
    ("mailbox", "shared"),
    ("waiting list", "queue"),
    ("voicemail", "system"),
    ("answering machine", "system"),
    ("software", "system"),
    ("bot", "system"),
    ("automatic", "system"),
];

pub(super) const CONTACT_RESULT: Synonyms = &[
    ("answered", "reached"),
    ("talked", "reached"),
    ("talk", "reached"),
    ("spoke", "reached"),
    ("spoken", "reached"),
    ("contacted", "reached"),
    ("got through", "reached"),
    ("picked up", "reached"),
    ("ok", "reached"),
    ("left a message", "voicemail"),
    ("left message", "voicemail"),
    ("left a voicemail", "voicemail"),
    ("left voicemail", "voicemail"),
    ("answering machine", "voicemail"),
    ("message", "voicemail"),
    ("no reply", "no_answer"),
    ("no response", "no_answer"),
    ("no reaction", "no_answer"),
    ("nothing", "no_answer"),
    ("not reached", "no_answer"),
    ("not answered", "no_answer"),
    ("didn't answer", "no_answer"),
    ("did not answer", "no_answer"),
    ("didn't pick up", "no_answer"),
    ("did not pick up", "no_answer"),
    ("nobody answered", "no_answer"),
    ("nobody picked up", "no_answer"),
    ("nobody home", "no_answer"),
    ("nobody there", "no_answer"),
    ("not in", "no_answer"),
    ("rang out", "no_answer"),
    ("busy", "no_answer"),
    ("emailed", "sent"),
    ("texted", "sent"),
    ("mailed", "sent"),
    ("wrote back", "replied"),
    ("answered by", "replied"),
    ("responded", "replied"),
    ("response", "replied"),
    ("returned", "bounced"),
    ("undeliverable", "bounced"),
    ("out of office", "auto_reply"),
    ("automatic reply", "auto_reply"),
];

pub(super) const FIT: Synonyms = &[("yes", "right"), ("good", "right"), ("ok", "right"), ("no", "wrong"), ("bad", "wrong")];

pub(super) const TOLD_BY: Synonyms = &[
    ("phone", "call"),
    ("phoned", "call"),
    ("called", "call"),
    ("telephone", "call"),
    ("on the phone", "call"),
    ("text", "sms"),
    ("texted", "sms"),
    ("text message", "sms"),
    ("message", "sms"),
    ("whatsapp", "sms"),
    ("messenger", "sms"),
    ("mail", "email"),
    ("emailed", "email"),
    ("post", "letter"),
    ("posted", "letter"),
    ("face to face", "in_person"),
    ("at the counter", "in_person"),
    ("at the desk", "in_person"),
    ("verbally", "in_person"),
    ("invite", "calendar_invite"),
    ("invitation", "calendar_invite"),
    ("calendar", "calendar_invite"),
    ("nobody", "none"),
    ("not told", "none"),
    ("not at all", "none"),
    ("nothing", "none"),
    ("no", "none"),
];

pub(super) const CLOSE_STATUS: Synonyms = &[
    ("came", "attended"),
    ("showed", "attended"),
    ("turned up", "attended"),
    ("visited", "attended"),
    ("kept", "attended"),
    ("completed", "attended"),
    ("done", "attended"),
    ("missed", "no_show"),
    ("didn't come", "no_show"),
    ("did not come", "no_show"),
    ("didn't show", "no_show"),
    ("did not show", "no_show"),
    ("never came", "no_show"),
    ("never showed", "no_show"),
    ("went elsewhere", "lost"),
    ("went to", "lost"),
    ("went with", "lost"),
    ("gone", "lost"),
    ("cancelled", "lost"),
    ("canceled", "lost"),
    ("competitor", "lost"),
    ("not interested", "lost"),
    ("no interest", "lost"),
    ("dead", "lost"),
    ("appointment", "booked"),
    ("scheduled", "booked"),
    ("confirmed", "booked"),
    ("moved", "rescheduled"),
    ("postponed", "rescheduled"),
    ("sold", "won"),
    ("paid", "won"),
    ("bought", "won"),
    ("signed", "won"),
    ("customer", "won"),
    ("spam", "disqualified"),
    ("wrong number", "disqualified"),
    ("not a lead", "disqualified"),
    ("pending", "open"),
    ("waiting", "open"),
    ("ongoing", "open"),
    ("in progress", "open"),
    ("still", "open"),
];

pub(super) const CHANNEL_KIND: Synonyms = &[
    ("telephone", "phone"),
    ("call", "phone"),
    ("calls", "phone"),
    ("phone calls", "phone"),
    ("web", "form"),
    ("website", "form"),
    ("contact form", "form"),
    ("quote", "estimate"),
    ("quotes", "estimate"),
    ("whatsapp", "chat"),
    ("messages", "chat"),
    ("mail", "email"),
    ("social media", "social"),
    ("shop", "walk-in"),
    ("counter", "walk-in"),
    ("visit", "walk-in"),
    ("visits", "walk-in"),
    ("word of mouth", "referral"),
    ("recommendation", "referral"),
];

/// Names of fields; of several words the one is meant that a record has.
pub(super) const FIELD: Synonyms = &[
    ("limit", "within"),
    ("limits", "within"),
    ("sla", "within"),
    ("targets", "within"),
    ("deadlines", "within"),
    ("details", "must_capture"),
    ("received", "arrived"),
    ("request", "wants"),
    ("comment", "note"),
    ("when", "at"),
    ("time", "at"),
    ("where", "in"),
    ("system", "in"),
    ("who", "owner"),
    ("outcome", "result"),
    ("outcome", "status"),
    ("why", "reason"),
    ("why", "because"),
];

/// Details of a lead; of several words the one is meant that a channel requires.
const DETAIL: Synonyms = &[
    ("email", "contact"),
    ("email address", "contact"),
    ("e mail", "contact"),
    ("mail", "contact"),
    ("phone", "contact"),
    ("telephone", "contact"),
    ("telephone", "phone"),
    ("tel", "phone"),
    ("mobile", "phone"),
    ("mobile", "contact"),
    ("cell", "phone"),
    ("issue", "need"),
    ("problem", "need"),
    ("request", "need"),
    ("wants", "need"),
    ("location", "address"),
    ("job", "scope"),
    ("work", "scope"),
];

/// Which of these words people mean who write this one.
pub(super) fn among<'a>(written: &str, synonyms: Synonyms, mut words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase().replace(['-', '_'], " ");
    words.find(|word| synonyms.iter().any(|(said, meant)| *said == lower && meant == word))
}

/// The detail, of these, that a word most likely stands for.
pub(in crate::audit) fn detail_meant<'a>(written: &str, details: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    among(written, DETAIL, details)
}

/// The word that a text most likely stands for: one of its own, else the longest with which it begins.
pub(super) fn word(written: &str, synonyms: Synonyms) -> Option<&'static str> {
    let lower = written.trim().to_lowercase().replace('\u{2019}', "'").replace(['-', '_'], " ");
    let lower = ["the ", "a ", "an ", "our "].iter().find_map(|article| lower.strip_prefix(article)).unwrap_or(&lower);
    let begins =
        |said: &str| lower.strip_prefix(said).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',', '.', ';']));
    let fitting = synonyms.iter().filter(|(said, _)| begins(said));
    fitting.max_by_key(|(said, _)| said.len()).map(|(_, word)| *word)
}
