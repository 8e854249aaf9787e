### What only the Slack adapter says: what Slack lets no app do and why, and the few words that it needs by itself.

slack-passage = the message
slack-somebody = a member ({ $id })
slack-somewhere = a channel ({ $id })
slack-role-owner = the owners of the workspace
slack-role-admin = the administrators of the workspace
slack-whole-name = in-full
slack-between = :{" "}
slack-submit = Send
slack-cancel = Cancel
slack-close = Close
slack-files-direct = The file is in our direct conversation, where only you see it.
slack-shortcut = the shortcut “{ $name }” in a message's menu

## Answers that nobody has to decide

slack-not-noted = Something went wrong on my side, and this was not noted. Please try again in a moment.
slack-unknown = I do not know this any more: I was changed or restarted since. Please start again.
slack-too-slow = That took me too long, and Slack did not let me open the form any more. Please try again.
slack-moment = One moment…
slack-noted = Noted. If there is more to say, you read it here.
slack-required = Please answer this one.
slack-too-long = At most { $most } characters, please; these are { $long }.
slack-form-here = This takes a few questions. Press the button to open them.
slack-lost = I am a program, and I understand only commands here. To reach people, press the button, or write to anyone on the team.
slack-lost-help = { $help } lists what I understand.
slack-take-back = Could you take your reaction back from { $passage }? Others may read something into it. Slack lets nobody do that for you: click on the reaction once more.

## What was typed

slack-command-missing = I still need to know: { $what }. It is written like this: { $usage }
slack-command-too-much = That is more than I can use: { $rest }. It is written like this: { $usage }
slack-command-did-you-mean = I do not know “{ $typed }”. Did you mean { $meant }?
slack-command-which = “{ $typed }” needs one more word: { $names }.
slack-command-unknown = I do not know “{ $typed }”. { $help } lists everything.
slack-command-nobody = I find nobody called { $typed }. Type @ and choose the person from the list that Slack shows.
slack-command-people = Several people are called { $typed }. Type @ and choose the person from the list that Slack shows.
slack-command-no-channel = I find no channel called { $typed }. Type # and choose it from the list that Slack shows.
slack-command-no-choice = “{ $typed }” is none of these: { $known }.
slack-command-suggested = For example: { $names }.

## The app's own page at Slack

slack-app-short = Keeps an eye on the rules of a community, explains itself, and always names a way to a person.
slack-app-long = Palabre reads what is posted in the channels that it was invited to, and compares it with the rules that your team has written. It tells the team what it saw, says why it did something, and can be wrong: whoever it is about can ask a person at any time. Everybody can ask what is kept about them, and have it erased. For the first days it only looks on.
slack-command-all = Ask me something: report, policy list, privacy show … help tells all of it
slack-command-usage = help, report @name what happened, policy list …

## Why something could not be done, for managers

slack-refused-scope = The app lacks the scope { $scope }. Add it at api.slack.com/apps, OAuth & Permissions, and install the app again.
slack-refused-token = Slack does not take my token any more. Whoever runs me has to install the app again.
slack-refused-not-in = I am not in { $place }, or it is gone. Invite me there: /invite @Palabre
slack-refused-channel = I am not in that channel, or it is gone. Invite me there: /invite @Palabre
slack-refused-private = { $place } is private, so I cannot join by myself. Someone who is in it has to write there: /invite @Palabre
slack-refused-archived = { $place } is archived. Bring it back in its settings first.
slack-refused-read-only = Only some people may post in { $place }. Add me to them: channel settings, Permissions.
slack-refused-general = Nobody can be removed from { $place }: everybody in the workspace is in it.
slack-refused-nobody-person = { $person } is not in the workspace any more.
slack-refused-member = This person is not in the workspace any more.
slack-refused-bot-person = { $person } is an app, and apps get no direct messages.
slack-refused-messages-tab-person = { $person } cannot be written to: the app's Messages tab is switched off. Switch it on at api.slack.com/apps, App Home.
slack-refused-delete = Slack lets me take down only what I wrote myself. An owner or administrator can take this message down by hand: More actions, Delete message. I can do it too once an administrator's token is given to me (PALABRE_SLACK_USER_TOKEN).
slack-refused-update = Slack lets me reword only what I wrote myself.
slack-refused-edit-window = The workspace does not let messages be edited after so long. Owners can change that: Settings, Permissions, Message editing.
slack-refused-gone = The message was gone already.
slack-refused-self = I do not do that to myself.
slack-refused-restricted = The workspace reserves this for certain people. An owner can do it by hand, or let apps do it: Settings & Permissions, Channel management.
slack-refused-emoji = I do not know that emoji here. Choose one of this workspace, or one that everybody has.
slack-refused-reactions = The message carries as many different reactions as Slack allows.
slack-refused-kind = Slack does not do this in a conversation of this kind. Choose a channel.
slack-refused-home = The app's Home tab is switched off. Switch it on at api.slack.com/apps, App Home.
slack-refused-long = This is longer than Slack takes in one message.
slack-refused-file = The files are bigger than this workspace takes.
slack-refused-storage = The workspace has no room left for files.
slack-refused-unknown = This comes from another platform, or does not exist any more.
slack-refused-untold = I was interrupted, and I do not know whether this was sent. Please look there.
slack-refused-other = Slack refused it, in its own words: { $code }
slack-refused-impossible =
    { $effect ->
        [hide_reaction] Slack lets people take back their own reactions alone. I can ask them to, where nobody else sees it.
        [time_out_member] Slack knows no timeouts. I can take somebody out of one channel, or an owner can deactivate the account: Manage members.
        [lift_timeout] Slack knows no timeouts, so there is none to lift.
        [kick_member] Slack lets no app remove people from a workspace. I can take somebody out of one channel; an owner can deactivate the account: Manage members.
        [ban_member] Slack lets no app close an account. An owner can deactivate it: Manage members.
        [unban_member] Slack lets no app open an account again. An owner can: Manage members, Deactivated.
        [add_role] Slack lets me change nobody's role. An owner can: Manage members, or People, User groups.
        [remove_role] Slack lets me change nobody's role. An owner can: Manage members, or People, User groups.
        [quarantine_member] Slack cannot set somebody apart. I can take them out of one channel, and open a conversation between them and the team.
        [release_member] Slack cannot set somebody apart, so nobody is to be let out.
        [set_slowmode] Slack cannot slow a channel down. Its settings can limit who may post: Permissions.
        [lock_channel] Slack lets no app close a channel or a thread. Someone on the team can limit who may post: channel settings, Permissions.
        [pause_invites] Slack lets no app stop invitations. An owner can require approval: Settings & Permissions, Invitations.
        [pause_direct_messages] Slack cannot stop direct messages. Members can hide people; an owner can deactivate an account.
       *[other] Slack lets no app do this.
    }

