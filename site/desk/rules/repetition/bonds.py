"""By what two messages were taken for one sender's, so that a reader can see how far to believe it."""

from typing import Final, Literal

from desk.rules.repetition.senders import same_name, sender

Bond = Literal["address", "mailbox", "name", "other"]
"""The same address, its mailbox in another spelling, another address with the same name, or neither."""

MAILBOX: Final[frozenset[Bond]] = frozenset({"address", "mailbox"})
"""What only one person's messages have in common; a name may well be two people's."""


def bond(email: str, name: str, other_email: str, other_name: str) -> Bond:
    """The surest of what two messages have in common."""
    one, other = sender(email, name), sender(other_email, other_name)
    if one.mailbox == other.mailbox:
        return "address" if _plain(email) == _plain(other_email) else "mailbox"
    return "name" if same_name(one, other) else "other"


def _plain(email: str) -> str:
    return email.strip().lower()
