### Ce que disent les commandes du terminal.

cli-mistakes =
    { $number ->
        [one] Un point à regarder :
       *[other] { $number } points à regarder :
    }
cli-config-sound = Les réglages de { $path } sont bons.
cli-config-default = Il n'y a pas de config.toml ici : tout garde sa valeur habituelle.

## Erreurs

cli-interrupted = Arrêté. Ce qui était fait est gardé.
cli-unexpected = Quelque chose d'inattendu est arrivé : { $error }
cli-unexpected-step = Relance avec { $program } --verbose et transmets ce qui s'affiche : l'erreur est chez nous.
cli-no-driver = Le pilote de PostgreSQL n'est pas installé : pip install palabre[postgres]
cli-step-export = → Vérifie le chemin, ou refais l'export. Le README dit comment l'obtenir.
cli-step-database = → Pour voir ce qui ne va pas : { $program } doctor
cli-step-settings = → Corrige cela, puis relance la commande.
cli-unwritable = Impossible d'écrire { $path } ({ $reason }).

## Quelle communauté

cli-community-none = La base ne contient encore aucune communauté. Commence par : { $program } replay EXPORT
cli-community-unknown = La base ne contient pas de communauté « { $name } » ; il y a : { $names }.
cli-community-which = La base contient plusieurs communautés. Choisis avec --community : { $names }.

## init

cli-init-exists = { $path } existe déjà et reste tel quel.
cli-init-written = Écrit : { $path }
cli-init-next =
    Chaque ligne y montre ce qui vaut de toute façon. Ensuite :
      1. Ouvre-le et décris ta communauté (la partie qui commence par communities.example).
      2. Vérifie que tout va bien :  { $program } doctor
      3. Essaie tes règles sur le passé :  { $program } replay EXPORT

## run

cli-run-held = Mode sans échec : les réglages du { $since } s'appliquent, et rien de nouveau n'est activé depuis les fichiers. Corrige le fichier, puis redémarre ; --strict refuse de démarrer ainsi.
cli-run-started = Palabre est en ligne, sur { $platforms }.
cli-run-communities = Communautés : { $communities }
cli-run-stop = Tout est gardé dans { $database }. Ctrl-C l'arrête, une fois envoyé ce qui est en route.
cli-run-ended = Arrêté. Ce qui attendait encore est gardé et partira au prochain démarrage.
cli-discord-invite =
    1. Crée une application sur https://discord.com/developers/applications
       Dans sa partie « Bot », sous « Privileged Gateway Intents », coche :
         Server Members Intent    (arrivées, noms, rôles)
         Message Content Intent   (les règles lisent ce qui est écrit)
    2. « Reset Token » y montre le jeton, une seule fois. Sa place est dans
       l'environnement, jamais dans un fichier que d'autres lisent :
         export PALABRE_DISCORD_TOKEN=…
    3. Ouvre cette adresse avec un compte qui gère le serveur :
cli-discord-invite-next =
    4. Dans les paramètres du serveur, sous « Rôles », place le rôle du bot
       au-dessus de ceux des membres qu'il doit pouvoir calmer, sous le tien.
    5. Vérifie que tout va bien :  { $program } doctor
    6. Lance-le :                  { $program } run
    7. Sur le serveur, écris /installer : il demande le reste.
cli-discord-no-application =
    L'adresse dépend de l'application. Définis PALABRE_DISCORD_TOKEN et demande
    à nouveau, ou donne l'« Application ID » de sa page « General Information » :
      { $program } init discord --application ID
cli-slack-written = Écrit : { $path }
cli-slack-create =
    1. Ouvre https://api.slack.com/apps, « Create New App », « From a manifest »,
       choisis ton espace et colle ce que contient { $path }.
cli-slack-install =
    2. « Install to Workspace ». Sous « OAuth & Permissions » se trouvent deux
       jetons. Leur place est dans l'environnement, jamais dans un fichier que
       d'autres lisent :
         export PALABRE_SLACK_BOT_TOKEN=xoxb-…
         export PALABRE_SLACK_USER_TOKEN=xoxp-…   (pour que le bot puisse retirer
                                                  des messages ; sinon, sans)
cli-slack-install-by-others =
    2. Sous « Basic Information » se trouvent l'identifiant et le secret de
       l'application ; la clé qui scelle ce que remettent les espaces de
       travail, c'est à toi de la faire :
         export PALABRE_SLACK_CLIENT_ID=…
         export PALABRE_SLACK_CLIENT_SECRET=…
         export PALABRE_VAULT_KEY=…
       Une fois lancé, quiconque gère un espace de travail l'installe depuis
         { $page }
cli-slack-key-http =
    3. Sous « Basic Information » se trouve le secret de signature :
         export PALABRE_SLACK_SIGNING_SECRET=…
cli-slack-key-socket =
    3. Sous « Basic Information », « App-Level Tokens », crée-en un
       avec connections:write :
         export PALABRE_SLACK_APP_TOKEN=xapp-…
cli-slack-next =
    4. Vérifie que tout va bien :  { $program } doctor
    5. Lance-le :                  { $program } run
    6. Dans Slack, écris /palabre installer : il demande le reste. Le bot ne voit
       que les salons où il est : /invite @Palabre, ou laisse-le s'y inviter.

## db

cli-db-copied = Copié d'abord, par prudence : { $path }
cli-db-backup = Copié dans { $path }
cli-db-current = { $place } est à jour (révision { $revision }).
cli-db-made = { $place } est prêt (révision { $revision }).
cli-db-upgraded = { $place } passe de la révision { $before } à { $after }.

## doctor et health

cli-doctor-well = Tout va bien.
cli-doctor-attention =
    { $number ->
        [one] Un point demande ton attention.
       *[other] { $number } points demandent ton attention.
    }
