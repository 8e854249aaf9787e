### Ce que lisent les gens sur ce qui a été fait sans personne, ou signalé, et sur ce qu'il en est advenu.

## La carte de l'équipe

moderation-card-title =
    { $measure ->
        [remove] Un message a été retiré
        [quarantine] Une personne ne peut écrire qu'à l'équipe pour l'instant
        [timeout] Une personne ne peut pas écrire pendant un moment
        [ask] On demande à une personne de retirer son message
        [pause_invites] Personne ne peut arriver pendant un moment
        [slowmode] Un salon a été ralenti
        [remind] Une personne a reçu un rappel
        [reply] Un rappel a été publié
       *[other] Quelque chose à regarder
    }
moderation-card-person-place-passage = { $person } : { $passage }
moderation-card-person-place = { $person } dans { $place }
moderation-card-person = Il s'agit de { $person }.
moderation-card-place-passage = Ici : { $passage }
moderation-card-place = Dans { $place }
moderation-card-nobody = Cela ne concerne personne en particulier.
moderation-crowd =
    { $number ->
        [one] Depuis, encore une fois.
       *[other] Depuis, encore au moins { $number } fois.
    }
moderation-crowd-also-person = Aussi { $person }.
moderation-crowd-also-person-place = Aussi { $person } dans { $place }.
moderation-crowd-also-person-place-passage = Aussi { $person } : { $passage }
moderation-crowd-since =
    { $number ->
        [one] La même chose est arrivée encore une fois depuis mon dernier message à ce sujet.
       *[other] La même chose est arrivée encore { $number } fois depuis mon dernier message à ce sujet.
    }
moderation-card-decided = Ce qui a décidé
moderation-card-text = Ce qui était écrit :
moderation-did =
    { $measure ->
        [remove] J'ai retiré le message.
        [quarantine] Cette personne ne peut écrire que là où elle joint l'équipe, jusqu'à ce que l'équipe l'en libère.
        [timeout] Cette personne ne peut pas écrire pendant un moment.
        [pause_invites] Personne ne peut arriver pendant un moment.
        [slowmode] J'ai ralenti le salon.
        [remind] Je lui en ai dit la raison, en privé.
        [ask] Je lui ai demandé, en privé, de retirer le message. D'ici là, il reste visible.
        [reply] J'ai répondu dans le salon.
       *[react] J'ai marqué le message.
    }
moderation-did-until =
    { $measure ->
        [timeout] Cette personne peut continuer à lire, et pourra écrire à nouveau le { $instant }.
        [quarantine] Cette personne ne peut écrire que là où elle joint l'équipe, jusqu'au { $instant } ou jusqu'à ce que l'équipe l'en libère.
        [pause_invites] Personne ne peut arriver avant le { $instant }.
       *[other] Cela finit tout seul le { $instant }.
    }
moderation-did-slow =
    { $seconds ->
        [one] Chaque personne peut écrire dans { $place } une fois par seconde.
       *[other] Chaque personne peut écrire dans { $place } une fois toutes les { $seconds } secondes.
    }
moderation-withheld =
    { $measure ->
        [remove] Pas fait, car cette personne est à la direction de la communauté : retirer le message.
        [timeout] Pas fait, car cette personne est à la direction de la communauté : l'empêcher d'écrire pendant un moment.
       *[other] Pas fait, car cette personne est à la direction de la communauté : ne la laisser écrire qu'à l'équipe.
    }
moderation-late =
    Cela date du { $instant }, et je l'ai appris avec { $unit ->
        [d]
            { $count ->
                [one] un jour
               *[other] { $count } jours
            }
        [h]
            { $count ->
                [one] une heure
               *[other] { $count } heures
            }
       *[m]
            { $count ->
                [one] une minute
               *[other] { $count } minutes
            }
    } de retard. Je ne tiens rigueur à personne de nouvelles aussi anciennes.
