### Measures upon people, with their reasons.

## The statement of reasons, to whom it falls upon, before anything is done

measure-opening =
    { $how ->
        [hand]
            { $by ->
                [program] Hi { $person }. Something was done here that concerns you. Here is what follows, and why.
               *[team] Hi { $person }. Somebody on the team did something here that concerns you. Here is what follows, and why.
            }
       *[bot]
            { $by ->
                [program] Hi { $person }. I am the program that helps here, and this is my doing. Here is what follows, and why.
               *[team] Hi { $person }. A word from the team. A person decided this; here is what follows, and why.
            }
    }
measure-opening-named = Hi { $person }. A word from { $manager }, of the team, who decided this. Here is what follows, and why.
measure-opening-named-hand = Hi { $person }. { $manager }, of the team, did something here that concerns you. Here is what follows, and why.
measure-opening-interim = Hi { $person }. Something is being looked into that concerns you. Nothing is decided; until then, this holds.
measure-what =
    { $measure ->
        [remind] This is a reminder. Nothing else follows.
        [warn] This is a warning. Nothing else follows.
        [remove] I am taking down your message.
        [timeout] You can read along, and write again once the team lets you.
        [quarantine] You can write only where you reach the team, until they have looked at it.
        [remove_from_channel] You leave a channel here. You stay in the community.
        [role] You are given a role here.
        [kick] You have to leave the community. You may come back.
       *[ban] You have to leave the community, without an end date.
    }
measure-what-until =
    { $measure ->
        [timeout] You can read along, and write again on { $until }.
        [quarantine] Until { $until } you can write only where you reach the team.
        [remove_from_channel] You leave a channel here, until { $until }. You stay in the community.
        [role] You are given a role here, until { $until }.
        [ban] You have to leave the community, and can come back on { $until }.
       *[other] It holds until { $until }.
    }
measure-what-place =
    { $measure ->
        [remove] I am taking down your message in { $place }.
       *[remove_from_channel] You leave { $place }. You stay in the community.
    }
measure-what-place-until =
    { $measure ->
        [remove] I am taking down your message in { $place }, until { $until }.
       *[remove_from_channel] You leave { $place }, and can come back there on { $until }. You stay in the community.
    }
measure-what-role = You are given the role { $role }, until the team takes it back.
measure-what-role-until = You are given the role { $role }, until { $until }.
measure-beyond =
    { $measure ->
        [remind] This is a reminder. Nothing else follows.
        [warn] This is a warning. Nothing else follows.
        [remove] The team asks you to take the message down yourself: on this platform I cannot do it.
        [timeout] The team asks you not to write for now. On this platform I cannot see to it; one of them can.
        [quarantine] The team asks you to write only to them for now. On this platform I cannot see to it; one of them can.
        [remove_from_channel] The team asks you to leave the channel. On this platform I cannot see to it; one of them can.
        [role] You are to be given a role. On this platform I cannot do it; one of the team can.
        [kick] You have to leave the community, and may come back. On this platform I cannot see to it; one of the team can.
       *[ban] You have to leave the community. On this platform I cannot see to it; one of the team can.
    }
measure-beyond-until =
    { $measure ->
        [timeout] The team asks you not to write until { $until }. On this platform I cannot see to it; one of them can.
        [quarantine] The team asks you to write only to them until { $until }. On this platform I cannot see to it; one of them can.
        [remove_from_channel] The team asks you to stay out of the channel until { $until }. On this platform I cannot see to it; one of them can.
        [role] You are to have a role until { $until }. On this platform I cannot see to it; one of the team can.
       *[ban] You have to leave the community until { $until }. On this platform I cannot see to it; one of the team can.
    }
measure-beyond-remove = The team asks you to take this message down yourself, since on this platform I cannot do it: { $passage }
measure-about = It is about this: { $passage }
measure-quote = You wrote:
measure-rules =
    { $number ->
        [one] The rule that it rests on:
       *[other] The rules that it rests on:
    }
measure-rule = { $policy }, in the wording { $wording }, which held then. You can read it with /policy show.
measure-rule-since = { $policy }, in the wording { $wording }, which came later and is the one that counts here. You can read it with /policy show.
measure-no-rule = It rests on no single rule that is written down here, but on the reasons below.
measure-found-by-program = A program noticed it. A person looked at it and decided.
measure-reasons =
    { $by ->
        [program] Why:
       *[person] Why, in their words:
    }
