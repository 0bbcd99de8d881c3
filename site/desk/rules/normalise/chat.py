"""English as it is spoken, and as it is typed in a chat, in whole words."""

import re
from functools import lru_cache

from desk.rules.normalise.fold import Folded, rewrite


def spell_out(folded: Folded, words: frozenset[str]) -> Folded:
    """A folded text of these words with goin', u, pls and 4 spelt out; a letter or digit only where others chat."""
    hints = words & _CHAT_HINTS
    if spoken := words & _SPOKEN_WORDS:
        folded = rewrite(folded, _said(spoken), "chat", lambda m: _SPOKEN[m[1]])
    if hints and _alone(hints).search(folded.text):
        folded = rewrite(folded, _alone(words & _CHAT_WORDS | {"y'all"}), "chat", lambda m: _CHAT[m.group()])
    return folded


def pairs(table: str) -> dict[str, str]:
    """What stands before each colon of a table, with what stands behind it; `_` is a blank."""
    return {short: full.replace("_", " ") for short, full in (pair.split(":") for pair in table.split())}


@lru_cache(256)
def _alone(words: frozenset[str]) -> re.Pattern[str]:
    """What finds these words by themselves; to look at what stands before them first would take three times as long."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    alone = (
        rf"{word[0]}(?<![\w'.@-].){re.escape(word[1:])}(?![\w'@-]){_NO_UNIT if word.isdigit() else ''}"
        for word in longest
    )
    return re.compile("|".join(alone))


@lru_cache(256)
def _said(words: frozenset[str]) -> re.Pattern[str]:
    """What finds these words, each with the mark for what is left out behind it; names that sound so are left."""
    said = "|".join(word + _NAMES_TOO.get(word, "") for word in sorted(words))
    return re.compile(rf"(?<![\w'@.-])({said})(?:'(?=[\s,.!?]|$)|(?![\w'@-]))")


_STEMS = """
answer ask be beat bleed blow break breath bring burn call carry chas choos com cough crush cry cutt digg do dous
drag drink driv dropp dy empty expect fight find fir follow forgett fuck gett giv go grabb hang happen hav hid hitt
hold hop hunt hurt jok keep kick kidd kill know laugh leav liv look los ly mak mean mess mov murder nail need park
pay pick plann play point post pull punch push putt rap read ring ripp ruin runn say scream screw see sell send sett
shak shar shoot shout show shutt sitt slapp slash smash smok snapp speak spend spitt spread stabb stalk stand start
starv stay steal stick stopp strangl suffer swing tak talk tear tell text think threaten throw torch touch treat try
turn twist us wait walk want wast watch work wreck writ
"""
# What is no word but as it is spoken, in a chat or not: what sounds otherwise, and a g that is not heard (goin').
_SPOKEN = pairs("""
gunna:going_to gonna:going_to gona:going_to guna:going_to finna:going_to fixna:going_to tryna:trying_to hafta:have_to
outta:out_of meself:myself urself:yourself urselves:yourselves yaself:yourself yourselfs:yourselves yer:your yous:you
youse:you evry:every evrey:every sum1:someone sumone:someone nowt:nothing owt:anything summat:something
sumthin:something nuthin:nothing nothin:nothing somethin:something anythin:anything everythin:everything
""") | {f"{stem}in": f"{stem}ing" for stem in _STEMS.split()}
_SPOKEN_WORDS = frozenset(_SPOKEN)
# What follows tells these from names: Killin in Scotland, a Mr Rapin, beIN Sports, Hopin, Évry.
_SOMEBODY = r"(?='| (?:yous?|y?our|yer|ur?|the|my|me|myself|him|her|them|us|it|every\w*|all|people)\b)"
_NAMES_TOO = {
    **dict.fromkeys(("killin", "rapin"), _SOMEBODY),
    "bein": "(?! sports?)",
    "hopin": "(?! (?:acct|account|app|event))",
    "evry": "(?! (?:town|city))",
}
_CHAT = pairs("""
u:you ur:your r:are n:and pls:please plz:please ppl:people gimme:give_me lemme:let_me kno:know shud:should
cuz:because bc:because idc:i_don't_care irl:in_real_life 2nite:tonight tonite:tonight 2night:tonight
tmrw:tomorrow tmr:tomorrow b4:before 4:for 2:to vid:video vids:videos acct:account addy:address sry:sorry
srry:sorry thx:thanks some1:someone every1:everyone any1:anyone no1:nobody nite:night
nites:nights rlly:really rly:really wanna:want_to ima:i'm_going_to imma:i'm_going_to gotta:have_to alrdy:already
hav:have giv:give wuz:was da:the dat:that dis:this q:question bf:boyfriend gf:girlfriend yr:your y'all:you
msg:message wks:weeks dudes:guys mgr:manager ansd:answered
""")
# "2 GB" and "4 days" are no "to" and no "for".
_NO_UNIT = (
    r"(?! (?:[kmgt]i?b(?:ps)?|k?va?|[km]?w|[kmg]?hz|[km]?g|lbs?|oz|[kcm]?m|ft|in|[ap]m|x|euros?|dollars?|pounds?|yen|"
    r"(?:minute|hour|day|night|week|month|year|time|person|room|ticket|item|invoice|account|domain|server)s?|people)\b)"
)
_UNMISTAKABLE = "u ur pls plz kno gimme lemme cuz irl idc 2nite tmrw b4 ppl n ima imma bc"
_CHAT_HINTS = frozenset(_UNMISTAKABLE.split())
_CHAT_WORDS = frozenset(_CHAT)
