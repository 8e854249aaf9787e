### La journée de l'équipe.

## Absences et astreinte

team-wrong-day = Je ne comprends pas jusqu'à quand. Un jour, comme 2027-03-05 ou 5/3/2027, ou une durée, comme 3j ou 2 semaines, convient. Rien n'a changé.
team-wrong-until = Ce jour est passé, ou à plus de six mois d'ici. Rien n'a changé.
team-wrong-deputy = Le relais doit être pris par quelqu'un d'autre, et de cette équipe. Rien n'a changé.
team-deputy-away = La personne qui devrait prendre le relais est absente aussi. Mieux vaut choisir quelqu'un d'autre. Rien n'a changé.
team-away =
    { $address ->
        [vous]
            { $deputy ->
                [yes] Bonne absence. Jusqu'au { $instant }, personne ne vous appelle, et { $other } prend le relais.
               *[no] Bonne absence. Jusqu'au { $instant }, personne ne vous appelle.
            }
       *[tu]
            { $deputy ->
                [yes] Bonne absence. Jusqu'au { $instant }, personne ne t'appelle, et { $other } prend le relais.
               *[no] Bonne absence. Jusqu'au { $instant }, personne ne t'appelle.
            }
    }
team-away-claims =
    { $address ->
        [vous]
            { $deputy ->
                [yes] Ce que vous aviez pris passe à { $other } si rien ne s'y oppose ; le reste retourne dans la file. /retour y met fin plus tôt.
               *[no] Ce que vous aviez pris retourne dans la file. /retour y met fin plus tôt.
            }
       *[tu]
            { $deputy ->
                [yes] Ce que tu avais pris passe à { $other } si rien ne s'y oppose ; le reste retourne dans la file. /retour y met fin plus tôt.
               *[no] Ce que tu avais pris retourne dans la file. /retour y met fin plus tôt.
            }
    }
team-away-told =
    { $deputy ->
        [yes] { $person } s'absente jusqu'au { $instant }. { $other } prend le relais.
       *[no] { $person } s'absente jusqu'au { $instant }.
    }
team-back = Bon retour. /file montre ce qui attend, /relais ce qui s'est passé entre-temps.
team-back-already =
    { $address ->
        [vous] Pour autant que je sache, vous êtes là. Rien n'a changé.
       *[tu] Pour autant que je sache, tu es là. Rien n'a changé.
    }
team-back-told = { $person } est de retour.
team-back-over =
    { $address ->
        [vous] Vous aviez annoncé votre retour pour aujourd'hui : je compte de nouveau sur vous. /file montre ce qui attend, /relais ce qui s'est passé entre-temps. Toujours au loin ? Écrivez de nouveau /absence.
       *[tu] Tu avais annoncé ton retour pour aujourd'hui : je compte de nouveau sur toi. /file montre ce qui attend, /relais ce qui s'est passé entre-temps. Toujours au loin ? Écris de nouveau /absence.
    }
team-on-call-title = Qui est appelé quand cela ne peut pas attendre
team-on-call-when = Seulement quand quelqu'un est en danger, et pour un raid en dehors des heures de l'équipe. Si personne ne s'en occupe dans les dix minutes, la personne suivante est appelée.
team-on-call-nobody = Personne n'est encore nommé : la nuit, personne ne serait appelé.
team-on-call-one = { $number }. { $person }
team-on-call-away = { $number }. { $person }, au loin jusqu'au { $instant }
team-on-call-saved = C'est noté. Voici l'ordre maintenant :
team-on-call-already = C'est déjà l'ordre. Rien n'a changé.
team-wrong-on-call = Toutes les personnes de cette liste doivent être de l'équipe. Rien n'a changé.
team-button-on-call = Changer l'ordre

## Quand aucun bot n'était là

team-outage = Aucun bot n'était au travail du { $since } au { $until } : aucun délai n'a couru pendant ce temps.

## Ce qui attend

team-queue-title = Ce qui attend l'équipe
team-queue-nothing = Rien n'attend. C'est le moment d'un thé.
team-queue =
    { $number ->
        [one] Un dossier est ouvert
       *[other] { $number } dossiers sont ouverts
    }{ $more ->
        [yes] {", et d'autres plus loin"}
       *[no] {""}
    }. { $free ->
        [0]
            { $number ->
                [one] Quelqu'un s'en occupe.
               *[other] Quelqu'un s'occupe de chacun.
            }
        [one]
            { $number ->
                [one] Il est encore libre.
               *[other] Un est encore libre.
            }
       *[other] { $free } sont encore libres.
    }
