"""The ids of the clauses in their order: anchors of the page, keys of findings and decisions, never to change."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

GROUPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "grp.violence": (
            "act.violence",
            "act.threat",
            "act.sns-exposure",
            "act.damage-info",
            "act.insult",
            "act.dignity",
        ),
        "grp.demand": ("act.excess-demand", "act.beyond-scope", "act.repetition", "act.apology", "act.meeting"),
        "grp.other": ("act.defamation", "act.privacy", "act.sexual-stalking"),
    }
)
"""Each group with the covered acts that stand under it."""

ACTS: Final = tuple(act for acts in GROUPS.values() for act in acts)
"""The fourteen covered acts that the policy names."""

OTHER_ACT: Final = "act.other"
"""What a reviewer names when the conduct is none of the examples: no clause, for they are not the only ones."""

TRANSLATION: Final = "page.mt-notice"
"""What is translated and which text governs: it closes the policy, and stands at the foot of every English page."""

CLAUSES: Final = (
    *("page.title", "page.scope", "page.route"),
    *("pol.title", "pol.bg.h", "pol.bg.1", "pol.bg.2", "pol.bg.3", "pol.bg.4", "pol.bg.5"),
    *("pol.acts.h", "pol.def", "pol.ref", "pol.test", "pol.test.request", "pol.test.means", "pol.examples"),
    *(clause for group, acts in GROUPS.items() for clause in (group, *acts)),
    *("pol.resp.h", "pol.ext.h", "ext.refuse", "ext.police-legal"),
    *("pol.int.h", "int.desk", "int.system", "int.wellbeing", "int.experts", "int.training"),
    TRANSLATION,
)
"""All clauses of a policy."""

NOTICE: Final = (
    *("notice.title", "notice.aim", "notice.welcome"),
    *("notice.test", "notice.test.request", "notice.test.means"),
    *("notice.acts", "notice.violence", "notice.demand", "notice.other", "notice.policy"),
)
"""All clauses of a notice, the short text at the inquiry form."""

OWN: Final = "own."
"""The beginning of the ids of clauses that an organisation adds; they may stand anywhere."""

TITLES: Final = frozenset({"page.title", "pol.title", "notice.title"})

# A finding names an act, a decision rests on the two points and the two grave outcomes: these cannot be left out.
REQUIRED: Final = frozenset(
    {"pol.title", "pol.test.request", "pol.test.means", "ext.refuse", "ext.police-legal", *GROUPS, *ACTS}
    | {"notice.title", "notice.test.request", "notice.test.means", "notice.policy"}
)
