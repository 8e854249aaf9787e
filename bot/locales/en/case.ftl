### What the team reads of cases, and what people read at the doors that lead there.

## The card of the team

case-title =
    { $kind ->
        [report]
            { $concern ->
                [hurt] Case { $case }: somebody tells you that this hurts
                [spam] Case { $case }: advertising, a scam or a nuisance
                [danger] Case { $case }: somebody may be in danger
                [harassment] Case { $case }: harassment
                [threat] Case { $case }: a threat
                [sexual] Case { $case }: something sexual and unwanted
                [minor] Case { $case }: a minor may be concerned
               *[other] Case { $case }: somebody tells you something
            }
        [dispute] Case { $case }: two people are at odds
        [measure] Case { $case }: a measure
        [review] Case { $case }: somebody asks a person to look again
        [talk] Case { $case }: somebody wants to talk with you
       *[raid] Case { $case }: a crowd of newcomers
    }
case-held =
    { $what ->
        [apart] For now, until { $instant }, the two leave each other alone.
       *[held] Something holds for now, until { $instant } at the latest.
    }
case-pending = What { $person } would like to do waits for a second person, until { $instant }.
case-danger = Somebody may be in danger: please look at this now. In an emergency, the local number comes first (112 in the EU).
case-reports = { $number } people told you of this. How many they are decides nothing.
case-stands =
    { $state ->
        [open] Nobody has taken it yet.
        [triage] Somebody is looking into it.
        [waiting] It waits for an answer of whoever asked for help.
        [mediation] The two are talking it over.
        [settled] The two have agreed on something.
        [escalated] It has been passed on and waits for somebody who was not part of it.
        [voting] A circle is deciding.
        [deciding] Somebody is about to decide.
        [decided] It is decided.
        [appealed] Another look was asked for. It waits for somebody who was not part of it.
        [closed] It is finished.
       *[archived] It is finished, and what it was about is gone.
    }
case-handled =
    { $state ->
        [waiting] { $person } is on it. It waits for an answer of whoever asked for help.
        [mediation] { $person } is on it. The two are talking it over.
        [settled] { $person } is on it. The two have agreed on something.
        [voting] { $person } is on it. A circle is deciding.
        [deciding] { $person } is about to decide.
        [decided] { $person } was on it. It is decided.
        [appealed] { $person } looks at it afresh.
       *[other] { $person } is on it.
    }
case-due =
    { $state ->
        [open] Somebody should take it before { $instant }.
        [triage] The next step is due before { $instant }.
        [decided] Another look can be asked for until { $instant }.
       *[other] This runs until { $instant }.
    }
case-words =
    { $kind ->
        [measure] What was noted with it:
       *[other] What they say about it:
    }
case-wish = What would help, as they see it:
case-evidence-hidden = What was written is kept, and hidden here: "Show the words" shows it to you alone.
case-unreadable = I could not read its words, so they are not kept here. They can be read where the message stands.
case-offer =
    { $accepted ->
        [0] The latest proposal, number { $version }; nobody has said yes to it so far:
        [1] The latest proposal, number { $version }; one of the two has said yes to it:
       *[other] The latest proposal, number { $version }; both have said yes to it:
    }
case-note =
    { $kind ->
        [question] { $person } asked on { $instant }:
        [answer] { $person } answered on { $instant }:
        [carried] { $person } carried these words on { $instant }:
        [new] { $person } wrote on { $instant } what had come up since:
        [kept] { $person } left it closed on { $instant }, for these reasons:
       *[note] { $person } noted on { $instant }:
    }
case-note-nobody =
    { $kind ->
        [question] Asked on { $instant }:
        [answer] Answered on { $instant }:
        [carried] Carried on { $instant }:
        [told] Somebody else told of it on { $instant }:
       *[note] Noted on { $instant }:
    }
