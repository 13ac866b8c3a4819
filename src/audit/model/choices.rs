//! Values that are chosen from a list. What readers call them stands in the catalogue of words.

/// Declares an enum whose variants are written as ids in the files.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the names say what they are")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// All of them, in the order of the format.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The id used in files.
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }
        }
    };
}

choices! {
    /// What kind of thing an item of evidence is.
    EvidenceKind {
        CallLog = "call_log";
        CrmHistory = "crm_history";
        Calendar = "calendar";
        Sms = "sms";
        Email = "email";
        FormSubmission = "form_submission";
        Recording = "recording";
        Screenshot = "screenshot";
        StaffStatement = "staff_statement";
        Other = "other";
    }
}

choices! {
    /// Where the cause of a finding lies.
    CauseKind {
        Tool = "tool";
        People = "people";
        Process = "process";
        Coverage = "coverage";
    }
}

choices! {
    /// Where an action stands.
    ActionStatus {
        Planned = "planned";
        InProgress = "in_progress";
        Done = "done";
        Dropped = "dropped";
    }
}

choices! {
    /// How much an observation weighs.
    ObservationRating {
        Critical = "critical";
        High = "high";
        Medium = "medium";
        Low = "low";
        Note = "note";
    }
}

choices! {
    /// How the leads were drawn.
    SampleMethod {
        Random = "random";
        EveryNth = "every-nth";
        All = "all";
        Judgement = "judgement";
    }
}

choices! {
    /// What a volume counts leads per.
    VolumePer {
        Month = "month";
        Week = "week";
        Period = "period";
    }
}

choices! {
    /// Who or what took a lead.
    OwnerKind {
        Person = "person";
        Queue = "queue";
        System = "system";
        Shared = "shared";
    }
}

choices! {
    /// What came of the next action.
    ContactResult {
        Reached = "reached";
        Replied = "replied";
        Sent = "sent";
        Voicemail = "voicemail";
        NoAnswer = "no_answer";
        Bounced = "bounced";
        AutoReply = "auto_reply";
    }
}

choices! {
    /// Whether the next action was the right one.
    Fit {
        Right = "right";
        Wrong = "wrong";
    }
}

choices! {
    /// How the buyer was told.
    ToldBy {
        Call = "call";
        Sms = "sms";
        Email = "email";
        Letter = "letter";
        InPerson = "in_person";
        CalendarInvite = "calendar_invite";
        None = "none";
    }
}

choices! {
    /// Where a lead ended up.
    CloseStatus {
        Booked = "booked";
        Attended = "attended";
        NoShow = "no_show";
        Rescheduled = "rescheduled";
        Won = "won";
        Lost = "lost";
        Disqualified = "disqualified";
        Open = "open";
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
        EvidenceElsewhere = "evidence_elsewhere";
        NotApplicable = "not_applicable";
        LimitException = "limit_exception";
        BuyerCaused = "buyer_caused";
        RuleMisfit = "rule_misfit";
        Judgement = "judgement";
    }
}
