### What those between whom something is read of it, and those who are asked to decide.

## Every letter

party-handler =
    { $handler ->
        [team] The team
        [outside] Somebody outside the team
       *[other] { $handler }
    }
party-title =
    { $word ->
        [received] Situation { $case }: received
        [talked_over] Situation { $case }: being talked over
        [decided] Situation { $case }: decided
       *[finished] Situation { $case }: finished
    }
party-foot = /situation shows where it stands and what you can do; /managers reaches a person on the team.
party-outside = If you would rather turn to someone outside the team:
party-next =
    { $state ->
        [open] What comes next: somebody on the team takes it up by { $instant }. Otherwise it goes by itself to somebody else there.
        [triage] What comes next: by { $instant } you hear how it goes on. Otherwise it goes by itself to somebody else on the team.
        [waiting] What comes next: the answer, by { $instant }. If none comes, it ends then without further action, and even that can be looked at again.
        [mediation] What comes next: on { $instant } I ask you both whether it is settled. If neither of you says anything then, it ends there, and nothing is held against anybody.
        [settled] What comes next: on { $instant } it is finished, unless one of you says before that it was not kept.
        [escalated] What comes next: somebody who had no part in it takes it up by { $instant }. Otherwise a circle of members is asked.
        [escalated-small] What comes next: somebody who had no part in it takes it up by { $instant }. Otherwise somebody outside the team is asked, where the community has named someone; if nobody can decide, nothing is held against anybody.
        [referred] What comes next: an answer from outside the team, by { $instant }. If none comes, it ends without a decision, and what held meanwhile is lifted.
        [mediation-asked] What comes next: if neither of you says anything by { $instant }, talking it through ends there, and nothing is held against anybody.
        [appealed-stands] What comes next: by { $instant } somebody who had no part in it looks afresh. If nobody does, it stays as it was decided.
        [appealed-outside] What comes next: an answer from outside the team, where somebody was asked, by { $instant }. If none comes, it stays as it was decided.
        [voting] What comes next: on { $instant } the circle's votes are counted as they are then.
        [deciding] What comes next: by { $instant } you read the decision, with its reasons. Otherwise somebody else decides.
        [decided] What comes next: until { $instant } you can ask for another look by somebody who had no part in it. If nobody asks, it is finished then.
        [appealed] What comes next: by { $instant } somebody who had no part in it looks afresh. If nobody does, what was decided is lifted then.
        [appealed-ban] What comes next: by { $instant } somebody who had no part in it looks afresh. If nobody does, somebody outside the team is asked, where the community has named someone; the ban stands if no answer comes from there either.
        [closed-asked] What comes next: somebody who had no part in it reads what you wrote, and you hear from them either way. No day is set for that; with /managers you can ask how it is going. What is kept of this is deleted on { $instant }.
        [over] What comes next: nothing more that you have to do. What is kept of this is deleted on { $instant }.
       *[closed] What comes next: nothing more that you have to do. If something new comes up, you can say so once, with the button. What is kept of this is deleted on { $instant }.
    }
party-next-free = What comes next: nothing more is asked of you. Those who go on with it have until { $instant }.
party-next-over = Nothing more comes of it, and what was kept of it is deleted.

## The beginning

party-opened-dispute =
    { $told ->
        [yes] Thank you for telling us; your words are here. Nothing is decided. The other person hears that somebody asked for help with an exchange, but not what you wrote.
       *[no] Thank you for telling us; your words are here. Nothing is decided. For now, the other person hears nothing of it.
    }
party-opened-review = You asked a person to look at what was done without one. That is with the team now, and nothing that you write here can make it worse.
party-opened-readers =
    { $readers ->
        [team] Who reads it: those on the team who look after it, and nobody else.
       *[few] Who reads it: since it is about somebody on the team, it stays out of the team's channel. Only those who answer for the community, or someone outside the team, read it.
    }
