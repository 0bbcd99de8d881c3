"""Who may speak for somebody else: a mother for her son, a lawyer for a client, somebody for “a friend” they are."""

import re
from typing import Final

from desk.rules.repetition.reading import Reading
from desk.rules.repetition.senders import Sender, evened

_FAMILY: Final = 2  # characters of a family name in kanji; what stands behind may be the given name
_LEAST: Final = 4  # letters of a name in Latin letters, characters of one in kana less one


def may_speak_for(last: Reading, whose: Sender) -> bool:
    """Whether a message names somebody, or its own sender bears a name of theirs, in the name or in the address.

    That two people have a family name in common says little: what they ask for has to say the rest.
    """
    said = evened(f"{last.message.message}\n{last.message.name}")
    return any(_stands(name, said) or name in last.sender.letters for name in _names(whose))


def _names(whose: Sender) -> list[str]:
    if whose.script == "han":
        family = "".join(whose.parts[:1])[:_FAMILY]
        return [family] if len(family) == _FAMILY else []
    least = _LEAST if whose.script == "latin" else _LEAST - 1
    return [part for part in whose.parts if len(part) >= least]


def _stands(name: str, said: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(name)}", said) is not None
