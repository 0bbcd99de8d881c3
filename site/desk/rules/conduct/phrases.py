"""Where phrases of a folded text begin, so that a reason is shown in words as somebody would quote them.

No grammar is known. In English a phrase begins with a small word that introduces one; in Japanese after a line end, and
where what follows particles and endings is written in another script: 顔写真を|snsに|晒します.
"""

import re

from desk.rules.reader.spelling import JAPANESE

_OPENER = re.compile(
    r"(?:a|an|the|this|that|these|those|my|your|his|her|its|our|their|i|you|he|she|we|they|it|and|or|but|so|because|if|"
    r"unless|until|till|since|though|when|while|which|who|whose|what|how|where|why|to|of|in|on|at|with|for|from|by|about|"
    r"into|than|then|as|before|after|without|never|please|dont|don't)(?:'(?:s|m|ll|ve|d|re))?(?![a-z'])"
)
_OPENING = re.compile(r'[(\[{「『【〈《〔“]|(?<!\S)"')
# What hides letters (f***, ●す), joins words or stands for something ends nothing.
_ENDING = re.compile(r"[,;:!?)\]}]|[^\w\s\x00-\x7f£€¥「『【〈《〔“○●◯〜・]")
_IN_A_NUMBER = re.compile(r"\d[,:]\d")
# What a phrase may begin with beside an opening mark.
_FIRST = re.compile(r"[^\W_]|[$£€¥○●]")
_HIRAGANA = re.compile(r"[ぁ-ん]")
_GOES_ON = re.compile(r"[ぁ-んー々]")
# お電話, ご返金: what makes a word polite belongs to it. かつお節 is another word.
_POLITE = re.compile(r"(?<!つ)[おご][一-龠]")
# 振り込む, 払い戻す: two verbs that are one. Adjectives (汚い手) and most orders are not told apart from them.
_TWO_VERBS = re.compile(r"[一-龠々][いきぎしちびみりけげせべめれえ][一-龠]")
_WITHIN_A_WORD = re.compile(r"[a-z0-9'][a-z0-9']|っ.|.[ぁ-んー々]")


def begins(text: str, at: int) -> bool:
    """Whether a phrase may begin at this letter of a folded text; at a mark only where that opens something."""
    if at == 0 or _OPENING.match(text, at):
        return True
    before = text[at - 1]
    if before == "っ" or _OPENING.match(text, at - 1) or not _FIRST.match(text, at):
        return False
    if _ENDING.match(text, at - 1):
        return not _IN_A_NUMBER.match(text, max(at - 2, 0))
    if before.isspace():
        return is_after_a_line(text, at) or bool(_OPENER.match(text, at))
    if _POLITE.match(text, at - 1) or _TWO_VERBS.match(text, max(at - 2, 0)):
        return False
    return bool(_POLITE.match(text, at)) or bool(_HIRAGANA.match(before) and not _GOES_ON.match(text, at))


def is_after_a_line(text: str, at: int) -> bool:
    """Whether a space before this letter was the end of a line: it was beside Japanese, which has no others."""
    beside = text[max(at - 2, 0) : at + 1]
    return at > 0 and text[at - 1].isspace() and JAPANESE.search(beside) is not None


def is_within_a_word(text: str, at: int) -> bool:
    """Whether a cut before this letter would stand within a Latin word, or in hiragana, where nobody can tell."""
    return at > 0 and _WITHIN_A_WORD.match(text, at - 1) is not None
