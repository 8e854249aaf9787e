### What can be asked of the bot: commands, menus and forms. Platforms cut long lines: 100 characters for a command or a
### choice, 45 for a question, 24 for the title of a form, its last button and an entry of a menu.

## Commands

catalogue-help = What you can ask of me
catalogue-help-command = The command that you want to know more about
catalogue-report = Tell the team, in confidence, about something that went wrong
catalogue-report-account = Whom it is about
catalogue-report-reason = What happened, in your own words
catalogue-policy-list = The rules that I apply here
catalogue-policy-show = One rule: what it looks at, why, and what follows
catalogue-policy-id = The rule
catalogue-policy-explain = Try a text on the rules: what each would say, and why
catalogue-policy-text = The text to try; nothing is posted
catalogue-policy-new = Write a rule of your own, and try it first
catalogue-privacy-show = What I keep about you
catalogue-privacy-export = Everything that I keep about you, as a file
catalogue-privacy-forget = Erase what I keep about you
catalogue-language = The language that I speak to you in
catalogue-language-which = The language
catalogue-language-auto = Whatever this platform is set to
catalogue-english = English
catalogue-french = French
catalogue-link = Let two of your accounts count as one person
catalogue-link-code = The code from your other account; without one I give you one
catalogue-unlink = Let this account be a person of its own again
catalogue-setup = Set me up, or change how I am set up
catalogue-settings = What was set here, by whom and when
catalogue-pause = Stop what I do unasked, at once
catalogue-resume = Let me go on
catalogue-pause-what = The rule; nothing means all of them

## Menus of a message

catalogue-menu-report = Report
catalogue-menu-explain = Explain this decision

## Telling the team

catalogue-form-report = Tell the team
catalogue-form-report-intro = Only the people who look after this will read it. Nobody learns that it came from you. You will hear what became of it.
catalogue-form-report-what = What is it?
catalogue-form-report-account = Whom is it about?
catalogue-form-report-reason = What happened?
catalogue-form-report-hint = In your own words. A few are enough; none is fine too.
catalogue-form-report-submit = Send

## A rule of one's own

catalogue-form-policy = A new rule
catalogue-form-policy-intro = It only watches at first. You see what it would have done before it does anything.
catalogue-form-policy-title = What is it called?
catalogue-form-policy-words = Words or phrases to notice
catalogue-form-policy-words-hint = One a line. Spelling tricks are seen through; a * stands for any ending.
catalogue-form-policy-then = What follows?
catalogue-form-policy-alert = The team is told
catalogue-form-policy-remind = The author gets a friendly word, in private
catalogue-form-policy-remove = The message goes, and the author is told why
catalogue-form-policy-why-en = Why does it exist? In English
catalogue-form-policy-why-fr = Why does it exist? In French
catalogue-form-policy-submit = Try it

## Being forgotten

catalogue-form-forget = Be forgotten
catalogue-form-forget-intro = I erase your name, your texts and what you did. Sums stay, without a name. This cannot be taken back.
catalogue-form-forget-sure = Shall I erase it?
catalogue-form-forget-no = No, leave it as it is
catalogue-form-forget-yes = Yes, erase it
catalogue-form-forget-submit = Go ahead

## Setting up

catalogue-form-voice = How I speak
catalogue-form-voice-locale = Which language?
catalogue-form-voice-address = How do I address people in French?
catalogue-form-voice-tu = With "tu"
catalogue-form-voice-vous = With "vous"
catalogue-form-team = The team
catalogue-form-team-intro = Where I tell the team things, and how much procedure suits you.
catalogue-form-team-channel = The team's own channel
catalogue-form-team-profile = How big is the team?
catalogue-form-team-small = Small: one to three people, little procedure
catalogue-form-team-large = Larger: four or more, with a second look at what is grave
catalogue-form-team-outside = Someone to turn to outside the team
catalogue-form-team-outside-hint = A name and an address, for complaints about the team itself
catalogue-form-person = Who may do what
catalogue-form-person-intro = Name a role or a person. Each level may do all that the ones before it may.
catalogue-form-person-role = A role
catalogue-form-person-account = A person
catalogue-form-person-level = Trusted with what?
catalogue-level =
    { $level ->
        [helper] Helper: talk to people, take reports
        [moderator] Moderator: also undo, take down, pause
        [senior] Senior: also change rules
        [owner] Owner: also change how I am set up
       *[member] Member: nothing in particular
    }
