"""What of a wording survives a paraphrase: topics, content words, numbers that name one thing, and amounts."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from desk.rules.repetition import common
from desk.rules.repetition.topics import beside, topics, weight

NEAR: Final = 0.72  # likeness at which two texts are near-equal
LONGEST: Final = 800  # characters compared; a demand rarely begins later, and fuzzy time grows with length
_MOST_DIGITS_OF_A_COUNT: Final = 2
_SMALL: Final = 3  # digits; sums of money from 1000 up are seldom the same by chance
_PART: Final = 3  # letters of a katakana word that count as one word of it; a shorter Latin one says nothing
_SHORTEST_CLAUSE: Final = 8
_MISSPELT: Final = 70  # percent
_CLAUSES: Final = 12  # compared of each message
_SAME_CLAUSE: Final = 86  # percent
MATTER: Final = 2.0  # weight of words that make a matter of its own
_SHORTEST_PART: Final = 10  # a shorter text lies inside almost every longer one by chance

_COURTESY = re.compile(
    r"(?:いつも)?(?:大変)?お世話になって(?:おり|い)ます|"
    r"(?:何卒|どうぞ)?(?:よろしく|宜しく)お?願い(?:いた|致)?し(?:ます|申し上げます)?|"
    r"(?:度々|たびたび|何度も)?(?:大変)?恐れ入ります(?:が)?|失礼(?:いた|致)します|突然のご連絡|拝啓|敬具|"
    r"はじめまして|こんにちは|"
    r"\b(?:dear (?:team|all|sirs?|madam|sir or madam|support)|hello(?: again| there)?|hi(?: again| there| team)?|"
    r"good (?:morning|afternoon|evening)|(?:kind|best|warm) regards|yours (?:sincerely|faithfully)|please|kindly|"
    r"thank you(?: very much)?(?: in advance| for your (?:reply|answer|time))?|(?:with )?(?:\w+ )?thanks in advance|"
    r"thanks|"
    r"i hope this finds you well)\b"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_GAPS = re.compile(r"[\W_]+")
_STRETCHED = re.compile(r"(.)\1{2,}")
# A number that no unit follows names a thing: an order, a contract, an error; "17時", "30 dollars" do not.
_NAMING = re.compile(
    r"(?<![$¥€£\d.,a-z-])(?=[a-z-]*\d)(?:[a-z]{1,6}-?)?\d[\da-z]*(?:-[\da-z]+)*(?![\d,.]*\s*(?:"
    r"万|千|億|円|ドル|ユーロ|ポイント|年(?!度)|ヶ月|か月|カ月|月(?!分|度|号)|日|号室|号棟|階|丁目|番地|[gmk]b|kg|"
    r"cm|km|mm|時|分|秒|回|度目?|通|人|名|部|歳|%|割|"
    r"am\b|pm\b|yen|dollars?|bucks|euros?|pounds?|usd|eur|gbp|points?|percent|years?|months?|weeks?|days?|hours?|"
    r"minutes?|times|o'clock))"
)
# A booking may have few digits, but between its letters: r8wq5d, unlike utf8 and 9am5pm.
BOOKING = re.compile(
    r"(?=.{6,8}$)(?!(?:\d+(?:h|m|s|min|sec|am|pm|ft|in|[kmgt]b|kg|cm|mm|x))+\d*$)"
    r"[a-z\d]*\d[a-z]+\d[a-z\d]*"
)
_PERIOD = re.compile(
    r"第?[1-4一二三四]四半期|第\d+[期回号]|\d+年度|\d{1,2}月(?:分|度|号)|\bq[1-4]\b|\bfy ?\d{2,4}|"
    r"\b(?:for|of|in|from) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
_AMOUNT = re.compile(r"\d[\d,.]*(?:\s*[万千億])?")
_HAN = re.compile(r"[一-鿿々〆]+")
_COMPOUND = re.compile(r"(?=([一-鿿][いきぎしじちにびみりえけげせてねべめれ][一-鿿]))")  # 撮り直し, 立ち退き
_KATAKANA = re.compile(r"[ァ-ヴー]{3,}")
_QUOTED = re.compile(r"[「『\"“']([a-z0-9][a-z0-9.@_-]{2,20})[」』\"”']")
_SENTENCES = re.compile(r"[。!?\n]+|(?<=[a-z])\.(?:\s|$)|[、,;]")
_LATIN = re.compile(r"[a-zà-ÿ']{3,}")
_CONTRACTED = re.compile(r"(?:n't|'[a-z]*)+$")
_ENDING = re.compile(r"(?<=[^'][^'][^'])(?:ing|ed|es|s|ly)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_SILENT = re.compile(r"(?<=..)[eyi]$")
_KANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True, slots=True)
class Wording:
    """One message as compared: the whole and its clauses without gaps, its words by weight, names of single things."""

    line: str
    words: dict[str, float]
    names: frozenset[str]
    topics: frozenset[str]
    clauses: tuple[str, ...]


def folded(message: str) -> str:
    """NFKC, lower case, no invisible characters, not longer than LONGEST."""
    plain = unicodedata.normalize("NFKC", message[: 2 * LONGEST]).lower().replace("’", "'")
    return plain[:LONGEST] if plain.isascii() else _INVISIBLE.sub("", plain)[:LONGEST]


def line(text: str) -> str:
    """A folded text without courtesies, kana alike, without gaps: what near-equality is measured on."""
    return _STRETCHED.sub(r"\1", _GAPS.sub("", _COURTESY.sub(" ", text)).translate(_KANA))


def wording(text: str) -> Wording:
    """Read a folded text."""
    plain = _COURTESY.sub(" ", text)
    names, found = naming(plain), topics(plain)
    words = _content(beside(plain, found))
    words |= {f"#{topic}": weight(topic) for topic in found}
    words |= {f"={amount}": 2.0 if len(amount) > _SMALL else 1.0 for amount in _amounts(plain)}
    words |= dict.fromkeys(names, 2.0)
    clauses = (line(clause) for clause in _SENTENCES.split(plain))
    return Wording(
        line(text), words, names, found, tuple(clause for clause in clauses if len(clause) >= _SHORTEST_CLAUSE)
    )


def naming(text: str) -> frozenset[str]:
    """Order and contract numbers, periods, hosts, quoted words: what tells one thing from another of its kind."""
    numbers = {match for match in _NAMING.findall(text) if _is_a_number_of_one_thing(match)}
    return frozenset(numbers | set(_PERIOD.findall(text)) | set(_HOST.findall(text)) | set(_QUOTED.findall(text)))


def _is_a_number_of_one_thing(token: str) -> bool:
    return sum(map(str.isdigit, token)) > _MOST_DIGITS_OF_A_COUNT or BOOKING.fullmatch(token) is not None


def likeness(one: str, other: str) -> float:
    """How equal two lines are, 0 to 1; the shorter one may lie inside the longer one."""
    whole = fuzz.ratio(one, other)
    least = _SHORTEST_PART * (2 if one.isascii() else 1)
    if whole < 100 * NEAR and min(len(one), len(other)) >= least:
        whole = max(whole, fuzz.partial_ratio(one, other))
    return whole / 100


def equal(one: str, other: str, percent: int = 92) -> bool:
    """Whether two lines are the same from end to end but for a few letters."""
    return fuzz.ratio(one, other, score_cutoff=percent) > 0


def shared(one: Wording, other: Wording) -> tuple[float, float]:
    """The weight of the words in both, and its share of the message that says less."""
    both = sum(max(one.words[word], other.words[word]) for word in one.words.keys() & other.words.keys())
    least = min(sum(one.words.values()), sum(other.words.values()))
    return both, min(both / least, 1.0) if least else 0.0


def said_again(one: Wording, other: Wording) -> bool:
    """Whether a clause of one stands in the other as well, nearly word for word."""
    pairs = ((ours, theirs) for ours in one.clauses[:_CLAUSES] for theirs in other.clauses[:_CLAUSES])
    return any(fuzz.ratio(ours, theirs, score_cutoff=_SAME_CLAUSE) for ours, theirs in pairs)


def exchanged(one: Wording, other: Wording) -> bool:
    """Whether each has a word of weight that the other has not, as in one form letter about two things."""
    return min(_beside(one, other), _beside(other, one)) >= 1


def of_one_kind(one: Wording, other: Wording) -> bool:
    """Whether they share topics and no other word, and each is about a thing of its own: two invoices, two fees."""
    both = one.words.keys() & other.words.keys()
    topical = all(word[0] == "#" for word in both if one.words[word] or other.words[word])
    return bool(both) and topical and exchanged(one, other)


def own(one: Wording, other: Wording) -> float:
    """The weight of the words, topics and amounts left out, that stand in one alone."""
    return _beside(one, other, "#=")


def _beside(one: Wording, other: Wording, left_out: str = "=") -> float:
    """The weight of what stands in one alone, amounts and misspellings of the other's words left out."""
    alone = {word: weighs for word, weighs in one.words.items() if word not in other.words and word[0] not in left_out}
    return sum(weighs for word, weighs in alone.items() if fuzz.partial_ratio(word, other.line) < _MISSPELT)


