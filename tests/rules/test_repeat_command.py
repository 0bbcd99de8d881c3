"""`desk repeat`: sequences of messages from JSON lines, each answered in its order, or the line that is wrong named."""

import argparse
import contextlib
import io
import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk import signs_files
from desk.commands import repeat

MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)
REFUND = "先月解約したサーバーの料金9,800円を全額返金してください。"


def test_the_command_answers_each_line_in_order() -> None:
    code, out, err = ran([line_of("b", REFUND, REFUND), line_of("a", REFUND)])

    answers = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [answer["id"] for answer in answers] == ["b", "a"]
    assert [answer["repetition"] for answer in answers] == [True, False]
    assert [answer["count"] for answer in answers] == [2, 1]
    assert answers[0]["since"] == "2026-09-07T09:00:00+00:00"
    assert answers[0]["same_as"] == [0]


def test_the_command_takes_a_time_without_a_zone_as_utc_and_a_message_without_a_name() -> None:
    message = {"at": "2026-09-07T09:00:00", "email": None, "message": REFUND, "answered_before": False}

    code, out, _ = ran([json.dumps({"id": 1, "messages": [message]})])

    assert (code, json.loads(out)["since"]) == (0, "2026-09-07T09:00:00+00:00")


def test_the_command_takes_a_day_alone_as_its_first_moment() -> None:
    message = {"at": "2026-09-07", "message": REFUND, "answered_before": False}

    code, out, _ = ran([json.dumps({"id": 1, "messages": [message]})])

    assert (code, json.loads(out)["since"]) == (0, "2026-09-07T00:00:00+00:00")


def test_keys_of_an_operators_own_are_let_be() -> None:
    message = {"at": "2026-09-07T09:00:00", "message": REFUND, "answered_before": False}
    own = dict.fromkeys(("same", "username", "name_kana", "email_hash", "detail", "label"), "x")

    code, out, _ = ran([json.dumps({"id": 1, "messages": [message | own]})])

    assert (code, json.loads(out)["repetition"]) == (0, False)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "this is not JSON"),
        ("[]", "one JSON object a line"),
        ('{"id": [], "messages": []}', '"id" must be a text or a number'),
        ('{"id": "x"}', '"messages" must be there'),
        ('{"id": "x", "messages": []}', '"messages" must hold one message or more'),
        ('{"id": "x", "messages": [1]}', "message 1: each message must be a JSON object"),
        ('{"id": "x", "messages": [], "expect": "yes"}', '"expect" must be true or false'),
        ('{"id": "x", "messages": [{"at": "2026-09-07", "message": "a"}]}', '"answered_before" must be there'),
        (
            '{"id": "x", "messages": [{"answered_before": true, "at": "soon", "message": "a"}]}',
            '"at" must be an ISO 8601',
        ),
        ('{"id": "x", "messages": [{"answered_before": true, "at": "2026-09-07", "message": 1}]}', '"message" must be'),
        ('{"id": "x", "messages": [{"answered_before": true, "message": "\\ud800"}]}', "half a character"),
        ('{"id": "x", "messages": [{"answered_before": true, "E-Mail": "a@b.example"}]}', '"E-Mail" is not known'),
        ('{"id": "x", "messages": [{"answered_before": true, "e-mail": "a@b.example"}]}', 'write "email"'),
    ],
)
def test_a_malformed_line_is_told_by_its_number_and_nothing_is_written(line: str, reason: str) -> None:
    code, out, err = ran([line_of("a", REFUND), line])

    assert (code, out) == (2, "")
    assert err.startswith("desk repeat: line 2: ")
    assert reason in err


def test_a_file_that_is_not_there_is_told() -> None:
    code, out, err = ran_on("/nowhere/at/all.jsonl")

    assert (code, out) == (2, "")
    assert err == "desk repeat: /nowhere/at/all.jsonl: No such file or directory\n"


def test_the_report_counts_what_is_right_and_names_what_is_not() -> None:
    lines = [line_of("found", REFUND, REFUND, expect=True), line_of("wrong", REFUND, REFUND, expect=False)]

    code, out, _ = ran([*lines, line_of("missed", REFUND, expect=True), line_of("unlabelled", REFUND)], "--report")

    assert code == 0
    assert out.splitlines() == [
        "series found  1/2",
        "false ones    1/1",
        "false wrong (time 2)",
        "miss missed: no answer yet (time 1)",
    ]


