### What people read about what was done without them, or reported, and about what became of it.

## The card of the team

moderation-card-title =
    { $measure ->
        [remove] A message was taken down
        [quarantine] Somebody can write only to you for now
        [timeout] Somebody cannot write for a while
        [ask] Somebody is asked to take a message down
        [pause_invites] Nobody new can come in for a while
        [slowmode] A channel was slowed down
        [remind] Somebody got a reminder
        [reply] A reminder was posted
       *[other] Something for you to look at
    }
moderation-card-person-place-passage = { $person }: { $passage }
moderation-card-person-place = { $person } in { $place }
moderation-card-person = It is about { $person }.
moderation-card-place-passage = Here: { $passage }
moderation-card-place = In { $place }
moderation-card-nobody = It is about nobody in particular.
moderation-crowd =
    { $number ->
        [one] Since then, one more.
       *[other] Since then, at least { $number } more.
    }
moderation-crowd-also-person = Also { $person }.
moderation-crowd-also-person-place = Also { $person } in { $place }.
moderation-crowd-also-person-place-passage = Also { $person }: { $passage }
moderation-crowd-since =
    { $number ->
        [one] The same happened once more since I last told you.
       *[other] The same happened { $number } more times since I last told you.
    }
moderation-card-decided = What decided
moderation-card-text = What was written:
moderation-did =
    { $measure ->
        [remove] I took the message down.
        [quarantine] They can write only where they reach you, until one of you lets them out.
        [timeout] They cannot write for a while.
        [pause_invites] Nobody new can come in for a while.
        [slowmode] I slowed the channel down.
        [remind] I told them why, in private.
        [ask] I asked them, in private, to take the message down. Until they do, it stands.
        [reply] I answered in the channel.
       *[react] I marked the message.
    }
moderation-did-until =
    { $measure ->
        [timeout] They can read along, and write again from { $instant }.
        [quarantine] They can write only where they reach you, until { $instant } or until one of you lets them out.
        [pause_invites] Nobody new can come in before { $instant }.
       *[other] It ends by itself on { $instant }.
    }
moderation-did-slow =
    { $seconds ->
        [one] Each person can write in { $place } once in a second.
       *[other] Each person can write in { $place } once in { $seconds } seconds.
    }
moderation-withheld =
    { $measure ->
        [remove] Not done, because it is an owner of the community: taking the message down.
        [timeout] Not done, because it is an owner of the community: keeping them from writing for a while.
       *[other] Not done, because it is an owner of the community: letting them write only to you.
    }
moderation-late =
    This is from { $instant }, and I learned of it { $unit ->
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
       *[m]
            { $count ->
                [one] a minute
               *[other] { $count } minutes
            }
    } late. News that old I hold against nobody.
moderation-late-withheld =
    { $measure ->
        [remove] Not done for that reason: taking the message down.
        [remind] Not done for that reason: telling them why, in private.
        [reply] Not done for that reason: answering in the channel.
        [react] Not done for that reason: marking the message.
        [timeout] Not done for that reason: keeping them from writing for a while.
        [slowmode] Not done for that reason: slowing the channel down.
        [quarantine] Not done for that reason: letting them write only to you.
       *[pause_invites] Not done for that reason: letting nobody new in for a while.
    }
moderation-beyond =
    { $measure ->
        [remove] Not done, because this platform does not let me: taking the message down. Whoever of you may can do it by hand, where it stands.
        [remind] Not done, because this platform does not let me: telling them why, in private. Please tell them where they will read it.
        [reply] Not done, because this platform does not let me: answering in the channel.
        [alert] Not done, because this platform does not let me: telling you at once.
        [react] Not done, because this platform does not let me: marking the message.
        [timeout] Not done, because this platform does not let me: keeping them from writing for a while. If it goes on, please see to it by hand.
        [slowmode] Not done, because this platform does not let me: slowing the channel down.
        [quarantine] Not done, because this platform does not let me: letting them write only to you. If it goes on, please see to it by hand.
       *[pause_invites] Not done, because this platform does not let me: letting nobody new in for a while.
    }
