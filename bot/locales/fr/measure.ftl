### Mesures envers les gens, avec leurs raisons.

## Les raisons, à la personne concernée, avant que rien ne soit fait

measure-opening =
    { $address ->
        [vous]
            { $how ->
                [hand]
                    { $by ->
                        [program] Bonjour { $person }. Quelque chose a été fait ici qui vous concerne. Voici quoi, et pourquoi.
                       *[team] Bonjour { $person }. Quelqu'un de l'équipe a fait ici quelque chose qui vous concerne. Voici quoi, et pourquoi.
                    }
               *[bot]
                    { $by ->
                        [program] Bonjour { $person }. Je suis le programme qui aide ici, et cela vient de moi. Voici quoi, et pourquoi.
                       *[team] Bonjour { $person }. Un mot de l'équipe. Une personne l'a décidé ; voici quoi, et pourquoi.
                    }
            }
       *[tu]
            { $how ->
                [hand]
                    { $by ->
                        [program] Bonjour { $person }. Quelque chose a été fait ici qui te concerne. Voici quoi, et pourquoi.
                       *[team] Bonjour { $person }. Quelqu'un de l'équipe a fait ici quelque chose qui te concerne. Voici quoi, et pourquoi.
                    }
               *[bot]
                    { $by ->
                        [program] Bonjour { $person }. Je suis le programme qui aide ici, et cela vient de moi. Voici quoi, et pourquoi.
                       *[team] Bonjour { $person }. Un mot de l'équipe. Une personne l'a décidé ; voici quoi, et pourquoi.
                    }
            }
    }
measure-opening-named = Bonjour { $person }. Un mot de { $manager }, de l'équipe, qui l'a décidé. Voici quoi, et pourquoi.
measure-opening-named-hand =
    { $address ->
        [vous] Bonjour { $person }. { $manager }, de l'équipe, a fait ici quelque chose qui vous concerne. Voici quoi, et pourquoi.
       *[tu] Bonjour { $person }. { $manager }, de l'équipe, a fait ici quelque chose qui te concerne. Voici quoi, et pourquoi.
    }
measure-opening-interim =
    { $address ->
        [vous] Bonjour { $person }. On regarde en ce moment quelque chose qui vous concerne. Rien n'est décidé ; d'ici là, voici ce qui vaut.
       *[tu] Bonjour { $person }. On regarde en ce moment quelque chose qui te concerne. Rien n'est décidé ; d'ici là, voici ce qui vaut.
    }
measure-what =
    { $address ->
        [vous]
            { $measure ->
                [remind] C'est un rappel. Rien d'autre ne s'ensuit.
                [warn] C'est un avertissement. Rien d'autre ne s'ensuit.
                [remove] Je retire votre message.
                [timeout] Vous pouvez continuer à lire, et écrirez à nouveau quand l'équipe le permettra.
                [quarantine] Vous ne pouvez écrire que là où vous joignez l'équipe, jusqu'à ce qu'elle ait regardé.
                [remove_from_channel] Vous quittez un salon. Vous restez dans la communauté.
                [role] Un rôle vous est donné ici.
                [kick] Vous devez quitter la communauté. Vous pourrez revenir.
               *[ban] Vous devez quitter la communauté, sans date de fin.
            }
       *[tu]
            { $measure ->
                [remind] C'est un rappel. Rien d'autre ne s'ensuit.
                [warn] C'est un avertissement. Rien d'autre ne s'ensuit.
                [remove] Je retire ton message.
                [timeout] Tu peux continuer à lire, et écriras à nouveau quand l'équipe le permettra.
                [quarantine] Tu ne peux écrire que là où tu joins l'équipe, jusqu'à ce qu'elle ait regardé.
                [remove_from_channel] Tu quittes un salon. Tu restes dans la communauté.
                [role] Un rôle t'est donné ici.
                [kick] Tu dois quitter la communauté. Tu pourras revenir.
               *[ban] Tu dois quitter la communauté, sans date de fin.
            }
    }
measure-what-until =
    { $address ->
        [vous]
            { $measure ->
                [timeout] Vous pouvez continuer à lire, et écrire à nouveau à partir du { $until }.
                [quarantine] Jusqu'au { $until }, vous ne pouvez écrire que là où vous joignez l'équipe.
                [remove_from_channel] Vous quittez un salon, jusqu'au { $until }. Vous restez dans la communauté.
                [role] Un rôle vous est donné ici, jusqu'au { $until }.
                [ban] Vous devez quitter la communauté, et pourrez revenir le { $until }.
               *[other] Cela vaut jusqu'au { $until }.
            }
       *[tu]
            { $measure ->
                [timeout] Tu peux continuer à lire, et écrire à nouveau à partir du { $until }.
                [quarantine] Jusqu'au { $until }, tu ne peux écrire que là où tu joins l'équipe.
                [remove_from_channel] Tu quittes un salon, jusqu'au { $until }. Tu restes dans la communauté.
                [role] Un rôle t'est donné ici, jusqu'au { $until }.
                [ban] Tu dois quitter la communauté, et pourras revenir le { $until }.
               *[other] Cela vaut jusqu'au { $until }.
            }
    }
