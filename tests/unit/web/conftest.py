"""Worlds are closed once a test is over."""

from collections.abc import Iterator

import pytest

from tests.unit.web.worlds import closing_worlds


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    with closing_worlds():
        yield
