"""A second way to write the same words never changes the answer."""

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory, recognise
from desk.rules.routing.squash import pressed, squash

DIRECTORY = Directory.of(read(ORGANISATION.read_text("utf-8"), "organisation.toml"))
ROWS = [json.loads(line) for line in (Path(__file__).parent / "inquiries.jsonl").read_text("utf-8").splitlines()]

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
HALF = {
    unicodedata.normalize("NFKC", narrow): narrow
    for code in range(0xFF66, 0xFF9E)
    for narrow in (chr(code), chr(code) + "ﾞ", chr(code) + "ﾟ")
    if len(unicodedata.normalize("NFKC", narrow)) == 1
}

VARIANTS: dict[str, Callable[[str], str]] = {
    "wide": lambda text: text.translate(WIDE),
    "upper": str.upper,
    "lower": str.lower,
    "katakana": lambda text: text.translate(KATAKANA),
    "hiragana": lambda text: text.translate(HIRAGANA),
    "half width kana": lambda text: "".join(HALF.get(char, char) for char in text),
    "wide spaces": lambda text: text.replace(" ", "\u3000"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "unbreakable spaces": lambda text: text.replace(" ", "\u00a0"),
    "spaced kana": lambda text: re.sub("([ぁ-ヺ][\u3099\u309a]?)", r"\1 ", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "invisible": lambda text: text.replace("の", "の\u200b"),
}


def answer(subject: str, message: str, language: str) -> tuple[list[str], str | None]:
    found = recognise(subject, message, language, DIRECTORY)
    return [service.id for service in found.services], found.desk.id if found.desk else None


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ROWS), st.lists(st.sampled_from(sorted(VARIANTS)), min_size=1, max_size=3))
def test_width_kana_spacing_and_case_never_change_the_answer(row: dict[str, str], names: list[str]) -> None:
    subject, message = row["subject"], row["message"]
    for name in names:
        subject, message = VARIANTS[name](subject), VARIANTS[name](message)

    assert answer(subject, message, row["lang"]) == answer(row["subject"], row["message"], row["lang"])


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200), st.sampled_from(["ja", "en"]))
def test_any_text_is_read_and_what_is_told_of_it_stands_there(subject: str, message: str, language: str) -> None:
    found = recognise(subject, message, language, DIRECTORY)

    fields = {"subject": subject, "message": message}
    for recognised in (*found.services, *((found.desk,) if found.desk else ())):
        for evidence in recognised.evidence:
            assert evidence.text == fields[evidence.field][evidence.start : evidence.end]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=100))
def test_every_pressed_character_knows_where_it_stood(text: str) -> None:
    squashed = squash(text)

    spans = [squashed.span(at, at + 1) for at in range(len(squashed.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(max_size=20), st.text("aB1ぁゖがカー一龥々｡㈱-' ", max_size=20)))
def test_what_is_pressed_alone_is_what_is_pressed_with_a_way_back(text: str) -> None:
    assert pressed(text) == squash(text).text


def test_a_long_text_is_read_in_a_moment_of_its_length() -> None:
    message = "お名前.comのドメインをロリポップ！へ移したい。" * 200

    assert answer("", message, "ja") == (["onamae", "lolipop"], None)
