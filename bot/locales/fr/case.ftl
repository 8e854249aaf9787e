### Ce que l'équipe lit des dossiers, et ce qu'on lit aux portes qui y mènent.

## La carte de l'équipe

case-title =
    { $kind ->
        [report]
            { $concern ->
                [hurt] Dossier { $case } : quelqu'un dit que cela blesse
                [spam] Dossier { $case } : publicité, arnaque ou nuisance
                [danger] Dossier { $case } : quelqu'un est peut-être en danger
                [harassment] Dossier { $case } : du harcèlement
                [threat] Dossier { $case } : une menace
                [sexual] Dossier { $case } : quelque chose de sexuel et de non voulu
                [minor] Dossier { $case } : une personne mineure est peut-être concernée
               *[other] Dossier { $case } : quelqu'un signale quelque chose
            }
        [dispute] Dossier { $case } : deux personnes en désaccord
        [measure] Dossier { $case } : une mesure
        [review] Dossier { $case } : on demande qu'une personne regarde à nouveau
        [talk] Dossier { $case } : quelqu'un veut parler à l'équipe
       *[raid] Dossier { $case } : une foule qui arrive
    }
case-held =
    { $what ->
        [apart] En attendant, jusqu'au { $instant }, les deux se laissent tranquilles.
       *[held] Quelque chose tient en attendant, jusqu'au { $instant } au plus tard.
    }
case-pending = Ce que veut faire { $person } attend une deuxième personne, jusqu'au { $instant }.
case-danger = Quelqu'un est peut-être en danger : merci de regarder tout de suite. En cas d'urgence, le numéro local d'abord (112 dans l'UE).
case-reports = { $number } personnes ont signalé cela. Leur nombre ne décide de rien.
case-stands =
    { $state ->
        [open] Personne ne s'en occupe encore.
        [triage] Quelqu'un s'y penche.
        [waiting] On attend une réponse de qui a demandé de l'aide.
        [mediation] Les deux personnes en parlent.
        [settled] Les deux personnes se sont mises d'accord.
        [escalated] Confié plus loin : on attend quelqu'un qui n'y a pas pris part.
        [voting] Un cercle décide.
        [deciding] Quelqu'un va décider.
        [decided] C'est décidé.
        [appealed] Un nouveau regard est demandé. On attend quelqu'un qui n'y a pas pris part.
        [closed] C'est terminé.
       *[archived] C'est terminé, et son contenu n'existe plus.
    }
case-handled =
    { $state ->
        [waiting] { $person } s'en occupe. On attend une réponse de qui a demandé de l'aide.
        [mediation] { $person } s'en occupe. Les deux personnes en parlent.
        [settled] { $person } s'en occupe. Les deux personnes se sont mises d'accord.
        [voting] { $person } s'en occupe. Un cercle décide.
        [deciding] { $person } va décider.
        [decided] C'est { $person } qui s'en occupait. C'est décidé.
        [appealed] { $person } y porte un nouveau regard.
       *[other] { $person } s'en occupe.
    }
case-due =
    { $state ->
        [open] Quelqu'un devrait le prendre avant le { $instant }.
        [triage] La suite est attendue avant le { $instant }.
        [decided] Un nouveau regard peut être demandé jusqu'au { $instant }.
       *[other] Cela court jusqu'au { $instant }.
    }
case-words =
    { $kind ->
        [measure] Ce qui a été noté avec :
       *[other] Ce qui en est dit :
    }
case-wish = Ce qui aiderait, de ce point de vue :
case-evidence-hidden = Ce qui a été écrit est gardé, et caché ici : « Voir les mots » le montre en privé.
case-unreadable = Je n'ai pas pu lire ses mots : ils ne sont donc pas gardés ici. Le message est à lire là où il se trouve.
case-offer =
    { $accepted ->
        [0] La dernière proposition, numéro { $version } ; personne n'a encore dit oui :
        [1] La dernière proposition, numéro { $version } ; une des deux personnes a dit oui :
       *[other] La dernière proposition, numéro { $version } ; les deux ont dit oui :
    }
case-note =
    { $kind ->
        [question] { $person } a demandé le { $instant } :
        [answer] { $person } a répondu le { $instant } :
        [carried] { $person } a transmis ces mots le { $instant } :
        [new] { $person } a écrit le { $instant } ce qu'il y avait de nouveau :
        [kept] Les raisons de { $person } pour en rester là, le { $instant } :
       *[note] { $person } a noté le { $instant } :
    }
