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

## Les situations, vues par les personnes concernées

catalogue-situation = Voir où en sont les situations qui me concernent, et ce que je peux faire
catalogue-situation-number = Laquelle, par son numéro
catalogue-circle-join = Accepter le tirage au sort quand des membres décident ensemble
catalogue-circle-leave = Ne plus participer au tirage au sort quand des membres décident ensemble
catalogue-circle-how = Lire comment des membres décident ensemble
catalogue-form-send = Envoyer
catalogue-form-sure-no = Non, laisser tout comme c'est
catalogue-form-offer = Une proposition
catalogue-form-offer-intro = Chaque personne la lit. Elle ne vaut qu'une fois que les deux ont dit oui aux mêmes mots.
catalogue-form-offer-text = Que proposer ?
catalogue-form-offer-hint = Ce que chaque personne peut faire, et d'ici quand
catalogue-form-answer = Une réponse
catalogue-form-answer-intro = Seules les personnes qui s'en occupent lisent cela. Elles peuvent en dire l'essentiel à l'autre personne.
catalogue-form-answer-text = Avec ses propres mots
catalogue-form-breach = Cela n'a pas été tenu
catalogue-form-breach-intro = Les personnes qui s'en occupent reprennent la situation.
catalogue-form-breach-text = Que s'est-il passé ?
catalogue-form-higher = Transmettre à d'autres
catalogue-form-higher-intro = Une personne qui n'y a pris aucune part regarde alors.
catalogue-form-higher-text = Pourquoi en parler ne suffit-il pas ?
catalogue-form-appeal = Un autre regard
catalogue-form-appeal-intro = Une personne qui n'y a pris aucune part reprend tout. Le demander n'est jamais reproché.
catalogue-form-appeal-text = Que faut-il regarder à nouveau ?
catalogue-form-appeal-hint = Ce qui a été oublié, ou mal compris
catalogue-form-waive = En rester là
catalogue-form-waive-intro = C'est renoncer à un autre regard. C'est fini quand toutes les personnes concernées l'ont dit.
catalogue-form-waive-sure = Est-ce fini pour de bon ?
catalogue-form-waive-yes = Oui, en rester là
catalogue-form-withdraw = Retirer la demande
catalogue-form-withdraw-intro = Plus rien n'est fait à ce sujet. Aucune raison n'est à donner.
catalogue-form-withdraw-sure = Retirer la demande ?
catalogue-form-withdraw-yes = Oui, la retirer
catalogue-form-survey = Comment était-ce ?
catalogue-form-survey-intro = Deux questions, pour mieux faire la prochaine fois. L'autre personne ne voit jamais les réponses.
catalogue-form-survey-fair = Était-ce juste ?
catalogue-form-survey-clear = La suite était-elle toujours claire ?
catalogue-form-survey-yes = Oui
catalogue-form-survey-partly = En partie
catalogue-form-survey-no = Non
catalogue-form-request = Il y a du nouveau
catalogue-form-request-intro = Une personne qui n'y a pris aucune part lit ces mots, et reprend la situation ou dit pourquoi elle en reste là. Cela peut se dire une fois.
catalogue-form-request-text = Qu'y a-t-il de nouveau ?
catalogue-form-carry = Porter des mots
catalogue-form-carry-intro = Je les transmets comme venant de l'équipe. À dire de façon que cela puisse être entendu.
catalogue-form-carry-to = À qui ?
catalogue-form-carry-opener = La personne qui a demandé de l'aide
catalogue-form-carry-respondent = L'autre personne
catalogue-form-carry-text = Quels mots ?
catalogue-form-afresh-reasons = Pourquoi ? Les personnes concernées le lisent
catalogue-form-uphold = Cela reste ainsi
catalogue-form-uphold-intro = La décision tient. Les personnes concernées lisent ces raisons.
catalogue-form-soften = Adoucir
catalogue-form-soften-intro = Ce qui était décidé est levé, et ceci le remplace. Jamais plus sévère qu'avant.
catalogue-form-soften-what = Que reste-t-il ?
catalogue-form-soften-left =
    { $what ->
        [remind] Un rappel, en privé
        [warn] Un avertissement, en privé
        [timeout-1h] Seulement lire, pendant une heure
        [timeout-1d] Seulement lire, pendant un jour
        [timeout-3d] Seulement lire, pendant trois jours
        [timeout-7d] Seulement lire, pendant une semaine
       *[ban-30d] Rester à l'écart trente jours
    }
