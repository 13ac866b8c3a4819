//! A site while it is being written: browsers see it, and their pages follow every change.
//!
//! [`listen`] takes a port, a [`Desk`] is where the site lies. [`Server`] knows the last good site with what is wrong since, and answers from its folder. [`Watch`] tells when something
//! changed on the disk. What is built, and how it is told on a terminal, is the command's business.

mod ansi;
mod answer;
mod desk;
mod events;
mod listen;
mod page;
mod state;
mod watch;

use std::future::IntoFuture;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread;

pub use desk::Desk;
pub use listen::{ListenError, listen};
pub use state::{Attempt, Built, Notes};
pub use watch::{Wake, Watch, WatchError};

use axum::Router;
use axum::serve::ListenerExt;
use state::State;

/// A server that answers from a site's folder, on a thread of its own, until the process ends.
pub struct Server {
    state: Arc<State>,
    address: SocketAddr,
}

impl Server {
    /// Answers whoever connects, with what builds put into the folder `site`; `first` is what the first one gave.
    ///
    /// # Errors
    /// The machine gives no thread or does not know the address.
    pub fn start(listener: TcpListener, site: &Path, first: Attempt) -> io::Result<Server> {
        let address = listener.local_addr()?;
        let state = Arc::new(State::new(site, address.ip(), first));
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _within = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let shared = Arc::clone(&state);
        thread::Builder::new().name("server".into()).spawn(move || {
            // what is told to pages is a few bytes, and shall not wait for more
            let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
            let app = Router::new().fallback(answer::answer).with_state(shared);
            runtime.block_on(axum::serve(listener, app).into_future())
        })?;
        Ok(Server { state, address })
    }

    /// Shows the outcome of a build: pages in browsers follow. False where nothing is new in it.
    pub fn publish(&self, attempt: Attempt) -> bool {
        self.state.publish(attempt)
    }

    /// Where the site begins, for a browser on this machine.
    pub fn url(&self) -> String {
        let ip = match self.address.ip() {
            ip if ip.is_unspecified() && ip.is_ipv4() => [127, 0, 0, 1].into(),
            ip if ip.is_unspecified() => std::net::Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}/", SocketAddr::new(ip, self.address.port()))
    }
}
