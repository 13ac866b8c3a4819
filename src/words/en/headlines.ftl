# Headlines: what was found, in one sentence.

step-capture-finding = The record lacks what the next person needs
step-claim-finding = Leads wait for an owner
step-continue-finding = The next action comes late, or does not reach the buyer
step-confirm-finding = The next step is not made clear to the buyer
step-close-finding = Nobody can show how leads ended

at-stake-note = In brackets: the range that the sample allows (95 %). Bookings at stake are an estimate, not a promise: as many as if the lost leads had gone on like the traced leads that got past the step.
effect-alone = { $effect }.
effect-and-stake = { $effect }; { $stake }.
