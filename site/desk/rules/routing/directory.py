"""An organisation's services and desks made ready for recognition, once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desk.rules.organisation import Organisation
from desk.rules.own_words import OwnWords
from desk.rules.routing.desks import DECIDING
from desk.rules.routing.lexicon import Cue, Lexicon
from desk.rules.routing.phrases import ANYWHERE, OR, THEN, Phrasebook
from desk.rules.routing.squash import squash
from desk.rules.routing.typos import slips
from desk.rules.routing.words import BYSTANDER, DESKS, SUPPORT, Written, everyday, faint, written
from desk.rules.service import Service

_OWN = {"terms": DECIDING, "words": 2, "traps": 0}  # The weights of an organisation's own words.
# What of a desk is asked here: its id and its own words.
Told = tuple[str, OwnWords]
_SPELT = {"gmo": "じえむお"}  # Names that contain the left side are also written with the right one.


@dataclass(frozen=True, slots=True)
class Directory:
    """What `recognise` needs; `children` maps a service to those said by its name and a kind.

    `told`: the desks that some words say; `shipped`: those of them that the shipped lists do.
    """

    lexicon: Lexicon
    phrasebook: Phrasebook
    hosts: dict[str, str]
    parents: dict[str, str]
    families: frozenset[str]
    order: tuple[str, ...]
    names: dict[str, str]
    told: frozenset[str]
    shipped: frozenset[str]

    @classmethod
    def of(cls, organisation: Organisation) -> "Directory":
        """Make `organisation` ready; costs some tens of milliseconds, once for the same services and desks."""
        return _made(organisation.services, tuple((desk.id, desk.cues) for desk in organisation.desks))


@lru_cache(maxsize=8)
def _made(services: tuple[Service, ...], desks: tuple[Told, ...]) -> Directory:
    names = frozenset(name for name, _ in desks)
    phrasebook = _phrasebook(names)
    cues = (*_service_entries(services), *_desk_entries(names), *_own_entries(desks))
    own = {name for name, said in desks if said.say}
    return Directory(
        lexicon=Lexicon(cues, phrasebook.surfaces()),
        phrasebook=phrasebook,
        hosts={host: service.id for service in services for host in service.cues.hosts},
        parents={service.id: service.parent for service in services if service.parent},
        families=frozenset(service.id for service in services if service.members),
        order=tuple(service.id for service in services),
        names={service.id: _searchable(service) for service in services},
        told=names & {*DESKS, *own},
        shipped=names & {*DESKS},
    )


def _service_entries(services: tuple[Service, ...]) -> Iterator[tuple[str, Cue]]:
    for service in services:
        cues = service.cues
        own = squash(service.name.ja).text
        words = [squash(word).text for word in cues.words]
        names = (*(squash(name).text for name in (service.name.ja, service.name.en)), *cues.aliases, *cues.terms)
        for name in dict.fromkeys(squash(name).text for name in names):
            if name not in words:
                yield from _spellings(name, service.id)
        for word in words:
            yield word, Cue("brand" if word == own and word.isascii() else "word", service.id)
        for role in ("context", "traps", "kinds", "hints"):
            for word in getattr(cues, role):
                yield word, Cue(role, service.id)


def _spellings(name: str, service: str) -> Iterator[tuple[str, Cue]]:
    yield name, Cue("alias", service)
    for slip in slips(name):
        yield slip, Cue("slip", service)
    for latin, kana in _SPELT.items():
        if latin in name:
            yield name.replace(latin, kana), Cue("alias", service)


def _desk_entries(desks: frozenset[str]) -> Iterator[tuple[str, Cue]]:
    for cue in _written(desks):
        if not _is_phrase(cue.text):
            yield cue.text, Cue("desk", cue.desk, cue.weight)


def _own_entries(desks: tuple[Told, ...]) -> Iterator[tuple[str, Cue]]:
    for name, said in desks:
        for setting, weight in _OWN.items():
            for word in getattr(said, setting):
                yield word, Cue("desk", name, weight, own=True)


def _phrasebook(desks: frozenset[str]) -> Phrasebook:
    phrasebook = Phrasebook(*(frozenset(squash(word).text for word in words()) for words in (everyday, faint)))
    for cue in _written(desks):
        if _is_phrase(cue.text):
            phrasebook.add(cue.text, cue.desk, cue.weight, cue.language)
    return phrasebook


def _written(desks: frozenset[str]) -> Iterator[Written]:
    return (cue for cue in written() if cue.desk in desks or cue.desk in (SUPPORT, BYSTANDER))


def _is_phrase(text: str) -> bool:
    return any(sign in text for sign in (ANYWHERE, THEN, OR))


def _searchable(service: Service) -> str:
    texts = filter(None, (service.name, service.what, service.operator))
    return "\n".join(squash(words).text for text in texts for words in (text.ja, text.en))
