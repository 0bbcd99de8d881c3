"""Which services a text names, and where: names, addresses, words in their context, members of a family."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from desk.rules.routing.directory import Directory
from desk.rules.routing.hosts import addresses
from desk.rules.routing.lexicon import Hit
from desk.rules.routing.squash import Squashed

NAMES = ("alias", "slip", "brand", "word")
ENOUGH = 60  # Names and addresses of one text that are looked at; it names its services no better with more.


@dataclass(frozen=True, slots=True)
class Mention:
    """A service named at [start, end) of the squashed text; `how` is a role of the lexicon, host or mailbox."""

    start: int
    end: int
    service: str
    how: str


def mentions(squashed: Squashed, hits: list[Hit], language: str, directory: Directory) -> list[Mention]:
    """Return what is named, in order, each place once; the longest name wins."""
    hosts = _hosts(squashed, directory)
    named = _names(hits, language)
    foreign = [host for host in hosts if not host.service]
    own = [host for host in hosts if host.service]
    kept = [name for name in named if not any(_touch(name, host) and not _within(host, name) for host in foreign)]
    found = _apart((*kept, *own))
    return _members(squashed, found, hits, directory) if found else []


def _hosts(squashed: Squashed, directory: Directory) -> list[Mention]:
    found = []
    for address in islice(addresses(squashed.folded.text, directory.hosts), ENOUGH):
        start, end = (bisect_left(squashed.places, place) for place in (address.start, address.end))
        found.append(Mention(start, end, address.service or "", "mailbox" if address.mailbox else "host"))
    return found


def _names(hits: list[Hit], language: str) -> list[Mention]:
    traps = [hit for hit in hits if hit.cue.role == "traps"]
    contexts: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.cue.role == "context":
            contexts.setdefault(hit.cue.of, []).append(hit)
    found = []
    for hit in islice((hit for hit in hits if hit.cue.role in NAMES), ENOUGH):
        sure = hit.cue.role in ("alias", "slip") or (hit.cue.role == "brand" and language == "ja")
        in_context = sure or any(not _touch(context, hit) for context in contexts.get(hit.cue.of, ()))
        if in_context and not _trapped(hit, traps):
            found.append(Mention(hit.start, hit.end, hit.cue.of, hit.cue.role))
    return found


def _trapped(name: Hit, traps: list[Hit]) -> bool:
    return any(trap.cue.of == name.cue.of and trap.start <= name.start and name.end <= trap.end for trap in traps)


def _apart(found: Iterable[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.start - mention.end, mention.start)):
        if not any(_touch(mention, other) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _within(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _touch(one: Mention | Hit, other: Mention | Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _members(squashed: Squashed, found: list[Mention], hits: list[Hit], directory: Directory) -> list[Mention]:
    """Turn a family's name with a kind beside it into the member, and settle what its bare name then means."""
    parents = set(directory.parents.values())
    if parents.isdisjoint(mention.service for mention in found):
        return found
    traps = [hit for hit in hits if hit.cue.role == "traps"]
    kinds = [hit for hit in hits if hit.cue.role == "kinds" and not _trapped(hit, traps)]
    found = _apart([_with_kind(squashed, mention, kinds, directory) for mention in found])
    for family in parents & {mention.service for mention in found}:
        found = _settle(found, family, hits, directory)
    return found


def _with_kind(squashed: Squashed, mention: Mention, kinds: list[Hit], directory: Directory) -> Mention:
    best = mention
    for kind in kinds:
        if directory.parents.get(kind.cue.of) == mention.service and _beside(squashed.text, mention, kind):
            joined = replace(
                mention,
                start=min(mention.start, kind.start),
                end=max(mention.end, kind.end),
                service=kind.cue.of,
                how="kinds",
            )
            best = max(best, joined, key=lambda either: either.end - either.start)
    return best


_CLOSE = 12  # How many squashed characters may part a name from its kind or its trade.
_AFTER = re.compile(
    r"(?:さん|様|s)?(?:の|で|から|にて|側の|上の|って|という|内の|経由の|[(/]|の契約[中し]の|のほうの|forthe|the|is"
    r"|で(?:借り|契約し|使っ|利用し|申し込ん|運用し|買っ)(?:ている|てる|ていた|た|てます|だ|でる|でいる)"
    r"|(?:の|で)?(?:格安|共用|新しい|安い|法人|個人|べしっく))?"
)
_BEFORE = re.compile(
    r"(?:の|である|は|が|at|from|with|on|by|rentedfrom|rentedat|irentfrom|irentat|of|hostedat|[(/:])?(?:the|my)?"
)


def _beside(text: str, name: Mention, kind: Hit) -> bool:
    if name.end <= kind.start:
        return kind.start - name.end <= _CLOSE and _AFTER.fullmatch(text, name.end, kind.start) is not None
    return 0 <= name.start - kind.end <= _CLOSE and _BEFORE.fullmatch(text, kind.end, name.start) is not None


def _settle(found: list[Mention], family: str, hits: list[Hit], directory: Directory) -> list[Mention]:
    members = {child for child, parent in directory.parents.items() if parent == family}
    if members & {mention.service for mention in found}:
        if family in directory.families:
            return [mention for mention in found if mention.service != family]
        return [mention for mention in found if mention.service != family or _spoken_of(mention, hits)]
    hinted = {hit.cue.of for hit in hits if hit.cue.role == "hints" and hit.cue.of in members}
    if len(hinted) != 1:
        return found
    return [replace(mention, service=next(iter(hinted))) if mention.service == family else mention for mention in found]


def _spoken_of(mention: Mention, hits: list[Hit]) -> bool:
    """Say whether a parent's bare name is followed by a word of its own trade, so that it means itself."""
    near = (hit for hit in hits if hit.cue.role == "context" and hit.cue.of == mention.service)
    return any(0 <= hit.start - mention.end <= _CLOSE or 0 <= mention.start - hit.end <= _CLOSE for hit in near)
