### Ce que lisent les gens qui installent le bot, le suspendent et le laissent reprendre ; et comment il se présente.

## Installer

governing-setup-title = M'installer
governing-setup-intro =
    { $address ->
        [vous] Bonjour. Cela prend quelques minutes : chaque bouton pose une question ou deux, dans l'ordre que vous voulez, et vous pourrez changer d'avis.
       *[tu] Bonjour. Cela prend quelques minutes : chaque bouton pose une question ou deux, dans l'ordre que tu veux, et tu pourras changer d'avis.
    }
governing-saved = C'est noté. Voici où nous en sommes :
governing-saved-nothing = C'était déjà ainsi. Voici où nous en sommes :
governing-section =
    { $section ->
        [voice] Ma façon de parler
        [team] L'équipe
        [person] Qui peut faire quoi
        [hours] Quand l'équipe est là
        [fairness] Notre façon de traiter les gens
        [channel] Salons qui ont leur langue
        [watch] Salons dont je m'occupe
        [begin] Ce que je fais en ce moment
       *[announcements] Où l'on annonce les nouvelles
    }
governing-button =
    { $section ->
        [voice] Ma façon de parler
        [team] L'équipe
        [person] Qui peut faire quoi
        [hours] Quand l'équipe est là
        [fairness] Notre façon de traiter les gens
        [channel] Langue d'un salon
        [watch] M'occuper d'un salon
       *[begin] Commencer
    }
governing-setup-voice-value =
    { $locale ->
        [fr]
            { $address ->
                [vous] Français, avec « vous »
               *[tu] Français, avec « tu »
            }
       *[en]
            { $address ->
                [vous] Anglais ; « vous » quand je parle français
               *[tu] Anglais ; « tu » quand je parle français
            }
    }
governing-setup-team-value =
    { $named ->
        [yes]
            { $profile ->
                [large] { $place } · une équipe plus grande · hors de l'équipe : { $outside }
               *[small] { $place } · une petite équipe · hors de l'équipe : { $outside }
            }
       *[no]
            { $profile ->
                [large] { $place } · une équipe plus grande · personne de nommé hors de l'équipe
               *[small] { $place } · une petite équipe · personne de nommé hors de l'équipe
            }
    }
governing-setup-team-nowhere =
    { $named ->
        [yes]
            { $profile ->
                [large] Pas encore de salon · une équipe plus grande · hors de l'équipe : { $outside }
               *[small] Pas encore de salon · une petite équipe · hors de l'équipe : { $outside }
            }
       *[no]
            { $profile ->
                [large] Pas encore de salon · une équipe plus grande · personne de nommé hors de l'équipe
               *[small] Pas encore de salon · une petite équipe · personne de nommé hors de l'équipe
            }
    }
governing-setup-person-value = { $owner ->
        [0] {""}
       *[other] Direction : { $owner }{"\u000A"}
    }{ $senior ->
        [0] {""}
       *[other] Responsabilité : { $senior }{"\u000A"}
    }{ $moderator ->
        [0] {""}
       *[other] Modération : { $moderator }{"\u000A"}
    }{ $helper ->
        [0] {""}
       *[other] Entraide : { $helper }{"\u000A"}
    }Qui possède le lieu sur la plateforme est aussi à la direction ici.
governing-setup-hours-always = Toujours, tous les jours
governing-setup-hours-value = { $monday ->
        [yes] {"lun. "}
       *[no] {""}
    }{ $tuesday ->
        [yes] {"mar. "}
       *[no] {""}
    }{ $wednesday ->
        [yes] {"mer. "}
       *[no] {""}
    }{ $thursday ->
        [yes] {"jeu. "}
       *[no] {""}
    }{ $friday ->
        [yes] {"ven. "}
       *[no] {""}
    }{ $saturday ->
        [yes] {"sam. "}
       *[no] {""}
    }{ $sunday ->
        [yes] {"dim. "}
       *[no] {""}
    }{ $hours ->
        [all] toute la journée
       *[some] de { $opens } à { $closes }
    }{ $off ->
        [0] {""}
        [one] {" · un jour de congé"}
       *[other] {" · "}{ $off } jours de congé
    }
