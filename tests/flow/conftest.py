"""A shell for tests: commands run in a folder of the test's own, and their environment is empty."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from tests.flow.shells import Shell


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Shell]:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("PALABRE_") or name == "COLUMNS"]:
        monkeypatch.delenv(name)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield Shell(capsys)
    root.handlers[:], root.level = handlers, level
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()
