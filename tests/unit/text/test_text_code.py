import pytest

from bot.text import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", ["`b`"]),
        ("```py\nx = 1\n``` and `y`", ["```py\nx = 1\n```", "`y`"]),
        ("``a ` b``", ["``a ` b``"]),
        ("an open ` tick", []),
        ("```never closed", []),
        ("plain", []),
    ],
)
def test_code_is_what_stands_between_equal_ticks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in Reading(text).code] == expected


def test_a_part_is_in_code_only_where_all_of_it_is() -> None:
    reading = Reading("a `b` c")
    assert reading.in_code((3, 4))
    assert not reading.in_code((0, 4))
