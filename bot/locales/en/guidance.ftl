### What somebody reads who asks what can be asked.

guidance-title = What you can ask of me
guidance-opening = I am Palabre, a program that helps to look after this community. I can be wrong.
guidance-people = There is always a way to a person: press "Ask a person" under what I wrote to you, write to anyone on the team, or use /report.
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
