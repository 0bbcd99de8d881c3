"""What the clauses and phrases of a text add to what is read in it, by which a flag is explained."""

import itertools
import re
from collections.abc import Sequence

import pytest
from inquiry_readers import reader

from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.reader import Reader
from desk.rules.conduct.shares import CLOSELY, MOST_CLAUSES, MOST_PHRASES, Share
from desk.rules.reader.layer import Array, Layer


def shares_of(language: str, text: str) -> list[Share]:
    return reader(language).shares(text, *reader(language).read([text]))


@pytest.mark.parametrize(
    ("language", "text", "grave"),
    [
        (
            "en",
            "thank you for the invoice. i will break the arms of your clerk.",
            "i will break the arms of your clerk",
        ),
        ("ja", "請求書をありがとうございます。担当者の腕を折りに行きます。", "担当者の腕を折りに行きます"),
    ],
)
def test_what_adds_most_is_the_phrase_that_is_grave(language: str, text: str, grave: str) -> None:
    shares = shares_of(language, text)
    most = max(shares, key=lambda share: share[2])
    assert most[0] >= text.index(grave)
    assert [start for start, _, _ in shares] == sorted(start for start, _, _ in shares)
    assert (shares[0][0], text[shares[-1][1] :].strip(".。")) == (0, "")


BLAND = ["thank you for the invoice", "it came today", "i paid it in the morning", "so all is well here"]


def finds_more(text: str) -> Reader:
    """Who of the two finds more in an English text: the shares are theirs."""
    both = reader("en")
    return max((both.first, both.second), key=lambda one: one.read([text])[0].value)


def test_what_a_clause_adds_is_how_far_the_value_falls_without_it() -> None:
    text = ", ".join([*BLAND[:2], "i will break the arms of your clerk", *BLAND[2:]])
    shares = {text[start:end]: (start, end, share) for start, end, share in shares_of("en", text)}
    apart = [shares[clause] for clause in BLAND if clause in shares]
    assert len(apart) >= 3
    for start, end, share in apart:
        whole, without = finds_more(text).without(text, [(start, end)])
        assert share == pytest.approx(whole - without, abs=1e-3)


def test_the_clause_that_adds_most_gives_all_of_it_to_one_of_its_phrases() -> None:
    grave = "on my way home from work i will break both arms of your clerk with the hammer from my shed"
    text = f"{BLAND[0]}, {grave}, {BLAND[1]}"
    first = text.index(grave)
    whole, without = finds_more(text).without(text, [(first, first + len(grave))])
    within = [share for start, end, share in shares_of("en", text) if text[start:end] in grave]
    assert len(within) > 1
    assert max(within) == pytest.approx(whole - without, abs=1e-3)
    assert min(within) >= 0


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("en", "thank you for the invoice, people with an accent like hers ought to mop floors", "people with"),
        ("ja", "請求書をありがとうございます、夜道では背中に気をつけたほうがいいですよ", "夜道"),
        ("en", "thank you for the invoice, nice little family mr. sato has on facebook", "nice"),
    ],
)
def test_a_clause_that_is_not_long_is_quoted_whole(language: str, text: str, clause: str) -> None:
    assert text[text.index(clause) :] in {text[start:end] for start, end, _ in shares_of(language, text)}


