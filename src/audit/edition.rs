//! The two editions of a report, made from one model.

/// For whom a report is made. Its numbers are the same for both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// To hand over: roles and pseudonyms, no personal data.
    #[default]
    Client,
    /// For those who audited: names and contacts from `private.yml`, internal notes, every attachment.
    Internal,
}

impl Edition {
    /// Both.
    pub const ALL: [Edition; 2] = [Edition::Client, Edition::Internal];

    /// The id used on the command line and in messages.
    pub const fn id(self) -> &'static str {
        match self {
            Edition::Client => "client",
            Edition::Internal => "internal",
        }
    }
}
