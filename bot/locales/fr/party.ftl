### Ce que lisent les personnes entre qui il y a quelque chose, et celles à qui l'on demande de décider.

## Toutes les lettres

party-handler =
    { $handler ->
        [team] L'équipe
        [outside] Quelqu'un hors de l'équipe
       *[other] { $handler }
    }
party-title =
    { $word ->
        [received] Situation { $case } : reçue
        [talked_over] Situation { $case } : en discussion
        [decided] Situation { $case } : décidée
       *[finished] Situation { $case } : terminée
    }
party-foot =
    { $address ->
        [vous] /situation montre où cela en est et ce que vous pouvez faire ; /contact vous met en lien avec quelqu'un de l'équipe.
       *[tu] /situation montre où cela en est et ce que tu peux faire ; /contact te met en lien avec quelqu'un de l'équipe.
    }
party-outside =
    { $address ->
        [vous] Si vous préférez vous adresser à quelqu'un hors de l'équipe :
       *[tu] Si tu préfères t'adresser à quelqu'un hors de l'équipe :
    }
party-next =
    { $address ->
        [vous]
            { $state ->
                [open] La suite : quelqu'un de l'équipe s'en charge d'ici le { $instant }. Sinon, cela passe tout seul à quelqu'un d'autre dans l'équipe.
                [triage] La suite : d'ici le { $instant }, vous saurez comment cela continue. Sinon, cela passe tout seul à quelqu'un d'autre dans l'équipe.
                [waiting] La suite : la réponse, d'ici le { $instant }. Sans réponse, cela se termine alors sans suite, et même cela peut être regardé à nouveau.
                [mediation] La suite : le { $instant }, je demande à chaque personne si c'est réglé. Si personne ne dit rien, cela s'arrête là, et rien n'est reproché à personne.
                [settled] La suite : le { $instant }, c'est terminé, sauf si l'une des deux personnes dit d'ici là que cela n'a pas été tenu.
                [escalated] La suite : une personne qui n'y a pris aucune part s'en charge d'ici le { $instant }. Sinon, un cercle de membres est appelé.
                [escalated-small] La suite : une personne qui n'y a pris aucune part s'en charge d'ici le { $instant }. Sinon, on demande à quelqu'un hors de l'équipe, si la communauté a désigné quelqu'un ; et si personne ne peut décider, rien n'est reproché à personne.
                [referred] La suite : une réponse venue de l'extérieur de l'équipe, d'ici le { $instant }. Sans réponse, cela se termine sans décision, et ce qui valait entre-temps est levé.
                [mediation-asked] La suite : si personne ne dit rien d'ici le { $instant }, la discussion s'arrête là, et rien n'est reproché à personne.
                [appealed-stands] La suite : d'ici le { $instant }, une personne qui n'y a pris aucune part reprend tout. Si personne ne le fait, la décision reste la même.
                [appealed-outside] La suite : une réponse venue de l'extérieur de l'équipe, si quelqu'un y a été interrogé, d'ici le { $instant }. Sans réponse, la décision reste la même.
                [voting] La suite : le { $instant }, les voix du cercle sont comptées telles qu'elles sont.
                [deciding] La suite : d'ici le { $instant }, vous lirez la décision et ses raisons. Sinon, quelqu'un d'autre décide.
                [decided] La suite : jusqu'au { $instant }, vous pouvez demander un autre regard, par une personne qui n'y a pris aucune part. Si personne ne le demande, c'est alors terminé.
                [appealed] La suite : d'ici le { $instant }, une personne qui n'y a pris aucune part reprend tout. Si personne ne le fait, ce qui était décidé est levé.
                [appealed-ban] La suite : d'ici le { $instant }, une personne qui n'y a pris aucune part reprend tout. Si personne ne le fait, on demande à quelqu'un hors de l'équipe, si la communauté a désigné quelqu'un ; le bannissement reste si aucune réponse n'en vient.
                [closed-asked] La suite : une personne qui n'y a pris aucune part lit vos mots, et vous aurez sa réponse, quelle qu'elle soit. Aucun jour n'est fixé pour cela ; /contact permet d'en demander des nouvelles. Ce qui en est gardé est effacé le { $instant }.
                [over] La suite : vous n'avez plus rien à faire. Ce qui en est gardé est effacé le { $instant }.
               *[closed] La suite : vous n'avez plus rien à faire. S'il y a du nouveau, le bouton permet de le dire, une fois. Ce qui en est gardé est effacé le { $instant }.
            }
       *[tu]
            { $state ->
                [open] La suite : quelqu'un de l'équipe s'en charge d'ici le { $instant }. Sinon, cela passe tout seul à quelqu'un d'autre dans l'équipe.
                [triage] La suite : d'ici le { $instant }, tu sauras comment cela continue. Sinon, cela passe tout seul à quelqu'un d'autre dans l'équipe.
                [waiting] La suite : la réponse, d'ici le { $instant }. Sans réponse, cela se termine alors sans suite, et même cela peut être regardé à nouveau.
                [mediation] La suite : le { $instant }, je demande à chaque personne si c'est réglé. Si personne ne dit rien, cela s'arrête là, et rien n'est reproché à personne.
                [settled] La suite : le { $instant }, c'est terminé, sauf si l'une des deux personnes dit d'ici là que cela n'a pas été tenu.
                [escalated] La suite : une personne qui n'y a pris aucune part s'en charge d'ici le { $instant }. Sinon, un cercle de membres est appelé.
                [escalated-small] La suite : une personne qui n'y a pris aucune part s'en charge d'ici le { $instant }. Sinon, on demande à quelqu'un hors de l'équipe, si la communauté a désigné quelqu'un ; et si personne ne peut décider, rien n'est reproché à personne.
                [referred] La suite : une réponse venue de l'extérieur de l'équipe, d'ici le { $instant }. Sans réponse, cela se termine sans décision, et ce qui valait entre-temps est levé.
                [mediation-asked] La suite : si personne ne dit rien d'ici le { $instant }, la discussion s'arrête là, et rien n'est reproché à personne.
                [appealed-stands] La suite : d'ici le { $instant }, une personne qui n'y a pris aucune part reprend tout. Si personne ne le fait, la décision reste la même.
                [appealed-outside] La suite : une réponse venue de l'extérieur de l'équipe, si quelqu'un y a été interrogé, d'ici le { $instant }. Sans réponse, la décision reste la même.
                [voting] La suite : le { $instant }, les voix du cercle sont comptées telles qu'elles sont.
                [deciding] La suite : d'ici le { $instant }, tu liras la décision et ses raisons. Sinon, quelqu'un d'autre décide.
                [decided] La suite : jusqu'au { $instant }, tu peux demander un autre regard, par une personne qui n'y a pris aucune part. Si personne ne le demande, c'est alors terminé.
                [appealed] La suite : d'ici le { $instant }, une personne qui n'y a pris aucune part reprend tout. Si personne ne le fait, ce qui était décidé est levé.
                [appealed-ban] La suite : d'ici le { $instant }, une personne qui n'y a pris aucune part reprend tout. Si personne ne le fait, on demande à quelqu'un hors de l'équipe, si la communauté a désigné quelqu'un ; le bannissement reste si aucune réponse n'en vient.
                [closed-asked] La suite : une personne qui n'y a pris aucune part lit tes mots, et tu auras sa réponse, quelle qu'elle soit. Aucun jour n'est fixé pour cela ; /contact permet d'en demander des nouvelles. Ce qui en est gardé est effacé le { $instant }.
                [over] La suite : tu n'as plus rien à faire. Ce qui en est gardé est effacé le { $instant }.
               *[closed] La suite : tu n'as plus rien à faire. S'il y a du nouveau, le bouton permet de le dire, une fois. Ce qui en est gardé est effacé le { $instant }.
            }
    }