measure-what-place =
    { $address ->
        [vous]
            { $measure ->
                [remove] Je retire votre message dans { $place }.
               *[remove_from_channel] Vous quittez { $place }. Vous restez dans la communauté.
            }
       *[tu]
            { $measure ->
                [remove] Je retire ton message dans { $place }.
               *[remove_from_channel] Tu quittes { $place }. Tu restes dans la communauté.
            }
    }
measure-what-place-until =
    { $address ->
        [vous]
            { $measure ->
                [remove] Je retire votre message dans { $place }, jusqu'au { $until }.
               *[remove_from_channel] Vous quittez { $place }, et pourrez y revenir le { $until }. Vous restez dans la communauté.
            }
       *[tu]
            { $measure ->
                [remove] Je retire ton message dans { $place }, jusqu'au { $until }.
               *[remove_from_channel] Tu quittes { $place }, et pourras y revenir le { $until }. Tu restes dans la communauté.
            }
    }
measure-what-role =
    { $address ->
        [vous] Le rôle { $role } vous est donné, jusqu'à ce que l'équipe le reprenne.
       *[tu] Le rôle { $role } t'est donné, jusqu'à ce que l'équipe le reprenne.
    }
measure-what-role-until =
    { $address ->
        [vous] Le rôle { $role } vous est donné, jusqu'au { $until }.
       *[tu] Le rôle { $role } t'est donné, jusqu'au { $until }.
    }
measure-beyond =
    { $address ->
        [vous]
            { $measure ->
                [remind] C'est un rappel. Rien d'autre ne s'ensuit.
                [warn] C'est un avertissement. Rien d'autre ne s'ensuit.
                [remove] L'équipe vous demande de retirer le message vous-même : sur cette plateforme, je ne peux pas le faire.
                [timeout] L'équipe vous demande de ne pas écrire pour l'instant. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [quarantine] L'équipe vous demande de n'écrire qu'à elle pour l'instant. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [remove_from_channel] L'équipe vous demande de quitter le salon. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [role] Un rôle doit vous être donné. Sur cette plateforme, je ne peux pas le faire ; quelqu'un de l'équipe le peut.
                [kick] Vous devez quitter la communauté, et pourrez revenir. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
               *[ban] Vous devez quitter la communauté. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
            }
       *[tu]
            { $measure ->
                [remind] C'est un rappel. Rien d'autre ne s'ensuit.
                [warn] C'est un avertissement. Rien d'autre ne s'ensuit.
                [remove] L'équipe te demande de retirer le message toi-même : sur cette plateforme, je ne peux pas le faire.
                [timeout] L'équipe te demande de ne pas écrire pour l'instant. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [quarantine] L'équipe te demande de n'écrire qu'à elle pour l'instant. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [remove_from_channel] L'équipe te demande de quitter le salon. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [role] Un rôle doit t'être donné. Sur cette plateforme, je ne peux pas le faire ; quelqu'un de l'équipe le peut.
                [kick] Tu dois quitter la communauté, et pourras revenir. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
               *[ban] Tu dois quitter la communauté. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
            }
    }
measure-beyond-until =
    { $address ->
        [vous]
            { $measure ->
                [timeout] L'équipe vous demande de ne pas écrire jusqu'au { $until }. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [quarantine] L'équipe vous demande de n'écrire qu'à elle jusqu'au { $until }. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [remove_from_channel] L'équipe vous demande de rester hors du salon jusqu'au { $until }. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [role] Un rôle doit vous être donné jusqu'au { $until }. Sur cette plateforme, je ne peux pas le faire ; quelqu'un de l'équipe le peut.
               *[ban] Vous devez quitter la communauté jusqu'au { $until }. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
            }
       *[tu]
            { $measure ->
                [timeout] L'équipe te demande de ne pas écrire jusqu'au { $until }. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [quarantine] L'équipe te demande de n'écrire qu'à elle jusqu'au { $until }. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [remove_from_channel] L'équipe te demande de rester hors du salon jusqu'au { $until }. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
                [role] Un rôle doit t'être donné jusqu'au { $until }. Sur cette plateforme, je ne peux pas le faire ; quelqu'un de l'équipe le peut.
               *[ban] Tu dois quitter la communauté jusqu'au { $until }. Sur cette plateforme, je ne peux pas y veiller ; quelqu'un de l'équipe le peut.
            }
    }
measure-beyond-remove =
    { $address ->
        [vous] L'équipe vous demande de retirer vous-même ce message, car sur cette plateforme je ne peux pas le faire : { $passage }
       *[tu] L'équipe te demande de retirer toi-même ce message, car sur cette plateforme je ne peux pas le faire : { $passage }
    }
measure-about = Il s'agit de ceci : { $passage }
measure-quote =
    { $address ->
        [vous] Vous avez écrit :
       *[tu] Tu as écrit :
    }
measure-rules =
    { $number ->
        [one] La règle sur laquelle cela repose :
       *[other] Les règles sur lesquelles cela repose :
    }
