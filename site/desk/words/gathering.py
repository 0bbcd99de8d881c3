"""Gathers the messages of pages, handlers and rules from the source, and holds the catalogue against them."""

import re
from collections.abc import Iterator
from io import SEEK_END, BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from desk import places

TEMPLATE = places.LOCALES / "messages.pot"
JAPANESE = places.LOCALES / "ja" / "LC_MESSAGES" / "messages.po"
HEADER = b"""\
# The Japanese words of the pages. Brought up to date by `make words`, translated by hand.
msgid ""
msgstr ""
"Language: ja\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

# A problem's second argument is its message, as is that of the call that translates one in a handler.
KEYWORDS = {**DEFAULT_KEYWORDS, "Problem": (2,), "translate": (2,), "say": (2,)}
SOURCES = ((places.PACKAGE, "**.py", "python"), (places.TEMPLATES, "**.html", "jinja2"))
JINJA = {"**.html": {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true", "trimmed": "true", "silent": "false"}}

PLACEHOLDER = re.compile(r"%\([a-z_]+\)s|%%|</?[a-z]+[^>]*>")


def update() -> None:
    """Write the template anew and bring the catalogue up to date with it; translations stay."""
    found, known = gather(), japanese()
    known.update(found, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    TEMPLATE.write_bytes(text(found))
    JAPANESE.write_bytes(text(known, HEADER))


def problems() -> list[str]:
    """Say what keeps the catalogue from being complete, a sentence each; empty where all is well."""
    found, known = gather(), japanese()
    fresh = text(found) == TEMPLATE.read_bytes() and {one.id for one in found} == {one.id for one in known}
    stale = [] if fresh else ["The catalogue is behind the source: run `make words`."]
    return [*stale, *(problem for message in known if message.id for problem in _problems(message))]


def gather() -> Catalog:
    """Every message that the source holds now."""
    catalog = Catalog(charset="utf-8")
    for folder, pattern, method in SOURCES:
        found = extract_from_dir(folder, [(pattern, method)], JINJA, keywords=KEYWORDS)
        for _file, _line, message, _comments, context in found:
            catalog.add(message, context=context)
    return catalog


def japanese() -> Catalog:
    """The Japanese catalogue as it stands; raises babel's PoFileError where it cannot be read."""
    with JAPANESE.open("rb") as file:
        return read_po(file, locale="ja", abort_invalid=True)


def text(catalog: Catalog, header: bytes = b"") -> bytes:
    """A catalogue as its file has it: in order, without line numbers or dates, so that a change shows as what it is."""
    out = BytesIO(header)
    out.seek(0, SEEK_END)
    write_po(out, catalog, width=120, sort_output=True, ignore_obsolete=True, omit_header=True)
    return out.getvalue()


def _problems(message: Message) -> Iterator[str]:
    (english, *_), japanese = _texts(message.id), _texts(message.string)
    if message.fuzzy:
        yield f"Fuzzy, so nobody has read it: {english}"
    for translated in japanese:
        if not translated:
            yield f"To be translated in {JAPANESE.name}: {english}"
        elif set(PLACEHOLDER.findall(english)) != set(PLACEHOLDER.findall(translated)):
            yield f"Other placeholders or tags than in English: {translated}"


def _texts(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (words or "",) if isinstance(words, str | None) else tuple(words)