party-next-free =
    { $address ->
        [vous] La suite : plus rien ne vous est demandé. Les personnes qui continuent ont jusqu'au { $instant }.
       *[tu] La suite : plus rien ne t'est demandé. Les personnes qui continuent ont jusqu'au { $instant }.
    }
party-next-over = Il n'y aura plus de suite, et ce qui en était gardé est effacé.

## Le début

party-opened-dispute =
    { $address ->
        [vous]
            { $told ->
                [yes] Merci de nous l'avoir dit ; vos mots sont arrivés. Rien n'est décidé. L'autre personne apprend que quelqu'un a demandé de l'aide après un échange, mais pas ce que vous avez écrit.
               *[no] Merci de nous l'avoir dit ; vos mots sont arrivés. Rien n'est décidé. Pour l'instant, l'autre personne n'en apprend rien.
            }
       *[tu]
            { $told ->
                [yes] Merci de nous l'avoir dit ; tes mots sont arrivés. Rien n'est décidé. L'autre personne apprend que quelqu'un a demandé de l'aide après un échange, mais pas ce que tu as écrit.
               *[no] Merci de nous l'avoir dit ; tes mots sont arrivés. Rien n'est décidé. Pour l'instant, l'autre personne n'en apprend rien.
            }
    }
party-opened-review =
    { $address ->
        [vous] Vous avez demandé qu'une personne regarde ce qui a été fait sans personne. L'équipe a votre demande, et rien de ce que vous écrivez ici ne peut l'aggraver.
       *[tu] Tu as demandé qu'une personne regarde ce qui a été fait sans personne. L'équipe a ta demande, et rien de ce que tu écris ici ne peut l'aggraver.
    }
party-opened-readers =
    { $readers ->
        [team] Qui le lit : dans l'équipe, les personnes qui s'en occupent, et personne d'autre.
       *[few] Qui le lit : comme cela concerne quelqu'un de l'équipe, cela reste hors du salon de l'équipe. Seules les personnes à la direction de la communauté, ou quelqu'un hors de l'équipe, le lisent.
    }
party-opened-other =
    { $address ->
        [vous] { $you }, quelqu'un a mal vécu un échange avec vous et a demandé de l'aide à l'équipe. Rien n'est décidé, et personne n'a pris parti.
       *[tu] { $you }, quelqu'un a mal vécu un échange avec toi et a demandé de l'aide à l'équipe. Rien n'est décidé, et personne n'a pris parti.
    }
party-opened-other-place = { $you }, quelqu'un a mal vécu un échange dans { $place } et a demandé de l'aide à l'équipe. Rien n'est décidé, et personne n'a pris parti.
party-opened-other-side =
    { $address ->
        [vous] Votre version compte autant. Racontez-la avec vos mots, si vous voulez ; seules les personnes qui s'en occupent la liront.
       *[tu] Ta version compte autant. Raconte-la avec tes mots, si tu veux ; seules les personnes qui s'en occupent la liront.
    }
party-claimed = { party-handler } s'en occupe désormais.
party-claimed-side =
    { $address ->
        [vous] Votre version aiderait, si possible avant le { $instant }. Seules les personnes qui s'en occupent la liront.
       *[tu] Ta version aiderait, si possible avant le { $instant }. Seules les personnes qui s'en occupent la liront.
    }
party-released =
    { $address ->
        [vous] La personne qui s'en occupait a passé la main, et quelqu'un d'autre dans l'équipe s'en charge. Rien de ce que vous avez dit n'est perdu.
       *[tu] La personne qui s'en occupait a passé la main, et quelqu'un d'autre dans l'équipe s'en charge. Rien de ce que tu as dit n'est perdu.
    }
party-question =
    { $address ->
        [vous] { party-handler } aimerait savoir de vous :
       *[tu] { party-handler } aimerait savoir de toi :
    }
party-question-other =
    { $address ->
        [vous] Une question est posée à quelqu'un d'autre, pour y voir clair. Vous n'avez rien à faire.
       *[tu] Une question est posée à quelqu'un d'autre, pour y voir clair. Tu n'as rien à faire.
    }
party-answered-on = La question a sa réponse, et cela continue.
party-answer-told =
    { $address ->
        [vous] Vos mots sont arrivés chez les personnes qui s'en occupent.
       *[tu] Tes mots sont arrivés chez les personnes qui s'en occupent.
    }
party-joined =
    { $address ->
        [vous] Cela est regardé avec autre chose que l'équipe avait déjà. Vous n'avez rien à faire, et rien de ce que vous avez dit n'est perdu.
       *[tu] Cela est regardé avec autre chose que l'équipe avait déjà. Tu n'as rien à faire, et rien de ce que tu as dit n'est perdu.
    }

## En parler

party-invite =
    { $address ->
        [vous] { $you }, voulez-vous en parler avec { $other }, avec l'aide de l'équipe ? { party-handler } porte les mots entre vous, sans que vous ayez à vous écrire directement.
       *[tu] { $you }, veux-tu en parler avec { $other }, avec l'aide de l'équipe ? { party-handler } porte les mots entre vous, sans que vous ayez à vous écrire directement.
    }
