### How the community was looked after, in numbers that anybody may read.

transparency-title = Comment on a veillé sur nous : { $period }
transparency-intro =
    Ce que j'ai fait de moi-même, ce qui a été porté devant l'équipe, et ce que c'est devenu. Sous cinq, un nombre se lit « <5 », et une étoile remplace celui qui le trahirait : personne ne doit être reconnu.
transparency-running = La période n'est pas finie : voici où en sont les choses.
transparency-nothing = Il ne s'est rien passé qui demande quelqu'un.
transparency-rules = Règle par règle :
transparency-rule =
    `{ $rule }` : { $automatic } de moi-même, dont { $undone } à tort ; { $people } par l'équipe, { $appeals } reprises depuis le début, dont { $changed } changées.
transparency-unknown = n. d.
transparency-percent = { $share } %
transparency-minutes = { $number } min
transparency-hours = { $number } h
transparency-days =
    { $number ->
        [one] un jour
       *[other] { $number } jours
    }

transparency-figure =
    { $figure ->
        [automatic] Ce que j'ai fait de moi-même, d'après une règle
        [by_people] Mesures décidées par des personnes
        [share_automatic] Part de ce que j'ai fait de moi-même
        [undone] Des miennes, annulées car faites à tort
        [cases] Situations examinées par des personnes
        [median] Temps pour en décider la moitié (n = { $number })
        [ninety] Temps pour en décider neuf sur dix (n = { $number })
        [appeals] Décisions que quelqu'un a demandé de reprendre
        [changed] Parmi elles, adoucies ou annulées
        [share_changed] Part de celles-ci
        [missed] Échéances que l'équipe a manquées
        [recusals] Fois où quelqu'un s'est retiré
       *[criticism] Messages critiques retirés par l'équipe
    }
transparency-door =
    { $value ->
        [command] Par une commande
        [menu] Par le menu d'un message
        [reaction] Par la réaction d'un membre de l'équipe
        [policy] Par une règle
        [hand] Fait à la main sur la plateforme
        [incident] À propos d'une de mes décisions
       *[import] D'anciens registres
    }
transparency-kind =
    { $value ->
        [report] Quelque chose de signalé
        [dispute] Deux personnes en désaccord
        [measure] Une mesure de l'équipe
        [review] Une de mes décisions, examinée
        [talk] Un mot avec l'équipe
       *[raid] Une vague d'arrivées
    }
transparency-outcome =
    { $value ->
        [no_further_action] Fini : sans suite
        [settled] Fini : par un accord
        [measure] Fini : par une mesure
        [overturned] Fini : annulé
        [withdrawn] Fini : retiré
        [merged] Joint à une autre
        [no_decision] Fini sans décision
       *[open] Pas encore fini
    }
transparency-which = Je connais les années, les trimestres et les mois : 2026, 2026-Q3 ou 2026-07. Reçu :

## In a shell

transparency-community = { $community } : { $title }
transparency-column-what = Quoi
transparency-column-number = Nombre
transparency-wrong-period = « { $period } » n'est pas une période : une année, un trimestre ou un mois s'écrit 2026, 2026-Q3 ou 2026-07.
