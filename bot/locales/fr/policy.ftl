### Ce que dit le bot quand une règle reconnaît un message.

## À la personne qui a écrit, en privé, avant toute mesure

policy-direct-removed =
    { $address ->
        [vous] Bonjour { $person }. Je retire votre message dans { $channel }. Voici pourquoi :
       *[tu] Bonjour { $person }. Je retire ton message dans { $channel }. Voici pourquoi :
    }
policy-direct-asked =
    { $address ->
        [vous] Bonjour { $person }. Je vous demande de retirer vous-même votre message dans { $channel } : sur cette plateforme, je ne peux pas le faire. Voici pourquoi :
       *[tu] Bonjour { $person }. Je te demande de retirer toi-même ton message dans { $channel } : sur cette plateforme, je ne peux pas le faire. Voici pourquoi :
    }
policy-direct-where = C'est celui-ci : { $passage }
policy-direct-reminder =
    { $address ->
        [vous] Bonjour { $person }. Un mot au sujet de votre message dans { $channel } ; il reste où il est.
       *[tu] Bonjour { $person }. Un mot au sujet de ton message dans { $channel } ; il reste où il est.
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
        [vous] Bonjour { $person }. Un mot au sujet de votre compte ici :
       *[tu] Bonjour { $person }. Un mot au sujet de ton compte ici :
    }
policy-direct-renamed =
    { $address ->
        [vous] Bonjour { $person }. Un mot au sujet du nom que vous portez ici :
       *[tu] Bonjour { $person }. Un mot au sujet du nom que tu portes ici :
    }
policy-direct-quarantine =
    { $address ->
        [vous] Jusqu'à ce que l'équipe ait regardé, vous ne pouvez écrire que là où vous joignez l'équipe.
       *[tu] Jusqu'à ce que l'équipe ait regardé, tu ne peux écrire que là où tu joins l'équipe.
    }
policy-direct-text =
    { $address ->
        [vous] Voici votre texte, à reformuler si vous le souhaitez :
       *[tu] Voici ton texte, à reformuler si tu veux :
    }
policy-direct-human =
    { $address ->
        [vous] Je suis un programme et je peux me tromper. Si c'est le cas, appuyez sur « Demander à quelqu'un » : une personne de l'équipe regardera.
       *[tu] Je suis un programme et je peux me tromper. Si c'est le cas, appuie sur « Demander à quelqu'un » : une personne de l'équipe regardera.
    }
policy-ask-person = Demander à quelqu'un

## Dans le salon

policy-reply = Un rappel pour cette conversation :
policy-reply-removed = Je retire un message ici. Voici pourquoi :

## À l'équipe

policy-refused-title = Un changement de règles n'a pas été pris tel quel
policy-refused = Ce qui était appliqué le reste ; ce qui est nouveau est tout au plus à l'essai. Voici ce qui bloque :
policy-cannot =
    { $action ->
        [remove] Cette plateforme ne me laisse pas retirer de messages. C'est demandé par : { $policies }
        [remind] Cette plateforme ne me laisse pas écrire aux gens en privé. C'est demandé par : { $policies }
        [reply] Cette plateforme ne me laisse pas répondre dans un salon. C'est demandé par : { $policies }
        [alert] Cette plateforme ne me laisse pas publier de cartes. C'est demandé par : { $policies }
        [react] Cette plateforme ne me laisse pas marquer de messages. C'est demandé par : { $policies }
        [timeout] Cette plateforme ne me laisse pas empêcher quelqu'un d'écrire pendant un moment. C'est demandé par : { $policies }
        [slowmode] Cette plateforme ne me laisse pas ralentir un salon. C'est demandé par : { $policies }
        [quarantine] Cette plateforme ne me laisse pas limiter quelqu'un à l'endroit où l'on joint l'équipe. C'est demandé par : { $policies }
       *[pause_invites] Cette plateforme ne me laisse pas suspendre les arrivées. C'est demandé par : { $policies }
    }