measure-rule = { $policy }, dans sa version { $wording }, qui valait alors. On peut la lire avec /règles voir.
measure-rule-since = { $policy }, dans sa version { $wording }, venue depuis : c'est elle qui compte ici. On peut la lire avec /règles voir.
measure-no-rule = Cela ne repose pas sur une règle écrite ici en particulier, mais sur les raisons ci-dessous.
measure-found-by-program = Un programme l'a remarqué. Une personne a regardé, et a décidé.
measure-reasons =
    { $by ->
        [program] Pourquoi :
       *[person] Pourquoi, dans ses mots :
    }
measure-no-reasons =
    { $address ->
        [vous] Aucune raison n'a été donnée. Vous pouvez les demander, et demander un nouveau regard.
       *[tu] Aucune raison n'a été donnée. Tu peux les demander, et demander un nouveau regard.
    }
measure-on-file = Nous en gardons trace jusqu'au { $until }, pas après.
measure-next =
    { $address ->
        [vous]
            { $measure ->
                [remind] Si cela recommençait, un rappel viendrait ensuite.
                [warn] Si cela recommençait, un avertissement viendrait ensuite.
                [remove] Si cela recommençait, le message serait retiré.
                [timeout] Si cela recommençait, vous ne pourriez pas écrire pendant un moment.
                [quarantine] Si cela recommençait, vous ne pourriez écrire qu'à l'équipe pendant un moment.
                [kick] Si cela recommence, il se peut que vous deviez partir.
                [ban] Si cela recommence, il se peut que vous deviez partir pour de bon.
               *[other] Si cela recommençait, cela irait plus loin.
            }
       *[tu]
            { $measure ->
                [remind] Si cela recommençait, un rappel viendrait ensuite.
                [warn] Si cela recommençait, un avertissement viendrait ensuite.
                [remove] Si cela recommençait, le message serait retiré.
                [timeout] Si cela recommençait, tu ne pourrais pas écrire pendant un moment.
                [quarantine] Si cela recommençait, tu ne pourrais écrire qu'à l'équipe pendant un moment.
                [kick] Si cela recommence, il se peut que tu doives partir.
                [ban] Si cela recommence, il se peut que tu doives partir pour de bon.
               *[other] Si cela recommençait, cela irait plus loin.
            }
    }
measure-next-for =
    { $address ->
        [vous]
            { $measure ->
                [timeout] Si cela recommençait, vous ne pourriez pas écrire pendant
                [quarantine] Si cela recommençait, vous ne pourriez écrire qu'à l'équipe pendant
                [ban] Si cela recommence, il se peut que vous deviez partir pour
               *[other] Si cela recommençait, cela irait plus loin, pour
            }
       *[tu]
            { $measure ->
                [timeout] Si cela recommençait, tu ne pourrais pas écrire pendant
                [quarantine] Si cela recommençait, tu ne pourrais écrire qu'à l'équipe pendant
                [ban] Si cela recommence, il se peut que tu doives partir pour
               *[other] Si cela recommençait, cela irait plus loin, pour
            }
    } { $unit ->
        [d]
            { $count ->
                [one] un jour.
               *[other] { $count } jours.
            }
        [h]
            { $count ->
                [one] une heure.
               *[other] { $count } heures.
            }
        [m]
            { $count ->
                [one] une minute.
               *[other] { $count } minutes.
            }
       *[s]
            { $count ->
                [one] une seconde.
               *[other] { $count } secondes.
            }
    }
measure-interim =
    { $address ->
        [vous] Cela finit le { $until } au plus tard, et plus tôt si quelque chose est décidé. Dans tous les cas, vous aurez de nos nouvelles.
       *[tu] Cela finit le { $until } au plus tard, et plus tôt si quelque chose est décidé. Dans tous les cas, tu auras de nos nouvelles.
    }
measure-final =
    { $address ->
        [vous] On a regardé autant de fois que cela se peut ici. S'il y a du nouveau, dites-le à l'équipe.
       *[tu] On a regardé autant de fois que cela se peut ici. S'il y a du nouveau, dis-le à l'équipe.
    }
measure-appeal =
    { $address ->
        [vous] Est-ce une erreur, ou manque-t-il quelque chose ? Jusqu'au { $until }, vous pouvez demander qu'une personne qui n'y a pris aucune part reprenne tout. Demander n'aggrave jamais rien.
       *[tu] Est-ce une erreur, ou manque-t-il quelque chose ? Jusqu'au { $until }, tu peux demander qu'une personne qui n'y a pris aucune part reprenne tout. Demander n'aggrave jamais rien.
    }
measure-door =
    { $address ->
        [vous] Si vous ne pouvez plus appuyer sur le bouton, cette page marche de partout : { $door }
       *[tu] Si tu ne peux plus appuyer sur le bouton, cette page marche de partout : { $door }
    }
measure-human =
    { $address ->
        [vous] Je suis un programme, et j'écris ceci pour des gens. Quoi que vous répondiez, une personne le lit.
       *[tu] Je suis un programme, et j'écris ceci pour des gens. Quoi que tu répondes, une personne le lit.
    }
measure-button-appeal = Demander un nouveau regard

## Ce qu'il en advient

measure-again =
    { $address ->
        [vous] Nous voici à nouveau ensemble, { $person }. Quelque chose qui avait été décidé avant votre départ vaut toujours :
       *[tu] Nous voici à nouveau ensemble, { $person }. Quelque chose qui avait été décidé avant ton départ vaut toujours :
    }