party-invite-free = Chaque personne répond pour elle-même. Refuser, ou arrêter plus tard, n'est jamais reproché à personne.
party-consent-told =
    { $address ->
        [vous] Merci. Cela commence quand l'autre personne aura dit oui aussi. D'ici là, personne n'apprend ce que vous avez répondu.
       *[tu] Merci. Cela commence quand l'autre personne aura dit oui aussi. D'ici là, personne n'apprend ce que tu as répondu.
    }
party-decline-told =
    { $address ->
        [vous] C'est très bien ainsi, et cela ne vous sera jamais reproché. On continue sans.
       *[tu] C'est très bien ainsi, et cela ne te sera jamais reproché. On continue sans.
    }
party-no-talks = Vous n'en parlerez pas ensemble. Ce n'est reproché à personne, et { party-handler-mid } continue de s'en occuper.
party-handler-mid =
    { $handler ->
        [team] l'équipe
        [outside] quelqu'un hors de l'équipe
       *[other] { $handler }
    }
party-talks =
    { $address ->
        [vous] Les deux personnes ont dit oui : vous en parlez désormais avec { $other }. { party-handler } porte les mots entre vous : ce que vous écrivez avec « Dire quelque chose » passe d'abord par là, et ce qui aide est transmis à l'autre personne.
       *[tu] Les deux personnes ont dit oui : tu en parles désormais avec { $other }. { party-handler } porte les mots entre vous : ce que tu écris avec « Dire quelque chose » passe d'abord par là, et ce qui aide est transmis à l'autre personne.
    }
party-talks-how =
    { $address ->
        [vous] Chaque personne peut proposer comment régler cela. Une proposition vaut quand les deux ont dit oui aux mêmes mots. Vous pouvez arrêter à tout moment, cela ne vous sera jamais reproché. Une conversation à trois ne s'ouvre que si les deux personnes la demandent.
       *[tu] Chaque personne peut proposer comment régler cela. Une proposition vaut quand les deux ont dit oui aux mêmes mots. Tu peux arrêter à tout moment, cela ne te sera jamais reproché. Une conversation à trois ne s'ouvre que si les deux personnes la demandent.
    }
party-carried =
    { $address ->
        [vous] { party-handler } vous apporte des mots de l'autre personne :
       *[tu] { party-handler } t'apporte des mots de l'autre personne :
    }
party-carry-told = Je lui apporte ces mots.
party-offered =
    { $by ->
        [other] L'autre personne propose ceci (version { $version }) :
       *[handler] { party-handler } propose ceci (version { $version }) :
    }
party-offered-how = Cela vaut quand les deux personnes ont dit oui à ces mots-là ; un oui donné plus tôt à d'autres mots ne compte pas pour ceux-ci.
party-offered-left =
    { $left ->
        [0] C'était la dernière version que je puisse transmettre.
        [one] Une version de plus est possible.
       *[other] { $left } versions de plus sont possibles.
    }
party-offer-told =
    { $address ->
        [vous] Votre proposition part comme version { $version }, et votre propre oui est noté.
       *[tu] Ta proposition part comme version { $version }, et ton propre oui est noté.
    }
party-offer-told-mediator = La proposition part aux deux personnes comme version { $version }.
party-agree-told =
    { $address ->
        [vous] Votre oui à la version { $version } est noté. Elle vaut quand l'autre personne aura dit oui aux mêmes mots.
       *[tu] Ton oui à la version { $version } est noté. Elle vaut quand l'autre personne aura dit oui aux mêmes mots.
    }
party-settled = Les deux personnes ont dit oui à ces mots ; ils valent désormais :
party-settled-how =
    { $address ->
        [vous] Si c'est tenu, dites-le quand vous voulez. Sinon, dites-le aussi : quelqu'un s'en occupe alors à nouveau.
       *[tu] Si c'est tenu, dis-le quand tu veux. Sinon, dis-le aussi : quelqu'un s'en occupe alors à nouveau.
    }
party-done-told = Merci, cela me réjouit. C'est terminé quand l'autre personne le dira aussi, ou tout seul le jour venu.
party-kept = Les deux personnes disent que ce qui était convenu a été tenu. C'est tout à leur honneur ; merci.
party-both-settled = Les deux personnes disent que c'est réglé. Tant mieux ; merci d'avoir parlé.
party-breach-told = C'est dommage, et c'est noté. Les personnes qui s'en occupent reprennent la situation.
party-breach-other =
    { $address ->
        [vous] L'une des deux personnes trouve que ce qui était convenu n'a pas été tenu. Rien n'est décidé ; les personnes qui s'en occupent reprennent la situation. Si vous le voyez autrement, dites-le-leur.
       *[tu] L'une des deux personnes trouve que ce qui était convenu n'a pas été tenu. Rien n'est décidé ; les personnes qui s'en occupent reprennent la situation. Si tu le vois autrement, dis-le-leur.
    }
party-share-told =
    { $address ->
        [vous] C'est noté. Une conversation à trois s'ouvre quand l'autre personne la demande aussi ; d'ici là, personne n'apprend que vous l'avez demandée.
       *[tu] C'est noté. Une conversation à trois s'ouvre quand l'autre personne la demande aussi ; d'ici là, personne n'apprend que tu l'as demandée.
    }
party-share-open =
    { $address ->
        [vous] Les deux personnes l'ont demandé : une conversation à trois est ouverte. Personne d'autre ne la lit. Si vous ne voulez plus y être, vous pouvez arrêter ici à tout moment.
       *[tu] Les deux personnes l'ont demandé : une conversation à trois est ouverte. Personne d'autre ne la lit. Si tu ne veux plus y être, tu peux arrêter ici à tout moment.
    }
party-share-cannot = Les deux personnes ont demandé une conversation à trois, mais je ne peux pas en ouvrir ici. { party-handler } continue de porter les mots.
party-together = Ici, vous pouvez parler à trois. Personne n'a à répondre tout de suite, et chaque personne peut arrêter à tout moment. { party-handler } est là pour aider.
party-left-told =
    { $address ->
        [vous] C'est très bien ainsi. Vous avez arrêté, et cela ne vous sera jamais reproché. { party-handler } regarde comment cela continue.
       *[tu] C'est très bien ainsi. Tu as arrêté, et cela ne te sera jamais reproché. { party-handler } regarde comment cela continue.
    }
