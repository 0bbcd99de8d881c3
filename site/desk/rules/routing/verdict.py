"""Who speaks: a customer of the service that is named, or somebody else for whom a desk is there."""

from dataclasses import dataclass

from desk.rules.routing.desks import Weighed
from desk.rules.routing.mentions import Mention
from desk.rules.routing.words import BYSTANDER, SUPPORT

ENOUGH = 3  # The weight from which a desk is certain where no service is named.
BESIDE_A_SERVICE = 4  # The weight it needs beside one that a customer speaks of: a cue alone may be its subject.
PATIENCE = 3  # By how much more of a customer's words raise that.
OF_A_BYSTANDER = 2  # The weight it needs where the writer is no customer of what is named.
URGENT = (  # Which desk goes first where two weigh the same: the one to which a delay does more harm.
    *("whistleblowing", "law-enforcement", "vulnerability-report", "rights-infringement", "spam-abuse-report"),
    *("personal-data", "press", "ir"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The desk that an inquiry is for, if any, and whether the services it names are its subject."""

    desk: Weighed | None
    services: bool


def judge(weighed: dict[str, Weighed], meant: list[Mention]) -> Verdict:
    """Return whom the inquiry is for, from what speaks for each desk and the services that are `meant`."""
    customer = _weight(weighed.pop(SUPPORT, None))
    bystander = _weight(weighed.pop(BYSTANDER, None))
    best = max(weighed.values(), key=_rank, default=None)
    if not any(mention.how != "host" for mention in meant):
        desk = _certain(best, ENOUGH)
        return Verdict(desk, services=desk is None)
    if _is_bystander(bystander, customer):
        return Verdict(_certain(best, OF_A_BYSTANDER), services=False)
    deciding = max((desk for desk in weighed.values() if desk.decides), key=_rank, default=None)
    desk = _certain(deciding, BESIDE_A_SERVICE + min(customer // 2, PATIENCE))
    return Verdict(desk, services=desk is None and (customer > 0 or deciding is None))


def _is_bystander(bystander: int, customer: int) -> bool:
    return bystander > (customer // 2 if bystander >= ENOUGH else max(customer, 1))


def _certain(desk: Weighed | None, needed: int) -> Weighed | None:
    return desk if desk and desk.weight >= needed else None


def _weight(side: Weighed | None) -> int:
    return side.weight if side else 0


def _rank(desk: Weighed) -> tuple[int, int]:
    return desk.weight, -URGENT.index(desk.desk) if desk.desk in URGENT else -len(URGENT)
