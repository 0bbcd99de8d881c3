"""`desk erase` of what was refused: nobody erases it unaware of that, and nothing erases what is still to be told."""

import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from kept import HELD, deliver

from desk.commands import main
from desk.store import answers, reviews, staff
from desk.store.answers import Answer
from desk.store.engine import Store
from desk.store.reviews import Decision
from desk.store.screening import record, unscreened

Capture = pytest.CaptureFixture[str]
Refused = Callable[..., str]


@pytest.fixture
def refused(send: Callable[..., str], store: Store) -> Refused:
    """An inquiry that two people refused by this outcome; its receipt."""

    def one_more(outcome: str = "refusal", *, told: bool = False) -> str:
        receipt, now = send("死ね"), datetime.now(UTC)
        (inquiry,) = unscreened(store, 2)
        record(store, inquiry.id, HELD, "general").result()
        first, second = (staff.add(store, name, "lead", "ja", "hash", "SECRET", now).id for name in ("Yuki", "Sora"))
        reviews.claim(store, receipt, first, now)
        decision = Decision(receipt, first, now, False, False, ("act.insult",), outcome, "脅迫")
        last = reviews.decide(store, decision, "claimed", "escalated")
        signature = Decision(receipt, second, now, False, False, ("act.insult",), outcome, "", confirms=last)
        reviews.decide(store, signature, "escalated", "refused")
        deliver(store, now)
        if told:
            answers.record(store, Answer(receipt, now, now, account="root", notice=True))
        return receipt

    return one_more


def asked(words: list[str], answer: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run it at a terminal where somebody answers the question."""
    terminal = io.StringIO(f"{answer}\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    return main(words)


def erased(store: Store, receipt: str) -> bool:
    case = reviews.case(store, receipt)
    assert case
    return case.erased is not None


@pytest.mark.parametrize("words", [["--yes"], []])
def test_whose_sender_is_not_told_yet_is_not_erased_by_a_script(
    refused: Refused, store: Store, capsys: Capture, words: list[str]
) -> None:
    receipt = refused()
    assert main(["erase", receipt, "--reason", "本人の求め", *words]) == 1
    said = capsys.readouterr().err
    assert "its sender is not told yet" in said
    assert "record it there; or leave out --yes" in said
    assert not erased(store, receipt)


def test_once_its_sender_is_told_a_script_may_erase_it(refused: Refused, store: Store) -> None:
    receipt = refused(told=True)
    assert main(["erase", receipt, "--reason", "本人の求め", "--yes"]) == 0
    assert erased(store, receipt)


def test_the_question_says_what_was_decided(
    refused: Refused, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    receipt = refused()
    for answer, code in (("n", 2), ("y", 0)):
        assert asked(["erase", receipt, "--reason", "本人の求め"], answer, monkeypatch) == code
        assert "It was decided: Refuse support. Its sender is not told yet. Erase what" in capsys.readouterr().out
        assert erased(store, receipt) is (answer == "y")


def test_the_question_says_nothing_of_a_decision_where_nothing_was_refused(
    closed: Callable[..., str], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    assert asked(["erase", closed("一通目です。"), "--reason", "本人の求め"], "n", monkeypatch) == 2
    assert capsys.readouterr().out.startswith("Erase what was written in ")


def test_a_case_of_the_police_is_in_legal_hold_and_not_erased_by_anybody(
    refused: Refused, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    receipt = refused("police-legal", told=True)
    assert asked(["erase", receipt, "--reason", "本人の求め"], "y", monkeypatch) == 1
    assert "it is in legal hold" in capsys.readouterr().err
    assert not erased(store, receipt)
