"""Where an inquiry would be answered sooner, and the words that say so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.context import Context
from desk.public import quoting
from desk.public.finding import find
from desk.rules import routing
from desk.rules.inquiry import GENERAL, Draft
from desk.rules.routing import Recognition, whole
from desk.rules.service import Service


@dataclass(frozen=True, slots=True)
class Proposal:
    """A service with a desk of its own, or one of our desks; `words` is "" where it was chosen or none says why.

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
    services = {one.id: quoting.quoted(whole.names(one.evidence, draft), language) for one in found.services}
    chosen = draft.topic.removeprefix("service:")
    if chosen != draft.topic:
        services = {chosen: "", **{service: words for service, words in services.items() if service != chosen}}
    return [*_services(desk, services, language), *_desks(desk, found, draft, language)]


def search(desk: Context, query: str, language: str) -> list[Service]:
    """List the services that a query is about: those it names, else also those that have its words in their texts."""
    known = routing.search(query, language, desk.directory)
    found = [desk.organisation.service(service) for service in known.services]
    if known.named:
        return found
    return list(dict.fromkeys((*found, *find(query, desk.organisation.services))))


def _services(desk: Context, found: dict[str, str], language: str) -> Iterator[Proposal]:
    for service_id, words in found.items():
        service = desk.organisation.service(service_id)
        operator = service.operator.in_(language) if service.operator else ""
        yield Proposal(service.name.in_(language), words, service=service_id, operator=operator)


def _desks(desk: Context, found: Recognition, draft: Draft, language: str) -> Iterable[Proposal]:
    """Propose another desk, unless the text speaks for the chosen one too: then its writer knows better.

    What speaks for the company at large, such as thanks, stands in letters to every desk. Nor does it speak against a
    desk that no shipped list knows: who wrote those words down for the company at large had no such desk to think of.
    """
    topic = draft.topic
    if found.desk is None or found.desk.id == topic or (topic != GENERAL and topic in found.spoken_for):
        return ()
    if found.desk.id == GENERAL and topic in {one.id for one in desk.organisation.desks} - desk.directory.shipped:
        return ()
    there = desk.organisation.desk(found.desk.id)
    words = quoting.quoted(whole.reasons(found.desk.evidence, draft), language)
    post_only = desk.organisation.takes_by_post(there)
    return (Proposal(there.name.in_(language), words, desk=there.id, post_only=post_only),)
