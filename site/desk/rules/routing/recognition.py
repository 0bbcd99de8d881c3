"""Reading an inquiry: the services it is about, or else the desk, each with the words that say so."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.rules.routing.desks import weigh
from desk.rules.routing.directory import Directory
from desk.rules.routing.lexicon import Hit
from desk.rules.routing.mentions import Mention, mentions
from desk.rules.routing.phrases import Span
from desk.rules.routing.squash import Squashed, squash
from desk.rules.routing.subject import subjects
from desk.rules.routing.verdict import Verdict, is_long, judge

_BREAK = "。"  # Between subject and message, so that no phrase runs across.
_SHOWN = 3  # Evidence enough to explain; a long inquiry names its service many times.


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words [start, end) of `field` ("subject" or "message"), exactly as typed; `faint`: they say little alone."""

    field: str
    start: int
    end: int
    text: str
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Recognised:
    """A service and the words that name it, in order, or a desk and those that say so, the weightiest first."""

    id: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """What an inquiry is about: services in order, or a desk, or neither where nothing is certain."""

    services: tuple[Recognised, ...] = ()
    desk: Recognised | None = None
    spoken_for: frozenset[str] = frozenset()
    """The desks that more than a supporting word speaks for, whether or not they were certain."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The ids of the services that a query means, those it names first; `named`: it is surely about those."""

    services: tuple[str, ...] = ()
    named: bool = False


def recognise(subject: str, message: str, language: str, directory: Directory) -> Recognition:
    """Return what `subject` and `message` are about; `language` ("ja" or "en") is the page they were typed on."""
    text = _read(subject + _BREAK + message, language, directory, subject=subject)
    if desk := text.verdict.desk:
        said = desk.telling(_SHOWN, text.squashed.text, directory.phrasebook)
        why = _evidence(subject, message, text.squashed, said)
        return Recognition(desk=Recognised(desk.desk, why), spoken_for=text.spoken_for)
    if not text.verdict.services:
        return Recognition()
    order = dict.fromkeys(mention.service for mention in text.meant)
    return Recognition(tuple(_service(subject, message, text, service) for service in order))


def search(query: str, language: str, directory: Directory) -> Sought:
    """Return the services that `query` means: recognised first, then those whose texts contain it."""
    text = _read(query, language, directory)
    if not text.squashed.text:
        return Sought()
    recognised = [mention.service for mention in text.said]
    words = [hit.cue.of for hit in text.hits if hit.cue.role in ("word", "brand", "kinds")]
    containing = [service for service in directory.order if text.squashed.text in directory.names[service]]
    named = text.verdict.services and text.verdict.desk is None and bool(text.meant)
    return Sought(tuple(dict.fromkeys((*recognised, *words, *containing))), named)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as it is read: the cues in it, the services it mentions, those it is about, and the verdict on it."""

    squashed: Squashed
    hits: list[Hit]
    said: list[Mention]
    meant: list[Mention]
    verdict: Verdict
    spoken_for: frozenset[str]


def _read(text: str, language: str, directory: Directory, *, subject: str = "") -> _Text:
    squashed = squash(text)
    scan = directory.lexicon.scan(squashed)
    said = mentions(squashed, scan.hits, language, directory)
    meant = subjects(squashed, said)
    named = [(mention.start, mention.end) for mention in meant]
    long = is_long(squashed.text, language)
    weighed = weigh(squashed.text, scan, named, directory.phrasebook, long=long)
    spoken_for = frozenset(desk.desk for desk in weighed.values() if desk.speaks)
    titled = _titled(subject, language, directory) if long else ""
    return _Text(squashed, scan.hits, said, meant, judge(weighed, meant, long=long, titled=titled), spoken_for)


def _titled(subject: str, language: str, directory: Directory) -> str:
    """The desk that a subject says by itself; "" where it says none."""
    desk = _read(subject, language, directory).verdict.desk
    return desk.desk if desk else ""


def _service(subject: str, message: str, text: _Text, service: str) -> Recognised:
    spans = [(mention.start, mention.end) for mention in text.meant if mention.service == service]
    said = [(span, False) for span in sorted(spans[:_SHOWN])]
    return Recognised(service, _evidence(subject, message, text.squashed, said))


def _evidence(
    subject: str, message: str, squashed: Squashed, said: Iterable[tuple[Span, bool]]
) -> tuple[Evidence, ...]:
    found = []
    offset = len(subject) + len(_BREAK)
    for span, faint in said:
        start, end = squashed.span(*span)
        if end <= len(subject):
            found.append(Evidence("subject", start, end, subject[start:end], faint))
        else:
            found.append(
                Evidence("message", start - offset, end - offset, message[start - offset : end - offset], faint)
            )
    return tuple(found)
