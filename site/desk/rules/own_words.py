"""The words by which an organisation itself says what belongs at a desk, beside or instead of the shipped ones."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desk.rules.normalise.plain import plain
from desk.rules.organisation_reading import Table

# The signs with which the shipped lists compose cues. Here they would only be letters that nobody types; what people
# write with one of them (M&A, 24/7) has Latin letters or digits on both of its sides.
_SIGNS = re.compile(r"[|｜…@＠<>＜＞]|(?<![A-Za-z0-9])[&/＆／]|[&/＆／](?![A-Za-z0-9])")
_OPEN = re.compile(r"[A-Za-z]\*$")
_KANJI = re.compile("[一-龯]")  # One may be a word; other letters stand alone in almost every inquiry.
# Once its long vowel marks are gone コート is こと; the matcher looks for it in katakana alone.
_DRAWN = re.compile(r"(?=.*ー)[ァ-ヶー・]+")
_LETTERS = re.compile(r"[^\W_ー]|[+#]")  # C, C++ and C# are three.
_SHORT = "write it with a kanji, or with two letters or more"
_REMEDY = f"{_SHORT}: it would stand in almost every inquiry"
_EVERYWHERE = "it stands in letters about anything{}; write what only those to this desk say"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What people write when they mean a desk.

    terms say it alone, words only beside another of its words, neither inside one of `traps`; an English one may go on
    where it closes with `*`.
    """

    terms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()

    @property
    def say(self) -> bool:
        """Whether they can say the desk without a shipped word."""
        return bool(self.terms) or len(self.words) > 1


SHIPPED = (
    "ir",
    "press",
    "recruiting",
    "partnership",
    "accessibility",
    "spam-abuse-report",
    "vulnerability-report",
    "rights-infringement",
    "personal-data",
    "law-enforcement",
    "whistleblowing",
    "policy",
    "general",
)
"""The ids of the desks that the shipped lists have words for."""

SETTINGS = tuple(OwnWords.__dataclass_fields__)


def read(table: Table) -> OwnWords:
    """The words of one [[desk]]. Raises OrganisationError."""
    given = {setting: table.words(setting) for setting in SETTINGS}
    for setting, words in given.items():
        for word in words:
            if fault := _fault(word):
                raise table.fault(setting, f'"{word}": {fault}')
    for setting, word in _said_again(given):
        raise table.fault(setting, f'"{word}" is said twice at this desk; write it once')
    return OwnWords(**given)


def check_traps(table: Table, identifier: str, given: OwnWords) -> None:
    """Refuse a trap that takes nothing back. Raises OrganisationError.

    At a shipped desk it may hold a shipped word, which nothing here knows, but not be a part of a word of its own.
    """
    words = [alike(word) for word in (*given.terms, *given.words)]
    for trap in given.traps:
        holds = any(word in alike(trap) for word in words)
        inside = any(alike(trap) in word for word in words)
        if not holds and (inside or identifier not in SHIPPED):
            raise table.fault("traps", f'"{trap}" holds none of the words; write a longer word that has one inside')


def said_alone_once(
    settings: tuple[str, ...], rows: Iterable[tuple[Table, str, object]], said: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Refuse a word that says two things alone; rows of (table, id, its cues). Raises OrganisationError.

    Returns which id each says, as `alike`; `said` are those that others say already.
    """
    owners = dict(said or {})
    for table, owner, cues in rows:
        for setting in settings:
            for word in getattr(cues, setting):
                if (first := owners.setdefault(alike(word) or word, owner)) != owner:
                    raise table.fault(setting, f'"{word}" says "{first}" already; leave it to one of the two')
    return owners


def alike(word: str) -> str:
    """What is left of a word where width, case, kind of kana, blanks and marks do not matter."""
    return "".join(_LETTERS.findall(plain(word)))


def _fault(word: str) -> str:
    if sign := _SIGNS.search(word):
        return f"{sign[0]} does nothing here; write each word by itself: two of `words` in one inquiry say the desk"
    if "*" in (word[:-1] if _OPEN.search(word) else word):
        return "a * stands only behind an English word that may go on"
    said = alike(word)
    if not said.strip("々〆+#"):
        return f"it can never be found, for marks alone say nothing; {_SHORT}"
    if said in _COMMON:
        return _EVERYWHERE.format("")
    if len(said) == 1 and not _KANJI.search(said):
        return _REMEDY
    # Japanese has no borders between words: what is inside one of these is found wherever they stand.
    around = "" if _DRAWN.fullmatch(word) else next((_POLITE[text] for text in _POLITE if said in text), "")
    return _EVERYWHERE.format(f", as in {around}") if around else ""


def _said_again(given: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Each word that an earlier list, or this one, has already, with the setting it stands in."""
    seen: Counter[str] = Counter()
    for setting, words in given.items():
        for word in words:
            seen[alike(word)] += 1
            if seen[alike(word)] > 1:
                yield setting, word


# What is said in a letter about anything: its courtesies, auxiliaries, particles and pointing words.
_COURTESIES = """
    ください でしょうか でしたら です ます ました ましたら ましょうか ません ませんか ませんでした
    いたします いたしました いただき いただけますか いただけない いただきたく させていただきます しております
    ありがとう ありがとうございます ございません おりません よろしく よろしくお願いいたします お願い お願いします
    おねがい お世話になっております おせわ こんにちは はじめまして すみません もうしわけ もうします お問い合わせ
    あります ありました ありません ある あった ない なかった なくて います いました いない いる おります
    する します しました している していた してしまい したい したく した しない すると すれば されて される られる
    なる なります なった なって なく できる できます できません できない れば
    という といった とおもい とのこと こと ところ とき とは とか もの ものです ため ので のに のは のが のを のです
    んです んですが から からの まで までに より よりも ほど だけ だけで など くらい ばかり でも とても ても けど けれど
    しかし ただ また または および なお もし それ その そこ そちら これ この ここ こちら あの あれ どの どれ どこ どちら
    どう どのように なに なぜ いつ いま すでに もう まだ すぐ ぜひ さらに すべて ほか わたし わたくし あなた みなさま
    について においては によって として には にも への では とも もらい もらって もらえますか くれ くれる くれません
    いう いって いった おもい おもって おもった わかる わかり わからない みて みたい かもしれません はず ような ように
    らしい ほしい たい たく いい よい よく いかが
"""
_POLITE = {alike(phrase): phrase for phrase in _COURTESIES.split()}
_WORDS = """
    a an the and or but not no of to for from in on at by with is it are be was am as if so do i im me my we us our you
    your this that have has can will would please thank thanks hello hi dear inquiry question
"""
_COMMON = frozenset(_WORDS.split())
