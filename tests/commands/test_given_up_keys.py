"""What was sealed with a key that is given up as lost can be ended, and nothing says that it might open again."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kept import HELD, arrive, deliver

from desk.commands import main
from desk.keys import new_line, read_list
from desk.rules.inquiry import Draft
from desk.store import audit, reviews, staff
from desk.store.decisions import Decision
from desk.store.engine import Store, open_store
from desk.store.screening import record, unscreened

Capture = pytest.CaptureFixture[str]
Send = Callable[..., str]
ESCALATED = ("claimed", "escalated")
ERASE = ("--reason", "鍵の紛失", "--yes")


def again(data: Path) -> Store:
    return open_store(f"sqlite:///{data / 'desk.sqlite3'}", read_list(data / "keys.txt"))


def rotate(data: Path, new: str) -> str:
    """Put a new key first in the list; the id of the one that was."""
    listed = data / "keys.txt"
    before = read_list(listed).current.id
    listed.write_text(f"{new_line(new)}\n{listed.read_text('utf-8')}", "utf-8")
    return before


def give_up(data: Path, key_id: str) -> None:
    """Write in the list that a key is lost."""
    lines = (data / "keys.txt").read_text("utf-8").splitlines()
    kept = [f"{key_id}:lost" if line.startswith(f"{key_id}:") else line for line in lines]
    (data / "keys.txt").write_text("\n".join(kept) + "\n", "utf-8")


@pytest.fixture
def stuck(send: Send, store: Store, data: Path, capsys: Capture) -> str:
    """The receipt of a held inquiry whose key was given up since, on a desk that goes on with another."""
    receipt = send("死ね")
    (inquiry,) = unscreened(store, 2)
    record(store, inquiry.id, HELD, "general").result()
    old = rotate(data, "k2")
    assert main(["show", receipt]) == 0
    give_up(data, old)
    capsys.readouterr()
    return receipt


def test_a_held_inquiry_that_nobody_can_open_any_more_is_erased_with_a_reason(
    stuck: str, data: Path, capsys: Capture
) -> None:
    assert main(["erase", stuck, *ERASE]) == 0
    assert f"{stuck} is erased." in capsys.readouterr().out
    store = again(data)
    case = reviews.case(store, stuck)
    assert case
    assert case.erased
    assert (case.state, case.erased.why, case.erased.reason) == ("erased", "lost", "鍵の紛失")
    assert (case.erased.state, reviews.queue(store)) == ("held", [])
    line = audit.recent(store)[0]
    assert (line.what, line.receipt) == ("erased-unreadable", stuck)
    store.close()
    assert main(["show", stuck]) == 0
    assert "because its key was given up as lost: 鍵の紛失" in " ".join(capsys.readouterr().out.split())


def test_so_is_one_that_was_never_screened(send: Send, data: Path) -> None:
    receipt = send("一通目です。")
    old = rotate(data, "k2")
    assert main(["show", receipt]) == 0
    give_up(data, old)
    assert main(["erase", receipt, *ERASE]) == 0


def test_so_is_one_of_which_only_a_reason_was_sealed_with_that_key(send: Send, store: Store, data: Path) -> None:
    receipt, now = send("死ね"), datetime.now(UTC)
    (inquiry,) = unscreened(store, 2)
    record(store, inquiry.id, HELD, "general").result()
    lead = staff.add(store, "Yuki", "lead", "ja", "hash", "SECRET", now).id
    rotate(data, "k2")
    later = again(data)
    reviews.claim(later, receipt, lead, now)
    reviews.decide(later, Decision(receipt, lead, now, False, False, ("act.insult",), "refusal", "脅迫"), *ESCALATED)
    deliver(later, now)
    later.close()
    rotate(data, "k3")
    assert main(["show", receipt]) == 0
    assert main(["erase", receipt, *ERASE]) == 1
    give_up(data, "k2")
    assert main(["show", receipt]) == 2
    assert main(["erase", receipt, *ERASE]) == 0


def test_a_key_that_is_only_missing_lets_nobody_erase_unreviewed(stuck: str, data: Path, capsys: Capture) -> None:
    first, *_ = (data / "keys.txt").read_text("utf-8").splitlines()
    (data / "keys.txt").write_text(f"{first}\n", "utf-8")
    assert main(["erase", stuck, *ERASE]) == 1
    assert "it has to be reviewed first" in capsys.readouterr().err


def test_a_legal_hold_is_lifted_first(stuck: str, capsys: Capture) -> None:
    assert main(["hold", stuck, "--reason", "裁判のため"]) == 0
    assert main(["erase", stuck, *ERASE]) == 1
    assert "it is in legal hold" in capsys.readouterr().err
    assert main(["hold", stuck, "--lift"]) == 0
    assert main(["erase", stuck, *ERASE]) == 0


def test_what_it_sealed_is_not_said_to_open_once_its_line_is_back(stuck: str, capsys: Capture) -> None:
    assert main(["show", stuck]) == 2
    said = capsys.readouterr().err
    assert "which was given up as lost: nobody can read it any more" in said
    assert "listed" not in said


def test_nor_does_the_check_of_the_log_ask_for_that_line(send: Send, data: Path, capsys: Capture) -> None:
    receipt = send("一通目です。")
    assert [main(["show", receipt]), main(["audit", "verify"])] == [0, 0]
    old = rotate(data, "k2")
    assert main(["show", receipt]) == 0
    give_up(data, old)
    capsys.readouterr()
    gone = f"it is sealed with the key {old}, which was given up as lost. "
    assert main(["audit", "verify"]) == 2
    assert f"audit-head.json: {gone}It cannot be checked any more: move it away" in capsys.readouterr().err
    (data / "audit-head.json").unlink()
    assert main(["audit", "verify"]) == 2
    said = f"the log cannot be checked from row 1 on: {gone}These rows can be read, and not be checked any more"
    assert said in capsys.readouterr().err


@pytest.fixture
def last(send: Send, data: Path, capsys: Capture) -> str:
    """The receipt of an inquiry on a desk whose only key, which wrote all of it, has another one in its place."""
    receipt = send("一通目です。")
    assert main(["list"]) == 0
    old = rotate(data, "k2")
    give_up(data, old)
    capsys.readouterr()
    return receipt


def test_even_the_key_that_wrote_last_is_given_up_in_the_list(last: str) -> None:
    assert [main(["list"]), main(["show", last])] == [0, 2]
    assert main(["erase", last, *ERASE]) == 0
    assert main(["list"]) == 0


def test_only_by_its_own_id(last: str, data: Path, capsys: Capture) -> None:
    first, *_ = (data / "keys.txt").read_text("utf-8").splitlines()
    (data / "keys.txt").write_text(f"{first}\nk1:lost\n", "utf-8")
    assert main(["show", last]) == 2
    assert "written with other keys than those listed" in capsys.readouterr().err


def test_and_once_another_key_has_gone_on_a_third_alone_does_not_open_the_desk(last: str, data: Path) -> None:
    later = again(data)
    arrive(later, Draft("general", name="山田 花子", subject="件名", message="二通目です。"), datetime.now(UTC))
    later.close()
    lost = (data / "keys.txt").read_text("utf-8").splitlines()[1]
    (data / "keys.txt").write_text(f"{new_line('k3')}\n{lost}\n", "utf-8")
    assert main(["show", last]) == 2


def test_the_doctor_counts_nobody_whose_second_factor_is_lost_and_says_how_they_get_in(
    store: Store, data: Path, capsys: Capture
) -> None:
    staff.add(store, "Yuki", "admin", "ja", "hash", "SECRET", datetime.now(UTC))
    old = rotate(data, "k2")
    with closing(again(data)) as later:
        staff.add(later, "Sora", "admin", "ja", "hash", "SECRET", datetime.now(UTC))
    assert "2 can sign in, 2 of them as admin" in doctor(capsys)
    give_up(data, old)
    said = "1 can sign in, 1 of them as admin; with a second factor whose key is lost: Yuki. `desk staff reset NAME`"
    assert said in doctor(capsys)
    assert main(["staff", "reset", "Yuki"]) == 0
    assert "problem staff" not in doctor(capsys)


def doctor(capsys: Capture) -> str:
    capsys.readouterr()
    main(["doctor"])
    return " ".join(capsys.readouterr().out.split())