measure-shared =
    { $address ->
        [vous] Vous avez relié ce compte à un autre des vôtres, { $person }. Ce qui vaut là-bas vaut ici aussi :
       *[tu] Tu as relié ce compte à un autre des tiens, { $person }. Ce qui vaut là-bas vaut ici aussi :
    }
measure-ended =
    { $address ->
        [vous]
            { $measure ->
                [timeout] C'est fini, { $person } : vous pouvez écrire à nouveau.
                [quarantine] C'est fini, { $person } : vous pouvez à nouveau écrire partout.
                [remove_from_channel] C'est fini, { $person } : vous pouvez retourner dans le salon.
                [role] C'est fini, { $person } : le rôle n'est plus là.
                [ban] C'est fini, { $person } : vous pouvez revenir.
               *[other] C'est fini, { $person }.
            }
       *[tu]
            { $measure ->
                [timeout] C'est fini, { $person } : tu peux écrire à nouveau.
                [quarantine] C'est fini, { $person } : tu peux à nouveau écrire partout.
                [remove_from_channel] C'est fini, { $person } : tu peux retourner dans le salon.
                [role] C'est fini, { $person } : le rôle n'est plus là.
                [ban] C'est fini, { $person } : tu peux revenir.
               *[other] C'est fini, { $person }.
            }
    }
measure-ended-welcome =
    { $address ->
        [vous] On n'attend plus rien de vous. Votre place est ici.
       *[tu] On n'attend plus rien de toi. Ta place est ici.
    }
measure-lifted =
    { $address ->
        [vous]
            { $measure ->
                [timeout] L'équipe y a mis fin plus tôt, { $person } : vous pouvez écrire à nouveau.
                [quarantine] L'équipe y a mis fin plus tôt, { $person } : vous pouvez à nouveau écrire partout.
                [remove_from_channel] L'équipe y a mis fin plus tôt, { $person } : vous pouvez retourner dans le salon.
                [role] L'équipe y a mis fin plus tôt, { $person } : le rôle n'est plus là.
                [ban] L'équipe y a mis fin plus tôt, { $person } : vous pouvez revenir.
               *[other] L'équipe y a mis fin plus tôt, { $person }.
            }
       *[tu]
            { $measure ->
                [timeout] L'équipe y a mis fin plus tôt, { $person } : tu peux écrire à nouveau.
                [quarantine] L'équipe y a mis fin plus tôt, { $person } : tu peux à nouveau écrire partout.
                [remove_from_channel] L'équipe y a mis fin plus tôt, { $person } : tu peux retourner dans le salon.
                [role] L'équipe y a mis fin plus tôt, { $person } : le rôle n'est plus là.
                [ban] L'équipe y a mis fin plus tôt, { $person } : tu peux revenir.
               *[other] L'équipe y a mis fin plus tôt, { $person }.
            }
    }
measure-lifted-why = Pourquoi, dans ses mots :
measure-failed =
    { $address ->
        [vous]
            { $measure ->
                [remove] Ce que je vous ai écrit n'a pas eu lieu, { $person } : votre message est toujours là, et rien de cela ne compte.
                [timeout] Ce que je vous ai écrit n'a pas eu lieu, { $person } : vous pouvez écrire comme avant, et rien de cela ne compte.
                [kick] Ce que je vous ai écrit n'a pas eu lieu, { $person } : vous n'avez pas à partir, et rien de cela ne compte.
                [ban] Ce que je vous ai écrit n'a pas eu lieu, { $person } : vous n'avez pas à partir, et rien de cela ne compte.
               *[other] Ce que je vous ai écrit n'a pas eu lieu, { $person }. Rien n'en vaut, et rien n'en compte.
            }
       *[tu]
            { $measure ->
                [remove] Ce que je t'ai écrit n'a pas eu lieu, { $person } : ton message est toujours là, et rien de cela ne compte.
                [timeout] Ce que je t'ai écrit n'a pas eu lieu, { $person } : tu peux écrire comme avant, et rien de cela ne compte.
                [kick] Ce que je t'ai écrit n'a pas eu lieu, { $person } : tu n'as pas à partir, et rien de cela ne compte.
                [ban] Ce que je t'ai écrit n'a pas eu lieu, { $person } : tu n'as pas à partir, et rien de cela ne compte.
               *[other] Ce que je t'ai écrit n'a pas eu lieu, { $person }. Rien n'en vaut, et rien n'en compte.
            }
    }
