//! Takes a port of this machine.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};

/// The port that is tried first where none is asked for, and how many behind it are tried when others hold it.
const USUAL: u16 = 4400;
const TRIES: u16 = 20;

/// Why no port could be taken.
#[derive(Debug)]
pub struct ListenError {
    host: IpAddr,
    port: u16,
    /// Whether that port was asked for.
    asked: bool,
    source: io::Error,
}

impl fmt::Display for ListenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ListenError { host, port, asked, source } = self;
        match source.kind() {
            io::ErrorKind::AddrInUse if *asked => {
                let next = if *port < u16::MAX { port + 1 } else { USUAL };
                write!(
                    f,
                    "port {port} is in use, by another program or by a second `serve`: choose another one (`--port {next}`), or leave `--port` \
                     out and a free one is taken"
                )
            }
            io::ErrorKind::AddrInUse => {
                write!(f, "the ports from {USUAL} to {port} are all in use: name another one, such as `--port {}`", USUAL + 1000)
            }
            io::ErrorKind::PermissionDenied => {
                write!(f, "you have no right to port {port}: choose one above 1023, such as `--port {USUAL}`")
            }
            io::ErrorKind::AddrNotAvailable => {
                write!(f, "{host} is no address of this machine: leave `--host` out, or give `0.0.0.0` for all its addresses")
            }
            _ => write!(f, "{} cannot be listened on: {source}", SocketAddr::new(*host, *port)),
        }
    }
}

impl std::error::Error for ListenError {}

/// Listens on a port; where none is asked for, on the first free one from 4400 on. Port 0 is any free one.
///
/// # Errors
/// The port is in use, not allowed, or the address is not one of this machine.
pub fn listen(host: IpAddr, port: Option<u16>) -> Result<TcpListener, ListenError> {
    let asked = port.is_some();
    let mut at = port.unwrap_or(USUAL);
    let last = if asked { at } else { USUAL + TRIES - 1 };
    loop {
        match TcpListener::bind(SocketAddr::new(host, at)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && at < last => at += 1,
            done => return done.map_err(|source| ListenError { host, port: at, asked, source }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_tells_what_to_do() {
        use io::ErrorKind::*;
        let told = |kind, port, asked| {
            ListenError { host: [127, 0, 0, 1].into(), port, asked, source: io::Error::new(kind, "no luck") }.to_string()
        };
        for (kind, port, asked, words) in [
            (
                AddrInUse,
                4400,
                true,
                "port 4400 is in use, by another program or by a second `serve`: choose another one (`--port 4401`)",
            ),
            (AddrInUse, u16::MAX, true, "(`--port 4400`)"),
            (AddrInUse, 4419, false, "the ports from 4400 to 4419 are all in use: name another one, such as `--port 5400`"),
            (PermissionDenied, 80, true, "you have no right to port 80: choose one above 1023"),
            (AddrNotAvailable, 4400, false, "127.0.0.1 is no address of this machine"),
            (Other, 4400, false, "127.0.0.1:4400 cannot be listened on: no luck"),
        ] {
            assert!(told(kind, port, asked).contains(words), "{}", told(kind, port, asked));
        }
    }
}
