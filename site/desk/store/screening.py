"""What the worker does with an inquiry that came in: screened it is clean and goes to its desk, or it is held."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, func, select

from desk import log
from desk.rules.conduct.ledger import Sighting, sightings_of
from desk.store import matters, outbox, routes, sightings
from desk.store.engine import Store, StoreUnavailable
from desk.store.kinds import EMERGENCY
from desk.store.matters import NOTHING, Before
from desk.store.outbox import Mail
from desk.store.ranks import rank
from desk.store.records import StoredInquiry, inquiries, opened
from desk.store.routes import Lead
from desk.store.sealing import SealError
from desk.store.tables import ASSESSMENT, INQUIRY, UNSCREENED
from desk.store.writer import Pending, each

Finding = Mapping[str, Any]
LONG = 3000
"""Bytes of a message, as it is kept, from which on its screening may take long: 1 000 Japanese letters."""
TOO_LATE = timedelta(minutes=5)  # a worker takes seconds for the longest inquiry


@dataclass(frozen=True, slots=True)
class Assessment:
    """What screening found; `ruleset` is what it was done by.

    `failed` is the kind of fault where nothing could be looked for, `unjudged` where everything was but whether the
    inquiry is a repetition. `trial`: signs on trial that were seen, counted for leads and shown on no inquiry.
    """

    flagged: bool
    severity: str
    findings: list[Finding]
    suppressed: list[Finding]
    care: list[Finding]
    failed: str | None = None
    ruleset: str = ""
    opinion: Mapping[str, Any] | None = None
    unjudged: str | None = None
    trial: tuple[Sighting, ...] = ()

    @property
    def held(self) -> bool:
        """Whether a person looks first."""
        return self.flagged or self.failed is not None or self.unjudged is not None

    @property
    def acts(self) -> tuple[str, ...]:
        """The covered acts that the findings name, each once, in their order."""
        return tuple(dict.fromkeys(act for finding in self.findings if (act := finding.get("act"))))

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """Every sign that was seen, what counts first; the second opinion is one too, where it flags or would flag."""
        unusual = bool(self.opinion and self.opinion["unusual"])
        return sightings_of(self.findings, self.trial, self.suppressed, unusual=unusual)

    @property
    def repeats(self) -> tuple[str, ...]:
        """The receipts of the earlier inquiries that the findings say it repeats; some may have been erased since."""
        return tuple(receipt for finding in self.findings for receipt in finding.get("repeats", ()))


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many inquiries wait for screening, and since when the first of them does."""

    number: int
    since: datetime

    def is_late(self, now: datetime) -> bool:
        """Whether a worker would have screened it by now."""
        return is_late(self.since, now)


@dataclass(frozen=True, slots=True)
class _Screened:
    inquiry_id: str
    assessment: Assessment
    desk: str | None
    at: datetime
    leads: tuple[Lead, ...] = ()
    before: Before = NOTHING
    on_call: bool = False


def unscreened(store: Store, most: int, after: str = "", *, long: bool = False) -> list[StoredInquiry]:
    """At most `most` inquiries that wait for screening, from behind an id, the oldest first: the LONG ones, or others.

    Raises StoreUnavailable. One that cannot be opened, because its key was taken off the list, is held at once for a
    person to see to.
    """
    found: list[StoredInquiry] = []
    while not found and (rows := store.look(_unscreened, most, after, long)):
        after = rows[-1]["id"]
        found = [inquiry for row in rows if (inquiry := _opened(store, row))]
    return found


def waiting(store: Store) -> Waiting | None:
    """What waits for screening, None where nothing does. Raises StoreUnavailable."""
    return store.look(_waiting)


def is_late(since: datetime, now: datetime) -> bool:
    """Whether a worker would have screened by now what came in then; a clock that was ahead excuses no wait either."""
    return abs(now - since) > TOO_LATE


def _opened(store: Store, row: RowMapping) -> StoredInquiry | None:
    try:
        return opened(row, store.seals)
    except SealError:
        try:
            hold(store, row["id"], "SealError").result()
        except Exception as error:
            if isinstance(error, StoreUnavailable) and not store.ready():
                raise
            log.fault("not_even_held", error)
    return None


