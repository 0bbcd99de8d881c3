"""A desk of the organisation's own is found by the words that its file gives, beside the shipped ones of the others."""

from functools import cache

import pytest

from desk.places import ORGANISATION
from desk.rules.organisation import Organisation, read
from desk.rules.routing import Directory, Recognition, recognise
from desk.rules.routing.cues import leads, spellings

SHIPPED = ORGANISATION.read_text("utf-8")
IR = '[[desk]]\nid = "ir"'
LOST = """terms = ["忘れ物", "lost property"]
words = ["傘", "忘れ", "lost", "umbrella*"]
traps = ["忘れ物ソング"]
"""


def desk(name: str, words: str = "") -> str:
    """A [[desk]] of this id as the file has it."""
    both = 'name = { ja = "窓口", en = "Desk" }\nwhat = { ja = "用件", en = "matters" }\nmailbox = "a@example.jp"'
    return f'[[desk]]\nid = "{name}"\n{both}\n{words}\n'


@cache
def organisation(more: str) -> Organisation:
    return read(SHIPPED.replace(IR, more + IR, 1), "own.toml")


def look(message: str, more: str, language: str = "ja", subject: str = "") -> Recognition:
    return recognise(subject, message, language, Directory.of(organisation(more)))


def found(message: str, more: str, language: str = "ja", subject: str = "") -> str | None:
    seen = look(message, more, language, subject).desk
    return seen.id if seen else None


OWN = desk("lost-property", LOST)


@pytest.mark.parametrize(
    ("message", "language", "words"),
    [
        ("忘れ物を取りに行きたいです。", "ja", ["忘れ物"]),
        ("ワスレ物の問い合わせです。忘れ物でした。", "ja", ["忘れ物"]),
        ("電車に傘を忘れました。", "ja", ["傘", "忘れ"]),
        ("I lost two umbrellas on the train.", "en", ["lost", "umbrella"]),
        ("Where is your Lost-Property office?", "en", ["Lost-Property"]),
    ],
)
def test_it_is_found_by_its_words_and_they_are_the_reason(message: str, language: str, words: list[str]) -> None:
    seen = look(message, OWN, language).desk
    assert seen is not None
    assert (seen.id, [evidence.text for evidence in seen.evidence]) == ("lost-property", words)


@pytest.mark.parametrize(
    ("message", "language"), [("忘れ物ソングを聞きました。", "ja"), ("I lost my way.", "en"), ("傘について。", "ja")]
)
def test_a_trap_takes_a_term_back_and_a_word_alone_says_nothing(message: str, language: str) -> None:
    assert found(message, OWN, language) != "lost-property"


@pytest.mark.parametrize(
    ("message", "terms", "word"),
    [
        ("C++の研修はありますか。", "C++", "C++"),
        ("ｃ＃を教えてください。", "C#", "ｃ＃"),
        ("さいふを落としました。", "サイフ", "さいふ"),
        ("めがねを作りたいです。", "めがね", "めがね"),
        ("コートを預けました。", "コート", "コート"),
        ("料金のことを知りたいです。", "コート", None),
        ("C言語の研修はありますか。", "C++", None),
    ],
)
def test_a_short_word_that_is_taken_is_found_as_it_is_written(message: str, terms: str, word: str | None) -> None:
    seen = look(message, desk("lost-property", f'terms = ["{terms}"]')).desk
    own = seen if seen is not None and seen.id == "lost-property" else None
    assert [evidence.text for evidence in (own.evidence if own else ())] == ([word] if word else [])


def test_before_the_company_at_large_goes_what_the_organisation_says_of_a_desk() -> None:
    thanked = "落とし物を拾いました。忘れ物の窓口の方にお礼を言いたいです。"
    assert found(thanked, desk("delay", 'terms = ["遅延"]')) == "general"
    assert found(thanked, OWN) == "lost-property"
    assert found(thanked, desk("general-two", 'words = ["窓口"]')) == "general"


def test_words_of_one_s_own_count_where_the_shipped_ones_say_nothing_alone() -> None:
    parking = desk("parking", 'terms = ["駐車場"]')  # an everyday word of the lists
    assert found("駐車場について伺います。", parking) == "parking"


def test_to_a_desk_with_shipped_words_they_are_added() -> None:
    shipped = '\nmailbox = "ir@example.com"'
    more = read(SHIPPED.replace(shipped, f'{shipped}\nterms = ["優待きっぷ"]', 1), "own.toml")
    directory = Directory.of(more)
    said = [
        recognise("", message, "ja", directory).desk for message in ("優待きっぷの期限は", "株主総会はいつですか。")
    ]
    assert [one and one.id for one in said] == ["ir", "ir"]


def test_what_is_said_of_another_desk_by_the_lists_is_said_of_its_own_by_the_organisation() -> None:
    films = desk("films", 'terms = ["ロケ撮影", "book club"]')
    assert found("ロケ撮影の件です。", "") == "press"
    assert found("ロケ撮影の件です。", films) == "films"
    assert found("記者です。ロケ撮影の取材をお願いします。", films) == "press"


def test_a_desk_that_no_word_says_is_never_found_and_known_to_be_so() -> None:
    silent = desk("delay") + desk("lounge", 'words = ["待合室"]')
    directory = Directory.of(organisation(silent))
    assert found("待合室で遅延証明書がほしいです。", silent) is None
    assert {one.id for one in organisation(silent).desks} - directory.told == {"delay", "lounge"}
    assert {one.id for one in organisation(OWN).desks} - Directory.of(organisation(OWN)).shipped == {"lost-property"}


def test_the_shipped_words_of_a_desk_that_is_not_there_propose_nothing() -> None:
    start, end = (SHIPPED.index(f'[[desk]]\nid = "{name}"') for name in ("press", "recruiting"))
    without = Directory.of(read(SHIPPED[:start] + SHIPPED[end:], "own.toml"))
    seen = recognise("取材のお願い", "記者です。取材をお願いします。", "ja", without)
    assert (seen.desk, seen.services) == (None, ())
    assert "press" not in seen.spoken_for


@pytest.mark.parametrize("name", ["support", "bystander"])
def test_a_desk_may_be_called_as_the_lists_call_no_desk(name: str) -> None:
    own = desk(name, 'terms = ["乗り換え案内"]')
    assert found("乗り換え案内をお願いします。", own) == name
    assert look("乗り換え案内をお願いします。解約したいです。", own).spoken_for >= {name}
    assert name not in look("解約したいです。", own).spoken_for


def test_what_led_there_is_kept_as_the_file_writes_it() -> None:
    facts = organisation(OWN)
    directory = Directory.of(facts)
    seen = recognise("", "Two Umbrellas, lost.", "en", directory)
    assert leads(seen, directory) == (("lost-property", "umbrella"), ("lost-property", "lost"))
    assert spellings(facts)["lostproperty"] == "lost property"


def test_a_long_letter_needs_as_much_as_for_any_other_desk() -> None:
    letter = "先日、御社の電車に乗りました。" + "、".join(
        f"{number}号車の{number + 7}番の席" for number in range(1, 20)
    )
    assert found(f"{letter}。忘れ物。", OWN) is None
    assert found(f"{letter}。忘れ物と傘。", OWN, subject="忘れ物について") == "lost-property"
