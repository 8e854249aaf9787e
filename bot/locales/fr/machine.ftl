### Pourquoi quelque chose n'est pas possible dans une situation, pour qui le voulait : membres, personnes d'un cercle, équipe.

## Qui ne peut pas s'en occuper

machine-barred-party =
    { $address ->
        [vous] Cela vous concerne, avec ce compte ou un autre des vôtres : d'autres s'en occupent.
       *[tu] Cela te concerne, avec ce compte ou un autre des tiens : d'autres s'en occupent.
    }
machine-barred-reporter =
    { $address ->
        [vous] C'est vous qui nous en avez parlé : d'autres s'en occupent.
       *[tu] C'est toi qui nous en as parlé : d'autres s'en occupent.
    }
machine-barred-witness =
    { $address ->
        [vous] Vous y étiez, ou vous avez apporté de quoi l'éclairer : d'autres s'en occupent.
       *[tu] Tu y étais, ou tu as apporté de quoi l'éclairer : d'autres s'en occupent.
    }
machine-barred-sanction =
    { $address ->
        [vous] Une des personnes concernées a récemment décidé quelque chose à votre sujet, ou vous au sien : d'autres s'en occupent.
       *[tu] Une des personnes concernées a récemment décidé quelque chose à ton sujet, ou toi au sien : d'autres s'en occupent.
    }
machine-barred-quarrel =
    { $address ->
        [vous] Vous avez eu récemment un différend avec une des personnes concernées : d'autres s'en occupent.
       *[tu] Tu as eu récemment un différend avec une des personnes concernées : d'autres s'en occupent.
    }
machine-barred-earlier =
    { $address ->
        [vous] Vous y avez déjà pris part : c'est à quelqu'un d'autre de regarder maintenant.
       *[tu] Tu y as déjà pris part : c'est à quelqu'un d'autre de regarder maintenant.
    }

## Pourquoi ce n'est pas possible maintenant

machine-refused-not-now = Au point où en sont les choses, ce n'est pas possible ici, ou plus maintenant.
machine-refused-not-yours = C'est à d'autres de le faire.
machine-refused-already = C'est déjà fait ; il n'y a plus rien à faire ici.
machine-refused-level =
    { $level ->
        [owner] Seules les personnes à qui ce lieu appartient peuvent le faire. Elles prendront volontiers la suite.
        [senior] Cela revient à un membre confirmé de l'équipe. { $address ->
            [vous] Passez-lui la main, et la suite se fera.
           *[tu] Passe-lui la main, et la suite se fera.
        }
        [moderator] Cela revient à la modération. { $address ->
            [vous] Passez-lui la main, et la suite se fera.
           *[tu] Passe-lui la main, et la suite se fera.
        }
       *[helper] C'est à l'équipe de le faire.
    }
machine-refused-unclaimed =
    { $address ->
        [vous] Personne ne s'en occupe encore. Commencez par vous en charger.
       *[tu] Personne ne s'en occupe encore. Commence par t'en charger.
    }
machine-refused-taken = { $person } s'en occupe déjà.
machine-refused-never-again = Qui a rendu cette décision, ou n'en a pas eu le temps, ne la reprend pas. Il faut demander à quelqu'un d'autre.
machine-refused-not-them = Cette personne ne peut pas s'en charger : elle est absente, cela la concerne, ou cela ne lui est pas confié. Il faut choisir quelqu'un d'autre.
machine-refused-another-handler = C'est à quelqu'un qui n'y a pas encore pris part de regarder maintenant. Il faut choisir quelqu'un d'autre.
machine-refused-too-early = Il reste encore du temps pour cela.
machine-refused-too-late = Il est trop tard pour cela.
machine-refused-reopened = On y est déjà revenu une fois, ou cela continue ailleurs. S'il se passe autre chose, mieux vaut repartir de zéro.
machine-refused-joined =
    { $address ->
        [vous] Vous nous l'avez déjà dit, merci. C'est bien noté.
       *[tu] Tu nous l'as déjà dit, merci. C'est bien noté.
    }

## Ce qui manque

machine-refused-words-needed =
    { $address ->
        [vous] Écrivez quelques mots ; un message vide n'aide personne.
       *[tu] Écris quelques mots ; un message vide n'aide personne.
    }
machine-refused-reasons-needed =
    { $address ->
        [vous] Dites pourquoi, avec vos mots : la personne concernée lit les raisons avant de ressentir quoi que ce soit.
       *[tu] Dis pourquoi, avec tes mots : la personne concernée lit les raisons avant de ressentir quoi que ce soit.
    }
