### What the commands of the shell say to the operator.

cli-mistakes =
    { $number ->
        [one] One thing needs your attention:
       *[other] { $number } things need your attention:
    }
cli-config-sound = The settings in { $path } are sound.
cli-config-default = There is no config.toml here, so everything has its usual value.

## Errors

cli-interrupted = Stopped. What was done before is kept.
cli-unexpected = Something unexpected happened: { $error }
cli-unexpected-step = Please run it again as { $program } --verbose, and report what it shows: it is a mistake of ours.
cli-no-driver = The driver for PostgreSQL is not installed: pip install "palabre[postgres]"
cli-step-export = → Check the path, or export it again. The README says how to get an export.
cli-step-database = → See what is wrong with: { $program } doctor
cli-step-settings = → Correct this, then run the command again.
cli-unwritable = { $path } cannot be written ({ $reason }).

## Which community

cli-community-none = The database holds no community yet. Begin with: { $program } replay EXPORT
cli-community-unknown = There is no community "{ $name }" in the database; there are: { $names }.
cli-community-which = The database holds several communities. Name one with --community: { $names }.

## init

cli-init-exists = { $path } exists already, and was left as it is.
cli-init-written = Written: { $path }
cli-init-next =
    Every line in it shows what holds anyway. Next:
      1. Open it and describe your community (the part that begins with communities.example).
      2. See whether all is well:  { $program } doctor
      3. Try your policies on the past:  { $program } replay EXPORT

## run

cli-run-held = Safe mode: the settings of { $since } hold, and nothing new from files is activated. Correct the file, then restart; --strict refuses to start like this.
cli-run-started = Palabre is running, on { $platforms }.
cli-run-communities = Communities: { $communities }
cli-run-stop = Everything is kept in { $database }. Ctrl-C ends it, once what is on its way has been sent.
cli-run-ended = Ended. Whatever still waited is kept, and goes out at the next start.
cli-discord-invite =
    1. Make an application at https://discord.com/developers/applications
       In its part "Bot", under "Privileged Gateway Intents", tick:
         Server Members Intent    (newcomers, names, roles)
         Message Content Intent   (the rules read what is written)
    2. There, "Reset Token" shows the token, once. It belongs in the
       environment, never into a file that others read:
         export PALABRE_DISCORD_TOKEN=…
    3. Open this address as somebody who manages the server:
cli-discord-invite-next =
    4. In the server's settings, under "Roles", move the bot's role above those
       of the members whom it shall be able to calm, and below your own.
    5. See whether all is well:  { $program } doctor
    6. Start it:                 { $program } run
    7. In the server, write /setup: it asks you the rest.
cli-discord-no-application =
    The address depends on the application. Set PALABRE_DISCORD_TOKEN and ask
    again, or name the "Application ID" of its page "General Information":
      { $program } init discord --application ID
cli-slack-written = Written: { $path }
cli-slack-create =
    1. Open https://api.slack.com/apps, "Create New App", "From a manifest",
       choose your workspace, and paste what stands in { $path }.
cli-slack-install =
    2. "Install to Workspace". Under "OAuth & Permissions" stand two tokens. They
       belong in the environment, never into a file that others read:
         export PALABRE_SLACK_BOT_TOKEN=xoxb-…
         export PALABRE_SLACK_USER_TOKEN=xoxp-…   (lets the bot take messages
                                                  down; leave it out otherwise)
cli-slack-install-by-others =
    2. Under "Basic Information" stand the app's id and secret; the key that
       seals what workspaces hand out is yours to make:
         export PALABRE_SLACK_CLIENT_ID=…
         export PALABRE_SLACK_CLIENT_SECRET=…
         export PALABRE_VAULT_KEY=…
       Once it runs, whoever manages a workspace installs it at
         { $page }
cli-slack-key-http =
    3. Under "Basic Information" stands the signing secret:
         export PALABRE_SLACK_SIGNING_SECRET=…
cli-slack-key-socket =
    3. Under "Basic Information", "App-Level Tokens", make one with
       connections:write:
         export PALABRE_SLACK_APP_TOKEN=xapp-…
cli-slack-next =
    4. See whether all is well:  { $program } doctor
    5. Start it:                 { $program } run
    6. In Slack, write /palabre setup: it asks you the rest. The bot sees only
       the channels that it is in: /invite @Palabre, or let the set-up do it.

## db

cli-db-copied = Copied first, just in case: { $path }
cli-db-backup = Copied to { $path }
cli-db-current = { $place } is up to date (revision { $revision }).
cli-db-made = { $place } is ready (revision { $revision }).
cli-db-upgraded = { $place } went from revision { $before } to { $after }.

## doctor and health

cli-doctor-well = All is well.
cli-doctor-attention =
    { $number ->
        [one] One thing needs your attention.
       *[other] { $number } things need your attention.
    }