catalogue-form-overturn = C'était notre erreur
catalogue-form-overturn-intro = Tout est levé et effacé comme si cela n'avait jamais été, et la personne reçoit nos excuses.
catalogue-form-remit = Tout reprendre
catalogue-form-remit-intro = D'autres personnes regardent tout encore une fois. Cela ne peut se faire qu'une fois.

## Quelqu'un hors de l'équipe

catalogue-outside-answer = Noter ce qu'a répondu quelqu'un de l'extérieur
catalogue-outside-case = Le numéro du dossier
catalogue-outside-text = La réponse, dans ses mots
catalogue-outside-said = Ce qui a été décidé : des mots seuls, ou une décision
catalogue-outside-result =
    { $result ->
        [uphold] La décision doit tenir
        [overturn] La décision était une erreur
        [nothing] Il n'y a rien de plus à faire
        [measure] Il faut une suite
       *[words] Ni l'un ni l'autre : ces mots seulement
    }
catalogue-form-refer = Demander à l'extérieur
catalogue-form-refer-intro = Cette personne reçoit ce qu'il faut pour juger, sans aucun nom, et a quelques jours pour répondre. Les personnes concernées le sauront.
catalogue-form-refer-text = Que faut-il lui demander ?
catalogue-form-refer-contact = À qui ?
catalogue-form-refer-contact-hint = Son nom dans les réglages ; laissé vide : le premier
catalogue-form-refer-submit = Demander
catalogue-form-outside = Réponse de l'extérieur
catalogue-form-outside-intro = Pour une réponse venue par courrier ou de vive voix. Les personnes concernées le sauront.
catalogue-form-outside-text = Quelle est la réponse ?
catalogue-form-outside-result = Sa décision, si elle était attendue
catalogue-form-outside-submit = Noter

catalogue-form-decide-policy = Quelle règle est enfreinte ?
catalogue-form-decide-policy-hint = Son nom dans /règles liste. Une critique de l'équipe n'est retirée qu'avec une règle.

## Faire les règles ensemble

catalogue-policy-propose = Proposer une règle : elle est discutée, essayée, puis décidée
catalogue-policy-propose-mode = Proposer qu'une règle agisse, soit à l'essai ou désactivée
catalogue-policy-rules = Comment les règles se font ici, et comment changer cela
catalogue-decisions = Ce qui a été proposé et décidé ici, quand et pourquoi
catalogue-decisions-page = Quelle page
catalogue-proposal-how-far = Jusqu'où doit-elle aller ?
catalogue-proposal-mode =
    { $mode ->
        [enforce] Elle agit
        [shadow] Elle passe à l'essai : elle note seulement ce qu'elle ferait
       *[off] Elle est désactivée
    }
catalogue-proposal-policy-hint = Son nom dans /règles liste, comme starter/invites
catalogue-form-proposal = Proposer une règle
catalogue-form-proposal-intro = Tout le monde la lira. Elle est essayée tout de suite sur ce qui est écrit ici et sur les 30 derniers jours, puis sur ce qui arrive, sans rien faire.
catalogue-form-proposal-mode = Jusqu'où va une règle
catalogue-form-proposal-rules = Comment nous décidons
catalogue-form-proposal-who = Qui décide
catalogue-form-proposal-submit = Proposer
catalogue-form-proposal-reason =
    { $form ->
        [proposal-adopt] Adopter
        [proposal-reject] Rejeter
       *[proposal-veto] Arrêter
    }
