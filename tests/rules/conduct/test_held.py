"""What is claimed of inquiries that nobody taught with: every third of two held hands, by the second opinion alone.

The bounds are those of the issue's aims, not of what was measured (docs/screening.md): they tell a reader that is gone
or a threshold that slipped.
"""

import json
from pathlib import Path

import pytest

from desk import signs_files
from desk.rules.conduct.opinion import scores_alone

HELD = Path(__file__).parents[3] / "corpus" / "screening" / "held"
PLAIN = ("ordinary", "short")


@pytest.mark.parametrize("hand", ["en-co", "ja-cq"])
def test_most_of_what_harasses_is_found_and_hardly_a_just_complaint_held(hand: str) -> None:
    rows = [json.loads(line) for line in (HELD / f"{hand}.jsonl").read_text("utf-8").splitlines()][::3]
    model = signs_files.model()
    scores = scores_alone([row["text"] for row in rows], model)
    over = [score >= model[row["lang"]].threshold for row, score in zip(rows, scores, strict=True)]
    found = [is_over for row, is_over in zip(rows, over, strict=True) if row["label"] == "flag"]
    held = [is_over for row, is_over in zip(rows, over, strict=True) if row["label"] == "ok"]
    plain = [is_over for row, is_over in zip(rows, over, strict=True) if row["kind"] in PLAIN]
    assert len(found) >= 25
    assert len(held) >= 25
    assert sum(found) >= 0.9 * len(found)
    assert sum(held) <= 0.05 * len(held)
    assert not any(plain)