case-note-nobody =
    { $kind ->
        [question] Demandé le { $instant } :
        [answer] Répondu le { $instant } :
        [carried] Transmis le { $instant } :
        [told] Quelqu'un d'autre l'a aussi signalé, le { $instant } :
       *[note] Noté le { $instant } :
    }
case-outcome =
    { $outcome ->
        [no_further_action] Sans suite.
        [settled] C'est réglé.
        [measure] Une mesure a été décidée.
        [overturned] C'était notre erreur, et c'est annulé.
        [withdrawn] La demande a été retirée.
        [merged] C'est regardé avec un autre dossier.
       *[no_decision] Personne n'a pu trancher.
    }
case-decided-by = Décidé par { $person } le { $instant }.
case-agreed-by = { $person } a donné son accord.
case-penalty =
    { $unit ->
        [d]
            { $count ->
                [one] { case-penalty-name } (un jour)
               *[other] { case-penalty-name } ({ $count } jours)
            }
        [h]
            { $count ->
                [one] { case-penalty-name } (une heure)
               *[other] { case-penalty-name } ({ $count } heures)
            }
        [m]
            { $count ->
                [one] { case-penalty-name } (une minute)
               *[other] { case-penalty-name } ({ $count } minutes)
            }
       *[none] { case-penalty-name }
    }
case-penalty-name =
    { $measure ->
        [remind] Un rappel
        [warn] Un avertissement
        [remove] Le message est retiré
        [timeout] Lire sans pouvoir écrire
        [quarantine] N'écrire qu'à l'équipe
        [remove_from_channel] Hors du salon
        [role] Un rôle
        [kick] Un départ demandé
       *[ban] Hors de la communauté
    }
case-reasons = Les raisons :
case-field-opener-asked = Qui a demandé de l'aide
case-field-opener-measure = Qui a décidé
case-field-respondent = Personne concernée
case-field-where = Où
case-field-rule = La règle
case-field-links = Voir aussi
case-reference = { $reference }
case-button =
    { $action ->
        [claim] Je m'en occupe
        [release] Le rendre
        [show] Plus
        [evidence] Voir les mots
        [note] Noter
        [ask]
            { $kind ->
                [report] Écrire à la personne visée
                [measure] Écrire à la personne visée
               *[other] Poser une question
            }
        [mediate] Proposer d'en parler
        [decide] Décider
        [dismiss] Sans suite
        [escalate] Transmettre à d'autres
        [refer] Demander à l'extérieur
        [assign] Confier à quelqu'un
        [merge] Joindre à un autre
        [restrain] Une mesure d'ici là
        [lift] Lever ce qui tient
        [empanel] Tirer un cercle
        [reopen] Rouvrir
        [refuse] Laisser clos
        [recuse] Ce n'est pas à moi
        [handing] Pour quelqu'un d'autre
        [besides] Autre chose
       *[settle] C'est fait
    }
case-group =
    { $group ->
        [handing] Qui doit s'en occuper désormais ?
       *[besides] Ce qu'on peut faire d'autre :
    }

## Ce qui a été écrit

case-evidence-shown = Voici ce qui était là quand l'aide a été demandée. Merci de le garder entre les personnes qui s'en occupent.
case-evidence-where = Où cela se trouvait : { $passage }
case-evidence-edit = Il a aussi été écrit ainsi :
case-evidence-files = En pièce jointe :
case-evidence-file = { $size } octets, sha256:{ $hash }
case-evidence-file-unread = Le contenu de ce fichier n'a pas pu être lu.
case-evidence-around = Avant et après :
case-evidence-somebody = Quelqu'un :
case-evidence-by = { $person } :

## Un mot à l'équipe quand il le faut

case-word =
    { $what ->
        [assigned] Quelqu'un de l'équipe te confie ce dossier.
        [answered] Il y a une réponse.
        [moved-on]
            { $address ->
                [vous] Il s'est passé autre chose ici : ce que vous vouliez n'attend plus de deuxième personne, et rien n'en a été fait.
               *[tu] Il s'est passé autre chose ici : ce que tu voulais n'attend plus de deuxième personne, et rien n'en a été fait.
            }
        [lapsed] Personne n'a pu s'en occuper à temps : cela avance sans attendre. Merci de regarder où cela en est.
       *[escalated] C'est confié plus loin : on attend quelqu'un qui n'y a pas pris part.
    }