case-outcome =
    { $outcome ->
        [no_further_action] It ended without further action.
        [settled] It was settled.
        [measure] A measure was decided.
        [overturned] It was our mistake, and it is undone.
        [withdrawn] It was taken back.
        [merged] It is looked at together with another one.
       *[no_decision] Nobody could decide it.
    }
case-decided-by = Decided by { $person } on { $instant }.
case-agreed-by = { $person } agreed to it.
case-penalty =
    { $unit ->
        [d]
            { $count ->
                [one] { case-penalty-name } (a day)
               *[other] { case-penalty-name } ({ $count } days)
            }
        [h]
            { $count ->
                [one] { case-penalty-name } (an hour)
               *[other] { case-penalty-name } ({ $count } hours)
            }
        [m]
            { $count ->
                [one] { case-penalty-name } (a minute)
               *[other] { case-penalty-name } ({ $count } minutes)
            }
       *[none] { case-penalty-name }
    }
case-penalty-name =
    { $measure ->
        [remind] A reminder
        [warn] A warning
        [remove] The message is taken down
        [timeout] Reading along without writing
        [quarantine] Writing only to the team
        [remove_from_channel] Out of the channel
        [role] A role
        [kick] Asked to leave
       *[ban] Out of the community
    }
case-reasons = The reasons:
case-field-opener-asked = Who asked for help
case-field-opener-measure = Who decided it
case-field-respondent = Whom it is about
case-field-where = Where
case-field-rule = The rule
case-field-links = See also
case-reference = { $reference }
case-button =
    { $action ->
        [claim] I'll take it
        [release] Give it back
        [show] More
        [evidence] Show the words
        [note] Note something
        [ask]
            { $kind ->
                [report] Ask the person it is about
                [measure] Ask the person it is about
               *[other] Ask a question
            }
        [mediate] Offer to talk it over
        [decide] Decide
        [dismiss] No further action
        [escalate] Pass it on
        [refer] Ask somebody outside
        [assign] Give it to somebody
        [merge] Join with another
        [restrain] A measure for now
        [lift] End what holds
        [empanel] Draw a circle
        [reopen] Reopen
        [refuse] Leave it closed
        [recuse] I should not decide this
        [handing] For somebody else
        [besides] Something else
       *[settle] Done
    }
case-group =
    { $group ->
        [handing] Who should look after it from now on?
       *[besides] What else can be done here:
    }

## What was written

case-evidence-shown = This is what was there when somebody asked for help. Please keep it to those who look after it.
case-evidence-where = Where it stood: { $passage }
case-evidence-edit = It also read:
case-evidence-files = Attached to it:
case-evidence-file = { $size } bytes, sha256:{ $hash }
case-evidence-file-unread = What is in this file could not be read.
case-evidence-around = Before and after it:
case-evidence-somebody = Somebody:
case-evidence-by = { $person }:

## A word to the team when it is needed

case-word =
    { $what ->
        [assigned] A colleague gave this one to you.
        [answered] There is an answer for you.
        [lapsed] Nobody got to it in time, so it moves on by itself. Please look where it stands now.
        [moved-on] Something else has happened here, so what you wanted does not wait for a second person any more. Nothing of it has been done.
       *[escalated] It has been passed on, and waits for somebody who was not part of it.
    }
case-word-due = A reminder, and the only one: something should happen here before { $instant }.
case-on-call =
    { $number ->
        [0] Somebody may be in danger, and nobody is on call. Whoever reads this first: please look at it now.
        [one] Somebody may be in danger, and you are the one I call. Please look at it now.
       *[other] Somebody may be in danger, and nobody is on call. Whoever reads this first: please look at it now.
    }
case-crowd =
    { $alike ->
        [yes] { $number } people spoke up about the same person within minutes, and they came here at the same time or say the same words. Perhaps many saw the same thing, perhaps they arranged it. How many they are decides nothing.
       *[no] { $number } people spoke up about the same person within minutes. Perhaps many saw the same thing, perhaps they arranged it. How many they are decides nothing.
    }

## To whoever told the team of something

