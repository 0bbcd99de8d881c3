"""How answers are counted against what was expected."""

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory, Evidence, Recognised, Recognition
from desk.rules.routing.figures import Expected, Figures, Words, figures, is_right, words

DIRECTORY = Directory.of(read(ORGANISATION.read_text("utf-8"), "organisation.toml"))
NOTHING = Recognition()


def named(*ids: str) -> Recognition:
    return Recognition(tuple(Recognised(id, (Evidence("message", 0, 4, "Name"),)) for id in ids))  # noqa: A001


def sent(desk: str) -> Recognition:
    return Recognition(desk=Recognised(desk, (Evidence("message", 0, 2, "株主"),)))


def test_the_exact_set_of_services_is_right() -> None:
    expected = Expected(frozenset({"onamae", "conoha-vps"}), None)

    assert is_right(expected, named("conoha-vps", "onamae"), DIRECTORY)
    assert not is_right(expected, named("onamae"), DIRECTORY)


def test_any_member_is_right_for_a_family_named_alone() -> None:
    expected = Expected(frozenset({"conoha"}), None)

    assert is_right(expected, named("conoha-wing"), DIRECTORY)
    assert not is_right(expected, named("onamae"), DIRECTORY)


def test_a_service_that_would_do_as_well_is_right() -> None:
    assert is_right(Expected(frozenset({"onamae-server"}), None, also="onamae"), named("onamae"), DIRECTORY)


def test_nothing_and_the_general_desk_come_to_the_same() -> None:
    assert is_right(Expected(frozenset(), None), sent("general"), DIRECTORY)
    assert is_right(Expected(frozenset(), "general"), NOTHING, DIRECTORY)
    assert not is_right(Expected(frozenset(), None), sent("ir"), DIRECTORY)
    assert not is_right(Expected(frozenset(), "ir"), named("onamae"), DIRECTORY)


def test_rows_are_counted_by_what_they_are_about() -> None:
    rows = [
        (Expected(frozenset({"onamae"}), None), named("onamae")),
        (Expected(frozenset({"onamae"}), None), NOTHING),
        (Expected(frozenset(), "ir"), sent("ir")),
        (Expected(frozenset(), "ir"), named("onamae")),
    ]

    assert figures(rows, DIRECTORY) == Figures(4, 2, 2, 1, 2, 1)


def test_words_are_rated_by_where_they_led_the_worst_first() -> None:
    rows = [
        (Expected(frozenset({"onamae"}), None), named("onamae")),
        (Expected(frozenset(), "ir"), named("onamae")),
        (Expected(frozenset(), "ir"), sent("ir")),
    ]

    assert words(rows) == [Words("onamae", "name", 2, 1), Words("ir", "株主", 1, 1)]