moderation-late-withheld =
    { $measure ->
        [remove] Pas fait pour cette raison : retirer le message.
        [remind] Pas fait pour cette raison : lui en dire la raison, en privé.
        [reply] Pas fait pour cette raison : répondre dans le salon.
        [react] Pas fait pour cette raison : marquer le message.
        [timeout] Pas fait pour cette raison : l'empêcher d'écrire pendant un moment.
        [slowmode] Pas fait pour cette raison : ralentir le salon.
        [quarantine] Pas fait pour cette raison : ne la laisser écrire qu'à l'équipe.
       *[pause_invites] Pas fait pour cette raison : ne laisser arriver personne pendant un moment.
    }
moderation-beyond =
    { $measure ->
        [remove] Pas fait, car cette plateforme ne le permet pas : retirer le message. Qui en a le droit dans l'équipe peut le faire à la main, là où il se trouve.
        [remind] Pas fait, car cette plateforme ne le permet pas : lui en dire la raison, en privé. Merci de le lui dire là où elle le lira.
        [reply] Pas fait, car cette plateforme ne le permet pas : répondre dans le salon.
        [alert] Pas fait, car cette plateforme ne le permet pas : prévenir l'équipe tout de suite.
        [react] Pas fait, car cette plateforme ne le permet pas : marquer le message.
        [timeout] Pas fait, car cette plateforme ne le permet pas : l'empêcher d'écrire pendant un moment. Si cela continue, c'est à faire à la main.
        [slowmode] Pas fait, car cette plateforme ne le permet pas : ralentir le salon.
        [quarantine] Pas fait, car cette plateforme ne le permet pas : ne la laisser écrire qu'à l'équipe. Si cela continue, c'est à faire à la main.
       *[pause_invites] Pas fait, car cette plateforme ne le permet pas : ne laisser arriver personne pendant un moment.
    }
moderation-note =
    { $state ->
        [confirmed] { $person } a regardé le { $instant } : c'était juste.
        [undone] { $person } a tout annulé le { $instant } : c'était une erreur.
        [talking] { $person } a ouvert une conversation à ce sujet le { $instant }. On peut encore annuler.
        [asked] { $person } a demandé un second regard le { $instant }.
        [taken] { $person } s'en occupe depuis le { $instant }.
        [removed] { $person } a retiré le message le { $instant }.
        [requested] { $person } a fait demander le { $instant } que la personne retire son message. D'ici là, il reste visible.
       *[closed] { $person } s'en est occupé ; c'est fini depuis le { $instant }.
    }
moderation-note-nobody = Quelqu'un a regardé depuis.
moderation-note-given-up = On m'a arrêté avant que quiconque en sente quoi que ce soit : rien n'a été fait, et rien n'en est gardé.
moderation-note-withdrawn = La personne qui l'avait signalé est aussitôt revenue dessus.
moderation-asked-title = Quelqu'un demande un second regard
moderation-button-right = C'était juste
moderation-button-undo = À tort : annuler
moderation-button-talk = Lui parler

## Ce que lit la personne qui a appuyé

moderation-unknown = Je ne retrouve plus cela : ce que j'en gardais a été effacé.
moderation-conflict =
    { $address ->
        [vous] Il s'agit ici de vous : quelqu'un d'autre dans l'équipe devrait regarder. Rien n'a changé.
       *[tu] Il s'agit ici de toi : quelqu'un d'autre dans l'équipe devrait regarder. Rien n'a changé.
    }
moderation-settled =
    { $state ->
        [confirmed] { $person } a regardé le { $instant } et a trouvé cela juste. Rien n'a changé.
        [undone] { $person } a annulé cela le { $instant }. Rien n'a changé.
        [talking] { $person } a ouvert une conversation à ce sujet le { $instant }. Rien n'a changé.
        [asked] { $person } a demandé un second regard le { $instant }. Rien n'a changé.
        [taken] { $person } s'en occupe depuis le { $instant }. Rien n'a changé.
        [removed] { $person } a retiré le message le { $instant }. Rien n'a changé.
        [requested] { $person } a fait demander le { $instant } que la personne retire son message. Rien n'a changé.
       *[closed] { $person } s'en est occupé le { $instant }. Rien n'a changé.
    }
