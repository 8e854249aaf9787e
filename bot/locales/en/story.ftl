### The story that `palabre demo` tells.

story-title = Three weeks under the lime tree
story-seen = Palabre has just lived through its chat as if it had been there: { $since } to { $until } (Paris time), { $messages } messages from { $people } people in { $channels } channels, { $reactions } reactions. Nothing left this machine; what it "did" below it only wrote down.

story-decided = What it decided, and what it told each of them
story-again =
    { $times ->
        [one] And once more within { $duration }, in { $channels }.
       *[other] And { $times } times more within { $duration }, in { $channels }.
    }
story-why = “{ $why }”
story-why-same = The same reason as before.
story-did = → { $what }
story-mistake = Honestly, this one is a mistake.

story-idle = What it saw, and did nothing about on purpose

story-left = What it never reacted to
story-innocent = Lines that a simpler filter would have stumbled over:
story-critic = And { $name }, who takes the product apart for three weeks. Her words are sharp, and they stay up:
story-critic-acted = (Palabre acted on this one, see above. It should not have.)
story-critic-why = Criticism is never a reason to act: no rule here looks at opinions, only for scams, floods and insults. Of her { $messages } messages, { $touched ->
        [0] none was touched.
        [one] one was touched, and that is a mistake.
       *[other] { $touched } were touched, and that is a mistake.
    }

story-notyet = What this version does not do yet
story-wait = { $who } was new, asked a shy question and waited { $long }; { $helper } found it by chance.
story-wait-again = Two weeks later { $helper } answered the same question for { $who } in { $long }. No rule had a part in that. Noticing a question that waits, and thanking those who answer, is meant to come next; today Palabre only watches for harm.

story-kept = Where it is all written
story-database = { $place } holds every decision, with its reason and the exact wording of the policy. Of the messages' words it keeps only those that it took down, for { $days } days, to hand them back to whoever wrote them.
story-chain = { $rulings } rulings, each sealed to the one before. The chain has just been checked, and it is whole.
story-chain-broken = The chain of { $rulings } rulings is broken: { $problem }

story-next = What to try next
story-next-stats = The numbers behind this story:
story-next-doctor = Is everything well?
story-next-privacy = What is kept of one person:
story-next-policies = The rules, and whether they do what they say:
story-next-replay = The same with a Slack or Discord export of your own:

## What was done, in half a sentence

story-done =
    { $kind ->
        [send_direct] a private message to { $name } with this reason
        [delete_message] the message taken down
        [time_out_member]
            { $minutes ->
                [one] one minute of reading without writing
               *[other] { $minutes } minutes of reading without writing
            }
        [post_card] a note to the team
        [reply_card] an answer in the channel
       *[other] { $plain }
    }
story-done-stays = the message stays
