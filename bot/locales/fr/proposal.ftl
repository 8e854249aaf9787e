### Les règles faites ensemble : ce qui est proposé, discuté, voté et décidé.

## Ce qui est proposé

proposal-title =
    { $kind ->
        [new] Proposition { $number } : une nouvelle règle, « { $title } »
        [change] Proposition { $number } : d'autres mots pour la règle « { $title } »
        [mode] Proposition { $number } : jusqu'où va la règle « { $title } »
       *[rules] Proposition { $number } : comment nous décidons des propositions
    }
proposal-by = { $person } le propose :
proposal-by-nobody = Proposé par quelqu'un qui n'est plus là :
proposal-field-effect = Ce que cela ferait
proposal-field-standing = Où cela en est
proposal-field-tried =
    { $kind ->
        [mode] Ce que la règle a fait récemment
       *[trial] Ce qu'elle aurait fait
    }
proposal-field-sums = Les votes
proposal-field-why = La raison donnée
proposal-field-rules = Comment c'est décidé
proposal-field-words = Ce qu'elle cherche
proposal-field-spared = Ce qu'elle laisse tranquille
proposal-field-vote =
    { $address ->
        [vous] Votre vote
       *[tu] Ton vote
    }
proposal-effect =
    { $then ->
        [remove]
            { $mode ->
                [enforce] { $words ->
                    [one] Là où elle trouve son mot, le message est retiré, la personne lit pourquoi, et l'équipe est prévenue.
                   *[other] Là où elle trouve l'un de ses { $words } mots ou expressions, le message est retiré, la personne lit pourquoi, et l'équipe est prévenue.
                }
               *[shadow] { $words ->
                    [one] Elle reste à l'essai. Une fois activée par l'équipe : là où elle trouve son mot, le message est retiré, la personne lit pourquoi, et l'équipe est prévenue.
                   *[other] Elle reste à l'essai. Une fois activée par l'équipe : là où elle trouve l'un de ses { $words } mots ou expressions, le message est retiré, la personne lit pourquoi, et l'équipe est prévenue.
                }
            }
        [remind]
            { $mode ->
                [enforce] { $words ->
                    [one] Là où elle trouve son mot, la personne reçoit un mot aimable, en privé. Le message reste.
                   *[other] Là où elle trouve l'un de ses { $words } mots ou expressions, la personne reçoit un mot aimable, en privé. Le message reste.
                }
               *[shadow] { $words ->
                    [one] Elle reste à l'essai. Une fois activée par l'équipe : là où elle trouve son mot, la personne reçoit un mot aimable, en privé. Le message reste.
                   *[other] Elle reste à l'essai. Une fois activée par l'équipe : là où elle trouve l'un de ses { $words } mots ou expressions, la personne reçoit un mot aimable, en privé. Le message reste.
                }
            }
       *[alert]
            { $mode ->
                [enforce] { $words ->
                    [one] Là où elle trouve son mot, l'équipe est prévenue. Le message reste.
                   *[other] Là où elle trouve l'un de ses { $words } mots ou expressions, l'équipe est prévenue. Le message reste.
                }
               *[shadow] { $words ->
                    [one] Elle reste à l'essai. Une fois activée par l'équipe : là où elle trouve son mot, l'équipe est prévenue. Le message reste.
                   *[other] Elle reste à l'essai. Une fois activée par l'équipe : là où elle trouve l'un de ses { $words } mots ou expressions, l'équipe est prévenue. Le message reste.
                }
            }
    }
proposal-effect-mode =
    { $mode ->
        [enforce] La règle { $policy } agirait.
        [shadow] La règle { $policy } noterait seulement ce qu'elle ferait, sans rien faire.
       *[off] La règle { $policy } serait désactivée.
    }
