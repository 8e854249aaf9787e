"""Settings that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="help-json")]
Policies = Annotated[Path | None, typer.Option("--policies", help="help-replay-policies", metavar="DIR")]
Only = Annotated[list[str] | None, typer.Option("--policy", help="help-policy-only", metavar="ID")]
Export = Annotated[Path, typer.Argument(help="help-replay-export", metavar="EXPORT", show_default=False)]
Space = Annotated[str | None, typer.Option(help="help-replay-space", metavar="ID")]
Samples = Annotated[int, typer.Option(help="help-policy-samples", min=0, metavar="N")]
Folders = Annotated[
    list[Path] | None, typer.Argument(help="help-policy-folders", metavar="[DIR]...", show_default=False)
]
