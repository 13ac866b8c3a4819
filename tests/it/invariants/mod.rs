//! What holds of the report of any valid facts (framework), tried on audits that are made up.
//!
//! The facts are the same every time; `PROPTEST_CASES=2000` tries so many others of each.

mod facts;
mod style;

use std::collections::BTreeSet;
use std::fs;

use handoff_audit::framework::{Step, Verdict};
use handoff_audit::report::{Band, ChannelReport, CheckState, Class, LeadReport, LimitId, Rating, Report, wilson_range};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::RngSeed;
use serde_json::Value;

use facts::{Facts, Override, Said, facts, shuffled};
use style::Style;

/// How many cases: few and always the same, or as many others as the environment says.
fn cases(usual: u32) -> ProptestConfig {
    let wanted = std::env::var("PROPTEST_CASES").ok().map(|text| text.parse().expect("a number"));
    let rng_seed = if wanted.is_some() { RngSeed::Random } else { RngSeed::Fixed(17) };
    ProptestConfig {
        failure_persistence: None,
        rng_seed,
        max_shrink_iters: 400,
        ..ProptestConfig::with_cases(wanted.unwrap_or(usual))
    }
}

/// The report of some files, written in the order given, which are to be valid.
#[track_caller]
fn report_of(files: impl IntoIterator<Item = (String, String)>) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("audits/client/2026-06");
    fs::create_dir_all(&audit).unwrap();
    let mut texts = String::new();
    for (name, text) in files {
        texts += &format!("--- {name}\n{text}\n");
        fs::write(audit.join(name), text).unwrap();
    }
    let mut checked = handoff_audit::check(&folder.path().join("audits"));
    let wrong: Vec<_> = checked.problems.iter().filter(|problem| problem.severity.stops()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{texts}");
    checked.audits.pop().expect("an audit").1
}

/// The report of facts.
#[track_caller]
fn report(facts: &Facts) -> Report {
    report_of(facts.files().into_iter().map(|(name, tree)| (name, Style::Flow.write(&tree))))
}

fn json(report: &Report) -> Value {
    serde_json::to_value(report).unwrap()
}

/// The leads of a channel that count.
fn counted(channel: &ChannelReport) -> Vec<&LeadReport> {
    channel.leads.iter().filter(|lead| !lead.test && lead.class != Class::Open).collect()
}

fn verdicts(lead: &LeadReport) -> Vec<Verdict> {
    lead.steps.iter().map(|(_, step)| step.verdict).collect()
}

fn close_to(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1.1e-4
}

/// §3: the worst effect that fired, unless an override says otherwise; elapsed times are there together.
fn verdicts_follow_the_rules(report: &Report) {
    for lead in report.channels.iter().flat_map(|channel| &channel.leads) {
        for (step, told) in lead.steps.iter() {
            let derived = told.derived.unwrap_or(told.verdict);
            let fired: Vec<_> = told.rules.iter().map(|id| handoff_audit::rules::Rule::from_id(id).expect("a rule")).collect();
            assert!(fired.iter().all(|rule| rule.step == step), "{told:?}");
            let worst = [Verdict::Fail, Verdict::Unproven, Verdict::Weak, Verdict::Late];
            match worst.into_iter().find(|effect| fired.iter().any(|rule| rule.effect == *effect)) {
                Some(worst) => assert_eq!(derived, worst, "{told:?}"),
                None => assert!(matches!(derived, Verdict::Pass | Verdict::Pending | Verdict::NotApplicable), "{told:?}"),
            }
            assert!(told.elapsed_minutes.is_none_or(|minutes| minutes >= 0));
            assert_eq!(told.elapsed_minutes.is_some(), told.elapsed_on_clock_minutes.is_some());
            assert!(told.elapsed_open_minutes.zip(told.elapsed_minutes).is_none_or(|(open, wall)| (0..=wall).contains(&open)));
        }
    }
}