catalogue-proposal-then =
    { $then ->
        [alert] L'équipe est prévenue
        [remind] La personne reçoit un mot aimable, en privé
        [remove] Le message part, et la personne apprend pourquoi
        [trial-alert] À l'essai jusqu'à ce que l'équipe l'active ; alors l'équipe est prévenue
        [trial-remind] À l'essai jusqu'à ce que l'équipe l'active ; alors un mot aimable, en privé
       *[trial-remove] À l'essai jusqu'à ce que l'équipe l'active ; alors le message part
    }
catalogue-proposal-why = Pourquoi ?
catalogue-proposal-why-hint = Pour les personnes qui décident, et pour celle sur qui cela tombe.
catalogue-proposal-spare = Que doit-elle laisser tranquille ?
catalogue-proposal-spare-hint = Un message par ligne. Si la règle s'appliquait à l'un d'eux, je le dirais tout de suite.
catalogue-proposal-reason = Pourquoi ?
catalogue-proposal-read-by-all = Tout le monde le lit.
catalogue-proposal-days = Jours pour discuter, voter, attendre
catalogue-proposal-days-hint = Trois nombres, comme 3 3 1
catalogue-proposal-percents = Pour cent : participation, majorité, ceci
catalogue-proposal-percents-hint = Trois nombres, comme 20 50 66
catalogue-proposal-who = Qui décide des propositions ?
catalogue-proposal-who-choice =
    { $who ->
        [off] Personne ne propose : l'équipe fait les règles
        [managers] Tout le monde propose ; l'équipe décide, avec ses raisons, ou fait voter
       *[members] Tout le monde propose, et c'est toujours voté
    }

## Mesures envers les gens

catalogue-remind = Rappeler une règle à quelqu'un, en privé ; on en garde trace un temps
catalogue-warn = Avertir quelqu'un, en privé ; on en garde trace un temps
catalogue-timeout = Laisser quelqu'un lire sans écrire, pendant un moment
catalogue-quarantine = Ne laisser à quelqu'un que l'endroit où joindre l'équipe
catalogue-exclude = Faire sortir quelqu'un d'un salon
catalogue-role = Donner un rôle à quelqu'un par mesure, pour un temps ou jusqu'à nouvel ordre
catalogue-kick = Faire partir quelqu'un, qui pourra revenir
catalogue-ban = Faire partir quelqu'un pour de bon, ou pour un temps
catalogue-lift = Mettre fin tout de suite à ce qui retient quelqu'un
catalogue-ladder = Les étapes que je propose à qui prend une mesure, et d'où elles viennent
catalogue-ladder-whom = Une personne, pour voir quelle étape viendrait pour elle
catalogue-measure-whom = La personne concernée
catalogue-measure-why = Pourquoi, en des mots qui seront lus
catalogue-measure-why-length = Pourquoi, en des mots qui seront lus ; une durée peut venir d'abord : 2 h
catalogue-measure-length = Pour combien de temps : 2 h, 3 jours, une semaine
catalogue-measure-rule = La règle dont il s'agit
catalogue-measure-place = Le salon
catalogue-menu-remove = Retirer
catalogue-form-measure-whom = Qui est concerné ?
catalogue-form-measure-why = Pourquoi ?
catalogue-form-measure-why-hint = La personne lira ces mots. Dire ce qui s'est passé, pas qui elle est.
catalogue-form-measure-length = Pour combien de temps ?
catalogue-form-measure-length-hint = 2 h, 3 jours, une semaine. Vide : une heure pour un silence, sinon sans fin.
catalogue-form-measure-rule = De quelle règle s'agit-il ?
catalogue-form-measure-rule-hint = Son nom, comme le donne /règles liste
catalogue-form-measure-place = Quel salon ?
catalogue-form-measure-role = Quel rôle ?
catalogue-form-measure-submit = Continuer
catalogue-form-remind = Rappeler une règle
catalogue-form-warn = Avertir
catalogue-form-timeout = Un silence
catalogue-form-quarantine = Quarantaine
catalogue-form-exclude = Hors d'un salon
catalogue-form-role = Donner un rôle
catalogue-form-kick = Faire partir
catalogue-form-ban = Bannir
catalogue-form-remove = Retirer un message
catalogue-form-explain = Dire pourquoi
catalogue-form-explain-submit = Le lui dire
catalogue-form-lift = Y mettre fin
catalogue-form-lift-submit = Y mettre fin
catalogue-form-ladder = Les étapes
catalogue-form-ladder-intro = Ce que je propose la première fois, la deuxième et ainsi de suite. Qui décide peut toujours décider autrement.
catalogue-form-ladder-steps = Les étapes, une par ligne
catalogue-form-ladder-hint = rappel, avertissement, silence 1 h, quarantaine, exclusion, bannissement

