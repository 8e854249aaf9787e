### The sandbox: a chat in the browser where anybody can speak as anyone.

web-sandbox = sandbox
web-skip = Skip to the box to write in
web-rail = Channels and conversations
web-channels = Channels
web-conversations = Private conversations
web-with-bot = With the bot
web-conversation = a private conversation
web-to-bot = to the bot
web-private = private
web-locked = closed for now
web-unread = { $number ->
    [one] one new message
   *[other] { $number } new messages
 }
web-people = { $number ->
    [one] one person
   *[other] { $number } people
 }
web-direct-topic = Only you and Palabre read this.
web-private-topic = { $number ->
    [one] Only one person and Palabre read this.
   *[other] Only { $number } people and Palabre read this.
 }
web-slow = one message every { $seconds } s
web-back = Back
web-thread = Thread
web-passage = a message in { $channel }
web-messages = Messages. Arrow keys move from one to the next, Enter opens what can be done about it.
web-earlier = { $number ->
    [one] One earlier message
   *[other] { $number } earlier messages
 }
web-earlier-hidden = { $number } earlier messages are too far back to be shown here.
web-empty = Nothing has been written here yet.
web-empty-direct = Nothing here yet. Write to Palabre, or type / to see what you can ask.
web-new-below = New messages below
web-panes = Parts of the page
web-tab-rail = Channels
web-tab-talk = Chat
web-tab-panel = The bot
web-full = Too many windows are open. Close some, then load this page again.
web-away = The bot’s memory is not at hand just now. Try again in a moment.
web-failed = Something went wrong here. Look whether it was done after all; if not, try again.
web-lost = Nothing is here
web-lost-more = That person, channel or message is not here, or no longer.
web-lost-door = Back to the beginning

## People

web-you-are = You are
web-speaking-as = You speak as { $name }. Choose somebody else
web-speak-as = Who do you want to be?
web-speak-as-sub = Open two windows to be two people at once.
web-bot = bot
web-level-helper = helper
web-level-moderator = moderator
web-level-senior = senior moderator
web-level-owner = owner
web-gone-left = has left
web-gone-kicked = was removed
web-gone-banned = was banned
web-just-arrived = just arrived
web-newcomer = Someone new arrives
web-newcomer-intro = New faces are where most scams come from, so some policies look at them more closely.
web-newcomer-name = Name
web-newcomer-age = Their account
web-newcomer-new = was made two hours ago
web-newcomer-old = is two years old
web-newcomer-submit = Come in
web-self = More as { $name }
web-rename = Change name
web-directs-close = Close direct messages
web-directs-open = Open direct messages
web-leave = Leave the community
web-come-back = Come back
web-theme = Light or dark

## Messages

web-edited = (edited)
web-deleted = This message was deleted.
web-only-you = Only visible to you
web-dismiss = Dismiss
web-actions = What can be done about this message
web-react = React
web-react-with = React with { $emoji }
web-reaction = { $number ->
    [one] { $emoji }, one reaction
   *[other] { $emoji }, { $number } reactions
 }
web-replies = { $number ->
    [one] One reply
   *[other] { $number } replies
 }
web-reply-thread = Reply in a thread
web-edit = Edit
web-edit-text = Your message
web-delete = Delete
web-size = { $kib } KB
web-card-read-out = a card from the bot

## Writing

web-write = Write
web-write-in = Write in { $place }
web-placeholder = Write as { $name }
web-hint = Enter sends, Shift+Enter begins a new line, / lists what you can ask the bot.
web-send = Send
web-attach = Attach a file
web-picked = Attached:
web-offers = Suggestions
web-offline = The connection is gone. What you write is kept here; it comes back by itself.
web-cancel = Cancel
web-submit = Send
web-save = Save
web-optional = (optional)
web-wrong-missing = Please fill this in.
web-wrong-long = { $length } characters; at most { $most } fit here.
web-wrong-choice = Please choose one of the list.
web-cannot-empty = There is nothing to send yet.
web-cannot-long = Your message has { $length } characters; at most { $most } fit. Shorten it or split it.
web-cannot-left = You have left this community. Come back to write again.
web-cannot-kicked = You were removed from this community. You can come back.
web-cannot-banned = You were banned from this community. You can still write to Palabre.
web-cannot-quarantined = For now you can only talk with Palabre, who passes it on to the team.
web-cannot-timed-out = You can read along, and write again from { $until }.
web-cannot-locked = This channel is closed to new messages for now.
web-cannot-slow = { $seconds ->
    [one] One message at a time here: you can write again in a second.
   *[other] One message at a time here: you can write again in { $seconds } seconds.
 }
