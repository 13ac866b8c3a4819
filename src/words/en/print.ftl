# The whole audit in one document.

print-title = The whole audit
print-about = The whole audit of { $client } in one document
print-lede = { $period }, by { $auditor }
print-level = of 5: { $band }
print-level-provisional = of 5: { $band } (provisional)
print-draft = A draft: the audit is not finished.
print-review = In review.
print-final = Final.
print-contents = Contents
print-leads = Lead by lead
print-leads-about = What became of each lead, step by step
print-wants = wants: { $what }
print-said = said: “{ $what }”
print-overridden = Overridden, was { $was }: { $because }
print-more = { $leads ->
    [one] 1 lead more stands
   *[other] { $leads } leads more stand
} on the site.