case-word-due = Un rappel, et le seul : quelque chose devrait se passer ici avant le { $instant }.
case-on-call =
    { $address ->
        [vous]
            { $number ->
                [0] Quelqu'un est peut-être en danger, et personne n'est d'astreinte. Si vous lisez ceci, merci de regarder tout de suite.
                [one] Quelqu'un est peut-être en danger, et c'est vous que j'appelle. Merci de regarder tout de suite.
               *[other] Quelqu'un est peut-être en danger, et personne n'est d'astreinte. Si vous lisez ceci, merci de regarder tout de suite.
            }
       *[tu]
            { $number ->
                [0] Quelqu'un est peut-être en danger, et personne n'est d'astreinte. Si tu lis ceci, merci de regarder tout de suite.
                [one] Quelqu'un est peut-être en danger, et c'est toi que j'appelle. Merci de regarder tout de suite.
               *[other] Quelqu'un est peut-être en danger, et personne n'est d'astreinte. Si tu lis ceci, merci de regarder tout de suite.
            }
    }
case-crowd =
    { $alike ->
        [yes] { $number } personnes ont parlé de la même personne en quelques minutes, et elles sont arrivées ici en même temps ou disent les mêmes mots. Peut-être ont-elles vu la même chose, peut-être se sont-elles entendues. Leur nombre ne décide de rien.
       *[no] { $number } personnes ont parlé de la même personne en quelques minutes. Peut-être ont-elles vu la même chose, peut-être se sont-elles entendues. Leur nombre ne décide de rien.
    }

## À qui a parlé à l'équipe

case-thanks-danger =
    { $address ->
        [vous] Si quelqu'un est en danger immédiat, appelez les secours (112 ; en France, le 3114 écoute à toute heure les idées suicidaires). Quelqu'un de l'équipe est appelé maintenant.
       *[tu] Si quelqu'un est en danger immédiat, appelle les secours (112 ; en France, le 3114 écoute à toute heure les idées suicidaires). Quelqu'un de l'équipe est appelé maintenant.
    }
case-thanks =
    { $readers ->
        [team]
            { $kind ->
                [dispute]
                    { $address ->
                        [vous] Merci de nous l'avoir dit. Rien n'est décidé. Seules les personnes qui s'en occupent lisent vos mots.
                       *[tu] Merci de nous l'avoir dit. Rien n'est décidé. Seules les personnes qui s'en occupent lisent tes mots.
                    }
                [talk]
                    { $address ->
                        [vous] Merci d'avoir écrit. Quelqu'un de l'équipe va s'en occuper et ouvrir une conversation avec vous.
                       *[tu] Merci d'avoir écrit. Quelqu'un de l'équipe va s'en occuper et ouvrir une conversation avec toi.
                    }
               *[report]
                    { $address ->
                        [vous] Merci de nous l'avoir dit. Seule l'équipe le lit, et personne n'apprendra que cela vient de vous.
                       *[tu] Merci de nous l'avoir dit. Seule l'équipe le lit, et personne n'apprendra que cela vient de toi.
                    }
            }
        [named]
            { $team ->
                [yes] Merci de nous l'avoir dit. Comme cela concerne quelqu'un de l'équipe, cela ne va pas dans le salon de l'équipe : seules les personnes qui répondent de la communauté le lisent.
               *[no] Merci de nous l'avoir dit. Seules les personnes qui répondent de la communauté le lisent.
            }
        [outside]
            { $address ->
                [vous]
                    { $team ->
                        [yes] Merci. Comme cela concerne quelqu'un de l'équipe, je ne l'ai pas mis dans le salon de l'équipe. La communauté a désigné quelqu'un en dehors pour cela ; écrivez-lui :
                       *[no] Merci. L'équipe ne m'a pas encore dit où la joindre : personne n'a donc lu ceci. La communauté a désigné quelqu'un en dehors ; écrivez-lui :
                    }
               *[tu]
                    { $team ->
                        [yes] Merci. Comme cela concerne quelqu'un de l'équipe, je ne l'ai pas mis dans le salon de l'équipe. La communauté a désigné quelqu'un en dehors pour cela ; écris-lui :
                       *[no] Merci. L'équipe ne m'a pas encore dit où la joindre : personne n'a donc lu ceci. La communauté a désigné quelqu'un en dehors ; écris-lui :
                    }
            }
       *[nobody]
            { $address ->
                [vous]
                    { $team ->
                        [yes] Merci. Comme cela concerne quelqu'un de l'équipe, je ne l'ai pas mis dans le salon de l'équipe, et je ne connais personne d'autre à prévenir : personne ne l'a encore lu. Écrivez à une personne de la direction en qui vous avez confiance.
                       *[no] Merci. L'équipe ne m'a pas encore dit où la joindre : personne n'a encore lu ceci. Écrivez vous-même à quelqu'un de l'équipe.
                    }
               *[tu]
                    { $team ->
                        [yes] Merci. Comme cela concerne quelqu'un de l'équipe, je ne l'ai pas mis dans le salon de l'équipe, et je ne connais personne d'autre à prévenir : personne ne l'a encore lu. Écris à une personne de la direction en qui tu as confiance.
                       *[no] Merci. L'équipe ne m'a pas encore dit où la joindre : personne n'a encore lu ceci. Écris toi-même à quelqu'un de l'équipe.
                    }
            }
    }
