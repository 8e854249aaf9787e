### Ce que disent les outils à qui écrit des règles.

tool-column-policy = Règle
tool-column-title = Titre
tool-column-mode = Mode
tool-column-actions = Ce qui s'ensuit
tool-column-matched = Reconnus
tool-column-rate = pour 1 000
tool-column-people = Personnes
tool-column-spared = Épargnés
tool-column-weeks = Semaines
tool-column-lang = Langue
tool-column-label = Étiquette
tool-column-rows = Lignes
tool-column-share = Part
tool-column-precision = Précision
tool-column-recall = Rappel
tool-column-number = Messages
tool-column-before = Avant
tool-column-after = Après
tool-action =
    { $action ->
        [remove] retirer le message
        [remind] dire pourquoi en privé
        [reply] dire pourquoi dans le salon
        [alert] montrer à l'équipe
        [timeout] pause d'écriture
        [react] marquer d'un émoji
        [slowmode] ralentir le salon
        [quarantine] ne laisser qu'un salon avec l'équipe
        [pause_invites] suspendre les invitations
       *[other] { $action }
    }

## list, show

tool-list-unused = pas utilisée
tool-list-next = L'une d'elles en entier : { $program } policy show ID
tool-show-where = Dans { $place } · { $mode } · version { $revision }
tool-show-when = Elle cherche
tool-show-unless = Elle épargne
tool-show-then = Ce qui s'ensuit
tool-show-ladder = Si cela recommence
tool-show-counts = Ce qui compte comme une fois de plus
tool-show-bots = Autres bots
tool-show-cases =
    { $cases ->
        [0] Aucun cas ne l'attend encore.
        [one] Un cas l'attend.
       *[other] { $cases } cas l'attendent.
    }

## test

tool-test-nothing = rien
tool-test-followed = { "    " }aurait dû mener à { $wanted }, et mène à : { $followed }
tool-mutate-noticed = { "  " }✓ sans { $part }, ces cas échouent : { $cases }
tool-mutate-unnoticed = { "  " }✗ sans { $part }, tous les cas tiennent encore
tool-mutate-add = Les cas ne remarquent pas qu'une règle manque : ajoutes-en un qu'elle doit reconnaître.

## explain

tool-explain-nothing = Il n'y a pas de message. Écris-le après la commande, ou envoie-le : echo '…' | { $program } policy explain
tool-explain-together = Ce qui s'ensuivrait : { $actions }
tool-explain-nothing-follows = Rien ne s'ensuivrait.
tool-explain-off = Désactivées : { $policies }
tool-explain-withheld = Pas fait, puisque cette personne est propriétaire ici : { $actions }
tool-explain-time = C'est arrivé { $time } fois, celle-ci comprise.
tool-outcome =
    { $outcome ->
        [acts] reconnaît le message : { $actions }
        [trial] reconnaît le message, à l'essai : rien n'est fait ; elle ferait : { $actions }
        [spared] reconnaît le message, et épargne son auteur
        [unknown] ne peut pas savoir
        [bot] ne regarde pas les bots
        [elsewhere] ne regarde pas ce genre d'événement
       *[silent] ne reconnaît rien
    }
tool-spared =
    { $reason ->
        [level] épargné : l'équipe fait confiance à cette personne
        [member_for] épargné : cette personne est là depuis un moment
       *[other] épargné : { $reason }
    }
tool-combined =
    { $name ->
        [any] au moins une de ces conditions :
        [none] aucune de ces conditions :
       *[all] toutes ces conditions :
    }
tool-found = · trouvé : { $found }
tool-unknown =
    { $what ->
        [account-age] l'âge du compte
        [membership-age] depuis quand la personne est là
        [member-for] depuis quand la personne est là
        [channel-name] le nom du salon
        [earlier-messages] les messages précédents
        [earlier-measures] les mesures précédentes
        [earlier-arrivals] qui d'autre vient d'arriver
        [language] la langue
        [name] le nom
        [roles] les rôles de la personne
        [thread] si c'est dans un fil
       *[other] { $plain }
    }
tool-missing = · inconnu : { $missing }

## backtest

tool-backtest-which-past = Dis sur quoi essayer : un export, ou --discord ou --slack pour les dernières semaines de ton serveur ; l'un d'eux.
tool-backtest-title = { $name }, devant les règles de « { $community } »
tool-backtest-seen =
    { $messages ->
        [one] un message
       *[other] { $messages } messages
    } de { $people ->
        [one] une personne
       *[other] { $people } personnes
    }{ $bots ->
        [0] .
        [one] , et un bot.
       *[other] , et { $bots } bots.
    }
tool-backtest-acted =
    { $acted ->
        [0] Rien n'aurait été fait.
        [one] Quelque chose aurait été fait pour un message ({ $rate } pour 1 000).
       *[other] Quelque chose aurait été fait pour { $acted } messages ({ $rate } pour 1 000).
    }