web-cannot-invites = Nobody new can come in before { $until }.
web-cannot-edit = Only whoever wrote a message can change it.
web-cannot-delete = You cannot delete this message.
web-cannot-react = This cannot be a reaction.
web-cannot-reactions = A message carries at most { $most } different reactions.
web-cannot-find = That message is gone already.
web-cannot-see = You do not see that channel.
web-cannot-name = A name has between 1 and { $most } characters.
web-cannot-name-taken = Somebody here has that name already.
web-cannot-crowd = At most { $most } people fit into this sandbox.
web-cannot-file-size = This file is too big: at most { $mib } MB.
web-cannot-forward = Nothing is due: there is no deadline to go to.
web-directs-closed = You have closed direct messages: Palabre cannot write to you here.
web-command-unknown = There is no command { $typed }. Type / to see what there is.
web-command-did-you-mean = There is no command { $typed }. Did you mean { $meant }?
web-command-missing = { $command } needs one more thing: { $what }.
web-command-too-much = { $command } does not know what to do with “{ $rest }”.
web-command-no-person = Nobody here is called { $typed }. Did you mean { $meant }?
web-command-no-channel = There is no channel { $typed }. Did you mean { $meant }?
web-command-no-choice = { $typed } is none of these: { $known }.

## Something to try

web-try = Try this
web-try-scam = A scam
web-try-insult = A disguised insult
web-try-insult-text = espèce de c o n n a r d
web-try-critic = A complaint
web-try-critic-text = Honestly, the last update of Tilleul is a disappointment: slow, ugly, and support never answers.
web-try-report = A report
web-try-dispute = A dispute
web-try-help = /help
web-ready = It stands ready: press Send, and watch what the bot sees.
web-try-scam-more = Somebody who has only just come posts a link to a gift that is none
web-try-insult-more = Spaces between the letters do not help
web-try-critic-more = Nothing happens, and that is the point
web-try-report-more = Only the team reads a report
web-try-dispute-more = Help between two people; be the other one, and somebody on the team, to read what they read
web-try-help-more = What you can ask the bot for

## Time

web-clock = It is now
web-forward-hour = +1 hour
web-forward-day = +1 day
web-forward-deadline = Next deadline

## What the bot saw

web-saw = What the bot saw
web-saw-sub = You look over its shoulder: nobody in a real community has this view, private conversations included.
web-nothing-yet = Nothing yet. Write something, or try one of the suggestions below the messages.
web-quiet = { $number } things it had nothing to say about
web-did-message_posted = wrote
web-did-message_edited = reworded a message
web-did-message_deleted = deleted a message
web-did-reaction_added = reacted
web-did-reaction_removed = took a reaction back
web-did-member_joined = joined
web-did-member_left = left
web-did-member_renamed = changed their name
web-did-member_roles_changed = has other roles
web-did-thread_created = opened a thread
web-did-file_shared = shared a file
web-did-command_invoked = used a command
web-did-menu_chosen = chose something from a message’s menu
web-did-button_pressed = pressed a button
web-did-form_submitted = sent a form
web-did-due = A deadline came
web-did-effect_refused = Something could not be done
web-did-other = Something happened
web-mode-enforce = It acted
web-mode-shadow = On trial: this policy did nothing
web-mode-spared = An exception was made for the author
web-mode-observe = First days: this policy only looks on
web-mode-paused = Paused by the team
web-mode-other = It noticed
web-would-have = It would have: { $actions }
web-because = {" "}({ $reason })
web-reason-closed = direct messages are closed
web-reason-gone = the message is gone already
web-action-remove = taken the message down
web-action-remind = written to the author
web-action-reply = answered
web-action-alert = told the team
web-action-timeout = kept the author from writing for a while
web-action-quarantine = set the author apart
web-action-kick = removed the author
web-action-ban = banned the author
web-action-slowmode = slowed the channel down
web-action-react = reacted
web-effect-post_card = wrote in { $where }
web-effect-reply_card = answered in { $where }
web-effect-reply_privately = answered { $who } so that nobody else sees it
web-effect-send_direct = wrote to { $who } privately
web-effect-edit_card = brought its card in { $where } up to date
web-effect-delete_message = took the message down
web-effect-react = reacted
web-effect-hide_reaction = took a reaction of { $who } away
web-effect-time_out_member = kept { $who } from writing for a while
web-effect-lift_timeout = let { $who } write again
web-effect-kick_member = removed { $who }
web-effect-ban_member = banned { $who }
web-effect-unban_member = let { $who } in again
web-effect-add_role = gave { $who } a role
web-effect-remove_role = took a role from { $who }
web-effect-quarantine_member = set { $who } apart
web-effect-release_member = let { $who } back among the others
web-effect-set_slowmode = changed the pace of { $where }
web-effect-lock_channel = closed or opened { $where }
web-effect-pause_invites = paused or resumed invitations
web-effect-pause_direct_messages = paused or resumed direct messages between members
web-effect-create_private_thread = opened a private conversation
web-effect-upload_file = shared a file in { $where }
web-effect-hash_files = read files once, for a hash of what is in them
web-effect-join_channel = joined { $where }
web-effect-remove_from_channel = took { $who } out of { $where }
web-effect-show_home = brought the page of { $who } up to date
web-effect-tell_outside = wrote to somebody outside the team
web-state-pending = waiting
web-state-sending = under way
web-state-done = done
web-state-refused = refused
web-state-unsure = not certain, somebody should look

## Four weeks

web-weeks = Four weeks
web-weeks-caption = What people wrote on each day, and what policies made of it.
web-weeks-messages = messages
web-weeks-acted = acted on
web-weeks-noticed = noticed only
web-weeks-table = As a table
web-weeks-day = Day
