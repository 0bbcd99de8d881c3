"""`desk screen --report` tells what the desk holds for care: per language, by its id, and how much of it was heard."""

import json
from pathlib import Path
from typing import Any

import pytest

from desk.commands import main

DESPAIR = {"lang": "ja", "text": "請求書の件です。死にたいです。", "label": "ok"}
THREAT = {"lang": "ja", "text": "お前を殺してやる。今夜死にます。", "label": "flag"}
INVOICE = {"lang": "ja", "text": "請求書を再発行してください。", "label": "ok"}
WHEELCHAIR = {"lang": "en", "text": "Your staff were kind, I am in a wheelchair.", "label": "ok"}
OVEN = {"lang": "en", "text": "My baby drank your oven cleaner.", "label": "ok"}
VEILED = {"lang": "en", "text": "Close the account, it is not needed where I go.", "label": "ok"}


HEAD = "held for care, flagged or not"


@pytest.fixture
def reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def report(*rows: dict[str, object], code: int = 0) -> list[str]:
        """The lines about care, with those before them where no row has a label; the refusal of a row."""
        file = tmp_path / "inquiries.jsonl"
        file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
        assert main(["screen", str(file), "--report", "--without-opinion"]) == code
        said = capsys.readouterr()
        before, _, after = said.out.partition(f"misses and false flags\n  none\n\n{HEAD}\n")
        return (after or before or said.err).splitlines()

    return report


def test_it_counts_what_is_held_and_how_much_of_it_is_not_flagged_and_lists_it(reported: Any) -> None:
    assert reported(DESPAIR, THREAT, INVOICE, WHEELCHAIR, {**OVEN, "id": "oven"}) == [
        "  en                     held 1/2 = 0.500 · of those not flagged 1/1 = 1.000",
        "  ja                     held 2/3 = 0.667 · of those not flagged 1/2 = 0.500",
        "  held    1  not flagged  self-harm by ja.care.self-harm  請求書の件です。死にたいです。",
        "  held    2  flagged  self-harm by ja.care.self-harm  お前を殺してやる。今夜死にます。",
        "  held    oven  not flagged  danger by en.care.danger  My baby drank your oven cleaner.",
    ]


def test_where_nothing_is_held_it_says_so(reported: Any) -> None:
    assert reported(INVOICE, WHEELCHAIR) == [
        "  en                     held 0/1 = 0.000",
        "  ja                     held 0/1 = 0.000",
    ]


def test_of_rows_that_name_their_needs_it_says_what_was_heard_missed_and_heard_falsely(reported: Any) -> None:
    needs: tuple[object, ...] = (["self-harm"], [], [], ["disability"], [], "self-harm")
    rows = (DESPAIR, THREAT, INVOICE, WHEELCHAIR, OVEN, VEILED)
    named = [{**row, "care": care} for row, care in zip(rows, needs, strict=True)]
    table = [
        "held 1/3 = 0.333 · of those not flagged 1/1 = 1.000 · of needs heard 0/1 = 0.000 · held falsely 1/2 = 0.500",
        "held 2/3 = 0.667 · of those not flagged 1/2 = 0.500 · of needs heard 1/1 = 1.000 · held falsely 1/2 = 0.500",
    ]
    en, ja, *listed = reported(*named)
    assert (en, ja) == (f"  en                     {table[0]}", f"  ja                     {table[1]}")
    assert [line.split()[:3] for line in listed] == [
        ["held", "1", "not"],
        ["false", "2", "flagged"],
        ["false", "5", "not"],
        ["missed", "6", "self-harm"],
    ]


def test_of_rows_that_name_nothing_but_their_needs_nothing_is_said_of_flags(reported: Any) -> None:
    row = {key: DESPAIR[key] for key in ("lang", "text")}
    left, blank, head, counted, listed = reported({**row, "care": "self-harm"}, row)
    assert (left, blank, head) == ("left out, having no label: 1", "", HEAD)
    assert counted.endswith("held 1/1 = 1.000 · of those not flagged 1/1 = 1.000 · of needs heard 1/1 = 1.000")
    assert listed.startswith("  held    1  not flagged  self-harm")


def test_a_need_counts_as_heard_only_where_that_very_need_is_and_not_another(reported: Any) -> None:
    both = ["danger", "self-harm"]
    en, ja, first, second = reported({**OVEN, "care": ["self-harm"]}, {**DESPAIR, "care": both})
    assert en.endswith("held 1/1 = 1.000 · of those not flagged 1/1 = 1.000 · of needs heard 0/1 = 0.000")
    assert ja.endswith("of needs heard 1/2 = 0.500")
    assert (
        first == "  need    1  not flagged  self-harm, heard danger by en.care.danger  My baby drank your oven cleaner."
    )
    assert second.startswith("  need    2  not flagged  danger, heard self-harm by ja.care.self-harm")


def test_a_need_that_is_null_is_not_given_and_counts_neither_as_one_nor_as_none(reported: Any) -> None:
    assert reported({**OVEN, "care": None}) == reported(OVEN)
    bare = {"text": "死にたいです。", "care": None}
    assert reported(bare, code=2)[0].startswith("desk screen: nothing to report on: no row has a label")


def test_a_need_for_which_nothing_is_held_is_none_to_be_held_for(reported: Any) -> None:
    table, listed = reported({**OVEN, "care": ["disability"]})
    assert table.endswith("held falsely 1/1 = 1.000")
    assert listed.startswith("  false   1  not flagged  danger by en.care.danger")


@pytest.mark.parametrize("care", ["selfharm", 5, True, ["self-harm", None], {"self-harm": True}])
def test_a_need_that_nobody_knows_is_named_instead_of_counting_for_none(care: object, reported: Any) -> None:
    assert reported(INVOICE, {**DESPAIR, "care": care}, code=2) == [
        'desk screen: line 2: "care" must be a need or a list of needs: self-harm, danger, disability, distress'
    ]