tool-backtest-others =
    { $trial ->
        [0] Les règles à l'essai n'en ont reconnu aucun autre
        [one] Les règles à l'essai en ont reconnu un de plus
       *[other] Les règles à l'essai en ont reconnu { $trial } de plus
    }{ $spared ->
        [0] .
        [one] ; une personne a été épargnée.
       *[other] ; { $spared } fois, la personne a été épargnée.
    }
tool-backtest-people =
    { $people ->
        [0] Personne n'a été touché.
        [one] Une personne a été touchée ; { $share } aident à tenir le lieu ({ $trusted }).
       *[other] { $people } personnes ont été touchées ; { $share } d'entre elles aident à tenir le lieu ({ $trusted }).
    }
tool-backtest-quiet =
    { $number ->
        [one] Une règle a tout lu et n'avait rien à dire : { $policies }.
       *[other] { $number } règles ont tout lu et n'avaient rien à dire : { $policies }.
    }
tool-backtest-dry = Un essai à blanc : rien n'a été gardé, et rien n'a été envoyé à personne.
tool-backtest-no-report = Un fichier étiqueté n'a pas encore de rapport HTML : retire --html, ou prends --json.
tool-report-written = Écrit : { $path }. Des membres y sont cités par leur nom : à garder dans l'équipe.

## un fichier étiqueté

tool-score-title =
    { $file } : { $rows ->
        [one] un message étiqueté
       *[other] { $rows } messages étiquetés
    }
tool-score-labels = À reconnaître : { $labels }. Tout le reste est à laisser tranquille.
tool-score-all = toutes
tool-score-errors = Reconnus à tort : { $wrong }. Manqués : { $missed }. Montrés ici : { $listed }.
tool-score-wrong = ligne { $line }, { $lang }, { $label } : reconnu par { $policies }
tool-score-missed = ligne { $line }, { $lang }, { $label } : manqué{ $policies }

## diff

tool-diff-title = { $first } et { $second } sur { $name }
tool-diff-changed =
    { $changed ->
        [0] Aucun des { $messages } messages ne serait jugé autrement.
        [one] Un des { $messages } messages serait jugé autrement.
       *[other] { $changed } des { $messages } messages seraient jugés autrement.
    }
tool-diff-nothing = rien

## new

tool-new-pack = Dans quel paquet va-t-elle
tool-new-id = Un nom court pour la règle
tool-new-title-en = Son titre en anglais
tool-new-title-fr = Son titre en français
tool-new-why-en = Pourquoi existe-t-elle ? Une ou deux phrases en anglais, pour la personne qui les lira
tool-new-why-fr = De même en français
tool-new-kind = Que doit-elle chercher : words (mots), links (liens), rate (trop de messages d'un coup) ou mentions
tool-new-words = Quels mots ou expressions ? Sépare-les par des virgules ; chat* trouve aussi chats
tool-new-with-link = Seulement s'il y a aussi un lien ?
tool-new-links = Des liens vers quels domaines ? Sépare-les par des virgules ; * pour tout lien
tool-new-rate = Plus de combien de messages, en combien de temps ? Par exemple 9/10s
tool-new-mentions = Combien de personnes doit-il mentionner au moins ?
tool-new-then = Ce qui s'ensuit : remind, reply, alert, remove, timeout=10m ; plusieurs avec des virgules
tool-new-again = Et si cela recommence ? Dès la troisième fois en 30 jours, une pause d'une heure s'écrit 3/30d:timeout=1h ; - pour la même chose
tool-new-spare-level = Qui épargne-t-elle : helper, moderator, senior, owner (et au-dessus), ou - pour personne
tool-new-spare-after = Épargne-t-elle qui est là depuis un moment ? Par exemple 30d, ou - pour non
tool-new-match-first = Un message qu'elle doit reconnaître
tool-new-match-second = Un autre
tool-new-leave-first = Un message qui y ressemble et doit rester tranquille
tool-new-leave-second = Un autre
tool-new-missing = il manque : { $option }
tool-new-unreadable = « { $answer } » ne se lit pas ici : écris comme dans l'exemple.
tool-new-unsound = Les exemples et la règle ne sont pas d'accord : rien n'a été écrit. Change l'un ou l'autre.
tool-new-written = Écrit : { $path }
tool-new-next =
    Elle est à l'essai : elle note ce qu'elle ferait, et ne fait rien. Ensuite :
      1. Qu'aurait-elle fait ?          { $program } policy backtest EXPORT --policy { $policy } --policies { $where }
      2. La donner à ta communauté :    ajoute { $pack } à packs dans config.toml
      3. L'activer, le moment venu :    { $line } dans son pack.toml
