"""Reads what an organisation writes of itself: its facts, all versions of its policy and its notice, its mail texts."""

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jinja2 import Environment, TemplateSyntaxError, meta

from desk import places
from desk.rules import organisation as facts
from desk.rules.organisation import LANGUAGES, Organisation, OrganisationError
from desk.rules.policy import Policy, PolicyError, parity, read
from desk.settings import SettingsError

Versions = dict[str, tuple[Policy, ...]]
"""The versions of one text by language, oldest first; the same versions in every language."""


def organisation(path: Path | None) -> Organisation:
    """The organisation of a file, or the shipped one. Raises OrganisationError naming file, line and remedy."""
    path = path or places.ORGANISATION
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OrganisationError(str(path), None, None, _unreadable(error)) from None
    found = facts.read(text, str(path))
    try:
        ZoneInfo(found.timezone)
    except ZoneInfoNotFoundError:
        lines = enumerate(text.splitlines(), 1)
        line = next((number for number, line in lines if line.startswith("timezone")), None)
        raise OrganisationError(str(path), line, "timezone", f"there is no zone {found.timezone}") from None
    return found


def policies(folder: Path) -> Versions:
    """Every version of the policy below `folder`.

    Raises PolicyError naming the file, the line and the remedy, SettingsError where there is none at all.
    """
    return _versions(folder, "policy")


def notices(folder: Path) -> Versions:
    """Every version of the notice below `folder`. Raises as `policies` does."""
    return _versions(folder, "notice")


def check_mails(folder: Path) -> None:
    """Hold the mail texts below `folder` against the shipped ones, for what is amiss there would fail every letter.

    Raises SettingsError naming what is missing, is no template or names a value that no letter has, and the remedy.
    """
    mails = [path.relative_to(places.LOCALES) for path in sorted(places.LOCALES.glob("*/mail/*.txt"))]
    missing = [str(mail) for mail in mails if not (folder / mail).is_file()]
    if missing:
        raise SettingsError(
            f"DESK_LOCALES: {folder} lacks {', '.join(missing)}. Put each there (the shipped folder"
            f" {places.LOCALES} shows how), or take the setting away"
        )
    known = {name for mail in mails for name in _named(places.LOCALES / mail)}
    for mail in mails:
        if unknown := _named(folder / mail) - known:
            names, allowed = ", ".join(sorted(unknown)), ", ".join(sorted(known))
            raise SettingsError(f"DESK_LOCALES: {folder / mail} names {names}. Allowed are {allowed}")


def _named(mail: Path) -> set[str]:
    """The values that a mail text names."""
    try:
        # Plain text that is only looked at: nothing is escaped because nothing is written.
        return meta.find_undeclared_variables(Environment().parse(mail.read_text("utf-8")))  # noqa: S701
    except TemplateSyntaxError as error:
        fault = (error.message or "").rstrip(".")
        raise SettingsError(f"DESK_LOCALES: {mail}, line {error.lineno}: {fault}. Correct the line") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"DESK_LOCALES: {mail} cannot be read. {_unreadable(error)}") from None


def _versions(folder: Path, kind: str) -> Versions:
    found = {language: _read_all(folder / language, kind, language) for language in LANGUAGES}
    if not any(found.values()):
        wanted = " and ".join(f"{language}/{kind}.<version>.md" for language in LANGUAGES)
        raise SettingsError(
            f"DESK_LOCALES: {folder} holds no {kind}. Put {wanted} there (the shipped folder"
            f" {places.LOCALES} shows how), or take the setting away"
        )
    _same_in_both(folder, kind, found)
    return found


def _read_all(folder: Path, kind: str, language: str) -> tuple[Policy, ...]:
    texts = (_read(path, language) for path in folder.glob(f"{kind}.*.md"))
    return tuple(sorted(texts, key=lambda text: (text.in_force, text.version)))


def _read(path: Path, language: str) -> Policy:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(str(path), 1, "This file cannot be read.", _unreadable(error)) from None
    return read(text, path.name, language)


def _unreadable(error: OSError | UnicodeDecodeError) -> str:
    return f"Let this account read it ({error.strerror})." if isinstance(error, OSError) else "Save it as UTF-8."


def _same_in_both(folder: Path, kind: str, found: Versions) -> None:
    japanese, english = found["ja"], found["en"]
    versions = {text.version for text in japanese} ^ {text.version for text in english}
    if versions:
        problem = f"version {', '.join(sorted(versions))} does not stand in both ja/ and en/."
        raise PolicyError(str(folder / f"*/{kind}.*.md"), 1, problem, "Write each version in both languages.")
    for one, other in zip(japanese, english, strict=True):
        for difference in parity(one, other):
            raise PolicyError(str(folder / f"*/{kind}.{one.version}.md"), 1, difference, "Mend one of the two.")
