"""What a customer asks for every day or week: an order, a booking, this week's list. Each time it is another one.

It is meant where the whole message is no more than that: nothing asked back, let off or given as a favour, nobody to be
met, no complaint and no word of an earlier time.
"""

import re
from datetime import timedelta
from typing import Final

from desk.rules.repetition import pressure
from desk.rules.repetition.choices import DEMANDED
from desk.rules.repetition.reading import Reading
from desk.rules.repetition.rule import Rule, either

_A_DAY: Final = timedelta(hours=20)  # what is ordered every day may be ordered a little earlier than the day before
_LONGEST: Final = 240  # characters; whoever orders says little else

_ORDERED: Final = either(
    r"(?:注文|発注|予約)(?:を|で)?(?:[^。、のにがはもをで]{1,8}を?)?"
    r"(?:し(?:ます|たい|たく|て(?:ください|下さい))|いたします|致します|させて(?:いただ|頂)|お?願い|希望|入れて|取りたい|ください)",
    r"(?:(?:we|i)(?:'d| would) like to|(?:we|i) (?:want|wish) to|(?:could|can|may) (?:you|we|i)(?: please)?|please|"
    r"kindly|(?:we|i)(?:'ll| will)?) (?:place an order|book|reserve|"
    r"order(?! (?:you|your|them|him|her|that|the)\b)(?![^.!?]{0,40} to [a-z]+ )|"
    r"make a (?:booking|reservation))\b|"
    r"(?:an order|a booking|a reservation) for\b",
)


def _due(japanese: str, english: str) -> Rule:
    return either(
        rf"(?:{japanese})分?の[^。、]{{1,16}}を[^。]{{0,8}}(?:送|届けて|お届け|ください|お願い)",
        rf"(?:send|mail|e-?mail|forward|let us have) (?:\w+ ){{0,2}}(?:{english})'s \w",
    )


# What is due in a period is another one only in the next: asking twice for this week's list is asking again.
_OF_THE_DAY: Final = _due("本日|今日|明日", "today|tomorrow")
_OF_THE_WEEK: Final = _due("今週|来週|再来週", "(?:this|next) week")
_OF_THE_MONTH: Final = _due("今月|来月|再来月", "(?:this|next) month")

_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATE: Final = re.compile(
    rf"\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}/\d{{1,2}}|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b"
)

# A favour, a complaint, a threat, an earlier time, or somebody to be met or known.
_MORE_THAN_THAT: Final = either(
    r"返し|返却|返品|返金|返せ|免除|取り?消|キャンセル|変更|解約|解除|特別|例外|特例|満席|満室|満員|売り?切れ|空けて|"
    r"融通|優先|請求|弁償|値下|まけて|苦情|クレーム|謝|責任|訴え|弁護士|消費者|困|ひど|酷|遅|のに|なぜ|どうして|無理|"
    r"(?<!すみ)(?<!すい)ません(?!か|でしょうか)|[らかわさまがれいえけせ]な(?:い|く|かっ)|至急|今すぐ|さもな|代わりに|"
    r"ただで|タダ|無償|当番|シフト|指名|(?<!お客)さん(?:を|と)|社長|会長|役員|取締|代表|部長|上司|本人|面会|面談|デート|会い|食事|彼女|女性|男性|社員|従業員|担当者|個人|住所|"
    r"連絡先|番号|写真|名簿|給与|パスワード",
    r"gratis|complimentary|no (?:extra )?cost|no charge|for the price of|upgrad\w+|rota|shifts?\b|"
    r"exception\w*|except\b|exempt\w*|special\w*|favou?rs?\b|reimburse\w*|return\w*|credit\w*|money|chang\w+|sold out|"
    r"full(?:y booked)?\b|complain\w*|apolog\w*|sorry|lawyer|solicitor|(?:in|to) court|legal|sue\b|late\b|missing|"
    r"wrong|why\b|not\b|\w+n't\b|cannot|never\b|without|refus\w*|den(?:y|ied)|reject\w*|despite|although|but\b|"
    r"however|already|before|promised|immediately|at once|right now|or else|otherwise|ceo|president|chair\w*|"
    r"directors?\b|managers?\b|chief|boss|owner|her\b|his\b|him\b|she\b|he\b|girls?\b|wom[ae]n|ladies|lady|alone|"
    r"staff|employees?|colleagues?|address\w*|phone|photos?|pictures?|salar(?:y|ies)|passwords?|personal",
)


def another_time(last: Reading, same: list[Reading]) -> bool:
    """Whether an everyday order, booking or delivery is made anew, as all those like it before were."""
    if not same or last.message.at - same[-1].message.at < _A_DAY:
        return False
    return all(map(_everyday, (last, *same))) and not _in_one_period(last, same[-1])


def _everyday(each: Reading) -> bool:
    asked = any(rule.search(each.text) for rule in (_ORDERED, _OF_THE_DAY, _OF_THE_WEEK, _OF_THE_MONTH))
    if not asked or len(each.text) > _LONGEST or each.speaks:
        return False
    return not any(rule.search(each.text) for rule in (DEMANDED, pressure.AGAIN, _MORE_THAN_THAT))


def _in_one_period(last: Reading, before: Reading) -> bool:
    """Whether both ask for what is due in one week or month, or name one and the same date."""
    now, then = last.message.at, before.message.at
    if {*_DATE.findall(last.text)} & {*_DATE.findall(before.text)}:
        return True
    if _OF_THE_MONTH.search(last.text):
        return (now.year, now.month) == (then.year, then.month)
    return bool(_OF_THE_WEEK.search(last.text)) and now.isocalendar()[:2] == then.isocalendar()[:2]
