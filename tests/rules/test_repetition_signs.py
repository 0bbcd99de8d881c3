"""What a single message is taken for: each rule on words that it means and on words that only look alike."""

from datetime import UTC, datetime

import pytest

from desk.rules.repetition import assess, excuses, news, pressure, unable
from desk.rules.repetition.reading import Message, Reading
from desk.rules.repetition.rule import Rule
from desk.rules.repetition.topics import beside, topics
from desk.rules.repetition.wording import naming


@pytest.mark.parametrize(
    ("rule", "meant", "alike"),
    [
        (pressure.COUNTED, "これで五度目です。", "3回目のお支払いができません。"),
        (pressure.COUNTED, "三回目のお願いです", "三度目の水漏れです"),
        (pressure.COUNTED, "this is my fourth request", "the server failed for the third time in a week"),
        (pressure.COUNTED, "the fourth time i am asking", "the third letter of my name"),
        (pressure.INSISTING, "できないというお返事はもう結構です", "ご返事はいりますか"),
        (pressure.INSISTING, "説明はたくさんだ", "ご説明はたくさんいただき感謝します"),
        (pressure.COUNTED, "this is the fourth request", "3回目の請求書が届きません"),
        (pressure.COUNTED, "十二回目のお願いです", "三回目のメール配信が失敗しました"),
        (pressure.COUNTED, "the fifth time i write", "with time i saw the picture fade"),
        (pressure.INSISTING, "i reject your answer completely", "our servers reject the mails you send"),
        (pressure.INSISTING, "the matter is not closed", "my account is not closed"),
        (pressure.INSISTING, "your rules mean nothing to me", "the word proration means nothing to me"),
        (pressure.INSISTING, "your answer is garbage", "your answer is garbage characters on my screen"),
        (pressure.RESUMING, "何度もお願いしています", "何度も確認メールが送られてきます"),
        (pressure.RESUMING, "まだわかりませんか", "人数がまだわからないのですが"),
        (pressure.RESUMING, "as before we are asking for the money", "the same lights as before, we need two"),
        (pressure.RESUMING, "a customer has told you four times", "my brother has told you our new address"),
        (pressure.RESUMING, "how many times do i have to ask", "how many times can i renew"),
        (pressure.RESUMING, "in spite of my letters", "i will come back to you about the keys"),
        (unable.UNREADABLE, "it is all garbage characters", "the garbage is collected at nine"),
        (pressure.CAMPAIGN, "i shall write to you again until it is done", "i shall not write about it again"),
        (pressure.CAMPAIGN, "収集の日は毎回送ります", "毎回ありがとうございます"),
        (excuses.WITHDRAWN, "やっと諦めがつきました", "どうしても諦めがつきません"),
        (excuses.WITHDRAWN, "写真の補償の件、これ以上は申しません", "これ以上は待てません"),
        (excuses.WITHDRAWN, "ご判断を受け入れます", "そのご判断は受け入れられません"),
        (excuses.WITHDRAWN, "この件はこれで終わりにします", "これで終わりではありません"),
        (excuses.WITHDRAWN, "前の連絡は無視してください", "連絡は無視してばかりですね"),
        (excuses.WITHDRAWN, "i no longer ask for the refund", "i ask for the refund"),
        (excuses.WITHDRAWN, "i won't trouble you any more", "i am sorry to trouble you again"),
        (excuses.WITHDRAWN, "i have decided not to pursue the refund any further", "i will pursue the refund"),
        (excuses.WITHDRAWN, "please ignore my demand for the refund", "you ignore my demand for the refund"),
        (excuses.WITHDRAWN, "i am closing the matter from my side", "you may not close my account"),
        (excuses.WITHDRAWN, "返金はもう結構です", "返信はもう結構です"),
        (excuses.DONE_WITH, "もういいです。", "もういい加減にしてください"),
        (excuses.DONE_WITH, "もういい", "もういい、金を返せ"),
        (excuses.DONE_WITH, "もう言いません", "何も言いませんでした"),
        (excuses.DONE_WITH, "返してとは言いません", "満額とは言いません"),
        (excuses.DONE_WITH, "返還は求めないそうです", "返還を求めないとは誰も言っていません"),
        (excuses.DONE_WITH, "はいはい、払います。", "はい、払いますから直してください"),
        (excuses.DONE_WITH, "しゃあない、払うわ", "しゃあしゃあと言うな"),
        (excuses.DONE_WITH, "他社に移りました", "他社に移ります"),
        (excuses.DONE_WITH, "自分でやりました", "自分でやる気はありません"),
        (excuses.DONE_WITH, "ご返信は不要です", "返信が不要な人はいません"),
        (excuses.DONE_WITH, "言うのはこれで最後にする", "これで最後にする"),
        (excuses.DONE_WITH, "well, that's that", "move two of them and that's that"),
        (excuses.DONE_WITH, "fine, keep it", "i will not let you keep it"),
        (excuses.DONE_WITH, "keep the fee, then", "you cannot keep the fee"),
        (excuses.DONE_WITH, "ok i accept.", "that is not an answer i accept."),
        (excuses.DONE_WITH, "i have paid it", "i have paid for it"),
        (excuses.DONE_WITH, "no refund then", "there is no refund and then there was"),
        (excuses.DONE_WITH, "you needn't reply", "you need to reply"),
        (excuses.DONE_WITH, "you don't need to write back", "you need to write back"),
        (excuses.DONE_WITH, "we're done.", "we're done for if you don't pay"),
        (excuses.DONE_WITH, "i'm done asking", "i'm not done"),
        (excuses.DONE_WITH, "the matter is for us finished", "the matter is not yet finished"),
        (excuses.DONE_WITH, "i'll say no more", "i'll say it once more"),
        (excuses.DONE_WITH, "lesson learned", "you have learned nothing"),
        (excuses.DONE_WITH, "we moved everything to another host", "move my domain to another account"),
        (excuses.DONE_WITH, "i bought it elsewhere", "i bought it here"),
        (excuses.MISSED, "this answer is about hospital stays", "i want an answer and it is about time"),
        (unable.CARE, "please write in japanese", "he was placed in japanese level 2"),
        (unable.CARE, "could you tell me that in french", "my course in french was cancelled, pay up"),
        (unable.CARE, "i only understand things in spanish", "pay me in japanese yen"),
        (unable.CARE, "my daughter translates for me", "where is the translation i paid for"),
        (unable.CARE, "an interpreter is needed", "your interpreter fee is too high"),
        (unable.CARE, "通訳がおりません", "通訳料を返してください"),
        (unable.CARE, "i need it translated", "refund the translation service fee"),
        (unable.UNREADABLE, "i cannot read your letter", "i don't read your paragraphs any more"),
        (unable.UNREADABLE, "i don't understand your answer", "i do not read the small print"),
        (news.NEWS, "there is something else: the lid broke", "i bought something else and am done"),
        (news.NEWS, "it has been out since 1 may", "i have been paying you since 1997"),
        (news.FAULT, "same thing as before, it drips", "two letters, which came to the same thing"),
        (unable.CARE, "my memory is not what it was", "his last memory is that you kept the money"),
        (unable.CARE, "mum's memory is going", "my memory is perfect, you owe me the fee"),
        (unable.CARE, "my memory is no longer good", "your company's memory is short"),
        (unable.UNREADABLE, "i don't read your script", "i don't read your letters any more"),
        (unable.UNREADABLE, "i don't read your alphabet", "i don't read your excuses"),
        (excuses.MISSED, "what i wanted was to know the sum", "what i would like is for the counter to go"),
        (excuses.MISSED, "what i meant was the other bill", "what i wanted was to get the fee back"),
        (excuses.THANKS, "i withdraw, you were quick", "i have withdrawn my son from school"),
        (excuses.WITHDRAWN, "i withdraw my request", "let me withdraw my money"),
        (excuses.WITHDRAWN, "my claim of $80 is withdrawn", "my complaint stands until the fee is withdrawn"),
        (excuses.CLARIFYING, "is that a yearly price?", "the end of it is that a month is lost"),
        (unable.CARE, "i read it with a translator", "the translation fee is too high"),
        (unable.CARE, "could you send your answer with a translation?", "15 % for late delivery of my translation"),
        (unable.CARE, "i have to rely on translation", "the contract you translated is full of mistakes"),
        (unable.CARE, "can you translate your answer", "you translated my diploma wrongly"),
        (unable.CARE, "the translators on my phone do not help", "he was replaced by another translator"),
        (unable.CARE, "google translation makes no sense", "google translation service fee"),
        (unable.CARE, "please send me the text translated", "i need another document translated"),
        (unable.UNREADABLE, "can it be translated", "i need another document translated"),
        (unable.UNREADABLE, "please send me the text translated", "the contract you translated is wrong"),
        (unable.CARE, "高齢のため操作が難しいです", "80歳の母の旅行代金を返金できないとは何事ですか"),
        (unable.AGED, "八十歳です", "合計12,880になる清掃代を返金してください"),
        (unable.AGED, "i am 82 and slow", "i bought it at 89 euros, refund it"),
        (unable.AGED, "at 81, i need more time", "refund me at 90 percent"),
        (unable.CARE, "娘に代わりに書いてもらっています", "主人の代わりに書きます。返金してください"),
        (unable.CARE, "吃音で言葉が出にくいので書面でお願いします", "あきれて言葉が出ません"),
        (unable.CARE, "通訳が必要です", "通訳サービスの料金を返金してください"),
        (unable.CARE, "母は認知症です", "不具合を認知しているはずです"),
    ],
)
def test_a_rule_finds_what_it_means_and_leaves_what_looks_alike(rule: Rule, meant: str, alike: str) -> None:
    assert rule.search(meant)
    assert not rule.search(alike)


