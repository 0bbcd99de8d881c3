"""The readers of dialogues as shipped: what they hear where no sign is, what they leave alone, and their bounds."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from desk import signs_files
from desk.rules.repetition import Message, assess
from desk.rules.repetition.reader import LONGEST, DialogueReader, Together, read_reader, spelt
from desk.rules.repetition.told import MOST_EARLIER

MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)
TICKETS = "先週の公演に間に合わなかったのは電車の遅れのせいです。チケット代8,000円を返してください。"
CONCERT = "I missed the concert because my train was late. Please give me my 80 dollars back."


def both() -> Together:
    found = signs_files.dialogues()
    assert isinstance(found, Together)
    return found


def reader() -> DialogueReader:
    return both().readers[0]


def told(*texts: str) -> list[Message]:
    """What one sender writes every fourth day; all but the first after an answer."""
    return [
        Message(MONDAY + timedelta(days=4 * at), "yamada@example.jp", "山田 太郎", text, answered_before=at > 0)
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (TICKETS, "電車が止まったのは私のせいではありません。あの日のために貯めたお金なんです。"),
        (TICKETS, "そんな決まりは私には関係ありません。あなたの一存で何とでもなるはずです。"),
        (CONCERT, "I had looked forward to that evening for months, and surely somebody there has a heart."),
        (CONCERT, "That is a poor excuse. My daughter cried all the way home, and you sit on our money. Think again."),
    ],
)
def test_the_same_demand_in_wholly_other_words_is_heard(first: str, again: str) -> None:
    dialogue = told(first, again)

    assert not assess(dialogue).repetition
    heard = assess(dialogue, both())
    assert (heard.repetition, heard.heard, heard.same_as) == (True, True, (0,))


@pytest.mark.parametrize(
    "demand",
    [
        "先月解約したサーバーの料金9,800円を全額返金してください。",
        "社長を出せ。",
        "The kettle is broken. Refund it.",
        "Refund. Now.",
        "I demand that your CEO apologise to me in person.",
        "You broke my sofa. Send a new one, Tuesday before 8 am, Gate 2.",
    ],
)
def test_a_demand_in_the_very_same_words_is_not_doubted(demand: str) -> None:
    assert assess(told(demand, demand), both()).repetition
    assert assess(told(*[demand] * 4), both()).repetition


def test_an_order_in_the_very_same_words_is_doubted_but_not_within_a_day() -> None:
    tankers = "Two tankers 12,000 L, Block C sump, Tuesday before 8 am. Gate 2."
    weekly = [replace(one, at=MONDAY + timedelta(weeks=at)) for at, one in enumerate(told(tankers, tankers, tankers))]
    hourly = [replace(one, at=MONDAY + timedelta(hours=at)) for at, one in enumerate(told(*[tankers] * 6))]

    assert assess(weekly).repetition
    assert assess(weekly, both()).doubted
    assert assess(hourly, both()).repetition


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (TICKETS, "ご案内のとおり、鉄道会社の遅延証明書を取り寄せましたので添付します。ご確認をお願いします。"),
        (TICKETS, "別の日への振り替えなら可能とのことですが、いつまでに決めればよいでしょうか。"),
        (TICKETS, "金曜までに振り込むとのことでしたが、まだ入金がありません。いったいどうなっているのですか。"),
        (CONCERT, "As you suggested, I asked the railway for a certificate of the delay. It is attached."),
        (CONCERT, "You wrote that the money would be with me by Friday. It is Tuesday. This is a disgrace!"),
        (CONCERT, "Do you have seats for two wheelchairs in the stalls for the matinee in June?"),
    ],
)
def test_what_may_be_written_after_an_answer_is_left_alone(first: str, then: str) -> None:
    assert not assess(told(first, then), both()).repetition


@pytest.mark.parametrize(
    ("who", "text", "repeats"),
    [
        ("Mrs. Ito", "I am Ken's wife. He is very upset and wants the 120 dollars back. It is not fair.", True),
        (
            "Ito Legal Office",
            "Our client did leave in month 4. You are to pay him back the exit fee of 120 dollars.",
            True,
        ),
        ("Bea Mori", "I live with Ken. I got the same exit fee. I think it is unfair, please take it back.", False),
        ("Bea Mori", "Hello, how do we order a second badge for the locker room?", False),
    ],
)
def test_another_name_is_the_same_only_where_it_tells_nothing_of_its_own(who: str, text: str, *, repeats: bool) -> None:
    fee = "You charged me the exit fee of 120 dollars when I left the gym in month 4. I want it back."
    first = Message(MONDAY, "ken@gym.example", "Ken Ito", fee, answered_before=False)
    then = Message(MONDAY + timedelta(days=5), "other@gym.example", who, text, answered_before=True)

    assert assess([first, then], both()).repetition == repeats


def test_a_new_matter_is_heard_to_be_another() -> None:
    tickets, seats = told(CONCERT, "Do you have seats for two wheelchairs in the stalls for the matinee in June?")

    assert both().hear(seats, [tickets]).same[0] < 0


def test_five_long_messages_are_all_read_beside_a_long_last_one() -> None:
    last, *earlier = told(*[f"{at}通目です。長い話が続きます。" * 60 for at in range(1 + MOST_EARLIER)])[::-1]

    read = spelt(reader().spelling, last, earlier)

    assert len(read.messages) == 1 + MOST_EARLIER
    assert read.messages[-1].stop == len(read.pieces)


@pytest.mark.parametrize(
    "text",
    [
        *("", "。", "あ" * 20_000, "\U0001f600" * 300, "\u202e\u200b"),
        pytest.param("money " * 4_000, marks=pytest.mark.slow),
    ],
)
def test_whatever_is_written_is_read_within_its_bounds(text: str) -> None:
    last, *earlier = told(*[text] * (MOST_EARLIER + 3))[::-1]

    read = spelt(reader().spelling, last, earlier)
    heard = both().hear(last, earlier)

    assert len(read.pieces) <= LONGEST
    assert len(read.messages) <= 1 + MOST_EARLIER
    assert len(heard.same) == len(earlier)
    assert np.isfinite(heard.again)


def test_of_a_long_message_the_beginning_and_the_end_are_read() -> None:
    def pieces(text: str) -> list[int]:
        return spelt(reader().spelling, told(text)[0], []).pieces

    middle = "天気の話が長く続きます。" * 200
    assert pieces(f"返金してください。{middle}") != pieces(middle)
    assert pieces(f"{middle}返金してください。") != pieces(middle)
    assert pieces(f"{middle}返金してください。{middle}") == pieces(middle * 2)


def test_the_mean_of_both_counts() -> None:
    first, last = told(TICKETS, "お気持ちを形にしていただけませんか。")
    heard, (one, other) = both().hear(last, [first]), (each.hear(last, [first]) for each in both().readers)

    assert one.again != other.again
    assert heard.again == pytest.approx((one.again + other.again) / 2)
    assert heard.same == pytest.approx([(one.same[0] + other.same[0]) / 2])


def test_circumstances_are_read() -> None:
    first, last = told(TICKETS, "お気持ちを形にしていただけませんか。")
    elsewhere = Message(first.at, "taro@example.com", "ヤマダ", TICKETS, answered_before=False)
    long_ago = Message(first.at - timedelta(days=90), first.email, first.name, TICKETS, answered_before=False)

    assert len({tuple(spelt(reader().spelling, last, [one]).pieces) for one in (first, elsewhere, long_ago)}) == 3


def _of_one_array() -> bytes:
    saved = io.BytesIO()
    np.save(saved, np.zeros(3))
    return saved.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no reader", _of_one_array()])
def test_another_file_is_no_reader(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no reader: write it anew with corpus/train_dialogue_reader\.py"):
        read_reader(data)


def test_a_reader_of_shorter_dialogues_is_refused() -> None:
    with np.load(signs_files.DIALOGUES["second"]) as held:
        arrays = {name: held[name] for name in held.files}
    saved = io.BytesIO()
    np.savez(saved, **arrays | {"places": arrays["places"][:128]})

    with pytest.raises(ValueError, match="no reader"):
        read_reader(saved.getvalue())
