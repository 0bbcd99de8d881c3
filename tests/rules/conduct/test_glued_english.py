"""English written directly after Japanese: nobody need leave a space between the two."""

import pytest

from desk import signs_files
from desk.rules.conduct import english, english_quotes, english_reasons, examine

SIGNS = signs_files.read()
JAPANESE = ("早く", "店員が", "件名", "バカ")


@pytest.mark.parametrize(
    "text",
    ["早くI will kill you", "返金してI will leak your staff list", "店員がwe will kill your staff"],
)
def test_a_threat_behind_japanese_letters_is_flagged(text: str) -> None:
    assert examine({"message": text}, SIGNS).flagged


@pytest.mark.parametrize(
    ("before", "word", "feature"),
    [
        ("i will ", "kill", "will"),
        ("gonna ", "kill", "will"),
        ("i'm ", "killing", "will"),
        ("you must ", "apologise", "imp"),
        ("can you ", "kill", "ask"),
        ("how to ", "kill", "how"),
        ("was ", "killed", "passive"),
        ("we ", "killed", "past"),
        ("he ", "kills", "third"),
        ("we ", "kill", "first"),
        ("unless you ", "kill", "cond"),
    ],
)
def test_how_a_part_is_said_is_read_behind_japanese_letters(before: str, word: str, feature: str) -> None:
    assert all(feature in english.features(glued + before, word, " you") for glued in ("", *JAPANESE))


@pytest.mark.parametrize("glued", JAPANESE)
def test_a_reason_is_read_behind_japanese_letters(glued: str) -> None:
    assert {"asking"} == english_reasons.about(f"{glued}is this harassment?")
    assert {"open"} == english_reasons.about(f"{glued}if she agrees")
    assert {"repenting"} == english_reasons.about(f"{glued}i shouldn't have")
    assert english_reasons.wronged(f"{glued}you deleted my archive")
    assert english_quotes.owns(f'{glued}my message: "die"', len(glued) + 12, len(glued) + 17)
    said = f"{glued}someone said he'd hit the guard"
    assert english_reasons.excuse("act.violence", said, len(said) - 13, len(said), frozenset()) == "third"
