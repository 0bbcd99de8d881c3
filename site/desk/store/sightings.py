"""Which signs were seen in which inquiries: ids of our rules or of an operator's, never a word of a sender."""

from collections.abc import Iterable

from sqlalchemy import Connection

from desk.rules.conduct.ledger import Sighting
from desk.rules.conduct.shapes import ACTS
from desk.store.tables import SIGN_SEEN


def keep(connection: Connection, inquiry_id: str, sightings: Iterable[Sighting]) -> None:
    """Keep which signs were seen in an inquiry, in the transaction of its screening; those of care are no acts.

    Each once with each act: where it counts in one place and not in another, as the first of them says.
    """
    first = {(one.sign, one.act): one for one in reversed([*sightings]) if one.act in ("", *ACTS)}
    if rows := [{"inquiry_id": inquiry_id, **one._asdict()} for one in first.values()]:
        connection.execute(SIGN_SEEN.insert(), rows)