policy-instead =
    { $address ->
        [vous]
            { $action ->
                [remove] À la place, je demande en privé à la personne de retirer son message, et vous lisez où il se trouve.
                [timeout] À la place, la personne apprend pourquoi et l'équipe aussi : quelqu'un peut agir à la main.
                [quarantine] À la place, la personne apprend pourquoi et l'équipe aussi : quelqu'un peut agir à la main.
               *[other] Rien ne vient à la place : la carte dit chaque fois que cela n'a pas été fait. Tout le reste de ces règles est fait.
            }
       *[tu]
            { $action ->
                [remove] À la place, je demande en privé à la personne de retirer son message, et tu lis où il se trouve.
                [timeout] À la place, la personne apprend pourquoi et l'équipe aussi : quelqu'un peut agir à la main.
                [quarantine] À la place, la personne apprend pourquoi et l'équipe aussi : quelqu'un peut agir à la main.
               *[other] Rien ne vient à la place : la carte dit chaque fois que cela n'a pas été fait. Tout le reste de ces règles est fait.
            }
    }

## Quand rien n'est fait, ou moins

policy-withheld =
    { $measure ->
        [remove] Pas fait, car cette personne est à la direction de la communauté : retirer le message.
        [timeout] Pas fait, car cette personne est à la direction de la communauté : l'empêcher d'écrire pendant un moment.
       *[other] Pas fait, car cette personne est à la direction de la communauté : ne la laisser écrire qu'à l'équipe.
    }
policy-late =
    { $measure ->
        [remove] Pas fait, car je l'ai appris trop tard : retirer le message.
        [remind] Pas fait, car je l'ai appris trop tard : en dire la raison à la personne concernée.
        [reply] Pas fait, car je l'ai appris trop tard : répondre dans le salon.
        [react] Pas fait, car je l'ai appris trop tard : marquer le message.
        [timeout] Pas fait, car je l'ai appris trop tard : empêcher la personne d'écrire pendant un moment.
        [slowmode] Pas fait, car je l'ai appris trop tard : ralentir le salon.
        [quarantine] Pas fait, car je l'ai appris trop tard : ne laisser la personne écrire qu'à l'équipe.
       *[pause_invites] Pas fait, car je l'ai appris trop tard : ne laisser arriver personne pendant un moment.
    }
policy-beyond =
    { $measure ->
        [remove] Pas fait, car cette plateforme ne le permet pas : retirer le message. On le demande à la personne qui l'a écrit.
        [remind] Pas fait, car cette plateforme ne le permet pas : en dire la raison à la personne concernée.
        [reply] Pas fait, car cette plateforme ne le permet pas : répondre dans le salon.
        [alert] Pas fait, car cette plateforme ne le permet pas : prévenir l'équipe.
        [react] Pas fait, car cette plateforme ne le permet pas : marquer le message.
        [timeout] Pas fait, car cette plateforme ne le permet pas : empêcher la personne d'écrire pendant un moment. L'équipe le sait.
        [slowmode] Pas fait, car cette plateforme ne le permet pas : ralentir le salon.
        [quarantine] Pas fait, car cette plateforme ne le permet pas : ne laisser la personne écrire qu'à l'équipe. L'équipe le sait.
       *[pause_invites] Pas fait, car cette plateforme ne le permet pas : ne laisser arriver personne pendant un moment.
    }
policy-slowmode-ends = { $channel } n'est plus ralenti : dix minutes ont passé sans nouvelle alerte.

policy-held =
    { $mode ->
        [observe] { $policy } a reconnu le message. Ce sont les premiers jours, où je ne fais que regarder : rien n'a été fait.
        [paused] { $policy } a reconnu le message. Cette règle est suspendue : rien n'a été fait.
       *[shadow] { $policy } est à l'essai : cette règle a reconnu le message, et rien n'a été fait.
    }
policy-spared-because =
    { $reason ->
        [level] { $policy } a reconnu le message, mais l'équipe fait confiance à cette personne : rien n'a été fait.
        [member_for] { $policy } a reconnu le message, mais cette personne est là depuis un moment : rien n'a été fait.
       *[other] { $policy } a reconnu le message, mais fait ici une exception : rien n'a été fait.
    }

## Les premiers jours, une fois par jour, à l'équipe

policy-observed-title = Ce que j'aurais fait depuis hier
policy-observed = Pour l'instant je ne fais que regarder : personne n'a rien reçu. Si tout agissait, voici ce qui en serait venu :
policy-observed-nothing = Pour l'instant je ne fais que regarder. Depuis hier, rien n'aurait fait agir une règle.
policy-observed-left =
    { $address ->
        [vous]
            { $days ->
                [one] Il reste un jour. Quelque chose ne va pas ? /règles voir dit ce qu'une règle cherche, et vous permet de l'arrêter.
               *[other] Il reste { $days } jours. Quelque chose ne va pas ? /règles voir dit ce qu'une règle cherche, et vous permet de l'arrêter.
            }
       *[tu]
            { $days ->
                [one] Il reste un jour. Quelque chose ne va pas ? /règles voir dit ce qu'une règle cherche, et te permet de l'arrêter.
               *[other] Il reste { $days } jours. Quelque chose ne va pas ? /règles voir dit ce qu'une règle cherche, et te permet de l'arrêter.
            }
    }
