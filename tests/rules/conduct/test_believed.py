"""How likely an act has to be, where the inquiry is unusual, for the sign that names it to count."""

from collections.abc import Sequence

import pytest

from desk import signs_files
from desk.rules.conduct import examine, load
from desk.rules.conduct.opinion import read_model
from desk.rules.conduct.opinion_model import Read

SIGN = (
    '[part.{part}]\nwords = "{words}"\n[[sign]]\nid = "{part}"\nact = "{act}"\nany = ["{part}"]\nmatch = ["{words}"]\n'
)
SIGNS = load(
    {
        "two.toml": 'language = "ja"\n'
        + SIGN.format(part="chief", words="責任者", act="act.meeting")
        + SIGN.format(part="home", words="お前の家", act="act.privacy")
    },
    ["two.toml"],
)
SENTENCE = "責任者を出して、お前の家はもう知っているからと伝えておいてください。"
TEXT = f"{SENTENCE}先日から何度もお伝えしている件です。早急にお願いします。"


class Sure:
    """A reader to whom all is unusual; what it gives to two acts in the whole text, and in a sentence alone."""

    def __init__(self, whole: dict[str, float], alone: dict[str, float]) -> None:
        self.whole, self.alone = whole, alone

    def read(self, texts: Sequence[str], **_: bool) -> list[Read]:
        given = [self.whole if "先日" in text else self.alone for text in texts]
        return [Read(9.0, {"act.insult": 1 - sum(likely.values()), **likely}) for likely in given]

    def shares(self, text: str, *_: object) -> list[tuple[int, int, float]]:
        return [(0, len(text), 9.0)]


@pytest.mark.parametrize(
    ("whole", "alone", "expected"),
    [
        ({"act.meeting": 0.14, "act.privacy": 0.14}, {"act.meeting": 0.0, "act.privacy": 0.0}, set()),
        ({"act.meeting": 0.16, "act.privacy": 0.14}, {"act.meeting": 0.0, "act.privacy": 0.0}, {"act.meeting"}),
        ({"act.meeting": 0.0, "act.privacy": 0.0}, {"act.meeting": 0.94, "act.privacy": 0.0}, set()),
        ({"act.meeting": 0.0, "act.privacy": 0.0}, {"act.meeting": 0.96, "act.privacy": 0.0}, {"act.meeting"}),
        ({"act.meeting": 0.0, "act.privacy": 0.0}, {"act.meeting": 0.0, "act.privacy": 0.29}, set()),
        ({"act.meeting": 0.0, "act.privacy": 0.0}, {"act.meeting": 0.0, "act.privacy": 0.31}, {"act.privacy"}),
    ],
)
def test_a_sign_counts_where_its_act_is_likely_enough(
    whole: dict[str, float], alone: dict[str, float], expected: set[str]
) -> None:
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(("ja", "en"), Sure(whole, alone)))
    found = examine({"message": TEXT}, SIGNS, model)
    assert found.flagged
    assert {finding.act for finding in found.findings} == expected
    assert {one.finding.act for one in found.suppressed} == {"act.meeting", "act.privacy"} - expected