team-queue-rest =
    { $number ->
        [one] Un autre n'est pas montré ici ; /dossier liste le montre.
       *[other] { $number } autres ne sont pas montrés ici ; /dossier liste les montre.
    }
team-queue-danger =
    { $urgent ->
        [yes] {"Quelqu'un est peut-être en danger. "}
       *[no] {""}
    }
team-queue-age =
    { $days ->
        [0]
            { $hours ->
                [0] depuis moins d'une heure
                [one] depuis une heure
               *[other] depuis { $hours } heures
            }
        [one] depuis un jour
       *[other] depuis { $days } jours
    }
team-queue-state =
    { $state ->
        [open] libre
        [triage] en examen
        [waiting] attend une réponse
        [mediation] en discussion
        [settled] accord trouvé, reste à le tenir
        [escalated] passé plus haut
        [voting] devant un cercle
        [deciding] bientôt décidé
        [decided] décidé, un autre regard reste possible
       *[appealed] attend un autre regard
    }
team-queue-many =
    { $reports ->
        [0] {""}
        [1] {""}
       *[other] {", "}signalé par { $reports } personnes
    }
team-queue-free = { team-queue-danger }{ team-queue-state }, ouvert { team-queue-age }{ team-queue-many }
team-queue-free-until = { team-queue-danger }{ team-queue-state }, ouvert { team-queue-age }{ team-queue-many }, jusqu'au { $instant }
team-queue-taken = { team-queue-danger }{ $person } s'en occupe : { team-queue-state }, ouvert { team-queue-age }{ team-queue-many }
team-queue-taken-until = { team-queue-danger }{ $person } s'en occupe : { team-queue-state }, ouvert { team-queue-age }{ team-queue-many }, jusqu'au { $instant }
team-load = { $person }
team-load-value =
    { $open ->
        [0] rien d'ouvert
        [one] un ouvert
       *[other] { $open } ouverts
    }, { $done ->
        [0] aucun terminé en quatre semaines
        [one] un terminé en quatre semaines
       *[other] { $done } terminés en quatre semaines
    }
team-button-queue =
    { $action ->
        [claim] Prendre { $case }
        [show] Ouvrir { $case }
       *[again] Ce qui attend maintenant
    }
team-claim =
    { $address ->
        [vous] Vous aviez pris ce dossier, et rien n'a bougé depuis deux jours de l'équipe : je l'ai remis là où d'autres le voient. Aucun mal à cela, chacun a sa vie. Vous pouvez le reprendre quand vous voulez.
       *[tu] Tu avais pris ce dossier, et rien n'a bougé depuis deux jours de l'équipe : je l'ai remis là où d'autres le voient. Aucun mal à cela, chacun a sa vie. Tu peux le reprendre quand tu veux.
    }

## Passer le relais

team-handover-title = Pour qui prend le relais
team-handover =
    { $number ->
        [0] Rien n'est ouvert.
        [one] Un dossier est ouvert.
       *[other] { $number } dossiers sont ouverts.
    } { $free ->
        [0] {""}
        [one]
            { $number ->
                [one] Personne ne l'a pris.
               *[other] Personne n'a pris l'un d'eux.
            }
       *[other] Personne n'en a pris { $free }.
    } { $danger ->
        [0] {""}
        [one] Dans l'un d'eux, quelqu'un est peut-être en danger.
       *[other] Dans { $danger } d'entre eux, quelqu'un est peut-être en danger.
    }
team-handover-away = { $person } s'absente jusqu'au { $instant }.
team-handover-called = Quand cela ne peut pas attendre, on appelle d'abord { $person }.
team-handover-head =
    { $what ->
        [soon] À finir d'ici trois jours ({ $number })
        [promised] Promis, et encore à tenir ({ $number })
        [held] À conserver pour la justice ({ $number })
       *[lately] Ce qui s'est passé en trois jours ({ $number })
    }
team-handover-soon = Le plus proche d'abord.
team-handover-promised = On a dit aux gens que cela viendrait.
team-handover-lately = Ouvert, ou avancé.
team-handover-held = Rien de ce qui concerne ces personnes n'est effacé tant que cela dure.
team-handover-due = { team-queue-state }, jusqu'au { $instant }
team-handover-promise =
    { $held ->
        [yes] Quelque chose tient entre-temps, jusqu'au { $instant }
       *[no] { team-queue-state }, jusqu'au { $instant }
    }