moderation-confirmed = C'est noté : c'était juste. Merci d'avoir regardé.
moderation-undone =
    { $told ->
        [yes] C'est annulé. Ce qui pouvait être levé est levé, cela ne compte plus, et la personne reçoit nos excuses.
       *[no] C'est annulé. Ce qui pouvait être levé est levé, et cela ne compte plus.
    }
moderation-undone-case =
    { $address ->
        [vous] Pour que je ne refasse pas cette erreur, mettez l'exemple ci-dessous dans ce fichier :
       *[tu] Pour que je ne refasse pas cette erreur, mets l'exemple ci-dessous dans ce fichier :
    }
moderation-talking =
    { $address ->
        [vous] J'ai ouvert une conversation pour vous deux, avec quelques mots pour commencer.
       *[tu] J'ai ouvert une conversation pour vous deux, avec quelques mots pour commencer.
    }
moderation-talk-nobody = Il n'y a ici personne avec qui ouvrir une conversation. Rien n'a changé.

## À la personne concernée

moderation-ask-not-theirs =
    { $address ->
        [vous] Seule la personne concernée peut le demander ici. Si quelque chose vous inquiète, utilisez /signaler : seule l'équipe le lit.
       *[tu] Seule la personne concernée peut le demander ici. Si quelque chose t'inquiète, utilise /signaler : seule l'équipe le lit.
    }
moderation-asked =
    { $address ->
        [vous] L'équipe a reçu votre demande. Une personne va regarder, et vous aurez de ses nouvelles.
       *[tu] L'équipe a reçu ta demande. Une personne va regarder, et tu auras de ses nouvelles.
    }
moderation-asked-nowhere =
    { $address ->
        [vous] C'est noté, mais l'équipe ne m'a pas encore dit où la joindre. Écrivez directement à l'un de ses membres.
       *[tu] C'est noté, mais l'équipe ne m'a pas encore dit où la joindre. Écris directement à l'un de ses membres.
    }
moderation-asked-already =
    { $address ->
        [vous]
            { $state ->
                [undone] { $person } a regardé le { $instant } et a tout annulé. Il ne reste rien à demander.
                [talking] { $person } s'en occupe déjà et a ouvert une conversation avec vous le { $instant }.
               *[asked] L'équipe a déjà votre demande, depuis le { $instant }. Une personne va regarder.
            }
       *[tu]
            { $state ->
                [undone] { $person } a regardé le { $instant } et a tout annulé. Il ne reste rien à demander.
                [talking] { $person } s'en occupe déjà et a ouvert une conversation avec toi le { $instant }.
               *[asked] L'équipe a déjà ta demande, depuis le { $instant }. Une personne va regarder.
            }
    }
moderation-outcome-stays =
    { $address ->
        [vous] Vous avez demandé un second regard. { $person } a tout repris : cette fois, cela reste ainsi. S'il manque quelque chose, dites-le à l'équipe.
       *[tu] Tu as demandé un second regard. { $person } a tout repris : cette fois, cela reste ainsi. S'il manque quelque chose, dis-le à l'équipe.
    }
moderation-outcome-outside =
    { $address ->
        [vous] Si vous préférez vous adresser à quelqu'un hors de l'équipe :
       *[tu] Si tu préfères t'adresser à quelqu'un hors de l'équipe :
    }
moderation-apology =
    { $address ->
        [vous]
            { $asked ->
                [yes] Vous avez bien fait de demander. { $person } a tout repris : c'était notre erreur.
               *[no] { $person } a regardé ce que j'avais fait, et c'était notre erreur.
            }
       *[tu]
            { $asked ->
                [yes] Tu as bien fait de demander. { $person } a tout repris : c'était notre erreur.
               *[no] { $person } a regardé ce que j'avais fait, et c'était notre erreur.
            }
    }
moderation-apology-about-person-place-passage =
    { $address ->
        [vous] { $person }, il s'agissait de ce que vous avez écrit : { $passage }
       *[tu] { $person }, il s'agissait de ce que tu as écrit : { $passage }
    }
moderation-apology-about-person-place = { $person }, il s'agissait de { $place }.
moderation-apology-about-place-passage =
    { $address ->
        [vous] Il s'agissait de ce que vous avez écrit : { $passage }
       *[tu] Il s'agissait de ce que tu as écrit : { $passage }
    }
