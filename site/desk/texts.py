"""Reads what an organisation writes of itself: its facts, all versions of its policy and its notice, its mail texts."""

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desk import mail_texts, places
from desk.rules import organisation as facts
from desk.rules.languages import LANGUAGES
from desk.rules.organisation import Organisation, OrganisationError
from desk.rules.policy import Policy, PolicyError, parity, read
from desk.settings import SettingsError

ZONES = "write a name of the zone database, for example Asia/Tokyo"

Versions = dict[str, tuple[Policy, ...]]
"""The versions of one text by language, oldest first; the same versions in every language."""


def organisation(path: Path | None) -> Organisation:
    """The organisation of a file, or the shipped one. Raises OrganisationError naming file, line and remedy."""
    path = path or places.ORGANISATION
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OrganisationError(str(path), mail_texts.line_of(error), None, mail_texts.unreadable(error)) from None
    found = facts.read(text, str(path))
    try:
        ZoneInfo(found.timezone)
    except (ZoneInfoNotFoundError, OSError):  # a region is a folder
        lines = enumerate(text.splitlines(), 1)
        line = next((number for number, line in lines if line.startswith("timezone")), None)
        raise OrganisationError(str(path), line, "timezone", f"there is no zone {found.timezone}; {ZONES}") from None
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
    """Hold the mail texts below `folder` against what their letters give them. Raises SettingsError with the remedy."""
    mail_texts.check(folder)


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
    try:  # `glob` finds a folder empty that it may not look into
        found = [path for path in folder.iterdir() if path.match(f"{kind}.*.md")] if folder.is_dir() else []
    except OSError as error:
        raise SettingsError(f"DESK_LOCALES: {folder} cannot be entered. {mail_texts.unreadable(error)}") from None
    texts = (_read(path, language) for path in found)
    return tuple(sorted(texts, key=lambda text: (text.in_force, text.version)))


def _read(path: Path, language: str) -> Policy:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        line, remedy = mail_texts.line_of(error) or 1, mail_texts.unreadable(error)
        raise PolicyError(str(path), line, "This file cannot be read.", remedy) from None
    return read(text, str(path), language)


def _same_in_both(folder: Path, kind: str, found: Versions) -> None:
    japanese, english = found["ja"], found["en"]
    alone = {text.version: text.language for text in (*japanese, *english)}
    for version in sorted({text.version for text in japanese} ^ {text.version for text in english}):
        problem = f"version {version} does not stand in both ja/ and en/."
        there = folder / alone[version] / f"{kind}.{version}.md"
        raise PolicyError(str(there), 1, problem, "Write each version in both languages.")
    for one, other in zip(japanese, english, strict=True):
        for difference in parity(one, other):
            path, line = _place(folder, f"{kind}.{one.version}.md", difference.partition(" ")[0])
            raise PolicyError(str(path), line, difference, "Mend one of the two.")


def _place(folder: Path, name: str, clause: str) -> tuple[Path, int]:
    """Where a clause stands, in the first language that has it; the first line where what differs is no clause."""
    for path in (folder / language / name for language in LANGUAGES):
        for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
            if line.endswith(f"{{#{clause}}}"):
                return path, number
    return folder / LANGUAGES[0] / name, 1
