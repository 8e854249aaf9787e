### Ce que seul l'adaptateur de Slack dit : ce que Slack ne laisse faire à aucune application, et quelques mots à lui.

slack-passage = le message
slack-somebody = un membre ({ $id })
slack-somewhere = un canal ({ $id })
slack-role-owner = les propriétaires de l'espace de travail
slack-role-admin = l'administration de l'espace de travail
slack-whole-name = en-entier
slack-between = {" "}:{" "}
slack-submit = Envoyer
slack-cancel = Annuler
slack-close = Fermer
slack-files-direct =
    { $address ->
        [vous] Le fichier est dans notre conversation directe, que personne d'autre que vous ne voit.
       *[tu] Le fichier est dans notre conversation directe, que personne d'autre que toi ne voit.
    }
slack-shortcut = le raccourci « { $name } » du menu d'un message

## Réponses que personne n'a à décider

slack-not-noted =
    { $address ->
        [vous] Quelque chose a échoué de mon côté, et ceci n'a pas été noté. Réessayez dans un instant.
       *[tu] Quelque chose a échoué de mon côté, et ceci n'a pas été noté. Réessaie dans un instant.
    }
slack-unknown =
    { $address ->
        [vous] Je ne connais plus ceci : on m'a changé ou relancé depuis. Reprenez du début.
       *[tu] Je ne connais plus ceci : on m'a changé ou relancé depuis. Reprends du début.
    }
slack-too-slow =
    { $address ->
        [vous] Il m'a fallu trop de temps, et Slack ne m'a plus laissé ouvrir le formulaire. Réessayez.
       *[tu] Il m'a fallu trop de temps, et Slack ne m'a plus laissé ouvrir le formulaire. Réessaie.
    }
slack-moment = Un instant…
slack-noted = C'est noté. S'il y a autre chose à dire, ce sera ici.
slack-required = Il manque une réponse ici.
slack-too-long = { $most } signes au plus ; il y en a { $long }.
slack-form-here =
    { $address ->
        [vous] Il y a quelques questions. Appuyez sur le bouton pour les ouvrir.
       *[tu] Il y a quelques questions. Appuie sur le bouton pour les ouvrir.
    }
slack-lost =
    { $address ->
        [vous] Je suis un programme, et je ne comprends ici que des commandes. Pour joindre des personnes, appuyez sur le bouton, ou écrivez à n'importe qui dans l'équipe.
       *[tu] Je suis un programme, et je ne comprends ici que des commandes. Pour joindre des personnes, appuie sur le bouton, ou écris à n'importe qui dans l'équipe.
    }
slack-lost-help = { $help } montre ce que je comprends.
slack-take-back =
    { $address ->
        [vous] Pourriez-vous retirer votre réaction sous { $passage } ? D'autres peuvent y lire quelque chose. Slack ne laisse personne le faire à votre place : cliquez encore une fois sur la réaction.
       *[tu] Pourrais-tu retirer ta réaction sous { $passage } ? D'autres peuvent y lire quelque chose. Slack ne laisse personne le faire à ta place : clique encore une fois sur la réaction.
    }

## Ce qui a été écrit

slack-command-missing = Il me manque encore ceci : { $what }. Cela s'écrit ainsi : { $usage }
slack-command-too-much = C'est plus que ce que je sais utiliser : { $rest }. Cela s'écrit ainsi : { $usage }
slack-command-did-you-mean =
    { $address ->
        [vous] Je ne connais pas « { $typed } ». Vouliez-vous dire { $meant } ?
       *[tu] Je ne connais pas « { $typed } ». Voulais-tu dire { $meant } ?
    }
slack-command-which = « { $typed } » demande encore un mot : { $names }.
slack-command-unknown = Je ne connais pas « { $typed } ». { $help } montre tout.
slack-command-nobody =
    { $address ->
        [vous] Je ne trouve personne du nom de { $typed }. Tapez @ et choisissez la personne dans la liste que Slack montre.
       *[tu] Je ne trouve personne du nom de { $typed }. Tape @ et choisis la personne dans la liste que Slack montre.
    }
