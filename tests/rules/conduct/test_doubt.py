"""Signs that the second opinion doubts: seen, explained, and not counted, where nothing speaks against it."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, Opinion, doubt, examine, load

MODEL = signs_files.model()
FILE = """
language = "ja"
[part.thing]
words = "必要な書類, お前の家"
[[sign]]
id = "thing"
act = "act.threat"
any = ["thing"]
match = ["必要な書類"]
"""
SHIPPED = load({"thing.toml": FILE}, checked=["thing.toml"])
OPERATORS = load({"thing.toml": FILE})
FIRM = load({"thing.toml": f'{FILE}despite = ["ordinary"]\n'}, checked=["thing.toml"])
ORDINARY = "ドメインの名義を変更したいのですが、必要な書類を教えてください。"
THREAT = "直らなければ、お前の家に火をつけてやるからな。"


def seen(text: str, signs: object = SHIPPED) -> Examination:
    """The text examined by one sign and the shipped model."""
    return examine({"message": text}, signs, MODEL)  # type: ignore[arg-type]


def test_a_sign_in_an_ordinary_text_is_shown_with_the_reason_and_flags_nobody() -> None:
    found = seen(ORDINARY)
    assert not found.flagged
    assert found.findings == ()
    expected = [("必要な書類を", "ordinary")]
    assert expected == [(one.finding.text, one.reason) for one in found.suppressed]


@pytest.mark.parametrize("signs", [OPERATORS, FIRM], ids=["an operator's", "one that withstands it"])
def test_such_a_sign_counts_all_the_same(signs: object) -> None:
    assert seen(ORDINARY, signs).flagged


def test_without_the_second_opinion_every_sign_counts() -> None:
    assert examine({"message": ORDINARY}, SHIPPED).flagged


def test_a_few_words_alone_are_too_few_to_read_ordinary() -> None:
    assert seen("必要な書類は").flagged


def test_one_grave_sentence_counts_among_many_ordinary_ones() -> None:
    text = f"{'見積書をお願いいたします。' * 6}{THREAT}{'請求書は郵送でお願いいたします。' * 6}"
    expected = ["お前の家に"]
    assert expected == [finding.text for finding in seen(text).findings]


def test_what_stands_in_a_name_is_not_asked_about() -> None:
    found = examine({"name": "必要な書類", "message": ORDINARY.replace("必要な", "")}, SHIPPED, MODEL)
    expected = [("name", "必要な書類")]
    assert expected == [(finding.field, finding.text) for finding in found.findings]


DANCE = """
language = "ja"
[part.home]
words = "お前の家"
[part.pay]
words = "責任者"
[[sign]]
id = "home"
act = "act.threat"
any = ["home"]
match = ["お前の家"]
[[sign]]
id = "chief"
act = "act.meeting"
severity = "high"
any = ["pay"]
match = ["責任者"]
"""
BOTH = load({"both.toml": DANCE}, checked=["both.toml"])
HEAD = "責任者に伝えておけ。"
SECOND = "ついでに、責任者が自宅まで来て三時間正座で説明しろ。来るまで毎日店に居座るからな。"


def test_a_sign_of_another_act_than_the_inquiry_reads_as_is_shown_with_the_reason() -> None:
    found = seen(HEAD + THREAT, BOTH)
    assert [(finding.act, finding.text) for finding in found.findings] == [("act.threat", "お前の家に")]
    assert [(one.finding.act, one.reason) for one in found.suppressed] == [("act.meeting", "another")]
    assert found.flagged


def test_what_is_doubted_so_makes_the_inquiry_no_less_pressing() -> None:
    text = HEAD + THREAT
    assert seen(text, BOTH).severity == examine({"message": text}, BOTH).severity == "high"


def test_a_sentence_that_plainly_reads_as_the_signs_act_counts_beside_another() -> None:
    found = seen(THREAT + SECOND, BOTH)
    assert {finding.act for finding in found.findings} == {"act.threat", "act.meeting"}


def test_an_operators_sign_is_not_doubted() -> None:
    found = seen(HEAD + THREAT, load({"both.toml": DANCE}))
    assert {finding.act for finding in found.findings} == {"act.threat", "act.meeting"}


def test_an_inquiry_that_is_flagged_by_its_signs_alone_keeps_them() -> None:
    text = {"message": HEAD + THREAT}
    findings = examine(text, BOTH).findings
    assert doubt.set_aside(findings, text, BOTH, MODEL, Opinion(0.65, ())) == (findings, ())
