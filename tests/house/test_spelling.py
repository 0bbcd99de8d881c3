"""What people read in English is spelt as in Britain throughout, for one spelling beside the other looks careless."""

import hashlib
import re
from pathlib import Path

import pytest

from desk import places

AMERICAN = re.compile(
    r"\b(?:behavior|color|labor(?!at)|favor|honor(?!if)|neighbor|center|license[ds]|defense|offense|fulfill|enroll|gray|catalog\b"
    r"|canceled|labeled|traveled"
    r"|apologiz|organiz|recogniz|analyz|authoriz|summariz|minimiz|prioritiz|utiliz|customiz|realiz|criticiz)\w*",
    re.IGNORECASE,
)
# Texts with a version, which evidence packs fetch again as what was shown: a better one is a new file.
SHOWN = {
    "en/notice.2026-10-01.md": "150b43c653a03a1fc0de05225983677f816cd9aae43a7a901353c542f5484b76",
    "en/policy.2026-10-01.md": "a8efe5a07d2c6c2c6558a9a9436eac3c79a9d122d0e4fdfa9e7867533dae9d3a",
    "ja/notice.2026-10-01.md": "083a6b8b31942cde8332a53cec2cad2c8600c9c0576f878ee8daa6cec60aa506",
    "ja/policy.2026-10-01.md": "f34446221e529a32c33bb7374b4d52a2566dedbb1a8cf2f7aa421483944b2a9d",
}
VERSIONED = sorted(path for kind in ("notice", "policy") for path in places.LOCALES.rglob(f"{kind}.*.md"))
ENGLISH = sorted(path for path in (places.LOCALES / "en").rglob("*.*") if path not in VERSIONED)
TEXTS = [places.LOCALES / "messages.pot", *ENGLISH, places.ORGANISATION]


def american(text: str) -> list[str]:
    """The words of a text that are spelt so; where a page is found in the code says nothing of its words."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return AMERICAN.findall("\n".join(lines))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_text_is_spelt_as_in_america(path: Path) -> None:
    assert american(path.read_text("utf-8")) == []


def test_a_text_that_was_shown_is_not_even_spelt_better_under_its_version() -> None:
    found = {path.relative_to(places.LOCALES).as_posix(): path.read_bytes() for path in VERSIONED}
    assert {name: hashlib.sha256(text).hexdigest() for name, text in found.items()} == SHOWN


@pytest.mark.parametrize("text", ["such behavior", "We apologize.", "the Labor Bureau"])
def test_what_is_spelt_so_is_found(text: str) -> None:
    assert american(text) != []


@pytest.mark.parametrize("text", ["such behaviour", "the Labour Bureau", "a laboratory", "honorific", "# color"])
def test_what_is_not_is_left_alone(text: str) -> None:
    assert american(text) == []
