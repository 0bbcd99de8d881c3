"""The context a sign stands in: who acts, on whom, quoted or reported or denied, with what reason."""

import re
from collections.abc import Callable

from desk.rules.conduct import english_reasons
from desk.rules.conduct.announced import is_for_another
from desk.rules.conduct.latin import latin
from desk.rules.conduct.match import Hit
from desk.rules.conduct.quoted import ME_TOO, TOLD, is_owned
from desk.rules.conduct.scene import Scene

HARM = frozenset(("act.violence", "act.threat", "act.insult", "act.dignity", "act.sexual-stalking", "act.sns-exposure"))
DEMAND = frozenset(("act.excess-demand", "act.beyond-scope", "act.apology", "act.meeting"))
A_SENTENCE = 10
NEAR, FAR = 16, 40  # how many letters on somebody may be said to have said what is meant, and what is not
SAID = DEMAND | HARM - {"act.sns-exposure"} | {"act.privacy", "act.repetition"}
WHOM = frozenset(("named", "addressed", "person", "kin", "company", "staff", "family", "aimed", "premises"))
# What somebody is said to be, nobody suffers: "retarded", "dropped on your head".
SLURS = frozenset(("slur2", "scoff", "knock2", "station", "nodignity", "contempt3"))
ACTED = frozenset(("hurt", "wreck", "cyber", "shame2", "ruin2", "false2"))
DENIABLE = DEMAND | frozenset(
    ("act.violence", "act.threat", "act.sns-exposure", "act.damage-info", "act.defamation", "act.repetition")
)
UNNEEDED = frozenset(("act.apology", "act.meeting"))
CONDITIONS = frozenset(("if", "if2", "unless"))  # whose own “not” denies nothing
LAWFUL = frozenset(
    ("act.threat", "act.sns-exposure", "act.damage-info", "act.meeting", "act.excess-demand", "act.repetition")
)
CALLING = frozenset(("act.insult", "act.dignity"))
THANKED = frozenset(
    ("act.threat", "act.sexual-stalking", "act.privacy", "act.meeting", "act.insult", "act.apology", "act.defamation")
)
OF_OTHERS = frozenset(("quote", "report", "third"))
REPORTED = frozenset(("act.repetition", "act.privacy", "act.damage-info", "act.defamation"))


def reason(hit: Hit, scene: Scene) -> str:
    """Why the context excuses this hit, or nothing."""
    despite = hit.sign.despite | (OF_OTHERS if _is_for_a_price(hit, scene) else frozenset())
    for name, acts, holds in _RULES:
        if name not in despite and (not acts or hit.sign.act in acts) and holds(hit, scene):
            return name
    name = _in_english(hit, scene) if hit.sign.language == "en" and hit.sign.act else ""
    return "" if name in despite else name


def _in_english(hit: Hit, scene: Scene) -> str:
    first, last = scene.sentence(hit)
    first, last = min(first, hit.start), max(last, hit.end)
    said, start, end = scene.text[first:last], hit.start - first, hit.end - first
    about = scene.about & {"open"} if scene.about and _is_pressing(hit, scene) else scene.about
    return english_reasons.excuse(hit.sign.act, said, start, end, about)


def _is_idiom(hit: Hit, scene: Scene) -> bool:
    anchor = hit.tokens[0]
    return any(a <= anchor.start and anchor.end <= b for a, b, _, _ in scene.reading.tokens("idiom"))


def _is_quoted(hit: Hit, scene: Scene) -> bool:
    # What is published may be quoted; other harm that begins inside a quoted sentence belongs to whoever said it.
    anchor = next((token for token in hit.tokens if token.part not in WHOM), hit.tokens[0])
    # Cries for help that somebody heard, 「助けて」「殺される」, are not taken for one quotation: they stay heard.
    for start, end in scene.quotes_at(hit.start, anchor.start, side_by_side=bool(hit.sign.act)):
        whole = start <= hit.start and hit.end <= end
        begun = not whole and hit.sign.act in SAID and start <= anchor.start and anchor.end <= end
        if whole or (begun and (end - start >= A_SENTENCE or TOLD.match(scene.text, end))):
            return not is_owned(scene.text, start, end)
    return False


def _is_reported(hit: Hit, scene: Scene) -> bool:
    first, last = scene.sentence(hit)
    if scene.has("own", first, last) or _FIRST_PERSON.match(scene.text, hit.start):
        return False
    if hit.sign.act in REPORTED and scene.has("finder", hit.start, hit.end + 30):
        return True
    # Most often nothing is reported far or near, and how the words are said need not be known.
    told = hit.tokens[0].end
    if scene.has("reported", told, min(last, hit.end + FAR)) and (
        not _is_meant(hit, scene) or scene.has("reported", told, min(last, hit.end + NEAR))
    ):
        return True
    return scene.has("reporting", first, last) and not scene.has("addressed", first, last)


