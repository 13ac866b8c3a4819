//! The stream of server-sent events that tells pages what is shown now.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};

use super::state::State;

/// How long a page whose server is gone waits before it asks again.
const RETRY: Duration = Duration::from_secs(1);

/// Says what is shown now, and again whenever it changed, until the reader leaves.
pub(super) fn tell(state: &State) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let mut current = state.follow();
    current.mark_changed();
    let events = stream::unfold(current, async |mut current| {
        current.changed().await.ok()?;
        let message = current.borrow_and_update().message();
        Some((Ok(Event::default().retry(RETRY).data(&message)), current))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
