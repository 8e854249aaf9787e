### What the bot says when a policy matches a message.

## To the author, directly, before anything is done

policy-direct-removed = I am taking down your message in { $channel }. Here is why:
policy-direct-reminder = A word about your message in { $channel }:
policy-direct-timeout =
    { $minutes ->
        [one] You can read along, and write again in one minute.
       *[other] You can read along, and write again in { $minutes } minutes.
    }
policy-direct-text = This is what you wrote, in case you want to say it another way:
policy-direct-human = I am a program and I can be wrong. If I am, tell anyone on the team: a person will look at it.

## In the channel

policy-reply = A reminder for this conversation:
policy-reply-removed = I am taking a message down here. This is why:

## To the managers

policy-alert-title = A policy matched
policy-alert-who = { $account } wrote in { $channel }. What matched:
policy-alert-told = I am telling the author why.
policy-alert-timeout =
    { $minutes ->
        [one] They can write again in one minute.
       *[other] They can write again in { $minutes } minutes.
    }
policy-alert-removed = I am taking the message down. It says:

## Where nothing is done

policy-shadow-would-have = { $policy } is on trial: it matched this message, and nothing was done.
policy-spared-because =
    { $reason ->
        [level] { $policy } matched, but the author is someone the team trusts, so nothing was done.
        [member_for] { $policy } matched, but the author has been here for a while, so nothing was done.
       *[other] { $policy } matched, but it makes an exception here, so nothing was done.
    }