def _is_meant(hit: Hit, scene: Scene) -> bool:
    return any(scene.reading.features(token) & {"will", "imp", "want", "fierce"} for token in hit.tokens)


def _is_by_another(hit: Hit, scene: Scene) -> bool:
    # Somebody else acts, and the sentence is not turned on the reader.
    anchor = hit.tokens[0]
    acts = anchor.part in ACTED and "third" in scene.reading.features(anchor)
    if not acts and not _is_another_there(hit, scene):
        return False
    return "first" not in scene.reading.features(anchor) and _SIDED.match(scene.text, hit.end) is None


def _is_another_there(hit: Hit, scene: Scene) -> bool:
    first = min(scene.reading.sentence(token)[0] for token in hit.tokens)
    if hit.sign.act in CALLING and _PASSED_ON.match(scene.text, first):
        return False
    near = scene.within("other", max(first, hit.start - 30), hit.tokens[0].start)
    others = [b for a, b, _, _ in near if not _is_the_one_named(a, b, hit, scene)]
    acting = any(scene.text[b : b + 1] in ("", *"がはも、のを ") or scene.text[b - 1].isascii() for b in others)
    return acting and not scene.has("addressed", first, scene.sentence(hit)[1])


def _is_the_one_named(start: int, end: int, hit: Hit, scene: Scene) -> bool:
    # A pronoun behind the person of whom an insult is said is that person, unless it says something.
    behind = hit.sign.act in CALLING and hit.start < start and scene.text[start:end] in ("he", "she")
    return behind and _SAYING.match(scene.text, end) is None


def _is_suffered(hit: Hit, scene: Scene) -> bool:
    said = [scene.reading.features(token) for token in hit.tokens if token.part not in SLURS]
    if not any("pass" in found and not found & {"cond", "want", "neg"} for found in said):
        return False
    return not any(_DESERVED.match(scene.text, token.end) for token in hit.tokens)


def _is_denied(hit: Hit, scene: Scene) -> bool:
    # Who needs no apology and no visit demands none: 土下座とかいらん、黙って直せ.
    denied = {"denied", "unneeded"} if hit.sign.act in UNNEEDED else {"denied"}
    if any(denied & scene.reading.features(token) for token in hit.tokens if token.part not in CONDITIONS):
        return True
    return hit.sign.act not in DEMAND and "neg" in scene.reading.features(hit.tokens[0])


def _is_only_felt(hit: Hit, scene: Scene) -> bool:
    # "I could kneel", "I feel like": a mood, a comparison, a degree.
    return scene.has("mood", hit.tokens[0].end - 2, hit.tokens[0].end + 10)


def _is_about_oneself(hit: Hit, scene: Scene) -> bool:
    first, last = scene.sentence(hit)
    start = hit.tokens[0].start
    if is_for_another(hit, scene.reading):
        return False
    if scene.has("die") and not scene.has("addressed") and not scene.has("person", first, last):
        return hit.sign.act in CALLING
    if scene.has("addressed", first, last):
        return False
    return scene.has("oneself", max(first, start - 14), start + 1) or _is_called_behind(hit, scene, first)


def _is_called_behind(hit: Hit, scene: Scene, first: int) -> bool:
    # A word may end in what leads on to the writer: バカなのは.
    begins = hit.end - len("のは")
    return (
        hit.sign.act in CALLING and scene.has("only-me", begins, hit.end + 1) and not scene.has("person", first, begins)
    )


def _is_on_a_machine(hit: Hit, scene: Scene) -> bool:
    first, last = scene.sentence(hit)
    anchor = hit.tokens[0]
    if hit.sign.act in CALLING and not scene.has("person", first, last):
        reach = 40 if hit.sign.language == "en" else 24
        return scene.has("product", max(first, anchor.start - reach), min(last, anchor.end + 14))
    if scene.has("person", first, last) or scene.has("addressed", first, last):
        return False
    return scene.has("machine", max(first, anchor.start - 14), min(last, anchor.end + 24))


def _is_a_topic(hit: Hit, scene: Scene) -> bool:
    first, last = scene.sentence(hit)
    if scene.has("setting") and not scene.has("insulted") and not _is_pressing(hit, scene):
        return True
    if not scene.has("topic", max(first, hit.start - 30), min(last, hit.end + 34)):
        return False
    meant = hit.sign.act != "act.sexual-stalking" and _is_meant(hit, scene)
    return not meant and not scene.has("addressed", first, last)


