"""Every sentence of the pages exists in both languages, and no page says one that is not translated."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.nodes import Node, Output, TemplateData

from desk import places, texts
from desk.rules.policy import parity
from desk.words import gathering

TEMPLATES = sorted(places.TEMPLATES.rglob("*.html"))
PROSE = re.compile(r"[^\W\d_]{2,}")
MARKUP = re.compile(r"<!doctype[^>]*>|<(?:[^<>\"]|\"[^\"]*\")*>|&[a-z]+;|\s[a-z-]+=\"[^\"]*\"", re.IGNORECASE)
HOLE = "\x00"


def bare_prose(path: Path) -> list[str]:
    """Words in the text nodes of a template that no translation will ever reach."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    source = re.sub(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    tree = environment.parse(source)
    flat = "".join(part.data if isinstance(part, TemplateData) else HOLE for part in outputs(tree))
    return [text for text in MARKUP.split(flat) if PROSE.search(text.replace(HOLE, " "))]


def outputs(tree: Node) -> list[Node]:
    return [part for output in tree.find_all(Output) for part in output.nodes]


def test_the_catalogue_is_fresh_complete_and_true_to_its_placeholders() -> None:
    assert gathering.problems() == []


def test_letters_that_could_not_be_delivered_have_one_japanese_name() -> None:
    catalogue = (places.LOCALES / "ja" / "LC_MESSAGES" / "messages.po").read_text("utf-8")
    assert "未達メール" in catalogue
    assert re.findall("届けられなかったメール|届かなかったメールの再送", catalogue) == []


def test_no_japanese_sentence_reads_as_another_than_is_meant() -> None:
    catalogue = (places.LOCALES / "ja" / "LC_MESSAGES" / "messages.po").read_text("utf-8")
    assert "今後の回答が不要であることのお知らせ" in catalogue
    # A notice that needs no answer, a customer's contact that was declined, somebody who may be a possibility.
    assert re.findall("不要になったお知らせ|お断りを連絡|方の可能性", catalogue) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(places.TEMPLATES)))
def test_no_template_says_anything_outside_the_catalogue(path: Path) -> None:
    assert bare_prose(path) == []


def test_bare_prose_is_found_where_there_is_some(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<p class="{{ x }}">{{ _("Fine") }}</p><p>Not {{ x }} fine</p>{% if y %}<b>残り</b>{% endif %}', "utf-8"
    )
    assert [text.replace(HOLE, "…") for text in bare_prose(page)] == ["Not … fine", "残り"]


def test_the_long_texts_have_the_same_clauses_in_both_languages() -> None:
    for versions in (texts.policies(places.LOCALES), texts.notices(places.LOCALES)):
        for japanese, english in zip(versions["ja"], versions["en"], strict=True):
            assert parity(japanese, english) == ()


def test_japanese_sentences_are_japanese() -> None:
    """A translation holds Japanese letters, unless it is nothing but names, numbers and signs."""
    pairs = ((message.id, message.string) for message in gathering.japanese() if message.id)
    flat = [(str(key), string if isinstance(string, str) else string[0]) for key, string in pairs if string]
    assert [
        key for key, string in flat if string and key == string and PROSE.search(re.sub(r"%\([a-z_]+\)s", "", key))
    ] == []
