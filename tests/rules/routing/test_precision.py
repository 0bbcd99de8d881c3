"""A word was right where its desk was chosen or the inquiry came to rest there, wrong where it was sent elsewhere."""

import pytest

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory
from desk.rules.routing.precision import Led, Rated, SentOn, precision

DIRECTORY = Directory.of(read(ORGANISATION.read_text("utf-8"), "organisation.toml"))
ONAMAE, FAMILY = ("service:onamae", "おなまえ"), ("service:conoha", "このは")


def rated(led: tuple[str, str], *stations: str) -> tuple[int, int]:
    """How often the word was right of how often it led, after one of three inquiries took this way."""
    (word,) = precision([Led(*led, 3, led[0])], [SentOn(*led, stations, led[0])], DIRECTORY)
    return word.right, word.led


def test_what_was_chosen_and_stayed_there_was_right_and_what_was_passed_by_is_not_known() -> None:
    led = [Led("ir", "株主", 4, "ir"), Led("ir", "株主", 3, "general")]
    assert precision(led, [], DIRECTORY) == [Rated("ir", "株主", 7, 4, 0)]


def test_what_was_passed_by_was_right_where_a_colleague_sent_it_there() -> None:
    sent = [SentOn("ir", "株主", ("ir",), "general"), SentOn("ir", "株主", ("press",), "general")]
    assert precision([Led("ir", "株主", 3, "general")], sent, DIRECTORY) == [Rated("ir", "株主", 3, 1, 1)]


def test_fewer_than_five_that_are_known_make_no_share() -> None:
    (few,), (enough,) = (precision([Led("ir", "株主", count, "ir")], [], DIRECTORY) for count in (4, 5))
    assert (few.share, enough.share) == (None, 1.0)


@pytest.mark.parametrize(
    ("stations", "right"),
    [
        (("ir",), 2),
        (("service:lolipop",), 2),
        (("service:onamae",), 3),
        (("ir", "service:onamae"), 3),
        (("service:onamae", "service:lolipop"), 3),
        (("service:onamae", "ir"), 3),
    ],
)
def test_sent_on_it_was_right_where_the_sender_was_referred_there(stations: tuple[str, ...], right: int) -> None:
    assert rated(ONAMAE, *stations) == (right, 3)


def test_a_desk_was_right_only_where_the_inquiry_stayed() -> None:
    assert rated(("ir", "株主"), "ir") == (3, 3)
    assert rated(("ir", "株主"), "ir", "press") == (2, 3)


def test_a_familys_bare_name_was_right_for_each_of_its_members() -> None:
    assert rated(FAMILY, "service:conoha-wing") == (3, 3)
    assert rated(("service:conoha-wing", "wing"), "service:conoha") == (2, 3)


def test_the_most_often_wrong_comes_first_then_the_most_used() -> None:
    led = [Led("ir", "株主", 2, "ir"), Led("ir", "配当", 9, "ir"), Led(*ONAMAE, 5, "service:onamae")]
    sent = [*[SentOn(*ONAMAE, ("press",), "service:onamae")] * 2, SentOn("ir", "株主", ("press",), "ir")]
    assert [(word.text, word.right) for word in precision(led, sent, DIRECTORY)] == [
        ("おなまえ", 3),
        ("株主", 1),
        ("配当", 9),
    ]