catalogue-form-channel = A channel's language
catalogue-form-channel-intro = For channels that do not speak the community's usual language.
catalogue-form-channel-which = The channel
catalogue-form-channel-locale = Which language is spoken there?
catalogue-form-channel-usual = The usual one
catalogue-form-watch = A channel to look after
catalogue-form-watch-intro = I go there, and from then on compare what is written there with the rules. Members see that I am in it.
catalogue-form-watch-channel = The channel
catalogue-form-begin = Begin
catalogue-form-begin-intro = If I look on first, members hear nothing from me unasked, and the team reads every day what I would have done.
catalogue-form-begin-stage = How do I begin?
catalogue-form-begin-observing = Look on first, do nothing (recommended)
catalogue-form-begin-acting = Act from now on
catalogue-form-begin-channel = Where is everybody told news?
catalogue-form-begin-submit = Begin

## Situations, as those between whom they are see them

catalogue-situation = See where your situations stand, and what you can do
catalogue-situation-number = Which one, by its number
catalogue-circle-join = Let yourself be drawn when members decide together
catalogue-circle-leave = Not be drawn any more when members decide together
catalogue-circle-how = Read how members decide together
catalogue-form-send = Send
catalogue-form-sure-no = No, leave it as it is
catalogue-form-offer = What could work?
catalogue-form-offer-intro = Both of you read it. It holds only once both have said yes to the same words.
catalogue-form-offer-text = What do you propose?
catalogue-form-offer-hint = Something each of you can do, and by when
catalogue-form-answer = Your side
catalogue-form-answer-intro = Only those who look after it read this. They may tell the gist of it to the other person.
catalogue-form-answer-text = In your own words
catalogue-form-breach = It was not kept
catalogue-form-breach-intro = Those who look after it take it up again.
catalogue-form-breach-text = What happened?
catalogue-form-higher = Pass it on
catalogue-form-higher-intro = Somebody who had no part in it looks at it then.
catalogue-form-higher-text = Why is talking not enough?
catalogue-form-appeal = Ask for another look
catalogue-form-appeal-intro = Somebody who had no part in it looks afresh. Asking never counts against you.
catalogue-form-appeal-text = What should be looked at again?
catalogue-form-appeal-hint = What was missed, or seen wrongly
catalogue-form-waive = Leave it at that
catalogue-form-waive-intro = You give up asking for another look. It is over once everybody concerned has said so.
catalogue-form-waive-sure = Is it over for you?
catalogue-form-waive-yes = Yes, leave it at that
catalogue-form-withdraw = Take it back
catalogue-form-withdraw-intro = Nothing more is done about it. You owe nobody a reason.
catalogue-form-withdraw-sure = Do you take it back?
catalogue-form-withdraw-yes = Yes, take it back
catalogue-form-survey = How was it?
catalogue-form-survey-intro = Two questions, so that the next ones have it better. The other person never sees your answers.
catalogue-form-survey-fair = Were you treated fairly?
catalogue-form-survey-clear = Was it clear what would happen next?
catalogue-form-survey-yes = Yes
catalogue-form-survey-partly = Partly
catalogue-form-survey-no = No
catalogue-form-request = Something new came up
catalogue-form-request-intro = Somebody who had no part in it so far reads this, and either takes it up again or tells you why not. You can say so once.
catalogue-form-request-text = What has come up?
catalogue-form-carry = Carry words
catalogue-form-carry-intro = I pass them on as yours. Say it so that it can be heard.
catalogue-form-carry-to = To whom?
catalogue-form-carry-opener = Whoever asked for help
catalogue-form-carry-respondent = The other person
catalogue-form-carry-text = Which words?
catalogue-form-afresh-reasons = Why? Everybody concerned reads this
catalogue-form-uphold = It stays as it is
catalogue-form-uphold-intro = The decision holds. Your reasons go to everybody concerned.
catalogue-form-soften = Make it milder
catalogue-form-soften-intro = What was decided is lifted, and this takes its place. It can never be harsher than before.
catalogue-form-soften-what = What remains?
catalogue-form-soften-left =
    { $what ->
        [remind] A reminder, in private
        [warn] A warning, in private
        [timeout-1h] Reading along for an hour
        [timeout-1d] Reading along for a day
        [timeout-3d] Reading along for three days
        [timeout-7d] Reading along for a week
       *[ban-30d] Staying away for thirty days
    }