case-thanks-danger = If someone is in immediate danger, call your local emergency number (112 in the EU). Somebody on the team is being called now.
case-thanks =
    { $readers ->
        [team]
            { $kind ->
                [dispute] Thank you for telling us. Nothing is decided. Only those who look after it read your words.
                [talk] Thank you for writing. Somebody on the team will take it up and open a conversation with you.
               *[report] Thank you for telling us. Only the team reads this, and nobody learns that it came from you.
            }
        [named]
            { $team ->
                [yes] Thank you for telling us. Since this is about somebody on the team, it does not go to the team's channel: only those who answer for the community read it.
               *[no] Thank you for telling us. Only those who answer for the community read this.
            }
        [outside]
            { $team ->
                [yes] Thank you. Since this is about somebody on the team, I have not put it in the team's channel. The community has named someone outside the team for this; please write there:
               *[no] Thank you. The team has not told me yet where to reach them, so nobody has read this. The community has named someone outside the team; please write there:
            }
       *[nobody]
            { $team ->
                [yes] Thank you. Since this is about somebody on the team, I have not put it in the team's channel, and I know of nobody else to tell: nobody has read it yet. Please write to an owner of the community whom you trust.
               *[no] Thank you. The team has not told me yet where to reach them, so nobody has read this yet. Please write to one of them yourself.
            }
    }
case-thanks-after =
    { $kind ->
        [dispute] I will tell you each time something moves.
        [talk] You can write more there. Nobody is accused of anything.
       *[report] You will hear from me what became of it.
    }
case-thanks-asked = Thank you for telling us. Since this is about somebody on the team, and nobody else there can look at it, I have asked { $who } at once. Nobody on the team reads your words.
case-thanks-seen = Others can see your reaction here. Leave it for a minute, then you may take it away, and nothing changes; sooner, that takes back what you told us. The message's own menu does the same unseen.
case-thanks-unreadable = I could not read its words, so I passed on where it stands, and nothing else.
case-too-many = You have told us a lot within the last hour, and all of it is with the team. Please let them catch up, and come back in an hour. If somebody is in danger, choose that: it always goes through.
case-reporter =
    { $done ->
        [yes] You told us about something. Somebody looked at it, and something was done. What it was stays between them and the people concerned. Thank you for looking out for the others.
       *[no] You told us about something. Somebody looked at it with care and left it at that. Thank you for telling us.
    }
case-dispute-nobody = Tell me with whom: choose somebody who is here, or start from one of their messages. If nobody in particular is meant, /managers leads to the team.
case-dispute-oneself = That would be with yourself. If you would like to talk about something, /managers leads to the team.
case-talk-opening = { $member }, { $person } from the team is here for you. Nobody is accused of anything.
case-talk-words = You wrote:
case-talk-invitation = Tell it the way you see it, and take your time. Only the two of you and the team can read this.
case-talk-letter = { $person } from the team read what you wrote and is here for you. Write to them directly whenever you like.

## What whoever pressed is told

case-unknown = I know of no such case.
case-gone = I cannot find that any more. Perhaps it is finished, and what it was about is gone.
case-nobody = I know of nobody like that here. Nothing has changed.
case-done =
    { $move ->
        [claim] Thank you. Case { $case } is yours from now on.
        [release] Case { $case } is free for somebody else again.
        [assign] Done: case { $case } has somebody else now.
        [note] Noted in case { $case }.
        [ask]
            { $kind ->
                [report] I am asking the person whom case { $case } is about, and tell you when they answer.
                [measure] I am asking the person whom case { $case } is about, and tell you when they answer.
               *[other] I am asking whoever asked for help in case { $case }, and tell you when they answer.
            }
        [invite] I am asking both whether they want to talk it over with your help.
        [decide] Decided. Everybody concerned in case { $case } hears of it.
        [dismiss]
            { $kind ->
                [talk] Case { $case } is done. Whoever wanted to talk hears of it.
               *[other] Case { $case } ends without further action. Those concerned hear of it.
            }
        [merge] Case { $case } is looked at together with the other one.
        [escalate] Case { $case } is passed on to somebody who was not part of it.
        [restrain] That holds for now in case { $case }, and no longer than I said.
        [lift] What held for now in case { $case } holds no more.
        [second] Then nothing comes of it in case { $case }. Whoever wanted it hears of that.
        [empanel] The circle of case { $case } is drawn, and everybody in it is asked.
        [reopen] Case { $case } is open again, and yours. Those concerned hear of it.
        [refuse] Case { $case } stays closed. Whoever asked reads why.
       *[other] Done, in case { $case }.
    }
