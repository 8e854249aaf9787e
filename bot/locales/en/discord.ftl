### What only the Discord adapter says: what it may not do there and why, and the few words that it needs by itself.

discord-passage = the message
discord-somebody = a member ({ $id })
discord-somewhere = a channel ({ $id })
discord-role = a role ({ $id })
discord-role-owner = the owner and the administrators
discord-role-admin = whoever manages the server
discord-whole-name = in-full
discord-commands = Everything about { $name ->
        [policy] the rules
        [privacy] what I keep about you
       *[other] { $name }
    }

## Answers that nobody has to decide

discord-not-noted = Something went wrong on my side, and this was not noted. Please try again in a moment.
discord-unknown = I do not know this any more: I was changed or restarted since. Please start again from the command.
discord-ask-in-server = Several servers know both of us, or none does. Please ask me in the server that you mean.

## What permissions are called in Discord

discord-permission =
    { $permission ->
        [view_channel] View Channels
        [send_messages] Send Messages and Create Posts
        [send_messages_in_threads] Send Messages in Threads and Posts
        [create_private_threads] Create Private Threads
        [embed_links] Embed Links
        [attach_files] Attach Files
        [add_reactions] Add Reactions
        [read_message_history] Read Message History
        [manage_messages] Manage Messages
        [manage_threads] Manage Threads and Posts
        [manage_channels] Manage Channels
        [manage_roles] Manage Roles
        [manage_guild] Manage Server
        [view_audit_log] View Audit Log
        [kick_members] Kick, Approve, and Reject Members
        [ban_members] Ban Members
        [moderate_members] Time Out Members
       *[other] { $permission }
    }

## Why something could not be done, for managers

discord-refused-permission = I lack the permission “{ discord-permission }”. Switch it on for my role: Server Settings, Roles.
discord-refused-permission-in = In { $place }, I lack the permission “{ discord-permission }”. Allow it for my role: Edit Channel, Permissions.
discord-refused-forbidden = Discord does not let me do this. Look at the permissions of my role in Server Settings, Roles.
discord-refused-owner = { $person } owns the server: nobody can do this to an owner, not even I.
discord-refused-self = I do not do this to myself.
discord-refused-administrator = { $person } is an administrator, and Discord does not let administrators be kept from writing. Take that role away first.
discord-refused-above = { $person } has a role at or above mine. Move my role above it: Server Settings, Roles.
discord-refused-above-role = { $person } has the role { $role }, which stands at or above mine. Move my role above it: Server Settings, Roles.
discord-refused-role = I cannot find the role { $role } any more. Choose another one in the settings.
discord-refused-no-role = I cannot find that role any more. Choose another one in the settings.
discord-refused-role-above = The role { $role } stands at or above mine, so I can neither give nor take it. Move my role above it: Server Settings, Roles.
discord-refused-managed = Discord itself gives and takes the role { $role }. Choose another one.
discord-refused-no-quarantine = There is no role here for setting { $person } apart. Make one that sees only the channel where the team is reached, and put its id into the settings (discord.quarantine_roles).
discord-refused-quarantine-gone = The role for setting people apart is gone. Make a new one, and put its id into the settings (discord.quarantine_roles).
discord-refused-closed = This person takes no direct messages from members of this server.
discord-refused-closed-person = { $person } takes no direct messages from members of this server, so they did not get mine.
discord-refused-blocked = The author has blocked me, so I cannot react to what they write.
discord-refused-gone = The message was gone already.
discord-refused-channel = The channel is not there any more.
discord-refused-server = I am not in this server any more. Invite me again if I should be.
discord-refused-member = This person is not in the server any more.
discord-refused-member-person = { $person } is not in the server any more.
discord-refused-emoji = I do not know that emoji here. Choose one of this server or one that everybody has.
discord-refused-reactions = The message carries as many different reactions as Discord takes.
discord-refused-archived = The thread sleeps. Somebody has to write in it or open it again first.
discord-refused-file = The files are too big: Discord takes 10 MB.
discord-refused-too-long = Discord keeps nobody from writing for longer than 28 days. Choose a shorter time.
discord-refused-pause-too-long = Discord pauses this for 24 hours at most. Choose a shorter time, and pause again after it.
discord-refused-too-slow = Discord slows a channel down to one message in 6 hours at most. Choose fewer seconds.
discord-refused-channel-kind = Discord cannot do this in a channel of that kind. Choose a text channel.
discord-refused-unknown = This belongs to another platform, or does not exist any more.
discord-refused-untold = I was interrupted, and cannot tell whether this went out. Please look whether it is there.
discord-refused-token = Discord does not take my token any more. Whoever runs me has to make a new one.
discord-refused-other = Discord refused it, under its number { NUMBER($code, useGrouping: 0) }.

