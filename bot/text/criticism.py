"""Criticism of those who run a place: recognised so that nobody of the team takes it down without naming a rule.

It is asked of a message that a person wants to take down or to measure somebody for, never of messages as they come in,
and nothing is done because of it: whoever acts has to say which rule was broken. So it rather finds too much than too
little. A message counts that names the makers, the product or the team and says something bad about anything; what
feelings it shows beyond that makes no difference.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.text.patterns import Pattern
from bot.text.reading import Reading
from bot.text.scan import Scanner

# fmt: off
TEAM = (
    "mod", "mods", "moderator*", "moderation", "moderating", "admin", "admins", "administrator*", "manager*", "staff",
    "the team", "your team", "this team", "owner*", "the rules", "your rules", "rules are", "this server", "the server",
    "this community", "this discord", "this slack", "this place", "the contest", "power trip*", "censor*", "my post",
    "my message", "my comment", "ban", "bans", "banned", "bot", "bots", "modo", "modos", "modérateur*", "modératrice*",
    "modération", "modérer", "administrateur*", "administratrice*", "gérant*", "responsables", "dirigeant*", "l'équipe",
    "votre équipe", "cette équipe", "les règles", "vos règles", "ce serveur", "le serveur", "cette communauté",
    "ce discord", "ce slack", "cet endroit", "le concours", "que vous", "vous ignorez", "vous ne", "vous n'avez",
    "mon message", "mon post", "mon commentaire", "banni*",
)
"""What a team, its work and its place are called, whatever the community."""

OFFER = (
    "you guys", "your app", "this app", "the app", "your product", "this product", "your site", "your website",
    "this release", "your release", "this update", "the update", "last update", "latest update", "new update",
    "new version", "old version", "this version", "latest version", "your support", "customer service", "support team",
    "support never", "your company", "this company", "your roadmap", "the roadmap", "price increase*", "your price*",
    "the price*", "subscription*", "your service", "developer*", "devs", "votre appli", "cette appli", "l'appli",
    "votre application", "cette application", "l'application", "votre produit", "ce produit", "votre site", "le site",
    "cette version", "la version", "ancienne version", "nouvelle version", "mise à jour", "mises à jour", "màj", "maj",
    "votre support", "le support", "service client", "votre service", "votre entreprise", "cette entreprise",
    "la marque", "votre marque", "feuille de route", "le prix", "vos prix", "les prix", "abonnement*", "développeur*",
)
"""What is offered and who offers it, where nobody calls it by its name."""

_BLAME = (
    "bad", "badly", "worse", "worst", "awful", "terrible", "useless", "garbage", "trash", "crap", "crappy", "rubbish",
    "shit", "shitty", "suck", "sucks", "sucked", "joke", "disgrace", "disgraceful", "pathetic", "ridiculous", "stupid",
    "dumb", "lame", "lousy", "poor", "poorly", "disappoint*", "frustrat*", "annoy*", "infuriat*", "upset", "angry",
    "hate", "hated", "unacceptable", "unfair*", "unjust*", "bias*", "corrupt*", "hypocrit*", "abus*", "censor*",
    "silenc*", "ignor*", "incompetent", "incompetence", "clueless", "lazy", "rude", "dishonest", "liar*", "lying",
    "lies", "lied", "scam", "scammed", "rip off", "ripoff", "rip-off", "fraud", "overpriced", "too expensive",
    "too much", "waste", "wasted", "refund", "money back", "cancel*", "uninstall*", "delete", "deleted", "deleting",
    "unsubscribe*", "switching to", "leaving", "quit", "broken", "broke", "breaks", "bug", "bugs", "buggy", "bugged",
    "crash*", "freez*", "frozen", "lag", "lags", "laggy", "slow", "slower", "glitch*", "error*", "fail", "fails",
    "failed", "failing", "failure", "problem*", "issue*", "trouble", "wrong", "confus*", "complicated", "nonsense",
    "no sense", "never", "nobody", "no one", "nothing", "not ok", "not okay", "not transparent", "not fair",
    "not working", "not work", "doesn't", "does not", "don't work", "do not work", "didn't", "did not", "won't",
    "can't", "cannot", "can not", "couldn't", "could not", "isn't", "is not", "wasn't", "unable", "stopped", "stop",
    "removed", "removing", "missing", "lost", "losing", "shame", "shameful", "sad", "sorry state", "fix it", "fix this",
    "please fix", "needs to be fixed", "no longer", "anymore", "any more", "used to", "instead of", "lack", "lacks",
    "lacking", "unless", "fed up", "tired of", "sick of", "enough of", "differently", "the same people",
    "marketing channel", "power trip*", "favorit*", "favourit*", "cant", "dont", "doesnt", "wont", "didnt", "isnt",
    "wasnt", "couldnt", "not able", "not allowed", "no option", "no info", "no way", "no support", "not let",
    "not good", "not great", "do not like", "don't like", "screwed", "ruined", "complain*", "inferior", "improvement*",
    "needs improving", "prefer", "still getting", "still not", "painful", "a pain", "virus", "privacy", "behind", "why",
    "dictator*", "nazi*", "tyran*", "clown*", "idiot*", "wtf", "meh", "boring", "unusable", "unreliable", "intrusive",
    "spam", "ads", "forced", "forces", "dislike", "hard to", "difficult", "hours", "weeks", "waiting", "mal",
    "mauvais*", "pire", "pires", "nul", "nuls", "nulle", "nulles", "nullissime", "horrible*", "affreux", "affreuse",
    "inutile*", "inutilisable*", "merde", "merdique*", "pourri*", "daube", "bidon", "honte", "honteux", "honteuse",
    "scandale*", "ridicule*", "stupide*", "débile*", "minable*", "lamentable*", "décevant*", "déception", "déçu*",
    "frustrant*", "énerv*", "agaç*", "pénible*", "marre", "ras le bol", "inadmissible*", "inacceptable*", "injuste*",
    "injustice*", "partial*", "corrompu*", "censur*", "incompéten*", "arrogan*", "mensong*", "menteur*", "mentir",
    "mentez", "arnaque*", "escroc*", "voleur*", "vol", "trop cher*", "cher", "chère", "hors de prix", "payant*",
    "perte de temps", "rembours*", "résili*", "désinstall*", "supprim*", "à fuir", "fuyez", "bugue*", "bogue*",
    "buggé*", "plant*", "rame", "ramer", "lent", "lente", "lents", "lentes", "lenteur*", "erreur*", "échec*",
    "problème*", "souci", "soucis", "panne", "impossible*", "compliqué*", "incompréhensible*", "n'importe quoi",
    "aucun", "aucune", "jamais", "personne ne", "rien", "ne marche", "marche plus", "fonctionne plus", "ne fonctionne",
    "s'ouvre plus", "n'est plus", "n'arrive", "arrive plus", "peux plus", "peut plus", "ne peut", "ne peux", "y a plus",
    "n'y a plus", "dommage", "manque", "manquent", "perdu*", "perdre", "disparu*", "retiré*", "pourquoi", "obligé*",
    "bloqué*", "bloque*", "refuse*", "floue", "flou", "porte-voix", "les mêmes", "différemment", "attends", "attend",
    "semaines", "publicité*", "pub", "pubs", "dégueu*", "moche*", "ennuy*", "chiant*", "insupportable*", "catastrophe*",
    "catastrophique*", "regrett*", "triste", "gêne", "gênant*", "difficile*", "mécontent*", "bref", "pas", "n'aime",
    "enlevé*", "déconn*", "déplor*", "plus simple avant", "mieux avant", "avant la mise à jour", "sans arrêt",
    "ne compte plus", "plaint*", "critiqu*", "contre", "corriger", "corrigez", "une fois sur", "moquez", "foutez",
    "trop de", "moins bien", "régress*",
)
# fmt: on
"""Words of blame and of trouble; many of them are harmless, and what they ask of a manager is a name of a rule."""


def needs_rule(text: str, brand_words: Iterable[str] = (), team_words: Iterable[str] = ()) -> bool:
    """Whether a message speaks ill of those who run the place, or of what they make.

    `brand_words` are what makers and products are called; `team_words` are names for the team besides the usual ones.
    """
    reading = Reading(text)
    named = _scanner((*OFFER, *TEAM, *brand_words, *team_words)).scan(reading)
    return bool(named) and bool(_scanner(_BLAME).scan(reading))


@lru_cache(maxsize=256)
def _scanner(words: Sequence[str]) -> Scanner:
    """A search made ready once for each community."""
    return Scanner([Pattern(word) for word in dict.fromkeys(words)])
