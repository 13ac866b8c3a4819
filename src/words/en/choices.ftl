# What may be chosen in the files, as pages name it.

evidence-kind-call-log = call log
evidence-kind-crm-history = CRM history
evidence-kind-calendar = calendar
evidence-kind-sms = text messages
evidence-kind-email = e-mail
evidence-kind-form-submission = form submission
evidence-kind-recording = recording
evidence-kind-screenshot = screenshot
evidence-kind-staff-statement = staff statement
evidence-kind-other = other evidence

cause-kind-tool = tool
cause-kind-people = people
cause-kind-process = process
cause-kind-coverage = coverage

action-status-planned = planned
action-status-in-progress = in progress
action-status-done = done
action-status-dropped = dropped
action-status-overdue = overdue

method-random = drawn at random
method-every-nth = every nth lead
method-all = all leads
method-judgement = chosen by judgement

owner-kind-person = a person
owner-kind-queue = a queue
owner-kind-system = a system
owner-kind-shared = a shared inbox

result-reached = reached
result-replied = replied
result-sent = sent, nothing came back
result-voicemail = voicemail
result-no-answer = no answer
result-bounced = bounced
result-auto-reply = automatic reply

fit-right = the right action
fit-wrong = the wrong action

told-by-call = call
told-by-sms = text message
told-by-email = e-mail
told-by-letter = letter
told-by-in-person = in person
told-by-calendar-invite = calendar invitation
told-by-none = not told

close-status-booked = booked
close-status-attended = attended
close-status-no-show = no-show
close-status-rescheduled = rescheduled
close-status-won = won
close-status-lost = lost
close-status-disqualified = disqualified
close-status-open = open

override-kind-evidence-elsewhere = evidence elsewhere
override-kind-not-applicable = not applicable
override-kind-limit-exception = exception to the limit
override-kind-buyer-caused = caused by the buyer
override-kind-rule-misfit = the rule does not fit
override-kind-judgement = judgement
