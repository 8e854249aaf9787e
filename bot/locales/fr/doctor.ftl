### Ce que `palabre doctor` trouve.

doctor-versions = Python { $python }, { $libraries }
doctor-settings = Les réglages de { $path } sont bons ({ $communities ->
        [0] aucune communauté décrite pour l'instant
        [one] une communauté
       *[other] { $communities } communautés
    }).
doctor-settings-usual = Il n'y a pas de config.toml ici : tout garde sa valeur habituelle.
doctor-settings-wrong = Les réglages contiennent des erreurs.
doctor-settings-held = Les réglages contiennent des erreurs. Un bot qui démarre maintenant continue avec ceux du { $since }, en mode sans échec ; la suite porte sur ceux-là.
doctor-settings-held-step = Corrige le fichier, puis redémarre le bot.
doctor-policies = Règles : chaque paquet se lit ({ $packs }), et chaque cas tient ({ $cases }).
doctor-policies-wrong = Règles : { $mistakes } erreurs, { $failing } cas qui échouent.
doctor-policies-step = palabre policy check
doctor-disk = Il reste { $mebibytes } Mio dans { $place }.
doctor-disk-low = Il ne reste que { $mebibytes } Mio dans { $place }.
doctor-disk-step = Fais de la place : un disque plein arrête tout.
doctor-disk-closed = La base dans { $place } n'est pas ouverte à l'écriture.
doctor-disk-closed-step = Donne le droit d'y écrire au compte qui fait tourner Palabre.
doctor-database = La base { $place } répond, à la révision { $revision }.
doctor-database-none = Il n'y a pas encore de base dans { $place } : le premier run ou replay en fera une.
doctor-database-wrong = La base ne peut pas servir : { $problem }.
doctor-database-step = Vérifie son adresse dans les réglages, et que son serveur tourne.
doctor-revision = La base { $place } est à la révision { $revision }, ce n'est pas celle qu'attend cette version.
doctor-revision-step = palabre db upgrade
doctor-chain = { $community } : { $rulings } décisions, et leur chaîne est entière.
doctor-chain-broken = { $community } : la chaîne des décisions est rompue : { $problem }.
doctor-chain-step = La base a été modifiée à la main. Reviens à une copie d'avant, et garde celle-ci pour comprendre.
doctor-quarantine = { $community } : le numéro { NUMBER($number, useGrouping: 0) } a été mis de côté ({ $at }) ; { $room } a trébuché : { $error }
doctor-quarantine-step = palabre quarantine retry { NUMBER($number, useGrouping: 0) } (une fois la cause réparée)
doctor-quarantine-more = { $community } : et { $number } autres mis de côté.
doctor-unsure = { $community } : { $number } mesures ou messages sont peut-être partis deux fois, ou pas du tout.
doctor-unsure-step = Regarde sur la plateforme s'ils y sont ; Palabre ne les répète jamais à l'aveugle.
doctor-waiting = { $community } : { $number } mesures ou messages sont en route.
doctor-no-token = Une communauté a ici un serveur Discord, et il n'y a pas de jeton pour lui.
doctor-no-token-step = Définis PALABRE_DISCORD_TOKEN ; palabre init discord dit comment en obtenir un.
doctor-platform-away = { $platform } ne répond pas pour l'instant : { $problem }
doctor-platform-away-step = Réessaie dans une minute ; si cela dure, regarde la connexion à internet.
doctor-oddity =
    { $platform } a dit quelque chose que cette version ne comprend pas : { $what } ({ $number ->
        [one] une fois
       *[other] { $number } fois
    }, la dernière le { $at }). Rien d'autre n'en souffre.
doctor-no-slack = Une communauté a ici un espace Slack, et il n'y a pas de clé pour lui.
doctor-no-slack-step = Définis PALABRE_SLACK_BOT_TOKEN et PALABRE_SLACK_APP_TOKEN ; palabre init slack dit comment les obtenir.
doctor-platform-half = { $platform } : il manque quelque chose dans l'environnement ou les réglages.
