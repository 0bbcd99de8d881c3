"""The readers: how the English one spells, that what they say adds up, and that nothing they are given stops them."""

import math
import subprocess
import sys
from collections.abc import Sequence

import pytest
from inquiry_readers import reader

from desk.rules.conduct.opinion_features import LANGUAGES
from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.reader import DOUBTFUL, HARMLESS, READ_TWICE, Reader
from desk.rules.reader.spelling import MOST_PIECES
from desk.rules.reader.wordpiece import UNKNOWN, spell

WORDS = ["[UNK]", "[CLS]", "[SEP]", "thump", "##ing", "un", "##do", ",", "e", "-", "£", "##5"]
VOCABULARY = {word: number for number, word in enumerate(WORDS)}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("thumping", [["thump", "##ing"]]),
        ("undo, thump", [["un", "##do"], [","], ["thump"]]),
        ("é-é", [["e"], ["-"], ["e"]]),
        ("£5", [["£", "##5"]]),
        ("thumps", [[UNKNOWN]]),
        ("un" * 51, [[UNKNOWN]]),
        (" \n ", []),
    ],
)
def test_a_word_is_spelt_in_the_longest_pieces_known(text: str, pieces: list[list[str]]) -> None:
    assert [[WORDS[piece] for piece in word.pieces] for word in spell(text, VOCABULARY)] == pieces


def test_words_stand_where_they_are_said_to() -> None:
    text = "I'll  undo -- it, étage!"
    shown = [text[word.start : word.end] for word in spell(text, VOCABULARY)]
    assert "".join(shown) == text.replace(" ", "")


@pytest.mark.parametrize(
    ("language", "grave", "question"),
    [
        (
            "en",
            "i am going to wallop whoever sits at your counter",
            "could you send me the invoice for march, please?",
        ),
        ("ja", "窓口の人を木刀でぶちのめしに伺います", "三月分の請求書を送っていただけますか"),
    ],
)
def test_a_blow_in_words_that_no_sign_has_is_told_from_a_question(language: str, grave: str, question: str) -> None:
    read, asked = reader(language).read([grave, question])
    assert read.value > 0
    assert max(read.likely, key=read.likely.__getitem__) == "act.violence"
    assert asked.value < 0


@pytest.mark.parametrize(
    ("language", "text", "stop"),
    [
        ("en", "i'll hunt you down", "."),
        ("en", "your life has no value", "."),
        ("en", "please send me the invoice", "."),
        ("en", "i'll make you pay every £ of it", "."),
        ("en", "you'll be sorry at the café 😡", "."),
        ("ja", "必ず探し出してやる", "。"),
        ("ja", "請求書を送ってください", "。"),
    ],
)
def test_they_read_nothing_into_a_full_stop_that_somebody_left_out(language: str, text: str, stop: str) -> None:
    without, with_it = reader(language).read([text, text + stop])
    assert without == with_it


@pytest.mark.parametrize(
    ("language", "grave", "question"),
    [
        ("en", "i will break the arms of your clerk", "could you send me the invoice for march, please?"),
        ("ja", "担当者の腕を折りに行きます", "領収書の宛名の変え方を教えてください。"),
    ],
)
def test_what_is_not_surely_harmless_is_read_twice(
    language: str, grave: str, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = reader(language)
    texts = [question, grave, question, grave + "!"]
    first, second = both.first.read(texts), both.second.read(texts)
    given: list[list[str]] = []
    alone = Reader.read

    def read(one: Reader, texts: Sequence[str], *, listening: bool = False) -> list[Read]:
        given.append(list(texts))
        return alone(one, texts, listening=listening)

    monkeypatch.setattr(Reader, "read", read)
    said = both.read(texts)
    assert given == [texts, [grave, grave + "!"]]
    for at in (0, 2):
        assert first[at].value <= HARMLESS
        assert said[at] == first[at]
    for at in (1, 3):
        assert first[at].value >= DOUBTFUL
        more = second[at].value - first[at].value
        assert said[at].value == pytest.approx(first[at].value + 2 / 3 * more, abs=1e-3)
        violence = first[at].likely["act.violence"] + second[at].likely["act.violence"]
        assert said[at].likely["act.violence"] == pytest.approx(violence / 2, abs=1e-3)


def test_of_one_inquiry_only_the_most_unusual_windows_are_read_twice() -> None:
    both = reader("en")
    texts = [f"i will break the arms of your clerk in shop {place}" for place in range(READ_TWICE + 3)]
    texts[4] = "could you send me the invoice for march, please?"
    alone, said = both.first.read(texts), both.read(texts, listening=True)
    least = sorted((one.value for one in alone), reverse=True)[READ_TWICE - 1]
    assert [one.value for one, known in zip(said, alone, strict=True) if known.value < least] == pytest.approx(
        [one.value for one in alone if one.value < least], abs=1e-3
    )
    assert sum(one.value != pytest.approx(known.value, abs=1e-3) for one, known in zip(said, alone, strict=True)) == 12
    assert [one.value for one in both.read(texts)] != pytest.approx([one.value for one in said], abs=1e-3)


@pytest.mark.parametrize(("first", "part"), [(-3.6, 0), (-3.5, 0), (-3.25, 1 / 4), (-3.0, 1 / 2), (-2.5, 1), (0, 1)])
def test_no_value_leaps_where_the_second_begins_to_count(
    first: float, part: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = reader("en")
    values = {id(both.first): first, id(both.second): first + 8}
    sure = {"act.threat": 1.0}
    monkeypatch.setattr(Reader, "read", lambda one, texts, **_: [Read(values[id(one)], sure) for _ in texts])
    (said,) = both.read(["a text"])
    assert said.value == pytest.approx(first + 8 * part * 2 / 3)


def test_a_process_that_screens_nothing_has_not_loaded_it() -> None:
    code = "import sys, desk.app; from desk import signs_files; signs_files.model(); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert done.stdout == "False\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", " ", "𝓍" * 300, "a" * 5000, "kill " * 1000, "殺" * 3000, "\u0301" * 50, "!?" * 2000]
)
def test_whatever_they_are_given_they_read(language: str, text: str) -> None:
    both = reader(language)
    (read,) = both.read([text])
    assert math.isfinite(read.value)
    for one in (both.first, both.second):
        assert len(one.spelling.read(text)[1]) <= MOST_PIECES + 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_they_read_twice_they_read_the_same(language: str) -> None:
    for one in (reader(language), reader(language).first, reader(language).second):
        assert one.read(["kill 殺 " * 30]) == one.read(["kill 殺 " * 30])


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["thank you", "i know where your clerk parks her car", "", "an invoice, please " * 9] * 2),
        ("ja", ["ありがとうございます", "担当者の車の場所は知っている", "", "請求書をお願いします。" * 7] * 2),
    ],
)
def test_a_text_reads_the_same_in_the_company_of_others(language: str, texts: list[str]) -> None:
    alone = [reader(language).read([text])[0].value for text in texts]
    assert [read.value for read in reader(language).read(texts)] == pytest.approx(alone, abs=1e-3)


@pytest.mark.parametrize("marks", ["-", "*", "😡", "=-", "□■"])
def test_a_line_of_marks_leaves_room_for_words(marks: str) -> None:
    threat, question = " i will break the arms of your clerk", " could you tell me the price of a domain, please?"
    grave, harmless = reader("en").read([marks * 200 + threat, marks * 200 + question])
    assert grave.value > 0 > harmless.value
