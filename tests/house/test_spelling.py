"""What people read in English is spelt as in Britain throughout, for one spelling beside the other looks careless."""

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
TEXTS = [places.LOCALES / "messages.pot", *sorted((places.LOCALES / "en").rglob("*.*")), places.ORGANISATION]


def american(text: str) -> list[str]:
    """The words of a text that are spelt so; where a page is found in the code says nothing of its words."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return AMERICAN.findall("\n".join(lines))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_text_is_spelt_as_in_america(path: Path) -> None:
    assert american(path.read_text("utf-8")) == []


@pytest.mark.parametrize("text", ["such behavior", "We apologize.", "the Labor Bureau"])
def test_what_is_spelt_so_is_found(text: str) -> None:
    assert american(text) != []


@pytest.mark.parametrize("text", ["such behaviour", "the Labour Bureau", "a laboratory", "honorific", "# color"])
def test_what_is_not_is_left_alone(text: str) -> None:
    assert american(text) == []
