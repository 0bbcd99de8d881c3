"""By what two messages are taken for one sender's: their address, its mailbox, the name, or neither."""

import pytest

from desk.rules.repetition import bond


@pytest.mark.parametrize(
    ("other", "name", "expected"),
    [
        ("mako@docomo.ne.jp", "高橋 誠", "address"),
        ("Mako@Docomo.ne.jp", "", "address"),
        ("mako+again@docomo.ne.jp", "鈴木 花子", "mailbox"),
        ("m.ako@docomo.ne.jp", "高橋 誠", "mailbox"),
        ("tm@icloud.com", "高橋誠様", "name"),
        ("tm@icloud.com", "鈴木 花子", "other"),
        ("tm@icloud.com", "", "other"),
    ],
)
def test_the_surest_of_what_two_have_in_common_is_told(other: str, name: str, expected: str) -> None:
    assert bond("mako@docomo.ne.jp", "高橋 誠", other, name) == expected