/// §4: how far a lead came, where it stopped and slipped, and its class, from its verdicts alone.
fn leads_follow_their_verdicts(report: &Report) {
    for lead in report.channels.iter().flat_map(|channel| &channel.leads) {
        let all = verdicts(lead);
        let moved = |verdict: &Verdict| matches!(verdict, Verdict::Pass | Verdict::Late | Verdict::Weak);
        let clean = |verdict: &Verdict| matches!(verdict, Verdict::Pass | Verdict::NotApplicable);
        let through = |at: &usize| moved(&all[*at]) || all[*at] == Verdict::NotApplicable;
        let last = (0..4).rev().find(through).map_or(0, |at| at + 1);
        let furthest = if all.iter().any(moved) { last + usize::from(last == 4 && through(&4)) } else { 0 };
        assert_eq!(usize::from(lead.furthest), furthest, "{all:?}");
        assert_eq!(lead.stopped_at.map(Step::number), (furthest < 5).then_some(lead.furthest + 1));
        let slipped = all.iter().position(|verdict| !clean(verdict)).map(|at| at + 1);
        assert_eq!(lead.slipped_at.map(|step| usize::from(step.number())), slipped);
        assert!(!lead.proven_booking || moved(&all[4]));
        let has = |verdict| all.contains(&verdict);
        let class = if all.iter().all(clean) {
            Class::Clean
        } else if has(Verdict::Pending) && !has(Verdict::Fail) {
            Class::Open
        } else if furthest == 5 || lead.proven_booking {
            Class::Slipped
        } else if !has(Verdict::Fail) {
            Class::Unproven
        } else {
            Class::Leaked
        };
        assert_eq!(lead.class, class, "{all:?}");
    }
}

/// §5: both lines of a funnel fall, and the clean one never lies above the other.
fn funnels_fall(report: &Report) {
    for channel in &report.channels {
        let (moved, clean) = (channel.funnel.moved, channel.funnel.clean);
        assert_eq!((moved[0], clean[0]), (channel.counted, channel.counted));
        assert!(moved.is_sorted_by(|a, b| a >= b) && clean.is_sorted_by(|a, b| a >= b), "{:?}", channel.funnel);
        assert!(clean.iter().zip(&moved).all(|(clean, moved)| clean <= moved), "{:?}", channel.funnel);
        let leads = counted(channel);
        for (at, count) in moved.iter().enumerate() {
            assert_eq!(*count, leads.iter().filter(|lead| usize::from(lead.furthest) >= at).count());
        }
    }
}

/// §5: classes sum to the leads traced, and the counted are those that are not open.
fn classes_sum(report: &Report) {
    let mut all = 0;
    for channel in &report.channels {
        assert_eq!(channel.traced, channel.leads.iter().filter(|lead| !lead.test).count());
        assert_eq!(channel.classes.total(), channel.traced);
        assert_eq!(channel.counted, channel.traced - channel.classes.open);
        assert_eq!(channel.counted, counted(channel).len());
        all += channel.traced;
    }
    assert_eq!(report.overall.classes.total(), all);
}

/// §5: checks count the verdicts that are neither pending nor n/a, and their state follows from their share.
fn checks_hold_as_their_shares_say(report: &Report) {
    for channel in &report.channels {
        for check in &channel.checks {
            let of_step = channel.leads.iter().filter(|lead| !lead.test).map(|lead| lead.steps[check.step].verdict);
            let judged: Vec<_> =
                of_step.filter(|verdict| !matches!(verdict, Verdict::Pending | Verdict::NotApplicable)).collect();
            assert_eq!(check.of, judged.len());
            assert_eq!(check.held, judged.iter().filter(|verdict| **verdict == Verdict::Pass).count());
            // whole numbers decide: 9 of 10 hold
            let state = match (check.held, check.of) {
                (_, 0) => CheckState::NotShown,
                (held, of) if held * 10 >= of * 9 => CheckState::Holds,
                (held, of) if held * 10 >= of * 7 => CheckState::Partly,
                _ => CheckState::Fails,
            };
            assert_eq!(check.state, state, "{check:?}");
        }
    }
}

