"""Writes the letters: plain text from the mail texts, headers that nobody outside can bend."""

import re
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import lru_cache
from pathlib import Path

from desk import mail_texts

POLICY = SMTP.clone(max_line_length=78)
_ODD_DOTS = re.compile(r"(?=\.|.*\.\.|.*\.$)[A-Za-z0-9._+/?-]+")  # as Japanese carriers once gave them out


def compose(
    text: str,
    *,
    sender: Address,
    recipient: str,
    reply_to: str,
    message_id: str,
    at: datetime,
    answers: bool = False,
) -> EmailMessage:
    """The letter of a rendered mail text, whose first line is `Subject: …`.

    `recipient` and `reply_to` (may be empty) are bare addresses; `answers`: whether the recipient wrote to us first
    (RFC 3834). Raises ValueError when the recipient is not an address.
    """
    first, _, body = text.partition("\n")
    letter = EmailMessage(policy=POLICY)
    letter["From"] = sender
    letter["To"] = _bare(recipient)
    letter["Subject"] = " ".join(first.removeprefix("Subject:").split())
    letter["Date"] = format_datetime(at)
    letter["Message-ID"] = message_id
    if reply_to:
        letter["Reply-To"] = _bare(reply_to)
    letter["Auto-Submitted"] = "auto-replied" if answers else "auto-generated"
    letter["X-Auto-Response-Suppress"] = "All"
    letter.set_content(body.lstrip("\n"), charset="utf-8", cte="base64")
    return letter


def rendered(folder: Path, language: str, name: str, **values: object) -> str:
    """The mail text `name` of the language with its values filled in; a missing value is an error, not a gap."""
    return _texts(folder).get_template(f"{language}/mail/{name}.txt").render(values)


_texts = lru_cache(maxsize=8)(mail_texts.environment)


def _bare(address: str) -> str:
    """The address as a header holds it: quoted where its dots, doubled or at an end, ask for that (RFC 5322, 3.4.1)."""
    local, _, domain = address.rpartition("@")
    spelt = f'"{local}"@{domain}' if _ODD_DOTS.fullmatch(local) else address
    try:
        Address(addr_spec=spelt)
    except (MessageError, ValueError, IndexError):
        raise ValueError("not a bare e-mail address") from None
    return spelt
