"""What the shipped organisation's directory recognises in a message."""

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory, Recognition, recognise

DIRECTORY = Directory.of(read(ORGANISATION.read_text("utf-8"), "organisation.toml"))


def look(message: str, subject: str = "", language: str = "ja") -> Recognition:
    return recognise(subject, message, language, DIRECTORY)


def services(message: str, subject: str = "", language: str = "ja") -> list[str]:
    return [service.id for service in look(message, subject, language).services]


def desk(message: str, subject: str = "", language: str = "ja") -> str | None:
    found = look(message, subject, language).desk
    return found.id if found else None