party-left-team =
    { $address ->
        [vous] La discussion est finie, et les deux personnes savent que ce n'est reproché à personne. À vous de voir comment cela continue.
       *[tu] La discussion est finie, et les deux personnes savent que ce n'est reproché à personne. À toi de voir comment cela continue.
    }
party-left-other = La discussion est finie. Ce n'est reproché à personne. { party-handler } regarde comment cela continue.
party-talks-asked =
    { $address ->
        [vous] Il est temps de demander : est-ce réglé entre vous ? Si oui, dites-le, ou dites oui à la dernière proposition. Sinon, vous pouvez faire confier la situation à une personne qui n'y a pris aucune part.
       *[tu] Il est temps de demander : est-ce réglé entre vous ? Si oui, dis-le, ou dis oui à la dernière proposition. Sinon, tu peux faire confier la situation à une personne qui n'y a pris aucune part.
    }
party-talks-silent = Personne n'a plus rien dit, et la discussion s'arrête ici. Rien n'est reproché à personne.

## Confié plus loin

party-passed-on =
    { $why ->
        [late] Personne n'a pu s'en occuper à temps ; nous le regrettons. C'est confié à quelqu'un d'autre, qui n'y a pris aucune part.
        [wish] Comme l'une des deux personnes l'a souhaité, c'est confié à une personne qui n'y a pris aucune part.
        [stepped-back] La personne qui devait décider a passé la main, pour que personne ne décide sans y être à sa place. C'est confié à quelqu'un d'autre, qui n'y a pris aucune part.
        [again] Tout est regardé encore une fois depuis le début, par d'autres personnes qu'avant.
        [circle] Le cercle n'est pas arrivé à une réponse claire. C'est confié plus loin.
       *[handler] C'est confié à une personne qui n'y a pris aucune part et qui décide d'un œil neuf.
    }
party-assigned = { party-handler } décide, sans y avoir pris part jusqu'ici.
party-referred = On a demandé à quelqu'un hors de l'équipe de regarder.
party-referred-to = C'est confié à quelqu'un hors de l'équipe, à qui l'on a demandé de regarder :
party-responded = La personne interrogée hors de l'équipe a répondu :
party-responded-plain = La personne interrogée hors de l'équipe a répondu.
party-restrained = Jusqu'au { $instant } au plus tard, merci de ne pas vous écrire, ni ici ni en privé. Ce n'est pas un jugement : cela laisse de la place à chaque personne jusqu'à une décision. L'autre personne lit la même chose.
party-restrained-other =
    { $address ->
        [vous] Jusqu'au { $instant } au plus tard, quelque chose vaut pour l'autre personne, afin de laisser de la place jusqu'à une décision. Vous n'avez rien à faire ; merci de ne pas vous écrire d'ici là.
       *[tu] Jusqu'au { $instant } au plus tard, quelque chose vaut pour l'autre personne, afin de laisser de la place jusqu'à une décision. Tu n'as rien à faire ; merci de ne pas vous écrire d'ici là.
    }
party-restraint-over = Vous pouvez à nouveau vous écrire ; ce n'était que pour un temps. Rien d'autre n'a changé.
party-request-told =
    { $address ->
        [vous] Merci ; vos mots sont arrivés dans l'équipe. Une personne qui n'y a pris aucune part les lit, et reprend la situation ou vous dit pourquoi elle en reste là. D'ici là, personne d'autre n'en apprend rien.
       *[tu] Merci ; tes mots sont arrivés dans l'équipe. Une personne qui n'y a pris aucune part les lit, et reprend la situation ou te dit pourquoi elle en reste là. D'ici là, personne d'autre n'en apprend rien.
    }
party-request-nobody =
    { $address ->
        [vous] Merci ; vos mots sont gardés avec le reste. En ce moment, personne n'est disponible dans l'équipe sans y avoir pris part, et ce n'est pas aux autres de décider si l'on y revient.
       *[tu] Merci ; tes mots sont gardés avec le reste. En ce moment, personne n'est disponible dans l'équipe sans y avoir pris part, et ce n'est pas aux autres de décider si l'on y revient.
    }
party-refused = { party-handler } a lu d'un œil neuf ce qu'il y avait de nouveau, et en reste là. En voici les raisons :
party-reopened =
    { $address ->
        [vous]
            { $asked ->
                [yes] Vous nous avez dit qu'il y avait du nouveau : c'est regardé à nouveau, par quelqu'un d'autre qu'avant. Tant que rien n'est décidé, rien ne change.
               *[no] Un élément nouveau est apparu : c'est regardé à nouveau, par quelqu'un d'autre qu'avant. Tant que rien n'est décidé, rien ne change.
            }
       *[tu]
            { $asked ->
                [yes] Tu nous as dit qu'il y avait du nouveau : c'est regardé à nouveau, par quelqu'un d'autre qu'avant. Tant que rien n'est décidé, rien ne change.
               *[no] Un élément nouveau est apparu : c'est regardé à nouveau, par quelqu'un d'autre qu'avant. Tant que rien n'est décidé, rien ne change.
            }
    }

## Le cercle

party-circle-title = Décider ensemble
party-circle-what = Quand des personnes en désaccord ne trouvent pas d'issue et que l'équipe ne doit pas décider seule, des membres tirés au sort décident ensemble. Cinq, sept ou neuf personnes lisent ce qui s'est passé, sans le nom de qui l'a signalé, et chacune dit pour elle-même ce qui devrait en sortir.
party-circle-means =
    { $address ->
        [vous] Votre nom peut sortir du tirage si vous êtes là depuis trente jours, écrivez de temps en temps, n'avez rien en cours qui vous concerne et l'acceptez. On vous demande alors d'abord, et vous pouvez dire « pas cette fois » sans donner de raison. Cela prend environ un quart d'heure, dans un délai de trois jours. Personne ne voit jamais votre voix.
       *[tu] Ton nom peut sortir du tirage si tu es là depuis trente jours, écris de temps en temps, n'as rien en cours qui te concerne et l'acceptes. On te demande alors d'abord, et tu peux dire « pas cette fois » sans donner de raison. Cela prend environ un quart d'heure, dans un délai de trois jours. Personne ne voit jamais ta voix.
    }
party-circle-here =
    { $profile ->
        [large] Cette communauté décide ainsi quand il le faut.
       *[small] Cette communauté est petite, et son équipe décide pour l'instant sans cercle. Un oui compte dès le jour où il y en aura.
    }
