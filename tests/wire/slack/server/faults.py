"""What goes wrong on demand with the next calls of a method: errors, pages of HTML, delays, lost connections."""

from dataclasses import dataclass

from tests.wire.slack.server.world import Json

HTML = "<!DOCTYPE html><html><head><title>Server Error | Slack</title></head><body>Something went wrong</body></html>"


@dataclass
class Fault:
    """Something that happens to the next calls of a method, and how often yet; `after` does what was asked first."""

    method: str
    times: int = 1
    error: str | None = None
    status: int = 200
    body: Json | None = None
    html: bool = False
    delay: float = 0.0
    drop: bool = False
    after: bool = False
    retry_after: int | None = None

    @property
    def breaks(self) -> bool:
        """Whether the answer is lost or replaced, and not only late."""
        return self.drop or self.html or self.error is not None or self.status != 200


class Faults:
    """The faults that were asked for, in order; each is used up by the calls that it befalls."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Lets something go wrong from now on."""
        self.waiting.append(fault)
        return fault

    def take(self, method: str) -> Fault | None:
        """The first fault for a call, counted down; `*` stands for any method."""
        for fault in self.waiting:
            if fault.method in {"*", method} and fault.times > 0:
                fault.times -= 1
                if not fault.times:
                    self.waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self.waiting.clear()
