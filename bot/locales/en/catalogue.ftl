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
catalogue-form-report-hurt = It hurts somebody, me or another person
catalogue-form-report-spam = Advertising, a scam or a nuisance
catalogue-form-report-danger = Somebody is in danger
catalogue-form-report-other = Something else
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