party-circle-own =
    { $address ->
        [vous]
            { $willing ->
                [yes] Vous acceptez le tirage au sort.
               *[no] Vous n'êtes pas dans le tirage au sort pour l'instant.
            }
       *[tu]
            { $willing ->
                [yes] Tu acceptes le tirage au sort.
               *[no] Tu n'es pas dans le tirage au sort pour l'instant.
            }
    }
party-circle-joined =
    { $address ->
        [vous] Merci : désormais, votre nom peut sortir du tirage.
       *[tu] Merci : désormais, ton nom peut sortir du tirage.
    }
party-circle-left =
    { $address ->
        [vous] C'est noté : votre nom ne sortira plus du tirage. Là où vous avez déjà dit oui, cela tient tant que vous n'y dites pas non.
       *[tu] C'est noté : ton nom ne sortira plus du tirage. Là où tu as déjà dit oui, cela tient tant que tu n'y dis pas non.
    }
party-circle-begins =
    { $size ->
        [one] Un cercle décide : { $size } membre, désigné par le sort, sans aucune part dans ce qui s'est passé. Personne n'apprend jamais qui vote quoi, et personne ne voit de compte avant la fin.
       *[other] Un cercle décide : { $size } membres, désignés par le sort, sans aucune part dans ce qui s'est passé. Personne n'apprend jamais qui vote quoi, et personne ne voit de compte avant la fin.
    }
party-circle-people =
    { $address ->
        [vous] Les personnes appelées sont indiquées plus bas. Si l'une d'elles ne devrait pas décider de ce qui vous concerne, vous pouvez en faire remplacer une dans la journée, sans donner de raison.
       *[tu] Les personnes appelées sont indiquées plus bas. Si l'une d'elles ne devrait pas décider de ce qui te concerne, tu peux en faire remplacer une dans la journée, sans donner de raison.
    }
party-circle-member = Numéro { $number }
party-circle-changed = Le cercle a changé : on demande désormais à { $person }.
party-circle-smaller = Le cercle a changé : l'une des personnes appelées n'y participe pas. Il ne reste personne en réserve, et les autres décident.
party-person = { $person }
party-seat =
    { $address ->
        [vous] { $you }, votre nom est sorti du tirage pour un cercle : { $size } membres qui décident ensemble comment finit une situation entre d'autres personnes. Vous aviez accepté le tirage ; merci.
       *[tu] { $you }, ton nom est sorti du tirage pour un cercle : { $size } membres qui décident ensemble comment finit une situation entre d'autres personnes. Tu avais accepté le tirage ; merci.
    }
party-seat-asked =
    { $address ->
        [vous] Ce qui vous est demandé : lire ce qui s'est passé, et dire d'ici le { $instant } ce qui devrait en sortir. Cela prend environ un quart d'heure. Vous pouvez changer d'avis jusqu'à la fin. Personne ne voit votre voix, ni l'équipe ni les personnes concernées.
       *[tu] Ce qui t'est demandé : lire ce qui s'est passé, et dire d'ici le { $instant } ce qui devrait en sortir. Cela prend environ un quart d'heure. Tu peux changer d'avis jusqu'à la fin. Personne ne voit ta voix, ni l'équipe ni les personnes concernées.
    }
party-seat-free =
    { $address ->
        [vous] Si le moment est mal choisi, ou si vous connaissez trop bien les personnes, dites « Pas cette fois ». Personne ne demande pourquoi, et le sort désigne quelqu'un d'autre. Sans réponse, votre place reste vide.
       *[tu] Si le moment est mal choisi, ou si tu connais trop bien les personnes, dis « Pas cette fois ». Personne ne demande pourquoi, et le sort désigne quelqu'un d'autre. Sans réponse, ta place reste vide.
    }
party-seat-next =
    { $address ->
        [vous] La suite : le { $instant }, les voix sont comptées telles qu'elles sont, et vous lirez ce qui en est sorti.
       *[tu] La suite : le { $instant }, les voix sont comptées telles qu'elles sont, et tu liras ce qui en est sorti.
    }
party-seat-told =
    { $address ->
        [vous] Merci. Voici ce qui s'est passé, sans les noms. Les voix comptent jusqu'au { $instant } ; changez ou retirez la vôtre autant que vous voulez.
       *[tu] Merci. Voici ce qui s'est passé, sans les noms. Les voix comptent jusqu'au { $instant } ; change ou retire la tienne autant que tu veux.
    }
party-seat-declined = Aucun souci, et merci de l'avoir dit. Le sort désigne quelqu'un d'autre.
party-seat-released =
    { $address ->
        [vous] { $you }, ce cercle peut finalement se passer de vous. Chaque côté peut faire remplacer une personne sans raison : cela ne dit rien de vous. Merci d'avoir été là ; il n'y aura pas d'autre suite.
       *[tu] { $you }, ce cercle peut finalement se passer de toi. Chaque côté peut faire remplacer une personne sans raison : cela ne dit rien de toi. Merci d'avoir été là ; il n'y aura pas d'autre suite.
    }
party-summary-text = Ce qui était écrit :
party-summary-around = Ce qui se trouvait autour :
party-summary-opener = Ce que dit la personne qui a demandé de l'aide :
party-summary-wish = Ce qu'elle aimerait voir en sortir :
party-summary-respondent = Ce que dit l'autre personne :
party-summary-rules = Quelles règles sont touchées :
party-summary-nothing = Il ne reste pas de mots à montrer ; les personnes qui demandent cet avis n'ont elles-mêmes que les grandes lignes.
party-summary-letter =
    { $who ->
        [opener] La personne qui a demandé de l'aide
        [respondent] L'autre personne
       *[member] Membre { $letter }
    }
party-ballot-ask =
    { $address ->
        [vous] Que devrait-il en sortir ? Personne d'autre ne voit votre voix.
       *[tu] Que devrait-il en sortir ? Personne d'autre ne voit ta voix.
    }
party-ballot-yours =
    { $address ->
        [vous]
            { $choice ->
                [measure] Votre voix pour l'instant : pour une mesure.
                [nothing] Votre voix pour l'instant : sans suite.
                [talk] Votre voix pour l'instant : en reparler.
               *[abstain] Votre voix pour l'instant : abstention.
            }
       *[tu]
            { $choice ->
                [measure] Ta voix pour l'instant : pour une mesure.
                [nothing] Ta voix pour l'instant : sans suite.
                [talk] Ta voix pour l'instant : en reparler.
               *[abstain] Ta voix pour l'instant : abstention.
            }
    }