moderation-note =
    { $state ->
        [confirmed] { $person } looked at it on { $instant }: it was right.
        [undone] { $person } undid it on { $instant }: it was a mistake.
        [talking] { $person } opened a conversation about it on { $instant }. You can still undo it.
        [asked] { $person } asked for a second look on { $instant }.
        [taken] { $person } has been taking care of it since { $instant }.
        [removed] { $person } took the message down on { $instant }.
        [requested] { $person } had the author asked to take it down, on { $instant }. Until then it stands.
       *[closed] { $person } looked after it and was done on { $instant }.
    }
moderation-note-nobody = Somebody has looked at it since.
moderation-note-given-up = I was stopped before anybody felt anything of it: nothing was done, and nothing is remembered.
moderation-note-withdrawn = Whoever reported this took it back at once.
moderation-asked-title = Somebody asks a person to look again
moderation-button-right = That was right
moderation-button-undo = Wrong: undo it
moderation-button-talk = Talk to them

## What whoever pressed is told

moderation-unknown = I cannot find that any more: what is kept about it has been erased.
moderation-conflict = This one is about you, so somebody else on the team should look at it. Nothing has changed.
moderation-settled =
    { $state ->
        [confirmed] { $person } looked at this on { $instant } and found it right. Nothing has changed.
        [undone] { $person } undid this on { $instant }. Nothing has changed.
        [talking] { $person } opened a conversation about this on { $instant }. Nothing has changed.
        [asked] { $person } asked for a second look on { $instant }. Nothing has changed.
        [taken] { $person } has been taking care of this since { $instant }. Nothing has changed.
        [removed] { $person } took the message down on { $instant }. Nothing has changed.
        [requested] { $person } had the author asked to take it down, on { $instant }. Nothing has changed.
       *[closed] { $person } was done with this on { $instant }. Nothing has changed.
    }
moderation-confirmed = Noted: it was right. Thank you for looking.
moderation-undone =
    { $told ->
        [yes] Undone. What could be lifted is lifted, nothing of it counts any more, and they get an apology from us.
       *[no] Undone. What could be lifted is lifted, and nothing of it counts any more.
    }
moderation-undone-case = So that I do not make this mistake again, put the case below into this file:
moderation-talking = I opened a conversation for the two of you, with a few words to begin.
moderation-talk-nobody = There is nobody I could open a conversation with here. Nothing has changed.

## To whom it is about

moderation-ask-not-theirs = Only the person it is about can ask for that here. If something worries you, use /report: only the team reads it.
moderation-asked = Your question is with the team. A person will look at it, and you will hear from them.
moderation-asked-nowhere = I noted it, but the team has not told me yet where to reach them. Please write to one of them yourself.
moderation-asked-already =
    { $state ->
        [undone] { $person } looked at it on { $instant } and took it back. There is nothing left to ask for.
        [talking] { $person } is on it already and opened a conversation with you on { $instant }.
       *[asked] It is with the team already, since { $instant }. A person will look at it.
    }
moderation-outcome-stays = You asked for a person. { $person } looked at it afresh: this time it stays as it is. If something is missing from the picture, tell the team.
moderation-outcome-outside = If you would rather turn to someone outside the team:
moderation-apology =
    { $asked ->
        [yes] You were right to ask. { $person } looked afresh: that was our mistake.
       *[no] { $person } looked at what I did, and it was our mistake.
    }
moderation-apology-about-person-place-passage = { $person }, it was about what you wrote: { $passage }
moderation-apology-about-person-place = { $person }, it was about { $place }.
moderation-apology-about-place-passage = It was about what you wrote: { $passage }
moderation-apology-about-place = It was about { $place }.
moderation-apology-account = It was about your account here.
moderation-apology-erased = It is lifted, and nothing of it counts any more. We are sorry, and glad that you are here.
moderation-apology-text = I cannot post in your name. Here is your text, to post again if you like:
moderation-apology-asked = If you took it down already: I cannot post in your name. Here is your text, to post again if you like:
moderation-talk-opening = { $author }, { $person } from the team would like a word with you. Nothing is decided.
moderation-talk-about = It is about what you wrote: { $passage }
moderation-talk-invitation = Tell it the way you saw it, and take your time. Only the two of you and the team can read this.
moderation-why =
    { $state ->
        [confirmed] A person on the team looked at what I had done, and it stays.
        [undone] A person on the team looked at what I had done: it was a mistake, and it is undone.
        [talking] A person on the team wants to talk about it.
       *[asked] A person on the team is asked to look at it again.
    }

