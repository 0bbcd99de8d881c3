"""The letters that were given up: which, why, and trying one of them again."""

from dataclasses import dataclass
from datetime import datetime

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.staff import frame, session, words
from desk.store import outbox
from desk.store.outbox import OutboxItem
from desk.store.sessions import Session

MOST = 100  # letters on the page


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A letter that was given up; `receipt` is None where its inquiry was erased or cannot be opened."""

    id: str
    kind: str
    receipt: str | None
    desk: str
    written_at: datetime
    fault: str
    why: str


@get("/letters", opt={"permission": "letters"})
async def show(desk: NamedDependency[Context], me: NamedDependency[Session]) -> Response[bytes]:
    """Show the letters that nobody tries any more, the oldest first."""
    number = await desk.store.run(outbox.given_up)
    stuck = await desk.store.run(outbox.stuck, MOST)
    letters = [_undelivered(desk, me.staff.language, item) for item in stuck]
    return frame.page(desk, me, "letters.html", {"number": number, "letters": letters, "kinds": words.LETTERS})


@post("/letters/{letter:str}/retries", opt={"permission": "letters"}, status_code=303)
async def retry(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],  # noqa: ARG001 - asking for it is what checks its token
    letter: FromPath[str],
) -> Response[bytes]:
    """Have a letter tried again from the beginning; one that a colleague sent on its way meanwhile stays as it is."""
    await desk.store.run(outbox.retry, letter, desk.now(), me.staff.id)
    return session.to("/staff/letters")


def _undelivered(desk: Context, language: str, item: OutboxItem) -> Undelivered:
    why = item.why or ""
    return Undelivered(
        id=item.id,
        kind=item.kind,
        receipt=item.inquiry.receipt if item.inquiry else None,
        desk=desk.topic_name(item.desk, language) if item.desk else "",
        written_at=item.created_at,
        fault=words.letter_fault(why),
        why=why,
    )