case-thanks-after =
    { $address ->
        [vous]
            { $kind ->
                [dispute] Je vous le dirai chaque fois que cela avance.
                [talk] Vous pourrez y écrire davantage. Personne n'est accusé de rien.
               *[report] Je vous dirai ce qui en est advenu.
            }
       *[tu]
            { $kind ->
                [dispute] Je te le dirai chaque fois que cela avance.
                [talk] Tu pourras y écrire davantage. Personne n'est accusé de rien.
               *[report] Je te dirai ce qui en est advenu.
            }
    }
case-thanks-asked =
    { $address ->
        [vous] Merci de nous l'avoir dit. Comme cela concerne quelqu'un de l'équipe, et que personne d'autre n'y peut le regarder, j'ai aussitôt posé la question en dehors : { $who }. Personne de l'équipe ne lit vos mots.
       *[tu] Merci de nous l'avoir dit. Comme cela concerne quelqu'un de l'équipe, et que personne d'autre n'y peut le regarder, j'ai aussitôt posé la question en dehors : { $who }. Personne de l'équipe ne lit tes mots.
    }
case-thanks-seen =
    { $address ->
        [vous] Ici, d'autres peuvent voir votre réaction. Laissez-la une minute, puis vous pouvez l'enlever sans que rien ne change ; plus tôt, cela reprend ce que vous nous avez dit. Le menu du message fait la même chose sans que cela se voie.
       *[tu] Ici, d'autres peuvent voir ta réaction. Laisse-la une minute, puis tu peux l'enlever sans que rien ne change ; plus tôt, cela reprend ce que tu nous as dit. Le menu du message fait la même chose sans que cela se voie.
    }
case-thanks-unreadable = Je n'ai pas pu lire ses mots : j'ai transmis l'endroit où il se trouve, rien de plus.
case-too-many =
    { $address ->
        [vous] Vous nous avez dit beaucoup de choses depuis une heure, et tout est entre les mains de l'équipe. Laissez-lui le temps, et revenez dans une heure. Si quelqu'un est en danger, choisissez-le : cela passe toujours.
       *[tu] Tu nous as dit beaucoup de choses depuis une heure, et tout est entre les mains de l'équipe. Laisse-lui le temps, et reviens dans une heure. Si quelqu'un est en danger, choisis-le : cela passe toujours.
    }
case-reporter =
    { $address ->
        [vous]
            { $done ->
                [yes] Vous nous aviez signalé quelque chose. Quelqu'un a regardé, et quelque chose a été fait. Le détail reste entre l'équipe et les personnes concernées. Merci de veiller sur les autres.
               *[no] Vous nous aviez signalé quelque chose. Quelqu'un a regardé avec soin et en est resté là. Merci de nous l'avoir dit.
            }
       *[tu]
            { $done ->
                [yes] Tu nous avais signalé quelque chose. Quelqu'un a regardé, et quelque chose a été fait. Le détail reste entre l'équipe et les personnes concernées. Merci de veiller sur les autres.
               *[no] Tu nous avais signalé quelque chose. Quelqu'un a regardé avec soin et en est resté là. Merci de nous l'avoir dit.
            }
    }
case-dispute-nobody =
    { $address ->
        [vous] Dites-moi avec qui : choisissez une personne présente ici, ou partez d'un de ses messages. Si personne en particulier n'est en cause, /contact mène à l'équipe.
       *[tu] Dis-moi avec qui : choisis une personne présente ici, ou pars d'un de ses messages. Si personne en particulier n'est en cause, /contact mène à l'équipe.
    }
case-dispute-oneself =
    { $address ->
        [vous] Ce serait avec vous-même. Pour parler de quelque chose, /contact mène à l'équipe.
       *[tu] Ce serait avec toi-même. Pour parler de quelque chose, /contact mène à l'équipe.
    }
