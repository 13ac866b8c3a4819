# The framework's own terms: steps, verdicts, classes, bands.

step-capture = Capture
step-capture-question = Does the record hold what the next person needs to act?
step-capture-check = Capture check
step-capture-holds-when = enough context is recorded to act well
step-claim = Claim
step-claim-question = Did a real owner, a person or a staffed queue, take it quickly?
step-claim-check = Ownership check
step-claim-holds-when = every lead soon has a visible owner
step-continue = Continue
step-continue-question = Did the lead get the right next action without delay?
step-continue-check = Movement check
step-continue-holds-when = the right next step is taken, without ambiguity
step-confirm = Confirm
step-confirm-question = Was the appointment or next step made explicit to the buyer?
step-confirm-check = Booking check
step-confirm-holds-when = the appointment or next action is clearly confirmed
step-close = Close the Loop
step-close-question = Can the business verify where the lead ended up?
step-close-check = Closed-loop check
step-close-holds-when = the team can show the outcome

verdict-pass = pass
verdict-pass-meaning = it held
verdict-late = late
verdict-late-meaning = it happened, over its limit
verdict-weak = weak
verdict-weak-meaning = it happened, and lacks a quality
verdict-unproven = unproven
verdict-unproven-meaning = only said, never shown; or unknown
verdict-fail = fail
verdict-fail-meaning = it did not happen, or did not count
verdict-pending = pending
verdict-pending-meaning = not yet, and its window was still open when watching ended
verdict-n-a = n/a
verdict-n-a-meaning = does not apply

class-clean = clean
class-clean-meaning = every step held
class-slipped = slipped
class-slipped-meaning = it came through, not cleanly
class-leaked = leaked
class-leaked-meaning = it was lost, or nobody can account for it
class-unproven = unproven
class-unproven-meaning = nothing shows whether it came through
class-open = open
class-open-meaning = still under way when watching ended

band-fragile = fragile
band-fragile-meaning = runs on trust, fragile
band-leaky = leaky
band-leaky-meaning = some structure, leaks are likely
band-strong = strong
band-strong-meaning = strong handoff discipline
band-managed = managed
band-managed-meaning = managed and visible from first contact to booking

check-state-holds = holds
check-state-partly = holds partly
check-state-fails = fails
check-state-not-shown = not shown

rating-critical = critical
rating-high = high
rating-medium = medium
rating-low = low
rating-note = note

severity-error = error
severity-warning = warning
severity-todo = to do

status-draft = draft
status-review = in review
status-final = final

channel-kind-phone = phone
channel-kind-form = web form
channel-kind-estimate = estimate request
channel-kind-chat = chat
channel-kind-email = e-mail
channel-kind-social = social media
channel-kind-marketplace = marketplace
channel-kind-walk-in = walk-in
channel-kind-referral = referral
channel-kind-other = other
