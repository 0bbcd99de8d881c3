"""Cues that somebody needs care: everyday words give none, a plain statement gives one, whatever stands around it."""

import pytest

from desk import signs_files
from desk.rules.conduct import URGENT, Examination, examine

SIGNS = signs_files.read()


def examined(text: str) -> Examination:
    return examine({"message": text}, SIGNS)


def urgent(text: str) -> set[str]:
    return {cue.care for cue in examined(text).care} & URGENT


@pytest.mark.parametrize(
    "text",
    [
        "もう限界です。三日も電話がつながりません。",
        "棚板に別の品番がつけられています。",
        "強い風で幟が倒れています。",
        "薬をまとめて返品したいです。",
        "救急車の模型を探しています。",
        "値上げに殺されそうです。",
        "頭痛から楽になりたいので、枕を選んでください。",
        "遺書の書き方の講座はありますか。",
        "御社の担当には責任者という意識がない。",
        "お前に生きる資格はない。",
        "窓口の方が酔った客に殴られました。",
        "I cut myself on the edge of your shelf.",
        "Sadly we can't go on the boat trip.",
        "I don't want to live near the airport.",
        "I don't want to wake up my flatmate, please don't ring.",
        "The price is locked in for a year.",
        "My husband hit the kerb with your hire car.",
        "The new coat is so tight that I can't breathe in it.",
        "My sister will kill me when she hears what it cost.",
        "Do you sell a toy ambulance?",
        "Does your travel insurance cover dialysis?",
        "You'd be better off dead.",
    ],
)
def test_everyday_words_give_no_urgent_cue(text: str) -> None:
    assert urgent(text) == set()


@pytest.mark.parametrize(
    ("text", "care"),
    [
        ("今夜死にます。", "self-harm"),
        ("薬をたくさん飲んでしまいました。", "self-harm"),
        ("息子が死にたいと言っています。", "self-harm"),
        ("もう限界です。死にたいです。", "self-harm"),
        ("私なんか死ねばいい", "self-harm"),
        ("死ねばいいのにと自分で思います。", "self-harm"),
        ("俺が死ねばいいんだろ", "self-harm"),
        ("おれが死んだらええんやろな", "self-harm"),
        ("夫に首を絞められました。", "danger"),
        ("父が玄関で倒れて息をしていません。", "danger"),
        ("店に刃物を持った男がいます。", "danger"),
        ("廊下でガスの臭いがします。", "danger"),
        ("娘がボタン電池を飲み込みました。", "danger"),
        ("i cant go on", "self-harm"),
        ("I dont want to live anymore", "self-harm"),
        ("My son says he wants to kill himself", "self-harm"),
        ("I have been feeling suicidal since your letter.", "self-harm"),
        ("He's got a gun and he's in your shop now", "danger"),
        ("my baby drank your oven cleaner", "danger"),
        ("we are stuck in the lift, nobody answers", "danger"),
        ("My father has collapsed and the alarm is silent", "danger"),
    ],
)
def test_a_plain_statement_gives_one_whoever_makes_it(text: str, care: str) -> None:
    assert care in urgent(text)


@pytest.mark.parametrize(
    "text",
    [
        "I was told that my claim is refused and I want to die.",
        "I'm a victim of fraud and I want to kill myself",
        "My thesis is lost with your backup and I want to kill myself",
        "I want to end my life, please remove my photos afterwards",
        'I wrote "I want to die" in my last mail and nobody replied.',
        "小説の原稿を消されました。もう死にたいです。",
        "窓口で「死にたい」と言いましたが、笑われました。",
        "We run a hotel and there is a gas leak in the cellar",
    ],
)
def test_no_context_silences_it(text: str) -> None:
    assert urgent(text)


def test_what_the_context_excuses_is_listed() -> None:
    found = examined("ある方の書き込みに「明日死にます。もう死にたい」とありました。")
    assert found.care == ()
    assert {(one.finding.act, one.reason) for one in found.suppressed} == {("self-harm", "quote")}


def test_what_another_sign_heeds_is_not_listed_as_excused() -> None:
    found = examined('I wrote "I want to die" in my last mail and nobody replied.')
    assert [one.finding.text for one in found.suppressed] == []


def test_a_wish_that_another_dies_is_not_the_senders_despair() -> None:
    found = examined("首を吊って死んでください。")
    assert found.flagged
    assert found.care == ()


@pytest.mark.parametrize(
    "text", ["死ねばいいのにと自分で思います。", "私が死ねばいいのですね。", "死ねばいいのは私です。"]
)
def test_a_wish_to_die_oneself_insults_nobody(text: str) -> None:
    found = examined(text)
    assert {cue.care for cue in found.care} == {"self-harm"}
    assert not found.flagged


@pytest.mark.parametrize(
    "text",
    [
        "車いすの社員さんをもう寄こさないで",
        "耳の聞こえない店員さんが筆談で丁寧に案内してくれました。",
        "The clerk in the wheelchair was rude to me.",
        "Your autistic cashier was the quickest of all.",
    ],
)
def test_a_disability_of_the_staff_is_no_need_of_the_writer(text: str) -> None:
    assert examined(text).care == ()


@pytest.mark.parametrize(
    "text",
    [
        "車いすの私に店員さんが席を譲ってくれました。",
        "Your staff were kind, I am in a wheelchair.",
        "障害があり、社員の方の助けが要ります。",
    ],
)
def test_the_writers_own_beside_the_staff_is_heard(text: str) -> None:
    assert {cue.care for cue in examined(text).care} == {"disability"}
