# The register of evidence, and the overrides.

evidence-headline = { $items ->
    [one] 1 item of evidence
   *[other] { $items } items of evidence
}, { $overridden ->
    [0] no verdict overridden
    [one] 1 verdict overridden
   *[other] { $overridden } verdicts overridden
}
evidence-effect-none = Every verdict stands as the rules derived it.
evidence-effect-same = The overall level is { $level } with overrides and without them.
evidence-effect = The overall level is { $with } with overrides; without them it would be { $without }.
evidence-overrides = Overrides
evidence-with = Level with overrides
evidence-without = Level without them
evidence-level = How the level comes about
evidence-to = to
evidence-expired = <strong>Expired:</strong> it no longer counts.
evidence-test = A test lead: it counts in nothing.
evidence-until = until { $day }
evidence-no-overrides = None. An auditor may override a verdict, with a reason, a name and a date; nobody did.
evidence-register = The register
evidence-relied = Relied on by { $steps ->
    [one] 1 step
   *[other] { $steps } steps
} of { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
}
evidence-relied-overrides = Relied on by: { $overrides ->
    [one] 1 override
   *[other] { $overrides } overrides
}
evidence-relied-none = Relied on by: nothing relies on it
evidence-named = Named by the override of { $leads }
evidence-lead-step = { $lead }, { $step }
evidence-empty = It is empty: nothing was named.
