"""Has inquiries examined by the rules and keeps what they found; whatever fails sends its inquiry to a person."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from time import monotonic
from typing import Any, cast

from desk import log
from desk.context import Context
from desk.delivery import repetition
from desk.delivery.repetition import Judged
from desk.rules import conduct, routing
from desk.rules.conduct.ledger import TRIAL, Sighting
from desk.rules.conduct.opinion import Opinion
from desk.rules.conduct.severity import graver
from desk.rules.conduct.shapes import Cue, Finding, Severity
from desk.rules.repetition import rule
from desk.rules.routing import cues
from desk.store import screening
from desk.store.engine import StoreUnavailable
from desk.store.matters import NOTHING
from desk.store.records import StoredInquiry
from desk.store.routes import Lead
from desk.store.screening import Assessment
from desk.store.writer import Pending

TRIES = 3  # of what fails for one inquiry as if the database were away, until it is held
ASIDE = 30.0  # seconds until what could not even be held is tried again

COMMON = (
    """お世話になっております。先日、御社のサービスを申し込みましたが、まだ登録の確認メールが届いていません。
何度も電話をしましたが、担当の方から連絡がなく困っています。今日中に対応していただけない場合は、契約を解約したいと思いますので、
返金の手続きを教えてください。私の名前と住所は前回お伝えした通りです。よろしくお願いいたします。""",
    """Hello, I have been a customer for two years and I am writing about the order that I placed with you last week.
I've not received it, and your staff told me that they will call me back today. When I check my account, it says that
the payment was made. If you can't send it to my address by Friday, please tell me how to get a refund. This is the
third time we have asked, so I want to know who is responsible. I'm sorry to ask again. Thank you for your help.""",
)
"""What many write, in each language: their words are the ones that `warm` has compiled."""


def warm(context: Context) -> None:
    """Examine a text in each language by its signs, so that no inquiry waits until words that many write are compiled.

    The readers of the second opinion come with the first inquiry of their language, two for each: they take 65 to 105
    MB and half a second each.
    """
    try:
        rule.warm()
        for text in COMMON:
            conduct.examine({"message": text}, context.ruleset.signs)
    except Exception as error:  # noqa: BLE001 - it will fail again where an inquiry can be held for it
        log.fault("warming_failed", error)


def screen(
    context: Context,
    most: int,
    stopped: Callable[[], bool] = lambda: False,
    aside: dict[str, float] | None = None,
) -> int:
    """Examine at most `most` inquiries and record each with the state that follows; their number.

    Once `stopped`, it leaves the others to the next process. One after the other, by their age; only a long one, whose
    readers may take as many seconds as others take tenths, waits for those that came meanwhile, so that who sends
    nothing but long ones keeps nobody else waiting for more than one. What cannot be examined or kept is held with the
    fault named, and keeps no other inquiry waiting. What kept one from even that is logged, and it is tried again after
    ASIDE seconds: `aside`, for its caller to keep, says when, by the monotonic clock. Raises StoreUnavailable.
    """
    done = 0
    later = {} if aside is None else aside
    for inquiry in _waiting(context, most):
        if stopped() or done >= most:
            break
        if monotonic() < later.get(inquiry.id, 0.0):
            continue
        if _screened(context, inquiry):
            later.pop(inquiry.id, None)
            done += 1
        else:
            later[inquiry.id] = monotonic() + ASIDE
    return done


def _waiting(context: Context, most: int) -> Iterator[StoredInquiry]:
    """What waits, the oldest first: at each look all that are not long, and then one that is.

    What cannot even be held waits in front of the others, and is passed over.
    """
    after = {False: "", True: ""}
    found = True
    while found:
        found = False
        for long, at_once in ((False, most), (True, 1)):
            if waiting := screening.unscreened(context.store, at_once, after[long], long=long):
                found, after[long] = True, waiting[-1].id
                yield from waiting


def _screened(context: Context, inquiry: StoredInquiry) -> bool:
    """Screen one inquiry, or hold it; False where something stands in the way of even that, of this inquiry alone."""
    try:
        fault = _fault(context, inquiry)
        if fault:
            log.fault("screening_failed", fault)
            screening.hold(context.store, inquiry.id, type(fault).__name__, context.ruleset.version).result()
    except Exception as error:
        if isinstance(error, StoreUnavailable) and not context.store.ready():
            raise
        log.fault("not_even_held", error)
        return False
    return True