case-talk-opening =
    { $address ->
        [vous] { $member }, { $person } de l'équipe est là pour vous. Personne n'est accusé de rien.
       *[tu] { $member }, { $person } de l'équipe est là pour toi. Personne n'est accusé de rien.
    }
case-talk-words =
    { $address ->
        [vous] Vous avez écrit :
       *[tu] Tu as écrit :
    }
case-talk-invitation =
    { $address ->
        [vous] Racontez-le comme vous le voyez, et prenez votre temps. Personne d'autre que vous deux et l'équipe ne peut lire ceci.
       *[tu] Raconte-le comme tu le vois, et prends ton temps. Personne d'autre que vous deux et l'équipe ne peut lire ceci.
    }
case-talk-letter =
    { $address ->
        [vous] { $person } de l'équipe a lu ce que vous avez écrit et est là pour vous. Écrivez-lui directement quand vous voulez.
       *[tu] { $person } de l'équipe a lu ce que tu as écrit et est là pour toi. Écris-lui directement quand tu veux.
    }

## Réponses à qui a appuyé

case-unknown = Je ne connais pas de tel dossier.
case-gone = Je ne retrouve plus cela. Peut-être est-ce terminé, et son contenu n'existe plus.
case-nobody = Je ne connais ici personne de tel. Rien n'a changé.
case-done =
    { $move ->
        [claim]
            { $address ->
                [vous] Merci. Le dossier { $case } est à vous.
               *[tu] Merci. Le dossier { $case } est à toi.
            }
        [release] Le dossier { $case } est à nouveau libre.
        [assign] C'est fait : le dossier { $case } est confié.
        [note] Noté dans le dossier { $case }.
        [ask]
            { $kind ->
                [report] Je pose la question à la personne que vise le dossier { $case }, et je préviens quand la réponse arrive.
                [measure] Je pose la question à la personne que vise le dossier { $case }, et je préviens quand la réponse arrive.
               *[other] Je pose la question à qui a demandé de l'aide dans le dossier { $case }, et je préviens quand la réponse arrive.
            }
        [invite] Je demande aux deux personnes si elles veulent en parler, avec de l'aide.
        [decide] C'est décidé. Les personnes concernées par le dossier { $case } l'apprennent.
        [dismiss]
            { $kind ->
                [talk] Le dossier { $case } est terminé. La personne qui voulait parler l'apprend.
               *[other] Le dossier { $case } reste sans suite. Les personnes concernées l'apprennent.
            }
        [merge] Le dossier { $case } est regardé avec l'autre.
        [escalate] Le dossier { $case } est confié à quelqu'un qui n'y a pas pris part.
        [restrain] Cela tient pour l'instant dans le dossier { $case }, et pas plus longtemps que dit.
        [lift] Ce qui tenait en attendant dans le dossier { $case } ne tient plus.
        [second] Alors rien ne se fait dans le dossier { $case }, et la personne qui le voulait l'apprend.
        [empanel] Le cercle du dossier { $case } est tiré, et on demande à chaque personne.
        [reopen]
            { $address ->
                [vous] Le dossier { $case } est rouvert, et il est à vous. Les personnes concernées l'apprennent.
               *[tu] Le dossier { $case } est rouvert, et il est à toi. Les personnes concernées l'apprennent.
            }
        [refuse] Le dossier { $case } reste clos. Qui l'avait demandé lit pourquoi.
       *[other] C'est fait, dans le dossier { $case }.
    }
case-nothing-held = Plus rien ne tient en attendant dans le dossier { $case }.
case-merge-over = Le dossier { $case } est terminé : personne n'y regarderait celui-ci. Mieux vaut relier les deux.
case-second =
    { $move ->
        [restrain] { $person } voudrait que ceci tienne dans le dossier { $case } en attendant une décision :
       *[decide] { $person } voudrait décider ainsi du dossier { $case } :
    }
case-second-told =
    { $address ->
        [vous]
            { $choice ->
                [yes] { $by } a donné son accord à ce que vous vouliez dans le dossier { $case } : c'est fait.
                [no] { $by } ne donne pas son accord à ce que vous vouliez dans le dossier { $case } : rien n'a été fait. Peut-être en parler ensemble ?
               *[late] Personne n'a donné à temps son accord à ce que vous vouliez dans le dossier { $case } : rien n'a été fait.
            }
       *[tu]
            { $choice ->
                [yes] { $by } a donné son accord à ce que tu voulais dans le dossier { $case } : c'est fait.
                [no] { $by } ne donne pas son accord à ce que tu voulais dans le dossier { $case } : rien n'a été fait. Peut-être en parler ensemble ?
               *[late] Personne n'a donné à temps son accord à ce que tu voulais dans le dossier { $case } : rien n'a été fait.
            }
    }