def _is_fault_asserted(hit: Hit, scene: Scene) -> bool:
    return hit.sign.strength != "strong" and (scene.has("fault") or scene.is_wronged) and not scene.has("humiliation")


def _is_lawful(hit: Hit, scene: Scene) -> bool:
    first, last = scene.sentence(hit)
    if hit.sign.act != "act.threat" and scene.has("lawful", hit.start, hit.end):
        return True
    if scene.has("whistle") and not _is_pressing(hit, scene):
        return True
    return hit.sign.strength != "strong" and scene.has("lawful", first, last)


def _is_pressing(hit: Hit, scene: Scene) -> bool:
    # Who says what will happen unless, does so himself, whatever the inquiry is otherwise about.
    if hit.sign.strength != "strong":
        return False
    bounds = [scene.reading.sentence(token) for token in hit.tokens]
    first, last = min(start for start, _ in bounds), max(end for _, end in bounds)
    conditional = scene.has("if", first, last) or scene.has("unless", first, last)
    return conditional or _OR_ELSE.search(scene.text, first, last) is not None


def _is_for_a_price(hit: Hit, scene: Scene) -> bool:
    # Who offers to hold back for a price what somebody else says he will do, threatens with it.
    if hit.sign.act not in ("act.violence", "act.threat"):
        return False
    first, last = scene.sentence(hit, beyond=2)
    return scene.has("withheld", first, last) and scene.has("ransom", first, last)


def _is_thankful(hit: Hit, scene: Scene) -> bool:
    # Thanks nearby, for an insult in its own sentence, and nothing that is announced, ordered or made a condition.
    first, last = scene.sentence(hit) if hit.sign.act in CALLING else (0, len(scene.text))
    start, end = max(first, hit.start - 40), min(last, hit.end + 50)
    if not scene.has("thanks", start, end) or _is_meant(hit, scene):
        return False
    return not any(scene.has(part, start, end) for part in ("if", "insulted", "price", "deal"))


def _is_sympathy(hit: Hit, scene: Scene) -> bool:
    # What is feared for people after a disaster, or made light of, is no threat, unless something is asked for it.
    feared = scene.has("feared", hit.start, hit.end)
    return feared and scene.has("solace") and not any(map(scene.has, _AT_A_PRICE))


_RULES: tuple[tuple[str, frozenset[str], Callable[[Hit, Scene], bool]], ...] = (
    ("idiom", frozenset(), _is_idiom),
    ("quote", frozenset(), _is_quoted),
    ("report", frozenset(), _is_reported),
    ("third", HARM | REPORTED, _is_by_another),
    ("passive", HARM | frozenset(("act.defamation", "act.damage-info")), _is_suffered),
    ("denied", DENIABLE, _is_denied),
    ("idiom", HARM | DEMAND, _is_only_felt),
    ("self", frozenset(("act.violence", "act.insult", "act.dignity", "act.apology")), _is_about_oneself),
    ("machine", frozenset(("act.violence", "act.threat", "act.insult", "act.dignity")), _is_on_a_machine),
    ("topic", frozenset(), _is_a_topic),
    ("fault", DEMAND, _is_fault_asserted),
    ("lawful", LAWFUL, _is_lawful),
    ("thanks", THANKED, _is_thankful),
    ("sympathy", frozenset(("act.threat",)), _is_sympathy),
)
_AT_A_PRICE = ("if", "if2", "unless", "want-money", "want2", "carrot")
REASONS = frozenset(name for name, _, _ in _RULES)
_OR_ELSE = latin(r"\bor (?:i|we|else|your?|her|his|their|the)\b|\bunless\b|\bif you\b")
_FIRST_PERSON = latin(r"(?:i|we)(?:'|\b)")
# Who tells of a threat and sides with it makes it himself.
_SIDED = re.compile(rf"[^\n]{{0,24}}?{ME_TOO}")
# Who says that it serves somebody right does not complain of it.
_DESERVED = re.compile(r"[さらわかたまばがな]?れ(?:なく)?(?:て|る(?:の|こと)が)も?(?:当然|当たり前|当り前|お似合い)")
# What somebody is to be told of whom is the writer's own word.
_PASSED_ON = latin(r"\s*(?:(?:please|kindly|could you|can you|and) )?(?:tell|inform|let) (?!me\b|us\b)")
_SAYING = latin(r" (?:\w+ly )?(?:call|said|say|told|tell|shout|scream|yell|wrote|thinks?\b|thought|ask)")
