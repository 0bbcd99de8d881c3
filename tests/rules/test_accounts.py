"""Two accounts are two persons unless both may be in the hands of one."""

from desk.rules.accounts import one_hand


def test_whoever_made_an_account_may_hold_it() -> None:
    assert one_hand("yuki", "sora", {"sora": "yuki"})
    assert one_hand("sora", "yuki", {"sora": "yuki"})


def test_so_may_whoever_made_its_maker() -> None:
    assert one_hand("yuki", "sora", {"sora": "mori", "mori": "yuki"})


def test_whoever_made_both_may_hold_both() -> None:
    assert one_hand("hana", "sora", {"hana": "yuki", "sora": "yuki"})
    assert one_hand("hana", "sora", {"hana": "yuki", "sora": "mori", "mori": "yuki"})


def test_two_accounts_that_two_others_made_are_two_persons() -> None:
    assert not one_hand("hana", "sora", {"hana": "yuki", "sora": "mori"})
    assert not one_hand("hana", "sora", {"hana": "yuki"})
    assert not one_hand("hana", "sora", {})


def test_accounts_that_made_each_other_are_looked_at_once() -> None:
    makers = {"sora": "mori", "mori": "sora"}
    assert one_hand("sora", "mori", makers)
    assert not one_hand("sora", "hana", makers)
