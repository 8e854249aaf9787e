### What people read while they set the bot up, pause it and let it go on; and how it introduces itself to members.

## Setting up

governing-setup-title = Setting me up
governing-setup-intro = Good to meet you. This takes a few minutes: each button below asks you a question or two, in any order, and you can change your mind later.
governing-saved = Noted. This is how things stand now:
governing-saved-nothing = That is how it was already. This is how things stand:
governing-section =
    { $section ->
        [voice] How I speak
        [team] The team
        [person] Who may do what
        [hours] When the team is there
        [fairness] How we deal with people
        [channel] Channels with a language of their own
        [watch] Channels that I look after
        [begin] What I do now
       *[announcements] Where everybody is told news
    }
governing-button =
    { $section ->
        [voice] How I speak
        [team] The team
        [person] Who may do what
        [hours] When the team is there
        [fairness] How we deal with people
        [channel] A channel's language
        [watch] A channel to look after
       *[begin] Begin
    }
governing-setup-voice-value =
    { $locale ->
        [fr]
            { $address ->
                [vous] French, with "vous"
               *[tu] French, with "tu"
            }
       *[en]
            { $address ->
                [vous] English; "vous" where I speak French
               *[tu] English; "tu" where I speak French
            }
    }
governing-setup-team-value =
    { $named ->
        [yes]
            { $profile ->
                [large] { $place } · a larger team · outside the team: { $outside }
               *[small] { $place } · a small team · outside the team: { $outside }
            }
       *[no]
            { $profile ->
                [large] { $place } · a larger team · nobody named outside the team
               *[small] { $place } · a small team · nobody named outside the team
            }
    }
governing-setup-team-nowhere =
    { $named ->
        [yes]
            { $profile ->
                [large] No channel yet · a larger team · outside the team: { $outside }
               *[small] No channel yet · a small team · outside the team: { $outside }
            }
       *[no]
            { $profile ->
                [large] No channel yet · a larger team · nobody named outside the team
               *[small] No channel yet · a small team · nobody named outside the team
            }
    }
governing-setup-person-value = { $owner ->
        [0] {""}
       *[other] Owners: { $owner }{"\u000A"}
    }{ $senior ->
        [0] {""}
       *[other] Seniors: { $senior }{"\u000A"}
    }{ $moderator ->
        [0] {""}
       *[other] Moderators: { $moderator }{"\u000A"}
    }{ $helper ->
        [0] {""}
       *[other] Helpers: { $helper }{"\u000A"}
    }Whoever owns the place on the platform is an owner here too.
governing-setup-hours-always = Always, on every day
governing-setup-hours-value = { $monday ->
        [yes] {"Mon "}
       *[no] {""}
    }{ $tuesday ->
        [yes] {"Tue "}
       *[no] {""}
    }{ $wednesday ->
        [yes] {"Wed "}
       *[no] {""}
    }{ $thursday ->
        [yes] {"Thu "}
       *[no] {""}
    }{ $friday ->
        [yes] {"Fri "}
       *[no] {""}
    }{ $saturday ->
        [yes] {"Sat "}
       *[no] {""}
    }{ $sunday ->
        [yes] {"Sun "}
       *[no] {""}
    }{ $hours ->
        [all] all day
       *[some] from { $opens } until { $closes }
    }{ $off ->
        [0] {""}
        [one] {" · one day off"}
       *[other] {" · "}{ $off } days off
    }
governing-setup-fairness-value =
    { $days ->
        [one] Reminders count for one day
       *[other] Reminders count for { $days } days
    } · { $two ->
        [yes] a ban takes two people
       *[no] one person can ban
    } · { $named ->
        [yes] members read who of the team acted
       *[no] members read "the team"
    } · { $help ->
        [yes] help lines are named
       *[no] no help lines yet
    }
governing-setup-channel-value =
    { $english ->
        [0]
            { $french ->
                [0] None: the usual language everywhere
               *[other] In French: { $french }
            }
       *[other]
            { $french ->
                [0] In English: { $english }
               *[other] In English: { $english }. In French: { $french }
            }
    }
