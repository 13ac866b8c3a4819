//! Values that are chosen from a list: ids in the files, names for readers.

/// Declares an enum whose variants are written as ids in the files, with a name for readers.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal, $shown:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the names say what they are")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// All of them, in the order of the format.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The id used in files.
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }

            /// The name shown to readers.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $shown),+ }
            }
        }
    };
}

choices! {
    /// What kind of thing an item of evidence is.
    EvidenceKind {
        CallLog = "call_log", "call log";
        CrmHistory = "crm_history", "CRM history";
        Calendar = "calendar", "calendar";
        Sms = "sms", "text messages";
        Email = "email", "e-mail";
        FormSubmission = "form_submission", "form submission";
        Recording = "recording", "recording";
        Screenshot = "screenshot", "screenshot";
        StaffStatement = "staff_statement", "staff statement";
        Other = "other", "other";
    }
}

choices! {
    /// Where the cause of a finding lies.
    CauseKind {
        Tool = "tool", "tool";
        People = "people", "people";
        Process = "process", "process";
        Coverage = "coverage", "coverage";
    }
}

choices! {
    /// Where an action stands.
    ActionStatus {
        Planned = "planned", "planned";
        InProgress = "in_progress", "in progress";
        Done = "done", "done";
        Dropped = "dropped", "dropped";
    }
}

choices! {
    /// How much an observation weighs.
    ObservationRating {
        Critical = "critical", "critical";
        High = "high", "high";
        Medium = "medium", "medium";
        Low = "low", "low";
        Note = "note", "note";
    }
}

choices! {
    /// How the leads were drawn.
    SampleMethod {
        Random = "random", "drawn at random";
        EveryNth = "every-nth", "every nth lead";
        All = "all", "all leads";
        Judgement = "judgement", "chosen by judgement";
    }
}

choices! {
    /// What a volume counts leads per.
    VolumePer {
        Month = "month", "month";
        Week = "week", "week";
        Period = "period", "audit period";
    }
}

choices! {
    /// Who or what took a lead.
    OwnerKind {
        Person = "person", "a person";
        Queue = "queue", "a staffed queue";
        System = "system", "a system";
        Shared = "shared", "a shared inbox";
    }
}

choices! {
    /// What came of the next action.
    ContactResult {
        Reached = "reached", "reached";
        Replied = "replied", "replied";
        Sent = "sent", "sent, nothing came back";
        Voicemail = "voicemail", "voicemail";
        NoAnswer = "no_answer", "no answer";
        Bounced = "bounced", "bounced";
        AutoReply = "auto_reply", "automatic reply";
    }
}

choices! {
    /// Whether the next action was the right one.
    Fit {
        Right = "right", "the right action";
        Wrong = "wrong", "the wrong action";
    }
}

choices! {
    /// How the buyer was told.
    ToldBy {
        Call = "call", "call";
        Sms = "sms", "text message";
        Email = "email", "e-mail";
        Letter = "letter", "letter";
        InPerson = "in_person", "in person";
        CalendarInvite = "calendar_invite", "calendar invitation";
        None = "none", "not told";
    }
}

choices! {
    /// Where a lead ended up.
    CloseStatus {
        Booked = "booked", "booked";
        Attended = "attended", "attended";
        NoShow = "no_show", "no-show";
        Rescheduled = "rescheduled", "rescheduled";
        Won = "won", "won";
        Lost = "lost", "lost";
        Disqualified = "disqualified", "disqualified";
        Open = "open", "open";
    }
}

impl CloseStatus {
    /// Whether it says that a booking was made, whatever came of it (framework §4).
    pub const fn booked(self) -> bool {
        use CloseStatus::*;
        matches!(self, Booked | Attended | NoShow | Rescheduled | Won)
    }
}

choices! {
    /// Why a verdict was overridden.
    OverrideKind {
        EvidenceElsewhere = "evidence_elsewhere", "evidence elsewhere";
        NotApplicable = "not_applicable", "not applicable";
        LimitException = "limit_exception", "exception to the limit";
        BuyerCaused = "buyer_caused", "caused by the buyer";
        RuleMisfit = "rule_misfit", "the rule does not fit";
        Judgement = "judgement", "judgement";
    }
}
