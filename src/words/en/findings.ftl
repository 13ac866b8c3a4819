# The findings.

findings-filter = Filter findings
findings-glance = At a glance
findings-all = All findings
findings-rating = Rating
findings-finding = Finding
findings-channel = Channel
findings-step = Step
findings-action = Action
findings-is-accepted = accepted
findings-no-action = none yet
findings-reading = How to read the effects below.
findings-where = Where the gaps are
findings-criteria = Criteria
findings-within = Within { $limit }.
findings-condition = Condition
findings-held = Held for { $held } of { $of ->
    [one] 1 lead
   *[other] { $of } leads
}{ $range ->
    [none] {""}
   *[other] {" "}({ $range })
}{ $wanting ->
    [none] .
   *[other] : { $wanting }.
}
findings-late = { $count } late
findings-weak = { $count } weak
findings-unproven = { $count } unproven
findings-failed = { $count } failed
findings-leads = Leads: { $leads }
findings-cause = Cause
findings-cause-kind = Where it lies: { $kind }
findings-no-cause = Not yet established.
findings-effect = Effect
findings-no-effect = No lead was lost for it.
findings-lost = Lost here: { $leads }.
findings-unaccounted = Without an account: { $leads }.
findings-rated = Rated { $rating }: { $means }.
findings-means-critical = at least half of the channel's leads were lost here
findings-means-high = at least one lead was lost here
findings-means-critical-close = at least half of the channel's leads cannot be accounted for
findings-means-high-close = at least one lead cannot be accounted for
findings-means-medium = something failed or cannot be shown, and no lead was lost
findings-means-low = it happened, late or not quite well
findings-recommendation = Recommendation
findings-no-recommendation = None yet.
findings-response = Response
findings-action-by = { $owner }, due { $due }
findings-accepted = Accepted
findings-observations = Observed beside the traces
findings-whole-business = the whole business
findings-observed = Observed
findings-observed-leads = Leads
