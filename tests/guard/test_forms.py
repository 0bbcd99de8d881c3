"""Forms: what was typed arrives character by character, and whatever is no form of ours is refused as a whole."""

from urllib.parse import quote_plus, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.forms import LARGEST, Form, FormError, parse
from desk.rules.damage import marked

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
NAMES = st.text(st.characters(codec="ascii", exclude_characters="\0"), min_size=1, max_size=40)


@given(st.dictionaries(NAMES, TEXTS, max_size=40))
def test_every_text_comes_back_as_it_was_typed(fields: dict[str, str]) -> None:
    assert Form(fields) == parse(urlencode(fields).encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_form_or_refused(body: bytes) -> None:
    try:
        kept = "".join(parse(body).fields.values())
    except FormError as error:
        kept = str(error.status_code)
    assert marked(kept) == kept


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (b"", {}),
        (b"&&&", {}),
        (b"a=1&", {"a": "1"}),
        (b"&a=1&&b=2", {"a": "1", "b": "2"}),
        (b"a", {"a": ""}),
        (b"a=", {"a": ""}),
        (b"a&b=2", {"a": "", "b": "2"}),
        (b"a=b=c", {"a": "b=c"}),
        (b"a=1;b=2", {"a": "1;b=2"}),
        (b"a=+%2B+", {"a": " + "}),
        (b"a=%0D%0A%0d%0a", {"a": "\r\n\r\n"}),
        (b"a=%e3%81%82%E3%81%84", {"a": "あい"}),
        (b"a=%F0%A0%AE%B7", {"a": "𠮷"}),
        ("a=生".encode(), {"a": "生"}),
        (b"%61=1", {"a": "1"}),
        (b"a=%2525", {"a": "%25"}),
        (b"a=%26b=1", {"a": "&b=1"}),
        (b"a=%EF%BB%BFx", {"a": "\ufeffx"}),
        (b"a=\r\nb", {"a": "\r\nb"}),
    ],
)
def test_these_are_forms(body: bytes, fields: dict[str, str]) -> None:
    assert Form(fields) == parse(body)


@pytest.mark.parametrize(
    "body",
    [
        b"a=%",
        b"a=%4",
        b"a=%zz",
        b"a=%u3042",
        b"a=%%41",
        b"a=%4%31",
        b"a=%-1",
        b"a=%+1",
        b"a=\xff",
        b"a=%FF",
        b"a=%E3%81",
        b"a=%C0%80",
        b"a=%E0%80%AF",
        b"a=%F4%90%80%80",
        b"a=%F8%88%80%80%80",
        b"a=1&a=2",
        b"a=1&%61=2",
        b"=1",
        b"=",
        b"a%00=1",
        b"%ED%A0%80=1",
        b"a" * 65 + b"=1",
        b"&".join(b"f%d=" % number for number in range(41)),
        b"&" * 41,
        b"\0=1",
    ],
)
def test_these_are_none(body: bytes) -> None:
    with pytest.raises(FormError) as refused:
        parse(body)
    assert refused.value.status_code == 400


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"a=x%00y", "x\ufffdy"),
        (b"a=x\0y", "x\ufffdy"),
        (b"a=x%ED%A0%80y", "x\ufffdy"),
        (b"a=%ED%B8%80", "\ufffd"),
        (b"a=%ED%A0%BD%ED%B8%80", "\ufffd\ufffd"),
    ],
)
def test_what_no_text_can_hold_is_marked_and_the_rest_is_kept(body: bytes, text: str) -> None:
    assert Form({"a": text}, damaged=True) == parse(body)


@pytest.mark.parametrize(
    ("body", "length"),
    [
        (b"a=" + b"%41" * (LARGEST // 3), LARGEST // 3),
        (b"a=" + b"a%41" * (LARGEST // 4), LARGEST // 2),
        (b"a=" + b"+" * LARGEST, LARGEST),
        (b"a=" + b"=" * LARGEST, LARGEST),
        (b"a=" + quote_plus("あ" * (LARGEST // 9)).encode(), LARGEST // 9),
        (b"a=" + b"%ED%A0%80" * (LARGEST // 9), LARGEST // 9),
        (b"a=" + b"\0" * LARGEST, LARGEST),
    ],
)
def test_the_largest_bodies_are_read_at_once(body: bytes, length: int) -> None:
    assert len(parse(body).fields["a"]) == length


@pytest.mark.parametrize("body", [b"&" * LARGEST, b"a&" * LARGEST, b"a=" + b"%" * LARGEST, b"a" * LARGEST, b"=&" * 9])
def test_the_largest_bodies_that_are_no_form_are_refused_at_once(body: bytes) -> None:
    with pytest.raises(FormError):
        parse(body)
