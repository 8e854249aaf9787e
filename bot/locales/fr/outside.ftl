### Ce qui est écrit à quelqu'un hors de l'équipe, et ce qui figure sur les pages qui marchent sans aucune plateforme.

## La lettre

outside-letter-title = Une situation vous est confiée ({ $community }, n° { $case })
outside-letter-intro =
    { $why ->
        [asked] L'équipe qui veille sur la communauté { $community } vous demande de regarder une situation de l'extérieur.
        [appeal] Dans la communauté { $community }, quelqu'un a demandé un nouveau regard sur une décision, et l'équipe n'a plus personne qui n'y ait pas pris part. Elle vous est donc confiée.
       *[nobody] Dans l'équipe qui veille sur la communauté { $community }, il ne reste personne qui puisse trancher sans y avoir pris part. La situation vous est donc confiée.
    }
outside-letter-asks = Ce que l'équipe demande :
outside-letter-wanted =
    { $kind ->
        [appeal] Dites si la décision doit tenir, et pourquoi. Ce que vous direz compte, et les personnes concernées le liront.
       *[case] Dites ce qu'il faudrait faire, et pourquoi. Ce que vous direz compte, et les personnes concernées le liront.
    }
outside-letter-door = Répondez avant le { $instant }, sur cette page. Elle sert une seule fois et ne demande aucun compte : { $door }
outside-letter-by = Envoyez votre réponse à l'équipe avant le { $instant }, s'il vous plaît.
outside-letter-anytime = Envoyez votre réponse à l'équipe, s'il vous plaît.
outside-letter-names = Aucun nom n'est donné, à dessein, et rien de la personne qui a signalé. Voici ce qu'il faut pour juger, dans les mots de chacun.
outside-letter-over = Vous n'avez plus à répondre : cela s'est terminé autrement. Merci d'avoir été là.
outside-field-about = De quoi il s'agit
outside-concern =
    { $concern ->
        [hurt] Des paroles blessantes
        [spam] De la publicité importune
        [danger] Quelqu'un est peut-être en danger
        [harassment] Du harcèlement
        [threat] Des menaces
        [sexual] Une affaire d'ordre sexuel
        [minor] Une personne mineure est peut-être concernée
       *[other] Autre chose
    }
outside-field-rule = La règle
outside-field =
    { $field ->
        [message] Ce qui a été écrit
        [opener] Ce que dit la personne qui a demandé de l'aide
        [wish] Ce qu'elle souhaite
        [opener-answer] Ce qu'elle a répondu
        [respondent-answer] Ce que l'autre personne a répondu
        [decision] Les raisons de la décision
       *[appeal] Pourquoi un nouveau regard est demandé
    }
outside-field-measure = Ce qui a été décidé
outside-measure =
    { $measure ->
        [remind] Un rappel
        [warn] Un avertissement
        [remove] Le message a été retiré
        [timeout] Lire sans écrire pendant un moment
        [quarantine] N'écrire qu'à l'équipe
        [remove_from_channel] Quitter un salon
        [role] Un autre rôle
        [kick] Devoir partir, avec le droit de revenir
       *[ban] Devoir rester à l'écart
    }

## Ce que lit l'équipe

outside-team-title = Quelqu'un hors de l'équipe, au sujet du n° { $case }
outside-team-asked = J'ai écrit à { $who }. La réponse est espérée avant le { $instant }, et arrivera ici.
outside-team-otherwise = Si elle vous parvient autrement, notez-la avec le bouton ou avec `/dossier réponse`.
outside-team-by-hand = Il faut maintenant demander à quelqu'un hors de l'équipe, et je n'ai aucun moyen de joindre cette personne. L'un de vous lui écrit, et note sa réponse ici, si possible avant le { $instant }. Voici qui vous aviez indiqué :
outside-team-answered = La réponse de l'extérieur est arrivée :
outside-team-noted = C'est { $person } qui l'a noté.
outside-result =
    { $result ->
        [nothing] Il n'y a rien de plus à faire.
        [measure] Il faut une suite.
        [uphold] La décision devrait tenir.
       *[overturn] La décision était une erreur et devrait être levée.
    }
outside-button-answer = Noter sa réponse
outside-form = Passez par le formulaire, s'il vous plaît : appuyez encore une fois sur le bouton.
outside-unknown = Personne ne porte ce nom. Voici qui peut être sollicité : { $names }
outside-nobody-asked = Personne hors de l'équipe n'a été sollicité à ce sujet, ou la réponse est déjà là.

