### Ce que dit le bot sur les comptes des gens, et aux gens sur ce qu'il garde d'eux.

## Des comptes réunis ou séparés

members-linked = C'est noté : ces deux comptes sont ceux d'une même personne.
members-linked-already = Ces deux comptes sont déjà ceux d'une même personne.
members-unlinked = C'est noté : ce compte est de nouveau une personne à part.

## La langue que quelqu'un souhaite

members-language-chosen =
    { $address ->
        [vous] Avec plaisir. Désormais, je vous parle français.
       *[tu] Avec plaisir. Désormais, je te parle français.
    }
members-language-auto =
    { $address ->
        [vous] C'est noté : désormais, je vous parle dans la langue de votre plateforme.
       *[tu] C'est noté : désormais, je te parle dans la langue de ta plateforme.
    }
members-language-unknown = Je parle français et anglais. Rien n'a changé.

## Ce qui est gardé

members-kept-title =
    { $address ->
        [vous] Ce que je garde sur vous
       *[tu] Ce que je garde sur toi
    }
members-kept-intro = Voici ce que j'ai en ce moment. Ce que d'autres ont confié à l'équipe n'en fait pas partie :
members-kept-nothing =
    { $address ->
        [vous] Je ne garde rien sur vous.
       *[tu] Je ne garde rien sur toi.
    }
members-kept-subject =
    { $address ->
        [vous]
            { $subject ->
                [accounts] Qui vous êtes ici : votre nom, vos rôles, depuis quand
                [account] Qui vous êtes ici : votre nom, vos rôles, depuis quand
                [activity] Ce que vous avez fait dernièrement, sans les mots
                [windows] Ce que vous avez fait dernièrement, parmi les autres
                [events] Quand et où vous avez écrit ou réagi, sans les mots
                [activity_daily] Combien vous avez écrit, jour par jour
                [rulings] Ce que j'ai décidé, et pourquoi
                [ruling_details] Ce que j'ai décidé, et pourquoi
                [policy_hits] Les règles qui ont reconnu quelque chose de vous
                [counters] Combien de fois une chose est arrivée
                [incidents] Ce qui a été fait ou signalé, avec le texte dont il s'agissait
                [reports] Ce que vous avez signalé
                [outbox] Ce que j'ai écrit ou fait qui vous concernait
                [quarantine] Ce qui m'a fait trébucher, et que j'ai mis de côté
                [cases] Les situations dont vous avez parlé à l'équipe, ou dont vous savez qu'elles vous concernent
                [sanctions] Les mesures prises à votre égard
                [imposed] Les mesures que vous avez décidées au sein de l'équipe
                [circles] Les cercles pour lesquels vous étiez dans le tirage
                [proposals] Ce que vous avez proposé
                [votes] Vos votes, tant qu'ils sont ouverts
                [settings] Ce que vous avez réglé ici
                [overlay] Ce que vous avez réglé ici
                [link_codes] Un code que vous avez demandé, pour joindre vos comptes
               *[other] D'autres choses
            }
       *[tu]
            { $subject ->
                [accounts] Qui tu es ici : ton nom, tes rôles, depuis quand
                [account] Qui tu es ici : ton nom, tes rôles, depuis quand
                [activity] Ce que tu as fait dernièrement, sans les mots
                [windows] Ce que tu as fait dernièrement, parmi les autres
                [events] Quand et où tu as écrit ou réagi, sans les mots
                [activity_daily] Combien tu as écrit, jour par jour
                [rulings] Ce que j'ai décidé, et pourquoi
                [ruling_details] Ce que j'ai décidé, et pourquoi
                [policy_hits] Les règles qui ont reconnu quelque chose de toi
                [counters] Combien de fois une chose est arrivée
                [incidents] Ce qui a été fait ou signalé, avec le texte dont il s'agissait
                [reports] Ce que tu as signalé
                [outbox] Ce que j'ai écrit ou fait qui te concernait
                [quarantine] Ce qui m'a fait trébucher, et que j'ai mis de côté
                [cases] Les situations dont tu as parlé à l'équipe, ou dont tu sais qu'elles te concernent
                [sanctions] Les mesures prises à ton égard
                [imposed] Les mesures que tu as décidées au sein de l'équipe
                [circles] Les cercles pour lesquels tu étais dans le tirage
                [proposals] Ce que tu as proposé
                [votes] Tes votes, tant qu'ils sont ouverts
                [settings] Ce que tu as réglé ici
                [overlay] Ce que tu as réglé ici
                [link_codes] Un code que tu as demandé, pour joindre tes comptes
               *[other] D'autres choses
            }
    }
members-kept-number =
    { $number ->
        [one] une entrée
       *[other] { $number } entrées
    }
members-kept-days =
    { $activity ->
        [one] Ce que font les gens est gardé un jour, puis seulement en totaux.
       *[other] Ce que font les gens est gardé { $activity } jours, puis seulement en totaux.
    } { $evidence ->
        [one] Ce qui fonde une décision, un jour.
       *[other] Ce qui fonde une décision, { $evidence } jours.
    } { $own ->
        [one] Ce que j'écris moi-même, un jour.
       *[other] Ce que j'écris moi-même, { $own } jours.
    }
