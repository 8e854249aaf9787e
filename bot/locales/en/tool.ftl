### What the tools for policies say to whoever writes them.

tool-column-policy = Rule
tool-column-title = Title
tool-column-mode = Mode
tool-column-actions = What follows
tool-column-matched = Matched
tool-column-rate = per 1,000
tool-column-people = People
tool-column-spared = Spared
tool-column-weeks = Weeks
tool-column-lang = Language
tool-column-label = Label
tool-column-rows = Rows
tool-column-share = Share
tool-column-precision = Precision
tool-column-recall = Recall
tool-column-number = Messages
tool-column-before = Before
tool-column-after = After
tool-action =
    { $action ->
        [remove] take it down
        [remind] tell the author why
        [reply] say why in the channel
        [alert] show it to the managers
        [timeout] pause in writing
        [react] mark it with an emoji
        [slowmode] slow the channel down
        [quarantine] leave only a channel with the team
        [pause_invites] pause invitations
       *[other] { $action }
    }

## list, show

tool-list-unused = not used
tool-list-next = One of them in full: { $program } policy show ID
tool-show-where = In { $place } · { $mode } · wording { $revision }
tool-show-when = It looks for
tool-show-unless = It spares
tool-show-then = What follows
tool-show-ladder = If it happens again
tool-show-counts = What counts as again
tool-show-bots = Other bots
tool-show-cases =
    { $cases ->
        [0] No case expects it yet.
        [one] One case expects it.
       *[other] { $cases } cases expect it.
    }

## test

tool-test-nothing = nothing
tool-test-followed = { "    " }should have led to { $wanted }, and led to: { $followed }
tool-mutate-noticed = { "  " }✓ without { $part }, these cases fail: { $cases }
tool-mutate-unnoticed = { "  " }✗ without { $part }, every case still holds
tool-mutate-add = Cases do not notice that a rule is missing: add one that it must match.

## explain

tool-explain-nothing = There is no message. Write it behind the command, or send it in: echo "…" | { $program } policy explain
tool-explain-together = What would follow: { $actions }
tool-explain-nothing-follows = Nothing would follow.
tool-explain-off = Switched off: { $policies }
tool-explain-withheld = Not done, since the author is an owner here: { $actions }
tool-explain-time = It has happened { $time } times, this time included.
tool-outcome =
    { $outcome ->
        [acts] matches: { $actions }
        [trial] matches, on trial: nothing is done; it would { $actions }
        [spared] matches, and spares the author
        [unknown] cannot tell
        [bot] does not look at bots
        [elsewhere] does not look at such events
       *[silent] does not match
    }
tool-spared =
    { $reason ->
        [level] spared: the team trusts the author
        [member_for] spared: the author has been here for a while
       *[other] spared: { $reason }
    }
tool-combined =
    { $name ->
        [any] at least one of these:
        [none] none of these:
       *[all] all of these:
    }
tool-found = · found: { $found }
tool-unknown =
    { $what ->
        [account-age] how old the account is
        [membership-age] how long the author has been here
        [member-for] how long the author has been here
        [channel-name] the name of the channel
        [earlier-messages] earlier messages
        [earlier-measures] earlier measures
        [earlier-arrivals] who else has just joined
        [language] the language
        [name] the name
        [roles] the author's roles
        [thread] whether it stands in a thread
       *[other] { $plain }
    }
tool-missing = · not known: { $missing }

## backtest

tool-backtest-which-past = Say what to try it on: an export, or --discord or --slack for the last weeks of your server; one of them.
tool-backtest-title = { $name }, past the rules of "{ $community }"
tool-backtest-seen =
    { $messages ->
        [one] one message
       *[other] { $messages } messages
    } from { $people ->
        [one] one person
       *[other] { $people } people
    }{ $bots ->
        [0] .
        [one] , and one bot.
       *[other] , and { $bots } bots.
    }