measure-why =
    { $by ->
        [program]
            { $measure ->
                [remind] Un rappel.
                [warn] Un avertissement.
                [remove] Un message est retiré.
                [timeout] Une personne peut lire sans écrire pendant un moment.
                [quarantine] Une personne ne peut écrire qu'à l'équipe.
                [remove_from_channel] Une personne quitte un salon.
                [role] Un rôle est donné à une personne.
                [kick] Une personne doit partir, et pourra revenir.
               *[ban] Une personne doit partir.
            }
       *[person]
            { $measure ->
                [remind] Un rappel, décidé par une personne.
                [warn] Un avertissement, décidé par une personne.
                [remove] Une personne a décidé qu'un message est retiré.
                [timeout] Une personne a décidé que quelqu'un peut lire sans écrire pendant un moment.
                [quarantine] Une personne a décidé que quelqu'un ne peut écrire qu'à l'équipe.
                [remove_from_channel] Une personne a décidé que quelqu'un quitte un salon.
                [role] Une personne a décidé de donner un rôle à quelqu'un.
                [kick] Une personne a décidé que quelqu'un doit partir, et pourra revenir.
               *[ban] Une personne a décidé que quelqu'un doit partir.
            }
    }
measure-why-explained = Ce qui a été fait à la main est dit, avec ses raisons.
measure-why-ended =
    { $how ->
        [ended]
            { $measure ->
                [ban] Cette personne peut revenir : le temps est passé.
               *[other] Le temps est passé.
            }
        [renewed] Cela continue, comme il a été décidé.
        [overturned] C'était une erreur : c'est levé, et rien n'en compte.
       *[lifted] On y a mis fin plus tôt.
    }
measure-why-returned = Ce qui avait été décidé vaut toujours à son retour.
measure-why-refused =
    { $how ->
        [untold] Les raisons n'ont pas pu être remises en message privé.
        [away] La personne est partie avant que cela ne soit fait.
       *[failed] La plateforme n'a pas voulu le faire : rien n'en vaut.
    }

## À qui l'a décidé

measure-step =
    { $measure ->
        [remind] Un rappel pour { $person }.
        [warn] Un avertissement pour { $person }.
        [remove] Un message de { $person } est retiré.
        [timeout] { $person } peut lire sans écrire.
        [quarantine] { $person } ne peut écrire que là où joindre l'équipe.
        [remove_from_channel] { $person } quitte un salon.
        [role] { $person } reçoit un rôle.
        [kick] { $person } doit partir, et pourra revenir.
       *[ban] { $person } doit partir, sans date de fin.
    }
measure-step-until =
    { $measure ->
        [timeout] { $person } peut lire sans écrire, jusqu'au { $until }.
        [quarantine] { $person } ne peut écrire que là où joindre l'équipe, jusqu'au { $until }.
        [remove_from_channel] { $person } quitte un salon, jusqu'au { $until }.
        [role] { $person } reçoit un rôle, jusqu'au { $until }.
       *[ban] { $person } doit partir, jusqu'au { $until }.
    }
measure-step-for =
    { $measure ->
        [timeout] { $person } pourrait lire sans écrire pendant
        [quarantine] { $person } ne pourrait écrire qu'à l'équipe pendant
        [remove_from_channel] { $person } serait hors d'un salon pendant
        [role] { $person } aurait un rôle pendant
       *[ban] { $person } devrait partir pour
    } { $unit ->
        [d]
            { $count ->
                [one] un jour.
               *[other] { $count } jours.
            }
        [h]
            { $count ->
                [one] une heure.
               *[other] { $count } heures.
            }
        [m]
            { $count ->
                [one] une minute.
               *[other] { $count } minutes.
            }
       *[s]
            { $count ->
                [one] une seconde.
               *[other] { $count } secondes.
            }
    }
measure-done-beyond =
    { $measure ->
        [remove] Sur cette plateforme, je ne peux pas retirer le message de { $person }. Je lui demande de le faire.
       *[other] Sur cette plateforme, je ne peux pas le faire moi-même. { $person } apprend ce qui a été décidé, et quelqu'un de l'équipe doit y veiller à la main.
    }
measure-told-first = La personne l'apprend d'abord : quoi, pour combien de temps, pourquoi, et comment répondre.
measure-untellable =
    { $address ->
        [vous] Sur cette plateforme, je ne peux pas lui écrire. Dites-le-lui vous-même ; ce que j'aurais écrit est dans son dossier.
       *[tu] Sur cette plateforme, je ne peux pas lui écrire. Dis-le-lui toi-même ; ce que j'aurais écrit est dans son dossier.
    }
measure-case = C'est le dossier { $case }.
measure-nobody =
    { $address ->
        [vous] Je n'ai pas compris de qui il s'agit. Nommez la personne, ou choisissez le message dans son propre menu.
       *[tu] Je n'ai pas compris de qui il s'agit. Nomme la personne, ou choisis le message dans son propre menu.
    }
measure-no-reason =
    { $address ->
        [vous] Dites pourquoi, en des mots que la personne pourra lire. Rien n'a été fait.
       *[tu] Dis pourquoi, en des mots que la personne pourra lire. Rien n'a été fait.
    }
measure-no-such-rule = Aucune règle en vigueur ne s'appelle « { $policy } ». /règles liste les nomme toutes. Rien n'a été fait.
measure-no-length =
    { $address ->
        [vous] Je ne comprends pas « { $said } » comme une durée d'un an au plus. Écrivez par exemple 2 h, 3 jours ou une semaine. Rien n'a été fait.
       *[tu] Je ne comprends pas « { $said } » comme une durée d'un an au plus. Écris par exemple 2 h, 3 jours ou une semaine. Rien n'a été fait.
    }
