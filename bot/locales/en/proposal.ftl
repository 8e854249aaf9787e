### Policies made together: what is proposed, talked over, voted on and decided.

## What is proposed

proposal-title =
    { $kind ->
        [new] Proposal { $number }: a new rule, "{ $title }"
        [change] Proposal { $number }: other words for the rule "{ $title }"
        [mode] Proposal { $number }: how far the rule "{ $title }" goes
       *[rules] Proposal { $number }: how we decide about proposals
    }
proposal-by = { $person } proposes it:
proposal-by-nobody = Somebody proposed it who is not here any more:
proposal-field-effect = What it would do
proposal-field-standing = Where it stands
proposal-field-tried =
    { $kind ->
        [mode] What the rule did lately
       *[trial] What it would have done
    }
proposal-field-sums = The votes
proposal-field-why = The reason given
proposal-field-rules = How it is decided
proposal-field-words = What it looks for
proposal-field-spared = What it leaves alone
proposal-field-vote = Your own vote
proposal-effect =
    { $then ->
        [remove]
            { $mode ->
                [enforce] { $words ->
                    [one] Where it finds its word, the message is taken down, its author reads why, and the team is told.
                   *[other] Where it finds one of its { $words } words or phrases, the message is taken down, its author reads why, and the team is told.
                }
               *[shadow] { $words ->
                    [one] It stays on trial. Once the team switches it on: where it finds its word, the message is taken down, its author reads why, and the team is told.
                   *[other] It stays on trial. Once the team switches it on: where it finds one of its { $words } words or phrases, the message is taken down, its author reads why, and the team is told.
                }
            }
        [remind]
            { $mode ->
                [enforce] { $words ->
                    [one] Where it finds its word, the author gets a friendly word in private. The message stays.
                   *[other] Where it finds one of its { $words } words or phrases, the author gets a friendly word in private. The message stays.
                }
               *[shadow] { $words ->
                    [one] It stays on trial. Once the team switches it on: where it finds its word, the author gets a friendly word in private. The message stays.
                   *[other] It stays on trial. Once the team switches it on: where it finds one of its { $words } words or phrases, the author gets a friendly word in private. The message stays.
                }
            }
       *[alert]
            { $mode ->
                [enforce] { $words ->
                    [one] Where it finds its word, the team is told. The message stays.
                   *[other] Where it finds one of its { $words } words or phrases, the team is told. The message stays.
                }
               *[shadow] { $words ->
                    [one] It stays on trial. Once the team switches it on: where it finds its word, the team is told. The message stays.
                   *[other] It stays on trial. Once the team switches it on: where it finds one of its { $words } words or phrases, the team is told. The message stays.
                }
            }
    }
proposal-effect-mode =
    { $mode ->
        [enforce] The rule { $policy } would act.
        [shadow] The rule { $policy } would only note what it would do, and do nothing.
       *[off] The rule { $policy } would be switched off.
    }
proposal-rules = 
    Talked over for { $talk ->
        [one] a day
       *[other] { $talk } days
    }, voted on for { $vote ->
        [one] a day
       *[other] { $vote } days
    }; what passes holds { $wait ->
        [0] at once
        [one] a day later
       *[other] { $wait } days later
    }. At least { $quorum } % of those who may vote have to say for or against, and more than { $majority } % of these have to be for it. To change these rules it takes more than { $high } %.
proposal-on-trial = It is being tried, without doing anything. Once talking is over, I say here what it would have done.
proposal-tried =
    { $kind ->
        [mode]
            { $matched ->
                [0] From { $since } to { $until } it matched nothing.
               *[other]
                    { $amount ->
                        [many] From { $since } to { $until } it matched { $matched } times, with { $people } people.
                        [few] From { $since } to { $until } it matched { $matched } times, with fewer than five people.
                       *[none] From { $since } to { $until } it matched { $matched } times; with whom is not kept any more.
                    }
            }
       *[trial]
            { $matched ->
                [0] From { $since } to { $until } it would have matched nothing.
               *[other]
                    { $amount ->
                        [many] From { $since } to { $until } it would have matched { $matched } times, with { $people } people.
                        [few] From { $since } to { $until } it would have matched { $matched } times, with fewer than five people.
                       *[none] From { $since } to { $until } it would have matched { $matched } times; with whom is not kept any more.
                    }
            }
    }