@pytest.mark.parametrize(
    ("topic", "spoken_of", "alike"),
    [
        ("chief", "a talk with the head of school", "delivered ahead of the deadline"),
        ("chief", "please ask the principal", "the principal amount of the loan"),
        ("meet", "a personal conversation, ten minutes", "we talk about face cream"),
    ],
)
def test_a_topic_is_found_in_its_words_alone(topic: str, spoken_of: str, alike: str) -> None:
    assert topic in topics(spoken_of)
    assert topic not in topics(alike)


def test_who_resumes_without_an_answer_does_not_resume() -> None:
    said = Message(
        datetime(2026, 10, 1, tzinfo=UTC), "a@one.example", "A", "I told you four times.", answered_before=False
    )
    assert not Reading(0, said).resumes


def test_what_is_left_beside_topics_hangs_on_no_order_of_theirs() -> None:
    text = "違約金は払いません。なしにしてください。"
    found = sorted(topics(text))

    assert len(found) > 1
    assert beside(text, found) == beside(text, found[::-1])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("booking r8wq5d please", {"r8wq5d"}),
        ("booking r5wq7d, k7qx3p or 9kg4qa", {"r5wq7d", "k7qx3p", "9kg4qa"}),
        ("order 7719203, as before", {"7719203"}),
        ("on ubuntu24 with utf8 and windows11", set()),
        ("it took me 1h5min, call 9am5pm", set()),
    ],
)
def test_a_booking_names_one_thing_whatever_few_digits_it_has(text: str, names: set[str]) -> None:
    assert naming(text) == names


@pytest.mark.parametrize(
    ("text", "is_new"),
    [
        ("Please cancel my order 2041.", True),
        ("Please cancel my order 2B19957.", True),
        ("Please cancel my order, a customer since 1997.", False),
        ("Please cancel my order, a customer since May 1997.", False),
        ("Please c4nc3l my 0rd3r, c4nc3l my order.", False),
    ],
)
def test_a_number_is_another_order_unless_it_tells_the_year(text: str, is_new: bool) -> None:
    texts = ["Please cancel my order.", "Please cancel my order, as I wrote.", text]
    told = [
        Message(datetime(2026, 9, 7 + at, tzinfo=UTC), "ken@example.jp", "Ken Ito", each, answered_before=at > 0)
        for at, each in enumerate(texts)
    ]
    assert assess(told).repetition is not is_new