party-ballot-told =
    { $choice ->
        [measure] C'est noté, et cela reste entre nous : pour une mesure. L'équipe dit laquelle ; plus de la moitié du cercle doit participer, et il faut deux tiers pour plus qu'un rappel.
        [nothing] C'est noté, et cela reste entre nous : sans suite.
        [talk] C'est noté, et cela reste entre nous : en reparler.
       *[abstain] C'est noté, et cela reste entre nous : abstention. Elle ne penche d'aucun côté.
    }
party-ballot-until =
    { $address ->
        [vous] Vous pouvez la changer ou la retirer jusqu'au { $instant }. Puis toutes les voix sont comptées, et vous lirez ce qui en est sorti.
       *[tu] Tu peux la changer ou la retirer jusqu'au { $instant }. Puis toutes les voix sont comptées, et tu liras ce qui en est sorti.
    }
party-ballot-none =
    { $address ->
        [vous] Votre voix est retirée et ne compte pas. Vous pouvez voter à nouveau jusqu'au { $instant } ; sans voix, votre place reste vide.
       *[tu] Ta voix est retirée et ne compte pas. Tu peux voter à nouveau jusqu'au { $instant } ; sans voix, ta place reste vide.
    }
party-challenge-told =
    { $address ->
        [vous] C'est noté : { $person } ne participe pas. C'était la seule personne que vous pouviez faire remplacer.
       *[tu] C'est noté : { $person } ne participe pas. C'était la seule personne que tu pouvais faire remplacer.
    }
party-challenge-gone = Ce cercle a changé entre-temps, et personne n'a été remplacé. /situation montre qui en est maintenant.
party-counted =
    { $result ->
        [measure] Le cercle a parlé : il est pour une mesure.
        [nothing] Le cercle a parlé : sans suite.
        [talk] Le cercle a parlé : en reparler.
        [tie] Le cercle n'est pas arrivé à une réponse claire : autant de voix d'un côté que de l'autre. Une égalité n'amène jamais de mesure.
       *[no_quorum] Trop peu de membres du cercle ont participé, si bien qu'il n'en sort rien.
    }
party-counted-numbers = Pour une mesure : { $measure }. Sans suite : { $nothing }. En reparler : { $talk }. Abstentions : { $abstained }. Places : { $seated }.
party-counted-thanks =
    { $address ->
        [vous] Merci d'y avoir pris part. L'équipe met en mots ce qui en découle ; vous n'avez plus rien à faire.
       *[tu] Merci d'y avoir pris part. L'équipe met en mots ce qui en découle ; tu n'as plus rien à faire.
    }

## Ce qui est décidé, et un autre regard

party-decided =
    { $outcome ->
        [measure] { party-handler } a décidé : il y a une mesure. Laquelle, seule la personne concernée le lit ; voici les raisons.
        [settled] Il est décidé que c'est réglé.
        [talked] Pour l'équipe, cette conversation est terminée. S'il reste quelque chose, /contact en ouvre une autre à tout moment.
        [no_decision] Personne n'a pu décider sans y avoir déjà pris part. Il n'y a donc pas de décision : ce qui valait entre-temps est levé, et rien n'est reproché à personne.
       *[no_further_action] { party-handler } a regardé et décidé : sans suite. Rien n'est reproché à personne.
    }
party-decided-reasons = Les raisons, telles qu'elles ont été écrites :
party-decided-silent =
    { $address ->
        [vous] Aucune réponse n'est venue, si bien que cela se termine sans suite. Rien n'est reproché à personne. Si le temps vous a manqué, vous pouvez encore demander un autre regard.
       *[tu] Aucune réponse n'est venue, si bien que cela se termine sans suite. Rien n'est reproché à personne. Si le temps t'a manqué, tu peux encore demander un autre regard.
    }
party-decided-appeal =
    { $address ->
        [vous] Vous pouvez demander un autre regard : une personne qui n'y a pris aucune part reprend tout. Le demander ne vous sera jamais reproché.
       *[tu] Tu peux demander un autre regard : une personne qui n'y a pris aucune part reprend tout. Le demander ne te sera jamais reproché.
    }
party-appeal-told =
    { $address ->
        [vous] Votre demande est arrivée. Une personne qui n'y a pris aucune part reprend tout, et vous lirez ses raisons.
       *[tu] Ta demande est arrivée. Une personne qui n'y a pris aucune part reprend tout, et tu liras ses raisons.
    }
party-appeal-meanwhile =
    { $address ->
        [vous]
            { $holds ->
                [yes] D'ici là, aucun rappel ne compte. Ce qui vous retient reste en place jusqu'à ce que quelqu'un ait regardé, et passe en premier.
               *[no] D'ici là, aucun rappel ne compte.
            }
       *[tu]
            { $holds ->
                [yes] D'ici là, aucun rappel ne compte. Ce qui te retient reste en place jusqu'à ce que quelqu'un ait regardé, et passe en premier.
               *[no] D'ici là, aucun rappel ne compte.
            }
    }
party-appeal-other =
    { $address ->
        [vous] Une personne concernée a demandé un autre regard sur ce qui est décidé. Vous n'avez rien à faire ; vous saurez ce qui en sort.
       *[tu] Une personne concernée a demandé un autre regard sur ce qui est décidé. Tu n'as rien à faire ; tu sauras ce qui en sort.
    }
party-appeal-taken = { party-handler } reprend tout, sans y avoir pris part jusqu'ici.
party-appeal-second = Il n'y a personne qui n'y ait pris aucune part. { party-handler } le dit donc ouvertement : c'est sa propre décision qui est reprise, après deux jours et depuis le début.
party-upheld =
    { $address ->
        [vous] Vous avez demandé un autre regard, et { party-handler-mid } a tout repris. Cette fois, cela reste ainsi. En voici les raisons :
       *[tu] Tu as demandé un autre regard, et { party-handler-mid } a tout repris. Cette fois, cela reste ainsi. En voici les raisons :
    }
