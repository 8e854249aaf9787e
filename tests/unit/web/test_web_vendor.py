import hashlib
from pathlib import Path

import adapters.web

VENDOR = Path(adapters.web.__file__).parent / "static" / "vendor"


def test_what_others_wrote_is_here_as_they_wrote_it_with_its_licence() -> None:
    lines = (line.split() for line in (VENDOR / "SHA256SUMS").read_text(encoding="ascii").splitlines())
    written = {name: digest for digest, name in lines}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.iterdir()}
    assert written == {name: digest for name, digest in found.items() if name != "SHA256SUMS"}
    assert {"htmx.LICENSE", "uPlot.LICENSE"} <= written.keys()


def test_no_script_and_no_style_stands_in_a_page() -> None:
    for page in (VENDOR.parent.parent / "templates").iterdir():
        html = page.read_text(encoding="utf-8")
        assert "<style" not in html
        assert "style=" not in html
        assert " onclick" not in html
        assert html.count("<script") == html.count('<script src="/static/')
