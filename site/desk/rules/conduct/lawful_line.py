"""A line that tells of nothing but the lawful step its writer will take: no threat, however short the temper.

Whoever has lost patience types just that: 訴えるぞ, “i'm gonna sue you”. To the second opinion, which knows short lines
from threats most of all, it sounds like one.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from desk.rules.conduct.opinion import FIELDS, Opinion
from desk.rules.normalise import fold, undisguise

# What was asked for in vain, as a condition or by itself.
_OWED = "返金|返品|交換|修理|対応|返事|返答|返信|回答|謝罪|連絡|説明|解約|弁償"
_IN_VAIN = (
    rf"(?:(?:{_OWED})(?:を|が|に)?(?:し(?:て(?:くれ|もらえ))?|され|でき|応じ)?(?:ない|なけれ|なきゃ|んの)(?:の?なら|ば|と|ら)?、?"
    rf"|(?:{_OWED})(?:し(?:ろ|て)|してください)[。、!]|(?:金|お金|代金)(?:を)?返せ[。、!]?)?"
)
_SURELY = r"(?:絶対(?:に)?|必ず|もう|本当に|本気で|今度こそ|近いうちに|じゃあ|なら|もう我慢できん。?)?"
_PLACES = "消費生活センター|消費者センター|消費者庁|国民生活センター|警察|総務省|金融庁|保健所|労基署?"
_STEPS = (
    r"訴え(?:る|ます|て(?:や(?:る|ります)|も(?:いい|ええ))|たる|させてもらう)",
    r"裁判(?:を|に|で)?(?:起こ(?:す|します|してやる)|する|します|かける|訴える|しかない|だ)",
    r"少額訴訟(?:を)?(?:起こ(?:す|します|してやる|したる)|する|します)",
    r"法的(?:な)?(?:手段|措置|手続き?)(?:を|に)?(?:取る|とる|取ります|とります|出る|出ます)",
    r"出るとこ(?:ろ)?(?:に|へ)?出(?:る|ます|てもいい)",
    r"弁護士(?:に|を)(?:相談|依頼)?(?:する|します|頼む|立てる|立てます|入れる|つける)",
    rf"(?:{_PLACES})(?:に|へ)(?:言う|言います|行く|行きます|届ける|(?:相談|通報|連絡)(?:する|します))",
    r"(?:解約|退会|返品)(?:する|します|してやる|させてもらう)",
    r"(?:他社|よそ|ほか|他|別の会社)(?:に|へ)(?:乗り換え|変え|替え|移)(?:る|ます|てやる|ります)",
)
_IN_SHORT = r"(?:ぞ|よ|わ|から(?:な|ね|よ)?|つもり(?:だ|です)?|しか(?:ない|ありません)|ことに(?:する|します))?"
_JAPANESE = re.compile(rf"{_SURELY}{_IN_VAIN}{_SURELY}(?:{'|'.join(_STEPS)}){_IN_SHORT}(?:、{_IN_VAIN})?")
_ENGLISH = re.compile(
    r"(?:(?:refund me|pay me back|fix (?:it|this)|give me my money back)(?: now)? or )?"
    r"(?:(?:i|we)(?:'ll| will| shall|ll|'?(?:m|re) going to| am going to| are going to)|going to) "
    r"(?:sue|report)(?: (?:you|yous|your company|the lot of you|you (?:all|people|lot)))?"
    r"(?: to (?:the )?(?:trading standards|bbb|ftc|ofcom|ofgem|regulator|ombudsman|consumer centre|police))?"
    r"|(?:(?:i|we)(?:'ll| will|'?(?:m|re) going to) )?(?:take|taking|see) you (?:to|in) (?:small claims )?court"
)
_ENDS = " \n。.!?、w笑"  # folded


def set_aside(opinion: Opinion, fields: Mapping[str, str]) -> Opinion:
    """The opinion of an inquiry, not unusual any more where its fields tell of nothing but a lawful step."""
    said = [fields[name] for name in FIELDS if fields.get(name, "").strip()]
    if not opinion.unusual or opinion.only_mixed or not said or not all(map(is_lawful_step, said)):
        return opinion
    return replace(opinion, act_guess=None, acts=(), unusual=False)


def is_lawful_step(text: str) -> bool:
    """Whether a text of one line says that a lawful step is taken, and nothing else."""
    line = undisguise(fold(text)).text.strip().rstrip(_ENDS)
    return bool(_JAPANESE.fullmatch(line) or _ENGLISH.fullmatch(line))