proposal-rules = 
    Discuté pendant { $talk ->
        [one] un jour
       *[other] { $talk } jours
    }, voté pendant { $vote ->
        [one] un jour
       *[other] { $vote } jours
    } ; ce qui est accepté vaut { $wait ->
        [0] tout de suite
        [one] un jour plus tard
       *[other] { $wait } jours plus tard
    }. Au moins { $quorum } % des personnes qui peuvent voter doivent dire pour ou contre, et plus de { $majority } % de celles-ci doivent être pour. Pour changer ces règles, il faut plus de { $high } %.
proposal-on-trial = Elle est à l'essai, sans rien faire. À la fin de la discussion, je dirai ici ce qu'elle aurait fait.
proposal-tried =
    { $kind ->
        [mode]
            { $matched ->
                [0] Du { $since } au { $until }, elle ne s'est appliquée à rien.
               *[other]
                    { $amount ->
                        [many] Du { $since } au { $until }, elle s'est appliquée { $matched } fois, à { $people } personnes.
                        [few] Du { $since } au { $until }, elle s'est appliquée { $matched } fois, à moins de cinq personnes.
                       *[none] Du { $since } au { $until }, elle s'est appliquée { $matched } fois ; à qui, ce n'est plus gardé.
                    }
            }
       *[trial]
            { $matched ->
                [0] Du { $since } au { $until }, elle ne se serait appliquée à rien.
               *[other]
                    { $amount ->
                        [many] Du { $since } au { $until }, elle se serait appliquée { $matched } fois, à { $people } personnes.
                        [few] Du { $since } au { $until }, elle se serait appliquée { $matched } fois, à moins de cinq personnes.
                       *[none] Du { $since } au { $until }, elle se serait appliquée { $matched } fois ; à qui, ce n'est plus gardé.
                    }
            }
    }
proposal-field-backtest = Essayée sur le passé
proposal-backtest-awaited = Je relis ce qui s'est écrit ici ces 30 derniers jours. Ce qu'elle en aurait fait sera bientôt indiqué ici.
proposal-backtest-none =
    { $kind ->
        [mode] Aucun passé n'a pu être relu ici.
       *[trial] Aucun passé n'a pu être relu ici ; elle est à l'essai en silence à partir de maintenant.
    }
proposal-backtest =
    { $days ->
        [one] Le jour précédant la proposition
       *[other] Les { $days } jours précédant la proposition
    }, elle { $amount ->
        [none] ne se serait appliquée à aucun message sur { $read }.
        [few] se serait appliquée à moins de cinq messages sur { $read }.
        [few_people] se serait appliquée à { $matched } messages sur { $read }, de moins de cinq personnes.
       *[many] se serait appliquée à { $matched } { $matched ->
            [one] message
           *[other] messages
        } sur { $read }, { $people ->
            [one] d'une personne
           *[other] de { $people } personnes
        }.
    }
proposal-backtest-team = Je l'ai essayée sur ce qui s'est écrit ici avant. Tout le monde lit la somme ; ceci est pour l'équipe seule.
proposal-backtest-worst =
    Le pire jour, elle aurait touché { $day ->
        [one] une personne
       *[other] { $day } personnes
    }, et { $hour } au plus en une heure.
proposal-backtest-examples = Une partie de ce qu'elle aurait trouvé, là où cela se lit encore :
proposal-backtest-example = • { $passage }
proposal-standing =
    { $state ->
        [discussion] On en discute jusqu'au { $instant }.
        [deciding] L'équipe décide, ou ouvre un vote, jusqu'au { $instant } ; ensuite, le vote s'ouvre de lui-même.
        [voting] Le vote est ouvert jusqu'au { $instant }. { $electors } personnes peuvent voter ; personne ne voit les chiffres avant la fin, et personne ne verra jamais qui a voté quoi.
       *[cooling] C'est accepté, et cela vaudra à partir du { $instant }. D'ici là, une personne responsable dans l'équipe peut l'arrêter, en disant pourquoi devant tout le monde.
    }
