"""`desk demo`: made-up inquiries, and never among real ones."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.commands import demo, main
from desk.rules import conduct
from desk.store import outbox, reviews
from desk.store.engine import Store
from desk.store.kinds import EMERGENCY

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]


def test_the_demo_holds_inquiries_of_both_languages_and_only_some_of_them_for_review(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the signs alone: the readers take twenty times as long, and hold more of them."""
    examine = conduct.examine
    monkeypatch.setattr(conduct, "examine", lambda fields, signs, _model=None: examine(fields, signs))
    holds_some_of_both_languages(store)


@pytest.mark.slow("test_the_demo_holds_inquiries_of_both_languages_and_only_some_of_them_for_review")
def test_with_the_second_opinion_too_it_holds_only_some_of_them(store: Store) -> None:
    holds_some_of_both_languages(store)


def holds_some_of_both_languages(store: Store) -> None:
    assert main(["demo"]) == 0
    rows = reviews.listing(store, most=1000)
    states = {row.state for row in rows}
    assert 60 <= len(rows) <= 70
    assert states == {"clean", "held"}
    assert {row.language for row in rows if row.state == "held"} == {"ja", "en"}
    letters = [one for one in outbox.claim_due(store, datetime.now(UTC), 1000) if one.kind != EMERGENCY]
    assert len(letters) == len(rows) + sum(row.state == "clean" for row in rows)


def test_the_demo_again_on_the_same_day_adds_as_many_more_and_says_how_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store, capsys: Capture
) -> None:
    two = "\n[[inquiry]]".join(demo.INQUIRIES.read_text("utf-8").split("\n[[inquiry]]")[:3])
    (tmp_path / "two.toml").write_text(two, "utf-8")
    monkeypatch.setattr(demo, "INQUIRIES", tmp_path / "two.toml")
    for stored in (2, 4):
        assert main(["demo", "--yes"]) == 0
        assert "2 made-up inquiries are stored" in capsys.readouterr().out
        assert len(reviews.listing(store)) == stored


def test_the_demo_does_not_mix_with_real_inquiries_unless_told_to(send: Send, store: Store, capsys: Capture) -> None:
    send("本物のお問い合わせです。")
    assert main(["demo"]) == 2
    assert "desk demo --yes" in capsys.readouterr().err
    assert len(reviews.listing(store)) == 1


def test_the_demo_never_comes_near_a_mail_server(
    monkeypatch: pytest.MonkeyPatch, store: Store, capsys: Capture
) -> None:
    monkeypatch.setenv("DESK_SMTP_HOST", "127.0.0.1")
    assert main(["demo"]) == 2
    assert "DESK_SMTP_HOST" in capsys.readouterr().err
    assert reviews.listing(store) == []
