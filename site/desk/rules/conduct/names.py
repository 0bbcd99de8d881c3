"""Names in kana: two words that stand apart, of which one by itself may well be somebody's name."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from desk.rules.conduct.shapes import Finding

NAMES: Final = ("name", "kana")
REASON: Final = "name"
_KANA = r"[ぁ-ゖァ-ヺー・\uff66-\uff9f]+"
_TWO_WORDS = re.compile(rf"{_KANA}[ \u3000]+{_KANA}")
# Who is called so behind a harsh word has no such name.
_CURSED = frozenset(("ヤロウ", "ヤロー", "ヤロ", "ドモ", "やろう", "やろー", "ども", "ゾ", "ぞ"))
_APART = str.maketrans(" \u3000", "、、")


def apart(field: str, text: str) -> str:
    """The text to be read: in a name in kana the words stand apart, or Baba Ai (ババ アイ) is read as ババア, hag."""
    return text.translate(_APART) if field in NAMES and _TWO_WORDS.fullmatch(text.strip()) else text


def of_somebody(findings: Sequence[Finding], fields: Mapping[str, str]) -> set[Finding]:
    """The findings in a name of two words in kana that all lie in one of them.

    カス アキラ (糟 明) is a name, シネ カス is none.
    """
    found: set[Finding] = set()
    for field in NAMES:
        text = fields.get(field, "")
        own = [finding for finding in findings if finding.field == field]
        if own and _TWO_WORDS.fullmatch(text.strip()):
            first, second = text.split()
            border = text.index(first) + len(first)
            if all(one.start >= border for one in own):
                first, second = second, first
            elif any(one.end > border + 1 for one in own):
                continue
            if second not in _CURSED and not any(one.text.strip() in second for one in own):
                found.update(own)
    return found
