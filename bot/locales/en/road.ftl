### What the bot says before any rule has a say: who may ask for what, and what was set aside.

road-not-allowed =
    { $level ->
        [helper] This is for helpers and those who do more. If you need it, ask the team.
        [moderator] This is for moderators and those who do more. If you need it, ask the team.
        [senior] This is for senior moderators and owners. If you need it, ask the team.
        [owner] This is for the owners of this community. If you need it, ask them.
       *[operator] This can only be done by whoever runs the machine that I live on.
    }
road-unknown-ask = I do not know this any more: I have changed since this button or command was made. Ask me for help to see what there is.
road-too-long = One of your answers is too long: at most { $most } characters fit. Nothing has changed.
road-stumbled = Something went wrong on my side, and nothing was done. What you asked for is kept, so that it can be tried again; please tell the team if it cannot wait.
road-quarantine-unknown = Nothing is set aside under number { NUMBER($entry, useGrouping: 0) }.
road-quarantine-again = I tried number { NUMBER($entry, useGrouping: 0) } once more and stumbled again; it stays set aside.
road-quarantine-released = I tried number { NUMBER($entry, useGrouping: 0) } once more, and it worked.
