# Was auf jeder Seite steht.

audit-title = Handoff-Audit, { $client }, { $period }