proposal-ended =
    { $state ->
        [adopted]
            { $who ->
                [law] Adopté par un vote le { $instant }.
               *[person]
                    { $named ->
                        [yes] Adopté par { $person } le { $instant }.
                       *[no] Adopté par l'équipe le { $instant }.
                    }
            }
        [rejected]
            { $who ->
                [law] Rejeté par un vote le { $instant }.
               *[person]
                    { $named ->
                        [yes] Rejeté par { $person } le { $instant }.
                       *[no] Rejeté par l'équipe le { $instant }.
                    }
            }
        [vetoed]
            { $who ->
                [law] Arrêté le { $instant } : cela ferait taire des gens parce que leurs mots nomment les responsables de ce lieu, et aucun vote ne peut le permettre.
               *[person]
                    { $named ->
                        [yes] C'était accepté, et { $person } l'a arrêté le { $instant }.
                       *[no] C'était accepté, et l'équipe l'a arrêté le { $instant }.
                    }
            }
        [withdrawn] La personne qui le proposait l'a retiré le { $instant }.
        [no_quorum] Sans décision le { $instant } : trop peu de gens ont pris part au vote.
       *[undecided] Sans décision le { $instant } : il y a ici trop peu de gens pour voter, et l'équipe n'a pas décidé.
    }
proposal-sums = { $yes } pour, { $no } contre, { $abstained } abstentions ; { $electors } personnes pouvaient voter.
proposal-talk =
    { $kind ->
        [rules]
            { $address ->
                [vous] Qu'en pensez-vous ? Parlez-en ici. Le vote suit.
               *[tu] Qu'en penses-tu ? Parlons-en ici. Le vote suit.
            }
       *[other]
            { $address ->
                [vous] Qu'en pensez-vous ? Parlez-en ici : que manque-t-il, sur qui cela tomberait-il, y a-t-il une façon plus douce ?
               *[tu] Qu'en penses-tu ? Parlons-en ici : que manque-t-il, sur qui cela tomberait-il, y a-t-il une façon plus douce ?
            }
    }
proposal-own-vote =
    { $vote ->
        [for] Pour. Cela peut changer jusqu'à la fin du vote.
        [against] Contre. Cela peut changer jusqu'à la fin du vote.
        [abstain] Abstention. Cela peut changer jusqu'à la fin du vote.
        [open]
            { $address ->
                [vous] Vous n'avez pas encore voté.
               *[tu] Tu n'as pas encore voté.
            }
       *[none] Pas de vote cette fois : peuvent voter les personnes présentes depuis deux semaines et qui avaient écrit récemment à l'ouverture du vote.
    }

## Les boutons

proposal-button-show = Tout lire
proposal-button-vote =
    { $vote ->
        [for] Pour
        [against] Contre
       *[abstain] Abstention
    }
proposal-button-adopt = Adopter
proposal-button-open = Ouvrir un vote
proposal-button-reject = Rejeter
proposal-button-veto = Arrêter
proposal-button-withdraw = Retirer
proposal-button-again = Reprendre l'écriture
proposal-button-rules = Proposer d'autres règles
proposal-button-who = Qui décide
proposal-button-first-rules = Fixer les premières règles
proposal-button-newer = Plus récent
proposal-button-older = Plus ancien

## À qui propose

proposal-opened =
    { $voted ->
        [yes] Merci. Tout le monde peut maintenant le lire et en parler. Ensuite vient le vote.
       *[no]
            { $kind ->
                [mode] Merci. Tout le monde peut maintenant le lire et en parler. Ensuite, l'équipe décide, ou ouvre un vote.
               *[other] Merci. Tout le monde peut maintenant le lire et en parler ; pendant ce temps, je l'essaie sans rien faire. Ensuite, l'équipe décide, ou ouvre un vote.
            }
    }
