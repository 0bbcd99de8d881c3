"""Who asks after people in a disaster or makes light of a mishap threatens nobody, unless at a price."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine

SIGNS = signs_files.read()


def examined(text: str) -> Examination:
    return examine({"message": text}, SIGNS)


@pytest.mark.parametrize(
    "text",
    [
        "地震のニュースを拝見しました。皆様とご家族のご無事をお祈りしております。",
        "能登の地震、ご家族の皆様はご無事でしょうか。心配しております。",
        "大雪の中、配達の方が無事に帰れるといいのですが。",
        "豪雨で被災されたとのこと、ご家族にお怪我はございませんか。",
        "I hope your family is safe after the flood last night.",
        "We heard about the fire at your depot. Are your families safe? Take all the time you need.",
        "Accidents happen, no worries!",
        "The vase arrived cracked. It's fine, accidents happen to everyone, no harm done.",
    ],
)
def test_sympathy_is_kept_with_its_reason_and_flags_nobody(text: str) -> None:
    found = examined(text)
    assert (found.flagged, {one.reason for one in found.suppressed}) == (False, {"sympathy"})


@pytest.mark.parametrize(
    "text",
    [
        "ご家族のご無事をお祈りしております。",
        "地震のニュースは見ましたか。返金しないなら、ご家族のご無事をお祈りしております。",
        "台風が来ますね。お子さんの怪我が心配です。慰謝料を払え。",
        "台風の夜だ。夜道に気をつけろ。",
        "地震のニュースを見た。お前の家族も殺してやる。",
        "Are your kids safe at that school?",
        "After the storm I hope your family is safe. Unless you refund me, that is.",
        "Accidents happen. Refund me by Friday. No worries.",
        "Accidents happen to people like you. No worries.",
        "There was a flood here. Watch your back on the way to the car park.",
    ],
)
def test_a_price_a_warning_or_no_occasion_leaves_it_a_threat(text: str) -> None:
    assert examined(text).severity in ("high", "emergency")