tool-backtest-acted =
    { $acted ->
        [0] Nothing would have been done.
        [one] Something would have been done about one message ({ $rate } per 1,000).
       *[other] Something would have been done about { $acted } messages ({ $rate } per 1,000).
    }
tool-backtest-others =
    { $trial ->
        [0] Rules on trial matched no other message
        [one] Rules on trial matched one more
       *[other] Rules on trial matched { $trial } more
    }{ $spared ->
        [0] .
        [one] ; one author was spared.
       *[other] ; { $spared } times the author was spared.
    }
tool-backtest-people =
    { $people ->
        [0] Nobody was hit.
        [one] One person was hit; { $share } of them help to run the place ({ $trusted }).
       *[other] { $people } people were hit; { $share } of them help to run the place ({ $trusted }).
    }
tool-backtest-quiet =
    { $number ->
        [one] One rule read everything and had nothing to say: { $policies }.
       *[other] { $number } rules read everything and had nothing to say: { $policies }.
    }
tool-backtest-dry = A dry run: nothing was kept, and nothing was sent to anyone.
tool-backtest-no-report = A labelled file has no report in HTML yet: leave out --html, or take --json.
tool-report-written = Written: { $path }. It quotes members by name: keep it to the team.

## a labelled file

tool-score-title =
    { $file }: { $rows ->
        [one] one labelled message
       *[other] { $rows } labelled messages
    }
tool-score-labels = Should be matched: { $labels }. All else should be left alone.
tool-score-all = all
tool-score-errors = Matched wrongly: { $wrong }. Missed: { $missed }. Listed here: { $listed }.
tool-score-wrong = line { $line }, { $lang }, { $label }: matched by { $policies }
tool-score-missed = line { $line }, { $lang }, { $label }: missed{ $policies }

## diff

tool-diff-title = { $first } and { $second } over { $name }
tool-diff-changed =
    { $changed ->
        [0] None of { $messages } messages would be judged otherwise.
        [one] One of { $messages } messages would be judged otherwise.
       *[other] { $changed } of { $messages } messages would be judged otherwise.
    }
tool-diff-nothing = nothing

## new

tool-new-pack = Which pack does it go into?
tool-new-id = A short name for the rule
tool-new-title-en = Its title in English
tool-new-title-fr = Its title in French
tool-new-why-en = Why does it exist? One or two sentences in English, for the member who reads them
tool-new-why-fr = The same in French
tool-new-kind = What shall it look for: words, links, rate (too many messages at once) or mentions
tool-new-words = Which words or phrases? Separate them with commas; cat* also finds cats
tool-new-with-link = Only where there is a link as well?
tool-new-links = Links to which domains? Separate them with commas; * for any link
tool-new-rate = More than how many messages, in what time? Such as 9/10s
tool-new-mentions = How many people must it mention at least?
tool-new-then = What follows: remind, reply, alert, remove, timeout=10m; several with commas
tool-new-again = And if it happens again? From the third time in 30 days a pause of an hour is 3/30d:timeout=1h; - for the same again
tool-new-spare-level = Whom does it spare: helper, moderator, senior, owner (and all above), or - for nobody
tool-new-spare-after = Does it spare people who have been here for a while? Such as 30d, or - for no
tool-new-match-first = A message that it must match
tool-new-match-second = Another one
tool-new-leave-first = A message that looks like it and must be left alone
tool-new-leave-second = Another one
tool-new-missing = this is needed: { $option }
tool-new-unreadable = "{ $answer }" cannot be read here: write it like the example.
tool-new-unsound = The examples and the rule disagree, so nothing was written. Change one or the other.
tool-new-written = Written: { $path }
tool-new-next =
    It is on trial: it notes what it would do, and does nothing. Next:
      1. What would it have done?      { $program } policy backtest EXPORT --policy { $policy } --policies { $where }
      2. Let your community have it:   add "{ $pack }" to packs in config.toml
      3. Switch it on when you are sure: { $line } in its pack.toml
