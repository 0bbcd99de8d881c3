"""The English reader: how it spells, that what it says adds up, and that nothing it is given stops it."""

import subprocess
import sys

import pytest

from desk import signs_files
from desk.rules.conduct.reader import MOST_PIECES, Reader, read_reader
from desk.rules.conduct.wordpiece import UNKNOWN, spell

WORDS = ["[UNK]", "[CLS]", "[SEP]", "thump", "##ing", "un", "##do", ",", "e", "-", "£", "##5"]
VOCABULARY = {word: number for number, word in enumerate(WORDS)}


@pytest.fixture(scope="module")
def reader() -> Reader:
    found = signs_files.reader()
    assert isinstance(found, Reader)
    return found


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


def test_a_blow_in_words_that_no_sign_has_is_told_from_a_question(reader: Reader) -> None:
    assert reader.read("i am going to wallop whoever sits at your counter").value > 0
    assert reader.read("could you send me the invoice for march, please?").value < 0


def test_what_the_words_add_is_the_value_but_for_what_every_text_has(reader: Reader) -> None:
    read = reader.read("i know where your clerk parks")
    ends = read.value - reader.bias - sum(more for _, _, more in read.added)
    assert (read.added[0][:2], read.added[-1][:2]) == ((0, 1), (24, 29))
    assert abs(ends) < abs(read.value) + 2


@pytest.mark.parametrize("text", ["i'll hunt you down", "your life has no value", "please send me the invoice"])
def test_it_reads_nothing_into_a_full_stop_that_somebody_left_out(reader: Reader, text: str) -> None:
    assert reader.read(text).value == reader.read(f"{text}.").value


def test_a_process_that_screens_nothing_has_not_loaded_it() -> None:
    code = "import sys, desk.app; from desk import signs_files; signs_files.model(); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert done.stdout == "False\n"


@pytest.mark.parametrize("text", ["", " ", "𝓍" * 300, "a" * 5000, "kill " * 1000, "\u0301" * 50, "!?" * 2000])
def test_whatever_it_is_given_it_reads_the_same_twice(reader: Reader, text: str) -> None:
    read = reader.read(text)
    assert read == reader.read(text)
    assert len(read.added) <= MOST_PIECES


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no reader"])
def test_another_file_is_no_reader(data: bytes) -> None:
    with pytest.raises(ValueError, match="no reader"):
        read_reader(data)
