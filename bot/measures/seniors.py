"""The seniors of the team: who could agree to what takes two, and who hears where somebody acts unlike themselves."""

from collections.abc import Collection, Iterator

from bot.commands import Level
from bot.facts import FactKey, Facts, account_key, loaded, team_key
from bot.ids import AccountId, RoleId, role_id
from bot.measures.scene import Scene
from bot.settings import Settings

_BUILT_IN = ("owner", "admin")
"""What platforms call those who run a space, where they number their other roles."""


def key(settings: Settings, least: Level = Level.SENIOR) -> FactKey:
    """The key of everybody who may be trusted that much."""
    named = [one for one, level in settings.levels.items() if level >= least]
    spaces = dict.fromkeys((*settings.file.spaces, *settings.managers))
    built_in = [role_id(space, name) for space in spaces for name in _BUILT_IN]
    return team_key([*map(RoleId, named), *built_in], map(AccountId, named))


def needs(settings: Settings, facts: Facts) -> Iterator[FactKey]:
    """Who they are and, once that is known, how to speak to each."""
    yield key(settings)
    team = loaded(facts.team, key(settings))
    yield from (account_key(one.account) for one in (team.managers if team else ()))


def besides(accounts: Collection[AccountId], scene: Scene) -> tuple[AccountId, ...]:
    """Those who are somebody else, and not away."""
    team, away = scene.facts.team(key(scene.settings)), scene.settings.away
    return tuple(
        one.account
        for one in (team.managers if team else ())
        if one.account not in accounts
        and scene.settings.level(one.roles, one.account) >= Level.SENIOR
        and not (one.account in away and away[one.account].until > scene.at.now)
    )
