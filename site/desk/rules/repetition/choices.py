"""What one of a kind a short message asks for: a size, a plan by its letter, a day, a colour, a quantity.

Three questions that differ in nothing else ask three things: is there one in S, in M, in L?
"""

import re
from typing import Final

_MONTHS: Final = "january|february|march|april|may|june|july|august|september|october|november|december"
_COLOURS: Final = "red|blue|green|black|white|grey|gray|yellow|pink|brown|orange|purple|silver|gold"
_KINDS: Final = (
    "プラン|コース|商品|タイプ|サイズ|型|席|(?:plan|item|size|type|model|option|class|grade|room|package)s? "
)
_CHOICE: Final = re.compile(
    rf"(?:{_KINDS})[a-z](?![a-z0-9'])|(?<![a-z0-9'.])(?:[a-z](?![a-z0-9'.])|xx?[sl](?![a-z])|(?:{_COLOURS})(?![a-z])|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}})"
    r"|\d{1,2}月\d{1,2}日|(?<![a-z0-9.,/-])\d{1,3}(?![\d月年日時分回通度%.,/-])|[赤青緑黒白黄紫茶桃](?=色|の|が|は)"
)
_NO_CHOICE: Final = frozenset("aiu")  # "a", "I", "u" for you


def choices(text: str) -> frozenset[str]:
    """What a folded text may ask for one of."""
    return frozenset(found for found in _CHOICE.findall(text) if found not in _NO_CHOICE)


def another(one: str, other: str) -> bool:
    """Whether two folded texts ask for as many of a kind, none of them the same."""
    ours, theirs = choices(one), choices(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs) and len(ours) == len(theirs)
