"""An inquiry as it is kept: what the columns hold, opened."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, select

from desk.store.sealing import Seals
from desk.store.tables import ASSESSMENT, INQUIRY

SEALED = ("name", "kana", "company", "email", "phone", "phone_e164", "subject", "message")


@dataclass(frozen=True, slots=True)
class StoredInquiry:
    """An inquiry, opened. `message` is byte for byte what was sent; `marks` are "trap" and "fast".

    `notice_version` is that of the notice on the form, None where the form did not say it or from before it was kept;
    `notice_shown_at` is when that form was handed in.
    """

    id: str
    receipt: str
    language: str
    topic: str
    name: str
    kana: str
    company: str
    email: str
    phone: str
    phone_e164: str
    subject: str
    message: str
    received_at: datetime
    policy_version: str
    notice_version: str | None
    notice_shown_at: datetime
    marks: tuple[str, ...]


def inquiries() -> Select[Any]:
    """The rows that `opened` takes."""
    return select(*INQUIRY.c, ASSESSMENT.c.marks).join_from(INQUIRY, ASSESSMENT)


def opened(row: RowMapping, seals: Seals) -> StoredInquiry:
    """The inquiry of a row of `inquiries()`. Raises SealError."""
    plain: dict[str, Any] = {name: row[name] for name in _PLAIN}
    texts: dict[str, Any] = seals.open_row("inquiry", row["id"], {name: row[name] for name in SEALED})
    return StoredInquiry(**plain, **texts, marks=words(row["marks"]))


def words(text: str) -> tuple[str, ...]:
    """The words of a column that holds several."""
    return tuple(text.split())


_PLAIN = (
    *("id", "receipt", "language", "topic", "received_at"),
    *("policy_version", "notice_version", "notice_shown_at"),
)
