"""Who hears despair and danger where no sign does: how well on hands that nobody taught with, and in which words."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from inquiry_readers import reader

from desk import signs_files
from desk.rules.conduct import URGENT, Examination, examine
from desk.rules.conduct.listener import read_listener
from desk.rules.conduct.opinion import MOST_TELLING
from desk.rules.conduct.opinion_features import windows
from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.reader import Twice
from desk.rules.conduct.shapes import BY_WORDING
from desk.rules.normalise import fold

pytestmark = pytest.mark.usefixtures("known_sentences")

HELD = Path(__file__).parents[3] / "corpus" / "care" / "held"
SIGNS, MODEL = signs_files.read(), signs_files.model()


def examined(text: str) -> Examination:
    return examine({"message": text}, SIGNS, MODEL)


@pytest.mark.parametrize("author", ["ja-dz", "ja-eq", "en-ea", "en-er"])
@pytest.mark.parametrize(
    ("step", "least"), [pytest.param(10, 11, id="some"), pytest.param(1, 130, id="all", marks=pytest.mark.slow)]
)
def test_most_of_despair_and_danger_is_heard_and_hardly_anything_else(author: str, step: int, least: int) -> None:
    rows = [json.loads(line) for line in (HELD / f"{author}.jsonl").read_text("utf-8").splitlines()][::step]
    heard = are_heard(rows[0]["lang"], [row["text"] for row in rows])
    told = [so for row, so in zip(rows, heard, strict=True) if row["care"]]
    others = [so for row, so in zip(rows, heard, strict=True) if not row["care"]]
    assert min(len(told), len(others)) >= least
    assert sum(told) >= 0.75 * len(told)
    assert sum(others) <= 0.08 * len(others)


def are_heard(language: str, texts: Sequence[str]) -> list[bool]:
    """By a sign or by the listener, without asking it for its words, nor the second reader for anything."""
    by_sign = [any(cue.care in URGENT for cue in examine({"message": text}, SIGNS).care) for text in texts]
    own = [
        (at, window.text)
        for at, text in enumerate(texts)
        for window in windows(fold(text).text)
        if window.language == language and not by_sign[at]
    ]
    # All at once, as matrices of many rows take a third less than many of a few.
    read = reader(language).first.read([text for _, text in own], listening=True)
    by_listener = {at for (at, _), one in zip(own, read, strict=True) if any(value > 0 for value in one.needs.values())}
    return [told or at in by_listener for at, told in enumerate(by_sign)]


@pytest.mark.parametrize(
    ("text", "care", "words"),
    [
        (
            "請求書の宛名の件です。株式会社を前に付けてください。来月からは妻あてにお願いします、私はもうこの世におりませんので。",
            "self-harm",
            "この世におりません",
        ),
        ("ルーターの件です。隣の部屋から子どもの泣き声と、父親が殴る音が今もしています。", "danger", "殴る音"),
        (
            "About the invoice: the company name comes first. Send it to my wife then, I will not be in this world.",
            "self-harm",
            "not be in this world",
        ),
        (
            "The router is still down. Next door he is at the little boy again, I hear it through the wall as I type.",
            "danger",
            "he is at the little boy again",
        ),
    ],
)
def test_it_says_in_which_words(text: str, care: str, words: str) -> None:
    found = examined(text)
    cues = [cue for cue in found.care if cue.care == care]
    assert cues
    assert [cue for cue in cues if text[cue.start : cue.end] != cue.text] == []
    told = {at for cue in cues for at in range(cue.start, cue.end)}
    assert told & set(range(text.index(words), text.index(words) + len(words)))
    assert len(told) <= len(text) / 2
    assert found.severity == "emergency"


@pytest.mark.parametrize("text", ["死にたいです。", "I want to die."])
def test_where_a_sign_stands_the_sign_says_why(text: str) -> None:
    found = examined(text)
    assert found.opinion is not None
    assert "self-harm" in dict(found.opinion.needs)
    assert {cue.care for cue in found.care} == {"self-harm"}
    assert BY_WORDING not in {cue.sign for cue in found.care}


def test_a_sign_elsewhere_hides_nothing_that_it_does_not_name() -> None:
    text = "There's a bomb in your lobby. My router is down. Next door he is at the little boy again, I can hear it."
    cues = {cue.sign: cue.text for cue in examined(text).care}
    assert "little boy" in cues.pop(BY_WORDING)
    assert list(cues) == ["en.care.danger"]


LETTER = "契約の書類を二部お送りください。母の名義の回線も同じ日に止めてください。請求書は紙で届けば助かります。" * 4
GONE = "来月からは妻あてにお願いします、私はもうこの世におりませんので。"
PILLS = "薬は全部机の上に並べてあります、今夜で足ります。"
TYPED = GONE.replace("もう", "ﾓｳ").replace("この世", "こ\u200bの世")


def test_of_a_long_letter_every_part_that_tells_of_it_is_shown() -> None:
    text = GONE + LETTER + PILLS
    shown = [cue.start for cue in examined(text).care if cue.care == "self-harm"]
    assert min(shown) < len(GONE)
    assert max(shown) >= len(GONE + LETTER)


def test_it_is_heard_in_a_subject_too() -> None:
    found = examine({"subject": GONE, "message": LETTER}, SIGNS, MODEL)
    assert {(cue.care, cue.field) for cue in found.care} == {("self-harm", "subject")}


@pytest.mark.parametrize(
    "text", [TYPED, GONE + LETTER, GONE + "さ・よ・な・ら。"], ids=["half width", "among others", "in both views"]
)
def test_its_words_are_exact_however_they_are_typed_and_given_once(text: str) -> None:
    cues = examined(text).care
    assert [text[cue.start : cue.end] for cue in cues] == [cue.text for cue in cues]
    places = [at for cue in cues for at in range(cue.start, cue.end)]
    assert places
    assert len(places) == len(set(places))


def test_signs_alone_hear_nothing_by_the_wording() -> None:
    assert examine({"message": GONE}, SIGNS).care == ()


@pytest.mark.parametrize("text", ["請求書を再発行してください。", "Could you send me the invoice again, please?"])
def test_an_ordinary_inquiry_tells_of_no_need(text: str) -> None:
    assert examined(text).care == ()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_the_reader_makes_of_a_text_is_the_same_with_and_without_it(language: str) -> None:
    texts = ["担当者の腕を折りに行きます", "i will break your clerk's arm", "死にたい", ""]
    both = reader(language)
    alone = signs_files._one(signs_files.READERS[language])  # the reader that has no listener
    assert alone.listener is None
    told = both.first.read(texts, listening=True)
    assert [one._replace(needs={}) for one in told] == [one._replace(needs={}) for one in alone.read(texts)]
    assert [set(one.needs) for one in told] == [URGENT] * len(texts)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_one_that_was_taught_beside_another_reader_is_refused(language: str) -> None:
    data = signs_files.LISTENERS[language].read_bytes()
    own = hashlib.sha256(signs_files.READERS[language].read_bytes()).hexdigest()
    assert set(read_listener(data, own).needs) == URGENT
    with pytest.raises(ValueError, match=r"corpus/train_listener\.py") as refused:
        read_listener(data, own[::-1])
    assert "another reader" in str(refused.value.__cause__)


def test_of_many_windows_that_tell_of_it_only_a_few_are_asked_for_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    alone = Twice.shares

    def shares(both: Twice, text: str, read: Read, need: str = "") -> list[tuple[int, int, float]]:
        asked.extend([need] if need else [])
        return alone(both, text, read, need)

    monkeypatch.setattr(Twice, "shares", shares)
    text = (GONE + LETTER[: len(LETTER) // 2]) * 2 * MOST_TELLING
    cues = examined(text).care
    assert 0 < len(asked) <= MOST_TELLING
    assert sorted((cue.care, cue.start) for cue in cues) == [(cue.care, cue.start) for cue in cues]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_finding_is_traced_to_the_listener_that_heard_it(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signs_files.version()
    (other := tmp_path / "listener.npz").write_bytes(b"another one")
    monkeypatch.setitem(signs_files.LISTENERS, language, other)
    signs_files._learnt.cache_clear()
    after = signs_files.version()
    signs_files._learnt.cache_clear()
    assert after != before
