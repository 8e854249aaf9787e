### What somebody reads who asks what can be asked.

guidance-title = What you can ask of me
guidance-opening = I am Palabre, a program that helps to look after this community. I can be wrong.
guidance-people = There is always a way to a person: press "Ask a person" under what I wrote to you, write to anyone on the team, or use /managers. Something went wrong? /report. At odds with somebody? /dispute.
guidance-more = /help with the name of a command tells more about it.
guidance-under = Everything that begins with "{ $word }":
guidance-group =
    { $level ->
        [helper] From here on: helpers
        [moderator] From here on: moderators
        [senior] From here on: seniors
       *[owner] From here on: owners
    }
guidance-group-who =
    { $level ->
        [helper] For helpers, and everybody above
        [moderator] For moderators, and everybody above
        [senior] For seniors and owners
       *[owner] For owners of the community
    }
guidance-who =
    { $level ->
        [member] Everybody may use it.
        [helper] Helpers may use it, and everybody above.
        [moderator] Moderators may use it, and everybody above.
        [senior] Seniors and owners may use it.
       *[owner] Owners of the community may use it.
    }
guidance-form = I ask you for the rest, in a short form.
guidance-parameter =
    { $required ->
        [yes] Needed
       *[no] If you like
    }
guidance-unknown = I do not know "{ $word }". /help lists everything.
guidance-unknown-near = I do not know "{ $word }". Did you mean one of these?

## The page that is somebody's own

guidance-home-title = Your page
guidance-home-section =
    { $section ->
        [matters] What is open about you
        [rules] The rules here
       *[keeps] What I keep about you
    }
guidance-home-open =
    { $number ->
        [0] Nothing. Here you would see what I did about something of yours, and what became of what you told the team.
        [one] One thing. Only you see this:
       *[other] { $number } things. Only you see this:
    }
guidance-home-matter =
    { $reported ->
        [yes] Something that you told the team
       *[no] Something of yours that a person looked at
    }
guidance-home-situation =
    { $part ->
        [reported] Something that you told the team
        [about] Situation { $case }, which is about you
       *[asked] Situation { $case }, for which you asked for help
    }
guidance-home-word =
    { $word ->
        [received] Received · { $instant }
        [talked_over] Being talked over · { $instant }
        [decided] Decided · { $instant }
       *[finished] Finished · { $instant }
    }
guidance-home-word-until =
    { $word ->
        [received] Received · the next date is { $instant }
        [talked_over] Being talked over · the next date is { $instant }
        [decided] Decided · the next date is { $instant }
       *[finished] Finished · the next date is { $instant }
    }
guidance-home-button-situation = Situation { $case }
guidance-home-stage =
    { $stage ->
        [received] Received · { $instant }
        [stands] It stands · { $instant }. "Ask a person" below what I wrote to you has it looked at again.
        [talking] Being talked over · { $instant }
        [decided] Decided · { $instant }
       *[finished] Finished · { $instant }
    }
guidance-home-rules-how =
    { $standing ->
        [looks] For now I only look on, and do nothing unasked.
        [rests] None acts at the moment.
       *[acts]
            { $more ->
                [0] Each has a reason:
                [one] Each has a reason. These are the weightiest; there is one more:
               *[other] Each has a reason. These are the weightiest; there are { $more } more:
            }
    }
guidance-home-keeps =
    { $activity ->
        [one] When and where you wrote or reacted, without the words, for one day.
       *[other] When and where you wrote or reacted, without the words, for { $activity } days.
    } { $evidence ->
        [one] What a decision rests on, for one day. The buttons show all of it, hand it to you or erase it.
       *[other] What a decision rests on, for { $evidence } days. The buttons show all of it, hand it to you or erase it.
    }
guidance-home-button =
    { $action ->
        [policies] All the rules
        [report] Tell the team something
        [privacy] What I keep about you
        [export] Hand it to me
        [forget] Erase it
       *[language] En français
    }
