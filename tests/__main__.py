"""All tests: those that watch no clock beside each other, one for each core, and those against servers by themselves.

Platforms want their answers within seconds, and the servers that stand for them count these.
"""

import sys

import pytest

NOTHING = pytest.ExitCode.NO_TESTS_COLLECTED
_PARTS = (("-n", "logical", "-m", "not wire"), ("-m", "wire"))


def main(arguments: list[str]) -> int:
    """Run both parts with these arguments; fails where one does, or where there was nothing in either."""
    ended = [pytest.main([*part, *arguments]) for part in _PARTS]
    failed = [code for code in ended if code not in (0, NOTHING)]
    return int(failed[0]) if failed else int(min(ended))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
