"""What a letter to the sender said is kept when it leaves: its texts may be others by the time that it matters."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from desk.context import Context
from desk.delivery import worker
from desk.store import evidence, routes, staff
from desk.store.outbox import Mail
from desk.store.routes import Forward
from desk.store.sent import Letter

from .conftest import Letterbox, body


def letters(desk: Context, receipt: str) -> dict[str, Letter]:
    """The letters about an inquiry by their kinds."""
    found = evidence.whole(desk.store, receipt, bool)
    assert found is not None
    return {one.kind: one for one in found.record.letters}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_is_kept_word_for_word_once_it_has_left_and_that_of_a_desk_is_not(
    desk: Context, send: Callable[..., str], language: str
) -> None:
    receipt, letterbox = send("ドメインの更新方法を教えてください。", language=language), Letterbox()
    worker.screen(desk)
    assert {kind: one.words for kind, one in letters(desk, receipt).items()} == {"acknowledgement": None, "desk": None}
    worker.deliver(desk, letterbox)
    told = letters(desk, receipt)
    (left,) = (letter for letter in letterbox.letters if letter["To"] == "hanako@example.jp")
    assert told["acknowledgement"].words == (language, left["Subject"], body(left))
    assert told["desk"].words is None


def test_what_a_referral_said_is_kept_with_the_service_it_names(desk: Context, send: Callable[..., str]) -> None:
    receipt, letterbox = send("ドメインの更新方法を教えてください。"), Letterbox()
    worker.screen(desk)
    worker.deliver(desk, letterbox)
    mori = staff.add(desk.store, "Mori", "reviewer", "ja", "hash", "SECRET", desk.now())
    service = desk.organisation.services[0]
    referral = Mail("referral", "ja", payload={"service": service.id})
    routes.send_on(desk.store, Forward(receipt, mori.id, desk.now(), f"service:{service.id}", "", referral))
    worker.deliver(desk, letterbox)
    words = letters(desk, receipt)["referral"].words
    assert words == ("ja", letterbox.letters[-1]["Subject"], body(letterbox.letters[-1]))
    assert service.name.ja in words.body


def test_it_is_what_was_handed_over_whatever_becomes_of_it_on_its_way(desk: Context, send: Callable[..., str]) -> None:
    def sends(letter: EmailMessage) -> None:
        left.append((letter["To"], letter["Subject"]))
        letter.clear()

    receipt, left = send("ドメインの更新方法を教えてください。"), list[tuple[str, str]]()
    worker.screen(desk)
    for _ in range(3):
        worker.deliver(desk, sends)
    assert len(left) == len(dict(left)) == 2
    words = letters(desk, receipt)["acknowledgement"].words
    assert words is not None
    assert ("受付番号" in words.subject, receipt in words.body) == (True, True)
