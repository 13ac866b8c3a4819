//! Audits made up from a seed, in the project's own format: as many as wanted, each with three channels, eight findings with
//! Markdown, and leads of every fate.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// Writes `audits` audits with `leads` leads each below `root`; the same seed gives the same files.
pub(crate) fn write(root: &Path, audits: usize, leads: usize, seed: u64) -> io::Result<()> {
    for number in 0..audits {
        let mut random = fastrand::Rng::with_seed(seed.wrapping_add(number as u64));
        let folder = root.join(format!("client-{:04}", number / 4)).join(format!("2026-{:02}", 1 + 2 * (number % 4)));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("audit.yml"), audit(number))?;
        for (index, (kind, letter)) in [("phone", 'P'), ("form", 'W'), ("estimate", 'Q')].into_iter().enumerate() {
            let share = leads / 3 + usize::from(index < leads % 3);
            fs::write(folder.join(format!("{kind}.yml")), channel(kind, letter, share, 1 + 2 * (number % 4), &mut random))?;
        }
    }
    Ok(())
}

fn audit(number: usize) -> String {
    let month = 1 + 2 * (number % 4);
    let mut text = format!(
        "format: 1
client: Client number {number}
auditor: A Practice
status: final
period: 2026-{month:02}-02 to 2026-{month:02}-20
observed_through: 2026-{next:02}-05
timezone: America/New_York
hours: {{mon-fri: \"08:00-12:00, 13:00-18:00\", sat: \"09:00-13:00\"}}
systems:
  crm: {{name: Customer register, of_record: true}}
  inbox: {{name: Shared inbox}}
people:
  desk: {{role: Front desk}}
evidence:
  E1: {{kind: call_log, what: Export of the call log, pii: true}}
  E2: {{kind: crm_history, what: History of the register}}
  E3: {{kind: staff_statement, what: Interview with the office}}
summary: |
  Demand arrives by **three routes**. What is answered at once is handled well; the rest waits in a *shared inbox*.
findings:
",
        next = month + 1
    );
    for (index, key) in [
        "phone/capture",
        "phone/claim",
        "phone/confirm",
        "form/claim",
        "form/continue",
        "form/confirm",
        "estimate/confirm",
        "estimate/close",
    ]
    .into_iter()
    .enumerate()
    {
        let _ = write!(
            text,
            "  {key}:
    cause: |
      The step depends on **one person** and on a list that nobody keeps. See [the method](#method).
    cause_kind: process
    recommendation: |
      1. Put a name on the rota for every day.
      2. Let the system say when a lead has waited.
    action: {{do: Change step {index}, owner: desk, due: 2026-12-{day:02}, status: planned}}
",
            day = index + 1
        );
    }
    text
}

fn channel(kind: &str, letter: char, leads: usize, month: usize, random: &mut fastrand::Rng) -> String {
    let mut text = format!(
        "title: Route by {kind}
kind: {kind}
volume: {{leads: 120, source: Monthly report}}
sample: {{frame: All leads of the period, method: random, selected: {leads}}}
must_capture: [name, need]
evidence: [E1, E2]
leads:
"
    );
    for number in 1..=leads {
        lead(&mut text, letter, number, month, random);
    }
    text
}

fn lead(text: &mut String, letter: char, number: usize, month: usize, random: &mut fastrand::Rng) {
    let day = random.u32(2..=20);
    let (hour, minute) = (random.u32(7..20), random.u32(0..60));
    let wait = random.u32(1..90);
    let _ = write!(
        text,
        "  - id: {letter}-{number:05}
    arrived: 2026-{month:02}-{day:02} {hour:02}:{minute:02}
    wants: Repair of item {number}
"
    );
    let got = if random.u32(0..10) < 8 { "[name, need]" } else { "[name]" };
    let _ = writeln!(text, "    capture: {{at: +{}m, in: crm, got: {got}}}", random.u32(0..8));
    if random.u32(0..10) < 2 {
        text.push_str("    claim: {never: Unread in the inbox}\n    continue: never\n    confirm: never\n    close: {status: open, in: none}\n");
        text.push_str("    staff_says: We follow up on everything.\n");
        return;
    }
    let _ = writeln!(text, "    claim: {{at: +{wait}m, owner: desk, kind: person, in: crm}}");
    let result = ["reached", "reached", "reached", "voicemail", "sent"][random.usize(0..5)];
    let _ = writeln!(text, "    continue: {{at: +{}m, did: Call back, result: {result}}}", wait + 5);
    if random.u32(0..10) < 7 {
        let slot = day + 2;
        let _ = writeln!(
            text,
            "    confirm: {{at: +{}m, what: visit, for: 2026-{month:02}-{slot:02} 10:00, told_by: sms, in: crm}}\n    close: {{at: 2026-{month:02}-{slot:02} 12:00, status: attended, in: crm}}",
            wait + 8
        );
    } else {
        text.push_str("    confirm: {never: No slot in the calendar}\n    close: {unknown: Nobody can say, evidence: [E3]}\n");
    }
}