governing-setup-fairness-value =
    { $days ->
        [one] Un rappel compte un jour
       *[other] Un rappel compte { $days } jours
    } · { $two ->
        [yes] il faut deux personnes pour bannir
       *[no] une personne suffit pour bannir
    } · { $named ->
        [yes] les membres lisent qui, dans l'équipe, a agi
       *[no] les membres lisent « l'équipe »
    } · { $help ->
        [yes] des lignes d'aide sont nommées
       *[no] pas encore de ligne d'aide
    }
governing-setup-channel-value =
    { $english ->
        [0]
            { $french ->
                [0] Aucun : la langue habituelle partout
               *[other] En français : { $french }
            }
       *[other]
            { $french ->
                [0] En anglais : { $english }
               *[other] En anglais : { $english }. En français : { $french }
            }
    }
governing-setup-watch-value =
    { $address ->
        [vous] Ceux où je suis. Ici, je ne vois rien des autres : nommez-les un par un, ou invitez-moi.
       *[tu] Ceux où je suis. Ici, je ne vois rien des autres : nomme-les un par un, ou invite-moi.
    }
governing-watched = Je vais dans { $place } pour m'en occuper. Si je ne peux pas, l'équipe le saura.
governing-watched-by = { $person } m'a demandé de m'occuper de { $place }.
governing-watch-nowhere = Ici, je vois tous les salons que je peux voir : il n'y a rien à ajouter. Rien n'a changé.
governing-watch-new-title = Il y a un nouveau salon
governing-watch-new = Dois-je m'occuper de { $place } ?
governing-watch-new-sees = Pour l'instant je n'y suis pas : je ne vois rien de ce qui s'y écrit.
governing-button-watch = S'en occuper
governing-setup-begin-not-yet = Rien encore
governing-setup-begin-observing = Je regarde et ne fais rien sans qu'on me le demande, jusqu'au { $instant }.
governing-setup-begin-acting = J'agis.
governing-setup-announcements-value = { $place }
governing-missing-channel =
    { $address ->
        [vous] Avant de commencer, je dois savoir où prévenir l'équipe : appuyez sur « L'équipe ».
       *[tu] Avant de commencer, je dois savoir où prévenir l'équipe : appuie sur « L'équipe ».
    }
governing-missing-people =
    { $address ->
        [vous] Personne n'est encore à la modération : avec « Qui peut faire quoi », d'autres pourront vous aider.
       *[tu] Personne n'est encore à la modération : avec « Qui peut faire quoi », d'autres pourront t'aider.
    }
governing-missing-outside = Personne n'est encore nommé hors de l'équipe : cela aide quand il s'agit de l'équipe elle-même.
governing-missing-begin =
    { $address ->
        [vous] J'ai tout ce qu'il me faut. Quand vous voudrez, appuyez sur « Commencer ».
       *[tu] J'ai tout ce qu'il me faut. Quand tu voudras, appuie sur « Commencer ».
    }
governing-missing-announcements =
    { $address ->
        [vous] Les membres ne savent pas encore d'où je viens : avec « Commencer », nommez le salon où l'on annonce les nouvelles.
       *[tu] Les membres ne savent pas encore d'où je viens : avec « Commencer », nomme le salon où l'on annonce les nouvelles.
    }
governing-wrong-channel =
    { $address ->
        [vous] Je ne connais pas ce salon ici. Choisissez-en un de ce serveur ou de cet espace. Rien n'a changé.
       *[tu] Je ne connais pas ce salon ici. Choisis-en un de ce serveur ou de cet espace. Rien n'a changé.
    }