moderation-apology-about-place = Il s'agissait de { $place }.
moderation-apology-account =
    { $address ->
        [vous] Il s'agissait de votre compte ici.
       *[tu] Il s'agissait de ton compte ici.
    }
moderation-apology-erased =
    { $address ->
        [vous] C'est levé, et cela ne compte plus. Toutes nos excuses ; votre place est ici.
       *[tu] C'est levé, et cela ne compte plus. Toutes nos excuses ; ta place est ici.
    }
moderation-apology-text =
    { $address ->
        [vous] Je ne peux pas publier en votre nom. Voici votre texte, à republier si vous voulez :
       *[tu] Je ne peux pas publier en ton nom. Voici ton texte, à republier si tu veux :
    }
moderation-apology-asked =
    { $address ->
        [vous] Si vous l'avez déjà retiré : je ne peux pas publier en votre nom. Voici votre texte, à republier si vous voulez :
       *[tu] Si tu l'as déjà retiré : je ne peux pas publier en ton nom. Voici ton texte, à republier si tu veux :
    }
moderation-talk-opening =
    { $address ->
        [vous] { $author }, { $person }, de l'équipe, aimerait en parler avec vous. Rien n'est décidé.
       *[tu] { $author }, { $person }, de l'équipe, aimerait en parler avec toi. Rien n'est décidé.
    }
moderation-talk-about =
    { $address ->
        [vous] Il s'agit de ce que vous avez écrit : { $passage }
       *[tu] Il s'agit de ce que tu as écrit : { $passage }
    }
moderation-talk-invitation =
    { $address ->
        [vous] Racontez les choses comme vous les avez vues, et prenez votre temps. Personne d'autre que vous deux et l'équipe ne peut lire ceci.
       *[tu] Raconte les choses comme tu les as vues, et prends ton temps. Personne d'autre que vous deux et l'équipe ne peut lire ceci.
    }
moderation-why =
    { $state ->
        [confirmed] Une personne de l'équipe a regardé ce que j'avais fait, et cela reste ainsi.
        [undone] Une personne de l'équipe a regardé ce que j'avais fait : c'était une erreur, et c'est annulé.
        [talking] Une personne de l'équipe souhaite en parler.
       *[asked] On demande à une personne de l'équipe de regarder à nouveau.
    }

## Ce qu'on signale

moderation-report-title =
    { $concern ->
        [hurt] On vous signale : cela blesse
        [spam] On vous signale : publicité, arnaque ou nuisance
        [danger] Quelqu'un est peut-être en danger
       *[other] On vous signale quelque chose
    }
moderation-report-danger = Quelqu'un est peut-être en danger : c'est à regarder maintenant. En cas d'urgence, d'abord le 15, le 17 ou le 112.
moderation-report-person-place-passage = Il s'agit de { $person } : { $passage }
moderation-report-person-place = Il s'agit de { $person } dans { $place }.
moderation-report-person = Il s'agit de { $person }.
moderation-report-place-passage = Voici de quoi il s'agit : { $passage }
moderation-report-place = Il s'agit de { $place }.
moderation-report-nobody = Personne n'est nommé.
moderation-report-stands = Sur cette plateforme, je ne peux pas retirer de message. Je peux demander à la personne de le faire, et qui en a le droit dans l'équipe peut le faire à la main.
moderation-report-reason = Ce qu'on en dit :

## Par une réaction, au lieu d'un bouton

moderation-report-unreadable = Je n'ai pas pu lire ses mots : ils ne sont donc pas sur cette carte. Le message est à lire là où il se trouve.
moderation-door-nothing =
    { $address ->
        [vous] Sur cette carte, telle qu'elle est, votre réaction ne peut rien faire. Ses boutons montrent ce qui reste possible.
       *[tu] Sur cette carte, telle qu'elle est, ta réaction ne peut rien faire. Ses boutons montrent ce qui reste possible.
    }

## Ce que d'autres ont fait sur la plateforme

