"""Pages of other bots' books, made up: nobody in them exists."""

import json
from typing import Any

SERVER = "800000000000000001"
ROSE, TIM, MOD = "800000000000000101", "800000000000000102", "800000000000000201"


def zeppelin() -> dict[str, Any]:
    def case(number: int, kind: int, user: str, *notes: str, **more: Any) -> dict[str, Any]:
        given = {
            "case_number": number,
            "user_id": user,
            "user_name": "rose",
            "mod_id": MOD,
            "mod_name": "mod",
            "type": kind,
            "created_at": f"2024-05-0{number} 12:00:00",
            "is_hidden": False,
            "pp_id": None,
            "pp_name": None,
            "notes": [
                {"mod_id": MOD, "mod_name": "mod", "body": one, "created_at": "2024-05-01 12:00:00"} for one in notes
            ],
        }
        return {**given, **more}

    return {
        "cases": [
            case(1, 4, ROSE, "shouting", "in every channel"),
            case(2, 6, ROSE, "shouting again"),
            case(3, 1, TIM, "scam links"),
            case(4, 2, TIM, "it was a mistake"),
            case(5, 3, ROSE, "talks a lot"),
            case(6, 5, TIM, is_hidden=True),
            case(7, 4, TIM, "thrown out by a colleague", pp_id=ROSE),
        ]
    }


def red() -> dict[str, Any]:
    def case(kind: str, **more: Any) -> dict[str, Any]:
        given = {
            "action_type": kind,
            "guild": int(SERVER),
            "created_at": 1_714_564_800.0,
            "user": int(ROSE),
            "last_known_username": "rose",
            "moderator": int(MOD),
            "reason": "shouting",
            "until": None,
            "channel": None,
            "amended_by": None,
            "modified_at": None,
            "message": None,
        }
        return {**given, **more}

    cases = {
        "1": case("warning"),
        "2": case("smute", until=1_714_568_400.0),
        "3": case("unban"),
        "4": case("somersault"),
        "5": case("ban", guild=1),
        "6": case("hackban", user="Deleted User"),
    }
    kept = {"9": {"points": 1, "description": "rude", "mod": int(MOD)}}
    warned = {SERVER: {TIM: {"total_points": 1, "warnings": {"1235000000000000000": kept["9"], "none": kept["9"]}}}}
    modlog = {"GUILD": {SERVER: {"latest": 6}}, "CASES": {SERVER: cases}}
    return {"1354799444": modlog, "5757575755": {"MEMBER": warned}}


def channel() -> dict[str, Any]:
    def posted(number: int, embed: dict[str, Any], *, bot: bool = True) -> dict[str, Any]:
        return {
            "id": f"123000000000000000{number}",
            "timestamp": f"2024-05-0{number}T12:00:00.123+00:00",
            "content": "",
            "author": {"id": MOD, "name": "Log", "isBot": bot},
            "embeds": [embed],
        }

    def fields(**named: str) -> list[dict[str, Any]]:
        return [{"name": name, "value": value, "isInline": True} for name, value in named.items()]

    return {
        "guild": {"id": SERVER, "name": "Tilleul"},
        "channel": {"id": "1", "name": "mod-log"},
        "messages": [
            posted(
                1,
                {
                    "title": "",
                    "author": {"name": "[WARN] rose"},
                    "description": "",
                    "fields": fields(User=f"<@{ROSE}>", Moderator=f"<@{MOD}>", Reason="shouting"),
                },
            ),
            posted(
                2,
                {
                    "title": "",
                    "author": {"name": "Case 12 | Mute | rose"},
                    "description": "",
                    "fields": fields(User="rose", Moderator="mod", Length="30 minutes", Reason="again"),
                    "footer": {"text": f"ID: {ROSE}"},
                },
            ),
            posted(
                3,
                {
                    "title": "ban | case 5",
                    "description": f"**Offender:** tim <@{TIM}>\n**Reason:** scam: links\n"
                    "**Responsible moderator:** mod#0",
                    "footer": {"text": f"ID: {TIM}"},
                },
            ),
            posted(4, {"title": "Member unbanned", "description": f"**User:** <@{TIM}>"}),
            posted(5, {"title": "Member joined", "description": f"<@{TIM}> is here"}),
            posted(6, {"title": "Member warned", "description": "**User:** somebody"}),
            posted(7, {"title": "Member warned", "description": f"**User:** <@{TIM}>"}, bot=False),
        ],
    }


TABLE = f"""Case;Member ID;Type;Reason;Moderator;Date;Duration
1;{ROSE};warn;"shouting; a lot";{MOD};2024-05-01T12:00:00Z;
2;{ROSE};Temp-Ban;again;{MOD};2024-05-02 12:00:00;1d12h
3;{ROSE};note;hm;{MOD};2024-05-03;
4;rose;kick;out;{MOD};2024-05-04;
5;{TIM};kick;out;{MOD};last spring;
"""
BANS = [{"reason": "scam", "user": {"id": TIM, "username": "tim"}}, {"reason": None, "user": {"id": ROSE}}]
BANNED = json.dumps(BANS)