def test_a_report_without_labels_is_refused() -> None:
    code, out, err = ran([line_of("a", REFUND)], "--report")

    assert (code, out) == (2, "")
    assert "no line says what to expect" in err


def line_of(name: str, *texts: str, expect: bool | None = None) -> str:
    times = [str(MONDAY + timedelta(days=number)) for number in range(len(texts))]
    rows = [
        {"at": at, "email": "a@example.org", "name": "A", "message": text, "answered_before": at != times[0]}
        for at, text in zip(times, texts, strict=True)
    ]
    return json.dumps({"id": name, "messages": rows} | ({} if expect is None else {"expect": expect}))


def test_what_the_reader_alone_hears_is_told_and_can_be_left_out() -> None:
    line = line_of("a", REFUND, "あの月は引っ越しで一日も使えませんでした。どうかもう一度だけお考えください。")

    with_it, without = (json.loads(ran([line], *more)[1]) for more in ((), ("--without-reader",)))

    assert (with_it["repetition"], with_it["heard"]) == (True, True)
    assert with_it["why"] == "reads like the same demand again"
    assert (without["repetition"], without["heard"]) == (False, False)


KETTLE = (
    "I want my money back for the broken kettle.",
    "Again: refund the kettle. How long must I wait?",
    "Which form do you mean in your answer about the refund?",
    "I do not accept your answer. Refund the kettle, now.",
)


def test_the_example_of_the_docs_is_judged_as_they_say() -> None:
    page = (Path(__file__).parents[2] / "docs" / "repetition.md").read_text("utf-8")
    days = (1, 3, 6, 9)
    told = [
        {"at": f"2026-09-{day:02}T09:00Z", "email": "a@example.org", "message": text, "answered_before": day > 4}
        for day, text in zip(days, KETTLE, strict=True)
    ]
    _, out, _ = ran([json.dumps({"messages": told[:many]}) for many in range(1, 5)])
    answers = [json.loads(line) for line in out.splitlines()]

    assert [answer["repetition"] for answer in answers] == [False, False, False, True]
    for day, text, answer in zip(days, KETTLE, answers, strict=True):
        judged = "yes" if answer["repetition"] else "no"
        assert f"| {day} | {text} | {judged} | {answer['why']} |" in page
    assert [answer["answered"] for answer in answers[:3]] == [None, None, "2026-09-06T09:00:00+00:00"]
    assert answers[3]["answered"] == "2026-09-06T09:00:00+00:00"


@pytest.mark.parametrize(
    ("later", "why"),
    [
        ((REFUND,), "says the same after the answer and adds nothing"),
        ((REFUND, REFUND), "asked more than once after an answer"),
        (("返金されるまで毎日メールします。全額返金してください。",), "announces to go on"),
        (("これで3回目の連絡です。先月解約したサーバーの料金を全額返金してください。",), "says how often it was asked"),
        (("先日も連絡しましたが、サーバーの料金9,800円を全額返金してください。",), "presses on after the answer"),
    ],
)
def test_what_makes_it_a_repetition_is_told(later: tuple[str, ...], why: str) -> None:
    answer = json.loads(ran([line_of("a", REFUND, *later)], "--without-reader")[1])

    assert (answer["repetition"], answer["why"][: len(why)]) == (True, why)


def test_a_damaged_reader_is_told_with_the_way_without_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "reader.npz").write_bytes(b"PK\x03\x04")
    monkeypatch.setitem(signs_files.DIALOGUES, "second", tmp_path / "reader.npz")
    signs_files.dialogues.cache_clear()

    code, out, err = ran([line_of("a", REFUND)])

    signs_files.dialogues.cache_clear()
    assert (code, out) == (2, "")
    assert "--without-reader" in err


def ran(lines: list[str], *words: str) -> tuple[int, str, str]:
    with written("\n".join(lines) + "\n") as path:
        return ran_on(path, *words)


def ran_on(path: str, *words: str) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    repeat.register(parser.add_subparsers())
    options = parser.parse_args(["repeat", path, *words])
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = options.run(options)
    return code, out.getvalue(), err.getvalue()


@contextlib.contextmanager
def written(text: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sequences.jsonl"
        path.write_text(text, "utf-8")
        yield str(path)