members-kept-how =
    { $address ->
        [vous] /données exporter vous remet le tout dans un fichier ; /données oublier l'efface.
       *[tu] /données exporter te remet le tout dans un fichier ; /données oublier l'efface.
    }
members-kept-situations =
    { $address ->
        [vous] /situation montre où en est chacune de vos situations, et ce que vous pouvez y faire.
       *[tu] /situation montre où en est chacune de tes situations, et ce que tu peux y faire.
    }
members-exported =
    { $address ->
        [vous] Voici ce que je garde sur vous, tel que c'est dans ma base. Ce que d'autres ont confié à l'équipe n'en fait pas partie.
       *[tu] Voici ce que je garde sur toi, tel que c'est dans ma base. Ce que d'autres ont confié à l'équipe n'en fait pas partie.
    }

## Se faire oublier

members-forget-not = Rien n'a été effacé. Tout est comme avant.
members-forget-held =
    { $address ->
        [vous] La loi demande de garder pour l'instant ce qui est su de vous : je ne pourrai l'effacer qu'après. Rien n'a changé. L'équipe peut vous en dire plus.
       *[tu] La loi demande de garder pour l'instant ce qui est su de toi : je ne pourrai l'effacer qu'après. Rien n'a changé. L'équipe peut t'en dire plus.
    }
members-forgotten =
    { $address ->
        [vous] C'est fait : votre nom, vos textes et ce que vous avez fait ici sont effacés. Les totaux restent, sans nom. Si vous écrivez à nouveau, nous ferons connaissance.
       *[tu] C'est fait : ton nom, tes textes et ce que tu as fait ici sont effacés. Les totaux restent, sans nom. Si tu écris à nouveau, nous ferons connaissance.
    }

## Une personne, plusieurs comptes

members-link-code =
    { $address ->
        [vous] Votre code : { $code }
       *[tu] Ton code : { $code }
    }
members-link-how =
    { $address ->
        [vous] Depuis votre autre compte, dans les dix minutes, utilisez /relier avec ce code : les deux seront alors ceux d'une même personne, et ce qui est retenu pour l'un vaudra pour l'autre. Il sert une fois. Ne le dites à personne : qui l'a peut joindre son compte au vôtre.
       *[tu] Depuis ton autre compte, dans les dix minutes, utilise /relier avec ce code : les deux seront alors ceux d'une même personne, et ce qui est retenu pour l'un vaudra pour l'autre. Il sert une fois. Ne le dis à personne : qui l'a peut joindre son compte au tien.
    }
members-link-done =
    { $address ->
        [vous] C'est fait : vos comptes sont ici ceux d'une même personne, et ce qui est retenu pour l'un vaut pour l'autre. /délier les sépare.
       *[tu] C'est fait : tes comptes sont ici ceux d'une même personne, et ce qui est retenu pour l'un vaut pour l'autre. /délier les sépare.
    }
members-link-levels =
    { $address ->
        [vous] Les rôles, et ce que vous pouvez faire dans l'équipe, restent à chaque compte comme avant.
       *[tu] Les rôles, et ce que tu peux faire dans l'équipe, restent à chaque compte comme avant.
    }
members-link-told =
    { $address ->
        [vous] Un compte sur { $platform } a été joint à celui-ci, avec le code que vous aviez demandé. Si ce n'était pas vous, utilisez /délier ici, et dites-le à l'équipe.
       *[tu] Un compte sur { $platform } a été joint à celui-ci, avec le code que tu avais demandé. Si ce n'était pas toi, utilise /délier ici, et dis-le à l'équipe.
    }
members-link-wrong =
    { $address ->
        [vous] Je ne connais pas ce code : il contient peut-être une faute, il a plus de dix minutes, ou il a déjà servi. Rien n'a changé. /relier seul vous en donne un nouveau.
       *[tu] Je ne connais pas ce code : il contient peut-être une faute, il a plus de dix minutes, ou il a déjà servi. Rien n'a changé. /relier seul t'en donne un nouveau.
    }
members-link-same =
    { $address ->
        [vous] Ce code vient de ce compte même. Utilisez-le depuis votre autre compte. Rien n'a changé.
       *[tu] Ce code vient de ce compte même. Utilise-le depuis ton autre compte. Rien n'a changé.
    }
members-link-already = Ces deux comptes sont déjà ceux d'une même personne. Rien n'a changé.
members-link-often =
    { $address ->
        [vous] Cela fait beaucoup en peu de temps. Attendez dix minutes avant de recommencer. Rien n'a changé.
       *[tu] Cela fait beaucoup en peu de temps. Attends dix minutes avant de recommencer. Rien n'a changé.
    }
members-unlink-done = C'est fait : ce compte est de nouveau une personne à part. Ce qui est arrivé sur chaque compte n'est retenu que pour lui.
members-unlink-alone = Ce compte n'est joint à aucun autre. Rien n'a changé.