team-handover-since = { team-queue-state }, depuis le { $instant }

## Freins

team-halted-title = J'ai arrêté { $policy }
team-halted =
    { $worst ->
        [0] En une heure, cette règle a touché { $number } personnes, et personne pendant les quatre semaines d'avant.
        [one] En une heure, cette règle a touché { $number } personnes ; le pire jour des quatre semaines d'avant, une seule.
       *[other] En une heure, cette règle a touché { $number } personnes ; le pire jour des quatre semaines d'avant, { $worst }.
    }
team-halted-backtest =
    En une heure, cette règle a touché { $number } personnes ; le pire jour du passé sur lequel elle a été essayée, { $before ->
        [one] une seule
       *[other] { $before }
    }.
team-halted-next = Cela ressemble à une erreur dans la règle : je l'ai arrêtée avant qu'elle ne touche plus de monde. Les cartes ci-dessus permettent d'annuler ce qui était à tort. Si c'était juste, elle peut reprendre : je ne l'arrêterai plus avant un jour.
team-button-resume = Laisser reprendre
team-button-watch = Seulement observer désormais

## Raids

team-raid-title = Cela ressemble à un raid
team-raid = Beaucoup de monde arrive d'un coup depuis le { $instant }. La carte à leur sujet compte et nomme ; voici ce qui peut se faire pour tout le monde à la fois. Rien n'est fait avant qu'on appuie.
team-raid-called =
    { $address ->
        [vous] { $person }, pouvez-vous regarder ? L'équipe n'est pas là à cette heure, et l'astreinte vous revient.
       *[tu] { $person }, peux-tu regarder ? L'équipe n'est pas là à cette heure, et l'astreinte te revient.
    }
team-raid-taken = Quelqu'un s'en occupe.
team-raid-holding =
    { $number ->
        [one] Une des personnes arrivées ne peut joindre que l'équipe.
       *[other] { $number } des personnes arrivées ne peuvent joindre que l'équipe.
    }
team-raid-invites = Personne ne peut arriver avant le { $instant }.
team-raid-slow = { $place } est ralenti.
team-raid-undone = Ce n'était pas un raid : tout est annulé.
team-button-raid =
    { $what ->
        [hold] Retenir les personnes arrivées
        [hold-sure] Oui, les retenir
        [invites] Ne plus laisser arriver
        [invites-sure] Oui, fermer l'entrée
        [slow] Ralentir un salon
        [undo] Pas un raid : tout annuler
        [undo-sure] Oui, tout annuler
        [take] Je m'en occupe
       *[case] Le dossier
    }
team-raid-sure-hold =
    { $number ->
        [one] Une personne est arrivée entre le { $since } et le { $until }. Avec un oui, elle ne peut joindre que l'équipe, pendant trois jours au plus.
       *[other] { $number } personnes sont arrivées entre le { $since } et le { $until }. Avec un oui, elles ne peuvent joindre que l'équipe, pendant trois jours au plus.
    } Les programmes et l'équipe sont laissés de côté. Personne ne reçoit de lettre : qui demande lit les raisons. Un seul geste annule tout.
team-raid-sure-invites = Personne ne pourrait arriver avant le { $instant }. Qui est là reste là.
team-raid-sure-undo =
    { $number ->
        [0] Ce que j'ai ralenti ou fermé s'ouvre de nouveau, et rien n'en est gardé.
        [one] Une personne est libérée et reçoit nos excuses, ce que j'ai ralenti ou fermé s'ouvre de nouveau, et rien n'en est gardé.
       *[other] { $number } personnes sont libérées et reçoivent nos excuses, une fois chacune ; ce que j'ai ralenti ou fermé s'ouvre de nouveau, et rien n'en est gardé.
    }
team-raid-done =
    { $what ->
        [hold] C'est en route. Avec beaucoup de monde, cela prend quelques minutes : les plateformes ne me laissent pas tout faire d'un coup.
        [invites] Personne n'arrive pour l'instant.
        [slow] Le salon est ralenti pendant une heure.
        [undo] Tout est en train d'être annulé.
       *[take] C'est noté : personne d'autre n'est appelé.
    }
