"""The words of our own lists by which something was recognised: kept for learning, since they are no sender's text."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from desk.rules.organisation import SERVICE, Organisation
from desk.rules.routing.directory import Directory
from desk.rules.routing.lexicon import Hit
from desk.rules.routing.mentions import NAMES
from desk.rules.routing.phrases import ANYWHERE, OR, THEN
from desk.rules.routing.recognition import Evidence, Recognised, Recognition
from desk.rules.routing.squash import Squashed, squash
from desk.rules.routing.words import written

_NAMING = frozenset({*NAMES, "kinds"})


def leads(found: Recognition, directory: Directory) -> tuple[tuple[str, str], ...]:
    """Return each (destination, cue) once: a desk's id or "service:<id>", and a surface or host of `directory`."""
    desks = (found.desk,) if found.desk else ()
    named = [*((SERVICE + one.id, one) for one in found.services), *((one.id, one) for one in desks)]
    return tuple(dict.fromkeys((to, cue) for to, one in named for cue in cues(one, directory)))


def cues(recognised: Recognised, directory: Directory) -> tuple[str, ...]:
    """Return the cues that stand in the evidence for `recognised`, pressed, each once; no word that is in no list."""
    return tuple(
        dict.fromkeys(cue for evidence in recognised.evidence for cue in _cues(recognised.id, evidence, directory))
    )


@lru_cache(maxsize=2)
def spellings(organisation: Organisation) -> Mapping[str, str]:
    """Return for each pressed cue how our lists write it, for people; a slip or a host stands in none."""
    found: dict[str, str] = {}
    for word in (*_of_services(organisation), *_of_its_own_desks(organisation), *_of_desks()):
        found.setdefault(squash(word).text, word)
    return found


def _of_services(organisation: Organisation) -> Iterator[str]:
    for service in organisation.services:
        cues = service.cues
        yield from (service.name.ja, service.name.en, *cues.aliases, *cues.terms, *cues.words, *cues.kinds)


def _of_its_own_desks(organisation: Organisation) -> Iterator[str]:
    for desk in organisation.desks:
        yield from (word.rstrip("*") for word in (*desk.cues.terms, *desk.cues.words))


def _of_desks() -> Iterator[str]:
    for cue in written():
        surfaces = cue.text.replace(ANYWHERE, OR).replace(THEN, OR).split(OR)
        yield from (surface.strip().rstrip("*") for surface in surfaces)


def _cues(wanted: str, evidence: Evidence, directory: Directory) -> Iterator[str]:
    squashed = squash(evidence.text)
    scan = directory.lexicon.scan(squashed)
    whole = {hit.surface for hit in scan.hits if _is_whole(hit.start, hit.end, squashed)}
    phrased = any(_is_whole(*span, squashed) for spans in scan.choices.values() for span in spans)
    if whole or phrased:
        yield squashed.text
    elif host := _host(wanted, squashed, directory):
        yield host
    else:
        yield from _parts(wanted, scan.hits, directory)


def _is_whole(start: int, end: int, squashed: Squashed) -> bool:
    return (start, end) == (0, len(squashed.text))


def _host(wanted: str, squashed: Squashed, directory: Directory) -> str:
    """Return the longest of the service's hosts in the address; "" where the evidence is none."""
    own = (host for host, service in directory.hosts.items() if service == wanted and host in squashed.folded.text)
    return max(own, key=len, default="")


def _parts(wanted: str, hits: list[Hit], directory: Directory) -> Iterator[str]:
    """Yield the names and kinds that together name the service, such as a family's and its member's; longest first."""
    of = {wanted, directory.parents.get(wanted)}
    named = [hit for hit in hits if hit.cue.of in of and (hit.cue.role in _NAMING or hit.cue.role == "desk")]
    kept: list[Hit] = []
    for hit in sorted(named, key=lambda hit: (hit.start - hit.end, hit.start)):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
            yield hit.surface