governing-wrong-choice = Cela ne fait pas partie des choix. Rien n'a changé.
governing-wrong-nobody =
    { $address ->
        [vous] Je dois savoir pour qui : nommez un rôle ou une personne. Rien n'a changé.
       *[tu] Je dois savoir pour qui : nomme un rôle ou une personne. Rien n'a changé.
    }
governing-wrong-person =
    { $address ->
        [vous] Je ne connais pas ce rôle ou cette personne ici. Choisissez parmi ceux de ce serveur ou de cet espace. Rien n'a changé.
       *[tu] Je ne connais pas ce rôle ou cette personne ici. Choisis parmi ceux de ce serveur ou de cet espace. Rien n'a changé.
    }
governing-wrong-yourself =
    { $address ->
        [vous] Cela vous retirerait votre propre place à la direction, sans retour possible. Laissez quelqu'un d'autre de la direction le faire, dès qu'il y a quelqu'un. Rien n'a changé.
       *[tu] Cela te retirerait ta propre place à la direction, sans retour possible. Laisse quelqu'un d'autre de la direction le faire, dès qu'il y a quelqu'un. Rien n'a changé.
    }
governing-wrong-weekdays = Je ne comprends pas ces jours. Par exemple : lun-ven, ou lun, mer, sam ; vide pour tous les jours. Rien n'a changé.
governing-wrong-hour = Je ne comprends pas cette heure. Par exemple : 09:00 ou 18:30 ; les deux vides pour toute la journée. Rien n'a changé.
governing-wrong-off = Je ne comprends pas l'un des jours de congé. Un par ligne, comme 2027-12-25, cent au plus. Rien n'a changé.
governing-wrong-days = La durée pendant laquelle un rappel compte est un nombre de jours, de 1 à 730. Rien n'a changé.
governing-wrong-policy =
    { $address ->
        [vous] Je ne connais pas cette règle. Écrivez-la pack/nom, comme starter/scam-links, ou rien du tout pour dire toutes. Rien n'a changé.
       *[tu] Je ne connais pas cette règle. Écris-la pack/nom, comme starter/scam-links, ou rien du tout pour dire toutes. Rien n'a changé.
    }

## Regarder, puis agir

governing-observing-title = Me voici, et pour l'instant je ne fais que regarder
governing-observing = Je regarde jusqu'au { $instant } : les membres ne reçoivent rien de moi sans l'avoir demandé.
governing-observing-daily =
    { $address ->
        [vous] Une fois par jour, vous lirez ici ce que j'aurais fait. Dites-moi où je me trompe : ce temps est là pour cela.
       *[tu] Une fois par jour, tu liras ici ce que j'aurais fait. Dis-moi où je me trompe : ce temps est là pour cela.
    }
governing-observing-stop = /suspendre m'arrête tout de suite, maintenant ou plus tard. /installer change tout le reste.
governing-acting-title =
    { $watched ->
        [yes] Le temps de regarder est fini
       *[no] J'agis à partir de maintenant
    }
governing-acting = À partir de maintenant, j'agis quand les règles le disent. Chaque personne apprend pourquoi et peut faire appel à quelqu'un, et l'équipe peut annuler tout ce que je fais.
governing-acting-draft =
    { $address ->
        [vous] Les membres devraient le savoir avant de me rencontrer. Voici ce que je leur dirais ; appuyez sur le bouton pour le publier tel quel.
       *[tu] Les membres devraient le savoir avant de me rencontrer. Voici ce que je leur dirais ; appuie sur le bouton pour le publier tel quel.
    }
governing-button-announce = Le dire à tout le monde
governing-announced = C'est publié là où tout le monde le lit.
governing-announce-nowhere =
    { $address ->
        [vous] Je ne sais pas encore où l'on annonce les nouvelles : appuyez sur « Commencer » dans /installer et choisissez le salon. Rien n'a été publié.
       *[tu] Je ne sais pas encore où l'on annonce les nouvelles : appuie sur « Commencer » dans /installer et choisis le salon. Rien n'a été publié.
    }
