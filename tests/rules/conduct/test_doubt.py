"""Signs that the second opinion doubts: seen, explained, and not counted, where nothing speaks against it."""

from collections.abc import Sequence

import pytest
from inquiry_readers import NothingMisspelt
from own_sign import SIGN

from desk import signs_files
from desk.rules.conduct import Examination, Opinion, Signs, doubt, examine, load
from desk.rules.conduct.opinion import read_model
from desk.rules.conduct.opinion_model import Read

pytestmark = pytest.mark.usefixtures("known_sentences")

MODEL = signs_files.model()
HOME = SIGN.format(id="home", act="act.threat", words="お前の家")
CHIEF = SIGN.format(id="chief", act="act.meeting", words="責任者")
PAPERS = SIGN.format(id="papers", act="act.threat", words="必要な書類")


def signs(*texts: str, operators: bool = False) -> Signs:
    """The signs of a file of these, shipped or an operator's own."""
    return load({"own.toml": 'language = "ja"' + "".join(texts)}, [] if operators else ["own.toml"])


SHIPPED = signs(PAPERS, HOME)
ORDINARY = "ドメインの名義を変更したいのですが、必要な書類を教えてください。"
THREAT = "直らなければ、お前の家に火をつけてやるからな。"


def seen(text: str, by: Signs = SHIPPED) -> Examination:
    """The text examined by one sign and the shipped model."""
    return examine({"message": text}, by, MODEL)


def test_a_sign_in_an_ordinary_text_is_shown_with_the_reason_and_flags_nobody() -> None:
    found = seen(ORDINARY)
    assert not found.flagged
    assert found.findings == ()
    expected = [("必要な書類を", "ordinary")]
    assert expected == [(one.finding.text, one.reason) for one in found.suppressed]


@pytest.mark.parametrize(
    "text",
    [
        "We want to beat the drum for our new shop and hit every mailbox in town on Friday. How many mails may I send?",
        "弟の住所は私が知っています。引っ越したばかりで郵便が届かないそうなので、次の請求書はそちらへ送っていただけますか。",
    ],
)
def test_what_surrounds_a_sign_tells_more_than_its_own_words(text: str) -> None:
    shipped = signs_files.read()
    assert examine({"message": text}, shipped).flagged
    assert not examine({"message": text}, shipped, MODEL).flagged


@pytest.mark.parametrize(
    "by",
    [signs(PAPERS, operators=True), signs(PAPERS, 'despite = ["ordinary"]')],
    ids=["an operator's", "one that withstands it"],
)
def test_such_a_sign_counts_all_the_same(by: Signs) -> None:
    assert seen(ORDINARY, by).flagged


def test_a_sentence_that_is_unusual_by_itself_counts_whatever_is_asked_around_it() -> None:
    asked = "返金しないという回答には納得できません。サーバーの料金9,800円を全額返金してください。"
    shipped = signs_files.read()
    assert not examine({"message": asked}, shipped, MODEL).flagged
    assert examine({"message": asked + "何度断られても同じ要求を送り続けます。"}, shipped, MODEL).flagged


def test_without_the_second_opinion_every_sign_counts() -> None:
    assert examine({"message": ORDINARY}, SHIPPED).flagged


def test_a_word_or_two_are_too_few_to_read_ordinary() -> None:
    assert seen("書類", signs(SIGN.format(id="paper", act="act.threat", words="書類"))).flagged


@pytest.mark.parametrize(
    ("text", "sign", "flagged"),
    [
        ("デブなので3Lより大きいのありますか", "ja.insult.slur", False),
        ("俺ほんとバカだわ、宛先間違えて注文した", "ja.insult.slur", False),
        ("使えねえな、おまえ", "ja.insult.knock", True),
        ("stfu and fix it", "en.insult.outburst", True),
        ("you cunts", "en.insult.slur", True),
        ("kys", "en.insult.death-wish", True),
    ],
)
def test_of_a_single_line_a_sign_is_doubted_only_where_it_surely_reads_ordinary(
    text: str, sign: str, flagged: bool
) -> None:
    found = examine({"message": text}, signs_files.read(), MODEL)
    assert found.flagged == flagged
    counted = found.findings if flagged else [one.finding for one in found.suppressed if one.reason == "ordinary"]
    assert sign in {finding.sign for finding in counted}


def test_of_a_single_line_that_is_surely_unusual_a_sign_of_another_act_is_set_aside() -> None:
    found = examine({"message": "役立たずのババアを電話に出すな"}, signs_files.read(), MODEL)
    assert {finding.act for finding in found.findings} == {"act.insult"}
    assert {one.finding.act for one in found.suppressed if one.reason == "another"} == {"act.dignity"}


def test_violence_that_is_announced_is_no_other_act_among_insults() -> None:
    found = examine({"message": "おめえらみてえな低能、まとめてぶっ殺してやっからな。"}, signs_files.read(), MODEL)
    assert {"act.insult", "act.violence", "act.threat"} <= {finding.act for finding in found.findings}


def test_one_grave_sentence_counts_among_many_ordinary_ones() -> None:
    text = f"{'見積書をお願いいたします。' * 6}{THREAT}{'請求書は郵送でお願いいたします。' * 6}"
    expected = ["お前の家に"]
    assert expected == [finding.text for finding in seen(text).findings]


