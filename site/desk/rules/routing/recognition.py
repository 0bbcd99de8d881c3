"""Reading an inquiry: the services it is about, or else the desk, each with the words that say so."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.rules.routing.desks import weigh
from desk.rules.routing.directory import Directory
from desk.rules.routing.mentions import Mention, mentions
from desk.rules.routing.squash import Squashed, squash
from desk.rules.routing.subject import subjects
from desk.rules.routing.verdict import judge

_BREAK = "。"  # Between subject and message, so that no phrase runs across.
_SHOWN = 3  # Evidence enough to explain; a long inquiry names its service many times.


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words [start, end) of `field` ("subject" or "message"), exactly as typed."""

    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """A service or desk and the words that say so, at least one."""

    id: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """What an inquiry is about: services in order, or a desk, or neither where nothing is certain."""

    services: tuple[Recognised, ...] = ()
    desk: Recognised | None = None


def recognise(subject: str, message: str, language: str, directory: Directory) -> Recognition:
    """Return what `subject` and `message` are about; `language` ("ja" or "en") is the page they were typed on."""
    squashed = squash(subject + _BREAK + message)
    scan = directory.lexicon.scan(squashed)
    meant = subjects(squashed, mentions(squashed, scan.hits, language, directory))
    named = [(mention.start, mention.end) for mention in meant]
    verdict = judge(weigh(squashed.text, scan, named, directory.phrasebook), meant)
    if desk := verdict.desk:
        return Recognition(desk=Recognised(desk.desk, _evidence(subject, message, squashed, desk.spans[:_SHOWN])))
    if not verdict.services:
        return Recognition()
    order = dict.fromkeys(mention.service for mention in meant)
    return Recognition(tuple(_service(subject, message, squashed, service, meant) for service in order))


def search(query: str, language: str, directory: Directory) -> tuple[str, ...]:
    """Return the ids of the services that `query` means: recognised first, then those whose texts contain it."""
    squashed = squash(query)
    if not squashed.text:
        return ()
    hits = directory.lexicon.scan(squashed).hits
    recognised = [mention.service for mention in mentions(squashed, hits, language, directory)]
    words = [hit.cue.of for hit in hits if hit.cue.role in ("word", "brand", "kinds")]
    containing = [service for service in directory.order if squashed.text in directory.names[service]]
    return tuple(dict.fromkeys((*recognised, *words, *containing)))


def _service(subject: str, message: str, squashed: Squashed, service: str, meant: list[Mention]) -> Recognised:
    spans = [(mention.start, mention.end) for mention in meant if mention.service == service]
    return Recognised(service, _evidence(subject, message, squashed, spans[:_SHOWN]))


def _evidence(subject: str, message: str, squashed: Squashed, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
    found = []
    offset = len(subject) + len(_BREAK)
    for start, end in sorted(squashed.span(*span) for span in spans):
        if end <= len(subject):
            found.append(Evidence("subject", start, end, subject[start:end]))
        else:
            found.append(Evidence("message", start - offset, end - offset, message[start - offset : end - offset]))
    return tuple(found)
