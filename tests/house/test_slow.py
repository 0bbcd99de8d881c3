"""What runs rarely is the whole form of something that always runs, and says of what."""

import ast
from collections.abc import Iterator
from pathlib import Path

import everything
import pytest

TESTS = Path(__file__).parents[1]
FILES = [path for path in sorted(TESTS.rglob("test_*.py")) if path != Path(__file__)]
TREES = {
    str(path.relative_to(TESTS)): ast.parse(text)
    for path in FILES
    if everything.SLOW.search(text := path.read_text("utf-8"))
}


@pytest.mark.parametrize("file", TREES)
def test_every_slow_test_names_a_short_one_of_its_file_and_every_slow_row_has_a_short_one_beside_it(file: str) -> None:
    tree = TREES[file]
    always = {one.name for one in functions(tree) if not any(is_slow(mark) for mark in one.decorator_list)}
    rows = [one for one in ast.walk(tree) if isinstance(one, ast.List) and any(map(is_slow_row, one.elts))]
    named = [ast.literal_eval(mark.args[0]) for mark in calls(tree) if is_slow(mark) and mark.args]
    slow = [one for one in ast.walk(tree) if isinstance(one, ast.Attribute) and one.attr == "slow"]
    assert set(named) <= always
    assert [row for row in rows if all(map(is_slow_row, row.elts))] == []
    assert len(named) + sum(is_slow_row(one) for row in rows for one in row.elts) == len(slow)


def test_some_tests_are_slow_and_each_file_of_them_runs_in_one_process() -> None:
    files = [file for some in everything.slow_groups() for file in some]
    assert sorted(files) == sorted(TREES)
    assert len(files) > 1


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (one for one in ast.walk(tree) if isinstance(one, ast.Call))


def is_slow(mark: ast.expr) -> bool:
    """Whether this is pytest.mark.slow, or a call of it."""
    return ast.unparse(mark.func if isinstance(mark, ast.Call) else mark) == "pytest.mark.slow"


def is_slow_row(row: ast.expr) -> bool:
    """Whether this is a row that bears the mark."""
    return isinstance(row, ast.Call) and any(
        keyword.arg == "marks" and is_slow(keyword.value) for keyword in row.keywords
    )