measure-not-level =
    { $level ->
        [helper] Il faut ici le niveau « entraide ». Rien n'a été fait.
        [moderator] Il faut ici le niveau « modération ». Rien n'a été fait.
        [senior] Il faut ici le niveau « responsabilité ». Rien n'a été fait.
       *[other] Il faut ici un niveau plus élevé. Rien n'a été fait.
    }
measure-not-oneself =
    { $address ->
        [vous] Il s'agirait de vous : quelqu'un d'autre dans l'équipe doit regarder. Rien n'a été fait.
       *[tu] Il s'agirait de toi : quelqu'un d'autre dans l'équipe doit regarder. Rien n'a été fait.
    }
measure-not-bot = C'est un programme. Ce que peuvent les programmes se règle sur la plateforme elle-même. Rien n'a été fait.
measure-not-above =
    { $address ->
        [vous] On fait à cette personne autant confiance qu'à vous, ou plus. Parlez-en à quelqu'un au-dessus de vous deux. Rien n'a été fait.
       *[tu] On fait à cette personne autant confiance qu'à toi, ou plus. Parles-en à quelqu'un au-dessus de vous deux. Rien n'a été fait.
    }
measure-not-conflict = Il y a eu récemment un différend entre vous deux : quelqu'un d'autre dans l'équipe devrait en décider. Rien n'a été fait.

## Être sûr, et à deux

measure-sure =
    { $address ->
        [vous] Est-ce bien ce que vous voulez ? Il s'agit de { $person }. Sans réponse avant le { $until }, rien ne se passe.
       *[tu] Est-ce bien ce que tu veux ? Il s'agit de { $person }. Sans réponse avant le { $until }, rien ne se passe.
    }
measure-sure-reason = La raison, telle qu'elle sera lue :
measure-heavy =
    { $measure ->
        [kick] Cette personne perd la conversation où elle se trouve. Elle pourra revenir.
       *[ban]
            { $end ->
                [yes] Cette personne perd tout ici jusqu'à la fin.
               *[no] Cette personne perd tout ici, et cela n'a pas de fin.
            }
    }
measure-unusual-team = Cette personne fait partie de l'équipe.
measure-unusual-again = Cette personne a reçu la même chose dans l'heure.
measure-unusual-long = C'est long : cela vaut plus d'un jour, ou jusqu'à ce que quelqu'un y mette fin.
measure-button-confirm = Oui, le faire
measure-button-cancel = Non, ne rien faire
measure-button-second = Je suis d'accord
measure-gone = Cela n'attend plus : c'est fait, abandonné, ou le temps est passé.
measure-cancelled = Rien n'a été fait, et rien ne le sera.
measure-not-yours = Seule la personne qui l'a voulu peut le dire.
measure-expired =
    { $address ->
        [vous] Personne d'autre n'a donné à temps son accord à ce que vous vouliez pour { $person } : rien n'a été fait.
       *[tu] Personne d'autre n'a donné à temps son accord à ce que tu voulais pour { $person } : rien n'a été fait.
    }
measure-two-for-bans = Ici, il faut être deux pour bannir.
measure-two-for-pace = Cela fait beaucoup de mesures graves en une heure, bien plus que d'habitude. Tant que cela dure, chacune demande l'accord d'une autre personne responsable.
measure-second-title = Il faut une deuxième personne
measure-second-until = Sans accord avant le { $until }, rien ne se passe.
measure-second-asked = J'ai demandé aux autres. Sans accord avant le { $until }, rien ne se passe.
measure-second-nobody = Ici, il faut être deux pour bannir, et je ne connais pas d'autre personne responsable qui soit là. Pour un silence ou une quarantaine, il suffit d'une.
measure-second-oneself = Quelqu'un d'autre doit donner son accord : une personne responsable qui ne l'a pas demandé.
measure-pace-title = Quelqu'un agit bien plus vite que d'habitude
measure-pace-alarm =
    { $address ->
        [vous] { $manager } a pris beaucoup de mesures graves en une heure, bien plus que d'habitude. Il y a peut-être une raison. Ce n'est peut-être pas cette personne : demandez-le-lui, d'une façon à laquelle elle seule peut répondre.
       *[tu] { $manager } a pris beaucoup de mesures graves en une heure, bien plus que d'habitude. Il y a peut-être une raison. Ce n'est peut-être pas cette personne : demande-le-lui, d'une façon à laquelle elle seule peut répondre.
    }

## À l'équipe

measure-team-beyond-title = Quelqu'un doit le faire à la main
measure-team-beyond = C'est décidé, et la personne l'a appris ; sur cette plateforme, je ne peux pas le faire. Quelqu'un de l'équipe le peut.
measure-team-failed-title = La plateforme n'a pas voulu le faire
measure-team-failed = Rien n'en vaut donc, et rien n'en compte. Je le lui ai dit. Si c'est encore utile, quelqu'un de l'équipe peut le faire à la main ou en décider à nouveau.
measure-team-away-title = La personne est partie avant
measure-team-away = Cela n'a pas pu être fait, car elle n'est plus là. Cela vaut pourtant : si elle revient entre-temps, je le ferai alors.
measure-nameless-title = Le temps d'un bannissement est passé
measure-nameless = La personne a demandé à être oubliée : je ne sais plus qui c'est et ne peux pas la laisser revenir. Si elle le demande, ou si l'équipe le sait, quelqu'un peut le faire sur la plateforme.
measure-untold-title = Elle n'accepte pas les messages privés
measure-untold-elsewhere = Je lui ai donc dit dans une conversation privée ce qui a été décidé, pourquoi, et comment répondre.
measure-untold-kept = Ce qui a été décidé, pourquoi, et comment répondre attend donc cette personne : elle le lit avec /situation.
measure-untold-please =
    { $address ->
        [vous] Si vous pouvez la joindre autrement, dites-le-lui.
       *[tu] Si tu peux la joindre autrement, dis-le-lui.
    }
