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
        [cases] Situations that you brought up, or that you know to be about you
        [sanctions] Measures that you were given
        [imposed] Measures that you decided as part of the team
        [circles] Circles that you were drawn for
        [proposals] What you proposed
        [votes] How you vote, while a vote is open
        [settings] What you set here
        [overlay] What you set here
        [link_codes] A code that you asked for, to join your accounts
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
members-kept-situations = /situation shows where each of your situations stands, and what you can do there.
members-exported = Here is what I keep about you, as it stands in my database. What others told the team in confidence is not part of it.

## Being forgotten

members-forget-not = Nothing was erased. Everything is as it was.
members-forget-held = The law asks the people here to keep what is known about you for now, so I cannot erase it until that ends. Nothing has changed. The team can tell you more.
members-forgotten = It is done: your name, your texts and what you did here are erased. Sums stay, without a name. If you write again, we meet anew.

## One person, several accounts

members-link-code = Your code: { $code }
members-link-how = From your other account, within ten minutes, use /link with this code: then both are one person's here, and what is remembered of one holds for both. It works once. Tell it to nobody: whoever has it can join their account to yours.
members-link-done = Done: your accounts are one person's here, and what is remembered of one holds for both. /unlink parts them again.
members-link-levels = Roles, and what you may do as part of the team, stay with each account as they were.
members-link-told = An account on { $platform } was joined to this one, with the code that you had asked for. If that was not you, use /unlink here, and tell the team.
members-link-wrong = I do not know this code: there may be a slip in it, it may be older than ten minutes, or it was used already. Nothing has changed. /link alone gives you a new one.
members-link-same = This code is from this very account. Use it from your other one. Nothing has changed.
members-link-already = These two accounts are one person's already. Nothing has changed.
members-link-often = That was often in a short while. Please wait ten minutes, then try again. Nothing has changed.
members-unlink-done = Done: this account is a person of its own again. What happened on each account is remembered for that account alone.
members-unlink-alone = This account is not joined to any other. Nothing has changed.