/// §5, §6: levels are 1 to 5, within every limit that fired, and what points, limits and volumes make them.
fn levels_lie_within_their_limits(report: &Report) {
    for channel in &report.channels {
        assert_eq!(channel.level.is_some(), channel.counted > 0);
        assert_eq!(channel.points.is_some(), channel.counted > 0);
        let Some((level, points)) = channel.level.zip(channel.points) else { continue };
        let of_state = |state| channel.checks.iter().filter(|check| check.state == state).count() as f64;
        assert_eq!(points, of_state(CheckState::Holds) + of_state(CheckState::Partly) / 2.0);
        let most = channel.limits.iter().filter(|limit| limit.fired).filter_map(|limit| limit.max).min().unwrap_or(5);
        let whole = points.floor().max(1.0).min(f64::from(most));
        assert_eq!(f64::from(level), whole, "{:?}", channel.limits);
        for limit in &channel.limits {
            let check = |step: Step| channel.checks.iter().find(|check| check.step == step).expect("every step");
            let low = |step: Step| check(step).held * 2 < check(step).of;
            let verdicts = || channel.leads.iter().filter(|lead| !lead.test).flat_map(verdicts);
            let judged = verdicts().filter(|verdict| !matches!(verdict, Verdict::Pending | Verdict::NotApplicable)).count();
            let max = match limit.id {
                LimitId::Ownership => low(Step::Claim).then_some(2),
                LimitId::Trust => (verdicts().filter(|verdict| *verdict == Verdict::Unproven).count() * 4 > judged).then_some(2),
                LimitId::WeakLink => Step::ALL.into_iter().any(low).then_some(3),
                LimitId::Leaks if channel.classes.clean * 2 < channel.counted => Some(3),
                LimitId::Leaks => (channel.classes.clean * 10 < channel.counted * 8).then_some(4),
                LimitId::Sample if channel.counted < 5 => Some(3),
                LimitId::Sample => (channel.counted < 10).then_some(4),
                LimitId::Worst | LimitId::Routes => panic!("a limit of the whole audit"),
            };
            assert_eq!(limit.fired.then_some(limit.max).flatten(), max, "{limit:?}");
        }
    }
    let overall = &report.overall;
    let levels: Vec<u8> = report.channels.iter().filter_map(|channel| channel.level).collect();
    assert_eq!(overall.level.is_some(), !levels.is_empty());
    assert_eq!(overall.band, overall.level.map(Band::of));
    assert_eq!(overall.provisional, report.channels.iter().any(|channel| channel.level.is_some() && channel.provisional));
    let Some(level) = overall.level else { return };
    let (worst, best) = (*levels.iter().min().unwrap(), *levels.iter().max().unwrap());
    let weighted = overall.weighted.expect("of a level");
    assert!((f64::from(worst)..=f64::from(best)).contains(&weighted) && f64::from(level) <= weighted + 1e-9);
    assert!((1..=5).contains(&level) && level <= worst + 1);
    let kinds: BTreeSet<_> = report.channels.iter().map(|channel| channel.kind.id()).collect();
    let [_, routes] = overall.limits.as_slice() else { panic!("two limits") };
    assert_eq!((routes.fired, routes.max), (kinds.len() < 2, Some(3)));
    assert!(!routes.fired || level <= 3);
}

/// §5: ranges contain what they are the range of.
fn ranges_contain_what_was_seen(report: &Report) {
    for channel in &report.channels {
        if let Some((level, [low, high])) = channel.level.zip(channel.range) {
            assert!(1 <= low && low <= level && level <= high && high <= 5, "{level} in {low} to {high}");
        }
        for check in &channel.checks {
            assert_eq!(check.low.is_some(), check.of > 0);
            let Some((low, high)) = check.low.zip(check.high) else { continue };
            let share = check.held as f64 / check.of as f64;
            assert!(0.0 <= low && low <= share + 1e-4 && share <= high + 1e-4 && high <= 1.0, "{check:?}");
        }
    }
    for row in report.fix_first.iter().chain(&report.unaccounted) {
        assert!(row.low <= row.affected_per_month + 1e-4 && row.affected_per_month <= row.high + 1e-4, "{row:?}");
    }
}

/// §6: a row wherever a counted lead leaked, and nothing else; ranked.
fn fix_first_has_every_leak(report: &Report) {
    let rows: Vec<_> = report.fix_first.iter().chain(&report.unaccounted).collect();
    let mut leaks = 0;
    for channel in &report.channels {
        for step in Step::ALL {
            let here = counted(channel).into_iter().filter(|lead| lead.class == Class::Leaked && lead.stopped_at == Some(step));
            let here = here.count();
            leaks += here;
            let row = rows.iter().find(|row| row.channel == channel.id && row.step == step);
            assert_eq!(row.map_or(0, |row| row.leaks), here);
            let Some(row) = row else { continue };
            assert_eq!((row.of, row.volume_known), (channel.counted, channel.volume_per_month.is_some()));
            let scale = channel.volume_per_month.unwrap_or(channel.counted as f64);
            assert!((row.affected_per_month - scale * here as f64 / row.of as f64).abs() <= 2e-4, "{row:?}");
            assert_eq!(row.recoverable_per_month.is_none(), step == Step::Close);
            assert!(row.recoverable_per_month.is_none_or(|bookings| bookings <= row.affected_per_month + 1e-4));
            let (low, _) = wilson_range(here, row.of).expect("leads");
            assert!(close_to(row.low, scale * low), "{row:?}");
        }
    }
    assert_eq!(report.fix_first.iter().chain(&report.unaccounted).map(|row| row.leaks).sum::<usize>(), leaks);
    assert!(report.unaccounted.iter().all(|row| row.step == Step::Close));
    let key = |row: &handoff_audit::report::FixFirst| (row.recoverable_per_month.unwrap_or(0.0), row.affected_per_month);
    assert!(report.fix_first.is_sorted_by(|a, b| key(a) >= key(b)) && report.unaccounted.is_sorted_by(|a, b| key(a) >= key(b)));
}

