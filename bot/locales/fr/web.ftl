### Le bac à sable : un chat dans le navigateur, où l'on parle au nom de qui l'on veut.

web-sandbox = bac à sable
web-skip = Aller à la zone d'écriture
web-rail = Salons et conversations
web-channels = Salons
web-conversations = Conversations privées
web-with-bot = Avec le bot
web-conversation = une conversation privée
web-to-bot = au bot
web-private = privé
web-locked = fermé pour l'instant
web-unread = { $number ->
    [one] un nouveau message
   *[other] { $number } nouveaux messages
 }
web-people = { $number ->
    [one] une personne
   *[other] { $number } personnes
 }
web-direct-topic = Toi et Palabre, personne d'autre ne lit ceci.
web-private-topic = { $number ->
    [one] Une seule personne et Palabre lisent ceci.
   *[other] { $number } personnes et Palabre lisent ceci, personne d'autre.
 }
web-slow = un message toutes les { $seconds } s
web-back = Retour
web-thread = Fil
web-passage = un message dans { $channel }
web-messages = Messages. Les flèches passent de l'un à l'autre, Entrée ouvre ce qu'on peut en faire.
web-earlier = { $number ->
    [one] Un message plus ancien
   *[other] { $number } messages plus anciens
 }
web-earlier-hidden = { $number } messages plus anciens sont trop loin pour être montrés ici.
web-empty = Personne n'a encore écrit ici.
web-empty-direct = Rien encore ici. Écris à Palabre, ou tape / pour voir ce qu'on peut lui demander.
web-new-below = De nouveaux messages plus bas
web-panes = Parties de la page
web-tab-rail = Salons
web-tab-talk = Chat
web-tab-panel = Le bot
web-full = Trop de fenêtres sont ouvertes. Fermes-en quelques-unes, puis recharge cette page.
web-away = La mémoire du bot n'est pas accessible pour l'instant. Réessaie dans un moment.
web-failed = Quelque chose s'est mal passé ici. Regarde si c'est fait malgré tout ; sinon, réessaie.
web-lost = Il n'y a rien ici
web-lost-more = Cette personne, ce salon ou ce message n'est pas là, ou plus.
web-lost-door = Revenir au début

## Les gens

web-you-are = Tu es
web-speaking-as = Tu parles pour { $name }. Choisir quelqu'un d'autre
web-speak-as = Qui veux-tu être ?
web-speak-as-sub = Ouvre deux fenêtres pour être deux personnes à la fois.
web-bot = bot
web-level-helper = aide
web-level-moderator = modération
web-level-senior = modération senior
web-level-owner = propriétaire
web-gone-left = n'est plus là
web-gone-kicked = n'est plus là, par décision
web-gone-banned = ne peut plus revenir
web-just-arrived = vient d'arriver
web-newcomer = Quelqu'un arrive
web-newcomer-intro = La plupart des arnaques viennent de visages nouveaux ; certaines règles les regardent donc de plus près.
web-newcomer-name = Nom
web-newcomer-age = Son compte
web-newcomer-new = a été créé il y a deux heures
web-newcomer-old = a deux ans
web-newcomer-submit = Entrer
web-self = Plus, pour { $name }
web-rename = Changer de nom
web-directs-close = Fermer les messages privés
web-directs-open = Ouvrir les messages privés
web-leave = Quitter la communauté
web-come-back = Revenir
web-theme = Clair ou sombre

## Messages

web-edited = (modifié)
web-deleted = Ce message a été supprimé.
web-only-you = Visible par toi seulement
web-dismiss = Ranger
web-actions = Ce qu'on peut faire de ce message
web-react = Réagir
web-react-with = Réagir avec { $emoji }
web-reaction = { $number ->
    [one] { $emoji }, une réaction
   *[other] { $emoji }, { $number } réactions
 }
web-replies = { $number ->
    [one] Une réponse
   *[other] { $number } réponses
 }
web-reply-thread = Répondre dans un fil
web-edit = Modifier
web-edit-text = Ton message
web-delete = Supprimer
web-size = { $kib } ko
web-card-read-out = une carte du bot

## Écrire