party-upheld-other = Tout a été repris, et la décision reste la même. En voici les raisons :
party-softened =
    { $address ->
        [vous] Vous avez bien fait de demander : { party-handler-mid } a tout repris, et c'était trop. Ce qui était décidé est levé, et quelque chose de plus doux le remplace ; vous lirez à part ce que c'est. En voici les raisons :
       *[tu] Tu as bien fait de demander : { party-handler-mid } a tout repris, et c'était trop. Ce qui était décidé est levé, et quelque chose de plus doux le remplace ; tu liras à part ce que c'est. En voici les raisons :
    }
party-softened-other = Tout a été repris, et ce qui était décidé devient plus doux. En voici les raisons :
party-overturned =
    { $address ->
        [vous] { $you }, vous avez bien fait de demander. { party-handler } a tout repris : c'était notre erreur. C'est levé et effacé, comme si cela n'avait jamais été. Toutes nos excuses ; votre place est ici.
       *[tu] { $you }, tu as bien fait de demander. { party-handler } a tout repris : c'était notre erreur. C'est levé et effacé, comme si cela n'avait jamais été. Toutes nos excuses ; ta place est ici.
    }
party-overturned-other = Tout a été repris : ce qui était décidé était notre erreur, et c'est levé. En voici les raisons :
party-remitted =
    { $address ->
        [vous] Vous avez demandé un autre regard. { party-handler } trouve qu'il faut tout regarder encore une fois depuis le début, par d'autres personnes. En voici les raisons :
       *[tu] Tu as demandé un autre regard. { party-handler } trouve qu'il faut tout regarder encore une fois depuis le début, par d'autres personnes. En voici les raisons :
    }
party-remitted-other = Tout est regardé encore une fois depuis le début, par d'autres personnes. En voici les raisons :
party-appeal-late =
    { $address ->
        [vous] Personne n'a repris cela à temps, et vous n'avez pas à nous attendre plus longtemps. Ce qui était décidé est donc levé, et aucun rappel n'en compte. Nous regrettons que cela ait tant duré.
       *[tu] Personne n'a repris cela à temps, et tu n'as pas à nous attendre plus longtemps. Ce qui était décidé est donc levé, et aucun rappel n'en compte. Nous regrettons que cela ait tant duré.
    }
party-appeal-late-ban = Personne n'a repris cela à temps ; nous le regrettons. Un bannissement n'est pas levé sans que quelqu'un regarde : c'est à quelqu'un hors de l'équipe, si la communauté a désigné quelqu'un.
party-appeal-late-other = Personne n'a repris cela à temps, si bien que ce qui était décidé est levé.
party-appeal-late-stands = Personne n'a repris cela à temps ; nous le regrettons. La décision reste la même.
party-waive-told =
    { $address ->
        [vous] C'est noté. De votre côté, on en reste là.
       *[tu] C'est noté. De ton côté, on en reste là.
    }
party-not-sure = Rien n'a changé.
party-withdraw-told =
    { $address ->
        [vous] Votre demande est retirée. Plus rien n'est fait à ce sujet, et rien n'en est reproché à personne. Si cela recommence, écrivez à nouveau.
       *[tu] Ta demande est retirée. Plus rien n'est fait à ce sujet, et rien n'en est reproché à personne. Si cela recommence, écris à nouveau.
    }
party-withdrawn =
    { $address ->
        [vous] La personne qui avait demandé de l'aide a retiré sa demande. Plus rien n'est fait à ce sujet, et rien ne vous en est reproché.
       *[tu] La personne qui avait demandé de l'aide a retiré sa demande. Plus rien n'est fait à ce sujet, et rien ne t'en est reproché.
    }
party-finished =
    { $address ->
        [vous] C'est terminé. Merci de votre patience.
       *[tu] C'est terminé. Merci de ta patience.
    }
party-survey =
    { $address ->
        [vous] Deux questions brèves se trouvent plus bas, si vous voulez. L'autre personne ne voit jamais vos réponses.
       *[tu] Deux questions brèves se trouvent plus bas, si tu veux. L'autre personne ne voit jamais tes réponses.
    }
party-survey-told =
    { $address ->
        [vous] Merci. Vos réponses n'entrent que dans des totaux.
       *[tu] Merci. Tes réponses n'entrent que dans des totaux.
    }
party-archived =
    { $address ->
        [vous] Il y a quelque temps, cela vous concernait. Les mots et les noms en sont maintenant effacés ; il reste seulement compté qu'il y a eu quelque chose, et comment cela a fini.
       *[tu] Il y a quelque temps, cela te concernait. Les mots et les noms en sont maintenant effacés ; il reste seulement compté qu'il y a eu quelque chose, et comment cela a fini.
    }
party-soon = Un mot d'avance : le jour approche.
party-soon-question =
    { $address ->
        [vous] Un mot d'avance : la question qui vous était posée attend encore. Une ligne suffit :
       *[tu] Un mot d'avance : la question qui t'était posée attend encore. Une ligne suffit :
    }
party-soon-kept = Ce qui était convenu est-il tenu ? C'étaient ces mots :
party-soon-decided =
    { $address ->
        [vous] Un mot d'avance : si vous souhaitez un autre regard sur ce qui est décidé, c'est le moment de le demander.
       *[tu] Un mot d'avance : si tu souhaites un autre regard sur ce qui est décidé, c'est le moment de le demander.
    }
party-soon-ballot =
    { $address ->
        [vous] Un mot d'avance : votre voix manque encore. Cela prend un quart d'heure, et personne ne la voit.
       *[tu] Un mot d'avance : ta voix manque encore. Cela prend un quart d'heure, et personne ne la voit.
    }
party-soon-seat =
    { $address ->
        [vous] Un mot d'avance : votre nom est sorti du tirage pour un cercle, et vous n'avez pas encore dit si vous venez. « Pas cette fois » convient aussi.
       *[tu] Un mot d'avance : ton nom est sorti du tirage pour un cercle, et tu n'as pas encore dit si tu viens. « Pas cette fois » convient aussi.
    }
party-took-part =
    { $address ->
        [vous] Merci : vous reprenez tout désormais.
       *[tu] Merci : tu reprends tout désormais.
    }
party-recuse-told =
    { $address ->
        [vous] C'est noté : vous passez la main, et quelqu'un d'autre s'en charge.
       *[tu] C'est noté : tu passes la main, et quelqu'un d'autre s'en charge.
    }
party-result-told =
    { $address ->
        [vous] C'est fait. Les personnes concernées lisent vos raisons.
       *[tu] C'est fait. Les personnes concernées lisent tes raisons.
    }

## Où en sont les situations