party-opened-other = { $you }, somebody found an exchange with you hard and asked the team for help. Nothing is decided, and nobody has taken sides.
party-opened-other-place = { $you }, somebody found an exchange in { $place } hard and asked the team for help. Nothing is decided, and nobody has taken sides.
party-opened-other-side = Your side counts as much. Tell it in your own words, if you like; only those who look after it read it.
party-claimed = { party-handler } looks after it from now on.
party-claimed-side = Your side would help, if possible by { $instant }. Only those who look after it read it.
party-released = Whoever looked after it has handed it back, and somebody else on the team takes it up. Nothing that you said is lost.
party-question = { party-handler } would like to know from you:
party-question-other = There is one more question to somebody else, to see it clearly. You need not do anything.
party-answered-on = The question has its answer, and it goes on.
party-answer-told = Your words are with those who look after it.
party-joined = It is looked at together with something that the team had before. You need not do anything, and nothing that you said is lost.

## Talking it through

party-invite = { $you }, would you talk it through with { $other }, helped by the team? { party-handler } carries words between you, so you need not write to each other directly.
party-invite-free = Each of you answers alone. Saying no, or stopping later, never counts against anybody.
party-consent-told = Thank you. It begins once the other person has said yes too. Until then nobody hears what you said.
party-decline-told = That is fine, and it never counts against you. It goes on without.
party-no-talks = It will not be talked through between the two of you. That counts against nobody, and { party-handler-mid } goes on looking after it.
party-handler-mid =
    { $handler ->
        [team] the team
        [outside] somebody outside the team
       *[other] { $handler }
    }
party-talks = You both said yes: you talk it through with { $other } from now on. { party-handler } carries the words between you: they read what you write with "Say something" first, and pass on what helps.
party-talks-how = Either of you can propose how it could be settled. It holds once both have said yes to the same words. You can stop at any time, and that never counts against you. A conversation of the three of you opens only if both of you ask for it.
party-carried = { party-handler } brings you words from the other person:
party-carry-told = I am bringing them these words.
party-offered =
    { $by ->
        [other] The other person proposes this (version { $version }):
       *[handler] { party-handler } proposes this (version { $version }):
    }
party-offered-how = It holds once both of you have said yes to these very words; an earlier yes to other words does not count for them.
party-offered-left =
    { $left ->
        [0] This was the last version that I can pass on.
        [one] One more version is possible.
       *[other] { $left } more versions are possible.
    }
party-offer-told = Your proposal is on its way as version { $version }, and your own yes to it is noted.
party-offer-told-mediator = The proposal is on its way to both as version { $version }.
party-agree-told = Your yes to version { $version } is noted. It holds once the other person has said yes to the same words.
party-settled = You both said yes to these words, and from now on they hold:
party-settled-how = If it is kept, say so whenever you like. If it is not, say so too: then somebody looks after it again.
party-done-told = Thank you, I am glad. It is finished once the other person says so too, or by itself.
party-kept = You both say that what you agreed on was kept. That does you credit; thank you.
party-both-settled = You both say that it is settled. I am glad; thank you for talking.
party-breach-told = I am sorry to hear that. Those who look after it take it up again.
party-breach-other = It seems that what you had agreed on was not kept, as one of you sees it. Nothing is decided; those who look after it take it up again. If you see it otherwise, tell them.
party-share-told = Noted. A conversation of the three of you opens once the other person asks for it too; until then nobody hears that you did.
party-share-open = You both asked for it: a conversation of the three of you is open. Nobody else reads along. If you would rather not be in it, stop here at any time.
party-share-cannot = You both asked for a conversation of the three of you, but here I cannot open one. { party-handler } goes on carrying words.
party-together = Here the three of you can talk. Nobody has to answer at once, and each of you can stop at any time. { party-handler } is here to help.
party-left-told = That is all right. You stopped, and it never counts against you. { party-handler } looks at how it goes on.
party-left-team = Talking it through has ended, and both know that it counts against nobody. Please look at how it goes on.
party-left-other = Talking it through has ended. That counts against nobody. { party-handler } looks at how it goes on.
party-talks-asked = Time to ask: is it settled between you? If it is, say so, or say yes to the latest proposal. If it is not, you can have it passed on to somebody who had no part in it.
party-talks-silent = Neither of you has said more, so talking it through ends here. Nothing is held against anybody.

