"""What a customer asks for every day or week: an order, a booking, this week's list. Each time it is another one.

It is meant where the whole message is no more than that: nothing asked back, let off or given as a favour, nobody to be
met, no complaint and no word of an earlier time. Whoever writes no verb (“two dinners for Thursday please”) is believed
less, and only where it comes in a rhythm of days, weeks or months.
"""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Final

from desk.rules.repetition import pressure
from desk.rules.repetition.choices import DEMANDED
from desk.rules.repetition.reading import Reading
from desk.rules.repetition.rule import Rule, either

_A_DAY: Final = timedelta(hours=20)  # what is ordered every day may be ordered a little earlier than the day before
_ONE_DAY: Final = timedelta(days=1)
_LONGEST: Final = 240  # characters; whoever orders says little else

_ORDERED: Final = either(
    r"(?:注文|発注|予約)(?:を|で)?(?:[^。、のにがはもをで]{1,8}を?)?"
    r"(?:し(?:ます|たい|たく|て(?:ください|下さい))|いたします|致します|させて(?:いただ|頂)|お?願い|希望|入れて|取りたい|ください)",
    r"(?:(?:we|i)(?:'d| would) like to|(?:we|i) (?:want|wish) to|(?:could|can|may) (?:you|we|i)(?: please)?|please|"
    r"kindly|(?:we|i)(?:'ll| will)?) (?:place an order|book|hire|reserve|"
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


# So many of something, or the same as ever.
_COUNTED: Final = (
    "本|個|箱|袋|枚|人前|人分|食|セット|kg|キロ|g|グラム|缶|ケース|台|膳|束|対|杯|斤|丁|パック|"
    "ダース|リットル|ml|l|ずつ|名|席|面|室|泊|日分"
)
_SUPPLIED: Final = either(
    rf"(?:\d+|[一二三四五六七八九十百]+) ?(?:{_COUNTED}|(?=[、。)に]|$))|"
    r"いつもの|いつも(?:どお|通)り|(?:前回|先週|先月)と同じ|同じ(?:で|もの|内容)",
    r"(?:\d+|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|half a dozen)\b)"
    r"(?![\d.,]*[%ぁ-んァ-ヶ一-龥])|usual\b|same (?:as|again)|the same\b",
)
# Money, an answer, or something to be mended, moved, allowed or stopped.
_NO_SUPPLY: Final = either(
    r"[£$€¥]|\d円|\d万|べき|電話|返事|返答|回答|連絡|説明|理由|修理|交換|止め|やめ|外し|どけ|認め|許可|許し|調べ|弁償|払|"
    r"首に|クビ|土下座|商品券|録音|開示|替えて|換えて|詫び|名前",
    r"(?:call|ring|phone|reply|respond|answer|contact|explain|tell|show|fix|repair|replace\w*|mend|remov\w+|delet\w+|"
    r"take\b[^.!?]{0,24} (?:off|down|back|away)|turn|lower|stop|lift|let|allow|accept|approv\w+|grant|permi\w+|mov\w+|"
    r"give|transfer|deposit|sack|fire|kneel|meet|back(?! (?:door|gate|yard))|unban|unlock|unblock|restor\w+|"
    r"reconsider|review|must|should|deserve|ask|request\w*|demand\w*|because|though?|even|sale|price\w*|warranty|"
    r"guarantee\w*|months?|years?|euros?|pounds?|quid|dollars?|bucks|usd|eur|yen|pence|thousand|hundred|"
    r"names? of|vouchers?|trouble|switch\w+|clear\w+|gone|clerks?)\b",
)
# “Court 2 again please” is said of a day, and presses nobody; nor does what is the same as last week.
_AS_EVER: Final = re.compile(
    r"\bagain(?=,|[.!]?$| (?:please|pls|plz|thanks|for|on)\b)|(?:前回|先週|先月)と同じ", re.MULTILINE | re.IGNORECASE
)
# Something is to be given back, made good or given for nothing, harm was done, an answer is thrown away, or it is about
# somebody.
_MORE_THAN_GOODS: Final = either(
    r"返(?:[金品却す]|さ[なせ]|し[てろ]|せ)|払い?戻|元に戻|弁償|賠償|補償|慰謝料|謝(?:罪|[らりるれろっ])|わび[ろてに]|お(?:わび|詫び)|土下座|"
    r"修理|修繕|直[しせす]|交換(?:し|を|願|お願|希望)|取り?[替換]え|壊(?:[しさせす]|れ(?!や|もの))|こわ[しさ]|割(?:った|られ|れた)|"
    r"汚[しされ]|破損|[無失な]くし|紛失|盗|傷(?:つけ(?!な)|が(?!つか)|を)|(?<!お)間違(?:え|っ[てた])|取り?消[しせすを]|免除|無料|無償|"
    r"ただで|タダ|商品券|[\d千五]円(?!分|の(?!返|釣|支払|差額))|[\d五]万(?!円分)|[£$€¥] ?\d|約束|責任|"
    r"解雇|クビ|シフト|指名|担当者?は|さんと(?:食事|デート)|連絡先|(?:自宅|本人|さん)の?住所|住所を教|"
    r"受け入れ(?:られ|ません)|納得(?:でき|いか|し)|何度",
    r"refund(?!able)\w*|money[ -]back|(?:give|pay) (?:me|us)\b|(?:return|credit|fix) (?:my|our|the)\b|compensat\w+|"
    r"apolog\w+|sorry|repair(?! kits?\b)\w*|replac(?:e|ed|ing)\b|replacement(?! \w+s\b)|reimburs\w+|waiv\w+|upgrad\w+|"
    r"complimentary|gratis|half price|no charge|\d+ ?% off|\d+ (?:pounds|euros|dollars|quid)\b|(?:usd|eur|gbp) ?\d|"
    r"(?<!sugar )(?<!gluten )(?<!dairy )(?<!lactose )(?<!caffeine )(?<!nut )(?<!fat )(?<!-)free\b(?![ -]range)|"
    r"broke\b|broken\b(?! (?:biscuits?|rice)\b)|smash\w*|flood(?:s|ed|ing)?\b|burn(?:t|ed) (?:my|our|the|down)|"
    r"crack(?:ed|s)? (?:my|our|the)|(?:is|are|was|were) cracked|dent(?:s|ed)?\b|tore\b|torn\b|scratch(?:es|ed)\b|"
    r"damag\w+|lost\b|ruin\w*|spoil(?:s|ed|t)\b|stolen?\b|forgot\w*|ow(?:e|ed|es)\b|(?:over)?charged|cancelled|promised|"
    r"wreck\w*|stain(?:s|ed)?\b(?! (?:remover|glass)\b)|wrong\w*|(?:his|her|home|(?<!customer)(?<!client)'s) address|"
    r"(?:not|n't|never) accept\w*|unacceptable|i (?:told|asked) you|"
    r"(?:sack|fire) (?:the|him|her|your)\b|un(?:block|ban|lock)\w*|restor\w+|reinstat\w+|stop (?:the|your|this)|"
    r"(?:mend|cancel) (?:my|our|the)\b|phone number|rota\b|shifts\b|(?:dinner|lunch|date|drinks?) with",
)
# Days between two: one, with the weekend between; weeks of seven, a month.
_DAILY: Final = (_A_DAY / _ONE_DAY, 1.2)
_WEEKEND: Final = (2.8, 3.2)
_DAYS: Final = (_DAILY, *((7 * weeks - 1.25, 7 * weeks + 1.25) for weeks in range(1, 6)), (26.5, 32))


def another_time(last: Reading, same: list[Reading]) -> bool:
    """Whether an everyday order, booking or delivery is made anew, as all those like it before were."""
    return _on_another_day(last, same) and all(map(_everyday, (last, *same)))


def in_rhythm(last: Reading, same: list[Reading]) -> bool:
    """Whether goods seem to be ordered anew, without a verb, every day, every few weeks or every month."""
    if not _on_another_day(last, same) or not all(map(_supply, (last, *same))):
        return False
    times = [each.message.at for each in (*same, last)]
    # What is put right within the day is one order.
    gaps = [gap / _ONE_DAY for gap in (later - sooner for sooner, later in pairwise(times)) if gap >= _A_DAY]
    # Which day of the week it is depends on where the clock stands, so a weekend is known by the days around it.
    beats = (*_DAYS, _WEEKEND) if any(_within(gap, _DAILY) for gap in gaps) else _DAYS
    return all(any(_within(gap, beat) for beat in beats) for gap in gaps)


def may_be_an_order(last: Reading, same: list[Reading]) -> bool:
    """Whether what is the same word for word may be goods ordered anew: a day later, and it names nothing else.

    No list tells every order; who reads the messages together does. “A new sofa, Tuesday” may be an order or a demand.
    """
    if not _on_another_day(last, same) or last.counts:
        return False
    return not _MORE_THAN_GOODS.search(last.text)


def _within(days: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= days <= bounds[1]


def _on_another_day(last: Reading, same: list[Reading]) -> bool:
    apart = bool(same) and last.message.at - same[-1].message.at >= _A_DAY
    return apart and not _in_one_period(last, same[-1])


def _everyday(each: Reading) -> bool:
    asked = any(rule.search(each.text) for rule in (_ORDERED, _OF_THE_DAY, _OF_THE_WEEK, _OF_THE_MONTH))
    return asked and _is_all(each) and not pressure.AGAIN.search(each.text)


def _supply(each: Reading) -> bool:
    if not _SUPPLIED.search(each.text) or _NO_SUPPLY.search(each.text):
        return False
    return _is_all(Reading(each.place, replace(each.message, message=_AS_EVER.sub("", each.message.message))))


def _is_all(each: Reading) -> bool:
    """Whether it is short, and nothing in it is more than an order."""
    if len(each.text) > _LONGEST or each.speaks:
        return False
    return not any(rule.search(each.text) for rule in (DEMANDED, _MORE_THAN_THAT))


def _in_one_period(last: Reading, before: Reading) -> bool:
    """Whether both ask for what is due in one week or month, or name one and the same date."""
    now, then = last.message.at, before.message.at
    if {*_DATE.findall(last.text)} & {*_DATE.findall(before.text)}:
        return True
    if _OF_THE_MONTH.search(last.text):
        return (now.year, now.month) == (then.year, then.month)
    return bool(_OF_THE_WEEK.search(last.text)) and now.isocalendar()[:2] == then.isocalendar()[:2]
