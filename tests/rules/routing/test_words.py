"""The lists of words keep the form in which they are read."""

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing.squash import squash
from desk.rules.routing.typos import slips
from desk.rules.routing.words import BYSTANDER, DESKS, SUPPORT, everyday, written

WRITTEN = list(written())


def surfaces(text: str) -> list[str]:
    return text.replace("&", "/").replace("…", "/").split("/")


def test_every_cue_says_something_that_can_be_found() -> None:
    empty = [cue for cue in WRITTEN for surface in surfaces(cue.text) if not squash(surface.rstrip("*")).text]

    assert empty == []


def test_every_set_is_written_out() -> None:
    assert [cue for cue in WRITTEN if "<" in cue.text or ">" in cue.text] == []


def test_the_sign_for_a_service_has_a_place_of_its_own() -> None:
    beside = [
        cue.text for cue in WRITTEN for surface in surfaces(cue.text) if "@" in surface and surface.strip() != "@"
    ]

    assert beside == ["abuse@"]


def test_a_desk_is_settled_only_by_words_together() -> None:
    alone = [cue for cue in WRITTEN if cue.weight == 6 and not set("…&/") & set(cue.text)]

    assert [cue.text for cue in alone if len(squash(cue.text).text) < 3] == []


def test_no_cue_is_a_single_kana_or_letter_of_its_own() -> None:
    short = [cue for cue in WRITTEN if len(squash(cue.text.rstrip("*")).text) == 1 and squash(cue.text).text < "一"]

    assert short == []


def test_every_cue_weighs_between_nothing_and_what_settles_it() -> None:
    assert {cue.weight for cue in WRITTEN} == {0, 1, 2, 3, 6}


def test_every_desk_of_the_shipped_organisation_has_words_in_both_languages() -> None:
    desks = {desk.id for desk in read(ORGANISATION.read_text("utf-8"), "organisation.toml").desks}

    assert desks == set(DESKS)
    for language in ("ja", "en"):
        assert {cue.desk for cue in WRITTEN if cue.language == language} == {*DESKS, SUPPORT, BYSTANDER}


def test_a_slip_is_one_letter_left_out_doubled_or_exchanged() -> None:
    found = set(slips("conoha"))

    assert {"conha", "connoha", "ocnoha"} & found == {"conha", "connoha"}
    assert {"conhoa", "conohaa"} <= found


def test_a_short_name_and_a_name_in_kanji_suffer_no_slips() -> None:
    assert list(slips("minne")) == []
    assert list(slips("くりっく証券")) == []


def test_every_everyday_word_is_one_of_the_lists_and_stands_there_once() -> None:
    words = list(everyday())
    cues = {squash(surface.rstrip("*")).text for cue in WRITTEN for surface in surfaces(cue.text)}

    assert [word for word in words if squash(word).text not in cues] == []
    assert len({squash(word).text for word in words}) == len(words)
