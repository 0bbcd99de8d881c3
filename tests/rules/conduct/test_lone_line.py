"""A line that tells of a lawful step alone is nobody's threat; with anything more it is read as before."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, Signs, examine, load
from desk.rules.conduct.lone_line import reason, set_aside
from desk.rules.conduct.scan import Reading
from desk.rules.conduct.shapes import BY_WORDING, Finding, Strength, Suppressed

pytestmark = pytest.mark.usefixtures("known_sentences")

SIGNS, MODEL = signs_files.read(), signs_files.model()


def with_own(text: str) -> Signs:
    shipped = signs_files.texts()
    return load(shipped | {"own.toml": text}, tuple(shipped))


def examined(**fields: str) -> Examination:
    return examine(fields, SIGNS, MODEL)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "訴えるぞ",
            "絶対訴えるからな。",
            "返金しろ。訴えるぞ。",
            "返金しないなら訴えるぞ",
            "出るとこ出るぞ。",
            "解約してやる",
        ),
        *("法的手段に出るからな", "他社に乗り換えてやる！", "消費者センターに言うからな", "裁判起こすぞｗ"),
        *("im gonna sue yous", "See you in court!", "We'll report you to Trading Standards.", "I will sue you all"),
        *(
            "警察呼ぶぞ",
            "警察に相談するからな",
            "消費者センターに電話するわ",
            "弁護士立てるから",
            "通報するぞ",
            "法廷で決着つけてやる",
        ),
        *("二度と買わない", "二度と使うか", "もう解約だ", "口コミに書くからな", "レビューに正直に書くわ"),
        *("責任者出せ", "上の人出して", "上司を出せ！", "店長呼んで", "ふざけんな、責任者呼べ"),
        *(
            "I'd sue you",
            "I'll see you in court",
            "you'll be hearing from my lawyer",
            "I'm reporting you to the ombudsman",
        ),
        *("expect a letter from my solicitor", "Get your manager. Now.", "put me through to a supervisor"),
        *("I'll leave an honest review", "Refund me or I'm going to small claims."),
    ],
)
def test_a_line_that_tells_of_a_lawful_step_alone_is_not_held(text: str) -> None:
    assert reason(text, SIGNS) == "lawful"
    assert not examined(message=text).flagged


@pytest.mark.parametrize("subject", ["苦情", "お問い合わせ", "無題", "注文番号1234の件", "解約する"])
def test_a_subject_that_says_nothing_else_leaves_it_alone(subject: str) -> None:
    found = examined(subject=subject, message="訴えるぞ")
    assert not found.flagged
    assert {one.reason for one in found.suppressed} == {"lawful"}
    assert not examined(subject="Complaint", message="Get me your manager. Now.").flagged


@pytest.mark.parametrize("subject", ["覚悟しろ", "お前ら", "夜道", "ふざけるな、殺すぞ"])
def test_a_subject_that_may_say_more_has_it_read_as_before(subject: str) -> None:
    assert examined(subject=subject, message="訴えるぞ").flagged


def test_a_message_that_says_more_is_not_excused_by_a_subject_that_does_not() -> None:
    assert examined(subject="訴えるぞ", message="家も分かってるからな").flagged


@pytest.mark.parametrize(
    "text",
    [
        *(
            "訴えるぞ、殺すぞ",
            "訴えてやる。家に行くからな",
            "お前の家族を訴えるぞ",
            "訴えられたくなければ金を出せ",
            "訴えるぞ覚えてろ",
        ),
        *(
            "I'll see you all",
            "I'll take you out",
            "I'll report you to your wife",
            "sue you or kill you",
            "I'll sue you, you cow",
        ),
        *(
            "訴えるぞ、家も分かってるからな",
            "訴えるぞ、名前晒す",
            "責任者出せ、殺すぞ",
            "警察に言うな",
            "店長呼べ、裸で謝れ",
            "今すぐ社長を連れてこい",
        ),
        *(
            "返金しないなら口コミに書くぞ",
            "口コミに担当の名前を書くからな",
            "弁護士の家に行くぞ",
            "舐めてんのか、訴えるぞ、しね",
        ),
        *("I'll sue you and then I'll find you", "unless you refund me I'll leave a one star review"),
        *("I'll be waiting outside court", "get your manager and your wife", "訴える" * 50),
    ],
)
def test_with_anything_more_it_is_no_such_line(text: str) -> None:
    assert not reason(text, SIGNS)


@pytest.mark.parametrize(
    "text",
    [
        "訴えるぞ、家も分かってるからな",
        "I'll sue you and then I'll find you",
        "責任者出せ、殺すぞ",
        "訴えるぞ、名前晒す",
    ],
)
def test_a_threat_beside_a_lawful_step_is_held(text: str) -> None:
    assert examined(message=text).flagged


def test_one_field_with_something_else_is_enough_to_be_held() -> None:
    assert examined(subject="訴えるぞ", message="お前の家族を訴えるぞ").flagged
    assert examined(subject="お前の家族を訴えるぞ", message="訴えるぞ").flagged
    found = examined(message="訴えるぞ").opinion
    assert found is not None
    assert (found.unusual, found.act_guess, found.acts) == (False, None, ())


def test_what_was_unusual_and_which_signs_were_seen_is_told_with_the_reason() -> None:
    line = "ふざけんな、訴えるぞ"
    aside = examined(subject="通報するぞ", message=line).suppressed
    assert {one.reason for one in aside if one.finding.sign == BY_WORDING} == {"lawful"}
    for finding in (one.finding for one in aside):
        assert {"subject": "通報するぞ", "message": line}[finding.field][finding.start : finding.end] == finding.text
    review = examined(message="口コミに書くからな")
    assert review.findings == ()
    assert ("ja.exposure.publish", "lawful") in {(one.finding.sign, one.reason) for one in review.suppressed}


def test_whether_one_is_taken_for_a_fool_is_asked_in_a_figure_of_speech() -> None:
    found = examined(message="舐めてんの？")
    assert not found.flagged
    assert {(one.finding.sign, one.reason) for one in found.suppressed} == {(BY_WORDING, "idiom")}
    assert examined(message="舐めてんのか、家行くぞ").flagged


def test_an_operator_adds_words_to_the_parts_and_an_operators_own_sign_is_never_set_aside() -> None:
    line = "ねりきり委員会に訴えるぞ"
    assert not reason(line, SIGNS)
    more = with_own('language = "ja"\n[part.lone-authority]\nwords = "ねりきり委員会"\n')
    assert reason(line, more) == "lawful"
    assert not examine({"message": line}, more, MODEL).flagged

    own = '[[sign]]\nid = "own"\nact = "act.threat"\nstrength = "medium"\nany = ["lone-step"]\nmatch = ["通報するぞ"]\n'
    found = examine({"message": "通報するぞ"}, with_own(own), MODEL)
    assert (found.flagged, [one.sign for one in found.findings]) == (True, ["own"])


@pytest.mark.parametrize(
    ("act", "strength", "counts"),
    [("act.threat", "medium", False), ("act.threat", "strong", True), ("act.insult", "medium", True)],
)
def test_what_is_strong_or_of_another_kind_still_counts(act: str, strength: Strength, counts: bool) -> None:
    seen = Finding(act, "x", strength, "message", 0, 4, "訴えるぞ", "plain")
    kept, _, aside = set_aside([seen], None, {"message": "訴えるぞ"}, SIGNS)
    assert (kept, aside) == (((seen,), ()) if counts else ((), (Suppressed(seen, "lawful"),)))


def test_letters_of_two_alphabets_stay_unusual_whatever_they_say() -> None:
    # The letters a, e and o of three words of the second are Cyrillic ones.
    assert reason("I'm reporting you to the regulator and the ombudsman", SIGNS) == "lawful"
    mixed = "I'm rеpоrting you to the rеgulаtоr and the оmbudsmаn"
    assert reason(mixed, SIGNS) == "lawful"
    found = examined(message=mixed)
    assert (found.flagged, found.opinion and found.opinion.only_mixed) == (True, True)


def test_no_other_text_is_searched_for_these_words() -> None:
    said = Reading("i will expect your letter about the appointment. 明日電話します", SIGNS)
    assert not any(part.startswith("lone-") for part in said.places)
