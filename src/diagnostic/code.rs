//! The codes of everything that can be wrong in the files, with the words that explain them.

/// Whether a problem stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is built.
    Error,
    /// Worth a look; stops the build with `--strict` alone.
    Warning,
    /// No mistake: a fact that is still to be filled in. Nothing is built before it is.
    Todo,
}

impl Severity {
    /// The word shown: `error`.
    pub const fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Todo => "todo",
        }
    }

    /// The severity with this word.
    pub fn from_id(id: &str) -> Option<Severity> {
        [Severity::Error, Severity::Warning, Severity::Todo].into_iter().find(|severity| severity.id() == id)
    }

    /// Whether nothing is built because of it.
    pub const fn stops(self) -> bool {
        matches!(self, Severity::Error | Severity::Todo)
    }
}

/// Declares the codes: variant, id, severity, title. The words of each stand in `codes/<id>.md`.
macro_rules! codes {
    ($($variant:ident = $id:literal, $severity:ident, $title:literal;)+) => {
        /// A stable code, documented by `explain` and by a page of the site.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each code has a text of its own")]
        pub enum Code { $($variant),+ }

        impl Code {
            /// All codes, errors first, then warnings, in the order of the format's list.
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];

            /// The code as shown: `bad-time`.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$variant => $id),+ }
            }

            /// Whether it stops the build.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),+ }
            }

            /// What it is about, in a few words.
            pub const fn title(self) -> &'static str {
                match self { $(Code::$variant => $title),+ }
            }

            /// What it means, why it matters and how to mend it (Markdown with an example).
            pub const fn words(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("codes/", $id, ".md"))),+ }
            }
        }
    };
}

codes! {
    Unreadable = "unreadable", Error, "A file cannot be read";
    Syntax = "syntax", Error, "A file is not valid YAML";
    DuplicateKey = "duplicate-key", Error, "A field is written twice";
    UnknownField = "unknown-field", Error, "A field does not exist";
    MissingField = "missing-field", Error, "A required field is missing";
    WrongType = "wrong-type", Error, "A value is of the wrong kind";
    BadValue = "bad-value", Error, "A value is not one of those allowed";
    BadTime = "bad-time", Error, "A moment or a date cannot be understood";
    BadDuration = "bad-duration", Error, "A duration cannot be understood";
    BadId = "bad-id", Error, "An id has characters it may not have";
    DuplicateId = "duplicate-id", Error, "An id is used twice";
    MissingStep = "missing-step", Error, "A step of a lead is left out";
    NoAudits = "no-audits", Error, "There is no audit in the folder";
    NestedAudit = "nested-audit", Error, "An audit lies inside another audit";
    NoChannels = "no-channels", Error, "An audit has no channel";
    NoLeads = "no-leads", Error, "A channel has no lead";
    NothingTraced = "nothing-traced", Error, "Nothing was traced of a lead";
    UnknownReference = "unknown-reference", Error, "Something is referred to that does not exist";
    BeforeArrival = "before-arrival", Error, "A step happened before its lead arrived";
    AfterObservation = "after-observation", Error, "Something happened after watching ended";
    ArrivalOutsidePeriod = "arrival-outside-period", Error, "A lead arrived outside the period";
    SampleMismatch = "sample-mismatch", Error, "The sample does not add up";
    UnjustifiedOverride = "unjustified-override", Error, "An override lacks what justifies it";
    UnsafePath = "unsafe-path", Error, "An attachment or a logo is missing, or lies outside its folder";
    BadLogo = "bad-logo", Error, "A logo cannot be shown as it is";
    LowContrast = "low-contrast", Error, "A colour can hardly be read";
    PersonalData = "personal-data", Error, "A text names a phone number or an e-mail address";
    Limits = "limits", Error, "A file is larger or deeper than is read";
    SingleRoute = "single-route", Warning, "Only one kind of channel was audited";
    SmallSample = "small-sample", Warning, "A channel has fewer than 5 leads";
    UnknownDetail = "unknown-detail", Warning, "A detail is called by another name";
    VagueTimezone = "vague-timezone", Warning, "A time zone names no place";
    OutOfOrder = "out-of-order", Warning, "Steps stand in an unlikely order";
    UnusedEvidence = "unused-evidence", Warning, "Nothing relies on an item of evidence";
    IntentionWording = "intention-wording", Warning, "A fact is worded as an intention";
    UncoveredFinding = "uncovered-finding", Warning, "A weighty finding lacks cause or recommendation";
    ManyExclusions = "many-exclusions", Warning, "Much of the sample was excluded";
    ManyOverrides = "many-overrides", Warning, "Many verdicts are overridden";
    ManyNa = "many-na", Warning, "A step is often not applicable";
    ExpiredOverride = "expired-override", Warning, "An override is past its date";
    OverdueAction = "overdue-action", Warning, "An action is overdue";
    NoVolume = "no-volume", Warning, "A channel has no volume";
    CommentInText = "comment-in-text", Warning, "A text loses its end to a comment";
    Todo = "todo", Todo, "A fact is still to be filled in";
}

impl Code {
    /// The code with the given id.
    pub fn from_id(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.id() == id)
    }
}
