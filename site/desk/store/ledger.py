"""How signs fared: in how many inquiries each was seen, and in which, by what was decided on them."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Subquery, and_, func, select

from desk.rules.conduct.ledger import Seen, Sighting, Verdict
from desk.rules.review import CLOSED
from desk.store import decisions, reviews
from desk.store.engine import Store
from desk.store.records import words
from desk.store.reviews import ListRow
from desk.store.tables import ASSESSMENT, DECISION, INQUIRY, SIGN_SEEN


@dataclass(frozen=True, slots=True)
class Met:
    """An inquiry in which a sign was seen, how it counted, and what was decided, if anything stands."""

    row: ListRow
    sighting: Sighting
    verdict: Verdict | None


def seen(store: Store) -> list[Seen]:
    """In how many inquiries that are kept each sign was seen, by what was decided on them. Raises StoreUnavailable."""
    return store.look(_seen)


def met(store: Store, sign: str, most: int) -> list[Met]:
    """The newest inquiries in which a sign was seen, one for each way in which it counted. Raises StoreUnavailable."""
    return store.look(_met, sign, most)


def _seen(connection: Connection, _: Store) -> list[Seen]:
    last = _last_decisions()
    by = (*SIGN_SEEN.c["sign", "act", "how"], last.c.acts, last.c.outcome)
    rows = (
        select(*by, func.count().label("number"))
        .select_from(SIGN_SEEN)
        .join(ASSESSMENT, ASSESSMENT.c.inquiry_id == SIGN_SEEN.c.inquiry_id)
        .join(last, _stands(last), isouter=True)
        .group_by(*by)
    )
    found = connection.execute(rows)
    return [Seen(Sighting(row.sign, row.act, row.how), _verdict(row.acts, row.outcome), row.number) for row in found]


def _met(connection: Connection, _: Store, sign: str, most: int) -> list[Met]:
    last = _last_decisions()
    rows = (
        select(*reviews.IN_LIST, *SIGN_SEEN.c["act", "how"], last.c.acts, last.c.outcome)
        .select_from(SIGN_SEEN)
        .join(INQUIRY, INQUIRY.c.id == SIGN_SEEN.c.inquiry_id)
        .join(ASSESSMENT, ASSESSMENT.c.inquiry_id == SIGN_SEEN.c.inquiry_id)
        .join(last, _stands(last), isouter=True)
        .where(SIGN_SEEN.c.sign == sign)
        .order_by(INQUIRY.c.id.desc(), SIGN_SEEN.c.act, SIGN_SEEN.c.how)
        .limit(most)
    )
    found = connection.execute(rows).mappings()
    return [
        Met(reviews.listed(row), Sighting(sign, row["act"], row["how"]), _verdict(row["acts"], row["outcome"]))
        for row in found
    ]


def _last_decisions() -> Subquery:
    newest_first = [column.desc() for column in decisions.in_the_order_of_the_log()]
    place = func.row_number().over(partition_by=DECISION.c.inquiry_id, order_by=newest_first).label("place")
    return select(*DECISION.c["inquiry_id", "acts", "outcome"], place).subquery()


def _stands(last: Subquery) -> ColumnElement[bool]:
    """That the last decision on the inquiry of a sign was made, and has not been taken back."""
    mine = last.c.inquiry_id == SIGN_SEEN.c.inquiry_id
    return and_(mine, last.c.place == 1, ASSESSMENT.c.state.in_(CLOSED))


def _verdict(acts: str | None, outcome: str | None) -> Verdict | None:
    return None if acts is None or outcome is None else Verdict(frozenset(words(acts)), outcome)
