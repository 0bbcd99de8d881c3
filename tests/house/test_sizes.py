"""The sizes that keep the house readable; a file that outgrows them holds a second noun."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for path in (ROOT / "site" / "desk").rglob("*.py") if "versions" not in path.parts)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))


def test_no_function_is_longer_than_40_lines_and_most_are_short() -> None:
    sizes = {f"{path.relative_to(ROOT)}:{name}": size for path in MODULES for name, size in functions(path)}

    assert [name for name, size in sizes.items() if size > 40] == []
    assert statistics.median(sizes.values()) <= 6
    assert statistics.quantiles(sizes.values(), n=10)[-1] <= 20


def test_no_module_is_longer_than_250_lines_and_most_are_short() -> None:
    sizes = {str(path.relative_to(ROOT)): lines(path) for path in MODULES}

    assert {name: size for name, size in sizes.items() if size > 250} == {}
    assert statistics.median(sizes.values()) <= 100


def test_no_module_of_the_tests_is_longer_than_250_lines() -> None:
    assert {str(path.relative_to(ROOT)): lines(path) for path in TESTS if lines(path) > 250} == {}


def test_no_template_is_longer_than_120_lines() -> None:
    assert {path.name: lines(path) for path in TEMPLATES if lines(path) > 120} == {}


def test_every_module_says_in_its_first_sentence_what_it_is() -> None:
    assert [str(path) for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_the_source_root_is_no_package() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


def lines(path: Path) -> int:
    return path.read_text("utf-8").count("\n")