governing-setup-watch-value = Those that I am in. Here I see nothing of the others: name them one by one, or invite me.
governing-watched = I am going to { $place } to look after it. If I cannot, the team is told.
governing-watched-by = { $person } asked me to look after { $place }.
governing-watch-nowhere = Here I see every channel that I may see, so there is nothing to add. Nothing has changed.
governing-watch-new-title = There is a new channel
governing-watch-new = Shall I look after { $place }?
governing-watch-new-sees = For now I am not in it, so I see nothing of what is written there.
governing-button-watch = Look after it
governing-setup-begin-not-yet = Nothing yet
governing-setup-begin-observing = I look on and do nothing unasked, until { $instant }.
governing-setup-begin-acting = I act.
governing-setup-announcements-value = { $place }
governing-missing-channel = Before I can begin, I need to know where to tell the team things: press "The team".
governing-missing-people = No moderator is named yet: with "Who may do what", others can help you look after things.
governing-missing-outside = Nobody outside the team is named yet: it helps people who have something to say about the team itself.
governing-missing-begin = Everything that I need is there. When you are ready, press "Begin".
governing-missing-announcements = Members have not been told where I come from: with "Begin", name the channel where everybody is told news.
governing-wrong-channel = I do not know that channel here. Choose one of this server or workspace. Nothing has changed.
governing-wrong-choice = That is not one of the choices. Nothing has changed.
governing-wrong-nobody = I need to know for whom: name a role or a person. Nothing has changed.
governing-wrong-person = I do not know that role or person here. Choose one of this server or workspace. Nothing has changed.
governing-wrong-yourself = This would take your own place as an owner, and you could not take it back. Let another owner do it, once there is one. Nothing has changed.
governing-wrong-weekdays = I do not understand those days. Write them like mon-fri, or mon, wed, sat; leave it empty for every day. Nothing has changed.
governing-wrong-hour = I do not understand that hour. Write it like 09:00 or 18:30; leave both empty for all day. Nothing has changed.
governing-wrong-off = I do not understand one of the days off. Write one a line, like 2027-12-25, at most a hundred. Nothing has changed.
governing-wrong-days = For how many days a reminder counts is a number from 1 to 730. Nothing has changed.
governing-wrong-policy = I do not know that rule. Write it as pack/name, such as starter/scam-links, or leave it empty to mean all of them. Nothing has changed.

## Looking on, and acting

governing-observing-title = I am here, and only look on for now
governing-observing = I look on until { $instant }: members get nothing from me unasked.
governing-observing-daily = Once a day you read here what I would have done. Tell me where I am wrong: that is what this time is for.
governing-observing-stop = /pause stops me at once, now or later. /setup changes anything else.
governing-acting-title =
    { $watched ->
        [yes] The time of looking on is over
       *[no] I act from now on
    }
governing-acting = From now on I act where the rules say so. Everybody hears why, can ask a person, and you can undo whatever I do.
governing-acting-draft = Members should know before they meet me. Below is what I would tell them; press the button to post it as it is.
governing-button-announce = Tell everybody
governing-announced = It is posted where everybody reads it.
governing-announce-nowhere = I do not know yet where everybody is told news: press "Begin" in /setup and choose the channel. Nothing was posted.
governing-announce-already = It was posted there already. Nothing was posted again.
governing-announce-title = Hello, I am Palabre
governing-announce-what = I am a program. I help the people who look after this community: I notice scams, insults and the like, and tell the author why when I do something about it.
governing-announce-reads = I read what is posted in the channels that I can see, to compare it with the rules; /policy list shows them all. I do not read private conversations between members.
governing-announce-keeps =
    { $activity ->
        [one] I keep who wrote when and where for one day, without the words.
       *[other] I keep who wrote when and where for { $activity } days, without the words.
    } { $evidence ->
        [one] Where I did something, I keep the text and the reason for one day.
       *[other] Where I did something, I keep the text and the reason for { $evidence } days.
    } { $own ->
        [one] What I wrote myself I keep for one day.
       *[other] What I wrote myself I keep for { $own } days.
    }
governing-announce-wrong = I can be wrong. Under whatever I write to you there is a button, "Ask a person": somebody on the team looks at it, and what was a mistake is undone.
governing-announce-turn = If something troubles you, write to anyone on the team, or use /report: only the team reads it.
governing-announce-outside = If it is about the team itself, you can turn to someone outside it:
governing-announce-yours = /privacy show tells you what I keep about you, /privacy forget erases it, /language changes the language I speak to you in, and /help tells the rest.

## Pausing

governing-button-resume = Let it go on
governing-paused =
    { $what ->
        [everything] Stopped: I do nothing unasked any more, and nothing that was waiting will be done.
       *[policy] Stopped: { $policy } does nothing any more, and nothing that it alone had waiting will be done.
    }
governing-paused-by =
    { $what ->
        [everything] { $person } stopped me: I do nothing unasked any more, and nothing that was waiting will be done.
       *[policy] { $person } stopped { $policy }: it does nothing any more, and nothing that it alone had waiting will be done.
    }
governing-paused-still = I still answer whoever asks me something, take reports, and keep your buttons working.
governing-paused-already =
    { $what ->
        [everything] Everything is stopped already. Nothing has changed.
       *[policy] { $policy } is stopped already. Nothing has changed.
    }
governing-resumed =
    { $what ->
        [everything] I go on, with all the rules.
       *[policy] { $policy } goes on.
    }
governing-resumed-by =
    { $what ->
        [everything] { $person } let me go on, with all the rules.
       *[policy] { $person } let { $policy } go on.
    }
governing-resumed-now = It holds for what is written from now on; nothing is made up for.
governing-resumed-already =
    { $what ->
        [everything] Nothing was stopped. Nothing has changed.
       *[policy] { $policy } was not stopped. Nothing has changed.
    }