proposal-not-read =
    { $address ->
        [vous] Cela ne peut pas être proposé tel quel. Rien de ce que vous avez écrit n'est perdu : tout est ci-dessous, et le bouton y ramène.
       *[tu] Cela ne peut pas être proposé tel quel. Rien de ce que tu as écrit n'est perdu : tout est ci-dessous, et le bouton y ramène.
    }
proposal-problem =
    { $address ->
        [vous]
            { $place ->
                [title] Il lui faut un nom : quelques mots, en lettres de a à z ou en chiffres.
                [words] Elle ne cherche rien : écrivez un mot ou une expression par ligne.
                [many] Cela fait trop de mots pour une règle : faites-en deux.
                [why] Elle n'a pas de raison : dites pourquoi, pour la personne concernée.
                [spare] Elle s'appliquerait à un message qu'elle doit laisser tranquille : enlevez un mot, ou ce message.
                [brand] Elle ferait taire des gens parce que leurs mots nomment les responsables de ce lieu. Ici, la critique reste : que la règle ne fasse que parler, ou qu'elle cherche ce qui est mal quelle que soit la personne visée.
               *[then] Rien ne s'ensuit : choisissez ce qui doit s'ensuivre.
            }
       *[tu]
            { $place ->
                [title] Il lui faut un nom : quelques mots, en lettres de a à z ou en chiffres.
                [words] Elle ne cherche rien : écris un mot ou une expression par ligne.
                [many] Cela fait trop de mots pour une règle : fais-en deux.
                [why] Elle n'a pas de raison : dis pourquoi, pour la personne concernée.
                [spare] Elle s'appliquerait à un message qu'elle doit laisser tranquille : enlève un mot, ou ce message.
                [brand] Elle ferait taire des gens parce que leurs mots nomment les responsables de ce lieu. Ici, la critique reste : que la règle ne fasse que parler, ou qu'elle cherche ce qui est mal quelle que soit la personne visée.
               *[then] Rien ne s'ensuit : choisis ce qui doit s'ensuivre.
            }
    }
proposal-typed =
    { $question ->
        [title] Le nom donné
        [words] Les mots
        [why] La raison
       *[spare] Ce qu'elle doit laisser tranquille
    }
proposal-no-such-rule = Il n'y a pas de règle appelée « { $policy } ». /règles liste les montre toutes.
proposal-incomplete = Il manque quelque chose : tout est à remplir, sauf ce qui est facultatif.
proposal-already =
    { $mode ->
        [enforce] La règle { $policy } agit déjà.
        [shadow] La règle { $policy } est déjà à l'essai.
       *[off] La règle { $policy } est déjà désactivée.
    }
proposal-wrong-rules =
    { $what ->
        [days] Les jours sont trois nombres entiers, comme 3 3 1 : au moins un jour pour discuter et un pour voter, soixante au plus.
       *[percents] Les parts sont trois nombres entiers, comme 20 50 66 : d'abord combien doivent prendre part, puis la majorité, à partir de 50, puis celle pour ces règles-ci, pas plus basse.
    }
proposal-rules-already = Ce sont déjà ces règles-là.
proposal-off =
    { $address ->
        [vous] Ici, les règles sont faites par l'équipe. S'il en manque une, dites-le-lui : elle lit ce qu'on lui écrit.
       *[tu] Ici, les règles sont faites par l'équipe. S'il en manque une, dis-le-lui : elle lit ce qu'on lui écrit.
    }
proposal-enough =
    { $address ->
        [vous]
            { $most ->
                [one] Vous avez déjà une proposition ouverte. Laissez-la d'abord être décidée, ou retirez-la.
               *[other] Vous avez déjà { $most } propositions ouvertes. Laissez d'abord l'une d'elles être décidée, ou retirez-en une.
            }
       *[tu]
            { $most ->
                [one] Tu as déjà une proposition ouverte. Laisse-la d'abord être décidée, ou retire-la.
               *[other] Tu as déjà { $most } propositions ouvertes. Laisse d'abord l'une d'elles être décidée, ou retires-en une.
            }
    }
