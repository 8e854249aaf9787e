"""Collects everything wrong with blocks, each mistake with a JSON pointer, as Slack reports them."""

from collections.abc import Set as AbstractSet
from typing import Any

from tests.wire.slack.server.world import Json


class Checks:
    """The mistakes of one message or view, and the ids that were given in it."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.blocks: set[str] = set()
        self.actions: set[str] = set()

    def refuse(self, message: str, path: str) -> None:
        """Notes one mistake at its place."""
        self.errors.append(f"{message} [json-pointer:{path}]")

    @property
    def messages(self) -> list[str]:
        """The mistakes as `response_metadata.messages` has them."""
        return [f"[ERROR] {one}" for one in self.errors]

    def mapping(self, path: str, found: Any) -> bool:
        """Whether it is an object at all."""
        if isinstance(found, dict):
            return True
        self.refuse("must be an object", path)
        return False

    def kind(self, path: str, found: Any, allowed: AbstractSet[str]) -> str | None:
        """The type of a block or an element, if one of that type may stand there."""
        if not self.mapping(path, found):
            return None
        kind = found.get("type")
        if kind not in allowed:
            self.refuse(f"unsupported type: {kind}", f"{path}/type")
            return None
        return str(kind)

    def items(self, path: str, found: Any, low: int, high: int) -> list[Any]:
        """A list of so many things; an empty one is returned for what is none."""
        if not isinstance(found, list):
            self.refuse("must be an array", path)
            return []
        if len(found) < low:
            self.refuse(f"no less than {low} items required", path)
        if len(found) > high:
            self.refuse(f"no more than {high} items allowed", path)
        return found

    def string(self, path: str, found: Any, most: int, *, least: int = 0, required: bool = False) -> None:
        """A string of so many characters."""
        if found is None:
            if required:
                self.refuse("missing required field: " + path.rpartition("/")[2], path.rpartition("/")[0])
            return
        if not isinstance(found, str):
            self.refuse("must be a string", path)
        elif len(found) > most:
            self.refuse(f"must be less than {most + 1} characters", path)
        elif len(found) < max(least, int(required)):
            self.refuse(f"must be more than {max(least, int(required)) - 1} characters", path)

    def text(self, path: str, found: Any, most: int, *, plain: bool = False, required: bool = False) -> None:
        """Composition objects › Text object: `plain` where mrkdwn may not stand."""
        if found is None:
            if required:
                self.refuse("missing required field: " + path.rpartition("/")[2], path.rpartition("/")[0])
            return
        if not self.mapping(path, found):
            return
        if found.get("type") not in ({"plain_text"} if plain else {"plain_text", "mrkdwn"}):
            self.refuse("must be one of: " + ("plain_text" if plain else "plain_text, mrkdwn"), f"{path}/type")
        if found.get("type") == "mrkdwn" and "emoji" in found:
            self.refuse("additional property: emoji", path)
        if found.get("type") == "plain_text" and "verbatim" in found:
            self.refuse("additional property: verbatim", path)
        self.string(f"{path}/text", found.get("text"), most, required=True)

    def number(self, path: str, found: Any, low: float, high: float) -> None:
        """A number within its limits; absent ones are left alone."""
        if found is None:
            return
        if isinstance(found, bool) or not isinstance(found, int | float):
            self.refuse("must be a number", path)
        elif found > high:
            self.refuse(f"must be no more than {high}", path)
        elif found < low:
            self.refuse(f"must be no less than {low}", path)

    def choice(self, path: str, found: Any, allowed: AbstractSet[str]) -> None:
        """One of a few values; absent ones are left alone."""
        if found is not None and found not in allowed:
            self.refuse("must be one of: " + ", ".join(sorted(allowed)), path)

    def block(self, path: str, found: Json) -> None:
        """A block's id, which no other block has."""
        self.string(f"{path}/block_id", found.get("block_id"), 255)
        given = found.get("block_id")
        if isinstance(given, str) and given:
            if given in self.blocks:
                self.refuse(f"block_id already exists: {given}", f"{path}/block_id")
            self.blocks.add(given)

    def identity(self, path: str, found: Json, *, required: bool) -> None:
        """An element's action id, which no other element of its block has."""
        self.string(f"{path}/action_id", found.get("action_id"), 255, least=1, required=required)
        given = found.get("action_id")
        if isinstance(given, str):
            if given in self.actions:
                self.refuse(f"action_id already exists: {given}", f"{path}/action_id")
            self.actions.add(given)

    def image(self, path: str, found: Json) -> None:
        """Block elements › Image: an address or a file, and words for whoever does not see it."""
        self.string(f"{path}/alt_text", found.get("alt_text"), 2000, required=True)
        self.string(f"{path}/image_url", found.get("image_url"), 3000)
        if "image_url" not in found and "slack_file" not in found:
            self.refuse("missing required field: image_url", path)

    def confirm(self, path: str, found: Json) -> None:
        """Composition objects › Confirmation dialog."""
        given = found.get("confirm")
        if given is None or not self.mapping(f"{path}/confirm", given):
            return
        self.text(f"{path}/confirm/title", given.get("title"), 100, plain=True, required=True)
        self.text(f"{path}/confirm/text", given.get("text"), 300, required=True)
        self.text(f"{path}/confirm/confirm", given.get("confirm"), 30, plain=True, required=True)
        self.text(f"{path}/confirm/deny", given.get("deny"), 30, plain=True, required=True)
