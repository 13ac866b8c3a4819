# The rules, and the problems that a file can have.

rules-title = Rules of the handoff audit
rules-about = Every rule that turns facts into a verdict, with its reason and what to do about it.
rules-headline = What turns a fact into a verdict
rules-lede = Auditors write what happened; these rules say what it amounts to. Each has one effect, and the worst effect that fired is the verdict on the step. A verdict can be overridden, in the open and with a reason.
rules-group = { $number }. { $step }
rules-errors = Problems in the files: errors
rules-errors-about = Nothing is built until they are mended.
rules-warnings = Problems in the files: warnings
rules-warnings-about = The site is built, and the auditor should look.
rules-todo = What is still to be filled in
rules-todo-about = A value that is TODO stands for a fact that is not known yet: no mistake, but nothing is built before it is written.
rules-name = Name
rules-fires = Fires when
rules-effect = Effect
rules-all = All rules
rules-other = Other rules

rule-of-step = Rule of step { $number }, { $step }
rule-problem = A problem in an auditor's file
rule-error-effect = nothing is built until it is mended
rule-warning-effect = the site is built all the same
rule-todo-effect = nothing is built before the fact is written
rule-fires-on = It fires on
rule-passes-on = It does not fire on
rule-examples = Both with the default limits of a web form, for a lead that arrived in opening hours.