proposal-field-backtest = Tried on the past
proposal-backtest-awaited = I am reading back what was written here in the last 30 days. What it would have done with that will stand here soon.
proposal-backtest-none =
    { $kind ->
        [mode] No past could be read here.
       *[trial] No past could be read here; it is tried silently from now on.
    }
proposal-backtest =
    In the { $days ->
        [one] day
       *[other] { $days } days
    } before it was proposed, it would have matched { $amount ->
        [none] none of { $read } { $read ->
            [one] message
           *[other] messages
        }.
        [few] fewer than five of { $read } { $read ->
            [one] message
           *[other] messages
        }.
        [few_people] { $matched } of { $read } messages, by fewer than five people.
       *[many] { $matched } of { $read } { $read ->
            [one] message
           *[other] messages
        }, by { $people ->
            [one] one person
           *[other] { $people } people
        }.
    }
proposal-backtest-team = I tried it on what was written here before. Everybody reads the sum; this is for the team alone.
proposal-backtest-worst =
    On its worst day it would have reached { $day ->
        [one] one person
       *[other] { $day } people
    }, and within an hour { $hour } at most.
proposal-backtest-examples = Some of what it would have matched, as far as it still stands:
proposal-backtest-example = • { $passage }
proposal-standing =
    { $state ->
        [discussion] It is talked over until { $instant }.
        [deciding] The team decides, or lets it be voted on, until { $instant }; after that it goes to a vote.
        [voting] Voting is open until { $instant }. { $electors } people may vote; nobody sees the numbers before it closes, and nobody ever sees who voted how.
       *[cooling] It passed, and holds from { $instant }. Until then, somebody senior on the team can stop it, and has to say why in public.
    }
proposal-ended =
    { $state ->
        [adopted]
            { $who ->
                [law] Adopted by vote on { $instant }.
               *[person]
                    { $named ->
                        [yes] Adopted by { $person } on { $instant }.
                       *[no] Adopted by the team on { $instant }.
                    }
            }
        [rejected]
            { $who ->
                [law] Rejected by vote on { $instant }.
               *[person]
                    { $named ->
                        [yes] Rejected by { $person } on { $instant }.
                       *[no] Rejected by the team on { $instant }.
                    }
            }
        [vetoed]
            { $who ->
                [law] Stopped on { $instant }: it would silence people for naming those who run this place, and no vote can allow that.
               *[person]
                    { $named ->
                        [yes] It passed, and { $person } stopped it on { $instant }.
                       *[no] It passed, and the team stopped it on { $instant }.
                    }
            }
        [withdrawn] Its author took it back on { $instant }.
        [no_quorum] Not decided on { $instant }: too few people took part in the vote.
       *[undecided] Not decided on { $instant }: there are too few people here to vote on it, and the team did not decide.
    }
proposal-sums = { $yes } for, { $no } against, { $abstained } abstained; { $electors } people could vote.
proposal-talk =
    { $kind ->
        [rules] What do you think? Talk about it here. The vote follows.
       *[other] What do you think of it? Talk about it here: what is missing, whom would it hit, is there a kinder way?
    }
proposal-own-vote =
    { $vote ->
        [for] For. You can change it until voting closes.
        [against] Against. You can change it until voting closes.
        [abstain] You abstain. You can change it until voting closes.
        [open] You have not voted yet.
       *[none] You cannot vote on this one: voting is for those who were here for two weeks and wrote lately when it opened.
    }

## Buttons

proposal-button-show = Read all of it
proposal-button-vote =
    { $vote ->
        [for] For
        [against] Against
       *[abstain] Abstain
    }
proposal-button-adopt = Adopt it
proposal-button-open = Let it be voted on
proposal-button-reject = Reject it
proposal-button-veto = Stop it
proposal-button-withdraw = Take it back
proposal-button-again = Go on writing
proposal-button-rules = Propose other rules
proposal-button-who = Who decides
proposal-button-first-rules = Set the first rules
proposal-button-newer = Newer
proposal-button-older = Older

