"""Whether the sender of an inquiry is still owed the answer that was promised to them."""

from sqlalchemy import ColumnElement, and_, exists, or_

from desk.rules.organisation import SERVICE
from desk.rules.review import CLOSED
from desk.store.matter_tables import ANSWER
from desk.store.tables import DECISION, FORWARD, INQUIRY


def is_owed() -> ColumnElement[bool]:
    """The condition, beside INQUIRY: they gave an address, no answer was recorded, and none is given by a service."""
    answered = exists().where(ANSWER.c.inquiry_id == INQUIRY.c.id).correlate(INQUIRY)
    # What is empty is not sealed.
    return and_(INQUIRY.c.email.is_not(None), ~answered, ~_is_referred())


def _is_referred() -> ColumnElement[bool]:
    """Whether the sender was referred to a service last, and no desk has been asked by a decision since."""
    sent, later = FORWARD.alias("sent"), FORWARD.alias("later")
    behind = or_(later.c.at > sent.c.at, and_(later.c.at == sent.c.at, later.c.id > sent.c.id))
    sent_later = exists().where(later.c.inquiry_id == sent.c.inquiry_id, behind).correlate(sent)
    decided = (DECISION.c.state_after.in_(CLOSED), DECISION.c.at > sent.c.at)
    decided_later = exists().where(DECISION.c.inquiry_id == sent.c.inquiry_id, *decided).correlate(sent)
    to_a_service = sent.c.destination.startswith(SERVICE)
    return (
        exists().where(sent.c.inquiry_id == INQUIRY.c.id, to_a_service, ~sent_later, ~decided_later).correlate(INQUIRY)
    )
