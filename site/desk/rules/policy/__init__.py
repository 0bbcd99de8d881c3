"""The policy on customer harassment and the notice at the form: their clauses, versions and languages."""

from desk.rules.policy.clauses import Clause, Kind, Piece, Policy, in_force, parity
from desk.rules.policy.outline import ACTS, CLAUSES, GROUPS, NOTICE, OTHER_ACT, TRANSLATION
from desk.rules.policy.reading import PolicyError, read

__all__ = [
    "ACTS",
    "CLAUSES",
    "GROUPS",
    "NOTICE",
    "OTHER_ACT",
    "TRANSLATION",
    "Clause",
    "Kind",
    "Piece",
    "Policy",
    "PolicyError",
    "in_force",
    "parity",
    "read",
]
