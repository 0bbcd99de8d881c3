"""What a sender was told, word for word: the letters as they left, and the texts that people sent by hand.

Letters to desks are listed without their words: they hold the inquiry once more, and how the house deals with it.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import Connection, RowMapping

from desk.store import outbox, times
from desk.store.engine import Store
from desk.store.kinds import TO_SENDER
from desk.store.outbox import Mail
from desk.store.tables import OUTBOX

NOTICE: Final = "notice"
"""The kind of a letter that no worker sends: somebody sent it by hand, by a text of ours, and recorded that."""


class Words(NamedTuple):
    """What a letter said, and in which language."""

    language: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter about an inquiry; `settled_at` is when it had left the house, if it has.

    `words` are those of a letter to the sender that has left; None of any other, and where they were not kept.
    """

    kind: str
    desk: str | None
    state: str
    created_at: datetime
    settled_at: datetime | None
    words: Words | None

    @property
    def is_to_sender(self) -> bool:
        """Whether it went to the sender of the inquiry, who read what it said."""
        return self.kind in (*TO_SENDER, NOTICE)


def by_hand(connection: Connection, store: Store, inquiry_id: str, words: Words, at: datetime) -> None:
    """Keep what somebody told the sender of an inquiry, among its letters."""
    payload = {"subject": words.subject, "body": words.body}
    letter = outbox.row(store, inquiry_id, Mail(NOTICE, words.language, payload=payload), at)
    connection.execute(OUTBOX.insert(), {**letter, "state": "delivered", "settled_at": times.believed(connection, at)})


def about(connection: Connection, store: Store, inquiry_id: str) -> tuple[Letter, ...]:
    """The letters about one inquiry, the oldest first. Raises SealError."""
    rows = connection.execute(OUTBOX.select().where(OUTBOX.c.inquiry_id == inquiry_id).order_by(OUTBOX.c.id))
    return tuple(_letter(row, store) for row in rows.mappings())


def _letter(row: RowMapping, store: Store) -> Letter:
    same = {name: row[name] for name in ("kind", "desk", "state", "created_at", "settled_at")}
    letter = Letter(**same, words=None)
    return Letter(**same, words=_words(row, store)) if letter.is_to_sender else letter


def _words(row: RowMapping, store: Store) -> Words | None:
    payload = json.loads(store.seals.open(row["payload"], f"outbox:payload:{row['id']}") or "{}")
    return Words(row["language"], payload["subject"], payload["body"]) if "body" in payload else None
