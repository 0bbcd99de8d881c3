"""What is mentioned but is not what the inquiry is about: set aside, compared, or only where an answer should go."""

import re

from desk.rules.routing.mentions import Mention
from desk.rules.routing.squash import Squashed

_REACH = 28  # How far from the name, in squashed characters, it may be set aside.

_ASIDE_AFTER = re.compile(
    r"[^。?\n]{0,14}?(?:関係(?:あり|が?な|はあり|はな|ない)|無関係|別件|気にしな|気になさら|置いてお|さておき|忘れてくださ|無視して|の件ではあり|の話ではあり|のことではあり|の質問ではあり|の件じゃな|の話じゃな|のことじゃな|対象外|ではなく|じゃなく|"
    r"お構いな|ignore|unrelated|irrelevant|hasnothingtodo|isnotthe(?:issue|problem|question|topic|subject)|isntthe(?:issue|problem|question|topic|subject)|isnotwhat|isntwhat|isnotconcerned|"
    r"isnotaffected|isntaffected|nevermind|isbesidethepoint|notrelevant|isnotrelevant|isnotinvolved|isntinvolved|doesnotmatter|doesntmatter|playsnopart|isoutofscope|putaside)"
)
_ASIDE_BEFORE = re.compile(
    r"(?:notabout|nothingtodowith|notrelatedto|unrelatedto|notaquestionabout|notregarding|notconcerning|ratherthan|insteadof|apartfrom|ignore|ignoremy|nevermindmy|nevermind|notmy|notthe|isnot|isnt|not|thisisnotabout)(?:my|the|our|your)?$"
)
_FINE_AFTER = re.compile(
    r"[^。?\n]{0,12}?(?:問題な(?:い|く|し|かった)|問題はな|問題あり|正常|順調|快適|不満はな|不満は?あり|満足|平気|大丈夫|無事に|うまくいっ|動いてい(?:る|ます)|解約済|解約しました|退会しました|やめました|すでに離れ|もう使ってい|もう使わな|"
    r"isfine|worksfine|runsfine|isworking|works(?:well|perfectly|asexpected)|isok|hasbeenfine|arefine|isallfine|hasnoproblem|ialreadyleft|isclosednow|iclosed)"
)
_REPLY_BEFORE = re.compile(
    r"(?:返信|返事|ご連絡|連絡先|お返事|回答|返答|宛先|宛|送付先|連絡用|メール(?:アドレス)?(?:は|:|が)|mail:|email:|メアド|アドレス(?:は|:)|reply(?:to)?(?:me)?(?:at)?|reach(?:me|us)?(?:at|on|via)?|contact(?:me|us)?(?:at|on|via)?|writeto(?:me|us)?(?:at)?|answerto|"
    r"respondto|mymail(?:is|address)|myemail(?:is|addressis)|emailmeat|mailmeat|getbacktome(?:at)?|sendit(?:all)?to|send(?:it|them|this|thereply|theanswer|theform|youranswer)to|repliesto|answersto)[^。?]{0,10}$"
)
_REPLY_AFTER = re.compile(
    r"(?:まで|へ|に|宛に?|あてに?|で)?(?:ご?返信|お?返事|ご?連絡|ご?回答|お知らせ|お送り|ください|お願い|いただけ|頂け)"
)


def subjects(squashed: Squashed, found: list[Mention]) -> list[Mention]:
    """Return the mentions that the inquiry is about."""
    kept = [mention for mention in found if not _aside(squashed.text, mention) and not _answer_to(squashed, mention)]
    others = [mention for mention in kept if not _fine(squashed.text, mention)]
    return others or kept


def _aside(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - _REACH) : mention.start]
    return bool(_ASIDE_AFTER.match(text, mention.end) or _ASIDE_BEFORE.search(before))


def _fine(text: str, mention: Mention) -> bool:
    return _FINE_AFTER.match(text, mention.end) is not None


def _answer_to(squashed: Squashed, mention: Mention) -> bool:
    """Say whether a mailbox is only where the answer should go: asked for, or alone on a line."""
    if mention.how != "mailbox":
        return False
    before = squashed.text[max(0, mention.start - _REACH) : mention.start]
    if _REPLY_BEFORE.search(before) or _REPLY_AFTER.match(squashed.text, mention.end):
        return True
    start, end = squashed.places[mention.start], squashed.places[mention.end - 1] + 1
    text = squashed.folded.text
    line = text[text.rfind("\n", 0, start) + 1 : start], (text[end:].split("\n", 1))[0]
    return "\n" in text and len(line[0].strip()) < 12 and len(line[1].strip()) < 4  # a signature's line