def beyond(words: Mapping[str, float], known: Iterable[str]) -> float:
    """The weight of the words that are not known."""
    return sum(weighs for word, weighs in words.items() if word not in known)


def _content(text: str) -> dict[str, float]:
    words: dict[str, float] = {}
    for run in _HAN.findall(text):
        words |= {char: 0.0 for char in run if char not in common.SINGLE and char not in words}
        words |= dict.fromkeys({run[at : at + 2] for at in range(len(run) - 1)} - common.HAN, 1.0)
        words |= {run: 0.5} if len(run) == 1 and run not in common.SINGLE else {}
    found = (pair[0] + pair[-1] for pair in _COMPOUND.findall(text))
    words |= dict.fromkeys((pair for pair in found if not set(pair) <= common.SINGLE), 1.0)
    for run in _KATAKANA.findall(text):
        parts = {run[at : at + _PART] for at in range(len(run) - _PART + 1)} if run not in common.KATAKANA else set()
        words |= dict.fromkeys(parts, 1.0 if len(parts) == 1 else 0.6)
    latin = (_CONTRACTED.sub("", word) for word in _LATIN.findall(text) if word not in common.LATIN)
    return words | {_stem(word): 1.0 for word in latin if len(word) >= _PART and word not in common.LATIN}


def _amounts(text: str) -> set[str]:
    return {found.replace(",", "").replace(" ", "").strip(".") for found in _AMOUNT.findall(text) if len(found) > 1}


def _stem(word: str) -> str:
    """Bring "change", "changes", "changing", "study" and "studies" to one each."""
    return _SILENT.sub("", _DOUBLED.sub(r"\1", _ENDING.sub("", word)))
