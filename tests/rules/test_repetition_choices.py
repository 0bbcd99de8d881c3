"""Several questions in one form ask for several things: another size, plan, day or number is no repetition."""

import pytest
from dialogues import day

from desk.rules.repetition import Repetition, assess


def asked(form: str, *choices: str) -> Repetition:
    """Whether the last of these questions is a repetition, each sent after an answer to those before it."""
    return assess([day(3 * at, form.replace("…", one), answered=at > 0) for at, one in enumerate(choices)])


@pytest.mark.parametrize(
    ("form", "choices"),
    [
        ("スニーカーの…サイズは入荷しますか。", "SML"),
        ("会員プラン…の年会費を教えてください。", "ABC"),
        ("…色のランドセルはまだ買えますか。", "赤青茶"),
        ("名刺…枚の印刷代の見積もりをお願いします。", ("100", "200", "500")),
        ("…の工場見学に空きはありますか。", ("11月3日", "11月9日", "12月1日")),
        ("Is the … scooter still on sale?", ("red", "green", "white")),
        ("What does option … cost for a year?", "BCD"),
        ("Do you have the boots in size …?", ("XS", "S", "L")),
        ("Could we visit the plant on …?", ("3 November", "9 November", "1 December")),
        ("Please quote for … folding tables.", ("12", "30", "45")),
    ],
)
def test_asking_for_another_of_a_kind_is_another_matter(form: str, choices: tuple[str, ...]) -> None:
    first, *_ = choices

    assert not asked(form, *choices).repetition
    again = asked(form, first, first, first)
    assert (again.repetition, again.same_as) == (True, (0, 1))


@pytest.mark.parametrize(
    ("form", "choices"),
    [
        ("部屋を変えてください。…にも申し込みました。", ("3月3日", "3月4日", "3月5日")),
        ("年会費を…円割引してください。", ("100", "200", "300")),
        ("Please give me a discount of … on the price of my plan.", ("10", "20", "30")),
        ("Is the girl at your counter free for dinner on March …?", ("3", "4", "5")),
    ],
)
def test_a_demand_is_the_same_with_another_sum_or_day(form: str, choices: tuple[str, ...]) -> None:
    assert asked(form, *choices).repetition


@pytest.mark.parametrize(
    ("form", "choices"),
    [
        ("何度言わせるんですか。…の分の送料を返してください。納得できません。", ("10月2日", "10月5日", "10月9日")),
        ("I do not accept your answer. Refund the fee of … pounds to me.", ("20", "25", "30")),
    ],
)
def test_who_insists_demands_the_same_whatever_number_stands_in_it(form: str, choices: tuple[str, ...]) -> None:
    assert asked(form, *choices).repetition