measure-returned-title = Quelqu'un est revenu
measure-returned = { $person } est (de nouveau) là. Ceci vaut toujours ; je l'ai donc refait :
measure-returned-beyond = { $person } est (de nouveau) là. Ceci vaut toujours ; sur cette plateforme, je ne peux pas le faire, mais quelqu'un de l'équipe le peut :
measure-linked-title = Un autre compte de quelqu'un
measure-linked = { $person } est désormais relié à un compte que quelque chose retient. Cela vaut pour les deux ; je l'ai donc fait ici aussi :
measure-linked-beyond = { $person } est désormais relié à un compte que quelque chose retient. Cela vaut pour les deux ; sur cette plateforme, je ne peux pas le faire, mais quelqu'un de l'équipe le peut :
measure-explain =
    { $address ->
        [vous] Vous avez agi envers { $person } sur la plateforme elle-même. Cette personne a droit aux raisons : écrivez-les dans la journée, en des mots pour elle. Sinon, je lui dis qu'aucune n'a été donnée, et comment répondre.
       *[tu] Tu as agi envers { $person } sur la plateforme elle-même. Cette personne a droit aux raisons : écris-les dans la journée, en des mots pour elle. Sinon, je lui dis qu'aucune n'a été donnée, et comment répondre.
    }
measure-button-explain = Dire pourquoi
measure-explained =
    { $address ->
        [vous] Merci. Je le lui dis, avec vos raisons et la façon de répondre.
       *[tu] Merci. Je le lui dis, avec tes raisons et la façon de répondre.
    }
measure-explained-already = Les raisons ont déjà été dites.
measure-unknown = Je ne retrouve plus cela.
measure-button-lift = Y mettre fin
measure-lifted-done =
    { $left ->
        [0]
            { $number ->
                [one] C'est fini, et la personne l'apprend.
               *[other] { $number } mesures sont finies, et la personne l'apprend.
            }
       *[other]
            { $number ->
                [one] Une mesure est finie, et la personne l'apprend. Le reste demande un niveau plus élevé.
               *[other] { $number } mesures sont finies, et la personne l'apprend. Le reste demande un niveau plus élevé.
            }
    }
measure-lifted-others =
    { $number ->
        [one] Une autre reste comme elle est :
       *[other] { $number } autres restent comme elles sont :
    }
measure-lifted-told =
    { $address ->
        [vous]
            { $known ->
                [no] Sur la plateforme même, quelqu'un a mis fin plus tôt à ce que vous aviez décidé :
               *[yes] { $manager } a mis fin plus tôt à ce que vous aviez décidé :
            }
       *[tu]
            { $known ->
                [no] Sur la plateforme même, quelqu'un a mis fin plus tôt à ce que tu avais décidé :
               *[yes] { $manager } a mis fin plus tôt à ce que tu avais décidé :
            }
    }
measure-nothing-holds = Rien que je connaisse ne retient cette personne. Ce qui a été fait sur la plateforme avant moi, quelqu'un de l'équipe peut y mettre fin là-bas.
measure-reference = { $reference }
measure-field-whom = Personne concernée
measure-field-by = Qui l'a décidé
measure-field-where = Où
measure-field-case = Numéro
measure-field-why = Pourquoi

## Les étapes

measure-offered = S'il faut une mesure, l'étape habituelle est celle-ci ; on peut en décider autrement :
measure-step-usual =
    { $time ->
        [1] Rien n'est gardé en mémoire jusqu'ici. Ce qui est décidé y reste { $days } jours.
        [2] Une décision est déjà gardée en mémoire, en { $days } jours : c'est la deuxième fois.
        [3] Deux décisions sont déjà gardées en mémoire, en { $days } jours : c'est la troisième fois.
       *[other] C'est la fois numéro { $time } en { $days } jours.
    }
measure-step-policy =
    { $time ->
        [1] D'après les étapes de { $policy } : rien à ce sujet n'est gardé en mémoire, en { $days } jours.
        [2] D'après les étapes de { $policy } : c'est la deuxième fois en { $days } jours.
        [3] D'après les étapes de { $policy } : c'est la troisième fois en { $days } jours.
       *[other] D'après les étapes de { $policy } : c'est la fois numéro { $time } en { $days } jours.
    }
