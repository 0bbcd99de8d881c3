"""Expressions that are tried only at the letters with which their matches begin."""

import re

import pytest

from desk.rules.conduct.beginnings import sought


@pytest.mark.parametrize(
    "text", ["", "なんて申しておりません", "ご返金いただけますか", "来るからな", "殴るつもりはない"]
)
@pytest.mark.parametrize(
    "source", ["つもりは(?:な[いく])", "(?:いただけ|もらえ)ます|からな$", "^な|(?<!た)いただ|(?:申し|来)[てる]"]
)
def test_what_is_sought_by_its_first_letters_is_what_is_found_without_them(source: str, text: str) -> None:
    assert [one.span() for one in sought(source).finditer(text)] == [one.span() for one in re.finditer(source, text)]
