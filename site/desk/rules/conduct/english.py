"""How an English part is said: read from the pronouns, auxiliaries and objects around it."""

import re

from desk.rules.conduct.latin import latin


def features(before: str, word: str, after: str) -> frozenset[str]:
    """The features of a part, given itself and 60 characters of its sentence on either side."""
    found = {name for name, pattern in _BEFORE if pattern.search(before)}
    found |= {name for name, pattern in _AFTER if pattern.match(after)}
    if "will" not in found and word.partition(" ")[0].endswith("ing") and _PROGRESSIVE.search(before):
        found.add("will")
    if "past" in found and _PAST.search(word):
        found.add("done")
    if "passive" in found and _PARTICIPLE.fullmatch(word.partition(" ")[0]):
        found.add("pass")
    if "third" in found and "first" not in found:
        found.discard("will")
    return frozenset(found)


_PAST = re.compile(r"(?:ed|[aou]ught|en|pt|id|got|ote|ook|ade|ew|ept|oke|ound|ame|ent|ave)$")
_PARTICIPLE = re.compile(r"(?!not$).*(?:ed|en|[aou]ught|ung|un|ot|ut|it|ept|own)")
_I = r"\b(?:i|we)"
_VERBS = (
    r"(?:'ll| will| shall| would|'d| am going to|'m going to| are going to|'re going to|'m gonna| am gonna|'re gonna"
)
_BEFORE = tuple(
    (name, latin(pattern))
    for name, pattern in (
        (
            "will",
            (
                rf"\b(?:(?:i|we){_VERBS}| gonna| intend to| plan to| am about to|'m about to| mean to"
                rf"| swear(?: to god)? i'll| could| can"
                r"| might| may| have to| want to| wanna| am coming to|'m coming to| am ready to"
                r"|'m ready to| know how to| promise to"
                r"| have no choice but to| need to| am prepared to|'m prepared to|'m on my way to"
                r"| won't hesitate to| will not hesitate to"
                r"| won't stop until i| am tempted to|'d love to| feel like|'m this close to"
                r"| am so close to|'m so close to| swear i'll| swear i will| am about to| should)|gonna"
                r"|let me|let's|lemme"
                r"|(?:my|our) (?:\w+ ){1,3}(?:will|are going to|is going to|'ll)|i'mma|ima|imma"
                r"|ready to|coming to"
                r"|(?:want|going|like|love|able|happy|delighted|obliged|forced|time) to|and(?: i'll| we'll"
                r"| then)?)(?: \w+ly| just| have| be| really| all| then| personally| happily| not only"
                r"| gladly| simply| make sure to| \w+ and)? ?$"
            ),
        ),
        (
            "imp",
            (
                r"^(?:[\s,;:\"'>-]|and\b|then\b|now\b|just\b|so\b|please\b|or\b|but\b|kindly\b|go\b|do\b"
                r"|you\b|ok\b|well\b|immediately\b|at once\b|you better\b|first\b|hurry up and\b|either\b"
                r"|next\b|again\b|don't\b)*$"
                r"|[,;:-] [\"']?(?:and |then |now |just |so |please |or |but |kindly |go |do )*$"
                r"|\b(?:(?:you|they|he|she|someone|somebody|manager|boss|ceo|president|director|agent|staff"
                r"|team|company|all of you|everyone|him|her|them|who \w+)"
                r" ?(?:must|should|need to|needs to|have to|has to|had better|better|will|'ll|ought to"
                r"|are to|is to|can|are going to|are required to|shall|to)(?: \w+ly| now| at once"
                r"| personally| just| all| also| immediately)? $"
                r"|(?:i|we) (?:want|expect|demand|require|need|insist|order|command|instruct"
                r"|shall require|must insist|would like|'d like|suggest|advise|will accept"
                r"|have decided)\b[^.!?]{0,34}$"
                r"|(?:demand|insist|insist on|expect|require|requires|want|until you|unless you|and|or"
                r"|now)(?: (?:that|a|an|the|to be|you|your|nothing less than|full|his|her|their))* ?$"
                r"|i'll need you to $|i am ordering you to $)"
            ),
        ),
        (
            "ask",
            (
                r"\b(?:(?:could|can|would|may|might) (?:you|i|we|someone|somebody|an?|the|your|one of)"
                r"|is it possible|how (?:do|can|to|should|would)|would like to|we'd like|i'd like"
                r"|where (?:do|can|should)|do you|are you able|is there|wondering|hoping|would it|please let"
                r"|grateful)\b"
            ),
        ),
        ("how", r"\b(?:how (?:do|can|to|should|would|does|did)|what happens|why (?:do|does|did|is))\b"),
        (
            "neg",
            r"(?:n't|\b(?:not|never|no|without|cannot|nor|refuse to|stop|avoid|prevent|instead of))(?: \w+){0,2} $",
        ),
        (
            "passive",
            (
                r"\b(?:was|were|been|being|is|are|be|get|got|gets|getting|am|i'm|having)(?: \w+ly| also"
                r"| just| not| all| never)? $"
            ),
        ),
        (
            "past",
            r"\b(?:(?:i|we)(?:'ve| have|'d| had| am| just| already)?(?: \w+){0,2} ?$|(?:already|just|and) $)|^ ?$",
        ),
        (
            "third",
            (
                r"\b(?:he|she|they|it|someone|somebody|customers?|callers?|users?|attackers?|hackers?"
                r"|neighbou?rs?|husband|wife|ex|tenants?|strangers?"
                r"|visitors?|patients?|competitors?|guests?|man|woman|person|people|who|stalker|troll"
                r"|trolls|bots?|spammer|thief|thieves|students?|kids?|son|daughter|landlord|teacher"
                r"|classmates?|scammers?|email|message|post|comment|review|letter|site|page|caller|account"
                r"|text|note)"
                r"(?:'s|'ll|'ve| is| has| had| have| will| are| was| were| keeps?| kept| did| would"
                r"| threatened to| said| says| that| threatening to| saying| tried to| wants? to| going to"
                r"| claim(?:s|ed|ing)?)?(?: (?!i\b|we\b|i'|you\b)\w+){0,3} $"
            ),
        ),
        ("first", rf"{_I}(?:'|\b)(?!.*\b(?:if|that) )"),
        ("cond", r"\b(?:if|unless|or|otherwise|until|till)\b[^,]{0,30}$"),
    )
)
_AFTER = tuple(
    (name, latin(pattern))
    for name, pattern in (
        (
            "you",
            (
                r"(?: \w+){0,3}? (?:you|your|ya|u|ur|yourself|yourselves|y'all|him|her|them|those|whoever"
                r"|everyone|everybody|somebody|someone|anyone|all of you"
                r"|(?:the |that |this |these |those |each |every )?(?:lot of you|staff|agents?|employees?"
                r"|manager|boss|ceo|president|operator|support|rep|representative|team|people|guy|guys"
                r"|woman|man|lady|girl|bastards?|clerk|receptionist|engineer|director|executives?|workers?"
                r"|faces?|family|kids|children|head|skull|neck|throat|teeth|nose|legs?|knees|fingers?"
                r"|bones|heart))\b"
            ),
        ),
        ("end", r"[\s,;:\"']{0,3}$"),
    )
)
_PROGRESSIVE = latin(
    r"\b(?:i'm|i am|we're|we are|i'll be|we'll be|i will be|we will be|i shall be|i'd be|keep|am|be)(?: \w+)? $"
)