team-raid-nobody = De ces arrivées, il ne reste personne à retenir. Rien n'a changé.
team-raid-wrong-channel = Il faut choisir un des salons d'ici, et à quel rythme chaque personne peut écrire. Rien n'a changé.
team-raid-over = C'est terminé : il n'y a plus rien à décider. Rien n'a changé.
team-raid-undone-already = C'est déjà annulé. Rien n'a changé.
team-raid-morning-title = Bonjour. Il y a eu un raid
team-raid-morning =
    { $came ->
        [0] Il a commencé le { $since }, et les dernières arrivées datent du { $until }. Personne de ces arrivées n'est encore là.
        [one] Il a commencé le { $since }, et les dernières arrivées datent du { $until }. Une personne de ces arrivées est encore là.
       *[other] Il a commencé le { $since }, et les dernières arrivées datent du { $until }. { $came } personnes de ces arrivées sont encore là.
    }
team-raid-held = Ce qui a été fait
team-raid-held-value =
    { $number ->
        [0] Personne n'a été retenu.
        [one] Une personne a été retenue.
       *[other] { $number } personnes ont été retenues.
    }
team-raid-holds = Ce qui tient encore
team-raid-holds-value =
    { $number ->
        [0] Personne n'est retenu.
        [one] Une personne ne peut joindre que l'équipe.
       *[other] { $number } personnes ne peuvent joindre que l'équipe.
    } { $slow ->
        [0] {""}
        [one] Un salon est ralenti.
       *[other] { $slow } salons sont ralentis.
    } { $invites ->
        [yes] Personne ne peut arriver avant le { $instant }.
       *[no] On peut arriver de nouveau.
    }
team-raid-why = Beaucoup de monde est arrivé d'un coup, et l'équipe a été priée de regarder.

team-raid-apology =
    { $address ->
        [vous] { $person }, toutes nos excuses. Beaucoup de monde est arrivé d'un coup, et nous avons cru à un raid, vous avec. C'était notre erreur : vous pouvez de nouveau écrire partout, et rien n'en est gardé. Bienvenue.
       *[tu] { $person }, toutes nos excuses. Beaucoup de monde est arrivé d'un coup, et nous avons cru à un raid, toi avec. C'était notre erreur : tu peux de nouveau écrire partout, et rien n'en est gardé. Bienvenue.
    }

## Ce qui retient une personne, pour elle-même

team-reasons =
    { $address ->
        [vous] Voici ce qui vaut pour vous en ce moment :
       *[tu] Voici ce qui vaut pour toi en ce moment :
    }
team-reasons-none =
    { $address ->
        [vous] Rien ne vous retient ici.
       *[tu] Rien ne te retient ici.
    }
team-reasons-until =
    { $address ->
        [vous]
            { $measure ->
                [timeout] Vous pouvez lire, et écrire de nouveau à partir du { $instant }.
                [quarantine] Vous ne pouvez joindre que l'équipe, jusqu'au { $instant } au plus.
                [role] Un rôle vous limite, jusqu'au { $instant }.
                [remove_from_channel] Un salon vous est fermé, jusqu'au { $instant }.
               *[ban] Cet espace vous est fermé jusqu'au { $instant }.
            }
       *[tu]
            { $measure ->
                [timeout] Tu peux lire, et écrire de nouveau à partir du { $instant }.
                [quarantine] Tu ne peux joindre que l'équipe, jusqu'au { $instant } au plus.
                [role] Un rôle te limite, jusqu'au { $instant }.
                [remove_from_channel] Un salon t'est fermé, jusqu'au { $instant }.
               *[ban] Cet espace t'est fermé jusqu'au { $instant }.
            }
    }
team-reasons-open =
    { $address ->
        [vous]
            { $measure ->
                [timeout] Vous pouvez lire, et pas écrire.
                [quarantine] Vous ne pouvez joindre que l'équipe, le temps que quelqu'un regarde.
                [role] Un rôle vous limite.
                [remove_from_channel] Un salon vous est fermé.
               *[ban] Cet espace vous est fermé.
            }
       *[tu]
            { $measure ->
                [timeout] Tu peux lire, et pas écrire.
                [quarantine] Tu ne peux joindre que l'équipe, le temps que quelqu'un regarde.
                [role] Un rôle te limite.
                [remove_from_channel] Un salon t'est fermé.
               *[ban] Cet espace t'est fermé.
            }
    }
team-reasons-human = Une erreur, ou autre chose à dire ? /situation permet de demander un autre regard, et /contact ouvre une conversation avec l'équipe.

## Pour mémoire

team-why =
    { $what ->
        [away] Une personne de l'équipe s'absente pour un temps.
        [back] Une personne de l'équipe est de retour.
       *[on-call] L'ordre d'appel, quand cela ne peut pas attendre, a changé.
    }
