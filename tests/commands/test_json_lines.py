"""The commands that read JSON lines read all of them or none, and tell each line that they cannot read."""

import io
import json
import sys
from pathlib import Path

import pytest

from desk.commands import main

ROW = {
    "id": 1,
    "lang": "ja",
    "subject": "解約",
    "message": "解約します。",
    "messages": [{"at": "2026-11-25T09:00Z", "message": "解約します。", "answered_before": False}],
}
BAD = (
    b"{",
    b"[]",
    b"\xff",
    b'"a"',
    b'{"id": "\\ud800", "lang": "ja"}',
    b"[" * 100_000,
    b'{"id": {}}',
    b"[%s]" % (b"9" * 5_000),
)


def written(*rows: bytes) -> bytes:
    return b"\n".join(rows) + b"\n"


@pytest.fixture(params=[["route"], ["repeat"], ["screen", "--without-opinion"]], ids=lambda words: words[0])
def command(request: pytest.FixtureRequest) -> list[str]:
    words: list[str] = request.param
    return words


def test_every_bad_line_is_told_by_its_number_and_nothing_is_written(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = json.dumps(ROW).encode()
    (tmp_path / "rows").write_bytes(written(good, *BAD, b"", good))
    assert main([*command, str(tmp_path / "rows")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    beginnings = [line.rpartition(": ")[0] for line in said.err.splitlines()]
    assert [begun.partition(":")[0] for begun in beginnings] == [f"desk {command[0]}"] * len(BAD)
    numbers = [line.split(":")[1] for line in said.err.splitlines()]
    assert numbers == [f" line {number}" for number in range(2, len(BAD) + 2)]
    assert said.err.count(": this is not JSON: look for a quote, ") == 3  # a half, too deep, too long a number
    assert said.err.count(": this is not UTF-8: save it as UTF-8\n") == 1


NICE = json.dumps(ROW, ensure_ascii=False, indent=2)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (json.dumps([ROW, ROW]).encode(), "this is one JSON array: write one object a line, no array"),
        (f"\ufeff\n [\n{json.dumps(ROW)},\n{json.dumps(ROW)}\n]\n".encode(), "this is one JSON array: "),
        (f"[{NICE},{NICE}]".encode(), "this is one JSON array: "),
        (b"[\n{,\n]\n", "this is one JSON array: "),
        (NICE.encode(), "a JSON object stands over several lines here: write each on one line\n"),
        (f"{NICE}\n{NICE}\n".encode(), "a JSON object stands over several lines here: write each on one line\n"),
        (
            f"{json.dumps(ROW)}\r\n{json.dumps(ROW)}\r\n".encode("utf-16"),
            "this is UTF-16 (“Unicode” in some ",
        ),
        (f"{json.dumps(ROW)}\n".encode("utf-16-le"), "this is UTF-16 "),
        (f"{json.dumps(ROW)}\n".encode("utf-16-be"), "this is UTF-16 "),
    ],
)
def test_a_file_that_is_no_lines_at_all_is_told_once(
    command: list[str], data: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rows").write_bytes(data)
    assert main([*command, str(tmp_path / "rows")]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.startswith(f"desk {command[0]}: {tmp_path / 'rows'}: {said}")


def test_a_line_that_is_an_array_is_told_as_one(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (json.dumps(row).encode() for row in (ROW, [ROW]))
    (tmp_path / "rows").write_bytes(written(*rows))
    assert main([*command, str(tmp_path / "rows")]) == 2
    assert capsys.readouterr().err == f"desk {command[0]}: line 2: write one JSON object a line, no array\n"


@pytest.mark.parametrize("words", [[], ["-"]])
def test_standard_input_is_read_as_utf_8_with_its_mark_and_blank_lines(
    command: list[str], words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = written(b"\xef\xbb\xbf" + json.dumps(ROW, ensure_ascii=False).encode(), b"  ", json.dumps(ROW).encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="ascii"))
    assert main([*command, *words]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == [1, 1]


def test_nothing_in_an_answer_can_steer_the_terminal(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rows").write_bytes(written(json.dumps({**ROW, "id": "\x9b2J\u202e番"}).encode()))
    assert main([*command, str(tmp_path / "rows")]) == 0
    out = capsys.readouterr().out
    assert "\\u009b2J\\u202e番" in out
    assert json.loads(out)["id"] == "\x9b2J\u202e番"


def test_a_row_without_an_id_is_named_by_its_line(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nameless = {name: value for name, value in ROW.items() if name != "id"}
    rows = (json.dumps(row).encode() for row in (ROW, nameless, {**nameless, "id": None}))
    (tmp_path / "rows").write_bytes(b"\n" + written(*rows))
    assert main([*command, str(tmp_path / "rows")]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == [1, 3, 4]


def test_no_lines_are_told_and_no_fault(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rows").write_bytes(b"\n\n")
    for words, code in (([], 0), (["--report"], 2)):
        assert main([*command, *words, str(tmp_path / "rows")]) == code
        said = capsys.readouterr()
        told = f"desk {command[0]}: {tmp_path / 'rows'} is empty: there is no line to read\n"
        assert (said.out, said.err) == ("", told)


@pytest.mark.parametrize(("words", "named"), [([], "standard input"), (["-"], "-")])
def test_standard_input_that_is_closed_is_told(
    command: list[str],
    words: list[str],
    named: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main([*command, *words]) == 2
    assert capsys.readouterr().err == f"desk {command[0]}: {named}: it is closed; name a file of JSON lines\n"


def test_a_folder_is_no_file(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"desk {command[0]}: {tmp_path}: Is a directory\n"


def test_an_id_that_an_earlier_line_has_is_told_and_every_line_answered(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (json.dumps({**ROW, "id": name}).encode() for name in ("a", "b", "番", "b", "番", 5, "5"))
    (tmp_path / "rows").write_bytes(written(*rows))
    assert main([*command, str(tmp_path / "rows")]) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["a", "b", "番", "b", "番", 5, "5"]
    told = 'line 4 has the "id" of line 2, "b", and 1 more that of an earlier one: tell them by their order'
    assert said.err == f"desk {command[0]}: {told}\n"


@pytest.mark.parametrize("lang", ["fr", "", 1, ["ja"]])
def test_a_language_that_the_desk_does_not_read_is_told_by_its_line(
    lang: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rows").write_bytes(written(*(json.dumps({**ROW, "lang": each}).encode() for each in ("en", lang))))
    assert main(["screen", "--without-opinion", str(tmp_path / "rows")]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", 'desk screen: line 2: "lang" must be "ja" or "en" where it is there\n')


def test_a_language_that_is_null_is_not_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rows").write_bytes(written(json.dumps({**ROW, "lang": None}).encode()))
    assert main(["screen", "--without-opinion", str(tmp_path / "rows")]) == 0
    assert capsys.readouterr().err == ""


NONE = dict.fromkeys(
    ("id", "subject", "name", "kana", "company", "email", "text", "label", "lang", "act", "acts", "care")
)
TOLD = {**ROW["messages"][0], **dict.fromkeys(("email", "name"))}  # type: ignore[index]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("screen --without-opinion", {**NONE, "message": "x"}),
        ("screen --without-opinion", {**NONE, "message": None, "text": "x"}),
        ("repeat", {"id": None, "messages": [TOLD], "expect": None}),
    ],
)
def test_what_may_be_left_out_may_be_null(
    words: str, row: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rows").write_bytes(written(json.dumps(row).encode()))
    assert main([*words.split(), str(tmp_path / "rows")]) == 0
    said = capsys.readouterr()
    assert (json.loads(said.out)["id"], said.err) == (1, "")


def test_a_null_hides_no_act_and_no_language_of_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"text": "殺すぞ", "label": "flag", "lang": None, "act": "threat", "acts": None}
    (tmp_path / "rows").write_bytes(written(json.dumps(row).encode()))
    assert main(["screen", "--report", "--without-opinion", str(tmp_path / "rows")]) == 0
    out = capsys.readouterr().out
    assert "  ?                      flagged 1/1" in out
    assert "  act.threat             flagged 1/1" in out


@pytest.mark.parametrize(
    ("words", "row", "said"),
    [
        ("screen", {"message": "x", "subject": 5}, '"subject" must be a text; it may be left out'),
        ("screen", {"message": ["x"]}, '"message" must be a text; it may be left out'),
        ("screen", {"message": None}, 'an object with "text", or with "message" and the other fields, is needed'),
        ("repeat", {"messages": [{**TOLD, "name": 5}]}, 'message 1: "name" must be a text; it may be left out'),
        ("repeat", {"messages": [{**TOLD, "message": None}]}, 'message 1: "message" must be there and be a text'),
    ],
)
def test_what_is_no_text_is_said_to_have_to_be_there_only_where_it_has_to(
    words: str, row: object, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rows").write_bytes(written(json.dumps(row).encode()))
    assert main([words, str(tmp_path / "rows")]) == 2
    assert capsys.readouterr().err == f"desk {words}: line 1: {said}\n"
