"""Who speaks: a customer of the service that is named, or somebody else for whom a desk is there."""

from dataclasses import dataclass

from desk.rules.inquiry import GENERAL
from desk.rules.routing.desks import Weighed
from desk.rules.routing.mentions import Mention
from desk.rules.routing.words import BYSTANDER, SUPPORT

ENOUGH = 3  # The weight from which a desk is certain where no service is named.
BESIDE_A_SERVICE = 4  # The weight it needs beside one that a customer speaks of: a cue alone may be its subject.
PATIENCE = 3  # By how much more of a customer's words raise that.
OF_A_BYSTANDER = 2  # The weight it needs where the writer is no customer of what is named.
LONG = {"ja": 120, "en": 200}  # From so many squashed characters on a letter tells of much that it is not about;
AT_ONCE = 3  # what it repeats tells no more, so that many different ones in a row are counted
LOOKED_AT = 2000  # in so many characters, which tell.
OF_A_LONG_LETTER = 8  # The weight that a desk needs there, one deciding cue among it, and more than a customer's words;
OUTRIGHT = 12  # or this one, whatever a customer's words weigh.
OF_A_TITLED_LETTER = 5  # Or this one, and more than those weigh, where the subject says the desk by itself.
URGENT = (  # Which desk goes first where two weigh the same: the one to which a delay does more harm.
    *("whistleblowing", "law-enforcement", "vulnerability-report", "rights-infringement", "spam-abuse-report"),
    *("personal-data", "press", "ir"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The desk that an inquiry is for, if any, and whether the services it names are its subject."""

    desk: Weighed | None
    services: bool


def is_long(text: str, language: str) -> bool:
    """Whether a squashed text is a long letter."""
    if len(text) < LONG[language]:
        return False
    begun = range(min(len(text), LOOKED_AT) - AT_ONCE + 1)
    return len({text[place : place + AT_ONCE] for place in begun}) >= LONG[language]


def judge(weighed: dict[str, Weighed], meant: list[Mention], *, long: bool = False, titled: str = "") -> Verdict:
    """Return whom the inquiry is for, from what speaks for each desk and the services that are `meant`.

    In a `long` letter single words of any desk stand anywhere: what speaks for one has to outweigh that, by less for
    the desk that its subject alone is for (`titled`, an id, or "").
    """
    customer = _weight(weighed.pop(SUPPORT, None))
    bystander = _weight(weighed.pop(BYSTANDER, None))
    weighed = _specific({name: desk for name, desk in weighed.items() if desk.carried})
    if long:
        weighed = {name: desk for name, desk in weighed.items() if _stands_out(desk, customer, titled=name == titled)}
    best = max(weighed.values(), key=_rank, default=None)
    if not any(mention.how != "host" for mention in meant):
        desk = _certain(best, ENOUGH)
        return Verdict(desk, services=desk is None)
    if _is_bystander(bystander, customer):
        return Verdict(_certain(best, OF_A_BYSTANDER), services=False)
    deciding = max((desk for desk in weighed.values() if desk.decides), key=_rank, default=None)
    desk = _certain(deciding, BESIDE_A_SERVICE + min(customer // 2, PATIENCE))
    return Verdict(desk, services=desk is None and (customer > 0 or deciding is None))


def _specific(weighed: dict[str, Weighed]) -> dict[str, Weighed]:
    """Leave out the desk for what fits no other, where the organisation's own words make another one certain."""
    general = weighed.get(GENERAL)
    if general is None or general.own or not any(desk.own and desk.weight >= ENOUGH for desk in weighed.values()):
        return weighed
    return {name: desk for name, desk in weighed.items() if name != GENERAL}


def _is_bystander(bystander: int, customer: int) -> bool:
    return bystander > (customer // 2 if bystander >= ENOUGH else max(customer, 1))


def _stands_out(desk: Weighed, customer: int, *, titled: bool) -> bool:
    if titled and desk.weight >= max(OF_A_TITLED_LETTER, customer + 1):
        return True
    return desk.decides and desk.weight >= min(max(OF_A_LONG_LETTER, customer + 1), OUTRIGHT)


def _certain(desk: Weighed | None, needed: int) -> Weighed | None:
    return desk if desk and desk.weight >= needed else None


def _weight(side: Weighed | None) -> int:
    return side.weight if side else 0


def _rank(desk: Weighed) -> tuple[int, int]:
    return desk.weight, -URGENT.index(desk.desk) if desk.desk in URGENT else -len(URGENT)
