### What the bot says when a policy matches a message.

## To the author, directly, before anything is done

policy-direct-removed = Hi { $person }. I am taking down your message in { $channel }. Here is why:
policy-direct-asked = Hi { $person }. I ask you to take down your message in { $channel } yourself: on this platform I cannot do it. Here is why:
policy-direct-where = It is this one: { $passage }
policy-direct-reminder = Hi { $person }. A word about your message in { $channel }; it stays where it is.
policy-direct-timeout =
    { $minutes ->
        [one] You can read along, and write again in one minute.
       *[other] You can read along, and write again in { $minutes } minutes.
    }
policy-direct-joined = Hi { $person }. A word about your account here:
policy-direct-renamed = Hi { $person }. A word about the name that you go by here:
policy-direct-quarantine = Until somebody on the team has looked at it, you can write only where you reach the team.
policy-direct-text = Here is your text, to reword if you like:
policy-direct-human = I am a program and I can be wrong. If I am, press "Ask a person": somebody on the team will look at it.
policy-ask-person = Ask a person

## In the channel

policy-reply = A reminder for this conversation:
policy-reply-removed = I am taking a message down here. This is why:

## To the managers

policy-refused-title = A change of policies was not taken as it is
policy-refused = What was enforced before stays as it was; what is new runs on trial at most. This is in the way:
policy-cannot =
    { $action ->
        [remove] This platform does not let me take messages down. It is asked for by: { $policies }
        [remind] This platform does not let me write to people directly. It is asked for by: { $policies }
        [reply] This platform does not let me answer in a channel. It is asked for by: { $policies }
        [alert] This platform does not let me post cards. It is asked for by: { $policies }
        [react] This platform does not let me mark messages. It is asked for by: { $policies }
        [timeout] This platform does not let me keep somebody from writing for a while. It is asked for by: { $policies }
        [slowmode] This platform does not let me slow a channel down. It is asked for by: { $policies }
        [quarantine] This platform does not let me limit somebody to where they reach you. It is asked for by: { $policies }
       *[pause_invites] This platform does not let me keep new people from coming in. It is asked for by: { $policies }
    }
policy-instead =
    { $action ->
        [remove] In its place I ask the author, in private, to take the message down, and you read where it stands.
        [timeout] In its place the author is told why, and you are told, so that one of you can act by hand.
        [quarantine] In its place the author is told why, and you are told, so that one of you can act by hand.
       *[other] Nothing comes in its place: the card says each time that it was not done. All else that these rules ask for is done.
    }

## Where nothing is done, or less

policy-withheld =
    { $measure ->
        [remove] Not done, because the author is an owner of the community: taking the message down.
        [timeout] Not done, because the author is an owner of the community: keeping them from writing for a while.
       *[other] Not done, because the author is an owner of the community: letting them write only to the team.
    }
policy-late =
    { $measure ->
        [remove] Not done, because I learned of it too late: taking the message down.
        [remind] Not done, because I learned of it too late: telling the author why.
        [reply] Not done, because I learned of it too late: answering in the channel.
        [react] Not done, because I learned of it too late: marking the message.
        [timeout] Not done, because I learned of it too late: keeping them from writing for a while.
        [slowmode] Not done, because I learned of it too late: slowing the channel down.
        [quarantine] Not done, because I learned of it too late: letting them write only to the team.
       *[pause_invites] Not done, because I learned of it too late: letting nobody new in for a while.
    }
policy-beyond =
    { $measure ->
        [remove] Not done, because this platform does not let me: taking the message down. The author is asked to do it.
        [remind] Not done, because this platform does not let me: telling the author why.
        [reply] Not done, because this platform does not let me: answering in the channel.
        [alert] Not done, because this platform does not let me: telling the team.
        [react] Not done, because this platform does not let me: marking the message.
        [timeout] Not done, because this platform does not let me: keeping them from writing for a while. The team is told.
        [slowmode] Not done, because this platform does not let me: slowing the channel down.
        [quarantine] Not done, because this platform does not let me: letting them write only to the team. The team is told.
       *[pause_invites] Not done, because this platform does not let me: letting nobody new in for a while.
    }
policy-slowmode-ends = { $channel } is no longer slow: ten minutes have passed without a match.

policy-held =
    { $mode ->
        [observe] { $policy } matched. These are the first days, in which I only look on: nothing was done.
        [paused] { $policy } matched. It is paused: nothing was done.
       *[shadow] { $policy } is on trial: it matched this message, and nothing was done.
    }
policy-spared-because =
    { $reason ->
        [level] { $policy } matched, but the author is someone the team trusts, so nothing was done.
        [member_for] { $policy } matched, but the author has been here for a while, so nothing was done.
       *[other] { $policy } matched, but it makes an exception here, so nothing was done.
    }

## The first days, once a day, to the managers

policy-observed-title = What I would have done since yesterday
policy-observed = I only look on for now, so nobody was told anything. With everything switched on, this would have come of it:
policy-observed-nothing = I only look on for now. Nothing happened since yesterday that any policy would have acted on.
policy-observed-left =
    { $days ->
        [one] One day is left. Is something here wrong? /policy show says what a policy looks for, and lets you switch it off.
       *[other] { $days } days are left. Is something here wrong? /policy show says what a policy looks for, and lets you switch it off.
    }
policy-observed-times =
    { $times ->
        [one] once ({ $policy })
       *[other] { $times } times ({ $policy })
    }
policy-observed-one =
    { $times ->
        [one] once: { $place1 } ({ $policy })
       *[other] { $times } times, last: { $place1 } ({ $policy })
    }
