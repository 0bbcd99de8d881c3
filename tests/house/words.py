"""Gathers the messages of pages, handlers and rules. `make words` brings the catalogue up to date with them."""

from io import SEEK_END, BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "locales" / "messages.pot"
JAPANESE = ROOT / "locales" / "ja" / "LC_MESSAGES" / "messages.po"

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
SOURCES = (("site/desk", "**.py", "python"), ("templates", "**.html", "jinja2"))
JINJA = {"**.html": {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true", "trimmed": "true", "silent": "false"}}


def gather() -> Catalog:
    """Every message that the source holds now."""
    catalog = Catalog(charset="utf-8")
    for folder, pattern, method in SOURCES:
        for _file, _line, message, _comments, context in extract_from_dir(
            ROOT / folder, [(pattern, method)], JINJA, keywords=KEYWORDS
        ):
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


def refresh() -> list[str]:
    """Write both files anew and answer what is left to be translated."""
    found, known = gather(), japanese()
    known.update(found, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    TEMPLATE.write_bytes(text(found))
    JAPANESE.write_bytes(text(known, HEADER))
    return untranslated(known)


def untranslated(catalog: Catalog) -> list[str]:
    """The messages of a catalogue without a translation."""
    return [str(message.id) for message in catalog if message.id and not all(_strings(message.string))]


def _strings(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


if __name__ == "__main__":
    for missing in refresh():
        print("To be translated in locales/ja/LC_MESSAGES/messages.po:", missing)  # noqa: T201 - it is a command