catalogue-form-overturn = It was our mistake
catalogue-form-overturn-intro = Everything is lifted and erased as if it had never been, and they get our apology.
catalogue-form-remit = Begin again
catalogue-form-remit-intro = Others look at all of it once more. That can be done once.

## Somebody outside the team

catalogue-outside-answer = Note down what somebody outside answered
catalogue-outside-case = The number of the case
catalogue-outside-text = What they answered, in their words
catalogue-outside-said = What they decided: words alone, or their decision
catalogue-outside-result =
    { $result ->
        [uphold] The decision should stand
        [overturn] The decision was a mistake
        [nothing] There is nothing more to be done
        [measure] Something should follow
       *[words] Neither: only these words
    }
catalogue-form-refer = Ask somebody outside
catalogue-form-refer-intro = They get what it takes to judge and no names, and have some days to answer. Those concerned are told.
catalogue-form-refer-text = What do you want to ask them?
catalogue-form-refer-contact = Whom?
catalogue-form-refer-contact-hint = The name from the settings; left empty: the first one
catalogue-form-refer-submit = Ask them
catalogue-form-outside = An answer from outside
catalogue-form-outside-intro = For an answer that came by mail or by word of mouth. Those concerned are told of it.
catalogue-form-outside-text = What did they answer?
catalogue-form-outside-result = Their decision, if one was asked for
catalogue-form-outside-submit = Note it down

catalogue-form-decide-policy = Which rule does it break?
catalogue-form-decide-policy-hint = Its name as /policy list shows it. Criticism of the team is taken down only with a rule.

## Making rules together

catalogue-policy-propose = Propose a rule: it is talked over, tried, and decided
catalogue-policy-propose-mode = Propose that a rule acts, goes on trial or is switched off
catalogue-policy-rules = How rules are made here, and how to change that
catalogue-decisions = What was proposed and decided here, when and why
catalogue-decisions-page = Which page
catalogue-proposal-how-far = How far should it go?
catalogue-proposal-mode =
    { $mode ->
        [enforce] It acts
        [shadow] It goes on trial: it only notes what it would do
       *[off] It is switched off
    }
catalogue-proposal-policy-hint = Its name as /policy list shows it, such as starter/invites
catalogue-form-proposal = Propose a rule
catalogue-form-proposal-intro = Everybody will read it. It is tried at once on what you write here and on the last 30 days, then on what comes in, without doing anything.
catalogue-form-proposal-mode = How far a rule goes
catalogue-form-proposal-rules = How we decide
catalogue-form-proposal-who = Who decides
catalogue-form-proposal-submit = Propose
catalogue-form-proposal-reason =
    { $form ->
        [proposal-adopt] Adopt it
        [proposal-reject] Reject it
       *[proposal-veto] Stop it
    }
catalogue-proposal-then =
    { $then ->
        [alert] The team is told
        [remind] The author gets a friendly word in private
        [remove] The message is taken down, and its author reads why
        [trial-alert] On trial until the team switches it on; then the team is told
        [trial-remind] On trial until the team switches it on; then a friendly word in private
       *[trial-remove] On trial until the team switches it on; then the message is taken down
    }
