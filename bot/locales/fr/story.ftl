### L'histoire que raconte `palabre demo`.

story-title = Trois semaines sous le tilleul
story-seen = Palabre vient de vivre ses conversations comme s'il y était : du { $since } au { $until } (heure de Paris), { $messages } messages de { $people } personnes dans { $channels } salons, { $reactions } réactions. Rien n'a quitté cette machine ; ce qu'il « fait » ci-dessous, il l'a seulement noté.

story-decided = Ce qu'il a décidé, et ce qu'il en a dit à chaque personne
story-again =
    { $times ->
        [one] Et encore une fois en { $duration }, dans { $channels }.
       *[other] Et encore { $times } fois en { $duration }, dans { $channels }.
    }
story-why = « { $why } »
story-why-same = La même raison que plus haut.
story-did = → { $what }
story-mistake = Soyons honnêtes : ici, il se trompe.

story-idle = Ce qu'il a vu, et laissé exprès sans suite

story-left = Ce qui ne l'a jamais fait réagir
story-innocent = Des lignes sur lesquelles un filtre plus simple aurait trébuché :
story-critic = Et { $name }, qui démonte le produit pendant trois semaines. Ses mots piquent, et ils restent :
story-critic-acted = (Palabre a réagi à cette ligne, voir plus haut. Il n'aurait pas dû.)
story-critic-why = Une critique n'est jamais une raison d'agir : aucune règle ici ne regarde les opinions, seulement les arnaques, les rafales et les insultes. De ses { $messages } messages, { $touched ->
        [0] aucun n'a été touché.
        [one] un a été touché, et c'est une erreur.
       *[other] { $touched } ont été touchés, et c'est une erreur.
    }

story-notyet = Ce que cette version ne fait pas encore
story-wait = Tout juste arrivée, { $who } a posé une question timide et attendu { $long } ; { $helper } l'a trouvée par hasard.
story-wait-again = Deux semaines plus tard, { $helper } a répondu à la même question, posée par { $who }, en { $long }. Aucune règle n'y est pour rien. Voir qu'une question attend, et remercier qui répond, c'est la suite prévue ; aujourd'hui, Palabre ne guette que ce qui fait du tort.

story-kept = Où tout est écrit
story-database = { $place } garde chaque décision, avec sa raison et les termes exacts de la règle. Des messages, il ne garde que les mots qu'il a retirés, pendant { $days } jours, pour les rendre à qui les a écrits.
story-chain = { $rulings } décisions, chacune scellée à la précédente. La chaîne vient d'être vérifiée : elle est entière.
story-chain-broken = La chaîne des { $rulings } décisions est rompue : { $problem }

story-next = À essayer ensuite
story-next-stats = Les chiffres derrière cette histoire :
story-next-doctor = Tout va bien ?
story-next-privacy = Ce qui est gardé d'une personne :
story-next-policies = Les règles, et si elles font ce qu'elles disent :
story-next-replay = La même chose avec ton propre export Slack ou Discord :

## Ce qui a été fait, en une demi-phrase

story-done =
    { $kind ->
        [send_direct] un message privé à { $name } avec cette raison
        [delete_message] le message retiré
        [time_out_member]
            { $minutes ->
                [one] une minute à lire sans écrire
               *[other] { $minutes } minutes à lire sans écrire
            }
        [post_card] un mot à l'équipe
        [reply_card] une réponse dans le salon
       *[other] { $plain }
    }
story-done-stays = le message reste