case-second-void = Dans l'état actuel, { $person } ne peut plus le faire ici : rien n'a été fait. Quelqu'un doit y regarder à nouveau.
case-faster = { $person } a été plus rapide et s'en occupe depuis le { $instant }.
case-door-nothing =
    { $address ->
        [vous] Sur cette carte, telle qu'elle est, votre réaction ne peut rien faire. Ses boutons montrent ce qui reste possible.
       *[tu] Sur cette carte, telle qu'elle est, ta réaction ne peut rien faire. Ses boutons montrent ce qui reste possible.
    }
case-door-unseen =
    { $address ->
        [vous] Je n'ai pas pu retrouver ce message : rien n'a donc été ouvert. Choisissez « Signaler » ou « Demander de l'aide » dans le menu du message lui-même.
       *[tu] Je n'ai pas pu retrouver ce message : rien n'a donc été ouvert. Choisis « Signaler » ou « Demander de l'aide » dans le menu du message lui-même.
    }
case-from-report = Ce signalement est devenu un dossier : sa nouvelle carte se trouve plus bas.
case-from-report-taken =
    { $address ->
        [vous] Ce signalement date d'avant les dossiers : j'en ai fait le dossier { $case }. Il est à vous.
       *[tu] Ce signalement date d'avant les dossiers : j'en ai fait le dossier { $case }. Il est à toi.
    }
case-report-settled = { $person } s'en est occupé le { $instant }. Rien n'a changé.
case-report-settled-nobody = Quelqu'un s'en est occupé depuis. Rien n'a changé.

## Listes

case-list-nothing = Rien n'est ouvert où l'on ait besoin d'aide. Bon repos.
case-list =
    { $number ->
        [one] Un dossier est ouvert. Pour le lire : /dossier voir et son numéro
       *[other] { $number } dossiers sont ouverts, les plus pressants d'abord. Pour en lire un : /dossier voir et son numéro
    }
case-list-more =
    { $number ->
        [one] Un autre n'est pas dans cette liste.
       *[other] { $number } autres ne sont pas dans cette liste.
    }
case-listed = { case-stands }
case-listed-person = { case-handled }
case-listed-instant = { case-stands } { case-due }
case-listed-person-instant = { case-handled } { case-due }
case-history-title = Ce qui concerne { $person }
case-history = { $person } : mesures jusqu'ici : { $measures } ; gardé en mémoire : { $file } ; dossiers : { $cases } ; décisions automatiques depuis 90 jours : { $incidents }.
case-history-measure =
    { $state ->
        [lifted] { $instant } : { case-penalty-name }. C'est levé.
        [failed] { $instant } : { case-penalty-name }. La plateforme ne l'a pas fait.
       *[standing] { $instant } : { case-penalty-name }. Cela ne compte plus, ou n'a jamais compté.
    }
case-history-on-file = { $instant } : { case-penalty-name }. Gardé en mémoire jusqu'au { $until }.
case-exported = Voici le dossier { $case }, en entier. Il nomme qui l'a signalé : j'ai noté qu'il a été lu.

## Ce que disent les décisions

case-why =
    { $move ->
        [open] Le dossier { $case } a été ouvert.
        [join] Quelqu'un d'autre a signalé la même chose que dans le dossier { $case }.
        [claim] Quelqu'un de l'équipe s'occupe du dossier { $case }.
        [decide] Le dossier { $case } a été décidé.
        [dismiss] Le dossier { $case } est resté sans suite.
        [appeal] Un nouveau regard sur le dossier { $case } est demandé.
        [overturn] Ce qui avait été décidé dans le dossier { $case } était une erreur, et c'est annulé.
        [withdraw] Le dossier { $case } a été retiré.
        [lapse] Personne n'a agi à temps dans le dossier { $case }.
        [remind] Les personnes qui doivent agir dans le dossier { $case } ont été prévenues.
        [reopen] Il y avait du nouveau dans le dossier { $case }, et il a été rouvert.
        [archive] Le contenu du dossier { $case } n'existe plus.
       *[other] Le dossier { $case } a avancé.
    }
case-why-exported = { $person } a lu le dossier { $case } en entier, avec ce qui y est scellé.
