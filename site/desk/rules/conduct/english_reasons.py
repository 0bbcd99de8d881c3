"""Why English words are nobody's act on a partner: another acts, it is asked about, left open, repented.

Each reason is read from the roles in the sentence or from what the whole text is about, never from one inquiry's words.
"""

from desk.rules.conduct.latin import latin


def excuse(act: str, said: str, start: int, end: int, about: frozenset[str]) -> str:
    """The name of the reason that excuses the words at [start, end) of the sentences `said`, or nothing.

    `about` is what `about` found in the whole text.
    """
    if _is_by_an_outsider(said, start, end):
        return "third"
    if act in _OF_ONESELF and _IS_ME.search(said, 0, start + 1):
        return "self"
    if act not in _ASKED_FOR and _is_done_to_the_writer(said, start, end):
        return "passive"
    if act in _WARNED_OF and _is_a_warning(said):
        return "fault"
    return "" if not about or _WRITER_WILL.search(said) else _in_all(act, about)


def about(text: str) -> frozenset[str]:
    """What the whole folded text does: it is asking about such conduct, leaves its wish open, repents."""
    whole = (("asking", _ASKED_ABOUT), ("open", _OPEN), ("repenting", _REPENTS))
    return frozenset(name for name, pattern in whole if pattern.search(text))


def wronged(text: str) -> bool:
    """Whether a deed of the company or its partners against the writer or his family is asserted."""
    return bool(_WRONGED.search(text))


def _in_all(act: str, about: frozenset[str]) -> str:
    if "asking" in about:
        return "topic"
    left_open = "open" in about and act in _LEFT_OPEN
    return "denied" if left_open or ("repenting" in about and act in _REPENTED) else ""


def _is_by_an_outsider(said: str, start: int, end: int) -> bool:
    found = list(_OUTSIDER.finditer(said, 0, end))
    if not found or found[0].start() > max(start, end - 40):
        return False
    if _WRITER_PUBLISHES.search(said, 0, found[0].start()):
        return False
    return not _WRITER_ACTS.search(said, found[-1].end(), end)


def _is_done_to_the_writer(said: str, start: int, end: int) -> bool:
    found = _AT_ME.search(said, 0, max(end, start + 30))
    return bool(found) and not _WRITER_ACTS.search(said, found.end() if found else 0)


def _is_a_warning(said: str) -> bool:
    # Who says whom a thing of the house may hurt until it is repaired, hurts nobody; unless it is staff, or the reader.
    if not (_UNREPAIRED.search(said) and _MISHAP.search(said)):
        return False
    return not (_WRITER_ACTS.search(said) or _ARMED.search(said) or _AIMED.search(said) or _BY_THEN.search(said))


