"""How signs fared: in how many inquiries each was seen, and in which, by what was decided on them."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desk.rules.conduct.ledger import Ruling, Seen, Sighting
from desk.store import outcomes, reviews
from desk.store.engine import Store
from desk.store.outcomes import Stands
from desk.store.reviews import ListRow
from desk.store.tables import ASSESSMENT, INQUIRY, SIGN_SEEN


@dataclass(frozen=True, slots=True)
class Met:
    """An inquiry in which a sign was seen, how it counted, and what was decided, if anything stands."""

    row: ListRow
    sighting: Sighting
    ruling: Ruling | None


def seen(store: Store) -> list[Seen]:
    """In how many inquiries that are kept each sign was seen, by what was decided on them. Raises StoreUnavailable."""
    return store.look(_seen)


def met(store: Store, sign: str, most: int) -> list[Met]:
    """The newest inquiries in which a sign was seen, once for each act that it suggested. Raises StoreUnavailable."""
    return store.look(_met, sign, most)


def _seen(connection: Connection, _: Store) -> list[Seen]:
    stands = outcomes.standing(connection, select(SIGN_SEEN.c.inquiry_id))
    rows = select(*SIGN_SEEN.c["inquiry_id", "sign", "act", "how"]).join_from(SIGN_SEEN, ASSESSMENT, _OF).where(_KEPT)
    counted = Counter(
        (Sighting(*sighting), _ruling(stands.get(inquiry_id))) for inquiry_id, *sighting in connection.execute(rows)
    )
    return [Seen(*one, number) for one, number in counted.items()]


def _met(connection: Connection, _: Store, sign: str, most: int) -> list[Met]:
    rows = (
        select(*reviews.IN_LIST, *SIGN_SEEN.c["act", "how"])
        .join_from(SIGN_SEEN, ASSESSMENT, _OF)
        .join(INQUIRY, INQUIRY.c.id == SIGN_SEEN.c.inquiry_id)
        .where(SIGN_SEEN.c.sign == sign, _KEPT)
        .order_by(INQUIRY.c.id.desc(), SIGN_SEEN.c.act)
        .limit(most)
    )
    found = connection.execute(rows).mappings().all()
    stands = outcomes.standing(connection, [row["id"] for row in found])
    return [
        Met(reviews.listed(row), Sighting(sign, row["act"], row["how"]), _ruling(stands.get(row["id"])))
        for row in found
    ]


def _ruling(stands: Stands | None) -> Ruling | None:
    return Ruling(frozenset(stands.acts), stands.outcome) if stands else None


_OF = ASSESSMENT.c.inquiry_id == SIGN_SEEN.c.inquiry_id
# A process of an older version, which knows nothing of signs that were seen, may have erased what they were seen in.
_KEPT = ASSESSMENT.c.state != "erased"
