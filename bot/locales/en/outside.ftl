### What is written to somebody outside the team, and what stands on the pages that work without any platform.

## The letter

outside-letter-title = A situation is put before you ({ $community }, no. { $case })
outside-letter-intro =
    { $why ->
        [asked] The team that looks after the community { $community } asks you to look at a situation from outside.
        [appeal] Somebody in the community { $community } asked for a fresh look at a decision, and nobody on its team is left who had no part in it. So it comes to you.
       *[nobody] Nobody on the team that looks after the community { $community } is left who could decide this without having had a part in it. So it comes to you.
    }
outside-letter-asks = What the team asks:
outside-letter-wanted =
    { $kind ->
        [appeal] Please say whether the decision should stand, and why. What you say counts, and those concerned read it.
       *[case] Please say what should be done, and why. What you say counts, and those concerned read it.
    }
outside-letter-door = Answer by { $instant }, on this page. It works once and needs no account: { $door }
outside-letter-by = Please send your answer to the team by { $instant }.
outside-letter-anytime = Please send your answer to the team.
outside-letter-names = No names are given on purpose, and nothing of whoever reported it. What follows is what is needed to judge, in people's own words.
outside-letter-over = You do not have to answer any more: it came to an end without it. Thank you for being there.
outside-field-about = What it is about
outside-concern =
    { $concern ->
        [hurt] Hurtful words
        [spam] Unwanted advertising
        [danger] Somebody may be in danger
        [harassment] Harassment
        [threat] Threats
        [sexual] A sexual matter
        [minor] Somebody under age may be concerned
       *[other] Something else
    }
outside-field-rule = The rule
outside-field =
    { $field ->
        [message] What was written
        [opener] What the person says who asked for help
        [wish] What they would like to come of it
        [opener-answer] What they answered
        [respondent-answer] What the other person answered
        [decision] Why it was decided so
       *[appeal] Why a fresh look is asked for
    }
outside-field-measure = What was decided
outside-measure =
    { $measure ->
        [remind] A reminder
        [warn] A warning
        [remove] The message was taken down
        [timeout] Reading without writing for a while
        [quarantine] Writing to the team alone
        [remove_from_channel] Leaving a channel
        [role] Another role
        [kick] Having to leave, with the right to come back
       *[ban] Having to stay away
    }

## What the team reads

outside-team-title = Somebody outside the team, about no. { $case }
outside-team-asked = I wrote to { $who }. An answer is hoped for by { $instant }, and comes here.
outside-team-otherwise = If it reaches you some other way, note it down with the button or with `/case answer`.
outside-team-by-hand = Somebody outside the team is to be asked now, and I have no way to reach them. One of you writes to them, and notes their answer down here, if possible by { $instant }. This is whom you named:
outside-team-answered = The answer from outside has come:
outside-team-noted = Noted down by { $person }.
outside-result =
    { $result ->
        [nothing] There is nothing more to be done.
        [measure] Something should follow.
        [uphold] The decision should stand.
       *[overturn] The decision was a mistake and should be lifted.
    }
outside-button-answer = Note their answer
outside-form = Please use the form: press the button once more.
outside-unknown = Nobody is named like that. These are: { $names }
outside-nobody-asked = Nobody outside has been asked about this one, or they have answered already.

## Where a letter did not go out

outside-refused-mail = The mail server does not take this letter: { $said }. Look at the address of this contact.
outside-refused-lost = The line broke within the letter, and nobody knows whether it arrived. Ask before you send another one.
outside-refused-password = The mail server does not take the password. Whoever runs the bot can look: palabre doctor.
outside-refused-safety = The mail server offers no line that nobody else reads. Whoever runs the bot can look: palabre doctor.
outside-refused-unknown = This contact is not in the settings any more. Whoever runs the bot can name one.
outside-refused-network = Its address leads into a network that is not everybody's. Whoever runs the bot can correct it.
outside-refused-call = Its address answers { $status } and will not take this letter. Ask those who look after it.

## What the doctor says

