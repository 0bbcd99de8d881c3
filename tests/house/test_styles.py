"""The vendored values of the style sheets are those in use, no more and no fewer."""

import re

from desk import places

SHEETS = "".join(path.read_text("utf-8") for path in places.STATIC.glob("*.css"))


def test_every_value_is_used_and_every_used_one_is_there() -> None:
    given = set(re.findall(r"(--[a-z0-9-]+):", SHEETS))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", SHEETS))

    assert given == used