## What `palabre doctor` finds

slack-token = Slack: the bot's token is right; it is { $name }'s.
slack-token-wrong = Slack does not take the bot's token ({ $code }).
slack-token-step = Copy it anew from api.slack.com/apps, your app, OAuth & Permissions, and put it into PALABRE_SLACK_BOT_TOKEN.
slack-user-token = Slack: an administrator's token is there, and I can take down what others wrote.
slack-user-token-wrong =
    { $code ->
        [member] Slack: the token in PALABRE_SLACK_USER_TOKEN is not an administrator's, so it takes down nobody else's messages.
        [scope] Slack: the token in PALABRE_SLACK_USER_TOKEN lacks the scope chat:write.
        [workspace] Slack: the token in PALABRE_SLACK_USER_TOKEN is another workspace's.
       *[other] Slack does not take the token in PALABRE_SLACK_USER_TOKEN ({ $code }).
    }
slack-user-token-step = An owner or administrator of the workspace installs the app with the user scope chat:write, and gives the User OAuth Token to whoever runs me.
slack-app-token = Slack: the app-level token is right; I can go to Slack by myself.
slack-app-token-wrong = Slack does not take the app-level token ({ $code }).
slack-app-token-step = api.slack.com/apps, your app, Basic Information, App-Level Tokens: make one with the scope connections:write, put it into PALABRE_SLACK_APP_TOKEN, and switch Socket Mode on.
slack-secret = Slack: the signing secret is there; what comes in is checked with it.
slack-secret-wrong = Slack: there is no signing secret, so nothing that comes in can be trusted.
slack-secret-step = Copy it from api.slack.com/apps, your app, Basic Information, and put it into PALABRE_SLACK_SIGNING_SECRET.
slack-workspace = { $name }: I am in it, and can do all that is wanted.
slack-workspace-but = { $name }: I am in it, but not all that is wanted is possible.
slack-workspace-wrong = I am not in the workspace { $id }.
slack-workspace-step = Someone who manages it installs the app there; palabre init slack prints how.
slack-scope-wrong =
    { $for ->
        [reading] I lack the scope { $scope }, which I need to see what goes on and to be asked.
       *[other] I lack the scope { $scope }, which some of what is wanted here needs.
    }
slack-scope-step = Add { $scope } at api.slack.com/apps, your app, OAuth & Permissions, and install the app again.
slack-unwatched-wrong =
    { $more ->
        [0] I am not in #{ $place }, and see nothing of what is written there.
        [one] I am not in #{ $place } and one more public channel, and see nothing of what is written there.
       *[other] I am not in #{ $place } and { $more } more public channels, and see nothing of what is written there.
    }
slack-unwatched-step = Write /invite @Palabre in those that I should look after. The others are none of my business.
slack-watched = I am in { $number ->
        [one] one channel
       *[other] { $number } channels
    }.
slack-impossible-wrong = { slack-refused-impossible }
slack-impossible-step = Let the policies here ask for something else, or do it by hand when I tell the team.
slack-deleting-wrong = Some policies here take messages down, and Slack lets an app take down only what it wrote itself.
slack-deleting-step = Give me an administrator's token (PALABRE_SLACK_USER_TOKEN), or let these policies alert the team, which takes the message down by hand.
slack-kicking = Slack lets me remove people from public channels only where the workspace allows it: Settings & Permissions, Channel management. From private channels that I am in, I always can.
slack-nowhere-wrong = Nobody has installed the app in a workspace yet.
slack-nowhere-step = palabre init slack prints how somebody who manages one can.