## To whoever proposes

proposal-opened =
    { $voted ->
        [yes] Thank you. Everybody can read it now, and talk about it. After that it is voted on.
       *[no]
            { $kind ->
                [mode] Thank you. Everybody can read it now, and talk about it. After that the team decides, or lets it be voted on.
               *[other] Thank you. Everybody can read it now, and talk about it; meanwhile I try it without doing anything. After that the team decides, or lets it be voted on.
            }
    }
proposal-not-read = This cannot be proposed as it is. Nothing of what you wrote is lost: it stands below, and the button takes you back to it.
proposal-problem =
    { $place ->
        [title] It needs a name: a few words, in letters from a to z or figures.
        [words] It looks for nothing: write one word or phrase on each line.
        [many] These are too many words for one rule: make two of it.
        [why] It has no reason: say why, for whomever it falls upon.
        [spare] It would match a message that you said it must leave alone: take out a word, or that message.
        [brand] It would silence people for naming those who run this place. Criticism stays here: let the rule only talk, or look for what is wrong whoever it is about.
       *[then] Nothing follows: choose what does.
    }
proposal-typed =
    { $question ->
        [title] What you called it
        [words] Your words
        [why] Your reason
       *[spare] What it must leave alone
    }
proposal-no-such-rule = There is no rule called “{ $policy }”. /policy list shows all of them.
proposal-incomplete = Something is missing: everything but what is marked as optional has to be filled in.
proposal-already =
    { $mode ->
        [enforce] The rule { $policy } acts already.
        [shadow] The rule { $policy } is on trial already.
       *[off] The rule { $policy } is off already.
    }
proposal-wrong-rules =
    { $what ->
        [days] The days have to be three whole numbers, such as 3 3 1: at least one day for talking and one for voting, sixty at most.
       *[percents] The parts have to be three whole numbers, such as 20 50 66: first how many have to take part, then the majority, from 50 up, then the one for these rules, no lower than that.
    }
proposal-rules-already = These are the rules already.
proposal-off = Here, rules are made by the team. If one is missing, tell them: they read what you write to them.
proposal-enough =
    { $most ->
        [one] You have one proposal open already. Let that one be decided first, or take it back.
       *[other] You have { $most } proposals open already. Let one of them be decided first, or take one back.
    }
proposal-nowhere = Others have to see it: ask me in a channel that everybody reads.

## To whoever votes, and to managers

proposal-not-voting = Voting on this is not open, or not any more.
proposal-no-vote = You cannot vote on this one: voting is for those who had been here for { $days } days, had written lately and were not held back by a measure when it opened.
proposal-vote-noted =
    { $vote ->
        [for] Noted: for. Nobody else sees it. You can change it until { $instant }.
        [against] Noted: against. Nobody else sees it. You can change it until { $instant }.
       *[abstain] Noted: you abstain. Nobody else sees it. You can change it until { $instant }.
    }
proposal-not-yours = Only whoever proposed it can take it back.
proposal-over = That cannot be done with it any more, or not yet.
proposal-reason = Everybody reads why: write a reason.
proposal-unknown = There is no such proposal.
proposal-too-few = Fewer than { $fewest } people may vote here now, so nothing is decided by vote. It is yours to decide, and to say why.
proposal-to-decide = This was talked over. Adopt it or reject it, with a reason that everybody reads, or let it be voted on. If nobody does anything, it goes to a vote.
proposal-to-cool = This passed. If it must not hold, somebody senior can stop it now, with a reason that everybody reads.

## What was decided

proposal-decisions-title =
    { $pages ->
        [1] What was decided here
       *[other] What was decided here · page { $page } of { $pages }
    }
