"""What is mentioned but is not what the inquiry is about: set aside, in order, or only where an answer should go."""

import re

from desk.rules.routing.mentions import Mention
from desk.rules.routing.squash import Squashed, squash

_REACH = 28  # How far before a name, in squashed characters, words may set it aside.
_SIGNATURE = 12  # A line that has no more than this beside a mailbox is a signature's.


def subjects(squashed: Squashed, found: list[Mention]) -> list[Mention]:
    """Return the mentions that the inquiry is about."""
    said = [mention for mention in found if not _below_signature_line(squashed, mention)]
    kept = [mention for mention in said if not _aside(squashed.text, mention) and not _answer_to(squashed, mention)]
    others = [mention for mention in kept if not _FINE_AFTER.match(squashed.text, mention.end)]
    return others or kept


def _aside(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - _REACH) : mention.start]
    return bool(_ASIDE_AFTER.match(text, mention.end) or _ASIDE_BEFORE.search(before))


def _answer_to(squashed: Squashed, mention: Mention) -> bool:
    if mention.how != "mailbox":
        return False
    before = squashed.text[max(0, mention.start - _REACH) : mention.start]
    asked = _REPLY_BEFORE.search(before) or _REPLY_AFTER.match(squashed.text, mention.end)
    return bool(asked) or _in_signature(squashed, mention)


def _in_signature(squashed: Squashed, mention: Mention) -> bool:
    text = squashed.folded.text
    start, end = squashed.places[mention.start], squashed.places[mention.end - 1] + 1
    before, after = text[:start].rpartition("\n"), text[end:].partition("\n")
    return bool(before[1]) and len(before[2].strip()) + len(after[0].strip()) <= _SIGNATURE


def _below_signature_line(squashed: Squashed, mention: Mention) -> bool:
    return _SIGNATURE_LINE.search(squashed.folded.text, 0, squashed.places[mention.start]) is not None


def _any(words: str) -> str:
    """Return a pattern of the choices in `words`, which `|` parts, pressed as the text is."""
    return "|".join(re.escape(squash(word).text) for word in "".join(words.split("\n")).split("|"))


_SIGNATURE_LINE = re.compile(r"(?m)^-- ?$")  # RFC 3676, 4.3: what is below is not the message
_ASIDE_AFTER = re.compile(
    "[^。?]{0,14}?(?:"
    + _any("""
関係あり|関係がな|関係な|関係はあり|関係はな|無関係|別件|気にしな|気になさら|置いてお|さておき|忘れてくださ|
無視して|お構いな|の件ではあり|の話ではあり|のことではあり|の質問ではあり|の件じゃな|の話じゃな|のことじゃな|対象外|
ではなく|じゃなく|ignore|unrelated|irrelevant|has nothing to do|is not what|isn't what|is not concerned|
is not affected|isn't affected|never mind|is not the issue|is not the problem|is not the question|is not the topic|
is not the subject|isn't the issue|isn't the problem|isn't the question|isn't the topic|isn't the subject|
is beside the point|not relevant|is not involved|isn't involved|does not matter|doesn't matter|plays no part|
is out of scope|put aside|domain aside|account aside|server aside
""")
    + ")"
)
_ASIDE_BEFORE = re.compile(
    "(?:"
    + _any("""
not about|nothing to do with|not related to|unrelated to|not a question about|not regarding|not concerning|
rather than|instead of|apart from|ignore|never mind|not|is not|isn't
""")
    + ")(?:my|the|our|your)?$"
)
_FINE_AFTER = re.compile(
    "[^。?]{0,12}?(?:"
    + _any("""
問題ない|問題なく|問題なし|問題なかった|問題はな|問題あり|正常|順調|快適|不満はな|不満あり|不満はあり|満足|平気|
大丈夫|無事に|うまくいっ|動いている|動いています|解約済|退会済|すでに離れ|もう使ってい|もう使わな|is fine|
works fine|runs fine|is working|works well|works perfectly|works as expected|is OK|has been fine|are fine|
is all fine|has no problem|I already left|is closed now
""")
    + ")"
)
_REPLY_BEFORE = re.compile(
    "(?:"
    + _any("""
返信|返事|連絡|回答|返答|宛先|宛|送付先|メールアドレスは|メールアドレス:|メールは|メール:|メアド|アドレスは|
アドレス:|mail:|email:|reply|reply to|reply at|reach me|reach me at|reach us at|contact me|contact me at|
contact us at|write to me at|write me at|write to|answer to|respond to|my mail is|my email is|my mail address is|
my email address is|email me at|mail me at|get back to me at|send it to|send them to|send this to|send the reply to|
send the answer to|send the form to|send your answer to
""")
    + ")[^。?]{0,10}$"
)
_REPLY_AFTER = re.compile(
    "(?:まで|へ|に|で|宛に?|あてに?)?(?:"
    + _any("返信|ご返信|返事|お返事|連絡|ご連絡|回答|ご回答|お知らせ|お送り|ください|お願い|いただけ|頂け")
    + ")"
)
