"""Has inquiries examined by the rules and keeps what they found; whatever fails sends its inquiry to a person."""

from dataclasses import asdict

from desk import log
from desk.context import Context
from desk.delivery import repetition
from desk.rules import conduct, routing
from desk.rules.routing import cues
from desk.store import screening
from desk.store.engine import StoreUnavailable
from desk.store.records import StoredInquiry
from desk.store.routes import Lead
from desk.store.screening import Assessment
from desk.store.writer import Pending

URGENT = frozenset({"self-harm", "danger"})  # somebody may be in danger: a person reads first, flagged or not


def screen(context: Context, most: int) -> int:
    """Examine at most `most` inquiries and record each assessment with the state that follows; gives their number.

    An assessment that cannot be kept holds its inquiry with the fault named, and keeps no other inquiry waiting.
    Raises StoreUnavailable.
    """
    waiting = screening.unscreened(context.store, most)
    for inquiry, recorded in [(inquiry, _begun(context, inquiry)) for inquiry in waiting]:
        try:
            recorded.result()
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - no fault may leave an inquiry with nobody
            _held(context, inquiry, error).result()
    return len(waiting)


def _begun(context: Context, inquiry: StoredInquiry) -> Pending[bool]:
    try:
        desk = destination(context, inquiry.topic)
        leads, judged = recognised(context, inquiry), repetition.judged(context, inquiry)
        found = repetition.with_repetition(assessment(context, inquiry), judged.finding)
        return screening.record(
            context.store, inquiry.id, found, desk, context.now(), leads=leads, before=judged.before
        )
    except StoreUnavailable:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return _held(context, inquiry, error)


def _held(context: Context, inquiry: StoredInquiry, error: Exception) -> Pending[bool]:
    log.fault("screening_failed", error)
    return screening.hold(context.store, inquiry.id, type(error).__name__, context.ruleset)


def assessment(context: Context, inquiry: StoredInquiry) -> Assessment:
    """What the rules say; whatever goes wrong in them is recorded as such and the inquiry is held for a person."""
    fields = {name: getattr(inquiry, name) for name in ("name", "company", "subject", "message")}
    try:
        examined = conduct.examine(fields, context.signs, context.model)
    except Exception as error:  # noqa: BLE001 - no fault of a rule may keep an inquiry from its reader
        log.fault("screening_failed", error)
        return Assessment(True, "medium", [], [], [], type(error).__name__, context.ruleset)
    return Assessment(
        flagged=examined.flagged or any(cue.care in URGENT for cue in examined.care),
        severity=examined.severity,
        findings=[asdict(finding) for finding in examined.findings],
        suppressed=[asdict(suppressed) for suppressed in examined.suppressed],
        care=[asdict(cue) for cue in examined.care],
        failed=None,
        ruleset=context.ruleset,
        opinion=asdict(examined.opinion) if examined.opinion else None,
    )


def recognised(context: Context, inquiry: StoredInquiry) -> tuple[Lead, ...]:
    """Where the inquiry seems to belong and by which cues; nothing where that fails, for it decides nothing."""
    try:
        found = routing.recognise(inquiry.subject, inquiry.message, inquiry.language, context.directory)
        return tuple(Lead(*lead) for lead in cues.leads(found, context.directory))
    except Exception as error:  # noqa: BLE001 - what is only learnt from may not keep an inquiry from its desk
        log.fault("routing_failed", error)
        return ()


def destination(context: Context, topic: str) -> str:
    """The id of the desk that answers; an inquiry about a service that was sent to us all the same is for "general"."""
    known = {desk.id for desk in context.organisation.desks}
    return topic if topic in known else "general"
