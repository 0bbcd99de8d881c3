"""Two accounts are two persons unless one of them may be in the hands of the other."""

from desk.rules.accounts import one_hand


def test_whoever_made_an_account_may_hold_it() -> None:
    assert one_hand("yuki", "sora", {"sora": "yuki"})
    assert one_hand("sora", "yuki", {"sora": "yuki"})


def test_so_may_whoever_made_its_maker() -> None:
    assert one_hand("yuki", "sora", {"sora": "mori", "mori": "yuki"})


def test_two_accounts_that_others_made_are_two_persons() -> None:
    assert not one_hand("hana", "sora", {"hana": "yuki", "sora": "yuki"})
    assert not one_hand("hana", "sora", {})


def test_accounts_that_made_each_other_are_looked_at_once() -> None:
    makers = {"sora": "mori", "mori": "sora"}
    assert one_hand("sora", "mori", makers)
    assert not one_hand("sora", "hana", makers)
