### Ce qu'on peut demander au bot : commandes, menus et formulaires. Les plateformes coupent ce qui dépasse : 100 signes
### pour une commande ou un choix, 45 pour une question, 24 pour un titre, un dernier bouton et une entrée de menu.

## Commandes

catalogue-help = Ce qu'on peut me demander
catalogue-help-command = La commande à expliquer
catalogue-report = Parler à l'équipe, en confiance, de quelque chose qui s'est mal passé
catalogue-report-account = De qui il s'agit
catalogue-report-reason = Ce qui s'est passé, avec ses propres mots
catalogue-policy-list = Les règles que j'applique ici
catalogue-policy-show = Une règle : ce qu'elle regarde, pourquoi, et ce qui s'ensuit
catalogue-policy-id = La règle
catalogue-policy-explain = Essayer un texte sur les règles : ce que chacune en dirait, et pourquoi
catalogue-policy-text = Le texte à essayer ; rien n'est publié
catalogue-policy-new = Écrire sa propre règle, et l'essayer d'abord
catalogue-privacy-show = Voir ses données : ce que je garde, et combien de temps
catalogue-privacy-export = Recevoir toutes ses données, dans un fichier
catalogue-privacy-forget = Effacer ses données
catalogue-language = La langue dans laquelle je parle
catalogue-language-which = La langue
catalogue-language-auto = Celle de la plateforme
catalogue-english = Anglais
catalogue-french = Français
catalogue-link = Faire de deux comptes ceux d'une même personne
catalogue-link-code = Le code de l'autre compte ; sans code, j'en donne un
catalogue-unlink = Faire de ce compte une personne à part
catalogue-setup = M'installer, ou changer mes réglages
catalogue-settings = Ce qui a été réglé ici, par qui et quand
catalogue-pause = Arrêter tout de suite ce que je fais sans qu'on me le demande
catalogue-resume = Me laisser reprendre
catalogue-pause-what = La règle ; rien veut dire toutes

## Menus d'un message

catalogue-menu-report = Signaler
catalogue-menu-explain = Expliquer la décision

## Le dire à l'équipe

catalogue-form-report = Le dire à l'équipe
catalogue-form-report-intro = Seules les personnes qui s'en occupent le liront. Personne n'apprendra de qui cela vient. La suite sera dite en privé.
catalogue-form-report-what = De quoi s'agit-il ?
catalogue-form-report-hurt = Cela blesse quelqu'un, moi ou une autre personne
catalogue-form-report-spam = De la publicité, une arnaque, une nuisance
catalogue-form-report-danger = Quelqu'un est en danger
catalogue-form-report-other = Autre chose
catalogue-form-report-account = De qui s'agit-il ?
catalogue-form-report-reason = Que s'est-il passé ?
catalogue-form-report-hint = Quelques mots suffisent ; aucun, c'est bien aussi.
catalogue-form-report-submit = Envoyer

## Une règle à soi

catalogue-form-policy = Une nouvelle règle
catalogue-form-policy-intro = Au début, elle ne fait que regarder. On voit ce qu'elle aurait fait avant qu'elle ne fasse quoi que ce soit.
catalogue-form-policy-title = Comment s'appelle-t-elle ?
catalogue-form-policy-words = Mots ou expressions à remarquer
catalogue-form-policy-words-hint = Un par ligne. Les lettres déguisées sont reconnues ; * remplace n'importe quelle fin.
catalogue-form-policy-then = Que s'ensuit-il ?
catalogue-form-policy-alert = L'équipe est prévenue
catalogue-form-policy-remind = La personne reçoit un mot aimable, en privé
catalogue-form-policy-remove = Le message part, et la personne apprend pourquoi
catalogue-form-policy-why-en = Pourquoi existe-t-elle ? En anglais
catalogue-form-policy-why-fr = Pourquoi existe-t-elle ? En français
catalogue-form-policy-submit = Essayer

## Se faire oublier

catalogue-form-forget = Se faire oublier
catalogue-form-forget-intro = J'efface le nom, les textes et l'activité. Les totaux restent, sans nom. On ne peut pas revenir en arrière.
catalogue-form-forget-sure = Est-ce que j'efface ?
catalogue-form-forget-no = Non, laisser tout comme c'est
catalogue-form-forget-yes = Oui, effacer
catalogue-form-forget-submit = Confirmer

## Installer

catalogue-form-voice = Ma façon de parler
catalogue-form-voice-locale = Quelle langue ?
catalogue-form-voice-address = En français, tu ou vous ?
catalogue-form-voice-tu = Tu
catalogue-form-voice-vous = Vous
catalogue-form-team = L'équipe
catalogue-form-team-intro = Où je préviens l'équipe, et combien de formalités lui conviennent.
catalogue-form-team-channel = Le salon de l'équipe
catalogue-form-team-profile = L'équipe est-elle grande ?
catalogue-form-team-small = Petite : une à trois personnes, peu de formalités
catalogue-form-team-large = Plus grande : quatre ou plus, et un second regard sur ce qui est grave
catalogue-form-team-outside = Quelqu'un à qui s'adresser hors de l'équipe
catalogue-form-team-outside-hint = Un nom et une adresse, pour ce qui concerne l'équipe elle-même
catalogue-form-person = Qui peut faire quoi
catalogue-form-person-intro = Nommer un rôle ou une personne. Chaque niveau peut tout ce que peuvent les précédents.
catalogue-form-person-role = Un rôle
catalogue-form-person-account = Une personne
catalogue-form-person-level = Avec quelle confiance ?
catalogue-level =
    { $level ->
        [helper] Entraide : parler aux gens, prendre les signalements
        [moderator] Modération : aussi annuler, retirer, suspendre
        [senior] Responsabilité : aussi changer les règles
        [owner] Direction : aussi changer mes réglages
       *[member] Membre : rien de particulier
    }
catalogue-form-channel = Langue d'un salon
catalogue-form-channel-intro = Pour les salons qui ne parlent pas la langue habituelle de la communauté.
catalogue-form-channel-which = Le salon
catalogue-form-channel-locale = Quelle langue y parle-t-on ?
catalogue-form-channel-usual = La langue habituelle
catalogue-form-watch = M'occuper d'un salon
catalogue-form-watch-intro = J'y vais, et dès lors je compare aux règles ce qui s'y écrit. Les membres voient que j'y suis.
catalogue-form-watch-channel = Le salon
catalogue-form-begin = Commencer
catalogue-form-begin-intro = Si je regarde d'abord, les membres n'entendent rien de moi sans l'avoir demandé, et l'équipe lit chaque jour ce que j'aurais fait.
catalogue-form-begin-stage = Comment est-ce que je commence ?
catalogue-form-begin-observing = Regarder d'abord, sans rien faire (conseillé)
catalogue-form-begin-acting = Agir dès maintenant
catalogue-form-begin-channel = Où annonce-t-on les nouvelles ?
catalogue-form-begin-submit = Commencer