governing-resume-everything = Everything is stopped, so { $policy } cannot go on alone. Use /resume without a rule first. Nothing has changed.

## How far a rule goes

governing-mode =
    { $mode ->
        [enforce] Noted: { $policy } is to act. It is checked against its own examples first; if it fails one, the team is told, and nothing changes.
        [shadow] Noted: { $policy } only watches from now on. It is checked against its own examples; if it fails one, the team is told.
       *[off] Noted: { $policy } is off.
    }
governing-mode-already =
    { $mode ->
        [enforce] { $policy } is to act already. Nothing has changed.
        [shadow] { $policy } only watches already. Nothing has changed.
       *[off] { $policy } is off already. Nothing has changed.
    }

## What was set

governing-settings-title = What was set here
governing-settings-intro = This was set in the chat, and holds over what the operator's file says. Everything else is as in the file.
governing-settings-none = Nothing was set in the chat: everything is as in the operator's file.
governing-set-by =
    { $by ->
        [person] ({ $person }, { $instant })
       *[program] (the program itself, { $instant })
    }
governing-set-locale =
    { $value ->
        [fr] Language: French { governing-set-by }
       *[en] Language: English { governing-set-by }
    }
governing-set-address =
    { $value ->
        [vous] In French I say "vous" { governing-set-by }
       *[tu] In French I say "tu" { governing-set-by }
    }
governing-set-profile =
    { $value ->
        [large] A larger team { governing-set-by }
       *[small] A small team { governing-set-by }
    }
governing-set-outside = To turn to outside the team: { $value } { governing-set-by }
governing-set-stage =
    { $value ->
        [observing] I look on, and do nothing unasked { governing-set-by }
       *[acting] I act { governing-set-by }
    }
governing-set-hours = When the team is there: see /setup { governing-set-by }
governing-set-on-call = Who is called when it cannot wait: see /oncall { governing-set-by }
governing-set-days = Reminders count for { $value } days { governing-set-by }
governing-set-help = Where somebody in danger finds help: { $value } { governing-set-by }
governing-set-two =
    { $value ->
        [yes] A ban takes two people { governing-set-by }
       *[no] One person can ban { governing-set-by }
    }
governing-set-named =
    { $value ->
        [yes] Members read who of the team acted { governing-set-by }
       *[no] Members read "the team" { governing-set-by }
    }
governing-set-away = { $whom } is away until { $until } { governing-set-by }
governing-set-managers = The team's channel: { $place } { governing-set-by }
governing-set-announcements = News for everybody: { $place } { governing-set-by }
governing-set-channel =
    { $value ->
        [fr] { $place } speaks French { governing-set-by }
       *[en] { $place } speaks English { governing-set-by }
    }
governing-set-level =
    { $value ->
        [helper] { $whom }: helper { governing-set-by }
        [moderator] { $whom }: moderator { governing-set-by }
        [senior] { $whom }: senior { governing-set-by }
        [owner] { $whom }: owner { governing-set-by }
       *[member] { $whom }: a member like others { governing-set-by }
    }
governing-set-mode =
    { $value ->
        [enforce] { $policy } acts { governing-set-by }
        [shadow] { $policy } only watches { governing-set-by }
       *[off] { $policy } is off { governing-set-by }
    }
governing-set-policy = A rule written here: { $policy } { governing-set-by }
governing-set-paused =
    { $what ->
        [everything] Everything is stopped { governing-set-by }
       *[policy] { $policy } is stopped { governing-set-by }
    }

## For the record

governing-why =
    { $what ->
        [saved] The settings were changed.
        [observing] The program looks on, and does nothing unasked.
        [acting] The program acts from now on.
        [paused] The program, or one of its rules, was stopped.
        [resumed] The program, or one of its rules, goes on.
        [mode] How far a rule goes was changed.
        [watched] The program was asked to look after a channel.
       *[announced] Members were told about the program.
    }

## Coming in

governing-greeting-title = Thank you for having me
governing-greeting = I have just arrived here:
governing-greeting-looks =
    { $looks ->
        [yes] For the first days I only look on: nobody but you hears from me unasked.
       *[no] I act by the rules that came with me.
    }
governing-greeting-begin = To begin, go there and write /setup: it asks you where your team wants to be told things, and who is on it. /help shows what I can do, /policy list the rules that I go by.
governing-remarks-title = Something is in my way
governing-remarks = I cannot do all that you want of me here yet. This is what is missing, and how to mend it:
governing-limits-title = What I cannot do here
governing-limits = This platform does not allow all that the rules in force ask for. This is what it is about, and what I do instead:
governing-held-title = The file of my settings has mistakes
governing-held = So I go on with the settings of { $since }, and do my work as before. What new files would switch on waits until this is mended; what you decide here in chat still counts. Please let whoever runs me know.
governing-held-mistakes = This is what they will find:
