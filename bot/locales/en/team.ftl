### The team's own day.

## Away and on call

team-wrong-day = I do not understand until when. Write a day, such as 2027-03-05 or 5/3/2027, or a length, such as 3d or 2 weeks. Nothing has changed.
team-wrong-until = That day lies behind us, or more than half a year ahead. Nothing has changed.
team-wrong-deputy = Whoever stands in has to be somebody else on this team. Nothing has changed.
team-deputy-away = Whoever should stand in is away too. Choose somebody else. Nothing has changed.
team-away =
    { $deputy ->
        [yes] Have a good time. Until { $instant } nobody calls you, and { $other } stands in.
       *[no] Have a good time. Until { $instant } nobody calls you.
    }
team-away-claims =
    { $deputy ->
        [yes] What you had taken goes to { $other } where nothing speaks against it; the rest goes back to the queue. /back ends it earlier.
       *[no] What you had taken goes back to the queue. /back ends it earlier.
    }
team-away-told =
    { $deputy ->
        [yes] { $person } is away until { $instant }. { $other } stands in.
       *[no] { $person } is away until { $instant }.
    }
team-back = Welcome back. /queue shows what waits, /handover what happened meanwhile.
team-back-already = As far as I know you are here. Nothing has changed.
team-back-told = { $person } is back.
team-back-over = You said you would be back today: I count you in again. /queue shows what waits, /handover what happened meanwhile. Still away? Write /away once more.
team-on-call-title = Who is called when it cannot wait
team-on-call-when = Only for somebody in danger, and for a raid outside the team's hours. If nobody takes it up within ten minutes, the next one is called.
team-on-call-nobody = Nobody is named yet: at night nobody would be called.
team-on-call-one = { $number }. { $person }
team-on-call-away = { $number }. { $person }, away until { $instant }
team-on-call-saved = Noted. This is the order now:
team-on-call-already = That is the order already. Nothing has changed.
team-wrong-on-call = Everybody in this list has to be on this team. Nothing has changed.
team-button-on-call = Change the order

## When no bot was there

team-outage = No bot was at work from { $since } until { $until }: no clock ran meanwhile.

## What waits

team-queue-title = What waits for the team
team-queue-nothing = Nothing waits. Good time for a cup of tea.
team-queue =
    { $number ->
        [one] One case is open
       *[other] { $number } cases are open
    }{ $more ->
        [yes] {", and more further down"}
       *[no] {""}
    }. { $free ->
        [0]
            { $number ->
                [one] Somebody is on it.
               *[other] Somebody is on each.
            }
        [one]
            { $number ->
                [one] It is still free.
               *[other] One of them is still free.
            }
       *[other] { $free } of them are still free.
    }
team-queue-rest =
    { $number ->
        [one] One more is not shown here; /case list shows it.
       *[other] { $number } more are not shown here; /case list shows them.
    }
team-queue-danger =
    { $urgent ->
        [yes] {"Somebody may be in danger. "}
       *[no] {""}
    }
team-queue-age =
    { $days ->
        [0]
            { $hours ->
                [0] for less than an hour
                [one] for one hour
               *[other] for { $hours } hours
            }
        [one] for one day
       *[other] for { $days } days
    }
team-queue-state =
    { $state ->
        [open] free
        [triage] being looked into
        [waiting] waits for an answer
        [mediation] being talked over
        [settled] agreed on, still to be kept
        [escalated] passed on
        [voting] before a circle
        [deciding] about to be decided
        [decided] decided, another look possible
       *[appealed] waits for another look
    }
team-queue-many =
    { $reports ->
        [0] {""}
        [1] {""}
       *[other] {", "}{ $reports } people told of it
    }
team-queue-free = { team-queue-danger }{ team-queue-state }, open { team-queue-age }{ team-queue-many }
team-queue-free-until = { team-queue-danger }{ team-queue-state }, open { team-queue-age }{ team-queue-many }, until { $instant }
team-queue-taken = { team-queue-danger }{ $person } has it: { team-queue-state }, open { team-queue-age }{ team-queue-many }
team-queue-taken-until = { team-queue-danger }{ $person } has it: { team-queue-state }, open { team-queue-age }{ team-queue-many }, until { $instant }
team-load = { $person }
team-load-value =
    { $open ->
        [0] nothing open
        [one] one open
       *[other] { $open } open
    }, { $done ->
        [0] none finished in four weeks
        [one] one finished in four weeks
       *[other] { $done } finished in four weeks
    }
team-button-queue =
    { $action ->
        [claim] Take { $case }
        [show] Open { $case }
       *[again] What waits now
    }
team-claim = You took this up, and nothing has happened for two of the team's days, so I put it back where others see it. No harm done: people have lives. Take it again whenever you like.

## Handing over

team-handover-title = For whoever takes over
team-handover =
    { $number ->
        [0] Nothing is open.
        [one] One case is open.
       *[other] { $number } cases are open.
    } { $free ->
        [0] {""}
        [one]
            { $number ->
                [one] It is still free.
               *[other] One of them is still free.
            }
       *[other] { $free } of them are still free.
    } { $danger ->
        [0] {""}
        [one] In one of them somebody may be in danger.
       *[other] In { $danger } of them somebody may be in danger.
    }
team-handover-away = { $person } is away until { $instant }.
team-handover-called = When it cannot wait, { $person } is called first.
team-handover-head =
    { $what ->
        [soon] Due within three days ({ $number })
        [promised] Promised, and still to be kept ({ $number })
        [held] Under a legal hold ({ $number })
       *[lately] What happened in three days ({ $number })
    }
