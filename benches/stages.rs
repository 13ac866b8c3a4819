//! Each stage alone, in leads a second: loading, reading, deriving, printing, writing; then one chart of each kind, and one page.
//!
//! `cargo bench --bench stages`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a measurement that cannot go on says so"
)]
#![allow(missing_docs, reason = "made by criterion's macros")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use handoff_audit::framework::Step;
use handoff_audit::site::{Error, Press, Sheet, print, write};
use handoff_audit::words::Words;
use handoff_audit::{audit, charts, check, report};

mod workload;

/// Leads of the audit that is measured.
const LEADS: usize = 300;

fn stages(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    workload::write(folder.path(), 1, LEADS, 1).expect("the workload");
    let checked = check(folder.path());
    assert!(!checked.has_errors(), "the workload must be valid: {:?}", checked.problems.first());

    let (audit, report) = &checked.audits[0];
    let mut group = criterion.benchmark_group("leads");
    group.throughput(Throughput::Elements(LEADS as u64));
    group.bench_function("load", |bench| bench.iter(|| audit::load(black_box(folder.path()))));
    let loaded = audit::load(folder.path());
    group.bench_function("read", |bench| bench.iter(|| audit::read(black_box(&loaded))));
    group.bench_function("derive", |bench| bench.iter(|| report::derive_all(black_box(std::slice::from_ref(audit)))));
    let press = Press::new(&checked.audits).expect("the templates");
    group.bench_function("print", |bench| {
        let take = |printed| -> Result<(), Error> {
            black_box(printed);
            Ok(())
        };
        bench.iter(|| press.print_audit(0, |_| false, take).expect("the pages"));
    });
    let site = print(&press).expect("the site");
    let target = tempfile::tempdir().expect("a temporary folder");
    group.bench_function("write", |bench| {
        bench.iter(|| write(&site, folder.path(), &target.path().join("site")).expect("the site"));
    });
    group.finish();

    let (channel, derived) = (&audit.channels[2], &report.channels[2]);
    let mut group = criterion.benchmark_group("chart");
    group.bench_function("drop-off of the audit", |bench| {
        bench.iter(|| charts::drop_off::overview(Words::english(), black_box(report)));
    });
    group.bench_function("drop-off of a channel", |bench| {
        bench.iter(|| charts::drop_off::channel(Words::english(), black_box(derived)));
    });
    group.bench_function("verdicts", |bench| bench.iter(|| charts::verdicts::channel(Words::english(), black_box(derived))));
    group.bench_function("held", |bench| bench.iter(|| charts::held::audit(Words::english(), black_box(report))));
    group.bench_function("times", |bench| {
        bench.iter(|| charts::times::channel(Words::english(), audit, channel, black_box(derived), Step::Claim));
    });
    group.bench_function("timeline", |bench| {
        bench.iter(|| charts::timeline::lead(Words::english(), audit, channel, &channel.leads[0], black_box(&derived.leads[0])));
    });
    group.finish();

    let mut group = criterion.benchmark_group("page");
    for (name, sheet) in [
        ("a lead", Sheet::Lead(0, 2, 0)),
        ("a channel", Sheet::Channel(0, 2)),
        ("the findings", Sheet::Findings(0)),
        ("the overview", Sheet::Overview(0)),
        ("the data", Sheet::Data(0)),
    ] {
        group.bench_function(name, |bench| bench.iter(|| press.print(black_box(sheet)).expect("a page")));
    }
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