def _fault(context: Context, inquiry: StoredInquiry) -> Exception | None:
    """What kept an inquiry from being examined and recorded, if anything did. Raises StoreUnavailable.

    A statement that takes too long for one inquiry looks like a database that is away: whether it is ready tells.
    """
    fault: Exception | None = None
    for _ in range(TRIES):
        try:
            _recorded(context, inquiry).result()
        except StoreUnavailable as error:
            if not context.store.ready():
                raise
            fault = error
        except Exception as error:  # noqa: BLE001 - no fault may leave an inquiry with nobody
            return error
        else:
            return None
    return fault


def _recorded(context: Context, inquiry: StoredInquiry) -> Pending[bool]:
    desk = context.organisation.desk_of(inquiry.topic)
    leads, judged = recognised(context, inquiry), _judged(context, inquiry)
    found = repetition.with_repetition(assessment(context, inquiry), judged)
    if judged.failed:
        severity = graver(cast("Severity", found.severity), "medium")
        found = replace(found, flagged=True, severity=severity, unjudged=judged.failed)
    on_call = context.organisation.emergency_mailbox is not None
    return screening.record(
        context.store, inquiry.id, found, desk, context.now(), leads=leads, before=judged.before, on_call=on_call
    )


def _judged(context: Context, inquiry: StoredInquiry) -> Judged:
    """Whether it is a repetition, or the kind of fault that kept this from being told."""
    try:
        return repetition.judged(context, inquiry)
    except StoreUnavailable:
        raise
    except Exception as error:  # noqa: BLE001 - as in assessment
        log.fault("repetition_failed", error)
        return Judged(NOTHING, failed=type(error).__name__)


def assessment(context: Context, inquiry: StoredInquiry) -> Assessment:
    """What the rules say; whatever goes wrong in them is recorded as such and the inquiry is held for a person."""
    try:
        examined = conduct.examine(_fields(inquiry), context.ruleset.signs, context.ruleset.model)
    except Exception as error:  # noqa: BLE001 - no fault of a rule may keep an inquiry from its reader
        log.fault("screening_failed", error)
        return Assessment(True, "medium", [], [], [], type(error).__name__, context.ruleset.version)
    return Assessment(
        flagged=examined.flagged or any(cue.care in conduct.URGENT for cue in examined.care),
        severity=examined.severity,
        findings=[_kept(inquiry, finding) for finding in examined.findings],
        suppressed=[{"finding": _kept(inquiry, one.finding), "reason": one.reason} for one in examined.suppressed],
        care=[_kept(inquiry, cue) for cue in examined.care],
        failed=None,
        ruleset=context.ruleset.version,
        opinion=_told(examined.opinion) if examined.opinion else None,
        trial=tuple(Sighting(finding.sign, finding.act, TRIAL) for finding in examined.trial),
    )


def _told(opinion: Opinion) -> dict[str, Any]:
    """The second opinion; which needs it hears is kept with the cues."""
    return {name: said for name, said in asdict(opinion).items() if name not in ("needs", "doubtful")}


def _fields(inquiry: StoredInquiry) -> dict[str, str]:
    return {name: getattr(inquiry, name) for name in ("name", "kana", "company", "email", "subject", "message")}


def _kept(inquiry: StoredInquiry, seen: Finding | Cue) -> dict[str, Any]:
    """What was seen, with its words as they were typed."""
    return asdict(seen) | {"text": getattr(inquiry, seen.field)[seen.start : seen.end]}


def recognised(context: Context, inquiry: StoredInquiry) -> tuple[Lead, ...]:
    """Where the inquiry seems to belong and by which cues; nothing where that fails, for it decides nothing."""
    try:
        found = routing.recognise(inquiry.subject, inquiry.message, inquiry.language, context.directory)
        return tuple(Lead(*lead) for lead in cues.leads(found, context.directory))
    except Exception as error:  # noqa: BLE001 - what is only learnt from may not keep an inquiry from its desk
        log.fault("routing_failed", error)
        return ()
