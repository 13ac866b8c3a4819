//! The stream of server-sent events that tells pages what is shown now.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};

use super::state::{OpenPage, State};

/// How long a page whose server is gone waits before it asks again.
const RETRY: Duration = Duration::from_secs(1);

/// Says to the page of a file what is shown now, and again whenever it changed, until the reader leaves.
pub(super) fn tell(state: Arc<State>, file: String) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut current = state.follow();
    current.mark_changed();
    let page = OpenPage::new(state, file);
    let events = stream::unfold((current, String::new(), page), async |(mut current, last, page)| {
        loop {
            current.changed().await.ok()?;
            let message = current.borrow_and_update().message();
            // the rest of a site that was shown ahead is nothing new
            if message != last {
                return Some((Ok(Event::default().retry(RETRY).data(&message)), (current, message, page)));
            }
        }
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