moderation-hand-title =
    { $action ->
        [remove]
            { $number ->
                [one] Un message a été retiré
               *[other] { $number } messages ont été retirés
            }
        [timeout] Une personne ne peut pas écrire pendant un moment
        [kick] On a fait partir une personne
        [ban] Une personne a été bannie
        [unban] Un bannissement a été levé
        [lock] Un salon est fermé aux nouveaux messages
       *[alert] Quelque chose à regarder
    }
moderation-hand =
    { $hand ->
        [person] Cela a été fait à la main, sur la plateforme elle-même. Je ne fais que le noter.
        [bot] C'est un autre bot qui l'a fait : je le note comme venant de lui.
       *[rule] C'est une règle de la plateforme elle-même : je le note comme venant d'elle.
    }
moderation-hand-by = Par qui
moderation-hand-whom = Personne concernée
moderation-hand-where = Où
moderation-hand-until = Jusqu'au
moderation-hand-why = Pourquoi, dans ses mots
moderation-hand-rule = Quelle règle
moderation-hand-reference = { $reference }

## Ce qu'une plateforme n'a pas voulu faire

moderation-refused-title =
    { $wanted ->
        [delete_message] Je n'ai pas pu retirer un message
        [time_out_member] Je n'ai pas pu empêcher une personne d'écrire pendant un moment
        [lift_timeout] Je n'ai pas pu laisser une personne écrire à nouveau
        [kick_member] Je n'ai pas pu faire partir une personne
        [ban_member] Je n'ai pas pu bannir une personne
        [unban_member] Je n'ai pas pu lever un bannissement
        [add_role] Je n'ai pas pu donner un rôle
        [remove_role] Je n'ai pas pu retirer un rôle
        [quarantine_member] Je n'ai pas pu limiter une personne à l'endroit où elle joint l'équipe
        [release_member] Je n'ai pas pu laisser une personne écrire à nouveau partout
        [set_slowmode] Je n'ai pas pu changer le rythme d'un salon
        [lock_channel] Je n'ai pas pu fermer ou rouvrir un salon
        [pause_invites] Je n'ai pas pu changer si l'on peut arriver ou non
        [pause_direct_messages] Je n'ai pas pu changer si l'on peut s'écrire en privé ou non
        [hide_reaction] Je n'ai pas pu cacher une réaction
        [create_private_thread] Je n'ai pas pu ouvrir une conversation privée
        [join_channel] Je n'ai pas pu aller dans un salon pour m'en occuper
        [send_direct] Je n'ai pas pu écrire à une personne
        [post_card] Je n'ai pas pu écrire dans un salon
        [tell_outside] Je n'ai pas pu écrire à quelqu'un hors de l'équipe
        [reply_card] Je n'ai pas pu répondre à un message
        [react] Je n'ai pas pu marquer un message
       *[other] Il y a quelque chose que je n'ai pas pu faire
    }
moderation-refused = La plateforme ne m'a pas laissé faire : rien n'a été fait. Si c'est encore utile, quelqu'un de l'équipe peut le faire à la main.
moderation-refused-letter = Cette personne ne sait donc pas ce qui a été fait, ni pourquoi. Peut-être n'accepte-t-elle pas les messages privés. Merci de le lui dire là où elle le lira, par exemple avec « Lui parler » sur la carte à ce sujet.
moderation-refused-team =
    { $address ->
        [vous] C'est le salon de votre équipe : personne n'y a lu ce que j'avais à dire. Tant que cela dure, les signalements et les demandes à l'équipe restent sans lecture. Remédiez-y, ou choisissez un autre salon avec /installer.
       *[tu] C'est le salon de ton équipe : personne n'y a lu ce que j'avais à dire. Tant que cela dure, les signalements et les demandes à l'équipe restent sans lecture. Remédies-y, ou choisis un autre salon avec /installer.
    }
moderation-refused-more =
    { $number ->
        [one] La même chose est arrivée encore une fois depuis mon dernier message à ce sujet.
       *[other] La même chose est arrivée encore { $number } fois depuis mon dernier message à ce sujet.
    }
moderation-refused-whom = Personne concernée
moderation-refused-where = Où
moderation-refused-why = Pourquoi
