"""Which services a text names, and where: names, addresses, words in their context, members of a family."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk.rules.routing.directory import Directory
from desk.rules.routing.hosts import addresses
from desk.rules.routing.lexicon import Hit
from desk.rules.routing.squash import Squashed

NAMES = ("alias", "slip", "brand")


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
    found = _apart((*own, *kept))
    return _members(squashed, found, hits, directory) if found else []


def _hosts(squashed: Squashed, directory: Directory) -> list[Mention]:
    found = []
    for address in addresses(squashed.folded.text, directory.hosts):
        inside = [at for at, place in enumerate(squashed.places) if address.start <= place < address.end]
        how = "mailbox" if address.mailbox else "host"
        found.append(Mention(inside[0], inside[-1] + 1, address.service or "", how))
    return found


def _names(hits: list[Hit], language: str) -> list[Mention]:
    traps = [hit for hit in hits if hit.cue.role == "traps"]
    found = []
    for hit in hits:
        sure = hit.cue.role in ("alias", "slip") or (hit.cue.role == "brand" and language == "ja")
        if (sure or (hit.cue.role in ("word", "brand") and _in_context(hit, hits))) and not _trapped(hit, traps):
            found.append(Mention(hit.start, hit.end, hit.cue.of, hit.cue.role))
    return found


def _in_context(word: Hit, hits: list[Hit]) -> bool:
    return any(hit.cue.role == "context" and hit.cue.of == word.cue.of and not _touch(hit, word) for hit in hits)


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
        found = _settle(squashed, found, family, hits, directory)
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


_AFTER = re.compile(
    r"(?:さん|様|s)?(?:の|で|から|にて|側の|上の|って|という|内の|ので|経由の|で(?:借り|契約し|使っ|利用し|申し込ん|運用し|買っ)(?:ている|てる|ていた|た|てます|だ|でる|でいる)|"
    r"[(/]|(?:の|で)?(?:格安|共用|新しい|安い|法人|個人|ベーシック)?|の契約(?:中|し)の|のほうの|(?:forthe|the|is)?)?"
)
_BEFORE = re.compile(
    r"(?:の|である|は|が|at|from|with|on|by|rentedfrom|rentedat|irentfrom|irentat|of|hostedat|[(/:])?(?:the|my)?"
)


def _beside(text: str, name: Mention, kind: Hit) -> bool:
    if name.end <= kind.start:
        return kind.start - name.end <= 12 and _AFTER.fullmatch(text, name.end, kind.start) is not None
    if kind.end <= name.start:
        return name.start - kind.end <= 12 and _BEFORE.fullmatch(text, kind.end, name.start) is not None
    return name.start <= kind.start and kind.end <= name.end


def _settle(
    squashed: Squashed, found: list[Mention], family: str, hits: list[Hit], directory: Directory
) -> list[Mention]:
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
    return any(mention.end <= hit.start <= mention.end + 14 or 0 <= mention.start - hit.end <= 12 for hit in near)