policy-observed-times =
    { $times ->
        [one] une fois ({ $policy })
       *[other] { $times } fois ({ $policy })
    }
policy-observed-one =
    { $times ->
        [one] une fois : { $place1 } ({ $policy })
       *[other] { $times } fois, la dernière : { $place1 } ({ $policy })
    }
policy-observed-two = { $times } fois, les dernières : { $place1 }, { $place2 } ({ $policy })
policy-observed-three = { $times } fois, les dernières : { $place1 }, { $place2 }, { $place3 } ({ $policy })

## Au comptoir : quelles sont les règles

policy-list-title = Les règles d'ici
policy-list = Chaque règle a une raison que tout le monde peut lire : /règles voir, puis son nom.
policy-list-none = Il n'y a pas encore de règle ici.
policy-list-line =
    { $standing ->
        [acts] ● { $title } · { $policy }
        [looks] ○ { $title } · { $policy } · ne fait que regarder pour l'instant
        [paused] ○ { $title } · { $policy } · suspendue
       *[trial] ○ { $title } · { $policy } · à l'essai
    }
policy-list-off = – { $policy } · arrêtée
policy-show-unknown = Il n'y a pas de règle { $policy }. /règles liste les nomme toutes.
policy-show-off = { $policy } est arrêtée.
policy-show-title = { $title } · { $policy }
policy-show-standing = Jusqu'où elle va
policy-show-when = Ce qu'elle cherche
policy-show-then = Ce qui s'ensuit
policy-show-step =
    { $unit ->
        [d]
            { $count ->
                [one] Dès que c'est arrivé { $at } fois en un jour
               *[other] Dès que c'est arrivé { $at } fois en { $count } jours
            }
        [h]
            { $count ->
                [one] Dès que c'est arrivé { $at } fois en une heure
               *[other] Dès que c'est arrivé { $at } fois en { $count } heures
            }
        [m]
            { $count ->
                [one] Dès que c'est arrivé { $at } fois en une minute
               *[other] Dès que c'est arrivé { $at } fois en { $count } minutes
            }
       *[s]
            { $count ->
                [one] Dès que c'est arrivé { $at } fois en une seconde
               *[other] Dès que c'est arrivé { $at } fois en { $count } secondes
            }
    }
policy-spares = { $level ->
        [nobody] {""}
        [member] Tout le monde.{"\u000A"}
        [helper] L'entraide, et au-dessus.{"\u000A"}
        [moderator] La modération, et au-dessus.{"\u000A"}
        [senior] La responsabilité et la direction.{"\u000A"}
       *[owner] La direction.{"\u000A"}
    }{ $count ->
        [0] {""}
       *[other] { $unit ->
            [d]
                { $count ->
                    [one] Qui est là depuis un jour.
                   *[other] Qui est là depuis { $count } jours.
                }
            [h]
                { $count ->
                    [one] Qui est là depuis une heure.
                   *[other] Qui est là depuis { $count } heures.
                }
            [m]
                { $count ->
                    [one] Qui est là depuis une minute.
                   *[other] Qui est là depuis { $count } minutes.
                }
           *[s]
                { $count ->
                    [one] Qui est là depuis une seconde.
                   *[other] Qui est là depuis { $count } secondes.
                }
        }
    }
policy-show-unless = Qui elle épargne
policy-standing =
    { $standing ->
        [acts] Elle agit.
        [looks] Elle ne fait que regarder : ce sont les premiers jours.
        [paused] Elle est suspendue.
       *[trial] Elle est à l'essai : elle note ce qu'elle aurait fait.
    }
