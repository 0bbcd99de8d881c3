"""What is said again in the very same words: a demand, which nobody may doubt, or an order, which the readers may."""

from datetime import timedelta

import pytest
from dialogues import MONDAY, Says, day

from desk.rules.repetition import Message, assess
from desk.rules.repetition.assess import DOUBT

TANKERS = "Two tankers 12,000 L, Block C sump, Tuesday before 8 am. Gate 2."


@pytest.mark.parametrize(
    "demand",
    [
        "先月解約したサーバーの料金9,800円を全額返金してください。",
        "謝りに来い。火曜、本社。",
        "窓の修理、火曜の午前。",
        "交換をお願いします。窓口2番。",
        "取消をお願いします。",
        "払い戻し、木曜まで。",
        "商品券5万円分、火曜日、窓口2番。",
        "スイートルーム無料で、土曜。",
        "担当は鈴木さんで、木曜10時。",
        "You have broken my window. Send a glazier Tuesday.",
        "The window is broken. Glazier, Tuesday.",
        "Your delivery driver smashed my gate. Send a glazier Tuesday.",
        "Your plumber flooded my kitchen. New floor by Tuesday.",
        "Return my deposit. Gate 2, Tuesday.",
        "£500 by Tuesday, account 1234.",
        "3 crates free, Tuesday before 8, Gate 2.",
        "Dinner with Anna, table 4, Thursday 8 pm.",
        "His address, by Friday.",
    ],
)
def test_a_demand_is_not_doubted_however_regularly_it_comes(demand: str) -> None:
    assert assess([day(0, demand, answered=False), day(7, demand), day(14, demand)], Says(-9.0, -9.0)).repetition


@pytest.mark.parametrize(
    "order",
    [
        TANKERS,
        "Same flowers as last week please for the day room, nothing with lilies.",
        "Same address as usual: 20 trays of rolls.",
        "20 replacement filters.",
        "Refundable bottles x 24.",
        "Sugar free syrup x 3.",
        "Free-range eggs, 12 trays, stainless racks back with the driver.",
        "Broken biscuits and a stollen, Friday.",
        "The court with floodlights, Tuesday evening.",
        "配達先の住所は同じ。米30kg",
        "800円の幕の内、火曜、会議室まで",
        "傷がつかないよう梱包して、皿30枚",
    ],
)
def test_an_order_is_doubted_though_the_rule_takes_it_for_a_demand(order: str) -> None:
    told = [day(0, order, answered=False), day(7, order)]

    assert assess(told, Says(DOUBT + 0.1)).repetition
    assert assess(told, Says(DOUBT - 0.1)).doubted


def test_an_order_that_comes_within_a_day_is_not_doubted() -> None:
    hourly = [Message(MONDAY + timedelta(hours=at), "a@example.jp", "", TANKERS, at > 0) for at in range(6)]

    assert assess(hourly, Says(*[-9.0] * 6)).repetition


def test_who_announces_to_go_on_is_not_doubted() -> None:
    goes_on = "サーバーの料金9,800円を返金するまで毎日書きます。"
    assert assess([day(0, goes_on, answered=False), day(3, goes_on)], Says(-9.0)).repetition
