//! Progress of a long build, on a terminal alone.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A line on standard error that says what is being done; nothing where that is not a terminal.
pub(super) fn start(format_is_human: bool) -> ProgressBar {
    if !format_is_human || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style =
        ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10)).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