## Quand une lettre n'est pas partie

outside-refused-mail = Le serveur de courrier ne prend pas cette lettre : { $said }. Regardez l'adresse de ce contact.
outside-refused-lost = La ligne a été coupée au milieu de la lettre, et personne ne sait si elle est arrivée. Demandez avant d'en envoyer une autre.
outside-refused-password = Le serveur de courrier n'accepte pas le mot de passe. La personne qui fait tourner le bot peut regarder : palabre doctor.
outside-refused-safety = Le serveur de courrier n'offre aucune ligne que personne d'autre ne lit. La personne qui fait tourner le bot peut regarder : palabre doctor.
outside-refused-unknown = Ce contact ne figure plus dans les réglages. La personne qui fait tourner le bot peut en indiquer un.
outside-refused-network = Son adresse mène dans un réseau qui n'est pas celui de tout le monde. La personne qui fait tourner le bot peut la corriger.
outside-refused-call = Son adresse répond { $status } et ne prend pas cette lettre. Demandez à qui s'en occupe.

## Ce que dit le docteur

outside-examined-half = Quelqu'un doit être joint hors des plateformes, et il manque quelque chose pour cela.
outside-examined-mail = Le serveur de courrier { $server } est là, et prend les lettres par une ligne sûre.
outside-examined-mail-away = Le serveur de courrier { $server } ne peut être joint : { $problem }
outside-examined-mail-away-step = Regardez host et port de [outside.smtp] ; bien des hébergeurs ferment ces ports.
outside-examined-safety = Le serveur de courrier { $server } n'offre aucune ligne digne de confiance.
outside-examined-safety-step = Regardez security de [outside.smtp] (starttls avec le port 587, tls avec le port 465) et son certificat.
outside-examined-password = Le serveur de courrier { $server } n'accepte pas l'utilisateur et le mot de passe.
outside-examined-password-step = Regardez PALABRE_SMTP_USER et PALABRE_SMTP_PASSWORD.
outside-examined-pages = Les pages sont visibles à l'adresse { $url }.
outside-examined-pages-away = Les pages ne sont pas visibles à l'adresse { $url } : { $problem }
outside-examined-pages-away-step = Démarrez le bot, et faites que ce qui se tient devant y mène, avec un certificat.

## Les pages

outside-page-sign = Palabre
outside-page-title =
    { $kind ->
        [appeal] Demander un nouveau regard
       *[answer] Votre réponse
    }
outside-page-intro =
    { $kind ->
        [appeal]
            { $address ->
                [vous] Vous n'êtes plus là, et vous avez encore votre mot à dire. Racontez ce qui a échappé, ce qui n'était pas ainsi, ou ce qui a changé depuis.
               *[tu] Tu n'es plus là, et tu as encore ton mot à dire. Raconte ce qui a échappé, ce qui n'était pas ainsi, ou ce qui a changé depuis.
            }
       *[answer] L'équipe de { $community } vous a demandé votre avis sur la situation n° { $case }. Merci de prendre ce temps.
    }
outside-page-promise =
    { $kind ->
        [appeal]
            { $address ->
                [vous] Quelqu'un qui n'a pas pris part à la décision le lira et reprendra tout. Rien ne s'aggravera pour vous parce que vous avez demandé.
               *[tu] Quelqu'un qui n'a pas pris part à la décision le lira et reprendra tout. Rien ne s'aggravera pour toi parce que tu as demandé.
            }
       *[answer] L'équipe et les personnes concernées liront ce que vous écrivez. Ne nommez que qui doit l'être.
    }
outside-page-choice =
    { $about ->
        [decision] Que pensez-vous de la décision ?
       *[case] Que doit-il en advenir ?
    }
outside-page-choice-one =
    { $choice ->
        [uphold] Elle doit tenir
        [overturn] C'était une erreur, elle doit être levée
        [nothing] Il n'y a rien de plus à faire
        [measure] Il faut une suite
       *[words] Ni l'un ni l'autre : je m'en tiens à mes mots
    }
outside-page-label =
    { $kind ->
        [appeal] Que faudrait-il savoir ?
       *[answer] Que faudrait-il faire, et pourquoi ?
    }
outside-page-hint = Cette page sert une seule fois, jusqu'au { $until }.
outside-page-send =
    { $kind ->
        [appeal] Demander un nouveau regard
       *[answer] Envoyer la réponse
    }
