"""A letter to a desk says what its sender chose: a service has no desk here, so the letter alone can tell which."""

import dataclasses
from collections.abc import Callable

import pytest

from desk import places
from desk.context import Context
from desk.delivery import worker
from desk.rules.review import LETTERS
from desk.store.kinds import ELSEWHERE

from .conftest import Letterbox, body

ROWS = {"ja": "種類　　　　　：", "en": "About:    "}


def to_desk(desk: Context, mailbox: str) -> str:
    letterbox = Letterbox()
    while worker.deliver(desk, letterbox):
        pass
    (letter,) = [one for one in letterbox.letters if one["To"] == mailbox]
    return body(letter)


@pytest.mark.parametrize(
    ("language", "topic", "called"),
    [
        ("ja", "service:conoha-vps", "ConoHa VPS"),
        ("en", "service:conoha-vps", "ConoHa VPS"),
        ("en", "ir", "Investor relations"),
    ],
)
def test_a_desk_reads_what_the_sender_chose(
    desk: Context, send: Callable[..., str], language: str, topic: str, called: str
) -> None:
    send("契約の内容を確認したいです。", topic=topic, language=language)
    worker.screen(desk)
    assert f"{ROWS[language]}{called}\n" in to_desk(
        desk, desk.organisation.desk(desk.organisation.desk_of(topic)).mailbox
    )


def test_a_service_that_is_gone_meanwhile_is_told_by_its_id_and_keeps_no_letter_back(
    desk: Context, send: Callable[..., str]
) -> None:
    send("契約の内容を確認したいです。", topic="service:conoha-vps")
    worker.screen(desk)
    without = dataclasses.replace(desk, organisation=dataclasses.replace(desk.organisation, services=()))
    letter = to_desk(without, desk.organisation.desk("general").mailbox)
    assert f"{ROWS['ja']}（現在は一覧にありません：conoha-vps）\n" in letter


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("mail", sorted({*LETTERS.values(), ELSEWHERE}))
def test_every_letter_to_a_desk_has_that_row_once(language: str, mail: str) -> None:
    written = (places.LOCALES / language / "mail" / f"{mail}.txt").read_text("utf-8").splitlines()
    assert written.count(f"{ROWS[language]}{{{{ topic }}}}") == 1
