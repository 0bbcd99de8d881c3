"""What is said again in the very same words: a demand, which nobody may doubt, or an order, which the readers may."""

import re
from datetime import timedelta

import pytest
from dialogues import MONDAY, Says, day

from desk.rules.repetition import Message, assess
from desk.rules.repetition.assess import DOUBT

TANKERS = "Two tankers 12,000 L, Block C sump, Tuesday before 8 am. Gate 2."


JAPANESE = """
    9,800円の返却、返品したい、敷金を返す、返さないなら、返してほしい、早く返せ、払い戻し、元に戻して、弁償
    補償、慰謝料、謝罪文、謝りに来い、おわび、わびろ、土下座、塀の修理、屋根の修繕
    塀を直せ、交換希望、取り替えろ、塀を壊された、車がこわされた、窓を割った、服が汚れた、破損、鍵をなくした
    荷物の紛失、傷をつけられた、間違った品、取り消す、免除、無料で、無償で、ただで、タダで
    商品券、五円、5千円、3万、£500、約束の品、責任をとれ、解雇、クビ
    シフト、佐藤さん指名、担当者は鈴木で、鈴木さんと食事、連絡先、自宅の住所、納得できない、何度目か、窓口でrefund
"""
ENGLISH = """
    Refund, Money back, Give me a key, Return the deposit, Fix our boiler, Compensation, Apologise
    Say sorry, Repair the fence, Replaced chair, Replacement sofa, Reimburse, Waive it, Upgrade
    Complimentary night, Gratis, Half price, No charge, 20% off, 500 pounds, USD 500
    Two free tickets, You broke it, My broken window, Your driver smashes my gate,
    Your plumber flooded it, You burnt my lawn, It is cracked
    You dented it, You tore it, Torn bag, Scratched door, Damaged door, My lost bag, Ruined coat
    Spoilt coat, Stolen bike, You forgot it, You owe it, Overcharged, You cancelled it, You promised it
    Wrecked bike, Stained coat, Wrong size, His address, Anna's address, I do not accept that, Unacceptable
    I told you, Sack the clerk, Unblock it, Restore it, Reinstate it, Stop the noise, Cancel my contract
    Phone number of the clerk, The rota, Her shifts, Dinner with Anna
"""
DEMANDS = (
    *(f"{one.strip()}、火曜の朝、東門の窓口まで。" for one in re.split("[、\\n]", JAPANESE) if one.strip()),
    *(
        f"{one.strip()}, on Tuesday morning, to the counter at the east gate."
        for one in re.split("[,\\n]", ENGLISH)
        if one.strip()
    ),
)


@pytest.mark.parametrize("demand", DEMANDS)
def test_a_demand_is_not_doubted_however_regularly_it_comes(demand: str) -> None:
    assert assess([day(0, demand, answered=False), day(7, demand), day(14, demand)], Says(-9.0, -9.0)).repetition


def test_the_same_without_a_word_of_a_demand_may_be_doubted() -> None:
    for goods in ("牛乳、火曜の朝、東門の窓口まで。", "Milk, on Tuesday morning, to the counter at the east gate."):
        assert assess([day(0, goods, answered=False), day(7, goods)], Says(-9.0)).doubted


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
        "米を2万円分、火曜、東門まで",
        "Stain remover and caffeine free coffee to the customer's address.",
        "傷がつかないよう梱包して、皿30枚",
    ],
)
def test_an_order_is_doubted_though_the_rule_takes_it_for_a_demand(order: str) -> None:
    told = [day(0, order, answered=False), day(7, order)]

    assert assess(told, Says(DOUBT + 0.1)).repetition
    assert assess(told, Says(DOUBT - 0.1)).doubted


@pytest.mark.parametrize(
    ("again", "days"),
    [
        ("This is my third request: milk, on Tuesday, to the east gate.", 7),
        ("Send us this week's milk, to the east gate.", 2),
        ("今週分の牛乳を東門まで届けてください。", 2),
    ],
)
def test_who_counts_or_asks_twice_in_one_week_is_not_doubted(again: str, days: int) -> None:
    assert assess([day(0, again, answered=False), day(days, again), day(2 * days, again)], Says(-9.0, -9.0)).repetition


def test_an_order_that_comes_within_a_day_is_not_doubted() -> None:
    hourly = [Message(MONDAY + timedelta(hours=at), "a@example.jp", "", TANKERS, at > 0) for at in range(6)]

    assert assess(hourly, Says(*[-9.0] * 6)).repetition
