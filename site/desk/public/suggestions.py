"""Where else an inquiry could go, and the words that say so."""

from dataclasses import dataclass

from desk.context import Context
from desk.rules.inquiry import Draft
from desk.rules.organisation import Service
from desk.rules.routing import recognise


@dataclass(frozen=True, slots=True)
class Proposal:
    """A service or a desk that would answer sooner; `words` quotes what was written, empty where it was chosen."""

    name: str
    words: str
    service: str = ""
    desk: str = ""
    operator: str = ""


def proposals(desk: Context, draft: Draft, language: str) -> list[Proposal]:
    return []


def search(desk: Context, query: str, language: str) -> list[Service]:
    return []