## La journée de l'équipe

catalogue-queue = Voir ce qui attend l'équipe, le plus pressant d'abord
catalogue-handover = Lire ce qui est ouvert, arrivé et promis, avant de prendre le relais
catalogue-why = Lire les mesures en cours qui te concernent, et pourquoi
catalogue-away = Dire jusqu'à quand dure une absence, et qui prend le relais
catalogue-away-until = Jusqu'à quand : un jour, ou une durée comme 3j
catalogue-away-deputy = Qui prend le relais
catalogue-back = Annoncer son retour
catalogue-oncall = Voir et changer qui est appelé quand cela ne peut pas attendre
catalogue-form-yes = Oui
catalogue-form-no = Non
catalogue-form-away = Une absence
catalogue-form-away-intro = Pendant ce temps, pas d'appel ; les dossiers pris passent à qui prend le relais, ou retournent dans la file.
catalogue-form-away-until = Jusqu'à quand ?
catalogue-form-away-hint = Un jour, comme 2027-03-05, ou une durée, comme 3j ou 2 semaines
catalogue-form-away-deputy = Qui prend le relais ?
catalogue-form-oncall = L'astreinte
catalogue-form-oncall-intro = Quand quelqu'un est en danger, et pour un raid en dehors des heures de l'équipe. Les personnes absentes sont laissées de côté.
catalogue-form-oncall-place =
    { $number ->
        [1] En premier
        [2] Sans réponse : en deuxième
        [3] En troisième
        [4] En quatrième
       *[5] En cinquième
    }
catalogue-form-slow = Ralentir un salon
catalogue-form-slow-intro = Pendant une heure, chaque personne n'y écrit qu'à ce rythme.
catalogue-form-slow-channel = Quel salon ?
catalogue-form-slow-pace = À quel rythme peut-on écrire ?
catalogue-form-slow-how =
    { $pace ->
        [ten] Toutes les dix secondes
        [minute] Une fois par minute
       *[five] Une fois toutes les cinq minutes
    }
catalogue-form-hours = Quand l'équipe est là
catalogue-form-hours-intro = Les délais ne courent que là, et personne n'est relancé en dehors. Tout laisser vide : toujours.
catalogue-form-hours-days = Quels jours ?
catalogue-form-hours-days-hint = Par exemple lun-ven, ou lun, mer, sam ; vide : tous les jours
catalogue-form-hours-opens = À partir de quand ?
catalogue-form-hours-opens-hint = Par exemple 09:00 ; vide : toute la journée
catalogue-form-hours-closes = Jusqu'à quand ?
catalogue-form-hours-off = Jours de congé
catalogue-form-hours-off-hint = Un par ligne, comme 2027-12-25
catalogue-form-fairness = Traiter les gens
catalogue-form-fairness-intro = Cela vaut dès maintenant ; ce qui a été décidé avant reste comme il a été dit.
catalogue-form-fairness-days = Combien de jours un rappel compte-t-il ?
catalogue-form-fairness-days-hint = 90, d'habitude
catalogue-form-fairness-help = Où trouver de l'aide en cas de danger ?
catalogue-form-fairness-help-hint = Numéros et adresses du pays, un par ligne ; qui signale un danger les lit
catalogue-form-fairness-two = Faut-il deux personnes pour bannir ?
catalogue-form-fairness-named = Les membres lisent-ils qui a agi ?

