"""A word is as right as staff found it: sent elsewhere it was wrong, left where it is it was right."""

import pytest

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory
from desk.rules.routing.figures import Words
from desk.rules.routing.precision import Led, SentOn, precision

DIRECTORY = Directory.of(read(ORGANISATION.read_text("utf-8"), "organisation.toml"))
ONAMAE, FAMILY = ("service:onamae", "おなまえ"), ("service:conoha", "このは")


def rated(led: tuple[str, str], *stations: str) -> tuple[int, int]:
    """How often the word was right of how often it led, after one of three inquiries took this way."""
    (word,) = precision([Led(*led, 3)], [SentOn(*led, stations)], DIRECTORY)
    return word.right, word.led


def test_what_nobody_sent_on_was_right() -> None:
    assert precision([Led("ir", "株主", 4)], [], DIRECTORY) == [Words("ir", "株主", 4, 4)]


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
    led = [Led("ir", "株主", 2), Led("ir", "配当", 9), Led(*ONAMAE, 5)]
    sent = [SentOn(*ONAMAE, ("press",)), SentOn(*ONAMAE, ("press",)), SentOn("ir", "株主", ("press",))]
    assert [(word.text, word.right) for word in precision(led, sent, DIRECTORY)] == [
        ("おなまえ", 3),
        ("株主", 1),
        ("配当", 9),
    ]