## Passed on

party-passed-on =
    { $why ->
        [late] Nobody got to it in time; we are sorry. It is passed on to somebody else who had no part in it.
        [wish] As one of you wished, it is passed on to somebody who had no part in it.
        [stepped-back] Whoever was to decide has stepped back, so that nobody decides who should not. It is passed on to somebody else who had no part in it.
        [again] It is looked at once more from the beginning, by others than before.
        [circle] The circle did not come to a clear answer. It is passed on.
       *[handler] It is passed on to somebody who had no part in it, who decides with a fresh eye.
    }
party-assigned = { party-handler } decides, and had no part in it so far.
party-referred = Somebody outside the team has been asked to look at it.
party-referred-to = It is passed on to somebody outside the team, who has been asked to look at it:
party-responded = Whoever was asked outside the team has answered:
party-responded-plain = Whoever was asked outside the team has answered.
party-restrained = Until { $instant } at the latest, please do not write to each other, here or in private. It is no judgement: it gives everybody room until something is decided. The other person reads the same.
party-restrained-other = Until { $instant } at the latest, something holds for the other person so that there is room until it is decided. You need not do anything; please do not write to each other meanwhile.
party-restraint-over = You need not leave each other alone any more; that was only for a while. Nothing else has changed.
party-request-told = Thank you; your words are with the team. Somebody who had no part in it so far reads them, and either takes it up again or tells you why not. Until then nobody else concerned hears of it.
party-request-nobody = Thank you; your words are kept with it. Right now nobody is free on the team who had no part in it, and the others should not decide whether it is taken up again.
party-refused = { party-handler } read with a fresh eye what had come up, and leaves it closed. These are the reasons:
party-reopened =
    { $asked ->
        [yes] You told us that something new had come up. So it is looked at again, by somebody else than before. Until that is decided, nothing changes.
       *[no] Something new has come to light, so that it is looked at again, by somebody else than before. Until that is decided, nothing changes.
    }

## The circle

party-circle-title = Deciding together
party-circle-what = When people at odds find no way and the team should not decide alone, members who are drawn at random decide together. Five, seven or nine of them read what happened, without the names of those who reported it, and each says alone what should come of it.
party-circle-means = You can be drawn if you have been here for thirty days, write now and then, have nothing open of your own, and let yourself be drawn. When you are, you are asked first, and can say "not this time" without a reason. It takes about a quarter of an hour within three days. Nobody ever sees how you voted.
party-circle-here =
    { $profile ->
        [large] This community decides like that where it has to.
       *[small] This community is small, and its team decides without circles for now. Your yes counts from the day it has them.
    }
party-circle-own =
    { $willing ->
        [yes] You let yourself be drawn.
       *[no] You do not let yourself be drawn now.
    }
party-circle-joined = Thank you: from now on you can be drawn.
party-circle-left = Noted: you are not drawn any more. Where you said yes already, that stands until you say no there.
party-circle-begins =
    { $size ->
        [one] A circle decides: { $size } member, drawn at random, who has no part in it. How they vote nobody ever learns, and nobody sees a count before the end.
       *[other] A circle decides: { $size } members, drawn at random, who have no part in it. How each of them votes nobody ever learns, and nobody sees a count before the end.
    }
