"""What was found in an inquiry has one shape, whether `desk screen` or `desk show --json` tells of it."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kept import CLEAN, FINDING

from desk import app, settings
from desk.commands import main
from desk.delivery.screening import assessment
from desk.store.engine import Store
from desk.store.screening import record, unscreened

Capture = pytest.CaptureFixture[str]
FOUND = ("care", "cues", "findings", "suppressed", "second_opinion")
TEXTS = (
    "この馬鹿。返金しないなら会社に火をつける。\nもう限界です。昨日「死ね」と言われました。",
    "まあ、あの子の帰り道に街灯が少ないことだけは、申し上げておきますよ。",
    "お問い合わせの件、承知しました。",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_found_in_a_text_is_told_alike(
    text: str, send: Callable[..., str], store: Store, tmp_path: Path, capsys: Capture
) -> None:
    receipt = send(text)
    (inquiry,) = unscreened(store, 1)
    with closing((context := app.assemble(settings.read())).store):
        record(store, inquiry.id, assessment(context, inquiry), "general").result()
    named = ("name", "company", "email", "subject", "message")
    (tmp_path / "rows").write_text(json.dumps({field: getattr(inquiry, field) or None for field in named}), "utf-8")
    capsys.readouterr()

    assert (main(["screen", str(tmp_path / "rows")]), main(["show", receipt, "--json"])) == (0, 0)
    line, _, shown = capsys.readouterr().out.partition("\n")
    screened, kept = json.loads(line), json.loads(shown)

    for one in (*kept["findings"], *kept["suppressed"]):
        assert one.pop("view")
    assert {name: kept[name] for name in FOUND} == {name: screened[name] for name in FOUND}


def test_the_texts_above_have_each_of_it(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "rows").write_text("\n".join(json.dumps({"message": text}) for text in TEXTS), "utf-8")
    assert main(["screen", str(tmp_path / "rows")]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for name in FOUND:
        assert any(answer[name] for answer in answers), name
    assert {answer["second_opinion"]["unusual"] for answer in answers} == {True, False}


def test_what_a_repetition_repeats_is_told_with_its_finding(
    send: Callable[..., str], store: Store, capsys: Capture
) -> None:
    more: dict[str, Any] = {"repeats": ["ABCD-EFGH"], "answered": "2026-11-25T09:00:00+00:00"}
    receipt = send("もう一度申し上げます。")
    (inquiry,) = unscreened(store, 1)
    found = {**FINDING, "act": "act.repetition", "sign": "repetition", **more}
    suppressed = [{"finding": FINDING, "reason": "quote"}]
    record(store, inquiry.id, replace(CLEAN, findings=[found], suppressed=suppressed), "general").result()
    capsys.readouterr()
    assert main(["show", receipt, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["findings"], told["suppressed"]) == ([found], [FINDING | {"reason": "quote"}])