## Reports

moderation-report-title =
    { $concern ->
        [hurt] Somebody tells you: this hurts
        [spam] Somebody tells you: advertising, a scam or a nuisance
        [danger] Somebody may be in danger
       *[other] Somebody tells you something
    }
moderation-report-danger = Somebody may be in danger: please look at this now. In an emergency, the local number comes first (112 in the EU).
moderation-report-person-place-passage = It is about { $person }: { $passage }
moderation-report-person-place = It is about { $person } in { $place }.
moderation-report-person = It is about { $person }.
moderation-report-place-passage = It is about this: { $passage }
moderation-report-place = It is about { $place }.
moderation-report-nobody = It names nobody.
moderation-report-stands = On this platform I cannot take a message down. I can ask its author to do it, and whoever of you may can do it by hand.
moderation-report-reason = What they say about it:

## With a reaction, in place of a press

moderation-report-unreadable = I could not read its words, so they are not on this card. Please read it where it stands.
moderation-door-nothing = As this card stands, there is nothing that your reaction could do. Its buttons show what can still be done.

## What others did on the platform

moderation-hand-title =
    { $action ->
        [remove]
            { $number ->
                [one] A message was taken down
               *[other] { $number } messages were taken down
            }
        [timeout] Somebody cannot write for a while
        [kick] Somebody was made to leave
        [ban] Somebody was banned
        [unban] A ban was lifted
        [lock] A channel was closed to new messages
       *[alert] Something for you to look at
    }
moderation-hand =
    { $hand ->
        [person] It was done by hand, on the platform itself. I only keep a note of it.
        [bot] Another bot did this, so it is recorded as theirs.
       *[rule] A rule of the platform itself did this, so it is recorded as its own.
    }
moderation-hand-by = Who did it
moderation-hand-whom = Who it is about
moderation-hand-where = Where
moderation-hand-until = Until
moderation-hand-why = Why, in their words
moderation-hand-rule = Which rule
moderation-hand-reference = { $reference }

## What a platform would not do

moderation-refused-title =
    { $wanted ->
        [delete_message] I could not take a message down
        [time_out_member] I could not keep somebody from writing for a while
        [lift_timeout] I could not let somebody write again
        [kick_member] I could not make somebody leave
        [ban_member] I could not ban somebody
        [unban_member] I could not lift a ban
        [add_role] I could not give somebody a role
        [remove_role] I could not take a role from somebody
        [quarantine_member] I could not limit somebody to where they reach you
        [release_member] I could not let somebody write everywhere again
        [set_slowmode] I could not change the pace of a channel
        [lock_channel] I could not close or reopen a channel
        [pause_invites] I could not change whether new people can come in
        [pause_direct_messages] I could not change whether members can write to each other directly
        [hide_reaction] I could not hide a reaction
        [create_private_thread] I could not open a private conversation
        [join_channel] I could not go to a channel to look after it
        [send_direct] I could not write to somebody
        [post_card] I could not write in a channel
        [tell_outside] I could not write to somebody outside the team
        [reply_card] I could not answer a message
        [react] I could not mark a message
       *[other] I could not do something
    }
moderation-refused = The platform would not let me, so it has not been done. If it still matters, one of you can do it by hand.
moderation-refused-letter = So they have not been told what was done and why. Perhaps they take no direct messages. Please tell them where they will read it, for example with "Talk to them" on the card about it.
moderation-refused-team = It is the channel of your team, so nobody there has read what I had to say. Until it is mended, reports and questions to the team wait unread. Mend it, or choose another channel with /setup.
moderation-refused-more =
    { $number ->
        [one] The same happened once more since I last told you.
       *[other] The same happened { $number } more times since I last told you.
    }
moderation-refused-whom = Who it is about
moderation-refused-where = Where
moderation-refused-why = Why