proposal-nowhere = Il faut que les autres le voient : la demande se fait dans un salon que tout le monde lit.

## À qui vote, et à l'équipe

proposal-not-voting = Le vote n'est pas ouvert, ou ne l'est plus.
proposal-no-vote = Pas de vote cette fois : peuvent voter les personnes qui, à l'ouverture du vote, étaient là depuis { $days } jours, avaient écrit récemment et n'étaient pas retenues par une mesure.
proposal-vote-noted =
    { $vote ->
        [for] Noté : pour. Personne d'autre ne le voit. Cela peut changer jusqu'au { $instant }.
        [against] Noté : contre. Personne d'autre ne le voit. Cela peut changer jusqu'au { $instant }.
       *[abstain] Noté : abstention. Personne d'autre ne le voit. Cela peut changer jusqu'au { $instant }.
    }
proposal-not-yours = Seule la personne qui l'a proposé peut le retirer.
proposal-over = Ce n'est plus possible, ou pas encore.
proposal-reason =
    { $address ->
        [vous] Tout le monde lit pourquoi : écrivez une raison.
       *[tu] Tout le monde lit pourquoi : écris une raison.
    }
proposal-unknown = Il n'y a pas de telle proposition.
proposal-too-few = Moins de { $fewest } personnes peuvent voter ici, donc rien ne se décide par un vote. C'est à l'équipe de décider, et de dire pourquoi.
proposal-to-decide = On en a discuté. Il reste à l'adopter ou à le rejeter, avec une raison que tout le monde lira, ou à ouvrir un vote. Si personne ne fait rien, le vote s'ouvrira de lui-même.
proposal-to-cool = C'est accepté. Si cela ne doit pas valoir, une personne responsable peut l'arrêter maintenant, avec une raison que tout le monde lira.

## Ce qui a été décidé

proposal-decisions-title =
    { $pages ->
        [1] Ce qui a été décidé ici
       *[other] Ce qui a été décidé ici · page { $page } sur { $pages }
    }
proposal-decisions = Tout ce qui a été proposé et décidé, et chaque règle activée ou désactivée, le plus récent d'abord.
proposal-decisions-none = Rien n'a encore été décidé.
proposal-decisions-first = Rien n'a encore été proposé. Chaque personne le peut : /règles proposer.
proposal-decisions-open =
    { $state ->
        [voting] ▸ En cours : proposition { $number }, { $kind ->
            [new] une nouvelle règle, « { $title } »
            [change] d'autres mots pour « { $title } »
            [mode] { $mode ->
                [enforce] laisser agir « { $title } »
                [shadow] mettre « { $title } » à l'essai
               *[off] désactiver « { $title } »
            }
           *[rules] comment nous décidons
        } ; vote jusqu'au { $instant }
       *[other] ▸ En cours : proposition { $number }, { $kind ->
            [new] une nouvelle règle, « { $title } »
            [change] d'autres mots pour « { $title } »
            [mode] { $mode ->
                [enforce] laisser agir « { $title } »
                [shadow] mettre « { $title } » à l'essai
               *[off] désactiver « { $title } »
            }
           *[rules] comment nous décidons
        } ; prochaine étape d'ici le { $instant }
    }
proposal-decisions-line =
    • { $instant } · Proposition { $number }, { $kind ->
        [new] une nouvelle règle, « { $title } »
        [change] d'autres mots pour « { $title } »
        [mode] { $mode ->
            [enforce] laisser agir « { $title } »
            [shadow] mettre « { $title } » à l'essai
           *[off] désactiver « { $title } »
        }
       *[rules] comment nous décidons
    } : { $state ->
        [adopted] adopté
        [rejected] rejeté
        [vetoed] arrêté
        [withdrawn] retiré
        [no_quorum] trop peu de participation
       *[undecided] sans décision
    }{ $counted ->
        [yes] {" "}({ $yes } pour, { $no } contre, { $abstained } abstentions, sur { $electors })
       *[no] {""}
    }