catalogue-proposal-why = Why?
catalogue-proposal-why-hint = For everybody who decides, and for whomever it falls upon.
catalogue-proposal-spare = What must it leave alone?
catalogue-proposal-spare-hint = One message a line. If the rule would match one of them, I tell you at once.
catalogue-proposal-reason = Why?
catalogue-proposal-read-by-all = Everybody reads it.
catalogue-proposal-days = Days to talk, to vote, to wait
catalogue-proposal-days-hint = Three numbers, such as 3 3 1
catalogue-proposal-percents = Percent: taking part, majority, for this
catalogue-proposal-percents-hint = Three numbers, such as 20 50 66
catalogue-proposal-who = Who decides about proposals?
catalogue-proposal-who-choice =
    { $who ->
        [off] Nobody proposes: the team makes the rules
        [managers] Everybody proposes; the team decides with a reason, or opens a vote
       *[members] Everybody proposes, and it is always voted on
    }

## Measures upon people

catalogue-remind = Remind somebody of a rule, in private; it stays on file for a while
catalogue-warn = Warn somebody, in private; it stays on file for a while
catalogue-timeout = Let somebody read but not write for a while
catalogue-quarantine = Leave somebody only the place where they reach the team
catalogue-exclude = Take somebody out of one channel
catalogue-role = Give somebody a role as a measure, for a while or until further notice
catalogue-kick = Make somebody leave; they may come back
catalogue-ban = Make somebody leave for good, or for a while
catalogue-lift = End what holds somebody back, at once
catalogue-ladder = The steps that I offer whoever decides about people, and where they come from
catalogue-ladder-whom = Somebody, to see which step would be next for them
catalogue-measure-whom = Whom it is about
catalogue-measure-why = Why, in words that they will read
catalogue-measure-why-length = Why, in words that they will read; begin with a length if you like: 2 h
catalogue-measure-length = For how long: 2 h, 3 days, a week
catalogue-measure-rule = Which rule it is about
catalogue-measure-place = Which channel
catalogue-menu-remove = Take it down
catalogue-form-measure-whom = Whom is it about?
catalogue-form-measure-why = Why?
catalogue-form-measure-why-hint = They read these words. Say what happened, not what kind of person they are.
catalogue-form-measure-length = For how long?
catalogue-form-measure-length-hint = 2 h, 3 days, a week. Empty: an hour for a timeout, no end for the rest.
catalogue-form-measure-rule = Which rule is it about?
catalogue-form-measure-rule-hint = Its name, as /policy list has it
catalogue-form-measure-place = Which channel?
catalogue-form-measure-role = Which role?
catalogue-form-measure-submit = Go on
catalogue-form-remind = Remind somebody
catalogue-form-warn = Warn somebody
catalogue-form-timeout = A timeout
catalogue-form-quarantine = Quarantine
catalogue-form-exclude = Out of one channel
catalogue-form-role = Give a role
catalogue-form-kick = Make somebody leave
catalogue-form-ban = Ban somebody
catalogue-form-remove = Take a message down
catalogue-form-explain = Say why
catalogue-form-explain-submit = Tell them
catalogue-form-lift = End it early
catalogue-form-lift-submit = End it
catalogue-form-ladder = The steps
catalogue-form-ladder-intro = What I offer the first time, the second time and so on. Whoever decides may always decide otherwise.
catalogue-form-ladder-steps = The steps, one a line
catalogue-form-ladder-hint = remind, warn, timeout 1 h, quarantine, kick, ban, ban 30 days

## The team's own day