/// §6: one finding for each channel and step in which something is wanting, its leads those, rated by its leaks.
fn findings_are_what_is_wanting(report: &Report) {
    let mut ids = Vec::new();
    for channel in &report.channels {
        for step in Step::ALL {
            let leaked_here = |lead: &LeadReport| lead.class == Class::Leaked && lead.stopped_at == Some(step);
            let wanting = |lead: &&LeadReport| {
                let verdict = lead.steps[step].verdict;
                let named = matches!(verdict, Verdict::Late | Verdict::Weak | Verdict::Unproven | Verdict::Fail);
                !lead.test && (named || leaked_here(lead))
            };
            let leads: Vec<&LeadReport> = channel.leads.iter().filter(wanting).collect();
            let id = format!("{}/{}", channel.id, step.id());
            let finding = report.findings.iter().find(|finding| finding.id == id);
            assert_eq!(finding.is_some(), !leads.is_empty());
            let Some(finding) = finding else { continue };
            ids.push(id);
            assert!(finding.leads.iter().eq(leads.iter().map(|lead| &lead.id)));
            let leaks = leads.iter().filter(|lead| leaked_here(lead)).count();
            let doubtful = |lead: &&&LeadReport| matches!(lead.steps[step].verdict, Verdict::Fail | Verdict::Unproven);
            let rating = match leaks {
                0 if leads.iter().any(|lead| doubtful(&lead)) => Rating::Medium,
                0 => Rating::Low,
                leaks if leaks * 2 >= channel.counted => Rating::Critical,
                _ => Rating::High,
            };
            assert_eq!((finding.rating, finding.leaks), (rating, leaks));
        }
    }
    assert!(report.findings.iter().map(|finding| &finding.id).eq(&ids), "by channel, then step (§9)");
}

/// §6, §9: patterns and mistakes are all there, name leads that are no test leads, and in order.
fn lists_are_in_order(report: &Report) {
    let tests: BTreeSet<_> =
        report.channels.iter().flat_map(|channel| &channel.leads).filter(|lead| lead.test).map(|lead| &lead.id).collect();
    let lists = report.patterns.iter().map(|pattern| &pattern.leads);
    for list in lists.chain(report.mistakes.iter().map(|mistake| &mistake.leads)) {
        assert!(list.is_sorted_by(|a, b| a < b) && list.iter().all(|id| !tests.contains(id)), "{list:?}");
    }
    assert_eq!((report.patterns.len(), report.mistakes.len()), (5, 5));
    assert!(report.channels.is_sorted_by(|a, b| a.id < b.id));
    assert!(report.channels.iter().all(|channel| channel.leads.is_sorted_by(|a, b| a.id < b.id)));
    let contacted = &report.patterns.iter().find(|pattern| pattern.id == "contacted-not-confirmed").expect("a pattern").leads;
    let leads = report.channels.iter().flat_map(|channel| &channel.leads).filter(|lead| !lead.test);
    let not_confirmed = leads.filter(|lead| {
        let moved = matches!(lead.steps[Step::Continue].verdict, Verdict::Pass | Verdict::Late | Verdict::Weak);
        moved && lead.steps[Step::Confirm].verdict == Verdict::Fail
    });
    assert_eq!(contacted.iter().collect::<BTreeSet<_>>(), not_confirmed.map(|lead| &lead.id).collect());
}

/// Everything that holds of a single report.
fn all_of_it(report: &Report) {
    verdicts_follow_the_rules(report);
    leads_follow_their_verdicts(report);
    funnels_fall(report);
    classes_sum(report);
    checks_hold_as_their_shares_say(report);
    levels_lie_within_their_limits(report);
    ranges_contain_what_was_seen(report);
    fix_first_has_every_leak(report);
    findings_are_what_is_wanting(report);
    lists_are_in_order(report);
}

