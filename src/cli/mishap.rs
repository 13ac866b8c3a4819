//! What is said of a mistake of the program itself: which file brought it to light, and what to do.

use std::io::IsTerminal as _;
use std::panic::PanicHookInfo;
use std::sync::{Mutex, PoisonError};

use handoff_audit::diagnostic::Shown as _;
use handoff_audit::task::{self, Doing, Task};

use super::Outcome;
use super::show::{self, ERROR_WORD};

/// From here on a panic, in whichever thread, is told in plain words and ends the program with the exit code of a failure.
pub(crate) fn tell_in_words() {
    std::panic::set_hook(Box::new(|info| {
        // the threads of a pool may stumble all at once: the first one speaks, and ends the others with it
        static SPEAKER: Mutex<()> = Mutex::new(());
        let _speaks = SPEAKER.lock().unwrap_or_else(PoisonError::into_inner);
        // a line of progress may stand there
        let begin = if std::io::stderr().is_terminal() { "\n" } else { "" };
        show::beside(&format!("{begin}{}", words(&fault(info), task::current().as_ref())));
        std::process::exit(Outcome::Failed as i32);
    }));
}

/// How much of a panic's message is shown: it may quote a file.
const MOST: usize = 400;

/// Where the program stopped, and why, in one line.
fn fault(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let why = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let why = why.unwrap_or("for a reason that it does not tell");
    let mut line = why.chars().take(MOST).collect::<String>().shown();
    if why.chars().nth(MOST).is_some() {
        line.push('…');
    }
    info.location().map_or(line.clone(), |place| format!("{place}: {line}"))
}

/// All that is said.
fn words(fault: &str, task: Option<&Task>) -> String {
    let (doing, evidence) = match task {
        Some(task) => (
            format!(", while {task}"),
            match task.doing {
                Doing::Reading | Doing::Telling => "that file, or as much of it as makes this happen",
                Doing::Judging | Doing::Printing => "the files of that audit, or as much of them as makes this happen",
                Doing::Publishing => "what lay in that folder before",
            },
        ),
        None => (String::new(), "the command that you typed"),
    };
    let site = match task.map(|task| task.doing) {
        // half of it may be there
        Some(Doing::Publishing) => "The site may hold old pages and new ones: the next build puts it in order.",
        _ => "The last site stays as it was.",
    };
    let place = match env!("CARGO_PKG_REPOSITORY") {
        "" => "where you got this program from".to_owned(),
        address => format!("at {address}/issues"),
    };
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "{ERROR_WORD}: the program made a mistake and stopped{doing}\n  handoff-audit {version}, {fault}\n\n\
         This is not the fault of your files. {site}\n\
         Please report it {place}: with the lines above, and with {evidence}. Take names, numbers and addresses out first.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_send_follows_from_what_was_done() {
        let told = |doing| words("src/x.rs:1:2: oh", Some(&Task { doing, what: "audits/a/phone.yml".into() }));
        let reading = told(Doing::Reading);
        assert!(
            reading.contains("stopped, while reading audits/a/phone.yml\n") && reading.contains("src/x.rs:1:2: oh\n"),
            "{reading}"
        );
        assert!(reading.contains("last site stays") && reading.contains("that file"), "{reading}");
        assert!(told(Doing::Printing).contains("the files of that audit"));
        assert!(
            told(Doing::Publishing).contains("the next build puts it in order") && !told(Doing::Publishing).contains("stays")
        );
        assert!(words("x", None).contains("the program made a mistake and stopped\n"));
    }
}
