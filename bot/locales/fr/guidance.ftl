### Ce que lit quelqu'un qui demande ce qu'on peut demander.

guidance-title = Ce qu'on peut me demander
guidance-opening = Je suis Palabre, un programme qui aide à prendre soin de cette communauté. Je peux me tromper.
guidance-people =
    { $address ->
        [vous] Il y a toujours un chemin vers une personne : appuyez sur « Demander à quelqu'un » sous ce que je vous ai écrit, écrivez à n'importe qui dans l'équipe, ou utilisez /contact. Quelque chose s'est mal passé ? /signaler. Un désaccord avec quelqu'un ? /conflit.
       *[tu] Il y a toujours un chemin vers une personne : appuie sur « Demander à quelqu'un » sous ce que je t'ai écrit, écris à n'importe qui dans l'équipe, ou utilise /contact. Quelque chose s'est mal passé ? /signaler. Un désaccord avec quelqu'un ? /conflit.
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

## La page de chaque personne

guidance-home-title =
    { $address ->
        [vous] Votre page
       *[tu] Ta page
    }
guidance-home-section =
    { $address ->
        [vous]
            { $section ->
                [matters] Ce qui est en cours pour vous
                [rules] Les règles d'ici
               *[keeps] Ce que je garde sur vous
            }
       *[tu]
            { $section ->
                [matters] Ce qui est en cours pour toi
                [rules] Les règles d'ici
               *[keeps] Ce que je garde sur toi
            }
    }
guidance-home-open =
    { $address ->
        [vous]
            { $number ->
                [0] Rien. Ici se verrait ce que j'ai fait au sujet de ce que vous écrivez, et ce qu'il est advenu de ce que vous avez dit à l'équipe.
                [one] Une chose. Personne d'autre que vous ne le voit :
               *[other] { $number } choses. Personne d'autre que vous ne le voit :
            }
       *[tu]
            { $number ->
                [0] Rien. Ici se verrait ce que j'ai fait au sujet de ce que tu écris, et ce qu'il est advenu de ce que tu as dit à l'équipe.
                [one] Une chose. Personne d'autre que toi ne le voit :
               *[other] { $number } choses. Personne d'autre que toi ne le voit :
            }
    }
guidance-home-matter =
    { $address ->
        [vous]
            { $reported ->
                [yes] Quelque chose que vous avez dit à l'équipe
               *[no] Quelque chose de vous qu'une personne a regardé
            }
       *[tu]
            { $reported ->
                [yes] Quelque chose que tu as dit à l'équipe
               *[no] Quelque chose de toi qu'une personne a regardé
            }
    }
guidance-home-situation =
    { $address ->
        [vous]
            { $part ->
                [reported] Quelque chose que vous avez dit à l'équipe
                [about] La situation { $case }, qui vous concerne
               *[asked] La situation { $case }, pour laquelle vous avez demandé de l'aide
            }
       *[tu]
            { $part ->
                [reported] Quelque chose que tu as dit à l'équipe
                [about] La situation { $case }, qui te concerne
               *[asked] La situation { $case }, pour laquelle tu as demandé de l'aide
            }
    }
guidance-home-word =
    { $word ->
        [received] Reçu · { $instant }
        [talked_over] On en parle · { $instant }
        [decided] Décidé · { $instant }
       *[finished] Terminé · { $instant }
    }
guidance-home-word-until =
    { $word ->
        [received] Reçu · prochaine date le { $instant }
        [talked_over] On en parle · prochaine date le { $instant }
        [decided] Décidé · prochaine date le { $instant }
       *[finished] Terminé · prochaine date le { $instant }
    }
guidance-home-button-situation = Situation { $case }
guidance-home-stage =
    { $address ->
        [vous]
            { $stage ->
                [received] Reçu · { $instant }
                [stands] Cela reste ainsi · { $instant }. « Demander à quelqu'un », sous ce que je vous ai écrit, demande un second regard.
                [talking] On en parle · { $instant }
                [decided] Décidé · { $instant }
               *[finished] Terminé · { $instant }
            }
       *[tu]
            { $stage ->
                [received] Reçu · { $instant }
                [stands] Cela reste ainsi · { $instant }. « Demander à quelqu'un », sous ce que je t'ai écrit, demande un second regard.
                [talking] On en parle · { $instant }
                [decided] Décidé · { $instant }
               *[finished] Terminé · { $instant }
            }
    }
guidance-home-rules-how =
    { $standing ->
        [looks] Pour l'instant je ne fais que regarder, et rien sans qu'on me le demande.
        [rests] Aucune n'agit en ce moment.
       *[acts]
            { $more ->
                [0] Chacune a sa raison :
                [one] Chacune a sa raison. Voici celles qui pèsent le plus ; il y en a une autre :
               *[other] Chacune a sa raison. Voici celles qui pèsent le plus ; il y en a { $more } autres :
            }
    }
guidance-home-keeps =
    { $address ->
        [vous]
            { $activity ->
                [one] Quand et où vous avez écrit ou réagi, sans les mots, pendant un jour.
               *[other] Quand et où vous avez écrit ou réagi, sans les mots, pendant { $activity } jours.
            } { $evidence ->
                [one] Ce qui fonde une décision, un jour. Les boutons vous montrent le tout, vous le remettent ou l'effacent.
               *[other] Ce qui fonde une décision, { $evidence } jours. Les boutons vous montrent le tout, vous le remettent ou l'effacent.
            }
       *[tu]
            { $activity ->
                [one] Quand et où tu as écrit ou réagi, sans les mots, pendant un jour.
               *[other] Quand et où tu as écrit ou réagi, sans les mots, pendant { $activity } jours.
            } { $evidence ->
                [one] Ce qui fonde une décision, un jour. Les boutons te montrent le tout, te le remettent ou l'effacent.
               *[other] Ce qui fonde une décision, { $evidence } jours. Les boutons te montrent le tout, te le remettent ou l'effacent.
            }
    }
guidance-home-button =
    { $address ->
        [vous]
            { $action ->
                [policies] Toutes les règles
                [report] Dire quelque chose à l'équipe
                [privacy] Ce que je garde sur vous
                [export] Me le remettre
                [forget] L'effacer
               *[language] In English
            }
       *[tu]
            { $action ->
                [policies] Toutes les règles
                [report] Dire quelque chose à l'équipe
                [privacy] Ce que je garde sur toi
                [export] Me le remettre
                [forget] L'effacer
               *[language] In English
            }
    }