catalogue-queue = See what waits for the team, the most pressing first
catalogue-handover = Read what is open, what happened and what is promised, before you take over
catalogue-why = Read what holds you back here, and why
catalogue-away = Say until when you are away, and who stands in
catalogue-away-until = Until when: a day, or a length such as 3d
catalogue-away-deputy = Who stands in for you
catalogue-back = Say that you are here again
catalogue-oncall = See and change who is called when it cannot wait
catalogue-form-yes = Yes
catalogue-form-no = No
catalogue-form-away = You are away for a while
catalogue-form-away-intro = Nobody calls you meanwhile, and what you had taken goes to whoever stands in, or back to the queue.
catalogue-form-away-until = Until when?
catalogue-form-away-hint = A day, such as 2027-03-05, or a length, such as 3d or 2 weeks
catalogue-form-away-deputy = Who stands in for you?
catalogue-form-oncall = Who is on call
catalogue-form-oncall-intro = For somebody in danger, and for a raid outside your hours. Whoever is away is left out.
catalogue-form-oncall-place =
    { $number ->
        [1] First
        [2] If they do not come: second
        [3] Third
        [4] Fourth
       *[5] Fifth
    }
catalogue-form-slow = Slow a channel down
catalogue-form-slow-intro = For one hour, each person can write there only so often.
catalogue-form-slow-channel = Which channel?
catalogue-form-slow-pace = How often can each person write?
catalogue-form-slow-how =
    { $pace ->
        [ten] Every ten seconds
        [minute] Once a minute
       *[five] Once in five minutes
    }
catalogue-form-hours = When the team is there
catalogue-form-hours-intro = Deadlines run only then, and nobody is reminded outside of it. Leave everything empty for always.
catalogue-form-hours-days = On which days?
catalogue-form-hours-days-hint = Such as mon-fri, or mon, wed, sat; empty for every day
catalogue-form-hours-opens = From when?
catalogue-form-hours-opens-hint = Such as 09:00; empty for all day
catalogue-form-hours-closes = Until when?
catalogue-form-hours-off = Days off
catalogue-form-hours-off-hint = One a line, such as 2027-12-25
catalogue-form-fairness = How we deal with people
catalogue-form-fairness-intro = These hold for what is decided from now on; what was decided before stays as it was said then.
catalogue-form-fairness-days = For how many days does a reminder count?
catalogue-form-fairness-days-hint = 90 is usual
catalogue-form-fairness-help = Where does somebody in danger find help?
catalogue-form-fairness-help-hint = Numbers and addresses of your country, one a line, for whoever says that somebody is in danger
catalogue-form-fairness-two = Does a ban take two people?
catalogue-form-fairness-named = Do members read who of the team acted?

## Cases, and the doors that lead there

catalogue-dispute = Ask for help with somebody you are at odds with
catalogue-dispute-account = With whom
catalogue-dispute-happened = What happened, in your own words
catalogue-managers = Talk with the team, without accusing anybody
catalogue-managers-text = What you would like to talk about
catalogue-case-number = The number of the case
catalogue-case-text = In your own words
catalogue-case-why = Why, in your own words
catalogue-case-which = Which ones
catalogue-case-which-one =
    { $which ->
        [mine] Those that I am on
       *[all] All that are open
    }
catalogue-case-whom = To whom
catalogue-case-into = The number of the other case
catalogue-case-to = The number of the other case
catalogue-case-list = What is open, the most pressing first
catalogue-case-show = One case, with all that can be done
catalogue-case-claim = Take a case
catalogue-case-note = Note something for colleagues
catalogue-case-ask = Ask whoever asked for help, or the person whom a report is about
catalogue-case-assign = Give a case to somebody else
catalogue-case-close = Close a case without further action
catalogue-case-escalate = Pass a case on to somebody who was not part of it
catalogue-case-merge = Join a case with another one
catalogue-case-link = Note that a case belongs to another one
catalogue-case-reopen = Take a closed case up again, since something new has come up
catalogue-case-new = What is new
catalogue-case-export = A whole case as a file, sealed names included
catalogue-history = What stands about a person
catalogue-history-whom = Whom
catalogue-menu-dispute = Raise a dispute
catalogue-concern =
    { $concern ->
        [hurt] It hurts somebody, me or another person
        [spam] Advertising, a scam or a nuisance
        [danger] Somebody is in danger
        [harassment] Harassment
        [threat] A threat
        [sexual] Something sexual that nobody asked for
        [minor] A minor is concerned
       *[other] Something else
    }