web-write = Écrire
web-write-in = Écrire dans { $place }
web-placeholder = Tu es { $name } : écris ici
web-hint = Entrée envoie, Maj+Entrée passe à la ligne, / montre ce qu'on peut demander au bot.
web-send = Envoyer
web-attach = Joindre un fichier
web-picked = Fichier joint :
web-offers = Suggestions
web-offline = La connexion est perdue. Ce que tu écris reste ici ; elle revient toute seule.
web-cancel = Annuler
web-submit = Envoyer
web-save = Enregistrer
web-optional = (facultatif)
web-wrong-missing = À remplir, s'il te plaît.
web-wrong-long = { $length } caractères ; il y a place pour { $most } ici.
web-wrong-choice = À choisir dans la liste, s'il te plaît.
web-cannot-empty = Il n'y a encore rien à envoyer.
web-cannot-long = Ton message a { $length } caractères ; il y a place pour { $most }. Raccourcis-le ou coupe-le en deux.
web-cannot-left = Tu as quitté cette communauté. Reviens pour écrire à nouveau.
web-cannot-kicked = On t'a fait sortir de cette communauté. Tu peux y revenir.
web-cannot-banned = Tu ne peux plus entrer dans cette communauté. Tu peux encore écrire à Palabre.
web-cannot-quarantined = Pour l'instant tu ne peux parler qu'avec Palabre, qui transmet à l'équipe.
web-cannot-timed-out = Tu peux lire, et écrire à nouveau à partir du { $until }.
web-cannot-locked = Ce salon n'accepte pas de nouveaux messages pour l'instant.
web-cannot-slow = { $seconds ->
    [one] Un message à la fois ici : tu pourras écrire dans une seconde.
   *[other] Un message à la fois ici : tu pourras écrire dans { $seconds } secondes.
 }
web-cannot-invites = Personne de nouveau ne peut entrer avant le { $until }.
web-cannot-edit = Seule la personne qui a écrit un message peut le modifier.
web-cannot-delete = Tu ne peux pas supprimer ce message.
web-cannot-react = Ceci ne peut pas être une réaction.
web-cannot-reactions = Un message porte au plus { $most } réactions différentes.
web-cannot-find = Ce message n'est déjà plus là.
web-cannot-see = Tu ne vois pas ce salon.
web-cannot-name = Un nom a entre 1 et { $most } caractères.
web-cannot-name-taken = Quelqu'un porte déjà ce nom ici.
web-cannot-crowd = Ce bac à sable a place pour { $most } personnes.
web-cannot-file-size = Ce fichier est trop gros : { $mib } Mo au plus.
web-cannot-forward = Rien n'est prévu : il n'y a pas d'échéance où aller.
web-directs-closed = Tu as fermé les messages privés : Palabre ne peut pas t'écrire ici.
web-command-unknown = La commande { $typed } n'existe pas. Tape / pour voir celles qui existent.
web-command-did-you-mean = La commande { $typed } n'existe pas. Voulais-tu dire { $meant } ?
web-command-missing = Il manque quelque chose à { $command } : { $what }.
web-command-too-much = { $command } ne sait que faire de « { $rest } ».
web-command-no-person = Personne ne s'appelle { $typed } ici. Voulais-tu dire { $meant } ?
web-command-no-channel = Le salon { $typed } n'existe pas. Voulais-tu dire { $meant } ?
web-command-no-choice = { $typed } ne fait pas partie de : { $known }.

## À essayer

web-try = Essaie
web-try-scam = Une arnaque
web-try-insult = Une insulte déguisée
web-try-insult-text = espèce de c o n n a r d
web-try-critic = Une critique
web-try-critic-text = Franchement, la dernière version de Tilleul est une déception : lente, moche, et le support ne répond jamais.
web-try-report = Un signalement
web-try-dispute = Un désaccord
web-try-help = /aide
web-ready = C'est prêt : appuie sur Envoyer, et regarde ce que le bot voit.
web-try-scam-more = Quelqu'un qui vient d'arriver poste un lien vers un cadeau qui n'en est pas un
web-try-insult-more = Des espaces entre les lettres n'y changent rien
web-try-critic-more = Il ne se passe rien, et c'est le but
web-try-report-more = Seule l'équipe lit un signalement
web-try-dispute-more = De l'aide entre deux personnes ; prends ensuite la place de l'autre, puis de l'équipe, pour lire ce qu'elles lisent
web-try-help-more = Ce qu'on peut demander au bot

## Le temps

web-clock = Il est
web-forward-hour = +1 heure
web-forward-day = +1 jour
web-forward-deadline = Échéance suivante