governing-announce-already = C'est déjà publié là-bas. Rien n'a été publié à nouveau.
governing-announce-title = Bonjour, je suis Palabre
governing-announce-what = Je suis un programme. J'aide les personnes qui prennent soin de cette communauté : je remarque les arnaques, les insultes et le reste, et quand je fais quelque chose, j'en dis la raison à qui a écrit.
governing-announce-reads = Je lis ce qui est publié dans les salons que je vois, pour le comparer aux règles ; /règles liste les montre toutes. Je ne lis pas les conversations privées entre membres.
governing-announce-keeps =
    { $activity ->
        [one] Je garde un jour qui a écrit quand et où, sans les mots.
       *[other] Je garde { $activity } jours qui a écrit quand et où, sans les mots.
    } { $evidence ->
        [one] Là où j'ai fait quelque chose, je garde un jour le texte et la raison.
       *[other] Là où j'ai fait quelque chose, je garde { $evidence } jours le texte et la raison.
    } { $own ->
        [one] Ce que j'écris moi-même, je le garde un jour.
       *[other] Ce que j'écris moi-même, je le garde { $own } jours.
    }
governing-announce-wrong =
    { $address ->
        [vous] Je peux me tromper. Sous ce que je vous écris, il y a un bouton, « Demander à quelqu'un » : une personne de l'équipe regarde, et ce qui était une erreur est annulé.
       *[tu] Je peux me tromper. Sous ce que je t'écris, il y a un bouton, « Demander à quelqu'un » : une personne de l'équipe regarde, et ce qui était une erreur est annulé.
    }
governing-announce-turn =
    { $address ->
        [vous] Si quelque chose vous pèse, écrivez à n'importe qui dans l'équipe, ou utilisez /signaler : seule l'équipe le lit.
       *[tu] Si quelque chose te pèse, écris à n'importe qui dans l'équipe, ou utilise /signaler : seule l'équipe le lit.
    }
governing-announce-outside =
    { $address ->
        [vous] S'il s'agit de l'équipe elle-même, vous pouvez vous adresser à quelqu'un d'autre :
       *[tu] S'il s'agit de l'équipe elle-même, tu peux t'adresser à quelqu'un d'autre :
    }
governing-announce-yours =
    { $address ->
        [vous] /données voir montre ce que je garde sur vous, /données oublier l'efface, /langue change la langue dans laquelle je vous parle, et /aide dit le reste.
       *[tu] /données voir montre ce que je garde sur toi, /données oublier l'efface, /langue change la langue dans laquelle je te parle, et /aide dit le reste.
    }

## Suspendre

governing-button-resume = Laisser reprendre
governing-paused =
    { $what ->
        [everything] C'est arrêté : je ne fais plus rien sans qu'on me le demande, et rien de ce qui attendait ne sera fait.
       *[policy] C'est arrêté : { $policy } ne fait plus rien, et rien de ce que cette règle seule attendait de faire ne sera fait.
    }
governing-paused-by =
    { $what ->
        [everything] { $person } m'a arrêté : je ne fais plus rien sans qu'on me le demande, et rien de ce qui attendait ne sera fait.
       *[policy] { $person } a arrêté { $policy } : cette règle ne fait plus rien, et rien de ce qu'elle seule attendait de faire ne sera fait.
    }
governing-paused-still =
    { $address ->
        [vous] Je réponds toujours à qui me demande quelque chose, je prends les signalements, et vos boutons marchent.
       *[tu] Je réponds toujours à qui me demande quelque chose, je prends les signalements, et tes boutons marchent.
    }
governing-paused-already =
    { $what ->
        [everything] Tout est déjà arrêté. Rien n'a changé.
       *[policy] { $policy } est déjà à l'arrêt. Rien n'a changé.
    }
