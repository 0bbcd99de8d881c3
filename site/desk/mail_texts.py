"""Holds the mail texts of an organisation against what their letters will give them, before any letter is due."""

import traceback
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, meta, nodes

from desk import places
from desk.settings import SettingsError

_PARTS: Final = {
    "inquiry": ("name", "kana", "company", "email", "phone", "subject", "message"),
    "service": ("name", "operator", "contact"),
}
_VALUES: Final[Mapping[str, object]] = {
    "organisation": "Example Company",
    "desk": "Example desk",
    "receipt": "0000-0000-0000-0000-0000",
    "received": "2026-11-01",
    "topic": "Example topic",
    "business_days": 2,
    "origin": "https://inquiry.example.com",
    "measures": (),
}
_MEASURES: Final = tuple(
    {"kind": kind, "receipt": "0000-0000", "day": "2026-11-01"} for kind in ("refused", "restricted")
)
_OF_ONE: Final = (
    *("outcome", "reasonable", "acceptable", "masked", "readable"),
    *("care", "review_mailbox", "by_post", "consulted"),
    *("sent_to", "referred"),
)
"""What differs from letter to letter; the two points are "yes", "no", or "" where nobody answered them."""
_REFERRAL: Final = "referral"  # the one letter that has a service to name


def environment(folder: Path) -> Environment:
    """In which the mail texts below `folder` are filled in, here and as letters: what is missing fails."""
    # Plain text: nothing is escaped because nothing is markup.
    loader = _Loader(folder, encoding="utf-8-sig")
    return Environment(loader=loader, autoescape=False, undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701


class _Loader(FileSystemLoader):
    """Names the text that is not UTF-8: what takes in another one would get the blame."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            place = Path(self.searchpath[0]) / template
            raise SettingsError(f"DESK_LOCALES: {place} cannot be read. {unreadable(error)}") from None


def check(folder: Path) -> None:
    """Hold the mail texts below `folder` against the shipped ones, for what is amiss there would fail every letter.

    Each is filled in as its letters are: with an address and without one, after a review and without one. Raises
    SettingsError naming what is missing, or the file, the line and the remedy.
    """
    mails = [path.relative_to(places.LOCALES) for path in sorted(places.LOCALES.glob("*/mail/*.txt"))]
    try:
        missing = [str(mail) for mail in mails if not (folder / mail).is_file()]
    except OSError as error:
        raise SettingsError(f"DESK_LOCALES: {error.filename} cannot be entered. {unreadable(error)}") from None
    if missing:
        raise SettingsError(
            f"DESK_LOCALES: {folder} lacks {', '.join(missing)}. Put each there (the shipped folder"
            f" {places.LOCALES} shows how), or take the setting away"
        )
    texts = environment(folder)
    for mail in mails:
        _check_names(texts, folder / mail)
        for values in _samples(mail.stem):
            _check_filled(texts, mail, folder / mail, values)


def _check_names(texts: Environment, path: Path) -> None:
    """Every name in a text, those too that a sample might pass by."""
    try:
        parsed = texts.parse(path.read_text("utf-8-sig"))
    except TemplateSyntaxError as error:
        raise _fault(path, error.lineno, f"{(error.message or '').rstrip('.')}. Correct the line") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"DESK_LOCALES: {path} cannot be read. {unreadable(error)}") from None
    known = {*_VALUES, *_PARTS, *_OF_ONE}
    if unknown := meta.find_undeclared_variables(parsed) - known:
        names, allowed = ", ".join(sorted(unknown)), ", ".join(sorted(known))
        raise SettingsError(f"DESK_LOCALES: {path} names {names}. Allowed are {allowed}")
    for node in parsed.find_all(nodes.Getattr):
        whole = node.node.name if isinstance(node.node, nodes.Name) else ""
        if node.attr not in _PARTS.get(whole, (node.attr,)):
            allowed = ", ".join(f"{whole}.{part}" for part in _PARTS[whole])
            raise _fault(path, node.lineno, f"there is no {whole}.{node.attr}. Allowed are {allowed}")


def _check_filled(texts: Environment, mail: Path, path: Path, values: Mapping[str, object]) -> None:
    try:
        filled = texts.get_template(mail.as_posix()).render(values)
    except TemplateNotFound as error:
        remedy = f"Put it below {path.parents[2]} and name it from there, or write its words here"
        raise _fault(path, _line(error, path), f"there is no text {error.name}. {remedy}") from None
    except SettingsError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a text does wrong here, it would do in every letter
        remedy = f"This letter has {', '.join(name for name, value in values.items() if value is not None)}"
        raise _fault(path, _line(error, path), f"{_first_line(error)}. {remedy}") from None
    first = filled.partition("\n")[0]
    if not first.removeprefix("Subject:").strip() or not first.startswith("Subject:"):
        raise _fault(path, 1, 'the subject is missing. Begin the text with a line "Subject: …"')


def _samples(kind: str) -> Iterator[dict[str, object]]:
    """What the letters of a kind are filled in with, once for each way in which they differ.

    Three that have nothing to do with each other differ at once: one by one they would take a second of every start.
    """
    ways = product(
        ("given", ""),
        ("Released", None),
        ("Another Company", ""),
        product((False, True), repeat=2),
        (False, True),
        (False, True),
    )
    for given, outcome, operator, (masked, readable), by_post, more in ways:
        inquiry = dict.fromkeys(_PARTS["inquiry"], given) | {"subject": "given", "message": "given"}
        service = {"name": "Example", "operator": operator, "contact": "https://example.com/"}
        yield {
            **_VALUES,
            "measures": _MEASURES if operator else (),  # no text has both, so they need no round of their own
            "inquiry": inquiry,
            "outcome": outcome,
            "reasonable": _answer(by_post) if outcome else "",
            "acceptable": _answer(more) if outcome else "",
            "masked": masked,
            "readable": readable,
            "care": more,
            "review_mailbox": "reviewers@example.com" if more else "",
            "by_post": by_post,
            "consulted": more,
            "sent_to": given,
            "referred": more,
            "service": service if kind == _REFERRAL else None,
        }


def _answer(yes: bool) -> str:
    return "yes" if yes else "no"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")


def _line(error: Exception, path: Path) -> int | None:
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    return lines[-1] if lines else None


def _fault(path: Path, line: int | None, said: str) -> SettingsError:
    return SettingsError(f"DESK_LOCALES: {path}, line {line}: {said}" if line else f"DESK_LOCALES: {path}: {said}")


def line_of(error: OSError | UnicodeDecodeError) -> int | None:
    """The first line of a file that is no UTF-8; None where nothing of it could be read."""
    return error.object[: error.start].count(b"\n") + 1 if isinstance(error, UnicodeDecodeError) else None


def unreadable(error: OSError | UnicodeDecodeError) -> str:
    """What to do about a file of texts that cannot be read."""
    return f"Let this account read it ({error.strerror})" if isinstance(error, OSError) else "Save it as UTF-8"