_OF_ONESELF = frozenset(("act.insult", "act.dignity"))
_REPENTED = _OF_ONESELF | {"act.threat", "act.violence", "act.sexual-stalking", "act.repetition", "act.meeting"}
_ASKED_FOR = frozenset(("act.excess-demand", "act.beyond-scope", "act.apology", "act.repetition", "act.damage-info"))
_LEFT_OPEN = frozenset(("act.excess-demand", "act.beyond-scope", "act.apology", "act.meeting", "act.privacy")) | {
    "act.sexual-stalking",
    "act.sns-exposure",
}
_OUTSIDERS = (
    r"(?:customer|guest|caller|client|visitor|passenger|patient|user|seller|buyer|player|parent|pupil|tenant"
    r"|student|stranger|neighbou?r|relative|reviewer|advertiser|troll|attacker|hacker|spammer|scammer|bully)s?"
)
_ANYONE = (
    rf"(?:{_OUTSIDERS}|member|kid|m[ae]n|wom[ae]n|bloke|guy|lad|boy|girl|chap|couple|person|people|gentlem[ae]n|lady"
    r"|account|page|post|site|group|charity|company)s?"
)
_KIN = (
    r"(?:boss|ex|husband|wife|son|daughter|colleague|landlord|dad|mum|mom|mother|father|brother|sister|friend|nan|gran"
    r"|grand\w+|teacher|client|partner|missus|mates?|kids?|flatmate|manager|supervisor)s?"
)
_DID = (
    r"(?:\w{2,}ed|says?|said|tells?|told|ma[dk]es?|keeps?|kept|wrote|writes|puts?|has|is|was|were|had|spat|got|gets"
    r"|comes?|came|calls|wants?|threw|hits?|left|sent|runs?|claims?|shouts|screams|took|posts|does|sold|goes|reads"
    r"|takes|follows|waits|sits|stands|threatens|hangs|walks|looks|asks|drinks|gives|uses|knows|tries|bragged)"
)
_OUTSIDER_DID = rf"{_OUTSIDERS}(?: \w+)?\b[^.,;!?]{{0,30}}?\b{_DID}\b"
# That a word begins is asked once for all ways to go on: within a word none of them has to be tried.
_OUTSIDER = latin(
    rf"^\s*{_OUTSIDER_DID}"
    rf"|\b(?:(?:an?|another|some|one|two|three|the other|other|the old|a few) (?:\w+ ){{0,2}}?{_ANYONE}"
    rf"(?! of (?:yours|my)| from your| in your| at your| you (?:sent|hired|employ))\b[^.,;!?]{{0,30}}?\b{_DID}\b"
    rf"|(?:the|that) {_OUTSIDER_DID}"
    r"|(?:someone|somebody)(?: else| here| there)?"
    r"(?:'s| has| is| was| (?:in|on|at|from) (?!your)[^.,;!?]{1,20}?| keeps)? "
    rf"(?:\w+ly )?{_DID}\b"
    rf"|(?:my|our) (?:\w+ )?{_KIN}(?:'s)? [^.,;!?]{{0,16}}?(?<!and i )\b{_DID}\b"
    rf"|(?:girl|boy|child|kid|lad|pupil|student)(?:s|ren)?(?: of \w+)? whose (?:\w+ ){{1,2}}?{_DID}\b"
    r"|(?<!\bmy )(?:e-?mail|mail|message|voicemail|song|poster|banner|caption|note|comment|review)s?\b[^.]{0,40}?"
    r"\b(?:says?|said|goes|reads?|saying|calls)\b"
    r"|(?<!\bi )(?<!\bwe )(?!i\b|we\b)[a-z]{1,20} (?:called|calls|calling) "
    r"(?:your|the|him|her|them|me|us|my|our|other|another|all)\b)"
)
_WRITER_ACTS = latin(
    r"\b(?:i|we)(?:'ll|'m|'d| am| will| shall| would| can| could| may| might| know| \w{1,20}ed)\b|\blet me\b"
)
_WRITER_PUBLISHES = latin(
    r"(?:\b(?:i|we)(?:'ve| have|'ll| will)?|(?:^|[.!?;] )(?:already|just|now|have)) "
    r"(?:put|made|posted|wrote|written|published|started|created|uploaded|printed)\b"
)
_WRITER_WILL = latin(
    r"\b(?:i|we)(?:'ll| will| shall|'m going| am going|'m coming)\b|\bor else\b|\bunless\b|\botherwise\b"
)
_AT_ME = latin(
    r"\b(?:your|one of your|(?:some(?:one|body)|a (?:man|woman|guy|lady)) (?:at|from|in) your) [^.!?;]{0,40}?"
    r"\b(?:told|called|made|asked|accused|sent|keeps?|kept|turned up|wanted|threw|hits?|kicked|shouted at|screamed at"
    r"|cut|gave|put)\b[^.!?;]{0,20}?\b(?:me|my|us|our)\b"
    r"|\bthey(?:'ve| have)? (?:told|called|made|asked|accused|kept|sent) (?:me|us|my|our)\b"
    r"|\b(?:i|we) (?:got|received|was sent|were sent|get) an? "
)
_ASKED_ABOUT = latin(
    r"\b(?:how do(?:es)? (?:you|your \w+|companies|firms)|what do(?:es)? (?:you|your \w+)|do you|how should (?:we|one))"
    r" (?:handle|deal|protect|treat|tell (?:customers|people|guests|callers)|do (?:to|about|when|if|with)|respond"
    r"|react)"
    r"|\bwould (?:you|that|this|it) (?:count|class|call|consider|be classed)"
    r"|\bis (?:this|it|that|there|demanding|asking|\w{1,20}ing) [^?]{0,80}(?:harassment|offen[cs]e|a crime|illegal)\b"
    r"|\b(?:writing|preparing|drawing up|revising|doing|drafting) (?:an?|our|the|my|up) (?:\w+ ){0,3}"
    r"(?:essay|rules?|thesis|paper|policy|project|dissertation|play|novel|script)\b"
    r"|\b(?:i'm|i am|as) a (?:researcher|journalist|student of|lecturer|scholar|translator)\b"
    r"|\b(?:house rules|classed as harassment|your (?:conduct )?policy(?: page)? (?:say|mention|cover|on))\b"
)
_OPEN = latin(
    r"\b(?:if (?:she|he|they) (?:agrees?|wants?|likes?|prefers?|doesn't mind|don't mind|would like|is happy)"
    r"|if they're happy|if you'd rather not|if (?:anyone|she|he|they) would rather|would (?:she|he|they|you) mind"
    r"|it's up to (?:her|him|them)|if not,? i understand|i(?:'d| would)? understand (?:that )?completely"
    r"|please ask (?:her|him|them)|only those who|if that's (?:ok|okay|possible|allowed))\b"
)
_WRONGED = latin(
    r"\b(?:you|they|he|she|your (?:\w{1,20} ){1,3}?|the \w{1,20} )(?:'ve| have|'d| had| just| also| twice){0,3} ?"
    r"(?:accused|lost|deleted|gave my|called|outed|printed|tore down|broke|damaged|killed|charged|billed|leaked"
    r"|searched|humiliated|read out|mocked|insulted|shouted at|failed|misled|promised|cancelled|stole|hurt|injured"
    r"|poisoned|wronged|exposed|shared|published|posted|diagnosed|told (?:my|her|him))\b"
    r"[^.!?]{0,24}?\b(?:me|my|us|our|him|her)\b"
    r"|\bwrong (?:diagnosis|dose|leg|person|grave|address|body|medicine)\b|\bin (?:tears|hospital)\b"
    r"|\b(?:you|your \w{1,20}) got it wrong\b|\bfault of yours\b"
)
_WARNED_OF = frozenset(("act.threat", "act.violence"))
_ARMED = latin(r"\b(?:i|we)(?:'ve| have| own| carry)\b|\b(?:guns?|kni(?:fe|ves)|petrol|bombs?|weapons?|axe)\b")
# Who warns of a danger sets no day, and names nobody.
_BY_THEN = latin(
    r"\bby (?:noon|midnight|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the end of)\b"
    r"|\b\w+ (?:first|next)[.!?]?$"
)
# What people fall on or are hurt by: an account is fixed and a post removed as well, and who demands that may threaten.
_THING = (
    r"(?:\w{1,20} ){0,2}?(?:(?:hand)?rail(?:ing)?|gate|steps?|stair(?:s|case|way)?|floor(?:ing|boards?)?|ramp|path"
    r"|pavement|road|kerb|car park|pothole|hole|lights?|lighting|lamps?|cables?|wir(?:es?|ing)|sockets?|brakes?|lift"
    r"|elevator|escalator|doors?|fence|ladder|roof|tiles?|ceiling|shel(?:f|ves|ving)|cots?|toys?|swing|slide"
    r"|seat ?belts?|ice|boiler|heater|leak|manhole|drain|cover|mat|rug|carpet|bann?isters?|branch|tree|wall|glass"
    r"|windows?|balcony|crossing|scaffold(?:ing)?|bridge|platform|playground|chargers?|batter(?:y|ies))\b"
)
_UNREPAIRED = latin(
    r"\b(?:if (?:you|they|nobody|no one|your \w{1,20})(?: do not| don't| does not| doesn't| never| won't| will not"
    r"| fails? to)?|(?:unless|until) (?:you|they|some(?:one|body)|your \w{1,20}))"
    rf" (?:(?:fix|repair|replace|correct|remove|light|recall|salt|grit)(?:s|es)? (?:the|that|this|those|these) {_THING}"
    r"|(?:recall|salt|grit)s? (?:it|them)\b)"
    rf"|\b(?:if|unless|until) (?:the|that|this|those|these|your) {_THING}"
    r" (?:is|are|gets?|has been|have been)(?: not| never)?(?: \w{1,20}ly)?"
    r" (?:fixed|repaired|replaced|recalled|corrected|removed|salted|gritted|lit|taken (?:off|away|down))\b"
)
_MISHAP = latin(
    r"\b(?:some(?:one|body)|any(?:one|body)|people|child(?:ren)?|kids?|bab(?:y|ies)|toddlers?|person|pensioners?|public"
    r"|customers?|passengers?|residents?|visitors?|guests?|tenants?|cyclists?|pedestrians?)(?: else)?"
    r"(?: will|'ll| could| may| might| can| (?:is|are) (?:going|bound|sure) to)(?: \w{1,20}ly| soon)? (?:get|be|fall"
    r"|trip|slip|end up)\b|\bblood on your hands\b"
)
_AIMED = latin(
    r"\b(?:staff|clerk|manager|agent|employee|receptionist|operator|driver|boss|ceo|director|president|engineer|guard"
    r"|cashier|worker|supervisor|rep|team|colleague)s?\b"
    r"|\b(?:of|with|like|mean|hurts?|at|behind) you\b|\b(?:at|in|on|from|behind|of) (?:your|the|that) (?:\w{1,20} )?"
    r"(?:desk|office|counter|reception|branch|company|firm|headquarters|helpdesk)\b"
    r"|\byour (?:\w{1,20} )?(?:child(?:ren)?|kids?|family|wife|husband|sons?|daughters?|mother|father|people|own)\b"
    r"|\byou(?:'ll|'re| are| get| may| might| could| will)(?! (?:not|never|have)\b)"
    r"|\b(?:or else|refund|pay|money|compensat\w{0,5}|i mean|my|mine)\b"
)
_IS_ME = latin(
    r"\b(?:i'm|i am|am i|i was|i've been|i feel|i felt|me feel|makes? me|made me"
    r"|treat(?:s|ed|ing)? (?:me|us|people|customers)|take me for|mistake me for|we're|we are"
    r"|call(?:s|ed|ing)? (?:me|myself|us)|think i'm) (?!\w{1,20}ing\b)(?:(?!\byou\b|\byour\b)[^.!?;]){0,30}$"
)
# Said of a late or long message or of one's English it is a courtesy.
_POLITE = (
    r"(?! (?:the |my |this |being |any |a )*(?:delay|late|long|length|trouble|inconvenience|bother|english|disturb|mess"
    r"|typos|spelling|tone|confusion)(?![^.!?]{0,70}\b(?:i (?:called|said|threatened|shouted|swore|wrote|insulted)"
    r"|for (?:calling|saying|shouting|swearing|threatening|insulting))))"
)
_REPENTS = latin(
    rf"\b(?:i'm|i am) (?:so |very |really |truly |deeply )?(?:sorry (?:for|that|about|if|i)|ashamed of)\b{_POLITE}"
    rf"|\bi (?:want to|must|'d like to|would like to|need to) apologi[sz]e\b(?: for)?{_POLITE}"
    rf"|\bmy apologies (?:for|to)\b{_POLITE}"
    rf"|\bi take (?:it|that) back\b|\bi apologi[sz]e (?:for|to)\b{_POLITE}"
    r"|\bi'd like to say sorry\b|\bi shouldn't have\b"
)
