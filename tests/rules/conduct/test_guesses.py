"""The guess at an act: another is named beside it where the first is not likely enough by itself."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest
from inquiry_readers import NothingMisspelt

from desk import signs_files
from desk.commands import main
from desk.rules.conduct.opinion import Opinion, read_model, score
from desk.rules.conduct.opinion_features import LANGUAGES
from desk.rules.conduct.opinion_model import Read


class Unsure(NothingMisspelt):
    """A reader to whom a word is unusual, and as likely each act as it is told."""

    def __init__(self, heard: Mapping[str, Mapping[str, float]]) -> None:
        self.heard = heard

    def read(self, texts: Sequence[str], **_: bool) -> list[Read]:
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> Read:
        heard = (likely for word, likely in self.heard.items() if word in text)
        return next((Read(9.0, likely) for likely in heard), Read(-9.0, {"act.insult": 1.0}))

    def shares(self, text: str, *_: object) -> list[tuple[int, int, float]]:
        return [(0, len(text), 9.0)]


def opinion_of(likely: Mapping[str, float], message: str = "九時の猫のことです。") -> Opinion:
    reader = Unsure(MappingProxyType({"九時の猫": likely}))
    return score(
        {"message": message}, read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(LANGUAGES, reader))
    )


@pytest.mark.parametrize(
    ("likely", "guesses"),
    [
        ({"act.threat": 1.0}, ("act.threat", None)),
        ({"act.threat": 0.86, "act.insult": 0.14}, ("act.threat", None)),
        ({"act.insult": 0.16, "act.threat": 0.84}, ("act.threat", "act.insult")),
        ({"act.insult": 0.3, "act.threat": 0.25, "act.privacy": 0.45}, ("act.privacy", "act.insult")),
        ({"act.threat": 0.74, "act.insult": 0.13, "act.privacy": 0.13}, ("act.threat", None)),
    ],
)
def test_the_next_likeliest_act_is_guessed_beside_the_first_where_it_is_likely_enough(
    likely: Mapping[str, float], guesses: tuple[str, str | None]
) -> None:
    opinion = opinion_of(likely)
    assert opinion.unusual
    assert (opinion.act_guess, opinion.second_guess) == guesses


def test_nothing_is_guessed_of_what_is_not_unusual() -> None:
    opinion = opinion_of({"act.threat": 0.5, "act.insult": 0.5}, "請求書を送ってください。")
    assert (opinion.unusual, opinion.act_guess, opinion.second_guess) == (False, None, None)


@pytest.mark.usefixtures("known_sentences")
def test_a_command_tells_of_both_guesses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unsure, sure = "返事がないなら、御社の前で待っていますよ、あの女性の方を。", "夜道には気をつけたほうがいい。"
    file = tmp_path / "inquiries.jsonl"
    file.write_text("\n".join(json.dumps({"text": text}) for text in (unsure, sure)), "utf-8")
    assert main(["screen", str(file)]) == 0
    first, other = (json.loads(line)["second_opinion"] for line in capsys.readouterr().out.splitlines())
    assert (first["act"], first["guess"], first["second_act"]) == ("act.threat", True, "act.meeting")
    assert (other["act"], other["guess"], "second_act" in other) == ("act.threat", True, False)