policy-actions = { $remove ->
        [1] Le message est retiré.{"\u000A"}
       *[0] {""}
    }{ $remind ->
        [1] La personne qui l'a écrit apprend pourquoi, en privé.{"\u000A"}
       *[0] {""}
    }{ $reply ->
        [1] La raison est dite dans le salon.{"\u000A"}
       *[0] {""}
    }{ $timeout ->
        [1] La personne ne peut pas écrire pendant un moment.{"\u000A"}
       *[0] {""}
    }{ $quarantine ->
        [1] La personne ne peut écrire que là où elle joint l'équipe.{"\u000A"}
       *[0] {""}
    }{ $slowmode ->
        [1] Le salon ralentit pendant un moment.{"\u000A"}
       *[0] {""}
    }{ $pause_invites ->
        [1] Personne n'arrive pendant un moment.{"\u000A"}
       *[0] {""}
    }{ $react ->
        [1] Le message est marqué.{"\u000A"}
       *[0] {""}
    }{ $alert ->
        [1] L'équipe le voit.
       *[0] {""}
    }
policy-button-enforce = Faire agir
policy-button-shadow = Mettre à l'essai
policy-button-off = Arrêter

## Au comptoir : un texte, une décision, une nouvelle règle

policy-explain-title = Ce que les règles en disent
policy-explain-silent =
    { $count ->
        [one] La seule règle d'ici n'a rien à en dire :
       *[other] Aucune des { $count } règles n'a quoi que ce soit à en dire :
    }
policy-explain-label =
    { $ending ->
        [acts] { $title } · { $policy } agirait
        [trial] { $title } · { $policy } reconnaît, à l'essai
        [spared] { $title } · { $policy } reconnaît, et fait une exception
       *[unknown] { $title } · { $policy } ne peut pas savoir par le seul texte
    }
policy-decided-title = Ce que j'ai décidé ici, et pourquoi
policy-decided-nothing = Je n'ai rien décidé au sujet de ce message : aucune règle n'avait quoi que ce soit à en dire.
policy-decided-others =
    { $address ->
        [vous] Ce que j'ai décidé au sujet du message d'une autre personne est pour elle et pour l'équipe. De vos propres messages, je vous dis tout.
       *[tu] Ce que j'ai décidé au sujet du message d'une autre personne est pour elle et pour l'équipe. De tes propres messages, je te dis tout.
    }
policy-decided-of = Message de { $person } :
policy-decided-at = { $at } :
policy-decided-by =
    { $mode ->
        [enforce] La règle { $policy } a agi.
        [spared] La règle { $policy } a reconnu le message, et a fait une exception.
        [observe] La règle { $policy } a reconnu le message et n'a rien fait : ce sont les premiers jours.
        [paused] La règle { $policy } a reconnu le message et n'a rien fait : elle était suspendue.
       *[shadow] La règle { $policy } a reconnu le message et n'a rien fait : elle était à l'essai.
    }
policy-decided-human = Je suis un programme et je peux me tromper. N'importe qui dans l'équipe peut regarder à nouveau.
policy-written-title = La règle est à l'essai
policy-written =
    { $address ->
        [vous] { $policy } lit tout désormais, et note ce qu'elle aurait fait. Ses mots sont ses premiers exemples. Faites-la agir quand vous en aurez assez vu.
       *[tu] { $policy } lit tout désormais, et note ce qu'elle aurait fait. Ses mots sont ses premiers exemples. Fais-la agir quand tu en auras assez vu.
    }
policy-written-not = Je n'ai pas pu en faire une règle. Rien n'a changé :
policy-written-problem =
    { $address ->
        [vous]
            { $question ->
                [title] Il lui faut un nom : quelques mots, en lettres de a à z ou en chiffres.
                [words] Elle ne cherche rien : écrivez un mot ou une expression par ligne.
                [many] Cela fait plus de { $most } mots : faites-en deux règles.
                [why] Elle n'a pas de raison : dites pourquoi, pour la personne concernée.
               *[then] Rien ne s'ensuit : choisissez ce qui doit s'ensuivre.
            }
       *[tu]
            { $question ->
                [title] Il lui faut un nom : quelques mots, en lettres de a à z ou en chiffres.
                [words] Elle ne cherche rien : écris un mot ou une expression par ligne.
                [many] Cela fait plus de { $most } mots : fais-en deux règles.
                [why] Elle n'a pas de raison : dis pourquoi, pour la personne concernée.
               *[then] Rien ne s'ensuit : choisis ce qui doit s'ensuivre.
            }
    }
policy-written-twice =
    { $address ->
        [vous] Il y a déjà une règle { $name }. Choisissez un autre nom, ou arrêtez l'autre.
       *[tu] Il y a déjà une règle { $name }. Choisis un autre nom, ou arrête l'autre.
    }