proposal-decisions-revision = Voici ce qui vaut : { $policy }, version { $revision }
proposal-decisions-activated =
    • { $instant } · { $author ->
        [file] La personne qui fait tourner le bot
       *[chat] L'équipe
    } { $mode ->
        [enforce] laisse agir la règle « { $title } »
        [shadow] met la règle « { $title } » à l'essai
       *[off] désactive la règle « { $title } »
    } ({ $policy }, version { $revision })
proposal-decisions-together =
    • { $instant } · { $author ->
        [file] La personne qui fait tourner le bot
       *[chat] L'équipe
    } { $mode ->
        [enforce] laisse agir { $number } règles
        [shadow] met { $number } règles à l'essai
       *[off] désactive { $number } règles
    } : { $titles }. /règles voir et le nom d'une règle en montrent les mots.
proposal-decisions-criticism =
    { $without ->
        [0]
            { $removed ->
                [0] Messages critiques retirés par l'équipe : aucun.
                [one] Messages critiques retirés par l'équipe : un, en nommant la règle enfreinte.
               *[other] Messages critiques retirés par l'équipe : { $removed }, en nommant chaque fois la règle enfreinte.
            }
       *[other] Messages critiques retirés par l'équipe : { $removed } ; à la main, sans nommer de règle : { $without }.
    }
proposal-name-the-rule =
    { $address ->
        [vous] Ce message critique les personnes qui s'occupent de ce lieu, ou ce qu'elles font. Ici, la critique reste, mot pour mot. S'il enfreint tout de même une règle, nommez-la (/règles liste) : une insulte qui s'y trouve est traitée comme une insulte. Rien n'a été fait.
       *[tu] Ce message critique les personnes qui s'occupent de ce lieu, ou ce qu'elles font. Ici, la critique reste, mot pour mot. S'il enfreint tout de même une règle, nomme-la (/règles liste) : une insulte qui s'y trouve est traitée comme une insulte. Rien n'a été fait.
    }
proposal-rules-title = Comment les règles se font ici
proposal-who =
    { $who ->
        [off] Les règles sont faites par l'équipe. Les propositions sont désactivées.
        [members] Tout le monde peut proposer une règle (/règles proposer). On en discute, puis on vote.
       *[managers] Tout le monde peut proposer une règle (/règles proposer). On en discute ; puis l'équipe l'adopte ou la rejette, avec une raison que tout le monde lit, ou ouvre un vote.
    }
proposal-rules-change = Ces règles changent par une proposition à part, toujours par un vote, avec plus de { $high } %. Celles qui valent à l'ouverture d'une proposition la gouvernent jusqu'au bout.
proposal-rules-settled = Il y a déjà eu un vote : depuis, ces règles ne changent que par une proposition et un vote.
proposal-set =
    { $what ->
        [proposals] Noté : qui décide des propositions. Ce qui est déjà ouvert continue comme commencé.
       *[proposal_rules] Noté : les premiers votes suivront ces règles.
    }
proposal-why =
    { $state ->
        [discussion] La proposition { $number } a été ouverte.
        [deciding] La proposition { $number } a été discutée ; c'est à l'équipe de décider.
        [voting] La proposition { $number } est mise au vote.
        [cooling] La proposition { $number } est acceptée et vaudra bientôt.
        [adopted] La proposition { $number } a été adoptée.
        [rejected] La proposition { $number } a été rejetée.
        [vetoed] La proposition { $number } a été arrêtée.
        [withdrawn] La proposition { $number } a été retirée.
        [no_quorum] Trop peu de gens ont pris part au vote sur la proposition { $number }.
       *[undecided] Personne n'a décidé de la proposition { $number }.
    }