catalogue-form-report-links = Links to screenshots, if you have any
catalogue-form-report-links-hint = For private messages, for example. Only the team sees them.
catalogue-form-dispute = Ask for help
catalogue-form-dispute-intro = Nothing is decided by asking. Only those who look after it read your words. The other person is asked for their side; about harassment, a threat, something sexual, a minor or danger, only once somebody on the team turns to them.
catalogue-form-dispute-account = With whom?
catalogue-form-dispute-what = What is it?
catalogue-form-dispute-happened = What happened?
catalogue-form-dispute-wish = What would help?
catalogue-form-dispute-submit = Send
catalogue-form-managers = Talk with the team
catalogue-form-managers-intro = Nobody has to have done anything wrong. Somebody on the team opens a conversation that only the two of you and the team can read.
catalogue-form-managers-text = What would you like to talk about?
catalogue-form-managers-hint = A few words are enough.
catalogue-form-managers-submit = Send
catalogue-form-case-submit = Send
catalogue-form-note = Note something
catalogue-form-note-intro = Only the team reads it.
catalogue-form-note-text = What should be remembered?
catalogue-form-ask = Ask a question
catalogue-form-ask-intro = Between two people it goes to whoever asked for help. After a report it goes to the person whom it is about, who then learns of it; whoever reported is never named.
catalogue-form-ask-text = What would you like to know?
catalogue-form-dismiss = No further action
catalogue-form-dismiss-intro = Those concerned hear that it was looked at, and can ask for another look.
catalogue-form-dismiss-text = Why? They read it, too
catalogue-form-escalate = Pass it on
catalogue-form-escalate-intro = Somebody who was not part of it decides.
catalogue-form-escalate-text = Why?
catalogue-form-assign = Give it to somebody
catalogue-form-assign-intro = They hear of it at once.
catalogue-form-assign-account = To whom?
catalogue-form-reopen = Reopen
catalogue-form-reopen-intro = It is yours from then on, and those concerned hear that it is looked at again. That can be done once.
catalogue-form-reopen-text = What is new? Only the team reads this
catalogue-form-refuse = Leave it closed
catalogue-form-refuse-intro = Whoever said that something new had come up hears so. Nobody else concerned does.
catalogue-form-refuse-text = Why? They read this
catalogue-form-merge = Join with another case
catalogue-form-merge-intro = It goes on there; whoever reported it hears what comes of that one.
catalogue-form-merge-into = The number of the other case
catalogue-form-decide = Decide
catalogue-form-decide-intro = Whoever it falls upon reads your reasons before they feel anything of it, and can ask for another look.
catalogue-form-decide-measure = What follows?
catalogue-measure =
    { $measure ->
        [nothing] Nothing but these words
        [remind] A reminder, in private
        [warn] A warning, in private
        [timeout-1h] Reading along for an hour
        [timeout-1d] Reading along for a day
        [timeout-7d] Reading along for a week
        [quarantine] Writing only to the team
        [channel] Out of this channel
        [kick] Asked to leave
        [ban-30d] Out of the community for thirty days
       *[ban] Out of the community
    }
catalogue-form-decide-message = And the message?
catalogue-form-decide-message-one =
    { $message ->
        [goes] It is taken down
       *[stays] It stays
    }
catalogue-form-decide-text = The reasons
catalogue-form-decide-hint = What happened, which rule it touches, and what you hope for
catalogue-form-restrain = A measure for now
catalogue-form-restrain-intro = Something holds until it is decided, for three days at most. Whoever it falls upon reads why.
catalogue-form-restrain-what = What holds?
catalogue-restraint =
    { $what ->
        [no_contact] The two leave each other alone
        [timeout] Reading along
       *[quarantine] Writing only to the team
    }
catalogue-form-restrain-hours = For how long?
catalogue-hours =
    { $hours ->
        [one] One hour
       *[other] { $hours } hours
    }
catalogue-form-restrain-text = Why?

## Figures

catalogue-transparency = How this community was looked after, in numbers
catalogue-transparency-period = A year, a quarter or a month, such as 2026-Q3 (nothing means this quarter)