machine-refused-rule-gone =
    { $address ->
        [vous] La règle dont il s'agissait n'est plus en vigueur : aucune mesure ne peut s'appuyer dessus. Nommez une autre règle, ou dites pourquoi avec vos mots.
       *[tu] La règle dont il s'agissait n'est plus en vigueur : aucune mesure ne peut s'appuyer dessus. Nomme une autre règle, ou dis pourquoi avec tes mots.
    }
machine-refused-something-new-needed =
    { $address ->
        [vous] Dites ce qu'il y a de nouveau : on n'y revient que si quelque chose de nouveau est apparu.
       *[tu] Dis ce qu'il y a de nouveau : on n'y revient que si quelque chose de nouveau est apparu.
    }
machine-refused-nothing-to-open = Il manque quelque chose ici : il faut recommencer.
machine-refused-two-needed = Il faut deux personnes : celle qui demande de l'aide, et l'autre personne.
machine-refused-nobody-asks = Il faut quelqu'un qui le demande.
machine-refused-nobody = Cela ne concerne personne en particulier : il n'y a donc pas de mesure à prendre.
machine-refused-yourself =
    { $address ->
        [vous] Il s'agirait de vous. Si quelque chose vous pèse, parlez-en à l'équipe : elle est là pour cela.
       *[tu] Il s'agirait de toi. Si quelque chose te pèse, parles-en à l'équipe : elle est là pour cela.
    }
machine-refused-no-other-case = Il faut nommer l'autre dossier auquel celui-ci se rattache.
machine-refused-not-a-choice = Ce choix n'existe pas ici.
machine-refused-which-measure = Il faut dire de quelle mesure il s'agit.

## Demander, en parler ensemble

machine-refused-nobody-to-ask = Il n'y a personne à qui demander ici.
machine-refused-asked-twice = La question a déjà été posée deux fois. Il faut faire avec ce que l'on sait.
machine-refused-never-talked-over = Pour ce genre de choses, on ne demande jamais à quelqu'un d'en parler avec l'autre personne. C'est l'équipe qui décide.
machine-refused-nobody-to-talk-to = Pour en parler ensemble, il faut deux personnes qui y prennent part.
machine-refused-five-offers = Il y a déjà eu cinq propositions. Il reste à s'accorder sur la dernière, ou à s'arrêter là : c'est très bien aussi.
machine-refused-other-version =
    { $address ->
        [vous] Il y a entre-temps une proposition plus récente. Lisez-la d'abord.
       *[tu] Il y a entre-temps une proposition plus récente. Lis-la d'abord.
    }

## Les cercles

machine-refused-no-circles = Il n'y a pas de cercles ici : c'est l'équipe qui décide.
machine-refused-no-more-circles = Trois cercles s'en sont occupés. C'est maintenant à quelqu'un de l'extérieur.
machine-refused-too-few = Il n'y a pas assez de personnes à tirer au sort pour un cercle.
machine-refused-challenge-late = Il est trop tard pour cela : le cercle est au travail.
machine-refused-not-seated = Cette personne ne fait pas partie du cercle.
machine-refused-circle-said = Le cercle en a jugé autrement, et ici c'est sa parole qui compte.
machine-refused-two-thirds = Pour plus qu'un avertissement, il faudrait que deux tiers du cercle le veuillent.

## Mesures et regard neuf

machine-refused-pass-it-on =
    { $address ->
        [vous] C'est plus qu'une seule personne ne devrait décider entre deux autres. Passez la main : un membre confirmé de l'équipe prendra la suite.
       *[tu] C'est plus qu'une seule personne ne devrait décider entre deux autres. Passe la main : un membre confirmé de l'équipe prendra la suite.
    }
machine-refused-not-meanwhile = Cela ne peut pas valoir avant une décision. Une mise à l'écart, un rôle, un salon fermé ou ne plus se contacter, si, et pour 72 heures au plus.
machine-refused-held-long-enough = Quelque chose a déjà valu 72 heures ici. Il faut maintenant décider.
machine-refused-nobody-outside = Aucun contact hors de l'équipe n'est connu ici.
machine-refused-once-only = On l'a déjà renvoyé une fois. Il faut décider ici.
machine-refused-never-worse = Demander un regard neuf n'aggrave jamais les choses pour qui le demande.
machine-refused-milder = Ce n'est pas plus léger que ce qui a été décidé. Il faut choisir moins, ou dire que rien n'en reste.
machine-refused-sleep-on-it =
    { $address ->
        [vous] Personne d'autre n'est là pour regarder : vous pouvez donc y revenir vous-même, en le disant ouvertement. Mais laissez d'abord passer 48 heures depuis la demande.
       *[tu] Personne d'autre n'est là pour regarder : tu peux donc y revenir toi-même, en le disant ouvertement. Mais laisse d'abord passer 48 heures depuis la demande.
    }
