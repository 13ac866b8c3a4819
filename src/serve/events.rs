//! The stream of server-sent events that tells pages what is shown now.

use std::io::{self, Write};
use std::time::Duration;

use super::state::State;

/// How long a stream is silent at most: a reader who has left is noticed by then.
const SILENCE: Duration = Duration::from_secs(15);

/// Says what is shown now, and again whenever it changed, until the reader leaves.
pub(super) fn tell(state: &State, headers: &[(&str, String)], mut out: impl Write) -> io::Result<()> {
    out.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n")?;
    for (name, value) in headers {
        write!(out, "{name}: {value}\r\n")?;
    }
    // a page whose server is gone asks again after a second
    out.write_all(b"\r\nretry: 1000\n\n")?;
    let mut turn = None;
    loop {
        let current = match turn {
            None => Some(state.current()),
            Some(turn) => state.after(turn, SILENCE),
        };
        match current {
            Some(current) => {
                turn = Some(current.turn);
                write!(out, "data: {}\n\n", current.message())?;
            }
            None => out.write_all(b":\n\n")?,
        }
        out.flush()?;
    }
}
