### Ce que seul l'adaptateur de Discord dit : ce qu'il n'a pas le droit d'y faire et pourquoi, et quelques mots à lui.

discord-passage = le message
discord-somebody = un membre ({ $id })
discord-somewhere = un salon ({ $id })
discord-role = un rôle ({ $id })
discord-role-owner = la personne propriétaire et l'administration
discord-role-admin = qui gère le serveur
discord-whole-name = en-entier
discord-commands = Tout sur { $name ->
        [policy] les règles
        [privacy] ce que je garde de chaque personne
       *[other] { $name }
    }

## Réponses que personne n'a à décider

discord-not-noted = Quelque chose a échoué de mon côté, et ceci n'a pas été noté. C'est à refaire dans un instant.
discord-unknown = Je ne connais plus ceci : on m'a changé ou relancé depuis. Il faut reprendre depuis la commande.
discord-ask-in-server = Plusieurs serveurs nous connaissent tous les deux, ou aucun. La question est à poser dans celui dont il s'agit.

## Comment les permissions s'appellent dans Discord

discord-permission =
    { $permission ->
        [view_channel] Voir les salons
        [send_messages] Envoyer des messages et créer des posts
        [send_messages_in_threads] Envoyer des messages dans les fils et les posts
        [create_private_threads] Créer des fils privés
        [embed_links] Intégrer des liens
        [attach_files] Joindre des fichiers
        [add_reactions] Ajouter des réactions
        [read_message_history] Voir les anciens messages
        [manage_messages] Gérer les messages
        [manage_threads] Gérer les fils et les posts
        [manage_channels] Gérer les salons
        [manage_roles] Gérer les rôles
        [manage_guild] Gérer le serveur
        [view_audit_log] Voir les logs du serveur
        [kick_members] Expulser, approuver et rejeter des membres
        [ban_members] Bannir des membres
        [moderate_members] Exclure temporairement des membres
       *[other] { $permission }
    }

## Pourquoi quelque chose n'a pas pu se faire, pour l'équipe

discord-refused-permission = Il me manque la permission « { discord-permission } ». Elle s'active pour mon rôle : Paramètres du serveur, Rôles.
discord-refused-permission-in = Dans { $place }, il me manque la permission « { discord-permission } ». Elle s'accorde à mon rôle : Modifier le salon, Permissions.
discord-refused-forbidden = Discord ne me laisse pas faire cela. À regarder : les permissions de mon rôle dans Paramètres du serveur, Rôles.
discord-refused-owner = Le serveur appartient à { $person } : personne ne peut faire cela à son propriétaire, pas même moi.
discord-refused-self = Je ne me fais pas cela à moi-même.
discord-refused-administrator = { $person } a le rôle d'administration, et Discord n'empêche pas l'administration d'écrire. Il faut d'abord retirer ce rôle.
discord-refused-above = { $person } a un rôle à la hauteur du mien ou au-dessus. Il faut monter le mien plus haut : Paramètres du serveur, Rôles.
discord-refused-above-role = { $person } a le rôle { $role }, à la hauteur du mien ou au-dessus. Il faut monter le mien plus haut : Paramètres du serveur, Rôles.
discord-refused-role = Je ne trouve plus le rôle { $role }. Il en faut un autre dans les réglages.
discord-refused-no-role = Je ne trouve plus ce rôle. Il en faut un autre dans les réglages.
discord-refused-role-above = Le rôle { $role } est à la hauteur du mien ou au-dessus : je ne peux ni le donner ni le retirer. Il faut monter le mien plus haut : Paramètres du serveur, Rôles.
discord-refused-managed = Discord donne et retire lui-même le rôle { $role }. Il en faut un autre.
discord-refused-no-quarantine = Il n'y a pas ici de rôle pour mettre { $person } à part. Il faut en créer un qui ne voit que le salon où l'on joint l'équipe, et mettre son identifiant dans les réglages (discord.quarantine_roles).
discord-refused-quarantine-gone = Le rôle pour mettre à part n'existe plus. Il faut en créer un autre, et mettre son identifiant dans les réglages (discord.quarantine_roles).
discord-refused-closed = Cette personne ne reçoit pas de messages privés des membres de ce serveur.
discord-refused-closed-person = { $person } ne reçoit pas de messages privés des membres de ce serveur, et n'a donc pas eu le mien.
discord-refused-blocked = L'auteur du message m'a bloqué : je ne peux pas y réagir.
discord-refused-gone = Le message n'était déjà plus là.
discord-refused-channel = Le salon n'existe plus.
discord-refused-server = Je ne suis plus dans ce serveur. S'il le faut, on peut m'y inviter de nouveau.
discord-refused-member = Cette personne n'est plus dans le serveur.
discord-refused-member-person = { $person } n'est plus dans le serveur.
discord-refused-emoji = Je ne connais pas cet emoji ici. Il en faut un de ce serveur, ou un que tout le monde a.
discord-refused-reactions = Le message porte autant de réactions différentes que Discord en accepte.
discord-refused-archived = Le fil est en sommeil. Il faut d'abord y écrire ou le rouvrir.
discord-refused-file = Les fichiers sont trop lourds : Discord accepte 10 Mo.
discord-refused-too-long = Discord n'empêche personne d'écrire plus de 28 jours. Il faut une durée plus courte.
discord-refused-pause-too-long = Discord suspend cela 24 heures au plus. Il faut une durée plus courte, à renouveler ensuite.
discord-refused-too-slow = Discord ralentit un salon à un message en 6 heures au plus. Il faut moins de secondes.
discord-refused-channel-kind = Discord ne peut pas faire cela dans un salon de ce genre. Il faut un salon textuel.
discord-refused-unknown = Ceci vient d'une autre plateforme, ou n'existe plus.
discord-refused-untold = On m'a interrompu, et je ne sais pas si ceci est parti. À vérifier sur place.
discord-refused-token = Discord n'accepte plus mon jeton. La personne qui me fait tourner doit en créer un autre.
discord-refused-other = Discord l'a refusé, sous son numéro { NUMBER($code, useGrouping: 0) }.

