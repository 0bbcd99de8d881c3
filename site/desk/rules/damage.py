"""What no text of ours holds, NUL and half a character pair, and the mark that stands where they were sent."""

import re
from typing import Final

MARK: Final = "\ufffd"

_DAMAGE: Final = re.compile("[\0\ud800-\udfff]")


def marked(text: str) -> str:
    """The text with a mark for each character that is none."""
    return _DAMAGE.sub(MARK, text)
