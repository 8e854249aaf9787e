### Ce que dit le bot quand une règle reconnaît un message.

## À la personne qui a écrit, en privé, avant toute mesure

policy-direct-removed =
    { $address ->
        [vous] Je retire votre message dans { $channel }. Voici pourquoi :
       *[tu] Je retire ton message dans { $channel }. Voici pourquoi :
    }
policy-direct-reminder =
    { $address ->
        [vous] Un mot au sujet de votre message dans { $channel } :
       *[tu] Un mot au sujet de ton message dans { $channel } :
    }
policy-direct-timeout =
    { $address ->
        [vous]
            { $minutes ->
                [one] Vous pouvez continuer à lire, et écrire à nouveau dans une minute.
               *[other] Vous pouvez continuer à lire, et écrire à nouveau dans { $minutes } minutes.
            }
       *[tu]
            { $minutes ->
                [one] Tu peux continuer à lire, et écrire à nouveau dans une minute.
               *[other] Tu peux continuer à lire, et écrire à nouveau dans { $minutes } minutes.
            }
    }
policy-direct-text =
    { $address ->
        [vous] Voici ce que vous aviez écrit, si vous voulez le dire autrement :
       *[tu] Voici ce que tu avais écrit, si tu veux le dire autrement :
    }
policy-direct-human =
    { $address ->
        [vous] Je suis un programme et je peux me tromper. Si c'est le cas, dites-le à quelqu'un de l'équipe : une personne regardera.
       *[tu] Je suis un programme et je peux me tromper. Si c'est le cas, dis-le à quelqu'un de l'équipe : une personne regardera.
    }

## Dans le salon

policy-reply = Un rappel pour cette conversation :
policy-reply-removed = Je retire un message ici. Voici pourquoi :

## À l'équipe

policy-alert-title = Une règle a reconnu un message
policy-alert-who = { $account } a écrit dans { $channel }. Ce qui a été reconnu :
policy-alert-told = J'en dis la raison à la personne.
policy-alert-timeout =
    { $minutes ->
        [one] Cette personne pourra écrire à nouveau dans une minute.
       *[other] Cette personne pourra écrire à nouveau dans { $minutes } minutes.
    }
policy-alert-removed = Je retire le message. Il dit :

## Quand rien n'est fait

policy-shadow-would-have = { $policy } est à l'essai : cette règle a reconnu le message, et rien n'a été fait.
policy-spared-because =
    { $reason ->
        [level] { $policy } a reconnu le message, mais l'équipe fait confiance à cette personne : rien n'a été fait.
        [member_for] { $policy } a reconnu le message, mais cette personne est là depuis un moment : rien n'a été fait.
       *[other] { $policy } a reconnu le message, mais fait ici une exception : rien n'a été fait.
    }
