"""Which signs were seen in which inquiries: ids of our rules or of an operator's, never a word of a sender."""

from collections.abc import Iterable

from sqlalchemy import Connection, and_, func, select

from desk.rules.conduct.ledger import Seen, Sighting, Verdict
from desk.rules.conduct.shapes import ACTS
from desk.rules.review import CLOSED
from desk.store import decisions
from desk.store.engine import Store
from desk.store.records import words
from desk.store.tables import ASSESSMENT, DECISION, SIGN_SEEN


def keep(connection: Connection, inquiry_id: str, sightings: Iterable[Sighting]) -> None:
    """Keep which signs were seen in an inquiry, in the transaction of its screening; those of care are no acts."""
    about_acts = dict.fromkeys(one for one in sightings if one.act in ("", *ACTS))
    if rows := [{"inquiry_id": inquiry_id, **one._asdict()} for one in about_acts]:
        connection.execute(SIGN_SEEN.insert(), rows)


def seen(store: Store) -> list[Seen]:
    """In how many inquiries that are kept each sign was seen, by what was decided on them. Raises StoreUnavailable."""
    return store.look(_seen)


def _seen(connection: Connection, _: Store) -> list[Seen]:
    newest_first = [column.desc() for column in decisions.in_the_order_of_the_log()]
    place = func.row_number().over(partition_by=DECISION.c.inquiry_id, order_by=newest_first).label("place")
    last = select(*DECISION.c["inquiry_id", "acts", "outcome"], place).subquery()
    stands = and_(last.c.inquiry_id == SIGN_SEEN.c.inquiry_id, last.c.place == 1, ASSESSMENT.c.state.in_(CLOSED))
    by = (*SIGN_SEEN.c["sign", "act", "how"], last.c.acts, last.c.outcome)
    rows = (
        select(*by, func.count().label("number"))
        .select_from(SIGN_SEEN)
        .join(ASSESSMENT, ASSESSMENT.c.inquiry_id == SIGN_SEEN.c.inquiry_id)
        .join(last, stands, isouter=True)
        .group_by(*by)
    )
    found = connection.execute(rows)
    return [Seen(Sighting(row.sign, row.act, row.how), _verdict(row.acts, row.outcome), row.number) for row in found]


def _verdict(acts: str | None, outcome: str | None) -> Verdict | None:
    return None if acts is None or outcome is None else Verdict(frozenset(words(acts)), outcome)
