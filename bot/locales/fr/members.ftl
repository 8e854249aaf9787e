### Ce que dit le bot quand des comptes sont réunis ou séparés.

members-linked = C'est noté : ces deux comptes sont ceux d'une même personne.
members-linked-already = Ces deux comptes sont déjà ceux d'une même personne.
members-unlinked = C'est noté : ce compte est de nouveau une personne à part.
