"""How a sign file of an operator's own is refused, beside one part in place of all that is shipped."""

import pytest

from desk.rules.conduct import SignError, load


def refused(text: str) -> SignError:
    """The error for this text; all that is shipped would be read anew for each."""
    another = '[part.slur]\nwords = "のろま"'
    with pytest.raises(SignError) as found:
        load({"another.toml": another, "own.toml": text})
    return found.value
