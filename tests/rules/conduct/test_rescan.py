"""A text in which something was undone is read as if it were read from its beginning, and only where it changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import signs_files
from desk.rules.conduct import examine, load
from desk.rules.conduct.match import compose
from desk.rules.conduct.rescan import Changed, reread
from desk.rules.conduct.scan import Reading
from desk.rules.normalise import Folded, fold, undisguise
from desk.rules.normalise.fold import splice

SIGNS = signs_files.read()
PIECES = st.sampled_from(
    [
        *(
            "I will k i l l you. ",
            "pls tell ur boss ",
            "you are a stuuuupid m0r0n, ",
            "f*** your terms ",
            "4 GB of memory ",
            "im goin to ",
            "smash every window. ",
        ),
        *(
            "お前を殺 す ",
            "死・ね。",
            "ぶっ○してやる",
            "バーーーカ ",
            "返金してください。",
            "🔪を持って行く",
            "どゲザシロ ",
        ),
        *("the bank is closed ", "I know where you live. ", "担当者の家に行くからな。", "go d-i-e ", "\n"),
    ]
)


def both(text: str) -> tuple[Reading, Reading, Changed | None, Folded, Folded]:
    """The disguised text undone and read again, the same read from its beginning, and what changed."""
    plain = fold(text)
    bare = undisguise(plain)
    again, changed = reread(Reading(plain.text, SIGNS), plain, bare, SIGNS)
    return again, Reading(bare.text, SIGNS), changed, plain, bare


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_every_part_stands_where_it_would_be_found_from_the_beginning(text: str) -> None:
    again, whole, _, _, _ = both(text)
    parts = {*again.places, *whole.places}
    assert {part: whole.tokens(part) for part in parts} == {part: again.tokens(part) for part in parts}


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_between_what_changed_both_texts_are_the_same(text: str) -> None:
    _, _, _, plain, bare = both(text)
    at = moved = 0
    for (old, old_end), (new, new_end) in [*bare.changes(plain), ((len(plain.text),) * 2, (len(bare.text),) * 2)]:
        assert plain.text[at:old] == bare.text[moved:new]
        at, moved = old_end, new_end


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_what_is_composed_from_the_beginning_is_composed_by_what_changed_or_stood_there_before(text: str) -> None:
    again, whole, changed, plain, _ = both(text)
    before = compose(Reading(plain.text, SIGNS), SIGNS)
    found = {hit.sign.id for hit in (*before, *compose(again, SIGNS, changed))}
    assert {hit.sign.id for hit in compose(whole, SIGNS)} <= found


def test_a_sign_reaches_from_what_was_undone_into_another_sentence() -> None:
    own = load(
        {
            "own.toml": """language = "en"
[part.first]
words = "dumplings"
[part.second]
words = "gingerbread"
[[sign]]
id = "sweets"
act = "act.threat"
any = ["first second wide=140"]
match = ["Dumplings. And gingerbread."]
"""
        }
    )
    between = "It was a rainy day in the old town by the sea, and nobody had an umbrella."
    text = f"Where are my dumplings? {between} I want g i n g e r b r e a d now."
    (found,) = examine({"message": text}, own).findings
    assert found.text == f"dumplings? {between} I want g i n g e r b r e a d"


@pytest.mark.parametrize(
    ("text", "part", "is_touched"),
    [
        ("I will k i l l you", "hurt", True),
        ("I will kill you. " + "It is not the disk of the server. " * 3 + "The f i l e is gone.", "hurt", False),
        ("I am g o i n g to kill you", "hurt", True),
        ("お前を殺 す", "harm", True),
    ],
)
def test_a_part_is_touched_where_its_word_was_undone(text: str, part: str, is_touched: bool) -> None:
    again, _, changed, _, _ = both(text)
    assert again.tokens(part)
    assert changed is not None
    assert (part in changed.parts) == is_touched


@given(st.sets(st.integers(0, 239), min_size=1, max_size=30), st.integers(0, 90))
def test_changed_are_the_sentences_that_are_so_near_to_any_place_that_was_touched(at: set[int], around: int) -> None:
    reading = Reading("Where is it. No. And then? " * 9, SIGNS)
    near = {number for one in at for number in reading.numbers(one - around, one + around)}
    assert Changed(reading, {"hurt": sorted(at)}).sentences(around) == near


def test_far_from_two_undoings_every_part_stands_where_it_would_be_found_from_the_beginning() -> None:
    between = "どうぞよろしくお願いします。" * 10
    text = f"死・ね。{between}包丁を持って行く。{between}お前をころす。"
    once, _, _, _, bare = both(text)
    spelled = splice(bare, once.spellings(), "spelling")
    twice, _ = reread(once, bare, spelled, SIGNS)
    whole = Reading(spelled.text, SIGNS)
    assert spelled.text.endswith("お前を殺す。")
    assert {part: whole.tokens(part) for part in whole.places} == {part: twice.tokens(part) for part in whole.places}


def test_where_nearly_everything_changed_all_of_it_is_read() -> None:
    again, whole, touched, _, _ = both("死・ね。" * 60)
    assert touched is None
    assert again.places == whole.places


def test_a_part_that_stands_nowhere_has_no_places() -> None:
    again, _, _, _, _ = both("pls answer")
    assert not again.stands("weapon")
    with pytest.raises(KeyError):
        again.places["weapon"]
