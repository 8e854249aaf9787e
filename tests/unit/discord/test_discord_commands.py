import copy

from adapters.discord.application_commands import canonical, payloads
from adapters.discord.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.declared import CATALOGUE
from bot.catalogue.entries import CommandEntry
from bot.commands import Level
from bot.locales import Translator
from bot.views import Bilingual, Phrase
from tests.wire.discord.server import commands
from tests.wire.discord.server.errors import Form

WORDS = Words(Translator(strict=True))
ALL = payloads(CATALOGUE, WORDS)
BY_NAME = {(one["type"], one["name"]): one for one in ALL}


def test_discord_takes_every_command_and_menu() -> None:
    form = Form()
    for number, one in enumerate(ALL):
        commands.check(form, (number,), one)
    form.done()


def test_every_command_of_the_catalogue_is_there_once() -> None:
    said = []
    for one in (one for one in ALL if one["type"] == 1):
        inside = [option for option in one["options"] if option["type"] == 1]
        said += [f"{one['name']} {option['name']}" for option in inside] or [one["name"]]
    assert sorted(said) == sorted(one.name.en for one in CATALOGUE.commands)


def test_names_and_words_come_in_french_and_in_both_kinds_of_english() -> None:
    rules = BY_NAME[1, "policy"]
    assert rules["name_localizations"] == {"fr": "règles", "en-US": "policy", "en-GB": "policy"}
    show = next(one for one in rules["options"] if one["name"] == "show")
    assert show["name_localizations"]["fr"] == "voir"
    assert show["description"] == "One rule: what it looks at, why, and what follows"
    assert show["description_localizations"]["fr"].startswith("Une règle")


def test_parameters_become_what_discord_has_for_them() -> None:
    report = {one["name"]: one for one in BY_NAME[1, "report"]["options"]}
    assert report["account"]["type"] == 6
    assert not report["account"].get("required"), "the form could never open"
    (policy,) = next(one for one in BY_NAME[1, "policy"]["options"] if one["name"] == "show")["options"]
    assert (policy["type"], policy["required"], policy["autocomplete"]) == (3, True, True)
    (language,) = BY_NAME[1, "language"]["options"]
    assert [(one["value"], one["name_localizations"]["fr"]) for one in language["choices"]][:2] == [
        ("en", "Anglais"),
        ("fr", "Français"),
    ]


def test_commands_are_hidden_from_whoever_may_not_use_them() -> None:
    shown = {name: BY_NAME[1, name]["default_member_permissions"] for name in ("help", "pause", "settings", "setup")}
    assert shown == {"help": None, "pause": str(1 << 40), "settings": str(1 << 5), "setup": str(1 << 5)}


def test_only_what_concerns_oneself_can_be_asked_in_private() -> None:
    private = {one["name"] for one in ALL if 1 in one["contexts"]}
    assert private == {"help", "language", "privacy"}


def test_people_can_be_reported_from_their_own_menu() -> None:
    assert (2, "Report") in BY_NAME
    assert (3, "Report") in BY_NAME
    assert (3, "Explain this decision") in BY_NAME
    assert (2, "Explain this decision") not in BY_NAME


def test_what_discord_adds_by_itself_makes_no_difference() -> None:
    there = copy.deepcopy(ALL)
    for number, one in enumerate(there):
        one |= {"id": str(number), "application_id": "1", "version": "2", "nsfw": False, "dm_permission": True}
        for option in one.get("options", ()):
            option.setdefault("required", False)
            option.setdefault("name_localizations", None)
    assert canonical(reversed(there)) == canonical(ALL)
    there[0]["description_localizations"]["fr"] = "autre"
    assert canonical(there) != canonical(ALL)


def test_a_command_alone_under_its_word_stays_one() -> None:
    one = CommandEntry(
        id="points show", name=Bilingual("points show", "points voir"), help=Phrase("catalogue-help"), level=Level.OWNER
    )
    (payload,) = payloads(Catalogue((one,), (), (), ()), WORDS)
    assert payload["name"] == "points"
    assert [option["name"] for option in payload["options"]] == ["show"]