## Ce que trouve `palabre doctor`

discord-token = Discord : le jeton est bon, c'est celui de { $name }.
discord-token-wrong = Discord n'accepte pas le jeton.
discord-token-step = En créer un autre dans le portail de développement (Bot, Reset Token), et le mettre dans PALABRE_DISCORD_TOKEN.
discord-intent =
    { $intent ->
        [members] Discord : la case « Server Members Intent » est cochée.
       *[message_content] Discord : la case « Message Content Intent » est cochée.
    }
discord-intent-wrong =
    { $intent ->
        [members] Discord : la case « Server Members Intent » n'est pas cochée ; je n'apprends pas qui arrive, part ou change de nom.
       *[message_content] Discord : la case « Message Content Intent » n'est pas cochée ; je ne peux pas lire ce que les gens écrivent.
    }
discord-intent-step =
    { $intent ->
        [members] Cocher « Server Members Intent » sur { $portal }
       *[message_content] Cocher « Message Content Intent » sur { $portal }
    }
discord-server = { $name } : j'y suis, et je peux y faire tout ce qui est demandé.
discord-server-but = { $name } : j'y suis, mais je ne peux pas y faire tout ce qui est demandé.
discord-server-wrong = Je ne suis pas dans le serveur { $id }.
discord-server-step = Quelqu'un qui le gère m'y invite : { $invitation }
discord-administrator = J'y ai la permission « Administrateur ». C'est plus qu'il ne faut : les permissions une à une suffisent, et c'est plus sûr.
discord-permission-wrong = Il me manque la permission « { discord-permission } ».
discord-permission-step = Paramètres du serveur, Rôles, « { $role } » : activer « { discord-permission } ».
discord-permission-in-wrong =
    { $more ->
        [0] Dans { $place }, il me manque la permission « { discord-permission } ».
        [one] Dans { $place } et un autre salon, il me manque la permission « { discord-permission } ».
       *[other] Dans { $place } et { $more } autres salons, il me manque la permission « { discord-permission } ».
    }
discord-permission-in-step =
    { $permission ->
        [view_channel] Modifier le salon, Permissions : accorder « { discord-permission } » à mon rôle. Ce que seule l'équipe doit voir, le cacher à @everyone : alors je ne le demande plus.
       *[other] Modifier le salon, Permissions : accorder « { discord-permission } » à mon rôle, ou retirer ce qui l'interdit.
    }
discord-above-wrong =
    { $more ->
        [0] Le rôle « { $role } » est au-dessus du mien : je ne peux rien faire au sujet de qui le porte.
        [one] Le rôle « { $role } » et un autre sont au-dessus du mien : je ne peux rien faire au sujet de qui les porte.
       *[other] Le rôle « { $role } » et { $more } autres sont au-dessus du mien : je ne peux rien faire au sujet de qui les porte.
    }
discord-above-step = Paramètres du serveur, Rôles : glisser « { $mine } » au-dessus de « { $role } ». L'équipe peut rester au-dessus de moi.
discord-quarantine = Qui est mis à part reçoit le rôle « { $role } », et je peux le donner.
discord-quarantine-wrong = Il n'y a pas de rôle pour mettre à part dans le serveur { $id }, alors que des règles en demandent un.
discord-quarantine-step = Créer un rôle qui ne voit que le salon où l'on joint l'équipe, et mettre son identifiant sous discord.quarantine_roles dans config.toml.
discord-quarantine-gone-wrong = Le rôle pour mettre à part n'existe plus dans le serveur { $id }.
discord-quarantine-gone-step = En créer un autre, et mettre son identifiant sous discord.quarantine_roles dans config.toml.
discord-quarantine-above-wrong = Le rôle « { $role } », pour mettre à part, est à la hauteur du mien ou au-dessus : je ne peux pas le donner.
discord-quarantine-above-step = Paramètres du serveur, Rôles : glisser « { $mine } » au-dessus de « { $role } ».
discord-nowhere-wrong = Personne n'a encore invité le bot sur un serveur.
discord-nowhere-step = palabre init discord écrit l'adresse à laquelle une personne qui gère le serveur peut le faire.