/// The levels of the channels and of the whole, with how many leads each counts.
fn levels(report: &Report) -> (Vec<usize>, Vec<Option<u8>>) {
    let counts = report.channels.iter().map(|channel| channel.counted).collect();
    (counts, report.channels.iter().map(|channel| channel.level).chain([report.overall.level]).collect())
}

/// What the made-up facts are worth: every verdict, class, level, limit and rule comes of them.
#[test]
fn the_facts_are_of_every_kind() {
    // the same ones always: others may lack what is rare
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { rng_seed: RngSeed::Fixed(17), ..cases(1) });
    let mut seen = BTreeSet::new();
    for _ in 0..120 {
        let report = report(&facts().new_tree(&mut runner).unwrap().current());
        seen.insert(format!("overall {:?}", report.overall.level));
        seen.insert(format!("without overrides {:?}", report.overall.level_without_overrides.cmp(&report.overall.level)));
        seen.extend(report.overall.limits.iter().map(|limit| format!("{} {}", limit.id.id(), limit.fired)));
        seen.extend(report.patterns.iter().map(|pattern| format!("{} {}", pattern.id, pattern.leads.is_empty())));
        seen.extend(report.mistakes.iter().map(|mistake| format!("{} {}", mistake.id, mistake.seen)));
        seen.extend(report.findings.iter().map(|finding| format!("rated {}", finding.rating.id())));
        for channel in &report.channels {
            seen.insert(format!("channel {:?}", channel.level));
            seen.extend(channel.limits.iter().map(|limit| format!("{} {}", limit.id.id(), limit.fired)));
            seen.extend(channel.checks.iter().map(|check| format!("check {}", check.state.id())));
            for lead in &channel.leads {
                seen.insert(format!("class {}", lead.class.id()));
                seen.extend(lead.steps.iter().map(|(_, told)| format!("verdict {}", told.verdict.id())));
                seen.extend(lead.steps.iter().flat_map(|(_, told)| told.rules.iter().map(|rule| (*rule).to_owned())));
            }
        }
    }
    let some = |word: &str, ids: &[&str]| ids.iter().map(|id| format!("{word} {id}")).collect::<Vec<_>>();
    let wanted = [
        some("verdict", &["pass", "late", "weak", "unproven", "fail", "pending", "n/a"]),
        some("class", &["clean", "slipped", "leaked", "unproven", "open"]),
        some("channel", &["None", "Some(1)", "Some(2)", "Some(3)", "Some(4)", "Some(5)"]),
        some("overall", &["None", "Some(1)", "Some(2)", "Some(3)", "Some(4)"]),
        some("without overrides", &["Less", "Equal", "Greater"]),
        some("rated", &["critical", "high", "medium", "low"]),
        some("check", &["holds", "partly", "fails", "not_shown"]),
        ["ownership", "trust", "weak-link", "leaks", "sample", "worst", "routes"]
            .iter()
            .flat_map(|id| some(id, &["true", "false"]))
            .collect(),
        handoff_audit::report::PATTERNS.iter().flat_map(|pattern| some(pattern.id, &["true", "false"])).collect(),
        handoff_audit::report::MISTAKES.iter().flat_map(|mistake| some(mistake.id, &["true", "false"])).collect(),
        handoff_audit::rules::CATALOGUE.iter().map(|rule| rule.id.to_owned()).collect(),
    ];
    let missing: Vec<_> = wanted.concat().into_iter().filter(|wanted| !seen.contains(wanted)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_report_keeps_what_the_framework_says(facts in facts()) {
        all_of_it(&report(&facts));
    }

    #[test]
    fn a_pass_that_becomes_worse_raises_no_level(facts in facts(), to in proptest::sample::select(vec!["late", "weak", "unproven", "fail"]), pick in any::<proptest::sample::Index>()) {
        let before = report(&facts);
        let mut passes = Vec::new();
        for (at, channel) in facts.channels.iter().enumerate() {
            for (number, lead) in channel.leads.iter().enumerate() {
                let id = format!("L{at}-{}", lead.number);
                let told = before.channels[at].leads.iter().find(|lead| lead.id == id).expect("the lead");
                let passed = told.steps.iter().filter(|(_, told)| told.verdict == Verdict::Pass);
                // one override a step: those that are in force take part as they are
                let free = passed.map(|(step, _)| usize::from(step.number()) - 1).filter(|step| lead.overrides.iter().all(|change| change.step != *step));
                passes.extend(free.map(|step| (at, number, step)));
            }
        }
        prop_assume!(!passes.is_empty());
        let (at, number, step) = passes[pick.index(passes.len())];
        let mut worse = facts.clone();
        worse.channels[at].leads[number].overrides.push(Override { step, to, expired: false });
        let after = report(&worse);
        let ((counted, levels), (counted_after, levels_after)) = (levels(&before), levels(&after));
        if counted == counted_after {
            prop_assert!(levels.iter().zip(&levels_after).all(|(before, after)| after <= before), "{levels:?} became {levels_after:?}");
        }
    }

    #[test]
    fn the_order_of_files_leads_and_keys_changes_nothing(facts in facts(), seed in any::<u64>()) {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut files = facts.files();
        let expected = json(&report(&facts));
        random.shuffle(&mut files);
        let shuffled = report_of(files.iter().map(|(name, tree)| (name.clone(), Style::Block.write(&shuffled(tree, &mut random)))));
        prop_assert_eq!(json(&shuffled), expected);
    }

    #[test]
    fn a_week_later_all_is_the_same_but_the_dates(facts in facts(), weeks in -60..60_i64) {
        let moved = Facts { moved: weeks * 7, ..facts.clone() };
        let (mut before, mut after) = (json(&report(&facts)), json(&report(&moved)));
        for (name, path) in [("from", "/audit/period/from"), ("to", "/audit/period/to"), ("watched", "/audit/observed_through")] {
            let day = |report: &Value| report.pointer(path).unwrap().as_str().unwrap().parse::<jiff::civil::Date>().unwrap();
            prop_assert_eq!(day(&before).until(day(&after)).unwrap().get_days(), i32::try_from(weeks * 7).unwrap(), "{}", name);
            for report in [&mut before, &mut after] {
                *report.pointer_mut(path).unwrap() = Value::Null;
            }
        }
        prop_assert_eq!(before, after);
    }

    #[test]
    fn every_style_of_yaml_reads_the_same(facts in facts()) {
        let expected = json(&report(&facts));
        for style in Style::ALL {
            let read = report_of(facts.files().into_iter().map(|(name, tree)| (name, style.write(&tree))));
            prop_assert_eq!(json(&read), expected.clone(), "{:?}", style);
        }
    }

    #[test]
    fn test_leads_count_in_nothing(facts in facts()) {
        let mut without = facts.clone();
        for channel in &mut without.channels {
            channel.leads.retain(|lead| !lead.test);
        }
        let (mut before, mut after) = (report(&facts), report(&without));
        for report in [&mut before, &mut after] {
            report.channels.iter_mut().for_each(|channel| channel.leads.retain(|lead| !lead.test));
        }
        prop_assert_eq!(json(&before), json(&after));
    }

    #[test]
    fn the_level_without_overrides_is_that_of_the_facts_alone(facts in facts()) {
        let mut plain = facts.clone();
        plain.channels.iter_mut().flat_map(|channel| &mut channel.leads).for_each(|lead| lead.overrides.clear());
        let (with, without) = (report(&facts), report(&plain));
        prop_assert_eq!(with.overall.level_without_overrides, without.overall.level);
        // verdicts that were overridden are told as the facts have them
        for (with, without) in with.channels.iter().flat_map(|channel| &channel.leads).zip(without.channels.iter().flat_map(|channel| &channel.leads)) {
            for (step, told) in with.steps.iter() {
                prop_assert_eq!(told.derived.unwrap_or(told.verdict), without.steps[step].verdict);
            }
        }
    }

    #[test]
    fn a_step_that_did_not_happen_is_worse_than_one_that_did(facts in facts(), pick in any::<proptest::sample::Index>(), step in 0..2_usize) {
        // capture and claim: no other step's clock starts at them
        let before = report(&facts);
        let mut worse = facts.clone();
        let at = pick.index(worse.channels.len());
        for lead in &mut worse.channels[at].leads {
            lead.steps[step] = Said::Never;
        }
        // where all else does not apply, the step was what was traced, and it still is
        let after = report(&worse);
        let ((counted, levels), (counted_after, levels_after)) = (levels(&before), levels(&after));
        let applied = |report: &Report| report.channels[at].checks.iter().map(|check| check.of).collect::<Vec<_>>();
        if counted == counted_after && applied(&before) == applied(&after) {
            let trust = |report: &Report| report.channels[at].limits.iter().any(|limit| limit.id == LimitId::Trust && limit.fired);
            // what was unproven and is now known to have failed may lift the limit of trust
            if !trust(&before) || trust(&after) {
                prop_assert!(levels.iter().zip(&levels_after).all(|(before, after)| after <= before), "{levels:?} became {levels_after:?}");
            }
        }
    }
}
