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
policy-direct-joined =
    { $address ->
        [vous] Un mot au sujet de votre compte ici :
       *[tu] Un mot au sujet de ton compte ici :
    }
policy-direct-renamed =
    { $address ->
        [vous] Un mot au sujet du nom que vous portez ici :
       *[tu] Un mot au sujet du nom que tu portes ici :
    }
policy-direct-quarantine =
    { $address ->
        [vous] Jusqu'à ce que l'équipe ait regardé, vous ne pouvez écrire que là où vous joignez l'équipe.
       *[tu] Jusqu'à ce que l'équipe ait regardé, tu ne peux écrire que là où tu joins l'équipe.
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
policy-alert-joined = { $account } vient d'arriver. Ce qui a été reconnu :
policy-alert-renamed = { $account } porte un nouveau nom. Ce qui a été reconnu :
policy-alert-told = J'en dis la raison à la personne.
policy-alert-timeout =
    { $minutes ->
        [one] Cette personne pourra écrire à nouveau dans une minute.
       *[other] Cette personne pourra écrire à nouveau dans { $minutes } minutes.
    }
policy-alert-quarantine = Cette personne ne peut plus écrire que là où elle vous joint, jusqu'à ce que l'équipe l'en libère.
policy-alert-slowmode =
    { $seconds ->
        [one] Chaque personne ne peut y écrire qu'une fois par seconde, jusqu'à dix minutes sans nouvelle alerte.
       *[other] Chaque personne ne peut y écrire qu'une fois toutes les { $seconds } secondes, jusqu'à dix minutes sans nouvelle alerte.
    }
policy-alert-invites =
    { $minutes ->
        [one] Personne ne peut arriver pendant une minute.
       *[other] Personne ne peut arriver pendant { $minutes } minutes.
    }
policy-alert-removed = Je retire le message. Il dit :

policy-refused-title = Un changement de règles n'a pas été pris tel quel
policy-refused = Ce qui était appliqué le reste ; ce qui est nouveau est tout au plus à l'essai. Voici ce qui bloque :

## Quand rien n'est fait, ou moins

policy-withheld = Pas fait, car aucune mesure ne vise les propriétaires de la communauté : { $measures }.
policy-slowmode-ends = { $channel } n'est plus ralenti : dix minutes ont passé sans nouvelle alerte.

policy-shadow-would-have = { $policy } est à l'essai : cette règle a reconnu le message, et rien n'a été fait.
policy-spared-because =
    { $reason ->
        [level] { $policy } a reconnu le message, mais l'équipe fait confiance à cette personne : rien n'a été fait.
        [member_for] { $policy } a reconnu le message, mais cette personne est là depuis un moment : rien n'a été fait.
       *[other] { $policy } a reconnu le message, mais fait ici une exception : rien n'a été fait.
    }