cli-health-good = en bonne santé
cli-health-bad = pas en bonne santé : { $problem }

## policy check

cli-policy-pack =
    { $pack } ({ $place }) : { $policies ->
        [one] une règle
       *[other] { $policies } règles
    }, { $cases ->
        [0] pas encore de cas
        [one] un cas
       *[other] { $cases } cas
    }
cli-policy-case = { $place }, le cas { $number } échoue :
cli-policy-missing = { "    " }auraient dû le reconnaître : { $policies }
cli-policy-unexpected = { "    " }n'auraient pas dû le reconnaître : { $policies }
cli-policy-none = Il n'y a pas de règles ici.
cli-policy-sound = Toutes les règles se lisent, et tous les cas tiennent.

## privacy

cli-privacy-nobody = Personne ici ne répond à « { $wanted } ». Essaie un identifiant complet, celui de la plateforme, ou @nom.
cli-privacy-several = Plusieurs comptes répondent à « { $wanted } ». Choisis par identifiant :
cli-privacy-sure = Effacer les noms, les textes et l'activité de { $who } ? C'est sans retour.
cli-privacy-kept = Rien n'a été effacé.
cli-privacy-exported = Écrit : { $path }. Ce sont des données personnelles : remets-les, puis efface le fichier.
cli-asked-elsewhere = C'est demandé : le bot en service s'en est chargé.

## replay

cli-replay-reading = Lecture
cli-replay-stopped = Arrêté. Tout est gardé jusqu'ici : relance la même commande et elle continuera.
cli-replay-done = { $name } a été rejoué comme la communauté « { $community } ».
cli-replay-window = Du { $since } au { $until } ({ $zone }) :
cli-replay-seen =
    { $messages ->
        [one] un message
       *[other] { $messages } messages
    } de { $people ->
        [one] une personne
       *[other] { $people } personnes
    } dans { $channels ->
        [one] un salon
       *[other] { $channels } salons
    }, { $reactions ->
        [one] une réaction
       *[other] { $reactions } réactions
    }{ $bots ->
        [0] .
        [one] , et un bot qui n'a pas été jugé.
       *[other] , et { $bots } bots qui n'ont pas été jugés.
    }
cli-replay-policies = Ce qu'ont dit les règles
cli-replay-silent = Ces règles ont lu chaque message, et aucune n'y a rien trouvé. Un endroit calme, ou qui veut ses propres règles : le README montre comment les écrire, et --policies DOSSIER les essaie sur cet export.
cli-replay-policy = Règle
cli-replay-mode = Mode
cli-replay-times = Reconnus
cli-replay-spared = Épargnés
cli-replay-samples = Par exemple
cli-replay-effects = Ce qui aurait été fait (noté, jamais envoyé)
cli-replay-known =
    { $known ->
        [one] Un événement était connu d'un passage précédent et n'a rien changé.
       *[other] { $known } événements étaient connus d'un passage précédent et n'ont rien changé.
    }
cli-replay-nothing-new = Rien de nouveau : les { $known } événements étaient déjà connus. Un second passage ne change rien.
cli-replay-oddities = Ce qui n'a pas été compris, et laissé de côté
cli-replay-more = et { $number } autres sortes
cli-replay-ignored =
    { $number ->
        [one] Un message de la plateforme elle-même n'est pas un événement pour nous : { $what }.
       *[other] { $number } messages de la plateforme elle-même ne sont pas des événements pour nous : { $what }.
    }
cli-replay-stumbles =
    { $number ->
        [one] Une règle a trébuché sur un événement, mis de côté : { $program } doctor
       *[other] Des règles ont trébuché sur { $number } événements, mis de côté : { $program } doctor
    }
cli-replay-where = Où tout se trouve, et que faire ensuite
cli-replay-database = Tout est dans { $place }. Des messages, seuls les mots qu'il aurait retirés sont gardés, pendant { $days } jours.
cli-next-stats = Les chiffres :
cli-next-doctor = Tout va bien ?
cli-next-init = Tes propres réglages :
cli-next-policy = Une règle à toi, question par question :

## stats

cli-stats-title = { $community } : premiers chiffres
cli-stats-what = Quoi
cli-stats-number = Nombre
cli-stats-window = Compté sur
cli-stats-ever = toutes les décisions gardées
cli-stats-messages = Messages
cli-stats-people = Personnes qui ont écrit
cli-stats-bots = Messages de bots
cli-stats-reactions = Réactions
cli-stats-joins = Arrivées
cli-stats-channel = Messages dans { $channel }

## Noms des choses

cli-mode =
    { $mode ->
        [enforce] agit
        [shadow] à l'essai
        [spared] épargne
        [observe] regardait seulement
        [paused] suspendue
       *[other] { $mode }
    }
cli-state =
    { $state ->
        [pending] en attente
        [sending] en route
        [done] fait
        [refused] refusé
        [unsure] incertain
       *[other] { $state }
    }
cli-effect =
    { $kind ->
        [post_card] message dans un salon
        [reply_card] réponse dans un salon
        [reply_privately] réponse privée
        [send_direct] message privé avec la raison
        [edit_card] message reformulé
        [delete_message] message retiré
        [time_out_member] pause d'écriture
       *[other] { $plain }
    }

## Le bac à sable

cli-demo-opening = J'ouvre le bac à sable. La première fois, le bot traverse trois semaines d'une petite communauté…
cli-demo-open = Le bac à sable est ouvert : { $address }
cli-demo-stop = Ctrl-C le ferme ; il reprend la prochaine fois là où il en était.
cli-demo-closed = Fermé. Tout est gardé dans { $folder }.