case-nothing-held = Nothing holds in case { $case } any more.
case-merge-over = Case { $case } is over: nobody would look at this one there. Link the two instead.
case-second =
    { $move ->
        [restrain] { $person } would like this to hold in case { $case } until it is decided:
       *[decide] { $person } would like to decide case { $case } like this:
    }
case-second-told =
    { $choice ->
        [yes] { $by } agreed to what you wanted in case { $case }, so it is done.
        [no] { $by } does not agree to what you wanted in case { $case }, so nothing has been done. Perhaps talk it over with each other.
       *[late] Nobody agreed in time to what you wanted in case { $case }, so nothing has been done.
    }
case-second-void = { $person } can no longer do this here as things stand, so nothing has been done. Somebody has to look at it anew.
case-faster = { $person } was faster and has been on it since { $instant }.
case-door-nothing = On this card, as it stands, your reaction cannot do anything. Its buttons show what is left to do.
case-door-unseen = I could not look this message up, so nothing has been opened. Please choose "Report" or "Raise a dispute" from its own menu.
case-from-report = This report has become a case: its new card stands further down.
case-from-report-taken = This report is older than cases, so I made it case { $case }. It is yours.
case-report-settled = { $person } looked after this on { $instant }. Nothing has changed.
case-report-settled-nobody = Somebody has looked after this since. Nothing has changed.

## Lists

case-list-nothing = Nothing is open that you can help with. Enjoy the quiet.
case-list =
    { $number ->
        [one] One case is open. To read it: /case show and its number
       *[other] { $number } cases are open, the most pressing first. To read one: /case show and its number
    }
case-list-more =
    { $number ->
        [one] One more is not on this list.
       *[other] { $number } more are not on this list.
    }
case-listed = { case-stands }
case-listed-person = { case-handled }
case-listed-instant = { case-stands } { case-due }
case-listed-person-instant = { case-handled } { case-due }
case-history-title = What stands about { $person }
case-history = { $person }: measures so far: { $measures }; on file now: { $file }; cases: { $cases }; automatic decisions in the last 90 days: { $incidents }.
case-history-measure =
    { $state ->
        [lifted] { $instant }: { case-penalty-name }. It was lifted.
        [failed] { $instant }: { case-penalty-name }. The platform did not do it.
       *[standing] { $instant }: { case-penalty-name }. It does not count any more, or never did.
    }
case-history-on-file = { $instant }: { case-penalty-name }. On file until { $until }.
case-exported = Here is case { $case }, whole. It names whoever reported it: I wrote down that you read it.

## What rulings say

case-why =
    { $move ->
        [open] Case { $case } was opened.
        [join] Somebody else told the team of the same as in case { $case }.
        [claim] Somebody on the team took case { $case }.
        [decide] Case { $case } was decided.
        [dismiss] Case { $case } ended without further action.
        [appeal] Another look at case { $case } was asked for.
        [overturn] What was decided in case { $case } was a mistake, and is undone.
        [withdraw] Case { $case } was taken back.
        [lapse] Nobody acted in case { $case } in time.
        [remind] Those who have to act in case { $case } were told ahead.
        [reopen] Something new came up in case { $case }, and it was taken up again.
        [archive] What case { $case } was about is gone.
       *[other] Case { $case } went on.
    }
case-why-exported = { $person } read case { $case } whole, with what is sealed in it.
