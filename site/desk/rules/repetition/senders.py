"""Who writes: is it the same sender behind another address or another spelling of the name, a colleague, a stranger."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from rapidfuzz import fuzz

from desk.rules.normalise.plain import plain
from desk.rules.repetition.digits import lettered, unnumbered
from desk.rules.repetition.given_names import SHORT_FORMS
from desk.rules.repetition.romaji import even
from desk.rules.repetition.sounds import cut_short, initialled, mistyped, sound


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Where strangers have their addresses; the last four stand for any of these in examples (RFC 2606, JPRS).
_SHARED_HOSTS: Final = _words(
    """
    gmail.com googlemail.com yahoo.co.jp yahoo.com ymail.com icloud.com me.com mac.com hotmail.com hotmail.co.jp
    outlook.com outlook.jp live.jp live.com msn.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp
    vodafone.ne.jp ymobile.ne.jp rakuten.jp nifty.com nifty.ne.jp biglobe.ne.jp ybb.ne.jp so-net.ne.jp ocn.ne.jp
    plala.or.jp dion.ne.jp proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de mail.com aol.com zoho.com
    tutanota.com tuta.io yandex.com fastmail.com hey.com hushmail.com inbox.com t-online.de orange.fr btinternet.com
    comcast.net goo.jp excite.co.jp infoseek.jp yahoo.de yahoo.fr yahoo.co.uk hotmail.co.uk mail.ru 163.com qq.com
    naver.com example.com example.net example.org example.jp
    """
)
_ROLES: Final = _words(
    """
    info contact office mail support sales admin billing accounting keiri soumu somu jinji koho kouho press ir pr hr
    legal procurement purchasing help desk web webmaster team service eigyo honsha customer
    """
)
_NOBODY: Final = _words(
    """
    匿名 匿名希望 一利用者 利用者 ユーザー 一ユーザー 会員 一会員 被害者 消費者 客 一顧客 顧客 通リスガリ
    通リスガリノ者 citizen customer victim concerned me someone x 名無シ ナナシ 無名 名前ナシ 名前無シ ナシ 無シ
    anonymous anon nobody none noname unknown na user guest test
    """
)
_SEPARATORS, _NO_LETTERS, _BETWEEN = re.compile(r"[._-]"), re.compile(r"[^a-z]"), re.compile(r"[^\w']+|_")
_HAN, _KANA = re.compile(r"[一-鿿々]"), re.compile(r"[ァ-ヴ]")
_TITLE = re.compile(r"(?:様|さん|殿|氏)$|^(?:mr|mrs|ms|dr)\.? ")
_OF_IRELAND = re.compile(r"\bo'(?=[a-z]{4})")  # O'Grady as Grady
_CLOSE: Final = 84  # percent; tanaka-k and tanakak7 are 100, tanaka and nakata 67
_LEAST_HAN: Final = 3  # characters of a name in kanji; a family name alone is many people's
_MOST_INITIALS: Final = 3
_LEAST: Final = 4  # letters; shorter local parts are alike by chance
_LONGEST: Final = 100  # letters that are compared: a mailbox has at most 64 (RFC 5321), a name on the form 100


class Tie(IntEnum):
    """What address and name say of two messages: one sender, unsaid, two people, two people of one house."""

    ONE = 0
    UNSAID = 1
    STRANGERS = 2
    COLLEAGUES = 3


@dataclass(frozen=True, slots=True)
class Sender:
    """An address and a name folded for comparison; `parts` are the name's words, empty where no name is given."""

    mailbox: str
    letters: str
    host: str
    parts: tuple[str, ...]
    script: str


def sender(email: str, name: str) -> Sender:
    """Fold them: plus tags, dots and digits of the address, kana, width, titles and gaps of the name."""
    local, _, host = unicodedata.normalize("NFKC", email).strip().lower().rpartition("@")
    host = "gmail.com" if host == "googlemail.com" else host
    base = _SEPARATORS.sub("", local.partition("+")[0])
    parts = _parts(name[:_LONGEST])
    return Sender(f"{base}@{host}", _NO_LETTERS.sub("", base)[:_LONGEST], host, parts, _script("".join(parts)))


def marks(email: str, name: str) -> tuple[str, ...]:
    """By what the same sender may be found again, to be looked at closely: the mailbox, and the name if it is whole.

    A name with digits in it has further marks: with letters for its digits, and without the number behind it.
    """
    whose = sender(email, name)
    names = dict.fromkeys((whose.parts, lettered(whose.parts), unnumbered(whose.parts)))
    readings = (replace(whose, parts=parts) for parts in names)
    return (mailbox(email), *dict.fromkeys(mark for one in readings for mark in _name_mark(one)))


def _name_mark(whose: Sender) -> tuple[str, ...]:
    parts = ("".join(whose.parts),) if whose.script == "han" else tuple(sorted(romanised(whose.parts)))
    letters = "".join(parts)
    whole = len(letters) >= _LEAST_HAN if whose.script == "han" else len(parts) > 1 and len(letters) >= _LEAST
    return (f"name {' '.join(parts)}",) if whole else ()


def mailbox(email: str) -> str:
    """The mark of a mailbox alone."""
    return f"mailbox {sender(email, '').mailbox}"


