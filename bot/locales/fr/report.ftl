### Le rapport d'un essai sur le passé.

report-title = { $name } : ce que les règles auraient fait
report-eyebrow = Palabre · un regard en arrière
report-heading = { $name } : ce que les règles auraient fait
report-window = Du { $since } au { $until } ({ $zone })
report-summary =
    { $messages ->
        [one] Un message lu
       *[other] { $messages } messages lus
    }, de { $people ->
        [one] une personne
       *[other] { $people } personnes
    }. { $acted ->
        [0] Rien n'aurait été fait.
        [one] Quelque chose aurait été fait pour l'un d'eux.
       *[other] Quelque chose aurait été fait pour { $acted } d'entre eux.
    } { $hit ->
        [0] Personne n'a été touché.
        [one] Une personne a écrit ce qui a été reconnu.
       *[other] { $hit } personnes ont écrit ce qui a été reconnu.
    }
report-acted = messages avec une suite
report-rate = { $rate } pour 1 000 messages
report-trial = de plus à l'essai
report-trial-note = notés, sans rien faire
report-people = personnes touchées
report-people-note = sur { $people } qui ont écrit
report-trusted = d'entre elles aident à tenir le lieu
report-trusted-note =
    { $trusted ->
        [0] personne de l'équipe
        [one] une personne de l'équipe
       *[other] { $trusted } personnes de l'équipe
    }
report-pictures = Quand, et par quelle règle
report-weeks-title = Messages reconnus, semaine par semaine
report-week = semaine du { $start } : { $acted } avec une suite, { $trial } à l'essai, sur { $messages } messages
report-bars-title = Ce que chaque règle a reconnu
report-sparkline = { $policy }, semaine par semaine : { $weeks }
report-policies = Règle par règle
report-quiet =
    { $number ->
        [one] Une règle a tout lu et n'avait rien à dire :
       *[other] { $number } règles ont tout lu et n'avaient rien à dire :
    }
report-effects = Ce qui aurait été demandé à la plateforme
report-samples = À lire
report-samples-note = La meilleure épreuve d'une règle est de lire ce qu'elle a reconnu. Ce qui est surligné est ce qui a décidé.
report-dry = Un essai à blanc sur un export : rien n'a été gardé, et rien n'a été envoyé à personne.
report-private = Cette page cite des membres par leur nom. À garder dans l'équipe, et à effacer ensuite.