def record(
    store: Store,
    inquiry_id: str,
    assessment: Assessment,
    desk: str | None,
    at: datetime | None = None,
    *,
    leads: Sequence[Lead] = (),
    before: Before = NOTHING,
    on_call: bool = False,
) -> Pending[bool]:
    """Keep the assessment: held, or clean with a mail to `desk`; False where another worker was first.

    `leads` is what was recognised, and the cues that led there; `before` is what the sender sent on its matter before.
    `on_call`: whether there is somebody to whom an emergency is told at once.
    Raises ValueError for a clean inquiry without a desk.
    """
    if not assessment.held and not desk:
        raise ValueError("a clean inquiry needs a desk to go to")
    screened = _Screened(inquiry_id, assessment, desk, at or datetime.now(UTC), tuple(leads), before, on_call)
    return store.write(_record, screened)


def hold(store: Store, inquiry_id: str, failed: str, ruleset: str = "") -> Pending[bool]:
    """Hold an inquiry of which nothing could be found out, or kept; `failed` is the kind of fault.

    False where another worker was first.
    """
    nothing = Assessment(True, "medium", [], [], [], failed, ruleset)
    return store.write(_hold, _Screened(inquiry_id, nothing, None, datetime.now(UTC)))


def _unscreened(connection: Connection, _: Store, most: int, after: str, long: bool) -> list[RowMapping]:
    rows = inquiries().where(UNSCREENED, ASSESSMENT.c.inquiry_id > after, _IS_LONG if long else ~_IS_LONG)
    return list(connection.execute(rows.order_by(ASSESSMENT.c.inquiry_id).limit(most)).mappings())


def _waiting(connection: Connection, _: Store) -> Waiting | None:
    beside = INQUIRY.join(ASSESSMENT, ASSESSMENT.c.inquiry_id == INQUIRY.c.id)
    found = select(func.count(), func.min(INQUIRY.c.received_at)).select_from(beside).where(UNSCREENED)
    number, since = connection.execute(found).one()
    return Waiting(number, since) if number else None


@each
def _record(connection: Connection, store: Store, item: _Screened) -> bool:
    network = matters.network(connection, item.inquiry_id)
    if connection.execute(_UPDATE, _columns(store, item)).rowcount != 1:
        return False
    language, topic = connection.execute(_ABOUT, {"of": item.inquiry_id}).one()
    routes.keep(connection, item.inquiry_id, topic, item.leads)
    sightings.keep(connection, item.inquiry_id, item.assessment.sightings)
    matters.keep(connection, store, item.inquiry_id, item.before, network)
    if not item.assessment.held:
        outbox.enqueue(connection, store, item.inquiry_id, [Mail("desk", language, item.desk)], item.at)
    elif item.on_call and item.assessment.severity == "emergency":
        outbox.enqueue(connection, store, item.inquiry_id, [Mail(EMERGENCY, language)], item.at)
    return True


@each
def _hold(connection: Connection, store: Store, item: _Screened) -> bool:
    # Nothing but the state: whatever `record` could not keep beside it is not tried again.
    return connection.execute(_UPDATE, _columns(store, item)).rowcount == 1


def _columns(store: Store, item: _Screened) -> dict[str, Any]:
    assessment = item.assessment
    care, failed = bool(assessment.care), assessment.failed is not None
    place = rank(assessment.severity, care=care, failed=failed)  # of a clean one too: none has an unknown severity
    return {
        "of": item.inquiry_id,
        "state": "held" if assessment.held else "clean",
        "flagged": assessment.flagged,
        "care": care,
        "severity": assessment.severity,
        "acts": " ".join(assessment.acts),
        "ruleset": assessment.ruleset,
        "findings": store.seals.seal(_packed(assessment), f"assessment:findings:{item.inquiry_id}"),
        "rank": place if assessment.held else None,
        "network_index": None,  # kept, if at all, among the marks of its sender: nobody reads it here any more
    }


def _packed(assessment: Assessment) -> str:
    named = {name: getattr(assessment, name) for name in ("findings", "suppressed", "care", "failed", "opinion")}
    # An older version of the desk, still at work on the same database, knows nothing of `unjudged`.
    named |= {"unjudged": assessment.unjudged} if assessment.unjudged is not None else {}
    return json.dumps(named, ensure_ascii=False)


_IS_LONG = func.coalesce(func.length(INQUIRY.c.message), 0) > LONG
_ABOUT = select(INQUIRY.c.language, INQUIRY.c.topic).where(INQUIRY.c.id == bindparam("of"))
_CHANGING = ("state", "flagged", "care", "severity", "acts", "ruleset", "findings", "rank", "network_index")
_UPDATE = (
    ASSESSMENT.update()
    .where(UNSCREENED, ASSESSMENT.c.inquiry_id == bindparam("of"))
    .values({name: bindparam(name) for name in _CHANGING})
)
