# What a sample can and cannot say.

drawn = { $selected ->
    [one] 1 lead
   *[other] { $selected } leads
} selected, { $method }
drawn-of = { $selected } of { $size ->
    [one] 1 lead
   *[other] { $size } leads
} selected, { $method }
traced-count = { $count } traced
traced-open = { $count } still open and not counted
traced-excluded = { $count } left out with a reason
traced-tests = { $count ->
    [one] 1 test lead
   *[other] { $count } test leads
} by the auditor, not counted

says-nothing = No lead can be counted, so there is no score.
says = { $count ->
    [one] 1 lead
   *[other] { $count } leads
} counted: { $enough ->
    [problem] enough to see a problem, not to say how common it is.
    [problems] enough to find problems, not to carry a score.
    [score] enough to carry a score, not a claim of control.
   *[control] enough to support a claim of control.
} Where none of them failed, up to { $unseen } of all leads may still do so.
says-advice = About { $problems } leads a channel find problems, { $score } support a score, { $control } support a claim of control.
