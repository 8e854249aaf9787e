### Ce que lit quelqu'un qui demande ce qu'on peut demander.

guidance-title = Ce qu'on peut me demander
guidance-opening = Je suis Palabre, un programme qui aide à prendre soin de cette communauté. Je peux me tromper.
guidance-people =
    { $address ->
        [vous] Il y a toujours un chemin vers une personne : appuyez sur « Demander à quelqu'un » sous ce que je vous ai écrit, écrivez à n'importe qui dans l'équipe, ou utilisez /signaler.
       *[tu] Il y a toujours un chemin vers une personne : appuie sur « Demander à quelqu'un » sous ce que je t'ai écrit, écris à n'importe qui dans l'équipe, ou utilise /signaler.
    }
guidance-more = /aide avec le nom d'une commande en dit plus.
guidance-under = Tout ce qui commence par « { $word } » :
guidance-group =
    { $level ->
        [helper] À partir d'ici : entraide
        [moderator] À partir d'ici : modération
        [senior] À partir d'ici : responsabilité
       *[owner] À partir d'ici : direction
    }
guidance-group-who =
    { $level ->
        [helper] Pour l'entraide, et au-dessus
        [moderator] Pour la modération, et au-dessus
        [senior] Pour la responsabilité et la direction
       *[owner] Pour la direction de la communauté
    }
guidance-who =
    { $level ->
        [member] Tout le monde peut s'en servir.
        [helper] L'entraide peut s'en servir, et au-dessus.
        [moderator] La modération peut s'en servir, et au-dessus.
        [senior] La responsabilité et la direction peuvent s'en servir.
       *[owner] La direction de la communauté peut s'en servir.
    }
guidance-form = Je demande le reste dans un court formulaire.
guidance-parameter =
    { $required ->
        [yes] Nécessaire
       *[no] Facultatif
    }
guidance-unknown = Je ne connais pas « { $word } ». /aide montre tout.
guidance-unknown-near = Je ne connais pas « { $word } ». Peut-être l'une de celles-ci ?