measure-ladder = Voici les étapes que je propose à qui décide. Une décision compte { $days } jours à partir du jour où elle a été prise. On peut toujours décider autrement.
measure-ladder-step =
    { $measure ->
        [remind] { $time }. Un rappel
        [warn] { $time }. Un avertissement
        [timeout] { $time }. Un silence
        [quarantine] { $time }. Une quarantaine
        [kick] { $time }. Un départ, avec retour possible
       *[ban] { $time }. Un bannissement, à bien peser
    }
measure-ladder-step-for =
    { $measure ->
        [timeout] { $time }. Un silence :
        [quarantine] { $time }. Une quarantaine :
       *[ban] { $time }. Un bannissement :
    } { $unit ->
        [d]
            { $count ->
                [one] un jour
               *[other] { $count } jours
            }
        [h]
            { $count ->
                [one] une heure
               *[other] { $count } heures
            }
        [m]
            { $count ->
                [one] une minute
               *[other] { $count } minutes
            }
       *[s]
            { $count ->
                [one] une seconde
               *[other] { $count } secondes
            }
    }
measure-ladder-policies = Quand il s'agit d'une règle qui a ses propres étapes, ce sont elles que je propose : /règles voir les nomme.
measure-ladder-of = Pour { $person }, ceci viendrait ensuite :
measure-ladder-unread =
    { $address ->
        [vous] Je n'ai pas pu lire cela. Écrivez une étape par ligne, huit au plus, comme « avertissement », « silence 1 h » ou « bannissement 30 jours » ; un silence demande une durée. Rien n'a changé.
       *[tu] Je n'ai pas pu lire cela. Écris une étape par ligne, huit au plus, comme « avertissement », « silence 1 h » ou « bannissement 30 jours » ; un silence demande une durée. Rien n'a changé.
    }
measure-ladder-changed = C'est noté. Dès maintenant, je propose ces étapes.
measure-button-ladder = Changer les étapes

## Une règle qui a changé depuis

measure-changed =
    { $governs ->
        [today] La règle a changé depuis : alors { measure-changed-then }, aujourd'hui { measure-changed-today }. La plus douce compte : celle d'aujourd'hui.
        [then] La règle a changé depuis : alors { measure-changed-then }, aujourd'hui { measure-changed-today }. La plus douce compte : celle d'alors.
       *[neither] La règle a changé depuis : alors { measure-changed-then }, aujourd'hui { measure-changed-today }. Aucune n'est plus douce : c'est donc celle d'alors qui compte.
    }
measure-changed-then =
    { $then ->
        [remind] un rappel
        [warn] un avertissement
        [remove] le retrait du message
        [timeout] un silence
        [quarantine] une quarantaine
        [remove_from_channel] la sortie du salon
        [role] un rôle
        [kick] un départ
       *[ban] un bannissement
    }{ $then_unit ->
        [d]
            { $then_count ->
                [one] {" "}d'un jour
               *[other] {" "}de { $then_count } jours
            }
        [h]
            { $then_count ->
                [one] {" "}d'une heure
               *[other] {" "}de { $then_count } heures
            }
        [m]
            { $then_count ->
                [one] {" "}d'une minute
               *[other] {" "}de { $then_count } minutes
            }
        [s]
            { $then_count ->
                [one] {" "}d'une seconde
               *[other] {" "}de { $then_count } secondes
            }
       *[none] {""}
    }{ $then_goes ->
        [yes] {" "}avec retrait du message
       *[no] {""}
    }
measure-changed-today =
    { $today ->
        [remind] un rappel
        [warn] un avertissement
        [remove] le retrait du message
        [timeout] un silence
        [quarantine] une quarantaine
        [remove_from_channel] la sortie du salon
        [role] un rôle
        [kick] un départ
       *[ban] un bannissement
    }{ $today_unit ->
        [d]
            { $today_count ->
                [one] {" "}d'un jour
               *[other] {" "}de { $today_count } jours
            }
        [h]
            { $today_count ->
                [one] {" "}d'une heure
               *[other] {" "}de { $today_count } heures
            }
        [m]
            { $today_count ->
                [one] {" "}d'une minute
               *[other] {" "}de { $today_count } minutes
            }
        [s]
            { $today_count ->
                [one] {" "}d'une seconde
               *[other] {" "}de { $today_count } secondes
            }
       *[none] {""}
    }{ $today_goes ->
        [yes] {" "}avec retrait du message
       *[no] {""}
    }
measure-changed-same = La règle a changé depuis, et mène toujours à la même étape. Elle compte telle qu'elle était alors.
measure-changed-nothing = La règle a changé depuis, ou n'existe plus : aujourd'hui, je ne ferais rien de tout cela. La plus douce compte.
measure-wording-lost = Le texte que { $policy } avait alors est introuvable : la règle compte telle qu'elle est aujourd'hui.
measure-rule-gone = { $policy } n'est plus en vigueur : aucune mesure ne peut s'appuyer dessus.
measure-rules-gone =
    { $address ->
        [vous] La règle dont il s'agissait n'est plus en vigueur : aucune mesure ne peut s'appuyer dessus. Il faut une autre règle, ou vos propres raisons.
       *[tu] La règle dont il s'agissait n'est plus en vigueur : aucune mesure ne peut s'appuyer dessus. Il faut une autre règle, ou tes propres raisons.
    }