party-circle-people = Those who are asked are listed below. If there is one who should not decide about you, you can have one replaced within a day, without a reason.
party-circle-member = Number { $number }
party-circle-changed = The circle has changed: { $person } is asked now.
party-circle-smaller = The circle has changed: one of those who were asked does not take part. Nobody stands by any more, and the others decide.
party-person = { $person }
party-seat = { $you }, you have been drawn for a circle: { $size } members who decide together how a situation between others ends. You had let yourself be drawn; thank you.
party-seat-asked = What is asked of you: read what happened, and say by { $instant } what should come of it. It takes about a quarter of an hour. You can change your mind until the end. Nobody sees how you vote, neither the team nor those whom it is about.
party-seat-free = If it is a bad moment, or you know those concerned too well, say "Not this time". Nobody asks why, and somebody else is drawn. If you say nothing, your seat stays empty.
party-seat-next = What comes next: on { $instant } the votes are counted as they are then, and you read what came of it.
party-seat-told = Thank you. Here is what happened, without names. Votes count until { $instant }; change or take back yours as often as you like.
party-seat-declined = No problem, and thank you for saying so. Somebody else is asked.
party-seat-released = { $you }, you are not needed in that circle after all. Each side may have one person replaced without a reason, so that says nothing about you. Thank you for being ready; nothing more comes of it.
party-summary-text = What was written:
party-summary-around = What stood around it:
party-summary-opener = What whoever asked for help says:
party-summary-wish = What they would like to come of it:
party-summary-respondent = What the other person says:
party-summary-rules = Which rules it touches:
party-summary-nothing = There are no words left to show; those who ask for your judgement have only the outline.
party-summary-letter =
    { $who ->
        [opener] Whoever asked for help
        [respondent] The other person
       *[member] Member { $letter }
    }
party-ballot-ask = What should come of it? Only you see your vote.
party-ballot-yours =
    { $choice ->
        [measure] Your vote so far: for a measure.
        [nothing] Your vote so far: no further action.
        [talk] Your vote so far: talk it over once more.
       *[abstain] Your vote so far: you abstain.
    }
party-ballot-told =
    { $choice ->
        [measure] Noted, and only between us: for a measure. The team puts into words which one; more than half of the circle must take part, and two thirds are needed for more than a reminder on file.
        [nothing] Noted, and only between us: no further action.
        [talk] Noted, and only between us: talk it over once more.
       *[abstain] Noted, and only between us: you abstain. That takes neither side.
    }
party-ballot-until = You can change it or take it back until { $instant }. Then all votes are counted, and you read what came of it.
party-ballot-none = Your vote is taken back and does not count. You can vote again until { $instant }; without a vote, your seat stays empty.
party-challenge-told = Noted: { $person } does not take part. That was the one person whom you can have replaced.
party-challenge-gone = That circle has changed meanwhile, so nobody was replaced. /situation shows who is asked now.
party-counted =
    { $result ->
        [measure] The circle has spoken: it is for a measure.
        [nothing] The circle has spoken: no further action.
        [talk] The circle has spoken: talk it over once more.
        [tie] The circle came to no clear answer: as many said one thing as the other. A tie never brings a measure.
       *[no_quorum] Too few of the circle took part, so that nothing follows from it.
    }
party-counted-numbers = For a measure: { $measure }. No further action: { $nothing }. Talk it over: { $talk }. Abstained: { $abstained }. Asked to sit: { $seated }.
party-counted-thanks = Thank you for taking your part in it. What follows from it is put into words by the team; you need do nothing more.

## What was decided, and looking again

party-decided =
    { $outcome ->
        [measure] { party-handler } has decided: there is a measure. Only whoever it falls upon reads which one; here are the reasons.
        [settled] It is decided that it is settled.
        [talked] The team takes your conversation to be finished. If something is left, /managers opens another one at any time.
        [no_decision] Nobody could decide this who had no part in it. So there is no decision: what held meanwhile is lifted, and nothing is held against anybody.
       *[no_further_action] { party-handler } has looked at it and decided: no further action. Nothing is held against anybody.
    }
