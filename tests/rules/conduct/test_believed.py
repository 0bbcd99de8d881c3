"""How likely an act has to be, where the inquiry is unusual, for the sign that names it to count."""

from collections.abc import Sequence

import pytest
from inquiry_readers import NothingMisspelt
from own_sign import SIGN

from desk import signs_files
from desk.rules.conduct import examine, load
from desk.rules.conduct.doubt import MOST_SENTENCES
from desk.rules.conduct.opinion import read_model
from desk.rules.conduct.opinion_model import Read

WORDS = {
    "act.meeting": "責任者",
    "act.privacy": "お前の家",
    "act.threat": "覚えておけ",
    "act.repetition": "毎日送る",
}
PARTS = [SIGN.format(id=act[4:], act=act, words=words) for act, words in WORDS.items()]
SIGNS = load({"own.toml": "\n".join(['language = "ja"', *PARTS])}, ["own.toml"])
SENTENCE = "責任者を出して、お前の家はもう知っているからな、覚えておけ、出てくるまで毎日送ると伝えておいてください。"
TEXT = f"{SENTENCE}先日から何度もお伝えしている件です。早急にお願いします。"


class Sure(NothingMisspelt):
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
        ({"act.meeting": 0.14, "act.privacy": 0.14}, {}, set()),
        ({"act.meeting": 0.16, "act.privacy": 0.14}, {}, {"act.meeting"}),
        ({"act.repetition": 0.14}, {}, set()),
        ({"act.repetition": 0.16}, {}, {"act.repetition"}),
        ({}, {"act.meeting": 0.94}, set()),
        ({}, {"act.meeting": 0.96}, {"act.meeting"}),
        ({}, {"act.privacy": 0.49}, set()),
        ({}, {"act.privacy": 0.51}, {"act.privacy"}),
        # Of words such as “I'll kill you all” the reader says by halves that they are both.
        ({}, {"act.threat": 0.3, "act.violence": 0.19}, set()),
        ({}, {"act.threat": 0.3, "act.violence": 0.21}, {"act.threat"}),
        ({"act.violence": 0.16}, {}, {"act.threat"}),
        # Whoever announces to ask again says so of something else.
        ({}, {"act.repetition": 1.0}, set()),
    ],
)
def test_a_sign_counts_where_its_act_is_likely_enough(
    whole: dict[str, float], alone: dict[str, float], expected: set[str]
) -> None:
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(("ja", "en"), Sure(whole, alone)))
    found = examine({"message": TEXT}, SIGNS, model)
    assert found.flagged
    assert {finding.act for finding in found.findings} == expected
    assert {one.finding.act for one in found.suppressed} == WORDS.keys() - expected


def test_who_types_as_in_a_chat_hides_no_act() -> None:
    own = SIGN.format(id="done", act="act.privacy", words="you are done")
    signs = load({"own.toml": f'language = "en"\n{own}'}, ["own.toml"])
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(("ja", "en"), Sure({}, {})))
    text = "u r done, i want the money for that lamp back by friday and no excuses from anybody"
    (aside,) = examine({"message": text}, signs, model).suppressed
    assert (aside.finding.view, aside.finding.text, aside.reason) == ("chat", "u r done", "another")


@pytest.mark.parametrize("text", ["you 1d10ts", "you idi*ts"])
def test_what_was_hidden_on_purpose_is_named_whatever_it_reads_as(text: str) -> None:
    own = SIGN.format(id="idiots", act="act.privacy", words="idiots")
    signs = load({"own.toml": f'language = "en"\n{own}'}, ["own.toml"])
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(("ja", "en"), Sure({}, {})))
    found = examine(
        {"message": f"{text}, i want the money for that lamp back by friday and no excuses from anybody"}, signs, model
    )
    assert [finding.act for finding in found.findings] == ["act.privacy"]
    assert found.findings[0].view not in ("plain", "chat")


def test_a_threat_as_typed_in_a_chat_is_named_among_insults() -> None:
    text = (
        "your staff are useless morons and idiots, this shop is run by stupid clowns. i kno where ur kids go to school."
    )
    found = examine({"message": text}, signs_files.read(), signs_files.model())
    assert {"act.insult", "act.threat"} <= {finding.act for finding in found.findings}


@pytest.mark.parametrize(
    ("whole", "counts"), [("act.sns-exposure", True), ("act.sexual-stalking", True), ("act.insult", False)]
)
def test_private_things_are_named_beside_an_exposure_or_a_stalking(whole: str, counts: bool) -> None:
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(("ja", "en"), Sure({whole: 1.0}, {})))
    found = examine({"message": TEXT}, SIGNS, model)
    assert ("act.privacy" in {finding.act for finding in found.findings}) is counts


def test_who_would_post_a_photo_and_a_number_breaks_into_privacy() -> None:
    text = "Give me three years free or I will post your employee's photo and phone number."
    found = examine({"message": text}, signs_files.read(), signs_files.model())
    assert {"act.sns-exposure", "act.privacy"} <= {finding.act for finding in found.findings}


PRIVATE = {"act.privacy": 1.0}


class SureOfShort(Sure):
    """The same, to whom a sentence alone is what has few letters."""

    def read(self, texts: Sequence[str], **_: bool) -> list[Read]:
        given = [self.alone if len(text) < 60 else self.whole for text in texts]
        return [Read(9.0, {"act.insult": 1 - sum(likely.values()), **likely}) for likely in given]


def test_a_sentence_in_two_spellings_is_one_of_those_that_are_read() -> None:
    fruits = ["apple", "cherry", "quince", "mulberry", "damson", "medlar", "orange", "greengage"]
    named = dict.fromkeys(fruits, "act.meeting") | {"home": "act.privacy"}
    own = "".join(SIGN.format(id=word, act=act, words=f"you are {word}") for word, act in named.items())
    signs = load({"own.toml": f'language = "en"{own}'}, ["own.toml"])
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(("ja", "en"), SureOfShort({}, PRIVATE)))
    found = examine({"message": "".join(f"u r {word} tonight. " for word in named)}, signs, model)
    assert MOST_SENTENCES / 2 < len(named) <= MOST_SENTENCES
    assert [one.finding.act for one in found.suppressed] == ["act.meeting"] * len(fruits)
    assert [finding.act for finding in found.findings] == ["act.privacy"]
