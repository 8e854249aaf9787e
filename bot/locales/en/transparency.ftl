### How the community was looked after, in numbers that anybody may read.

transparency-title = How we were looked after: { $period }
transparency-intro =
    What I did by myself, what people brought before the team, and what became of it. Numbers under five read "<5", and a star stands for one that would give such a number away, so that nobody can be recognised.
transparency-running = The period is not over: this is how it stands now.
transparency-nothing = Nothing happened that needed anybody.
transparency-rules = Rule by rule:
transparency-rule =
    `{ $rule }`: { $automatic } by myself, { $undone } of them taken back; { $people } by people, { $appeals } looked at afresh, { $changed } of them changed.
transparency-unknown = n/a
transparency-percent = { $share } %
transparency-minutes = { $number } min
transparency-hours = { $number } h
transparency-days =
    { $number ->
        [one] one day
       *[other] { $number } days
    }

transparency-figure =
    { $figure ->
        [automatic] What I did by myself, by a rule
        [by_people] Measures that people decided
        [share_automatic] Share that I did by myself
        [undone] Of mine, taken back as a mistake
        [cases] Situations that people looked at
        [median] Time until half were decided (n = { $number })
        [ninety] Time until nine of ten were decided (n = { $number })
        [appeals] Decisions that somebody asked to look at afresh
        [changed] Of these, softened or taken back
        [share_changed] Share of these
        [missed] Deadlines that the team missed
        [recusals] Times that somebody stepped aside
       *[criticism] Critical messages that the team took down
    }
transparency-door =
    { $value ->
        [command] Brought by a command
        [menu] Brought by a message's menu
        [reaction] Brought by a team member's reaction
        [policy] Brought by a rule
        [hand] Done by hand on the platform
        [incident] Asked about something that I did
       *[import] From earlier books
    }
transparency-kind =
    { $value ->
        [report] Something reported
        [dispute] Two people at odds
        [measure] A measure by the team
        [review] A decision of mine, looked at again
        [talk] A word with the team
       *[raid] A crowd of newcomers
    }
transparency-outcome =
    { $value ->
        [no_further_action] Ended: no further action
        [settled] Ended: the people agreed
        [measure] Ended: a measure
        [overturned] Ended: taken back
        [withdrawn] Ended: withdrawn
        [merged] Joined to another
        [no_decision] Ended without a decision
       *[open] Not ended yet
    }
transparency-which = I know years, quarters and months: 2026, 2026-Q3 or 2026-07. You wrote:

## In a shell

transparency-community = { $community }: { $title }
transparency-column-what = What
transparency-column-number = Number
transparency-wrong-period = "{ $period }" is no period: write a year, a quarter or a month, like 2026, 2026-Q3 or 2026-07.
