"""What most files here have in common: they examine the same sentences, and ask nothing about who reads them."""

from collections.abc import Iterator

import pytest
from examined import read_once


@pytest.fixture(scope="module")
def known_sentences() -> Iterator[None]:
    """For a file that tries neither the readers nor whether they say the same twice: each sentence is read once."""
    with read_once():
        yield
