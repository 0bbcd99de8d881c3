"""Where an inquiry would be answered sooner, and the words that say so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.context import Context
from desk.public.finding import find
from desk.rules import routing
from desk.rules.inquiry import GENERAL, Draft
from desk.rules.routing import Evidence, Recognised, Recognition
from desk.rules.service import Service

QUOTES = {"ja": ("「", "」", ""), "en": ("“", "”", ", ")}
"""How a language quotes, and what stands between two quotations."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A service with a desk of its own, or one of our desks; `words` is "" where it was chosen.

    `post_only`: the desk takes nothing by the form.
    """

    name: str
    words: str
    service: str = ""
    desk: str = ""
    operator: str = ""
    post_only: bool = False


def proposals(desk: Context, draft: Draft, language: str) -> list[Proposal]:
    """Propose what the visitor chose or wrote about, except what the draft goes to anyway; empty where nothing is."""
    found = routing.recognise(draft.subject, draft.message, language, desk.directory)
    services = {one.id: _quoted(one, draft, language) for one in found.services}
    chosen = draft.topic.removeprefix("service:")
    if chosen != draft.topic:
        services = {chosen: services.get(chosen, ""), **services}
    return [*_services(desk, services, language), *_desks(desk, found, draft, language)]


def search(desk: Context, query: str, language: str) -> list[Service]:
    """List the services that a query is about: those it names, else also those that have its words in their texts."""
    known = routing.search(query, language, desk.directory)
    found = [desk.organisation.service(service) for service in known.services]
    if known.named:
        return found
    return list(dict.fromkeys((*found, *find(query, desk.organisation.services))))


def quoted(words: Iterable[str], language: str) -> str:
    """Quote words as the language does, each once."""
    left, right, between = QUOTES[language]
    return between.join(f"{left}{word}{right}" for word in dict.fromkeys(words))


def _services(desk: Context, found: dict[str, str], language: str) -> Iterator[Proposal]:
    for service_id, words in found.items():
        service = desk.organisation.service(service_id)
        operator = service.operator.in_(language) if service.operator else ""
        yield Proposal(service.name.in_(language), words, service=service_id, operator=operator)


def _desks(desk: Context, found: Recognition, draft: Draft, language: str) -> Iterable[Proposal]:
    """Propose another desk, unless the text speaks for the chosen one too: then its writer knows better.

    What speaks for the company at large, such as thanks, stands in letters to every desk.
    """
    topic = draft.topic
    if found.desk is None or found.desk.id == topic or (topic != GENERAL and topic in found.spoken_for):
        return ()
    there = desk.organisation.desk(found.desk.id)
    words = _quoted(found.desk, draft, language)
    post_only = desk.organisation.takes_by_post(there)
    return (Proposal(there.name.in_(language), words, desk=there.id, post_only=post_only),)


def _joined(evidence: Iterable[Evidence], draft: Draft) -> list[str]:
    """The words in their order and whole, those that touch each other as the one word that was typed."""
    spans: list[tuple[str, int, int]] = []
    for one in evidence:
        if spans and spans[-1][0] == one.field and one.start <= spans[-1][2]:
            field, start, end = spans.pop()
            spans.append((field, start, max(end, one.end)))
        else:
            spans.append((one.field, one.start, one.end))
    return [_whole(getattr(draft, field), start, end) for field, start, end in spans]


def _whole(text: str, start: int, end: int) -> str:
    """The words [start, end) of a text with the rest of a Latin one: it may be known by its stem."""
    rest = _REST.match(text, end)
    return " ".join(text[start : rest.end() if rest else end].split())


def _quoted(found: Recognised, draft: Draft, language: str) -> str:
    """The words as evidence, without those that stand inside another of them or say nothing beside others."""
    words = _joined(found.evidence, draft)
    words = [word for word in words if not _SAYS_NOTHING.fullmatch(word)] or words
    return quoted((word for word in words if not any(word != other and word in other for other in words)), language)


_REST = re.compile(r"(?<=[A-Za-z])[A-Za-z]+")
# A particle, an ending, the stem of a verb, "my".
_SAYS_NOTHING = re.compile(r"[ぁ-ん]+|を?.|[A-Za-z]{2}")
