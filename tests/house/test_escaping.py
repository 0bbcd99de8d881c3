"""Nothing is written into a page unescaped: no template and no module says of a text that it is markup."""

import ast
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from desk import places

TEMPLATES = sorted(places.TEMPLATES.rglob("*.html"))
MODULES = sorted(places.PACKAGE.rglob("*.py"))
UNESCAPING = {"safe", "urlize"}
MARKUP = {"Markup", "markupsafe", "__html__"}


def unescaped(source: str) -> list[str]:
    """What a template does to be spared from escaping."""
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(source)
    filters = list(tree.find_all(nodes.Filter))
    mapped = [word.value for one in filters if one.name == "map" for word in one.args if isinstance(word, nodes.Const)]
    switched = ["autoescape" for _ in tree.find_all(nodes.EvalContextModifier)]
    return [*(name for name in (*(one.name for one in filters), *mapped) if name in UNESCAPING), *switched]


def markup(source: str) -> list[str]:
    """What a module names that makes markup of a text."""
    parts = ("id", "attr", "module", "name")  # of a name, of what is taken from one, of an import, of a definition
    every = ast.walk(ast.parse(source))
    return [name for one in every for part in parts if (name := getattr(one, part, None)) in MARKUP]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(places.TEMPLATES)))
def test_no_template_is_spared_from_escaping(path: Path) -> None:
    assert unescaped(path.read_text("utf-8")) == []


def test_no_module_makes_markup_of_a_text() -> None:
    assert {str(path): found for path in MODULES if (found := markup(path.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ words | trim | safe }}", ["safe"]),
        ("{{ _('%(a)s', a=words|safe) }}", ["safe"]),
        ("{% filter safe %}{{ words }}{% endfilter %}", ["safe"]),
        ("{{ words | map('safe') | join }}", ["safe"]),
        ("{{ words | urlize }}", ["urlize"]),
        ("{% autoescape false %}{{ words }}{% endautoescape %}", ["autoescape"]),
        ("{{ words | replace('safe', '') }}", []),
    ],
)
def test_what_would_be_spared_is_found(source: str, found: list[str]) -> None:
    assert unescaped(source) == found


@pytest.mark.parametrize(
    "source", ["from markupsafe import Markup", "import markupsafe", "jinja2.Markup(x)", "def __html__(self): ..."]
)
def test_what_would_make_markup_is_found(source: str) -> None:
    assert markup(source)
