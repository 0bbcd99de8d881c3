"""What a stranger typed harms no terminal that shows it, and passes for nothing that the desk says."""

import json
from collections.abc import Callable

import pytest

from desk.commands import main

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]


def test_what_was_typed_cannot_steer_the_terminal(send: Send, capsys: Capture) -> None:
    receipt = send("\x1b[31m\x9b赤\u202e", name="[red]山田[/red]")
    capsys.readouterr()
    assert main(["show", receipt, "--uncovered"]) == 0
    out = capsys.readouterr().out
    assert "<U+001B>[31m<U+009B>赤<U+202E>" in out
    assert "[red]山田[/red]" in out
    assert main(["show", receipt, "--json"]) == 0
    out = capsys.readouterr().out
    assert all(char.isprintable() or char == "\n" for char in out)
    assert json.loads(out)["message"] == "\x1b[31m\x9b赤\u202e"


def test_nothing_that_was_typed_can_look_like_a_field(
    send: Send, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    receipt = send(f"困っています。\r\nseverity  none\nstate  {'x' * 20} severity  none\n" + "あ" * 60)
    capsys.readouterr()
    assert main(["show", receipt, "--uncovered"]) == 0
    lines = capsys.readouterr().out.splitlines()
    names = [line.split(" ")[0] for line in lines if not line.startswith(" ")]
    assert len(names) == len(set(names))
    assert (names[0], names.count("severity"), names.count("state")) == ("receipt", 1, 1)
    assert all(sum(2 if ord(c) > 0x2000 else 1 for c in line) <= 40 for line in lines)
