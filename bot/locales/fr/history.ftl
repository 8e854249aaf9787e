### Ce que lit qui tient le serveur sur les dossiers en fichiers, et sur un passé repris d'ailleurs.

history-imported =
    De { $source } : { $new ->
        [0] aucune mesure nouvelle
        [one] une mesure nouvelle
       *[other] { $new } mesures nouvelles
    }, { $known ->
        [0] aucune n'était déjà connue.
        [one] une était déjà connue.
       *[other] { $known } étaient déjà connues.
    }
history-sealed = C'est noté : le dossier { $case } a été lu depuis le serveur, avec tout ce qui est scellé.
history-read =
    { $source ->
        [zeppelin] Les dossiers de Zeppelin
        [red] Le journal et les avertissements de Red
        [bans] Une liste de bannissements
        [table] Un tableau
        [embeds] Un salon de journal
       *[palabre] Un dossier de Palabre
    } : { $number ->
        [0] rien à reprendre.
        [one] une mesure.
       *[other] { $number } mesures.
    }
history-left-out =
    Laissé de côté : { $number } { $why ->
        [elsewhere] d'un autre serveur
        [lifting] qui levaient une mesure
        [note] qui n'étaient que des notes
        [hidden] qui y étaient cachés ou effacés
        [nobody] qui ne nomment personne par un identifiant
        [untimed] qui ne disent pas quand
       *[unknown] dont on ne sait pas ce qui a été fait
    }.
history-taken =
    { $new ->
        [0] Rien de nouveau
        [one] Une mesure nouvelle
       *[other] { $new } mesures nouvelles
    } ; { $known ->
        [0] aucune n'y était déjà.
        [one] une y était déjà.
       *[other] { $known } y étaient déjà.
    }
history-counts = Elles comptent dans les échelles, aussi longtemps que ce qui est donné ici.
history-counts-not = Elles sont là pour être lues, et ne comptent dans aucune échelle. Avec --counts, elles comptent.
history-which-space = Dis avec --space de quel espace il s'agit : { $names }.