party-decided-reasons = The reasons, as they were written:
party-decided-silent = No answer came, so that it ends without further action. Nothing is held against anybody. If you had no time to answer, you can still have it looked at again.
party-decided-appeal = You can ask for another look: somebody who had no part in it looks afresh. Asking never counts against you.
party-appeal-told = Your request is here. Somebody who had no part in it looks at all of it afresh, and you hear the reasons.
party-appeal-meanwhile =
    { $holds ->
        [yes] Until then no reminder counts. What holds you back stays until somebody has looked, and comes first.
       *[no] Until then no reminder counts.
    }
party-appeal-other = Somebody concerned has asked for another look at what was decided. You need not do anything; you hear what comes of it.
party-appeal-taken = { party-handler } looks at it afresh, and had no part in it so far.
party-appeal-second = Nobody is there who had no part in it. So { party-handler } says openly that they look at their own decision again, after two days and from the beginning.
party-upheld = You asked for another look, and { party-handler-mid } took it. This time it stays as it is. These are the reasons:
party-upheld-other = Another look was taken, and it stays as it was decided. These are the reasons:
party-softened = You were right to ask: { party-handler-mid } looked afresh, and it was too much. What was decided is lifted, and something milder takes its place; you read separately what that is. These are the reasons:
party-softened-other = Another look was taken, and what was decided becomes milder. These are the reasons:
party-overturned = { $you }, you were right to ask. { party-handler } looked afresh: that was our mistake. It is lifted and erased, as if it had never been. We are sorry, and glad that you are here.
party-overturned-other = Another look was taken: what was decided was our mistake, and it is lifted. These are the reasons:
party-remitted = You asked for another look. { party-handler } finds that it has to be looked at once more from the beginning, by others. These are the reasons:
party-remitted-other = Another look was taken: it is looked at once more from the beginning, by others. These are the reasons:
party-appeal-late = Nobody looked at it again in time, and you should not wait for us any longer. So what was decided is lifted, and no reminder of it counts. We are sorry that it took so long.
party-appeal-late-ban = Nobody looked at it again in time; we are sorry. A ban is not lifted unseen, so somebody outside the team is to look at it, where the community has named someone.
party-appeal-late-other = Nobody looked at it again in time, so that what was decided is lifted.
party-appeal-late-stands = Nobody looked at it again in time; we are sorry. It stays as it was decided.
party-waive-told = Noted. For you it is left at that.
party-not-sure = Nothing has changed.
party-withdraw-told = You have taken it back. Nothing more is done about it, and nothing of it is held against anybody. If it begins again, write again.
party-withdrawn = Whoever had asked for help has taken it back. Nothing more is done about it, and nothing of it is held against you.
party-finished = It is finished. Thank you for bearing with it.
party-survey = Two short questions are below, if you like. The other person never sees your answers.
party-survey-told = Thank you. Your answers go into sums alone.
party-archived = Some time ago this concerned you. Now its words and names are gone; only that there was something, and how it ended, is still counted.
party-soon = A word ahead: the day is near.
party-soon-question = A word ahead: the question to you is still open. A line is enough:
party-soon-kept = Is it kept, what you agreed on? These were the words:
party-soon-decided = A word ahead: if you would like another look at what was decided, now is the time to ask.
party-soon-ballot = A word ahead: your vote is still missing. It takes a quarter of an hour, and nobody sees it.
party-soon-seat = A word ahead: you were drawn for a circle and have not said yet whether you come. "Not this time" is fine too.
party-took-part = Thank you: you look at it afresh from now on.
party-recuse-told = Noted: you step back, and somebody else takes it over.
party-result-told = Done. Everybody concerned reads your reasons.

## Where situations stand

party-own-title = Your situations
party-own-none = There is nothing open that concerns you, and nothing lately. If something is hard, /dispute brings it before the team, and /managers reaches a person.
party-own-word =
    { $word ->
        [received] Received
        [talked_over] Being talked over
        [decided] Decided
       *[finished] Finished
    }
