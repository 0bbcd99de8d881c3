"""Signs that the second opinion doubts: seen, explained, and not counted, where nothing speaks against it."""

from collections.abc import Sequence

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, Opinion, doubt, examine, load
from desk.rules.conduct.opinion import read_model
from desk.rules.conduct.opinion_model import Read

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


TWO = """
language = "ja"
[part.home]
words = "お前の家"
[part.chief]
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
any = ["chief"]
match = ["責任者"]
"""
BOTH = load({"both.toml": TWO}, checked=["both.toml"])
HEAD = "責任者に伝えておけ。"
MEETING = "責任者が自宅まで来て三時間正座で説明しろ。来るまで毎日店に居座るからな。"


def acts(text: str, signs: object = BOTH, **fields: str) -> set[str]:
    return {finding.act for finding in examine({"message": text, **fields}, signs, MODEL).findings}  # type: ignore[arg-type]


def test_a_sign_of_another_act_than_the_inquiry_reads_as_is_shown_with_the_reason() -> None:
    found = seen(HEAD + THREAT, BOTH)
    assert [(finding.act, finding.text) for finding in found.findings] == [("act.threat", "お前の家に")]
    assert [(one.finding.act, one.reason) for one in found.suppressed] == [("act.meeting", "another")]
    assert found.flagged


def test_what_is_doubted_so_makes_the_inquiry_no_less_pressing() -> None:
    text = HEAD + THREAT
    assert seen(text, BOTH).severity == examine({"message": text}, BOTH).severity == "high"


def test_a_sentence_that_plainly_reads_as_the_signs_act_counts_beside_another() -> None:
    assert acts(THREAT + MEETING) == {"act.threat", "act.meeting"}


@pytest.mark.parametrize("between", ["見積書をお願いいたします。" * 20, ""], ids=["another window", "another field"])
def test_an_act_that_is_unusual_elsewhere_in_the_inquiry_is_no_other(between: str) -> None:
    demand = "責任者を今すぐここへ来させろ、会うまで帰らないから覚悟しておけ。"
    if between:
        assert acts(THREAT + between + demand) == {"act.threat", "act.meeting"}
    else:
        assert acts(THREAT, subject=demand) == {"act.threat", "act.meeting"}


def test_one_believed_sign_of_an_act_is_enough_for_all_of_them() -> None:
    found = seen(f"{HEAD}{THREAT}{MEETING}", BOTH)
    assert [one.finding.text for one in found.suppressed] == []
    assert [finding.text for finding in found.findings if finding.act == "act.meeting"] != ["責任者が"]


@pytest.mark.parametrize(
    ("signs", "fields"),
    [
        (load({"both.toml": TWO}), {}),
        (load({"both.toml": f'{TWO}despite = ["another"]\n'}, checked=["both.toml"]), {}),
        (BOTH, {"subject": "責任者"}),
        (BOTH, {"name": "責任者　太郎"}),
    ],
    ids=["an operator's", "one that withstands it", "a few words alone", "a name"],
)
def test_such_a_sign_counts_beside_another_act(signs: object, fields: dict[str, str]) -> None:
    message = THREAT if fields else HEAD + THREAT
    assert acts(message, signs, **fields) == {"act.threat", "act.meeting"}


def test_an_inquiry_that_is_flagged_by_its_signs_alone_keeps_them() -> None:
    text = {"message": HEAD + THREAT}
    findings = examine(text, BOTH).findings
    assert doubt.set_aside(findings, text, BOTH, MODEL, Opinion(0.65, ())) == (findings, ())


class Counting:
    """The shipped reader, counting the letters it is given."""

    def __init__(self, language: str) -> None:
        self.reader, self.letters = MODEL[language].reader, 0

    def read(self, texts: Sequence[str]) -> Sequence[Read]:
        self.letters += sum(map(len, texts))
        return self.reader.read(texts)

    def shares(self, text: str) -> Sequence[tuple[int, int, float]]:
        return self.reader.shares(text)


def test_a_text_full_of_signs_is_not_read_once_for_each_of_them() -> None:
    text = "お前らの家も職場も全部調べて責任者ごと燃やしてやるからな、" * 50
    sign = '[[sign]]\nid = "chief-{}"\nact = "act.meeting"\nany = ["chief"]\nmatch = ["責任者"]\n'
    begun = 'language = "ja"\n[part.chief]\nwords = "責任者"\n'
    several = [load({"it.toml": begun + "".join(map(sign.format, range(count)))}, ["it.toml"]) for count in (1, 9)]
    read = []
    for signs in several:
        readers = {language: Counting(language) for language in MODEL}
        model = read_model(signs_files.MODEL.read_text("utf-8"), readers)
        read.append((len(examine({"message": text}, signs, model).suppressed), readers["ja"].letters))
    (few, once), (many, nine_times) = read
    assert many == 9 * few > 0
    assert nine_times == once < 5 * len(text)


def test_a_threat_to_kill_is_named_among_demands() -> None:
    text = "回答には納得できません。サーバーの料金9,800円を全額返金しろ。しないなら全員殺してやる。"
    assert "act.violence" in {finding.act for finding in examine({"message": text}, signs_files.read(), MODEL).findings}
