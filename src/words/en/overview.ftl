# The overview of an audit.

overview-leak = The costliest leak is at { $leak }. { $step } asks: { $question }
overview-about = { $auditor } traced { $count ->
    [one] 1 lead
   *[other] { $count } leads
} that arrived from { $period }, and watched what became of them until { $day }.
overview-status = This report is { $status }.
overview-earlier = Previous audit:
overview-later = Next audit:
overview-other = { $level ->
    [none] { $period } (no score)
   *[some] { $period } (level { $level })
}

overview-level = Level of handoff integrity
overview-receipt = How the level comes about
overview-no-lead-counts = no lead counts, so it takes no part
overview-weight = counts with its { $volume } leads a month
overview-equal-weight = counts like the others, since not every volume is known
overview-average = Average of the levels
overview-band-none = No channel has a score
overview-without-overrides = Level from the facts alone
overview-provisional-only = the sample of the only channel with a score is too small, or was chosen by judgement
overview-provisional = { $count ->
    [one] 1 of { $all } channels has too small a sample, or one chosen by judgement
   *[other] { $count } of { $all } channels have too small a sample, or one chosen by judgement
}

overview-fixes = Mend first
overview-fix-place = { $channel }, { $step }
overview-action = <strong>Action:</strong> { $action }
overview-fix-action = { $what } · { $owner }, by { $due } ({ $status })
overview-fixes-order = The order is by bookings at stake; the mark rates how bad the place is for its own channel.
overview-plan = The whole plan
overview-summary = The auditor's summary
overview-series = Since the audit before

overview-scorecard = Scorecard: leads for which each check held
overview-scorecard-name = Scorecard
overview-channel = Channel
overview-column-level = Level
overview-row = { $kind }, { $leads }
overview-row-provisional = provisional
overview-range = Under each count stands the range that the sample allows for the share of all leads, <a href="{ $method }">at 95 %</a>.
overview-cell-lost = { $count } lost here
overview-cell-unaccounted = { $count } without account
overview-checks-all = All { $count } checks hold
overview-checks = Of { $count } checks, { $parts }
overview-checks-hold = { $count ->
    [one] 1 holds
   *[other] { $count } hold
}
overview-checks-partly = { $count ->
    [one] 1 holds partly
   *[other] { $count } hold partly
}
overview-checks-fail = { $count ->
    [one] 1 fails
   *[other] { $count } fail
}
overview-checks-unseen = { $count } could not be judged
overview-charts = Where leads are lost
overview-losses = Which leads, and where
overview-loss = { $step } in { $channel }

overview-gate = Gate: what was agreed to hold
overview-gate-name = Gate
overview-gate-about = The gate says whether this audit meets what was agreed beforehand. It is no second score: a business at level 1 can pass a gate that asks for little.
overview-gate-what = What
overview-gate-expected = Expected
overview-gate-found = Found
overview-gate-result = Result
overview-gate-weight = Kind
overview-gate-expected-short = expected
overview-gate-found-short = found
overview-gate-passed = { $all ->
    [one] Passed: the one threshold holds
   *[other] Passed: all { $all } thresholds hold
}
overview-gate-passed-warned = { $warns ->
    [one] Passed: what must hold holds; 1 further target is missed
   *[other] Passed: what must hold holds; { $warns } further targets are missed
}
overview-gate-missed = { $all ->
    [one] Not passed: { $fails } of 1 threshold missed
   *[other] Not passed: { $fails } of { $all } thresholds missed
}
overview-gate-missed-warned = { $warns ->
    [one] { $missed }, and 1 warning
   *[other] { $missed }, and { $warns } warnings
}
overview-gate-in-channel = { $what }, { $channel }
overview-gate-overall = Overall level
overview-gate-channel = Level
overview-gate-unproven = Unproven verdicts
overview-gate-leaked = Leads that leaked
overview-gate-overdue = Overdue actions
overview-gate-sample = Counted leads
overview-gate-drop = Levels lost since the audit before
overview-gate-at-least = at least { $number }
overview-gate-at-most = at most { $number }
overview-gate-fewer = fewer than { $number }
overview-gate-none = none
overview-gate-gained = { $number } gained
overview-gate-must = must hold
overview-gate-warns = target, warns only

overview-sample = What this sample can and cannot say
overview-drawn = { $drawn }. { $traced }.
overview-method = How the audit was done
overview-print = <a href="{ $href }">The whole audit in one document</a>, to print or to keep.
