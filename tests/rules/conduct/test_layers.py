"""The layers of a reader: a large matrix in bytes is the matrix, and how far apart two pieces stand counts."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from desk.rules.reader.layer import HEADS, Array, InBytes, Layer, _apart, turn

WIDTH, LONGEST = 2 * HEADS, 9


def numbers(*shape: int) -> Array:
    return np.random.default_rng(sum(shape)).standard_normal(shape).astype(np.float32)


def in_bytes(*shape: int) -> NDArray[np.int8]:
    return np.random.default_rng(sum(shape)).integers(-127, 128, shape, dtype=np.int8)


def a_layer() -> Layer:
    even = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
    asked, joined, wide, narrow = (
        (numbers(*shape), numbers(shape[1]))
        for shape in ((WIDTH, 3 * WIDTH), (WIDTH, WIDTH), (WIDTH, 4 * WIDTH), (4 * WIDTH, WIDTH))
    )
    return Layer(asked, joined, even, wide, narrow, even)


def test_a_matrix_in_bytes_is_the_matrix_that_its_scales_make_of_it() -> None:
    weight, scale, bias, rows = in_bytes(7, 5), numbers(7), numbers(7), numbers(3, 5)
    whole = np.ascontiguousarray((weight.astype(np.float32) * scale[:, None]).T)
    assert turn(rows, InBytes(weight, scale, bias)) == pytest.approx(turn(rows, (whole, bias)), abs=1e-3)


def test_a_layer_in_bytes_makes_what_the_same_layer_makes_in_numbers() -> None:
    layer, rows, spans = a_layer(), numbers(7, WIDTH), [slice(0, 7)]
    weight, scale, bias = in_bytes(4 * WIDTH, WIDTH), numbers(4 * WIDTH) / 500, numbers(4 * WIDTH)
    whole = np.ascontiguousarray((weight.astype(np.float32) * scale[:, None]).T)
    made = replace(layer, wide=InBytes(weight, scale, bias)).over(rows, spans)
    assert made == pytest.approx(replace(layer, wide=(whole, bias)).over(rows, spans), abs=1e-3)


@pytest.mark.parametrize("pieces", [1, 2, LONGEST])
def test_a_text_of_any_length_that_is_read_has_its_distances(pieces: int) -> None:
    table = np.broadcast_to(np.arange(2 * LONGEST - 1, dtype=np.float32), (HEADS, 2 * LONGEST - 1))
    apart = _apart(table, pieces)
    assert apart.shape == (HEADS, pieces, pieces)
    for at, other in product(range(pieces), repeat=2):
        assert set(apart[:, at, other]) == {LONGEST - 1 + other - at}


def test_distances_that_count_nothing_change_nothing() -> None:
    layer, rows, spans = a_layer(), numbers(11, WIDTH), [slice(0, 4), slice(4, 11)]
    level = replace(layer, apart=np.zeros((HEADS, 2 * LONGEST - 1), np.float32))
    assert level.over(rows, spans) == pytest.approx(layer.over(rows, spans))


@pytest.mark.parametrize("behind", [-2, -1, 0, 1, 3])
def test_a_piece_sees_what_stands_as_far_behind_it_as_the_table_says(behind: int) -> None:
    layer, rows = a_layer(), numbers(6, WIDTH)
    table = np.full((HEADS, 2 * LONGEST - 1), -1e4, np.float32)
    table[:, LONGEST - 1 + behind] = 0
    seen = replace(layer, apart=table).over(rows, [slice(0, 6)])
    for at in range(6):
        if 0 <= at + behind < 6:
            there = rows.copy()
            there[[other for other in range(6) if other not in {at, at + behind}]] = numbers(1, WIDTH)
            assert replace(layer, apart=table).over(there, [slice(0, 6)])[at] == pytest.approx(seen[at], abs=1e-4)
            there[at + behind] += 1
            assert replace(layer, apart=table).over(there, [slice(0, 6)])[at] != pytest.approx(seen[at], abs=1e-4)