party-own-title =
    { $address ->
        [vous] Vos situations
       *[tu] Tes situations
    }
party-own-none =
    { $address ->
        [vous] Rien en cours ne vous concerne, ni rien de récent. Si quelque chose est difficile, /conflit le porte devant l'équipe, et /contact vous met en lien avec quelqu'un.
       *[tu] Rien en cours ne te concerne, ni rien de récent. Si quelque chose est difficile, /conflit le porte devant l'équipe, et /contact te met en lien avec quelqu'un.
    }
party-own-word =
    { $word ->
        [received] Reçue
        [talked_over] En discussion
        [decided] Décidée
       *[finished] Terminée
    }
party-own-line = Situation { $case }
party-own-until =
    { $word ->
        [received] Reçue ; prochaine date : { $instant }
        [talked_over] En discussion ; prochaine date : { $instant }
        [decided] Décidée ; prochaine date : { $instant }
       *[finished] Terminée ; prochaine date : { $instant }
    }
party-own-more =
    { $address ->
        [vous] Choisissez-en une pour lire où elle en est et ce que vous pouvez faire.
       *[tu] Choisis-en une pour lire où elle en est et ce que tu peux faire.
    }
party-own-unknown =
    { $address ->
        [vous] Je ne trouve pas cette situation parmi les vôtres. Sans numéro, /situation montre toutes celles qui vous concernent.
       *[tu] Je ne trouve pas cette situation parmi les tiennes. Sans numéro, /situation montre toutes celles qui te concernent.
    }
party-standing-handler = { party-handler } s'en occupe.
party-standing-began = Cela a commencé le { $instant }.
party-standing-offer = La dernière proposition (version { $version }) :
party-standing-agreed = Ce qui est convenu :
party-standing-question = La question posée :
party-standing-reasons = Ce qui est décidé, et pourquoi :
party-standing-afresh = Ce qui est sorti de l'autre regard, et pourquoi :
party-standing-own =
    { $address ->
        [vous] Ce que vous avez écrit :
       *[tu] Ce que tu as écrit :
    }
party-standing-none =
    { $address ->
        [vous] Vous n'avez rien à faire.
       *[tu] Tu n'as rien à faire.
    }
party-standing-can =
    { $address ->
        [vous] Ce que vous pouvez faire se trouve plus bas.
       *[tu] Ce que tu peux faire se trouve plus bas.
    }

## Boutons

party-button-show = Situation { $case }
party-button-consent = Oui, essayons
party-button-decline = Plutôt pas
party-button-offer = Proposer quelque chose
party-button-counter = Proposer autre chose
party-button-agree = Oui à la version { $version }
party-button-leave = Arrêter ici
party-button-share = Parler à trois
party-button-answer = Donner ma version
party-button-say = Dire quelque chose
party-button-higher = Transmettre à d'autres
party-button-done = C'est tenu
party-button-is-settled = C'est réglé
party-button-breach = Ce n'est pas tenu
party-button-appeal = Demander un autre regard
party-button-waive = En rester là
party-button-withdraw = Retirer ma demande
party-button-survey = Dire comment c'était
party-button-request = Il y a du nouveau
party-button-carry = Porter des mots
party-button-propose = Proposer quelque chose
party-button-seat = Je viens
party-button-seat-decline = Pas cette fois
party-button-challenge = Remplacer le numéro { $number }
party-button-ballot =
    { $choice ->
        [measure] Pour une mesure
        [nothing] Sans suite
        [talk] En reparler
       *[abstain] Je m'abstiens
    }
party-button-retract = Retirer ma voix
party-button-take = Reprendre tout
party-button-uphold = Cela reste ainsi
party-button-soften = Adoucir
party-button-overturn = C'était notre erreur
party-button-remit = Tout reprendre à zéro
party-button-recuse = Passer la main
party-button-circle-join = Accepter le tirage
party-button-circle-leave = Ne plus être du tirage

## L'équipe

party-unreachable = Ce que j'ai écrit à { $person } au sujet du dossier { $case } n'est pas arrivé :
party-unreachable-next = Tant qu'elle est ici, cette personne peut encore tout lire, et agir, avec /situation ; merci de le lui dire là où elle le verra. Les délais continuent.
party-mediator =
    { $address ->
        [vous] Vous portez les mots entre { $opener } et { $respondent } dans le dossier { $case }. Ce que ces personnes écrivent vous parvient ; ce que vous portez est lu comme venant de vous.
       *[tu] Tu portes les mots entre { $opener } et { $respondent } dans le dossier { $case }. Ce que ces personnes écrivent te parvient ; ce que tu portes est lu comme venant de toi.
    }
party-mediator-news =
    { $what ->
        [offer] Dossier { $case } : l'une des deux personnes propose quelque chose ; l'autre le lit.
        [agree] Dossier { $case } : l'une des deux personnes a dit oui à la dernière version.
        [settled] Dossier { $case } : les deux personnes ont dit oui aux mêmes mots. Dans deux semaines, c'est terminé, sauf si l'une d'elles dit que ce n'est pas tenu.
        [leave] Dossier { $case } : l'une des deux personnes a arrêté. C'est à reprendre, et ce n'est reproché à personne.
        [done] Dossier { $case } : l'une des deux personnes dit que c'est réglé ou que c'est tenu.
        [breach] Dossier { $case } : l'une des deux personnes dit que ce qui était convenu n'a pas été tenu. C'est à reprendre.
       *[decline] Dossier { $case } : elles n'en parleront pas ensemble. Ce n'est reproché à personne ; reste à voir comment cela continue.
    }
party-appeal-card = Un autre regard est demandé pour le dossier { $case }. Il faut une personne qui n'y a pris aucune part :
party-appeal-card-until =
    { $state ->
        [appealed] Si personne ne s'en charge d'ici le { $instant }, ce qui était décidé est levé.
        [appealed-ban] Si personne ne s'en charge d'ici le { $instant }, on demande à quelqu'un hors de l'équipe, si quelqu'un est désigné ; le bannissement reste si aucune réponse n'en vient.
       *[other] Si personne ne s'en charge d'ici le { $instant }, la décision reste la même.
    }
party-request-card = { $person } dit qu'il y a du nouveau depuis que c'est clos. Il faut une personne qui n'y a pris aucune part :
party-request-card-nobody = En ce moment, personne n'est disponible ici sans y avoir pris part, et je le lui ai dit. Qui arrivera ou reviendra pourra encore regarder.
