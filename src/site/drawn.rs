//! Charts that stand on a page and as files of their own: drawn once for both, by whichever is made first.

use std::sync::OnceLock;

use super::subject::Subject;
use crate::charts::{self, Chart};

/// The charts of one audit.
#[derive(Default)]
pub(crate) struct Drawn {
    drop_off: OnceLock<Chart>,
    verdicts: OnceLock<Chart>,
    held: OnceLock<Chart>,
    /// Of each channel.
    channels: Vec<ChannelDrawn>,
}

#[derive(Default)]
struct ChannelDrawn {
    drop_off: OnceLock<Chart>,
    verdicts: OnceLock<Chart>,
}

impl Drawn {
    /// Nothing yet, of so many channels.
    pub(super) fn new(channels: usize) -> Self {
        Drawn { channels: (0..channels).map(|_| ChannelDrawn::default()).collect(), ..Drawn::default() }
    }
}

impl Subject<'_> {
    /// How far the audit's leads got.
    pub(crate) fn drop_off(&self) -> &Chart {
        self.drawn.drop_off.get_or_init(|| charts::drop_off::overview(self.words, self.report))
    }

    /// The verdicts of the audit's steps.
    pub(crate) fn verdicts(&self) -> &Chart {
        self.drawn.verdicts.get_or_init(|| charts::verdicts::audit(self.words, self.report))
    }

    /// How often each step of each channel held.
    pub(crate) fn held(&self) -> &Chart {
        self.drawn.held.get_or_init(|| charts::held::audit(self.words, self.report))
    }

    /// How far the leads of the channel at a place got.
    pub(crate) fn drop_off_of(&self, channel: usize) -> &Chart {
        let draw = || charts::drop_off::channel(self.words, &self.report.channels[channel]);
        self.drawn.channels[channel].drop_off.get_or_init(draw)
    }

    /// The verdicts of the steps of the channel at a place.
    pub(crate) fn verdicts_of(&self, channel: usize) -> &Chart {
        let draw = || charts::verdicts::channel(self.words, &self.report.channels[channel]);
        self.drawn.channels[channel].verdicts.get_or_init(draw)
    }
}