slack-command-people =
    { $address ->
        [vous] Plusieurs personnes s'appellent { $typed }. Tapez @ et choisissez la personne dans la liste que Slack montre.
       *[tu] Plusieurs personnes s'appellent { $typed }. Tape @ et choisis la personne dans la liste que Slack montre.
    }
slack-command-no-channel =
    { $address ->
        [vous] Je ne trouve pas de canal du nom de { $typed }. Tapez # et choisissez-le dans la liste que Slack montre.
       *[tu] Je ne trouve pas de canal du nom de { $typed }. Tape # et choisis-le dans la liste que Slack montre.
    }
slack-command-no-choice = « { $typed } » n'est rien de ceci : { $known }.
slack-command-suggested = Par exemple : { $names }.

## La page de l'application chez Slack

slack-app-short = Veille sur les règles d'une communauté, s'explique, et indique toujours comment joindre une personne.
slack-app-long = Palabre lit ce qui est publié dans les canaux où il a été invité, et le compare aux règles que l'équipe a écrites. Il dit à l'équipe ce qu'il a vu et pourquoi il a fait quelque chose. Il peut se tromper : la personne concernée peut toujours demander à quelqu'un. Chaque membre peut demander ce qui est gardé à son sujet, et le faire effacer. Les premiers jours, il regarde seulement.
slack-command-all = Me demander quelque chose : signaler, règles liste, données voir … aide dit tout
slack-command-usage = aide, signaler @nom ce qui s'est passé, règles liste …

## Pourquoi quelque chose n'a pas pu se faire, pour l'équipe

