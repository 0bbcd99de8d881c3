"""Where an inquiry would be answered sooner, and the words that say so."""

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
    services = {one.id: _quoted(one, language) for one in found.services}
    chosen = draft.topic.removeprefix("service:")
    if chosen != draft.topic:
        services = {chosen: services.get(chosen, ""), **services}
    return [*_services(desk, services, language), *_desks(desk, found, draft.topic, language)]


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


def _desks(desk: Context, found: Recognition, topic: str, language: str) -> Iterable[Proposal]:
    """Propose another desk, unless the text speaks for the chosen one too: then its writer knows better.

    What speaks for the company at large, such as thanks, stands in letters to every desk.
    """
    if found.desk is None or found.desk.id == topic or (topic != GENERAL and topic in found.spoken_for):
        return ()
    there = desk.organisation.desk(found.desk.id)
    words = _quoted(found.desk, language)
    post_only = desk.organisation.takes_by_post(there)
    return (Proposal(there.name.in_(language), words, desk=there.id, post_only=post_only),)


def _joined(evidence: Iterable[Evidence]) -> list[str]:
    """The words in their order, those that touch each other as the one word that was typed."""
    spans: list[tuple[str, int, str]] = []
    for one in evidence:
        if spans and spans[-1][0] == one.field and one.start <= spans[-1][1]:
            field, end, text = spans.pop()
            spans.append((field, max(end, one.end), text + one.text[end - one.start :]))
        else:
            spans.append((one.field, one.end, one.text))
    return [text for _, _, text in spans]


def _quoted(found: Recognised, language: str) -> str:
    """The words as evidence, without those that stand inside another of them."""
    words = [" ".join(text.split()) for text in _joined(found.evidence)]
    return quoted((word for word in words if not any(word != other and word in other for other in words)), language)