governing-resumed =
    { $what ->
        [everything] Je reprends, avec toutes les règles.
       *[policy] { $policy } reprend.
    }
governing-resumed-by =
    { $what ->
        [everything] { $person } m'a laissé reprendre, avec toutes les règles.
       *[policy] { $person } a laissé { $policy } reprendre.
    }
governing-resumed-now = Cela vaut pour ce qui s'écrit à partir de maintenant ; rien n'est rattrapé.
governing-resumed-already =
    { $what ->
        [everything] Rien n'était arrêté. Rien n'a changé.
       *[policy] { $policy } n'était pas à l'arrêt. Rien n'a changé.
    }
governing-resume-everything =
    { $address ->
        [vous] Tout est arrêté : { $policy } ne peut pas reprendre seule. Utilisez d'abord /reprendre sans règle. Rien n'a changé.
       *[tu] Tout est arrêté : { $policy } ne peut pas reprendre seule. Utilise d'abord /reprendre sans règle. Rien n'a changé.
    }

## Jusqu'où va une règle

governing-mode =
    { $mode ->
        [enforce] C'est noté : { $policy } doit agir. Elle est d'abord essayée sur ses propres exemples ; si l'un d'eux échoue, l'équipe le saura et rien ne changera.
        [shadow] C'est noté : { $policy } ne fait plus que regarder. Elle est essayée sur ses propres exemples ; si l'un d'eux échoue, l'équipe le saura.
       *[off] C'est noté : { $policy } est à l'arrêt.
    }
governing-mode-already =
    { $mode ->
        [enforce] { $policy } doit déjà agir. Rien n'a changé.
        [shadow] { $policy } ne fait déjà que regarder. Rien n'a changé.
       *[off] { $policy } est déjà à l'arrêt. Rien n'a changé.
    }

## Ce qui a été réglé

governing-settings-title = Ce qui a été réglé ici
governing-settings-intro = Voici ce qui a été réglé dans le chat, et qui l'emporte sur le fichier. Tout le reste est comme dans le fichier.
governing-settings-none = Rien n'a été réglé dans le chat : tout est comme dans le fichier.
governing-set-by =
    { $by ->
        [person] ({ $person }, { $instant })
       *[program] (le programme lui-même, { $instant })
    }
governing-set-locale =
    { $value ->
        [fr] Langue : français { governing-set-by }
       *[en] Langue : anglais { governing-set-by }
    }
governing-set-address =
    { $value ->
        [vous] En français, je dis « vous » { governing-set-by }
       *[tu] En français, je dis « tu » { governing-set-by }
    }
governing-set-profile =
    { $value ->
        [large] Une équipe plus grande { governing-set-by }
       *[small] Une petite équipe { governing-set-by }
    }
governing-set-outside = À qui s'adresser hors de l'équipe : { $value } { governing-set-by }
governing-set-stage =
    { $value ->
        [observing] Je regarde, et ne fais rien sans qu'on me le demande { governing-set-by }
       *[acting] J'agis { governing-set-by }
    }
governing-set-hours = Quand l'équipe est là : voir /installer { governing-set-by }
governing-set-on-call = Qui est appelé quand cela ne peut pas attendre : voir /astreinte { governing-set-by }
governing-set-days = Un rappel compte { $value } jours { governing-set-by }
governing-set-help = Où trouver de l'aide en danger : { $value } { governing-set-by }
governing-set-two =
    { $value ->
        [yes] Il faut deux personnes pour bannir { governing-set-by }
       *[no] Une personne suffit pour bannir { governing-set-by }
    }
governing-set-named =
    { $value ->
        [yes] Les membres lisent qui, dans l'équipe, a agi { governing-set-by }
       *[no] Les membres lisent « l'équipe » { governing-set-by }
    }