@pytest.mark.parametrize("text", ["x," * 90, "not a single mark in so long a text " * 9, "-" * 300, ", " * 100, ""])
def test_however_many_clauses_or_words_a_few_texts_are_read_to_see_what_adds(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []

    def without(_: Reader, text: str, spans: Sequence[tuple[int, int]], **__: str) -> list[float]:
        left = [text, *(text[:start] + text[end:] for start, end in spans)]
        given.extend(left)
        return [len(text) / 100 for text in left]

    monkeypatch.setattr(Reader, "without", without)
    reader("en").shares(text, Read(1.0, {"act.threat": 1.0}))
    assert 0 < len(given) <= 1 + MOST_CLAUSES + CLOSELY * (1 + MOST_PHRASES)


@pytest.mark.parametrize(
    ("language", "text", "grave"),
    [
        ("en", "thank you for the invoice, i will break the arms of your clerk, it came today", "i will break"),
        ("ja", "請求書をありがとうございます、担当者の腕を折りに行きます、今日届きました", "担当者の腕を折りに"),
    ],
)
def test_without_its_grave_clause_a_text_is_harmless(language: str, text: str, grave: str) -> None:
    clauses = [(match.start(), match.end()) for match in re.finditer("[^,、]+[,、]?", text)]
    for one in (reader(language).first, reader(language).second):
        whole, *less = one.without(text, clauses)
        assert whole == pytest.approx(one.read([text])[0].value, abs=1e-3)
        lowest = clauses[less.index(min(less))]
        assert grave in text[slice(*lowest)]
        assert min(less) < 0 < whole


@pytest.mark.parametrize(
    ("language", "text", "grave"),
    [
        ("en", "thank you for the invoice, my husband is beating me up right now, it came today", "my husband"),
        ("ja", "請求書をありがとうございます、今も夫に殴られています、今日届きました", "今も夫に"),
    ],
)
def test_without_the_clause_that_tells_of_a_need_its_listener_hears_less(language: str, text: str, grave: str) -> None:
    clauses = [(match.start(), match.end()) for match in re.finditer("[^,、]+[,、]?", text)]
    one = reader(language).first
    whole, *less = one.without(text, clauses, "danger")
    assert whole == pytest.approx(one.read([text], listening=True)[0].needs["danger"], abs=1e-3)
    lowest = clauses[less.index(min(less))]
    assert grave in text[slice(*lowest)]
    assert min(less) < 0 < whole


@pytest.mark.parametrize("second", [False, True])
def test_they_are_those_of_the_one_who_finds_more(second: bool) -> None:
    text = ", ".join([*BLAND[:2], "i will break the arms of your clerk", *BLAND[2:]])
    both = reader("en")
    one = both.second if second else both.first
    shares = both.shares(text, Read(1.0, {"act.threat": 1.0}, second=second))
    apart = [(start, end, share) for start, end, share in shares if text[start:end] in BLAND]
    assert len(apart) >= 3
    for start, end, share in apart:
        whole, less = one.without(text, [(start, end)])
        assert share == pytest.approx(whole - less, abs=1e-3)


def test_who_finds_more_is_told_of_every_text() -> None:
    both = reader("en")
    texts = ["i will break the arms of your clerk", "your clerk will see what comes of it", "i paid it in the morning"]
    first, second = both.first.read(texts), both.second.read(texts)
    found = [other.value > one.value for one, other in zip(first, second, strict=True)]
    # What is surely harmless the second is not asked about.
    assert [read.second for read in both.read(texts)] == [*found[:2], False]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_lower_half_reads_the_text_once_and_the_upper_half_what_is_left(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = reader(language).first
    text = (
        "お世話になります。腕を折りに行きます。よろしく。"
        if language == "ja"
        else "hello there. i will break it. thanks a lot."
    )
    ends = [0, *(match.end() for match in re.finditer("[.。]", text))]
    clauses = list(itertools.pairwise(ends))
    spelt, pieces = one.spelling.read(text)
    sizes = [sum(len(part.pieces) for part in spelt if start <= part.start < end) for start, end in clauses]
    assert sum(sizes) == len(pieces) - 2 > 6  # the marks at either end apart
    rows: list[int] = []
    alone = Layer.over

    def over(layer: Layer, hidden: Array, spans: Sequence[slice]) -> Array:
        rows.append(len(hidden))
        return alone(layer, hidden, spans)

    monkeypatch.setattr(Layer, "over", over)
    one.without(text, clauses)
    half = len(one.body.layers) // 2
    assert rows == [len(pieces)] * half + [4 * len(pieces) - sum(sizes)] * (len(one.body.layers) - half)


def test_a_need_is_heard_by_the_first_whoever_finds_more() -> None:
    both, text = reader("en"), "thank you, my husband is beating me up right now, it came today"
    first, second = (both.shares(text, Read(1.0, {}, second=second), "danger") for second in (False, True))
    assert first == second != []


def test_who_has_no_listener_says_so() -> None:
    with pytest.raises(ValueError, match="no listener"):
        reader("en").second.without("my husband is beating me", [], "danger")
