### Ce que `palabre audit` et `palabre case` disent à qui tient le serveur.

## verify

audit-whole =
    { $community } : tout est comme ce fut écrit. { $rulings ->
        [one] Une décision
       *[other] { $rulings } décisions
    }, { $cases ->
        [0] aucun dossier
        [one] un dossier
       *[other] { $cases } dossiers
    }, { $lines ->
        [0] aucune ligne
        [one] une ligne
       *[other] { $lines } lignes
    } dans leurs journaux.
audit-head = La dernière décision : { $hash }. Garder ceci ailleurs permet de montrer plus tard que rien n'a changé avant elle.
audit-flaw =
    { $what ->
        [ruling-missing] la décision { $number } manque
        [ruling-changed] la décision { $number } a été modifiée
        [ruling-details] les détails de la décision { $number } ont été modifiés
        [ruling-end] les décisions s'arrêtent à { $number }, et ce n'est pas leur fin
        [lines-arrival] ce dont la décision { $number } répond dans les journaux des dossiers n'est pas ce qui fut écrit : des lignes y manquent, ou ont été modifiées ou ajoutées
        [lines-nobody] dossier { $case } : aucune décision ne répond de la ligne { $number }
        [line-missing] dossier { $case } : la ligne { $number } manque
        [line-changed] dossier { $case } : la ligne { $number } a été modifiée
        [line-words] dossier { $case } : ce que dit la ligne { $number } a été modifié
        [line-erased] dossier { $case } : ce que disait la ligne { $number } a disparu, et rien ne devait l'effacer
        [case-missing] le dossier { $case } manque ; son journal est encore là
        [case-empty] le dossier { $case } n'a pas de journal
       *[case-differs] le dossier { $case } n'est pas ce que raconte son journal
    }
audit-more =
    { $community } : { $number ->
        [one] et encore une chose.
       *[other] et encore { $number } choses.
    }
audit-broken-step = La base a été modifiée à la main, ou par un autre programme. Reviens à une copie d'avant, et garde celle-ci pour comprendre.

## draw

audit-case-unknown = Il n'y a pas de dossier { $case } ici.
audit-draw-live = Le dossier { $case } n'est pas terminé : le tirage de son cercle se montre ensuite.
audit-draw-none = Aucun cercle n'a été tiré au sort dans le dossier { $case }.
audit-draw-archived = Le dossier { $case } est archivé : on ne sait plus si un cercle a été tiré au sort, ni lequel.
audit-draw-circle =
    Dossier { $case }, cercle { $circle } : graine { $seed }, { $size } sièges, { $electorate ->
        [one] une personne pouvait être tirée au sort
       *[other] { $electorate } personnes pouvaient être tirées au sort
    }{ $forgotten ->
        [0] .
        [one] , dont une a demandé l'oubli depuis.
       *[other] , dont { $forgotten } ont demandé l'oubli depuis.
    } Dans l'ordre du tirage :
audit-draw-place =
    { $place ->
        [seated] siège
        [declined] a préféré ne pas venir
       *[challenged] à l'écart, à la demande d'une partie
    }
audit-draw-same = Nouveau tirage avec la même graine : le même ordre.
audit-draw-other = Nouveau tirage avec la même graine : un autre ordre. Ce tirage a été modifié, ou n'en était pas un.
