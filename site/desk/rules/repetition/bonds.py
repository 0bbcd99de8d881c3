"""By what two messages are taken for one sender's, or for those of two who work in one house."""

from typing import Final, Literal

from desk.rules.repetition.senders import Sender, Tie, romanised, same_name, sender, tie

Bond = Literal["address", "mailbox", "name", "other"]
"""The same address, its mailbox in another spelling, another address with the same name, or neither."""

MAILBOX: Final[frozenset[Bond]] = frozenset({"address", "mailbox"})
"""What only one person's messages have in common; a name may well be two people's."""

_FAMILY_HAN: Final = 2  # characters of most family names


def bond(email: str, name: str, other_email: str, other_name: str) -> Bond:
    """The surest of what two messages have in common."""
    one, other = sender(email, name), sender(other_email, other_name)
    if one.mailbox == other.mailbox:
        return "address" if _plain(email) == _plain(other_email) else "mailbox"
    return "name" if same_name(one, other) else "other"


def work_together(one: Sender, other: Sender) -> bool:
    """Whether they are two of one house: each with a mailbox and a name of its own, and not of one family."""
    if one.mailbox == other.mailbox or tie(one, other) is not Tie.COLLEAGUES:
        return False
    return same_name(one, other) is False and _family(one).isdisjoint(_family(other))


def _family(whose: Sender) -> frozenset[str]:
    """What a made-up husband may share: any part of a name, and in kanji its beginning, for often no gap is left."""
    begins = ["".join(whose.parts)[:_FAMILY_HAN]] if whose.script == "han" else []
    return frozenset((*begins, *romanised(whose.parts)))


def _plain(email: str) -> str:
    return email.strip().lower()