party-own-line = Situation { $case }
party-own-until =
    { $word ->
        [received] Received; the next date is { $instant }
        [talked_over] Being talked over; the next date is { $instant }
        [decided] Decided; the next date is { $instant }
       *[finished] Finished; the next date is { $instant }
    }
party-own-more = Press one to read where it stands and what you can do.
party-own-unknown = I find no such situation of yours. Without a number, /situation shows all that concern you.
party-standing-handler = { party-handler } looks after it.
party-standing-began = It began on { $instant }.
party-standing-offer = The latest proposal (version { $version }):
party-standing-agreed = What you agreed on:
party-standing-question = What you were asked:
party-standing-reasons = How it was decided, and why:
party-standing-afresh = What came of another look, and why:
party-standing-own = What you wrote:
party-standing-none = There is nothing that you need to do.
party-standing-can = What you can do is below.

## Buttons

party-button-show = Situation { $case }
party-button-consent = Yes, let's try
party-button-decline = Rather not
party-button-offer = Propose something
party-button-counter = Propose something else
party-button-agree = Yes to version { $version }
party-button-leave = Stop here
party-button-share = Talk all three of us
party-button-answer = Tell your side
party-button-say = Say something
party-button-higher = Pass it on
party-button-done = It is kept
party-button-is-settled = It is settled
party-button-breach = It was not kept
party-button-appeal = Ask for another look
party-button-waive = Leave it at that
party-button-withdraw = Take it back
party-button-survey = Say how it was
party-button-request = Something new came up
party-button-carry = Carry words
party-button-propose = Propose something
party-button-seat = I'll come
party-button-seat-decline = Not this time
party-button-challenge = Replace number { $number }
party-button-ballot =
    { $choice ->
        [measure] For a measure
        [nothing] No further action
        [talk] Talk it over
       *[abstain] I abstain
    }
party-button-retract = Take my vote back
party-button-take = Look at it afresh
party-button-uphold = It stays
party-button-soften = Make it milder
party-button-overturn = It was our mistake
party-button-remit = Begin again
party-button-recuse = Step back
party-button-circle-join = Let me be drawn
party-button-circle-leave = Do not draw me any more

## The team

party-unreachable = What I wrote to { $person } about case { $case } did not reach them:
party-unreachable-next = As long as they are here, they can still read all of it, and act, with /situation; please tell them where they will see it. Deadlines go on.
party-mediator = You carry the words between { $opener } and { $respondent } in case { $case }. What they write reaches you; what you carry is read as coming from you.
party-mediator-news =
    { $what ->
        [offer] Case { $case }: one of the two proposes something; the other is reading it.
        [agree] Case { $case }: one of the two has said yes to the latest version.
        [settled] Case { $case }: both have said yes to the same words. In two weeks it is finished, unless one of them says that it was not kept.
        [leave] Case { $case }: one of the two has stopped. It is yours again, and counts against nobody.
        [done] Case { $case }: one of the two says that it is settled or was kept.
        [breach] Case { $case }: one of the two says that what was agreed on was not kept. It is yours again.
       *[decline] Case { $case }: it will not be talked through. That counts against nobody; please look at how it goes on.
    }
party-appeal-card = Another look is asked for at case { $case }. It takes somebody who had no part in it:
party-appeal-card-until =
    { $state ->
        [appealed] If nobody takes it by { $instant }, what was decided is lifted.
        [appealed-ban] If nobody takes it by { $instant }, somebody outside the team is asked, where one is named; the ban stands if they say nothing either.
       *[other] If nobody takes it by { $instant }, it stays as it was decided.
    }
party-request-card = { $person } says that something new has come up since this was closed. It takes somebody who had no part in it:
party-request-card-nobody = Right now nobody here is free who had no part in it, and I told them so. Whoever joins or comes back can still look at it.
