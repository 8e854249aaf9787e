"""Which uploaded files are pictures, by what they are and not by what they are called."""

from adapters.web.text import clean

_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
ANYTHING = "application/octet-stream"
LONGEST_NAME = 100


def media_type(content: bytes) -> str:
    """What a browser may show; everything else is only ever downloaded."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for begins, kind in _BEGINNINGS.items() if content.startswith(begins)), ANYTHING)


def name(given: str) -> str:
    """A file's name without any path, of a bearable length."""
    last = clean(given).replace("\\", "/").rpartition("/")[2].strip() or "file"
    return last[-LONGEST_NAME:]
