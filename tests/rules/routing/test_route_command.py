"""`desk route` reads inquiries as JSON lines and answers in the same order."""

import argparse
import io
import json
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from desk.commands import route
from desk.places import ORGANISATION

LINE = {"id": "a", "lang": "ja", "subject": "解約", "message": "お名前.comを解約したいです。"}
DESK_LINE = {"id": "b", "lang": "en", "subject": "AGM", "message": "I am a shareholder. When is the AGM?"}


class Done(NamedTuple):
    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *words: str) -> Done:
    parser = argparse.ArgumentParser()
    route.register(parser.add_subparsers())
    options = parser.parse_args(["route", *words])
    code = options.run(options)
    return Done(code, *capsys.readouterr())


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def written(folder: Path, text: bytes) -> str:
    file = folder / "inquiries.jsonl"
    file.write_bytes(text)
    return str(file)


def test_every_line_is_answered_in_order_with_the_words_that_say_why(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines(LINE, DESK_LINE))))

    done = run(capsys)

    first, second = (json.loads(line) for line in done.out.splitlines())
    assert first == {
        "id": "a",
        "services": ["onamae"],
        "desk": None,
        "why": [{"id": "onamae", "field": "message", "start": 0, "end": 7, "text": "お名前.com"}],
    }
    assert (second["id"], second["services"], second["desk"]) == ("b", [], "ir")
    assert (done.code, done.err) == (0, "")


def test_malformed_lines_are_told_by_their_numbers_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    half = b'{"id": "h", "lang": "ja", "subject": "", "message": "\\ud800"}\n'
    bad = [b"{\n", b"\xff\n", b"[]\n", lines({**LINE, "lang": "fr"}), lines({"id": "x"}), half, b"[" * 100_000 + b"\n"]
    text = b"".join([*bad, b"\n", lines({**LINE, "id": 7})])

    done = run(capsys, written(tmp_path, text))

    assert done.code == 2
    assert [line.split(":")[1] for line in done.err.splitlines()] == [f" line {at}" for at in range(1, 8)]
    assert done.out == ""


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "nowhere.jsonl")

    assert (done.code, done.out) == (2, "")
    assert "nowhere.jsonl" in done.err


def test_the_report_counts_what_is_right_and_shows_each_miss(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    right = {**LINE, "expect": {"services": ["onamae"], "desk": None}}
    wrong = {**DESK_LINE, "expect": {"services": ["conoha"], "desk": None}}

    done = run(capsys, written(tmp_path, lines(right, wrong, LINE)), "--report")

    told = done.out
    assert done.code == 0
    assert "all rows right                     1/2 = 0.500" in told
    assert "miss b: expected ['conoha'], found ir by" in told
    assert "led to ir: right 0/1 = 0.000" in told


def test_an_expectation_that_cannot_be_read_is_told_by_its_line_and_nothing_is_reported(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    wrong = ("onamae", {"services": "onamae"}, {"desk": "ir"}, {"services": [None]}, {"services": [], "desk": ["ir"]})
    unknown = ({"services": ["onamea"]}, {"services": [], "desk": "onamae"})
    text = lines(*({**LINE, "expect": expect} for expect in (*wrong, *unknown, {"services": ["onamae"]}, None)))

    done = run(capsys, written(tmp_path, text), "--report")

    assert (done.code, done.out) == (2, "")
    assert [line.split(":")[1] for line in done.err.splitlines()] == [f" line {at}" for at in range(1, 8)]
    assert '"expect" names "onamea", and the organisation file has no such service' in done.err
    assert run(capsys, written(tmp_path, text)).code == 0


def test_a_report_on_one_line_counts_it_as_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    right = {**LINE, "expect": {"services": ["onamae"]}}

    assert "all rows right                     1/1" in run(capsys, written(tmp_path, lines(right)), "--report").out


def test_a_report_without_expectations_says_what_to_write(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    done = run(capsys, written(tmp_path, lines(LINE)), "--report")

    assert done.code == 2
    assert '"expect"' in done.err


def test_the_desks_that_no_word_says_are_named_beside_the_answers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = 'name = {{ ja = "件", en = "X" }}\nwhat = {{ ja = "件", en = "x" }}\nmailbox = "a@b.example"'
    desk = f'[[desk]]\nid = "{{}}"\n{facts}\n{{}}\n'
    own = desk.format("delay", "") + desk.format("lost-property", 'terms = ["忘れ物"]') + desk.format("lounge", "")
    (tmp_path / "own.toml").write_text(
        ORGANISATION.read_text("utf-8").replace("[[desk]]", f"{own}[[desk]]", 1), "utf-8"
    )
    monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "own.toml"))
    lost = {
        "id": 1,
        "lang": "ja",
        "subject": "忘れ物",
        "message": "傘です。",
        "expect": {"services": [], "desk": "lost-property"},
    }
    done = run(capsys, written(tmp_path, lines(lost)))

    assert json.loads(done.out)["why"] == [
        {"id": "lost-property", "field": "subject", "start": 0, "end": 3, "text": "忘れ物"}
    ]
    assert done.err.startswith("desk route: never found, since no word says them: delay, lounge. Write `terms`, or two")
    assert "all rows right                     1/1" in run(capsys, written(tmp_path, lines(lost)), "--report").out