def test_a_disguise_in_what_surely_reads_ordinary_is_one_by_chance() -> None:
    found = seen(ORDINARY.replace("必要な書類", "必・要・な・書・類"))
    assert (found.flagged, found.findings) == (False, ())
    expected = [("必・要・な・書・類を", "spaced", "ordinary")]
    assert expected == [(one.finding.text, one.finding.view, one.reason) for one in found.suppressed]
    assert seen(THREAT.replace("お前の家", "お・前・の・家")).flagged


LETTER = "先週購入した洗濯機の脱水が止まりません。{}修理の日程をご連絡いただけますか。保証書は手元にございます。"


@pytest.mark.parametrize(
    "threat", ["返金しないなら56す。", "🔪を持って伺います。", "いつか○してやります。", "返金しないなら殺す。"]
)
def test_a_threat_in_a_polite_letter_counts_disguised_or_not(threat: str) -> None:
    assert examine({"message": LETTER.format(threat)}, signs_files.read(), MODEL).flagged


def test_a_sentence_reads_the_same_whatever_stands_before_it() -> None:
    letter = "The machine does not spin. I'll kill you if not. Could you tell me when a technician can come? Thank you."
    assert examine({"message": letter}, signs_files.read(), MODEL).flagged


def test_what_stands_in_a_name_is_not_asked_about() -> None:
    found = examine({"name": "必要な書類", "message": ORDINARY.replace("必要な", "")}, SHIPPED, MODEL)
    expected = [("name", "必要な書類")]
    assert expected == [(finding.field, finding.text) for finding in found.findings]


BOTH = signs(HOME, CHIEF, 'severity = "high"')
HEAD = "責任者に伝えておけ。"
MEETING = "責任者が自宅まで来て三時間正座で説明しろ。来るまで毎日店に居座るからな。"


def acts(text: str, by: Signs = BOTH, **fields: str) -> set[str]:
    return {finding.act for finding in examine({"message": text, **fields}, by, MODEL).findings}


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


DEMAND = "責任者を今すぐここへ来させろ、会うまで帰らないから覚悟しておけ。"


@pytest.mark.parametrize(
    "fields",
    [{"text": THREAT + "見積書をお願いいたします。" * 20 + DEMAND}, {"text": THREAT, "subject": DEMAND}],
    ids=["another window", "another field"],
)
def test_an_act_that_is_unusual_elsewhere_in_the_inquiry_is_no_other(fields: dict[str, str]) -> None:
    assert acts(**fields) == {"act.threat", "act.meeting"}


def test_one_believed_sign_of_an_act_is_enough_for_all_of_them() -> None:
    found = seen(f"{HEAD}{THREAT}{MEETING}", BOTH)
    assert found.suppressed == ()
    assert [finding.text[:3] for finding in found.findings if finding.act == "act.meeting"] == ["責任者"] * 2


@pytest.mark.parametrize(
    ("by", "fields"),
    [
        (signs(HOME, CHIEF, operators=True), {}),
        (signs(HOME, CHIEF, 'despite = ["another"]'), {}),
        (BOTH, {"subject": "責任者"}),
        (BOTH, {"name": "責任者　太郎"}),
    ],
    ids=["an operator's", "one that withstands it", "a few words alone", "a name"],
)
def test_such_a_sign_counts_beside_another_act(by: Signs, fields: dict[str, str]) -> None:
    message = THREAT if fields else HEAD + THREAT
    assert acts(message, by, **fields) == {"act.threat", "act.meeting"}


def test_an_inquiry_that_is_flagged_by_its_signs_alone_keeps_them() -> None:
    text = {"message": HEAD + THREAT}
    findings = examine(text, BOTH).findings
    assert doubt.set_aside(findings, text, BOTH, MODEL, Opinion(0.65, ())) == (findings, ())


class Counting(NothingMisspelt):
    """The shipped reader, counting the letters it is given."""

    def __init__(self, language: str) -> None:
        self.reader, self.letters = MODEL[language].reader, 0

    def read(self, texts: Sequence[str], *, listening: bool = False) -> Sequence[Read]:
        self.letters += sum(map(len, texts))
        return self.reader.read(texts, listening=listening)

    def shares(self, text: str, read: Read, need: str = "") -> Sequence[tuple[int, int, float]]:
        return self.reader.shares(text, read, need)


def test_a_text_full_of_signs_is_not_read_once_for_each_of_them() -> None:
    text = "お前らの家も職場も全部調べて責任者ごと燃やしてやるからな、" * 5
    more = '[[sign]]\nid = "chief-{}"\nact = "act.meeting"\nany = ["chief"]\nmatch = ["責任者"]\n'
    several = [signs(CHIEF, *map(more.format, range(count - 1))) for count in (1, 9)]
    read = []
    for by in several:
        readers = {language: Counting(language) for language in MODEL}
        model = read_model(signs_files.MODEL.read_text("utf-8"), readers)
        read.append((len(examine({"message": text}, by, model).suppressed), readers["ja"].letters))
    (few, once), (many, nine_times) = read
    assert many == 9 * few > 0
    assert nine_times == once < 5 * len(text)


@pytest.mark.parametrize(
    "text",
    [
        "回答には納得できません。サーバーの料金9,800円を全額返金しろ。しないなら全員殺してやる。",
        "返金しないという回答には納得できません。サーバーの料金9,800円を全額返金してください。お前ら全員殺す。",
    ],
)
def test_a_threat_to_kill_is_named_among_demands(text: str) -> None:
    assert "act.violence" in {finding.act for finding in examine({"message": text}, signs_files.read(), MODEL).findings}