## Ce que le bot a vu

web-saw = Ce que le bot a vu
web-saw-sub = Tu regardes par-dessus son épaule : dans une vraie communauté personne n'a cette vue, conversations privées comprises.
web-nothing-yet = Rien encore. Écris quelque chose, ou essaie une des suggestions sous les messages.
web-quiet = { $number } choses dont il n'avait rien à dire
web-did-message_posted = a écrit
web-did-message_edited = a reformulé un message
web-did-message_deleted = a supprimé un message
web-did-reaction_added = a réagi
web-did-reaction_removed = a repris une réaction
web-did-member_joined = vient d'arriver
web-did-member_left = n'est plus là
web-did-member_renamed = a changé de nom
web-did-member_roles_changed = a d'autres rôles
web-did-thread_created = a ouvert un fil
web-did-file_shared = a partagé un fichier
web-did-command_invoked = a utilisé une commande
web-did-menu_chosen = a choisi dans le menu d'un message
web-did-button_pressed = a appuyé sur un bouton
web-did-form_submitted = a envoyé un formulaire
web-did-due = Une échéance est venue
web-did-effect_refused = Quelque chose n'a pas pu se faire
web-did-other = Quelque chose s'est passé
web-mode-enforce = Il a agi
web-mode-shadow = À l'essai : cette règle n'a rien fait
web-mode-spared = Exception faite pour la personne qui a écrit
web-mode-observe = Premiers jours : cette règle regarde seulement
web-mode-paused = Suspendue par l'équipe
web-mode-other = Il a remarqué
web-would-have = Il aurait voulu : { $actions }
web-because = {" "}({ $reason })
web-reason-closed = les messages privés sont fermés
web-reason-gone = le message n'est plus là
web-action-remove = retirer le message
web-action-remind = écrire à la personne
web-action-reply = répondre
web-action-alert = prévenir l'équipe
web-action-timeout = empêcher d'écrire un moment
web-action-quarantine = mettre à l'écart
web-action-kick = faire sortir
web-action-ban = exclure
web-action-slowmode = ralentir le salon
web-action-react = réagir
web-effect-post_card = écrire dans { $where }
web-effect-reply_card = répondre dans { $where }
web-effect-reply_privately = répondre à { $who }, sans que d'autres le voient
web-effect-send_direct = écrire à { $who } en privé
web-effect-edit_card = mettre à jour sa carte dans { $where }
web-effect-delete_message = retirer le message
web-effect-react = réagir
web-effect-hide_reaction = retirer une réaction de { $who }
web-effect-time_out_member = empêcher { $who } d'écrire un moment
web-effect-lift_timeout = laisser { $who } écrire à nouveau
web-effect-kick_member = faire sortir { $who }
web-effect-ban_member = exclure { $who }
web-effect-unban_member = laisser { $who } revenir
web-effect-add_role = donner un rôle à { $who }
web-effect-remove_role = retirer un rôle à { $who }
web-effect-quarantine_member = mettre { $who } à l'écart
web-effect-release_member = laisser { $who } revenir parmi les autres
web-effect-set_slowmode = changer le rythme de { $where }
web-effect-lock_channel = fermer ou rouvrir { $where }
web-effect-pause_invites = suspendre ou rouvrir les invitations
web-effect-pause_direct_messages = suspendre ou rouvrir les messages privés entre membres
web-effect-create_private_thread = ouvrir une conversation privée
web-effect-upload_file = partager un fichier dans { $where }
web-effect-hash_files = lire des fichiers une fois, pour l'empreinte de leur contenu
web-effect-join_channel = rejoindre { $where }
web-effect-remove_from_channel = retirer { $who } de { $where }
web-effect-show_home = mettre à jour la page de { $who }
web-effect-tell_outside = écrire à quelqu'un hors de l'équipe
web-state-pending = en attente
web-state-sending = en cours
web-state-done = fait
web-state-refused = refusé
web-state-unsure = incertain, quelqu'un devrait regarder

## Quatre semaines

web-weeks = Quatre semaines
web-weeks-caption = Ce qui a été écrit chaque jour, et ce que les règles en ont fait.
web-weeks-messages = messages
web-weeks-acted = suivis d'effet
web-weeks-noticed = seulement vus
web-weeks-table = En tableau
web-weeks-day = Jour
