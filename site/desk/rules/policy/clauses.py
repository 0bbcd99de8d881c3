"""What a policy is once it has been read: clauses of plain words, never markup."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from desk.rules.policy.outline import ACTS, GROUPS

Kind = Literal["title", "heading", "group", "paragraph", "item", "point"]
"""An item stands in a bulleted list, a point in a numbered one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in one clause: plain, strong, or the words of a link to `href` (https, or a path of this site)."""

    text: str
    href: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One block of the text; `level` is 1 to 6 for headings, the depth of the list for items and points, else 0."""

    id: str
    kind: Kind
    level: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of a policy, or of a notice, in one language."""

    version: str
    in_force: date
    language: str
    clauses: tuple[Clause, ...]

    def clause(self, clause_id: str) -> Clause:
        """Find the clause with this id; KeyError where there is none."""
        for clause in self.clauses:
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)

    def acts(self) -> tuple[Clause, ...]:
        """List the covered acts, in the order of the policy; empty for a notice."""
        return tuple(clause for clause in self.clauses if clause.id in ACTS)

    def groups(self) -> tuple[tuple[Clause, tuple[Clause, ...]], ...]:
        """List each group with its covered acts, in the order of the policy; empty for a notice."""
        return tuple(
            (group, tuple(act for act in self.acts() if act.id in GROUPS[group.id]))
            for group in self.clauses
            if group.id in GROUPS
        )

    def blocks(self) -> tuple[tuple[Clause, ...], ...]:
        """Gather the clauses as a page sets them: the items of one list together, every other clause alone."""
        numbered = enumerate(self.clauses)
        together = groupby(numbered, key=lambda pair: pair[1].kind if pair[1].kind in ("item", "point") else pair[0])
        return tuple(tuple(clause for _, clause in block) for _, block in together)


def parity(first: Policy, second: Policy) -> tuple[str, ...]:
    """Say what keeps two languages from being the same text; empty where every clause stands in both, in one order."""
    return (*_dates(first, second), *_missing(first, second), *_missing(second, first), *_order(first, second))


def in_force(policies: Iterable[Policy], today: date) -> Policy:
    """Answer the latest of these versions that is in force on this day; before the first one it is the first.

    A machine whose clock is wrong answers its visitors all the same, and gives back what they typed.
    """
    known = sorted(policies, key=lambda policy: (policy.in_force, policy.version))
    return next((policy for policy in reversed(known) if policy.in_force <= today), known[0])


def _dates(first: Policy, second: Policy) -> tuple[str, ...]:
    if (first.version, first.in_force) == (second.version, second.in_force):
        return ()
    return (f"{_name(first)} and {_name(second)} differ in version or day: give both the same first line.",)


def _missing(there: Policy, here: Policy) -> tuple[str, ...]:
    have = {clause.id for clause in here.clauses}
    return tuple(
        f"{clause.id} is in {_name(there)} and missing from {_name(here)}."
        for clause in there.clauses
        if clause.id not in have
    )


def _order(first: Policy, second: Policy) -> tuple[str, ...]:
    ours, theirs = _shared(first, second), _shared(second, first)
    return tuple(
        f"{mine} of {_name(first)} stands where {_name(second)} has {other}."
        for mine, other in zip(ours, theirs, strict=True)
        if mine != other
    )


def _shared(policy: Policy, other: Policy) -> list[str]:
    have = {clause.id for clause in other.clauses}
    return [clause.id for clause in policy.clauses if clause.id in have]


def _name(policy: Policy) -> str:
    return f"{policy.language} {policy.version}"