## Les dossiers, et les portes qui y mènent

catalogue-dispute = Demander de l'aide pour un désaccord avec quelqu'un
catalogue-dispute-account = Avec qui
catalogue-dispute-happened = Ce qui s'est passé, avec ses propres mots
catalogue-managers = Parler à l'équipe, sans accuser personne
catalogue-managers-text = De quoi on voudrait parler
catalogue-case-number = Le numéro du dossier
catalogue-case-text = Avec ses propres mots
catalogue-case-why = Pourquoi, avec ses propres mots
catalogue-case-which = Lesquels
catalogue-case-which-one =
    { $which ->
        [mine] Ceux dont je m'occupe
       *[all] Tous ceux qui sont ouverts
    }
catalogue-case-whom = À qui
catalogue-case-into = Le numéro de l'autre dossier
catalogue-case-to = Le numéro de l'autre dossier
catalogue-case-list = Ce qui est ouvert, le plus pressant d'abord
catalogue-case-show = Un dossier, avec tout ce qu'on peut faire
catalogue-case-claim = Prendre un dossier
catalogue-case-note = Noter quelque chose pour l'équipe
catalogue-case-ask = Poser une question à qui a demandé de l'aide, ou à la personne signalée
catalogue-case-assign = Confier un dossier à quelqu'un d'autre
catalogue-case-close = Clore un dossier sans suite
catalogue-case-escalate = Confier un dossier à quelqu'un qui n'y a pas pris part
catalogue-case-merge = Joindre un dossier à un autre
catalogue-case-link = Noter qu'un dossier va avec un autre
catalogue-case-reopen = Rouvrir un dossier clos, parce qu'il y a du nouveau
catalogue-case-new = Ce qu'il y a de nouveau
catalogue-case-export = Un dossier entier dans un fichier, noms scellés compris
catalogue-history = Ce qui concerne une personne
catalogue-history-whom = Qui
catalogue-menu-dispute = Demander de l'aide
catalogue-concern =
    { $concern ->
        [hurt] Cela blesse quelqu'un, moi ou une autre personne
        [spam] De la publicité, une arnaque, une nuisance
        [danger] Quelqu'un est en danger
        [harassment] Du harcèlement
        [threat] Une menace
        [sexual] Quelque chose de sexuel et de non voulu
        [minor] Une personne mineure est concernée
       *[other] Autre chose
    }