proposal-decisions = Everything that was proposed and decided, and every rule that was switched, the latest first.
proposal-decisions-none = Nothing was decided yet.
proposal-decisions-first = Nobody has proposed anything so far. Everybody can: /policy propose begins it.
proposal-decisions-open =
    { $state ->
        [voting] ▸ Open: proposal { $number }, { $kind ->
            [new] a new rule, "{ $title }"
            [change] other words for "{ $title }"
            [mode] { $mode ->
                [enforce] let "{ $title }" act
                [shadow] put "{ $title }" on trial
               *[off] switch "{ $title }" off
            }
           *[rules] how we decide
        }; voted on until { $instant }
       *[other] ▸ Open: proposal { $number }, { $kind ->
            [new] a new rule, "{ $title }"
            [change] other words for "{ $title }"
            [mode] { $mode ->
                [enforce] let "{ $title }" act
                [shadow] put "{ $title }" on trial
               *[off] switch "{ $title }" off
            }
           *[rules] how we decide
        }; next step by { $instant }
    }
proposal-decisions-line =
    • { $instant } · Proposal { $number }, { $kind ->
        [new] a new rule, "{ $title }"
        [change] other words for "{ $title }"
        [mode] { $mode ->
            [enforce] let "{ $title }" act
            [shadow] put "{ $title }" on trial
           *[off] switch "{ $title }" off
        }
       *[rules] how we decide
    }: { $state ->
        [adopted] adopted
        [rejected] rejected
        [vetoed] stopped
        [withdrawn] taken back
        [no_quorum] too few took part
       *[undecided] not decided
    }{ $counted ->
        [yes] {" "}({ $yes } for, { $no } against, { $abstained } abstained, of { $electors })
       *[no] {""}
    }
proposal-decisions-revision = This is in force: { $policy }, wording { $revision }
proposal-decisions-activated =
    • { $instant } · { $author ->
        [file] Whoever runs the bot
       *[chat] The team
    } { $mode ->
        [enforce] lets the rule "{ $title }" act
        [shadow] puts the rule "{ $title }" on trial
       *[off] switches the rule "{ $title }" off
    } ({ $policy }, wording { $revision })
proposal-decisions-together =
    • { $instant } · { $author ->
        [file] Whoever runs the bot
       *[chat] The team
    } { $mode ->
        [enforce] lets { $number } rules act
        [shadow] puts { $number } rules on trial
       *[off] switches { $number } rules off
    }: { $titles }. /policy show and a rule's name show its words.
proposal-decisions-criticism =
    { $without ->
        [0]
            { $removed ->
                [0] Critical messages that the team took down: none.
                [one] Critical messages that the team took down: one, naming the rule that it broke.
               *[other] Critical messages that the team took down: { $removed }, each time naming the rule that was broken.
            }
       *[other] Critical messages that the team took down: { $removed }; by hand on the platform, without naming a rule: { $without }.
    }
proposal-name-the-rule = This message speaks critically of those who run this place, or of what they make. Criticism stays here, every word of it. If it breaks a rule all the same, name that rule (/policy list): an insult in it is answered as an insult. Nothing has been done.
proposal-rules-title = How rules are made here
proposal-who =
    { $who ->
        [off] Rules are made by the team. Proposals are switched off.
        [members] Everybody can propose a rule (/policy propose). It is talked over, and then voted on.
       *[managers] Everybody can propose a rule (/policy propose). It is talked over; then the team adopts it or rejects it, with a reason that everybody reads, or lets it be voted on.
    }
proposal-rules-change = These rules change by a proposal of their own, always by vote, with more than { $high } %. Those that hold when a proposal is opened govern it to its end.
proposal-rules-settled = There was a vote already: from then on these rules change by proposal and vote alone.
proposal-set =
    { $what ->
        [proposals] Noted who decides about proposals. Whatever is open already goes on as it began.
       *[proposal_rules] Noted: the first votes go by these rules.
    }
proposal-why =
    { $state ->
        [discussion] Proposal { $number } was opened.
        [deciding] Proposal { $number } was talked over and is the team's to decide.
        [voting] Proposal { $number } is voted on.
        [cooling] Proposal { $number } passed and will hold.
        [adopted] Proposal { $number } was adopted.
        [rejected] Proposal { $number } was rejected.
        [vetoed] Proposal { $number } was stopped.
        [withdrawn] Proposal { $number } was taken back.
        [no_quorum] Too few took part in the vote on proposal { $number }.
       *[undecided] Nobody decided about proposal { $number }.
    }