cli-health-good = healthy
cli-health-bad = not healthy: { $problem }

## policy check

cli-policy-pack =
    { $pack } ({ $place }): { $policies ->
        [one] one policy
       *[other] { $policies } policies
    }, { $cases ->
        [0] no cases yet
        [one] one case
       *[other] { $cases } cases
    }
cli-policy-case = { $place }, case { $number } fails:
cli-policy-missing = { "    " }should have matched, and did not: { $policies }
cli-policy-unexpected = { "    " }matched, and should not have: { $policies }
cli-policy-none = There are no packs here.
cli-policy-sound = Every pack can be read, and every case holds.

## privacy

cli-privacy-nobody = Nobody here is "{ $wanted }". Try a full id, the platform's own id, or @name.
cli-privacy-several = Several accounts are "{ $wanted }". Name one by its id:
cli-privacy-sure = Erase names, texts and activity of { $who }? This cannot be undone.
cli-privacy-kept = Nothing was erased.
cli-privacy-exported = Written: { $path }. It holds personal data: hand it over, then delete it.
cli-asked-elsewhere = Asked: the bot that is running has taken it on.

## replay

cli-replay-reading = Reading
cli-replay-stopped = Stopped. Everything up to here is kept: run the same command again and it goes on.
cli-replay-done = { $name } was replayed as the community "{ $community }".
cli-replay-window = From { $since } to { $until } ({ $zone }):
cli-replay-seen =
    { $messages ->
        [one] one message
       *[other] { $messages } messages
    } from { $people ->
        [one] one person
       *[other] { $people } people
    } in { $channels ->
        [one] one channel
       *[other] { $channels } channels
    }, { $reactions ->
        [one] one reaction
       *[other] { $reactions } reactions
    }{ $bots ->
        [0] .
        [one] , and one bot that was not judged.
       *[other] , and { $bots } bots that were not judged.
    }
cli-replay-policies = What the policies said
cli-replay-silent = These policies read every message, and none of them had anything to say. A calm place, or one that wants rules of its own: the README shows how to write them, and --policies DIR tries them on this export.
cli-replay-policy = Policy
cli-replay-mode = Mode
cli-replay-times = Matched
cli-replay-spared = Spared
cli-replay-samples = For example
cli-replay-effects = What would have been done (noted, never sent)
cli-replay-known =
    { $known ->
        [one] One event was known from an earlier run and changed nothing.
       *[other] { $known } events were known from an earlier run and changed nothing.
    }
cli-replay-nothing-new = Nothing new: all { $known } events were known already. A second run changes nothing.
cli-replay-oddities = What was not understood, and left out
cli-replay-more = and { $number } kinds more
cli-replay-ignored =
    { $number ->
        [one] One message of the platform's own is no event for us: { $what }.
       *[other] { $number } messages of the platform's own are no events for us: { $what }.
    }
cli-replay-stumbles =
    { $number ->
        [one] A rule stumbled over one event, which was set aside: { $program } doctor
       *[other] Rules stumbled over { $number } events, which were set aside: { $program } doctor
    }
cli-replay-where = Where it is, and what to try next
cli-replay-database = All of it is in { $place }. Of the messages' words, only those that it would have taken down are kept, for { $days } days.
cli-next-stats = The counts behind this:
cli-next-doctor = Is everything well?
cli-next-init = Settings of your own:
cli-next-policy = A rule of your own, question by question:

## stats

cli-stats-title = { $community }: first counts
cli-stats-what = What
cli-stats-number = Number
cli-stats-window = Counted over
cli-stats-ever = all decisions that are kept
cli-stats-messages = Messages
cli-stats-people = People who wrote
cli-stats-bots = Messages by bots
cli-stats-reactions = Reactions
cli-stats-joins = Arrivals
cli-stats-channel = Messages in { $channel }

## Names of things

cli-mode =
    { $mode ->
        [enforce] acts
        [shadow] on trial
        [spared] spared
        [observe] only looked on
        [paused] paused
       *[other] { $mode }
    }
cli-state =
    { $state ->
        [pending] waiting
        [sending] on its way
        [done] done
        [refused] refused
        [unsure] unsure
       *[other] { $state }
    }
cli-effect =
    { $kind ->
        [post_card] message in a channel
        [reply_card] answer in a channel
        [reply_privately] private answer
        [send_direct] private message with the reason
        [edit_card] message reworded
        [delete_message] message taken down
        [time_out_member] pause in writing
       *[other] { $plain }
    }

## The sandbox

cli-demo-opening = Opening the sandbox. The first time, the bot lives through three weeks of a small community …
cli-demo-open = The sandbox is open: { $address }
cli-demo-stop = Ctrl-C closes it; next time it goes on where it was.
cli-demo-closed = Closed. Everything is kept in { $folder }.