governing-set-away = { $whom } s'absente jusqu'au { $until } { governing-set-by }
governing-set-managers = Le salon de l'équipe : { $place } { governing-set-by }
governing-set-announcements = Les nouvelles pour tout le monde : { $place } { governing-set-by }
governing-set-channel =
    { $value ->
        [fr] { $place } parle français { governing-set-by }
       *[en] { $place } parle anglais { governing-set-by }
    }
governing-set-level =
    { $value ->
        [helper] { $whom } : entraide { governing-set-by }
        [moderator] { $whom } : modération { governing-set-by }
        [senior] { $whom } : responsabilité { governing-set-by }
        [owner] { $whom } : direction { governing-set-by }
       *[member] { $whom } : membre comme les autres { governing-set-by }
    }
governing-set-mode =
    { $value ->
        [enforce] { $policy } agit { governing-set-by }
        [shadow] { $policy } ne fait que regarder { governing-set-by }
       *[off] { $policy } est à l'arrêt { governing-set-by }
    }
governing-set-policy = Une règle écrite ici : { $policy } { governing-set-by }
governing-set-paused =
    { $what ->
        [everything] Tout est arrêté { governing-set-by }
       *[policy] { $policy } est à l'arrêt { governing-set-by }
    }

## Pour mémoire

governing-why =
    { $what ->
        [saved] Les réglages ont changé.
        [observing] Le programme regarde, et ne fait rien sans qu'on le lui demande.
        [acting] Le programme agit à partir de maintenant.
        [paused] Le programme, ou une de ses règles, a été arrêté.
        [resumed] Le programme, ou une de ses règles, reprend.
        [mode] La portée d'une règle a changé.
        [watched] On a demandé au programme de s'occuper d'un salon.
       *[announced] Le programme a été présenté aux membres.
    }

## L'arrivée

governing-greeting-title = Merci de m'accueillir
governing-greeting =
    { $address ->
        [vous] Je suis maintenant dans votre serveur :
       *[tu] Je suis maintenant dans ton serveur :
    }
governing-greeting-looks =
    { $looks ->
        [yes]
            { $address ->
                [vous] Les premiers jours, j'observe seulement : personne d'autre que vous ne m'entend sans l'avoir demandé.
               *[tu] Les premiers jours, j'observe seulement : personne d'autre que toi ne m'entend sans l'avoir demandé.
            }
       *[no] J'applique les règles qui viennent avec moi.
    }
governing-greeting-begin =
    { $address ->
        [vous] Pour commencer, écrivez-y /installer : je demande où votre équipe veut être prévenue, et qui en fait partie. /aide montre ce que je sais faire, /règles liste les règles que j'applique.
       *[tu] Pour commencer, écris-y /installer : je demande où ton équipe veut être prévenue, et qui en fait partie. /aide montre ce que je sais faire, /règles liste les règles que j'applique.
    }
governing-remarks-title = Quelque chose m'empêche d'agir
governing-remarks = Je ne peux pas encore faire ici tout ce qui est demandé. Voici ce qui manque, et comment y remédier :
governing-limits-title = Ce que je ne peux pas faire ici
governing-limits = Cette plateforme ne permet pas tout ce que demandent les règles en vigueur. Voici de quoi il s'agit, et ce que je fais à la place :
governing-held-title = Le fichier de mes réglages contient des erreurs
governing-held =
    { $address ->
        [vous] Je continue donc avec les réglages du { $since }, et je fais mon travail comme avant. Ce que de nouveaux fichiers activeraient attend que ce soit corrigé ; ce que vous décidez ici, dans le chat, compte toujours. Prévenez la personne qui s'occupe de mon installation.
       *[tu] Je continue donc avec les réglages du { $since }, et je fais mon travail comme avant. Ce que de nouveaux fichiers activeraient attend que ce soit corrigé ; ce que tu décides ici, dans le chat, compte toujours. Préviens la personne qui s'occupe de mon installation.
    }
governing-held-mistakes = Voici ce qu'elle y trouvera :