outside-page-empty =
    { $address ->
        [vous] Écrivez d'abord quelques mots, s'il vous plaît.
       *[tu] Écris d'abord quelques mots, s'il te plaît.
    }
outside-page-too-long = C'est un peu long : { $most } signes tiennent ici.
outside-page-too-often =
    { $address ->
        [vous] C'était plusieurs fois en peu de temps. Vos mots sont toujours là ; réessayez dans une minute.
       *[tu] C'était plusieurs fois en peu de temps. Tes mots sont toujours là ; réessaie dans une minute.
    }
outside-page-not-now =
    { $address ->
        [vous] Ce n'était pas possible à l'instant. Vos mots sont toujours là ; réessayez dans une minute.
       *[tu] Ce n'était pas possible à l'instant. Tes mots sont toujours là ; réessaie dans une minute.
    }
outside-page-used-title =
    { $kind ->
        [appeal]
            { $address ->
                [vous] Vos mots sont arrivés
               *[tu] Tes mots sont arrivés
            }
       *[answer] Merci, votre réponse est arrivée
    }
outside-page-used =
    { $kind ->
        [appeal]
            { $address ->
                [vous] Cette page a fait son travail : on ne peut plus rien y écrire, et rien d'autre n'est nécessaire. Revenez-y quand vous voulez voir où cela en est.
               *[tu] Cette page a fait son travail : on ne peut plus rien y écrire, et rien d'autre n'est nécessaire. Reviens-y quand tu veux voir où cela en est.
            }
       *[answer] Cette page a fait son travail : on ne peut plus rien y écrire. L'équipe prend la suite.
    }
outside-page-closed-title = On ne peut plus rien écrire ici
outside-page-closed =
    { $kind ->
        [appeal] Ce à quoi menait cette page a avancé depuis.
       *[answer] Ce qui vous était demandé a pris fin depuis, ou vous a été demandé à nouveau : la dernière lettre mène à la bonne page.
    }
outside-page-stands =
    { $address ->
        [vous] Où en est votre situation :
       *[tu] Où en est ta situation :
    }
outside-page-word =
    { $word ->
        [received] reçue
        [talked_over] en discussion
        [decided] décidée
       *[finished] terminée
    }
outside-page-result =
    { $result ->
        [uphold] Quelqu'un a tout repris : cela reste comme décidé.
        [soften] Quelqu'un a tout repris : c'est devenu plus doux.
        [overturn]
            { $address ->
                [vous] Vous avez bien fait de demander. C'était notre erreur ; c'est levé et effacé. Toutes nos excuses.
               *[tu] Tu as bien fait de demander. C'était notre erreur ; c'est levé et effacé. Toutes nos excuses.
            }
        [remit] Quelqu'un a tout repris : d'autres vont décider à nouveau.
        [waiting] Quelqu'un y porte un nouveau regard. La réponse figurera ici.
       *[none] Il n'y a rien à ajouter.
    }
outside-page-nothing =
    { $why ->
        [over] Le temps de cette page est passé
        [gone] Il n'y a plus rien ici
        [often] Un peu moins vite, s'il vous plaît
        [long] C'était trop d'un coup
        [away] Pas à l'instant
        [foreign] Cela n'est pas parti de la page elle-même
       *[unknown] Cette page n'existe pas
    }
outside-page-nothing-step =
    { $why ->
        [over] Elle pouvait servir jusqu'à son jour. S'il manque encore quelque chose, l'équipe se joint autrement.
        [gone] Ce dont il s'agissait est terminé, et a été effacé.
        [often] Attendez une minute, puis rechargez la page.
        [long] Quelques milliers de signes tiennent ici. Revenez en arrière et raccourcissez.
        [away] Rechargez la page dans une minute. Rien n'est perdu.
        [foreign] Ouvrez la page depuis la lettre reçue, et envoyez de là.
       *[unknown] Regardez l'adresse : elle doit être entière, jusqu'à sa dernière lettre.
    }
outside-page-foot =
    { $address ->
        [vous] Aucun cookie, aucun script, personne ne vous suit ici. Gardez cette adresse pour vous : qui la possède peut écrire à votre place.
       *[tu] Aucun cookie, aucun script, personne ne te suit ici. Garde cette adresse pour toi : qui la possède peut écrire à ta place.
    }
