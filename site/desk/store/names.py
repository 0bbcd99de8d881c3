"""How the names of people are compared."""

import re
import unicodedata

from desk.rules.normalise import alike


def typed(name: str) -> str:
    """The name as it is kept: a blank is a blank, however wide the keyboard makes it, and none stand around it."""
    return "".join(" " if unicodedata.category(char) == "Zs" else char for char in name).strip()


def folded(name: str) -> str:
    """The name as it is compared: without its width, its case and the blanks around it."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).strip()


# What Unicode calls default ignorable, and the empty braille cell: nothing is drawn of them.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Letters of two scripts, and marks, that most fonts draw alike.
_DRAWN_ALIKE = str.maketrans("へべぺ二口力工夕八一―‐’ʼ‑–0il1|", "ヘベペニロカエタハーーー''--ollll")


def seen(name: str) -> str:
    """The name as a hasty reader sees it in a list; no two people may be seen as one. Empty where nothing is drawn."""
    drawn = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", name)).split())
    return alike(folded(drawn)).translate(_DRAWN_ALIKE)
