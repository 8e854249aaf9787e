### What the bot says when a policy matches a message.

## To the author, directly, before anything is done

policy-direct-removed = I am taking down your message in { $channel }. Here is why:
policy-direct-reminder = A word about your message in { $channel }:
policy-direct-timeout =
    { $minutes ->
        [one] You can read along, and write again in one minute.
       *[other] You can read along, and write again in { $minutes } minutes.
    }
policy-direct-joined = A word about your account here:
policy-direct-renamed = A word about the name that you go by here:
policy-direct-quarantine = Until somebody on the team has looked at it, you can write only where you reach the team.
policy-direct-text = This is what you wrote, in case you want to say it another way:
policy-direct-human = I am a program and I can be wrong. If I am, tell anyone on the team: a person will look at it.

## In the channel

policy-reply = A reminder for this conversation:
policy-reply-removed = I am taking a message down here. This is why:

## To the managers

policy-alert-title = A policy matched
policy-alert-who = { $account } wrote in { $channel }. What matched:
policy-alert-joined = { $account } has joined. What matched:
policy-alert-renamed = { $account } goes by a new name. What matched:
policy-alert-told = I am telling the author why.
policy-alert-timeout =
    { $minutes ->
        [one] They can write again in one minute.
       *[other] They can write again in { $minutes } minutes.
    }
policy-alert-quarantine = They can write only where they reach you, until you let them out.
policy-alert-slowmode =
    { $seconds ->
        [one] Each person can write there only once in a second, until ten minutes have passed without a match.
       *[other] Each person can write there only once in { $seconds } seconds, until ten minutes have passed without a match.
    }
policy-alert-invites =
    { $minutes ->
        [one] Nobody new can come in for one minute.
       *[other] Nobody new can come in for { $minutes } minutes.
    }
policy-alert-removed = I am taking the message down. It says:

policy-refused-title = A change of policies was not taken as it is
policy-refused = What was enforced before stays as it was; what is new runs on trial at most. This is in the way:

## Where nothing is done, or less

policy-withheld = Not done, because nobody takes measures against an owner of the community: { $measures }.
policy-slowmode-ends = { $channel } is no longer slow: ten minutes have passed without a match.

policy-shadow-would-have = { $policy } is on trial: it matched this message, and nothing was done.
policy-spared-because =
    { $reason ->
        [level] { $policy } matched, but the author is someone the team trusts, so nothing was done.
        [member_for] { $policy } matched, but the author has been here for a while, so nothing was done.
       *[other] { $policy } matched, but it makes an exception here, so nothing was done.
    }