slack-refused-scope = Il manque à l'application l'autorisation { $scope }. Elle s'ajoute sur api.slack.com/apps, OAuth & Permissions ; il faut ensuite réinstaller l'application.
slack-refused-token = Slack n'accepte plus mon jeton. La personne qui me fait tourner doit réinstaller l'application.
slack-refused-not-in = Je ne suis pas dans { $place }, ou ce canal n'existe plus. Pour m'y inviter : /invite @Palabre
slack-refused-channel = Je ne suis pas dans ce canal, ou il n'existe plus. Pour m'y inviter : /invite @Palabre
slack-refused-private = { $place } est privé : je ne peux pas y entrer de moi-même. Quelqu'un qui s'y trouve doit y écrire : /invite @Palabre
slack-refused-archived = { $place } est archivé. Il faut d'abord le désarchiver dans ses paramètres.
slack-refused-read-only = Seules certaines personnes peuvent écrire dans { $place }. Il faut m'y ajouter : paramètres du canal, Autorisations.
slack-refused-general = Personne ne peut être retiré de { $place } : tout l'espace de travail s'y trouve.
slack-refused-nobody-person = { $person } n'est plus dans l'espace de travail.
slack-refused-member = Cette personne n'est plus dans l'espace de travail.
slack-refused-bot-person = { $person } est une application, et les applications ne reçoivent pas de messages directs.
slack-refused-messages-tab-person = On ne peut pas écrire à { $person } : l'onglet Messages de l'application est désactivé. Il s'active sur api.slack.com/apps, App Home.
slack-refused-delete = Slack ne me laisse retirer que mes propres messages. Une personne propriétaire ou administratrice peut retirer celui-ci à la main : Plus d'actions, Supprimer le message. Je le peux aussi avec le jeton d'une personne administratrice (PALABRE_SLACK_USER_TOKEN).
slack-refused-update = Slack ne me laisse reformuler que mes propres messages.
slack-refused-edit-window = L'espace de travail ne laisse pas modifier un message après tant de temps. Les propriétaires peuvent le changer : Paramètres, Autorisations, Modification des messages.
slack-refused-gone = Le message n'était déjà plus là.
slack-refused-self = Je ne me fais pas cela à moi-même.
slack-refused-restricted = L'espace de travail réserve cela à certaines personnes. Une personne propriétaire peut le faire à la main, ou le permettre aux applications : Paramètres et autorisations, Gestion des canaux.
slack-refused-emoji = Je ne connais pas cet émoji ici. Il en faut un de cet espace de travail, ou un que tout le monde a.
slack-refused-reactions = Le message porte autant de réactions différentes que Slack en accepte.
slack-refused-kind = Slack ne fait pas cela dans une conversation de ce genre. Il faut un canal.
slack-refused-home = L'onglet Accueil de l'application est désactivé. Il s'active sur api.slack.com/apps, App Home.
slack-refused-long = C'est plus long que ce que Slack accepte en un message.
slack-refused-file = Les fichiers sont plus lourds que ce que cet espace de travail accepte.
slack-refused-storage = L'espace de travail n'a plus de place pour des fichiers.
slack-refused-unknown = Ceci vient d'une autre plateforme, ou n'existe plus.
slack-refused-untold = On m'a interrompu, et je ne sais pas si ceci est parti. À vérifier sur place.
slack-refused-other = Slack l'a refusé, avec ses propres mots : { $code }
slack-refused-impossible =
    { $effect ->
        [hide_reaction] Slack ne laisse retirer une réaction qu'à la personne qui l'a mise. Je peux le lui demander, sans que personne d'autre le voie.
        [time_out_member] Slack ne sait pas suspendre quelqu'un. Je peux retirer une personne d'un canal, et une personne propriétaire peut désactiver son compte : Gérer les membres.
        [lift_timeout] Slack ne sait pas suspendre quelqu'un : il n'y a rien à lever.
        [kick_member] Slack ne laisse aucune application retirer quelqu'un d'un espace de travail. Je peux retirer une personne d'un canal ; une personne propriétaire peut désactiver son compte : Gérer les membres.
        [ban_member] Slack ne laisse aucune application fermer un compte. Une personne propriétaire peut le désactiver : Gérer les membres.
        [unban_member] Slack ne laisse aucune application rouvrir un compte. Une personne propriétaire le peut : Gérer les membres, Comptes désactivés.
        [add_role] Slack ne me laisse changer le rôle de personne. Une personne propriétaire le peut : Gérer les membres, ou Personnes, Groupes d'utilisateurs.
        [remove_role] Slack ne me laisse changer le rôle de personne. Une personne propriétaire le peut : Gérer les membres, ou Personnes, Groupes d'utilisateurs.
        [quarantine_member] Slack ne sait pas mettre quelqu'un à part. Je peux retirer cette personne d'un canal, et ouvrir une conversation entre elle et l'équipe.
        [release_member] Slack ne sait pas mettre quelqu'un à part : il n'y a personne à libérer.
        [set_slowmode] Slack ne sait pas ralentir un canal. Ses paramètres peuvent limiter qui y écrit : Autorisations.
        [lock_channel] Slack ne laisse aucune application fermer un canal ou un fil. Quelqu'un de l'équipe peut limiter qui y écrit : paramètres du canal, Autorisations.
        [pause_invites] Slack ne laisse aucune application arrêter les invitations. Une personne propriétaire peut les soumettre à approbation : Paramètres et autorisations, Invitations.
        [pause_direct_messages] Slack ne sait pas arrêter les messages directs. Chaque membre peut masquer quelqu'un ; une personne propriétaire peut désactiver un compte.
       *[other] Slack ne laisse aucune application faire cela.
    }

## Ce que trouve `palabre doctor`

