### Why something cannot be done with a situation, for whoever wanted it: members, those who sit in circles, the team.

## Who may have no part in it

machine-barred-party = This concerns you, with this account or another one of yours, so others look after it.
machine-barred-reporter = You told us about this, so others look after it.
machine-barred-witness = You were there or brought something that speaks to this, so others look after it.
machine-barred-sanction = One of the people concerned decided something about you lately, or you about them, so others look after it.
machine-barred-quarrel = You and one of the people concerned were at odds lately, so others look after it.
machine-barred-earlier = You had your part in this already, so somebody else looks at it now.

## Why it cannot be done now

machine-refused-not-now = As things stand, that isn't possible here (any more).
machine-refused-not-yours = That is for others to do.
machine-refused-already = That's done already; nothing more is needed from you.
machine-refused-level =
    { $level ->
        [owner] Only those who own this place may do that. They'll gladly take it from here.
        [senior] That takes a senior member of the team. Pass it on, and one of them goes on with it.
        [moderator] That takes a moderator. Pass it on, and one of them goes on with it.
       *[helper] That is for the team to do.
    }
machine-refused-unclaimed = Nobody has taken this up yet. Take it first, then go on.
machine-refused-taken = { $person } is on it already.
machine-refused-never-again = Whoever gave this decision back, or ran out of time for it, doesn't get it again. Please ask somebody else.
machine-refused-not-them = They can't do this here: they're away, it concerns them, or they aren't trusted with it. Please choose somebody else.
machine-refused-another-handler = Somebody who had no part in it so far should look at this now. Please choose somebody else.
machine-refused-too-early = There is still time left for this.
machine-refused-too-late = Too much time has passed for that.
machine-refused-reopened = This was taken up again once already, or goes on elsewhere. If something new happens, please start afresh.
machine-refused-joined = You've told us already, thank you. We have it.

## What is missing

machine-refused-words-needed = Please write a few words; an empty message helps nobody.
machine-refused-reasons-needed = Please say why, in your own words: whoever it falls upon reads the reasons before they feel anything of it.
machine-refused-rule-gone = The rule this was about isn't in force any more, so no measure can rest on it. Please name another rule, or say why in your own words.
machine-refused-something-new-needed = Please say what's new: this is only taken up again when something new has come up.
machine-refused-nothing-to-open = Something is missing here: please start again.
machine-refused-two-needed = This needs two people: whoever asks for help, and the other person.
machine-refused-nobody-asks = This needs somebody who asks for it.
machine-refused-nobody = No particular person is concerned here, so there's nobody to take a measure about.
machine-refused-yourself = This would be about yourself. If something weighs on you, talk to the team: that's what it's there for.
machine-refused-no-other-case = Please give the number of the other one that this belongs to.
machine-refused-not-a-choice = That isn't one of the choices here.
machine-refused-which-measure = Please say which measure it is.

## Asking and talking it over

machine-refused-nobody-to-ask = There's nobody to ask here.
machine-refused-asked-twice = They've been asked twice already. Please go on with what you know.
machine-refused-never-talked-over = With this kind of thing nobody is ever asked to talk it over with the other person. The team decides.
machine-refused-nobody-to-talk-to = Talking it over needs two people who both asked to be part of it.
machine-refused-five-offers = There have been five suggestions already. Agree on the last one, or stop here: that's fine, too.
machine-refused-other-version = There's a newer suggestion by now. Please read that one first.

## Circles

machine-refused-no-circles = There are no circles here: the team decides.
machine-refused-no-more-circles = Three circles have looked at this. Now it's for somebody outside.
machine-refused-too-few = There aren't enough people who can be drawn for a circle.
machine-refused-challenge-late = The time for that is over: the circle is at work.
machine-refused-not-seated = They don't sit in this circle.
machine-refused-circle-said = The circle has said otherwise, and its word holds here.
machine-refused-two-thirds = For more than a warning, two thirds of the circle would have to want it.

## Measures and fresh eyes

machine-refused-pass-it-on = That's more than one person should decide alone between two people. Pass it on, and a senior member of the team takes it from here.
machine-refused-not-meanwhile = That can't hold before anything is decided. A time-out, a role, staying out of a channel, or no contact can, for 72 hours at most.
machine-refused-held-long-enough = Something has held here for 72 hours already. Please decide instead.
machine-refused-nobody-outside = No contact outside the team is known here.
machine-refused-once-only = This was sent back once already. Please decide it here.
machine-refused-never-worse = Whoever asks for fresh eyes never comes off worse for asking.
machine-refused-milder = That isn't milder than what was decided. Please choose something lighter, or say that nothing of it stays.
machine-refused-sleep-on-it = Nobody else is there to look at this, so you may look again yourself, and say so openly: but sleep on it first, for 48 hours from when they asked.
