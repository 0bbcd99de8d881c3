"""Reading a posted form: bounded, strict, in linear time."""

import re
from dataclasses import dataclass, field, replace
from string import hexdigits
from typing import TYPE_CHECKING, Any, Final

from litestar import Request
from litestar.exceptions import HTTPException
from python_multipart.multipart import QuerystringParser

from desk.rules.damage import marked

if TYPE_CHECKING:
    from python_multipart.multipart import QuerystringCallbacks

MOST: Final = 64 * 1024  # bytes of a form that is taken in
LARGEST: Final = 512 * 1024  # bytes of a form that is read at all, so that its text can be given back
MOST_FIELDS: Final = 40
LONGEST_NAME: Final = 64  # characters
URLENCODED: Final = b"application/x-www-form-urlencoded"
ESCAPES: Final = re.compile(rb"(?:%[0-9A-Fa-f]{2})+|%")  # a run of them, or a broken one
OCTETS: Final = {f"%{high}{low}".encode(): bytes.fromhex(high + low) for high in hexdigits for low in hexdigits}


class FormError(HTTPException):
    """The body is no form of ours; `status_code` is 400, 413 or 415."""


@dataclass(frozen=True, slots=True)
class Form:
    """What was posted: texts by field name, exactly as sent.

    `too_large`: more than MOST bytes, to be answered 413 with the text. `damaged`: a text held NUL or half a
    character pair, now U+FFFD, to be answered 422 with the text.
    """

    fields: dict[str, str]
    too_large: bool = False
    damaged: bool = False


async def read(request: Request[Any, Any, Any]) -> Form:
    """The form in the body of `request`. Raises FormError: 415 not urlencoded, 413 over 512 kB, 400 malformed."""
    if not urlencoded(next((value for name, value in request.scope["headers"] if name == b"content-type"), b"")):
        raise FormError(status_code=415)
    body = await _body(request)
    form = parse(body)
    return replace(form, too_large=True) if len(body) > MOST else form


def urlencoded(content_type: bytes) -> bool:
    """Whether a Content-Type says urlencoded, with no parameter or with charset=utf-8."""
    if content_type == URLENCODED:
        return True
    kind, semicolon, parameter = content_type.partition(b";")
    if kind.strip().lower() != URLENCODED:
        return False
    name, _, charset = parameter.partition(b"=")
    return not semicolon or (name.strip().lower() == b"charset" and charset.strip().strip(b'"').lower() == b"utf-8")


async def _body(request: Request[Any, Any, Any]) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while True:
        message = await request.receive()
        if message["type"] != "http.request":
            raise FormError(status_code=400)  # the visitor has gone; nobody reads this
        pieces.append(message["body"])
        size += len(message["body"])
        if size > LARGEST:
            raise FormError(status_code=413)
        if not message["more_body"]:
            return b"".join(pieces)


def parse(body: bytes) -> Form:
    """The fields of an urlencoded body of any size. Raises FormError(400) when it is malformed in any way.

    Ampersands are counted first: that bounds the work, whatever the body is made of.
    """
    if body.count(b"&") > MOST_FIELDS:
        raise FormError(status_code=400)
    pairs = _Pairs()
    parser = QuerystringParser(pairs.callbacks())
    parser.write(body)
    parser.finalize()
    fields: dict[str, str] = {}
    damaged = False
    for raw_name, raw_value in pairs.found:
        (name, misnamed), (value, marred) = _text(raw_name), _text(raw_value)
        if not name or misnamed or len(name) > LONGEST_NAME or name in fields:
            raise FormError(status_code=400)
        fields[name] = value
        damaged = damaged or marred
    if len(fields) > MOST_FIELDS:
        raise FormError(status_code=400)
    return Form(fields, damaged=damaged)


def _text(raw: bytes) -> tuple[str, bool]:
    """Undo the encoding strictly, and whether it was damaged: NUL and half a character pair are marked, not refused."""
    octets = raw.replace(b"+", b" ")
    if b"%" in octets:
        octets = ESCAPES.sub(_octets, octets)
    try:
        text = octets.decode()
    except UnicodeDecodeError:
        text = _with_halves(octets)
    else:
        if "\0" not in text:
            return text, False
    return marked(text), True


def _with_halves(octets: bytes) -> str:
    try:
        return octets.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        raise FormError(status_code=400) from None


def _octets(escapes: "re.Match[bytes]") -> bytes:
    """What a run of escapes stands for, at once: Japanese comes as one long run, and is read four times as fast."""
    run = escapes.group()
    octet = OCTETS.get(run)
    if octet is not None:
        return octet
    if run == b"%":
        raise FormError(status_code=400)
    return bytes.fromhex(run.replace(b"%", b"").decode("ascii"))


@dataclass(slots=True)
class _Pairs:
    """Collects names and values as the parser comes across them."""

    found: list[tuple[bytes, bytes]] = field(default_factory=list)
    name: bytes = b""
    value: bytes = b""

    def callbacks(self) -> "QuerystringCallbacks":
        return {
            "on_field_start": self.start,
            "on_field_name": self.on_name,
            "on_field_data": self.on_value,
            "on_field_end": self.end,
        }

    def start(self) -> None:
        self.name = self.value = b""

    def on_name(self, data: bytes, start: int, end: int) -> None:
        self.name = data[start:end]

    def on_value(self, data: bytes, start: int, end: int) -> None:
        self.value = data[start:end]

    def end(self) -> None:
        self.found.append((self.name, self.value))
