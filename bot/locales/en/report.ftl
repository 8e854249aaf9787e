### The report of a backtest.

report-title = { $name }: what the rules would have done
report-eyebrow = Palabre · a look back
report-heading = { $name }: what the rules would have done
report-window = From { $since } to { $until } ({ $zone })
report-summary =
    { $messages ->
        [one] One message was read
       *[other] { $messages } messages were read
    }, from { $people ->
        [one] one person
       *[other] { $people } people
    }. { $acted ->
        [0] Nothing would have been done about any of them.
        [one] Something would have been done about one of them.
       *[other] Something would have been done about { $acted } of them.
    } { $hit ->
        [0] Nobody was hit.
        [one] One person wrote what was hit.
       *[other] { $hit } people wrote what was hit.
    }
report-acted = messages acted on
report-rate = { $rate } per 1,000 messages
report-trial = more on trial
report-trial-note = noted, with nothing done
report-people = people hit
report-people-note = of { $people } who wrote
report-trusted = of them help to run the place
report-trusted-note =
    { $trusted ->
        [0] nobody of the team
        [one] one person of the team
       *[other] { $trusted } people of the team
    }
report-pictures = When, and by which rule
report-weeks-title = Messages that were hit, week by week
report-week = week from { $start }: { $acted } acted on, { $trial } on trial, of { $messages } messages
report-bars-title = Matches of each rule
report-sparkline = { $policy }, week by week: { $weeks }
report-policies = Rule by rule
report-quiet =
    { $number ->
        [one] One rule read everything and had nothing to say:
       *[other] { $number } rules read everything and had nothing to say:
    }
report-effects = What would have been asked of the platform
report-samples = Read some of them
report-samples-note = The best test of a rule is to read what it hit. What is marked is what matched.
report-dry = A dry run on an export: nothing was kept, and nothing was sent to anyone.
report-private = This page quotes members by name. Keep it to the team, and delete it when you are done.