def tie(one: Sender, other: Sender) -> Tie:
    """Say what binds or parts two senders."""
    names = same_name(one, other)
    if one.mailbox == other.mailbox:
        other_name = names is False or (
            names is None and bool(one.parts and other.parts) and one.script == other.script
        )
        return Tie.COLLEAGUES if other_name and (one.letters in _ROLES or not one.host) else Tie.ONE
    if names:
        return Tie.ONE
    by_ear = names is False and _by_ear(one, other)
    if one.host == other.host and one.host not in _SHARED_HOSTS and not by_ear:
        return Tie.COLLEAGUES
    if _same_letters(one.letters, other.letters, certain=names is None):
        return Tie.ONE
    if names is None and (_named_in(one, other) or _named_in(other, one)):
        return Tie.ONE
    return Tie.UNSAID if names is None or by_ear else Tie.STRANGERS


def _same_letters(one: str, other: str, *, certain: bool) -> bool:
    """Whether two local parts are one person's: equal but for order, or near; nearer where the names differ."""
    if min(len(one), len(other)) < _LEAST or one in _ROLES or other in _ROLES:
        return one == other and len(one) > 2 and one not in _ROLES and certain  # noqa: PLR2004 - two letters are initials
    if certain and min(len(one), len(other)) > _LEAST and (one.startswith(other) or other.startswith(one)):
        return True
    least = _CLOSE if certain else 100
    turned = (one[at:] + one[:at] for at in range(1, len(one))) if len(one) <= 2 * len(other) else ()
    return fuzz.ratio(one, other) >= least or any(fuzz.ratio(each, other) >= least for each in turned)


def _named_in(whose: Sender, address: Sender) -> bool:
    """Whether the name of one, in Latin letters, stands in the address of the other."""
    if whose.script == "han":
        return False
    return any(len(part) >= _LEAST and part in even(address.letters) for part in romanised(whose.parts))


def same_name(one: Sender, other: Sender) -> bool | None:
    """Whether the names are one; None where it cannot be told: one is missing, or in kanji and the other is not."""
    if not one.parts or not other.parts:
        return None
    if one.script == other.script == "han":
        return _one_begins_the_other("".join(one.parts), "".join(other.parts), 2) or _given_in_kana(one, other)
    if "han" in (one.script, other.script):
        return None
    ours, theirs = one.parts, other.parts
    readings = (
        (ours, theirs),
        (lettered(ours), lettered(theirs)),
        (unnumbered(ours, theirs), unnumbered(theirs, ours)),
    )
    return any(_is_one_name(*map(romanised, reading)) for reading in dict.fromkeys(readings))


def _is_one_name(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return _same_words(ours, theirs) or _one_begins_the_other("".join(ours), "".join(theirs), _LEAST)


def _by_ear(one: Sender, other: Sender) -> bool:
    """Whether one name in Latin letters may be the other, spelt by ear or mistyped: Steuart Mac Rae and Stewart McCrae.

    Who spell one part of it alike are rather of one family: Mick and Mike Ward.
    """
    whole = min(len(one.parts), len(other.parts)) > 1 and set(one.parts).isdisjoint(other.parts)
    if not whole or not one.script == other.script == "latin":
        return False
    if len(one.parts) != len(other.parts):
        return sound("".join(one.parts)) == sound("".join(other.parts))
    pairs = list(zip(one.parts, other.parts, strict=True))
    unheard = [pair for pair in pairs if sound(pair[0]) != sound(pair[1])]
    if pairs[-1] not in unheard and all(cut_short(*pair) for pair in unheard):
        return True
    # Of two who work in one house it takes more than a name with a slip: Takashi Yamada, Takeshi Yamata.
    apart = one.host == other.host and one.host not in _SHARED_HOSTS and not initialled(one.letters, other.letters)
    return len(unheard) == 1 and mistyped(*unheard[0]) and not apart


def _given_in_kana(one: Sender, other: Sender) -> bool | None:
    """Of one family name, what is in kana in only one of the given names may be the other's characters: None."""
    if not len(one.parts) == len(other.parts) == 2 or one.parts[0] != other.parts[0]:  # noqa: PLR2004
        return False
    return None if bool(_KANA.search(one.parts[1])) != bool(_KANA.search(other.parts[1])) else False


def _same_words(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    fewer, more = sorted((set(ours), set(theirs)), key=len)
    whole = {word for word in fewer if len(word) > 1}
    if any(word in more for word in whole if len(word) > 2):  # noqa: PLR2004 - a family name or a given name
        return all(_fits(word, more) for word in fewer)
    initials = sorted(word[0] for word in fewer) == sorted(word[0] for word in more)
    return initials and all(_fits(word, more) for word in fewer)


def _fits(word: str, words: set[str]) -> bool:
    """Whether a word begins one of the others, or is made of their initials, as LJ of Lacey June."""
    if any(each.startswith(word) or word.startswith(each) for each in words):
        return True
    if any(_SHORT.get(word) == each or _SHORT.get(each) == word for each in words):
        return True
    return len(word) <= _MOST_INITIALS and set(word) <= {each[0] for each in words}


def _one_begins_the_other(one: str, other: str, least: int) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= least and (longer.startswith(shorter) or (len(shorter) > least and longer.endswith(shorter)))


def _parts(name: str) -> tuple[str, ...]:
    untitled = _TITLE.sub("", plain(name).strip())
    words = tuple(word for word in _BETWEEN.split(_OF_IRELAND.sub("", untitled).replace("'", "")) if word)
    return () if "".join(words) in _NOBODY else words


def _script(name: str) -> str:
    if _HAN.search(name):
        return "han"
    return "kana" if _KANA.search(name) else "latin"


def romanised(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a name in Latin letters, each sound spelt one way; kanji stay as they are."""
    return tuple(even(part) for part in parts)


_SHORT: Final = {even(short): even(name) for name, shorts in SHORT_FORMS.items() for short in shorts.split()}