catalogue-form-report-links = Des liens vers des captures d'écran ?
catalogue-form-report-links-hint = Pour des messages privés, par exemple. Seule l'équipe les voit.
catalogue-form-dispute = Demander de l'aide
catalogue-form-dispute-intro = Demander ne décide de rien. Seules les personnes qui s'en occupent le liront. On demande sa version à l'autre personne ; s'il s'agit de harcèlement, d'une menace, de quelque chose de sexuel, d'une personne mineure ou d'un danger, seulement quand l'équipe s'adresse à elle.
catalogue-form-dispute-account = Avec qui ?
catalogue-form-dispute-what = De quoi s'agit-il ?
catalogue-form-dispute-happened = Que s'est-il passé ?
catalogue-form-dispute-wish = Qu'est-ce qui aiderait ?
catalogue-form-dispute-submit = Envoyer
catalogue-form-managers = Parler à l'équipe
catalogue-form-managers-intro = Il n'y a pas besoin que quelqu'un ait mal agi. Une personne de l'équipe ouvre une conversation à deux, que seule l'équipe peut aussi lire.
catalogue-form-managers-text = De quoi s'agit-il ?
catalogue-form-managers-hint = Quelques mots suffisent.
catalogue-form-managers-submit = Envoyer
catalogue-form-case-submit = Envoyer
catalogue-form-note = Noter quelque chose
catalogue-form-note-intro = Seule l'équipe le lit.
catalogue-form-note-text = Que faut-il retenir ?
catalogue-form-ask = Poser une question
catalogue-form-ask-intro = Entre deux personnes, elle va à qui a demandé de l'aide. Après un signalement, elle va à la personne visée, qui apprend alors qu'il existe ; qui a signalé n'est jamais nommé.
catalogue-form-ask-text = Que faut-il savoir ?
catalogue-form-dismiss = Sans suite
catalogue-form-dismiss-intro = Les personnes concernées apprennent que c'est regardé, et peuvent demander un nouveau regard.
catalogue-form-dismiss-text = Pourquoi ? Elles le lisent aussi
catalogue-form-escalate = Transmettre à d'autres
catalogue-form-escalate-intro = Quelqu'un qui n'y a pas pris part décide.
catalogue-form-escalate-text = Pourquoi ?
catalogue-form-assign = Confier à quelqu'un
catalogue-form-assign-intro = La personne l'apprend tout de suite.
catalogue-form-assign-account = À qui ?
catalogue-form-reopen = Rouvrir
catalogue-form-reopen-intro = Qui rouvre le dossier s'en charge, et les personnes concernées apprennent que c'est regardé à nouveau. Cela se fait une seule fois.
catalogue-form-reopen-text = Quoi de nouveau ? Seule l'équipe le lit
catalogue-form-refuse = Laisser clos
catalogue-form-refuse-intro = Qui a dit qu'il y avait du nouveau l'apprend. Personne d'autre n'en apprend rien.
catalogue-form-refuse-text = Pourquoi ? Cette personne le lit
catalogue-form-merge = Joindre à un autre
catalogue-form-merge-intro = La suite se passe là-bas ; qui l'a signalé apprend ce qu'il en advient.
catalogue-form-merge-into = Le numéro de l'autre dossier
catalogue-form-decide = Décider
catalogue-form-decide-intro = La personne concernée lit ces raisons avant d'en ressentir l'effet, et peut demander un nouveau regard.
catalogue-form-decide-measure = Que s'ensuit-il ?
catalogue-measure =
    { $measure ->
        [nothing] Rien d'autre que ces mots
        [remind] Un rappel, en privé
        [warn] Un avertissement, en privé
        [timeout-1h] Lire sans écrire pendant une heure
        [timeout-1d] Lire sans écrire pendant un jour
        [timeout-7d] Lire sans écrire pendant une semaine
        [quarantine] N'écrire qu'à l'équipe
        [channel] Hors de ce salon
        [kick] Un départ demandé
        [ban-30d] Hors de la communauté pendant trente jours
       *[ban] Hors de la communauté
    }
catalogue-form-decide-message = Et le message ?
catalogue-form-decide-message-one =
    { $message ->
        [goes] Il est retiré
       *[stays] Il reste
    }
catalogue-form-decide-text = Les raisons
catalogue-form-decide-hint = Ce qui s'est passé, quelle règle, et ce qu'on espère
catalogue-form-restrain = Une mesure d'ici là
catalogue-form-restrain-intro = Quelque chose tient jusqu'à la décision, trois jours au plus. La personne concernée lit pourquoi.
catalogue-form-restrain-what = Qu'est-ce qui tient ?
catalogue-restraint =
    { $what ->
        [no_contact] Les deux se laissent tranquilles
        [timeout] Lire sans écrire
       *[quarantine] N'écrire qu'à l'équipe
    }
catalogue-form-restrain-hours = Combien de temps ?
catalogue-hours =
    { $hours ->
        [one] Une heure
       *[other] { $hours } heures
    }
catalogue-form-restrain-text = Pourquoi ?

## Figures

catalogue-transparency = Comment on a veillé sur la communauté, en chiffres
catalogue-transparency-period = Une année, un trimestre ou un mois, comme 2026-Q3 (rien : le trimestre en cours)
