"""What is claimed of inquiries that nobody taught with: of four held hands, found by the second opinion or a sign.

What is held falsely is looked at by the second opinion alone, which sets aside most of what signs alone would hold. The
bounds are those of the issue's aims, not of what was measured (docs/screening.md): they tell a reader that is gone or a
threshold that slipped.
"""

import json
from pathlib import Path

import pytest

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.conduct.opinion import scores_alone

HELD = Path(__file__).parents[3] / "corpus" / "screening" / "held"
PLAIN = ("ordinary", "short")


@pytest.mark.parametrize(
    ("author", "bound"), [("en-co", "letter"), ("ja-cq", "letter"), ("en-dd", "line"), ("ja-de", "line")]
)
@pytest.mark.parametrize(
    ("step", "least"),
    [pytest.param(10, 8, id="some"), pytest.param(1, 90, id="all", marks=pytest.mark.slow)],
)
def test_most_of_what_harasses_is_found_and_hardly_a_just_complaint_held(
    author: str, bound: str, step: int, least: int
) -> None:
    rows = [json.loads(line) for line in (HELD / f"{author}.jsonl").read_text("utf-8").splitlines()][::step]
    model = signs_files.model()
    scores = scores_alone([row["text"] for row in rows], model)
    over = [score >= getattr(model[row["lang"]], bound).threshold for row, score in zip(rows, scores, strict=True)]
    signs = signs_files.read()
    to_find = [(row, is_over) for row, is_over in zip(rows, over, strict=True) if row["label"] == "flag"]
    found = [is_over or examine({"message": row["text"]}, signs).flagged for row, is_over in to_find]
    held = [is_over for row, is_over in zip(rows, over, strict=True) if row["label"] == "ok"]
    plain = [is_over for row, is_over in zip(rows, over, strict=True) if row["kind"] in PLAIN]
    assert len(found) >= least
    assert len(held) >= least
    assert sum(found) >= 0.9 * len(found)
    assert sum(held) <= 0.05 * len(held)
    assert not any(plain)