## What `palabre doctor` finds

discord-token = Discord: the token is right, and belongs to { $name }.
discord-token-wrong = Discord does not take the token.
discord-token-step = Make a new one in the developer portal (Bot, Reset Token), and put it into PALABRE_DISCORD_TOKEN.
discord-intent =
    { $intent ->
        [members] Discord: the Server Members Intent is ticked.
       *[message_content] Discord: the Message Content Intent is ticked.
    }
discord-intent-wrong =
    { $intent ->
        [members] Discord: the Server Members Intent is not ticked, so I do not hear who joins, leaves or is renamed.
       *[message_content] Discord: the Message Content Intent is not ticked, so I cannot read what people write.
    }
discord-intent-step =
    { $intent ->
        [members] Tick “Server Members Intent” at { $portal }
       *[message_content] Tick “Message Content Intent” at { $portal }
    }
discord-server = { $name }: I am there, and may do all that is wanted.
discord-server-but = { $name }: I am there, but not all that is wanted can be done.
discord-server-wrong = I am not in the server { $id }.
discord-server-step = Somebody who manages it invites me: { $invitation }
discord-administrator = I am an administrator there. That is more than I need: the single permissions are enough, and safer.
discord-permission-wrong = I lack the permission “{ discord-permission }”.
discord-permission-step = Server Settings, Roles, “{ $role }”: switch on “{ discord-permission }”.
discord-permission-in-wrong =
    { $more ->
        [0] In { $place }, I lack the permission “{ discord-permission }”.
        [one] In { $place } and one other channel, I lack the permission “{ discord-permission }”.
       *[other] In { $place } and { $more } other channels, I lack the permission “{ discord-permission }”.
    }
discord-permission-in-step =
    { $permission ->
        [view_channel] Edit Channel, Permissions: allow my role “{ discord-permission }”. What only your team shall see, hide from @everyone: then I do not ask for it.
       *[other] Edit Channel, Permissions: allow my role “{ discord-permission }”, or take back what forbids it.
    }
discord-above-wrong =
    { $more ->
        [0] The role “{ $role }” stands above mine, so I can do nothing about whoever has it.
        [one] The role “{ $role }” and one other stand above mine, so I can do nothing about whoever has them.
       *[other] The role “{ $role }” and { $more } others stand above mine, so I can do nothing about whoever has them.
    }
discord-above-step = Server Settings, Roles: drag “{ $mine }” above “{ $role }”. The team may stay above me.
discord-quarantine = Whoever is set apart gets the role “{ $role }”, and I can give it.
discord-quarantine-wrong = There is no role for setting people apart in the server { $id }, though rules ask for it.
discord-quarantine-step = Make a role that sees only the channel where the team is reached, and put its id under discord.quarantine_roles in config.toml.
discord-quarantine-gone-wrong = The role for setting people apart is gone from the server { $id }.
discord-quarantine-gone-step = Make a new one, and put its id under discord.quarantine_roles in config.toml.
discord-quarantine-above-wrong = The role “{ $role }”, for setting people apart, stands at or above mine, so I cannot give it.
discord-quarantine-above-step = Server Settings, Roles: drag “{ $mine }” above “{ $role }”.
discord-nowhere-wrong = Nobody has invited the bot to a server yet.
discord-nowhere-step = palabre init discord prints the address at which somebody who manages the server can.