policy-observed-two = { $times } times, last: { $place1 }, { $place2 } ({ $policy })
policy-observed-three = { $times } times, last: { $place1 }, { $place2 }, { $place3 } ({ $policy })

## At the desk: what the rules are

policy-list-title = The rules here
policy-list = Each rule has a reason that anyone may read: /policy show and its name.
policy-list-none = There are no rules here yet.
policy-list-line =
    { $standing ->
        [acts] ● { $title } · { $policy }
        [looks] ○ { $title } · { $policy } · only looks on for now
        [paused] ○ { $title } · { $policy } · paused
       *[trial] ○ { $title } · { $policy } · on trial
    }
policy-list-off = – { $policy } · switched off
policy-show-unknown = There is no rule called { $policy }. /policy list names them all.
policy-show-off = { $policy } is switched off.
policy-show-title = { $title } · { $policy }
policy-show-standing = How far it goes
policy-show-when = What it looks for
policy-show-then = What follows
policy-show-step =
    { $unit ->
        [d]
            { $count ->
                [one] Once it has happened { $at } times within a day
               *[other] Once it has happened { $at } times within { $count } days
            }
        [h]
            { $count ->
                [one] Once it has happened { $at } times within an hour
               *[other] Once it has happened { $at } times within { $count } hours
            }
        [m]
            { $count ->
                [one] Once it has happened { $at } times within a minute
               *[other] Once it has happened { $at } times within { $count } minutes
            }
       *[s]
            { $count ->
                [one] Once it has happened { $at } times within a second
               *[other] Once it has happened { $at } times within { $count } seconds
            }
    }
policy-spares = { $level ->
        [nobody] {""}
        [member] Everybody.{"\u000A"}
        [helper] Helpers and those who do more.{"\u000A"}
        [moderator] Moderators and those who do more.{"\u000A"}
        [senior] Senior moderators and owners.{"\u000A"}
       *[owner] Owners.{"\u000A"}
    }{ $count ->
        [0] {""}
       *[other] { $unit ->
            [d]
                { $count ->
                    [one] Those who have been here for a day.
                   *[other] Those who have been here for { $count } days.
                }
            [h]
                { $count ->
                    [one] Those who have been here for an hour.
                   *[other] Those who have been here for { $count } hours.
                }
            [m]
                { $count ->
                    [one] Those who have been here for a minute.
                   *[other] Those who have been here for { $count } minutes.
                }
           *[s]
                { $count ->
                    [one] Those who have been here for a second.
                   *[other] Those who have been here for { $count } seconds.
                }
        }
    }
policy-show-unless = Whom it spares
policy-standing =
    { $standing ->
        [acts] It acts.
        [looks] It only looks on: these are the first days.
        [paused] It is paused.
       *[trial] It is on trial: it notes what it would have done.
    }
policy-actions = { $remove ->
        [1] The message is taken down.{"\u000A"}
       *[0] {""}
    }{ $remind ->
        [1] Its author is told why, privately.{"\u000A"}
       *[0] {""}
    }{ $reply ->
        [1] The reason is said in the channel.{"\u000A"}
       *[0] {""}
    }{ $timeout ->
        [1] Its author cannot write for a while.{"\u000A"}
       *[0] {""}
    }{ $quarantine ->
        [1] Its author can write only where the team is reached.{"\u000A"}
       *[0] {""}
    }{ $slowmode ->
        [1] The channel slows down for a while.{"\u000A"}
       *[0] {""}
    }{ $pause_invites ->
        [1] Nobody new comes in for a while.{"\u000A"}
       *[0] {""}
    }{ $react ->
        [1] The message is marked.{"\u000A"}
       *[0] {""}
    }{ $alert ->
        [1] The team is shown it.
       *[0] {""}
    }
policy-button-enforce = Switch on
policy-button-shadow = Put on trial
policy-button-off = Switch off

## At the desk: a text, a decision, a new policy

policy-explain-title = What the rules say of this
policy-explain-silent =
    { $count ->
        [one] The one rule here has nothing to say about this:
       *[other] None of the { $count } rules has anything to say about this:
    }
policy-explain-label =
    { $ending ->
        [acts] { $title } · { $policy } would act
        [trial] { $title } · { $policy } matches, on trial
        [spared] { $title } · { $policy } matches, and makes an exception
       *[unknown] { $title } · { $policy } cannot tell from the text alone
    }
policy-decided-title = What I decided here, and why
policy-decided-nothing = I decided nothing about this message: no rule had anything to say.
policy-decided-others = What I decided about somebody else's message is for them and for the team. Of your own messages I tell you all.
policy-decided-of = { $person } wrote:
policy-decided-at = { $at }:
policy-decided-by =
    { $mode ->
        [enforce] The rule { $policy } acted.
        [spared] The rule { $policy } matched, and made an exception.
        [observe] The rule { $policy } matched and did nothing: these are the first days.
        [paused] The rule { $policy } matched and did nothing: it was paused.
       *[shadow] The rule { $policy } matched and did nothing: it was on trial.
    }
policy-decided-human = I am a program and I can be wrong. Anybody on the team can look at it again.
policy-written-title = Your rule is on trial
policy-written = { $policy } reads along from now on and notes what it would have done. Its words are its first examples. Switch it on when you have seen enough.
policy-written-not = I could not make a rule of this. Nothing has changed:
policy-written-problem =
    { $question ->
        [title] It needs a name: a few words, in letters from a to z or figures.
        [words] It looks for nothing: write one word or phrase on each line.
        [many] These are more than { $most } words: make two rules of them.
        [why] It has no reason: say why, for whomever it falls upon.
       *[then] Nothing follows: choose what does.
    }
policy-written-twice = There is a rule called { $name } already. Choose another name, or switch the other one off.
