"""Letters that pass for others, once case-folded and taken apart; curated, since each can also invent a match."""

_PLAIN = "abcdefghijklmnopqrstuvwxyz"


def _pairs(written: str, read: str) -> dict[str, str]:
    return dict(zip(written, read, strict=True))


_CYRILLIC = _pairs("авгеіјкмнопрстухѕһԁԛԝӏєғүҽқԍьӡ", "abreijkmhonpctyxshdqwlefyekgbz")
_GREEK = _pairs("αβγεζηικμνορστυχω", "abyeznikuvopotuxw")
_ARMENIAN = _pairs("օսհցզո", "ouhgqn")
_CHEROKEE = _pairs("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᎾᏢᏒᏚᎢᏙᎳᎩᏃ", "abcdeghijklmoprstvwyz")
_SYLLABICS = _pairs("ᗩᗷᑕᗪᗴᖴᘜᕼᒍᛕᒪᗰᑎᑭᖇᔕᑌᐯᗯᘔ", "abcdefghjklmnprsuvwz")
_SMALL_CAPITALS = _pairs("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_BENT = _pairs("ıɩɨøɵđðɗɖłħɦŧƭɑɐəɛǝɇƒɡɠȷɉƙʞɱɯŋɲƞɔɍɹʂƨʇʉʋʌʎƶʐɓƀⱥȼ", "iiiooddddlhhttaaeeeefggjjkkmmnnnorrsstuvvyzzbbac")
_DOUBLE = {"œ": "oe", "æ": "ae", "ӕ": "ae", "ĳ": "ij"}
_SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "℮": "e"}
_ENCLOSED = {chr(first + index): letter for first in (0x1F150, 0x1F170) for index, letter in enumerate(_PLAIN)}

LOOK_ALIKES: dict[str, str] = {
    **_ENCLOSED,
    **_CYRILLIC,
    **_GREEK,
    **_ARMENIAN,
    **_CHEROKEE,
    **_SYLLABICS,
    **_SMALL_CAPITALS,
    **_BENT,
    **_DOUBLE,
    **_SIGNS,
}