outside-examined-half = Somebody outside is to be reached, and something is missing for it.
outside-examined-mail = The mail server { $server } is there, and takes letters over a safe line.
outside-examined-mail-away = The mail server { $server } cannot be reached: { $problem }
outside-examined-mail-away-step = Look at host and port of [outside.smtp]; many providers close these ports to servers.
outside-examined-safety = The mail server { $server } offers no line that can be trusted.
outside-examined-safety-step = Look at security of [outside.smtp] ("starttls" with port 587, "tls" with port 465) and at its certificate.
outside-examined-password = The mail server { $server } does not take the user and the password.
outside-examined-password-step = Look at PALABRE_SMTP_USER and PALABRE_SMTP_PASSWORD.
outside-examined-pages = The pages can be reached at { $url }.
outside-examined-pages-away = The pages cannot be reached at { $url }: { $problem }
outside-examined-pages-away-step = Start the bot, and let whatever stands in front of it lead there, with a certificate.

## The pages

outside-page-sign = Palabre
outside-page-title =
    { $kind ->
        [appeal] Ask for a fresh look
       *[answer] Your answer
    }
outside-page-intro =
    { $kind ->
        [appeal] You are not here any more, and you still have a say. Tell what was overlooked, what was not so, or what has changed since.
       *[answer] The team of { $community } asked you about situation no. { $case }. Thank you for taking the time.
    }
outside-page-promise =
    { $kind ->
        [appeal] Somebody who had no part in the decision reads it and looks at everything again. Nothing gets worse for you because you asked.
       *[answer] The team and those concerned read what you write. Please name nobody who does not have to be named.
    }
outside-page-choice =
    { $about ->
        [decision] What do you think of the decision?
       *[case] What should come of it?
    }
outside-page-choice-one =
    { $choice ->
        [uphold] It should stand
        [overturn] It was a mistake and should be lifted
        [nothing] There is nothing more to be done
        [measure] Something should follow
       *[words] Neither: I leave it to my words
    }
outside-page-label =
    { $kind ->
        [appeal] What should they know?
       *[answer] What should be done, and why?
    }
outside-page-hint = This page can be used once, until { $until }.
outside-page-send =
    { $kind ->
        [appeal] Ask for a fresh look
       *[answer] Send the answer
    }
outside-page-empty = Please write a few words first.
outside-page-too-long = That is a little long: { $most } characters fit.
outside-page-too-often = That was several times in a short while. Your words are still here; please try again in a minute.
outside-page-not-now = It could not be taken just now. Your words are still here; please try again in a minute.
outside-page-used-title =
    { $kind ->
        [appeal] Your words have arrived
       *[answer] Thank you, your answer has arrived
    }
outside-page-used =
    { $kind ->
        [appeal] This page has done its work: nothing more can be written here, and nothing more is needed. Come back to it whenever you want to see how things stand.
       *[answer] This page has done its work: nothing more can be written here. The team takes it from here.
    }
outside-page-closed-title = Nothing can be written here any more
outside-page-closed =
    { $kind ->
        [appeal] What this page led to has moved on since.
       *[answer] What you were asked about has come to an end since, or you were asked anew: the latest letter leads to the right page.
    }
outside-page-stands = Your situation stands:
outside-page-word =
    { $word ->
        [received] received
        [talked_over] being talked over
        [decided] decided
       *[finished] finished
    }
outside-page-result =
    { $result ->
        [uphold] Somebody looked at everything afresh: it stays as it was decided.
        [soften] Somebody looked at everything afresh: it has become milder.
        [overturn] You were right to ask. It was our mistake; it is lifted and erased. We are sorry.
        [remit] Somebody looked at everything afresh: others are going to decide it anew.
        [waiting] Somebody is looking at it afresh. The answer will stand here.
       *[none] There is nothing more to add.
    }
outside-page-nothing =
    { $why ->
        [over] The time of this page is over
        [gone] There is nothing here any more
        [often] A little slower, please
        [long] That was too much at once
        [away] Not just now
        [foreign] This was not sent from the page itself
       *[unknown] There is no such page
    }
outside-page-nothing-step =
    { $why ->
        [over] It could be used until its day. If you still need something, write to the team in another way.
        [gone] What it was about is over, and has been erased.
        [often] Please wait a minute, and load the page again.
        [long] A few thousand characters fit. Please go back and shorten it.
        [away] Please load the page again in a minute. Nothing was lost.
        [foreign] Please open the page from your letter, and send it from there.
       *[unknown] Please look at the address: it has to be whole, down to its last letter.
    }
outside-page-foot = No cookies, no scripts, nobody follows you here. Do not pass this address on: whoever has it can write in your place.