measure-no-reasons = No reasons were given. You can ask for them, and you can have it looked at afresh.
measure-on-file = We remember this until { $until }, no longer.
measure-next =
    { $measure ->
        [remind] If it happens again, a reminder would be next.
        [warn] If it happens again, a warning would be next.
        [remove] If it happens again, the message would be taken down.
        [timeout] If it happens again, you could not write for a while.
        [quarantine] If it happens again, you could write only to the team for a while.
        [kick] If it happens again, you might have to leave.
        [ban] If it happens again, you might have to leave for good.
       *[other] If it happens again, more would follow.
    }
measure-next-for =
    { $measure ->
        [timeout] If it happens again, you could not write for
        [quarantine] If it happens again, you could write only to the team for
        [ban] If it happens again, you might have to leave for
       *[other] If it happens again, more would follow for
    } { $unit ->
        [d]
            { $count ->
                [one] a day.
               *[other] { $count } days.
            }
        [h]
            { $count ->
                [one] an hour.
               *[other] { $count } hours.
            }
        [m]
            { $count ->
                [one] a minute.
               *[other] { $count } minutes.
            }
       *[s]
            { $count ->
                [one] a second.
               *[other] { $count } seconds.
            }
    }
measure-interim = It ends on { $until } at the latest, and earlier once something is decided. You will hear from us either way.
measure-final = It was looked at as often as it can be here. If something new comes up, tell the team.
measure-appeal = Is it wrong, or is something missing? Until { $until } you can have it looked at afresh, by somebody who had no part in it. Asking never makes it worse.
measure-door = If you cannot press the button any more, this page works from anywhere: { $door }
measure-human = I am a program and write this for people. Whatever you answer, a person reads it.
measure-button-appeal = Have it looked at afresh

## What becomes of it

measure-again = Welcome back, { $person }. Something that was decided before you left still holds:
measure-shared = You linked this account with another one of yours, { $person }. What holds there holds here too:
measure-ended =
    { $measure ->
        [timeout] It is over, { $person }: you can write again.
        [quarantine] It is over, { $person }: you can write everywhere again.
        [remove_from_channel] It is over, { $person }: you can go back to the channel.
        [role] It is over, { $person }: the role is gone.
        [ban] It is over, { $person }: you can come back.
       *[other] It is over, { $person }.
    }
measure-ended-welcome = Nothing more is expected of you. Good to have you with us.
measure-lifted =
    { $measure ->
        [timeout] The team has ended it early, { $person }: you can write again.
        [quarantine] The team has ended it early, { $person }: you can write everywhere again.
        [remove_from_channel] The team has ended it early, { $person }: you can go back to the channel.
        [role] The team has ended it early, { $person }: the role is gone.
        [ban] The team has ended it early, { $person }: you can come back.
       *[other] The team has ended it early, { $person }.
    }
measure-lifted-why = Why, in their words:
measure-failed =
    { $measure ->
        [remove] What I wrote to you did not come about, { $person }: your message is still there, and nothing of this counts.
        [timeout] What I wrote to you did not come about, { $person }: you can write as before, and nothing of this counts.
        [kick] What I wrote to you did not come about, { $person }: you do not have to leave, and nothing of this counts.
        [ban] What I wrote to you did not come about, { $person }: you do not have to leave, and nothing of this counts.
       *[other] What I wrote to you did not come about, { $person }. Nothing of it holds, and nothing of it counts.
    }
measure-why =
    { $by ->
        [program]
            { $measure ->
                [remind] A reminder.
                [warn] A warning.
                [remove] A message is taken down.
                [timeout] Somebody can read but not write for a while.
                [quarantine] Somebody can write only to the team.
                [remove_from_channel] Somebody leaves a channel.
                [role] Somebody is given a role.
                [kick] Somebody has to leave, and may come back.
               *[ban] Somebody has to leave.
            }
       *[person]
            { $measure ->
                [remind] A reminder, decided by a person.
                [warn] A warning, decided by a person.
                [remove] A person decided that a message is taken down.
                [timeout] A person decided that somebody can read but not write for a while.
                [quarantine] A person decided that somebody can write only to the team.
                [remove_from_channel] A person decided that somebody leaves a channel.
                [role] A person decided that somebody is given a role.
                [kick] A person decided that somebody has to leave, and may come back.
               *[ban] A person decided that somebody has to leave.
            }
    }
measure-why-explained = What was done by hand is told with its reasons.
measure-why-ended =
    { $how ->
        [ended]
            { $measure ->
                [ban] They can come back: the time is over.
               *[other] The time is over.
            }
        [renewed] It goes on, as it was decided.
        [overturned] It was a mistake: it is lifted, and nothing of it counts.
       *[lifted] It was ended early.
    }
measure-why-returned = What was decided before still holds at their return.
measure-why-refused =
    { $how ->
        [untold] The statement could not be delivered as a direct message.
        [away] They left before it could be done.
       *[failed] The platform would not do it: nothing of it holds.
    }

## To whoever took it

measure-step =
    { $measure ->
        [remind] A reminder for { $person }.
        [warn] A warning for { $person }.
        [remove] A message by { $person } is taken down.
        [timeout] { $person } can read but not write.
        [quarantine] { $person } can write only where they reach you.
        [remove_from_channel] { $person } leaves a channel.
        [role] { $person } is given a role.
        [kick] { $person } has to leave, and may come back.
       *[ban] { $person } has to leave, without an end date.
    }
measure-step-until =
    { $measure ->
        [timeout] { $person } can read but not write, until { $until }.
        [quarantine] { $person } can write only where they reach you, until { $until }.
        [remove_from_channel] { $person } leaves a channel, until { $until }.
        [role] { $person } has a role, until { $until }.
       *[ban] { $person } has to leave, until { $until }.
    }
measure-step-for =
    { $measure ->
        [timeout] { $person } could read but not write for
        [quarantine] { $person } could write only where they reach you for
        [remove_from_channel] { $person } would be out of a channel for
        [role] { $person } would have a role for
       *[ban] { $person } would have to leave for
    } { $unit ->
        [d]
            { $count ->
                [one] a day.
               *[other] { $count } days.
            }
        [h]
            { $count ->
                [one] an hour.
               *[other] { $count } hours.
            }
        [m]
            { $count ->
                [one] a minute.
               *[other] { $count } minutes.
            }
       *[s]
            { $count ->
                [one] a second.
               *[other] { $count } seconds.
            }
    }
measure-done-beyond =
    { $measure ->
        [remove] On this platform I cannot take the message of { $person } down. I ask them to do it themselves.
       *[other] On this platform I cannot do this to { $person } myself. They are told what was decided, and one of you has to see to it by hand.
    }
measure-told-first = They are told first: what, for how long, why, and how to answer back.
measure-untellable = On this platform I cannot write to them. Please tell them yourself; what I would have written stands in their file.
measure-case = It is case { $case }.
measure-nobody = I could not tell upon whom. Please name the person, or choose the message in its own menu.
measure-no-reason = Please say why, in words that they can read. Nothing has been done.
measure-no-such-rule = There is no rule called “{ $policy }” in force. /policy list names them all. Nothing has been done.
measure-no-length = I do not understand “{ $said }” as a length of time of at most a year. Write it like 2 h, 3 days or a week. Nothing has been done.
measure-not-level =
    { $level ->
        [helper] That takes the level “helper” here. Nothing has been done.
        [moderator] That takes the level “moderator” here. Nothing has been done.
        [senior] That takes the level “senior” here. Nothing has been done.
       *[other] That takes more than your level here. Nothing has been done.
    }
measure-not-oneself = That would be about yourself: somebody else on the team has to look at it. Nothing has been done.
measure-not-bot = That is a program. What programs may do is set on the platform itself. Nothing has been done.
measure-not-above = They are trusted with as much as you are, or more. Please take it to somebody above both of you. Nothing has been done.
measure-not-conflict = The two of you were at odds lately, so somebody else on the team should decide this. Nothing has been done.

## Being sure, and two people

measure-sure = Are you sure? It is about { $person }. If you do not answer by { $until }, nothing happens.
measure-sure-reason = The reason, as they will read it:
measure-heavy =
    { $measure ->
        [kick] They lose the conversation that they are in. They may come back.
       *[ban]
            { $end ->
                [yes] They lose everything here until then.
               *[no] They lose everything here, and it has no end date.
            }
    }
measure-unusual-team = They are one of the team.
measure-unusual-again = They got the same within the last hour.
measure-unusual-long = That is long: it holds more than a day, or until somebody ends it.
measure-button-confirm = Yes, do it
measure-button-cancel = No, leave it
measure-button-second = I agree
measure-gone = That does not wait any more: it was done, given up, or the time is over.
measure-cancelled = Nothing has been done, and nothing will be.
measure-not-yours = Only whoever wanted it can say so.
measure-expired = Nobody else agreed in time to what you wanted for { $person }, so nothing has been done.
measure-two-for-bans = Here a ban takes two people.
measure-two-for-pace = These were many heavy measures within an hour, far more than usual. Until it is slower again, another senior has to agree to each.
measure-second-title = A second person is needed
measure-second-until = If nobody agrees by { $until }, nothing happens.
measure-second-asked = I asked the others. If nobody agrees by { $until }, nothing happens.
measure-second-nobody = Here a ban takes two people, and I know of no other senior who is there. A timeout or a quarantine takes one.
measure-second-oneself = Somebody else has to agree: a senior who did not ask for it.
measure-pace-title = Somebody acts far above their usual pace
measure-pace-alarm = { $manager } has taken many heavy measures within an hour, far more than usual. Perhaps there is a reason. Perhaps it is not them: please ask, in a way that only they can answer.

## To the team

measure-team-beyond-title = Somebody has to do this by hand
measure-team-beyond = It was decided, and they were told; on this platform I cannot do it. One of you can.
measure-team-failed-title = The platform would not do it
measure-team-failed = So it does not hold, and nothing of it counts. I have told them so. If it still matters, one of you can do it by hand or decide it again.
measure-team-away-title = They left first
measure-team-away = It could not be done, because they are not here. It holds all the same: should they come back while it runs, I do it then.
measure-nameless-title = The time of a ban is over
measure-nameless = Whoever it was asked to be forgotten, so I no longer know them and cannot let them in. Should they ask, or should you know, one of you can do it on the platform.
measure-untold-title = They take no direct messages
measure-untold-elsewhere = So I told them in a private conversation what was decided, why, and how to answer back.
measure-untold-kept = So what was decided, why, and how to answer back waits for them: they read it with /situation.
measure-untold-please = If you can reach them in another way, please tell them.
measure-returned-title = Somebody came back
measure-returned = { $person } is here (again). This still holds, so I have done it again:
measure-returned-beyond = { $person } is here (again). This still holds; on this platform I cannot do it, and one of you can:
measure-linked-title = Another account of somebody
measure-linked = { $person } has been linked with an account that something holds. It holds both, so I have done it here too:
measure-linked-beyond = { $person } has been linked with an account that something holds. It holds both; on this platform I cannot do it, and one of you can:
measure-explain = You did something to { $person } on the platform itself. They are owed the reasons: please write them down within a day, in words for them to read. Otherwise I tell them that none were given, and how to answer back.
measure-button-explain = Say why
measure-explained = Thank you. I am telling them, with your reasons and the way to answer back.
measure-explained-already = The reasons were told already.
measure-unknown = I cannot find that any more.
measure-button-lift = End it
measure-lifted-done =
    { $left ->
        [0]
            { $number ->
                [one] Ended. They hear of it.
               *[other] { $number } measures are ended. They hear of it.
            }
       *[other]
            { $number ->
                [one] One measure is ended, and they hear of it. The rest takes a higher level than yours.
               *[other] { $number } measures are ended, and they hear of it. The rest takes a higher level than yours.
            }
    }
measure-lifted-others =
    { $number ->
        [one] One other stays as it is:
       *[other] { $number } others stay as they are:
    }
measure-lifted-told =
    { $known ->
        [no] Somebody ended early on the platform itself what you decided:
       *[yes] { $manager } ended early what you decided:
    }
measure-nothing-holds = Nothing that I know of holds them back. What was done on the platform before I came, one of you can end there.
measure-reference = { $reference }
measure-field-whom = Who it is about
measure-field-by = Who decided it
measure-field-where = Where
measure-field-case = Number
measure-field-why = Why

## The steps

measure-offered = If a measure is needed, the usual next step is this; you may decide otherwise:
measure-step-usual =
    { $time ->
        [1] Nothing is on file so far. What is decided stays there for { $days } days.
        [2] One decision is on file already, within { $days } days: this is the second time.
        [3] Two decisions are on file already, within { $days } days: this is the third time.
       *[other] This is time number { $time } within { $days } days.
    }
measure-step-policy =
    { $time ->
        [1] By the steps of { $policy }: nothing about it is on file within { $days } days.
        [2] By the steps of { $policy }: this is the second time within { $days } days.
        [3] By the steps of { $policy }: this is the third time within { $days } days.
       *[other] By the steps of { $policy }: this is time number { $time } within { $days } days.
    }
measure-ladder = These are the steps that I offer whoever decides. What was decided counts for { $days } days from the day on which it was decided. They may always decide otherwise.
measure-ladder-step =
    { $measure ->
        [remind] { $time }. A reminder
        [warn] { $time }. A warning
        [timeout] { $time }. A timeout
        [quarantine] { $time }. Quarantine
        [kick] { $time }. They have to leave, and may come back
       *[ban] { $time }. A ban, to be thought over
    }
measure-ladder-step-for =
    { $measure ->
        [timeout] { $time }. A timeout:
        [quarantine] { $time }. Quarantine:
       *[ban] { $time }. A ban:
    } { $unit ->
        [d]
            { $count ->
                [one] a day
               *[other] { $count } days
            }
        [h]
            { $count ->
                [one] an hour
               *[other] { $count } hours
            }
        [m]
            { $count ->
                [one] a minute
               *[other] { $count } minutes
            }
       *[s]
            { $count ->
                [one] a second
               *[other] { $count } seconds
            }
    }
measure-ladder-policies = Where a matter is about a rule that has steps of its own, those are offered instead: /policy show names them.
measure-ladder-of = For { $person } this would be next:
measure-ladder-unread = I could not read that. Write one step a line, at most eight, such as “warn”, “timeout 1 h” or “ban 30 days”; a timeout needs a length. Nothing has changed.
measure-ladder-changed = Noted. From now on I offer these steps.
measure-button-ladder = Change the steps

## A rule that has changed since

measure-changed =
    { $governs ->
        [today] The rule has changed since: then { measure-changed-then }, today { measure-changed-today }. The milder one counts: today's.
        [then] The rule has changed since: then { measure-changed-then }, today { measure-changed-today }. The milder one counts: as it was then.
       *[neither] The rule has changed since: then { measure-changed-then }, today { measure-changed-today }. Neither is milder, so the rule counts as it was then.
    }
measure-changed-then =
    { $then ->
        [remind] a reminder
        [warn] a warning
        [remove] the message taken down
        [timeout] a timeout
        [quarantine] quarantine
        [remove_from_channel] leaving the channel
        [role] a role
        [kick] having to leave
       *[ban] a ban
    }{ $then_unit ->
        [d]
            { $then_count ->
                [one] {" "}for a day
               *[other] {" "}for { $then_count } days
            }
        [h]
            { $then_count ->
                [one] {" "}for an hour
               *[other] {" "}for { $then_count } hours
            }
        [m]
            { $then_count ->
                [one] {" "}for a minute
               *[other] {" "}for { $then_count } minutes
            }
        [s]
            { $then_count ->
                [one] {" "}for a second
               *[other] {" "}for { $then_count } seconds
            }
       *[none] {""}
    }{ $then_goes ->
        [yes] {" "}with the message taken down
       *[no] {""}
    }
measure-changed-today =
    { $today ->
        [remind] a reminder
        [warn] a warning
        [remove] the message taken down
        [timeout] a timeout
        [quarantine] quarantine
        [remove_from_channel] leaving the channel
        [role] a role
        [kick] having to leave
       *[ban] a ban
    }{ $today_unit ->
        [d]
            { $today_count ->
                [one] {" "}for a day
               *[other] {" "}for { $today_count } days
            }
        [h]
            { $today_count ->
                [one] {" "}for an hour
               *[other] {" "}for { $today_count } hours
            }
        [m]
            { $today_count ->
                [one] {" "}for a minute
               *[other] {" "}for { $today_count } minutes
            }
        [s]
            { $today_count ->
                [one] {" "}for a second
               *[other] {" "}for { $today_count } seconds
            }
       *[none] {""}
    }{ $today_goes ->
        [yes] {" "}with the message taken down
       *[no] {""}
    }
measure-changed-same = The rule has changed since, and still leads to the same. It counts as it was then.
measure-changed-nothing = The rule has changed since, or is gone: today I would do nothing of this. The milder one counts.
measure-wording-lost = How { $policy } read back then can't be found any more, so it counts as it is today.
measure-rule-gone = { $policy } isn't in force any more, so no measure can rest on it.
measure-rules-gone = The rule this was about isn't in force any more, so no measure can rest on it. A measure needs another rule, or your own reasons.