slack-token = Slack : le jeton du bot est bon, c'est celui de { $name }.
slack-token-wrong = Slack n'accepte pas le jeton du bot ({ $code }).
slack-token-step = Le copier de nouveau depuis api.slack.com/apps, l'application, OAuth & Permissions, et le mettre dans PALABRE_SLACK_BOT_TOKEN.
slack-user-token = Slack : le jeton d'une personne administratrice est là, et je peux retirer ce que d'autres ont écrit.
slack-user-token-wrong =
    { $code ->
        [member] Slack : le jeton de PALABRE_SLACK_USER_TOKEN n'est pas celui d'une personne administratrice ; il ne retire les messages de personne d'autre.
        [scope] Slack : il manque au jeton de PALABRE_SLACK_USER_TOKEN l'autorisation chat:write.
        [workspace] Slack : le jeton de PALABRE_SLACK_USER_TOKEN est celui d'un autre espace de travail.
       *[other] Slack n'accepte pas le jeton de PALABRE_SLACK_USER_TOKEN ({ $code }).
    }
slack-user-token-step = Une personne propriétaire ou administratrice de l'espace de travail installe l'application avec l'autorisation d'utilisateur chat:write, et confie le User OAuth Token à qui me fait tourner.
slack-app-token = Slack : le jeton de l'application est bon ; je peux aller vers Slack de moi-même.
slack-app-token-wrong = Slack n'accepte pas le jeton de l'application ({ $code }).
slack-app-token-step = api.slack.com/apps, l'application, Basic Information, App-Level Tokens : en créer un avec l'autorisation connections:write, le mettre dans PALABRE_SLACK_APP_TOKEN, et activer Socket Mode.
slack-secret = Slack : le secret de signature est là ; ce qui arrive est vérifié avec lui.
slack-secret-wrong = Slack : il n'y a pas de secret de signature, alors rien de ce qui arrive n'est sûr.
slack-secret-step = Le copier depuis api.slack.com/apps, l'application, Basic Information, et le mettre dans PALABRE_SLACK_SIGNING_SECRET.
slack-workspace = { $name } : j'y suis, et je peux y faire tout ce qui est demandé.
slack-workspace-but = { $name } : j'y suis, mais tout ce qui est demandé n'est pas possible.
slack-workspace-wrong = Je ne suis pas dans l'espace de travail { $id }.
slack-workspace-step = Quelqu'un qui le gère y installe l'application ; palabre init slack écrit comment.
slack-scope-wrong =
    { $for ->
        [reading] Il me manque l'autorisation { $scope }, sans laquelle je ne vois pas ce qui se passe ou on ne peut rien me demander.
       *[other] Il me manque l'autorisation { $scope }, qu'une partie de ce qui est demandé ici suppose.
    }
slack-scope-step = Ajouter { $scope } sur api.slack.com/apps, l'application, OAuth & Permissions, et réinstaller l'application.
slack-unwatched-wrong =
    { $more ->
        [0] Je ne suis pas dans #{ $place }, et je ne vois rien de ce qui s'y écrit.
        [one] Je ne suis pas dans #{ $place } ni dans un autre canal public, et je ne vois rien de ce qui s'y écrit.
       *[other] Je ne suis pas dans #{ $place } ni dans { $more } autres canaux publics, et je ne vois rien de ce qui s'y écrit.
    }
slack-unwatched-step = Écrire /invite @Palabre dans ceux sur lesquels je dois veiller. Les autres ne me regardent pas.
slack-watched = Je suis dans { $number ->
        [one] un canal
       *[other] { $number } canaux
    }.
slack-impossible-wrong = { slack-refused-impossible }
slack-impossible-step = Demander autre chose dans les règles d'ici, ou le faire à la main quand je préviens l'équipe.
slack-deleting-wrong = Des règles d'ici retirent des messages, et Slack ne laisse une application retirer que les siens.
slack-deleting-step = Me donner le jeton d'une personne administratrice (PALABRE_SLACK_USER_TOKEN), ou faire prévenir l'équipe par ces règles : elle retire le message à la main.
slack-kicking = Slack ne me laisse retirer des personnes d'un canal public que si l'espace de travail le permet : Paramètres et autorisations, Gestion des canaux. D'un canal privé où je suis, je le peux toujours.
slack-nowhere-wrong = Personne n'a encore installé l'application dans un espace de travail.
slack-nowhere-step = palabre init slack écrit comment quelqu'un qui en gère un peut le faire.
