"""Receipts: read as they are typed, and no slip of the pen leads to another receipt."""

import itertools
import random
from collections.abc import Callable

import pytest

from desk.rules import receipts

RANDOM = random.Random(20261001)  # noqa: S311 - the same samples in every run
SAMPLES = [receipts.new(RANDOM.randbytes(12)) for _ in range(64)]


def test_the_alphabet_has_32_letters_and_none_that_look_alike() -> None:
    assert len(set(receipts.ALPHABET)) == 32
    assert set(receipts.ALPHABET).isdisjoint("ILOU")


def test_a_receipt_is_five_groups_of_four() -> None:
    for receipt in SAMPLES:
        groups = receipt.split("-")
        assert [len(group) for group in groups] == [4, 4, 4, 4, 4]
        assert set("".join(groups)) <= set(receipts.ALPHABET)


def test_ninety_five_random_bits_are_kept() -> None:
    single_bits = {receipts.new((1 << bit).to_bytes(12, "big")) for bit in range(95)}
    assert len(single_bits | {receipts.new(bytes(12))}) == 96


def test_too_few_random_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="12 random bytes"):
        receipts.new(bytes(11))


def test_a_receipt_reads_as_itself() -> None:
    assert [receipts.read(receipt) for receipt in SAMPLES] == SAMPLES


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(lambda receipt: receipt.lower(), id="lower case"),
        pytest.param(lambda receipt: receipt.replace("-", ""), id="no hyphens"),
        pytest.param(lambda receipt: receipt.replace("-", " "), id="spaces"),
        pytest.param(lambda receipt: receipt.replace("-", "\u3000"), id="wide spaces"),
        pytest.param(lambda receipt: receipt.replace("-", "ー"), id="long vowel marks"),
        pytest.param(lambda receipt: receipt.replace("-", "‐"), id="typographic hyphens"),
        pytest.param(lambda receipt: receipt.replace("-", "－"), id="wide hyphens"),
        pytest.param(lambda receipt: f"\u200b {receipt}\r\n", id="what a copy brings along"),
        pytest.param(lambda receipt: receipt.replace("0", "O").replace("1", "l"), id="look-alikes"),
        pytest.param(lambda receipt: receipt.replace("1", "I").replace("V", "U"), id="more look-alikes"),
        pytest.param(
            lambda receipt: "".join(chr(ord(c) + 0xFEE0) if c != "-" else c for c in receipt), id="full width"
        ),
    ],
)
def test_a_receipt_is_read_however_it_is_typed(typed: Callable[[str], str]) -> None:
    assert [receipts.read(typed(receipt)) for receipt in SAMPLES] == SAMPLES


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "受付番号：{}",
        "受付番号　　　：{}",
        "Receipt:  {}",
        "Receipt number: {}",
        "[Sample] We have received your inquiry (receipt {})",
        "[Sample] We have received your inquiry (receipt number {})",
        "【見本】お問い合わせを受け付けました（受付番号 {}）",
        "https://desk.example.com/staff/inquiries/{}",
        "the inquiry {} and its answer",
    ],
)
def test_a_receipt_is_found_as_it_stands_in_our_letters(line: str) -> None:
    for receipt in SAMPLES[:8]:
        for typed in (receipt, receipt.lower().replace("-", ""), receipt.replace("0", "O").replace("-", "－")):
            assert receipts.find(line.format(typed)) == receipt


def test_behind_a_mark_it_may_be_spaced() -> None:
    assert receipts.find("受付番号：" + SAMPLES[0].replace("-", " ")) == SAMPLES[0]


def test_of_two_receipts_none_is_found_and_of_one_said_twice_that_one() -> None:
    first, second = SAMPLES[:2]
    assert receipts.find(f"{first} / {second}") is None
    assert receipts.find(f"{first} / {first.lower()}") == first


@pytest.mark.parametrize("text", ["", "受付番号：", "Receipt number: {}X", "Receipt number: X{}", "{}" + "-" * 200])
def test_what_holds_no_receipt_leads_to_none(text: str) -> None:
    assert receipts.find(text.format(SAMPLES[0])) is None


def test_every_single_wrong_character_is_caught() -> None:
    # The code is linear: what is caught beside one receipt is caught beside all; a few are tried all the same.
    for receipt in SAMPLES[:4]:
        letters = receipt.replace("-", "")
        for place, wrong in itertools.product(range(20), receipts.ALPHABET):
            if wrong != letters[place]:
                assert receipts.read(letters[:place] + wrong + letters[place + 1 :]) is None


def test_every_swap_of_neighbours_is_caught() -> None:
    for left in range(18):
        for first, second in itertools.permutations(range(32), 2):
            number = first << 5 * left | second << 5 * (left + 1)
            assert receipts.read(_swapped(receipts.new(number.to_bytes(12, "big")), left, left + 1)) is None


def test_swaps_with_the_check_character_and_between_distant_places_are_caught() -> None:
    for receipt in SAMPLES:
        letters = receipt.replace("-", "")
        for left, right in itertools.combinations(range(20), 2):
            if letters[left] != letters[right]:
                assert receipts.read(_swapped(receipt, left, right)) is None


def _swapped(receipt: str, left: int, right: int) -> str:
    letters = list(receipt.replace("-", ""))
    letters[left], letters[right] = letters[right], letters[left]
    return "".join(letters)


def test_a_receipt_among_hundreds_of_hyphens_is_none() -> None:
    receipt = receipts.new(bytes(range(12)))
    assert receipts.read(receipt + "-" * 150) == receipt
    assert receipts.read(receipt + "-" * 200) is None


@pytest.mark.parametrize("text", ["", "0", "-" * 24, "受付番号", "0" * 19, "0" * 21, "0" * 19 + "!", "\ud800" * 20])
def test_what_is_no_receipt_reads_as_none(text: str) -> None:
    assert receipts.read(text) is None


def test_full_width_and_ascii_are_the_same_receipt() -> None:
    assert receipts.read("０" * 20) == "0000-0000-0000-0000-0000"
