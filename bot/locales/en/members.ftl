### What the bot says about people's accounts, and to people about what it keeps of them.

## Accounts that are joined or parted

members-linked = Noted: these two accounts are one person's.
members-linked-already = These two accounts are one person's already.
members-unlinked = Noted: this account is a person of its own again.

## The language that somebody wants

members-language-chosen = Gladly. From now on I speak English to you.
members-language-auto = Noted: from now on I speak to you in whatever language you use this platform in.
members-language-unknown = I speak English and French. Nothing has changed.

## What is kept

members-kept-title = What I keep about you
members-kept-intro = This is what I have at the moment. What others told the team in confidence is not part of it:
members-kept-nothing = I keep nothing about you.
members-kept-subject =
    { $subject ->
        [accounts] Who you are here: your name, your roles, since when
        [account] Who you are here: your name, your roles, since when
        [activity] What you did lately, without the words
        [windows] What you did lately, beside what others did
        [events] When and where you wrote or reacted, without the words
        [activity_daily] How much you wrote, day by day
        [rulings] What I decided, and why
        [ruling_details] What I decided, and why
        [policy_hits] Rules that recognised something of yours
        [counters] How often something happened
        [incidents] What was done or reported, with the text that it was about
        [reports] What you reported
        [outbox] What I wrote or did that concerned you
        [quarantine] What I stumbled over and put aside
        [settings] What you set here
        [overlay] What you set here
       *[other] Other things
    }
members-kept-number =
    { $number ->
        [one] one entry
       *[other] { $number } entries
    }
members-kept-days =
    { $activity ->
        [one] What you did is kept for one day, then only as sums.
       *[other] What you did is kept for { $activity } days, then only as sums.
    } { $evidence ->
        [one] What a decision rests on, for one day.
       *[other] What a decision rests on, for { $evidence } days.
    } { $own ->
        [one] What I wrote myself, for one day.
       *[other] What I wrote myself, for { $own } days.
    }
members-kept-how = /privacy export hands you all of it as a file; /privacy forget erases it.
members-exported = Here is what I keep about you, as it stands in my database. What others told the team in confidence is not part of it.

## Being forgotten

members-forget-not = Nothing was erased. Everything is as it was.
members-forget-held = The law asks the people here to keep what is known about you for now, so I cannot erase it until that ends. Nothing has changed. The team can tell you more.
members-forgotten = It is done: your name, your texts and what you did here are erased. Sums stay, without a name. If you write again, we meet anew.
