"""HTML that cannot be broken out of: every tag is made here, and whatever is put into it is escaped."""

from collections.abc import Iterable

from markupsafe import Markup, escape

Child = str | Markup | None
VOID = frozenset({"br", "hr", "img", "input"})


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """One element. `class_` loses its line, others turn theirs into hyphens; None and False are left out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{written}>")  # noqa: S704 - made of names of ours and of escaped values
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")  # noqa: S704 - as above


def joined(children: Iterable[Child]) -> Markup:
    """One after the other; nothing where there is None."""
    return Markup().join(escape(one) for one in children if one is not None)


def _attribute(key: str, value: str | int | bool | None) -> str:  # noqa: FBT001 - bare attributes are what they are
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("__", ":").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def posting(where: str) -> dict[str, str]:
    """What answers is the dialog, where there is anything to fill in."""
    return {"hx_post": where, "hx_target": "#dialog", "method": "post", "action": where}
