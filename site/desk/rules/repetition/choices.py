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
# Only what shops are asked all day is asked so: a sum, a day or a number of a demand is no choice.
_ASKED: Final = re.compile(
    r"在庫|入荷|料金|価格|値段|費用|代の|会費|営業時間|予約|空き|見積|買え|販売|扱って|見学|開催|"
    r"\b(?:stock|prices?|costs?|quot(?:e|es|ation)|how much|available|availability|opening hours|book|visit|on sale|"
    r"sell|do you have|have you got)\b"
)
DEMANDED: Final = re.compile(
    r"無料|割引|値引|慰謝料|補償|賠償|返金|返して|招待券|デート|会いた|"
    r"\b(?:free|discounts?|refund\w*|compensat\w+|dinner|dates?|waive\w*|cancel\w*|pay|owe)\b"
)
_NO_CHOICE: Final = frozenset("aiu")  # "a", "I", "u" for you


def choices(text: str) -> frozenset[str]:
    """What a folded text may ask for one of."""
    return frozenset(found for found in _CHOICE.findall(text) if found not in _NO_CHOICE)


def another(one: str, other: str) -> bool:
    """Whether two folded texts ask a shop for as many of a kind, none of them the same."""
    if any(_ASKED.search(text) is None or DEMANDED.search(text) for text in (one, other)):
        return False
    ours, theirs = choices(one), choices(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs) and len(ours) == len(theirs)
