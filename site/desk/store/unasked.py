"""A desk that turns out never to have been asked about an inquiry, once its letter did not leave."""

from sqlalchemy import Connection, and_, or_, select

from desk.store.kinds import ELSEWHERE, NO_ASK
from desk.store.tables import FAILED, OUTBOX, WAITING


def tell_no_more(connection: Connection, inquiry_id: str, desk: str) -> None:
    """Do not tell a desk that others answer, unless another letter asked it to."""
    theirs = and_(OUTBOX.c.inquiry_id == inquiry_id, OUTBOX.c.desk == desk)
    if connection.execute(select(OUTBOX.c.id).where(theirs, OUTBOX.c.kind.not_in(NO_ASK)).limit(1)).first():
        return
    told = (theirs, OUTBOX.c.kind == ELSEWHERE, or_(WAITING, FAILED))
    connection.execute(OUTBOX.delete().where(*told, OUTBOX.c.claimed_until.is_(None)))
    connection.execute(OUTBOX.update().where(*told).values(state="recalled"))