team-handover-soon = The earliest first.
team-handover-promised = People were told that this comes.
team-handover-lately = Opened, or moved on.
team-handover-held = Nothing about these people is erased while the hold lasts.
team-handover-due = { team-queue-state }, until { $instant }
team-handover-promise =
    { $held ->
        [yes] Something holds meanwhile, until { $instant }
       *[no] { team-queue-state }, until { $instant }
    }
team-handover-since = { team-queue-state }, since { $instant }

## Brakes

team-halted-title = I stopped { $policy }
team-halted =
    { $worst ->
        [0] Within an hour it fell upon { $number } people, and in the four weeks before upon nobody.
        [one] Within an hour it fell upon { $number } people; on its worst day of the four weeks before, it was one.
       *[other] Within an hour it fell upon { $number } people; on its worst day of the four weeks before, they were { $worst }.
    }
team-halted-backtest =
    Within an hour it fell upon { $number } people; on the worst day of the past that it was tried on before, { $before ->
        [one] it was one
       *[other] they were { $before }
    }.
team-halted-next = That looks like a mistake in the rule, so I stopped it before it reaches more people. Look at the cards above: what was wrong can be undone there. If it was right, let it go on: I will not stop it again for a day.
team-button-resume = Let it go on
team-button-watch = Only watch from now on

## Raids

team-raid-title = This looks like a raid
team-raid = Many people have been coming in at once since { $instant }. The card about them counts and names them; here is what you can do for all of them together. Nothing is done before you press.
team-raid-called = { $person }, can you look? The team is not there at this hour, and you are on call.
team-raid-taken = Somebody is on it.
team-raid-holding =
    { $number ->
        [one] One of those who came can only reach the team.
       *[other] { $number } of those who came can only reach the team.
    }
team-raid-invites = Nobody new can come in before { $instant }.
team-raid-slow = { $place } is slowed down.
team-raid-undone = It was no raid: everything is undone.
team-button-raid =
    { $what ->
        [hold] Hold those who came
        [hold-sure] Yes, hold them
        [invites] Let nobody new in
        [invites-sure] Yes, let nobody in
        [slow] Slow a channel down
        [undo] No raid: undo it all
        [undo-sure] Yes, undo it all
        [take] I'll take it
       *[case] The case
    }
team-raid-sure-hold =
    { $number ->
        [one] One person came between { $since } and { $until }. If you say yes, they can only reach the team, for three days at most.
       *[other] { $number } people came between { $since } and { $until }. If you say yes, they can only reach the team, for three days at most.
    } Programs and the team's own are left out. Nobody gets a letter: whoever asks reads the reasons. One press undoes it for all.
team-raid-sure-invites = Nobody new could come in before { $instant }. Whoever is here stays.
team-raid-sure-undo =
    { $number ->
        [0] Whatever I slowed down or closed opens again, and nothing of it is remembered.
        [one] One person is let go and gets our apology, whatever I slowed down or closed opens again, and nothing of it is remembered.
       *[other] { $number } people are let go and get our apology, once each; whatever I slowed down or closed opens again, and nothing of it is remembered.
    }
team-raid-done =
    { $what ->
        [hold] It is on its way. With many people it takes some minutes: platforms let me do only so much at a time.
        [invites] Nobody new comes in for now.
        [slow] The channel is slowed down for an hour.
        [undo] Everything is being undone.
       *[take] Noted: you are on it, and nobody else is called.
    }
team-raid-nobody = Nobody who came then is left to hold. Nothing has changed.
team-raid-wrong-channel = Choose one of the channels here, and how often each person can write. Nothing has changed.
team-raid-over = That is over: nothing of it is left to decide. Nothing has changed.
team-raid-undone-already = It is undone already. Nothing has changed.
team-raid-morning-title = Good morning. There was a raid
team-raid-morning =
    { $came ->
        [0] It began on { $since }, and the last ones came on { $until }. None of those who came is still here.
        [one] It began on { $since }, and the last ones came on { $until }. One of those who came is still here.
       *[other] It began on { $since }, and the last ones came on { $until }. { $came } of those who came are still here.
    }
team-raid-held = What was done
team-raid-held-value =
    { $number ->
        [0] Nobody was held.
        [one] One person was held.
       *[other] { $number } people were held.
    }
team-raid-holds = What still holds
team-raid-holds-value =
    { $number ->
        [0] Nobody is held.
        [one] One person can only reach the team.
       *[other] { $number } people can only reach the team.
    } { $slow ->
        [0] {""}
        [one] One channel is slowed down.
       *[other] { $slow } channels are slowed down.
    } { $invites ->
        [yes] Nobody new can come in before { $instant }.
       *[no] New people can come in.
    }
team-raid-why = Very many people came in at once, and the team was asked to look.

team-raid-apology = { $person }, we are sorry. Many people came in at once, and we took it for a raid, you among them. It was our mistake: you can write everywhere again, and nothing of it is remembered. Welcome.

## What holds somebody back, for themselves

team-reasons = This is what holds for you now:
team-reasons-none = Nothing holds you back here.
team-reasons-until =
    { $measure ->
        [timeout] You can read along, and write again from { $instant }.
        [quarantine] You can only reach the team, until { $instant } at most.
        [role] You hold a role that limits you, until { $instant }.
        [remove_from_channel] You left a channel, until { $instant }.
       *[ban] You stay away until { $instant }.
    }
team-reasons-open =
    { $measure ->
        [timeout] You can read along, and not write.
        [quarantine] You can only reach the team, until somebody has looked.
        [role] You hold a role that limits you.
        [remove_from_channel] You left a channel.
       *[ban] You stay away.
    }
team-reasons-human = Wrong, or more to it? /situation lets you ask for another look, and /managers opens a conversation with the team.

## For the record

team-why =
    { $what ->
        [away] Somebody of the team is away for a while.
        [back] Somebody of the team is back.
       *[on-call] Who is called when it cannot wait was changed.
    }
