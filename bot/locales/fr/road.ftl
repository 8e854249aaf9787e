### Ce que dit le bot avant toute règle : qui peut demander quoi, et ce qui a été mis de côté.

road-not-allowed =
    { $level ->
        [helper] C'est réservé aux personnes qui aident l'équipe. Si besoin, l'équipe peut s'en charger.
        [moderator] C'est réservé à la modération. Si besoin, l'équipe peut s'en charger.
        [senior] C'est réservé à la responsabilité et à la direction. Si besoin, l'équipe peut s'en charger.
        [owner] C'est réservé à la direction de cette communauté. Si besoin, l'équipe peut s'en charger.
       *[operator] Seule la personne qui gère la machine où je tourne peut faire cela.
    }
road-unknown-ask = Je ne connais plus cela : j'ai changé depuis que ce bouton ou cette commande existe. Demander l'aide montre ce qu'il y a.
road-too-long = Une réponse est trop longue : { $most } signes au plus. Rien n'a changé.
road-stumbled = Quelque chose n'a pas marché de mon côté, et rien n'a été fait. La demande est gardée, pour réessayer plus tard ; si cela ne peut pas attendre, l'équipe est là.
road-quarantine-unknown = Rien n'est mis de côté sous le numéro { NUMBER($entry, useGrouping: 0) }.
road-quarantine-again = J'ai réessayé le numéro { NUMBER($entry, useGrouping: 0) } sans y arriver ; il reste de côté.
road-quarantine-released = J'ai réessayé le numéro { NUMBER($entry, useGrouping: 0) }, et cela a marché.
